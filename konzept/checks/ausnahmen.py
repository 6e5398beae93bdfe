"""The exceptions of konzept.yaml: findings a county lives with until a day; and exceptions that have had their day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from konzept.checks.tage import tag
from konzept.diagnostics import Severity
from konzept.domain.plan import KONZEPT_DATEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from konzept.diagnostics import Befund, Location, SourceMap
    from konzept.domain.einstellungen import Ausnahme
    from konzept.domain.plan import Plan


class Urteil(NamedTuple):
    """What is left of the findings of a plan, and what an exception took out of them."""

    befunde: tuple[Befund, ...]
    ausgenommen: tuple[Befund, ...] = ()


def wende_an(befunde: Sequence[Befund], plan: Plan, source: SourceMap, stichtag: date | None) -> Urteil:
    """Take out what an exception covers until the end of its last day, and say which exceptions are over or unused.

    Without a ``stichtag`` no day is judged: every exception holds, and none is found fault with. What is a Fehler by
    nature is never taken out (``einstellungen.wirkungslose_ausnahmen`` says so).
    """
    ausnahmen = plan.einstellungen.ausnahmen
    if not ausnahmen:
        return Urteil(tuple(befunde))
    treffer = [_treffer(ausnahme, befunde, source) for ausnahme in ausnahmen]
    geltend = {
        i
        for ausnahme, stellen in zip(ausnahmen, treffer, strict=True)
        if stichtag is None or stichtag <= ausnahme.bis
        for i in stellen
    }
    bleibt = [befund for i, befund in enumerate(befunde) if i not in geltend]
    if stichtag is not None:
        bleibt += _ueber_ausnahmen(treffer, plan, source, stichtag)
    return Urteil(tuple(bleibt), tuple(befunde[i] for i in sorted(geltend)))


def _treffer(ausnahme: Ausnahme, befunde: Sequence[Befund], source: SourceMap) -> list[int]:
    """Return the places of the findings that an exception speaks of."""
    stellen = [
        i
        for i, befund in enumerate(befunde)
        if befund.code == ausnahme.code
        and befund.schwere is not Severity.FEHLER
        and _in_datei(ausnahme.datei, befund.ort.datei)
    ]
    if ausnahme.id is None or not stellen:
        return stellen
    # only who excepts single entries pays for finding them
    from konzept.checks.eintraege import ids_an

    ids: Mapping[Location, frozenset[str]] = ids_an([befunde[i].ort for i in stellen], source)
    return [i for i in stellen if ausnahme.id in ids[befunde[i].ort]]


def _in_datei(genannt: str | None, datei: str) -> bool:
    """Tell whether a file is the one that is named, or lies in the folder that is named."""
    return genannt is None or f"{datei}/".startswith(f"{genannt.removeprefix('./').rstrip('/')}/")


def _ueber_ausnahmen(
    treffer: Sequence[Sequence[int]], plan: Plan, source: SourceMap, stichtag: date
) -> Iterator[Befund]:
    # only who makes exceptions pays for reading the catalogue
    from konzept.checks.katalog import ausnehmbar

    for i, (ausnahme, stellen) in enumerate(zip(plan.einstellungen.ausnahmen, treffer, strict=True)):
        pfad = (KONZEPT_DATEI, "ausnahmen", i)
        if stichtag > ausnahme.bis:
            folge = (
                "Was sie ausnahm, gibt es nicht mehr: Löschen Sie den Eintrag."
                if not stellen
                else "Ihr Befund ist wieder da. Beheben Sie ihn, oder verlängern Sie die Ausnahme mit Grund."
            )
            yield source.befund(
                "ausnahme-abgelaufen",
                Severity.WARNUNG,
                source.value((*pfad, "bis")),
                f"Die Ausnahme für »{ausnahme.code}« galt bis zum {tag(ausnahme.bis)}; "
                f"Stichtag ist der {tag(stichtag)}.",
                folge,
            )
        elif not stellen and ausnehmbar(ausnahme.code) and not plan.unlesbare_dateien:
            yield source.befund(
                "ausnahme-unbenutzt",
                Severity.HINWEIS,
                source.value((*pfad, "code")),
                f"Diese Ausnahme für »{ausnahme.code}« nimmt keinen Befund aus.",
                "Ist er behoben, löschen Sie den Eintrag; sonst prüfen Sie »datei« und »id«.",
            )
