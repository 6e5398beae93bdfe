"""Repaired files take the place of the old ones: all of them, or none; each is whole at every moment."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.edit.fault import EditError
from konzept.load.file_text import NotRegularError, TooLargeError, os_reason, read_regular
from konzept.output import OutputError, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

STAGING = Path("data") / ".reparatur"
"""The loader passes over names that begin with a dot: what a kill leaves here is no part of the plan."""

_MAY_WE = "Prüfen Sie, ob Sie in den Ordner data/ schreiben dürfen und ob Platz ist."
_OTHER_DRIVE = "eine Verknüpfung führt auf ein anderes Laufwerk"
_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Tausch:
    """One file to replace: its name, its own place (links resolved), what it holds and what it is to hold."""

    name: str
    ziel: Path
    alt: bytes
    neu: bytes


@dataclass(frozen=True, slots=True)
class _Gelegt:
    """The finished new file and a second name for the old one, both beside each other in the staging folder."""

    tausch: Tausch
    neu: Path
    alt: Path


def ablegen(root: Path, dateien: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Replace files of the plan in ``root``: name → what it holds now, and what it is to hold.

    Everything is written first and only renamed then, so that a full disk or a missing right is noticed before
    the first file changes; what fails or is interrupted between two renames is taken back. A kill in just this
    moment leaves some files repaired and some not, each of them whole: the next call does the rest. Modes are
    kept, links stay links. The caller holds the locks. Raises EditError, then no file is changed.
    """
    paare = _exchanges(root, dateien)
    try:
        with _staging(root / STAGING) as folder:
            gelegt = [_laid(folder, number, tausch) for number, tausch in enumerate(paare)]
            for one in gelegt:
                _refuse_changed(one.tausch)
            _publish(gelegt)
    except OutputError as error:
        raise EditError(f"Die Reparatur lässt sich nicht ablegen: {error}", _MAY_WE) from error
    except OSError as error:
        # renaming, which alone is all or nothing, does not lead from one drive to another
        reason = _OTHER_DRIVE if error.errno == errno.EXDEV else os_reason(error)
        message = f"Die Reparatur lässt sich nicht ablegen ({reason}); es wurde nichts verändert."
        raise EditError(message, _MAY_WE) from error


def _exchanges(root: Path, dateien: Mapping[str, tuple[bytes, bytes]]) -> list[Tausch]:
    """Resolve links; a file that two names lead to is replaced once."""
    found: dict[Path, Tausch] = {}
    for name, (alt, neu) in dateien.items():
        ziel = Path(os.path.realpath(root / name))
        tausch = found.setdefault(ziel, Tausch(name, ziel, alt, neu))
        _refuse_protected(tausch)
    return list(found.values())


def _refuse_protected(tausch: Tausch) -> None:
    """Refuse a file that nobody may write, though renaming would get around its protection."""
    try:
        mode = tausch.ziel.stat().st_mode
    except OSError as error:
        raise _changed(tausch.name) from error
    if not mode & _WRITABLE or not os.access(tausch.ziel, os.W_OK):
        raise EditError(
            f"Die Datei {tausch.name} ist schreibgeschützt; es wurde nichts verändert.",
            "Heben Sie den Schreibschutz auf, oder nennen Sie als PFAD nur, was repariert werden soll.",
        )


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    _take_away(folder)
    try:
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        _take_away(folder)


def _take_away(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def _laid(folder: Path, number: int, tausch: Tausch) -> _Gelegt:
    neu, alt = folder / f"{number}-neu", folder / f"{number}-alt"
    write_file(neu, tausch.neu)
    neu.chmod(stat.S_IMODE(tausch.ziel.stat().st_mode))
    try:
        os.link(tausch.ziel, alt)
    except OSError:
        # a drive without links: a copy will do to take the change back
        write_file(alt, tausch.alt)
        alt.chmod(stat.S_IMODE(tausch.ziel.stat().st_mode))
    return _Gelegt(tausch, neu, alt)


def _refuse_changed(tausch: Tausch) -> None:
    try:
        now = read_regular(tausch.ziel)
    except (NotRegularError, TooLargeError) as error:
        raise _changed(tausch.name) from error
    if now != tausch.alt:
        raise _changed(tausch.name)


def _publish(gelegt: Sequence[_Gelegt]) -> None:
    try:
        for one in gelegt:
            one.neu.replace(one.tausch.ziel)
    except BaseException:
        # judged by what is there: an interrupt may fall between a step and any note of it
        if any(one.neu.exists() for one in gelegt):
            for one in gelegt:
                if not one.neu.exists():
                    one.alt.replace(one.tausch.ziel)
        raise


def _changed(name: str) -> EditError:
    return EditError(
        f"Die Datei {name} wurde eben von einem anderen Programm geändert; es wurde nichts verändert.",
        "Rufen Sie den Befehl noch einmal auf.",
    )
