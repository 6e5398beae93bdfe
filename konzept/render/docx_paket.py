"""A Word package in memory, empty or a county's template; the only door to python-docx."""

from __future__ import annotations

import datetime as dt
import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory, XmlPart
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.shared import Length, Mm

from konzept.render.docx_fussnoten import TRENNER, trennlinien
from konzept.render.docx_vokabular import WML, sprachkennung
from konzept.render.schriftstueck import Ausrichtung
from konzept.render.schriftstueck_text import lesbar
from konzept.render.schriftstueck_vorlage import MARKE, VorlageError
from konzept.render.schriftstueck_zip import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument

    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_gestalt import Blatt
    from konzept.render.schriftstueck_vorlage import Vorlage

_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_KEPT_PARTS = ("/styles", "/settings", "/theme", "/numbering")
_LEFT_OUT = ("/thumbnail", "/extended-properties", "/origin", "/core-properties")
"""Relations that speak of the template alone; core properties stay if they are of the type python-docx fills anew."""

_ROOTS = ("body", "styles", "numbering", "settings")
"""What the parts of a document that we fill must be."""

_AFTER_NOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang")
_AFTER_UPDATE = ("w:hdrShapeDefaults", "w:footnotePr", *_AFTER_NOTES)
_LONGEST_PROPERTY = 255
_BROKEN = (AttributeError, BadZipFile, IndexError, KeyError, OpcError, SyntaxError, TypeError, ValueError)
"""What python-docx and lxml raise for parts that they cannot understand; lxml's XMLSyntaxError is a SyntaxError."""


class DocxPaket:
    """A Word document whose parts can be filled; ``neu`` and ``aus`` make one."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._package = document.part.package
        for key, relation in list(self._package.rels.items()):
            known = relation.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES
            if relation.reltype.endswith(_LEFT_OUT) and not known:
                del self._package.rels[key]

    @classmethod
    def neu(cls) -> DocxPaket:
        """Return an empty document: of python-docx's own template only the theme and Word's defaults stay."""
        package = cls(Document())
        relations = package._document.part.rels
        for key, relation in list(relations.items()):
            if not relation.reltype.endswith(_KEPT_PARTS):
                del relations[key]
        styles = package.stile
        for style in list(styles):
            default = style.get(qn("w:default")) and style.get(qn("w:type")) != "paragraph"
            if style.tag != qn("w:latentStyles") and not default:
                styles.remove(style)
        for part in (package._document.settings.element, package.listen):
            for child in list(part):
                part.remove(child)
        return package

    @classmethod
    def aus(cls, vorlage: Vorlage) -> DocxPaket:
        """Return a document made of a template; raises VorlageError for one with macros or a broken one."""
        types = vorlage.teile[_TYPES]
        if b"macroEnabled" in types:
            raise VorlageError(
                f"Die Vorlage »{vorlage.name}« enthält Makros.",
                "Speichern Sie sie ohne Makros als .docx oder .dotx.",
            )
        parts = {**vorlage.teile, _TYPES: types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)}
        # python-docx 1.2 knows no notes; as XML they can be added to
        PartFactory.part_type_for.setdefault(CONTENT_TYPE.WML_FOOTNOTES, XmlPart)
        try:
            package = cls(Document(io.BytesIO(packed(parts))))
            if package.rumpf.find(qn("w:sectPr")) is None:
                package.rumpf.append(WML.wurzel("w:sectPr"))
            roots = package.rumpf, package.stile, package.listen, package._document.settings.element
            whole = [root.tag for root in roots] == [qn(f"w:{name}") for name in _ROOTS]
            _ = package.breite(None), package._package.core_properties
        except _BROKEN as error:
            raise vorlage.beschaedigt() from error
        if not whole:
            raise vorlage.beschaedigt()
        return package

    @property
    def stile(self) -> Knoten:
        """The element that holds the styles."""
        return self._document.styles.element

    @property
    def listen(self) -> Knoten:
        """The element that holds the numberings; made if the template has none."""
        part = self._document.part
        try:
            return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]  # an XmlPart
        except KeyError:
            blob = f'<w:numbering xmlns:w="{WML.namensraeume["w"]}"/>'.encode()
            name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
            made = NumberingPart.load(name, kind, blob, self._package)
            part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
            return made.element

    @property
    def fussnoten(self) -> Knoten:
        """The element that holds the notes; made with the lines above them if the template has none."""
        part = self._fussnotenteil()
        if part is None:
            root = WML.wurzel("w:footnotes")
            trennlinien(root)
            part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, self._package)
            self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
            named = WML.wurzel("w:footnotePr")
            for _, number in TRENNER:
                WML.kind(named, "w:footnote", {"w:id": number})
            self._document.settings.element.insert_element_before(named, *_AFTER_NOTES)
        return part.element

    def _fussnotenteil(self) -> XmlPart | None:
        try:
            found = self._document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        except KeyError:
            return None
        if not isinstance(found, XmlPart):
            raise TypeError("the notes are no XML")
        return found

    def erste_fussnote(self) -> int:
        """Return the number of the first note that the template does not have."""
        part = self._fussnotenteil()
        return max(self.groesste(part.element, "w:footnote", "w:id"), 0) + 1 if part else 1

    def beziehung_der_fussnoten(self, adresse: str) -> str:
        """Return the id by which the notes know an address elsewhere."""
        part = self._fussnotenteil()
        if part is None:
            raise TypeError("there are no notes")
        return part.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    @property
    def rumpf(self) -> Knoten:
        """The element that holds the text."""
        return self._document.element.body

    def stilnamen(self) -> dict[tuple[str, str], str]:
        """Return the ids of the styles by their kind and their names in small letters."""
        names: dict[tuple[str, str], str] = {}
        for style in self.stile.iterchildren(qn("w:style")):
            name = style.find(qn("w:name"))
            known = name.get(qn("w:val")) if name is not None else None
            if known and style.get(qn("w:styleId")):
                names.setdefault((str(style.get(qn("w:type"))), known.casefold()), style.get(qn("w:styleId")))
        return names

    def groesste(self, wurzel: Knoten, name: str, attribut: str) -> int:
        """Return the highest number that elements of this name bear, or -1."""
        found = [element.get(qn(attribut)) or "" for element in wurzel.iter(qn(name))]
        return max((int(number) for number in found if number.isdecimal()), default=-1)

    def lesezeichen(self) -> set[str]:
        """Return the names of the bookmarks in small letters."""
        return {str(found.get(qn("w:name"))).casefold() for found in self.rumpf.iter(qn("w:bookmarkStart"))}

    def beziehung(self, adresse: str) -> str:
        """Return the id by which the text knows an address elsewhere."""
        return self._document.part.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def bild(self, daten: bytes) -> str:
        """Add a picture that is a PNG; returns the id by which the text knows it."""
        part = Part(PackURI("/word/media/logo.png"), CONTENT_TYPE.PNG, daten, self._package)
        return self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def seite(self, blatt: Blatt, kopfzeile: Knoten | None, fusszeile: Knoten) -> None:
        """Lay out the page of an empty document, its head from the second page on, its foot on every page."""
        section = self._document.sections[0]
        lies = blatt.breite > blatt.hoehe
        section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(blatt.breite), Mm(blatt.hoehe)
        section.left_margin, section.right_margin = Mm(blatt.links), Mm(blatt.rechts)
        section.top_margin, section.bottom_margin = Mm(blatt.oben), Mm(blatt.unten)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = kopfzeile is not None
        if kopfzeile is not None:
            _fill(section.header, kopfzeile)
            _fill(section.first_page_footer, deepcopy(fusszeile))
        _fill(section.footer, fusszeile)
        for grid in list(self.rumpf.iter(qn("w:docGrid"))):
            grid.getparent().remove(grid)

    def umgelegt(self, ausrichtung: Ausrichtung) -> None:
        """Lay the pages of a template as the document needs them: width and height change places."""
        lie = ausrichtung is Ausrichtung.QUER
        for section in self._document.sections:
            width, height = section.page_width, section.page_height
            if width and height and (width > height) != lie:
                section.page_width, section.page_height = height, width
                section.orientation = WD_ORIENT.LANDSCAPE if lie else WD_ORIENT.PORTRAIT

    def breite(self, marke: Knoten | None) -> float:
        """Return the width of the text in millimetres where the marker stands, or at the end."""
        sections = self._document.sections
        before = 0 if marke is None else len(marke.xpath("preceding::w:sectPr"))
        section = sections[min(before, len(sections) - 1) if marke is not None else -1]
        sides = (section.left_margin or Mm(20)) + (section.right_margin or Mm(20))
        return float(Length((section.page_width or Mm(210)) - sides).mm)

    def marke(self) -> Knoten | None:
        """Return the paragraph that the content takes the place of; raises VorlageError if there are several."""
        lines = (line for line in self.rumpf.iter(qn("w:p")))
        found = [
            line for line in lines if "".join(t.text or "" for t in line.iter(qn("w:t"))).strip() == MARKE
        ]
        if len(found) > 1:
            raise VorlageError(
                f"In der Vorlage steht »{MARKE}« {len(found)}-mal.", "Lassen Sie die Marke einmal stehen."
            )
        return found[0] if found else None

    def baustelle(self, marke: Knoten | None) -> Knoten:
        """Return an element to write the content into, in the place of the marker or at the end of the text."""
        place = WML.wurzel("w:body")
        if marke is None:
            self.rumpf.find(qn("w:sectPr")).addprevious(place)
        else:
            marke.addprevious(place)
            marke.getparent().remove(marke)
        return place

    def einstellungen(self, elemente: Iterable[Knoten], *, felder_erneuern: bool) -> None:
        """Append settings to an empty document; ``felder_erneuern`` makes Word ask whether to fill in the contents."""
        settings = self._document.settings.element
        for one in elemente:
            settings.append(one)
        if felder_erneuern and settings.find(qn("w:updateFields")) is None:
            update = WML.wurzel("w:updateFields", {"w:val": "true"})
            settings.insert_element_before(update, *_AFTER_UPDATE)

    def eigenschaften(self, stueck: Schriftstueck) -> None:
        """Write title, language and the rest of what is told about the document; drop what the template said."""
        properties: Any = self._package.core_properties
        element: Any = self._package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
        for child in list(element.element):
            element.element.remove(child)
        daten = stueck.metadaten
        told = {
            "title": stueck.titel,
            "subject": stueck.untertitel,
            "author": daten.koerperschaft,
            "comments": daten.beschreibung,
            "keywords": ", ".join(daten.schlagworte),
            "language": sprachkennung(stueck.sprache),
        }
        for name, text in told.items():
            if text:
                setattr(properties, name, lesbar(text)[:_LONGEST_PROPERTY])
        if daten.datum:
            properties.created = properties.modified = dt.datetime.combine(daten.datum, dt.time())

    def gepackt(self) -> bytes:
        """Return the package as bytes."""
        target = io.BytesIO()
        self._document.save(target)
        return packed(unpacked(target.getvalue()), first=(_TYPES, "_rels/.rels"))


def _fill(place: Any, paragraph: Knoten) -> None:
    """Put a paragraph in the place of all that a head or foot holds."""
    place.is_linked_to_previous = False
    root = place.part.element
    for child in list(root):
        root.remove(child)
    root.append(paragraph)
