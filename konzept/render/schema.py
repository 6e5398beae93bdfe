"""The JSON Schema (2020-12) of each kind of file, for editors; made from the models, so that it cannot drift."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurregister
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Rahmen
from konzept.domain.foerderprogramm import Programmregister
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Indikatorwerte
from konzept.domain.sachstand import Sachstand
from konzept.render.schema_aufbau import Bauplan

if TYPE_CHECKING:
    from konzept.domain.werte import Wert
    from konzept.render.schema_plan import EigeneWerte

MODELS: dict[str, type[Wert]] = {
    "konzept": Einstellungen,
    "akteure": Akteurregister,
    "foerderprogramme": Programmregister,
    "fassung": Rahmen,
    "handlungsfeld": Handlungsfeld,
    "sachstand": Sachstand,
    "indikatoren": Indikatorwerte,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_json(kind: str, eigene: EigeneWerte | None = None) -> str:
    """Write the schema of one kind of file (a key of ``MODELS``); with ``eigene`` it knows the ids of one plan."""
    content = {"$schema": DIALECT, **Bauplan(eigene).datei(MODELS[kind])}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
