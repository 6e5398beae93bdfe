"""The files under ``data/`` of one commit as git stores them, in the place of those on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konzept.load.file_text import NotRegularError, TooLargeError
from konzept.load.limits import MAX_BYTES
from konzept.load.plan_files import Entry
from konzept.load.revision_git import incomplete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.load.revision_git import Git

_TREE, _LINK, _SUBMODULE = "040000", "120000", "160000"
_NO_LINKS = (
    "Das ist in git eine Verknüpfung, keine Datei.",
    "Aus git werden nur die Dateien selbst gelesen, nicht worauf eine Verknüpfung zeigt.",
)


@dataclass(frozen=True, slots=True)
class _Stored:
    """One line of git's listing: how it is stored, under which hash, how many bytes (0 for what has none)."""

    mode: str
    hash: str
    size: int


@dataclass(slots=True)
class RevisionTree:
    """The files of a plan in one commit; a ``FileTree``. Everything was read when it was made."""

    folders: dict[str, list[Entry]] = field(default_factory=dict)
    stored: dict[str, _Stored] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def entries(self, folder: str) -> list[Entry]:
        """Return what is in a folder, sorted by name; raises OSError if the commit has no such folder."""
        if folder not in self.folders:
            raise FileNotFoundError(folder)
        return sorted(self.folders[folder], key=lambda entry: entry.name)

    def read(self, datei: str) -> bytes:
        """Return the bytes of a file as git stores them; raises OSError, NotRegularError and TooLargeError."""
        stored = self.stored.get(datei)
        if stored is None:
            raise FileNotFoundError(datei)
        if stored.mode == _LINK:
            raise NotRegularError(*_NO_LINKS)
        if stored.mode in {_TREE, _SUBMODULE}:
            raise NotRegularError
        if stored.size > MAX_BYTES:
            raise TooLargeError(stored.size)
        return self.contents[stored.hash]


def read_tree(git: Git, commit: str) -> RevisionTree:
    """Read what lies under ``data/`` of the plan's folder in a commit; no folder at all if there is no ``data/``.

    Attributes, filters and line ends of a work tree play no part: these are the bytes that were committed.
    Raises RevisionError.
    """
    tree = RevisionTree()
    # in a folder ls-tree speaks of this folder only, and names what is in it as seen from there
    listing = git.read("ls-tree", "-r", "-t", "-l", "-z", commit, "data")
    for line in filter(None, listing.split(b"\0")):
        facts, _, raw_name = line.partition(b"\t")
        name = raw_name.decode("utf-8", "surrogateescape")
        if name == "data" or name.startswith("data/"):
            mode, _, digest, size = facts.decode("ascii").split()
            tree.stored[name] = _Stored(mode, digest, int(size) if size.isdecimal() else 0)
    linked = [name for name, stored in tree.stored.items() if stored.mode == _LINK]
    folders = _linked_folders(git, commit, linked) if linked else frozenset()
    for name, stored in tree.stored.items():
        if stored.mode == _TREE:
            tree.folders.setdefault(name, [])
        above, _, last = name.rpartition("/")
        if above:
            link = stored.mode in {_LINK, _SUBMODULE}
            is_folder = stored.mode in {_TREE, _SUBMODULE} or name in folders
            tree.folders.setdefault(above, []).append(Entry(last, is_folder, link))
    wanted = dict.fromkeys(
        stored.hash
        for name, stored in tree.stored.items()
        if name.endswith(".yaml") and stored.mode.startswith("100") and stored.size <= MAX_BYTES
    )
    tree.contents = dict(zip(wanted, read_objects(git, wanted), strict=True))
    return tree


def _linked_folders(git: Git, commit: str, links: list[str]) -> frozenset[str]:
    """Tell which links lead to a folder of the same commit; one that leads out of it may, so it counts as one."""
    askable = [name for name in links if "\n" not in name]
    feed = "".join(f"{commit}:./{name}\n" for name in askable).encode("utf-8", "surrogateescape")
    answers = iter(git.read("cat-file", "--batch-check", "--follow-symlinks", feed=feed).split(b"\n"))
    found = set(links) - set(askable)
    for name in askable:
        kind, _, rest = next(answers, b"").partition(b" ")
        if kind in {b"dangling", b"loop", b"notdir"}:
            next(answers, b"")
        elif kind == b"symlink":
            next(answers, b"")
            found.add(name)
        elif rest.startswith(b"tree"):
            found.add(name)
    return frozenset(found)


def read_objects(git: Git, hashes: Iterable[str]) -> list[bytes]:
    """Return the bytes of objects in the order asked for; raises RevisionError if git lacks one of them."""
    asked = list(hashes)
    if not asked:
        return []
    output = git.read("cat-file", "--batch", feed="".join(f"{one}\n" for one in asked).encode("ascii"))
    contents: list[bytes] = []
    place = 0
    for one in asked:
        end = output.find(b"\n", place)
        head = output[place:end].split()
        if end < 0 or not head or head[0] != one.encode("ascii") or not head[-1].isdigit():
            raise incomplete()
        start = end + 1
        place = start + int(head[-1]) + 1
        contents.append(output[start : place - 1])
    return contents
