"""The classes put in place of typer's: what they add beyond words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import pytest
import typer

from konzept.cli.surface.german import GermanCommand, GermanGroup, GermanTyper

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_outdated_command_says_so_and_works(call: Callable[..., Any]) -> None:
    result = call("alt")
    assert (result.code, result.out, result.err) == (0, "noch da\n", "Hinweis: konzept alt: Veraltet.\n")


def test_leaving_a_prompt(call: Callable[..., Any]) -> None:
    for way in ("abbruch", "eof"):
        result = call("ende", way)
        assert (result.code, result.err) == (130, "Abgebrochen.\n")


@pytest.mark.parametrize(("code", "expected"), [("0", 0), ("1", 1), ("4", 4)])
def test_a_command_ends_in_an_exit_code(call: Callable[..., Any], code: str, expected: int) -> None:
    """By returning it or by raising typer.Exit."""
    assert call("ende", code).code == expected


def test_an_app_of_one_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Then typer makes no group; the command alone is as German."""
    app = GermanTyper()

    @app.command(help="Nur das.")
    def nur(zahl: Annotated[int, typer.Argument(help="Eine Zahl.")]) -> int:
        return zahl

    command = typer.main.get_command(app)
    assert isinstance(command, GermanCommand)
    assert command.main(["7"], standalone_mode=False) == 7
    assert command.main([], prog_name="nur", standalone_mode=False) == 2
    expected = "Fehler: Das Argument »ZAHL« fehlt.\nAufruf: nur [OPTIONEN] ZAHL\nMehr dazu: nur --help\n"
    assert capsys.readouterr().err == expected
    monkeypatch.setattr("sys.argv", ["nur", "3"])
    with pytest.raises(SystemExit) as end:
        command.main()
    assert end.value.code == 3


def test_what_is_no_error_of_typer_passes_through() -> None:
    app = GermanTyper()

    @app.command(help="Kaputt.")
    def kaputt() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        typer.main.get_command(app).main([], standalone_mode=False)


def test_true_is_no_exit_code() -> None:
    app = GermanTyper()
    app.command(help="Wahr.")(lambda: True)
    assert typer.main.get_command(app).main([], standalone_mode=False) == 0


def test_a_reason_may_be_given_for_what_is_outdated(capsys: pytest.CaptureFixture[str]) -> None:
    group = GermanGroup(
        name="konzept", deprecated="Nehmen Sie »neu«.", invoke_without_command=True, help="Alt."
    )
    assert group.main([], standalone_mode=False) == 0
    assert capsys.readouterr().err == "Hinweis: konzept: Veraltet: Nehmen Sie »neu«.\n"
    assert group.main(["--help"], standalone_mode=False) == 0
    assert "  Alt.\n\n  Veraltet: Nehmen Sie »neu«.\n" in capsys.readouterr().out


def test_the_class_of_a_command_can_be_chosen() -> None:
    class Other(GermanCommand):
        """Some other class."""

    app = GermanTyper()
    app.command(cls=Other, help="Probe.")(lambda: None)
    assert isinstance(typer.main.get_command(app), Other)
