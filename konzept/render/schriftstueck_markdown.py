"""The Markdown of a plan's texts as blocks and runs of a document; read by the one parser in markdown_text.py."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from konzept.render.markdown_text import demote_headings, paragraphs, parse
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Fussnote,
    Lauf,
    Laufart,
    Liste,
    Seite,
    Spalte,
    Tabelle,
    Trennlinie,
    Ueberschrift,
    Zelle,
    absatz,
)
from konzept.render.schriftstueck_aufbau import flach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.fussnoten import Note
    from konzept.render.schriftstueck import Block, Laeufe, Zeile

_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_SEITEN = {"text-align:right": Seite.RECHTS, "text-align:center": Seite.MITTE}


def markdown_bloecke(text: str, stufe: int = 1, *, umbrueche: bool = False) -> tuple[Block, ...]:
    """Read a Markdown text that stands below a heading of ``stufe``; ``umbrueche`` keeps its lines.

    A text beyond the limits of ``parse`` becomes plain paragraphs. Links keep their place or address only where
    ``is_allowed_address`` lets them; raw HTML and images are words.
    """
    tokens = parse(text)
    if tokens is None:
        return tuple(absatz(part) for part in paragraphs(text))
    demote_headings(tokens, stufe)
    return tuple(_Reader(umbrueche=umbrueche).blocks(SyntaxTreeNode(tokens)))


def markdown_laeufe(text: str) -> Laeufe:
    """Read the Markdown of one line without its links, for headings and labels; more than a line is plain words."""
    tokens = parse(text)
    if tokens is None or [token.type for token in tokens] != _PARAGRAPH:
        plain = " ".join(text.split())
        return (Lauf(plain),) if plain else ()
    runs = _Reader(umbrueche=False).runs(SyntaxTreeNode(tokens).children[0].children[0].children)
    return tuple(replace(run, text=run.text.replace("\n", " "), verweis=None) for run in runs)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Goes through the tree of a text once."""

    umbrueche: bool
    noten: dict[Note, Fussnote] = field(default_factory=dict)

    def blocks(self, node: SyntaxTreeNode, art: Absatzart = Absatzart.NORMAL) -> Iterator[Block]:
        for child in node.children:
            yield from self.block(child, art)

    def block(self, node: SyntaxTreeNode, art: Absatzart) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield Absatz(self.inline(node), art)
            case "heading":
                yield Ueberschrift(int(node.tag[1:]), self.inline(node))
            case "bullet_list" | "ordered_list":
                entries = tuple(tuple(self.blocks(item, art)) for item in node.children)
                ordered = node.type == "ordered_list"
                yield Liste(entries, ordered, int(node.attrs.get("start", 1)) if ordered else 1)
            case "blockquote":
                yield from self.blocks(node, Absatzart.ZITAT)
            case "table":
                yield self.table(node)
            case "hr":
                yield Trennlinie()
            case _:
                yield absatz(node.content.removesuffix("\n"), art=Absatzart.CODE)

    def table(self, node: SyntaxTreeNode) -> Tabelle:
        head, *bodies = node.children
        first = head.children[0].children
        columns = tuple(
            Spalte(seite=_SEITEN.get(str(cell.attrs.get("style")), Seite.LINKS)) for cell in first
        )
        body = tuple(self.row(row) for part in bodies for row in part.children)
        return Tabelle(columns, body, tuple(self.row(row) for row in head.children))

    def row(self, node: SyntaxTreeNode) -> Zeile:
        return tuple(Zelle((Absatz(self.inline(cell)),), kopf=cell.type == "th") for cell in node.children)

    def inline(self, node: SyntaxTreeNode) -> Laeufe:
        children = (part for child in node.children for part in child.children)
        return tuple(_joined(self.runs(children)))

    def runs(self, nodes: Iterable[SyntaxTreeNode], form: Lauf | None = None) -> Iterator[Lauf]:
        form = form or Lauf("")
        for node in nodes:
            match node.type:
                case "strong":
                    yield from self.runs(node.children, replace(form, fett=True))
                case "em":
                    yield from self.runs(node.children, replace(form, kursiv=True))
                case "s":
                    yield from self.runs(node.children, replace(form, gestrichen=True))
                case "link":
                    yield from self.runs(node.children, replace(form, verweis=str(node.attrs["href"])))
                case "softbreak":
                    yield replace(form, text="\n" if self.umbrueche else " ")
                case "hardbreak":
                    yield replace(form, text="\n")
                case "code_inline":
                    yield replace(form, text=node.content, art=Laufart.CODE)
                case "footnote_ref":
                    note = self.fussnote(node.meta["note"])
                    yield Lauf(f" [{zeile(note.bloecke)}]", fussnote=note)
                case _:
                    yield replace(form, text=node.content)

    def fussnote(self, note: Note) -> Fussnote:
        """Return the note of a reference, the same for every reference to it."""
        if note not in self.noten:
            self.noten[note] = Fussnote(tuple(self.blocks(SyntaxTreeNode(note.tokens))))
        return self.noten[note]


def zeile(bloecke: Iterable[Block]) -> str:
    """Return the words of blocks on one line, such as those of a note where notes have no place."""
    parts: list[str] = []
    for block in flach(bloecke):
        if isinstance(block, Liste):
            parts += [zeile(entry) for entry in block.eintraege]
        else:
            parts.append(" ".join("".join(run.text for run in block.laeufe).split()))
    return " ".join(part for part in parts if part)


def _joined(runs: Iterable[Lauf]) -> Iterator[Lauf]:
    """Make one run of neighbours in the same script, without empty ones."""
    last: Lauf | None = None
    for run in runs:
        if not run.text:
            continue
        if last and not run.fussnote and replace(last, text=run.text) == run:
            last = replace(last, text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
