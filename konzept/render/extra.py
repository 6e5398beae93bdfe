"""What to say when a document needs a library that comes with an extra of konzept and is not installed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExtraMissingError(Exception):
    """A library of an extra is not installed; the message is a German sentence, ``hint`` the way to get it."""

    def __init__(self, extra: str, library: str) -> None:
        super().__init__(f"Für dieses Format fehlt die Bibliothek »{library}«.")
        self.extra = extra
        self.library = library
        self.hint = f'Nachinstallieren mit: pip install "konzept[{extra}]"'


@contextmanager
def needs_extra(extra: str, *libraries: str) -> Iterator[None]:
    """Turn the failed import of one of the ``libraries`` into ExtraMissingError; other failures pass through.

    The import stands inside the block, in the function that needs the library, so that nobody else pays for it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in libraries:
            raise
        raise ExtraMissingError(extra, library) from error
