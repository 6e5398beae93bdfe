"""The Markdown of a plan's texts as plain words for a cell: a line per paragraph, a dot before each item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Liste
from konzept.render.schriftstueck_aufbau import flach
from konzept.render.schriftstueck_markdown import markdown_bloecke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block


def klartext(markdown: str | None) -> str:
    """Return a text without its Markdown, so that no cell shows stars and hashes; empty where there is none."""
    return "\n".join(_lines(markdown_bloecke(markdown))) if markdown else ""


def _lines(bloecke: Iterable[Block]) -> Iterator[str]:
    for block in flach(bloecke):
        if isinstance(block, Liste):
            for number, entry in enumerate(block.eintraege, block.beginn):
                mark = f"{number}." if block.nummeriert else "•"
                first, *more = [*_lines(entry)] or [""]
                yield f"{mark} {first}"
                yield from (f"  {line}" for line in more)
        else:
            yield "".join(lauf.text for lauf in block.laeufe)
