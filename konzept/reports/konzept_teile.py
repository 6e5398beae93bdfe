"""What the document of a Fassung is made of: one frozen value per level, every reference resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur, Akteurart, Rolle
    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.fassung import Leitziel, Rahmen
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
    from konzept.domain.termin import Teil
    from konzept.reports.akteur import Akteurzeile
    from konzept.reports.konzept_bezuege import Bezug, Verweis
    from konzept.reports.konzept_titel import Ueberschrift
    from konzept.reports.konzept_verbleib import Anhang, Vorgaenger
    from konzept.reports.ueberblick import Ueberblick


@dataclass(frozen=True, slots=True)
class Zeitpunkt:
    """A Termin: its adopted wording, and the Teile as they are read."""

    text: str
    teile: tuple[Teil, ...]
    turnus_ab: int | None


@dataclass(frozen=True, slots=True)
class Beteiligter:
    """One body with a part in a Maßnahme; ``akteur`` is None where the register does not hold the id."""

    id: str
    akteur: Akteur | None
    hinweis: str | None


@dataclass(frozen=True, slots=True)
class Mittel:
    """A Maßnahme's funding by a programme; ``programm`` is None where the register does not hold the id."""

    id: str
    programm: Foerderprogramm | None
    hinweis: str | None


@dataclass(frozen=True, slots=True)
class Massnahmenteil:
    """One Maßnahme: ``termin`` only where it has its own, the roles in the order of ``Rolle``."""

    massnahme: Massnahme
    ueberschrift: Ueberschrift
    termin: Zeitpunkt | None
    rollen: tuple[tuple[Rolle, tuple[Beteiligter, ...]], ...]
    mittel: tuple[Mittel, ...]
    hin: tuple[Bezug, ...]
    zurueck: tuple[Bezug, ...]


@dataclass(frozen=True, slots=True)
class Zielteil:
    """One Handlungsziel with its Maßnahmen and the Leitziele it serves (id, place in the document)."""

    ziel: Handlungsziel
    termin: Zeitpunkt | None
    leitziele: tuple[tuple[str, Verweis | None], ...]
    massnahmen: tuple[Massnahmenteil, ...]
    hin: tuple[Bezug, ...]
    zurueck: tuple[Bezug, ...]


@dataclass(frozen=True, slots=True)
class Feldteil:
    """One Handlungsfeld: Maßnahmen that stand directly under it, then its goals by number."""

    feld: Handlungsfeld
    massnahmen: tuple[Massnahmenteil, ...]
    ziele: tuple[Zielteil, ...]
    hin: tuple[Bezug, ...]
    zurueck: tuple[Bezug, ...]


@dataclass(frozen=True, slots=True)
class Leitzielteil:
    """One Leitziel, and the goals that name it."""

    leitziel: Leitziel
    verfolgt_von: tuple[Verweis, ...]
    hin: tuple[Bezug, ...]
    zurueck: tuple[Bezug, ...]


@dataclass(frozen=True, slots=True)
class Programmteil:
    """One funding programme that the Fassung names, and the Maßnahmen it funds."""

    programm: Foerderprogramm
    massnahmen: tuple[Verweis, ...]


@dataclass(frozen=True, slots=True)
class Umfang:
    """How much the document holds."""

    felder: int
    ziele: int
    massnahmen: int
    stellen: int


@dataclass(frozen=True, slots=True)
class Konzept:
    """The whole document. ``intern`` of any level is in the domain objects and must not be shown.

    ``ueberblick`` is None where nobody asked for it by naming a Stichtag.
    """

    fassung: str
    koerperschaft: str | None
    land: str | None
    bezeichnungen: dict[Begriff, Bezeichnung]
    plan_hinweise: tuple[str, ...]
    rahmen: Rahmen
    hin: tuple[Bezug, ...]
    vorgaenger: Vorgaenger | None
    umfang: Umfang
    leitziele: tuple[Leitzielteil, ...]
    felder: tuple[Feldteil, ...]
    akteure: tuple[tuple[Akteurart, tuple[Akteurzeile, ...]], ...]
    programme: tuple[Programmteil, ...]
    abkuerzungen: tuple[tuple[str, str], ...]
    anhaenge: tuple[Anhang, ...]
    ueberblick: Ueberblick | None = None
