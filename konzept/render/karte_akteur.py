"""What stands on the card of a body: where it belongs, and what it and its own bodies carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart
from konzept.domain.einstellungen import Begriff
from konzept.render.karte_blatt import Abschnitt, Blatt, Feld, Felder, felder
from konzept.render.konzept_werte import geltung
from konzept.render.liste_words import lage_in_worten
from konzept.render.words import ROLLEN, anzahl, deutsche_zeit, kurzes_datum

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.akteur import Akteurzeile, Anteilnahme
    from konzept.reports.karte import Akteurkarte

ARTEN = {
    Akteurart.VERWALTUNG: "Kreisverwaltung",
    Akteurart.BEHOERDE: "Behörde",
    Akteurart.KOMMUNE: "Kommune",
    Akteurart.TRAEGER: "Träger",
    Akteurart.VEREIN: "Verein oder Verband",
    Akteurart.UNTERNEHMEN: "Unternehmen",
    Akteurart.BILDUNG: "Bildungseinrichtung",
    Akteurart.NETZWERK: "Netzwerk",
    Akteurart.GREMIUM: "Gremium",
    Akteurart.PROGRAMM: "Programm oder Projekt",
    Akteurart.GRUPPE: "Gruppe ohne Namen",
}
"""The kind of one body; ``AKTEURARTEN`` names many."""
SPALTE = 12
NUMMER = 9


def akteurblatt(karte: Akteurkarte, einstellungen: Einstellungen) -> Blatt:
    """Lay out the card."""
    akteur, rahmen = karte.akteur, karte.fassung.rahmen
    kopf = felder(
        ("id", akteur.id),
        ("Kurz", akteur.kurz),
        ("Auch", ", ".join(akteur.aliasse)),
        ("Art", ARTEN[akteur.art]),
        ("Gehört zu", karte.gehoert_zu.name if karte.gehoert_zu else None),
        ("Besteht", geltung(akteur.gueltig_von, akteur.gueltig_bis)),
        ("Nachfolge", karte.nachfolger.name if karte.nachfolger else None),
        ("Hinweis", akteur.hinweis),
        ("Quelle", akteur.quelle),
        ("Fassung", f"{karte.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"),
        ("Stichtag", kurzes_datum(karte.stichtag)),
        spalte=SPALTE,
        einzug=0,
    )
    stellen = [one for one in karte.stellen if one.anteile or one.akteur is akteur]
    return Blatt(akteur.name, kopf, tuple(_stelle(karte, one, einstellungen) for one in stellen))


def _stelle(karte: Akteurkarte, zeile: Akteurzeile, einstellungen: Einstellungen) -> Abschnitt:
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    zahl = anzahl(zeile.massnahmen, wort.einzahl, wort.mehrzahl) if zeile.anteile else f"keine {wort.einzahl}"
    titel = zahl if zeile.akteur is karte.akteur else f"{zeile.akteur.name}: {zahl}"
    anteile = tuple(_anteil(karte, anteil) for anteil in zeile.anteile)
    return Abschnitt(titel, (Felder(anteile, NUMMER, 0),) if anteile else ())


def _anteil(karte: Akteurkarte, anteil: Anteilnahme) -> Feld:
    hinweis = f" ({anteil.hinweis})" if anteil.hinweis else ""
    stand = lage_in_worten(karte.zeilen[anteil.massnahme], karte.stichtag)
    return Feld(anteil.nummer, (anteil.titel, f"{ROLLEN[anteil.rolle]}{hinweis}; {stand}"))
