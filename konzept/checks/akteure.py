"""The register of bodies in itself: none stands in it twice, and none is above or after itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.diagnostics import Severity, Verwandt
from konzept.domain.plan import AKTEURE_DATEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.akteur import Akteur
    from konzept.domain.plan import Plan

KETTEN = {
    "gehoert_zu": (
        "gehört nach diesen Angaben zu sich selbst",
        "»gehoert_zu« nennt die Stelle, zu der diese gehört; die oberste hat keine solche Angabe.",
    ),
    "nachfolger": (
        "folgt nach diesen Angaben auf sich selbst",
        "»nachfolger« nennt die Stelle, die an ihre Stelle getreten ist; die letzte hat keine solche Angabe.",
    ),
}


def im_kreis(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """No chain of ``gehoert_zu`` or of ``nachfolger`` leads back to where it began; each circle is named once."""
    for feld, (satz, hilfe) in KETTEN.items():
        weiter: dict[str, str | None] = {}
        for akteur in plan.akteure:
            weiter.setdefault(akteur.id, getattr(akteur, feld))
        for kreis in _kreise(weiter):
            i, akteur = next((i, one) for i, one in enumerate(plan.akteure) if one.id == kreis[0])
            weg = f": {' → '.join([*kreis, kreis[0]])}" if len(kreis) > 1 else ""
            yield source.befund(
                "akteur-im-kreis",
                Severity.FEHLER,
                source.value((AKTEURE_DATEI, "akteure", i, feld)),
                f"»{akteur.name}« {satz}{weg}.",
                hilfe,
            )


def _kreise(weiter: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Give each circle of a mapping, beginning with the member that comes first in it."""
    rang = {name: i for i, name in enumerate(weiter)}
    gesehen: set[str] = set()
    for start in weiter:
        weg: dict[str, int] = {}
        name: str | None = start
        while name is not None and name in weiter and name not in weg and name not in gesehen:
            weg[name] = len(weg)
            name = weiter[name]
        gesehen |= weg.keys()
        if name is not None and name in weg:
            kreis = list(weg)[weg[name] :]
            erster = kreis.index(min(kreis, key=rang.__getitem__))
            yield kreis[erster:] + kreis[:erster]


def doppelte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Two entries with one name are one body written down twice, unless the one ended before the other began.

    Case and spacing do not count. The name of the one may be an alias of the other; two that share no more than an
    alias may be two bodies.
    """
    namen: dict[str, list[int]] = {}
    aliasse: dict[str, list[int]] = {}
    for i, akteur in enumerate(plan.akteure):
        name, andere = _gefaltet(akteur.name), [_gefaltet(alias) for alias in akteur.aliasse]
        gleiche = [
            *namen.get(name, ()),
            *aliasse.get(name, ()),
            *(j for alias in andere for j in namen.get(alias, ())),
        ]
        frueher = [plan.akteure[j] for j in gleiche]
        zuerst = next(
            (one for one in frueher if one.id != akteur.id and not _nacheinander(one, akteur)), None
        )
        if zuerst is not None:
            ort = source.value((AKTEURE_DATEI, "akteure", plan.akteure.index(zuerst), "name"))
            yield source.befund(
                "akteur-doppelt",
                Severity.WARNUNG,
                source.value((AKTEURE_DATEI, "akteure", i, "name")),
                f"»{akteur.name}« steht schon im Register, als »{zuerst.id}«.",
                f"Behalten Sie einen der beiden Einträge und ersetzen Sie »{akteur.id}« oder »{zuerst.id}« überall. "
                "Sind es zwei Stellen, gehört in den Namen, was sie unterscheidet.",
                verwandte=(Verwandt(ort),),
            )
        namen.setdefault(name, []).append(i)
        for alias in andere:
            aliasse.setdefault(alias, []).append(i)


def _gefaltet(name: str) -> str:
    return " ".join(name.split()).casefold()


def _nacheinander(einer: Akteur, anderer: Akteur) -> bool:
    """Tell whether one of two bodies was there only after the other."""
    paare = ((einer, anderer), (anderer, einer))
    return any(
        vorher.gueltig_bis is not None
        and nachher.gueltig_von is not None
        and vorher.gueltig_bis.letzter_tag < nachher.gueltig_von.letzter_tag
        for vorher, nachher in paare
    )
