"""The JSON Schema (2020-12) of each kind of file, for editors; made from the models, so that it cannot drift."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.domain.akteur import Akteurregister
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Rahmen
from konzept.domain.foerderprogramm import Programmregister
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Indikatorwerte
from konzept.domain.sachstand import Sachstand

if TYPE_CHECKING:
    from pydantic import BaseModel

MODELS: dict[str, type[BaseModel]] = {
    "konzept": Einstellungen,
    "akteure": Akteurregister,
    "foerderprogramme": Programmregister,
    "fassung": Rahmen,
    "handlungsfeld": Handlungsfeld,
    "sachstand": Sachstand,
    "indikatoren": Indikatorwerte,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_json(kind: str) -> str:
    """Write the schema of one kind of file (a key of ``MODELS``).

    Editors read YAML with types, the loader does not: a field that is a text here is marked by an editor when it is
    written as a bare number, which the loader would accept.
    """
    content: dict[str, Any] = {"$schema": DIALECT, **MODELS[kind].model_json_schema()}
    return json.dumps(_without_english(content), ensure_ascii=False, indent=2) + "\n"


def _without_english(node: Any) -> Any:
    """Drop pydantic's English titles and the docstrings, which are written for programmers."""
    if isinstance(node, dict):
        return {
            key: _without_english(value)
            for key, value in node.items()
            if not (key in {"title", "description"} and isinstance(value, str))
        }
    return [_without_english(value) for value in node] if isinstance(node, list) else node
