"""What ``due`` says in words, the same in every format: groups, counts, reports, who leads, which Fassung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.words import ROLLEN, anzahl, aufzaehlung, deutsche_zeit, kurzes_datum
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.kalender import Zeitangabe
    from konzept.reports.due import Duebericht, Vorlauf
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
OHNE_MELDUNG = "ohne Meldung"
FEDERFUEHREND = "federführend"
BETEILIGT = "beteiligt"
AUSSERHALB = "ohne Frist im Zeitraum"
NAECHSTES = "als Nächstes"
NOCH_EINMAL = "Was davon im Zeitraum liegt, steht unten noch einmal in seiner Gruppe."
ZWEIFEL = "Der Wortlaut lässt mehrere Lesarten zu; gezeigt ist eine. Was so wiederkehrt, wird nie überfällig."
"""What the sign of an ambiguous wording means."""
UNVOLLSTAENDIG = "Diese Fassung ist nur in Teilen bekannt: Was hier fehlt, kann beschlossen worden sein."
OHNE_LEITUNG = (
    Rolle.TRAEGER,
    Rolle.SICHERSTELLEND,
    Rolle.MITWIRKEND,
    Rolle.UNTERSTUETZEND,
    Rolle.FOERDERND,
)
"""Who is named first where nobody leads: who runs it or vouches for it, then who helps, at last who only pays."""


def kurze_zeit(zeit: Zeitangabe) -> str:
    """Write a year, a month or a day; a day as in columns, for in ``due`` all days have one form."""
    return deutsche_zeit(zeit) if zeit.tag is None else kurzes_datum(zeit.erster_tag)


def zeitraum(bericht: Duebericht) -> str:
    """Name first and last day of the period."""
    return f"{kurzes_datum(bericht.frage.von)} bis {kurzes_datum(bericht.frage.bis)}"


def titel(bericht: Duebericht) -> str:
    """Return the title of the answer."""
    jahr = bericht.frage.jahr
    return f"Was {f'vom {zeitraum(bericht)}' if jahr is None else jahr} fällig ist"


def gross(text: str) -> str:
    """Write a phrase as it stands in a heading, with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def vorlaufspanne(vorlauf: Vorlauf) -> str:
    """Say up to which day one looks ahead: »bis 28.09.2025 (90 Tage)«."""
    return f"bis {kurzes_datum(vorlauf.bis)} ({anzahl(vorlauf.tage, 'Tag', 'Tage')})"


def vorlaufzahl(vorlauf: Vorlauf) -> str:
    """Count what comes next: »4 Fristen bis 28.09.2025 (90 Tage)«."""
    zahl = anzahl(len(vorlauf.eintraege), "Frist", "Fristen") if vorlauf.eintraege else "keine Frist"
    return f"{zahl} {vorlaufspanne(vorlauf)}"


def vorlaufsaetze(bericht: Duebericht) -> list[str]:
    """Say that one looks beyond the end of the Fassung, if that is so."""
    endet = bericht.vorlauf.fassung_endet if bericht.vorlauf else None
    if endet is None:
        return []
    satz = (
        f"Die Fassung {bericht.fassung.id} gilt nur bis {kurzes_datum(endet)}: Was ohne eigenes Datum wiederkehrt, "
        "ist danach nicht gezeigt."
    )
    return [satz]


def fassungszeile(bericht: Duebericht) -> str:
    """Name the Fassung with its kind and Stand."""
    rahmen = bericht.fassung.rahmen
    return f"{bericht.fassung.id}, {rahmen.art}, Stand {kurze_zeit(rahmen.stand)}"


def fassungssatz(bericht: Duebericht, grund: Wahlgrund) -> str | None:
    """Say in one sentence that another Fassung is shown than one in force, if that is so."""
    tag, name = kurzes_datum(bericht.frage.bis), bericht.fassung.id
    if grund is Wahlgrund.LETZTE:
        bis = bericht.fassung.rahmen.gilt_bis
        ende = f" (sie gilt bis {kurze_zeit(bis)})" if bis else ""
        return f"Am {tag} gilt keine Fassung; ausgewertet ist die letzte davor, {name}{ende}."
    if grund is Wahlgrund.ERSTE:
        return f"Am {tag} galt noch keine Fassung; ausgewertet ist die erste, {name}."
    return None


def fassungssaetze(bericht: Duebericht, grund: Wahlgrund) -> list[str]:
    """Say everything one has to know of the Fassung before reading on; mostly nothing."""
    ganz = bericht.fassung.rahmen.vollstaendig
    return [satz for satz in (fassungssatz(bericht, grund), None if ganz else UNVOLLSTAENDIG) if satz]


def title_of(eintrag: Eintrag, einstellungen: Einstellungen) -> str:
    """Return the title; of a goal that stands for itself with the name of its level."""
    if eintrag.massnahme is not None:
        return eintrag.titel
    return f"{label(einstellungen, Begriff.HANDLUNGSZIEL)}: {eintrag.titel}"


def leading(eintrag: Eintrag) -> list[str]:
    """Name who leads; where nobody does, who else has a part, with that part, who carries it first."""
    leaders = [one.kurz for one in eintrag.akteure if one.rolle is Rolle.FEDERFUEHREND]
    others = [f"{ROLLEN[rolle]}: {name}" for rolle, names in _other_parts(eintrag) for name in names]
    return list(dict.fromkeys(leaders or others))


def leading_line(eintrag: Eintrag) -> str:
    """Name the same in one line, each part once: »Träger: A, B; fördernd: C«; empty where nobody has a part."""
    if any(one.rolle is Rolle.FEDERFUEHREND for one in eintrag.akteure):
        return ", ".join(leading(eintrag))
    return "; ".join(f"{ROLLEN[rolle]}: {', '.join(names)}" for rolle, names in _other_parts(eintrag))


def _other_parts(eintrag: Eintrag) -> list[tuple[Rolle, list[str]]]:
    parts = [
        (rolle, list(dict.fromkeys(one.kurz for one in eintrag.akteure if one.rolle is rolle)))
        for rolle in OHNE_LEITUNG
    ]
    return [(rolle, names) for rolle, names in parts if names]


def involved(eintrag: Eintrag) -> list[str]:
    """Name who has another part than to lead, with that part, in the order of the plan."""
    return list(
        dict.fromkeys(
            f"{a.kurz} ({ROLLEN[a.rolle]})" for a in eintrag.akteure if a.rolle is not Rolle.FEDERFUEHREND
        )
    )


def anteil(bericht: Duebericht, eintrag: Eintrag) -> str:
    """Name the parts that the bodies asked for have where none of them leads; else empty."""
    if bericht.federfuehrend(eintrag):
        return ""
    return "; ".join(f"{part.kurz}: {ROLLEN[part.rolle]}" for part in bericht.anteile(eintrag))


def summe(bericht: Duebericht, einstellungen: Einstellungen) -> str:
    """Account for every Termin in one sentence, and say how it is counted."""
    termine, wort = bericht.termine, einstellungen.bezeichnung(Begriff.TERMIN)
    counts = [f"{zahl} {GRUPPEN[gruppe]}" for gruppe, zahl in termine.je_gruppe.items() if zahl]
    if termine.ausserhalb:
        counts.append(f"{len(termine.ausserhalb)} {AUSSERHALB}")
    total = anzahl(termine.gesamt, wort.einzahl, wort.mehrzahl)
    if bericht.frage.feld is not None or bericht.frage.akteure is not None:
        total += " der Auswahl"
    einmal = " Gezählt wird jeweils einmal, in der dringendsten Gruppe." if counts else ""
    return f"{total}{f': {aufzaehlung(counts)}' if counts else ''}.{einmal}"


def label(einstellungen: Einstellungen, begriff: Begriff) -> str:
    """Return the county's word for a level, in the singular."""
    return einstellungen.bezeichnung(begriff).einzahl
