"""The indicators and their values: each value has its indicator, its day and a number that charts can show."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from konzept.checks.identitaet import EBENEN
from konzept.checks.sachstand import laengste_folge
from konzept.checks.verweise import Vorschlaege
from konzept.diagnostics import Severity
from konzept.domain.indikator import indikatorstellen, lies_zahl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.indikator import Indikatorstelle, Messung
    from konzept.domain.plan import Plan

    Ort = tuple[DataPath, Messung]

WIE_EINE_ZAHL = "Schreiben Sie Ziffern ohne Tausenderpunkt und Einheit, etwa »40«, »1250« oder »12,5«."
_FELDER = ("ausgangswert", "zielwert")


def messungen(plan: Plan) -> Iterator[Ort]:
    """Give every value with its place."""
    for datei in plan.wertedateien:
        for i, messung in enumerate(datei.werte):
            yield (datei.datei, "werte", i), messung


def doppelte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An indicator stands once in a Fassung, or nobody knows whose values they are."""
    for fassung in plan.fassungen:
        gesehen: dict[str, DataPath] = {}
        for name, eine in _mit_id(fassung):
            if name not in gesehen:
                gesehen[name] = eine.pfad
                continue
            erste = source.value((*gesehen[name], "id"))
            yield source.befund(
                "indikator-doppelt",
                Severity.FEHLER,
                source.value((*eine.pfad, "id")),
                f"Den Indikator »{name}« gibt es in der Fassung {fassung.id} schon ({erste.datei}, "
                f"Zeile {erste.zeile}).",
                "Geben Sie einem der beiden eine andere id.",
            )


def zahlen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What an indicator starts from and aims at are numbers, or nothing can be compared with them."""
    for fassung in plan.fassungen:
        for eine in indikatorstellen(fassung):
            for feld in _FELDER:
                wert = getattr(eine.indikator, feld)
                if wert is not None and lies_zahl(wert) is None:
                    yield source.befund(
                        "indikator-ohne-zahl",
                        Severity.WARNUNG,
                        source.value((*eine.pfad, feld)),
                        f"Aus »{feld}: {wert}« lässt sich keine Zahl lesen.",
                        f"{WIE_EINE_ZAHL} Sonst wird er gezeigt wie geschrieben, aber nicht verglichen.",
                    )


def verweise(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every value names an indicator of some Fassung."""
    helfer = Vorschlaege()
    bekannt = {name for fassung in plan.fassungen for name, _ in _mit_id(fassung)}
    if any(name.startswith(("data/fassungen/", "data/handlungsfelder/")) for name in plan.unlesbare_dateien):
        return
    for pfad, messung in messungen(plan):
        name = messung.indikator
        if name in bekannt or name in plan.verworfene_ids:
            continue
        treffer = helfer.nearest(name, bekannt)
        yield source.befund(
            "indikator-unbekannt",
            Severity.FEHLER,
            source.value((*pfad, "indikator")),
            f"Den Indikator »{name}« gibt es nicht.",
            f"Meinten Sie »{treffer}«?" if treffer else _hilfe(name, plan),
        )


def _hilfe(name: str, plan: Plan) -> str:
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            if stelle.id == name:
                return f"»{name}« gehört zu etwas anderem ({EBENEN[stelle.ebene]}); genannt wird die id des Indikators."
    return "Genannt wird die id, die der Indikator an seinem Ziel oder seiner Maßnahme hat."


def werte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every value is a number."""
    for pfad, messung in messungen(plan):
        if messung.zahl is None:
            yield source.befund(
                "messwert-unlesbar",
                Severity.FEHLER,
                source.value((*pfad, "wert")),
                f"»{messung.wert}« ist keine eindeutige Zahl.",
                WIE_EINE_ZAHL,
            )


def wiederholte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An indicator has one value for a day; a year and its last day are the same point in time."""
    gesehen: dict[tuple[str, date], DataPath] = {}
    for pfad, messung in messungen(plan):
        schluessel = (messung.indikator, messung.bekannt_ab)
        if schluessel not in gesehen:
            gesehen[schluessel] = pfad
            continue
        erste = source.value(gesehen[schluessel])
        yield source.befund(
            "messwert-doppelt",
            Severity.FEHLER,
            source.value((*pfad, "am")),
            f"Für »{messung.indikator}« gibt es schon einen Wert zu {messung.am} ({erste.datei}, Zeile {erste.zeile}).",
            "Behalten Sie einen der beiden; »2024« und »2024-12-31« sind derselbe Zeitpunkt.",
        )


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """In a file the values of an indicator follow time; the fewest that do not are named."""
    reihen: dict[tuple[str, str], list[Ort]] = {}
    for pfad, messung in messungen(plan):
        reihen.setdefault((str(pfad[0]), messung.indikator), []).append((pfad, messung))
    for orte in reihen.values():
        geordnet = laengste_folge([messung.bekannt_ab for _, messung in orte])
        for i in sorted(set(range(len(orte))) - set(geordnet)):
            pfad, messung = orte[i]
            stelle = bisect_right(geordnet, i)
            davor = orte[geordnet[stelle - 1]][1] if stelle else None
            hinter = davor is not None and davor.bekannt_ab > messung.bekannt_ab
            andere = davor if hinter and davor else orte[geordnet[stelle]][1]
            yield source.befund(
                "messwert-reihenfolge",
                Severity.HINWEIS,
                source.value((*pfad, "am")),
                f"Dieser Wert gilt für {messung.am}, steht aber {'hinter' if hinter else 'vor'} einem für {andere.am}.",
                "Prüfen Sie die Jahreszahl. Die Werte eines Indikators stehen in einer Datei nach der Zeit geordnet.",
            )


def einheiten(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An indicator that has values says what they count, the same in every Fassung."""
    bisher: dict[str, tuple[str, str]] = {}
    for fassung in plan.fassungen:
        for name, eine in _mit_id(fassung):
            einheit = eine.indikator.einheit
            if name not in plan.messreihen:
                continue
            if einheit is None:
                yield source.befund(
                    "indikator-ohne-einheit",
                    Severity.WARNUNG,
                    source.value((*eine.pfad, "id")),
                    f"Der Indikator »{name}« hat Werte, aber keine Einheit.",
                    "Ergänzen Sie, was gezählt wird: »einheit: Personen je Jahr« oder »einheit: Prozent«.",
                )
                continue
            vorige, in_fassung = bisher.setdefault(name, (einheit, fassung.id))
            if einheit != vorige:
                yield source.befund(
                    "indikator-einheit-gewechselt",
                    Severity.WARNUNG,
                    source.value((*eine.pfad, "einheit")),
                    f"»{name}« zählt hier »{einheit}«, in der Fassung {in_fassung} aber »{vorige}«.",
                    "Seine Werte stehen in einer Reihe. Wird etwas anderes gezählt, braucht es einen neuen Indikator.",
                )


def _mit_id(fassung: Fassung) -> Iterator[tuple[str, Indikatorstelle]]:
    for eine in indikatorstellen(fassung):
        if eine.indikator.id is not None:
            yield eine.indikator.id, eine
