"""What a preview is made from: the files of the plan's folder that count, and the folders in which they change."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from konzept.domain.beigabe import Mangel
from konzept.load.file_text import NotRegularError, TooLargeError, read_regular
from konzept.load.limits import MAX_FOLDER_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from konzept.domain.beigabe import Beigabe

ORDNER = ("data", "templates")
"""The folders of a plan whose files count, whatever they are called; hidden ones do not."""


def beigaben_im_plan(beigaben: Mapping[str, Beigabe]) -> tuple[str, ...]:
    """Return the names of the files beside the plan's own that konzept.yaml names, but none outside of its folder."""
    return tuple(sorted(name for name, eine in beigaben.items() if eine.mangel is not Mangel.AUSSERHALB))


def kennung(root: Path, beigaben: tuple[str, ...]) -> str:
    """Return a mark that is another one when any file that counts is: by its name, its bytes or its absence."""
    summe = hashlib.sha256()
    for path in [*_dateien(root), *(root / name for name in beigaben)]:
        summe.update(f"{path.relative_to(root).as_posix()}\0".encode("utf-8", "surrogateescape"))
        summe.update(hashlib.sha256(_inhalt(path)).digest())
    return summe.hexdigest()[:20]


def ordner(root: Path, beigaben: tuple[str, ...]) -> frozenset[Path]:
    """Return the folders that must be watched, each for itself: also those that links of the plan lead to.

    The plan's own folder is always among them, or the nearest above it that still exists: there one sees it come back.
    """
    oben = next((folder for folder in (root, *root.parents) if folder.is_dir()), None)
    if oben != root:
        return frozenset() if oben is None else frozenset({oben})
    found = {root, *(root / name for name in ORDNER), *(path.parent for path in _dateien(root))}
    found |= {folder for name in ORDNER for folder in _unterordner(root / name)}
    found |= {(root / name).parent for name in beigaben}
    links = [path for path in [*_dateien(root), *(root / name for name in beigaben)] if path.is_symlink()]
    for path in links:
        try:
            found.add(path.resolve().parent)
        except (OSError, RuntimeError):  # links in a circle lead nowhere
            continue
    return frozenset(folder for folder in found if folder.is_dir())


def _dateien(root: Path) -> Iterator[Path]:
    for name in ORDNER:
        for folder in [root / name, *_unterordner(root / name)]:
            yield from (folder / entry.name for entry in _eintraege(folder) if not _ist_ordner(entry))


def _unterordner(folder: Path, tiefe: int = 0) -> Iterator[Path]:
    """Give the folders below one; links to folders are not entered, as the loader does not enter them either."""
    for entry in _eintraege(folder):
        if _ist_ordner(entry) and not entry.is_symlink() and tiefe < MAX_FOLDER_DEPTH:
            yield folder / entry.name
            yield from _unterordner(folder / entry.name, tiefe + 1)


def _eintraege(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        return []
    return sorted(entries, key=lambda entry: entry.name)


def _ist_ordner(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _inhalt(path: Path) -> bytes:
    try:
        return b"+" + read_regular(path)
    except TooLargeError as error:
        return f"zu groß: {error.size}".encode()
    except (OSError, NotRegularError, RuntimeError) as error:
        return f"unlesbar: {type(error).__name__}".encode()
