"""What stands on the card of a funding programme: its terms, and what it pays for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.karte_blatt import Abschnitt, Blatt, Feld, Felder, Satz, felder
from konzept.render.liste_words import lage_in_worten
from konzept.render.words import anzahl, aufzaehlung, deutsche_zeit, kurzes_datum

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.karte_programm import Programmkarte
    from konzept.reports.liste import Listenzeile

SPALTE = 12
NUMMER = 9


def programmblatt(karte: Programmkarte, einstellungen: Einstellungen) -> Blatt:
    """Lay out the card."""
    programm, rahmen = karte.programm, karte.fassung.rahmen
    kopf = felder(
        ("id", programm.id),
        ("Geber", programm.geber),
        ("Zeitraum", programm.zeitraum),
        ("Summe", programm.summe),
        ("Anteile", "; ".join(f"{one.prozent} % {one.geber}" for one in programm.anteile)),
        ("Hinweis", programm.hinweis),
        ("Fundstelle", programm.fundstelle),
        ("Fassung", f"{karte.fassung.id}, {rahmen.art}, Stand {deutsche_zeit(rahmen.stand)}"),
        ("Stichtag", kurzes_datum(karte.stichtag)),
        spalte=SPALTE,
        einzug=0,
    )
    return Blatt(f"Förderprogramm: {programm.name}", kopf, (_massnahmen(karte, einstellungen),))


def _massnahmen(karte: Programmkarte, einstellungen: Einstellungen) -> Abschnitt:
    wort = einstellungen.bezeichnung(Begriff.MASSNAHME)
    anderswo = [
        f"{anzahl(zahl, wort.einzahl, wort.mehrzahl)} der Fassung {name}" for name, zahl in karte.anderswo
    ]
    saetze = (Satz(f"In anderen Fassungen: {aufzaehlung(anderswo)}."),) if anderswo else ()
    if not karte.zeilen:
        satz = Satz(f"Keine {wort.einzahl} der Fassung {karte.fassung.id} nennt dieses Programm.")
        return Abschnitt(wort.mehrzahl, (satz, *saetze))
    titel = anzahl(len(karte.zeilen), wort.einzahl, wort.mehrzahl)
    return Abschnitt(titel, (Felder(tuple(_zeile(karte, one) for one in karte.zeilen), NUMMER, 0), *saetze))


def _zeile(karte: Programmkarte, zeile: Listenzeile) -> Feld:
    hinweise = "; ".join(one.hinweis for one in karte.foerderungen[zeile.id] if one.hinweis)
    stand = lage_in_worten(zeile, karte.stichtag)
    return Feld(zeile.nummer, (zeile.titel, f"{hinweise}; {stand}" if hinweise else stand))
