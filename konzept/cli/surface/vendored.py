"""The one door to the names of typer that its public module does not offer.

typer has carried its own copy of Click since 0.26, under ``typer._click``. The copy has no promise
of stability, hence the bound on typer in pyproject.toml and the test that compares every text of the
installed release with the list this package was written against.
"""

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.shell_completion import _resolve_context, _resolve_incomplete, split_arg_string
from typer._click.types import FuncParamType, ParamType, Tuple, _NumberRangeBase
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

NumberRange = _NumberRangeBase
resolve_context = _resolve_context
resolve_incomplete = _resolve_incomplete

__all__ = [
    "BadArgumentUsage",
    "BadOptionUsage",
    "BadParameter",
    "Command",
    "Context",
    "FuncParamType",
    "MissingParameter",
    "NoArgsIsHelpError",
    "NoSuchOption",
    "NumberRange",
    "ParamType",
    "Parameter",
    "Tuple",
    "TyperArgument",
    "TyperChoice",
    "TyperCommand",
    "TyperGroup",
    "TyperOption",
    "UsageError",
    "resolve_context",
    "resolve_incomplete",
    "split_arg_string",
]
