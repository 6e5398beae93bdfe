"""A document as Markdown: the same blocks that go on paper, for mail, wikis and whoever reads plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.fussnoten_seite import markdown_mit_fussnoten, markdown_stelle
from konzept.render.markdown_text import escape_line, markdown_escape
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Laufart,
    Liste,
    Seite,
    Seitenumbruch,
    Sprachtext,
    Tabelle,
    Trennlinie,
    Ueberschrift,
)
from konzept.render.schriftstueck_aufbau import aufbau, flach
from konzept.render.schriftstueck_raster import raster
from konzept.render.schriftstueck_text import lesbar, mit_marken, ziel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Fussnote, Laeufe, Lauf, Schriftstueck, Zelle
    from konzept.render.schriftstueck_raster import Platz

_HEAD = {Absatzart.TITEL: "# {}", Absatzart.UNTERTITEL: "{}", Absatzart.KENNZAHL: "**{}**"}
_RULES = {Seite.LINKS: "---", Seite.MITTE: ":-:", Seite.RECHTS: "--:"}
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def schriftstueck_md(stueck: Schriftstueck) -> str:
    """Write a document as Markdown (GitHub's, for the tables); raises ValueError for a table that fits no grid.

    Links within the document are words, as readers of Markdown disagree on what anchors headings have. Page breaks
    have no place in it, nor have headings without words. Notes stand at the end.
    """
    written = "\n\n".join(part for block in aufbau(stueck).bloecke for part in _block(block)) + "\n"
    return markdown_mit_fussnoten(written)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Ueberschrift():
            words = _one_line(block.laeufe)
            if words:
                yield f"{'#' * min(block.stufe + 1, 6)} {words}"
        case Absatz():
            yield from _paragraph(block)
        case Liste():
            yield "\n".join(_list(block))
        case Tabelle():
            yield from _table(block)
        case Trennlinie():
            yield "---"
        case Sprachtext():
            # Markdown knows no languages; its readers find the direction of each line by its letters
            yield from (part for own in block.bloecke for part in _block(own))
        case Seitenumbruch() | Inhaltsverzeichnis():
            pass


def _paragraph(block: Absatz) -> Iterator[str]:
    runs = mit_marken(block.laeufe) if block.marken else block.laeufe
    if block.art is Absatzart.CODE:
        text = lesbar("".join(lauf.text for lauf in runs))
        fence = "`" * max(3, 1 + max((len(found) for found in re.findall("`+", text)), default=0))
        yield f"{fence}\n{text}\n{fence}"
        return
    words = _runs(runs)
    if not words:
        return
    if block.art is Absatzart.ZITAT:
        yield "\n".join(f"> {line}" for line in words.split("\n"))
    elif block.art in _HEAD:
        yield _HEAD[block.art].format(_one_line(runs))
    else:
        yield words


def _list(block: Liste, indent: str = "") -> Iterator[str]:
    for number, entry in enumerate(block.eintraege, block.beginn):
        mark = f"{number}. " if block.nummeriert else "- "
        inner = indent + " " * len(mark)
        first = True
        for part in flach(entry):
            if isinstance(part, Liste):
                if first:
                    yield f"{indent}{mark}".rstrip()
                yield from _list(part, inner)
            else:
                words = " ".join(_paragraph(part)).replace("\n", f"\n{inner}")
                yield f"{indent}{mark}{words}" if first else f"\n{inner}{words}"
            first = False


def _table(table: Tabelle) -> Iterator[str]:
    head, body = raster(table, table.kopfzeilen), raster(table, table.zeilen)
    if not (head or body) or not table.spalten:
        return
    if table.beschriftung:
        yield f"**{markdown_escape(lesbar(table.beschriftung))}**"
    first = _row(head[-1]) if head else "|" + "  |" * len(table.spalten)
    rule = "| " + " | ".join(_RULES[column.seite] for column in table.spalten) + " |"
    rows = [_row(row) for row in (*head[:-1], *body)]
    yield "\n".join((first, rule, *rows))


def _row(places: tuple[Platz, ...]) -> str:
    """Write one row; a cell across several columns or rows stands in the first, the others are empty."""
    cells: list[str] = []
    for place in places:
        cells.append("" if place.fortsetzung else _cell(place.zelle))
        cells += [""] * (place.spanne - 1)
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Zelle) -> str:
    parts = " <br> ".join(filter(None, _cell_parts(cell.bloecke)))
    return f"**{parts}**" if cell.kopf and parts and "**" not in parts and "<br>" not in parts else parts


def _cell_parts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in flach(blocks):
        if isinstance(block, Liste):
            for entry in block.eintraege:
                yield "• " + " ".join(_cell_parts(entry))
        else:
            yield _one_line(mit_marken(block.laeufe) if block.marken else block.laeufe)


def _one_line(runs: Laeufe) -> str:
    return " ".join(_runs(runs).replace("\\\n", " ").split())


def _runs(runs: Laeufe) -> str:
    """Write runs, each line break as one of Markdown's own."""
    lines: list[list[Lauf]] = [[]]
    for lauf in runs:
        first, *more = lesbar(lauf.text).split("\n")
        lines[-1].append(replace(lauf, text=first))
        lines += [[replace(lauf, text=part)] for part in more]
    return "\\\n".join(
        "".join(_run(lauf, first=not place) for place, lauf in enumerate(line)) for line in lines
    ).strip()


def _run(lauf: Lauf, *, first: bool) -> str:
    """Write one run; only the ``first`` of a line can begin a list or a heading by mistake."""
    if lauf.fussnote:
        return _reference(lauf.fussnote)
    before, words, after = _split(lauf.text.replace("\t", " "))
    if not words:
        return before + after
    escaped = escape_line(words) if first else escape_line(f"x{words}")[1:]
    text = escaped if lauf.art is not Laufart.CODE else _code(words)
    for wanted, mark in (
        (lauf.kursiv, "*"),
        (lauf.fett, "**"),
        (lauf.gestrichen or lauf.art is Laufart.ENTFALLEN, "~~"),
    ):
        text = f"{mark}{text}{mark}" if wanted else text
    address = ziel(lauf.verweis, ())
    if address and not address.startswith("#"):
        text = f"[{text}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"
    return before + text + after


def _reference(note: Fussnote) -> str:
    """Write the mark of a reference; the note is told by each, and known by itself all over the document."""
    words = "\n\n".join(part for block in note.bloecke for part in _block(block))
    return markdown_stelle(f"#{id(note)}", words)


def _split(text: str) -> tuple[str, str, str]:
    """Part the blanks around words from them: emphasis may not begin or end with one."""
    found = _EDGES.match(text)
    return (found[1], found[2], found[3]) if found else ("", text, "")


def _code(words: str) -> str:
    mark = "`" * (1 + max((len(found) for found in re.findall("`+", words)), default=0))
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{mark}{pad}{' '.join(words.split())}{pad}{mark}"
