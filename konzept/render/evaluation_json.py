"""The evaluation before a Fortschreibung as JSON, for whoever makes charts or another document of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.reports.evaluation_stellen import federfuehrende

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from konzept.reports.evaluation_ergebnis import Ergebnis
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.evaluation_teile import Evaluation, Feldbilanz, Massnahmenbilanz
    from konzept.reports.evaluation_termine import Abstand, Terminstand, Terminweg

    Daten = dict[str, Any]


def evaluation_json(bericht: Evaluation) -> str:
    """Write the evaluation; days in ISO form, numbers of indicators exact as text, absent values null.

    ``{"fassung", "titel", "koerperschaft", "vollstaendig", "stichtag", "massnahmen_gesamt", "ergebnisse":
    [{"ergebnis", "anzahl", "anteil", "frist_vorbei"}], "handlungsfelder": [{"id", "nummer", "titel", "massnahmen",
    "ergebnisse": {ergebnis: anzahl}, "ohne_indikator"}], "stellen": {"zeilen": [{"id", "name", "massnahmen",
    "gemeinsam", "ergebnisse"}], "ohne_federfuehrung": {…}, "mehrfach": {…}}, "termine": {lage: anzahl}, "massnahmen":
    [{"id", "nummer", "titel", "handlungsfeld", "handlungsziel", "federfuehrend", "ergebnis", "ampel", "sachstand",
    "termin": {"lage", "staende", "gemeldet", "verschiebung", "aufschuebe", "ankuendigungen"}, "indikatoren"}],
    "indikatoren": [{"id", "titel", "ort", "einheit", "art", "ausgangswert", "zielwert", "lage", "weg", "werte"}]}``.

    ``ergebnisse`` holds every word: ``anzahl`` adds up to ``massnahmen_gesamt``, ``anteil`` to 100. The rows of
    ``stellen`` and ``ohne_federfuehrung`` less ``mehrfach`` make the same sums.
    """
    rahmen = bericht.fassung.rahmen
    content = {
        "fassung": bericht.fassung.id,
        "titel": rahmen.titel,
        "koerperschaft": bericht.koerperschaft,
        "vollstaendig": rahmen.vollstaendig,
        "stichtag": bericht.stichtag.isoformat(),
        "massnahmen_gesamt": len(bericht.massnahmen),
        "ergebnisse": [
            {
                "ergebnis": one.ergebnis.value,
                "anzahl": one.anzahl,
                "anteil": one.anteil,
                "frist_vorbei": one.frist_vorbei,
            }
            for one in bericht.ergebnisse
        ],
        "handlungsfelder": [_feld(feld) for feld in bericht.felder],
        "stellen": {
            "zeilen": [
                {
                    "id": stelle.id,
                    "name": stelle.name,
                    "massnahmen": stelle.massnahmen,
                    "gemeinsam": stelle.gemeinsam,
                    "ergebnisse": _zahlen(stelle.je_ergebnis),
                }
                for stelle in bericht.stellen.stellen
            ],
            "ohne_federfuehrung": _zahlen(bericht.stellen.ohne),
            "mehrfach": _zahlen(bericht.stellen.mehrfach),
        },
        "termine": {lage.value: anzahl for lage, anzahl in bericht.termine.items()},
        "massnahmen": [_massnahme(eine) for eine in bericht.massnahmen],
        "indikatoren": [_indikator(stand) for stand in bericht.indikatoren],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _zahlen(je_ergebnis: Mapping[Ergebnis, int]) -> Daten:
    return {ergebnis.value: anzahl for ergebnis, anzahl in je_ergebnis.items()}


def _feld(feld: Feldbilanz) -> Daten:
    return {
        "id": feld.verweis.id,
        "nummer": feld.verweis.nummer,
        "titel": feld.verweis.titel,
        "massnahmen": len(feld.massnahmen),
        "ergebnisse": _zahlen(feld.je_ergebnis),
        "ohne_indikator": feld.ohne_indikator,
    }


def _massnahme(eine: Massnahmenbilanz) -> Daten:
    zeile, antwort = eine.zeile, eine.zeile.antwort
    return {
        "id": zeile.id,
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "handlungsfeld": zeile.feld.id if zeile.feld else None,
        "handlungsziel": zeile.ziel.id if zeile.ziel else None,
        "federfuehrend": list(federfuehrende(eine)),
        "ergebnis": eine.ergebnis.value,
        "ampel": eine.urteil.wort.value,
        "gruende": [
            {"art": grund.art.value, "tag": grund.tag.isoformat() if grund.tag else None, "text": grund.text}
            for grund in eine.urteil.gruende
        ],
        "sachstand": {"am": antwort.am.isoformat(), "stand": antwort.stand.value, "text": antwort.text}
        if antwort
        else None,
        "termin": _termin(eine.terminweg),
        "indikatoren": eine.indikatoren,
        "indikator_darueber": eine.darueber,
    }


def _termin(weg: Terminweg) -> Daten:
    return {
        "lage": weg.lage.value,
        "staende": [_stand(stand) for stand in weg.staende],
        "verschiebung": _abstand(weg.verschiebung),
        "aufschuebe": weg.aufschuebe,
        "gemeldet": _stand(weg.gemeldet) if weg.gemeldet else None,
        "angekuendigt": _abstand(weg.angekuendigt),
        "ankuendigungen": weg.ankuendigungen,
    }


def _stand(stand: Terminstand) -> Daten:
    return {
        "fassung": stand.fassung,
        "herkunft": stand.herkunft.value,
        "am": stand.am.isoformat() if stand.am else None,
        "text": stand.text,
        "frist": stand.frist.isoformat() if stand.frist else None,
        "zeitraum": stand.zeitraum,
        "mehrdeutig": stand.mehrdeutig,
    }


def _abstand(weite: Abstand | None) -> Daten | None:
    return {"monate": weite.monate, "tage": weite.tage} if weite else None


def _indikator(stand: Indikatorstand) -> Daten:
    indikator, ort = stand.indikator, stand.ort
    return {
        "id": indikator.id,
        "titel": indikator.titel,
        "ort": {"ebene": ort.ebene.value, "id": ort.id, "nummer": ort.nummer, "titel": ort.titel}
        if ort
        else None,
        "einheit": indikator.einheit,
        "art": indikator.art.value if indikator.art else None,
        "ausgangswert": _wert(stand.ausgang, indikator.ausgangswert),
        "zielwert": _wert(stand.ziel, indikator.zielwert),
        "quelle": indikator.quelle,
        "lage": stand.lage.value,
        "weg": stand.weg,
        "werte": [
            {
                "am": str(punkt.messung.am),
                "wert": str(punkt.zahl),
                "vor_beginn": punkt.vorher,
                "quelle": punkt.messung.quelle,
                "hinweis": punkt.messung.hinweis,
            }
            for punkt in stand.punkte
        ],
        "nach_dem_stichtag": stand.spaetere,
    }


def _wert(gelesen: Decimal | None, geschrieben: str | None) -> str | None:
    """Give a number as text, so that no reader makes a float of it; what is none as it was written."""
    return str(gelesen) if gelesen is not None else geschrieben
