"""The indicators of the evaluation for templates: one card each with its chart, its sentence and its table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.diff_words import ebenenname
from konzept.render.evaluation_diagramm import diagramm
from konzept.render.evaluation_words import (
    INDIKATORARTEN,
    ZIELLAGEN,
    ZIELREGELN,
    ZIELZEICHEN,
    wann,
    zahl,
    zielsatz,
)
from konzept.render.words import anzahl
from konzept.reports.evaluation_indikatoren import Ziellage

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.render.evaluation_zeilen import Werte
    from konzept.reports.evaluation_indikatoren import Indikatorstand, Messpunkt
    from konzept.reports.evaluation_teile import Evaluation


def indikatorteil(bericht: Evaluation) -> Werte:
    """Give the whole section: figures, cards, and how many Maßnahmen have no indicator."""
    lagen = Counter(stand.lage for stand in bericht.indikatoren)
    wort = bericht.bezeichnungen[Begriff.MASSNAHME]
    ohne = [eine for eine in bericht.massnahmen if not eine.indikatoren]
    darueber = sum(eine.darueber for eine in ohne)
    gesamt = anzahl(len(bericht.massnahmen), wort.einzahl, wort.mehrzahl)
    return {
        "lagen": [
            {"zeichen": ZIELZEICHEN[lage], "name": ZIELLAGEN[lage], "anzahl": str(lagen[lage])}
            for lage in Ziellage
            if lagen[lage]
        ],
        "gesamt": str(len(bericht.indikatoren)),
        "karten": [_karte(bericht, stand, i) for i, stand in enumerate(bericht.indikatoren, start=1)],
        "ohne": str(len(ohne)),
        "satz": f"{len(ohne)} von {gesamt} ohne eigenen Indikator"
        + (f"; bei {darueber} davon steht einer eine Ebene höher." if darueber else "."),
        "regeln": list(ZIELREGELN),
    }


def _karte(bericht: Evaluation, stand: Indikatorstand, nummer: int) -> Werte:
    indikator = stand.indikator
    return {
        "anker": f"indikator-{nummer}",
        "titel": indikator.titel,
        "label": _label(bericht, stand),
        "wofuer": stand.ort.titel if stand.ort else bericht.fassung.rahmen.titel,
        "einheit": indikator.einheit or "",
        "art": INDIKATORARTEN[indikator.art] if indikator.art else "",
        "quelle": indikator.quelle or "",
        "zeichen": ZIELZEICHEN[stand.lage],
        "lage": stand.lage.value,
        "satz": zielsatz(stand),
        "diagramm": diagramm(stand),
        "spaetere": anzahl(stand.spaetere, "Wert liegt nach dem Stichtag", "Werte liegen nach dem Stichtag")
        if stand.spaetere
        else "",
        "ausgang": _rand(stand.ausgang, indikator.ausgangswert),
        "ziel": _rand(stand.ziel, indikator.zielwert),
        "werte": [_wert(punkt) for punkt in stand.punkte],
    }


def _label(bericht: Evaluation, stand: Indikatorstand) -> str:
    if stand.ort is None:
        return f"Fassung {bericht.fassung.id}"
    return f"{ebenenname(stand.ort.ebene, bericht.bezeichnungen)} {stand.ort.nummer or ''}".strip()


def _rand(gelesen: Decimal | None, geschrieben: str | None) -> str:
    """Write an Ausgangswert or a Zielwert: as a number, or as it stands in the plan where it is none."""
    return zahl(gelesen) if gelesen is not None else geschrieben or ""


def _wert(punkt: Messpunkt) -> Werte:
    messung = punkt.messung
    return {
        "wann": wann(messung.am),
        "wert": zahl(punkt.zahl),
        "vorher": punkt.vorher,
        "zusaetze": [one for one in (messung.hinweis, messung.quelle) if one],
    }
