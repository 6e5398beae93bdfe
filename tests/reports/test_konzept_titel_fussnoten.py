"""A heading and the text below it each keep the notes that they refer to, when a text is cut in two."""

from __future__ import annotations

import pytest

from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.konzept_titel import ueberschrift


@pytest.mark.parametrize(
    ("titel", "text", "kopf", "rest"),
    [
        (None, "Wohnraum[^1] schaffen.\n\n[^1]: Stand.", "Wohnraum[^1] schaffen.\n\n[^1]: Stand.", ""),
        (
            None,
            "Wohnraum[^1] schaffen.[^2] Danach mehr[^3].\n\n[^1]: A.\n[^2]: B.\n[^3]: C.",
            "Wohnraum[^1] schaffen.[^2]\n\n[^1]: A.\n\n[^2]: B.",
            "Danach mehr[^3].\n\n[^3]: C.",
        ),
        (None, "Wohnraum^[Stand. Quelle] schaffen", "Wohnraum^[Stand. Quelle] schaffen", ""),
        # a note that nobody refers to is not lost
        (None, "Wohnraum schaffen.\n\n[^1]: Stand.", "Wohnraum schaffen.", "[^1]: Stand."),
        # both refer to it: each has it, because each is a text of its own
        (
            None,
            "Wohnraum[^1] schaffen. Mehr[^1].\n\n[^1]: A.",
            "Wohnraum[^1] schaffen.\n\n[^1]: A.",
            "Mehr[^1].\n\n[^1]: A.",
        ),
        (
            "Wohnraum",
            "Wohnraum[^1] durch:\n\n- Bauen\n\n[^1]: A.",
            "Wohnraum[^1] durch:\n\n[^1]: A.",
            "- Bauen",
        ),
        (
            "Ganz anders",
            "Wohnraum[^1] schaffen\n\n[^1]: A.",
            "Ganz anders",
            "Wohnraum[^1] schaffen\n\n[^1]: A.",
        ),
    ],
)
def test_heading_and_rest(titel: str | None, text: str, kopf: str, rest: str) -> None:
    found = ueberschrift(Massnahme(id="a", titel=titel, text=text))
    assert (found.kopf, found.rest) == (kopf, rest)
