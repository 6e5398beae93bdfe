"""What is due as a calendar: one event of one day per Frist, for everybody or for one body.

An event per Frist and none with a rule of repetition: most of our Fristen could be written as an RRULE with
BYMONTHDAY=-1, but each has a state of its own (met, overdue, open), and a calendar that repeats a rule has none.
What was met stays and says so, what was dropped is cancelled, so that a calendar that took it in before learns it.
What has no date is no event; how much that is stands in the description of the calendar.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.due_ics_ereignis import WELT, ereignis, kennung, umfeld
from konzept.render.due_words import GRUPPEN, UNVOLLSTAENDIG, fassungszeile, label, zeitraum
from konzept.render.words import anzahl, aufzaehlung, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.akteur import Akteur
    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.due_ics_ereignis import Ereignis
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.due_frueher import Rueckblick

LEER = "Keine Frist mit Datum"


def due_ics(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    akteur: Akteur | None = None,
    rueckblick: Rueckblick | None = None,
) -> str:
    """Write the answer as an iCalendar file with CRLF line ends, by date; the same input gives the same text.

    ``akteur`` is the body that was asked for; ``bericht`` then holds what it and what belongs to it take part in,
    and each event tells the part. The Fristen that a ``vorlauf`` adds stand among the others, and with a
    ``rueckblick`` those that the plan no longer has, cancelled.
    """
    from konzept.render.due_ics_absagen import absagen
    from konzept.render.due_ics_kalender import Kalender, kalendertext

    um = umfeld(bericht, einstellungen)
    ereignisse: dict[str, Ereignis] = {}
    for eintrag, tag in datierte(bericht):
        neu = ereignis(eintrag, tag, um)
        ereignisse.setdefault(neu.uid, neu)
    fristen = len(ereignisse)
    if rueckblick is not None:
        ereignisse = absagen(bericht, einstellungen, rueckblick) | ereignisse
    name = f"Fristen {einstellungen.koerperschaft or bericht.fassung.rahmen.titel}"
    worte = ("fristen", kennung(einstellungen), akteur.id if akteur else None)
    kalender = Kalender(
        uid=".".join(filter(None, worte)) + f"@{WELT}",
        name=f"{name}: {akteur.name}" if akteur else name,
        beschreibung=_beschreibung(bericht, einstellungen, fristen),
        leer=LEER,
        stichtag=bericht.frage.stichtag,
    )
    return kalendertext(kalender, sorted(ereignisse.values(), key=lambda one: one.tag))


def datierte(bericht: Duebericht) -> tuple[tuple[Eintrag, date], ...]:
    """Return the entries that have a date, with it; what a ``vorlauf`` adds comes last and may come twice."""
    eintraege = bericht.eintraege + (bericht.vorlauf.eintraege if bericht.vorlauf else ())
    return tuple((eintrag, eintrag.faellig) for eintrag in eintraege if eintrag.faellig is not None)


def auslassung(bericht: Duebericht, einstellungen: Einstellungen) -> str | None:
    """Say in one sentence what is no event because it has no date, counted as in the other formats; None if nothing."""
    zahlen = Counter(eintrag.gruppe for eintrag in bericht.eintraege if eintrag.faellig is None)
    ohne = [f"{zahlen[gruppe]} {GRUPPEN[gruppe]}" for gruppe in Gruppe if zahlen[gruppe]]
    if bericht.ohne_termin:
        massnahme = einstellungen.bezeichnung(Begriff.MASSNAHME)
        zahl = anzahl(len(bericht.ohne_termin), massnahme.einzahl, massnahme.mehrzahl)
        ohne.append(f"{zahl} ohne {label(einstellungen, Begriff.TERMIN)}")
    return f"Ohne Datum und darum nicht im Kalender: {aufzaehlung(ohne)}." if ohne else None


def _beschreibung(bericht: Duebericht, einstellungen: Einstellungen, zahl: int) -> str:
    stichtag = kurzes_datum(bericht.frage.stichtag)
    saetze = [
        f"{bericht.fassung.rahmen.titel}, Fassung {fassungszeile(bericht)}.",
        None if bericht.fassung.rahmen.vollstaendig else UNVOLLSTAENDIG,
        f"Zeitraum {zeitraum(bericht)}, ausgewertet zum {stichtag}: {anzahl(zahl, 'Frist', 'Fristen')}.",
        auslassung(bericht, einstellungen),
    ]
    return "\n".join(filter(None, saetze))
