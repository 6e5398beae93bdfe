"""What a list and a card say of one Maßnahme in words: its next Frist, what was reported last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.render.due_words import GRUPPEN, MEHRDEUTIG
from konzept.render.words import STAENDE, kurzes_datum
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.liste_wahl import Artwahl, Standwahl

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.sachstand import Meldung
    from konzept.reports.due_eintrag import Eintrag

OHNE_MELDUNG = "ohne Meldung"
LAEUFT = "läuft"
"""A span of time under way; its Frist is its last day."""
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
