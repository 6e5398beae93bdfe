"""What a reader takes offence at in a document: gaps printed as gaps, headings over nothing, labels without a value."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import lxml.html  # type: ignore[import-untyped]  # lxml ships no types

from konzept.cli.render_auftrag import Format
from konzept.render.schriftstueck import Absatz, Liste, Sprachtext, Tabelle, Ueberschrift
from konzept.render.schriftstueck_aufbau import reiner_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.render.schriftstueck import Block, Schriftstueck

SIGNS = re.compile(
    r"\bNone\b|\bnull\b|StrictUndefined|<built-in|\bNaN\b"
    r"|,\s*,|;\s*;|\s[,;](?=\s|$)|:\s*[,;](?=\s|$)|»\s*«|„\s*“|\(\s*[,;]?\s*\)|\[\s*\]|·\s*·|[(»]\s*[,;:·]|[,;:·]\s*\)"
    r"|[.]\s*[,;](?=\s)"
)
"""What is left where a value was expected: words of Python, signs without what they part or enclose."""


RULE = re.compile(r"[|\s:-]+")
"""The line between head and rows of a Markdown table."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CONTAINERS = ("ul", "ol", "dl", "tbody", "section", "article", "nav", "figure", "details", "tr", "select")

OF_ITSELF = re.compile(r"^(?:#+ )?(?:Maßnahme|Vorhaben)")
"""The heading of a Maßnahme may be all there is of it: it is its whole text where that is one sentence."""


def in_words(text: str) -> Iterator[str]:
    """Give what is wrong in words that were written as one."""
    for match in SIGNS.finditer(text):
        yield f"{match[0]!r} in {text[max(0, match.start() - 40) : match.end() + 40]!r}"
    if re.search(r"\S {2,}\S", text):
        yield f"doubled blank in {text[:100]!r}"
    if text.startswith((",", ";", ".", "· ", ": ")):
        yield f"begins with a sign: {text[:60]!r}"


def in_markdown(made: str) -> Iterator[str]:
    """Give what is wrong in a Markdown document."""
    blocks = [block for block in re.split(r"\n{2,}", made.strip()) if block.strip()]
    if "\n\n\n" in made:
        yield "empty lines"
    for block, then in pairwise([*blocks, ""]):
        lines = [line for line in block.split("\n") if line.strip()]
        if len(lines) > 1 and RULE.fullmatch(lines[1]):
            if len(lines) == 2:
                yield f"table without rows: {lines[0]!r}"
            continue
        yield from in_lines(lines, then)
        level, below = len(block) - len(block.lstrip("#")), len(then) - len(then.lstrip("#"))
        alone = not then or 0 < below <= level
        if level > 1 and "\n" not in block and alone and not OF_ITSELF.search(block):
            yield f"nothing below {block!r}"


def in_lines(lines: Sequence[str], then: str) -> Iterator[str]:
    """Give what is wrong in the lines of one paragraph or list; ``then`` is what follows."""
    for line, below in pairwise([*lines, then]):
        yield from in_words(re.sub(r"[*_`~\\#>|]+|^\s*[-+]\s", "", line).strip())
        if re.fullmatch(r"\s*(?:#+|[-*+]|\d+\.|>)\s*", line) or "****" in line:
            yield f"nothing in {line!r}"
        if re.search(r"[^\W\d_]:(?:\*\*)?\s*$", line) and (not below.strip() or below.startswith("#")):
            yield f"label without a value: {line!r}"


def in_page(made: str) -> Iterator[str]:
    """Give what is wrong in a page."""
    body = lxml.html.document_fromstring(made).find("body")
    for unread in body.xpath(".//script|.//style|.//template|.//svg/*|.//*[contains(@class,'nur-vorlesen')]"):
        unread.drop_tree()
    for element in body.iter(*HEADINGS, "p", "li", "dt", "dd", "caption", "summary", "a", "th"):
        yield from in_element(element)
    for parent in body.iter(*CONTAINERS):
        if not len(parent):
            yield f"empty <{parent.tag} {dict(parent.attrib)}>"
    for section in body.iter("section", "article", "details"):
        heading = section.find(".//*[@id]") if section.get("aria-labelledby") else None
        words = " ".join(section.text_content().split())
        alone = heading is not None and words == " ".join(heading.text_content().split())
        if alone and not OF_ITSELF.search(words):
            yield f"nothing below {words!r}"
    for one, then in pairwise(body.iter(*HEADINGS)):
        if one.getnext() is then and then.tag <= one.tag:
            yield f"nothing below {one.text_content()!r}"


def in_element(element: Any) -> Iterator[str]:
    """Give what is wrong in an element that holds words."""
    words = " ".join(element.text_content().split())
    holds_blocks = element.tag in {"li", "dd"} and element.xpath(".//p|.//li|.//dt|.//div|.//table")
    if not words and element.tag != "th" and not element.xpath(".//img|.//input"):
        yield f"empty <{element.tag} {dict(element.attrib)}>"
    elif not holds_blocks:
        yield from in_words(words)
    following = element.getnext()
    if element.tag == "p" and following is None and re.search(r"[^\W\d_]:$", words):
        yield f"label without a value: {words!r}"
    if element.tag == "dt" and (following is None or following.tag not in {"dd", "dt"}):
        yield f"<dt> without <dd>: {words!r}"


def in_data(made: str) -> Iterator[str]:
    """Give what is wrong in a table of values: only that Python shows through."""
    yield from (match[0] for match in re.finditer(r"\bNone\b|\[\]|\{\}|Zeitangabe\(|<[A-Z]\w+\.", made))


def in_json(made: str) -> Iterator[str]:
    """Give what is wrong in data."""
    yield from (match[0] for match in re.finditer(r"\bNone\b|Zeitangabe\(|<[A-Z]\w+\.|\bNaN\b", made))


def in_paper(stueck: Schriftstueck) -> Iterator[str]:
    """Give what is wrong in what goes on paper."""
    yield from in_blocks(stueck.bloecke)
    for words in (
        stueck.titel,
        stueck.untertitel,
        stueck.kopfzeile,
        stueck.fusszeile,
        stueck.metadaten.stand,
    ):
        yield from in_words(words)
    for one, then in pairwise([*stueck.bloecke, Ueberschrift(1, ())]):
        if isinstance(one, Ueberschrift) and isinstance(then, Ueberschrift) and then.stufe <= one.stufe:
            yield from () if OF_ITSELF.search(reiner_text(one)) else (f"nothing below {reiner_text(one)!r}",)
        if isinstance(one, Absatz) and isinstance(then, Ueberschrift) and reiner_text(one).endswith(":"):
            yield f"label before a heading: {reiner_text(one)!r}"


def in_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Give what is wrong in blocks, those within others included."""
    for block in blocks:
        match block:
            case Ueberschrift() | Absatz():
                yield from in_runs(block)
            case Liste():
                yield from [] if block.eintraege and all(block.eintraege) else ["empty list"]
                yield from (fault for entry in block.eintraege for fault in in_blocks(entry))
            case Tabelle():
                yield from [] if block.zeilen else [f"table without rows: {block.beschriftung}"]
                cells = (cell for row in (*block.kopfzeilen, *block.zeilen) for cell in row)
                inside = (part for cell in cells for part in cell.bloecke if part != Absatz(()))
                yield from in_blocks(inside)
            case Sprachtext():
                yield from in_blocks(block.bloecke)
            case _:
                pass


def in_runs(block: Ueberschrift | Absatz) -> Iterator[str]:
    """Give what is wrong in one paragraph."""
    words = reiner_text(block)
    yield from in_words(words)
    if not words:
        yield f"empty {type(block).__name__}"
    if not all(lauf.text for lauf in block.laeufe):
        yield f"empty run in {words!r}"
    if re.search(r"  |^\s|\s$", "".join(lauf.text for lauf in block.laeufe)):
        yield f"blanks in {words!r}"


CHECKS: dict[Format, Any] = {
    Format.MD: in_markdown,
    Format.HTML: in_page,
    Format.JSON: in_json,
    Format.CSV: in_data,
    Format.PDF: in_paper,
}
"""The formats that are quickly written, PDF by what is given to typst."""
