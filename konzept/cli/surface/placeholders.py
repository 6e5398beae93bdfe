"""The German names of what an option or argument takes, in help pages and in usage errors alike."""

from __future__ import annotations

from enum import Enum

from konzept.cli.surface.quoting import listed
from konzept.cli.surface.vendored import NumberRange, Parameter, Tuple, TyperChoice, TyperOption

_LONGEST_CHOICE = 24
"""Longer lists of values stand in the text beside the option, not in its name column."""

_BY_TYPE = {
    "str": "TEXT",
    "int": "ZAHL",
    "int range": "ZAHL",
    "float": "DEZIMALZAHL",
    "float range": "DEZIMALZAHL",
    "boolean": "true|false",
    "uuid": "UUID",
    "filename": "DATEI",
    "file": "DATEI",
    "directory": "ORDNER",
    "path": "PFAD",
}

_DATE_PARTS = {"%Y": "JJJJ", "%m": "MM", "%d": "TT", "%H": "hh", "%M": "mm", "%S": "ss"}


def has_bare_form(param: Parameter) -> bool:
    """Tell whether an option is declared, by a metavar such as »[=ocr]«, to have a value that may be missing."""
    return (param.metavar or "").startswith("[=")


def takes_value(param: Parameter) -> bool:
    """Tell whether a value follows: always with an argument, not with a flag or a counting option."""
    return not (isinstance(param, TyperOption) and (param.is_flag or param.count))


def placeholder(param: Parameter) -> str:
    """Return what stands for the value, such as »DATEI« or »text|json«; empty for a flag."""
    if not takes_value(param):
        return ""
    if param.metavar is not None:
        return param.metavar
    if param.param_type_name == "argument":
        return (param.name or "").replace("_", "-").upper()
    return _by_type(param)


def _by_type(param: Parameter) -> str:
    if isinstance(param.type, Tuple):
        return " ".join(_BY_TYPE.get(part.name, "WERT") for part in param.type.types)
    joined = "|".join(choices(param))
    if joined:
        return joined if len(joined) <= _LONGEST_CHOICE else "WERT"
    dates = date_patterns(param)
    return dates[0] if dates else _BY_TYPE.get(param.type.name, "WERT")


def choices(param: Parameter | None) -> tuple[str, ...]:
    """Return the only values a parameter accepts, in the order of their declaration; else ()."""
    if param is None or not isinstance(param.type, TyperChoice):
        return ()
    return tuple(str(item.value) if isinstance(item, Enum) else str(item) for item in param.type.choices)


def listed_beside(param: Parameter) -> tuple[str, ...]:
    """Return the values that the placeholder does not name and the help text therefore must."""
    values = choices(param)
    return () if has_bare_form(param) or placeholder(param) == "|".join(values) else values


def date_patterns(param: Parameter) -> list[str]:
    """Return how a date may be written, »JJJJ-MM-TT« for ``%Y-%m-%d``; [] if no date is meant."""
    patterns: list[str] = list(getattr(param.type, "formats", None) or ())
    for code, letters in _DATE_PARTS.items():
        patterns = [pattern.replace(code, letters) for pattern in patterns]
    return patterns


def number_range(param: Parameter) -> str:
    """Return »von 1 bis 12«, »ab 1«, »höchstens 12«; nothing where any number will do."""
    kind = param.type
    if not isinstance(kind, NumberRange):
        return ""
    if kind.min is not None and kind.max is not None:
        return f"von {kind.min} bis {kind.max}"
    return f"ab {kind.min}" if kind.min is not None else f"höchstens {kind.max}"


def default_value(param: Parameter) -> str:
    """Return the default as a person would type it, or nothing where there is none worth a word."""
    wanted = getattr(param, "show_default", False)
    if isinstance(wanted, str):
        return wanted
    default = param.default
    if not wanted or default is None or callable(default) or default in ((), [], ""):
        return ""
    if isinstance(param, TyperOption) and param.is_bool_flag:
        names = param.opts if default else param.secondary_opts
        return names[0].lstrip("-") if names and param.secondary_opts else ""
    if isinstance(default, (list, tuple)):
        return ", ".join(_as_typed(item) for item in default)
    return _as_typed(default)


def notes(param: Parameter) -> str:
    """Return the bracket behind a help text: values, bounds, default, variable, necessity; or nothing."""
    found: list[str] = []
    values = listed_beside(param)
    if values:
        found.append(listed(values))
    if number_range(param):
        found.append(number_range(param))
    if default_value(param):
        found.append(f"Vorgabe: {default_value(param)}")
    if param.envvar and getattr(param, "show_envvar", False):
        names = [param.envvar] if isinstance(param.envvar, str) else list(param.envvar)
        found.append(f"Umgebungsvariable: {', '.join(names)}")
    if param.required:
        found.append("erforderlich")
    return f"[{'; '.join(found)}]" if found else ""


def _as_typed(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
