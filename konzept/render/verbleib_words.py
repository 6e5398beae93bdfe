"""What the account of what was not carried over says in words: the Verbleib, what stays, the balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.verbleib import Verbleibart
from konzept.render.diff_words import POSTEN, anzahl_der, ebenenname
from konzept.render.words import VERBLEIBE, aufzaehlung
from konzept.reports.diff_bilanz import FORTGEFUEHRT, OFFEN
from konzept.reports.diff_verbleib import Auskunft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.element import Ebene
    from konzept.reports.diff_bilanz import Bilanz
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.verbleib_teile import Abschnitt, Alte, Verblieb

    Bezeichnungen = Mapping[Begriff, Bezeichnung]

TITEL = "Was nicht fortgeführt wurde"
OHNE_BELEG = {
    Auskunft.OFFEN: "offen: Es ist nicht angegeben, was daraus wurde",
    Auskunft.NICHT_BELEGT: "nicht belegt",
    Auskunft.NICHT_ENTHALTEN: "nicht enthalten",
}
"""What is said where no Verbleib is given."""

WOHIN = {
    Verbleibart.ZUSAMMENGELEGT: "zusammengelegt in",
    Verbleibart.AUFGETEILT: "aufgeteilt in",
    Verbleibart.ERSETZT: "ersetzt durch",
}
ERSCHLOSSEN = "erschlossen, so nicht belegt"
ANGABEN_ERSCHLOSSEN = f"Angaben zum Teil {ERSCHLOSSEN}"
ZUSAMMENFASSUNG = "Zusammenfassung, nicht beschlossener Wortlaut"


def label(ort: Verweis, bezeichnungen: Bezeichnungen) -> str:
    """Name a place by its level and number: Maßnahme 5.8 M2."""
    return f"{ebenenname(ort.ebene, bezeichnungen)} {ort.nummer or ''}".strip()


def verbleibwort(verblieb: Verblieb) -> str:
    """Say what became of an id; where it lives on, the words lead to the places that follow."""
    if verblieb.verbleib is None:
        return OHNE_BELEG[verblieb.auskunft]
    if not verblieb.ziele:
        return VERBLEIBE[verblieb.verbleib]
    return WOHIN.get(verblieb.verbleib, f"{VERBLEIBE[verblieb.verbleib]}, siehe")


def fortbestand(alte: Alte, bezeichnungen: Bezeichnungen) -> str:
    """Say how something is carried on of which a part went: with its new number, and its title if that changed."""
    if alte.neu is None:
        return ""
    titel = "" if alte.neu.titel == alte.ort.titel else f" »{alte.neu.titel}«"
    gleich = alte.neu.nummer == alte.ort.nummer and not titel
    erschlossen = f" ({ERSCHLOSSEN})" if alte.erschlossen and not gleich else ""
    return (
        "wird fortgeführt"
        if gleich
        else f"wird fortgeführt als {label(alte.neu, bezeichnungen)}{titel}{erschlossen}"
    )


def erschlossenes(ort: Verweis, bezeichnungen: Bezeichnungen) -> str:
    """Say of something of which a part went that what is told of it was inferred."""
    return f"Die Angaben zu {label(ort, bezeichnungen)} sind zum Teil {ERSCHLOSSEN}."


def teilweise(abschnitt: Abschnitt, bezeichnungen: Bezeichnungen) -> str:
    """Say how far an old Fassung is known; empty where it is whole."""
    if abschnitt.alt.vollstaendig:
        return ""
    belegt = [
        anzahl_der(ebene, bilanz.alt, bezeichnungen)
        for ebene, bilanz in abschnitt.bilanz.items()
        if bilanz.alt
    ]
    return (
        f"Von der Fassung {abschnitt.alt.name} sind nur {aufzaehlung(belegt)} belegt. "
        "Was sonst in ihr stand, ist unbekannt; die Bilanz gilt für das Belegte."
    )


def bilanzzeile(ebene: Ebene, bilanz: Bilanz, name: str, bezeichnungen: Bezeichnungen) -> str:
    """Write the balance of one level as a sum: Maßnahmen 2018: 7 = 0 fortgeführt + 7 nicht aufgenommen."""
    posten = [
        f"{zahl} {POSTEN[art]}" + (f" in {bilanz.worin[art]}" if art in bilanz.worin else "")
        for art, zahl in bilanz.posten.items()
        if zahl or art == FORTGEFUEHRT
    ]
    return f"{ebenenname(ebene, bezeichnungen, 2)} {name}: {bilanz.alt} = {' + '.join(posten)}"


def bilanzsatz(abschnitt: Abschnitt, bezeichnungen: Bezeichnungen) -> str:
    """Say whether the balance adds up, or how much is open."""
    offene = [
        anzahl_der(ebene, bilanz.posten[OFFEN], bezeichnungen)
        for ebene, bilanz in abschnitt.bilanz.items()
        if bilanz.posten[OFFEN]
    ]
    if not offene:
        return "Die Bilanz geht auf."
    return f"Die Bilanz ist offen: Bei {aufzaehlung(offene)} ist nicht angegeben, was daraus wurde."


def nummern(alt: str, neu: str) -> str:
    """Say whose numbers are which: they are given anew in every Fassung."""
    return (
        f"Was nicht fortgeführt wurde, steht unter seiner Nummer aus der Fassung {alt}; "
        f"worin es weiterlebt, unter der aus der Fassung {neu}."
    )


def unberuehrt(abschnitt: Abschnitt, bezeichnungen: Bezeichnungen) -> str:
    """Name the fields of which nothing went; empty where there are none."""
    felder = abschnitt.unberuehrt
    if not felder:
        return ""
    namen = [f"{feld.ort.nummer} {feld.ort.titel}" for feld in felder]
    return f"Ganz fortgeführt: {ebenenname(felder[0].ort.ebene, bezeichnungen, len(felder))} {aufzaehlung(namen)}."


def ohne_vorgaenger(fassung: str) -> str:
    """Say why there is nothing to tell."""
    return f"Die Fassung {fassung} schreibt keine frühere fort; deshalb gibt es nichts, was nicht fortgeführt wurde."
