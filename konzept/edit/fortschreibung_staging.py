"""A new Fassung is put together in a copy of the plan that nobody reads, and then takes its place at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.edit.fault import EditError, UnsuitableError
from konzept.load.file_text import os_reason
from konzept.output import OutputError, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STAGING = Path("data") / ".fortschreibung"
"""The loader passes over names that begin with a dot: what a kill leaves here is no part of the plan."""

_NOTHING_WRITTEN = "es wurde nichts geschrieben."
_MAY_WE = "Prüfen Sie, ob Sie in den Ordner data/ schreiben dürfen und ob Platz ist."


@contextlib.contextmanager
def staged(root: Path, files: Mapping[str, bytes], *, inside: bool) -> Iterator[Path]:
    """Give a folder that holds a copy of the plan's files in ``root`` and ``files`` besides; it is gone afterwards.

    ``inside`` puts it on the same drive, so that ``publish`` can move from it; what an earlier run that was killed
    left there is taken away. The caller holds the lock. Raises EditError if it cannot be written.
    """
    try:
        with _folder(root, inside=inside) as folder:
            _copy(root / "data", folder / "data")
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                write_file(path, content)
            yield folder
    except OutputError as error:
        raise EditError(f"Die neue Fassung lässt sich nicht ablegen; {_NOTHING_WRITTEN}", _MAY_WE) from error
    except OSError as error:
        message = f"Die neue Fassung lässt sich nicht ablegen ({os_reason(error)}); {_NOTHING_WRITTEN}"
        raise EditError(message, _MAY_WE) from error


@contextlib.contextmanager
def _folder(root: Path, *, inside: bool) -> Iterator[Path]:
    if not inside:
        with tempfile.TemporaryDirectory(prefix="konzept-") as folder:
            yield Path(folder)
        return
    staging = root / STAGING
    _take_away(staging)
    try:
        staging.mkdir()
        yield staging
    finally:
        _take_away(staging)


def _take_away(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    """Copy what the loader reads: files of YAML, none that are hidden, no folder behind a link."""
    target.mkdir()
    for path in sorted(source.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            _copy(path, target / path.name)
        elif path.suffix in {".yaml", ".yml"}:
            shutil.copyfile(path, target / path.name)


def publish(stage: Path, root: Path, folder: str | None, frame: str) -> None:
    """Move a staged Fassung to its place: first the folder of its Handlungsfelder, if it has any, then its frame.

    In this order, because a frame alone would be read as a Fassung that has lost everything, while a folder without
    a frame is a Fehler that every command names. What fails or is interrupted in between is taken back. Nothing is
    overwritten. Raises OSError, or UnsuitableError if one of the names is taken.
    """
    try:
        if folder:
            _refuse_overwriting(root / folder)
            (stage / folder).rename(root / folder)
        _put(stage / frame, root / frame)
    except BaseException:
        # judged by what is there: an interrupt may fall between a step and any note of it
        done = not (stage / frame).exists() or _same(stage / frame, root / frame)
        if folder and not done and not os.path.lexists(stage / folder):
            (root / folder).rename(stage / folder)
        raise


def _put(source: Path, target: Path) -> None:
    """Give a finished file its name; a link does so without ever overwriting, where the drive knows links."""
    try:
        os.link(source, target)
    except FileExistsError:
        _refuse_overwriting(target)
        raise
    except OSError:
        _refuse_overwriting(target)
        source.rename(target)


def _refuse_overwriting(path: Path) -> None:
    if os.path.lexists(path):
        message = f"»{path}« ist eben angelegt worden; es wurde nichts überschrieben."
        raise UnsuitableError(message, "Nennen Sie einen anderen Namen für die neue Fassung.")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
