"""From the typed definition of an output to its JSON Schema (2020-12), so that writer, types and schema are one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from konzept.render.schema_beschreibung import Feld

if TYPE_CHECKING:
    from collections.abc import Mapping

    Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EINFACH = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


@dataclass(frozen=True, slots=True)
class Form:
    """What a text must look like: a format of JSON Schema, a pattern, or both."""

    format: str = ""
    muster: str = ""

    def schema(self) -> Schema:
        """Return it in the words of JSON Schema."""
        worte = {"format": self.format, "pattern": self.muster}
        return {name: wert for name, wert in worte.items() if wert}


def vertrag_schema(wurzel: type, abschnitte: Mapping[type, Feld]) -> str:
    """Write the schema of an output whose whole is the TypedDict ``wurzel``.

    ``abschnitte`` holds title and text of every TypedDict in it; each key bears its own in its annotation.
    Raises LookupError for a section or key without German words, and for an annotation of no known kind.
    """
    bauer = _Bauer(abschnitte)
    ganzes = bauer.abschnitt(wurzel)
    content = {"$schema": DIALECT, **ganzes, "$defs": dict(sorted(bauer.definitionen.items()))}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


class _Bauer:
    def __init__(self, abschnitte: Mapping[type, Feld]) -> None:
        self.abschnitte = abschnitte
        self.definitionen: dict[str, Schema] = {}

    def abschnitt(self, art: type) -> Schema:
        """Describe a TypedDict: all its keys, and no others."""
        worte = self.abschnitte[art]
        angaben = get_type_hints(art, include_extras=True)
        return {
            "title": worte.titel,
            "description": worte.text,
            "type": "object",
            "properties": {name: self._feld(art, name, angabe) for name, angabe in angaben.items()},
            "required": list(angaben),
            "additionalProperties": False,
        }

    def _feld(self, art: type, name: str, angabe: Any) -> Schema:
        worte = next((wert for wert in getattr(angabe, "__metadata__", ()) if isinstance(wert, Feld)), None)
        if worte is None:
            message = f"{art.__name__}.{name} has no German title"
            raise LookupError(message)
        return {"title": worte.titel, "description": worte.text, **self._form(angabe)}

    def _form(self, angabe: Any) -> Schema:
        herkunft, teile = get_origin(angabe), get_args(angabe)
        if angabe in _EINFACH:
            return {"type": _EINFACH[angabe]}
        if herkunft is Annotated:
            return {**self._form(teile[0]), **_zusatz(teile[1:])}
        if herkunft is Literal:
            return {"const": teile[0]}
        if herkunft in {UnionType, Union}:
            return {"anyOf": [self._form(teil) for teil in teile]}
        return self._gefuege(herkunft, teile) or self._verweis(angabe)

    def _gefuege(self, herkunft: Any, teile: tuple[Any, ...]) -> Schema:
        """Describe a list or a mapping; nothing for what is none."""
        if herkunft is list:
            return {"type": "array", "items": self._form(teile[0])}
        if herkunft is dict:
            namen = self._form(teile[0]).get("enum")
            woerter = {"propertyNames": {"enum": namen}} if namen else {}
            return {"type": "object", **woerter, "additionalProperties": self._form(teile[1])}
        return {}

    def _verweis(self, angabe: Any) -> Schema:
        if not is_typeddict(angabe):
            message = f"no form in JSON Schema is known for {angabe}"
            raise LookupError(message)
        if angabe.__name__ not in self.definitionen:
            self.definitionen[angabe.__name__] = {}  # a section may hold itself
            self.definitionen[angabe.__name__] = self.abschnitt(angabe)
        return {"$ref": f"#/$defs/{angabe.__name__}"}


def _zusatz(angaben: tuple[Any, ...]) -> Schema:
    """Return what stands beside a type in its annotation: the form of a text, or the words it may be."""
    zusatz: Schema = {}
    for angabe in angaben:
        if isinstance(angabe, Form):
            zusatz |= angabe.schema()
        elif isinstance(angabe, type) and issubclass(angabe, StrEnum):
            zusatz["enum"] = [wort.value for wort in angabe]
    return zusatz
