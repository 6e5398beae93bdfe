"""The single values of the document of a Fassung as German words: Stand, Beschluss, Geltung, Kosten, Lesart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart
from konzept.domain.einstellungen import Begriff
from konzept.domain.termin import TerminArt
from konzept.render.words import AKTEURARTEN, deutsche_zeit, deutsches_datum, kurzes_datum

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.domain.akteur import Akteur
    from konzept.domain.beschluss import Beschluss
    from konzept.domain.fassung import Rahmen
    from konzept.domain.handlungsfeld import Kosten
    from konzept.domain.kalender import Zeitangabe
    from konzept.domain.termin import Teil
    from konzept.reports.konzept_teile import Konzept, Zeitpunkt
    from konzept.reports.konzept_verbleib import Vorgaenger

RECHTS_NACH_LINKS = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left."""
SPRACHEN = {
    "ar": "Arabisch",
    "bg": "Bulgarisch",
    "ckb": "Sorani",
    "de": "Deutsch",
    "en": "Englisch",
    "es": "Spanisch",
    "fa": "Persisch",
    "fr": "Französisch",
    "he": "Hebräisch",
    "it": "Italienisch",
    "kmr": "Kurmandschi",
    "ku": "Kurdisch",
    "pl": "Polnisch",
    "ps": "Paschtu",
    "pt": "Portugiesisch",
    "ro": "Rumänisch",
    "ru": "Russisch",
    "so": "Somali",
    "sq": "Albanisch",
    "sr": "Serbisch",
    "ti": "Tigrinisch",
    "tr": "Türkisch",
    "uk": "Ukrainisch",
    "ur": "Urdu",
    "vi": "Vietnamesisch",
    "zh": "Chinesisch",
}
ZUSAMMENFASSUNG = "Zusammenfassung, nicht beschlossener Wortlaut"
_WAEHRUNGEN = {"EUR": "Euro"}
_KREIS = re.compile(r"kreis(?!frei|stadt)", re.IGNORECASE)
_BESTANDSNUMMER = re.compile(r"\d+(?=,|$)")


def standzeile(rahmen: Rahmen) -> str:
    """Say how far the document goes: its Stand, and whether a Beschluss is documented."""
    stand = f"Stand {deutsche_zeit(rahmen.stand)}"
    beschluss = rahmen.beschluss
    if beschluss is None or not beschluss.genannt:
        return f"{stand}, Beschluss nicht belegt"
    if beschluss.datum is None:
        return f"{stand}, beschlossen, Tag nicht belegt"
    return f"{stand}, beschlossen am {deutsches_datum(beschluss.datum)}"


def beschlusszeile(beschluss: Beschluss) -> str:
    """Name body, day and paper of a Beschluss, as far as they are documented."""
    teile = [
        beschluss.gremium,
        deutsches_datum(beschluss.datum) if beschluss.datum else None,
        f"Drucksache {beschluss.drucksache}" if beschluss.drucksache else None,
    ]
    return ", ".join(filter(None, teile)) or "beschlossen"


def geltung(von: Zeitangabe | None, bis: Zeitangabe | None) -> str:
    """Say from when to when something is in force; empty where neither is known."""
    if von and bis:
        gleich = von == bis
        return deutsche_zeit(von) if gleich else f"{deutsche_zeit(von)} bis {deutsche_zeit(bis)}"
    if von:
        return f"ab {deutsche_zeit(von)}"
    return f"bis {deutsche_zeit(bis)}" if bis else ""


def kennzahlen(konzept: Konzept) -> list[tuple[int, str]]:
    """Count what the document holds, in the county's own words; what it has none of is not named."""
    zahlen = [
        (konzept.umfang.felder, *_formen(konzept, Begriff.HANDLUNGSFELD)),
        (konzept.umfang.ziele, *_formen(konzept, Begriff.HANDLUNGSZIEL)),
        (konzept.umfang.massnahmen, *_formen(konzept, Begriff.MASSNAHME)),
        (konzept.umfang.stellen, "beteiligte Stelle", "beteiligte Stellen"),
    ]
    return [(zahl, einzahl if zahl == 1 else mehrzahl) for zahl, einzahl, mehrzahl in zahlen if zahl]


def _formen(konzept: Konzept, begriff: Begriff) -> tuple[str, str]:
    bezeichnung = konzept.bezeichnungen[begriff]
    return bezeichnung.einzahl, bezeichnung.mehrzahl


def vorgaengerzeile(vorgaenger: Vorgaenger) -> str:
    """Name the Fassung before this one."""
    titel = ", ".join(filter(None, (vorgaenger.titel, vorgaenger.art)))
    zeile = f"Fassung {vorgaenger.id}" + (f": {titel}" if titel else "")
    return zeile if vorgaenger.vollstaendig else f"{zeile} (nur zum Teil belegt)"


def betrag(kosten: Kosten) -> str:
    """Write what a Maßnahme costs, an amount in the German way: 14.000 Euro (2025)."""
    if kosten.betrag is None:
        return kosten.text or ""
    jahr = f" ({kosten.jahr})" if kosten.jahr else ""
    summe = f"{_zahl(kosten.betrag)} {_WAEHRUNGEN.get(kosten.waehrung, kosten.waehrung)}{jahr}"
    return f"{summe}, {kosten.text}" if kosten.text else summe


def _zahl(wert: Decimal) -> str:
    ganze, _, cent = f"{wert:,.2f}".partition(".")
    return ganze.replace(",", ".") + ("" if cent == "00" else f",{cent}")


def lesart(zeitpunkt: Zeitpunkt) -> str:
    """Say which dates a Termin is read as, where the wording does not name them itself; else empty."""
    teile = [satz for teil in zeitpunkt.teile if (satz := _teil(teil, zeitpunkt.text))]
    if zeitpunkt.turnus_ab:
        teile.append(f"Turnus ab {zeitpunkt.turnus_ab}")
    return "; ".join(dict.fromkeys(teile))


def _teil(teil: Teil, wortlaut: str) -> str:
    if teil.ende is None or teil.art not in {TerminArt.FAELLIG, TerminArt.ZEITRAUM}:
        return ""
    if any(form(teil.ende) in wortlaut for form in (deutsches_datum, kurzes_datum)):
        return ""
    if teil.art is TerminArt.ZEITRAUM:
        von = f"vom {deutsches_datum(teil.beginn)} " if teil.beginn else ""
        return f"{von}bis {deutsches_datum(teil.ende)}" + _zweifel(teil)
    return f"fällig am {deutsches_datum(teil.ende)}" + _zweifel(teil)


def _zweifel(teil: Teil) -> str:
    return " (Wortlaut mehrdeutig)" if teil.mehrdeutig else ""


def sprache(kuerzel: str) -> dict[str, str]:
    """Describe a language for ``lang`` and ``dir``; ``name`` is what readers of German call it."""
    haupt = kuerzel.partition("-")[0].lower()
    gueltig = re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", kuerzel) is not None
    return {
        "lang": kuerzel if gueltig else "und",
        "dir": "rtl" if haupt in RECHTS_NACH_LINKS else "ltr",
        "name": SPRACHEN.get(haupt, kuerzel),
    }


def akteurzusatz(akteur: Akteur, haus: str | None, nachfolger: str | None) -> str:
    """Say what the index adds to a body's name: where it belongs, since and until when, who came after."""
    zeit = geltung(akteur.gueltig_von, akteur.gueltig_bis)
    teile = [
        f"gehört zu: {haus}" if haus else None,
        zeit or None,
        f"Nachfolge: {nachfolger}" if nachfolger else None,
        akteur.hinweis,
    ]
    return "; ".join(filter(None, teile))


def akteurart(art: Akteurart, koerperschaft: str | None) -> str:
    """Name a kind of bodies; the administration is that of a Kreis only where the plan is one of a Kreis."""
    if art is Akteurart.VERWALTUNG and not _KREIS.search(koerperschaft or ""):
        return "Verwaltung"
    return AKTEURARTEN[art]


def fundstelle(quelle: str, rahmen: Rahmen | None = None) -> str:
    """Say where something stands in words that readers of the page understand.

    A plan may name its sources by a bare number (»001, Kapitel 3«), which says nothing to others. Under the number of
    the Fassung's own source (that of its ``rahmen``) a place is one in that document; any other number is named as
    what it is.
    """
    nummer = _BESTANDSNUMMER.match(quelle)
    if nummer is None:
        return quelle
    ort = quelle[nummer.end() :].removeprefix(",").strip()
    eigene = _BESTANDSNUMMER.match(rahmen.quelle or "") if rahmen else None
    if ort and eigene is not None and eigene[0] == nummer[0]:
        return f"{ort} des Quelldokuments"
    return ", ".join(filter(None, (f"Quelldokument {nummer[0]}", ort)))
