"""The printed numbers of a Fassung: without gaps, in the order of the file, each under the number of its parent."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.checks.identitaet import EBENEN
from konzept.diagnostics import Severity, Verwandt
from konzept.domain.element import Ebene
from konzept.domain.werte import nummer_schluessel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan

    Schluessel = tuple[tuple[int, int, str], ...]

_FORM = re.compile(r"(?:[0-9]{1,6}|[A-Za-z])(?:\.(?:[0-9]{1,6}|[A-Za-z]))*\.?")
"""Numbers of a kind that can be counted and set under one another: 5, 5.10, 3.4.1, B.2."""

_NENNE = 4


def luecken(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """After 5.3 comes 5.4: no number is left out among the children of one parent.

    Of a Fassung that is known in parts, or beside a number that cannot be read, nobody can tell. Where more numbers
    are missing than there, they are no count from one (10, 20, 30; years).
    """
    for fassung in plan.fassungen:
        if not fassung.rahmen.vollstaendig or _unlesbar(fassung, plan, source):
            continue
        unklar = {
            (stelle.ebene, stelle.eltern)
            for stelle in fassung.stellen()
            if (*stelle.pfad, "nummer") in source.faulty
        }
        for (ebene, ueber, _), reihe in _reihen(fassung, source).items():
            if (ebene, ueber) in unklar:
                continue
            nach_zahl = dict(sorted(reihe, key=lambda paar: paar[0]))
            fehlend = max(nach_zahl) - len(nach_zahl)
            if 0 < fehlend < len(nach_zahl) and min(nach_zahl) > 0:
                yield from _luecken(nach_zahl, fassung, source)


def _luecken(nach_zahl: dict[int, Stelle], fassung: Fassung, source: SourceMap) -> Iterator[Befund]:
    for davor, zahl in pairwise((0, *nach_zahl)):
        if zahl - davor < 2:  # noqa: PLR2004  the next number is one more
            continue
        stelle = nach_zahl[zahl]
        nummer = (stelle.gegenstand.nummer or "").rstrip(".")
        stamm = nummer[: len(nummer) - len(str(zahl))]
        fehlend = [f"{stamm}{eine}" for eine in range(davor + 1, zahl)]
        genannt = ", ".join(fehlend[:_NENNE]) + (" …" if len(fehlend) > _NENNE else "")
        verwandte: tuple[Verwandt, ...] = ()
        if davor:
            wo = f"Zwischen {stamm}{davor} und {nummer} fehlt {genannt}"
            verwandte = (
                Verwandt(source.value((*nach_zahl[davor].pfad, "nummer")), f"{stamm}{davor} steht hier"),
            )
        else:
            wo = f"Die Zählung beginnt mit {nummer}; davor fehlt {genannt}"
        yield source.befund(
            "nummer-luecke",
            Severity.HINWEIS,
            source.value((*stelle.pfad, "nummer")),
            f"{wo} ({EBENEN[stelle.ebene]}, Fassung {fassung.id}).",
            "Prüfen Sie, ob etwas verloren ging. Ist die Nummer mit Absicht frei, sagt es eine Ausnahme mit Grund in "
            "konzept.yaml.",
            verwandte=verwandte,
        )


def _reihen(
    fassung: Fassung, source: SourceMap
) -> dict[tuple[Ebene, str | None, Schluessel], list[tuple[int, Stelle]]]:
    """Return what is counted together: the last part of the numbers of one level, one parent and one stem."""
    reihen: dict[tuple[Ebene, str | None, Schluessel], list[tuple[int, Stelle]]] = defaultdict(list)
    for stelle in _nummerierte(fassung.stellen(), source):
        schluessel = nummer_schluessel(stelle.gegenstand.nummer)
        art, zahl, _ = schluessel[-1]
        if art == 0:
            reihen[stelle.ebene, stelle.eltern, schluessel[:-1]].append((zahl, stelle))
    return reihen


def _nummerierte(stellen: Iterable[Stelle], source: SourceMap) -> Iterator[Stelle]:
    for stelle in stellen:
        nummer = stelle.gegenstand.nummer
        if nummer and _FORM.fullmatch(nummer) and (*stelle.pfad, "nummer") not in source.faulty:
            yield stelle


def _unlesbar(fassung: Fassung, plan: Plan, source: SourceMap) -> bool:
    """Tell whether a file of a Fassung gave no numbers: not read at all, or given up as a whole for its own fault."""
    verloren = plan.unlesbare_dateien | {str(pfad[0]) for pfad in source.faulty if len(pfad) == 1}
    return any(datei.startswith(f"data/handlungsfelder/{fassung.id}/") for datei in verloren)


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Goals, Maßnahmen and Leitziele stand in the order of their numbers; the fewest that do not are named."""
    for fassung in plan.fassungen:
        gruppen: dict[DataPath, list[Stelle]] = defaultdict(list)
        for stelle in _nummerierte(fassung.stellen(), source):
            if stelle.ebene is not Ebene.HANDLUNGSFELD:
                gruppen[stelle.pfad[:-1]].append(stelle)
        for gruppe in gruppen.values():
            gruppe.sort(key=lambda stelle: int(stelle.pfad[-1]))
            schluessel = [nummer_schluessel(stelle.gegenstand.nummer) for stelle in gruppe]
            if all(eine <= naechste for eine, naechste in pairwise(schluessel)):
                continue
            geordnet = _laengste_folge(schluessel)
            for i in sorted(set(range(len(gruppe))) - set(geordnet)):
                platz = bisect_right(geordnet, i)
                davor = gruppe[geordnet[platz - 1]] if platz else None
                hinter = davor is not None and schluessel[geordnet[platz - 1]] > schluessel[i]
                andere = davor if hinter and davor else gruppe[geordnet[platz]]
                yield _unordnung(gruppe[i], andere, "hinter" if hinter else "vor", source)


def _unordnung(stelle: Stelle, andere: Stelle, wo: str, source: SourceMap) -> Befund:
    nach_nummern = stelle.ebene is Ebene.HANDLUNGSZIEL
    gedruckt = "gedruckt wird nach Nummern" if nach_nummern else "gedruckt wird, wie es hier steht"
    return source.befund(
        "nummer-reihenfolge",
        Severity.HINWEIS,
        source.value((*stelle.pfad, "nummer")),
        f"Die Nummer {stelle.gegenstand.nummer} steht {wo} {andere.gegenstand.nummer}.",
        f"Prüfen Sie die Nummer, oder stellen Sie den Eintrag an seinen Platz; {gedruckt}.",
        verwandte=(
            Verwandt(source.value((*andere.pfad, "nummer")), f"{andere.gegenstand.nummer} steht hier"),
        ),
    )


def _laengste_folge(schluessel: Sequence[Schluessel]) -> list[int]:
    """Return the places of a longest run in order, found without comparing each with each."""
    enden: list[Schluessel] = []
    letzte: list[int] = []
    davor: list[int | None] = []
    for i, eine in enumerate(schluessel):
        platz = bisect_right(enden, eine)
        davor.append(letzte[platz - 1] if platz else None)
        enden[platz : platz + 1] = [eine]
        letzte[platz : platz + 1] = [i]
    folge: list[int] = []
    j: int | None = letzte[-1] if letzte else None
    while j is not None:
        folge.append(j)
        j = davor[j]
    return folge[::-1]


def eltern(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A goal of field 5 has a number that begins with 5; 3.4.1 may stand beside 3.4, but 4.1 not under 5.

    The same holds for Maßnahmen with a number of as many parts. Where field and goal are counted in different ways
    (field B, goal 1.2), nothing is compared.
    """
    for fassung in plan.fassungen:
        for stelle in _nummerierte(fassung.stellen(), source):
            if stelle.feld is None:
                continue
            ueber = stelle.ziel or stelle.feld
            oben = nummer_schluessel(ueber.nummer)
            hier = nummer_schluessel(stelle.gegenstand.nummer)
            if not _FORM.fullmatch(ueber.nummer) or len(hier) <= len(oben) or hier[0][0] != oben[0][0]:
                continue
            if hier[: len(oben)] != oben:
                yield _fremd(stelle, ueber.nummer, source)


def _fremd(stelle: Stelle, oben: str, source: SourceMap) -> Befund:
    wort = "Handlungsziels" if stelle.ziel else "Handlungsfelds"
    return source.befund(
        "nummer-fremd",
        Severity.WARNUNG,
        source.value((*stelle.pfad, "nummer")),
        f"Die Nummer {stelle.gegenstand.nummer} beginnt nicht mit der ihres {wort} ({oben}).",
        "Prüfen Sie, ob der Eintrag in der richtigen Datei steht; sonst berichtigen Sie die Nummer. Die id bleibt.",
    )
