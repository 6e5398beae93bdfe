"""From the models to JSON Schema: each model a definition, each field with its text, its form and its words.

Pydantic's own schema is not used: it speaks English, and where a value may be empty it says ``anyOf … null``, which
makes an editor offer the word null and swallow the sentences on what is wrong. The shapes here are chosen by what
yaml-language-server does with them (tests/editor/ proves it in a real session):

- what is missing and which fields exist stand in ``allOf``, each with its own sentence, because a schema has only one
  ``errorMessage`` for its type, its missing and its unknown fields;
- a model that may be one value, too, is one definition of both types: alternatives in ``anyOf`` would hide the
  sentence of the one behind the other;
- an optional field is ``anyOf`` its form and nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from konzept.domain.verbleib import MIT_ZIELEN, Verbleibart, Verbleibseintrag
from konzept.domain.werte import ID_FORM, Wert
from konzept.render import schema_bausteine as bausteine
from konzept.render.schema_beschreibung import Feld
from konzept.render.schema_plan import VERWEISE
from konzept.render.schema_texte import ABSCHNITTE, feldtext, wortliste
from konzept.render.schema_werte import AUCH_ALS_TEXT, WERTE, ZAHLENFELDER, Schema, textliste, wert_von

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from konzept.render.schema_plan import EigeneWerte

_LISTE = "Hier wird eine Liste erwartet: Beginnen Sie jeden Eintrag in einer eigenen Zeile mit »- «."
_KUERZEL = "Kein Kürzel eines Befunds: Es steht in jeder Meldung am Ende in eckigen Klammern, etwa »termin-unlesbar«."


class Bauplan:
    """The definitions of one kind of file, collected while its root is built.

    ``eigene`` are the ids and names of one plan; with them a reference takes only what the plan has.
    """

    def __init__(self, eigene: EigeneWerte | None = None) -> None:
        self.eigene = eigene
        self._defs: dict[str, Schema] = {}

    def datei(self, model: type[Wert]) -> Schema:
        """Return the schema of a file whose content is ``model``, with all definitions it needs."""
        wurzel = self._abschnitt(model)
        return {**wurzel, "$defs": dict(sorted(self._defs.items()))}

    def _verweis(self, name: str, schema: Schema | None = None) -> Schema:
        """Refer to a definition, which is taken up if it is not yet."""
        if name not in self._defs:
            self._defs[name] = schema if schema is not None else WERTE[name]
        return {"$ref": f"#/$defs/{name}"}

    def _model(self, model: type[Wert]) -> Schema:
        name = model.__name__
        if name not in self._defs:
            self._defs[name] = {}  # a model may hold itself
            self._defs[name] = self._abschnitt(model)
        return {"$ref": f"#/$defs/{name}"}

    def _abschnitt(self, model: type[Wert]) -> Schema:
        text = ABSCHNITTE[model]
        angaben = get_type_hints(model, include_extras=True)
        # the section's own fields before those of every level
        namen = sorted(
            model.model_fields, key=lambda name: name not in model.__annotations__ and name != "id"
        )
        pflicht = [name for name in namen if model.model_fields[name].is_required()]
        schema: Schema = {"title": text.titel, "description": text.text, "type": "object"}
        schema["errorMessage"] = f"Hier wird ein Abschnitt mit Feldern erwartet ({text.titel})."
        schema["properties"] = {
            name: self._feld(model, name, angaben[name], pflicht=name in pflicht) for name in namen
        }
        schema["allOf"] = [_fehlt(text.titel, name) for name in pflicht] + [_nur(text.titel, namen)]
        if model is Verbleibseintrag:
            schema["allOf"] += _rechenschaft()
        if model.__name__ in AUCH_ALS_TEXT:
            self._auch_als_text(schema, model, text.titel)
        if model in bausteine.ABSCHNITTE:
            schema["defaultSnippets"] = [baustein.schema() for baustein in bausteine.ABSCHNITTE[model]]
        return schema

    def _auch_als_text(self, schema: Schema, model: type[Wert], titel: str) -> None:
        """Let a section be a single value, too: what is said of strings does not touch its fields."""
        art = AUCH_ALS_TEXT[model.__name__]
        wert = WERTE[art]
        schema["type"] = ["object", *wert["type"]]
        schema["errorMessage"] = f"Hier wird ein Text oder ein Abschnitt mit Feldern erwartet ({titel})."
        schema |= {key: wert[key] for key in ("pattern", "patternErrorMessage", "minimum") if key in wert}
        eigene = self._eigene(model, "akteur") if art == "Id" else None
        if eigene:
            # the condition marks what is not in the plan; the alternatives hold always and only make an editor offer it
            schema |= {"if": {"type": wert["type"]}, "then": eigene, "anyOf": [eigene, {}]}

    def _feld(self, model: type[Wert], name: str, angabe: Any, *, pflicht: bool) -> Schema:
        text = feldtext(model, name)
        worte: Schema = {"title": text.titel, "description": text.text}
        if pflicht:
            worte["markdownDescription"] = f"{text.text}\n\n**Pflichtfeld**"
        # with the plan's own ids an editor offers those
        if text.beispiele and not (self.eigene and (model, name) in VERWEISE):
            worte["examples"] = list(text.beispiele)
        form = self._form(model, name, _ohne_none(angabe))
        return {**worte, **form} if pflicht else {**worte, **self._freiwillig(form, text)}

    def _freiwillig(self, form: Schema, text: Feld) -> Schema:
        """Let a value be empty. Its own title and text stand at the form: an editor shows the innermost it finds."""
        worte = {"title": text.titel}
        if "description" in self._defs.get(form.get("$ref", "").removeprefix("#/$defs/"), {}):
            worte["description"] = text.text
        return {"anyOf": [{**form, **worte}, self._verweis("leer")]}

    def _form(self, model: type[Wert], name: str, angabe: Any) -> Schema:
        """Return what a value must be, without the words on it."""
        art = "Zahlwert" if (model.__name__, name) in ZAHLENFELDER else wert_von(angabe)
        if art == "Textliste":
            self._verweis("Text")
            return textliste(feldtext(model, name).titel)
        if art == "Id":
            return self._eigene(model, name) or self._verweis(art)
        if art in WERTE:
            return self._verweis(art)
        return self._gefuege(model, name, get_args(angabe)[0] if art else angabe)

    def _gefuege(self, model: type[Wert], name: str, angabe: Any) -> Schema:
        """Return the form of what is no single value: a list, a mapping, a choice, a section."""
        if get_origin(angabe) is tuple:
            return self._liste(model, name, get_args(angabe)[0])
        if get_origin(angabe) is dict:
            return self._verzeichnis(model, name, *get_args(angabe))
        if isinstance(angabe, type) and issubclass(angabe, StrEnum):
            return self._verweis(angabe.__name__, _auswahl(wortliste(angabe)))
        if isinstance(angabe, type) and issubclass(angabe, Wert):
            return self._model(angabe)
        message = f"konzept/render/schema_werte.py knows no form for {model.__name__}.{name}: {angabe}"
        raise LookupError(message)

    def _liste(self, model: type[Wert], name: str, angabe: Any) -> Schema:
        schema: Schema = {"type": "array", "items": self._form(model, name, angabe), "errorMessage": _LISTE}
        for eintrag, angebote in bausteine.EINTRAEGE.items():
            if schema["items"] == {"$ref": f"#/$defs/{eintrag.__name__}"}:
                schema["defaultSnippets"] = [baustein.schema() for baustein in angebote]
        return schema

    def _verzeichnis(self, model: type[Wert], name: str, key: Any, angabe: Any) -> Schema:
        """Describe a mapping whose keys are words of a choice, names of Fassungen, codes or free."""
        text = feldtext(model, name)
        wert = self._form(model, name, angabe)
        schema: Schema = {"type": "object", "errorMessage": f"Hier werden Felder erwartet ({text.titel})."}
        if isinstance(key, type) and issubclass(key, StrEnum):
            worte = {wort: Feld(wort, bedeutung) for wort, bedeutung in wortliste(key).items()}
            schema["properties"] = {
                wort: {"title": wort, "description": feld.text, **self._freiwillig(wert, feld)}
                for wort, feld in worte.items()
            }
            schema["allOf"] = [_nur(text.titel, worte)]
            return schema
        if name == "regeln":
            schema["propertyNames"] = {"pattern": f"^{ID_FORM}$", "patternErrorMessage": _KUERZEL}
        elif name == "verbleib" and self.eigene:
            schema["propertyNames"] = self._eigene(model, name)
        return {**schema, "additionalProperties": self._freiwillig(wert, text)}

    def _eigene(self, model: type[Wert], name: str) -> Schema | None:
        """Refer to the plan's own values that a field takes, if it is a reference and the plan is known."""
        werte = self.eigene.werte_fuer(model, name) if self.eigene else None
        if werte is None:
            return None
        return self._verweis(werte.name, _auswahl(werte.worte, werte.meldung, zahlen=True))


def _ohne_none(angabe: Any) -> Any:
    """Take ``| None`` off an annotation."""
    arten = get_args(angabe)
    if type(None) not in arten:
        return angabe
    return next(art for art in arten if art is not type(None))


def _auswahl(worte: Mapping[str, str], meldung: str | None = None, *, zahlen: bool = False) -> Schema:
    """Take one of some words; with ``zahlen`` one of digits may be bare, which is a number to an editor."""
    paare: list[tuple[Any, str]] = list(worte.items())
    if zahlen:
        paare += [(int(wort), text) for wort, text in worte.items() if wort.isdecimal()]
    return {
        "enum": [wort for wort, _ in paare],
        "enumDescriptions": [text for _, text in paare],
        "errorMessage": meldung or f"Diesen Wert gibt es hier nicht. Erlaubt sind: {', '.join(worte)}.",
    }


def _fehlt(titel: str, name: str) -> Schema:
    return {"required": [name], "errorMessage": f"Hier ({titel}) fehlt das Feld »{name}«."}


def _nur(titel: str, namen: Iterable[str]) -> Schema:
    erlaubt = list(namen)
    meldung = f"Dieses Feld gibt es hier ({titel}) nicht. Erlaubt sind: {', '.join(erlaubt)}."
    return {"propertyNames": {"enum": erlaubt, "errorMessage": meldung}}


def _rechenschaft() -> list[Schema]:
    """Say of a Verbleib what else it must tell; the mark stands at its word, as ``validate`` sets it."""
    ohne_ziel = {"not": {"required": ["ziele"], "properties": {"ziele": {"type": "array", "minItems": 1}}}}
    ohne_grund = {"not": {"required": ["begruendung"], "properties": {"begruendung": WERTE["Text"]}}}
    return [
        _falls(MIT_ZIELEN, ohne_ziel, "Es fehlt, worin es weiterlebt: »ziele: [id der neuen Fassung]«."),
        _falls(
            set(Verbleibart) - {Verbleibart.NICHT_AUFGENOMMEN},
            ohne_grund,
            "Es fehlt die Begründung: »begruendung: …«; der Kreistag fragt danach.",
        ),
    ]


def _falls(arten: Iterable[Verbleibart], mangel: Schema, meldung: str) -> Schema:
    worte = [art.value for art in Verbleibart if art in arten]
    wenn = {"required": ["verbleib"], "properties": {"verbleib": {"enum": worte}}, **mangel}
    # no value is in an empty choice: the way to put a sentence of one's own at this place
    return {"if": wenn, "then": {"properties": {"verbleib": {"enum": [], "errorMessage": meldung}}}}
