"""The texts of a plan as Markdown again: same meaning, no raw HTML, headings moved below those of the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from konzept.render.fussnoten import noten_von
from konzept.render.fussnoten_seite import markdown_definition, markdown_stelle
from konzept.render.markdown_text import (
    MarkdownText,
    demote_headings,
    escape_line,
    markdown_escape,
    markdown_parser,
    paragraphs,
    parse,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token


def markdown_block(text: str, level: int = 1, *, breaks: bool = False) -> MarkdownText:
    """Write a Markdown text below a heading of ``level``; ``breaks`` keeps the lines as they were written.

    What was written is read once more and compared; a text that would come out otherwise, or is beyond the limits
    of ``parse``, becomes plain paragraphs. Where it refers to a note, it has a mark (fussnoten_seite.py), which
    ``markdown_page`` numbers.
    """
    tokens = parse(text)
    if tokens is not None:
        demote_headings(tokens, level)
        written = _with_definitions(tokens, lambda: _written(tokens, breaks=breaks), breaks=breaks)
        if _same(tokens, written, breaks=breaks):
            return MarkdownText(_with_marks(tokens, lambda: _written(tokens, breaks=breaks), breaks=breaks))
    return MarkdownText("\n\n".join(markdown_escape(part) for part in paragraphs(text)))


def markdown_inline(text: str) -> MarkdownText:
    """Write the Markdown of one line without its links, for headings."""
    tokens = parse(text)
    if tokens is None or [token.type for token in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return markdown_escape(text)
    tokens[1].children = [child for child in tokens[1].children or [] if not child.type.startswith("link_")]

    def written() -> str:
        return _one_line(SyntaxTreeNode(tokens).children[0])

    again = parse(_with_definitions(tokens, written))
    if again is None or [token.type for token in again] != ["paragraph_open", "inline", "paragraph_close"]:
        return markdown_escape(text)
    return MarkdownText(_with_marks(tokens, written))


def _written(tokens: list[Token], *, breaks: bool) -> str:
    return "\n".join(_blocks(SyntaxTreeNode(tokens), breaks=breaks)) if tokens else ""


def _with_definitions(tokens: list[Token], write: Callable[[], str], *, breaks: bool = False) -> str:
    """Write a text with its notes below it, as it can be read again."""
    notes = noten_von(tokens)
    for number, note in enumerate(notes, 1):
        note.erstes = note.weiteres = f"[^{number}]"
    parts = [write()]
    for number, note in enumerate(notes, 1):
        parts.append(markdown_definition(str(number), _written(note.tokens, breaks=breaks)))
    return "\n\n".join(parts)


def _with_marks(tokens: list[Token], write: Callable[[], str], *, breaks: bool = False) -> str:
    """Write a text with the mark of each note in its place."""
    for number, note in enumerate(noten_von(tokens), 1):
        note.weiteres = markdown_stelle(str(number))
        note.erstes = markdown_stelle(str(number), _written(note.tokens, breaks=breaks))
    return write()


def _same(tokens: list[Token], written: str, *, breaks: bool) -> bool:
    again = parse(written)
    if again is None:
        return False
    parser = markdown_parser(breaks=breaks)
    html = [parser.renderer.render(side, parser.options, {}) for side in (_without_info(tokens), again)]
    # a line that was kept is a hard break now, and a fence was perhaps an indented block
    first, second = (re.sub(r"<br>\n|\n", " ", side) for side in html)
    return first == second


def _without_info(tokens: list[Token]) -> list[Token]:
    for token in tokens:
        token.info = "" if token.type == "fence" else token.info
        if token.type == "code_block":
            token.type, token.tag = "fence", "code"
    return tokens


def _blocks(node: SyntaxTreeNode, *, breaks: bool, tight: bool = False) -> list[str]:
    lines: list[str] = []
    for child in node.children:
        if lines and not tight:
            lines.append("")
        lines += _block(child, breaks=breaks)
    return lines


def _block(node: SyntaxTreeNode, *, breaks: bool) -> list[str]:
    if node.type in {"bullet_list", "ordered_list"}:
        return _list(node, breaks=breaks)
    if node.type == "blockquote":
        return [f"> {line}".rstrip() for line in _blocks(node, breaks=breaks)]
    if node.type == "paragraph":
        text = "".join(_inline(child) for child in node.children)
        return (text.replace("\\\n", "\n").replace("\n", "\\\n") if breaks else text).split("\n")
    return _PLAIN_BLOCKS[node.type](node)


def _heading(node: SyntaxTreeNode) -> list[str]:
    return [f"{'#' * int(node.tag[1:])} {_one_line(node)}"]


def _rule(_node: SyntaxTreeNode) -> list[str]:
    return ["___"]


def _list(node: SyntaxTreeNode, *, breaks: bool) -> list[str]:
    tight = all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")
    number = int(node.attrs.get("start", 1))
    lines: list[str] = []
    for item in node.children:
        marker = f"{number}{item.markup}" if node.type == "ordered_list" else item.markup
        number += 1
        content = _blocks(item, breaks=breaks, tight=tight) or [""]
        if lines and not tight:
            lines.append("")
        indent = " " * (len(marker) + 1)
        lines += [f"{marker} {content[0]}".rstrip()]
        lines += [f"{indent}{line}".rstrip() for line in content[1:]]
    return lines


def _fence(node: SyntaxTreeNode) -> list[str]:
    content = node.content
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *content.removesuffix("\n").split("\n"), fence]


def _table(node: SyntaxTreeNode) -> list[str]:
    rows = [row for part in node.children for row in part.children]
    head = rows[0].children
    marks = {"text-align:right": "---:", "text-align:center": ":---:", "text-align:left": ":---"}
    rule = [marks.get(str(cell.attrs.get("style", "")), "---") for cell in head]
    cells = [
        [_one_line(cell).replace("\\|", "|").replace("|", "\\|") for cell in row.children] for row in rows
    ]
    return ["| " + " | ".join(row) + " |" for row in [cells[0], rule, *cells[1:]]]


_PLAIN_BLOCKS: dict[str, Callable[[SyntaxTreeNode], list[str]]] = {
    "code_block": _fence,
    "fence": _fence,
    "heading": _heading,
    "hr": _rule,
    "table": _table,
}


def _one_line(node: SyntaxTreeNode) -> str:
    return " ".join("".join(_inline(child) for child in node.children).replace("\\\n", "\n").split("\n"))


def _inline(node: SyntaxTreeNode) -> str:
    """Write inline Markdown; every line is escaped for its beginning, too."""
    pieces = "".join(_piece(child) for child in node.children)
    return "\n".join(_guarded(line) for line in pieces.split("\n"))


def _guarded(line: str) -> str:
    """Escape what would be a block if it stood at the beginning of a line: 1. and -, +, =, #.

    A number begins a list only before a blank or at the end of the line (CommonMark 0.31.2, 5.2): a date does not.
    """
    stripped = line.lstrip(" ")
    number = re.match(r"([0-9]{1,9})([.)])(?=\s|$)", stripped)
    if number:
        return f"{number[1]}\\{stripped[len(number[1]) :]}"
    return f"\\{stripped}" if stripped[:1] in {"#", "+", "=", "-"} else stripped


def _piece(node: SyntaxTreeNode) -> str:
    match node.type:
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\\\n"
        case "em" | "strong" | "s":
            return f"{node.markup}{''.join(_piece(child) for child in node.children)}{node.markup}"
        case "code_inline":
            return _code(node.content)
        case "link" | "footnote_ref":
            return _link(node) if node.type == "link" else str(node.meta["note"].naechstes())
        case _:
            # the beginning of a line is guarded when the line is whole
            return escape_line(f".{node.content}")[1:]


def _code(content: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", content)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if content.startswith("`") or content.endswith("`") or not content.strip() else ""
    return f"{fence}{blank}{content}{blank}{fence}"


def _link(node: SyntaxTreeNode) -> str:
    text = "".join(_piece(child) for child in node.children)
    href = re.sub(r"[<>\\]", r"\\\g<0>", str(node.attrs.get("href", "")))
    title = str(node.attrs.get("title", "")).replace("\\", "\\\\").replace('"', '\\"')
    target = f"<{href}>" if re.search(r"[\s()]", href) or not href else href
    return f'[{text}]({target} "{title}")' if title else f"[{text}]({target})"
