"""The German texts of the schemas, found by model and field; the tables are the modules of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.schema_texte_auswahl import AUSWAHL
from konzept.render.schema_texte_fassung import FASSUNG
from konzept.render.schema_texte_gestaltung import GESTALTUNG
from konzept.render.schema_texte_massnahmen import MASSNAHMEN
from konzept.render.schema_texte_register import REGISTER
from konzept.render.schema_texte_sachstand import SACHSTAND

if TYPE_CHECKING:
    from enum import StrEnum

    from konzept.render.schema_beschreibung import Abschnitt, Feld

ABSCHNITTE: dict[type, Abschnitt] = {**REGISTER, **GESTALTUNG, **FASSUNG, **MASSNAHMEN, **SACHSTAND}


def feldtext(model: type, feld: str) -> Feld:
    """Return the text of a field, the model's own or that of the model it inherits the field from.

    Raises LookupError where nobody has written one; a test holds that every field has its text.
    """
    for stufe in model.__mro__:
        if stufe in ABSCHNITTE and feld in ABSCHNITTE[stufe].felder:
            return ABSCHNITTE[stufe].felder[feld]
    message = f"konzept/render/schema_texte_*.py says nothing on {model.__name__}.{feld}"
    raise LookupError(message)


def wortliste(auswahl: type[StrEnum]) -> dict[str, str]:
    """Return the words of a choice, each with its explanation."""
    return {wort.value: text for wort, text in AUSWAHL[auswahl].items()}
