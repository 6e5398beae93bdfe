"""What ``due`` says of reports and counts: who reported when, whether before the Frist, how many have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.handlungsfeld import erster_satz
from konzept.render.due_words import BETEILIGT, FEDERFUEHREND, OHNE_MELDUNG
from konzept.render.words import STAENDE, anzahl, kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from konzept.domain.beschluss import Beschluss
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.sachstand import Meldung
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag


def meldungszahl(eintraege: Collection[Eintrag]) -> str:
    """Count overdue entries with and without a report; what was reported before the Frist is counted apart."""
    mit = [one for one in eintraege if one.gemeldet]
    vorher = sum(vor_der_frist(one) for one in mit)
    if not vorher:
        davon = ""
    elif vorher == len(mit):
        davon = " (vor der Frist)" if vorher == 1 else " (alle vor der Frist)"
    else:
        davon = f" ({vorher} vor der Frist)"
    return f"{len(mit)} mit Meldung{davon} und {len(eintraege) - len(mit)} {OHNE_MELDUNG}"


def anteilszahl(bericht: Duebericht, eintraege: Collection[Eintrag]) -> str:
    """Count where the bodies asked for lead and where they are involved; empty if nobody asked for bodies."""
    if bericht.frage.akteure is None or not eintraege:
        return ""
    leiten = sum(map(bericht.federfuehrend, eintraege))
    if leiten in {0, len(eintraege)}:
        wort = FEDERFUEHREND if leiten else BETEILIGT
        return wort if len(eintraege) == 1 else f"alle {wort}"
    return f"davon {leiten} {FEDERFUEHREND} und {len(eintraege) - leiten} {BETEILIGT}"


def gruppenzusatz(bericht: Duebericht, gruppe: Gruppe | None, eintraege: Collection[Eintrag]) -> str:
    """Say who leads and who has reported: »davon 2 federführend und 1 beteiligt; 2 mit Meldung und 1 ohne Meldung«.

    ``gruppe`` is None for what comes next. Empty where there is nothing to say.
    """
    anteile = anteilszahl(bericht, eintraege)
    if gruppe is not Gruppe.UEBERFAELLIG:
        return anteile
    meldungen = meldungszahl(eintraege)
    return f"{anteile}; {meldungen}" if anteile else f"davon {meldungen}"


def gruppenzahl(bericht: Duebericht, gruppe: Gruppe, eintraege: Collection[Eintrag]) -> str:
    """Count the entries of a group: »3, davon 2 federführend und 1 beteiligt«."""
    return ", ".join(filter(None, (str(len(eintraege)), gruppenzusatz(bericht, gruppe, eintraege))))


def vor_der_frist(eintrag: Eintrag) -> bool:
    """Tell whether the last report is older than the Frist, so that it cannot say what became of it."""
    return (
        eintrag.antwort is not None and eintrag.faellig is not None and eintrag.antwort.am < eintrag.faellig
    )


def reported(gleiche: Sequence[Eintrag]) -> str:
    """Say of Fristen of one part what was reported last, and who has not answered since.

    Of overdue ones it says, too, if the report is older than they are.
    """
    eintrag = gleiche[0]
    antwort, letzte = eintrag.antwort, eintrag.letzte
    stumm = letzte is not None and letzte is not antwort
    asked = f"keine Rückmeldung am {kurzes_datum(letzte.am)}" if letzte is not None and stumm else ""
    if antwort is None:
        return f"{OHNE_MELDUNG}, {asked}" if asked else OHNE_MELDUNG
    wann = f"gemeldet am {kurzes_datum(antwort.am)}"
    offen = [one for one in gleiche if one.gruppe is Gruppe.UEBERFAELLIG]
    vorher = sum(map(vor_der_frist, offen))
    if vorher:
        alle = "der Frist" if len(offen) == 1 else "allen Fristen"
        wann = (
            f"zuletzt {wann} (vor {alle if vorher == len(offen) else f'{vorher} von {len(offen)} Fristen'})"
        )
    said = f"{wann}: {STAENDE[antwort.stand]}{_neuer_termin(antwort)}"
    return f"{said}, danach {asked}" if asked else said


def reported_with_text(gleiche: Sequence[Eintrag]) -> str:
    """Say what was reported last with its first sentence."""
    antwort = gleiche[0].antwort
    said = reported(gleiche)
    return f"{said}. {erster_satz(antwort.text)}" if antwort and antwort.text else said


def _neuer_termin(meldung: Meldung) -> str:
    if not meldung.neuer_termin:
        return ""
    laut = f" laut Beschluss ({_beschluss(meldung.beschluss)})" if meldung.setzt_termin else ""
    return f", neuer Termin{laut}: {meldung.neuer_termin}"


def _beschluss(beschluss: Beschluss | None) -> str:
    if beschluss is None:
        return ""
    tag = kurzes_datum(beschluss.datum) if beschluss.datum else None
    nummer = f"Drucksache {beschluss.drucksache}" if beschluss.drucksache else None
    return ", ".join(filter(None, (beschluss.gremium, tag, nummer)))


def veraltet_seit(einstellungen: Einstellungen) -> str:
    """Say how long nobody has reported on what is marked as such: longer than the plan's rhythm."""
    return f"seit mehr als {anzahl(einstellungen.berichtsrhythmus.monate, 'Monat', 'Monaten')} {OHNE_MELDUNG}"
