"""The wording that the program itself writes, part by part, and the round trip of every wording of the tables."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from konzept.domain.termin import Teil, TerminArt, lies_termin, schreibe_termin

F, Z, L, W, U = (
    TerminArt.FAELLIG, TerminArt.ZEITRAUM, TerminArt.LAUFEND, TerminArt.WIEDERKEHREND, TerminArt.UNBESTIMMT,
)  # fmt: skip
JAHR_2021 = date(2021, 1, 1), date(2021, 12, 31)


@pytest.mark.parametrize(
    ("teil", "wortlaut"),
    [
        (Teil("", F, *JAHR_2021), "2021"),
        (Teil("", F, None, date(2021, 12, 31)), "bis 31.12.2021"),
        (Teil("", F, date(2021, 1, 2), date(2021, 12, 31)), "fällig vom 02.01.2021 bis 31.12.2021"),
        (Teil("", F, date(2021, 1, 1), date(2021, 12, 30)), "fällig vom 01.01.2021 bis 30.12.2021"),
        (Teil("", F, date(2020, 1, 1), date(2021, 12, 31)), "fällig vom 01.01.2020 bis 31.12.2021"),
        (Teil("", F, date(900, 1, 1), date(900, 12, 31)), "fällig vom 01.01.0900 bis 31.12.0900"),
        (Teil("", Z, date(2020, 1, 1), date(2023, 12, 31)), "2020–2023"),
        (Teil("", Z, date(2020, 1, 2), date(2023, 12, 31)), "vom 02.01.2020 bis 31.12.2023"),
        (Teil("", Z, date(2020, 1, 1), date(2023, 12, 30)), "vom 01.01.2020 bis 30.12.2023"),
        (Teil("", Z, *JAHR_2021), "vom 01.01.2021 bis 31.12.2021"),
        (Teil("", Z, date(1899, 1, 1), date(1901, 12, 31)), "vom 01.01.1899 bis 31.12.1901"),
        (Teil("", Z, date(2199, 1, 1), date(2200, 12, 31)), "vom 01.01.2199 bis 31.12.2200"),
        (Teil("", Z, None, date(2030, 12, 31)), "für den Zeitraum bis 31.12.2030"),
        (Teil("", L), "fortlaufend"),
        (Teil("", L, date(2019, 1, 1)), "fortlaufend ab 01.01.2019"),
        (Teil("", W, rrule="FREQ=YEARLY"), "jährlich"),
        (Teil("", W, rrule="FREQ=MONTHLY;INTERVAL=6"), "halbjährlich"),
        (Teil("", W, rrule="FREQ=MONTHLY;INTERVAL=3"), "vierteljährlich"),
        (Teil("", W, rrule="FREQ=MONTHLY"), "monatlich"),
        (Teil("", W, rrule="FREQ=WEEKLY"), "wöchentlich"),
        (Teil("", W, rrule="FREQ=DAILY"), "täglich"),
        (Teil("", W, rrule="FREQ=YEARLY;INTERVAL=3"), "alle 3 Jahre"),
        (Teil("", W, rrule="FREQ=MONTHLY;INTERVAL=2"), "alle 2 Monate"),
        (Teil("", W, rrule="FREQ=WEEKLY;INTERVAL=6"), "alle 6 Wochen"),
        (Teil("", W, rrule="FREQ=DAILY;INTERVAL=6"), "alle 6 Tage"),
        (Teil("", W, rrule="FREQ=YEARLY;BYMONTH=3"), "jährlich im März"),
        (Teil("", W, rrule="FREQ=YEARLY;BYMONTH=3,9"), "jährlich im März und September"),
        (Teil("", W, rrule="FREQ=YEARLY;BYMONTH=1,5,12"), "jährlich im Januar, Mai und Dezember"),
        (Teil("", W, rrule="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20"), "jährlich am 20. Juni"),
        (Teil("", W, date(2021, 1, 1), rrule="FREQ=YEARLY"), "jährlich ab 01.01.2021"),
        (
            Teil("", W, None, date(2025, 12, 31), "FREQ=YEARLY;BYMONTH=3;UNTIL=20251231"),
            "jährlich bis 31.12.2025 im März",
        ),
        (
            Teil("", W, date(2021, 1, 1), date(2025, 12, 31), "FREQ=MONTHLY;UNTIL=20251231"),
            "monatlich vom 01.01.2021 bis 31.12.2025",
        ),
        (Teil("", W, mehrdeutig=True), "regelmäßig (mehrdeutig)"),
        (Teil("", W, date(2021, 1, 1), mehrdeutig=True), "regelmäßig ab 01.01.2021 (mehrdeutig)"),
        (Teil("", U), "unbestimmt"),
        (Teil("", U, gelesen=False), "unlesbar"),
        (Teil("", F, *JAHR_2021, mehrdeutig=True), "2021 (mehrdeutig)"),
    ],
)
def test_a_part_has_one_plain_wording_that_reads_back(teil: Teil, wortlaut: str) -> None:
    assert schreibe_termin([teil]) == wortlaut
    assert [gelesen.kern for gelesen in lies_termin(wortlaut)] == [teil.kern]


def test_parts_are_separated_and_none_is_no_termin() -> None:
    assert schreibe_termin([Teil("", F, *JAHR_2021), Teil("", L)]) == "2021; fortlaufend"
    with pytest.raises(ValueError, match="mindestens einen Teil"):
        schreibe_termin([])


def test_the_kern_of_a_part_is_all_that_was_understood_and_nothing_of_the_words() -> None:
    teil = Teil("2021", F, *JAHR_2021, mehrdeutig=True, hinweis="Grund")
    assert teil.kern == (F, date(2021, 1, 1), date(2021, 12, 31), None, True, True)
    assert Teil("anders", W, rrule="FREQ=YEARLY", gelesen=False).kern == (
        W,
        None,
        None,
        "FREQ=YEARLY",
        False,
        False,
    )


def _wortlaute() -> list[str]:
    texte: list[str] = []
    for name in ("termine.tsv", "wortlaute.tsv"):
        with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as datei:
            texte += [
                zeile["text"] for zeile in csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE)
            ]
    return texte


def test_every_wording_of_the_tables_is_written_so_that_it_reads_alike() -> None:
    texte = _wortlaute()
    assert len(texte) > 1000
    for text in texte:
        teile = lies_termin(text)
        assert [teil.kern for teil in lies_termin(schreibe_termin(teile))] == [teil.kern for teil in teile], (
            text
        )
