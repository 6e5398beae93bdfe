"""The reader: a packrat cursor over the pieces of a text, so that every rule looks at every place once at most."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from konzept.domain.termin.zeichen import Sorte, Zeichen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

T = TypeVar("T")


class Leser:
    """The pieces of one text, what was already found at each place, and how often a rule was applied."""

    def __init__(self, zeichen: tuple[Zeichen, ...]) -> None:
        """Stand before the first piece."""
        self.zeichen = zeichen
        self.anwendungen = 0
        self.merker: dict[tuple[str, int], object] = {}
        self.klammertiefe = self._klammern()
        self._ende = Zeichen(Sorte.ENDE, "", zeichen[-1].stop if zeichen else 0)

    def _klammern(self) -> tuple[int, ...]:
        """Count for each piece how many brackets are open before it."""
        tiefe, ergebnis = 0, []
        for zeichen in self.zeichen:
            ergebnis.append(tiefe)
            tiefe += (zeichen.sorte is Sorte.AUF) - (zeichen.sorte is Sorte.ZU and tiefe > 0)
        return tuple(ergebnis)

    def __len__(self) -> int:
        """Count the pieces."""
        return len(self.zeichen)

    def an(self, i: int) -> Zeichen:
        """Return the piece at a place, or an end piece beyond the text."""
        return self.zeichen[i] if 0 <= i < len(self.zeichen) else self._ende

    def ist(self, i: int, sorte: Sorte) -> bool:
        """Tell whether the piece at a place is of this kind."""
        return self.an(i).sorte is sorte

    def wort(self, i: int, woerter: Collection[str]) -> bool:
        """Tell whether the piece at a place is one of these words."""
        return self.an(i).norm in woerter and self.an(i).sorte is Sorte.WORT

    def nach_punkt(self, i: int) -> int:
        """Step over the full stop of an abbreviation or ordinal number."""
        return i + 1 if self.ist(i, Sorte.PUNKT) and self.an(i).eng else i


def regel(funktion: Callable[[Leser, int], tuple[T, int] | None]) -> Callable[[Leser, int], tuple[T, int] | None]:
    """Make a function a rule of the grammar: from a place to (what was read, place behind it), or None.

    What a rule finds at a place is kept, hence the number of applications is at most rules times pieces.
    """
    name = f"{funktion.__module__}.{funktion.__name__}"

    @wraps(funktion)
    def anwenden(leser: Leser, i: int) -> tuple[T, int] | None:
        schluessel = (name, i)
        if schluessel not in leser.merker:
            leser.anwendungen += 1
            leser.merker[schluessel] = funktion(leser, i)
        return leser.merker[schluessel]  # type: ignore[return-value]  # the memo holds what this very rule returned

    return anwenden
