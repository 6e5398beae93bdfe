"""How the comparison of two Fassungen is put into German: kinds, fields, codes, and what a field held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Zustaendigkeit
from konzept.domain.beschluss import Beschluss
from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene, Indikator, Querbezug
from konzept.domain.foerderprogramm import Foerderung
from konzept.domain.handlungsfeld import Kosten
from konzept.domain.terminangabe import Termin
from konzept.domain.verbleib import Verbleibart
from konzept.render.diff_termin_words import terminbemerkung
from konzept.render.words import EBENEN, QUERBEZUEGE, ROLLEN, VERBLEIBE, anzahl, deutsches_datum
from konzept.reports.diff_bilanz import FORTGEFUEHRT
from konzept.reports.diff_codes import Code, Feld
from konzept.reports.diff_verbleib import Auskunft
from konzept.reports.diff_werte import Art

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.einstellungen import Bezeichnung
    from konzept.reports.diff_werte import Aenderung, FeldAenderung, Gitstand, Inhalt, Namen, Ort

    Bezeichnungen = Mapping[Begriff, Bezeichnung]

ARTEN = {
    Art.NEU: "neu",
    Art.ENTFALLEN: "entfallen",
    Art.ZUSAMMENGELEGT: "zusammengelegt",
    Art.AUFGETEILT: "aufgeteilt",
    Art.VERSCHOBEN: "verschoben",
    Art.GEAENDERT: "geändert",
    Art.UMNUMMERIERT: "umnummeriert",
    Art.UNVERAENDERT: "unverändert",
    Art.NICHT_BELEGT: "nicht belegt",
}
VERBLEIB_KURZ = {**VERBLEIBE, Verbleibart.NICHT_AUFGENOMMEN: "nicht aufgenommen"}
POSTEN = {
    FORTGEFUEHRT: "fortgeführt",
    **{art.value: wort for art, wort in VERBLEIB_KURZ.items()},
    Auskunft.NICHT_ENTHALTEN.value: "nicht enthalten",
    Auskunft.NICHT_BELEGT.value: "nicht belegt",
    Auskunft.OFFEN.value: "offen",
}
FELDER = {
    Feld.EBENE: "Ebene",
    Feld.TITEL: "Titel",
    Feld.TEXT: "Text",
    Feld.EINLEITUNG: "Einleitung",
    Feld.VORWORT: "Vorwort",
    Feld.LEITBILD: "Leitbild",
    Feld.AUSBLICK: "Ausblick",
    Feld.TERMIN: "Termin",
    Feld.ZUSTAENDIGKEITEN: "Zuständigkeit",
    Feld.FOERDERUNGEN: "Förderung",
    Feld.KOSTEN: "Kosten",
    Feld.LEITZIELE: "Leitziel",
    Feld.INDIKATOREN: "Indikator",
    Feld.QUERBEZUEGE: "Querbezug",
    Feld.HINWEISE: "Hinweis",
    Feld.ARBEITSKREIS: "Arbeitskreis",
    Feld.BESCHLUSS: "Beschluss",
    Feld.LEICHTE_SPRACHE: "Leichte Sprache",
    Feld.TEXTE: "Übersetzung",
}
BEMERKUNGEN = {
    Code.REDAKTIONELL: "redaktionell",
    Code.ABGESCHWAECHT: "abgeschwächt",
    Code.VERBINDLICHER: "verbindlicher",
    Code.FEDERFUEHRUNG_GEWECHSELT: "Federführung gewechselt",
    Code.FEDERFUEHRUNG_NEU: "bisher ohne Federführung",
    Code.FEDERFUEHRUNG_ENTFALLEN: "jetzt ohne Federführung",
    Code.NACHFOLGE: "Nachfolge",
}
"""What is worth a word behind a change; the other codes say no more than the change itself shows."""

KURZER_HASH = 10
"""So many signs of a hash are printed whatever else the repository holds; git's own number grows with it."""

OHNE_WORT = frozenset({"Anzahl", "Zahl", "Stück"})
"""Units that say no more than the figure itself."""


def feldname(feld: Feld, bezeichnungen: Bezeichnungen) -> str:
    """Return the name of a field, in the county's own words where it has any."""
    eigene = {
        Feld.TERMIN: Begriff.TERMIN,
        Feld.ZUSTAENDIGKEITEN: Begriff.ZUSTAENDIGKEIT,
        Feld.LEITZIELE: Begriff.LEITZIEL,
    }
    return bezeichnungen[eigene[feld]].einzahl if feld in eigene else FELDER[feld]


def ebenenname(ebene: Ebene, bezeichnungen: Bezeichnungen, zahl: int = 1) -> str:
    """Return what a level is called, in the plural unless ``zahl`` is 1."""
    if ebene is Ebene.FASSUNG:
        return EBENEN[ebene] if zahl == 1 else "Fassungen"
    bezeichnung = bezeichnungen[Begriff(ebene.value)]
    return bezeichnung.einzahl if zahl == 1 else bezeichnung.mehrzahl


def ort(einer: Ort, bezeichnungen: Bezeichnungen, fassung: str | None = None) -> str:
    """Write an id as a reader knows it: Handlungsziel 5.6 »…«; with ``fassung`` also whose number that is."""
    nummer = einer.nummer and nummer_in(einer.nummer, fassung)
    return " ".join(filter(None, [ebenenname(einer.ebene, bezeichnungen), nummer, in_quotes(einer.titel)]))


def nummer_in(nummer: str, fassung: str | None) -> str:
    """Write a number with the Fassung it was given in, since numbers are used again: 5.10 (2018)."""
    return f"{nummer} ({fassung})" if fassung else nummer


def in_quotes(titel: str) -> str:
    """Quote a title; the full stop of one that is a sentence stays out."""
    return f"»{titel[:-1] if titel.endswith('.') and not titel.endswith('..') else titel}«"


def inhalt(feld: Feld, wert: Inhalt | None, namen: Namen, bezeichnungen: Bezeichnungen) -> str | None:
    """Write what a field, or one item of a list, held on one side; None if it held nothing."""
    if wert is None:
        return None
    gegenstand, aussage = zerlegt(feld, wert, namen, bezeichnungen)
    if gegenstand is None:
        return aussage
    return f"{gegenstand} ({aussage})" if aussage else gegenstand


def zerlegt(feld: Feld, wert: Inhalt, namen: Namen, bezeichnungen: Bezeichnungen) -> tuple[str | None, str]:
    """Part an item into whom or what it names and what it says of it; a plain value names nothing."""
    match wert:
        case Zustaendigkeit():
            aussage = ", ".join(filter(None, [ROLLEN[wert.rolle], wert.hinweis]))
            return namen.akteure.get(wert.akteur, wert.akteur), aussage
        case Foerderung():
            return namen.programme.get(wert.programm, wert.programm), wert.hinweis or ""
        case Querbezug():
            aussage = ", ".join(filter(None, [QUERBEZUEGE[wert.art].removesuffix(" zu"), wert.hinweis]))
            return _ort(wert.ziel, namen, bezeichnungen), aussage
        case Indikator():
            return wert.titel, _indikator(wert)
        case str() if feld is Feld.LEITZIELE:
            return _ort(wert, namen, bezeichnungen), ""
        case _:
            return None, _schlicht(feld, wert)


def _schlicht(feld: Feld, wert: str | Termin | Kosten | Beschluss) -> str:
    match wert:
        case Termin():
            return wert.text
        case Kosten():
            return _kosten(wert)
        case Beschluss():
            return _beschluss(wert)
        case str():
            return EBENEN[Ebene(wert)] if feld is Feld.EBENE else wert


def bemerkung(eine: FeldAenderung, rueckwaerts: tuple[str, str] | None = None) -> str | None:
    """Say what a change means where its two sides do not show it; ``rueckwaerts`` as for a Termin."""
    return terminbemerkung(eine, rueckwaerts) or BEMERKUNGEN.get(eine.code)


def zielbemerkung(
    eine: FeldAenderung, bezeichnungen: Bezeichnungen, rueckwaerts: tuple[str, str] | None = None
) -> str | None:
    """Say which Termin of the goal holds where an own one is missing; None where none takes its place."""
    if eine.geerbt is None:
        return None
    geltender = f"{vom_ziel(bezeichnungen)} ({eine.geerbt.text})"
    if rueckwaerts:
        return f"in {rueckwaerts[eine.neu is None]} gilt der {geltender}"
    if eine.neu is None:
        return f"eigener Termin entfällt; es gilt der {geltender}"
    return f"eigener Termin; bisher galt der {geltender}"


def zieltermin(eine: Aenderung, bezeichnungen: Bezeichnungen) -> tuple[str, str, str] | None:
    """Name the Termin that a moved id has from its goal and write both sides; None where it stays the same."""
    if eine.zieltermin is None:
        return None
    name = f"{feldname(Feld.TERMIN, bezeichnungen)} {vom_ziel(bezeichnungen)}"
    alt, neu = (seite.text if seite else "keiner" for seite in (eine.zieltermin.alt, eine.zieltermin.neu))
    return name, alt, neu


def vom_ziel(bezeichnungen: Bezeichnungen) -> str:
    """Write »des Handlungsziels«; of a word of the county's own the genitive is not known."""
    name = ebenenname(Ebene.HANDLUNGSZIEL, bezeichnungen)
    return f"des {name}s" if name.endswith("ziel") else f"der Ebene »{name}«"


def _ort(name: str, namen: Namen, bezeichnungen: Bezeichnungen) -> str:
    einer = namen.orte.get(name)
    return ort(einer, bezeichnungen) if einer else name


def _indikator(wert: Indikator) -> str:
    einheit = f" {wert.einheit}" if wert.einheit and wert.einheit not in OHNE_WORT else ""
    ziel = f"Zielwert {wert.zielwert}{einheit}" if wert.zielwert else None
    anfang = f"Ausgangswert {wert.ausgangswert}{'' if ziel else einheit}" if wert.ausgangswert else None
    return ", ".join(filter(None, [anfang, ziel])) or (wert.einheit or "")


def _kosten(wert: Kosten) -> str:
    betrag = None
    if wert.betrag is not None:
        ganze, _, cent = f"{wert.betrag:,.2f}".partition(".")
        zahl = ganze.replace(",", ".") + ("" if cent == "00" else f",{cent}")
        betrag = f"{zahl} {wert.waehrung}" + (f" ({wert.jahr})" if wert.jahr else "")
    return "; ".join(filter(None, [wert.text, betrag]))


def _beschluss(wert: Beschluss) -> str:
    tag = deutsches_datum(wert.datum) if wert.datum else None
    return ", ".join(filter(None, [wert.gremium, tag, wert.drucksache, wert.url]))


def gitstand_in_worten(gitstand: Gitstand) -> str:
    """Name a commit as git's users do, by the beginning of its hash, and the day it was made."""
    tag = f" vom {deutsches_datum(gitstand.datum)}" if gitstand.datum else ""
    return f"Commit {gitstand.commit[:KURZER_HASH]}{tag}"


def anzahl_der(ebene: Ebene, zahl: int, bezeichnungen: Bezeichnungen) -> str:
    """Write how many of a level there are: 1 Maßnahme, 7 Maßnahmen."""
    return anzahl(zahl, ebenenname(ebene, bezeichnungen), ebenenname(ebene, bezeichnungen, 2))
