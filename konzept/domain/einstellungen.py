"""What a county sets for its whole plan: the file ``konzept.yaml``."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from konzept.domain.gestaltung import Gestaltung, Lizenz, Verweise
from konzept.domain.sachstand import Stand
from konzept.domain.werte import Datum, Id, Text, Textliste, Wert


class Berichtsrhythmus(StrEnum):
    """How often the bodies are asked for their state."""

    MONATLICH = "monatlich"
    VIERTELJAEHRLICH = "vierteljaehrlich"
    HALBJAEHRLICH = "halbjaehrlich"
    JAEHRLICH = "jaehrlich"

    @property
    def monate(self) -> int:
        """The length of the rhythm in months."""
        return {"monatlich": 1, "vierteljaehrlich": 3, "halbjaehrlich": 6, "jaehrlich": 12}[self.value]


class Begriff(StrEnum):
    """The words of the plan that a county may call otherwise."""

    LEITZIEL = "leitziel"
    HANDLUNGSFELD = "handlungsfeld"
    HANDLUNGSZIEL = "handlungsziel"
    MASSNAHME = "massnahme"
    ZUSTAENDIGKEIT = "zustaendigkeit"
    TERMIN = "termin"


class Fristwort(StrEnum):
    """Words for a span of time that mean something only if the plan says what (design §5)."""

    KURZFRISTIG = "kurzfristig"
    MITTELFRISTIG = "mittelfristig"
    LANGFRISTIG = "langfristig"


class Regelschwere(StrEnum):
    """What a county makes of a finding that is not an error by nature."""

    AUS = "aus"
    HINWEIS = "hinweis"
    WARNUNG = "warnung"
    FEHLER = "fehler"


class Ampelwort(StrEnum):
    """How a Maßnahme stands, computed from reports, Fristen and the age of the last report; never written down.

    The order is a decision: what is done, what goes as it should, what does not, what nobody knows. Pictures and
    tables keep it within one colour.
    """

    UMGESETZT = "umgesetzt"
    IM_PLAN = "im-plan"
    GEPLANT = "geplant"
    VERZOEGERT = "verzoegert"
    ZURUECKGESTELLT = "zurueckgestellt"
    FRIST_VORBEI = "frist-vorbei"
    FRIST_VORBEI_OHNE_MELDUNG = "frist-vorbei-ohne-meldung"
    FRIST_VORBEI_MELDUNG_VERALTET = "frist-vorbei-meldung-veraltet"
    MELDUNG_VERALTET = "meldung-veraltet"
    OHNE_MELDUNG = "ohne-meldung"
    ENTFALLEN = "entfallen"


class Ampelfarbe(StrEnum):
    """The colours that stand beside the words, in the order in which they are shown."""

    BLAU = "blau"
    GRUEN = "gruen"
    GELB = "gelb"
    ROT = "rot"
    GRAU = "grau"


AMPEL = {
    Ampelwort.UMGESETZT: Ampelfarbe.BLAU,
    Ampelwort.IM_PLAN: Ampelfarbe.GRUEN,
    Ampelwort.GEPLANT: Ampelfarbe.GRUEN,
    Ampelwort.VERZOEGERT: Ampelfarbe.GELB,
    Ampelwort.ZURUECKGESTELLT: Ampelfarbe.GELB,
    Ampelwort.FRIST_VORBEI: Ampelfarbe.ROT,
    Ampelwort.FRIST_VORBEI_OHNE_MELDUNG: Ampelfarbe.GRAU,
    Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET: Ampelfarbe.GRAU,
    Ampelwort.MELDUNG_VERALTET: Ampelfarbe.GRAU,
    Ampelwort.OHNE_MELDUNG: Ampelfarbe.GRAU,
    Ampelwort.ENTFALLEN: Ampelfarbe.GRAU,
}
"""The colours that hold where the plan sets no other; grey is what nobody knows, for silence is no failure."""


class Bezeichnung(Wert):
    """The name of a level in singular and plural."""

    einzahl: Text
    mehrzahl: Text


BEZEICHNUNGEN = {
    Begriff.LEITZIEL: Bezeichnung(einzahl="Leitziel", mehrzahl="Leitziele"),
    Begriff.HANDLUNGSFELD: Bezeichnung(einzahl="Handlungsfeld", mehrzahl="Handlungsfelder"),
    Begriff.HANDLUNGSZIEL: Bezeichnung(einzahl="Handlungsziel", mehrzahl="Handlungsziele"),
    Begriff.MASSNAHME: Bezeichnung(einzahl="Maßnahme", mehrzahl="Maßnahmen"),
    Begriff.ZUSTAENDIGKEIT: Bezeichnung(einzahl="Zuständigkeit", mehrzahl="Zuständigkeiten"),
    Begriff.TERMIN: Bezeichnung(einzahl="Termin", mehrzahl="Termine"),
}


class Ausnahme(Wert):
    """A finding that a county lives with until the end of a day, and why.

    Without ``datei`` (a file or a folder) and ``id`` it speaks of every finding of its code; with an ``id`` of those at
    the entry and at what lies below it. What is a Fehler by nature is never excepted.
    """

    code: Text
    datei: Text | None = None
    id: Id | None = None
    bis: Datum
    grund: Text


class Einstellungen(Wert):
    """The content of ``konzept.yaml``; every key may be missing, the file may be empty."""

    koerperschaft: Text | None = None
    land: Text | None = None
    bezeichnungen: dict[Begriff, Bezeichnung] = Field(default_factory=dict)
    staende: dict[Stand, Text] = Field(default_factory=dict)
    ampel: dict[Ampelwort, Ampelfarbe] = Field(default_factory=dict)
    berichtsrhythmus: Berichtsrhythmus = Berichtsrhythmus.HALBJAEHRLICH
    fristen: dict[Fristwort, Text] = Field(default_factory=dict)
    regeln: dict[Text, Regelschwere] = Field(default_factory=dict)
    ausnahmen: tuple[Ausnahme, ...] = ()
    fassung: Id | None = None
    gestaltung: Gestaltung | None = None
    verweise: Verweise | None = None
    herausgeber: Text | None = None
    lizenz: Lizenz | None = None
    hinweise: Textliste = ()
    quelle: Text | None = None

    @property
    def fristworte(self) -> dict[str, str]:
        """What kurz-, mittel- and langfristig mean in this plan, as the Termin grammar takes it."""
        return {wort.value: text for wort, text in self.fristen.items()}

    def bezeichnung(self, begriff: Begriff) -> Bezeichnung:
        """Return what the county calls a level, or its standard name."""
        return self.bezeichnungen.get(begriff, BEZEICHNUNGEN[begriff])

    def ampelfarbe(self, wort: Ampelwort) -> Ampelfarbe:
        """Return the colour that the county gives to a computed word, or its standard colour."""
        return self.ampel.get(wort, AMPEL[wort])
