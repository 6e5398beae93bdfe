"""The answers of ``due`` in every format, byte for byte; KONZEPT_GOLDEN=write rewrites them."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan
from konzept.render.due_csv import due_csv
from konzept.render.due_html import due_html
from konzept.render.due_json import due_json
from konzept.render.due_md import due_md
from konzept.render.due_text import due_text
from konzept.render.templates import Templates
from konzept.reports.due import due
from konzept.reports.due_frage import Frage

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht

    Schreibend = Callable[[Duebericht, Einstellungen, str | None], str]

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
JAHRESENDE_2021 = Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1))
MITTE_2025 = Frage(date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 30), vorlauf=90)
VHS_2025 = Frage(
    date(2025, 1, 1),
    date(2025, 12, 31),
    date(2025, 6, 30),
    akteure=frozenset({"kreisvolkshochschule"}),
    vorlauf=90,
)
FRAGEN = [
    ("", "2020", JAHRESENDE_2021, None, "due-2021"),
    ("beispiele/musterkreis", "2025", MITTE_2025, None, "due-musterkreis-2025"),
    (
        "beispiele/musterkreis",
        "2025",
        VHS_2025,
        "Kreisvolkshochschule Musterkreis",
        "due-musterkreis-2025-kvhs",
    ),
]
FORMATE: dict[str, Schreibend] = {
    "txt": lambda bericht, einstellungen, auswahl: due_text(bericht, einstellungen, auswahl=auswahl),
    "json": lambda bericht, _einstellungen, _auswahl: due_json(bericht),
    "md": lambda bericht, einstellungen, auswahl: due_md(
        bericht, einstellungen, Templates(), auswahl=auswahl
    ),
    "html": lambda bericht, einstellungen, auswahl: due_html(
        bericht, einstellungen, Templates(), auswahl=auswahl
    ),
    "csv": lambda bericht, einstellungen, _auswahl: due_csv(bericht, einstellungen),
}


@pytest.mark.parametrize(
    ("ort", "fassung", "frage", "auswahl", "name"), FRAGEN, ids=[name for *_, name in FRAGEN]
)
@pytest.mark.parametrize("form", FORMATE)
def test_golden(ort: str, fassung: str, frage: Frage, auswahl: str | None, name: str, form: str) -> None:
    plan = load_plan(ROOT / ort).plan
    bericht = due(plan, plan.fassung_nach_id[fassung], frage)
    written = FORMATE[form](bericht, plan.einstellungen, auswahl).encode()
    file = GOLDEN / f"{name}.{form}"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        file.write_bytes(written)
    assert written == file.read_bytes()
