"""A Fassung in another language or in Leichte Sprache: what is written in it, and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.reports.konzept_bezuege import verweis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.einstellungen import Bezeichnung
    from konzept.domain.element import Planelement
    from konzept.domain.fassung import Fassung, Rahmen, Stelle
    from konzept.domain.plan import Plan
    from konzept.reports.konzept_bezuege import Verweis

LEICHT = "leicht"
"""The name of Leichte Sprache beside the codes of languages; no language has it (ISO 639, two or three letters)."""


@dataclass(frozen=True, slots=True)
class Sprachabschnitt:
    """One level of the plan, or the Fassung as a whole where ``verweis`` is None; ``text`` is None for a gap.

    ``text_darunter``: something below it has a text, so that its heading leads to one. ``eltern`` is the id above it.
    """

    verweis: Verweis | None
    text: str | None
    text_darunter: bool = False
    eltern: str | None = None

    @property
    def ebene(self) -> Ebene:
        """The level it is of."""
        return self.verweis.ebene if self.verweis else Ebene.FASSUNG

    @property
    def gezeigt(self) -> bool:
        """Whether it has a place in the text; the others are only named among the gaps."""
        return self.text is not None or self.text_darunter


@dataclass(frozen=True, slots=True)
class Sprachstand:
    """How much of a Fassung is written in one language: of each level that it has, the texts there and all."""

    sprache: str
    je_ebene: dict[Ebene, tuple[int, int]]

    @property
    def vorhanden(self) -> int:
        """The texts that are there."""
        return sum(da for da, _ in self.je_ebene.values())

    @property
    def gesamt(self) -> int:
        """The texts that there could be."""
        return sum(alle for _, alle in self.je_ebene.values())


@dataclass(frozen=True, slots=True)
class Sprachfassung:
    """Every level in reading order with its text in one language; nothing is translated by a machine.

    ``stand`` says how much is written in this language, ``staende`` in all in which anything is.
    """

    fassung: str
    koerperschaft: str | None
    rahmen: Rahmen
    sprache: str
    bezeichnungen: dict[Begriff, Bezeichnung]
    abschnitte: tuple[Sprachabschnitt, ...]
    stand: Sprachstand
    staende: tuple[Sprachstand, ...]

    @property
    def luecken(self) -> tuple[Sprachabschnitt, ...]:
        """The levels without a text in this language."""
        return tuple(one for one in self.abschnitte if one.text is None)

    @property
    def ohne_ort(self) -> tuple[tuple[Sprachabschnitt, bool], ...]:
        """The gaps that have no place in the text, each with whether something below it goes with it."""
        fehlend = [one for one in self.abschnitte if one.verweis and not one.gezeigt]
        ids = {one.verweis.id for one in fehlend if one.verweis}
        darueber = {one.eltern for one in fehlend}
        return tuple(
            (one, one.verweis.id in darueber) for one in fehlend if one.verweis and one.eltern not in ids
        )

    @property
    def ist_leicht(self) -> bool:
        """Whether it is German in Leichte Sprache."""
        return self.sprache == LEICHT


def sprachen(fassung: Fassung) -> tuple[str, ...]:
    """Return the languages in which at least one text is written: Leichte Sprache first, then by their codes."""
    elemente = [one for one, _ in _elemente(fassung)]
    leicht = [LEICHT] if any(one.leichte_sprache for one in elemente) else []
    return (*leicht, *sorted({name for one in elemente for name in one.texte}))


def sprachstaende(fassung: Fassung) -> tuple[Sprachstand, ...]:
    """Count what is written in each language, level by level."""
    return tuple(_stand(fassung, sprache) for sprache in sprachen(fassung))


def sprachfassung(plan: Plan, fassung: Fassung, sprache: str) -> Sprachfassung:
    """Collect the texts in one language (a key of ``texte``) or in Leichte Sprache (``LEICHT``)."""
    einstellungen = plan.einstellungen
    tragend = {
        eltern.id
        for one, stelle in _elemente(fassung)
        if stelle and _text(one, sprache) is not None
        for eltern in (stelle.feld, stelle.ziel)
        if eltern
    }
    return Sprachfassung(
        fassung=fassung.id,
        koerperschaft=einstellungen.koerperschaft,
        rahmen=fassung.rahmen,
        sprache=sprache,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        abschnitte=tuple(
            Sprachabschnitt(
                verweis(stelle) if stelle else None,
                _text(one, sprache),
                text_darunter=stelle is not None and stelle.id in tragend,
                eltern=stelle.eltern if stelle else None,
            )
            for one, stelle in _elemente(fassung)
        ),
        stand=_stand(fassung, sprache),
        staende=sprachstaende(fassung),
    )


def _stand(fassung: Fassung, sprache: str) -> Sprachstand:
    je_ebene: dict[Ebene, tuple[int, int]] = {}
    for one, stelle in _elemente(fassung):
        ebene = stelle.ebene if stelle else Ebene.FASSUNG
        da, alle = je_ebene.get(ebene, (0, 0))
        je_ebene[ebene] = da + (_text(one, sprache) is not None), alle + 1
    return Sprachstand(sprache, {ebene: je_ebene[ebene] for ebene in Ebene if ebene in je_ebene})


def _text(element: Planelement, sprache: str) -> str | None:
    return element.leichte_sprache if sprache == LEICHT else element.texte.get(sprache)


def _elemente(fassung: Fassung) -> Iterator[tuple[Planelement, Stelle | None]]:
    yield fassung.rahmen, None
    for stelle in fassung.stellen():
        yield stelle.gegenstand, stelle
