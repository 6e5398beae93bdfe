"""Tokens of markdown-it for what a note is made of: words, paragraphs, one line of several blocks, no headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STELLE = "footnote_ref"
"""The type of the token that stands where a text refers to a note."""


def worte(text: str) -> Token:
    """Return plain words."""
    return Token("text", "", 0, content=text)


def absatz(children: Sequence[Token]) -> list[Token]:
    """Return a paragraph of inline tokens."""
    content = "".join(child.content for child in children)
    inline = Token("inline", "", 0, children=list(children), content=content, block=True, level=1)
    return [
        Token("paragraph_open", "p", 1, block=True),
        inline,
        Token("paragraph_close", "p", -1, block=True),
    ]


def in_einer_zeile(tokens: Iterable[Token]) -> list[Token]:
    """Return the words of blocks as those of one line."""
    line: list[Token] = []
    for token in tokens:
        if token.children is None and not token.content:
            continue
        line += [worte(" ")] if line else []
        if token.children is None:
            line.append(Token("code_inline", "code", 0, content=" ".join(token.content.split()), markup="`"))
        else:
            line += token.children
    return line


def ohne_ueberschriften(tokens: Iterable[Token]) -> Iterator[Token]:
    """Write headings as bold paragraphs: a note has none, and must not become a chapter of the document."""
    heading = False
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            heading = token.type == "heading_open"
            yield Token("paragraph_open" if heading else "paragraph_close", "p", token.nesting, block=True)
            continue
        if heading and token.children:
            begin = Token("strong_open", "strong", 1, markup="**")
            token.children = [begin, *token.children, Token("strong_close", "strong", -1, markup="**")]
        yield token


def hinter_links(children: Iterable[Token]) -> list[Token]:
    """Put references that stand in a link behind it: a link within a link is none."""
    outside: list[Token] = []
    waiting: list[Token] = []
    depth = 0
    for child in children:
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if depth and child.type == STELLE:
            waiting.append(child)
            continue
        outside.append(child)
        if not depth:
            outside += waiting
            waiting = []
    return outside + waiting


_EIN_PUNKT = ("list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close")


def dicht(tokens: list[Token]) -> list[Token]:
    """Set a list of one short item tight: the blank line that made it loose went with the note below it."""
    for place, token in enumerate(tokens):
        around = tokens[place : place + len(_EIN_PUNKT) + 2]
        if token.type in {"bullet_list_open", "ordered_list_open"} and len(around) == len(_EIN_PUNKT) + 2:
            inside = tuple(one.type for one in around[1:-1])
            if inside == _EIN_PUNKT and around[-1].nesting == -1:
                around[2].hidden = around[4].hidden = True
    return tokens
