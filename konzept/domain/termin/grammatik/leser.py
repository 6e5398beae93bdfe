"""The reader: a packrat cursor over the pieces of a text, so that every rule looks at every place once at most."""

from __future__ import annotations

from functools import wraps
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from konzept.domain.termin.grammatik.zeichen import Sorte, Zeichen

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

T = TypeVar("T")
_NEU = object()


class Leser:
    """The pieces of one text, what was already found at each place, and how often a rule was applied."""

    def __init__(self, zeichen: tuple[Zeichen, ...]) -> None:
        """Stand before the first piece."""
        self.zeichen = zeichen
        self.anwendungen = 0
        self.merker: dict[tuple[str, int], object] = {}
        self.klammerpartner: dict[int, int] = {}
        self.klammertiefe = self._klammern()
        self._nebensachen: set[int] = set()
        self._laenge = len(zeichen)
        self._ende = Zeichen(Sorte.ENDE, "", zeichen[-1].stop if zeichen else 0)

    def _klammern(self) -> tuple[int, ...]:
        """Count for each piece in how many closed pairs of brackets it stands, and note the pairs."""
        offen: list[int] = []
        tiefe = [0] * (len(self.zeichen) + 1)
        for i, zeichen in enumerate(self.zeichen):
            if zeichen.sorte is Sorte.AUF:
                offen.append(i)
            elif zeichen.sorte is Sorte.ZU and offen:
                auf = offen.pop()
                self.klammerpartner[auf], self.klammerpartner[i] = i, auf
                tiefe[auf + 1] += 1
                tiefe[i + 1] -= 1
        return tuple(accumulate(tiefe))

    def __len__(self) -> int:
        """Count the pieces."""
        return len(self.zeichen)

    def an(self, i: int) -> Zeichen:
        """Return the piece at a place, or an end piece beyond the text."""
        return self.zeichen[i] if 0 <= i < self._laenge else self._ende

    def ist(self, i: int, sorte: Sorte) -> bool:
        """Tell whether the piece at a place is of this kind."""
        return (self.zeichen[i] if 0 <= i < self._laenge else self._ende).sorte is sorte

    def wort(self, i: int, woerter: Collection[str]) -> bool:
        """Tell whether the piece at a place is one of these words."""
        return 0 <= i < self._laenge and self.zeichen[i].norm in woerter

    def merke_nebensache(self, i: int) -> None:
        """Note that a piece belongs to a number or name that is no Termin."""
        self._nebensachen.add(i)

    def ist_nebensache(self, i: int) -> bool:
        """Tell whether a piece belongs to a number or name that is no Termin."""
        return i in self._nebensachen

    def nach_punkt(self, i: int) -> int:
        """Step over the full stop of an abbreviation or ordinal number."""
        return i + 1 if self.ist(i, Sorte.PUNKT) and self.an(i).eng else i


def regel(
    funktion: Callable[[Leser, int], tuple[T, int] | None],
) -> Callable[[Leser, int], tuple[T, int] | None]:
    """Make a function a rule of the grammar: from a place to (what was read, place behind it), or None.

    What a rule finds at a place is kept, hence the number of applications is at most rules times pieces.
    """
    name = f"{funktion.__module__}.{funktion.__name__}"

    @wraps(funktion)
    def anwenden(leser: Leser, i: int) -> tuple[T, int] | None:
        gemerkt = leser.merker.get((name, i), _NEU)
        if gemerkt is _NEU:
            leser.anwendungen += 1
            gemerkt = leser.merker[name, i] = funktion(leser, i)
        return gemerkt  # type: ignore[return-value]  # the memo holds what this very rule returned

    return anwenden
