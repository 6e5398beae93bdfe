"""The way in: ``konzept …`` and ``python -m konzept …``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.surface.entry import main

if TYPE_CHECKING:
    import typer


def start() -> None:
    """Run the program on the command line it was called with; never returns."""
    main(_load_app)


def _load_app() -> typer.Typer:
    # inside the guard, so that Ctrl-C during the import of typer meets a handler
    from konzept.cli.app import app

    return app


if __name__ == "__main__":
    start()
