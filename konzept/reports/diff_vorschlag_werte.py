"""The values of a suggested pairing: which old id may be which new item, how alike they are, and where to write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.diagnostics import Location
    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.element import Ebene
    from konzept.reports.diff_werte import Ort


@dataclass(frozen=True, slots=True)
class Wertung:
    """How alike two items are, in thousandths: as a whole, and in what; None where one side says nothing of it."""

    gesamt: int
    titel: int
    text: int | None = None
    akteure: int | None = None
    ort: int | None = None


@dataclass(frozen=True, slots=True)
class Ersetzung:
    """A stretch of one line of a file that becomes ``text``; ``zeile`` is the whole line as it stands."""

    stelle: Location
    zeile: str
    text: str

    @property
    def statt(self) -> str:
        """What stands there now."""
        anfang = self.stelle.spalte - 1
        return self.zeile[anfang : anfang + self.stelle.laenge]

    @property
    def neue_zeilen(self) -> list[str]:
        """The line, or lines, that take the place of the one that is there."""
        anfang = self.stelle.spalte - 1
        ende = anfang + self.stelle.laenge
        return f"{self.zeile[:anfang]}{self.text}{self.zeile[ende:]}".split("\n")


@dataclass(frozen=True, slots=True)
class Einfuegung:
    """How the new item takes the old id: ``id`` writes it, with the mark that this was inferred.

    ``geklammert`` is an item within braces, where both stand on one line. ``weitere`` are the other places that name
    the item by the id it loses, and where the mark says otherwise.
    """

    id: Ersetzung
    geklammert: bool
    weitere: tuple[Ersetzung, ...] = ()


@dataclass(frozen=True, slots=True)
class Kandidat:
    """Another item that is nearly as alike."""

    ort: Ort
    eltern: Ort | None
    gesamt: int


@dataclass(frozen=True, slots=True)
class Paar:
    """One suggestion: the old id ``alt`` may be the new item ``neu``. To be judged by a person.

    ``einfuegung`` is None where the id is written in a way that no program should touch; ``stelle`` is where.
    ``auch_neu`` is the new item that would be next for the old one, ``auch_alt`` the other way round; None where
    nothing else reaches the threshold.
    """

    ebene: Ebene
    alt: Ort
    neu: Ort
    eltern_alt: Ort | None
    eltern_neu: Ort | None
    wertung: Wertung
    stelle: Location
    einfuegung: Einfuegung | None
    auch_neu: Kandidat | None = None
    auch_alt: Kandidat | None = None


@dataclass(frozen=True, slots=True)
class Verbleibgeruest:
    """Where the account of what has no counterpart goes in the frame of the new Fassung.

    It is put behind line ``zeile``, ``tiefe`` columns in; ``schluessel`` are the keys that are still missing above
    the entries (verbleib, the old Fassung, eintraege). ``zeile`` is None where an account stands already in brackets
    or on one line: there only a person can put it.
    """

    datei: str
    zeile: int | None
    tiefe: int
    schluessel: tuple[str, ...]
    orte: tuple[Ort, ...]


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """The suggested pairing of what two Fassungen do not have in common by id.

    ``offen_alt`` and ``offen_neu`` have no counterpart; ``zu_gross`` are the levels with too many items to compare.
    ``geruest`` is None where nothing is open or nobody owes an account.
    """

    alt: str
    neu: str
    paare: tuple[Paar, ...]
    offen_alt: tuple[Ort, ...]
    offen_neu: tuple[Ort, ...]
    zu_gross: tuple[Ebene, ...]
    geruest: Verbleibgeruest | None
    bezeichnungen: Mapping[Begriff, Bezeichnung]
