"""The parts that the Sachstandsbericht is made of: plain values that every format can print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.sachstand import Stand

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.einstellungen import Ampelfarbe, Ampelwort, Begriff, Bezeichnung
    from konzept.domain.fassung import Fassung
    from konzept.domain.sachstand import Meldung
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.liste import Listenzeile
    from konzept.reports.sachstandsbericht_ampel import Urteil
    from konzept.reports.sachstandsbericht_anteile import Ampelzahl
    from konzept.reports.sachstandsbericht_zeitraum import Zeitraum


@dataclass(frozen=True, slots=True)
class Auskunft:
    """One entry of the log as it is printed: at most three sentences, and the body that gave it, by name.

    ``nachgetragen``: it speaks of a day that the last report covered, and was written down after it.
    """

    meldung: Meldung
    text: str | None
    von: str | None
    nachgetragen: bool

    @property
    def ist_antwort(self) -> bool:
        """Whether a body did report; the entry may also say that one was asked and did not."""
        return self.meldung.stand is not Stand.KEINE_RUECKMELDUNG


@dataclass(frozen=True, slots=True)
class Massnahmenstand:
    """One Maßnahme on the Stichtag.

    ``antwort`` is the latest entry of the log in which a body did report, ``letzte`` the latest of all.
    ``aufgeholt``: what is overdue are units of rhythms of which later ones were met.
    ``gesetzt`` is the entry with the Beschluss that has put another Termin in the place of the plan's wording,
    ``bisher``; both are None where the plan's counts.
    """

    zeile: Listenzeile
    urteil: Urteil
    antwort: Auskunft | None
    letzte: Auskunft | None
    aufgeholt: bool
    gesetzt: Meldung | None
    bisher: str | None

    @property
    def gemeldeter_termin(self) -> str | None:
        """The new Termin that the latest report announces without a Beschluss; lateness is not judged by it."""
        meldung = self.antwort.meldung if self.antwort else None
        return meldung.neuer_termin if meldung and not meldung.setzt_termin else None


@dataclass(frozen=True, slots=True)
class Feldstand:
    """One Handlungsfeld with its Maßnahmen in reading order; ``je_wort`` counts every word of the Ampel."""

    verweis: Verweis
    massnahmen: tuple[Massnahmenstand, ...]
    je_wort: dict[Ampelwort, int]
    ueberfaellig: int


@dataclass(frozen=True, slots=True)
class Fristgruppe:
    """The Fristen that one part of a Termin has in one table, by date; there is at least one.

    ``wort`` is None for a goal whose Termin holds for no Maßnahme. ``neu`` counts those that were not overdue in
    the last report. ``aufgeholt``: they belong to a rhythm of which a later unit was met.
    """

    eintraege: tuple[Eintrag, ...]
    wort: Ampelwort | None
    neu: int = 0
    aufgeholt: bool = False

    @property
    def eintrag(self) -> Eintrag:
        """The first of them, for what they share."""
        return self.eintraege[0]

    @property
    def tage(self) -> tuple[date, ...]:
        """The days of all."""
        return tuple(one.faellig for one in self.eintraege if one.faellig)


@dataclass(frozen=True, slots=True)
class Vorher:
    """How a Maßnahme stood in the last report; ``stand`` is None where no body had reported."""

    wort: Ampelwort
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class Aenderung:
    """What is new on one Maßnahme: its word, entries of the log, Fristen that became overdue or were met.

    ``vorher`` is None where the Fassung was not adopted yet. ``auskuenfte`` are ordered by the day they speak of.
    """

    jetzt: Massnahmenstand
    vorher: Vorher | None
    auskuenfte: tuple[Auskunft, ...]
    neu_ueberfaellig: tuple[Eintrag, ...]
    erledigt: tuple[Eintrag, ...]

    @property
    def gewechselt(self) -> bool:
        """Whether the Ampel shows another word than in the last report."""
        return self.vorher is not None and self.vorher.wort is not self.jetzt.urteil.wort


@dataclass(frozen=True, slots=True)
class Zahlen:
    """The figures of the first page, all of them counts.

    ``gemeldet`` and ``ohne_antwort`` count Maßnahmen: those on which a body reported in the period, and those whose
    body was asked in it and did not. The others count Fristen and entries of the log.
    """

    massnahmen: int
    gemeldet: int
    ohne_antwort: int
    ueberfaellig: int
    ueberfaellig_ohne_meldung: int
    neu_ueberfaellig: int
    erledigt: int
    nachgetragen: int
    kommend: int


@dataclass(frozen=True, slots=True)
class Sachstandsbericht:
    """The whole report; ``staende`` and ``farben`` are the plan's own definitions, for the legend."""

    koerperschaft: str | None
    land: str | None
    fassung: Fassung
    bezeichnungen: dict[Begriff, Bezeichnung]
    plan_hinweise: tuple[str, ...]
    zeitraum: Zeitraum
    vergleichbar: bool
    zahlen: Zahlen
    ampel: tuple[Ampelzahl, ...]
    felder: tuple[Feldstand, ...]
    ueberfaellig: tuple[Fristgruppe, ...]
    aenderungen: tuple[Aenderung, ...]
    kommend: tuple[Fristgruppe, ...]
    staende: dict[Stand, str]
    farben: dict[Ampelwort, Ampelfarbe]

    @property
    def worte(self) -> tuple[Ampelwort, ...]:
        """The words that at least one Maßnahme has, in the order in which they are shown."""
        return tuple(one.wort for one in self.ampel if one.anzahl)
