"""What stands on the card of one thing of the plan: what was adopted, what is due, what was reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene, Textart
from konzept.domain.handlungsfeld import erster_satz
from konzept.render.due_words import label
from konzept.render.karte_blatt import Abschnitt, Blatt, Feld, Felder, Massnahmen, Prosa, Punkte, Satz, felder
from konzept.render.karte_fristen import terminfelder
from konzept.render.karte_words import (
    bezeichnet,
    gegenstand_von,
    genannt,
    indikatorzeile,
    kurz,
    meldungszusatz,
    stationszeile,
)
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, beschlusszeile, betrag, sprache
from konzept.render.words import QUERBEZUEGE, ROLLEN, STAENDE, anzahl, deutsche_zeit, kurzes_datum
from konzept.reports.konzept_teile import Feldteil, Leitzielteil, Massnahmenteil, Zielteil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.einstellungen import Bezeichnung
    from konzept.domain.element import Planelement
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.reports.karte import Karte
    from konzept.reports.konzept_bezuege import Bezug


def kartenblatt(karte: Karte, plan: Plan, *, intern: bool = False) -> Blatt:
    """Lay out the card; ``intern`` shows the remark that is never published."""
    inhalt = _Inhalt(karte, plan)
    titel = f"{bezeichnet(karte.verweis, plan.einstellungen)}: {karte.verweis.titel}"
    abschnitte = tuple(one for one in inhalt.abschnitte(intern=intern) if one.inhalt)
    return Blatt(titel, inhalt.kopf(), abschnitte)


class _Inhalt:
    """Gives the sections of one card."""

    def __init__(self, karte: Karte, plan: Plan) -> None:
        self.karte = karte
        self.plan = plan
        self.einstellungen = plan.einstellungen
        self.gegenstand = gegenstand_von(karte.teil)

    def abschnitte(self, *, intern: bool) -> Iterator[Abschnitt]:
        """Give the sections in reading order; one without content is empty."""
        karte, teil, gegenstand = self.karte, self.karte.teil, self.gegenstand
        yield self.prosa()
        if isinstance(teil, Massnahmenteil):
            yield self.zustaendigkeiten(teil)
        if karte.termin:
            termin = Felder(tuple(terminfelder(karte.termin, karte.stichtag, self.einstellungen)))
            yield Abschnitt(label(self.einstellungen, Begriff.TERMIN), (termin,))
        if isinstance(teil, Massnahmenteil):
            yield self.log()
        if isinstance(teil, Leitzielteil):
            mehrzahl = self.einstellungen.bezeichnung(Begriff.HANDLUNGSZIEL).mehrzahl
            yield _punkte(mehrzahl, [kurz(one.nummer, one.titel) for one in teil.verfolgt_von])
        yield self.unterhalb()
        yield _punkte("Querbezüge", [*map(self.bezug, teil.hin), *map(self.rueckbezug, teil.zurueck)])
        if isinstance(teil, Massnahmenteil):
            yield self.mittel(teil)
        yield _punkte("Indikatoren", [indikatorzeile(one) for one in gegenstand.indikatoren])
        yield _punkte("Hinweise", gegenstand.hinweise, prosa=True)
        geschichte = felder(*((one.fassung, stationszeile(one)) for one in karte.geschichte))
        yield Abschnitt("Geschichte", (geschichte,) if geschichte.felder else ())
        if intern:
            yield _punkte("Intern, nicht zur Veröffentlichung", [gegenstand.intern or "Kein Vermerk."])

    def kopf(self) -> Felder:
        """Say what it is and where it stands."""
        karte, rahmen, teil = self.karte, self.karte.fassung.rahmen, self.karte.teil
        paare: list[tuple[str, str | None]] = [("id", karte.verweis.id)]
        paare += [
            (label(self.einstellungen, Begriff(one.ebene.value)), kurz(one.nummer, one.titel))
            for one in karte.eltern
        ]
        paare.append(("Fassung", f"{karte.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"))
        paare.append(("Stichtag", kurzes_datum(karte.stichtag)))
        if isinstance(teil, Feldteil):
            paare.append(("Arbeitskreis", teil.feld.arbeitskreis))
        kopf = felder(*paare, *_herkunft(self.gegenstand), einzug=0)
        if not isinstance(teil, Zielteil) or not teil.leitziele:
            return kopf
        leitziele = (kurz(one.nummer, one.titel) if one else name for name, one in teil.leitziele)
        feld = Feld(label(self.einstellungen, Begriff.LEITZIEL), tuple(leitziele))
        return replace(kopf, felder=(*kopf.felder, feld))

    def prosa(self) -> Abschnitt:
        """Give the text, and say where it is no adopted wording."""
        teil = self.karte.teil
        text = ""
        if isinstance(teil, Massnahmenteil):
            # the heading has said the first sentence
            gesagt = erster_satz(teil.ueberschrift.kopf).rstrip(".") == self.karte.verweis.titel.rstrip(".")
            text = teil.ueberschrift.rest if gesagt else teil.massnahme.text
        elif isinstance(teil, Leitzielteil):
            text = teil.leitziel.text or ""
        elif isinstance(teil, Feldteil):
            text = teil.feld.einleitung or ""
        if not text.strip():
            return Abschnitt(None, ())
        zusammenfassung = self.gegenstand.textart is Textart.ZUSAMMENFASSUNG
        return Abschnitt(None, (Prosa(text), *([Satz(f"({ZUSAMMENFASSUNG})")] if zusammenfassung else [])))

    def zustaendigkeiten(self, teil: Massnahmenteil) -> Abschnitt:
        """Say who has a part, role by role."""
        zeilen = []
        for rolle, stellen in teil.rollen:
            namen = (
                (one.akteur.name if one.akteur else one.id) + (f" ({one.hinweis})" if one.hinweis else "")
                for one in stellen
            )
            zeilen.append(Feld(ROLLEN[rolle], tuple(namen)))
        mehrzahl = self.einstellungen.bezeichnung(Begriff.ZUSTAENDIGKEIT).mehrzahl
        return Abschnitt(mehrzahl, (Felder(tuple(zeilen)) if zeilen else Satz("keine genannt", 2),))

    def log(self) -> Abschnitt:
        """Give every report known on the Stichtag."""
        karte = self.karte
        if not karte.meldungen:
            return Abschnitt("Sachstand", (Satz("ohne Meldung", 2),))
        meldungen = Felder(tuple(map(self.meldung, karte.meldungen)))
        if not karte.veraltet:
            return Abschnitt("Sachstand", (meldungen,))
        monate = anzahl(self.einstellungen.berichtsrhythmus.monate, "Monat", "Monaten")
        return Abschnitt("Sachstand", (meldungen, Satz(f"Seit mehr als {monate} ist nichts gemeldet.", 2)))

    def meldung(self, meldung: Meldung) -> Feld:
        """Give one report: day and state, who reported, the text, and what else is known."""
        akteur = self.plan.akteur_nach_id.get(meldung.von or "")
        von = f" – {akteur.name if akteur else meldung.von}" if meldung.von else ""
        zeilen = (STAENDE[meldung.stand] + von, meldung.text, meldungszusatz(meldung))
        return Feld(kurzes_datum(meldung.am), tuple(filter(None, zeilen)))

    def unterhalb(self) -> Abschnitt:
        """Give the Maßnahmen below, or those of the goals that serve a Leitziel."""
        karte, teil = self.karte, self.karte.teil
        wort = self.einstellungen.bezeichnung(Begriff.MASSNAHME)
        if isinstance(teil, Massnahmenteil) or (isinstance(teil, Leitzielteil) and not teil.verfolgt_von):
            return Abschnitt(None, ())
        if not karte.zeilen:
            return Abschnitt(wort.mehrzahl, (Satz(f"keine {wort.einzahl}", 2),))
        tabelle = Massnahmen(karte.zeilen, karte.stichtag)
        titel = f"{wort.mehrzahl}: {len(karte.zeilen)}"
        if karte.verweis.ebene is not Ebene.HANDLUNGSZIEL:
            return Abschnitt(titel, (tabelle,))
        return Abschnitt(titel, (tabelle, Satz(_gemeldet_wird(karte, wort))))

    def bezug(self, bezug: Bezug) -> str:
        """Write one Querbezug from either end."""
        ziel = f"»{bezug.id}«"
        if bezug.ziel:
            ziel = genannt(bezug.ziel, self.einstellungen)
        elif bezug.frueher:
            ziel = f"{genannt(bezug.frueher.verweis, self.einstellungen)}, Fassung {bezug.frueher.fassung}"
        return f"{QUERBEZUEGE[bezug.art]} {ziel}" + (f": {bezug.hinweis}" if bezug.hinweis else "")

    def rueckbezug(self, bezug: Bezug) -> str:
        """Write one Querbezug that another place names."""
        return f"{self.bezug(bezug)} – von dort genannt"

    def mittel(self, teil: Massnahmenteil) -> Abschnitt:
        """Say what pays for it, what it costs, and a Beschluss of its own."""
        massnahme = teil.massnahme
        zeilen = [
            (
                "Förderung",
                (one.programm.name if one.programm else one.id)
                + (f" ({one.hinweis})" if one.hinweis else ""),
            )
            for one in teil.mittel
        ]
        inhalt = felder(
            *zeilen,
            ("Kosten", betrag(massnahme.kosten) if massnahme.kosten else None),
            ("Beschluss", beschlusszeile(massnahme.beschluss) if massnahme.beschluss else None),
        )
        return Abschnitt("Mittel", (inhalt,) if inhalt.felder else ())


def _punkte(titel: str, texte: Sequence[str], *, prosa: bool = False) -> Abschnitt:
    return Abschnitt(titel, (Punkte(tuple(texte), prosa),) if texte else ())


def _gemeldet_wird(karte: Karte, wort: Bezeichnung) -> str:
    """Say what to name to »konzept sachstand«, to which the number of a goal means its only Maßnahme."""
    if len(karte.zeilen) == 1:
        return f"»konzept sachstand {karte.verweis.nummer}« meldet zu dieser {wort.einzahl}."
    return f"Gemeldet wird zu einer dieser {wort.mehrzahl}: »konzept sachstand ID«."


def _herkunft(element: Planelement) -> Iterator[tuple[str, str | None]]:
    """Say where it is taken from, and which other texts there are."""
    weitere = ["Leichte Sprache"] if element.leichte_sprache else []
    weitere += [sprache(kuerzel)["name"] for kuerzel in element.texte]
    yield "Auch in", ", ".join(weitere)
    yield "Quelle", element.quelle
    lesart = "Die Zuordnung ist unsere Lesart und steht nicht in der Quelle."
    yield "Erschlossen", lesart if element.erschlossen else None
