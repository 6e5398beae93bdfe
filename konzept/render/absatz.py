"""Paragraphs of plain text: wrapped at words, indented, named in front; nothing a terminal would obey."""

from __future__ import annotations

import textwrap

from konzept.render.table import visible

SCHMAL = 60
"""Narrower than this no comparison of wordings can be read."""

GESCHUETZT = "\u00a0"

NAMENSBREITE = 17
"""The column of field names: »Leichte Sprache«, the longest, and a gap."""


def absatz(text: str, breite: int, einzug: int = 0, folge: int | None = None) -> list[str]:
    """Wrap a text to ``breite`` columns; the first line is indented by ``einzug``, the others by ``folge``.

    Line breaks of the text stay, as lists are written with them. No line breaks at a no-break space, which
    then becomes a common one.
    """
    rest = einzug if folge is None else folge
    zeilen: list[str] = []
    for teil in filter(str.strip, visible(text).splitlines()):
        anfang = " " * (rest if zeilen else einzug)
        zeilen += textwrap.wrap(teil, breite, initial_indent=anfang, subsequent_indent=" " * rest)
    return [zeile.replace(GESCHUETZT, " ").rstrip() for zeile in zeilen]


def geschuetzt(text: str) -> str:
    """Return a text that ``absatz`` does not break."""
    return text.replace(" ", GESCHUETZT)


def eintrag(name: str, text: str, breite: int, einzug: int, spalte: int = NAMENSBREITE) -> list[str]:
    """Write a text with its name in a column of ``spalte`` columns in front of it."""
    links = einzug + spalte
    zeilen = absatz(text, breite, links)
    if not zeilen:
        return []
    kopf = " " * einzug + visible(name)
    if len(kopf) >= links:
        return [kopf, *zeilen]
    return [kopf.ljust(links) + zeilen[0].lstrip(), *zeilen[1:]]


def ueberschrift(text: str, breite: int, strich: str) -> list[str]:
    """Write a heading, underlined as long as its longest line."""
    zeilen = absatz(text, breite)
    return [*zeilen, strich * max(map(len, zeilen))]
