"""The reading of a Termin as JSON: the contract of design §6, with a few keys more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.render.termin_words import teil_als_daten

if TYPE_CHECKING:
    from konzept.reports.termin import Auskunft


def termin_json(auskunft: Auskunft) -> str:
    """Write the answer; dates in ISO form or null.

    Added to the contract: per part ``gelesen``, ``fristen`` and ``moeglich``; ``von`` and ``bis`` of the period,
    ``fassung``, ``turnus_ab`` and ``stichtag``.
    """
    zeitraum = auskunft.zeitraum
    content = {
        "text": auskunft.text,
        "teile": [
            {
                **teil_als_daten(one.teil),
                "fristen": [tag.isoformat() for tag in one.fristen],
                "moeglich": one.moeglich,
            }
            for one in auskunft.teile
        ],
        "von": zeitraum.von.isoformat() if zeitraum else None,
        "bis": zeitraum.bis.isoformat() if zeitraum else None,
        "fassung": auskunft.fassung,
        "turnus_ab": auskunft.turnus_ab,
        "stichtag": auskunft.stichtag.isoformat() if auskunft.stichtag else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
