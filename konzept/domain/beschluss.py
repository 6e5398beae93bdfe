"""How a council dealt with a plan: resolution, paper and the order of consultation."""

from __future__ import annotations

from konzept.domain.werte import Datum, Text, Textliste, Wert


class Beschluss(Wert):
    """The resolution that adopted a Fassung or a Maßnahme, as far as it is documented."""

    gremium: Text | None = None
    datum: Datum | None = None
    drucksache: Text | None = None
    url: Text | None = None

    @property
    def genannt(self) -> bool:
        """Whether it says by whom or when it was taken, or under which number: an empty one adopts nothing."""
        return any((self.gremium, self.datum, self.drucksache))


class Vorlage(Wert):
    """The paper put before the council (form of source 003, Beschlussvorlage 2016/114)."""

    nummer: Text | None = None
    datum: Datum | None = None
    amt: Text | None = None
    beschlussvorschlag: Text | None = None
    sachverhalt: Text | None = None
    finanzielle_auswirkungen: Text | None = None
    anlagen: Textliste = ()


class Beratung(Wert):
    """One step of the Beratungsfolge; ``termin`` in the wording of the source."""

    gremium: Text
    art: Text | None = None
    termin: Text | None = None
    ergebnis: Text | None = None
