"""One edition of a plan: its frame file, and the frame together with its Handlungsfelder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import Field

from konzept.domain.beschluss import Beratung, Beschluss, Vorlage
from konzept.domain.element import Ebene, Gegenstand, Planelement
from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
from konzept.domain.verbleib import Verbleibsliste
from konzept.domain.werte import Id, Nummer, Text, Wahrheit, Wert, Zeit, nummer_schluessel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.sachstand import Sachstand
    from konzept.domain.terminangabe import Termin


class Leitziel(Gegenstand):
    """A guiding goal of the whole plan."""

    nummer: Nummer
    titel: Text
    text: Text | None = None


class Beteiligungsschritt(Wert):
    """One way in which others took part in writing the plan."""

    titel: Text
    zeitraum: Text | None = None
    umfang: Text | None = None
    text: Text | None = None
    quelle: Text | None = None


class Quellenangabe(Wert):
    """One entry of the list of sources; ``zugriff`` is when the address was last read."""

    text: Text
    url: Text | None = None
    zugriff: Text | None = None


class Rahmen(Planelement):
    """The file ``fassungen/<id>.yaml``: everything of a Fassung but its Handlungsfelder."""

    titel: Text
    art: Text
    stand: Zeit
    gilt_von: Zeit | None = None
    gilt_bis: Zeit | None = None
    vorgaenger: Id | None = None
    vollstaendig: Wahrheit = True
    beschluss: Beschluss | None = None
    vorlage: Vorlage | None = None
    beratungsfolge: tuple[Beratung, ...] = ()
    leitziele: tuple[Leitziel, ...] = ()
    vorwort: Text | None = None
    leitbild: Text | None = None
    ausblick: Text | None = None
    beteiligung: tuple[Beteiligungsschritt, ...] = ()
    abkuerzungen: dict[Text, Text] = Field(default_factory=dict)
    quellen: tuple[Quellenangabe, ...] = ()
    verbleib: dict[Text, Verbleibsliste] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stelle:
    """One id of a Fassung where it stands: its level, its parents, and the path in the data."""

    ebene: Ebene
    gegenstand: Leitziel | Handlungsfeld | Handlungsziel | Massnahme
    pfad: tuple[str | int, ...] = field(compare=False)
    feld: Handlungsfeld | None = None
    ziel: Handlungsziel | None = None

    @property
    def id(self) -> str:
        """The id that stands here."""
        return self.gegenstand.id

    @property
    def eltern(self) -> str | None:
        """The id one level up, or None for Leitziele and Handlungsfelder."""
        eltern = self.ziel or self.feld
        return eltern.id if eltern else None

    @property
    def termin(self) -> Termin | None:
        """The Termin written here, not an inherited one."""
        gegenstand = self.gegenstand
        return gegenstand.termin if isinstance(gegenstand, Handlungsziel | Massnahme) else None


@dataclass(frozen=True, slots=True)
class Fassung:
    """One edition: frame, Handlungsfelder in the order of their numbers, and the log of reports.

    ``dateien`` holds the file of each Handlungsfeld, ``datei`` that of the frame; they do not count when two
    Fassungen are compared.
    """

    id: str
    rahmen: Rahmen
    handlungsfelder: tuple[Handlungsfeld, ...] = ()
    sachstand: Sachstand | None = None
    datei: str = field(default="", compare=False)
    dateien: tuple[str, ...] = field(default=(), compare=False)

    def stellen(self) -> Iterator[Stelle]:
        """Give every id of this Fassung in reading order: Leitziele, then field by field, goal by goal.

        Handlungsziele come in the order of their numbers, Maßnahmen as they stand in the file.
        """
        for i, leitziel in enumerate(self.rahmen.leitziele):
            yield Stelle(Ebene.LEITZIEL, leitziel, (self.datei, "leitziele", i))
        for datei, feld in zip(self.dateien, self.handlungsfelder, strict=True):
            yield Stelle(Ebene.HANDLUNGSFELD, feld, (datei,))
            for i, massnahme in enumerate(feld.massnahmen):
                yield Stelle(Ebene.MASSNAHME, massnahme, (datei, "massnahmen", i), feld)
            ziele = sorted(enumerate(feld.handlungsziele), key=lambda paar: nummer_schluessel(paar[1].nummer))
            for i, ziel in ziele:
                pfad = (datei, "handlungsziele", i)
                yield Stelle(Ebene.HANDLUNGSZIEL, ziel, pfad, feld)
                for j, massnahme in enumerate(ziel.massnahmen):
                    yield Stelle(Ebene.MASSNAHME, massnahme, (*pfad, "massnahmen", j), feld, ziel)

    def massnahmen(self) -> Iterator[Stelle]:
        """Give every Maßnahme in reading order."""
        return (stelle for stelle in self.stellen() if stelle.ebene is Ebene.MASSNAHME)

    @property
    def erster_tag(self) -> date | None:
        """The first day on which this Fassung is in force, if it says so."""
        return self.rahmen.gilt_von.erster_tag if self.rahmen.gilt_von else None

    @property
    def letzter_tag(self) -> date | None:
        """The last day on which this Fassung is in force, if it says so."""
        return self.rahmen.gilt_bis.letzter_tag if self.rahmen.gilt_bis else None

    @property
    def angenommen_am(self) -> date:
        """The day rhythms without an anchor count from: the Beschluss, else ``stand`` (design §5)."""
        beschluss = self.rahmen.beschluss
        if beschluss and beschluss.datum:
            return beschluss.datum
        return self.rahmen.stand.erster_tag
