"""What changed on one Maßnahme since the last report: entries of the log, the word of the Ampel, its Fristen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.sachstandsbericht_teile import Aenderung

if TYPE_CHECKING:
    from datetime import date

    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.sachstandsbericht_teile import Auskunft, Massnahmenstand, Vorher
    from konzept.reports.sachstandsbericht_zeitraum import Zeitraum

    Frist = tuple[str | None, str, int, date | None]


def aenderung(
    jetzt: Massnahmenstand,
    vorher: Vorher | None,
    auskuenfte: tuple[Auskunft, ...],
    lagen: tuple[tuple[Eintrag, ...], tuple[Eintrag, ...]],
    zeitraum: Zeitraum,
) -> Aenderung | None:
    """Compare one Maßnahme with the last report; None if nothing about it is new.

    ``lagen`` are its Fristen as ``due`` placed them then and places them now.
    """
    neue = tuple(one for one in auskuenfte if zeitraum.ist_neu(one.meldung.erfasst))
    eine = Aenderung(
        jetzt=jetzt,
        vorher=vorher,
        auskuenfte=neue,
        neu_ueberfaellig=neu_ueberfaellig(*lagen),
        erledigt=_erledigt(*lagen, jetzt, neue, zeitraum.stichtag),
    )
    bewegt = eine.gewechselt or eine.auskuenfte or eine.neu_ueberfaellig or eine.erledigt
    return eine if bewegt else None


def neu_ueberfaellig(damals: tuple[Eintrag, ...], heute: tuple[Eintrag, ...]) -> tuple[Eintrag, ...]:
    """Return what is overdue and was not in the last report."""
    schon = {_frist(one) for one in damals if one.gruppe is Gruppe.UEBERFAELLIG}
    return tuple(one for one in heute if one.gruppe is Gruppe.UEBERFAELLIG and _frist(one) not in schon)


def _erledigt(
    damals: tuple[Eintrag, ...],
    heute: tuple[Eintrag, ...],
    jetzt: Massnahmenstand,
    neue: tuple[Auskunft, ...],
    stichtag: date,
) -> tuple[Eintrag, ...]:
    """Return the Fristen that were open in the last report and are met now.

    With a Maßnahme that is dropped none is met but those that a report names; with one that is done its single
    Fristen are, and of a rhythm those up to the Stichtag: what would have come later is not due any more.
    """
    schon = {_frist(one) for one in damals if one.gruppe is Gruppe.ERLEDIGT}
    genannt = {(erfuellung.teil, erfuellung.frist) for one in neue for erfuellung in one.meldung.erfuellt}
    antwort = jetzt.antwort
    entfallen = antwort is not None and antwort.meldung.stand is Stand.ENTFALLEN

    def zaehlt(one: Eintrag) -> bool:
        if (one.teil, one.faellig) in genannt or (one.teil, None) in genannt:
            return True
        kuenftig = one.art is TerminArt.WIEDERKEHREND and one.faellig is not None and one.faellig > stichtag
        return not entfallen and not kuenftig

    return tuple(
        one
        for one in heute
        if one.gruppe is Gruppe.ERLEDIGT and one.faellig and _frist(one) not in schon and zaehlt(one)
    )


def _frist(one: Eintrag) -> Frist:
    return one.massnahme, one.bezug, one.teil, one.faellig
