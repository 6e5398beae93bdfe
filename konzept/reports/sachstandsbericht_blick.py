"""The plan as seen on one day: what the log knew, which Fristen were open, which word each Maßnahme had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.sachstand import Stand
from konzept.domain.saetze import erste_saetze
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.due_meldung import Meldestand, meldestaende
from konzept.reports.liste import geltender_termin
from konzept.reports.liste_fristen import fristenlage
from konzept.reports.sachstandsbericht_ampel import Lage, urteil
from konzept.reports.sachstandsbericht_fristen import aufgeholt
from konzept.reports.sachstandsbericht_teile import Auskunft, Massnahmenstand, Vorher

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.liste import Listenzeile
    from konzept.reports.sachstandsbericht_ampel import Urteil
    from konzept.reports.sachstandsbericht_zeitraum import Zeitraum


@dataclass(frozen=True, slots=True)
class Blick:
    """What was known of one Fassung on ``tag``; ``lage`` are its Fristen by Maßnahme, else by goal."""

    plan: Plan
    fassung: Fassung
    tag: date
    lage: dict[str, tuple[Eintrag, ...]]
    bekannt: dict[str, Meldestand]

    @classmethod
    def am(cls, plan: Plan, fassung: Fassung, tag: date, bis: date | None = None) -> Blick:
        """Look at ``fassung`` on ``tag``; Fristen are computed at least up to ``bis``."""
        return cls(
            plan, fassung, tag, fristenlage(plan, fassung, tag, bis), meldestaende(fassung.sachstand, tag)
        )

    def fristen(self, name: str) -> tuple[Eintrag, ...]:
        """Return the Fristen of a Maßnahme in the order of ``due``."""
        return self.lage.get(name, ())

    def meldestand(self, name: str) -> Meldestand:
        """Return the reports on a Maßnahme."""
        return self.bekannt.get(name, Meldestand())

    def urteil(self, stelle: Stelle) -> Urteil:
        """Judge one Maßnahme."""
        meldestand = self.meldestand(stelle.id)
        termin = geltender_termin(stelle, meldestand)
        einstellungen = self.plan.einstellungen
        return urteil(
            Lage(
                meldestand=meldestand,
                eintraege=self.fristen(stelle.id),
                teile=termin.lies(einstellungen.fristworte) if termin else (),
                stichtag=self.tag,
                schweigt=meldestand.schweigt(
                    self.fassung.angenommen_am, einstellungen.berichtsrhythmus.monate, self.tag
                ),
            )
        )

    def vorher(self, stelle: Stelle) -> Vorher:
        """Return how a Maßnahme stood, for a later report to compare with."""
        antworten = self.meldestand(stelle.id).antworten
        return Vorher(self.urteil(stelle).wort, antworten[-1].stand if antworten else None)

    def stand(self, stelle: Stelle, zeile: Listenzeile, tage: Zeitraum) -> Massnahmenstand:
        """Put together what is known of one Maßnahme."""
        gesetzt = self.meldestand(stelle.id).beschlossen
        im_plan = geltender_termin(stelle, Meldestand())
        fristen = self.fristen(stelle.id)
        spaete = [one for one in fristen if one.gruppe is Gruppe.UEBERFAELLIG]
        return Massnahmenstand(
            zeile=zeile,
            urteil=self.urteil(stelle),
            antwort=self.auskunft(zeile.antwort, tage) if zeile.antwort else None,
            letzte=self.auskunft(zeile.letzte, tage) if zeile.letzte else None,
            aufgeholt=bool(spaete) and all(aufgeholt(one, fristen) for one in spaete),
            gesetzt=gesetzt if im_plan else None,
            bisher=im_plan.text if im_plan and gesetzt else None,
        )

    def auskunft(self, meldung: Meldung, tage: Zeitraum) -> Auskunft:
        """Make an entry of the log ready for print.

        What a body did not answer in time is nobody's belated report.
        """
        akteur = self.plan.akteur_nach_id.get(meldung.von or "")
        return Auskunft(
            meldung=meldung,
            text=erste_saetze(meldung.text) if meldung.text else None,
            von=(akteur.kurz or akteur.name) if akteur else meldung.von,
            nachgetragen=meldung.stand is not Stand.KEINE_RUECKMELDUNG
            and meldung.am <= tage.seit
            and tage.ist_neu(meldung.erfasst),
        )
