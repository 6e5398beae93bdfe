"""The funding programmes of the register, and a Maßnahme's funding by one of them."""

from __future__ import annotations

from konzept.domain.werte import Id, Messwert, Text, Wert


class Anteil(Wert):
    """One funder's share of a programme, in percent as it was written."""

    geber: Text
    prozent: Messwert


class Foerderprogramm(Wert):
    """One programme of ``foerderprogramme.yaml``; period and sum in the wording of their source."""

    id: Id
    name: Text
    geber: Text | None = None
    zeitraum: Text | None = None
    summe: Text | None = None
    anteile: tuple[Anteil, ...] = ()
    fundstelle: Text | None = None
    hinweis: Text | None = None


class Programmregister(Wert):
    """The file ``foerderprogramme.yaml``."""

    foerderprogramme: tuple[Foerderprogramm, ...] = ()


class Foerderung(Wert):
    """A Maßnahme's funding by a programme of the register."""

    programm: Id
    hinweis: Text | None = None
