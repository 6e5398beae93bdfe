"""The card of one thing of the plan as text for 80 columns: what was adopted, what is due, what was reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Textart
from konzept.render.absatz import absatz, eintrag, ueberschrift
from konzept.render.due_words import label
from konzept.render.karte_fristen import terminzeilen
from konzept.render.karte_words import (
    bezeichnet,
    gegenstand_von,
    genannt,
    indikatorzeile,
    meldungszusatz,
    stationszeile,
)
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, beschlusszeile, betrag, sprache
from konzept.render.liste_text import zeilentabelle
from konzept.render.table import MINIMUM_WIDTH, plain
from konzept.render.words import QUERBEZUEGE, ROLLEN, STAENDE, anzahl, deutsche_zeit, kurzes_datum
from konzept.reports.konzept_teile import Feldteil, Leitzielteil, Massnahmenteil, Zielteil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.element import Planelement
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.reports.karte import Karte
    from konzept.reports.konzept_bezuege import Bezug

    Zeilen = list[str]

_LEERZEILE = re.compile(r"\n[ \t]*\n")
_ZEILENENDE = re.compile(r"[ \t]*\n(?![ \t]*(?:[-*+]|\d+[.)])[ \t])[ \t]*")
SPALTE = 16
EINZUG = 2
KARTE_RULES: Sequence[tuple[str, str]] = (
    (r"^[A-ZÄÖÜ][^\n]*\n(?=─)", "bold"),
    (r"überfällig", "bold red"),
    (r"^[─=-][─= -]*$", "dim"),
)


def karte_text(karte: Karte, plan: Plan, width: int = 80, *, intern: bool = False) -> str:
    """Write the card for ``width`` columns (at least 40); ``intern`` shows the remark that is never published."""
    schreiber = _Schreiber(karte, plan, max(width, MINIMUM_WIDTH))
    return "\n".join("\n".join(block) + "\n" for block in schreiber.bloecke(intern=intern) if block)


class _Schreiber:
    """Writes the sections of one card."""

    def __init__(self, karte: Karte, plan: Plan, width: int) -> None:
        self.karte = karte
        self.plan = plan
        self.einstellungen = plan.einstellungen
        self.width = width
        self.gegenstand = gegenstand_von(karte.teil)

    def bloecke(self, *, intern: bool) -> Iterator[Zeilen]:
        """Give the sections in reading order; one without content is empty."""
        karte, teil, gegenstand = self.karte, self.karte.teil, self.gegenstand
        yield self.kopf()
        yield self.prosa()
        if isinstance(teil, Massnahmenteil):
            yield self.zustaendigkeiten(teil)
        if karte.termin:
            yield self.block(
                label(self.einstellungen, Begriff.TERMIN),
                terminzeilen(karte, self.einstellungen, self.width),
            )
        if isinstance(teil, Massnahmenteil):
            yield self.log()
        yield self.unterhalb()
        yield self.bezuege(teil.hin, teil.zurueck)
        if isinstance(teil, Massnahmenteil):
            yield self.mittel(teil)
        yield self.liste("Indikatoren", [indikatorzeile(one) for one in gegenstand.indikatoren])
        yield self.liste("Hinweise", gegenstand.hinweise)
        yield self.block("Geschichte", self.geschichte())
        if intern:
            yield self.liste("Intern, nicht zur Veröffentlichung", [gegenstand.intern or "Kein Vermerk."])

    def kopf(self) -> Zeilen:
        """Write what it is and where it stands."""
        karte, rahmen = self.karte, self.karte.fassung.rahmen
        titel = f"{bezeichnet(karte.verweis, self.einstellungen)}: {karte.verweis.titel}"
        zeilen = [
            ("id", karte.verweis.id),
            *(
                (label(self.einstellungen, Begriff(one.ebene.value)), _kurz(one.nummer, one.titel))
                for one in karte.eltern
            ),
            ("Fassung", f"{karte.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"),
            ("Stichtag", kurzes_datum(karte.stichtag)),
        ]
        teil = karte.teil
        if isinstance(teil, Zielteil):
            zeilen += [
                (label(self.einstellungen, Begriff.LEITZIEL), _kurz(one.nummer, one.titel) if one else name)
                for name, one in teil.leitziele
            ]
        if isinstance(teil, Feldteil) and teil.feld.arbeitskreis:
            zeilen.append(("Arbeitskreis", teil.feld.arbeitskreis))
        zeilen += _herkunft(self.gegenstand)
        return [*ueberschrift(titel, self.width, "="), *self.felder(zeilen, 0)]

    def prosa(self) -> Zeilen:
        """Write the text, and say where it is no adopted wording."""
        teil = self.karte.teil
        text = ""
        if isinstance(teil, Massnahmenteil):
            text = teil.massnahme.text
        elif isinstance(teil, Leitzielteil):
            text = teil.leitziel.text or ""
        elif isinstance(teil, Feldteil):
            text = teil.feld.einleitung or ""
        if fliesstext(text).rstrip(".") == self.karte.verweis.titel.rstrip("."):
            return []  # the heading has said it
        zeilen: Zeilen = []
        for stueck in _LEERZEILE.split(text):
            zeilen += [*([""] if zeilen else []), *absatz(fliesstext(stueck), self.width)]
        if zeilen and self.gegenstand.textart is Textart.ZUSAMMENFASSUNG:
            zeilen += absatz(f"({ZUSAMMENFASSUNG})", self.width)
        return zeilen

    def zustaendigkeiten(self, teil: Massnahmenteil) -> Zeilen:
        """Write who has a part, role by role."""
        zeilen = []
        for rolle, stellen in teil.rollen:
            for n, one in enumerate(stellen):
                name = one.akteur.name if one.akteur else one.id
                hinweis = f" ({one.hinweis})" if one.hinweis else ""
                zeilen.append((ROLLEN[rolle] if n == 0 else "", name + hinweis))
        mehrzahl = self.einstellungen.bezeichnung(Begriff.ZUSTAENDIGKEIT).mehrzahl
        return self.block(mehrzahl, self.felder(zeilen) or [" " * EINZUG + "keine genannt"])

    def log(self) -> Zeilen:
        """Write every report known on the Stichtag."""
        karte = self.karte
        zeilen: Zeilen = []
        for meldung in karte.meldungen:
            zeilen += self.meldung(meldung)
        if not zeilen:
            zeilen = [" " * EINZUG + "ohne Meldung"]
        elif karte.veraltet:
            monate = anzahl(self.einstellungen.berichtsrhythmus.monate, "Monat", "Monaten")
            zeilen += absatz(f"Seit mehr als {monate} ist nichts gemeldet.", self.width, EINZUG)
        return self.block("Sachstand", zeilen)

    def meldung(self, meldung: Meldung) -> Zeilen:
        """Write one report: day and state, who reported, the text, and what else is known."""
        akteur = self.plan.akteur_nach_id.get(meldung.von or "")
        von = f" – {akteur.name if akteur else meldung.von}" if meldung.von else ""
        zeilen = eintrag(kurzes_datum(meldung.am), STAENDE[meldung.stand] + von, self.width, EINZUG, SPALTE)
        for text in filter(None, (meldung.text, meldungszusatz(meldung))):
            zeilen += absatz(text, self.width, EINZUG + SPALTE)
        return zeilen

    def unterhalb(self) -> Zeilen:
        """Write the Maßnahmen below, or those of the goals that serve a Leitziel."""
        karte = self.karte
        if isinstance(karte.teil, Massnahmenteil):
            return []
        wort = self.einstellungen.bezeichnung(Begriff.MASSNAHME)
        zeilen: Zeilen = []
        if isinstance(karte.teil, Leitzielteil):
            if not karte.teil.verfolgt_von:
                return []
            mehrzahl = self.einstellungen.bezeichnung(Begriff.HANDLUNGSZIEL).mehrzahl
            ziele = [_kurz(one.nummer, one.titel) for one in karte.teil.verfolgt_von]
            zeilen = [*self.liste(mehrzahl, ziele), ""]
        if not karte.zeilen:
            return [*zeilen, *self.block(wort.mehrzahl, [f"  keine {wort.einzahl}"])]
        tabelle = plain(
            zeilentabelle(karte.zeilen, karte.stichtag, self.einstellungen, self.width), self.width
        )
        return [*zeilen, f"{wort.mehrzahl}: {len(karte.zeilen)}", "", *tabelle.splitlines()]

    def bezuege(self, hin: Sequence[Bezug], zurueck: Sequence[Bezug]) -> Zeilen:
        """Write the Querbezüge from here, then those to here."""
        zeilen = [self.bezug(one) for one in hin] + [
            f"{self.bezug(one)} – von dort genannt" for one in zurueck
        ]
        return self.liste("Querbezüge", zeilen)

    def bezug(self, bezug: Bezug) -> str:
        """Write one Querbezug from either end."""
        ziel = genannt(bezug.ziel, self.einstellungen) if bezug.ziel else f"»{bezug.id}«"
        return f"{QUERBEZUEGE[bezug.art]} {ziel}" + (f": {bezug.hinweis}" if bezug.hinweis else "")

    def mittel(self, teil: Massnahmenteil) -> Zeilen:
        """Write what pays for it, what it costs, and a Beschluss of its own."""
        zeilen = [
            (
                "Förderung",
                (one.programm.name if one.programm else one.id)
                + (f" ({one.hinweis})" if one.hinweis else ""),
            )
            for one in teil.mittel
        ]
        if teil.massnahme.kosten:
            zeilen.append(("Kosten", betrag(teil.massnahme.kosten)))
        if teil.massnahme.beschluss:
            zeilen.append(("Beschluss", beschlusszeile(teil.massnahme.beschluss)))
        return self.block("Mittel", self.felder(zeilen)) if zeilen else []

    def geschichte(self) -> Zeilen:
        """Write the id through the Fassungen."""
        return self.felder([(one.fassung, stationszeile(one)) for one in self.karte.geschichte])

    def felder(self, zeilen: Sequence[tuple[str, str]], einzug: int = EINZUG) -> Zeilen:
        """Write names and values in two columns."""
        return [line for name, text in zeilen for line in eintrag(name, text, self.width, einzug, SPALTE)]

    def liste(self, titel: str, punkte: Sequence[str]) -> Zeilen:
        """Write points under a heading; nothing if there are none."""
        zeilen = [line for punkt in punkte for line in absatz(f"- {punkt}", self.width, EINZUG, EINZUG + 2)]
        return self.block(titel, zeilen) if zeilen else []

    def block(self, titel: str, zeilen: Zeilen) -> Zeilen:
        """Write lines under a heading."""
        return [*ueberschrift(titel, self.width, "─"), *zeilen]


def fliesstext(text: str) -> str:
    """Join the lines of a Markdown paragraph, which mean nothing; items of a list keep theirs."""
    return _ZEILENENDE.sub(" ", text.strip())


def _kurz(nummer: str | None, titel: str) -> str:
    return f"{nummer} {titel}" if nummer else titel


def _herkunft(element: Planelement) -> list[tuple[str, str]]:
    """Say where it is taken from, and which other texts there are."""
    zeilen = []
    weitere = ["Leichte Sprache"] if element.leichte_sprache else []
    weitere += [sprache(kuerzel)["name"] for kuerzel in element.texte]
    if weitere:
        zeilen.append(("Auch in", ", ".join(weitere)))
    if element.quelle:
        zeilen.append(("Quelle", element.quelle))
    if element.erschlossen:
        zeilen.append(("Erschlossen", "Die Zuordnung ist unsere Lesart und steht nicht in der Quelle."))
    return zeilen
