"""What the comparison says of an id and of itself in words that are the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.diff_words import ARTEN, VERBLEIB_KURZ, ebenenname, nummer_in
from konzept.reports.diff_codes import Code, Gewicht
from konzept.reports.diff_werte import Art, Rechenschaft

if TYPE_CHECKING:
    from konzept.reports.diff_werte import Aenderung, Vergleich


def hinweise(vergleich: Vergleich) -> list[str]:
    """Say how far the account goes: which side is only partly documented, and if nobody owes one."""
    alt, neu = vergleich.alt, vergleich.neu
    saetze = []
    if not alt.vollstaendig:
        saetze.append(
            f"{alt.name} ist nur teilweise dokumentiert: "
            "Was dort nicht steht, gilt als nicht belegt, nicht als neu."
        )
    if not neu.vollstaendig:
        saetze.append(
            f"{neu.name} ist nur teilweise dokumentiert: "
            "Was dort fehlt, gilt als nicht belegt, nicht als entfallen."
        )
    fehlt = any(eine.art is Art.ENTFALLEN for eine in vergleich.aenderungen)
    if fehlt and vergleich.rechenschaft is not Rechenschaft.VERBLEIB:
        saetze.append(
            f"{alt.name} und {neu.name} sind zwei Stände einer Fassung, ohne Vorgänger-Bezug: Was hier entfallen "
            f"heißt, steht nur in {alt.name}; einen Verbleib muss dafür niemand angeben."
            if alt.fassung == neu.fassung
            else f"{neu.name} ist keine Fortschreibung von {alt.name}: Was hier entfallen heißt, fehlt im "
            "Vergleich; einen Verbleib muss dafür niemand angeben."
        )
    return saetze


def bezeichnung(eine: Aenderung, vergleich: Vergleich) -> str:
    """Say which id it is: Maßnahme 1 (bisher 2), or with the number of the old Fassung, Maßnahme 1 (2022)."""
    nummer = eine.nummer_neu
    if eine.nummer_alt and not steht_in_neu(eine):
        nummer = nummer_in(eine.nummer_alt, vergleich.alt.name)
    bisher = None
    if eine.nummer_alt and eine.nummer_neu and eine.nummer_alt != eine.nummer_neu:
        bisher = f"(bisher {eine.nummer_alt})"
    return " ".join(filter(None, [ebenenname(eine.ebene, vergleich.bezeichnungen), nummer, bisher]))


def status(eine: Aenderung) -> str:
    """Say what happened to an id, and how sure that is."""
    art = ARTEN[eine.art]
    if eine.code is Code.ENTFALLEN_OHNE_GRUND:
        return f"{art}, Verbleib offen"
    if eine.art is Art.GEAENDERT and all(feld.gewicht is Gewicht.REDAKTIONELL for feld in eine.felder):
        art = f"redaktionell {art}"
    zusatz = [VERBLEIB_KURZ[eine.grund]] if eine.art is Art.ENTFALLEN and eine.grund else []
    zusatz += ["erschlossen"] if eine.erschlossen else []
    return f"{art} ({', '.join(zusatz)})" if zusatz else art


def steht_in_neu(eine: Aenderung) -> bool:
    """Tell whether the new Fassung holds an id: there it has a number or, being a Maßnahme, a parent."""
    return eine.nummer_neu is not None or eine.eltern_neu is not None


def weg_zu(eine: Aenderung, nach_id: dict[str, Aenderung]) -> list[Aenderung]:
    """Return the way from the top down to an id, through the parents under which it is shown."""
    weg = [eine]
    while eltern := weg[0].eltern_neu or weg[0].eltern_alt:
        weg.insert(0, nach_id[eltern.id])
    return weg
