"""A card as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.render.karte_blatt import Felder, Massnahmen, Prosa, Punkte
from konzept.render.liste_md import tabellenwerte
from konzept.render.markdown_out import markdown_block, markdown_inline
from konzept.render.seite import markdown_page

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.karte_blatt import Abschnitt, Blatt, Satz
    from konzept.render.templates import Templates

EBENE = 2
"""The texts of a plan stand below the headings of sections."""


def karte_md(blatt: Blatt, einstellungen: Einstellungen, templates: Templates) -> str:
    """Write the card; raises TemplateError."""
    return markdown_page(
        templates,
        "karte",
        {
            "titel": blatt.titel,
            "kopf": _felder(blatt.kopf),
            "abschnitte": [_abschnitt(one, einstellungen) for one in blatt.abschnitte],
        },
    )


def _abschnitt(abschnitt: Abschnitt, einstellungen: Einstellungen) -> dict[str, Any]:
    return {
        "titel": abschnitt.titel or "",
        "inhalt": [_stueck(stueck, einstellungen) for stueck in abschnitt.inhalt],
    }


def _stueck(
    stueck: Felder | Punkte | Prosa | Satz | Massnahmen, einstellungen: Einstellungen
) -> dict[str, Any]:
    match stueck:
        case Felder():
            return {"art": "felder", "felder": _felder(stueck)}
        case Punkte(texte, prosa):
            return {"art": "punkte", "texte": [markdown_inline(text) if prosa else text for text in texte]}
        case Prosa(text):
            return {"art": "text", "text": markdown_block(text, EBENE)}
        case Massnahmen(zeilen, stichtag):
            return {"art": "tabelle", **tabellenwerte(zeilen, stichtag, einstellungen)}
        case _:
            return {"art": "text", "text": stueck.text}


def _felder(felder: Felder) -> list[dict[str, Any]]:
    return [{"name": feld.name, "zeilen": list(feld.zeilen)} for feld in felder.felder]
