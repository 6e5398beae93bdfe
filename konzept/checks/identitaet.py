"""Ids and numbers: an id names one thing for good, a number one thing of its Fassung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity, Verwandt
from konzept.domain.element import Ebene
from konzept.domain.plan import AKTEURE_DATEI, PROGRAMME_DATEI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.plan import Plan

EBENEN = {
    Ebene.FASSUNG: "Fassung",
    Ebene.LEITZIEL: "Leitziel",
    Ebene.HANDLUNGSFELD: "Handlungsfeld",
    Ebene.HANDLUNGSZIEL: "Handlungsziel",
    Ebene.MASSNAHME: "Maßnahme",
}
_WEIBLICH = frozenset({Ebene.FASSUNG, Ebene.MASSNAHME})
EIN = {ebene: f"{'eine' if ebene in _WEIBLICH else 'ein'} {wort}" for ebene, wort in EBENEN.items()}


def doppelte_ids(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An id stands once in a Fassung, once in the register of bodies, once in that of programmes."""
    akteure = [(a.id, (AKTEURE_DATEI, "akteure", i)) for i, a in enumerate(plan.akteure)]
    yield from _doppelte(akteure, source)
    programme = [
        (p.id, (PROGRAMME_DATEI, "foerderprogramme", i)) for i, p in enumerate(plan.foerderprogramme)
    ]
    yield from _doppelte(programme, source)
    for fassung in plan.fassungen:
        yield from _doppelte([(stelle.id, stelle.pfad) for stelle in fassung.stellen()], source)


def _doppelte(paare: Iterable[tuple[str, DataPath]], source: SourceMap) -> Iterator[Befund]:
    orte: dict[str, list[DataPath]] = {}
    for name, pfad in paare:
        if (*pfad, "id") not in source.faulty:
            orte.setdefault(name, []).append((*pfad, "id"))
    for name, pfade in orte.items():
        sortiert = sorted(pfade, key=source.value)
        erster = source.value(sortiert[0])
        for pfad in sortiert[1:]:
            yield source.befund(
                "id-doppelt",
                Severity.FEHLER,
                source.value(pfad),
                f"Die id »{name}« gibt es schon.",
                "Geben Sie diesem Eintrag eine eigene id; eine id wird nur einmal vergeben.",
                verwandte=(Verwandt(erster),),
            )


def ebenenwechsel(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An id stays on its level through all Fassungen: a goal does not become a Maßnahme."""
    zuerst: dict[str, tuple[Ebene, str, DataPath]] = {}
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            if (*stelle.pfad, "id") in source.faulty:
                continue
            pfad = (*stelle.pfad, "id")
            ebene, name, erster = zuerst.setdefault(stelle.id, (stelle.ebene, fassung.id, pfad))
            if ebene is not stelle.ebene and name != fassung.id:
                yield source.befund(
                    "id-andere-ebene",
                    Severity.FEHLER,
                    source.value(pfad),
                    f"Die id »{stelle.id}« bezeichnet hier {EIN[stelle.ebene]}, "
                    f"in der Fassung {name} aber {EIN[ebene]}.",
                    "Eine id wird nie für etwas anderes wieder verwendet: Geben Sie hier eine neue.",
                    verwandte=(Verwandt(source.value(erster)),),
                )


def doppelte_nummern(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A number is printed once per level in a Fassung; those of Maßnahmen once per goal."""
    for fassung in plan.fassungen:
        orte: dict[tuple[Ebene, str | None, str], list[DataPath]] = {}
        for stelle in fassung.stellen():
            if stelle.gegenstand.nummer and (*stelle.pfad, "nummer") not in source.faulty:
                eltern = stelle.eltern if stelle.ebene is Ebene.MASSNAHME else None
                schluessel = (stelle.ebene, eltern, stelle.gegenstand.nummer)
                orte.setdefault(schluessel, []).append((*stelle.pfad, "nummer"))
        for (ebene, _, nummer), pfade in orte.items():
            sortiert = sorted(pfade, key=source.value)
            erster = source.value(sortiert[0])
            for pfad in sortiert[1:]:
                yield source.befund(
                    "nummer-doppelt",
                    Severity.FEHLER,
                    source.value(pfad),
                    f"Die Nummer {nummer} ({EBENEN[ebene]}) gibt es in der Fassung {fassung.id} schon.",
                    "Geben Sie einem der beiden die nächste freie Nummer; die id bleibt.",
                    verwandte=(Verwandt(erster),),
                )


def nummern_ohne_anfuehrung(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A number without quotes is read as text here, but other programs make 5.1 of 5.10."""
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            pfad = (*stelle.pfad, "nummer")
            nummer = stelle.gegenstand.nummer
            if pfad in source.plain and nummer and pfad not in source.faulty:
                yield source.befund(
                    "nummer-ohne-anfuehrung",
                    Severity.HINWEIS,
                    source.value(pfad),
                    f"Die Nummer {nummer} steht ohne Anführungszeichen.",
                    f'Schreiben Sie "{nummer}": Andere Programme lesen 5.10 sonst als 5.1.',
                )
