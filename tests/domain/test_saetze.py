"""At most three sentences of a report are printed, and none is torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.domain.saetze import AUSLASSUNG, HOECHSTENS, erste_saetze, satzzahl

DREI = "Eins ist fertig. Zwei fehlt noch! Wird drei kommen?"


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("", ""),
        ("Ohne Punkt", "Ohne Punkt"),
        (DREI, DREI),
        (f"  {DREI}\n", DREI),
        (f"{DREI} Vier ist zu viel.", f"{DREI} …"),
        (f"{DREI} Vier. Fünf.", f"{DREI} …"),
        (
            "Am 5. April kamen ca. 30 Personen, u. a. aus Mustertal. Zwei. Drei.",
            "Am 5. April kamen ca. 30 Personen, u. a. aus Mustertal. Zwei. Drei.",
        ),
        ("Eins (bzw. zwei). Drei. Vier. Fünf.", "Eins (bzw. zwei). Drei. Vier. …"),
        ("„Ja.“ Das sagen alle. Nun gut. Aber nein.", "„Ja.“ Das sagen alle. Nun gut. …"),
        (
            "Erster Absatz\n\nZweiter Absatz.\n\nDritter\n\nVierter",
            "Erster Absatz\n\nZweiter Absatz.\n\nDritter …",
        ),
        ("Offen sind:\n- eins\n- zwei\n- drei", "Offen sind:\n- eins\n- zwei …"),
    ],
)
def test_the_first_three(text: str, erwartet: str) -> None:
    assert erste_saetze(text) == erwartet


@given(st.text(st.sampled_from('AbÄz1 .!?\n-"„“()'), max_size=60))
def test_what_is_left_has_three_at_most_and_begins_the_text(text: str) -> None:
    kurz = erste_saetze(text)
    rest = kurz.removesuffix(AUSLASSUNG)
    assert text.strip().startswith(rest)
    assert satzzahl(rest) <= HOECHSTENS


@given(st.text(st.sampled_from('AbÄz1 .!?\n-"„“()'), max_size=60))
def test_what_validate_lets_through_is_printed_whole(text: str) -> None:
    if satzzahl(text) <= HOECHSTENS:
        assert erste_saetze(text) == text.strip()
