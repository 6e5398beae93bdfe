"""What a sheet says in words: the state, the reports, the values of an indicator, the way through the Fassungen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.sachstand import Stand
from konzept.render.evaluation_words import (
    INDIKATORARTEN,
    ZIELLAGEN,
    ZIELZEICHEN,
    anlass,
    mit_einheit,
    wann,
    zahl,
)
from konzept.render.karte_words import bezeichnet
from konzept.render.sachstandsbericht_words import AMPEL, ZEICHEN
from konzept.render.words import STAENDE, anzahl, kurzes_datum

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.element import Indikator
    from konzept.domain.sachstand import Meldung
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.konzept_bezuege import Bezug, Verweis
    from konzept.reports.massnahmenblatt import Massnahmenblaetter, Massnahmenblatt
    from konzept.reports.sachstandsbericht_ampel import Urteil

NICHT_ANGEGEBEN = "nicht angegeben"
FRUEHERE_GEZEIGT = 4
"""So many earlier reports are named by day and state; of more the number."""


def auswahl(bericht: Massnahmenblaetter) -> str:
    """Say how many sheets there are of how many, and by which body they were chosen."""
    wort = bericht.einstellungen.bezeichnung(Begriff.MASSNAHME)
    zahl_der_blaetter = len(bericht.blaetter)
    alle = anzahl(bericht.gesamt, wort.einzahl, wort.mehrzahl)
    was = alle if zahl_der_blaetter == bericht.gesamt else f"{zahl_der_blaetter} von {alle}"
    mit = f", an denen beteiligt ist: {bericht.akteur.name}" if bericht.akteur else ""
    return f"{was}{mit}"


def leer(bericht: Massnahmenblaetter) -> str:
    """Say that there is no sheet."""
    wort = bericht.einstellungen.bezeichnung(Begriff.MASSNAHME)
    if not bericht.gesamt:
        return f"In dieser Fassung stehen keine {wort.mehrzahl}."
    return f"Keine {wort.einzahl} dieser Fassung passt zur Auswahl."


def urteilswort(urteil: Urteil) -> str:
    """Give the word of the Ampel with its sign."""
    return f"{ZEICHEN[urteil.wort]} {AMPEL[urteil.wort]}"


def anlaesse(urteil: Urteil) -> str:
    """Say what speaks against »im Plan«; empty if nothing."""
    return "; ".join(map(anlass, urteil.gruende))


def meldungskopf(meldung: Meldung, bericht: Massnahmenblaetter) -> str:
    """Give day, state and body of a report: 30.06.2025: laufend (Volkshochschule)."""
    von = f" ({bericht.namen.get(meldung.von, meldung.von)})" if meldung.von else ""
    return f"{kurzes_datum(meldung.am)}: {STAENDE[meldung.stand]}{von}"


def gefragt(blatt: Massnahmenblatt) -> str:
    """Say that a body was asked after the last report and did not answer; empty if that is not so."""
    letzte = blatt.meldungen[-1] if blatt.meldungen else None
    if letzte is None or letzte.stand is not Stand.KEINE_RUECKMELDUNG:
        return ""
    return f"gefragt am {kurzes_datum(letzte.am)}, keine Rückmeldung"


def fruehere(blatt: Massnahmenblatt) -> str:
    """Name earlier reports by day and state, the latest first; empty if there are none."""
    eigene = [
        meldung for meldung in blatt.meldungen if meldung is not blatt.antwort and _geantwortet(meldung)
    ]
    eigene.reverse()
    genannt = [f"{kurzes_datum(one.am)} {STAENDE[one.stand]}" for one in eigene[:FRUEHERE_GEZEIGT]]
    weitere = len(eigene) - FRUEHERE_GEZEIGT
    if weitere > 0:
        genannt.append(anzahl(weitere, "weitere davor", "weitere davor"))
    return "; ".join(genannt)


def _geantwortet(meldung: Meldung) -> bool:
    return meldung.stand is not Stand.KEINE_RUECKMELDUNG


def bezugsziel(bezug: Bezug, einstellungen: Einstellungen) -> str:
    """Name the other end of a Querbezug; what only an earlier Fassung holds with that Fassung."""
    if bezug.ziel is not None:
        return genannt(bezug.ziel, einstellungen)
    if bezug.frueher is not None:
        frueher = bezug.frueher
        return f"{genannt(frueher.verweis, einstellungen)} (Fassung {frueher.fassung})"
    return f"»{bezug.id}«"


def genannt(verweis: Verweis, einstellungen: Einstellungen) -> str:
    """Name a place by level, number and title."""
    return f"{bezeichnet(verweis, einstellungen)}: {verweis.titel}"


def indikatorzusatz(stand: Indikatorstand, einstellungen: Einstellungen) -> str:
    """Say what kind of indicator it is, and of what where it is not the Maßnahme's own."""
    indikator, ort = stand.indikator, stand.ort
    fremd = ort is not None and ort.ebene is not Ebene.MASSNAHME
    teile = [
        INDIKATORARTEN[indikator.art] if indikator.art else "",
        bezeichnet(ort, einstellungen) if ort and fremd else "",
        f"Quelle: {indikator.quelle}" if indikator.quelle else "",
    ]
    return ", ".join(filter(None, teile))


def rand(gelesen: Decimal | None, geschrieben: str | None, indikator: Indikator) -> str:
    """Write an Ausgangswert or a Zielwert with its unit; as it stands in the plan where it is no number."""
    if gelesen is None:
        return geschrieben or "–"
    return mit_einheit(zahl(gelesen), indikator)


def letzter_wert(stand: Indikatorstand) -> str:
    """Write the latest value of the time of the Fassung, and what it holds for."""
    letzter = stand.letzter
    if letzter is None:
        return "–"
    return f"{mit_einheit(zahl(letzter.zahl), stand.indikator)} ({wann(letzter.messung.am)})"


def ziellage(stand: Indikatorstand) -> str:
    """Say how an indicator stands against its target."""
    weg = f", {stand.weg} % des Wegs" if stand.weg is not None and 0 <= stand.weg < GANZER_WEG else ""
    return f"{ZIELZEICHEN[stand.lage]} {ZIELLAGEN[stand.lage]}{weg}"


GANZER_WEG = 100
"""In percent."""
