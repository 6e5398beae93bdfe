"""The single values of the schemas take the texts that the loader takes, and no others."""

from __future__ import annotations

import re
from datetime import date, timedelta

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from konzept.domain import werte
from konzept.domain.indikator import lies_zahl
from konzept.load.file_text import CONTROL
from konzept.render.schema_werte import STEUERZEICHEN, WERTE

KINDS = ("Text", "Id", "Nummer", "Datum", "Zeit", "Wahrheit", "Betrag", "Zahl", "Jahr", "Bemerkung")
NEAR = {
    "Id": r"[a-z0-9 A-]{0,12}",
    "Nummer": r"[0-9. a\n]{0,22}",
    "Datum": r"[0-9]{3,5}-[0-9]{1,2}-[0-9]{1,2} ?",
    "Zeit": r"[0-9]{3,5}(-[0-9]{1,2}){0,2} ?",
    "Wahrheit": r" ?([jJ][aA]|nein|NEIN|[tT]rue|false|yes|0)",
    "Betrag": r"-?[0-9]{1,16}([.,][0-9]{0,3})?",
    "Zahl": r"-?[0-9]{0,5}",
    "Jahr": r"-?[0-9]{0,5}",
    "Bemerkung": r" ?(ja|Nein|TRUE|no|An|aus|jawohl|ja gut) ?",
    "Text": r"[ \n\t]{0,3}a?",
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)


def schema_takes(kind: str, text: object) -> bool:
    return jsonschema.Draft202012Validator(WERTE[kind]).is_valid(text)


def loader_takes(kind: str, text: str) -> bool:
    try:
        TypeAdapter(getattr(werte, kind)).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_takes_the_texts_that_the_loader_takes(kind: str) -> None:
    @given(st.one_of(TEXTS, st.from_regex(NEAR[kind], fullmatch=True)))
    def agree(text: str) -> None:
        # control characters never reach a model: the loader refuses the file
        if not CONTROL.search(text):
            assert schema_takes(kind, text) == loader_takes(kind, text)

    agree()


@given(st.one_of(TEXTS, st.from_regex(r"[-\u2212]?[0-9]{0,4}[.,]?[0-9]{0,4}", fullmatch=True)))
def test_a_value_is_a_number_where_the_checks_find_one(text: str) -> None:
    if not CONTROL.search(text):
        assert schema_takes("Zahlwert", text) == (lies_zahl(text) is not None)


def test_every_day_of_the_calendar_is_one_and_no_other() -> None:
    days = {date(1999, 12, 31) + timedelta(days=n) for n in range(800)}
    days |= {date(year, 2, 28) for year in (1, 4, 1900, 9999)} | {date(4, 2, 29)}
    for day in days:
        assert schema_takes("Datum", day.isoformat())
    for wrong in (
        "1900-02-29",
        "2021-02-29",
        "2000-02-30",
        "2000-04-31",
        "2000-13-01",
        "2000-00-10",
        "0000-01-01",
    ):
        assert not schema_takes("Datum", wrong)
        assert not schema_takes("Zeit", wrong)


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        ("Text", 2020, True),
        ("Text", None, False),
        ("Text", True, False),
        ("Id", 2020, True),
        ("Id", -1, False),
        ("Id", "a" * werte.ID_HOECHSTLAENGE, True),
        ("Id", "a" * (werte.ID_HOECHSTLAENGE + 1), False),
        ("Nummer", 5.1, False),
        ("Nummer", "1" * werte.NUMMER_HOECHSTLAENGE, True),
        ("Nummer", "1" * (werte.NUMMER_HOECHSTLAENGE + 1), False),
        ("Zeit", 2020, True),
        ("Zeit", 20, False),
        ("Jahr", 0, False),
        ("Betrag", -5, False),
        ("Betrag", 12.5, True),
        ("Wahrheit", False, True),
        ("Bemerkung", True, False),
        ("leer", None, True),
        ("leer", "", False),
        ("leer", 0, False),
    ],
)
def test_what_yaml_makes_of_bare_words(kind: str, value: object, *, taken: bool) -> None:
    assert schema_takes(kind, value) == taken


def test_the_control_characters_are_those_of_the_loader() -> None:
    ours = re.compile(f"[{STEUERZEICHEN}]")
    assert [n for n in range(0x10000) if bool(ours.search(chr(n))) != bool(CONTROL.search(chr(n)))] == []
