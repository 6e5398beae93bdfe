"""What became of the ids of an earlier Fassung that a new one no longer holds."""

from __future__ import annotations

from enum import StrEnum

from konzept.domain.werte import Id, Text, Textliste, Wert


class Verbleibart(StrEnum):
    """What became of it (design §4). ``nicht-aufgenommen``: the reason is not documented."""

    UMGESETZT = "umgesetzt"
    EINMALIG = "einmalig"
    ERFOLGLOS = "erfolglos"
    ERSETZT = "ersetzt"
    ZUSAMMENGELEGT = "zusammengelegt"
    AUFGETEILT = "aufgeteilt"
    EINGESTELLT = "eingestellt"
    NICHT_AUFGENOMMEN = "nicht-aufgenommen"


MIT_ZIELEN = frozenset({Verbleibart.ZUSAMMENGELEGT, Verbleibart.AUFGETEILT})
"""The kinds that must name the ids in which the old one lives on."""


class Verbleibseintrag(Wert):
    """The fate of one missing id; every kind but ``nicht-aufgenommen`` has a Begründung."""

    id: Id
    verbleib: Verbleibart
    ziele: tuple[Id, ...] = ()
    begruendung: Text | None = None
    quelle: Text | None = None


class Verbleibsliste(Wert):
    """The account over one Vorgänger; ``gruende`` were given for the list as a whole."""

    gruende: Textliste = ()
    quelle: Text | None = None
    eintraege: tuple[Verbleibseintrag, ...] = ()
