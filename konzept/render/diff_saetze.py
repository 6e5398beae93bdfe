"""What the comparison says of an id and of itself in words that are the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.verbleib import Verbleibart
from konzept.render.diff_richtung import artwort
from konzept.render.diff_words import VERBLEIB_KURZ, ebenenname, in_quotes, nummer_in
from konzept.render.words import aufzaehlung
from konzept.reports.diff_codes import Code, Gewicht
from konzept.reports.diff_werte import Art, Leserichtung

if TYPE_CHECKING:
    from konzept.domain.element import Ebene
    from konzept.reports.diff_werte import Aenderung, Verbleibschritt, Vergleich

_WOHIN = {
    Verbleibart.ZUSAMMENGELEGT: "in",
    Verbleibart.AUFGETEILT: "in",
    Verbleibart.ERSETZT: "durch",
}
GEGENUEBERSTELLUNG = "Gegenüberstellung"
"""What stands in place of the balance where nobody owes one and nothing was carried forward."""


def hinweise(vergleich: Vergleich) -> list[str]:
    """Say how to read it and how far the account goes: which side is only partly documented, if nobody owes one."""
    alt, neu = vergleich.alt, vergleich.neu
    richtung = vergleich.leserichtung
    if richtung is Leserichtung.GLEICH:
        return [_gleichstand(vergleich)]
    rueckwaerts = richtung is Leserichtung.RUECKWAERTS
    saetze = [_rueckwaerts(vergleich)] if rueckwaerts else []
    if not alt.vollstaendig:
        saetze.append(
            f"{alt.name} ist nur teilweise dokumentiert: "
            f"Was dort nicht steht, gilt als nicht belegt{'' if rueckwaerts else ', nicht als neu'}."
        )
    if not neu.vollstaendig:
        saetze.append(
            f"{neu.name} ist nur teilweise dokumentiert: "
            f"Was dort fehlt, gilt als nicht belegt{'' if rueckwaerts else ', nicht als entfallen'}."
        )
    fehlt = any(eine.art is Art.ENTFALLEN for eine in vergleich.aenderungen)
    if fehlt and richtung is Leserichtung.STAENDE:
        saetze.append(
            f"{alt.name} und {neu.name} sind zwei Stände einer Fassung, ohne Vorgänger-Bezug: Was hier entfallen "
            f"heißt, steht nur in {alt.name}; einen Verbleib muss dafür niemand angeben."
        )
    if fehlt and richtung is Leserichtung.NEBENEINANDER:
        saetze.append(
            f"{neu.name} ist keine Fortschreibung von {alt.name}: Was hier entfallen heißt, fehlt im "
            "Vergleich; einen Verbleib muss dafür niemand angeben."
        )
    return saetze


def _gleichstand(vergleich: Vergleich) -> str:
    alt, neu = vergleich.alt.name, vergleich.neu.name
    if alt == neu:
        return "Auf beiden Seiten steht dieselbe Fassung; sie unterscheidet sich nicht von sich selbst."
    return f"{alt} und {neu} sind zwei Stände einer Fassung und stimmen überein."


def _rueckwaerts(vergleich: Vergleich) -> str:
    alt, neu = vergleich.alt, vergleich.neu
    was = "ist der frühere Stand" if alt.fassung == neu.fassung else f"ist älter als {alt.name}"
    return (
        f"Rückwärts gelesen: {neu.name} {was}. Was nur auf einer Seite steht, ist darum weder neu noch entfallen; "
        "einen Verbleib muss dafür niemand angeben. In der Reihenfolge der Zeit: "
        f"konzept diff {neu.name} {alt.name}"
    )


def bezeichnung(eine: Aenderung, vergleich: Vergleich) -> str:
    """Say which id it is: Maßnahme 1 (bisher 2), or with the number of the old Fassung, Maßnahme 1 (2022)."""
    nummer = eine.nummer_neu
    if eine.nummer_alt and not steht_in_neu(eine):
        nummer = nummer_in(eine.nummer_alt, vergleich.alt.name)
    bisher = None
    if eine.nummer_alt and eine.nummer_neu and eine.nummer_alt != eine.nummer_neu:
        rueckwaerts = vergleich.leserichtung is Leserichtung.RUECKWAERTS
        bisher = (
            f"(in {vergleich.alt.name}: {eine.nummer_alt})" if rueckwaerts else f"(bisher {eine.nummer_alt})"
        )
    return " ".join(filter(None, [ebenenname(eine.ebene, vergleich.bezeichnungen), nummer, bisher]))


def status(eine: Aenderung, vergleich: Vergleich) -> str:
    """Say what happened to an id, and how sure that is."""
    art = artwort(eine.art, vergleich)
    if eine.code is Code.ENTFALLEN_OHNE_GRUND:
        return f"{art}, Verbleib offen"
    if eine.art is Art.GEAENDERT and all(feld.gewicht is Gewicht.REDAKTIONELL for feld in eine.felder):
        art = f"redaktionell {art}"
    zusatz = [VERBLEIB_KURZ[eine.grund]] if eine.art is Art.ENTFALLEN and eine.grund else []
    zusatz += ["erschlossen"] if eine.erschlossen else []
    return f"{art} ({', '.join(zusatz)})" if zusatz else art


def schritt(einer: Verbleibschritt, vergleich: Vergleich) -> str:
    """Write one station of an id on its way out with its reason: 2020: »A« zusammengelegt in »B«. Gebündelt."""

    def name(eines: str, titel: str | None) -> str:
        bekannt = vergleich.namen.orte.get(eines)
        titel = titel or (bekannt.titel if bekannt else None)
        return in_quotes(titel) if titel else eines

    namen = einer.zielnamen or (None,) * len(einer.ziele)
    ziele = aufzaehlung([name(ziel, titel) for ziel, titel in zip(einer.ziele, namen, strict=True)])
    wohin = f" {_WOHIN.get(einer.verbleib, 'und weitergeführt in')} {ziele}" if ziele else ""
    grund = f". {' '.join(einer.begruendung.split())}" if einer.begruendung else ""
    return f"{einer.fassung}: {name(einer.id, einer.titel)} {VERBLEIB_KURZ[einer.verbleib]}{wohin}{grund}"


def ueberschrift_des(vergleich: Vergleich) -> str:
    """Return what the document is called; a Fassung beside itself is named once."""
    alt, neu = vergleich.alt.name, vergleich.neu.name
    if alt == neu:
        return f"Vergleich der Fassung {alt} mit sich selbst"
    return f"Vergleich der Fassungen {alt} und {neu}"


def gegenueber(vergleich: Vergleich, ebene: Ebene) -> list[tuple[str, int]]:
    """Count the ids of a level once over both sides: in both, only in one, and what the other does not document."""
    zahlen = vergleich.zaehlung[ebene]
    einseitige = {Art.NEU, Art.ENTFALLEN, Art.ZUSAMMENGELEGT, Art.AUFGETEILT, Art.NICHT_BELEGT}
    posten = [
        ("in beiden", sum(zahl for art, zahl in zahlen.items() if art not in einseitige)),
        (f"nur in {vergleich.alt.name}", zahlen[Art.ENTFALLEN]),
        (f"nur in {vergleich.neu.name}", zahlen[Art.NEU]),
        ("nicht belegt", zahlen[Art.NICHT_BELEGT]),
    ]
    return [(wort, zahl) for stelle, (wort, zahl) in enumerate(posten) if zahl or not stelle]


def steht_in_neu(eine: Aenderung) -> bool:
    """Tell whether the new Fassung holds an id: there it has a number or, being a Maßnahme, a parent."""
    return eine.nummer_neu is not None or eine.eltern_neu is not None


def weg_zu(eine: Aenderung, nach_id: dict[str, Aenderung]) -> list[Aenderung]:
    """Return the way from the top down to an id, through the parents under which it is shown."""
    weg = [eine]
    while eltern := weg[0].eltern_neu or weg[0].eltern_alt:
        weg.insert(0, nach_id[eltern.id])
    return weg
