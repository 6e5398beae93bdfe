"""What must not change a date: another dash, capitals, a heading, brackets, a second step beside it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.termin import TerminArt, lies_termin

ORDNER = Path(__file__).parent


def _wortlaute() -> list[str]:
    texte: set[str] = set()
    for name in ("termine.tsv", "wortlaute.tsv", "echte_wortlaute.tsv"):
        with (ORDNER / name).open(encoding="utf-8", newline="") as datei:
            texte |= {
                zeile["text"] for zeile in csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE)
            }
    return sorted(texte - AUSNAHMEN)


AUSNAHMEN: Final = {
    "2008-12",  # with a longer dash it is plainly a span
    "2020 –",  # with a word behind it the dash only joins that word
    "I. und II. Quartal 2022", "I.–III. Quartal 2021",  # small Roman numbers are read before the noun only
}  # fmt: skip
VERWANDLUNGEN: Final = {
    "ein Name davor": "Umsetzung {}".format,
    "eine Überschrift": "Zeitraum: {}".format,
    "noch eine": "Laufzeit: {}".format,
    "ein Punkt dahinter": "{}.".format,
    "ein Strichpunkt": "{};".format,
    "Klammern": "({})".format,
    "eine Stelle dahinter": "{}, Sozialamt".format,
    "eine Stelle in Klammern": "{} (Sozialamt)".format,
    "geplant": "{} geplant".format,
    "lange Striche": lambda text: text.replace("-", "–"),
    "kurze Striche": lambda text: text.replace("–", "-"),
    "doppelte Leerzeichen": lambda text: text.replace(" ", "  "),
    "klein geschrieben": str.lower,
    "groß geschrieben": str.upper,
}


def _daten(text: str) -> list[tuple[str, ...]]:
    gelesen = [(str(teil.beginn or ""), str(teil.ende or ""), teil.rrule or "") for teil in lies_termin(text)]
    return [teil for teil in gelesen if any(teil)]


def _gewarnt(text: str) -> bool:
    return any(teil.mehrdeutig or teil.art is TerminArt.UNBESTIMMT for teil in lies_termin(text))


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(_wortlaute()), st.sampled_from(sorted(VERWANDLUNGEN)))
def test_what_says_nothing_new_changes_no_date_in_silence(text: str, art: str) -> None:
    verwandelt = VERWANDLUNGEN[art](text)
    assert _daten(verwandelt) == _daten(text) or _gewarnt(verwandelt)


ANGABEN: Final = (
    "2021", "bis 2022", "ab 2023", "Ende 2021", "2021–2023", "von März 2022 bis Mai 2023", "2. Quartal 2022",
    "Schuljahr 2021/22", "31.12.2022", "seit Mai 2011", "fortlaufend", "laufend ab 2020", "jährlich",
    "jährlich im September", "alle zwei Jahre", "halbjährlich", "KW 12/2022", "03/2022", "jährlich ab 2021",
    "Mitte 2022", "fortlaufend bis 2025", "2021 und 2022", "in den Jahren 2021 und 2022", "1x pro Jahr",
)  # fmt: skip
ZWEI_SCHRITTE: Final = (
    "Konzept {}, Umsetzung {}", "Konzept: {}, Umsetzung: {}", "{}; {}", "Konzept {} und Umsetzung {}",
    "{} (Konzept), {} (Umsetzung)", "Konzept ({}), Umsetzung ({})", "{} Konzept, {} Umsetzung", "1.1) {} 1.2) {}",
    "a) {} b) {}", "- {}\n- {}", "Konzept {}\nUmsetzung {}", "Konzept {} / Umsetzung {}", "Konzept {} – Umsetzung {}",
    "Phase 1: {}, Phase 2: {}", "Phase I {} Phase II {}", "1. Konzept {} 2. Umsetzung {}", "Konzept {}. Umsetzung {}.",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ZWEI_SCHRITTE), st.sampled_from(ANGABEN), st.sampled_from(ANGABEN))
def test_two_named_steps_keep_their_own_dates(rahmen: str, eine: str, andere: str) -> None:
    text = rahmen.format(eine, andere)
    assert _daten(text) == _daten(eine) + _daten(andere) or any(teil.mehrdeutig for teil in lies_termin(text))


@pytest.mark.parametrize(
    ("text", "teile"),
    [
        ("Konzept bis 2022 und Umsetzung jährlich", ["Konzept bis 2022", "Umsetzung jährlich"]),
        ("bis 2022 (Konzept), jährlich (Umsetzung)", ["bis 2022 (Konzept)", "jährlich (Umsetzung)"]),
        ("Konzept (ab 2023), Umsetzung (jährlich)", ["Konzept (ab 2023)", "Umsetzung (jährlich)"]),
        ("1. Konzept bis 2022 2. Umsetzung jährlich", ["1. Konzept bis 2022", "2. Umsetzung jährlich"]),
        ("laufende Beratung und Angebote bis 2023", ["laufende Beratung und Angebote bis 2023"]),
        ("Aufbau jährlicher Workshops und Seminare ab 2022", ["Aufbau jährlicher Workshops und Seminare ab 2022"]),
    ],
)  # fmt: skip
def test_each_step_has_its_own_words(text: str, teile: list[str]) -> None:
    assert [teil.text for teil in lies_termin(text)] == teile
