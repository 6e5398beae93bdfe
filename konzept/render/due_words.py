"""What ``due`` says in words, the same in every format: groups, reports, who leads, which Fassung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.handlungsfeld import erster_satz
from konzept.render.words import ROLLEN, STAENDE, deutsche_zeit, deutsches_datum
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag

GRUPPEN = {
    Gruppe.UEBERFAELLIG: "überfällig",
    Gruppe.FAELLIG: "fällig",
    Gruppe.WIEDERKEHREND: "wiederkehrend",
    Gruppe.LAUFEND: "laufend",
    Gruppe.MOEGLICH: "möglich",
    Gruppe.UNBESTIMMT: "unbestimmt",
    Gruppe.ERLEDIGT: "erledigt",
}
ERKLAERUNGEN = {
    Gruppe.MOEGLICH: "Ein Turnus ohne Anfangsjahr: Ob er in diesen Zeitraum fällt, sagt der Plan nicht.",
    Gruppe.UNBESTIMMT: "Aus dem Wortlaut folgt kein Datum.",
}
"""What a reader cannot tell from the name of a group."""

MEHRDEUTIG = "~"
VERALTET = "°"


def fassungssatz(bericht: Duebericht, grund: Wahlgrund) -> str | None:
    """Say in one sentence that another Fassung is shown than one in force, if that is so."""
    tag, name = deutsches_datum(bericht.frage.bis), bericht.fassung.id
    if grund is Wahlgrund.LETZTE:
        bis = bericht.fassung.rahmen.gilt_bis
        ende = f" (sie gilt bis {deutsche_zeit(bis)})" if bis else ""
        return f"Am {tag} gilt keine Fassung; ausgewertet ist die letzte davor, {name}{ende}."
    if grund is Wahlgrund.ERSTE:
        return f"Am {tag} galt noch keine Fassung; ausgewertet ist die erste, {name}."
    return None


def reported(eintrag: Eintrag, *, whole: bool) -> str:
    """Say what was reported last, if ``whole`` with its first sentence, and who has not answered since."""
    antwort, letzte = eintrag.antwort, eintrag.letzte
    asked = ""
    if letzte is not None and letzte is not antwort:
        asked = f"keine Rückmeldung am {deutsches_datum(letzte.am)}"
    if antwort is None:
        return f"ohne Meldung, {asked}" if asked else "ohne Meldung"
    said = f"gemeldet am {deutsches_datum(antwort.am)}: {STAENDE[antwort.stand]}"
    if antwort.neuer_termin:
        said += f", neuer Termin: {antwort.neuer_termin}"
    if asked:
        said += f", danach {asked}"
    return f"{said}. {erster_satz(antwort.text)}" if whole and antwort.text else said


def title_of(eintrag: Eintrag, einstellungen: Einstellungen) -> str:
    """Return the title; of a goal that stands for itself with the name of its level."""
    if eintrag.massnahme is not None:
        return eintrag.titel
    return f"{label(einstellungen, Begriff.HANDLUNGSZIEL)}: {eintrag.titel}"


def leading(eintrag: Eintrag) -> list[str]:
    """Name who leads; where nobody does, who else has a part, with that part."""
    leading = [a.kurz for a in eintrag.akteure if a.rolle is Rolle.FEDERFUEHREND]
    return list(dict.fromkeys(leading or [f"{ROLLEN[a.rolle]}: {a.kurz}" for a in eintrag.akteure]))


def label(einstellungen: Einstellungen, begriff: Begriff) -> str:
    """Return the county's word for a level, in the singular."""
    return einstellungen.bezeichnung(begriff).einzahl
