"""The same Maßnahme twice in a Fassung: found by equal wording, or by rare words that two of them share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from konzept.diagnostics import Severity, Verwandt
from konzept.domain.handlungsfeld import Massnahme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.element import Planelement
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan

_WORT = re.compile(r"[^\W_]+")
_KURZ = 3
"""Texts of fewer words say too little to be called the same."""

_INHALTSWORT = 5
"""So many letters a word has that tells one Maßnahme from another."""

SELTEN = 4
"""A word is rare that stands in two to so many Maßnahmen: each makes few pairs, however large the plan."""

_GEMEINSAME = 3
_ANTEIL = 0.5


def gleiche(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Two Maßnahmen of a Fassung with the same wording have a Querbezug between them."""
    for fassung in plan.fassungen:
        nach_wortlaut: dict[tuple[str, ...], list[Stelle]] = defaultdict(list)
        for stelle, massnahme in _massnahmen(fassung, source):
            worte = tuple(_WORT.findall(massnahme.text.casefold()))
            if len(worte) >= _KURZ:
                nach_wortlaut[worte].append(stelle)
        for stellen in nach_wortlaut.values():
            if len(stellen) > 1:
                for stelle in stellen[1:]:
                    if not _verbunden(stellen[0], stelle):
                        yield _befund(
                            "massnahme-doppelt", "hat denselben Wortlaut wie »{}«", stelle, stellen[0], source
                        )


def aehnliche(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Two Maßnahmen of a Fassung that share most of their words, rare ones among them, have a Querbezug."""
    for fassung in plan.fassungen:
        stellen: list[Stelle] = []
        worte: list[frozenset[str]] = []
        texte: list[str] = []
        for stelle, massnahme in _massnahmen(fassung, source):
            stellen.append(stelle)
            texte.append(massnahme.text)
            worte.append(_inhaltsworte(f"{massnahme.titel or ''} {massnahme.text}"))
        for a, b in _paare(worte):
            gleich = _WORT.findall(texte[a].casefold()) == _WORT.findall(texte[b].casefold())
            if not gleich and not _verbunden(stellen[a], stellen[b]):
                yield _befund("massnahme-aehnlich", "gleicht »{}« sehr", stellen[b], stellen[a], source)


def _massnahmen(fassung: Fassung, source: SourceMap) -> Iterator[tuple[Stelle, Massnahme]]:
    for stelle in fassung.massnahmen():
        # what the loader put in place of a missing text is no wording
        if isinstance(stelle.gegenstand, Massnahme) and (*stelle.pfad, "text") not in source.faulty:
            yield stelle, stelle.gegenstand


def _inhaltsworte(text: str) -> frozenset[str]:
    return frozenset(wort for wort in _WORT.findall(text.casefold()) if len(wort) >= _INHALTSWORT)


def _paare(worte: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs that share enough, each later one with the first it is like; without comparing all with all."""
    orte: dict[str, list[int]] = defaultdict(list)
    for i, menge in enumerate(worte):
        for wort in menge:
            orte[wort].append(i)
    gemeinsam: Counter[tuple[int, int]] = Counter()
    for stellen in orte.values():
        if 1 < len(stellen) <= SELTEN:
            gemeinsam.update(combinations(stellen, 2))
    erste: dict[int, int] = {}
    for (a, b), zahl in sorted(gemeinsam.items()):
        aehnlich = len(worte[a] & worte[b]) >= _ANTEIL * len(worte[a] | worte[b])
        if zahl >= _GEMEINSAME and aehnlich:
            erste.setdefault(b, a)
    return sorted((a, b) for b, a in erste.items())


def _verbunden(eine: Stelle, andere: Stelle) -> bool:
    """Tell whether a Querbezug leads from one to the other, or between what they stand under."""
    return bool(_genannte(eine) & _ids(andere) or _genannte(andere) & _ids(eine))


def _genannte(stelle: Stelle) -> set[str]:
    elemente: tuple[Planelement | None, ...] = (stelle.gegenstand, stelle.ziel)
    return {querbezug.ziel for element in elemente if element for querbezug in element.querbezuege}


def _ids(stelle: Stelle) -> set[str]:
    return {one.id for one in (stelle.gegenstand, stelle.ziel, stelle.feld) if one}


def _befund(code: str, wie: str, stelle: Stelle, erste: Stelle, source: SourceMap) -> Befund:
    return source.befund(
        code,
        Severity.HINWEIS,
        source.value((*stelle.pfad, "text")),
        f"Die Maßnahme »{stelle.id}« {wie.format(erste.id)}.",
        f"Gehören beide zusammen, sagt es ein Querbezug: »querbezuege: [{{ziel: {erste.id}, art: identisch}}]«. "
        "Sonst streichen Sie eine, oder sagen Sie, worin sie sich unterscheiden.",
        verwandte=(Verwandt(source.value((*erste.pfad, "id"))),),
    )
