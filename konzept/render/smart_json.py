"""The SMART judgement as data, the value of the key ``smart`` of ``konzept validate --smart --format json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.render.smart_words import KRITERIEN, REGELN
from konzept.reports.smart_regeln import KRITERIEN as KRITERIUM_VON
from konzept.reports.smart_regeln import Kriterium, Regel

if TYPE_CHECKING:
    from konzept.reports.smart import Smartbericht, Smarturteil


def smart_werte(bericht: Smartbericht) -> dict[str, Any]:
    """Return the judgement as plain values: criteria with their counts, every rule, every Maßnahme with reasons."""
    return {
        "fassung": bericht.fassung.id,
        "kriterien": [
            {
                "kriterium": kriterium.value,
                "zeichen": KRITERIEN[kriterium][0],
                "name": KRITERIEN[kriterium][1],
                **{lage.value: zahl for lage, zahl in bericht.zahlen(kriterium).items()},
            }
            for kriterium in Kriterium
        ],
        "regeln": [
            {
                "regel": regel.value,
                "kriterium": KRITERIUM_VON[regel].value,
                "name": REGELN[regel].name,
                "satz": REGELN[regel].satz,
                "abhilfe": REGELN[regel].abhilfe,
                "massnahmen": len(bericht.funde(regel)),
            }
            for regel in Regel
        ],
        "massnahmen": [
            _massnahme(urteil, feld.verweis.id) for feld in bericht.felder for urteil in feld.urteile
        ],
    }


def _massnahme(urteil: Smarturteil, feld: str) -> dict[str, Any]:
    return {
        "id": urteil.id,
        "nummer": urteil.nummer,
        "titel": urteil.titel,
        "handlungsfeld": feld,
        **{kriterium.value: urteil.lage(kriterium).value for kriterium in Kriterium},
        "gruende": [
            {
                "regel": grund.regel.value,
                "kriterium": grund.kriterium.value,
                "belege": list(grund.belege),
            }
            for grund in urteil.gruende
        ],
    }
