"""What the next Fassung is called: »Konzept« becomes »1. Fortschreibung«, »1. Fortschreibung« the second."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AUSGABE = r"[\w-]*(?:fortschreibung|aktualisierung|überarbeitung|änderung|auflage|ausgabe|fassung|version)\b"
_ZIFFERN = re.compile(rf"\b(\d{{1,3}})\.(?=\s*{_AUSGABE})", re.IGNORECASE)
_ZAHLWORT = re.compile(rf"\b(\w+)(e[nrs]?)(?=\s+{_AUSGABE})", re.IGNORECASE)
_ROEMISCH = re.compile(rf"\b([IVX]+)\.(?=\s*{_AUSGABE})", re.IGNORECASE)
_NUR_KONZEPT = re.compile(r"[\w-]*konzept", re.IGNORECASE)
_JAHR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

_ORDNUNGSZAHLEN = (
    *("erst", "zweit", "dritt", "viert", "fünft", "sechst"),
    *("siebt", "acht", "neunt", "zehnt", "elft", "zwölft"),
)
_ROEMISCHE = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class NextArt:
    """The art of the next Fassung; ``sure`` is False where the old wording does not say which one it is."""

    text: str
    sure: bool


def next_art(art: str, generation: int) -> NextArt:
    """Count an art up: by its ordinal, in digits, in words or in Roman numerals, whatever stands around it.

    »Konzept« and the like is followed by the first Fortschreibung. »Fortschreibung« without a number is counted
    by ``generation``, which is how many Fassungen there are in its line, it included. Any other art is a first
    edition. A year in the wording needs a look by a person.
    """
    counted = _counted(art)
    if counted is not None:
        return NextArt(counted, sure=_JAHR.search(counted) is None)
    if "fortschreibung" in art.casefold():
        return NextArt(f"{max(generation, 2)}. Fortschreibung", sure=False)
    return NextArt("1. Fortschreibung", sure=_NUR_KONZEPT.fullmatch(art) is not None)


def _counted(art: str) -> str | None:
    if found := _ZIFFERN.search(art):
        return f"{art[: found.start(1)]}{int(found[1]) + 1}{art[found.end(1) :]}"
    for pattern, row in ((_ZAHLWORT, _ORDNUNGSZAHLEN), (_ROEMISCH, _ROEMISCHE)):
        for found in pattern.finditer(art):
            places = {word.casefold(): place for place, word in enumerate(row[:-1])}
            place = places.get(found[1].casefold())
            if place is not None:
                return f"{art[: found.start(1)]}{_in_case_of(found[1], row[place + 1])}{art[found.end(1) :]}"
    return None


def _in_case_of(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[0].isupper() else new.lower()


def names_a_year(text: str) -> bool:
    """Tell whether a text names a year that may not be true of the next Fassung."""
    return _JAHR.search(text) is not None
