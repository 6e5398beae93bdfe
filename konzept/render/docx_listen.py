"""The lists of a Word document: bullets and numbers, with a numbering of its own for every numbered list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import WML, twips

if TYPE_CHECKING:
    from konzept.render.schriftstueck_baum import Knoten

LISTENEBENEN = 9
_EINZUG = 5.0
"""Millimetres by which a list lies deeper than the one around it."""


class Listen:
    """Gives out the numberings; ``abstrakt`` and ``erste`` are the first numbers that the document has free."""

    def __init__(self, abstrakt: int, erste: int) -> None:
        self.arten = [
            _kind_of_list(abstrakt, numbered=False),
            _kind_of_list(abstrakt + 1, numbered=True),
        ]
        self.nummern: list[Knoten] = []
        self._abstract = abstrakt
        self._next = erste
        self._bullets: int | None = None

    def nummer(self, beginn: int | None, ebene: int) -> int:
        """Return the numbering of a list on a level: all bullets share one, a numbered list counts by itself."""
        if beginn is None and self._bullets is not None:
            return self._bullets
        number, self._next = self._next, self._next + 1
        made = WML.wurzel("w:num", {"w:numId": number})
        WML.kind(made, "w:abstractNumId", {"w:val": self._abstract + (beginn is not None)})
        if beginn is None:
            self._bullets = number
        else:
            override = WML.kind(made, "w:lvlOverride", {"w:ilvl": ebene})
            WML.kind(override, "w:startOverride", {"w:val": beginn})
        self.nummern.append(made)
        return number


def _kind_of_list(number: int, *, numbered: bool) -> Knoten:
    kind = WML.wurzel("w:abstractNum", {"w:abstractNumId": number})
    WML.kind(kind, "w:multiLevelType", {"w:val": "multilevel"})
    for level in range(LISTENEBENEN):
        made = WML.kind(kind, "w:lvl", {"w:ilvl": level})
        WML.kind(made, "w:start", {"w:val": 1})
        WML.kind(made, "w:numFmt", {"w:val": "decimal" if numbered else "bullet"})
        sign = f"%{level + 1}." if numbered else "–" if level % 2 else "•"
        WML.kind(made, "w:lvlText", {"w:val": sign})
        WML.kind(made, "w:lvlJc", {"w:val": "left"})
        indent = {"w:left": einzug(level), "w:hanging": twips(_EINZUG)}
        WML.kind(WML.kind(made, "w:pPr"), "w:ind", indent)
    return kind


def einzug(ebene: int) -> int:
    """Return how far the words of a list on a level (from 0) stand from the margin, in twentieths of a point."""
    return twips(_EINZUG * (ebene + 1))


def ergaenzte_listen(wurzel: Knoten, listen: Listen) -> None:
    """Put the kinds of lists behind those that the document has, and the numberings behind its numberings."""
    if not listen.nummern:
        return
    for name, elements in (("w:abstractNum", listen.arten), ("w:num", listen.nummern)):
        before = [place for place, child in enumerate(wurzel) if child.tag in _up_to(name)]
        position = max(before, default=-1) + 1
        for offset, element in enumerate(elements):
            wurzel.insert(position + offset, element)


def _up_to(name: str) -> set[str]:
    """Return the elements that stand before the end of this kind (ECMA-376 part 1, 17.9.16)."""
    order = ("w:numPicBullet", "w:abstractNum", "w:num")
    return {WML.name(one) for one in order[: order.index(name) + 1]}
