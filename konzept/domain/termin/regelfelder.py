"""The text of a recurrence rule (RFC 5545) cut into its fields, and the readers of single fields."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

MAX_INTERVALL: Final = 9999
MAX_ZEICHEN: Final = 2000
"""Longer than a rule that names every day of the year by its number (366 numbers, their signs and commas)."""
_DATUM: Final = len("JJJJMMTT")
_UHRZEIT: Final = len("T000000")


class Takt(StrEnum):
    """The unit that a rhythm counts in; hours, minutes and seconds are none of a plan."""

    JAHR = "YEARLY"
    MONAT = "MONTHLY"
    WOCHE = "WEEKLY"
    TAG = "DAILY"


def zerlege_regel(text: str) -> dict[str, str]:
    """Return the fields of a rule by name; raises ValueError with a German sentence where it is no list of fields."""
    felder: dict[str, str] = {}
    for stueck in text.upper().removeprefix("RRULE:").split(";"):  # RFC 5545: case does not matter
        name, gleich, wert = stueck.partition("=")
        if not gleich or name in felder or len(text) > MAX_ZEICHEN:
            msg = f"Die Regel »{text[:80]}« ist keine RRULE."
            raise ValueError(msg)
        if not wert:
            msg = f"Die Regel »{text}« ist nicht lesbar: {name} ist leer."
            raise ValueError(msg)
        felder[name] = wert
    return felder


def zahl(text: str, hoechstens: int) -> int:
    """Read a number between 1 and `hoechstens`; raises ValueError for anything else."""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MAX_INTERVALL)):
        raise ValueError(text)
    wert = int(text)
    if not 1 <= wert <= hoechstens:
        raise ValueError(text)
    return wert


def zahlen(text: str, hoechstens: int) -> tuple[int, ...]:
    """Read a list of numbers between 1 and `hoechstens`, in order and each once; an empty text is an empty list."""
    return tuple(sorted({zahl(stueck, hoechstens) for stueck in text.split(",")})) if text else ()


def vorzeichenzahl(text: str, hoechstens: int) -> int:
    """Read a number that may count from the end: 1, +1, -1."""
    betrag = zahl(text[1:] if text[:1] in {"+", "-"} else text, hoechstens)
    return -betrag if text.startswith("-") else betrag


def vorzeichenzahlen(text: str, hoechstens: int) -> tuple[int, ...]:
    """Read a list of numbers that may count from the end, in order and each once."""
    return tuple(sorted({vorzeichenzahl(stueck, hoechstens) for stueck in text.split(",")})) if text else ()


def bis_tag(text: str) -> date | None:
    """Read a day as UNTIL has it (20231231, or with a time behind it); None for an empty text."""
    if not text:
        return None
    uhrzeit = text[_DATUM:].removesuffix("Z")
    ziffern = text[:_DATUM] + uhrzeit[1:]
    form = len(text) >= _DATUM and (not uhrzeit or (len(uhrzeit) == _UHRZEIT and uhrzeit[0] == "T"))
    if not form or not (ziffern.isascii() and ziffern.isdigit()) or text[_DATUM:] == "Z":
        raise ValueError(text)
    return date(int(text[:4]), int(text[4:6]), int(text[6:_DATUM]))
