"""The values that templates get for the Zeitplan: each year of each Maßnahme as marks, every mark with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.termin import TerminArt
from konzept.render.konzept_gliederung import anker
from konzept.render.words import anzahl, aufzaehlung, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.konzept_massnahme import Werte
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.ueberblick import Feldzahlen, Jahreszahlen, Ueberblick
    from konzept.reports.zeitplan import Jahresanteil, Planfrist, Zeitplanteil, Zeitplanzeile

LEGENDE = {
    "frist": "Frist",
    "turnus": "Frist, die wiederkehrt",
    "laufend": "läuft",
    "zeitraum": "Zeitraum bis zu seiner Frist",
    "moeglich": "kehrt wieder, ohne dass ein Tag folgt",
    "ueberfaellig": "überfällig",
    "erledigt": "erledigt",
    "mehrdeutig": "Wortlaut lässt mehrere Lesarten zu",
}
"""The marks of the grid, in the order of the legend."""
DAUERND = {TerminArt.LAUFEND: "laufend", TerminArt.ZEITRAUM: "zeitraum"}


def zeitplan(konzept: Konzept, bericht: Ueberblick, schrift: Schrift) -> Werte | None:
    """Give the grid: counts by Handlungsfeld and year, below them every row; None where no row has a Termin."""
    plan = bericht.zeitplan
    if not any(zeile.teile for zeile in plan.zeilen):
        return None
    schreiber = _Schreiber(
        konzept, schrift, plan.jahre, mit_stand=bericht.umsetzung is not None, benutzt=set()
    )
    felder = [
        schreiber.feld(zahlen, zeilen)
        for zahlen, (_, zeilen) in zip(bericht.felder, plan.felder, strict=True)
    ]
    return {
        "jahre": [str(jahr) for jahr in plan.jahre],
        "felder": felder,
        "daneben": any(zeile["daneben"] for feld in felder for zeile in feld["zeilen"]),
        "legende": [
            {"zeichen": zeichen, "name": name}
            for zeichen, name in LEGENDE.items()
            if zeichen in schreiber.benutzt
        ],
    }


class _Schreiber:
    """Writes rows in one Schrift, and remembers which marks the legend has to explain."""

    def __init__(
        self, konzept: Konzept, schrift: Schrift, jahre: Sequence[int], *, mit_stand: bool, benutzt: set[str]
    ) -> None:
        self.konzept = konzept
        self.schrift = schrift
        self.jahre = jahre
        self.mit_stand = mit_stand
        self.benutzt = benutzt

    def feld(self, zahlen: Feldzahlen, zeilen: Sequence[Zeitplanzeile]) -> Werte:
        return {
            "href": self.schrift.href(anker(Ebene.HANDLUNGSFELD, zahlen.verweis.id)),
            "nummer": zahlen.verweis.nummer or "",
            "titel": zahlen.verweis.titel,
            "jahre": [self._jahr(jahr) for jahr in zahlen.jahre],
            "menge": self._menge(zeilen),
            "zeilen": [self._zeile(zeile) for zeile in zeilen],
        }

    def _menge(self, zeilen: Sequence[Zeitplanzeile]) -> str:
        """Count the rows by what they are: Maßnahmen, and goals that stand for themselves."""
        massnahmen = sum(zeile.ist_massnahme for zeile in zeilen)
        teile = ((Begriff.MASSNAHME, massnahmen), (Begriff.HANDLUNGSZIEL, len(zeilen) - massnahmen))
        worte = self.konzept.bezeichnungen
        return aufzaehlung(
            [anzahl(zahl, worte[art].einzahl, worte[art].mehrzahl) for art, zahl in teile if zahl]
        )

    def _jahr(self, zahlen: Jahreszahlen) -> list[Werte]:
        """Give what a Handlungsfeld has in one year, each kind with its number and its words."""
        teile = (
            ("frist", zahlen.fristen, "Frist", "Fristen"),
            ("turnus", zahlen.turnus, "wiederkehrend", "wiederkehrend"),
            ("laufend", zahlen.laufend, "laufend", "laufend"),
        )
        return [
            {"zeichen": zeichen, "zahl": str(zahl), "worte": anzahl(zahl, einzahl, mehrzahl)}
            for zeichen, zahl, einzahl, mehrzahl in teile
            if zahl
        ]

    def _zeile(self, zeile: Zeitplanzeile) -> Werte:
        return {
            "href": self.schrift.href(anker(zeile.verweis.ebene, zeile.verweis.id)),
            "nummer": zeile.verweis.nummer or "",
            "titel": zeile.verweis.titel,
            "termin": zeile.termin or "",
            "jahre": [self._zelle(zeile, jahr) for jahr in self.jahre],
            "daneben": self._daneben(zeile),
        }

    def _zelle(self, zeile: Zeitplanzeile, jahr: int) -> list[Werte]:
        return [
            self._marke(teil, anteil) for teil in zeile.teile for anteil in teil.jahre if anteil.jahr == jahr
        ]

    def _marke(self, teil: Zeitplanteil, anteil: Jahresanteil) -> Werte:
        art = teil.teil.art
        wieder = art is TerminArt.WIEDERKEHREND
        if not anteil.fristen:
            zeichen = "moeglich" if wieder else DAUERND[art]
            return self._werte(zeichen, "", LEGENDE[zeichen], [], teil)
        tage = [frist.tag for frist in anteil.fristen]
        zahl = len(tage)
        text = f"{tage[0]:%d.%m.}" if zahl == 1 else f"{zahl}×"
        name = "wiederkehrende Frist" if wieder else "Frist"
        spanne = (
            kurzes_datum(tage[0]) if zahl == 1 else f"{kurzes_datum(tage[0])} bis {kurzes_datum(tage[-1])}"
        )
        worte = f"{anzahl(zahl, name, f'{name}en') if zahl > 1 else name} {spanne}"
        return self._werte("turnus" if wieder else "frist", text, worte, anteil.fristen, teil)

    def _werte(
        self, zeichen: str, text: str, worte: str, fristen: Sequence[Planfrist], teil: Zeitplanteil
    ) -> Werte:
        stand, satz = self._stand(fristen)
        zusatz = [satz, LEGENDE["mehrdeutig"] if teil.teil.mehrdeutig else ""]
        lang = teil.teil.art is TerminArt.ZEITRAUM and bool(fristen)
        self.benutzt |= {zeichen, stand, "mehrdeutig" if teil.teil.mehrdeutig else ""}
        return {
            "zeichen": zeichen,
            "ende": lang,
            "text": text,
            "worte": ", ".join(filter(None, (worte, *zusatz))),
            "stand": stand,
            "mehrdeutig": teil.teil.mehrdeutig,
        }

    def _stand(self, fristen: Sequence[Planfrist]) -> tuple[str, str]:
        """Say what the log knows of some Fristen: overdue if any is, done if all are."""
        if not self.mit_stand or not fristen:
            return "", ""
        spaete = sum(frist.gruppe is Gruppe.UEBERFAELLIG for frist in fristen)
        if spaete:
            return "ueberfaellig", "überfällig" if len(fristen) == 1 else f"davon {spaete} überfällig"
        fertig = sum(frist.gruppe is Gruppe.ERLEDIGT for frist in fristen)
        if fertig == len(fristen):
            return "erledigt", "erledigt"
        return "", f"davon {fertig} erledigt" if fertig else ""

    def _daneben(self, zeile: Zeitplanzeile) -> list[str]:
        """Say what has no place in the grid: Fristen before and after it, wordings without a date, no Termin."""
        if not zeile.teile:
            return ["ohne Termin" if self.konzept.rahmen.vollstaendig else "Termin nicht belegt"]
        ergebnis = []
        for teil in zeile.teile:
            ergebnis += [f"früher: {kurzes_datum(frist.tag)}{self._satz(frist)}" for frist in teil.vorher]
            ergebnis += [f"später: {kurzes_datum(frist.tag)}{self._satz(frist)}" for frist in teil.nachher]
            if teil.offen:
                ergebnis.append(f"ohne Datum: {teil.teil.text}")
        return ergebnis

    def _satz(self, frist: Planfrist) -> str:
        _, satz = self._stand([frist])
        return f" ({satz})" if satz else ""
