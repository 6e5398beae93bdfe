"""The parts that the list of responsibilities is made of, and the letters that follow from it: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.akteur import Akteur, Akteurart
    from konzept.domain.einstellungen import Begriff, Berichtsrhythmus, Bezeichnung
    from konzept.domain.fassung import Fassung
    from konzept.domain.sachstand import Stand
    from konzept.reports.liste import Listenzeile


@dataclass(frozen=True, slots=True)
class Anteil:
    """One body's part in one Maßnahme; ``zeile`` says how that stands on the Stichtag.

    ``abgeschlossen``: a body reported last that it is done or dropped.
    """

    zeile: Listenzeile
    rollen: tuple[Rolle, ...]
    hinweise: tuple[str, ...]
    abgeschlossen: bool

    @property
    def leitet(self) -> bool:
        """Whether the body leads, alone or with others."""
        return Rolle.FEDERFUEHREND in self.rollen


@dataclass(frozen=True, slots=True)
class Stellenteil:
    """One body with its Maßnahmen in reading order, those it leads apart from those it is involved in.

    ``gehoert_zu`` is the name of the body above. ``aufgeloest``: it is no longer there on the Stichtag; then
    ``nachfolge`` is who is there instead, over any number of steps, or None.
    """

    akteur: Akteur
    gehoert_zu: str | None
    aufgeloest: bool
    nachfolge: Akteur | None
    federfuehrend: tuple[Anteil, ...]
    beteiligt: tuple[Anteil, ...]

    @property
    def anteile(self) -> tuple[Anteil, ...]:
        """All its parts, lead first."""
        return (*self.federfuehrend, *self.beteiligt)


@dataclass(frozen=True, slots=True)
class Zustaendigkeiten:
    """The whole list; ``gruppen`` by kind of body, ``ohne`` are the Maßnahmen that nobody has a part in.

    ``naechster_stichtag`` is the day up to which the bodies are asked. ``anlaufstelle`` is the office that brought the
    plan before the council, where the Fassung names it. ``akteur`` is the body asked for, or None.
    """

    koerperschaft: str | None
    land: str | None
    fassung: Fassung
    bezeichnungen: Mapping[Begriff, Bezeichnung]
    staende: Mapping[Stand, str]
    stichtag: date
    rhythmus: Berichtsrhythmus
    naechster_stichtag: date
    anlaufstelle: str | None
    akteur: Akteur | None
    gruppen: tuple[tuple[Akteurart, tuple[Stellenteil, ...]], ...]
    ohne: tuple[Listenzeile, ...]

    @property
    def stellen(self) -> tuple[Stellenteil, ...]:
        """All bodies in their order."""
        return tuple(teil for _, teile in self.gruppen for teil in teile)


@dataclass(frozen=True, slots=True)
class Anschreiben:
    """What one body is asked for: its own part, then that of each dissolved body whose place it has taken.

    ``eigens`` are the bodies that belong to it and get a letter of their own.
    """

    liste: Zustaendigkeiten
    empfaenger: Akteur
    gehoert_zu: str | None
    eigener: Stellenteil | None
    uebernommen: tuple[Stellenteil, ...]
    eigens: tuple[Akteur, ...]

    @property
    def teile(self) -> tuple[Stellenteil, ...]:
        """All parts, the body's own first."""
        return (*([self.eigener] if self.eigener else []), *self.uebernommen)
