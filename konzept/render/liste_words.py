"""What a list and a card say of one Maßnahme in words: its next Frist, what was reported last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.handlungsfeld import erster_satz
from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.render.due_words import GRUPPEN, MEHRDEUTIG
from konzept.render.words import STAENDE, anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.liste_wahl import Artwahl, Standwahl

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.sachstand import Meldung
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.liste import Liste, Listenzeile

OHNE_MELDUNG = "ohne Meldung"
LESARTEN = f"{MEHRDEUTIG} = Der Wortlaut lässt mehrere Lesarten zu; gezeigt ist eine."
LAEUFT = "läuft"
"""A span of time under way; its Frist is its last day."""
ERKLAERT = frozenset({Stand.ZURUECKGESTELLT, Stand.ENTFALLEN})
"""The states that nobody understands without the reason."""
STANDWAHL = {
    **{Standwahl(stand.value): wort for stand, wort in STAENDE.items()},
    Standwahl.OHNE_MELDUNG: OHNE_MELDUNG,
}
ARTWAHL = {
    Artwahl.FAELLIG: "fällig",
    Artwahl.ZEITRAUM: "Zeitraum",
    Artwahl.LAUFEND: "laufend",
    Artwahl.WIEDERKEHREND: "wiederkehrend",
    Artwahl.UNBESTIMMT: "unbestimmt",
    Artwahl.OHNE_TERMIN: "keiner",
}


def liste_titel(bericht: Liste, einstellungen: Einstellungen, auswahl: str | None) -> str:
    """Say how many Maßnahmen are listed of which Fassung; ``auswahl`` is what was looked for."""
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    if auswahl:
        von = anzahl(bericht.gesamt, wort.einzahl, wort.mehrzahl)
        return f"{len(bericht.zeilen)} von {von} der Fassung {bericht.fassung.id}"
    return f"{wort.mehrzahl} der Fassung {bericht.fassung.id}: {bericht.gesamt}"


def nichts_gefunden(einstellungen: Einstellungen, auswahl: str | None) -> str:
    """Say that there is none, or none that was looked for."""
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    return f"Keine {wort.einzahl} gefunden." if auswahl else f"Diese Fassung hat keine {wort.mehrzahl}."


def mit_lesarten(zeilen: Sequence[Listenzeile]) -> bool:
    """Tell whether a day is shown that is one of several readings."""
    return any(zeile.frist and zeile.frist.mehrdeutig and zeile.frist.faellig for zeile in zeilen)


def zustand(eintrag: Eintrag, stichtag: date, beginn: date | None = None) -> str:
    """Say how it stands with one Frist on the Stichtag; ``beginn`` is the first day of its part, where named."""
    kommt = beginn is not None and beginn > stichtag
    if eintrag.gruppe is Gruppe.LAUFEND and kommt:
        return "beginnt später"
    if eintrag.gruppe is Gruppe.FAELLIG and eintrag.art is TerminArt.ZEITRAUM:
        return "beginnt später" if kommt else LAEUFT
    if eintrag.gruppe is Gruppe.WIEDERKEHREND and eintrag.faellig and eintrag.faellig < stichtag:
        return "vorbei"  # one reading of an ambiguous rhythm
    return GRUPPEN[eintrag.gruppe]


def fristtag(eintrag: Eintrag) -> str:
    """Write the day of a Frist with the sign of an ambiguous wording; a dash where it has none."""
    if eintrag.faellig is None:
        return "–"
    return (MEHRDEUTIG if eintrag.mehrdeutig else "") + kurzes_datum(eintrag.faellig)


def gemeldet(letzte: Meldung | None, antwort: Meldung | None) -> tuple[str, str]:
    """Say what was answered last and when; of a body that only ever was asked, that it did not answer."""
    meldung = antwort or letzte
    if meldung is None:
        return OHNE_MELDUNG, ""
    return STAENDE[meldung.stand], kurzes_datum(meldung.am)


def fristzeilen(zeile: Listenzeile, stichtag: date) -> tuple[str, ...]:
    """Give the day to look at first and how it stands; where there is no day, only that."""
    frist = zeile.frist
    if frist is None:
        return ("–",)
    stand = zustand(frist, stichtag, zeile.teile[frist.teil - 1].beginn)
    if frist.gruppe is Gruppe.UEBERFAELLIG and zeile.ueberfaellig > 1:
        stand = f"{zeile.ueberfaellig}× {stand}"
    return (stand,) if frist.faellig is None else (fristtag(frist), stand)


def vorbehalt(zeile: Listenzeile) -> tuple[str, str]:
    """Give the first sentence of a report whose state alone misleads, and the new Termin that it announces.

    A Maßnahme that is »zurückgestellt« may be so in one of its parts only: the report says which (4.1 of source 001).
    """
    meldung = zeile.antwort
    if meldung is None or (meldung.stand not in ERKLAERT and meldung.neuer_termin is None):
        return "", ""
    return erster_satz(meldung.text or ""), meldung.neuer_termin or ""


def lage_in_worten(zeile: Listenzeile, stichtag: date) -> str:
    """Say in one line how a Maßnahme stands: the Frist to look at first, and the last report."""
    frist = zeile.frist
    teile = []
    if frist is not None:
        stand = zustand(frist, stichtag, zeile.teile[frist.teil - 1].beginn)
        mehrere = frist.gruppe is Gruppe.UEBERFAELLIG and zeile.ueberfaellig > 1
        mehr = f", insgesamt {zeile.ueberfaellig}×" if mehrere else ""
        teile.append(stand + (f" ({fristtag(frist)}{mehr})" if frist.faellig else ""))
    wort, am = gemeldet(zeile.letzte, zeile.antwort)
    satz, neu = vorbehalt(zeile)
    gesagt = f"gemeldet am {am}: {wort}" if am else wort
    teile.append(gesagt + (f", neuer Termin: {neu}" if neu else "") + (f". {satz}" if satz else ""))
    return "; ".join(teile)
