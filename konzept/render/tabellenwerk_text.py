"""The Markdown of a plan's texts as plain words for a cell: a line per paragraph, a dot before each item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Liste
from konzept.render.schriftstueck_aufbau import flach
from konzept.render.schriftstueck_markdown import markdown_bloecke, zeile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Fussnote, Lauf


def klartext(markdown: str | None) -> str:
    """Return a text without its Markdown, so that no cell shows stars and hashes; empty where there is none.

    A reference to a note is its number in brackets, and the notes stand below the text, as a cell has no page.
    """
    if not markdown:
        return ""
    bloecke = markdown_bloecke(markdown)
    noten: dict[Fussnote, int] = {}
    zeilen = list(_lines(bloecke, noten))
    return "\n".join([*zeilen, *(f"[{nummer}] {zeile(note.bloecke)}" for note, nummer in noten.items())])


def _lines(bloecke: Iterable[Block], noten: dict[Fussnote, int]) -> Iterator[str]:
    for block in flach(bloecke):
        if isinstance(block, Liste):
            for number, entry in enumerate(block.eintraege, block.beginn):
                mark = f"{number}." if block.nummeriert else "•"
                first, *more = [*_lines(entry, noten)] or [""]
                yield f"{mark} {first}"
                yield from (f"  {line}" for line in more)
        else:
            yield "".join(_worte(lauf, noten) for lauf in block.laeufe)


def _worte(lauf: Lauf, noten: dict[Fussnote, int]) -> str:
    return f"[{noten.setdefault(lauf.fussnote, len(noten) + 1)}]" if lauf.fussnote else lauf.text
