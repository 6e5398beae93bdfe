"""What a Synopse is made of: sections of rows, each row one id of the plan, or several that need no row each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.element import Ebene
    from konzept.domain.fassung import Rahmen
    from konzept.reports.diff_codes import Feld
    from konzept.reports.diff_werte import Aenderung, Art, FeldAenderung, Inhalt, Namen, Ort, Vergleich


@dataclass(frozen=True, slots=True)
class Gegenueber:
    """What stands on both sides, None where one holds nothing of the kind; ``aenderung`` if it differs."""

    alt: Inhalt | None
    neu: Inhalt | None
    aenderung: FeldAenderung | None = None


@dataclass(frozen=True, slots=True)
class Angabe:
    """One field of a row: a single value, or a list with its unchanged items, so that both sides can be read.

    ``verglichen`` is false for texts of which at least one is only a summary: their words prove nothing.
    """

    feld: Feld
    werte: tuple[Gegenueber, ...]
    verglichen: bool = True


@dataclass(frozen=True, slots=True)
class Stellenzeile:
    """A row for one id. ``titel`` heads both sides; a side has none where its text speaks for itself.

    ``begruendung`` is the reason that the new side gives for taking the id up or changing it. ``hinweise`` are notes
    that only the new side has. ``uebertragungen`` are easy language and translations that differ: nobody adopted them,
    so they are named and not shown. ``begruendung_fehlt``: something was taken back, and no reason is documented.
    """

    aenderung: Aenderung
    titel: Gegenueber
    angaben: tuple[Angabe, ...] = ()
    begruendung: str | None = None
    hinweise: tuple[str, ...] = ()
    uebertragungen: tuple[FeldAenderung, ...] = ()
    zusammenfassung_alt: bool = False
    zusammenfassung_neu: bool = False
    begruendung_fehlt: bool = False


@dataclass(frozen=True, slots=True)
class Verweiszeile:
    """A row at the old place of an id that stands elsewhere now, for those who look for it there."""

    aenderung: Aenderung


@dataclass(frozen=True, slots=True)
class Sammelzeile:
    """One row for neighbours that are all unchanged, or all not documented on one side.

    ``massnahmen`` counts what stands below the named ones.
    """

    art: Art
    aenderungen: tuple[Aenderung, ...]
    massnahmen: int = 0


Zeile: TypeAlias = Stellenzeile | Verweiszeile | Sammelzeile


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """The frame of the Fassung, the Leitziele, one Handlungsfeld, or several that can be told in one sentence.

    ``koepfe`` are the Leitziele or Handlungsfelder. ``gefaltet`` says what is true of all of them, and there are no
    rows; ``ziele`` and ``massnahmen`` then count what they hold.
    """

    ebene: Ebene
    koepfe: tuple[Aenderung, ...] = ()
    zeilen: tuple[Zeile, ...] = ()
    gefaltet: Art | None = None
    ziele: int = 0
    massnahmen: int = 0


@dataclass(frozen=True, slots=True)
class Synopse:
    """Two Fassungen side by side; ``vergleich`` is the comparison that every row comes from.

    ``orte_alt`` are the ids of the old Fassung under the numbers and titles they had there.
    """

    koerperschaft: str | None
    land: str | None
    rahmen_alt: Rahmen
    rahmen_neu: Rahmen
    vergleich: Vergleich
    orte_alt: Mapping[str, Ort]
    abschnitte: tuple[Abschnitt, ...]

    @property
    def namen_alt(self) -> Namen:
        """What the ids that fields name are called, seen from the old Fassung."""
        namen = self.vergleich.namen
        return replace(namen, orte={**namen.orte, **self.orte_alt})
