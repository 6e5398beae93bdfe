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
    from konzept.reports.diff_teile import Teilwechsel

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


class Leserichtung(StrEnum):
    """How the two sides stand to each other: one carries on the other, is carried on by it, or neither.

    STAENDE are two states of one Fassung, GLEICH is one that does not differ from itself.
    """

    VORWAERTS = "vorwaerts"
    RUECKWAERTS = "rueckwaerts"
    NEBENEINANDER = "nebeneinander"
    STAENDE = "staende"
    GLEICH = "gleich"


@dataclass(frozen=True, slots=True)
class Ort:
    """An id with what a reader knows it by, in the Fassung where it stands."""

    ebene: Ebene
    id: str
    nummer: str | None
    titel: str


@dataclass(frozen=True, slots=True)
class Terminwechsel:
    """How a Termin moved: the distance of its last dated end, and what happened to each Teil.

    ``monate`` or else ``tage`` is set, never both; positive is later. Only Teile that both sides have count for it.
    ``teile`` holds what changed, ``mehrteilig`` tells if a side has more than one Teil. The kinds are given where they
    differ and the end stays. ``aufschuebe`` counts how often the last Frist was put off in all Fassungen up to the
    new one, this time (``diesmal``) included. ``gleichmaessig``: every one of several Teile moved by this distance.
    ``ohne_datum``: from the old rhythm dates followed, from the new one none follows.
    """

    monate: int | None = None
    tage: int | None = None
    arten_alt: tuple[TerminArt, ...] = ()
    arten_neu: tuple[TerminArt, ...] = ()
    aufschuebe: int = 0
    diesmal: bool = True
    teile: tuple[Teilwechsel, ...] = ()
    mehrteilig: bool = False
    turnus_alt: int | None = None
    turnus_neu: int | None = None
    gleichmaessig: bool = False
    ohne_datum: bool = False


@dataclass(frozen=True, slots=True)
class FeldAenderung:
    """One field, or one item of a list, that differs. ``bezug`` names the item: an id, or a language.

    ``geerbt`` is the Termin of the goal that holds on the side without an own one.
    """

    feld: Feld
    alt: Inhalt | None
    neu: Inhalt | None
    code: Code
    gewicht: Gewicht = Gewicht.WESENTLICH
    bezug: str | None = None
    wechsel: Terminwechsel | None = None
    geerbt: Termin | None = None


@dataclass(frozen=True, slots=True)
class Verbleibschritt:
    """One station of an id on its way out: the Fassung that no longer held it, and what it says of it.

    ``titel`` is what the id was called when it left, ``zielnamen`` what each of the ``ziele`` was called then; None
    where the Fassung does not hold it.
    """

    fassung: str
    id: str
    verbleib: Verbleibart
    ziele: tuple[str, ...] = ()
    begruendung: str | None = None
    quelle: str | None = None
    titel: str | None = None
    zielnamen: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Zieltermin:
    """The Termin of the goal that holds for an id without an own one, on both sides; it moved under another goal."""

    alt: Termin | None
    neu: Termin | None


@dataclass(frozen=True, slots=True)
class Aenderung:
    """What happened to one id between two Fassungen.

    ``ziele`` are the ids in which an old one lives on, ``herkunft`` the old ids that live on in this one.
    ``felder`` hold the essential changes first. ``weg`` has more than one step if Fassungen lie in between.
    ``zieltermin`` is set where an id moved and another Termin holds for it now.
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
    zieltermin: Zieltermin | None = None


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

    def juenger_als(self, andere: Seite) -> bool:
        """Tell whether this state is known to be the later: that of the files, or by the day of its commit."""
        if self.gitstand is None or andere.gitstand is None:
            return andere.gitstand is not None
        eigener, anderer = self.gitstand.datum, andere.gitstand.datum
        return eigener is not None and anderer is not None and eigener > anderer


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
    the levels. ``nachfolger``: the old side carries on the new one, so the comparison is read backwards.
    """

    alt: Seite
    neu: Seite
    rechenschaft: Rechenschaft
    aenderungen: tuple[Aenderung, ...]
    bilanz: Mapping[Ebene, Bilanz]
    gruende: tuple[str, ...]
    namen: Namen
    bezeichnungen: Mapping[Begriff, Bezeichnung]
    nachfolger: bool = False

    @property
    def leserichtung(self) -> Leserichtung:
        """How the sides stand to each other; of two states of one Fassung the later one is that of the files."""
        if self.alt.fassung != self.neu.fassung:
            if self.rechenschaft is Rechenschaft.VERBLEIB:
                return Leserichtung.VORWAERTS
            return Leserichtung.RUECKWAERTS if self.nachfolger else Leserichtung.NEBENEINANDER
        if not self.liste():
            return Leserichtung.GLEICH
        return Leserichtung.RUECKWAERTS if self.alt.juenger_als(self.neu) else Leserichtung.STAENDE

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
