"""The help page of a command and its usage line: plain text, at most 80 columns, no library for looks."""

from __future__ import annotations

import inspect
import shutil
import textwrap
from typing import TYPE_CHECKING

from konzept.cli.surface.placeholders import has_bare_form, notes, placeholder
from konzept.cli.surface.vendored import TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.cli.surface.vendored import Command, Context, Parameter

HELP_TEXT = "Diese Hilfe zeigen."
_WIDEST = 80
_NARROWEST = 40
_NAME_COLUMN = 26
_MARGIN = "  "
_ABBREVIATION = 2
"""A word of at most two letters before a full stop (»z. B.«) does not end a sentence."""

Row = tuple[str, str]


def page(ctx: Context, note: str) -> str:
    """Return the help page of the command of ``ctx``; ``note`` is a paragraph behind its text, or empty."""
    command = ctx.command
    sections = [
        ("Argumente", list(_parameter_rows(ctx, "argument"))),
        ("Optionen", list(_parameter_rows(ctx, "option"))),
        ("Befehle", list(_command_rows(ctx))),
    ]
    blocks = [usage(ctx), _body(_help_text(command)), _body(note)]
    blocks += [_section(title, rows) for title, rows in sections]
    blocks.append(_body(inspect.cleandoc(command.epilog or "")))
    return "\n\n".join(block for block in blocks if block)


def usage(ctx: Context) -> str:
    """Return »Aufruf: konzept due [OPTIONEN]«, wrapped under itself where it is too long."""
    head = f"Aufruf: {path(ctx)} "
    pieces = " ".join(_usage_pieces(ctx))
    indent = " " * min(len(head), _width() // 2)
    return "\n".join(_wrap(pieces, head, indent)) if pieces else head.rstrip()


def path(ctx: Context) -> str:
    """Return the words that lead to the command: »konzept due«."""
    above = f"{path(ctx.parent)} " if ctx.parent is not None else ""
    return above + (ctx.info_name or "")


def first_sentence(text: str) -> str:
    """Return the first sentence of a help text, for the list of commands."""
    paragraph = " ".join(inspect.cleandoc(text).partition("\n\n")[0].split())
    words = paragraph.split(" ")
    for index, word in enumerate(words[:-1], start=1):
        if word.endswith(".") and len(word) > _ABBREVIATION + 1 and words[index][:1].isupper():
            return " ".join(words[:index])
    return paragraph


def _usage_pieces(ctx: Context) -> Iterator[str]:
    params = [param for param in ctx.command.get_params(ctx) if not getattr(param, "hidden", False)]
    if any(param.param_type_name == "option" for param in params):
        yield "[OPTIONEN]"
    for param in params:
        if param.param_type_name == "option" and param.required:
            yield f"{max(param.opts, key=len)} {placeholder(param)}".rstrip()
    for param in params:
        if param.param_type_name == "argument":
            name = _argument_name(param)
            yield name if param.required else f"[{name}]"
    if isinstance(ctx.command, TyperGroup):
        yield "BEFEHL …"


def _argument_name(param: Parameter) -> str:
    if param.nargs < 0:
        return f"{placeholder(param)} …"
    return " ".join([placeholder(param)] * param.nargs)


def _parameter_rows(ctx: Context, kind: str) -> Iterator[Row]:
    for param in ctx.command.get_params(ctx):
        if param.param_type_name != kind or getattr(param, "hidden", False):
            continue
        name = _argument_name(param) if kind == "argument" else _option_names(param)
        yield name, f"{getattr(param, 'help', None) or ''} {notes(param)}".strip()


def _option_names(param: Parameter) -> str:
    names = ", ".join(sorted(param.opts, key=lambda name: (len(name), name)))
    if param.secondary_opts:
        names += f" / {', '.join(param.secondary_opts)}"
    value = placeholder(param)
    gap = "" if has_bare_form(param) else " "
    return f"{names}{gap}{value}" if value else names


def _command_rows(ctx: Context) -> Iterator[Row]:
    if isinstance(ctx.command, TyperGroup):
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            if command is not None and not command.hidden:
                yield name, command.get_short_help_str()


def _help_text(command: Command) -> str:
    return inspect.cleandoc(command.help or "").partition("\f")[0].rstrip()


def _section(title: str, rows: list[Row]) -> str:
    widest = min(_NAME_COLUMN, _width() // 3)
    column = max((len(name) for name, _ in rows if len(name) <= widest), default=0)
    return "\n".join([f"{title}:", *(line for row in rows for line in _row(*row, column))]) if rows else ""


def _row(name: str, text: str, column: int) -> Iterator[str]:
    hanging = _MARGIN + " " * (column + len(_MARGIN))
    lines = _wrap(text, hanging, hanging) if text else []
    if lines and len(name) <= column:
        yield f"{_MARGIN}{name:<{column}}{_MARGIN}{lines[0][len(hanging) :]}"
        lines = lines[1:]
    else:
        yield f"{_MARGIN}{name}"
    yield from lines


def _body(text: str) -> str:
    """Wrap paragraphs; one whose first line is indented (an example) stays as it was written."""
    blocks = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(" "):
            blocks.append(textwrap.indent(paragraph, _MARGIN))
        elif paragraph:
            blocks.append("\n".join(_wrap(paragraph, _MARGIN, _MARGIN)))
    return "\n\n".join(blocks)


def _wrap(text: str, first: str, further: str) -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()),
        _width(),
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width() -> int:
    """Return the columns to fill: the terminal's, but 40 to 80 (COLUMNS may be 0 or tiny)."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
