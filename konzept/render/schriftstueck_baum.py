"""The only door to lxml: makes the elements of an XML document by their prefixed names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types; nothing else imports it

if TYPE_CHECKING:
    from collections.abc import Mapping

_XML = "http://www.w3.org/XML/1998/namespace"

Knoten: TypeAlias = Any
"""An element of lxml."""

Attribute: TypeAlias = "Mapping[str, str | int | None]"
"""Attributes by their prefixed names; None leaves one out."""


class Baum:
    """Makes elements whose names have prefixes of one vocabulary, such as ``text:p``."""

    def __init__(self, namensraeume: Mapping[str, str]) -> None:
        self.namensraeume = dict(namensraeume)
        self._names: dict[str, str] = {}

    def name(self, name: str) -> str:
        """Return ``text:p`` as lxml writes it."""
        if name not in self._names:
            prefix, _, local = name.partition(":")
            uri = _XML if prefix == "xml" else self.namensraeume[prefix]
            self._names[name] = f"{{{uri}}}{local}"
        return self._names[name]

    def wurzel(self, name: str, attribute: Attribute | None = None) -> Knoten:
        """Make an element that stands alone."""
        return etree.Element(self.name(name), self._fit(attribute), nsmap=self.namensraeume)

    def kind(self, eltern: Knoten, name: str, attribute: Attribute | None = None, text: str = "") -> Knoten:
        """Append an element with its words to another."""
        made = etree.SubElement(eltern, self.name(name), self._fit(attribute))
        if text:
            made.text = text
        return made

    def _fit(self, attribute: Attribute | None) -> dict[str, str]:
        return {self.name(name): str(value) for name, value in (attribute or {}).items() if value is not None}


def aufgeloest(ort: Knoten) -> None:
    """Put all that an element holds in its own place.

    To fill an element where its content belongs, and to dissolve it then, takes a moment; to move a large content
    from one tree into another takes lxml a time that grows with its square.
    """
    for child in list(ort):
        ort.addprevious(child)
    ort.getparent().remove(ort)


def anhaengen(eltern: Knoten, text: str) -> None:
    """Append words behind everything an element holds."""
    if len(eltern):
        eltern[-1].tail = (eltern[-1].tail or "") + text
    else:
        eltern.text = (eltern.text or "") + text
