"""An OpenDocument spreadsheet in memory, emptied of the library's own template; the door to odfdo for sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from odfdo import Document, Element
from odfdo.xmlpart import XmlPart

from konzept.render.odf_eigenschaften import schreibe_eigenschaften
from konzept.render.odt_vokabular import VERSION
from konzept.render.schriftstueck_zip import packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.tabellenwerk import Tabellenwerk

_MANIFEST = "META-INF/manifest.xml"
_XML = ("content.xml", "meta.xml", "settings.xml", "styles.xml", _MANIFEST)
_LEFT_OUT = ("Thumbnails/", "Configurations2/", "manifest.rdf")
_EMPTIED = ("office:font-face-decls", "office:styles", "office:automatic-styles", "office:master-styles")


class OdsPaket:
    """A spreadsheet whose parts can be filled; it begins empty."""

    def __init__(self) -> None:
        self._document = Document.new("spreadsheet")
        self._parts = {name: self._part(name) for name in _XML}
        for name in ("content.xml", "styles.xml"):
            for section in _EMPTIED:
                for found in self._parts[name].get_elements(f"//{section}"):
                    found.clear()
        self._document.body.clear()
        for found in self._parts["settings.xml"].get_elements("//office:settings"):
            found.clear()
        for name in _XML:
            version = "manifest:version" if name == _MANIFEST else "office:version"
            self._parts[name].root.set_attribute(version, VERSION)
        for entry in self._parts[_MANIFEST].get_elements("//*[@manifest:version]"):
            entry.set_attribute("manifest:version", VERSION)

    def _part(self, name: str) -> XmlPart:
        part = self._document.get_part(name)
        if not isinstance(part, XmlPart):
            raise TypeError(f"{name} is missing")
        _ = part.root
        return part

    def ergaenze(self, section: str, knoten: Iterable[Knoten], part: str = "styles.xml") -> None:
        """Append elements to a section of a part."""
        place = self._parts[part].root.get_element(f"//{section}")
        if place is None:
            raise TypeError(f"{section} is missing")
        for one in knoten:
            place.append(Element.from_tag(one))

    def eigenschaften(self, werk: Tabellenwerk, sprache: str) -> None:
        """Write title, language and the rest of what is told about the workbook."""
        self._document.set_language(sprache)
        meta = self._document.meta
        for child in meta.meta_body.children:
            child.delete()
        schreibe_eigenschaften(meta, werk.titel, werk.metadaten.stand, werk.metadaten, sprache)

    def gepackt(self) -> bytes:
        """Return the package as bytes."""
        manifest = self._document.manifest
        for path in manifest.get_paths():
            if path and path.startswith(_LEFT_OUT):
                manifest.del_full_path(path)
        parts: dict[str, bytes] = {}
        for name in self._document.get_parts():
            if name.startswith(_LEFT_OUT) or name.endswith("/"):
                continue
            part = self._document.get_part(name)
            data = part.serialize() if isinstance(part, XmlPart) else part
            if data is not None:
                parts[name] = data.encode("utf-8") if isinstance(data, str) else data
        return packed(parts, first=("mimetype",), stored=("mimetype",))
