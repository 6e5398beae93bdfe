"""The rows of the Sachstandsbericht for templates: a Maßnahme, a Frist, a change; texts come ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.due_words import leading
from konzept.render.sachstandsbericht_words import AMPEL, OHNE_MELDUNG, ZEICHEN, grundsatz
from konzept.render.words import ROLLEN, STAENDE, anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from konzept.domain.einstellungen import Ampelwort
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.liste import Listenzeile
    from konzept.reports.sachstandsbericht_teile import (
        Aenderung,
        Auskunft,
        Fristgruppe,
        Massnahmenstand,
        Sachstandsbericht,
    )

Werte = dict[str, Any]
"""Plain values for a template: dicts, lists, strings and truth values."""

FRISTEN_GEZEIGT = 3
"""So many Fristen of one part are named; of more the first, the last and their number."""
MEHRDEUTIG = " (mehrdeutig)"
"""The wording has several readings; the Frist follows from one of them (design §5)."""

AUFGEHOLT = "danach wieder als erfüllt gemeldet"
"""Why something overdue is in plan nevertheless: it comes again, and came again."""


@dataclass(frozen=True, slots=True)
class Zeilen:
    """Writes the rows of one report; ``satz`` makes the Markdown of a report ready for one line of the format."""

    bericht: Sachstandsbericht
    satz: Callable[[str], str]

    def ampel(self, wort: Ampelwort) -> Werte:
        """Give a word of the Ampel with its sign and its colour."""
        return {
            "wort": wort.value,
            "name": AMPEL[wort],
            "zeichen": ZEICHEN[wort],
            "text": f"{ZEICHEN[wort]} {AMPEL[wort]}",
            "farbe": self.bericht.farben[wort].value,
        }

    def massnahme(self, stand: Massnahmenstand) -> Werte:
        """Give a row of the table of all Maßnahmen."""
        zeile = stand.zeile
        return {
            **_wer(zeile),
            "anker": anker(zeile.id),
            "termin": zeile.termin or "",
            "beschluss": _beschluss(stand),
            "frist": _frist(stand),
            "ueberfaellig": bool(zeile.ueberfaellig) and not stand.aufgeholt,
            "ampel": self.ampel(stand.urteil.wort),
            "sachstand": self._sachstand(stand),
        }

    def frist(self, gruppe: Fristgruppe) -> Werte:
        """Give a row of the Fristen that are overdue or come next."""
        eintrag = gruppe.eintrag
        einzahl = self.bericht.bezeichnungen[Begriff.HANDLUNGSZIEL].einzahl
        return {
            "nummer": eintrag.gliederung,
            "titel": eintrag.titel if eintrag.massnahme else f"{einzahl}: {eintrag.titel}",
            "href": f"#{anker(eintrag.massnahme)}" if eintrag.massnahme else "",
            "federfuehrend": ", ".join(leading(eintrag)) or "–",
            "tage": tage(gruppe.tage),
            "termin": eintrag.teil_text + (MEHRDEUTIG if eintrag.mehrdeutig else ""),
            "ampel": self.ampel(gruppe.wort) if gruppe.wort else None,
            "neu": _neu(gruppe),
            "meldung": _gemeldet(eintrag),
            "aufgeholt": AUFGEHOLT if gruppe.aufgeholt else "",
        }

    def aenderung(self, eine: Aenderung) -> Werte:
        """Give a row of what changed."""
        stand, vorher = eine.jetzt, eine.vorher
        neueste = _neueste(eine.auskuenfte)
        jetzt = stand.antwort.meldung.stand if stand.antwort else None
        anders = vorher is not None and jetzt is not None and vorher.stand not in {None, jetzt}
        return {
            **_wer(stand.zeile),
            "href": f"#{anker(stand.zeile.id)}",
            "vorher": self.ampel(vorher.wort) if vorher else None,
            "ampel": self.ampel(stand.urteil.wort),
            "stand": f"Stand: {STAENDE[vorher.stand]} → {STAENDE[jetzt]}"
            if anders and vorher and vorher.stand and jetzt
            else "",
            "auskunft": self._auskunft(neueste) if neueste else None,
            "zusaetze": self._zusaetze(eine, neueste),
        }

    def _zusaetze(self, eine: Aenderung, neueste: Auskunft | None) -> list[str]:
        weitere = len(eine.auskuenfte) - (neueste is not None)
        neuer_termin = neueste.meldung.neuer_termin if neueste else None
        spaete = sum(one.nachgetragen for one in eine.auskuenfte)
        zusaetze = [
            f"{_termin_gemeldet(neueste)}: {neuer_termin}" if neueste and neuer_termin else "",
            f"neu überfällig: {tage(_tage(eine.neu_ueberfaellig))}" if eine.neu_ueberfaellig else "",
            f"erledigte Fristen: {tage(_tage(eine.erledigt))}" if eine.erledigt else "",
            anzahl(weitere, "weitere Meldung", "weitere Meldungen") if weitere else "",
            f"nach dem letzten Bericht nachgetragen: {anzahl(spaete, 'Meldung', 'Meldungen')}"
            if spaete
            else "",
        ]
        return [one for one in zusaetze if one]

    def _sachstand(self, stand: Massnahmenstand) -> Werte:
        antwort, letzte = stand.antwort, stand.letzte
        gruende = [satz for grund in stand.urteil.gruende if (satz := grundsatz(grund))]
        if stand.gemeldeter_termin:
            gruende.insert(0, f"gemeldeter neuer Termin: {stand.gemeldeter_termin}")
        if letzte is not None and letzte is not antwort and not letzte.ist_antwort:
            gruende.append(_gefragt(letzte))
        return {
            "auskunft": self._auskunft(antwort) if antwort else None,
            "zusaetze": gruende,
            "ohne": OHNE_MELDUNG,
        }

    def _auskunft(self, auskunft: Auskunft) -> Werte:
        """Give one entry of the log: the day, the state, who reported, at most three sentences."""
        meldung = auskunft.meldung
        return {
            "am": kurzes_datum(meldung.am),
            "tag": meldung.am.isoformat(),
            "stand": STAENDE[meldung.stand],
            "von": auskunft.von or "",
            "text": self.satz(auskunft.text) if auskunft.text else "",
        }


def anker(massnahme: str) -> str:
    """Return the anchor of a Maßnahme in the table, made of its id."""
    return f"massnahme-{massnahme}"


def tage(alle: Sequence[date]) -> str:
    """Write the days of Fristen; of many the first, the last and their number."""
    if len(alle) > FRISTEN_GEZEIGT:
        return f"{kurzes_datum(alle[0])} bis {kurzes_datum(alle[-1])} ({len(alle)} Fristen)"
    return ", ".join(map(kurzes_datum, alle))


def _beschluss(stand: Massnahmenstand) -> str:
    """Name the Beschluss that moved the Termin, and what the plan had said."""
    if stand.gesetzt is None or stand.gesetzt.beschluss is None:
        return ""
    beschluss = stand.gesetzt.beschluss
    teile = (
        beschluss.gremium,
        kurzes_datum(beschluss.datum) if beschluss.datum else None,
        f"Drucksache {beschluss.drucksache}" if beschluss.drucksache else None,
    )
    return f"beschlossen: {', '.join(filter(None, teile))}; bisher: {stand.bisher}"


def _tage(eintraege: Sequence[Eintrag]) -> list[date]:
    return sorted(one.faellig for one in eintraege if one.faellig)


def _wer(zeile: Listenzeile) -> Werte:
    weitere = [
        f"{ROLLEN[one.rolle]}: {one.kurz}" for one in zeile.akteure if one.rolle is not Rolle.FEDERFUEHREND
    ]
    return {
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "federfuehrend": ", ".join(zeile.federfuehrend or dict.fromkeys(weitere)) or "–",
    }


def _frist(stand: Massnahmenstand) -> str:
    """Say which Frist to look at: the oldest overdue one, else the next, else the last that was met."""
    eintrag = stand.zeile.frist
    if eintrag is None or eintrag.faellig is None:
        return ""
    tag = kurzes_datum(eintrag.faellig)
    if eintrag.gruppe is Gruppe.UEBERFAELLIG:
        weitere = stand.zeile.ueberfaellig - 1
        mehr = f" und {weitere} weitere" if weitere else ""
        return f"überfällig seit {tag}{mehr}{f'; {AUFGEHOLT}' if stand.aufgeholt else ''}"
    erledigt = " erledigt" if eintrag.gruppe is Gruppe.ERLEDIGT else ""
    return f"Frist {tag}{erledigt}{MEHRDEUTIG if eintrag.mehrdeutig else ''}"


def _neu(gruppe: Fristgruppe) -> str:
    if not gruppe.neu:
        return ""
    return "neu" if gruppe.neu == len(gruppe.eintraege) else f"{gruppe.neu} davon neu"


def _gemeldet(eintrag: Eintrag) -> str:
    """Say »gemeldet am …: …« or »ohne Meldung«, and who was asked since."""
    antwort, letzte = eintrag.antwort, eintrag.letzte
    gefragt = (
        f"gefragt am {kurzes_datum(letzte.am)}, keine Rückmeldung" if letzte and letzte is not antwort else ""
    )
    if antwort is None:
        return ", ".join(filter(None, ("ohne Meldung", gefragt)))
    termin = ""
    if antwort.neuer_termin and not antwort.setzt_termin:
        termin = f"gemeldeter neuer Termin: {antwort.neuer_termin}"
    return "; ".join(
        filter(None, (f"gemeldet am {kurzes_datum(antwort.am)}: {STAENDE[antwort.stand]}", termin, gefragt))
    )


def _gefragt(auskunft: Auskunft) -> str:
    return f"gefragt am {kurzes_datum(auskunft.meldung.am)}, keine Rückmeldung"


def _termin_gemeldet(auskunft: Auskunft) -> str:
    return "neuer Termin laut Beschluss" if auskunft.meldung.setzt_termin else "gemeldeter neuer Termin"


def _neueste(auskuenfte: Sequence[Auskunft]) -> Auskunft | None:
    """Return what was answered last, by the day it speaks of; else that nobody answered."""
    antworten = [one for one in auskuenfte if one.ist_antwort]
    return next(reversed(antworten or auskuenfte), None)
