"""A Fassung in another language or in Leichte Sprache as one self-contained page; gaps are marked, never filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import sprache as sprachangaben
from konzept.render.markdown_text import HtmlTexts
from konzept.render.seite import html_page
from konzept.render.words import anzahl
from konzept.reports.sprachfassung import LEICHT

if TYPE_CHECKING:
    from konzept.render.templates import Templates
    from konzept.reports.sprachfassung import Sprachabschnitt, Sprachfassung

_STUFEN = {Ebene.LEITZIEL: 2, Ebene.HANDLUNGSFELD: 2, Ebene.HANDLUNGSZIEL: 3, Ebene.MASSNAHME: 4}
_BEGRIFFE = {
    Ebene.LEITZIEL: Begriff.LEITZIEL,
    Ebene.HANDLUNGSFELD: Begriff.HANDLUNGSFELD,
    Ebene.HANDLUNGSZIEL: Begriff.HANDLUNGSZIEL,
    Ebene.MASSNAHME: Begriff.MASSNAHME,
}


def sprachfassung_html(fassung: Sprachfassung, templates: Templates) -> str:
    """Write the page; headings stay German, each text bears its language and direction. Raises TemplateError."""
    rahmen, texts = fassung.rahmen, HtmlTexts()
    stufe = 1
    abschnitte: list[dict[str, Any]] = []
    for one in fassung.abschnitte:
        # no level is skipped: a Maßnahme that stands directly under its field is one below it
        gewollt = _STUFEN[one.verweis.ebene] if one.verweis else 2
        stufe = min(gewollt, stufe + 1)
        abschnitte.append(_abschnitt(one, fassung, texts, stufe))
    return html_page(
        templates,
        "sprachfassung",
        {
            "dokument": {
                "titel": rahmen.titel,
                "koerperschaft": fassung.koerperschaft or "",
                "art": rahmen.art,
                "sprache": sprachname(fassung.sprache),
                "luecken": lueckensatz(fassung),
            },
            "sprache": _angaben(fassung.sprache),
            "abschnitte": abschnitte,
        },
    )


def sprachname(name: str) -> str:
    """Name a language in German, with its article-less noun: Englisch, Leichte Sprache."""
    return "Leichte Sprache" if name == LEICHT else sprachangaben(name)["name"]


def lueckensatz(fassung: Sprachfassung) -> str:
    """Say how many levels have no text in this language; empty if all have one."""
    fehlend, alle = len(fassung.luecken), len(fassung.abschnitte)
    if not fehlend:
        return ""
    return f"{sprachname(fassung.sprache)}: {anzahl(fehlend, 'Text fehlt', 'Texte fehlen')} noch, von {alle}."


def luecken(fassung: Sprachfassung) -> list[str]:
    """Name every gap on a line of its own, for whoever is to fill it."""
    return [
        f"{one.verweis.nummer or ''} {one.verweis.titel} ({one.verweis.id})".strip()
        if one.verweis
        else f"die Fassung im Ganzen (data/fassungen/{fassung.fassung}.yaml)"
        for one in fassung.luecken
    ]


def _angaben(name: str) -> dict[str, str]:
    """Return ``lang`` and ``dir``; Leichte Sprache is German."""
    return sprachangaben("de" if name == LEICHT else name)


def _abschnitt(one: Sprachabschnitt, fassung: Sprachfassung, texts: HtmlTexts, stufe: int) -> dict[str, Any]:
    text = ""
    if one.text is not None:
        text = texts.block(one.text, stufe, breaks=fassung.sprache == LEICHT)
    if one.verweis is None:
        return {"stufe": stufe, "anker": "fassung", "label": "", "titel": fassung.rahmen.art, "text": text}
    wort = fassung.bezeichnungen[_BEGRIFFE[one.verweis.ebene]].einzahl
    return {
        "stufe": stufe,
        "anker": anker(one.verweis.ebene, one.verweis.id),
        "label": f"{wort} {one.verweis.nummer or ''}".strip(),
        "titel": one.verweis.titel,
        "text": text,
    }
