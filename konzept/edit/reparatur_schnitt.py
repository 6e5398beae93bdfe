"""One repair in the text of a file: a stretch, what takes its place, and of which kind it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Art(StrEnum):
    """The kinds of repair, in the order in which they are named; nothing else is ever changed."""

    BOM = "bom"
    ZEILENENDE = "zeilenende"
    EINZUG = "einzug"
    LEERZEICHEN = "leerzeichen"
    NFC = "nfc"
    SCHLUSS = "schluss"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Schnitt:
    """``neu`` takes the place of ``text[start:stop]``."""

    start: int
    stop: int
    neu: str
    art: Art


def gespleisst(text: str, schnitte: Iterable[Schnitt]) -> str:
    """Return the text with every cut made; all that lies between them stays as it is.

    The cuts may come in any order and do not overlap; ValueError says that two of them do.
    """
    pieces: list[str] = []
    done = 0
    for schnitt in sorted(schnitte, key=lambda schnitt: (schnitt.start, schnitt.stop)):
        if schnitt.start < done:
            raise ValueError(f"two repairs overlap at {schnitt.start}")
        pieces += [text[done : schnitt.start], schnitt.neu]
        done = schnitt.stop
    return "".join([*pieces, text[done:]])
