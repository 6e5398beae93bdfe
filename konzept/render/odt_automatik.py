"""The automatic styles of an OpenDocument text: what one paragraph, cell or column has besides its named style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_vokabular import ODF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.schriftstueck_baum import Attribute, Knoten

_LABELS = {
    "paragraph": "Absatz",
    "table": "Tabelle",
    "table-column": "Spalte",
    "table-row": "Zeile",
    "table-cell": "Zelle",
    "text": "Zeichen",
    "graphic": "Bild",
}


class Automatik:
    """Collects automatic styles; equal ones are one. ``vergeben`` are the names that the document has already."""

    def __init__(self, vergeben: frozenset[str] = frozenset()) -> None:
        self.stile: list[Knoten] = []
        self._names: dict[object, str] = {}
        self._taken = vergeben

    def name(
        self,
        family: str,
        properties: Mapping[str, Attribute],
        basis: str | None = None,
        page: str | None = None,
    ) -> str:
        """Return the name of the style of this family with these properties, by the element that holds them.

        ``basis`` is the named style it is made from, ``page`` the master page that begins with it.
        """
        fitting = {
            element: {name: value for name, value in attributes.items() if value is not None}
            for element, attributes in properties.items()
        }
        key = (
            family,
            basis,
            page,
            tuple((element, tuple(found.items())) for element, found in fitting.items()),
        )
        if key not in self._names:
            self._names[key] = self._new_name(family)
            style = ODF.wurzel(
                "style:style",
                {
                    "style:name": self._names[key],
                    "style:family": family,
                    "style:parent-style-name": basis,
                    "style:master-page-name": page,
                },
            )
            for element, found in fitting.items():
                ODF.kind(style, element, found)
            self.stile.append(style)
        return self._names[key]

    def _new_name(self, family: str) -> str:
        number = len(self.stile) + 1
        while (name := f"Kz{_LABELS[family]}{number}") in self._taken:
            number += 1
        self._taken |= {name}
        return name
