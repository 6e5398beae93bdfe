"""The two ways in which the document of a Fassung is written: what a text, a line and a link become."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from konzept.domain.fussnoten import ohne_fussnoten
from konzept.render.markdown_out import markdown_block, markdown_inline
from konzept.render.markdown_text import HtmlTexts, MarkdownText, explained, markdown_escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.konzept_gliederung import Abschnitt


class Schrift(Protocol):
    """What the contents of a document ask of a format; every text comes back ready for its template."""

    def prosa(self, text: str, ebene: int) -> str:
        """Write a Markdown text that stands below a heading of ``ebene``."""

    def verse(self, text: str, ebene: int) -> str:
        """Write a Markdown text whose lines are kept, as Leichte Sprache needs it."""

    def zeile(self, text: str) -> str:
        """Write plain words on one line."""

    def kopf(self, text: str) -> str:
        """Write the Markdown of a heading."""

    def eintrag(self, text: str) -> str:
        """Write the Markdown of a heading for the contents, where it is a link."""

    def kurz(self, kurz: str, lang: str) -> str:
        """Write an abbreviation whose long form is known."""

    def href(self, anker: str) -> str:
        """Return the address of a place in the document."""

    def adresse(self, url: str) -> str:
        """Write an address elsewhere for the place where a link names it."""


@dataclass(frozen=True, slots=True)
class HtmlSchrift:
    """Writes for HTML."""

    texts: HtmlTexts

    def prosa(self, text: str, ebene: int) -> str:
        """Write a Markdown text as HTML."""
        return self.texts.block(text, ebene)

    def verse(self, text: str, ebene: int) -> str:
        """Write a Markdown text as HTML, line by line."""
        return self.texts.block(text, ebene, breaks=True)

    def zeile(self, text: str) -> str:
        """Write plain words with their abbreviations explained."""
        return self.texts.line(text)

    def kopf(self, text: str) -> str:
        """Write the Markdown of a heading without links."""
        return self.texts.inline(text)

    def eintrag(self, text: str) -> str:
        """Write the Markdown of a heading without links, abbreviations and notes."""
        return HtmlTexts().inline(ohne_fussnoten(text))

    def kurz(self, kurz: str, lang: str) -> str:
        """Write an abbreviation that is explained where one points at it."""
        return explained(kurz, lang)

    def href(self, anker: str) -> str:
        """Return the address of an anchor."""
        return f"#{anker}"

    def adresse(self, url: str) -> str:
        """Return the address; the template escapes it."""
        return url


@dataclass(frozen=True, slots=True)
class MarkdownSchrift:
    """Writes for Markdown; ``slugs`` are the anchors that its readers derive from the headings."""

    slugs: dict[str, str]

    def prosa(self, text: str, ebene: int) -> str:
        """Write a Markdown text as safe Markdown."""
        return markdown_block(text, ebene)

    def verse(self, text: str, ebene: int) -> str:
        """Write a Markdown text as safe Markdown, line by line."""
        return markdown_block(text, ebene, breaks=True)

    def zeile(self, text: str) -> str:
        """Write plain words."""
        return markdown_escape(text)

    def kopf(self, text: str) -> str:
        """Write the Markdown of a heading without links."""
        return markdown_inline(text)

    def eintrag(self, text: str) -> str:
        """Write the Markdown of a heading without links and notes."""
        return markdown_inline(ohne_fussnoten(text))

    def kurz(self, kurz: str, lang: str) -> str:  # noqa: ARG002  Markdown has no place for the long form
        """Write an abbreviation."""
        return markdown_escape(kurz)

    def href(self, anker: str) -> str:
        """Return the address of the heading that bears an anchor, or an empty one."""
        slug = self.slugs.get(anker)
        return MarkdownText(f"#{slug}" if slug else "")

    def adresse(self, url: str) -> str:
        """Write the address in angle brackets, where brackets and blanks do no harm."""
        return MarkdownText("<" + re.sub(r"[<>\\]", r"\\\g<0>", url) + ">")


def slugs(abschnitte: Iterable[Abschnitt], titel: str) -> dict[str, str]:
    """Return the anchors that GitHub and its like give to the headings of a Markdown document, by our anchors.

    Their rule: small letters, blanks as hyphens, no punctuation; the second of a kind gets -1. ``titel`` is the
    heading of the whole document.
    """
    counted: dict[str, int] = {}
    found: dict[str, str] = {}
    for anker, text in [("", titel), *((a.anker, _ueberschrift(a)) for a in abschnitte)]:
        slug = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
        number = counted.get(slug)
        counted[slug] = 0 if number is None else number + 1
        found[anker] = slug if number is None else f"{slug}-{number + 1}"
    return found


def _ueberschrift(abschnitt: Abschnitt) -> str:
    titel = abschnitt.titel
    if abschnitt.ist_text:
        titel = ohne_fussnoten(titel)
        titel = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`~]{1,2}(?=\S)|(?<=\S)[*_`~]{1,2}", r"\1", titel)
    return ": ".join(filter(None, (abschnitt.label, " ".join(titel.split()))))
