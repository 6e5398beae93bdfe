"""The log of reports: it speaks of Maßnahmen and Fristen that exist, briefly, in the order it was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from konzept.checks.aufgegebene_ids import namenlose
from konzept.checks.tage import tag as errechnet
from konzept.checks.verweise import Vorschlaege
from konzept.diagnostics import Severity
from konzept.domain.element import Ebene
from konzept.domain.sachstand import ABGESCHLOSSEN, Stand
from konzept.domain.saetze import HOECHSTENS, satzzahl
from konzept.domain.termin import ist_lesbar, lies_termin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung

    Ort = tuple[Fassung, DataPath, Meldung]

_KORREKTUR = re.compile(r"\W*(?:Korrektur|Berichtigung)\b", re.IGNORECASE)
_NENNE_IDS = 4
_NOCH_NICHT_BEKANNT = " Bis zu diesem Tag gilt der Eintrag als noch nicht bekannt."


def meldungen(plan: Plan) -> Iterator[Ort]:
    """Give every entry of every log with its Fassung and its place in the file."""
    for fassung in plan.fassungen:
        for i, meldung in enumerate(fassung.sachstand.eintraege if fassung.sachstand else ()):
            yield fassung, (f"data/sachstand/{fassung.id}.yaml", "eintraege", i), meldung


def verweise(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A report names a Maßnahme of its Fassung."""
    helfer = Vorschlaege()
    stellen = {f.id: {stelle.id: stelle for stelle in f.stellen()} for f in plan.fassungen}
    namenlos = {f.id: namenlose((f,), plan, source, {Ebene.MASSNAHME}) for f in plan.fassungen}
    for fassung, pfad, meldung in meldungen(plan):
        stelle = stellen[fassung.id].get(meldung.massnahme)
        if (stelle and stelle.ebene is Ebene.MASSNAHME) or meldung.massnahme in plan.verworfene_ids:
            continue
        if any(name.startswith(f"data/handlungsfelder/{fassung.id}/") for name in plan.unlesbare_dateien):
            continue
        if stelle is None and namenlos[fassung.id].kann_heissen(meldung.massnahme, helfer.nearest):
            continue
        yield source.befund(
            "massnahme-unbekannt",
            Severity.FEHLER,
            source.value((*pfad, "massnahme")),
            f"Die Maßnahme »{meldung.massnahme}« gibt es in der Fassung {fassung.id} nicht.",
            _hilfe_zur_id(meldung.massnahme, fassung, stellen, helfer),
        )


def _hilfe_zur_id(
    name: str, fassung: Fassung, stellen: dict[str, dict[str, Stelle]], helfer: Vorschlaege
) -> str:
    """Say where the id stands if it is none of a Maßnahme of this Fassung, else which is like it."""
    hier = stellen[fassung.id].get(name)
    if hier is not None:
        unten = [
            one.id
            for one in stellen[fassung.id].values()
            if one.ebene is Ebene.MASSNAHME
            and name in {eltern.id for eltern in (one.ziel, one.feld) if eltern}
        ]
        ebene = hier.ebene.value.capitalize()
        nennen = f": {', '.join(unten)}" if 0 < len(unten) <= _NENNE_IDS else ""
        return f"»{name}« ist ein {ebene}; gemeldet wird zu einer Maßnahme{nennen}."
    dort = [andere for andere, one in stellen.items() if name in one and one[name].ebene is Ebene.MASSNAHME]
    if dort:
        return f"Die Fassung {dort[-1]} hat sie; Meldungen zu ihr stehen in data/sachstand/{dort[-1]}.yaml."
    massnahmen = [one.id for one in stellen[fassung.id].values() if one.ebene is Ebene.MASSNAHME]
    treffer = helfer.nearest(name, massnahmen)
    return f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id der Maßnahme."


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The log grows at its end: the fewest entries that break the order of ``erfasst`` are named."""
    for fassung in plan.fassungen:
        eintraege = fassung.sachstand.eintraege if fassung.sachstand else ()
        tage = [meldung.erfasst for meldung in eintraege]
        geordnet = laengste_folge(tage)
        for i in sorted(set(range(len(tage))) - set(geordnet)):
            # the others are in order, so that one of its two neighbours among them is in its way
            stelle = bisect_right(geordnet, i)
            davor = geordnet[stelle - 1] if stelle else None
            if davor is not None and tage[davor] > tage[i]:
                wo = f"hinter einem vom {tage[davor]}"
            else:
                wo = f"vor einem vom {tage[geordnet[stelle]]}"
            yield source.befund(
                "sachstand-reihenfolge",
                Severity.WARNUNG,
                source.value((f"data/sachstand/{fassung.id}.yaml", "eintraege", i, "erfasst")),
                f"Dieser Eintrag wurde am {tage[i]} erfasst, steht aber {wo}.",
                "Prüfen Sie die Jahreszahl. Neue Einträge kommen ans Ende der Datei; alte werden nicht geändert.",
            )


def laengste_folge(tage: Sequence[date]) -> list[int]:
    """Return the places of a longest run of days in order, found without comparing each with each.

    Of several such runs it is the one that keeps earlier entries: what came later is out of order.
    """
    enden: list[tuple[int, int]] = []  # for each length the run whose next day may lie furthest back
    davor: dict[int, int | None] = {}
    for i in range(len(tage) - 1, -1, -1):
        schluessel = -tage[i].toordinal()
        stelle = bisect_right(enden, schluessel, key=itemgetter(0))
        davor[i] = enden[stelle - 1][1] if stelle else None
        enden[stelle : stelle + 1] = [(schluessel, i)]
    folge = []
    i_: int | None = enden[-1][1] if enden else None
    while i_ is not None:
        folge.append(i_)
        i_ = davor[i_]
    return folge


def vorgriffe(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Nobody reports on a day to come."""
    for _, pfad, meldung in meldungen(plan):
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
    for _, pfad, meldung in meldungen(plan):
        feld = "erfasst" if meldung.erfasst > stichtag else "am"
        tag = meldung.erfasst if feld == "erfasst" else meldung.am
        if tag > stichtag:
            yield source.befund(
                "sachstand-zukuenftig",
                Severity.WARNUNG,
                source.value((*pfad, feld)),
                f"»{feld}: {tag}« liegt nach dem Stichtag {errechnet(stichtag)}.",
                "Prüfen Sie die Jahreszahl." + (_NOCH_NICHT_BEKANNT if feld == "erfasst" else ""),
            )


def nach_abschluss(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Nobody reports on a Maßnahme that was umgesetzt or has been dropped, unless to correct that.

    Judged by the days the reports speak of. A correction speaks of the same day as the report it replaces, or
    its text begins with »Korrektur«. That nobody answered is no report. After one that takes the state back
    the Maßnahme is open again, so that each contradiction is named once.
    """
    je_massnahme: dict[tuple[str, str], list[Ort]] = {}
    for fassung, pfad, meldung in meldungen(plan):
        if meldung.stand is not Stand.KEINE_RUECKMELDUNG:
            je_massnahme.setdefault((fassung.id, meldung.massnahme), []).append((fassung, pfad, meldung))
    for orte in je_massnahme.values():
        orte.sort(key=lambda ort: ort[2].am)
        for (_, _, vorige), (_, pfad, meldung) in pairwise(orte):
            if (
                vorige.stand not in ABGESCHLOSSEN
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
    for _, pfad, meldung in meldungen(plan):
        anzahl = satzzahl(meldung.text or "")
        if anzahl > HOECHSTENS:
            yield source.befund(
                "sachstand-zu-lang",
                Severity.WARNUNG,
                source.value((*pfad, "text")),
                f"Dieser Text hat {anzahl} Sätze; eine Meldung hat höchstens {HOECHSTENS}.",
                "Nennen Sie, was sich geändert hat; Ausführliches steht besser in dem, was »beleg« nennt.",
            )


def neue_termine(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A new Termin that was reported can be read like one of the plan, and does not end before it begins."""
    for _, pfad, meldung in meldungen(plan):
        neu = meldung.neuer_termin
        teile = lies_termin(neu, plan.einstellungen.fristworte) if neu else ()
        if not ist_lesbar(teile):
            yield source.befund(
                "neuer-termin-unlesbar",
                Severity.WARNUNG,
                source.value((*pfad, "neuer_termin")),
                f"Aus dem neuen Termin »{neu}« lässt sich kein Datum lesen.",
                "Er wird gezeigt wie geschrieben. Lesbar ist etwa »bis Ende 2022« oder »2. Quartal 2022«.",
            )
        for teil in teile:
            if teil.beginn and teil.ende and teil.ende < teil.beginn:
                yield source.befund(
                    "neuer-termin-verkehrt",
                    Severity.WARNUNG,
                    source.value((*pfad, "neuer_termin")),
                    f"Der neue Termin »{neu}« endet am {errechnet(teil.ende)}, "
                    f"bevor er am {errechnet(teil.beginn)} beginnt.",
                    "Prüfen Sie die Jahreszahlen.",
                )
