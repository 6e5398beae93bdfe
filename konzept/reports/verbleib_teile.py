"""The parts that the account of what was not carried over is made of: plain values that every format can print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.reports.diff_verbleib import Auskunft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.element import Ebene
    from konzept.domain.fassung import Fassung
    from konzept.domain.verbleib import Verbleibart
    from konzept.reports.diff_bilanz import Bilanz
    from konzept.reports.diff_werte import Seite
    from konzept.reports.konzept_bezuege import Verweis


@dataclass(frozen=True, slots=True)
class Verblieb:
    """What became of one id that the new Fassung lacks.

    ``verbleib`` is set if, and only if, ``auskunft`` is BELEGT. ``ziele`` stand where they stand in the new
    Fassung. ``quelle`` is where the account is taken from, unless the list as a whole names the same.
    """

    auskunft: Auskunft
    verbleib: Verbleibart | None
    ziele: tuple[Verweis, ...]
    begruendung: str | None
    quelle: str | None


@dataclass(frozen=True, slots=True)
class Alte:
    """One id of the old Fassung as it stood there: it went (``verblieb``), or stays as ``neu``.

    ``text`` is its wording where that says more than the title, and ``beginnt_mit_titel`` where it repeats it;
    ``zusammengefasst``: it is not the adopted one. ``fundstelle`` is where the source holds it.
    """

    ort: Verweis
    verblieb: Verblieb | None
    neu: Verweis | None
    text: str | None
    beginnt_mit_titel: bool
    zusammengefasst: bool
    erschlossen: bool
    fundstelle: str | None


@dataclass(frozen=True, slots=True)
class Zielgruppe:
    """A goal with those of its Maßnahmen that went; ``ziel`` is None for Maßnahmen directly under the field."""

    ziel: Alte | None
    massnahmen: tuple[Alte, ...]


@dataclass(frozen=True, slots=True)
class Feldgruppe:
    """A Handlungsfeld of the old Fassung with what of it went."""

    feld: Alte
    gruppen: tuple[Zielgruppe, ...]


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """The account over one earlier Fassung, in its own order.

    ``gruende`` were given for the list as a whole. ``unberuehrt`` are the fields of which nothing went.
    """

    alt: Seite
    gruende: tuple[str, ...]
    quelle: str | None
    leitziele: tuple[Alte, ...]
    felder: tuple[Feldgruppe, ...]
    unberuehrt: tuple[Alte, ...]
    bilanz: Mapping[Ebene, Bilanz]

    @property
    def offen(self) -> int:
        """Of how many ids nobody has said what became of them."""
        return sum(bilanz.offen for bilanz in self.bilanz.values())

    def offene(self) -> tuple[Alte, ...]:
        """Return those of which nobody has said what became of them, in reading order."""
        return tuple(
            alte
            for alte, _, _ in self.gegangene()
            if alte.verblieb is not None and alte.verblieb.auskunft is Auskunft.OFFEN
        )

    def gegangene(self) -> Iterator[tuple[Alte, Alte | None, Alte | None]]:
        """Give everything that went in reading order, each with its field and its goal."""
        for leitziel in self.leitziele:
            yield leitziel, None, None
        for gruppe in self.felder:
            if gruppe.feld.verblieb:
                yield gruppe.feld, None, None
            for untergruppe in gruppe.gruppen:
                if untergruppe.ziel and untergruppe.ziel.verblieb:
                    yield untergruppe.ziel, gruppe.feld, None
                for massnahme in untergruppe.massnahmen:
                    yield massnahme, gruppe.feld, untergruppe.ziel


@dataclass(frozen=True, slots=True)
class Verbleibbericht:
    """The whole account; ``abschnitte`` is empty for a Fassung that carries on no other."""

    koerperschaft: str | None
    land: str | None
    fassung: Fassung
    bezeichnungen: Mapping[Begriff, Bezeichnung]
    abschnitte: tuple[Abschnitt, ...]
