"""A Fassung in another language or in Leichte Sprache as data: every section with its text or its gap."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.domain.element import Ebene
from konzept.render.konzept_json_stand import sprache as stand_als_daten
from konzept.render.sprachfassung_words import angaben, eigenname, sprachname

if TYPE_CHECKING:
    from konzept.reports.sprachfassung import Sprachabschnitt, Sprachfassung

    Daten = dict[str, Any]


def sprachfassung_json(fassung: Sprachfassung) -> str:
    """Write the texts; a ``text`` is Markdown, null for a gap, and no text stands in for one.

    ``{"fassung", "titel", "art", "koerperschaft", "sprache", "name", "eigenname", "lang", "dir", "abschnitte":
    [{"ebene", "id", "nummer", "titel", "text"}], "luecken": [id], "sprachen": [{"sprache", "name", "vorhanden",
    "gesamt", "je_ebene": {ebene: {"vorhanden", "gesamt"}}}]}``. ``sprache`` is the word that ``--sprache`` takes,
    ``lang`` and ``dir`` are what a page says of the texts; the Fassung as a whole has its own name as id.
    """
    sprache = angaben(fassung.sprache)
    content = {
        "fassung": fassung.fassung,
        "titel": fassung.rahmen.titel,
        "art": fassung.rahmen.art,
        "koerperschaft": fassung.koerperschaft,
        "sprache": fassung.sprache,
        "name": sprachname(fassung.sprache),
        "eigenname": eigenname(fassung.sprache) or None,
        "lang": sprache["lang"],
        "dir": sprache["dir"],
        "abschnitte": [_abschnitt(one, fassung) for one in fassung.abschnitte],
        "luecken": [_id(one, fassung) for one in fassung.luecken],
        "sprachen": [stand_als_daten(one) for one in fassung.staende],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _abschnitt(one: Sprachabschnitt, fassung: Sprachfassung) -> Daten:
    ort = one.verweis
    return {
        "ebene": ort.ebene.value if ort else Ebene.FASSUNG.value,
        "id": _id(one, fassung),
        "nummer": ort.nummer if ort else None,
        "titel": ort.titel if ort else fassung.rahmen.titel,
        "text": one.text,
    }


def _id(one: Sprachabschnitt, fassung: Sprachfassung) -> str:
    return one.verweis.id if one.verweis else fassung.fassung
