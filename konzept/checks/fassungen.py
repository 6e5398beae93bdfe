"""Fassungen among each other: names, predecessors, periods, what is left open, and the settings that speak of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.tage import tag
from konzept.diagnostics import Severity, nearest
from konzept.domain.abschluss import abgeschlossene
from konzept.domain.fassung import Rahmen
from konzept.domain.plan import KONZEPT_DATEI
from konzept.domain.werte import ID_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan


def dateinamen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The id of a Fassung is its file name; it becomes part of file names and commands."""
    for fassung in plan.fassungen:
        if not re.fullmatch(ID_FORM, fassung.id):
            yield source.befund(
                "fassung-name-ungueltig",
                Severity.FEHLER,
                source.value((fassung.datei,)),
                f"»{fassung.id}« ist als Name einer Fassung nicht erlaubt.",
                "Benennen Sie Datei und Ordner um: Kleinbuchstaben a–z, Ziffern und Bindestriche, etwa »2020«.",
            )


def vorgaenger(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Vorgänger is a Fassung of this plan, and no chain of them leads back to itself."""
    for fassung in plan.fassungen:
        name = fassung.rahmen.vorgaenger
        if name is None:
            continue
        ort = source.value((fassung.datei, "vorgaenger"))
        if f"data/fassungen/{name}.yaml" in plan.unlesbare_dateien:
            continue
        if name not in plan.fassung_nach_id:
            treffer = nearest(name, plan.fassung_nach_id)
            yield source.befund(
                "vorgaenger-unbekannt",
                Severity.FEHLER,
                ort,
                f"Die Fassung »{name}«, die hier Vorgänger ist, gibt es nicht.",
                f"Meinten Sie »{treffer}«?" if treffer else f"Legen Sie data/fassungen/{name}.yaml an.",
            )
        elif _im_kreis(fassung.id, plan):
            yield source.befund(
                "vorgaenger-im-kreis",
                Severity.FEHLER,
                ort,
                f"Die Vorgänger der Fassung {fassung.id} führen im Kreis zu ihr selbst zurück.",
                "Der Vorgänger ist die Fassung, die durch diese abgelöst wird.",
            )


def _im_kreis(start: str, plan: Plan) -> bool:
    gesehen: set[str] = set()
    name: str | None = plan.fassung_nach_id[start].rahmen.vorgaenger
    while name in plan.fassung_nach_id and name not in gesehen:
        if name == start:
            return True
        gesehen.add(name)
        name = plan.fassung_nach_id[name].rahmen.vorgaenger
    return False


def standardfassung(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The Fassung that konzept.yaml names exists."""
    name = plan.einstellungen.fassung
    if name and name not in plan.fassung_nach_id:
        treffer = nearest(name, plan.fassung_nach_id)
        vorhanden = ", ".join(plan.fassung_nach_id) or "keine"
        yield source.befund(
            "fassung-unbekannt",
            Severity.FEHLER,
            source.value((KONZEPT_DATEI, "fassung")),
            f"Die Fassung »{name}« gibt es nicht.",
            (f"Meinten Sie »{treffer}«? " if treffer else "") + f"Vorhanden: {vorhanden}.",
        )


def geltung(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Fassung does not end before it begins."""
    for fassung in plan.fassungen:
        von, bis = fassung.erster_tag, fassung.letzter_tag
        if von and bis and bis < von:
            yield source.befund(
                "geltung-verkehrt",
                Severity.FEHLER,
                source.value((fassung.datei, "gilt_bis")),
                f"Die Fassung {fassung.id} endet ({fassung.rahmen.gilt_bis}), bevor sie beginnt "
                f"({fassung.rahmen.gilt_von}).",
                "Vertauschen Sie gilt_von und gilt_bis, oder berichtigen Sie eines von beiden.",
            )


def offene_angaben(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What a frame names without a value is still to be decided, as in a Fassung that was just opened."""
    for fassung in plan.fassungen:
        for feld in Rahmen.model_fields:
            pfad = (fassung.datei, feld)
            # a list that is empty on purpose is written »[]«
            if (
                pfad in source.keys
                and pfad in source.plain
                and getattr(fassung.rahmen, feld) in (None, (), {})
            ):
                yield source.befund(
                    "angabe-offen",
                    Severity.HINWEIS,
                    source.key(pfad),
                    f"»{feld}« ist in der Fassung {fassung.id} noch offen.",
                    "Tragen Sie die Angabe ein, sobald sie feststeht; gibt es keine, löschen Sie die Zeile.",
                )


def erledigte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What the log of a Fassung calls done or dropped is carried on only if that is meant.

    It is meant where the new Fassung's own log knows the Maßnahme.
    """
    for neu in plan.fassungen:
        alt = plan.vorgaenger(neu)
        gemeldet = abgeschlossene(alt.sachstand) if alt else {}
        fortgefuehrt = {meldung.massnahme for meldung in neu.sachstand.eintraege} if neu.sachstand else set()
        for stelle in neu.massnahmen() if gemeldet else ():
            meldung = gemeldet.get(stelle.id)
            if alt is None or meldung is None or stelle.id in fortgefuehrt:
                continue
            yield source.befund(
                "erledigtes-fortgefuehrt",
                Severity.HINWEIS,
                source.value((*stelle.pfad, "id")),
                f"»{stelle.id}« ist zur Fassung {alt.id} am {tag(meldung.am)} als {meldung.stand.value} gemeldet, "
                f"steht aber in der Fassung {neu.id}.",
                f"Nehmen Sie die Maßnahme heraus und ergänzen Sie ihren Verbleib. Wird sie fortgeführt, genügt eine "
                f"Meldung zur Fassung {neu.id}.",
            )


def regeln(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A rule of konzept.yaml has the form of a code."""
    for name in plan.einstellungen.regeln:
        if not re.fullmatch(ID_FORM, name):
            yield source.befund(
                "regel-ungueltig",
                Severity.WARNUNG,
                source.key((KONZEPT_DATEI, "regeln", name)),
                f"»{name}« ist kein Kürzel eines Befunds; die Regel bewirkt nichts.",
                "Kürzel stehen in jeder Meldung am Ende in eckigen Klammern, etwa »termin-unlesbar«.",
            )
