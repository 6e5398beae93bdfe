"""A document as a page: the same blocks that go on paper, in the dress of all our pages."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Metadaten
from konzept.render.schriftstueck_aufbau import aufbau
from konzept.render.schriftstueck_daten import bloecke_als_daten
from konzept.render.schriftstueck_text import lesbar
from konzept.render.seite import html_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.schriftstueck_daten import Daten
    from konzept.render.templates import Templates


def schriftstueck_html(stueck: Schriftstueck, templates: Templates) -> str:
    """Write a document as one self-contained page; raises TemplateError, and ValueError for an unfit table.

    Where the paper has a new page, the page has a new section, printed on a page of its own.
    """
    # the head is no block here: the page has one of its own, made of the same words
    inhalt = aufbau(replace(stueck, titel="", untertitel="", metadaten=Metadaten()))
    werte = {
        "stueck": {
            "titel": lesbar(stueck.titel),
            "untertitel": lesbar(stueck.untertitel),
            "herkunft": lesbar(stueck.metadaten.koerperschaft),
            "stand": lesbar(stueck.metadaten.stand),
            "fusszeile": lesbar(stueck.fusszeile),
        },
        "abschnitte": _abschnitte(bloecke_als_daten(inhalt)),
        "eintraege": [asdict(eintrag) for eintrag in inhalt.eintraege],
    }
    return html_page(templates, "schriftstueck", werte)


def _abschnitte(bloecke: Sequence[Daten]) -> list[Daten]:
    """Cut the blocks where a page ends; a section is named by its first heading."""
    abschnitte: list[list[Daten]] = [[]]
    for block in bloecke:
        if block["typ"] == "umbruch":
            abschnitte.append([])
        else:
            abschnitte[-1].append(block)
    return [{"name": _name(abschnitt), "bloecke": abschnitt} for abschnitt in abschnitte if abschnitt]


def _name(bloecke: Sequence[Daten]) -> str:
    first = next((block for block in bloecke if block["typ"] == "ueberschrift"), None)
    return "".join(lauf["text"] for lauf in first["laeufe"] if not lauf["fussnote"]) if first else ""
