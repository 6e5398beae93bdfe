"""The card of a body as text for 80 columns: where it belongs, and what it and its own bodies carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart
from konzept.domain.einstellungen import Begriff
from konzept.render.absatz import absatz, eintrag, ueberschrift
from konzept.render.konzept_werte import geltung
from konzept.render.liste_words import fristtag, gemeldet, zustand
from konzept.render.table import MINIMUM_WIDTH
from konzept.render.words import ROLLEN, anzahl, deutsche_zeit, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.akteur import Akteurzeile, Anteilnahme
    from konzept.reports.karte import Akteurkarte
    from konzept.reports.liste import Listenzeile

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


def akteurkarte_text(karte: Akteurkarte, einstellungen: Einstellungen, width: int = 80) -> str:
    """Write the card for ``width`` columns (at least 40)."""
    width = max(width, MINIMUM_WIDTH)
    akteur, rahmen = karte.akteur, karte.fassung.rahmen
    felder = [
        ("id", akteur.id),
        ("Kurz", akteur.kurz or ""),
        ("Auch", ", ".join(akteur.aliasse)),
        ("Art", ARTEN[akteur.art]),
        ("Gehört zu", karte.gehoert_zu.name if karte.gehoert_zu else ""),
        ("Besteht", geltung(akteur.gueltig_von, akteur.gueltig_bis)),
        ("Nachfolge", karte.nachfolger.name if karte.nachfolger else ""),
        ("Hinweis", akteur.hinweis or ""),
        ("Quelle", akteur.quelle or ""),
        ("Fassung", f"{karte.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"),
        ("Stichtag", kurzes_datum(karte.stichtag)),
    ]
    lines = ueberschrift(akteur.name, width, "=")
    lines += [line for name, text in felder if text for line in eintrag(name, text, width, 0, SPALTE)]
    for zeile in karte.stellen:
        if zeile.anteile or zeile.akteur is akteur:
            lines += ["", *_stelle(karte, zeile, einstellungen, width)]
    return "\n".join(lines) + "\n"


def _stelle(karte: Akteurkarte, zeile: Akteurzeile, einstellungen: Einstellungen, width: int) -> list[str]:
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    zahl = anzahl(zeile.massnahmen, wort.einzahl, wort.mehrzahl) if zeile.anteile else f"keine {wort.einzahl}"
    titel = zahl if zeile.akteur is karte.akteur else f"{zeile.akteur.name}: {zahl}"
    lines = ueberschrift(titel, width, "─")
    for anteil in zeile.anteile:
        lines += _anteil(karte, anteil, width)
    return lines


def _anteil(karte: Akteurkarte, anteil: Anteilnahme, width: int) -> list[str]:
    hinweis = f" ({anteil.hinweis})" if anteil.hinweis else ""
    stand = _stand(karte.zeilen[anteil.massnahme], karte)
    return [
        *eintrag(anteil.nummer, anteil.titel, width, 0, NUMMER),
        *absatz(f"{ROLLEN[anteil.rolle]}{hinweis}; {stand}", width, NUMMER),
    ]


def _stand(zeile: Listenzeile, karte: Akteurkarte) -> str:
    """Say how the Maßnahme stands: the Frist to look at first, and the last report."""
    frist = zeile.frist
    teile = []
    if frist is not None:
        stand = zustand(frist, karte.stichtag, zeile.teile[frist.teil - 1].beginn)
        mehr = (
            f", insgesamt {zeile.ueberfaellig}×"
            if frist.gruppe is Gruppe.UEBERFAELLIG and zeile.ueberfaellig > 1
            else ""
        )
        teile.append(stand + (f" ({fristtag(frist)}{mehr})" if frist.faellig else ""))
    wort, tag = gemeldet(zeile.letzte, zeile.antwort)
    teile.append(f"gemeldet am {tag}: {wort}" if tag else wort)
    return "; ".join(teile)
