"""The footnotes of a whole page: numbered as one reads, in HTML and in Markdown.

A text is written before anybody knows where on the page it will stand. So it leaves a mark in the place of each
reference, with the note in it; when the template has put the page together, the marks are counted and the notes
moved to its end. No text of a plan can forge a mark: ``<`` is escaped on its way into HTML, and the two control
characters on theirs into Markdown.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konzept.render.fussnoten_sprache import DEUTSCH, Sprache, sprachen_der_stellen

if TYPE_CHECKING:
    from konzept.render.templates import Templates

_BEGINN, _ENDE = "\x02", "\x03"
"""STX and ETX: load refuses control characters, and ``escape_line`` replaces these two."""

STEUERZEICHEN = re.compile(f"[{_BEGINN}{_ENDE}]")
_IN_HTML = re.compile(r'<fussnote-stelle n="([^"]*)">(.*?)</fussnote-stelle>', re.DOTALL)
_IN_MARKDOWN = re.compile(f"{_BEGINN}([^:{_BEGINN}{_ENDE}]*):([A-Za-z0-9_=-]*){_ENDE}")
_PLATZ = re.compile(r'<fussnote-text n="(\d+)"></fussnote-text>')
_SCHLUSS = "</main>"


@dataclass(slots=True)
class Seitennote:
    """A note of a page: its number, its words as the page writes them, and how often the page refers to it."""

    nummer: int
    inhalt: str
    sprache: Sprache = DEUTSCH
    stellen: int = 0


@dataclass(slots=True)
class _Zaehler:
    """Counts the notes of a page; ``eindeutig`` says of a key that it means the same note all over the page."""

    noten: list[Seitennote] = field(default_factory=list)
    _letzte: dict[str, Seitennote] = field(default_factory=dict)

    def stelle(self, schluessel: str, inhalt: str, sprache: Sprache = DEUTSCH) -> Seitennote | None:
        """Return the note of a reference, a new one where it brings words; None for one that was never told."""
        bekannt = self._letzte.get(schluessel)
        if inhalt and not (bekannt and schluessel.startswith("#")):
            bekannt = Seitennote(len(self.noten) + 1, inhalt, sprache)
            self.noten.append(bekannt)
            self._letzte[schluessel] = bekannt
        if bekannt:
            bekannt.stellen += 1
        return bekannt


def html_stelle(schluessel: str, inhalt: str = "") -> str:
    """Return the mark of a reference in HTML; ``inhalt`` is the note in HTML, empty for all but the first.

    A key that begins with ``#`` means the same note all over the page; others begin anew with each text.
    """
    return f'<fussnote-stelle n="{schluessel}">{inhalt}</fussnote-stelle>'


def markdown_stelle(schluessel: str, inhalt: str = "") -> str:
    """Return the mark of a reference in Markdown; ``inhalt`` as in ``html_stelle``, but in Markdown."""
    packed = urlsafe_b64encode(inhalt.encode("utf-8")).decode("ascii")
    return f"{_BEGINN}{schluessel}:{packed}{_ENDE}"


def html_mit_fussnoten(seite: str, templates: Templates) -> str:
    """Return a page with its notes in a list at its end, linked there and back; raises TemplateError."""
    zaehler = _Zaehler()

    sprachen = iter(sprachen_der_stellen(seite))

    def ersatz(fund: re.Match[str]) -> str:
        note = zaehler.stelle(fund[1], fund[2], next(sprachen, DEUTSCH))
        if note is None:
            return ""
        ort = f"fussnote-{note.nummer}"
        return (
            f'<sup class="fussnote"><a href="#{ort}" id="{ort}-stelle-{note.stellen}" role="doc-noteref"'
            f' aria-label="Fußnote {note.nummer}">{note.nummer}</a></sup>'
        )

    gezaehlt = _IN_HTML.sub(ersatz, seite)
    if not zaehler.noten:
        return gezaehlt
    werte = [
        {"nummer": note.nummer, "stellen": note.stellen, "lang": note.sprache[0], "dir": note.sprache[1]}
        for note in zaehler.noten
    ]
    liste = templates.render("html/fussnoten.j2.html", {"fussnoten": werte})
    gefuellt = _PLATZ.sub(lambda platz: zaehler.noten[int(platz[1]) - 1].inhalt, liste)
    vor, schluss, nach = gezaehlt.rpartition(_SCHLUSS)
    return f"{vor}{gefuellt}{schluss}{nach}" if schluss else gezaehlt + gefuellt


def markdown_mit_fussnoten(seite: str) -> str:
    """Return a page with ``[^1]``, ``[^2]`` … for its marks, and the notes as definitions at its end."""
    zaehler = _Zaehler()

    def ersatz(fund: re.Match[str]) -> str:
        note = zaehler.stelle(fund[1], urlsafe_b64decode(fund[2].encode("ascii")).decode("utf-8"))
        return f"[^{note.nummer}]" if note else ""

    gezaehlt = _IN_MARKDOWN.sub(ersatz, seite)
    noten = [markdown_definition(str(note.nummer), note.inhalt) for note in zaehler.noten]
    return "\n\n".join([gezaehlt.rstrip("\n"), *noten]) + "\n" if noten else gezaehlt


def markdown_definition(marke: str, inhalt: str) -> str:
    """Return the definition of a note; all lines but the first are indented by four blanks."""
    first, *more = inhalt.split("\n")
    return "\n".join([f"[^{marke}]: {first}", *(f"    {line}".rstrip() for line in more)])
