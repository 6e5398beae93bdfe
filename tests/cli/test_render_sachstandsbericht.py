"""``konzept render sachstandsbericht`` as a user calls it: the days, the short form, the plan's colours, exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.program import konzept

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"


def bericht(*args: str, ort: Path = MUSTERKREIS) -> CompletedProcess[str]:
    return konzept("-C", str(ort), "render", "sachstandsbericht", *args)


def test_without_a_stichtag_the_newest_entry_of_the_log_decides() -> None:
    daten = json.loads(bericht("--format", "json", "--fassung", "2025").stdout)
    assert (daten["stichtag"], daten["seit"], daten["seit_errechnet"]) == ("2025-07-03", "2025-01-03", True)


def test_the_day_of_the_last_report_may_be_named() -> None:
    result = bericht("--format", "json", "--stichtag", "30.06.2025", "--seit", "2025-04-01")
    daten = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert (daten["stichtag"], daten["seit"], daten["seit_errechnet"]) == ("2025-06-30", "2025-04-01", False)


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_only_changes_is_shorter_in_every_format(form: str) -> None:
    ganz = bericht("--format", form, "--stichtag", "2025-06-30")
    kurz = bericht("--format", form, "--stichtag", "2025-06-30", "--nur-aenderungen")
    assert (ganz.returncode, kurz.returncode) == (0, 0)
    assert 0 < len(kurz.stdout) < len(ganz.stdout)
    assert "Beratungsverbund" in kurz.stdout


def test_a_report_that_begins_after_it_ends_is_a_wrong_call() -> None:
    result = bericht("--stichtag", "2025-06-30", "--seit", "2025-07-01")
    assert (result.returncode, result.stdout) == (2, "")
    assert "»--seit« liegt nach dem Stichtag." in result.stderr


def test_the_plan_maps_the_words_to_colours_and_a_wrong_word_is_named(tmp_path: Path) -> None:
    plan = Path(shutil.copytree(MUSTERKREIS, tmp_path / "plan"))
    datei = plan / "data" / "konzept.yaml"
    text = datei.read_text(encoding="utf-8")
    datei.write_text(text.replace("  ohne-meldung: grau\n", "  ohne-meldung: gelb\n"), encoding="utf-8")
    ampel = json.loads(bericht("--format", "json", "--stichtag", "2025-06-30", ort=plan).stdout)["ampel"]
    assert {one["wort"]: one["farbe"] for one in ampel}["ohne-meldung"] == "gelb"
    datei.write_text(text.replace("  im-plan: gruen\n", "  im-plann: gruen\n"), encoding="utf-8")
    result = bericht("--stichtag", "2025-06-30", ort=plan)
    assert (result.returncode, result.stdout) == (1, "")
    assert "Den Wert »im-plann« gibt es hier nicht." in result.stderr


def test_the_fassung_in_force_on_the_stichtag_is_reported_on() -> None:
    daten = json.loads(bericht("--format", "json", "--stichtag", "2024-07-10").stdout)
    assert daten["fassung"] == "2022", "the one of 2025 was not adopted yet"
