"""One list of misreadings for findings, repairs and comparison: what is put right, and what is a word."""

from __future__ import annotations

import pytest

from konzept.domain.verlesungen import berichtigt
from konzept.reports.diff_wortlaut import gleich_geschrieben


@pytest.mark.parametrize(
    ("falsch", "richtig"),
    [
        ("Im IIm-Kreis", "Im Ilm-Kreis"),
        ("die AkteurlInnen", "die AkteurInnen"),
        ("in der lnnenstadt", "in der Innenstadt"),
        ("Iaufende Beratung", "laufende Beratung"),
        ("Schülerlnnen tre\ufb00en", "SchülerInnen treffen"),
    ],
)
def test_a_misreading_is_put_right_and_is_no_change_of_the_wording(falsch: str, richtig: str) -> None:
    assert berichtigt(falsch) == richtig
    assert gleich_geschrieben(falsch, richtig)


@pytest.mark.parametrize(
    "wort", ["EnkelInnen", "Illusion", "Ilmenau", "AkteurInnen", "IIm@example.de", "`IIm`"]
)
def test_a_word_an_address_and_code_stay_as_they_are(wort: str) -> None:
    assert berichtigt(wort) == wort


def test_a_word_that_only_looks_misread_is_another_word_than_the_shorter_one() -> None:
    assert not gleich_geschrieben("EnkelInnen", "EnkeInnen")
