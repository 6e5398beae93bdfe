"""The proof that a repair has lost nothing: both states are loaded and compared before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konzept.diagnostics import Severity
from konzept.domain.verlesungen import berichtigt
from konzept.edit.fault import EditError
from konzept.load.file_text import TooLargeError
from konzept.load.limits import MAX_BYTES
from konzept.load.plan_loader import load_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.edit.reparatur_lesung import Lesung
    from konzept.load.plan_files import Entry, FileTree
    from konzept.load.plan_loader import LoadedPlan


@dataclass(frozen=True, slots=True)
class Abbild:
    """The files of a plan, some of them with another content than the one they have in ``tree``."""

    tree: FileTree
    inhalte: Mapping[str, bytes]

    def entries(self, folder: str) -> list[Entry]:
        """Return what is in a folder, as ``tree`` does."""
        return self.tree.entries(folder)

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file; raises OSError, NotRegularError and TooLargeError."""
        content = self.inhalte.get(datei)
        if content is None:
            return self.tree.read(datei)
        if len(content) > MAX_BYTES:
            raise TooLargeError(len(content))
        return content


@dataclass(slots=True)
class Momentaufnahme:
    """The files of a plan, each as it was when it was read first, so that two loads see the same."""

    tree: FileTree
    _folders: dict[str, list[Entry]] = field(default_factory=dict)
    _files: dict[str, bytes] = field(default_factory=dict)

    def entries(self, folder: str) -> list[Entry]:
        """Return what is in a folder; raises OSError."""
        if folder not in self._folders:
            self._folders[folder] = self.tree.entries(folder)
        return self._folders[folder]

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file; raises OSError, NotRegularError and TooLargeError."""
        if datei not in self._files:
            self._files[datei] = self.tree.read(datei)
        return self._files[datei]


def beweise_datei(vorher: Lesung, nachher: Lesung, datei: str, *, ocr: bool = False) -> None:
    """See that the parser finds the same in two states of a file: the same events, and in them the same texts.

    Texts are compared in NFC, as the loader reads them; with ``ocr`` as text recognition should have read them.
    Raises EditError where they differ.
    """
    same = (
        nachher.lesbar
        and len(vorher.ereignisse) == len(nachher.ereignisse)
        and all(
            old == new or (ocr and old[:-1] == new[:-1] and berichtigt(old[-1]) == berichtigt(new[-1]))
            for old, new in zip(vorher.ereignisse, nachher.ereignisse, strict=True)
        )
    )
    if not same:
        raise _refused(f"Die Reparatur würde ändern, was in {datei} steht")


def beweise_plan(
    tree: FileTree, vorher: Mapping[str, bytes], nachher: Mapping[str, bytes], *, ocr: bool
) -> None:
    """See that the plan is the same with the files of ``nachher`` as with those of ``vorher``.

    With ``ocr`` texts may differ, but no Fehler may come. Raises EditError where that is not so.
    """
    old, new = load_tree(Abbild(tree, vorher)), load_tree(Abbild(tree, nachher))
    if sum(fehler_je_datei(new).values()) > sum(fehler_je_datei(old).values()):
        raise _refused("Mit der Reparatur hätte der Plan einen Fehler mehr")
    if not ocr and old.plan != new.plan:
        raise _refused("Die Reparatur würde den Plan ändern")


def fehler_je_datei(loaded: LoadedPlan) -> dict[str, int]:
    """Count the Fehler that the loader finds in each file."""
    counts: dict[str, int] = {}
    for befund in loaded.findings:
        if befund.schwere is Severity.FEHLER:
            counts[befund.ort.datei] = counts.get(befund.ort.datei, 0) + 1
    return counts


def _refused(what: str) -> EditError:
    return EditError(
        f"{what}; es wurde nichts geschrieben.",
        "Beheben Sie die Stellen von Hand: »--dry-run« mit einzelnen Dateien als PFAD zeigt, wo es gelingt.",
    )
