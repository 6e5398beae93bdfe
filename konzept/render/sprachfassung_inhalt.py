"""What a Fassung in another language holds in every format: its head, its sections with their places, its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.domain.element import Ebene
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import standzeile
from konzept.render.sprachfassung_words import (
    angaben,
    ebenenwort,
    eigenname,
    label,
    lueckensatz,
    sprachname,
)

if TYPE_CHECKING:
    from konzept.reports.sprachfassung import Sprachabschnitt, Sprachfassung

    Werte = dict[str, Any]

_STUFEN = {
    Ebene.FASSUNG: 1,
    Ebene.LEITZIEL: 1,
    Ebene.HANDLUNGSFELD: 1,
    Ebene.HANDLUNGSZIEL: 2,
    Ebene.MASSNAHME: 3,
}


def inhalt(fassung: Sprachfassung) -> Werte:
    """Return plain values; a ``text`` is Markdown as it was written, None for a gap."""
    rahmen, name = fassung.rahmen, sprachname(fassung.sprache)
    stufe = 0
    abschnitte: list[Werte] = []
    for one in fassung.abschnitte:
        if one.gezeigt:
            # no level is skipped: a Maßnahme that stands directly under its field is one below it
            stufe = min(_STUFEN[one.ebene], stufe + 1)
            abschnitte.append(_abschnitt(one, fassung, stufe))
    return {
        "dokument": {
            "titel": rahmen.titel,
            "koerperschaft": fassung.koerperschaft or "",
            "art": rahmen.art,
            "standzeile": standzeile(rahmen),
            "sprache": name,
            "eigenname": eigenname(fassung.sprache),
            "leicht": fassung.ist_leicht,
            "luecken": lueckensatz(fassung),
            "ohne_text": f"Für diesen Abschnitt gibt es noch keinen Text: {name}.",
            "massgeblich": "Maßgeblich ist der beschlossene deutsche Wortlaut.",
        },
        "sprache": angaben(fassung.sprache),
        "abschnitte": abschnitte,
        "fehlend": _fehlend(fassung),
    }


def _abschnitt(one: Sprachabschnitt, fassung: Sprachfassung, stufe: int) -> Werte:
    ort = one.verweis
    return {
        "stufe": stufe,
        "anker": anker(ort.ebene, ort.id) if ort else "fassung",
        "label": label(one, fassung),
        "titel": ort.titel if ort else fassung.rahmen.art,
        "text": one.text,
    }


def _fehlend(fassung: Sprachfassung) -> Werte | None:
    """Return what is missing, level by level, and the sections that have no place in the text; None if nothing is."""
    if not fassung.luecken:
        return None
    return {
        "titel": "Was noch fehlt",
        "spalten": ("Ebene", "mit Text", "ohne Text", "gesamt"),
        "zeilen": [
            (ebenenwort(ebene, fassung), str(da), str(alle - da), str(alle))
            for ebene, (da, alle) in fassung.stand.je_ebene.items()
        ],
        "liste": [
            f"{label(one, fassung)}: {one.verweis.titel}{', mit allem darunter' if darunter else ''}"
            for one, darunter in fassung.ohne_ort
            if one.verweis
        ],
        "listenname": "Diese Abschnitte stehen nicht im Text, weil es für sie noch keinen gibt:",
    }
