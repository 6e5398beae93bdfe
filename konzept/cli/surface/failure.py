"""What a command raises to end with one German sentence and an exit code of its choice."""

from __future__ import annotations

import typer

from konzept.cli.surface.vendored import UsageError


class Failure(typer.TyperException):
    """The command cannot go on: ``message`` is a German sentence, ``hint`` says what to do about it.

    Shown on stderr as »Fehler: …« and, if there is a hint, »Hilfe: …«; ends with ``exit_code`` (design §6).
    """

    def __init__(self, message: str, hint: str = "", exit_code: int = 1) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code


class WrongCall(UsageError):  # noqa: N818  named for what the user reads, like typer.Exit
    """The call is wrong in a way only the command can know: exit code 2, shown with its »Aufruf«."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class WrongValue(typer.BadParameter):
    """A callback or parser refuses a value; ``message`` is a German sentence, shown as it stands.

    A parser that raises a bare ValueError gets the sentence »… ist kein gültiger Wert.« instead.
    """
