"""The language in which a page refers to a note: a note that leaves its text takes the language along (WCAG 3.1.2)."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TypeAlias

Sprache: TypeAlias = tuple[str, str]
"""``lang`` and ``dir`` of a text that is not in the language of the page; both empty for one that is."""

DEUTSCH: Sprache = ("", "")
STELLE = "fussnote-stelle"
_OHNE_ENDE = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


def sprachen_der_stellen(seite: str) -> list[Sprache]:
    """Return the language of each element STELLE of a page, as the elements around it name it."""
    if seite.count(' lang="') <= 1:
        return []
    leser = _Leser()
    leser.feed(seite)
    return leser.gefunden


class _Leser(HTMLParser):
    """Goes through a page once and remembers which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.gefunden: list[Sprache] = []
        self._offen: list[tuple[str, Sprache]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sprache = self._offen[-1][1] if self._offen else DEUTSCH
        lang = dict(attrs).get("lang")
        if lang and tag != "html":
            sprache = (lang, dict(attrs).get("dir") or "")
        if tag == STELLE:
            self.gefunden.append(sprache)
        if tag not in _OHNE_ENDE:
            self._offen.append((tag, sprache))

    def handle_endtag(self, tag: str) -> None:
        for stelle in range(len(self._offen) - 1, max(len(self._offen) - 9, -1), -1):
            if self._offen[stelle][0] == tag:
                del self._offen[stelle:]
                return
