"""The single lines of a card in German words: places, bodies, reports, what became of an id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Indikatorart
from konzept.render.words import VERBLEIBE, anzahl, aufzaehlung, deutsches_datum
from konzept.reports.karte_geschichte import Lage
from konzept.reports.konzept_teile import Feldteil, Leitzielteil, Massnahmenteil, Zielteil

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.element import Indikator
    from konzept.domain.fassung import Leitziel
    from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
    from konzept.domain.sachstand import Meldung
    from konzept.reports.karte_geschichte import Station, Uebergang
    from konzept.reports.konzept_bezuege import Verweis

    Gegenstand = Massnahme | Handlungsziel | Handlungsfeld | Leitziel

_ZEILENENDE = re.compile(r"[ \t]*\n(?![ \t]*(?:[-*+]|\d+[.)]|\[\^[^\]\s]+\]:)[ \t])[ \t]*")
_LINK = re.compile(r"\[(?P<worte>[^\[\]]{1,200})\]\((?P<adresse>[^()\s]{1,500})\)")
INDIKATORARTEN = {Indikatorart.OUTPUT: "Leistung", Indikatorart.WIRKUNG: "Wirkung"}


def gegenstand_von(teil: Massnahmenteil | Zielteil | Feldteil | Leitzielteil) -> Gegenstand:
    """Return the thing that a part of the document is about."""
    match teil:
        case Massnahmenteil():
            return teil.massnahme
        case Zielteil():
            return teil.ziel
        case Feldteil():
            return teil.feld
        case Leitzielteil():
            return teil.leitziel


def bezeichnet(verweis: Verweis, einstellungen: Einstellungen) -> str:
    """Name a place by the county's word for its level and its number: Handlungsziel 2.9."""
    wort = einstellungen.bezeichnung(Begriff(verweis.ebene.value)).einzahl
    return f"{wort} {verweis.nummer}" if verweis.nummer else wort


def genannt(verweis: Verweis, einstellungen: Einstellungen) -> str:
    """Name a place in full, with its id: Handlungsziel 2.9 Deutsch-Sprachförderung … (vorschaltklassen)."""
    return f"{bezeichnet(verweis, einstellungen)} {verweis.titel} ({verweis.id})"


def kurz(nummer: str | None, titel: str) -> str:
    """Name a place by its number, if it has one, and its title."""
    return f"{nummer} {titel}" if nummer else titel


def fliesstext(text: str) -> str:
    """Write a Markdown paragraph in plain words: lines joined, which mean nothing there, links with their address.

    Items of a list and notes keep their lines.
    """
    return _LINK.sub(_mit_adresse, _ZEILENENDE.sub(" ", text.strip()))


def _mit_adresse(link: re.Match[str]) -> str:
    worte, adresse = link["worte"], link["adresse"]
    return adresse if worte in adresse else f"{worte} ({adresse})"


def meldungszusatz(meldung: Meldung) -> str:
    """Say what else an entry of the log holds, in one line; empty if nothing."""
    teile = []
    if meldung.erfuellt:
        erfuellt = [
            f"Teil {one.teil}" + (f" (Frist {deutsches_datum(one.frist)})" if one.frist else "")
            for one in meldung.erfuellt
        ]
        teile.append(f"erfüllt: {', '.join(erfuellt)}")
    if meldung.neuer_termin:
        teile.append(f"neuer Termin: {meldung.neuer_termin}")
    if meldung.beleg:
        teile.append(f"Beleg: {meldung.beleg}")
    if meldung.erfasst != meldung.am:
        teile.append(f"eingetragen am {deutsches_datum(meldung.erfasst)}")
    return "; ".join(teile)


def indikatorzeile(indikator: Indikator) -> str:
    """Write an indicator with its values as they were written."""
    werte = [
        indikator.einheit,
        INDIKATORARTEN[indikator.art] if indikator.art else None,
        f"Ausgangswert {indikator.ausgangswert}" if indikator.ausgangswert else None,
        f"Zielwert {indikator.zielwert}" if indikator.zielwert else None,
        f"Quelle: {indikator.quelle}" if indikator.quelle else None,
    ]
    genau = ", ".join(filter(None, werte))
    return f"{indikator.titel}: {genau}" if genau else indikator.titel


def stationszeile(station: Station) -> str:
    """Say what one Fassung knows of an id: number and title, or what became of it."""
    match station.lage:
        case Lage.OFFEN:
            return "nicht mehr enthalten, der Verbleib ist offen"
        case Lage.NICHT_BELEGT:
            return "nicht belegt (diese Fassung ist nur in Teilen bekannt)"
        case Lage.VERBLEIB if station.verbleib is not None:
            verbleib = station.verbleib
            ziele = f" in {_uebergaenge(verbleib.ziele)}" if verbleib.ziele else ""
            grund = f". {verbleib.begruendung}" if verbleib.begruendung else ""
            return f"nicht mehr enthalten: {VERBLEIBE[verbleib.art]}{ziele}{grund}"
        case _:
            return _vorhanden(station)


def _vorhanden(station: Station) -> str:
    hier = station.verweis
    titel = " ".join(filter(None, (hier.nummer, hier.titel))) if hier else ""
    zusaetze = ["Zuordnung erschlossen"] if station.erschlossen else []
    zusaetze += [anzahl(station.meldungen, "Meldung", "Meldungen")] if station.meldungen else []
    zeile = titel + (f" ({', '.join(zusaetze)})" if zusaetze else "")
    if not station.aufgenommen:
        return zeile
    alte = _uebergaenge([alt for alt, _ in station.aufgenommen])
    arten = aufzaehlung(list(dict.fromkeys(VERBLEIBE[art] for _, art in station.aufgenommen)))
    return f"{zeile}; darin weitergeführt ({arten}): {alte}"


def _uebergaenge(uebergaenge: Sequence[Uebergang]) -> str:
    return aufzaehlung(
        [
            " ".join(filter(None, (one.verweis.nummer, f"»{one.verweis.titel}«")))
            if one.verweis
            else f"»{one.id}«"
            for one in uebergaenge
        ]
    )
