"""What every level of a plan may carry besides its own fields (design §3, "on all levels")."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from konzept.domain.werte import Bemerkung, Id, Messwert, Text, Textliste, Wahrheit, Wert


class Ebene(StrEnum):
    """The levels on which a plan's ids live, from the outside in."""

    FASSUNG = "fassung"
    LEITZIEL = "leitziel"
    HANDLUNGSFELD = "handlungsfeld"
    HANDLUNGSZIEL = "handlungsziel"
    MASSNAHME = "massnahme"


class Textart(StrEnum):
    """Whether a text is the adopted wording or a summary in other words."""

    WORTLAUT = "wortlaut"
    ZUSAMMENFASSUNG = "zusammenfassung"


class Querbezugart(StrEnum):
    """How two ids of a plan hang together."""

    ANALOG = "analog"
    IDENTISCH = "identisch"
    SIEHE = "siehe"
    VORAUSSETZUNG = "voraussetzung"


class Indikatorart(StrEnum):
    """Whether an indicator counts what was done or what it brought about."""

    OUTPUT = "output"
    WIRKUNG = "wirkung"


class Querbezug(Wert):
    """A link from one id of the plan to another."""

    ziel: Id
    art: Querbezugart
    hinweis: Text | None = None


class Indikator(Wert):
    """What a goal or a Maßnahme is measured by; the values are kept as they were written."""

    id: Id | None = None
    titel: Text
    einheit: Text | None = None
    art: Indikatorart | None = None
    ausgangswert: Messwert | None = None
    zielwert: Messwert | None = None
    quelle: Text | None = None


class Planelement(Wert):
    """The fields of all levels. ``textart`` speaks of the prose of this level only."""

    querbezuege: tuple[Querbezug, ...] = ()
    hinweise: Textliste = ()
    indikatoren: tuple[Indikator, ...] = ()
    leichte_sprache: Text | None = None
    texte: dict[Text, Text] = Field(default_factory=dict)
    textart: Textart = Textart.WORTLAUT
    quelle: Text | None = None
    erschlossen: Wahrheit = False
    intern: Bemerkung | None = None


class Gegenstand(Planelement):
    """A level with an id of its own, given once and stable through all Fassungen.

    ``begruendung`` says why this Fassung took it up or changed it against its Vorgänger; it speaks of the change and
    is no part of what was adopted, so no comparison counts it.
    """

    id: Id
    begruendung: Text | None = None
