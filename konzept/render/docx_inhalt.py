"""The blocks of a document as the body of a Word document: headings, paragraphs, lists, table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.docx_laeufe import schreibe_feldzeichen, schreibe_laeufe, schreibe_worte
from konzept.render.docx_listen import LISTENEBENEN, einzug
from konzept.render.docx_tabelle import schreibe_tabelle
from konzept.render.docx_vokabular import WML
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Liste,
    Seite,
    Seitenumbruch,
    Sprachtext,
    Tabelle,
    Trennlinie,
    Ueberschrift,
)
from konzept.render.schriftstueck_aufbau import OHNE_LAGE, Lage, flach
from konzept.render.schriftstueck_formate import ABSATZFORMATE
from konzept.render.schriftstueck_gestalt import AKZENT
from konzept.render.schriftstueck_text import lesbar, mit_marken
from konzept.render.schriftstueck_zusammenhalt import bleibt_beim_naechsten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from konzept.render.docx_fussnoten import Fussnoten
    from konzept.render.docx_listen import Listen
    from konzept.render.schriftstueck import Block, Fussnote
    from konzept.render.schriftstueck_aufbau import Aufbau, Textblock
    from konzept.render.schriftstueck_baum import Knoten

_SIDES = {Seite.MITTE: "center", Seite.RECHTS: "right"}


@dataclass(frozen=True, slots=True)
class Umgebung:
    """What the content needs of its document: ids of styles by ``odf`` names, lists, bookmarks, addresses, notes."""

    namen: Mapping[str, str]
    listen: Listen
    lesezeichen: Mapping[str, str]
    erstes_lesezeichen: int
    beziehung: Callable[[str], str]
    fussnoten: Fussnoten
    akzent: str = AKZENT


@dataclass(frozen=True, slots=True)
class _Item:
    """The place of a paragraph in a list; only the first paragraph of an entry bears its sign."""

    nummer: int
    ebene: int
    zeichen: bool


class DocxInhalt:
    """Writes the blocks of one document; ``breite`` is the width of its text in millimetres."""

    def __init__(self, inhalt: Aufbau, umgebung: Umgebung, breite: float) -> None:
        self.breite = breite
        self._inhalt = inhalt
        self._umgebung = umgebung
        self._bookmark = umgebung.erstes_lesezeichen
        self._new_page = False
        self._language: Sprachtext | None = None

    @property
    def akzent(self) -> str:
        """The colour of the line below the head of a table."""
        return self._umgebung.akzent

    @property
    def von_rechts(self) -> bool:
        """Whether what is being written runs from right to left."""
        return self._language is not None and self._language.rechts

    def schreibe(self, ort: Knoten) -> None:
        """Write the whole document into an element."""
        bloecke = self._inhalt.bloecke
        for block, bleibt in zip(bloecke, bleibt_beim_naechsten(bloecke), strict=True):
            self._block(ort, block, Lage(beisammen=bleibt))

    def _block(self, parent: Knoten, block: Block, lage: Lage = OHNE_LAGE) -> None:
        match block:
            case Ueberschrift():
                self._paragraph(parent, block, f"Heading {block.stufe}")
            case Absatz():
                self.absatz(parent, block, ABSATZFORMATE[block.art], lage)
            case Liste():
                self._list(parent, block, "List")
            case Tabelle():
                schreibe_tabelle(self, parent, block)
            case Seitenumbruch():
                self._new_page = True
            case Trennlinie():
                self.absatz(parent, Absatz(()), "Trennlinie")
            case Inhaltsverzeichnis():
                self._contents(parent, block)
            case Sprachtext():
                around, self._language = self._language, block
                for own in block.bloecke:
                    self._block(parent, own)
                self._language = around

    def fussnote(self, ort: Knoten, note: Fussnote, sprache: Sprachtext | None) -> None:
        """Write the words of a note in the language of its text; its first paragraph bears its number."""
        self._language = sprache
        bloecke = list(flach(note.bloecke))
        if not bloecke or isinstance(bloecke[0], Liste):
            bloecke.insert(0, Absatz(()))
        self.textbloecke(ort, bloecke, "Footnote")

    def absatz(self, parent: Knoten, block: Absatz, form: str, lage: Lage = OHNE_LAGE) -> Knoten:
        """Write a paragraph in one of our styles, by its name in ``Format.odf``; returns it."""
        return self._paragraph(parent, block, form, lage)

    def _paragraph(
        self,
        parent: Knoten,
        block: Absatz | Ueberschrift,
        form: str,
        lage: Lage = OHNE_LAGE,
        item: _Item | None = None,
    ) -> Knoten:
        paragraph = self._opened(parent, form, lage, item)
        bookmark = self._umgebung.lesezeichen.get(block.anker or "")
        number = self._bookmark
        if bookmark:
            self._bookmark += 1
            WML.kind(paragraph, "w:bookmarkStart", {"w:id": number, "w:name": bookmark})
        marked = mit_marken(block.laeufe) if not isinstance(block, Absatz) or block.marken else block.laeufe
        schreibe_laeufe(paragraph, marked, self._umgebung, self._language)
        if bookmark:
            WML.kind(paragraph, "w:bookmarkEnd", {"w:id": number})
        return paragraph

    def _opened(self, parent: Knoten, form: str, lage: Lage, item: _Item | None = None) -> Knoten:
        """Begin a paragraph; its properties stand in the order of ECMA-376 part 1, 17.3.1.26."""
        paragraph = WML.kind(parent, "w:p")
        properties = WML.kind(paragraph, "w:pPr")
        WML.kind(properties, "w:pStyle", {"w:val": self._umgebung.namen[form]})
        if lage.beisammen:
            WML.kind(properties, "w:keepNext")
        if self._new_page:
            WML.kind(properties, "w:pageBreakBefore")
            self._new_page = False
        if item and item.zeichen:
            numbering = WML.kind(properties, "w:numPr")
            WML.kind(numbering, "w:ilvl", {"w:val": item.ebene})
            WML.kind(numbering, "w:numId", {"w:val": item.nummer})
        if lage.trennbar:
            WML.kind(properties, "w:suppressAutoHyphens", {"w:val": 0})
        if self.von_rechts:
            WML.kind(properties, "w:bidi")
        if item and not item.zeichen:
            WML.kind(properties, "w:ind", {"w:left": einzug(item.ebene)})
        if lage.seite in _SIDES:
            WML.kind(properties, "w:jc", {"w:val": _SIDES[lage.seite]})
        return paragraph

    def textbloecke(
        self, parent: Knoten, bloecke: Iterable[Textblock], form: str, lage: Lage = OHNE_LAGE
    ) -> None:
        """Write what stands in a cell; plain paragraphs take the style ``form``."""
        for block in bloecke:
            if isinstance(block, Liste):
                self._list(parent, block, form, lage)
            else:
                self._paragraph(parent, block, _form(block, form), lage)

    def _list(self, parent: Knoten, block: Liste, form: str, lage: Lage = OHNE_LAGE, level: int = 0) -> None:
        level = min(level, LISTENEBENEN - 1)
        number = self._umgebung.listen.nummer(block.beginn if block.nummeriert else None, level)
        for entry in block.eintraege:
            sign = True
            for part in list(flach(entry)) or [Absatz(())]:
                if isinstance(part, Liste):
                    if sign:
                        self._paragraph(parent, Absatz(()), form, lage, _Item(number, level, zeichen=True))
                    self._list(parent, part, form, lage, level + 1)
                else:
                    item = _Item(number, level, zeichen=sign)
                    self._paragraph(parent, part, _form(part, form), lage, item)
                sign = False

    def _contents(self, parent: Knoten, block: Inhaltsverzeichnis) -> None:
        """Write the table of contents as a field with its entries; Word fills in the page numbers when asked to."""
        made = WML.kind(parent, "w:sdt")
        gallery = WML.kind(WML.kind(made, "w:sdtPr"), "w:docPartObj")
        WML.kind(gallery, "w:docPartGallery", {"w:val": "Table of Contents"})
        WML.kind(gallery, "w:docPartUnique")
        content = WML.kind(made, "w:sdtContent")
        head = self._opened(content, "Contents Heading", OHNE_LAGE)
        schreibe_worte(WML.kind(head, "w:r"), lesbar(block.titel))
        entries = [entry for entry in self._inhalt.eintraege if entry.stufe <= block.stufen]
        lines = [self._opened(content, f"Contents {entry.stufe}", OHNE_LAGE) for entry in entries]
        lines = lines or [self._opened(content, "Contents 1", OHNE_LAGE)]
        schreibe_feldzeichen(lines[0], "begin", f'TOC \\o "1-{block.stufen}" \\h \\z \\u')
        for entry, line in zip(entries, lines, strict=False):
            bookmark = self._umgebung.lesezeichen[entry.anker]
            link = WML.kind(line, "w:hyperlink", {"w:anchor": bookmark, "w:history": 1})
            run = WML.kind(link, "w:r")
            schreibe_worte(run, entry.text)
            WML.kind(run, "w:tab")
            schreibe_feldzeichen(link, "begin", f"PAGEREF {bookmark} \\h")
            schreibe_feldzeichen(link, "end")
        schreibe_feldzeichen(lines[-1], "end")


def _form(block: Absatz, form: str) -> str:
    return form if block.art is Absatzart.NORMAL else ABSATZFORMATE[block.art]
