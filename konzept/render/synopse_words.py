"""How a Synopse is put into German: what stands beside a place of the plan, and what a reader calls that place.

The old wording on the left against the new one on the right, »unverändert« and »entfällt« are the custom of German
councils and of the Bundestag (Handbuch der Rechtsförmlichkeit, part F, on the Synopse).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.diff_words import (
    ARTEN,
    anzahl_der,
    ebenenname,
    gitstand_in_worten,
    ort,
)
from konzept.render.konzept_werte import standzeile
from konzept.render.words import aufzaehlung
from konzept.reports.diff_codes import Gewicht
from konzept.reports.diff_werte import Art, Rechenschaft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.fassung import Rahmen
    from konzept.reports.diff_werte import Aenderung, Ort, Seite, Vergleich

    Bezeichnungen = Mapping[Begriff, Bezeichnung]

ARTWORTE = {**ARTEN, Art.ENTFALLEN: "entfällt", Art.UMNUMMERIERT: "neue Nummer"}
REDAKTIONELL = "redaktionell geändert"
UNVERAENDERT = "unverändert"
ENTFAELLT = "entfällt"
NICHT_BELEGT = "nicht belegt"
NICHTS = "–"
NEU_GEFASST = "neu gefasst"
OHNE_BEGRUENDUNG = "keine Begründung dokumentiert"
OHNE_EIGENE = "keine eigene Begründung dokumentiert; "
NICHT_VERGLICHEN = "Zusammenfassung: nicht Wort für Wort verglichen"
ERSCHLOSSEN = "Zuordnung erschlossen, nicht ausdrücklich belegt"
VERBLEIB_OFFEN = "Verbleib offen: Was daraus geworden ist, ist nicht dokumentiert."
SIEHE_GRUENDE = "allgemeine Gründe am Schluss"
ZIELWORT = {Art.ZUSAMMENGELEGT: "geht auf in", Art.AUFGETEILT: "wird aufgeteilt in"}
_REIHE_AB = 3
"""From three numbers in a row on, only the first and the last are named."""


def artwort(eine: Aenderung) -> str:
    """Say in a word or two what happened to an id."""
    if eine.art is Art.GEAENDERT and all(feld.gewicht is Gewicht.REDAKTIONELL for feld in eine.felder):
        return REDAKTIONELL
    return ARTWORTE[eine.art]


def steht_in_neu(eine: Aenderung) -> bool:
    """Tell whether the new Fassung holds an id: there it has a number or, being a Maßnahme, a parent."""
    return eine.nummer_neu is not None or eine.eltern_neu is not None


def steht_in_alt(eine: Aenderung) -> bool:
    """Tell whether the old Fassung holds an id."""
    return eine.nummer_alt is not None or eine.eltern_alt is not None


def stelle(eine: Aenderung, bezeichnungen: Bezeichnungen) -> str:
    """Name the place of an id: Handlungsziel 5.6; of one that is gone the place it had."""
    return _benannt(eine, eine.nummer_neu if steht_in_neu(eine) else eine.nummer_alt, bezeichnungen)


def alte_stelle(eine: Aenderung, bezeichnungen: Bezeichnungen) -> str:
    """Name the place of an id in the old Fassung."""
    return _benannt(eine, eine.nummer_alt, bezeichnungen)


def _benannt(eine: Aenderung, nummer: str | None, bezeichnungen: Bezeichnungen) -> str:
    return " ".join(filter(None, [ebenenname(eine.ebene, bezeichnungen), nummer]))


def bisher(eine: Aenderung) -> str:
    """Say which other number an id had: (bisher 5.8); empty if none."""
    if not (eine.nummer_alt and eine.nummer_neu) or eine.nummer_alt == eine.nummer_neu:
        return ""
    return f"(bisher {eine.nummer_alt})"


def stellen(eines: Sequence[Aenderung], bezeichnungen: Bezeichnungen) -> str:
    """Name several places of one level: Handlungsziele 5.1 bis 5.4, Maßnahmen 1 und 3, or just 2 Maßnahmen."""
    nummern = [eine.nummer_neu or eine.nummer_alt for eine in eines]
    name = ebenenname(eines[0].ebene, bezeichnungen, len(eines))
    genannt = [nummer for nummer in nummern if nummer]
    if len(genannt) < len(nummern):
        return name if len(nummern) == 1 else anzahl_der(eines[0].ebene, len(eines), bezeichnungen)
    return f"{name} {nummernfolge(genannt)}"


def nummernfolge(nummern: Sequence[str]) -> str:
    """Write numbers as a German list in which runs are drawn together: 1, 3 bis 5 und 7."""
    laeufe: list[list[str]] = []
    for nummer in nummern:
        if laeufe and _naechste(laeufe[-1][-1]) == nummer:
            laeufe[-1].append(nummer)
        else:
            laeufe.append([nummer])
    teile: list[str] = []
    for lauf in laeufe:
        teile += [f"{lauf[0]} bis {lauf[-1]}"] if len(lauf) >= _REIHE_AB else lauf
    return aufzaehlung(teile)


def _naechste(nummer: str) -> str | None:
    vorn, punkt, letzte = nummer.rpartition(".")
    return f"{vorn}{punkt}{int(letzte) + 1}" if letzte.isascii() and letzte.isdigit() else None


def menge(ebene: Ebene, zahl: int, massnahmen: int, bezeichnungen: Bezeichnungen) -> str:
    """Count what is not told one by one: 7 Handlungsziele, 8 Maßnahmen."""
    unten = f", {anzahl_der(Ebene.MASSNAHME, massnahmen, bezeichnungen)}" if massnahmen else ""
    return anzahl_der(ebene, zahl, bezeichnungen) + unten


def fundort(einer: Ort, eltern: Ort | None, bezeichnungen: Bezeichnungen) -> str:
    """Name an id with the goal or field above it, as labels such as »Maßnahme 1« are used again and again."""
    name = ort(einer, bezeichnungen)
    if einer.ebene is not Ebene.MASSNAHME or eltern is None:
        return name
    oben = " ".join(filter(None, [ebenenname(eltern.ebene, bezeichnungen), eltern.nummer]))
    return f"{oben}, {name}"


def umgezogen(eine: Aenderung, bezeichnungen: Bezeichnungen) -> str:
    """Say at the old place where an id stands now: jetzt Handlungsfeld 2 »…«, dort Handlungsziel 2.4."""
    return f"jetzt {_bei(eine.eltern_neu, bezeichnungen)}, dort {stelle(eine, bezeichnungen)}"


def hergezogen(eine: Aenderung, bezeichnungen: Bezeichnungen) -> str:
    """Say at the new place where an id stood: bisher Handlungsziel 1.2 »…«, dort Maßnahme 4."""
    return f"bisher {_bei(eine.eltern_alt, bezeichnungen)}, dort {alte_stelle(eine, bezeichnungen)}"


def _bei(eltern: Ort | None, bezeichnungen: Bezeichnungen) -> str:
    return ort(eltern, bezeichnungen) if eltern else ""


def urteil(eine: Aenderung, bezeichnungen: Bezeichnungen, *, teilweise: bool) -> str:
    """Say of an id whose contents are the same on both sides what became of it; empty if it says enough itself.

    Of a partly documented Fassung only so much is known to be the same as both sides hold.
    """
    unveraendert = f"soweit belegt {UNVERAENDERT}" if teilweise else UNVERAENDERT
    im_uebrigen = unveraendert if teilweise else f"im Übrigen {UNVERAENDERT}"
    match eine.art:
        case Art.UMNUMMERIERT:
            return f"wird {stelle(eine, bezeichnungen)}, {im_uebrigen}"
        case Art.VERSCHOBEN:
            ort = f"hierher verschoben, {im_uebrigen}"
            return "hierher verschoben, im Wortlaut unverändert" if eine.zieltermin else ort
        case Art.UNVERAENDERT:
            return unveraendert
        case _:
            return ""


def titel(vergleich: Vergleich) -> str:
    """Name the document."""
    return f"Synopse der Fassungen {vergleich.alt.name} und {vergleich.neu.name}"


def seite(eine: Seite, rahmen: Rahmen) -> str:
    """Name a Fassung in the head: its title, art, Stand and Beschluss, and the commit it was taken from."""
    gitstand = gitstand_in_worten(eine.gitstand) if eine.gitstand else ""
    return ", ".join(filter(None, [eine.titel, eine.art, standzeile(rahmen), gitstand]))


def vorbemerkungen(vergleich: Vergleich) -> list[str]:
    """Say how far the account goes: what is only partly documented, and where nobody owes a Verbleib."""
    alt, neu = vergleich.alt, vergleich.neu
    saetze = []
    if not alt.vollstaendig:
        saetze.append(
            f"Die Fassung {alt.name} ist nur zum Teil dokumentiert: Was dort nicht steht, heißt hier »nicht "
            "belegt« und gilt nicht als neu."
        )
    if not neu.vollstaendig:
        saetze.append(
            f"Die Fassung {neu.name} ist nur zum Teil dokumentiert: Was dort fehlt, heißt hier »nicht belegt« und "
            "gilt nicht als entfallen."
        )
    fehlend = any(eine.art is Art.ENTFALLEN for eine in vergleich.aenderungen)
    if vergleich.rechenschaft is Rechenschaft.VERGLEICH and fehlend:
        grund = f"{neu.name} ist keine Fortschreibung von {alt.name}"
        if alt.fassung == neu.fassung:
            grund = f"{alt.name} und {neu.name} sind zwei Stände einer Fassung"
        saetze.append(
            f"{grund}: Was hier »entfällt« heißt, steht nur in {alt.name}; eine Begründung muss dafür niemand angeben."
        )
    return saetze
