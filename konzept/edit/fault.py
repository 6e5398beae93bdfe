"""Why a change to a plan was not made: German sentences that a command hands on to its user."""

from __future__ import annotations


class EditError(Exception):
    """The plan's files do not allow the change; nothing was written. ``hint`` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UnsuitableError(EditError):
    """What was to be written does not suit the plan: the call is wrong, not a file."""
