"""The one door to the icalendar library: events become a calendar file by RFC 5545 and RFC 7986.

The file carries no METHOD: by RFC 5545 (3.7.2) it then is a snapshot of a calendar, which is what it is; PUBLISH
would need an ORGANIZER with an address (RFC 5546, 3.2.1), and a plan has none. Escaping, folding to 75 octets and
CRLF are the library's. This module is loaded only by who writes a calendar.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Component, Event, Journal, vCategory, vText

from konzept.render.words import kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.due_ics_ereignis import Ereignis

PRODID = "-//konzept//Fristen//DE"
EIN_TAG = timedelta(days=1)
VORLAUF = timedelta(days=-14, hours=9)
"""A reminder comes at nine o'clock of the fourteenth day before, early enough to prepare an answer."""


@dataclass(frozen=True, slots=True)
class Kalender:
    """What a calendar file says of itself; ``leer`` is what it says if it has no event."""

    uid: str
    name: str
    beschreibung: str
    leer: str
    stichtag: date


class Wortlaut(vText):
    r"""Text that reaches its reader as it is.

    icalendar takes a backslash before a capital N in a text for a line break (RFC 5545 knows that form only in
    what is already escaped) and would break a path such as »\\Server\Netz« in two; so those two signs are escaped
    here, and all others by the library. It is used for every text, the names of the calendar too: they are TEXT
    (RFC 7986, 5.1), while icalendar 7.3 would write them as values of an unknown type, commas as they are. Control
    characters have no place in a calendar and are spelled out.
    """

    def to_ical(self) -> bytes:
        """Return the escaped text in UTF-8."""
        return rb"\\N".join(vText(piece).to_ical() for piece in _ohne_steuerzeichen(self).split(r"\N"))


def kalendertext(kalender: Kalender, ereignisse: Sequence[Ereignis]) -> str:
    """Write a calendar with CRLF line ends, the events in the order given.

    RFC 5545 (3.6) wants at least one component; a calendar without events holds a note that says so.
    """
    stempel = datetime.combine(kalender.stichtag, time(), UTC)
    kopf = Calendar()
    kopf.add("VERSION", "2.0")
    kopf.add("PRODID", PRODID)
    kopf.add("UID", kalender.uid)
    for name in ("NAME", "X-WR-CALNAME"):
        kopf.add(name, Wortlaut(kalender.name))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        kopf.add(name, Wortlaut(kalender.beschreibung))
    for ereignis in ereignisse:
        kopf.add_component(_event(ereignis, stempel))
    if not ereignisse:
        kopf.add_component(_notiz(kalender, stempel))
    ganz: bytes = kopf.to_ical()
    return ganz.decode("utf-8")


def _event(ereignis: Ereignis, stempel: datetime) -> Event:
    event = Event()
    _gemeinsames(event, ereignis.uid, stempel, ereignis.tag, ereignis.titel)
    if ereignis.tag < date.max:  # without DTEND an event by date lasts its one day as well (RFC 5545, 3.6.1)
        event.add("DTEND", ereignis.tag + EIN_TAG)
    event.add("SEQUENCE", ereignis.folge)
    event.add("DESCRIPTION", Wortlaut(ereignis.beschreibung))
    if ereignis.kategorie:
        kategorien = vCategory([])
        kategorien.cats = [Wortlaut(ereignis.kategorie)]  # its constructor would make plain vText of it
        event.add("CATEGORIES", kategorien)
    event.add("STATUS", ereignis.lage.value)
    event.add("TRANSP", "TRANSPARENT")  # a deadline takes nobody's time
    if ereignis.erinnert:
        event.add_component(_alarm(ereignis))
    return event


def _alarm(ereignis: Ereignis) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", VORLAUF)
    alarm.add("DESCRIPTION", Wortlaut(f"{ereignis.titel} – am {kurzes_datum(ereignis.tag)}"))
    return alarm


def _notiz(kalender: Kalender, stempel: datetime) -> Journal:
    """Make the one component that is neither an event nor a task, so that nothing appears in a calendar."""
    notiz = Journal()
    _gemeinsames(notiz, f"leer.{kalender.uid}", stempel, kalender.stichtag, kalender.leer)
    return notiz


def _gemeinsames(component: Component, uid: str, stempel: datetime, tag: date, titel: str) -> None:
    component.add("UID", uid)
    component.add("DTSTAMP", stempel)
    component.add("DTSTART", tag)
    component.add("SUMMARY", Wortlaut(titel))


def _ohne_steuerzeichen(text: str) -> str:
    """Spell out what RFC 5545 (3.1) allows in no text: control characters but tab and line break, and half signs."""
    einzeilig = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign.encode("unicode_escape").decode("ascii")
        if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t"
        else sign
        for sign in einzeilig
    )
