"""The texts of a plan as safe HTML, and the escape function for Markdown; the only place that makes Markup.

Reviewed on purpose: whatever leaves here as ``Markup`` was escaped by markdown-it-py or by ``Markup.format``. Raw
HTML, images and automatic links are off, addresses have one of four schemes (robustheit.md, rules 8 and 10).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from konzept.render.fussnoten import lies_fussnoten, verbunden
from konzept.render.fussnoten_seite import STEUERZEICHEN, html_stelle
from konzept.render.fussnoten_tokens import STELLE
from konzept.render.sternchen import lies_stern_im_wort

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.renderer import RendererProtocol
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from konzept.render.fussnoten import Note

MAX_MARKDOWN = 20_000
MAX_BRACKETS = 500
MAX_NESTING = 60
MAX_HEADING = 6
SCHEMES = ("http:", "https:", "mailto:", "tel:")
_ALIGN = {"text-align:right": "rechts", "text-align:center": "mitte", "text-align:left": "links"}
_LINE_START = re.compile(r"^(?:(?P<zahl>[0-9]{1,9})(?=[.)](?:\s|$))|(?=[#+=-]))")
_INLINE = re.compile(r"[\\`*_\[\]<>|~]|&(?=[#\w])")


class MarkdownText(str):
    """Text that is Markdown already: put into a Markdown document as it stands."""

    __slots__ = ()


def is_allowed_address(address: str) -> bool:
    """Tell whether a document may link an address: http, https, mailto, tel, or a place in the page."""
    lowered = address.strip().casefold()
    return lowered.startswith(SCHEMES) or bool(re.fullmatch(r"#[\w.:-]+", lowered))


def external_address(address: str | None) -> str | None:
    """Return an address that a source may be linked with, or None."""
    if address is None or re.search(r"\s|[\x00-\x1f]", address.strip()):
        return None
    return address.strip() if address.strip().casefold().startswith(SCHEMES) else None


@dataclass(frozen=True, slots=True)
class HtmlTexts:
    """Writes the texts of one document as HTML: knows its abbreviations and the places one may link to.

    Where a text refers to a note, it has a mark with the note (fussnoten_seite.py); ``html_page`` numbers them.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, abbreviations: Mapping[str, str], anchors: frozenset[str]) -> HtmlTexts:
        """Prepare the search for abbreviations: whole words only, the longest first."""
        words = sorted((word for word in abbreviations if word.strip()), key=lambda word: (-len(word), word))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None
        return cls(abbreviations, anchors, pattern)

    def block(self, text: str, level: int = 1, *, breaks: bool = False) -> Markup:
        """Render a Markdown text below a heading of ``level``; ``breaks`` keeps the lines as they were written.

        A text beyond the limits becomes plain paragraphs.
        """
        tokens = parse(text)
        if tokens is None:
            return Markup("\n").join(Markup("<p>{}</p>").format(self.line(part)) for part in paragraphs(text))
        demote_headings(tokens, level)
        parser = markdown_parser(breaks=breaks)
        return Markup(parser.renderer.render(self.prepared(tokens), parser.options, {"texts": self}))

    def inline(self, text: str) -> Markup:
        """Render the Markdown of one line without its links, for headings."""
        tokens = parse(text)
        if tokens is None or [token.type for token in tokens] != [
            "paragraph_open",
            "inline",
            "paragraph_close",
        ]:
            return self.line(" ".join(text.split()))
        line = tokens[1]
        line.children = [child for child in line.children or [] if not child.type.startswith("link_")]
        for child in line.children:
            if child.type in {"softbreak", "hardbreak"}:
                child.type, child.content = "text", " "
        parser = markdown_parser()
        return Markup(parser.renderer.render([line], parser.options, {"texts": self}))

    def line(self, text: str) -> Markup:
        """Write plain words with their abbreviations explained."""
        if self.pattern is None:
            return escape(text)
        parts: list[Markup] = []
        end = 0
        for found in self.pattern.finditer(text):
            parts.append(escape(text[end : found.start()]))
            parts.append(explained(found.group(), self.abbreviations[found.group()]))
            end = found.end()
        return Markup().join([*parts, escape(text[end:])])

    def prepared(self, tokens: list[Token]) -> list[Token]:
        """Make tokens fit for the page: no inline styles, links only to places there are."""
        for token in tokens:
            _restyle(token)
            if token.children:
                token.children = list(self._linked(token.children))
        return tokens

    def _linked(self, children: list[Token]) -> Iterator[Token]:
        """Mark what stands inside links, and drop links to places the page does not have."""
        dropped: list[bool] = []
        for child in children:
            if child.type == "link_open":
                href = str(child.attrGet("href") or "")
                dropped.append(href.startswith("#") and href[1:] not in self.anchors)
                if not href.startswith("#"):
                    child.attrSet("rel", "external noreferrer")
            if child.type in {"link_open", "link_close"}:
                if not (dropped[-1] if child.type == "link_open" else dropped.pop()):
                    yield child
                continue
            child.meta["linked"] = not all(dropped)
            yield child


def style_text(css: str) -> Markup:
    """Return CSS for a style element as it stands, only that nothing in it can end the element or open a comment.

    A backslash before a sign means just that sign to CSS (CSS Syntax 3, 4.3.7).
    """
    return Markup(css.replace("</", "<\\/").replace("<!", "<\\!"))


def explained(short: str, full: str) -> Markup:
    """Write an abbreviation with its long form."""
    return Markup('<abbr title="{}">{}</abbr>').format(full, short)


def paragraphs(text: str) -> list[str]:
    """Split a text at its blank lines, each part on one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def parse(text: str) -> list[Token] | None:
    """Parse a text as Markdown; None if it is beyond the limits and has to be taken as plain words.

    Notes are no part of what comes back: each reference, a token of the type STELLE, bears its own.
    """
    if len(text) > MAX_MARKDOWN or text.count("[") > MAX_BRACKETS:
        return None
    env: dict[str, object] = {}
    tokens = markdown_parser().parse(text, env)
    deepest = max((token.level for token in tokens), default=0)
    return None if deepest >= MAX_NESTING - 2 else verbunden(tokens, env)


@cache
def markdown_parser(*, breaks: bool = False) -> MarkdownIt:
    """Return the parser for the texts of plans: CommonMark with tables; no HTML, images or swallowed words.

    ``breaks`` makes it write a line break for every line of a text.
    """
    parser = MarkdownIt(
        "js-default", {"html": False, "linkify": False, "typographer": False, "breaks": breaks}
    )
    # link definitions and entities would make words disappear that somebody wrote
    parser.disable(["image", "reference", "entity"])
    parser.options["maxNesting"] = MAX_NESTING
    setattr(parser, "validateLink", is_allowed_address)  # noqa: B010  a plain assignment to a method is refused by mypy
    parser.inline.ruler.before("emphasis", "stern_im_wort", lies_stern_im_wort)
    lies_fussnoten(parser)
    parser.add_render_rule("text", _text_rule)
    parser.add_render_rule(STELLE, _note_rule)
    return parser


def _text_rule(
    _self: RendererProtocol, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    token = tokens[index]
    texts = env.get("texts")
    if isinstance(texts, HtmlTexts) and not token.meta.get("linked"):
        return str(texts.line(token.content))
    return str(escape(token.content))


def _note_rule(
    self: RendererProtocol, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Write the mark of a reference, with the note in the first one of a text."""
    note = tokens[index].meta["note"]
    noten: dict[Note, int] = env.setdefault("noten", {})
    if note in noten:
        return html_stelle(str(noten[note]))
    noten[note] = len(noten) + 1
    texts = env.get("texts")
    inhalt = texts.prepared(note.tokens) if isinstance(texts, HtmlTexts) else note.tokens
    return html_stelle(str(noten[note]), str(self.render(inhalt, options, env)).strip())


def _restyle(token: Token) -> None:
    """Turn what would need inline styles or guess a language into classes and scopes."""
    if token.type in {"th_open", "td_open"}:
        style = str(token.attrs.pop("style", ""))
        if style in _ALIGN:
            token.attrSet("class", _ALIGN[style])
    if token.type == "th_open":
        token.attrSet("scope", "col")
    if token.type == "fence":
        token.info = ""


def demote_headings(tokens: list[Token], level: int) -> None:
    """Move the headings of a text below ``level``, in steps of one, never beyond the sixth."""
    ranks = sorted({token.tag for token in tokens if token.type == "heading_open"})
    last = level
    for token in tokens:
        if token.type == "heading_open":
            last = min(level + 1 + ranks.index(token.tag), last + 1, MAX_HEADING)
        if token.type in {"heading_open", "heading_close"}:
            token.meta["level"] = last
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{token.meta['level']}"


def markdown_escape(value: str) -> MarkdownText:
    """Write words so that Markdown shows them as they are, on one line and fit for a table cell."""
    return MarkdownText(escape_line(" ".join(value.split())))


def escape_line(line: str) -> str:
    """Escape one line: what has a meaning anywhere, and what has one only at the beginning of a line."""
    escaped = _INLINE.sub(r"\\\g<0>", STEUERZEICHEN.sub("\ufffd", line))
    return _LINE_START.sub(lambda found: f"{found['zahl']}\\" if found["zahl"] else "\\", escaped, count=1)


def markdown_value(value: object) -> str:
    """Escape every value a Markdown template prints, unless it is Markdown already (jinja2's ``finalize``)."""
    if isinstance(value, MarkdownText):
        return value
    return markdown_escape(str(value))
