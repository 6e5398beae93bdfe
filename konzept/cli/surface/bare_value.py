"""An option that may stand alone or with a value behind »=«, as »--fix« and »--fix=ocr«; typer has no such kind.

Such an option is declared as one of an Enum, with a metavar in the form »[=…]«. Alone it means the first value.
The word behind it is never taken for its value, so that »--fix data/akteure.yaml« names a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.surface.placeholders import choices, has_bare_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from konzept.cli.surface.vendored import Parameter

_END_OF_OPTIONS = "--"


def with_bare_values(args: Sequence[str], params: Iterable[Parameter]) -> list[str]:
    """Return the words of a call in which every such option that stands alone has got its first value."""
    meant = {
        name: f"{max(param.opts, key=len)}={choices(param)[0]}"
        for param in params
        if has_bare_form(param)
        for name in param.opts
    }
    options = list(args)
    end = options.index(_END_OF_OPTIONS) if _END_OF_OPTIONS in options else len(options)
    return [meant.get(word, word) for word in options[:end]] + options[end:]
