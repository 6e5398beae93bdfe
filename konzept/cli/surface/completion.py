"""Completion for the shells: answers what the scripts of ``completion_scripts`` ask, and says nothing else.

typer's own answers are not used: they import rich for every Tab in zsh and fish, and its zsh script
passes them to ``eval``, where a title in a plan could carry a command. Here a value or description
consists of harmless letters only.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from konzept.cli.surface import streams
from konzept.cli.surface.bare_value import with_bare_values
from konzept.cli.surface.entry import UNGUARDED
from konzept.cli.surface.vendored import resolve_context, resolve_incomplete, split_arg_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from konzept.cli.surface.vendored import Command

Name = str | tuple[str, str]
"""A word to offer, alone or with a short description."""

FOLDER_PARAMETER = "ordner"
"""The name under which the global option -C arrives."""

_ANSWERED = 0
_NO_ANSWER = 1
_WORD = re.compile(r"[\w.@/+=:-]+")
_NOT_HARMLESS = re.compile(r"[^\w .,;()/%-]+")
_LONGEST_DESCRIPTION = 70


def answer(command: Command, prog_name: str, complete_var: str | None) -> int | None:
    """Answer a shell's question, if the environment holds one, and return the exit code; else None.

    The question is the variable ``_KONZEPT_COMPLETE=complete_<shell>`` with the words typed so far.
    Prints one offer a line and nothing else, whatever happens.
    """
    variable = complete_var or f"_{prog_name.replace('-', '_').upper()}_COMPLETE"
    question = os.environ.get(variable)
    if not question:
        return None
    kind, _, shell = question.partition("_")
    formatted = _FORMATS.get(shell)
    if kind != "complete" or formatted is None:
        return _NO_ANSWER
    try:
        with streams.silenced():
            finished, incomplete = _typed(shell, variable)
            offers = _offers(command, prog_name, finished, incomplete)
    except Exception as error:
        if _must_show(error):
            raise
        return _NO_ANSWER
    for word, text in offers:
        print(formatted(word, _harmless(text)))
    return _ANSWERED


def complete_from(load_names: Callable[[Path | None], Iterable[Name]]) -> Callable[..., list[Name]]:
    """Make a value for typer's ``autocompletion=`` from a function that looks up names.

    ``load_names`` gets the folder given with -C, or None, and returns all names; only those that begin
    with what was typed are offered. If it fails or prints, nothing is offered and nothing is seen.
    """

    def completer(ctx: typer.Context, incomplete: str) -> list[Name]:
        try:
            folder = ctx.find_root().params.get(FOLDER_PARAMETER)  # text as long as nothing runs
            names = list(load_names(None if folder is None else Path(folder)))
        except Exception as error:
            if _must_show(error):
                raise
            return []
        return [name for name in names if _word(name).startswith(incomplete)]

    return completer


def _typed(shell: str, variable: str) -> tuple[list[str], str]:
    """Return the finished words behind the program's name, and the one being typed."""
    if shell == "bash":
        words = split_arg_string(os.environ["COMP_WORDS"])
        cursor = int(os.environ["COMP_CWORD"])
        incomplete = words[cursor] if cursor < len(words) else ""
        # bash makes three words of --format=md.
        return [word for word in words[1:cursor] if word != "="], incomplete
    line = os.environ[f"{variable}_LINE"]
    words = split_arg_string(line)[1:]
    if words and not line.endswith(" "):
        return words[:-1], words[-1]
    return words, ""


def _offers(command: Command, prog_name: str, finished: list[str], incomplete: str) -> list[tuple[str, str]]:
    """Return the words that may stand at the cursor with their descriptions, as typer finds them.

    Words a shell could misread are left out.
    """
    option, equals, _ = incomplete.partition("=")
    # In shells other than bash the word to replace is the whole of --format=m.
    before = option + equals if equals and option.startswith("-") else ""
    context = resolve_context(command, {}, prog_name, finished)
    typed = with_bare_values(finished, context.command.params)
    asked, rest = resolve_incomplete(context, typed, incomplete)
    items = asked.shell_complete(context, rest)
    return [(f"{before}{item.value}", item.help or "") for item in items if _WORD.fullmatch(str(item.value))]


_FORMATS: dict[str, Callable[[str, str], str]] = {
    "bash": lambda value, _text: value,
    "zsh": lambda value, text: f"{value.replace(':', chr(92) + ':')}:{text}" if text else value,
    "fish": lambda value, text: f"{value}\t{text}" if text else value,
    "powershell": lambda value, text: f"{value}:::{text or ' '}",
}


def _word(name: Name) -> str:
    return name if isinstance(name, str) else name[0]


def _harmless(text: str) -> str:
    plain = " ".join(_NOT_HARMLESS.sub(" ", text).split())
    return plain if len(plain) <= _LONGEST_DESCRIPTION else f"{plain[:_LONGEST_DESCRIPTION].rstrip()} ..."


def _must_show(error: Exception) -> bool:
    """Tell whether tests must see ``error``: a missing plan or unreadable file is no fault of ours."""
    return bool(os.environ.get(UNGUARDED)) and not isinstance(error, (typer.TyperException, OSError))
