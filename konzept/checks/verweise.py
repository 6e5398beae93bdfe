"""References: every id that is named must be somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks.aufgegebene_ids import namenlose
from konzept.diagnostics import Severity, nearest
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.plan import AKTEURE_DATEI, PROGRAMME_DATEI
from konzept.domain.vorfahren import vorfahren

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.element import Planelement
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan


GENUG = 100


class Vorschlaege:
    """Suggests the nearest known word, for the first hundred unknown ones.

    Each suggestion looks at every known word; for thousands of unknown ones in a large plan that would take minutes.
    """

    def __init__(self) -> None:
        self._uebrig = GENUG

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """Return the nearest known word, or None if there is none or enough were suggested."""
        self._uebrig -= 1
        return nearest(word, known) if self._uebrig >= 0 else None


def akteure(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every Akteur named in a plan stands in the register."""
    helfer = Vorschlaege()
    for pfad, akteur in _genannte_akteure(plan):
        if akteur in plan.akteur_nach_id or akteur in plan.verworfene_ids:
            continue
        if _register_unlesbar((AKTEURE_DATEI, "akteure"), plan, source):
            continue
        yield source.befund(
            "akteur-unbekannt",
            Severity.FEHLER,
            source.value(pfad),
            f"Den Akteur »{akteur}« gibt es nicht.",
            _akteur_hilfe(akteur, plan, helfer),
        )


def _register_unlesbar(pfad: tuple[str, str], plan: Plan, source: SourceMap) -> bool:
    """Tell whether a register could not be read: one fault there must not become one at every use."""
    return pfad[0] in plan.unlesbare_dateien or not source.faulty.isdisjoint({pfad, pfad[:1]})


def _genannte_akteure(plan: Plan) -> Iterator[tuple[DataPath, str]]:
    for i, akteur in enumerate(plan.akteure):
        pfad = (AKTEURE_DATEI, "akteure", i)
        if akteur.gehoert_zu:
            yield (*pfad, "gehoert_zu"), akteur.gehoert_zu
        if akteur.nachfolger:
            yield (*pfad, "nachfolger"), akteur.nachfolger
    for fassung in plan.fassungen:
        for stelle in fassung.massnahmen():
            if isinstance(stelle.gegenstand, Massnahme):
                for i, zustaendigkeit in enumerate(stelle.gegenstand.zustaendigkeiten):
                    yield (*stelle.pfad, "zustaendigkeiten", i, "akteur"), zustaendigkeit.akteur
        for i, meldung in enumerate(fassung.sachstand.eintraege if fassung.sachstand else ()):
            if meldung.von:
                yield (f"data/sachstand/{fassung.id}.yaml", "eintraege", i, "von"), meldung.von


def _akteur_hilfe(name: str, plan: Plan, helfer: Vorschlaege) -> str:
    woerter: dict[str, str] = {}
    for akteur in plan.akteure:
        for wort in (akteur.id, akteur.name, akteur.kurz, *akteur.aliasse):
            if wort:
                woerter.setdefault(wort, akteur.id)
    treffer = helfer.nearest(name, plan.akteur_nach_id) or woerter.get(helfer.nearest(name, woerter) or "")
    neu = f"Neue Akteure stehen in {AKTEURE_DATEI}."
    if treffer is None:
        return neu
    return f"Meinten Sie »{treffer}« ({plan.akteur_nach_id[treffer].name})? {neu}"


def foerderprogramme(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every programme a Maßnahme is funded by stands in the register."""
    helfer = Vorschlaege()
    bekannt = plan.programm_nach_id
    for fassung in plan.fassungen:
        for stelle in fassung.massnahmen():
            if not isinstance(stelle.gegenstand, Massnahme):
                continue
            for i, foerderung in enumerate(stelle.gegenstand.foerderungen):
                name = foerderung.programm
                if name in bekannt or name in plan.verworfene_ids:
                    continue
                if _register_unlesbar((PROGRAMME_DATEI, "foerderprogramme"), plan, source):
                    continue
                yield source.befund(
                    "programm-unbekannt",
                    Severity.FEHLER,
                    source.value((*stelle.pfad, "foerderungen", i, "programm")),
                    f"Das Förderprogramm »{name}« gibt es nicht.",
                    _hilfe(name, {p.id: p.name for p in plan.foerderprogramme}, helfer)
                    + f"Neue Programme stehen in {PROGRAMME_DATEI}.",
                )


def querbezuege(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Querbezug leads to an id of any level of any Fassung."""
    helfer = Vorschlaege()
    titel = {stelle.id: _titel(stelle) for fassung in plan.fassungen for stelle in fassung.stellen()}
    if _ids_unvollstaendig(plan):
        return
    namenlos = namenlose(plan.fassungen, plan, source)
    for pfad, element in _elemente(plan):
        for i, querbezug in enumerate(element.querbezuege):
            if querbezug.ziel in titel or querbezug.ziel in plan.verworfene_ids:
                continue
            if namenlos.kann_heissen(querbezug.ziel, helfer.nearest):
                continue
            yield source.befund(
                "querbezug-unbekannt",
                Severity.FEHLER,
                source.value((*pfad, "querbezuege", i, "ziel")),
                f"Das Ziel »{querbezug.ziel}« dieses Querbezugs gibt es nicht.",
                _hilfe(querbezug.ziel, titel, helfer) + "Ein Querbezug nennt die id, nicht die Nummer.",
            )


def nicht_fortgefuehrte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Querbezug leads to something its own Fassung holds, not only to what an earlier one held (issue 4).

    What a Fassung known in parts does not hold is unknown, not gone.
    """
    if _ids_unvollstaendig(plan):
        return
    for fassung in plan.fassungen:
        vorhanden = {stelle.id for stelle in fassung.stellen()} | plan.verworfene_ids
        namenlos = namenlose((fassung,), plan, source)
        for pfad, element in _elemente_von(fassung) if fassung.rahmen.vollstaendig else ():
            for i, querbezug in enumerate(element.querbezuege):
                alt = None if querbezug.ziel in vorhanden else _zuletzt(querbezug.ziel, fassung, plan)
                if alt is None:
                    continue
                frueher, stelle = alt
                if namenlos.hat(stelle):
                    continue
                yield source.befund(
                    "querbezug-nicht-fortgefuehrt",
                    Severity.WARNUNG,
                    source.value((*pfad, "querbezuege", i, "ziel")),
                    f"Das Ziel »{stelle.id}« dieses Querbezugs steht nicht in der Fassung {fassung.id}, zuletzt in "
                    f"der Fassung {frueher.id} ({_titel(stelle)}).",
                    _verbleib(stelle.id, plan, vorhanden),
                )


def _zuletzt(name: str, fassung: Fassung, plan: Plan) -> tuple[Fassung, Stelle] | None:
    """Find an id in the Fassungen before this one, the nearest first."""
    return next(
        (
            (frueher, stelle)
            for frueher in vorfahren(plan, fassung)
            for stelle in frueher.stellen()
            if stelle.id == name
        ),
        None,
    )


def _verbleib(name: str, plan: Plan, vorhanden: Collection[str]) -> str:
    """Say what became of an id, and what to do with a Querbezug to it."""
    eintraege = [
        eintrag
        for fassung in plan.fassungen
        for liste in fassung.rahmen.verbleib.values()
        for eintrag in liste.eintraege
        if eintrag.id == name
    ]
    verbleib = (
        f"Verbleib: {eintraege[-1].verbleib.value}." if eintraege else "Ein Verbleib ist nicht angegeben."
    )
    ziele = [f"»{ziel}«" for ziel in eintraege[-1].ziele if ziel in vorhanden] if eintraege else []
    if ziele:
        return f"{verbleib} Nennen Sie {' oder '.join(ziele)}, worin es weiterlebt, oder streichen Sie den Querbezug."
    return f"{verbleib} Streichen Sie den Querbezug, oder nennen Sie ein Ziel, das in dieser Fassung steht."


def leitziele(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The Leitziele a goal serves stand in the frame of its Fassung."""
    helfer = Vorschlaege()
    for fassung in plan.fassungen:
        if fassung.datei in plan.unlesbare_dateien or (fassung.datei, "leitziele") in source.faulty:
            continue
        bekannt = {leitziel.id: leitziel.titel for leitziel in fassung.rahmen.leitziele}
        for stelle in fassung.stellen():
            if not isinstance(stelle.gegenstand, Handlungsziel):
                continue
            for i, name in enumerate(stelle.gegenstand.leitziele):
                if name not in bekannt and name not in plan.verworfene_ids:
                    yield source.befund(
                        "leitziel-unbekannt",
                        Severity.FEHLER,
                        source.value((*stelle.pfad, "leitziele", i)),
                        f"Das Leitziel »{name}« gibt es in der Fassung {fassung.id} nicht.",
                        _hilfe(name, bekannt, helfer) + f"Leitziele stehen in {fassung.datei}.",
                    )


def _elemente(plan: Plan) -> Iterator[tuple[DataPath, Planelement]]:
    for fassung in plan.fassungen:
        yield from _elemente_von(fassung)


def _elemente_von(fassung: Fassung) -> Iterator[tuple[DataPath, Planelement]]:
    yield (fassung.datei,), fassung.rahmen
    for stelle in fassung.stellen():
        yield stelle.pfad, stelle.gegenstand


def _titel(stelle: Stelle) -> str:
    gegenstand = stelle.gegenstand
    titel = gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel
    nummer = f"{gegenstand.nummer} " if gegenstand.nummer and stelle.ebene is not Ebene.MASSNAHME else ""
    return f"{nummer}{titel}"


def _hilfe(name: str, bekannt: Mapping[str, str], helfer: Vorschlaege) -> str:
    treffer = helfer.nearest(name, bekannt)
    return f"Meinten Sie »{treffer}« ({bekannt[treffer]})? " if treffer else ""


def _ids_unvollstaendig(plan: Plan) -> bool:
    return any(
        name.startswith(("data/handlungsfelder/", "data/fassungen/")) for name in plan.unlesbare_dateien
    )
