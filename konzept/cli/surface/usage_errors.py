"""A wrong call, told in German: what is wrong, the »Aufruf« as it should be, and where the help is.

What an exception knows as data (the option, its kind, the values it accepts) is read from there;
what exists only as an English sentence goes through ``english``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.surface import help_page
from konzept.cli.surface.english import in_german
from konzept.cli.surface.failure import Failure, WrongCall, WrongValue
from konzept.cli.surface.placeholders import (
    choices,
    date_patterns,
    number_range,
    placeholder,
    takes_value,
)
from konzept.cli.surface.quoting import harmless, listed, quoted, shown
from konzept.cli.surface.vendored import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    FuncParamType,
    MissingParameter,
    NoSuchOption,
    TyperGroup,
    UsageError,
)
from konzept.diagnostics import nearest

if TYPE_CHECKING:
    import typer

    from konzept.cli.surface.vendored import Context, Parameter


def told(error: typer.TyperException) -> str:
    """Return all lines for stderr, »Fehler«, »Hilfe«, »Aufruf«, without the last line break."""
    lines = [f"Fehler: {harmless(sentence(error))}"]
    if isinstance(error, (Failure, WrongCall)) and error.hint:
        lines.append(f"Hilfe: {harmless(error.hint)}")
    if isinstance(error, UsageError) and error.ctx is not None:
        lines.append(help_page.usage(error.ctx))
        if error.ctx.command.get_help_option(error.ctx) is not None:
            lines.append(f"Mehr dazu: {help_page.path(error.ctx)} --help")
    return "\n".join(lines)


def sentence(error: typer.TyperException) -> str:
    """Return what is wrong as German text."""
    match error:
        case NoSuchOption():
            return _no_such_option(error)
        case BadOptionUsage():
            return _value_missing_or_too_much(error)
        case BadArgumentUsage():
            return _too_few(error)
        case MissingParameter():
            return _missing(error)
        case BadParameter():
            return _bad_value(error)
        case _:
            return _other(error)


def _other(error: typer.TyperException) -> str:
    ours = isinstance(error, (Failure, WrongCall))  # German already, and may quote anything
    translated = None if ours else in_german(error.format_message())
    if translated is None:
        return error.message
    german, wrong = translated
    command = error.cmd if isinstance(error, UsageError) else None
    return german + _did_you_mean(wrong, _visible(command) if isinstance(command, TyperGroup) else [])


def _no_such_option(error: NoSuchOption) -> str:
    option = error.option_name
    context = error.ctx
    above = context.parent if context is not None else None
    while above is not None:
        for param in above.command.get_params(above):
            if option in param.opts:
                place = help_page.path(above)
                return f"Die Option {quoted(option)} gehört vor den Befehl, gleich hinter »{place}«."
        above = above.parent
    visible = [param for param in _options(context) if not getattr(param, "hidden", False)]
    known = [name.lstrip("-") for param in visible for name in (*param.opts, *param.secondary_opts)]
    # The dashes are left out, or any two short options would be alike.
    found = nearest(option.lstrip("-"), [name for name in known if len(name) > 1])
    meant = f" Meinten Sie {quoted(f'--{found}')}?" if found is not None else ""
    return f"Die Option {quoted(option)} gibt es nicht.{meant}"


def _value_missing_or_too_much(error: BadOptionUsage) -> str:
    name = quoted(error.option_name)
    for param in _options(error.ctx):
        if error.option_name in (*param.opts, *param.secondary_opts) and takes_value(param):
            wanted = "einen Wert" if param.nargs == 1 else f"{param.nargs} Werte"
            what = _allowed(param) if choices(param) else f"{placeholder(param)} {_allowed(param)}".rstrip()
            return f"Die Option {name} braucht {wanted}: {what}."
    return f"Die Option {name} nimmt keinen Wert."


def _too_few(error: BadArgumentUsage) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    for param in params:
        if param.param_type_name == "argument" and repr(param.name) in error.message:
            return f"Das Argument {_name(param)} braucht {param.nargs} Werte."
    return _other(error)


def _missing(error: MissingParameter) -> str:
    param = error.param
    if param is None:
        return "Es fehlt eine Angabe."
    noun = "Das Argument" if param.param_type_name == "argument" else "Die Option"
    return f"{noun} {_name(param)} fehlt.{_allowed_sentence(param)}"


def _bad_value(error: BadParameter) -> str:
    param = error.param
    about = f"Falscher Wert für {_name(param)}: " if param is not None else ""
    if isinstance(error, WrongValue):
        return f"{about}{error.message}"
    translated = in_german(error.message)
    if translated is not None:
        german, wrong = translated
        return f"{about}{german}{_allowed_sentence(param)}{_did_you_mean(wrong, choices(param))}"
    if param is not None and isinstance(param.type, FuncParamType):
        return f"{about}{quoted(error.message)} ist kein gültiger Wert."
    return f"{about}{shown(error.message)}"


def _allowed_sentence(param: Parameter | None) -> str:
    if param is None:
        return ""
    allowed = _allowed(param) or listed(date_patterns(param))
    return f" Erlaubt: {allowed}." if allowed else ""


def _allowed(param: Parameter) -> str:
    return listed(choices(param)) or number_range(param)


def _did_you_mean(wrong: str, known: list[str] | tuple[str, ...]) -> str:
    found = nearest(wrong, known)
    return f" Meinten Sie {quoted(found)}?" if found is not None else ""


def _name(param: Parameter) -> str:
    if param.param_type_name == "argument":
        return quoted(placeholder(param))
    return quoted(max(param.opts or param.secondary_opts, key=len))


def _options(context: Context | None) -> list[Parameter]:
    if context is None:
        return []
    return [param for param in context.command.get_params(context) if param.param_type_name == "option"]


def _visible(group: TyperGroup) -> list[str]:
    return [name for name, command in group.commands.items() if not command.hidden]
