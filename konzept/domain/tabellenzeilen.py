"""Single rows of tables in Markdown: their cells, and whether two lines are the head of a table."""

from __future__ import annotations

import re
from typing import NamedTuple

_STRICH = re.compile(r"(?<!\\)\|")
_TRENNZEILE = re.compile(r"[-:|][-:| ]+")
_TRENNZELLE = re.compile(r":?-+:?")


class Verlust(NamedTuple):
    """A row with more cells than its header: its line (from 0), both numbers, and the words beyond the last cell."""

    zeile: int
    zellen: int
    kopfzellen: int
    worte: tuple[str, ...]


def zellen(zeile: str) -> list[str]:
    r"""Split a row at its pipes; those at its ends bound no further cell, ``\|`` is a pipe of the words."""
    stuecke = _STRICH.split(zeile.strip())
    if stuecke[0] == "":
        del stuecke[0]
    if stuecke and stuecke[-1] == "":
        del stuecke[-1]
    return [stueck.strip().replace("\\|", "|") for stueck in stuecke]


def ab_zelle(zeile: str, letzte: int) -> int:
    """Return where in a row its ``letzte`` last cells begin: behind a pipe, whatever stands before the row."""
    reihe = zeile.rstrip()
    striche = [strich.end() for strich in _STRICH.finditer(reihe)]
    if striche and striche[-1] == len(reihe):
        del striche[-1]
    return striche[-letzte] if 0 < letzte <= len(striche) else 0


def kopfzellen(kopf: str, trennzeile: str) -> int:
    """Return how many cells the head of a table has that two lines make, 0 if they make none.

    Both have as many cells, and there is a pipe in the upper one; of the lower one only the first and the last may
    be empty (GitHub Flavored Markdown 0.29, 4.10).
    """
    if "|" not in kopf or _TRENNZEILE.fullmatch(trennzeile) is None or trennzeile.startswith("- "):
        return 0
    striche = [stueck.strip() for stueck in trennzeile.split("|")]
    innen = [s for i, s in enumerate(striche) if s or 0 < i < len(striche) - 1]
    if not all(map(_TRENNZELLE.fullmatch, innen)):
        return 0
    return len(innen) if len(zellen(kopf)) == len(innen) else 0
