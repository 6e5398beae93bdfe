"""Footnotes of a Markdown text as the parser reads them: each reference bears its note, no word of a note is lost.

The syntax is that of mdit-py-plugins' ``footnote``; what becomes of it is ours, because the plugin drops notes that
nobody refers to and all but the last of several with one label. What is no footnote stays as it was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline

from konzept.render.fussnoten_tokens import (
    STELLE,
    absatz,
    dicht,
    hinter_links,
    in_einer_zeile,
    ohne_ueberschriften,
    worte,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.utils import EnvType

_TIEFE = "fussnoten_tiefe"
_TIEFSTE = 8
"""So deep inline notes may stand in each other; deeper ones are words, as the parser calls itself for each."""


@dataclass(eq=False, slots=True)
class Note:
    """What a text says in a footnote, as tokens; a note is itself and no other with the same words.

    ``erstes`` and ``weiteres`` are what a writer puts in the place of the first and of each further reference.
    """

    tokens: list[Token]
    erstes: str = ""
    weiteres: str = ""

    def naechstes(self) -> str:
        """Return the sign for the next reference."""
        sign, self.erstes = self.erstes, self.weiteres
        return sign


@dataclass(slots=True)
class _Definition:
    """``[^marke]: …`` as the parser read it, and the place where it stood."""

    marke: str
    tokens: list[Token] = field(default_factory=list)
    note: Note | None = None
    gezeigt: bool = False


def lies_fussnoten(parser: MarkdownIt) -> None:
    """Make a parser read footnotes; ``verbunden`` makes something of what it has read."""
    footnote_plugin(parser, inline=True, move_to_end=False)
    parser.inline.ruler.at("footnote_inline", _im_text)


def _im_text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls its rules like this
    depth = state.env.get(_TIEFE, 0)
    if depth >= _TIEFSTE:
        return False
    state.env[_TIEFE] = depth + 1
    try:
        return footnote_inline(state, silent)
    finally:
        state.env[_TIEFE] = depth


def verbunden(tokens: Iterable[Token], env: EnvType) -> list[Token]:
    """Return the tokens of a text without its definitions, each token STELLE with its Note as ``meta["note"]``.

    A note within a note becomes words in brackets, as no format of offices has such: the first time it is named;
    then, and where notes go in a circle, its reference stays as written. So does a definition that nobody refers
    to, that has no words, or whose label was given before: it is a paragraph where it stood.
    """
    if not any(env.get("footnotes", {}).values()):
        return list(tokens)
    return _Verbinder(env).verbunden(tokens)


class _Verbinder:
    """Connects the notes of one text with the places that refer to them."""

    def __init__(self, env: EnvType) -> None:
        self._im_text = env.get("footnotes", {}).get("list", {})
        self._definitionen: dict[str, _Definition] = {}
        self._eigene: dict[int, Note] = {}
        self._genannt: set[str] = set()

    def verbunden(self, tokens: Iterable[Token]) -> list[Token]:
        haupt, alle = _getrennt(tokens)
        for eine in alle:
            if eine.marke not in self._definitionen and any(map(_hat_worte, eine.tokens)):
                self._definitionen[eine.marke] = eine
        for token in _flach(haupt):
            if token.children:
                token.children = hinter_links(self._stellen(token.children))
        return dicht(list(self._mit_uebrigen(haupt)))

    def _stellen(self, children: Sequence[Token]) -> Iterator[Token]:
        for child in children:
            if child.type != STELLE:
                yield child
                continue
            note = self._note(child)
            if note is None:
                yield worte(_geschrieben(child))
            else:
                child.meta = {"note": note}
                yield child

    def _note(self, stelle: Token) -> Note | None:
        if "label" in stelle.meta:
            definition = self._definitionen.get(stelle.meta["label"])
            if definition is None:
                return None
            if definition.note is None:
                definition.note = Note([])
                definition.gezeigt = True
                definition.note.tokens = self._inhalt(definition.tokens, {definition.marke})
            return definition.note
        number = stelle.meta["id"]
        if not self._im_text[number]["content"].strip():
            return None
        if number not in self._eigene:
            inhalt = absatz(self._im_text[number]["tokens"])
            self._eigene[number] = Note([])
            self._eigene[number].tokens = self._inhalt(inhalt, set())
        return self._eigene[number]

    def _inhalt(self, tokens: Sequence[Token], ueber: set[str]) -> list[Token]:
        """Return what a note says; ``ueber`` are the labels of the notes in which it stands."""
        inhalt: list[Token] = []
        for token in tokens:
            if token.children:
                token.children = list(self._worte(token.children, ueber))
            inhalt.append(token)
        return list(ohne_ueberschriften(inhalt))

    def _worte(self, children: Sequence[Token], ueber: set[str]) -> Iterator[Token]:
        """Write the notes within a note as words in brackets."""
        vorher = ""
        for child in children:
            if child.type != STELLE:
                vorher = child.content
                yield child
                continue
            marke = child.meta.get("label")
            if marke is None and self._im_text[child.meta["id"]]["content"].strip():
                inhalt = self._im_text[child.meta["id"]]["tokens"]
            elif marke in self._definitionen and marke not in ueber | self._genannt:
                self._genannt.add(marke)
                self._definitionen[marke].gezeigt = True
                inhalt = in_einer_zeile(self._definitionen[marke].tokens)
            else:
                yield worte(_geschrieben(child))
                continue
            yield worte("(" if not vorher or vorher.endswith((" ", "\n")) else " (")
            yield from self._worte(inhalt, ueber if marke is None else ueber | {marke})
            yield worte(")")

    def _mit_uebrigen(self, tokens: Iterable[Token | _Definition]) -> Iterator[Token]:
        """Put each definition that no note was made of back as words."""
        for token in tokens:
            if isinstance(token, Token):
                yield token
            elif not (token.gezeigt and self._definitionen.get(token.marke) is token):
                yield from self._wie_geschrieben(token)

    def _wie_geschrieben(self, definition: _Definition) -> Iterator[Token]:
        inhalt = definition.tokens
        marke = worte(f"[^{definition.marke}]:")
        first = inhalt[0].type if inhalt else ""
        if first != "paragraph_open":
            yield from absatz([marke])
        for number, token in enumerate(inhalt):
            if token.children is not None:
                children = [
                    worte(_geschrieben(child)) if child.type == STELLE and "label" in child.meta else child
                    for child in token.children
                ]
                begin = [marke, worte(" ")] if number == 1 and first == "paragraph_open" else []
                token.children = hinter_links([*begin, *self._stellen(children)])
            yield token


def _getrennt(tokens: Iterable[Token]) -> tuple[list[Token | _Definition], list[_Definition]]:
    """Take the definitions out, also those within others; each leaves a mark where it stood."""
    haupt: list[Token | _Definition] = []
    alle: list[_Definition] = []
    offen: list[_Definition] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            eine = _Definition(token.meta["label"])
            haupt.append(eine)
            alle.append(eine)
            offen.append(eine)
        elif token.type == "footnote_reference_close":
            offen.pop()
        elif offen:
            offen[-1].tokens.append(token)
        else:
            haupt.append(token)
    return haupt, alle


def _flach(tokens: Iterable[Token | _Definition]) -> Iterator[Token]:
    return (token for token in tokens if isinstance(token, Token))


def _hat_worte(token: Token) -> bool:
    return bool(token.content.strip())


def _geschrieben(stelle: Token) -> str:
    """Return a reference that has no note as it was written; without a label it is an inline note without words."""
    return f"[^{stelle.meta['label']}]" if "label" in stelle.meta else "^[]"


def noten_von(tokens: Iterable[Token]) -> list[Note]:
    """Return the notes of a text in the order in which it refers to them."""
    noten: dict[Note, None] = {}
    for token in tokens:
        for child in token.children or ():
            if child.type == STELLE:
                noten[child.meta["note"]] = None
    return list(noten)
