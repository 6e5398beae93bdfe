"""A plan as git holds it at a revision: which commit is meant, from which day, and the plan's files in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from konzept.domain.plan import KONZEPT_DATEI
from konzept.load.revision_git import Git, RevisionError, UnknownRevisionError
from konzept.load.revision_tree import RevisionTree, read_objects, read_tree

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Revision", "RevisionError", "UnknownRevisionError", "open_revision"]

_HASH = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_COMMITTED = re.compile(rb"^committer [^\n]*> (-?\d{1,15}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: ``name`` as the user called it, ``commit`` its full hash, ``datum`` the day it was committed.

    The day is the one at the place of the commit, which the commit itself holds; None if it holds no sound one.
    """

    name: str
    commit: str
    datum: date | None


def open_revision(root: Path, name: str) -> tuple[Revision, RevisionTree]:
    """Find the commit that ``name`` means and read the files of the plan in the folder ``root`` from it.

    ``name`` is whatever ``git rev-parse`` takes for a commit: tag, branch, hash, ``HEAD~2``, ``@{yesterday}``.
    Nothing is written, neither among the files nor in the repository. Raises UnknownRevisionError if there is no
    such revision or no repository, RevisionError if git cannot be used or the commit does not hold the plan.
    """
    git = Git.in_folder(root)
    inside, shallow, *_ = git.read("rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split()
    if inside != b"true":
        raise UnknownRevisionError(
            f"Der Ordner »{root}« liegt in der Ablage von git selbst, nicht in einem Arbeitsordner.",
            "Rufen Sie den Befehl im Arbeitsordner des Repositorys auf.",
        )
    commit = _resolve(git, name, shallow=shallow == b"true")
    tree = read_tree(git, commit)
    _refuse_without_plan(tree, name, root)
    return Revision(name, commit, _day(read_objects(git, [commit])[0])), tree


def _resolve(git: Git, name: str, *, shallow: bool) -> str:
    """Return the full hash of the commit; nothing that ``name`` may hold is taken for an option."""
    if name.startswith("-") or not name.isprintable():
        raise _unknown(name, shallow=shallow)
    named = git.ask("rev-parse", "--verify", "--end-of-options", name)
    if "ambiguous" in named.words and named.code != 0:
        raise UnknownRevisionError(
            f"»{name}« ist in git mehrdeutig: Mehrere Revisionen beginnen so.", "Nennen Sie mehr Zeichen."
        )
    if named.code != 0 or not _HASH.fullmatch(named.output.strip()):
        raise _unknown(name, shallow=shallow)
    found = named.output.strip().decode("ascii")
    commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{found}^{{commit}}")
    if commit.code == 0:
        return commit.output.strip().decode("ascii")
    if git.ask("cat-file", "-e", found).code == 0:
        raise UnknownRevisionError(
            f"»{name}« nennt in git etwas anderes als eine Revision, etwa eine einzelne Datei.",
            "Nennen Sie eine Marke (Tag), einen Zweig oder einen Commit.",
        )
    raise _unknown(name, shallow=shallow)


def _unknown(name: str, *, shallow: bool) -> UnknownRevisionError:
    shown = name if name.isprintable() else ascii(name)[1:-1]
    message = f"Die Revision »{shown}« gibt es in diesem git-Repository nicht."
    if shallow:
        return UnknownRevisionError(
            f"{message} Es ist flach geklont: Ältere Stände fehlen.",
            "»git fetch --unshallow --tags« holt sie.",
        )
    return UnknownRevisionError(
        message, "»git tag« nennt die Marken, »git branch --all« die Zweige, »git log --oneline« die Commits."
    )


def _refuse_without_plan(tree: RevisionTree, name: str, root: Path) -> None:
    if KONZEPT_DATEI in tree.stored:
        return
    if "data" in tree.stored and "data" not in tree.folders:
        raise RevisionError(
            f"In der Revision »{name}« ist der Ordner data/ des Plans eine Verknüpfung oder ein Submodul.",
            "Gelesen wird nur, was das Repository des Plans selbst enthält.",
        )
    raise RevisionError(
        f"In der Revision »{name}« gibt es den Plan »{root.name}« nicht (gesucht: {KONZEPT_DATEI}).",
        f"Vielleicht lag er damals in einem anderen Ordner; »git ls-tree -r --name-only {name}« zeigt die Dateien.",
    )


def _day(commit: bytes) -> date | None:
    """Return the day of a commit from what it holds itself, by its own time zone."""
    found = _COMMITTED.search(commit.partition(b"\n\n")[0])
    if found is None:
        return None
    seconds, sign, hours, minutes = found.groups()
    shift = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == b"-" else 1)
    try:
        return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=int(seconds)) + shift).date()
    except OverflowError:
        return None
