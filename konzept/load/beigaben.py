"""The files beside the plan's own that konzept.yaml names: read once with the plan, so that no check reads files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from konzept.domain.beigabe import Beigabe, Mangel
from konzept.load.file_text import NotRegularError, TooLargeError
from konzept.load.plan_files import FilesOnDisk

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.load.plan_files import FileTree

_MAENGEL: dict[type[Exception], Mangel] = {
    NotRegularError: Mangel.KEINE_DATEI,
    TooLargeError: Mangel.ZU_GROSS,
    FileNotFoundError: Mangel.FEHLT,
    NotADirectoryError: Mangel.FEHLT,
    OSError: Mangel.UNLESBAR,
    RuntimeError: Mangel.UNLESBAR,
}
"""The first that fits; before Python 3.13 links in a circle are a RuntimeError."""


def beigaben(tree: FileTree, einstellungen: Einstellungen) -> dict[str, Beigabe]:
    """Read the files that the settings name, by the names they have there; never raises for what these may be.

    Of a revision in git only ``data/`` is read: there nothing is known of them, and the answer is empty.
    """
    gestaltung = einstellungen.gestaltung
    if gestaltung is None or not isinstance(tree, FilesOnDisk):
        return {}
    return {name: _beigabe(tree, name) for name in (gestaltung.logo, gestaltung.css) if name}


def _beigabe(tree: FilesOnDisk, name: str) -> Beigabe:
    try:
        return Beigabe(tree.read(name)) if _inside(tree, name) else Beigabe(mangel=Mangel.AUSSERHALB)
    except tuple(_MAENGEL) as error:
        return Beigabe(mangel=next(mangel for kind, mangel in _MAENGEL.items() if isinstance(error, kind)))


def _inside(tree: FilesOnDisk, name: str) -> bool:
    """Tell whether a name is that of a place below the plan's folder, also where links are followed."""
    if name.startswith("/") or re.search(r"[\\:\0]", name) or ".." in PurePosixPath(name).parts:
        return False
    return (tree.root / name).resolve().is_relative_to(tree.root.resolve())
