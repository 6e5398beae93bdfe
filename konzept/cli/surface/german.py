"""typer's app, group and command with German help pages and German errors.

Made by subclassing at the places typer offers for it (``cls=``), not by replacing its functions.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from konzept.cli.surface import completion, help_page
from konzept.cli.surface.bare_value import with_bare_values
from konzept.cli.surface.vendored import (
    Command,
    Context,
    NoArgsIsHelpError,
    Parameter,
    TyperCommand,
    TyperGroup,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from konzept.cli.surface.vendored import TyperOption

_ABORTED = 130


class _German(Command):
    """What groups and commands share: everything typer would say in English."""

    def __init__(self, *, deprecated: bool | str = False, **settings: Any) -> None:
        # Kept from typer, which would add English words to help and calls; we add our own.
        super().__init__(**settings)
        self.outdated = f"Veraltet: {deprecated}" if isinstance(deprecated, str) else "Veraltet." * deprecated

    def get_help(self, ctx: Context) -> str:
        """Return the help page without a last line break."""
        return help_page.page(ctx, self.outdated)

    def get_usage(self, ctx: Context) -> str:
        """Return the line »Aufruf: …«."""
        return help_page.usage(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the line for the list of commands; ``limit`` is ignored, the list wraps."""
        del limit
        text = help_page.first_sentence(self.short_help or self.help or "")
        return f"{text} {self.outdated}".strip()

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the option --help, in German and printing to the program's own stdout."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = help_page.HELP_TEXT
            option.callback = _show_help
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, and see to it that every error knows which command it is about."""
        try:
            return super().parse_args(ctx, with_bare_values(args, self.params))
        except UsageError as error:
            if error.ctx is None:
                error.ctx = ctx
            raise

    def invoke(self, ctx: Context) -> Any:
        """Run the command; an outdated one says so first, on stderr."""
        if self.outdated:
            print(f"Hinweis: {help_page.path(ctx)}: {self.outdated}", file=sys.stderr)
        return super().invoke(ctx)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run one call and leave with its exit code, or return it if not ``standalone_mode``.

        A command's own exit code is the int it returns, or that of the typer.Exit it raises. Ctrl-C
        and whatever is no error of typer passes through. Wildcards are never expanded here.
        """
        del windows_expand_args
        name = prog_name or self.name or "konzept"
        code = completion.answer(self, name, complete_var)
        if code is None:
            code = self._outcome(name, list(sys.argv[1:] if args is None else args), extra)
        if not standalone_mode:
            return code
        sys.exit(code)

    def _outcome(self, name: str, args: list[str], extra: dict[str, Any]) -> int:
        try:
            with self.make_context(name, args, **extra) as ctx:
                result = self.invoke(ctx)
        except typer.Exit as end:
            return end.exit_code
        except NoArgsIsHelpError as error:
            print(self.get_help(error.ctx), file=sys.stderr)
            return error.exit_code
        except typer.TyperException as error:
            from konzept.cli.surface import usage_errors  # a right call need not wait for it

            print(usage_errors.told(error), file=sys.stderr)
            return error.exit_code
        except (typer.Abort, EOFError):
            print("Abgebrochen.", file=sys.stderr)
            return _ABORTED
        return result if isinstance(result, int) and result is not True else 0


class GermanCommand(_German, TyperCommand):
    """One command; `GermanTyper` takes it by default."""


class GermanGroup(_German, TyperGroup):
    """The app with its commands."""

    def __init__(self, **settings: Any) -> None:
        settings["suggest_commands"] = False  # the suggestion is ours, in German
        super().__init__(**settings)


class GermanTyper(typer.Typer):
    """A ``typer.Typer`` whose help and errors are German and plain; use it as one.

    rich, typer's own completion options and its tracebacks are off. Help texts must be given with
    ``help=``: a docstring would be printed in English.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            cls=GermanGroup,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(
        self, name: str | None = None, *, cls: type[TyperCommand] | None = None, **settings: Any
    ) -> Callable[[Any], Any]:
        """Register a command as typer does, with `GermanCommand` as its class."""
        return super().command(name, cls=cls or GermanCommand, **settings)


def _show_help(ctx: Context, _param: Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print(ctx.get_help())
        ctx.exit()
