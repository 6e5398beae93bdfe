"""Which files make up a plan, and where the plan's folder is (design §3)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from konzept.diagnostics import Befund, Location, Severity
from konzept.domain.plan import KONZEPT_DATEI
from konzept.load.file_text import read_regular
from konzept.load.limits import MAX_FOLDER_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator


class PlanNotFoundError(Exception):
    """There is no ``data/konzept.yaml`` in the folder or above it; the message is a German sentence."""


def plan_root(start: Path) -> Path:
    """Return the folder that holds ``data/konzept.yaml``: ``start`` or the nearest folder above it.

    Raises PlanNotFoundError if there is none, or if ``start`` does not exist.
    """
    try:
        start = start.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        message = f"Den Ordner »{start}« gibt es nicht."
        raise PlanNotFoundError(message) from error
    for folder in (start, *start.parents):
        if os.path.lexists(folder / KONZEPT_DATEI):
            return folder
    message = f"Weder in »{start}« noch darüber liegt ein Plan (gesucht: {KONZEPT_DATEI})."
    raise PlanNotFoundError(message)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder of a plan; a link to a folder is both ``folder`` and ``link``."""

    name: str
    folder: bool
    link: bool


class FileTree(Protocol):
    """Where the files of a plan lie, under names relative to its folder: on disk, or in a revision that git holds."""

    def entries(self, folder: str) -> list[Entry]:
        """Return what is in a folder, sorted by name; raises OSError if that cannot be told."""

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file; raises OSError, NotRegularError or TooLargeError, see ``fetched_text``."""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether a name is that of a folder; a link that leads in a circle is none, and is named where it is read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class FilesOnDisk:
    """The files as they lie in the folder ``root`` now."""

    root: Path

    def entries(self, folder: str) -> list[Entry]:
        """Return what is in a folder, sorted by name; raises OSError."""
        with os.scandir(self.root / folder) as found:
            entries = [Entry(one.name, _is_folder(one), one.is_symlink()) for one in found]
        return sorted(entries, key=lambda entry: entry.name)

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file; raises OSError, NotRegularError and TooLargeError."""
        return read_regular(self.root / datei)


@dataclass(slots=True)
class PlanFiles:
    """The files of a plan by kind, as names relative to its folder, each list sorted."""

    akteure: str | None = None
    programme: str | None = None
    rahmen: dict[str, str] = field(default_factory=dict)
    handlungsfelder: dict[str, list[str]] = field(default_factory=dict)
    sachstand: dict[str, str] = field(default_factory=dict)
    indikatoren: list[str] = field(default_factory=list)
    findings: list[Befund] = field(default_factory=list)

    @property
    def fassungen(self) -> list[str]:
        """Every Fassung that has a frame or a folder of Handlungsfelder."""
        return sorted({*self.rahmen, *self.handlungsfelder})


def find_files(root: Path) -> PlanFiles:
    """List the files of the plan in the folder ``root``, as ``files_in`` does."""
    return files_in(FilesOnDisk(root))


def files_in(tree: FileTree) -> PlanFiles:
    """List the files under ``data/``; whatever would not be read is a finding, so that nothing is lost in silence."""
    files = PlanFiles()
    for name in _walk(tree, "data", files.findings):
        path = PurePosixPath(name)
        parts = path.parts[1:]
        if path.suffix == ".yaml" and _sort_in(files, name, parts):
            continue
        if path.suffix.casefold() in {".yaml", ".yml"}:
            files.findings.append(_misplaced(name))
    return files


def _sort_in(files: PlanFiles, name: str, parts: tuple[str, ...]) -> bool:
    stem = parts[-1].removesuffix(".yaml")
    match parts:
        case ("konzept.yaml",):
            pass
        case ("akteure.yaml",):
            files.akteure = name
        case ("foerderprogramme.yaml",):
            files.programme = name
        case ("fassungen", _):
            files.rahmen[stem] = name
        case ("handlungsfelder", fassung, _):
            files.handlungsfelder.setdefault(fassung, []).append(name)
        case ("sachstand", _):
            files.sachstand[stem] = name
        case ("indikatoren", _):
            files.indikatoren.append(name)
        case _:
            return False
    return True


def _walk(tree: FileTree, folder: str, findings: list[Befund]) -> Iterator[str]:
    """Give every file below a folder in sorted order; hidden ones are none of ours, linked folders are not entered."""
    try:
        entries = tree.entries(folder)
    except OSError:
        findings.append(
            Befund(
                "datei-unlesbar",
                Severity.FEHLER,
                Location(folder),
                "Der Ordner lässt sich nicht lesen.",
                "Prüfen Sie, ob es ihn gibt und ob Sie ihn lesen dürfen.",
            )
        )
        return
    for entry in entries:
        name = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        # a folder that bears a file's name is reported where the file would be read
        if entry.folder and not entry.name.endswith(".yaml"):
            if entry.link or name.count("/") > MAX_FOLDER_DEPTH:
                findings.append(_not_entered(name))
                continue
            yield from _walk(tree, name, findings)
        else:
            yield name


def _not_entered(name: str) -> Befund:
    return Befund(
        "ordner-nicht-gelesen",
        Severity.FEHLER,
        Location(name),
        "Dieser Ordner wird nicht gelesen: Er ist eine Verknüpfung oder liegt zu tief.",
        "Legen Sie die Dateien selbst in den Ordner des Plans.",
    )


def _misplaced(name: str) -> Befund:
    parts = PurePosixPath(name).parts
    if name.casefold().endswith(".yml") or not name.endswith(".yaml"):
        hilfe = "Benennen Sie sie um: Die Dateien eines Plans enden auf ».yaml«."
    elif parts[1] == "handlungsfelder":
        hilfe = "Handlungsfelder liegen im Ordner ihrer Fassung, etwa data/handlungsfelder/2020/."
    else:
        hilfe = (
            "Gelesen werden konzept.yaml, akteure.yaml, foerderprogramme.yaml, fassungen/<fassung>.yaml, "
            "handlungsfelder/<fassung>/<name>.yaml, sachstand/<fassung>.yaml und indikatoren/<name>.yaml."
        )
    return Befund(
        "datei-am-falschen-ort", Severity.FEHLER, Location(name), "Diese Datei wird nicht gelesen.", hilfe
    )
