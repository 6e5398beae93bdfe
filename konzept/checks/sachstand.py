"""The log of reports: it speaks of Maßnahmen and Fristen that exist, briefly, in the order it was written."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.diagnostics import Severity, nearest
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.plan import KONZEPT_DATEI
from konzept.domain.sachstand import Stand
from konzept.domain.termin import fristen, ist_lesbar, lies_termin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin

    Ort = tuple[Fassung, DataPath, Meldung]

HOECHSTENS_SAETZE = 3
"""A council reads three short sentences on a Maßnahme, not a report (issue 3, design §3)."""

ABSCHLUSS = frozenset({Stand.UMGESETZT, Stand.ENTFALLEN})
_KORREKTUR = re.compile(r"\W*(?:Korrektur|Berichtigung)\b", re.IGNORECASE)
_UMKREIS = timedelta(days=800)
_NENNE_FRISTEN = 3

_ABSATZ = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SATZENDE = re.compile(r"(?<![.!?])([.!?]+)[\"'“”«)\]]*\s+(?=[\"'„»(\[]*[A-ZÄÖÜ0-9])")
_WORTRAND = re.compile(r"[\s.(\[„»\"/-]")
_ABKUERZUNG = re.compile(
    r"bzw|inkl|ggf|evtl|usw|etc|vgl|ca|nr|abs|art|bsp|sog|max|min|mind|tel|str|dr|prof|mio|mrd|tsd|rd|kap|ziff|pkt"
    r"|anl|lfd|gem|einschl|zzgl|hr|fr|st|jan|feb|apr|aug|sept|okt|nov|dez|[^\W\d_]|\d{1,2}|[IVX]+",
    re.IGNORECASE,
)
"""What stands before a full stop without ending a sentence; also a day or an ordinal (»am 5. April«)."""


def _meldungen(plan: Plan) -> Iterator[Ort]:
    for fassung in plan.fassungen:
        for i, meldung in enumerate(fassung.sachstand.eintraege if fassung.sachstand else ()):
            yield fassung, (f"data/sachstand/{fassung.id}.yaml", "eintraege", i), meldung


def verweise(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A report names a Maßnahme of its Fassung."""
    bekannt = {f.id: {stelle.id: stelle for stelle in f.massnahmen()} for f in plan.fassungen}
    for fassung, pfad, meldung in _meldungen(plan):
        massnahmen = bekannt[fassung.id]
        if meldung.massnahme in massnahmen or meldung.massnahme in plan.verworfene_ids:
            continue
        if any(name.startswith(f"data/handlungsfelder/{fassung.id}/") for name in plan.unlesbare_dateien):
            continue
        treffer = nearest(meldung.massnahme, massnahmen)
        yield source.befund(
            "massnahme-unbekannt",
            Severity.FEHLER,
            source.value((*pfad, "massnahme")),
            f"Die Maßnahme »{meldung.massnahme}« gibt es in der Fassung {fassung.id} nicht.",
            f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id der Maßnahme.",
        )


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The log grows at its end, and nobody reports on a day to come."""
    zuletzt: dict[str, Meldung] = {}
    for fassung, pfad, meldung in _meldungen(plan):
        vorige = zuletzt.get(fassung.id)
        if vorige and meldung.erfasst < vorige.erfasst:
            yield source.befund(
                "sachstand-reihenfolge",
                Severity.WARNUNG,
                source.value((*pfad, "erfasst")),
                f"Dieser Eintrag wurde am {meldung.erfasst} erfasst, "
                f"steht aber hinter einem vom {vorige.erfasst}.",
                "Neue Einträge kommen ans Ende der Datei; alte werden nicht geändert.",
            )
        zuletzt[fassung.id] = meldung
        if meldung.am > meldung.erfasst:
            yield source.befund(
                "sachstand-vorgegriffen",
                Severity.WARNUNG,
                source.value((*pfad, "am")),
                f"Dieser Eintrag spricht vom {meldung.am}, wurde aber schon am {meldung.erfasst} erfasst.",
                "»am« ist der Tag, von dem berichtet wird, »erfasst« der Tag der Eintragung.",
            )


def zukuenftige(plan: Plan, source: SourceMap, stichtag: date) -> Iterator[Befund]:
    """No report is from after ``stichtag``; none of ``CHECKS``, because it must be told what day it is."""
    for _, pfad, meldung in _meldungen(plan):
        feld = "erfasst" if meldung.erfasst > stichtag else "am"
        tag = meldung.erfasst if feld == "erfasst" else meldung.am
        if tag > stichtag:
            yield source.befund(
                "sachstand-zukuenftig",
                Severity.WARNUNG,
                source.value((*pfad, feld)),
                f"Dieser Eintrag nennt unter »{feld}« den {tag}; das ist nach dem Stichtag {stichtag}.",
                "Prüfen Sie die Jahreszahl; bis zu diesem Tag gilt der Eintrag als noch nicht bekannt.",
            )


def _ohne_einstellungen(plan: Plan, source: SourceMap) -> bool:
    """Tell whether konzept.yaml, and with it what kurzfristig means, could not be read."""
    return KONZEPT_DATEI in plan.unlesbare_dateien or source.is_faulty((KONZEPT_DATEI,))


def erfuellungen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What a report fulfils is a Teil that the Termin has, and a Frist that this Teil has."""
    stellen = {
        fassung.id: {stelle.id: stelle for stelle in fassung.massnahmen()} for fassung in plan.fassungen
    }
    for fassung, pfad, meldung in _meldungen(plan):
        stelle = stellen[fassung.id].get(meldung.massnahme) if meldung.erfuellt else None
        if stelle is None or source.is_faulty(stelle.pfad) or _ohne_einstellungen(plan, source):
            continue
        termin = _termin(stelle)
        teile = termin.lies(plan.einstellungen.fristworte) if termin else ()
        for i, erfuellung in enumerate(meldung.erfuellt):
            if not 1 <= erfuellung.teil <= len(teile):
                yield source.befund(
                    "teil-unbekannt",
                    Severity.WARNUNG,
                    source.value((*pfad, "erfuellt", i, "teil")),
                    f"Der Termin von »{meldung.massnahme}« hat {_teile(len(teile))}; "
                    f"einen Teil {erfuellung.teil} gibt es nicht.",
                    "Teile werden von 1 an gezählt; ein einfacher Termin hat nur Teil 1.",
                )
            elif termin and erfuellung.frist:
                nummer, frist = erfuellung.teil, erfuellung.frist
                umkreis = _fristen_um(frist, teile, nummer, termin, fassung)
                if frist not in umkreis:
                    yield source.befund(
                        "frist-unbekannt",
                        Severity.WARNUNG,
                        source.value((*pfad, "erfuellt", i, "frist")),
                        f"Der Termin von »{meldung.massnahme}« (»{teile[nummer - 1].text}«) "
                        f"hat in Teil {nummer} keine Frist am {frist}.",
                        _hilfe_zur_frist(frist, umkreis),
                    )


def nach_abschluss(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Nobody reports on a Maßnahme that was umgesetzt or has been dropped, unless to correct that.

    Judged by the days the reports speak of. A correction speaks of the same day as the report it replaces, or
    its text begins with »Korrektur«. That nobody answered is no report. After one that takes the state back
    the Maßnahme is open again, so that each contradiction is named once.
    """
    je_massnahme: dict[tuple[str, str], list[Ort]] = {}
    for fassung, pfad, meldung in _meldungen(plan):
        if meldung.stand is not Stand.KEINE_RUECKMELDUNG:
            je_massnahme.setdefault((fassung.id, meldung.massnahme), []).append((fassung, pfad, meldung))
    for orte in je_massnahme.values():
        orte.sort(key=lambda ort: ort[2].am)
        for (_, _, vorige), (_, pfad, meldung) in pairwise(orte):
            if (
                vorige.stand not in ABSCHLUSS
                or meldung.am == vorige.am
                or _KORREKTUR.match(meldung.text or "")
            ):
                continue
            yield source.befund(
                "meldung-nach-abschluss",
                Severity.WARNUNG,
                source.value((*pfad, "stand")),
                f"»{meldung.massnahme}« ist schon am {vorige.am} als »{vorige.stand}« gemeldet; "
                f"dieser Eintrag spricht vom {meldung.am}.",
                "Nimmt er die frühere Meldung zurück, beginnt sein Text mit »Korrektur:«.",
            )


def umfang(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A report has at most three sentences."""
    for _, pfad, meldung in _meldungen(plan):
        anzahl = satzzahl(meldung.text or "")
        if anzahl > HOECHSTENS_SAETZE:
            yield source.befund(
                "sachstand-zu-lang",
                Severity.WARNUNG,
                source.value((*pfad, "text")),
                f"Dieser Text hat {anzahl} Sätze; eine Meldung hat höchstens {HOECHSTENS_SAETZE}.",
                "Nennen Sie, was sich geändert hat; Ausführliches steht besser in dem, was »beleg« nennt.",
            )


def neue_termine(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A new Termin that was reported can be read like one of the plan."""
    for _, pfad, meldung in _meldungen(plan):
        neu = meldung.neuer_termin
        if neu and not ist_lesbar(lies_termin(neu, plan.einstellungen.fristworte)):
            yield source.befund(
                "neuer-termin-unlesbar",
                Severity.WARNUNG,
                source.value((*pfad, "neuer_termin")),
                f"Aus dem neuen Termin »{neu}« lässt sich kein Datum lesen.",
                "Er wird gezeigt wie geschrieben. Lesbar ist etwa »bis Ende 2022« oder »2. Quartal 2022«.",
            )


def satzzahl(text: str) -> int:
    """Count the sentences of a German text, paragraphs and list items apart; in doubt one too few."""
    return sum(_saetze(absatz.strip()) for absatz in _ABSATZ.split(text) if absatz.strip())


def _saetze(absatz: str) -> int:
    zahl, stelle = 1, 0
    for ende in _SATZENDE.finditer(absatz):
        wort = _WORTRAND.split(absatz[stelle : ende.start()])[-1]
        zahl += ende[1] != "." or not _ABKUERZUNG.fullmatch(wort)
        stelle = ende.end()
    return zahl


def _termin(stelle: Stelle) -> Termin | None:
    massnahme = stelle.gegenstand
    eigener = massnahme.termin if isinstance(massnahme, Massnahme) else None
    return eigener or (stelle.ziel.termin if stelle.ziel else None)


def _fristen_um(
    tag: date, teile: tuple[Teil, ...], nummer: int, termin: Termin, fassung: Fassung
) -> tuple[date, ...]:
    """Return the Fristen of one Teil some two years around a day."""
    umkreis = fristen(
        teile,
        date.fromordinal(max(tag.toordinal() - _UMKREIS.days, 1)),
        date.fromordinal(min(tag.toordinal() + _UMKREIS.days, date.max.toordinal())),
        anker_von=fassung.angenommen_am,
        anker_bis=fassung.letzter_tag,
        turnus_ab=termin.turnus_ab,
    )
    return tuple(frist.faellig for frist in umkreis if frist.teil == nummer)


def _hilfe_zur_frist(tag: date, umkreis: tuple[date, ...]) -> str:
    nahe = sorted(sorted(umkreis, key=lambda frist: abs(frist - tag))[:_NENNE_FRISTEN])
    if not nahe:
        return (
            "In diesen Jahren hat der Teil keine Frist; "
            "»konzept termin« zeigt, wie ein Wortlaut gelesen wird."
        )
    return f"Die nächstliegenden Fristen sind: {', '.join(map(str, nahe))}."


def _teile(anzahl: int) -> str:
    return {0: "keinen Teil", 1: "nur einen Teil"}.get(anzahl, f"{anzahl} Teile")
