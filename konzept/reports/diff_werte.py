"""The values of the comparison of two Fassungen: what happened to every id, and what was compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.akteur import Zustaendigkeit
from konzept.domain.beschluss import Beschluss
from konzept.domain.element import Ebene, Indikator, Querbezug
from konzept.domain.foerderprogramm import Foerderung
from konzept.domain.handlungsfeld import Kosten
from konzept.domain.terminangabe import Termin
from konzept.reports.diff_codes import Code, Feld, Gewicht

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.domain.kalender import Zeitangabe
    from konzept.domain.termin import TerminArt
    from konzept.domain.verbleib import Verbleibart
    from konzept.reports.diff_bilanz import Bilanz

Inhalt = str | Zustaendigkeit | Foerderung | Querbezug | Indikator | Kosten | Beschluss | Termin
"""What a field, or one item of a list, held on one side."""


class Art(StrEnum):
    """What happened to an id; of several that fit, the first in this order is given (design §6)."""

    NEU = "neu"
    ENTFALLEN = "entfallen"
    ZUSAMMENGELEGT = "zusammengelegt"
    AUFGETEILT = "aufgeteilt"
    VERSCHOBEN = "verschoben"
    GEAENDERT = "geaendert"
    UMNUMMERIERT = "umnummeriert"
    UNVERAENDERT = "unveraendert"
    NICHT_BELEGT = "nicht-belegt"


NUR_GEZAEHLT = frozenset({Art.UNVERAENDERT, Art.NICHT_BELEGT})
"""The kinds that are listed only on demand, but always counted."""


class Rechenschaft(StrEnum):
    """Where the account of missing ids comes from: the new Fassung's Verbleib, or the comparison alone."""

    VERBLEIB = "verbleib"
    VERGLEICH = "vergleich"


@dataclass(frozen=True, slots=True)
class Ort:
    """An id with what a reader knows it by, in the Fassung where it stands."""

    ebene: Ebene
    id: str
    nummer: str | None
    titel: str


@dataclass(frozen=True, slots=True)
class Terminwechsel:
    """How a Termin moved: of two single dated ends the distance, and the kinds of parts on both sides.

    ``monate`` or else ``tage`` is set, never both; positive is later. ``aufschuebe`` counts how often the end
    was put off in all Fassungen up to the new one, this time included.
    """

    monate: int | None = None
    tage: int | None = None
    arten_alt: tuple[TerminArt, ...] = ()
    arten_neu: tuple[TerminArt, ...] = ()
    aufschuebe: int = 0


@dataclass(frozen=True, slots=True)
class FeldAenderung:
    """One field, or one item of a list, that differs. ``bezug`` names the item: an id, or a language."""

    feld: Feld
    alt: Inhalt | None
    neu: Inhalt | None
    code: Code
    gewicht: Gewicht = Gewicht.WESENTLICH
    bezug: str | None = None
    wechsel: Terminwechsel | None = None


@dataclass(frozen=True, slots=True)
class Verbleibschritt:
    """One station of an id on its way out: the Fassung that no longer held it, and what it says of it."""

    fassung: str
    id: str
    verbleib: Verbleibart
    ziele: tuple[str, ...] = ()
    begruendung: str | None = None
    quelle: str | None = None


@dataclass(frozen=True, slots=True)
class Aenderung:
    """What happened to one id between two Fassungen.

    ``ziele`` are the ids in which an old one lives on, ``herkunft`` the old ids that live on in this one.
    ``felder`` hold the essential changes first. ``weg`` has more than one step if Fassungen lie in between.
    """

    ebene: Ebene
    art: Art
    id: str
    titel: str
    nummer_alt: str | None = None
    nummer_neu: str | None = None
    eltern_alt: Ort | None = None
    eltern_neu: Ort | None = None
    ziele: tuple[Ort, ...] = ()
    herkunft: tuple[Ort, ...] = ()
    felder: tuple[FeldAenderung, ...] = ()
    grund: Verbleibart | None = None
    begruendung: str | None = None
    weg: tuple[Verbleibschritt, ...] = ()
    code: Code | None = None
    erschlossen: bool = False


@dataclass(frozen=True, slots=True)
class Gitstand:
    """The commit a Fassung was taken from: its full hash, and the day it was made if it tells one."""

    commit: str
    datum: date | None


@dataclass(frozen=True, slots=True)
class Seite:
    """One of the two compared Fassungen; ``name`` is 2020, or 2020@v1 where ``gitstand`` says which commit v1 is."""

    name: str
    titel: str
    art: str
    stand: Zeitangabe
    vollstaendig: bool
    gitstand: Gitstand | None = None

    @property
    def fassung(self) -> str:
        """The id of the Fassung, which holds no @."""
        return self.name.partition("@")[0]


@dataclass(frozen=True, slots=True)
class Namen:
    """What the ids in the changed fields are called: bodies, programmes, and the places of both Fassungen."""

    akteure: Mapping[str, str] = field(default_factory=dict)
    programme: Mapping[str, str] = field(default_factory=dict)
    orte: Mapping[str, Ort] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vergleich:
    """The whole comparison; ``aenderungen`` accounts for every id of both Fassungen once, in reading order.

    ``gruende`` were given for what is missing as a whole; ``bezeichnungen`` are the county's own words for
    the levels.
    """

    alt: Seite
    neu: Seite
    rechenschaft: Rechenschaft
    aenderungen: tuple[Aenderung, ...]
    bilanz: Mapping[Ebene, Bilanz]
    gruende: tuple[str, ...]
    namen: Namen
    bezeichnungen: Mapping[Begriff, Bezeichnung]

    def liste(self, *, alles: bool = False) -> tuple[Aenderung, ...]:
        """Return what is to be listed: the changes, and with ``alles`` also what is only counted."""
        return tuple(eine for eine in self.aenderungen if alles or eine.art not in NUR_GEZAEHLT)

    @property
    def zaehlung(self) -> dict[Ebene, dict[Art, int]]:
        """How many ids of each level met which fate; every level and every kind is a key."""
        zahlen = {ebene: dict.fromkeys(Art, 0) for ebene in Ebene}
        for eine in self.aenderungen:
            zahlen[eine.ebene][eine.art] += 1
        return zahlen

    @property
    def offen(self) -> tuple[Aenderung, ...]:
        """The old ids of which nobody has said what became of them."""
        return tuple(eine for eine in self.aenderungen if eine.code is Code.ENTFALLEN_OHNE_GRUND)
