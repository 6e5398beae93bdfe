"""What is told about an OpenDocument file, text or spreadsheet: title, subject, language, who made it, its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Metadaten


def schreibe_eigenschaften(meta: Any, titel: str, thema: str, daten: Metadaten, sprache: str) -> None:
    """Write the properties into odfdo's ``meta``; what is empty is not written."""
    meta.generator = "konzept"
    meta.title = lesbar(titel)
    meta.language = sprache
    if thema:
        meta.subject = lesbar(thema)
    if daten.beschreibung:
        meta.description = lesbar(daten.beschreibung)
    if daten.schlagworte:
        meta.keyword = lesbar(", ".join(daten.schlagworte))
    if daten.koerperschaft:
        meta.initial_creator = lesbar(daten.koerperschaft)
    if daten.datum:
        meta.creation_date = daten.datum
