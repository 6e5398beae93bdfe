"""The help pages of the sample app, letter by letter, and their shape at every width."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer

from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.help_page import first_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = sorted(Path(__file__).with_name("help").glob("*.txt"))


def test_there_are_pages() -> None:
    assert len(PAGES) == 7


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(call: Callable[..., Any], page: Path) -> None:
    """Each file is named for its call: »gruppe-darin« for ``konzept gruppe darin --help``."""
    words = [] if page.stem == "konzept" else page.stem.split("-")
    result = call(*words, "--help")
    assert result.out == page.read_text(encoding="utf-8")
    assert (result.code, result.err) == (0, "")


def test_no_command_at_all_shows_the_help_as_an_error(call: Callable[..., Any]) -> None:
    result = call()
    assert (result.code, result.out, result.err) == (2, "", call("--help").out)


@pytest.mark.parametrize("columns", ["0", "20", "40", "41", "57", "79", "80", "200"])
@pytest.mark.parametrize("command", ["", "werte", "diff", "pflicht"])
def test_no_line_is_too_wide(call: Callable[..., Any], columns: str, command: str) -> None:
    wide = max(40, min(80, int(columns) or 80))
    result = call(*command.split(), "--help", env={"COLUMNS": columns})
    # What cannot be broken, the name of an option with its values, may stick out of 40 columns.
    too_wide = [line for line in result.out.splitlines() if len(line) > wide and " " in line.strip()]
    assert [line for line in too_wide if not line.lstrip().startswith(("-", "konzept"))] == []
    assert all(line == line.rstrip() for line in result.out.splitlines())
    assert max(map(len, result.out.splitlines())) > 30, "not even a tiny terminal gets a column of syllables"


def test_a_long_word_stays_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    app = GermanTyper()
    app.command(help=f"Siehe {'x' * 60}-{'y' * 60}.")(lambda: None)
    typer.main.get_command(app).main(["--help"], prog_name="probe", standalone_mode=False)
    assert f"\n  {'x' * 60}-{'y' * 60}.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", ""),
        ("Ein Satz", "Ein Satz"),
        ("Ein Satz. Noch einer.", "Ein Satz."),
        ("Mit z. B. Abkürzung. Dann mehr.", "Mit z. B. Abkürzung."),
        ("Bis zum 1. Mai. Dann mehr.", "Bis zum 1. Mai."),
        ("Eins\nzwei. drei", "Eins zwei. drei"),
        ("Erster Absatz\n\nZweiter. Absatz", "Erster Absatz"),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
