"""An OpenDocument package in memory, empty or a county's template; the door to odfdo."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from odfdo import Document, Element
from odfdo.element import PREV_SIBLING
from odfdo.xmlpart import XmlPart

from konzept.render.odf_eigenschaften import schreibe_eigenschaften
from konzept.render.odt_vokabular import ODF, VERSION
from konzept.render.schriftstueck_vorlage import MARKE, VorlageError
from konzept.render.schriftstueck_zip import packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_vorlage import Vorlage

_MANIFEST = "META-INF/manifest.xml"
_XML = ("content.xml", "meta.xml", "settings.xml", "styles.xml", _MANIFEST)
_NEEDED = {
    "content.xml": "/office:document-content/office:body/office:text",
    "meta.xml": "/office:document-meta/office:meta",
    "styles.xml": "/office:document-styles",
    _MANIFEST: "/manifest:manifest",
}
"""What a text document cannot do without."""

_LEFT_OUT = ("Thumbnails/", "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml")
"""Parts of a template that speak of the template alone: its picture, the signatures of its author."""

_LEFT_OUT_OF_NEW = (*_LEFT_OUT, "Configurations2/", "manifest.rdf")
_ORDER = (
    "office:font-face-decls",
    "office:styles",
    "office:automatic-styles",
    "office:master-styles",
    "office:body",
)
"""The sections of an XML part in their order (ODF 1.3 part 3, 3.1.3.2 and 3.1.3.3)."""

_BROKEN = (AttributeError, IndexError, KeyError, SyntaxError, TypeError, ValueError)
"""What odfdo and lxml raise for parts that they cannot understand; lxml's XMLSyntaxError is a SyntaxError."""


class OdtPaket:
    """A text document whose parts can be filled; ``neu`` and ``aus`` make one."""

    def __init__(self, document: Document, left_out: tuple[str, ...]) -> None:
        self._document = document
        self._left_out = left_out
        self._parts = {name: self._part(name) for name in _XML if name in document.get_parts()}

    @classmethod
    def neu(cls) -> OdtPaket:
        """Return an empty document: of odfdo's own template only the settings stay, without its author's window."""
        package = cls(Document.new("text"), _LEFT_OUT_OF_NEW)
        for name in ("content.xml", "styles.xml"):
            for section in _ORDER[:-1]:
                for found in package._parts[name].get_elements(f"//{section}"):
                    found.clear()
        package._document.body.clear()
        for views in package._parts["settings.xml"].get_elements("//*[@config:name='ooo:view-settings']"):
            views.delete()
        for keep in package._parts["settings.xml"].get_elements("//*[@config:name='TableRowKeep']"):
            keep.text = (
                "true"  # LibreOffice: a row whose paragraphs stay with what follows stays with the next row
            )
        for name in _XML:
            version = "manifest:version" if name == _MANIFEST else "office:version"
            package._parts[name].root.set_attribute(version, VERSION)
        for entry in package._parts[_MANIFEST].get_elements("//*[@manifest:version]"):
            entry.set_attribute("manifest:version", VERSION)
        return package

    @classmethod
    def aus(cls, vorlage: Vorlage) -> OdtPaket:
        """Return a document made of a template; raises VorlageError for one that is locked or broken."""
        if b"encryption-data" in vorlage.teile.get(_MANIFEST, b""):
            raise VorlageError(
                f"Die Vorlage »{vorlage.name}« ist mit einem Kennwort geschützt.",
                "Speichern Sie sie ohne Kennwort.",
            )
        try:
            package = cls(Document.new(io.BytesIO(vorlage.daten)), _LEFT_OUT)
            whole = all(package._parts[part].get_elements(path) for part, path in _NEEDED.items())
        except _BROKEN as error:
            raise vorlage.beschaedigt() from error
        if not whole:
            raise vorlage.beschaedigt()
        return package

    def _part(self, name: str) -> XmlPart:
        part = self._document.get_part(name)
        if not isinstance(part, XmlPart):
            raise TypeError(f"{name} is missing")
        _ = part.root
        return part

    def _section(self, part: str, section: str) -> Element:
        """Return a section of a part, made where it is missing."""
        root = self._parts[part].root
        found = root.get_element(section)
        if found is None:
            before = [root.get_element(name) for name in _ORDER[: _ORDER.index(section)]]
            position = max((root.index(child) + 1 for child in before if child is not None), default=0)
            root.insert(Element.from_tag(section), position=position)
            found = root.get_element(section)
        if found is None:
            raise TypeError(f"{section} cannot be made")
        return found

    def stilnamen(self) -> dict[tuple[str, str], str]:
        """Return the names of the named styles by their kind and their names, inner and shown, in small letters."""
        names: dict[tuple[str, str], str] = {}
        for style in self._section("styles.xml", "office:styles").children:
            name = style.get_attribute_string("style:name")
            kind = style.get_attribute_string("style:family") or style.tag
            for known in (name, style.get_attribute_string("style:display-name")):
                if name and known:
                    names.setdefault((kind, known.casefold()), name)
        return names

    def automatische_namen(self) -> frozenset[str]:
        """Return the names that single elements of the document have given to their styles."""
        section = self._section("content.xml", "office:automatic-styles")
        return frozenset(
            name for style in section.children if (name := style.get_attribute_string("style:name"))
        )

    def ergaenze(self, section: str, knoten: Iterable[Knoten], part: str = "styles.xml") -> None:
        """Append styles to a section of a part."""
        place = self._section(part, section)
        for one in knoten:
            place.append(Element.from_tag(one))

    def vorlagenseiten(self) -> list[Element]:
        """Return the properties of all page layouts, that of the first page of the text first."""
        styles = self._parts["styles.xml"]
        masters = styles.get_elements("//style:master-page")
        standard = [page for page in masters if page.get_attribute("style:name") == "Standard"]
        first = [page.get_attribute("style:page-layout-name") for page in [*standard, *masters][:1]]
        layouts = styles.get_elements("//style:page-layout")
        layouts.sort(key=lambda layout: layout.get_attribute("style:name") not in first)
        return [found for layout in layouts for found in layout.get_elements("style:page-layout-properties")]

    def marke(self) -> Element | None:
        """Return the paragraph that the content takes the place of; raises VorlageError if there are several."""
        body = self._document.body
        found = [
            line
            for line in body.get_elements("descendant::text:p | descendant::text:h")
            if line.inner_text.strip() == MARKE
        ]
        if len(found) > 1:
            raise VorlageError(
                f"In der Vorlage steht »{MARKE}« {len(found)}-mal.", "Lassen Sie die Marke einmal stehen."
            )
        return found[0] if found else None

    def seite_der_marke(self, marke: Element | None) -> str | None:
        """Return the name of the page that begins with the marker's paragraph, which its style knows."""
        if marke is None:
            return None
        style = marke.get_attribute_string("text:style-name")
        for found in self._section("content.xml", "office:automatic-styles").children:
            if found.get_attribute_string("style:name") == style:
                return found.get_attribute_string("style:master-page-name") or None
        return None

    def baustelle(self, marke: Element | None) -> Knoten:
        """Return an element to write the content into, in the place of the marker or at the end of the text."""
        place = ODF.wurzel("office:text")
        if marke is None:
            self._document.body.append(Element.from_tag(place))
        else:
            marke.insert(Element.from_tag(place), xmlposition=PREV_SIBLING)
            marke.delete()
        return place

    def bild(self, teil: str, medientyp: str, daten: bytes) -> None:
        """Add a picture under its name in the package."""
        package = self._document.container
        if package is None:
            raise TypeError("the document has no package")
        package.set_part(teil, daten)
        self._document.manifest.add_full_path(teil, medientyp)

    def eigenschaften(self, stueck: Schriftstueck, sprache: str) -> None:
        """Write title, language and the rest of what is told about the document; drop what the template said."""
        self._document.set_language(sprache)
        meta = self._document.meta
        for child in meta.meta_body.children:
            if child.tag != "meta:user-defined":
                child.delete()
        schreibe_eigenschaften(meta, stueck.titel, stueck.untertitel, stueck.metadaten, sprache)

    def gepackt(self) -> bytes:
        """Return the package as bytes."""
        manifest = self._document.manifest
        for path in manifest.get_paths():
            if path and path.startswith(self._left_out):
                manifest.del_full_path(path)
        parts: dict[str, bytes] = {}
        for name in self._document.get_parts():
            if name.startswith(self._left_out) or name.endswith("/"):
                continue
            part = self._document.get_part(name)
            data = part.serialize() if isinstance(part, XmlPart) else part
            if data is not None:
                parts[name] = data.encode("utf-8") if isinstance(data, str) else data
        return packed(parts, first=("mimetype",), stored=("mimetype",))
