"""The runs of a paragraph in OpenDocument: spans, links, and blanks that no reader may swallow."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.odt_stile import schrifteigenschaften
from konzept.render.odt_vokabular import ODF
from konzept.render.schriftstueck_baum import anhaengen
from konzept.render.schriftstueck_gestalt import FETT, GESTRICHEN, KURSIV, LAUFFORMATE, VERWEIS
from konzept.render.schriftstueck_text import stuecke, ziel

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from konzept.render.odt_automatik import Automatik
    from konzept.render.schriftstueck import Fussnote, Laeufe, Lauf
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_gestalt import Zeichenformat


_CHUNKS = re.compile(r"[^ ]+(?: [^ ]+)*| +")
"""Words with one blank between them, or the blanks between such words."""


def schreibe_laeufe(  # noqa: PLR0913, PLR0917  what runs need of their document is told by four names
    absatz: Knoten,
    laeufe: Laeufe,
    namen: Mapping[str, str],
    automatik: Automatik,
    anker: Collection[str],
    fussnote: Callable[[Knoten, Fussnote], None],
) -> None:
    """Write runs into a paragraph.

    ``namen`` are the names of our styles, ``automatik`` makes those for runs of several scripts, ``anker`` are the
    places that one may link to. ``fussnote`` writes the reference to a note.
    """
    writer = _Words(sum(len(piece) for lauf in laeufe if not lauf.fussnote for piece in stuecke(lauf.text)))
    spoken = (lauf for lauf in laeufe if lauf.text)
    for target, runs in groupby(spoken, key=lambda lauf: ziel(lauf.verweis, anker)):
        parent = absatz
        if target:
            attributes = {
                "xlink:type": "simple",
                "xlink:href": target,
                "text:style-name": namen[VERWEIS.odf],
                "text:visited-style-name": namen[VERWEIS.odf],
            }
            parent = ODF.kind(absatz, "text:a", attributes)
        for lauf in runs:
            if lauf.fussnote:
                fussnote(parent, lauf.fussnote)
                writer.after_blank = False
                continue
            script = _script(lauf, namen, automatik)
            inner = ODF.kind(parent, "text:span", {"text:style-name": script}) if script else parent
            writer.write(inner, lauf.text)


def _script(lauf: Lauf, namen: Mapping[str, str], automatik: Automatik) -> str | None:
    """Return the style of a run; several scripts become one style, as LibreOffice lets a span forget the outer."""
    formats = list(_formats(lauf))
    if not formats:
        return None
    basis = namen[formats[0].odf]
    if len(formats) == 1:
        return basis
    properties: dict[str, str | int | None] = {}
    for form in formats[1:]:
        properties |= {name: value for name, value in schrifteigenschaften(form).items() if value is not None}
    return automatik.name("text", {"style:text-properties": properties}, basis)


def _formats(lauf: Lauf) -> Iterator[Zeichenformat]:
    if lauf.art in LAUFFORMATE:
        yield LAUFFORMATE[lauf.art]
    if lauf.fett:
        yield FETT
    if lauf.kursiv:
        yield KURSIV
    if lauf.gestrichen:
        yield GESTRICHEN


class _Words:
    """Writes the words of one paragraph of ``length`` characters.

    A reader drops blanks at the beginning and end of a paragraph and all but the first of several, over the borders
    of spans, too (ODF 1.3 part 3, 6.1.2); such a blank becomes an element.
    """

    def __init__(self, length: int) -> None:
        self.left = length
        self.after_blank = True

    def write(self, parent: Knoten, text: str) -> None:
        for piece in stuecke(text):
            if piece in {"\n", "\t"}:
                ODF.kind(parent, "text:line-break" if piece == "\n" else "text:tab")
                self.left -= 1
                self.after_blank = True
            else:
                self._piece(parent, piece)

    def _piece(self, parent: Knoten, piece: str) -> None:
        for words in _CHUNKS.findall(piece):
            self.left -= len(words)
            if not words.startswith(" "):
                anhaengen(parent, words)
                self.after_blank = False
                continue
            plain = 0 if self.after_blank or not self.left else 1
            anhaengen(parent, " " * plain)
            if len(words) > plain:
                ODF.kind(parent, "text:s", {"text:c": len(words) - plain})
            self.after_blank = True
