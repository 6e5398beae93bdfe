"""A Markdown text as plain lines, so that two of them can be compared word by word and marked in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from konzept.render.fussnoten import noten_von
from konzept.render.markdown_text import paragraphs, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

PUNKT = "• "
"""What an item of a list begins with; whoever can write lists turns these lines into one."""


def lesetext(text: str) -> str:
    """Return what a reader sees of a Markdown text: one line for each paragraph, item of a list or row of a table.

    Emphasis is left out, as it is no wording; an address is named behind the words that lead there, a note in a line
    at the end. A text beyond the limits of ``parse`` is taken as plain paragraphs.
    """
    tokens = parse(text)
    if tokens is None:
        return "\n".join(paragraphs(text))
    noten = noten_von(tokens)
    for nummer, note in enumerate(noten, 1):
        note.erstes = note.weiteres = f"[{nummer}]"
    zeilen = [zeile for zeile in _zeilen(SyntaxTreeNode(tokens)) if zeile]
    for nummer, note in enumerate(noten, 1):
        worte = " ".join(zeile for zeile in _zeilen(SyntaxTreeNode(note.tokens)) if zeile)
        zeilen.append(f"[{nummer}] {worte}")
    return "\n".join(zeilen)


def lesezeile(text: str) -> str:
    """Return the Markdown of one line as a reader sees it; what is more than a line of words stays as written."""
    tokens = parse(text)
    if tokens is None or [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return " ".join(text.split())
    return " ".join(lesetext(text).split())


def _zeilen(knoten: SyntaxTreeNode) -> Iterator[str]:
    for kind in knoten.children:
        match kind.type:
            case "inline":
                yield from _worte(kind).split("\n")
            case "bullet_list" | "ordered_list":
                yield from _liste(kind)
            case "tr":
                yield " | ".join(" ".join(_zeilen(zelle)) for zelle in kind.children)
            case "fence" | "code_block":
                yield from (zeile.strip() for zeile in kind.content.split("\n"))
            case _:
                yield from _zeilen(kind)


def _liste(knoten: SyntaxTreeNode) -> Iterator[str]:
    nummer = int(knoten.attrs.get("start", 1))
    for kind in knoten.children:
        erste = f"{nummer}{kind.markup} " if knoten.type == "ordered_list" else PUNKT
        nummer += 1
        for zeile in _zeilen(kind):
            # what stands in a list within a list has its own sign already
            yield zeile if zeile.startswith(PUNKT) else f"{erste}{zeile}"
            erste = ""


def _worte(knoten: SyntaxTreeNode) -> str:
    return "".join(map(_stueck, knoten.children)).strip()


def _stueck(knoten: SyntaxTreeNode) -> str:
    match knoten.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "link":
            worte = "".join(map(_stueck, knoten.children))
            ziel = str(knoten.attrs.get("href", ""))
            bekannt = ziel.partition("://")[2].rstrip("/") or ziel.partition(":")[2]
            return worte if bekannt in worte else f"{worte} ({ziel})"
        case "text" | "code_inline":
            return knoten.content
        case "footnote_ref":
            return str(knoten.meta["note"].naechstes())
        case _:
            return "".join(map(_stueck, knoten.children))
