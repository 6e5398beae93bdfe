"""What an option takes, and the bracket behind its help."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import pytest
import typer

from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.placeholders import notes, placeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.cli.surface.vendored import Parameter


class Form(StrEnum):
    HTML = "html"
    MD = "md"


def parameter(annotation: Any, default: Any = None) -> Parameter:
    """Return the parameter typer makes of an annotation."""

    def probe(wert: Any = default) -> None:
        pass

    probe.__annotations__["wert"] = annotation
    app = GermanTyper()
    app.command(help="Probe.")(probe)
    return typer.main.get_command(app).params[0]


@pytest.mark.parametrize(
    ("annotation", "default", "shown", "bracket"),
    [
        (str, "x", "TEXT", "[Vorgabe: x]"),
        (str, "", "TEXT", ""),
        (Annotated[str, typer.Option(show_default=False)], "x", "TEXT", ""),
        (Annotated[str | None, typer.Option(show_default="heute")], None, "TEXT", "[Vorgabe: heute]"),
        (Annotated[str, typer.Option(default_factory=lambda: "x")], ..., "TEXT", ""),
        (list[str], ["a", "b"], "TEXT", "[Vorgabe: a, b]"),
        (list[Form], [Form.MD, Form.HTML], "html|md", "[Vorgabe: md, html]"),
        (tuple[int, str], (1, "a"), "ZAHL TEXT", "[Vorgabe: 1, a]"),
        (bool, False, "", "[Vorgabe: no-wert]"),
        (Annotated[bool, typer.Option("--an")], False, "", ""),
        (Annotated[bool, typer.Option("--an")], True, "", ""),
        (Annotated[int, typer.Option(count=True)], 0, "", "[Vorgabe: 0]"),
        (int, 0, "ZAHL", "[Vorgabe: 0]"),
        (Annotated[int, typer.Option(min=0)], 0, "ZAHL", "[ab 0; Vorgabe: 0]"),
        (Annotated[float | None, typer.Option(max=0)], None, "DEZIMALZAHL", "[höchstens 0]"),
        (datetime | None, None, "JJJJ-MM-TT", ""),
        (
            Annotated[str | None, typer.Option(envvar=["A", "B"], show_envvar=True)],
            None,
            "TEXT",
            "[Umgebungsvariable: A, B]",
        ),
        (Annotated[str | None, typer.Option(envvar="A", show_envvar=False)], None, "TEXT", ""),
        (Annotated[Form, typer.Option(metavar="FORM")], Form.MD, "FORM", "[html oder md; Vorgabe: md]"),
        (Annotated[Form, typer.Option()], ..., "html|md", "[erforderlich]"),
        (Annotated[Form, typer.Argument()], ..., "WERT", "[html oder md; erforderlich]"),
        (Annotated[str, typer.Argument(metavar="FASSUNG")], "x", "FASSUNG", "[Vorgabe: x]"),
    ],
)
def test_placeholder_and_notes(annotation: Any, default: Any, shown: str, bracket: str) -> None:
    param = parameter(annotation, default)
    assert placeholder(param) == shown
    assert notes(param) == bracket


def test_an_app_without_options(capsys: pytest.CaptureFixture[str]) -> None:
    app = GermanTyper()
    app.command(help="Probe.", add_help_option=False)(lambda: None)
    command = typer.main.get_command(app)
    assert command.get_usage(typer.Context(command, info_name="probe")) == "Aufruf: probe"
    assert command.main(["x"], prog_name="probe", standalone_mode=False) == 2
    assert capsys.readouterr().err == "Fehler: Der Aufruf enthält überzählige Angaben: »x«.\nAufruf: probe\n"


def test_a_long_usage_is_wrapped(call: Callable[..., Any]) -> None:
    lines = call("pflicht", "--help", env={"COLUMNS": "40"}).out.splitlines()
    assert lines[:3] == [
        "Aufruf: konzept pflicht [OPTIONEN]",
        "                    --stand text|html|md",
        "                    FORM WAHR",
    ]
