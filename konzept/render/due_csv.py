"""What is due as a table for a spreadsheet: one row per Maßnahme, part and Frist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.csv_rows import csv_text
from konzept.render.due_reihen import naechste, naechste_ausserhalb, schluessel
from konzept.render.due_words import (
    BETEILIGT,
    FEDERFUEHREND,
    GRUPPEN,
    OHNE_MELDUNG,
    involved,
    label,
    title_of,
)
from konzept.render.words import STAENDE

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag

JA, NEIN = "ja", "nein"


def due_csv(bericht: Duebericht, einstellungen: Einstellungen) -> str:
    """Write every entry under the county's own words; what comes next beyond the period stands at the end.

    The number stands before the title: alone a German spreadsheet would read 2.9 as a day. A column says which
    entries come next; it is empty if nobody asked for them, as is the one of the parts if nobody asked for bodies.
    """
    kopf = [
        "Gruppe",
        f"{label(einstellungen, Begriff.MASSNAHME)} (id)",
        "Titel",
        label(einstellungen, Begriff.TERMIN),
        "Teil",
        "Wortlaut des Teils",
        "Frist",
        "Übertrag",
        "Mehrdeutig",
        "Federführend",
        "Beteiligt",
        "Gemeldet am",
        "Stand",
        "Meldung",
        "Neuer Termin",
        "Keine Rückmeldung am",
        "Ohne Sachstand",
        "Hinweis",
        "Anteil",
        "Als Nächstes",
    ]
    kommend = {schluessel(one) for one in naechste(bericht)}
    eintraege = [*bericht.eintraege, *naechste_ausserhalb(bericht)]
    return csv_text(kopf, [_zellen(bericht, one, einstellungen, kommend) for one in eintraege])


def _zellen(
    bericht: Duebericht,
    eintrag: Eintrag,
    einstellungen: Einstellungen,
    kommend: set[tuple[str, int, date | None]],
) -> list[str | int | date | None]:
    meldung, letzte = eintrag.antwort, eintrag.letzte
    leitend = dict.fromkeys(one.kurz for one in eintrag.akteure if one.rolle is Rolle.FEDERFUEHREND)
    return [
        GRUPPEN[eintrag.gruppe],
        eintrag.massnahme,
        f"{eintrag.gliederung} {title_of(eintrag, einstellungen)}",
        eintrag.termin,
        eintrag.teil,
        eintrag.teil_text,
        eintrag.faellig,
        _ja(eintrag.uebertrag),
        _ja(eintrag.mehrdeutig),
        ", ".join(leitend),
        ", ".join(involved(eintrag)),
        meldung.am if meldung else None,
        STAENDE[meldung.stand] if meldung else OHNE_MELDUNG,
        meldung.text if meldung else None,
        meldung.neuer_termin if meldung else None,
        letzte.am if letzte is not None and letzte is not meldung else None,
        _ja(eintrag.ohne_sachstand),
        eintrag.hinweis,
        _anteil(bericht, eintrag),
        _ja(schluessel(eintrag) in kommend) if bericht.vorlauf else None,
    ]


def _anteil(bericht: Duebericht, eintrag: Eintrag) -> str | None:
    if bericht.frage.akteure is None:
        return None
    return FEDERFUEHREND if bericht.federfuehrend(eintrag) else BETEILIGT


def _ja(ja: bool) -> str:  # noqa: FBT001  the value itself is the question
    return JA if ja else NEIN
