"""A program with the guard of the real one, whose commands get into every kind of trouble."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.cli.surface.entry import main

if TYPE_CHECKING:
    import typer

sys.path.insert(0, str(Path(__file__).resolve().parent))


def load_app() -> typer.Typer:
    if "import-kaputt" in sys.argv:
        raise ImportError("cannot import name 'x' from 'y'")
    if "import-warte" in sys.argv:
        import time

        print("bereit", flush=True)
        time.sleep(30)
    # beside this file, which is started as a script: not known to mypy under these names
    app: typer.Typer = import_module("sample_app").app
    import_module("sample_trouble").add_trouble(app)
    return app


if __name__ == "__main__":
    main(load_app)
