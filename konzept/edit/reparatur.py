"""Repair the files of a plan without losing anything of it: spliced at marks, proved, and put in place at once."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Severity
from konzept.domain.plan import KONZEPT_DATEI
from konzept.edit import fortschreibung, sachstand
from konzept.edit.lock import only_writer
from konzept.edit.reparatur_ablage import ablegen
from konzept.edit.reparatur_beweis import Abbild, Momentaufnahme, beweise_datei, beweise_plan, fehler_je_datei
from konzept.edit.reparatur_einzug import einzug
from konzept.edit.reparatur_lesung import lesen
from konzept.edit.reparatur_ocr import lesefehler
from konzept.edit.reparatur_schnitt import Art, gespleisst
from konzept.edit.reparatur_zeichen import zeichen
from konzept.load.file_text import fetched_text
from konzept.load.plan_files import FilesOnDisk, files_in
from konzept.load.plan_loader import load_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from konzept.diagnostics import Befund
    from konzept.load.plan_files import FileTree, PlanFiles

LOCKS = (fortschreibung.LOCK, sachstand.LOCK)
"""The locks of the commands that read a file and then write one; always taken in this order."""

_BOM = "\ufeff"
_BOM_BYTES = _BOM.encode("utf-8")


@dataclass(frozen=True, slots=True)
class ReparierteDatei:
    """One file that was repaired, or would be: its whole text before and after, and how often what was done.

    ``eingerueckt`` is the text as it is with its indentation repaired; only from there on the data are the same.
    """

    name: str
    vorher: str
    eingerueckt: str
    nachher: str
    anzahlen: Mapping[Art, int]


@dataclass(frozen=True, slots=True)
class Reparatur:
    """What was repaired, or would be, by file; and for each file that was left alone the finding that says why."""

    dateien: tuple[ReparierteDatei, ...]
    ausgelassen: tuple[Befund, ...]


def reparieren(root: Path, betrifft: Callable[[str], bool], *, ocr: bool, write: bool) -> Reparatur:
    """Repair those files of the plan in the folder ``root`` whose names ``betrifft`` chooses.

    Done is what loses nothing: line ends, byte order mark, blanks at the end of a line, NFC, the last line end,
    odd blanks in the indentation of an unreadable file; with ``ocr`` also known misreadings. A file that is no
    UTF-8 or no YAML is left alone. Both states are loaded and compared; EditError is raised where the data would
    differ otherwise, or where the files do not let themselves be written, and then nothing is changed, as
    without ``write``.
    """
    tree = Momentaufnahme(FilesOnDisk(root))
    dateien: list[ReparierteDatei] = []
    ausgelassen: list[Befund] = []
    for name in sorted(filter(betrifft, set(_names(files_in(tree))))):
        done = _repaired(tree, name, ocr=ocr)
        if isinstance(done, ReparierteDatei):
            dateien.append(done)
        elif done is not None:
            ausgelassen.append(done)
    doubtful = _doubtful(tree, dateien)
    if doubtful:
        again = [_repaired(tree, one.name, ocr=ocr, indent=one.name not in doubtful) for one in dateien]
        dateien = [one for one in again if isinstance(one, ReparierteDatei)]
    if dateien:
        _prove(tree, dateien, ocr=ocr)
        if write:
            with contextlib.ExitStack() as locks:
                for lock in LOCKS:
                    locks.enter_context(only_writer(root / lock))
                ablegen(
                    root, {one.name: (tree.read(one.name), one.nachher.encode("utf-8")) for one in dateien}
                )
    return Reparatur(tuple(dateien), tuple(ausgelassen))


def _names(files: PlanFiles) -> Iterator[str]:
    """Give every file that the plan is loaded from, of whatever kind."""
    yield KONZEPT_DATEI
    for one in fields(files):
        if one.name != "findings":
            yield from _texts(getattr(files, one.name))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _repaired(
    tree: FileTree, name: str, *, ocr: bool, indent: bool = True
) -> ReparierteDatei | Befund | None:
    """Repair the text of one file; None if nothing is to be done, or the finding that forbids to touch it."""
    marks = 0

    def without_marks() -> bytes:
        nonlocal marks
        raw = tree.read(name)
        while raw.startswith(_BOM_BYTES):
            raw, marks = raw.removeprefix(_BOM_BYTES), marks + 1
        return raw

    text, problems = fetched_text(without_marks, name)
    if text is None:
        return next(befund for befund in problems if befund.schwere is Severity.FEHLER)
    lesung = lesen(text, name)
    indented = einzug(lesung, name) if indent else ()
    before = lesen(gespleisst(text, indented), name) if indented else lesung
    if not before.lesbar:
        return next(iter(before.befunde), None)
    cuts = tuple(zeichen(before))
    after = lesen(gespleisst(before.text, cuts), name) if cuts else before
    beweise_datei(before, after, name)
    read_right = tuple(lesefehler(after)) if ocr else ()
    last = lesen(gespleisst(after.text, read_right), name) if read_right else after
    beweise_datei(after, last, name, ocr=True)
    anzahlen = Counter(cut.art for cut in (*indented, *cuts, *read_right))
    if marks:
        anzahlen[Art.BOM] = 1
    if not anzahlen:
        return None
    return ReparierteDatei(name, _BOM * marks + text, before.text, last.text, anzahlen)


def _doubtful(tree: FileTree, dateien: list[ReparierteDatei]) -> set[str]:
    """Give the files that were readable before, and that the loader does not like better with their new indentation."""
    indented = {one.name: one.eingerueckt.encode("utf-8") for one in dateien if Art.EINZUG in one.anzahlen}
    if not indented:
        return set()
    old, new = (fehler_je_datei(load_tree(one)) for one in (tree, Abbild(tree, indented)))
    return {
        one.name
        for one in dateien
        if one.name in indented
        and lesen(one.vorher.lstrip(_BOM), one.name).lesbar
        and new.get(one.name, 0) >= old.get(one.name, 0)
    }


def _prove(tree: FileTree, dateien: list[ReparierteDatei], *, ocr: bool) -> None:
    before = {one.name: one.eingerueckt.encode("utf-8") for one in dateien}
    after = {one.name: one.nachher.encode("utf-8") for one in dateien}
    beweise_plan(tree, before, after, ocr=ocr)
