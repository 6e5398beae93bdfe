"""The paper put before the council as JSON, for council information systems: its fields, and proposals apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.render.beschlussvorlage_words import (
    anlagen,
    beschlussvorschlag,
    finanzielle_auswirkungen,
    oeffentlichkeit,
    sachverhalt,
)
from konzept.reports.beschlussvorlage import Angabe

if TYPE_CHECKING:
    from konzept.reports.beschlussvorlage import Beschlussvorlage

    Daten = dict[str, Any]


def beschlussvorlage_json(bericht: Beschlussvorlage) -> str:
    """Write the paper; days in ISO form, what the plan does not say null, amounts exact as text.

    ``{"fassung", "titel", "art", "koerperschaft", "nummer", "datum", "amt", "oeffentlichkeit", "beratungsfolge":
    [{"gremium", "art", "termin", "ergebnis"}], "beschluss", "beschlussvorschlag", "sachverhalt",
    "finanzielle_auswirkungen", "anlagen": […], "fehlende": […], "vorschlaege": {Angabe: [Absatz]}, "kosten": {"summen":
    [{"waehrung", "jahr", "betrag", "massnahmen"}], "beziffert", "in_worten", "nicht_bezifferbar", "ohne_angabe"},
    "bilanz": {ebene: {"alt", posten: zahl}} | null}``. ``vorschlaege`` has an entry only for a text that is missing.
    """
    vorlage, rahmen, kosten = bericht.vorlage, bericht.rahmen, bericht.kosten
    vorschlaege = {
        Angabe.BESCHLUSSVORSCHLAG: beschlussvorschlag,
        Angabe.SACHVERHALT: sachverhalt,
        Angabe.FINANZIELLE_AUSWIRKUNGEN: finanzielle_auswirkungen,
        Angabe.ANLAGEN: anlagen,
    }
    content: Daten = {
        "fassung": bericht.konzept.fassung,
        "titel": rahmen.titel,
        "art": rahmen.art,
        "koerperschaft": bericht.konzept.koerperschaft,
        "nummer": vorlage.nummer,
        "datum": vorlage.datum.isoformat() if vorlage.datum else None,
        "amt": vorlage.amt,
        "oeffentlichkeit": oeffentlichkeit(bericht) or None,
        "beratungsfolge": [one.model_dump(mode="json") for one in bericht.beratungsfolge],
        "beschluss": rahmen.beschluss.model_dump(mode="json") if rahmen.beschluss else None,
        "beschlussvorschlag": vorlage.beschlussvorschlag,
        "sachverhalt": vorlage.sachverhalt,
        "finanzielle_auswirkungen": vorlage.finanzielle_auswirkungen,
        "anlagen": list(vorlage.anlagen),
        "fehlende": [angabe.value for angabe in bericht.fehlende],
        "vorschlaege": {
            angabe.value: mache(bericht) for angabe, mache in vorschlaege.items() if bericht.fehlt(angabe)
        },
        "kosten": {
            "summen": [
                {
                    "waehrung": one.waehrung,
                    "jahr": one.jahr,
                    "betrag": str(one.betrag),
                    "massnahmen": one.massnahmen,
                }
                for one in kosten.summen
            ],
            "beziffert": kosten.beziffert,
            "in_worten": kosten.in_worten,
            "nicht_bezifferbar": kosten.nicht_bezifferbar,
            "ohne_angabe": kosten.ohne_angabe,
        },
        "bilanz": _bilanz(bericht),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _bilanz(bericht: Beschlussvorlage) -> Daten | None:
    if bericht.vorgeschichte is None:
        return None
    bilanz = bericht.vorgeschichte.abschnitt.bilanz
    return {ebene.value: {"alt": one.alt, **one.posten} for ebene, one in bilanz.items()}
