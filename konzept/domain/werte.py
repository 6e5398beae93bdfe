"""The kinds of single values a plan's files hold, converted from the strings that were written.

Every converter raises a ``PydanticCustomError`` whose *type* names the fault; the loader turns that type
into a German sentence. No YAML 1.1 guessing: ``no`` is a text, ``5.10`` is not ``5.1``.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, InstanceOf
from pydantic_core import PydanticCustomError

from konzept.domain.kalender import Zeitangabe

ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NUMMER_HOECHSTLAENGE = 20
ANFUEHRUNGSZEICHEN = "\"'\u201e\u201c\u201d\u201a\u2018\u2019\u00bb\u00ab\u203a\u2039`\u00b4"
"""No number holds a quote: YAML takes away its own, so that one still there was typed by a word processor."""

LETZTES_JAHR = 9999
ID_HOECHSTLAENGE = 100
"""Ids become file names and anchors; more is unreadable there."""

_WAHRHEIT = {"true": True, "ja": True, "false": False, "nein": False}


class Wert(BaseModel):
    """A frozen value object: unknown keys are errors, equal contents are equal values."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


def _text(value: Any) -> Any:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("leerer_text", "empty text")
    return value.strip() if isinstance(value, str) else value


def _id(value: str) -> str:
    if not re.fullmatch(ID_FORM, value) or len(value) > ID_HOECHSTLAENGE:
        raise PydanticCustomError("id_form", "not a slug", {"wert": value})
    return value


def _nummer(value: str) -> str:
    if len(value) > NUMMER_HOECHSTLAENGE or re.search(rf"\s{{2,}}|[\n\t{ANFUEHRUNGSZEICHEN}]", value):
        raise PydanticCustomError("nummer_form", "not a number", {"wert": value})
    return value


def _datum(value: Any) -> Any:
    if isinstance(value, str):
        form = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip(), re.ASCII)
        try:
            return date.fromisoformat(form.group() if form else "")
        except ValueError:
            raise PydanticCustomError("datum_form", "not a day", {"wert": value}) from None
    return value


def _zeitangabe(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return Zeitangabe.parse(value.strip())
        except ValueError:
            raise PydanticCustomError("zeitangabe_form", "not a time", {"wert": value}) from None
    return value


def _wahrheit(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return _WAHRHEIT[value.strip().lower()]
        except KeyError:
            raise PydanticCustomError("wahrheit_form", "not a truth value", {"wert": value}) from None
    return value


def _betrag(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,15}(?:\.\d{1,2})?", value.strip(), re.ASCII):
            raise PydanticCustomError("betrag_form", "not an amount", {"wert": value})
        return Decimal(value.strip())
    return value


def _zahl(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,4}", value.strip(), re.ASCII):
            raise PydanticCustomError("zahl_form", "not a whole number", {"wert": value})
        return int(value)
    return value


def _jahr(value: int) -> int:
    if not 1 <= value <= LETZTES_JAHR:
        raise PydanticCustomError("zahl_form", "not a year", {"wert": str(value)})
    return value


def _bemerkung(value: str) -> str:
    if value.strip().lower() in {*_WAHRHEIT, "yes", "no", "on", "off", "an", "aus"}:
        raise PydanticCustomError("bemerkung_form", "a remark, not a switch", {"wert": value})
    return value


def _liste(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_text)]
"""Words a person reads, never empty; blanks around it do not count."""

Id = Annotated[Text, AfterValidator(_id)]
Nummer = Annotated[Text, AfterValidator(_nummer)]
Datum = Annotated[date, BeforeValidator(_datum)]
Zeit = Annotated[InstanceOf[Zeitangabe], BeforeValidator(_zeitangabe)]
"""A year, a month or a day."""

Wahrheit = Annotated[bool, BeforeValidator(_wahrheit)]
Betrag = Annotated[Decimal, BeforeValidator(_betrag)]
Zahl = Annotated[int, BeforeValidator(_zahl)]
Jahr = Annotated[Zahl, AfterValidator(_jahr)]
Messwert = Text
"""A value as it was written: 80, 12,5, „rund 40“."""

Bemerkung = Annotated[Text, AfterValidator(_bemerkung)]
Textliste = Annotated[tuple[Text, ...], BeforeValidator(_liste)]
"""Several texts; a single one may stand without the dash."""


def nummer_schluessel(nummer: str | None) -> tuple[tuple[int, int, str], ...]:
    """Sort key of a printed number: runs of digits as integers (5.10 after 5.9, 3.4.1 after 3.4)."""
    teile = re.findall(r"[0-9]+|[^\W\d_]+", nummer or "")
    return tuple((0, int(teil), "") if teil.isdecimal() else (1, 0, teil.casefold()) for teil in teile)


def gefaltet(text: str) -> str:
    """Return a text as two are compared that may differ in case and blanks only."""
    return " ".join(text.casefold().split())
