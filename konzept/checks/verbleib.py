"""The account of what became of the ids of the Vorgänger (design §3, verbleib)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.checks.aufgegebene_ids import Namenlose, namenlose
from konzept.checks.identitaet import EBENEN
from konzept.diagnostics import Severity, nearest
from konzept.domain.element import Ebene
from konzept.domain.verbleib import MIT_ZIELEN, Verbleibart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.verbleib import Verbleibseintrag


def eintraege(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every entry speaks of an id that the named Fassung had and this one no longer has, once, with its reason."""
    for fassung in plan.fassungen:
        for name, liste in fassung.rahmen.verbleib.items():
            pfad = (fassung.datei, "verbleib", name)
            alt = plan.fassung_nach_id.get(name)
            if alt is None:
                if f"data/fassungen/{name}.yaml" not in plan.unlesbare_dateien:
                    yield source.befund(
                        "verbleib-fassung-unbekannt",
                        Severity.FEHLER,
                        source.key(pfad),
                        f"Die Fassung »{name}«, über deren Verbleib hier berichtet wird, gibt es nicht.",
                        f"Vorhanden: {', '.join(plan.fassung_nach_id)}.",
                    )
                continue
            gesehen: set[str] = set()
            wechsel = _Wechsel(
                plan,
                alt,
                fassung,
                _ids(alt),
                _ids(fassung),
                namenlose((alt,), plan, source),
                namenlose((fassung,), plan, source),
            )
            for i, eintrag in enumerate(liste.eintraege):
                yield from _eintrag(wechsel, eintrag, (*pfad, "eintraege", i), source)
                if eintrag.id in gesehen:
                    yield source.befund(
                        "verbleib-doppelt",
                        Severity.FEHLER,
                        source.value((*pfad, "eintraege", i, "id")),
                        f"Der Verbleib von »{eintrag.id}« ist schon angegeben.",
                        "Behalten Sie einen der beiden Einträge.",
                    )
                gesehen.add(eintrag.id)


@dataclass(frozen=True, slots=True)
class _Wechsel:
    """A Fassung and the one it takes the place of, as far as their files could be read."""

    plan: Plan
    alt: Fassung
    neu: Fassung
    alte: frozenset[str]
    neue: frozenset[str]
    alte_namenlose: Namenlose
    neue_namenlose: Namenlose


def _ids(fassung: Fassung) -> frozenset[str]:
    return frozenset(stelle.id for stelle in fassung.stellen())


def _eintrag(
    wechsel: _Wechsel, eintrag: Verbleibseintrag, pfad: DataPath, source: SourceMap
) -> Iterator[Befund]:
    plan, alt, neu = wechsel.plan, wechsel.alt, wechsel.neu
    alte, neue = wechsel.alte, wechsel.neue
    if not (
        eintrag.id in alte | plan.verworfene_ids
        or _unlesbar(plan, alt)
        or wechsel.alte_namenlose.kann_heissen(eintrag.id, nearest)
    ):
        treffer = nearest(eintrag.id, alte)
        yield source.befund(
            "verbleib-unbekannt",
            Severity.FEHLER,
            source.value((*pfad, "id")),
            f"Die id »{eintrag.id}« gibt es in der Fassung {alt.id} nicht.",
            f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id, nicht die Nummer.",
        )
    if eintrag.id in neue:
        yield source.befund(
            "verbleib-fortgefuehrt",
            Severity.FEHLER,
            source.value((*pfad, "id")),
            f"»{eintrag.id}« steht noch in der Fassung {neu.id}; einen Verbleib hat nur, was fehlt.",
            "Löschen Sie diesen Eintrag oder nehmen Sie die id aus der Fassung.",
        )
    for j, ziel in enumerate(eintrag.ziele):
        if not (
            ziel in neue | plan.verworfene_ids
            or _unlesbar(plan, neu)
            or wechsel.neue_namenlose.kann_heissen(ziel, nearest)
        ):
            treffer = nearest(ziel, neue)
            yield source.befund(
                "verbleib-ziel-unbekannt",
                Severity.FEHLER,
                source.value((*pfad, "ziele", j)),
                f"Das Ziel »{ziel}« gibt es in der Fassung {neu.id} nicht.",
                f"Meinten Sie »{treffer}«?" if treffer else "Genannt wird die id der neuen Fassung.",
            )
    if eintrag.verbleib in MIT_ZIELEN and not eintrag.ziele:
        yield source.befund(
            "verbleib-ohne-ziel",
            Severity.FEHLER,
            source.value((*pfad, "verbleib")),
            f"»{eintrag.id}« wurde {eintrag.verbleib.value}, aber es ist nicht angegeben, worin es weiterlebt.",
            "Ergänzen Sie »ziele: [id der neuen Fassung]«.",
        )
    if unpassend := _unpassendes(wechsel, eintrag):
        yield source.befund(
            "verbleib-ziele-unpassend", Severity.WARNUNG, source.value((*pfad, "verbleib")), *unpassend
        )
    if eintrag.verbleib is not Verbleibart.NICHT_AUFGENOMMEN and not eintrag.begruendung:
        yield source.befund(
            "verbleib-ohne-begruendung",
            Severity.WARNUNG,
            source.value((*pfad, "verbleib")),
            f"Zum Verbleib »{eintrag.verbleib.value}« von »{eintrag.id}« fehlt die Begründung.",
            "Ergänzen Sie »begruendung: …«; der Kreistag fragt danach.",
        )


def _unpassendes(wechsel: _Wechsel, eintrag: Verbleibseintrag) -> tuple[str, str] | None:
    """Say what does not go together in an entry with targets, and what to do; None if all does."""
    ziele = dict.fromkeys(eintrag.ziele)
    if not ziele:
        return None
    wort = eintrag.verbleib.value
    if eintrag.verbleib not in MIT_ZIELEN | {Verbleibart.ERSETZT}:
        return (
            f"Der Verbleib von »{eintrag.id}« ist »{wort}«, unter »ziele« steht aber, worin es weiterlebt.",
            "Lebt es weiter, heißt der Verbleib ersetzt, zusammengelegt oder aufgeteilt; sonst streichen Sie »ziele«.",
        )
    if eintrag.verbleib is Verbleibart.AUFGETEILT and len(ziele) == 1:
        return (
            f"Der Verbleib von »{eintrag.id}« ist »{wort}«, es ist aber nur ein Ziel genannt.",
            "Ergänzen Sie die übrigen Ziele; ist es nur eines, heißt der Verbleib ersetzt oder zusammengelegt.",
        )
    ebenen = {stelle.id: stelle.ebene for stelle in wechsel.neu.stellen()}
    eigene = next((stelle.ebene for stelle in wechsel.alt.stellen() if stelle.id == eintrag.id), None)
    for ziel in ziele:
        if eigene and ziel in ebenen and not _verwandt(eigene, ebenen[ziel]):
            return (
                f"»{eintrag.id}« ({EBENEN[eigene]}) kann nicht in »{ziel}« ({EBENEN[ebenen[ziel]]}) weiterleben.",
                "Nennen Sie, was seinen Platz einnimmt: einen Eintrag derselben oder der nächsten Ebene.",
            )
    return None


def _verwandt(eine: Ebene, andere: Ebene) -> bool:
    """Tell whether one can live on in the other: on its own level or the next; a Leitziel only in a Leitziel."""
    if Ebene.LEITZIEL in {eine, andere}:
        return eine is andere
    return {eine, andere} != {Ebene.MASSNAHME, Ebene.HANDLUNGSFELD}


def offene(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every id of the Vorgänger that is missing in the new Fassung has a Verbleib."""
    for neu in plan.fassungen:
        alt = plan.vorgaenger(neu)
        # what a partial new Fassung does not hold is unknown, not gone
        if alt is None or not neu.rahmen.vollstaendig or _unlesbar(plan, neu):
            continue
        neue = {stelle.id for stelle in neu.stellen()} | plan.verworfene_ids
        liste = neu.rahmen.verbleib.get(alt.id)
        neue |= {eintrag.id for eintrag in liste.eintraege} if liste else set()
        namenlos = namenlose((neu,), plan, source)
        for stelle in alt.stellen():
            if stelle.id in neue or (*stelle.pfad, "id") in source.faulty or namenlos.hat(stelle):
                continue
            ort = source.key((neu.datei, "verbleib", alt.id) if liste else (neu.datei, "vorgaenger"))
            yield source.befund(
                "verbleib-offen",
                Severity.WARNUNG,
                ort,
                f"Was aus »{stelle.id}« ({EBENEN[stelle.ebene]} der Fassung {alt.id}) wurde, ist nicht angegeben.",
                f"Ergänzen Sie unter verbleib → {alt.id} → eintraege: »- {{id: {stelle.id}, verbleib: …}}«.",
            )


def _unlesbar(plan: Plan, fassung: Fassung) -> bool:
    return any(
        name == fassung.datei or name.startswith(f"data/handlungsfelder/{fassung.id}/")
        for name in plan.unlesbare_dateien
    )
