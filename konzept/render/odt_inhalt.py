"""The blocks of a document as the content of an OpenDocument text: headings, paragraphs, lists, table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_laeufe import schreibe_laeufe
from konzept.render.odt_stile import PUNKTLISTE, VERZEICHNISSPRUNG, ZAHLENLISTE, spracheigenschaften
from konzept.render.odt_tabelle import schreibe_tabelle
from konzept.render.odt_vokabular import ODF
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
from konzept.render.schriftstueck_gestalt import AKZENT, FUSSNOTENZEICHEN
from konzept.render.schriftstueck_text import lesbar, mit_marken
from konzept.render.schriftstueck_zusammenhalt import bleibt_beim_naechsten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from konzept.render.odt_automatik import Automatik
    from konzept.render.schriftstueck import Block, Fussnote
    from konzept.render.schriftstueck_aufbau import Aufbau, Textblock
    from konzept.render.schriftstueck_baum import Attribute, Knoten

_SIDES = {Seite.MITTE: "center", Seite.RECHTS: "end"}
_FROM_THE_RIGHT = {Seite.LINKS: "right", Seite.MITTE: "center", Seite.RECHTS: "left"}
"""The sides where the writing runs from right to left; LibreOffice takes »start« for the left side even there."""


class OdtInhalt:
    """Writes the blocks of one document.

    ``namen`` says what the document calls our styles, ``automatik`` takes the styles that single elements need,
    ``breite`` is the width of the text in millimetres, ``seite`` the master page that the first block begins.
    The attribute ``akzent`` is the colour of the line below the head of a table.
    """

    def __init__(
        self,
        inhalt: Aufbau,
        namen: Mapping[str, str],
        automatik: Automatik,
        breite: float,
        seite: str | None = None,
    ) -> None:
        self.namen = namen
        self.automatik = automatik
        self.breite = breite
        self.akzent = AKZENT
        self._inhalt = inhalt
        self._anker = frozenset(inhalt.anker)
        self._tables = 0
        self._notes: dict[Fussnote, int] = {}
        self._lists_of_contents = 0
        self._new_page = False
        self._first_page = seite
        self._language: Sprachtext | None = None

    def schreibe(self, ort: Knoten) -> None:
        """Write the whole document into an element."""
        bloecke = self._inhalt.bloecke
        for block, bleibt in zip(bloecke, bleibt_beim_naechsten(bloecke), strict=True):
            self._block(ort, block, Lage(beisammen=bleibt))

    def _block(self, parent: Knoten, block: Block, lage: Lage = OHNE_LAGE) -> None:
        match block:
            case Ueberschrift():
                style = self._name(f"Heading {block.stufe}")
                heading: Attribute = {"text:style-name": style, "text:outline-level": block.stufe}
                self._words(ODF.kind(parent, "text:h", heading), block)
            case Absatz():
                self.absatz(parent, block, ABSATZFORMATE[block.art], lage)
            case Liste():
                self._list(parent, block, "List")
            case Tabelle():
                schreibe_tabelle(self, parent, block)
            case Seitenumbruch():
                self._new_page = True
            case Trennlinie():
                ODF.kind(parent, "text:p", {"text:style-name": self._name("Trennlinie")})
            case Inhaltsverzeichnis():
                self._contents(parent, block)
            case Sprachtext():
                around, self._language = self._language, block
                for own in block.bloecke:
                    self._block(parent, own)
                self._language = around

    @property
    def richtung(self) -> str | None:
        """The direction of writing where it is not that of the page."""
        return "rl-tb" if self._language and self._language.rechts else None

    def absatz(self, parent: Knoten, block: Absatz, form: str, lage: Lage = OHNE_LAGE) -> None:
        """Write a paragraph in one of our styles, by its name in ``Format.odf``."""
        self._words(ODF.kind(parent, "text:p", {"text:style-name": self._name(form, lage)}), block)

    def _words(self, paragraph: Knoten, block: Ueberschrift | Absatz) -> None:
        if block.anker:
            ODF.kind(paragraph, "text:bookmark", {"text:name": lesbar(block.anker)})
        marked = mit_marken(block.laeufe) if not isinstance(block, Absatz) or block.marken else block.laeufe
        schreibe_laeufe(paragraph, marked, self.namen, self.automatik, self._anker, self._footnote)

    def _footnote(self, paragraph: Knoten, note: Fussnote) -> None:
        """Write a reference with its note; a further one to the same note is a cross-reference to its number."""
        known = self._notes.get(note)
        number = self._notes.setdefault(note, len(self._notes) + 1)
        name = f"fussnote-{number}"
        if known is not None:
            script = ODF.kind(paragraph, "text:span", {"text:style-name": self.namen[FUSSNOTENZEICHEN.odf]})
            kind: Attribute = {"text:note-class": "footnote", "text:reference-format": "text"}
            ODF.kind(script, "text:note-ref", {**kind, "text:ref-name": name}, str(number))
            return
        made = ODF.kind(paragraph, "text:note", {"text:id": name, "text:note-class": "footnote"})
        ODF.kind(made, "text:note-citation", text=str(number))
        body = ODF.kind(made, "text:note-body")
        self.textbloecke(body, flach(note.bloecke), "Footnote")

    def textbloecke(
        self, parent: Knoten, bloecke: Iterable[Textblock], form: str, lage: Lage = OHNE_LAGE
    ) -> None:
        """Write what stands in a cell or an entry; plain paragraphs take the style ``form``."""
        for block in bloecke:
            if isinstance(block, Liste):
                self._list(parent, block, form, lage)
            else:
                own = form if block.art is Absatzart.NORMAL else ABSATZFORMATE[block.art]
                self.absatz(parent, block, own, lage)

    def _list(self, parent: Knoten, block: Liste, form: str, lage: Lage = OHNE_LAGE) -> None:
        name = self.namen[ZAHLENLISTE if block.nummeriert else PUNKTLISTE]
        made = ODF.kind(parent, "text:list", {"text:style-name": name})
        for number, entry in enumerate(block.eintraege):
            start = block.beginn if block.nummeriert and not number and block.beginn != 1 else None
            item = ODF.kind(made, "text:list-item", {"text:start-value": start})
            self.textbloecke(item, list(flach(entry)) or [Absatz(())], form, lage)

    def _name(self, form: str, lage: Lage = OHNE_LAGE) -> str:
        """Return the name of a paragraph style, or of one made from it that begins a page or stands elsewhere."""
        basis = self.namen[form]
        page, master = self.beginn()
        if not page and not master and lage == OHNE_LAGE and self._language is None:
            return basis
        properties = {
            "fo:break-before": page,
            "fo:text-align": _FROM_THE_RIGHT[lage.seite] if self.richtung else _SIDES.get(lage.seite),
            "fo:keep-with-next": "always" if lage.beisammen else None,
            "style:writing-mode": self.richtung,
        }
        elements: dict[str, Attribute] = {"style:paragraph-properties": properties}
        words: Attribute = {"fo:hyphenate": "true"} if lage.trennbar else {}
        if self._language:
            words = {**words, **spracheigenschaften(self._language.sprache)}
        if words:
            elements["style:text-properties"] = words
        return self.automatik.name("paragraph", elements, basis, master)

    def beginn(self) -> tuple[str | None, str | None]:
        """Return the page break and the master page that the next element begins with; each is told once."""
        found = "page" if self._new_page else None, self._first_page
        self._new_page, self._first_page = False, None
        return found

    def tabellenname(self) -> str:
        """Return the name of the next table, as the Navigator shows it."""
        self._tables += 1
        return f"Tabelle {self._tables}"

    def _contents(self, parent: Knoten, block: Inhaltsverzeichnis) -> None:
        """Write the table of contents with its entries; LibreOffice fills in the page numbers when it lays out."""
        self._lists_of_contents += 1
        name = f"Inhaltsverzeichnis {self._lists_of_contents}"
        made = ODF.kind(parent, "text:table-of-content", {"text:name": name, "text:protected": "true"})
        source = ODF.kind(made, "text:table-of-content-source", {"text:outline-level": block.stufen})
        title = lesbar(block.titel)
        heading = self.namen["Contents Heading"]
        ODF.kind(source, "text:index-title-template", {"text:style-name": heading}, title)
        for level in range(1, block.stufen + 1):
            self._template(source, level)
        body = ODF.kind(made, "text:index-body")
        head = ODF.kind(body, "text:index-title", {"text:name": f"{name} Titel"})
        ODF.kind(head, "text:p", {"text:style-name": self._name("Contents Heading")}, title)
        for entry in self._inhalt.eintraege:
            if entry.stufe > block.stufen:
                continue
            line = ODF.kind(body, "text:p", {"text:style-name": self._entry_style(entry.stufe)})
            anchor = lesbar(entry.anker)
            style = self.namen[VERZEICHNISSPRUNG.odf]
            styles = {"text:style-name": style, "text:visited-style-name": style}
            target = {"xlink:type": "simple", "xlink:href": f"#{anchor}"}
            link = ODF.kind(line, "text:a", {**target, **styles}, lesbar(entry.text))
            ODF.kind(link, "text:tab")
            ODF.kind(link, "text:bookmark-ref", {"text:reference-format": "page", "text:ref-name": anchor})

    def _template(self, source: Knoten, level: int) -> None:
        template = ODF.kind(
            source,
            "text:table-of-content-entry-template",
            {"text:outline-level": level, "text:style-name": self._entry_style(level)},
        )
        ODF.kind(template, "text:index-entry-link-start")
        ODF.kind(template, "text:index-entry-text")
        ODF.kind(template, "text:index-entry-tab-stop", {"style:type": "right", "style:leader-char": "."})
        ODF.kind(template, "text:index-entry-page-number")
        ODF.kind(template, "text:index-entry-link-end")

    def _entry_style(self, level: int) -> str:
        return self.namen[f"Contents {level}"]
