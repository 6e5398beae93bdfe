"""The values that templates get for the answer of ``due``: plain dicts and strings, the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.domain.einstellungen import Begriff
from konzept.render.due_gemeldet import gruppenzusatz, veraltet_seit
from konzept.render.due_reihen import (
    abteilungen,
    gleiche_teile,
    gruppen,
    mehrdeutige,
    naechste_ausserhalb,
)
from konzept.render.due_tafel import Schreiber, Werte, zeile
from konzept.render.due_words import (
    AUSSERHALB,
    ERKLAERUNGEN,
    GRUPPEN,
    MEHRDEUTIG,
    NAECHSTES,
    NOCH_EINMAL,
    ZWEIFEL,
    fassungssaetze,
    fassungszeile,
    gross,
    summe,
    titel,
    vorlaufsaetze,
    vorlaufspanne,
    vorlaufzahl,
    zeitraum,
)
from konzept.render.words import anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht, Vorlauf
    from konzept.reports.due_eintrag import Eintrag, Verweis
    from konzept.reports.due_fassung import Wahlgrund

ZEICHEN = {
    Gruppe.UEBERFAELLIG: "▲",
    Gruppe.FAELLIG: "●",
    Gruppe.WIEDERKEHREND: "↻",
    Gruppe.LAUFEND: "►",
    Gruppe.MOEGLICH: "◇",
    Gruppe.UNBESTIMMT: "?",
    Gruppe.ERLEDIGT: "✓",
}
"""A sign beside the word and the colour of a group: none of the three has to be seen to understand."""
ZEICHEN_NAECHSTES = "→"
"""The sign of what comes next."""


def inhalt(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    schreiber: Schreiber,
    grund: Wahlgrund,
    auswahl: str | None,
) -> Werte:
    """Return everything a template of this answer may print; what is absent is empty."""
    return Inhalt(bericht, einstellungen, schreiber).werte(grund, auswahl)


@dataclass(frozen=True, slots=True)
class Inhalt:
    """Turns one answer into values, in one way of writing."""

    bericht: Duebericht
    einstellungen: Einstellungen
    schreiber: Schreiber

    def werte(self, grund: Wahlgrund, auswahl: str | None) -> Werte:
        """Give the whole answer, section by section."""
        abschnitte = self.abschnitte()
        wort = self.einstellungen.bezeichnung
        return {
            "bericht": self._kopf(grund, auswahl),
            "kennzahlen": [*self._nichts_ueberfaellig(), *map(_kennzahl, abschnitte)],
            "abschnitte": abschnitte,
            "mehrdeutig": self._mehrdeutig(),
            "summe": self._summe(),
            "worte": {begriff.value: wort(begriff).einzahl for begriff in Begriff}
            | {f"{begriff.value}_mehrzahl": wort(begriff).mehrzahl for begriff in Begriff},
        }

    def abschnitte(self) -> list[Werte]:
        """Give the groups that have entries, and among them what comes next: behind the overdue."""
        gegeben = [(gruppe, self._gruppe(gruppe, eintraege)) for gruppe, eintraege in gruppen(self.bericht)]
        teile = [werte for _, werte in gegeben]
        if self.bericht.vorlauf is not None:
            platz = sum(gruppe is Gruppe.UEBERFAELLIG for gruppe, _ in gegeben)
            teile.insert(platz, self._naechstes(self.bericht.vorlauf))
        return teile

    def _kopf(self, grund: Wahlgrund, auswahl: str | None) -> Werte:
        frage, rahmen = self.bericht.frage, self.bericht.fassung.rahmen
        fakten = [
            ("Fassung", fassungszeile(self.bericht)),
            ("Zeitraum", zeitraum(self.bericht)),
            ("Stichtag", kurzes_datum(frage.stichtag)),
            ("Auswahl", auswahl),
        ]
        return {
            "titel": titel(self.bericht),
            "koerperschaft": self.einstellungen.koerperschaft or "",
            "herkunft": " · ".join(filter(None, (self.einstellungen.koerperschaft, self.einstellungen.land))),
            "plan": rahmen.titel,
            "fakten": [{"name": name, "wert": wert} for name, wert in fakten if wert],
            "hinweise": fassungssaetze(self.bericht, grund),
        }

    def _nichts_ueberfaellig(self) -> list[Werte]:
        """Say that nothing is overdue, which is worth a figure; not where only the group is not shown."""
        if self.bericht.termine.je_gruppe[Gruppe.UEBERFAELLIG]:
            return []
        return [
            {"zahl": "0", "wort": GRUPPEN[Gruppe.UEBERFAELLIG], "anker": "", "art": "nichts", "zusatz": ""}
        ]

    def _gruppe(self, gruppe: Gruppe, eintraege: list[Eintrag]) -> Werte:
        saetze = [ERKLAERUNGEN[gruppe]] if gruppe in ERKLAERUNGEN else []
        stumm = sum(one.ohne_sachstand for one in eintraege)
        alle_stumm = stumm == len(eintraege)
        if stumm:
            wie_viele = "Alle" if alle_stumm else f"{stumm} von {len(eintraege)}"
            sind = "ist" if stumm == 1 and not alle_stumm else "sind"
            saetze.append(f"{wie_viele} {sind} {veraltet_seit(self.einstellungen)}.")
        zusatz = gruppenzusatz(self.bericht, gruppe, eintraege)
        zahl = anzahl(len(eintraege), "Eintrag", "Einträge")
        return {
            **_abschnitt(
                f"gruppe-{gruppe.value}", gruppe.value, ZEICHEN[gruppe], GRUPPEN[gruppe], len(eintraege)
            ),
            "zusatz": zusatz,
            "saetze": [f"{_mit(zahl, zusatz)}.", *saetze],
            "tafeln": [
                self._tafel(GRUPPEN[gruppe], anteil, gleiche_teile(teil), alle_stumm=alle_stumm)
                for anteil, teil in abteilungen(self.bericht, eintraege)
            ],
        }

    def _naechstes(self, vorlauf: Vorlauf) -> Werte:
        eintraege = vorlauf.eintraege
        saetze = vorlaufsaetze(self.bericht)
        saetze += [NOCH_EINMAL] if len(naechste_ausserhalb(self.bericht)) < len(eintraege) else []
        zusatz = gruppenzusatz(self.bericht, None, eintraege)
        return {
            **_abschnitt("vorlauf", "vorlauf", ZEICHEN_NAECHSTES, NAECHSTES, len(eintraege)),
            "zusatz": _mit(vorlaufspanne(vorlauf), zusatz),
            "saetze": [f"{gross(_mit(vorlaufzahl(vorlauf), zusatz))}.", *saetze],
            "tafeln": [
                self._tafel(NAECHSTES, anteil, gleiche_teile(teil), mit_anker=False)
                for anteil, teil in abteilungen(self.bericht, eintraege)
                if teil
            ],
        }

    def _tafel(
        self,
        name: str,
        anteil: str,
        reihen: Sequence[Sequence[Eintrag]],
        *,
        alle_stumm: bool = False,
        mit_anker: bool = True,
    ) -> Werte:
        """Give one table; with ``anteil`` it is one of two, and its title is shown."""
        zeilen = [
            zeile(self.bericht, reihe, self.einstellungen, self.schreiber, alle_stumm=alle_stumm)
            for reihe in reihen
        ]
        zahl = sum(map(len, reihen))
        return {
            "titel": f"{gross(name)}{f', {anteil}' if anteil else ''}: {anzahl(zahl, 'Eintrag', 'Einträge')}",
            "ueberschrift": f"{gross(anteil)}: {zahl}" if anteil else "",
            "mit_frist": any(one["fristen"] for one in zeilen),
            "mit_anteil": any(one["anteil"] for one in zeilen),
            "mit_anker": mit_anker,
            "zeilen": zeilen,
        }

    def _mehrdeutig(self) -> Werte | None:
        teile = mehrdeutige(self.bericht)
        if not teile:
            return None
        return {
            "zeichen": MEHRDEUTIG,
            "satz": ZWEIFEL,
            "zeilen": [
                {"nummer": one.gliederung, "wortlaut": one.teil_text, "hinweis": one.hinweis or ""}
                for one in teile
            ],
        }

    def _summe(self) -> Werte:
        mehrzahl = self.einstellungen.bezeichnung(Begriff.MASSNAHME).mehrzahl
        ohne = f"{mehrzahl} ohne {self.einstellungen.bezeichnung(Begriff.TERMIN).einzahl}"
        listen = [
            ("ausserhalb", gross(AUSSERHALB), self.bericht.termine.ausserhalb),
            ("ohne-termin", ohne, self.bericht.ohne_termin),
        ]
        return {
            "satz": summe(self.bericht, self.einstellungen),
            "listen": [self._liste(anker, name, verweise) for anker, name, verweise in listen if verweise],
            "keine": "" if self.bericht.ohne_termin else f"{ohne}: keine.",
        }

    def _liste(self, anker: str, name: str, verweise: Sequence[Verweis]) -> Werte:
        return {
            "anker": anker,
            "titel": name,
            "zahl": str(len(verweise)),
            "zeilen": [{"nummer": one.nummer, "titel": self.schreiber.worte(one.titel)} for one in verweise],
        }


def _mit(satz: str, zusatz: str) -> str:
    return ", ".join(filter(None, (satz, zusatz)))


def _abschnitt(anker: str, art: str, zeichen: str, name: str, zahl: int) -> dict[str, Any]:
    return {
        "anker": anker,
        "art": art,
        "zeichen": zeichen,
        "titel": gross(name),
        "wort": name,
        "zahl": str(zahl),
    }


def _kennzahl(abschnitt: Werte) -> Werte:
    return {name: abschnitt[name] for name in ("zahl", "wort", "anker", "art", "zusatz")}
