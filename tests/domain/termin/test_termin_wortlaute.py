"""More than a thousand wordings that German plans use or could use, each decided by the conventions of design §5."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from konzept.domain.termin import Teil, TerminArt, lies_termin

TABELLE = Path(__file__).with_name("wortlaute.tsv")
SPALTEN = ("art", "beginn", "ende", "rrule", "mehrdeutig", "gelesen")


def _zeilen() -> list[dict[str, str]]:
    with TABELLE.open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE))


def _spalten(teil: Teil) -> tuple[str, ...]:
    return (
        teil.art.value,
        str(teil.beginn or ""),
        str(teil.ende or ""),
        teil.rrule or "",
        "y" if teil.mehrdeutig else "n",
        "y" if teil.gelesen else "n",
    )


@pytest.mark.parametrize("zeile", _zeilen(), ids=lambda zeile: zeile["text"][:60])
def test_wording_is_read_as_decided(zeile: dict[str, str]) -> None:
    erwartet = list(zip(*(zeile[spalte].split("|") for spalte in SPALTEN), strict=True))
    assert [_spalten(teil) for teil in lies_termin(zeile["text"])] == erwartet


def test_no_wording_is_decided_twice() -> None:
    texte = [zeile["text"] for zeile in _zeilen()]
    assert len(texte) == len(set(texte)) >= 150


# What a word around a date does to it: the date alone is certain, with the word it is not.
@pytest.mark.parametrize(
    "wortlaut",
    [
        "nicht 2021", "2021, sofern Mittel vorhanden", "vor 2021", "nach 2021", "etwa 2021", "2021?", "um 2021",
        "~2021", "gegen 2021", "2021 oder später", "2021 (offen)", "2021 verschoben", "2021, falls möglich",
        "ggf. 2021", "2x in 2021", "möglichst 2021", "Haushalt 2021", "Agenda 2021", "E 2021",
        "in der Oktobersitzung 2021", "ab Genehmigung 2021", "bis zur Wahl 2021", "2021, sonst 2022?",
        "in den Sommerferien 2021", "min. 2021",
    ],
)  # fmt: skip
def test_a_word_that_can_change_the_date_is_never_passed_over(wortlaut: str) -> None:
    assert any(teil.mehrdeutig or teil.art is TerminArt.UNBESTIMMT for teil in lies_termin(wortlaut))


@pytest.mark.parametrize(
    "wortlaut",
    [
        "Evaluation 2021", "im Jahr 2021 geplant", "2. Fortschreibung 2021", "3 Workshops 2021",
        "Beratung vor Ort 2021", "Phase 1: 2021", "2021 (s. HZ 2.9)", "20.000 € in 2021",
        "Einführung der App in 2021", "2021, Sozialamt", "Konzept zum Thema Wohnen 2021", "Netzwerk & Beratung 2021",
        "offene Sprechstunde 2021", "Fortführung 2021",
    ],
)  # fmt: skip
def test_words_that_only_name_the_step_leave_the_date_alone(wortlaut: str) -> None:
    (teil,) = lies_termin(wortlaut)
    assert (teil.art, str(teil.beginn), str(teil.ende)) == (TerminArt.FAELLIG, "2021-01-01", "2021-12-31")
    assert not teil.mehrdeutig


def test_the_words_of_each_part_are_kept() -> None:
    texte = [teil.text for teil in lies_termin("Prüfung 2021, Beginn des Schuljahres 2021/22")]
    assert texte == ["Prüfung 2021", "Beginn des Schuljahres 2021/22"]
    texte = [teil.text for teil in lies_termin("Mitte 2008, 2009 und 2010")]
    assert texte == ["Mitte 2008", "2009", "2010"]
    texte = [teil.text for teil in lies_termin("2020 (Konzeption) 2021–2030 (Umsetzung)")]
    assert texte == ["2020 (Konzeption)", "2021–2030 (Umsetzung)"]


def test_half_brackets_are_cut_off_and_a_bare_number_keeps_its_unit() -> None:
    texte = [teil.text for teil in lies_termin("alle 2 Jahre (2021, 2023)")]
    assert texte == ["alle 2 Jahre", "2021", "2023"]
    texte = [teil.text for teil in lies_termin("2. und 4. Quartal 2022")]
    assert texte == ["2. und 4. Quartal 2022", "4. Quartal 2022"]
    texte = [teil.text for teil in lies_termin("(1) 2021 (2) 2022")]
    assert texte == ["(1) 2021", "(2) 2022"]


def test_noise_of_the_eye_and_of_scanners_changes_nothing() -> None:
    for text in (
        "2021\u00a0–\u00a02023",
        "2021  –  2023",
        "2021\n–\n2023",
        "20\u00ad21–2023",
        "\t2021 – 2023 ",
    ):
        (teil,) = lies_termin(text)
        assert (teil.art, str(teil.beginn), str(teil.ende)) == (
            TerminArt.ZEITRAUM,
            "2021-01-01",
            "2023-12-31",
        )
        assert not teil.mehrdeutig


def test_a_doubt_is_told_once() -> None:
    (teil,) = lies_termin("verschoben von 2020 auf 2022")
    assert teil.hinweis == "Der Termin wurde verschoben; gelesen ist der neue."


def test_a_guess_is_explained() -> None:
    (teil,) = lies_termin("Anfang 2024")
    assert teil.hinweis == "»Anfang« und »Beginn« nennen keinen Tag."
    (teil,) = lies_termin("voraussichtlich Mitte 2017")
    assert (teil.mehrdeutig, teil.hinweis) == (False, "Voraussichtlich.")
    (teil,) = lies_termin("31.02.2021")
    assert (teil.gelesen, teil.hinweis) == (False, "Eine solche Zeit gibt es im Kalender nicht.")


FRISTEN = {"kurzfristig": "bis Ende 2022", "mittelfristig": "2023–2025", "langfristig": "nach Bedarf"}


@pytest.mark.parametrize(
    ("wortlaut", "art", "beginn", "ende", "mehrdeutig"),
    [
        ("kurzfristig", TerminArt.FAELLIG, None, "2022-12-31", False),
        ("Kurzfristige Maßnahme", TerminArt.FAELLIG, None, "2022-12-31", False),
        ("mittelfristig", TerminArt.ZEITRAUM, "2023-01-01", "2025-12-31", False),
        ("kurz- bis mittelfristig", TerminArt.ZEITRAUM, "2023-01-01", "2025-12-31", True),
        ("langfristig", TerminArt.UNBESTIMMT, None, None, False),
        ("kurzfristig, bis 2021", TerminArt.FAELLIG, None, "2021-12-31", False),
        ("ab 2021, mittelfristig", TerminArt.LAUFEND, "2021-01-01", None, False),
    ],
)
def test_the_plan_defines_what_kurzfristig_means(
    wortlaut: str, art: TerminArt, beginn: str | None, ende: str | None, *, mehrdeutig: bool
) -> None:
    (teil,) = lies_termin(wortlaut, FRISTEN)
    assert (teil.art, teil.mehrdeutig) == (art, mehrdeutig)
    assert (teil.beginn and str(teil.beginn), teil.ende and str(teil.ende)) == (beginn, ende)


def test_without_the_plan_kurzfristig_has_no_date() -> None:
    (teil,) = lies_termin("kurzfristig")
    assert (teil.art, teil.gelesen, teil.mehrdeutig) == (TerminArt.UNBESTIMMT, True, False)


def test_a_definition_that_is_no_date_and_one_that_is_its_own_do_no_harm() -> None:
    (teil,) = lies_termin("kurzfristig", {"kurzfristig": "kurzfristig"})
    assert teil.art is TerminArt.UNBESTIMMT
    (teil,) = lies_termin("kurzfristig", {"kurzfristig": ""})
    assert teil.art is TerminArt.UNBESTIMMT
