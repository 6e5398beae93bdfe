"""The single values of a plan's files as an editor checks them: form, and in German what is wrong where it breaks it.

Each stands once under ``$defs`` of a schema. Editors read YAML 1.2: a bare 2020 is a number to them, a text to the
loader, so where the loader takes the digits the schema takes the number. The words are yaml-language-server's own
extensions of JSON Schema: ``errorMessage`` goes with type, enum, required and propertyNames, ``patternErrorMessage``
with pattern; nothing goes with minLength, minimum or not, so what those could say is said by a pattern.
"""

from __future__ import annotations

from typing import Any

from konzept.domain.akteur import Zustaendigkeitsangabe
from konzept.domain.handlungsfeld import Kostenangabe
from konzept.domain.terminangabe import Terminangabe
from konzept.domain.werte import (
    ID_FORM,
    ID_HOECHSTLAENGE,
    NUMMER_HOECHSTLAENGE,
    Bemerkung,
    Betrag,
    Datum,
    Id,
    Jahr,
    Messwert,
    Nummer,
    Text,
    Textliste,
    Wahrheit,
    Zahl,
    Zeit,
)

Schema = dict[str, Any]

_TEXT = "Hier wird ein Text erwartet."
_LEER = (
    "Dieser Text ist leer oder enthält ein Steuerzeichen: Schreiben Sie ihn neu, oder löschen Sie das Feld."
)
_DATUM = "Kein Kalendertag. Schreiben Sie Jahr-Monat-Tag, etwa 2020-11-02."
_ZEIT = "Keine Zeitangabe. Schreiben Sie ein Jahr, einen Monat oder einen Tag: 2020, 2020-11 oder 2020-11-02."
_ZAHL = "Schreiben Sie eine ganze Zahl in Ziffern, etwa 2021."
_WAHRHEIT = "Erlaubt sind true (ja) und false (nein)."
_BETRAG = "Kein Betrag. Schreiben Sie Ziffern ohne Punkte und Währung, Cent hinter einem Punkt: 12500 oder 12500.50."
_MESSWERT = (
    "Keine eindeutige Zahl. Schreiben Sie Ziffern ohne Tausenderpunkt und Einheit, etwa 40, 1250 oder 12,5."
)
_BEMERKUNG = (
    "»intern« ist eine Bemerkung, kein Schalter: Schreiben Sie sie aus; sie wird nicht veröffentlicht."
)
_NUMMER = 'Eine Nummer steht in Anführungszeichen, etwa "5.10": Andere Programme lesen 5.10 sonst als 5.1.'

# as the loader refuses them (konzept/load/file_text.py): control characters and marks that reverse the direction
STEUERZEICHEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_WORTE = rf"^(?=[\s\S]*\S)[^{STEUERZEICHEN}]*$"

# Python's calendar as a pattern: months of 31, 30 and 28 days, and the 29th of February in leap years
_TAG = (
    r"(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
)
_MONAT = r"(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])"
_JAHR = r"(?!0+$)[0-9]{1,4}"
_SCHALTER = ("ja", "nein", "true", "false", "yes", "no", "on", "off", "an", "aus")


def _jede_schreibung(worte: tuple[str, ...]) -> str:
    """Match words in capitals or not; JavaScript's patterns know no mark for that."""
    return "|".join("".join(f"[{z.upper()}{z}]" for z in wort) for wort in worte)


def _form(muster: str, meldung: str, *arten: str, **mehr: Any) -> Schema:
    """Describe a scalar of some types whose text, blanks around it aside, has a form."""
    schema: Schema = {
        "type": arten[0] if len(arten) == 1 else list(arten),
        "pattern": rf"^\s*(?:{muster})\s*$",
    }
    return {
        **schema,
        **mehr,
        "patternErrorMessage": meldung,
        "errorMessage": mehr.get("errorMessage", meldung),
    }


WERTE: dict[str, Schema] = {
    "Text": {
        "type": ["string", "number"],
        "pattern": _WORTE,
        "patternErrorMessage": _LEER,
        "errorMessage": _TEXT,
    },
    "Id": _form(
        rf"(?=[a-z0-9-]{{1,{ID_HOECHSTLAENGE}}}\s*$){ID_FORM}",
        "Keine gültige id: Erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche, "
        "etwa »sprache-und-bildung«.",
        "string",
        "integer",
        minimum=0,
        errorMessage="Hier wird eine id erwartet, etwa »sprache-und-bildung«.",
    ),
    "Nummer": _form(
        rf"\S(?:\S|[^\S\n\t](?=\S)){{0,{NUMMER_HOECHSTLAENGE - 1}}}",
        "Eine Nummer ist kurz und steht in einer Zeile, etwa »5.10«.",
        "string",
        errorMessage=_NUMMER,
    ),
    "Datum": _form(_TAG, _DATUM, "string"),
    "Zeit": _form(
        rf"{_TAG}|{_MONAT}|(?!0000)[0-9]{{4}}", _ZEIT, "string", "integer", minimum=1000, maximum=9999
    ),
    "Wahrheit": _form(_jede_schreibung(_SCHALTER[:4]), _WAHRHEIT, "boolean", "string"),
    "Betrag": _form(r"[0-9]{1,15}(?:\.[0-9]{1,2})?", _BETRAG, "number", "string", minimum=0),
    "Zahl": _form(r"[0-9]{1,4}", _ZAHL, "integer", "string", minimum=0, maximum=9999),
    "Jahr": _form(_JAHR, _ZAHL, "integer", "string", minimum=1, maximum=9999),
    "Zahlwert": _form(
        r"(?![1-9][0-9]{0,2}\.[0-9]{3}\s*$)[-\u2212]?(?![1-9][0-9]{0,2}\.[0-9]{3}\s*$)[0-9]{1,12}(?:[.,][0-9]{1,6})?",
        _MESSWERT,
        "number",
        "string",
    ),
    "Bemerkung": _form(
        rf"(?!(?:{_jede_schreibung(_SCHALTER)})\s*$)\S[\s\S]*", _BEMERKUNG, "string", "number"
    ),
    # accepts only what is empty, and by »not« because an editor would offer the word null for a type of that name; by
    # the empty properties the server tells it from other schemas without a title, and shows a title once, not twice
    "leer": {"not": {"type": ["string", "number", "boolean", "array", "object"]}, "properties": {}},
}
"""The values by name; ``Zahlwert`` is a Messwert that must be a number."""

ANGABEN: tuple[tuple[Any, str], ...] = (
    (Text, "Text"),
    (Id, "Id"),
    (Nummer, "Nummer"),
    (Datum, "Datum"),
    (Zeit, "Zeit"),
    (Wahrheit, "Wahrheit"),
    (Betrag, "Betrag"),
    (Zahl, "Zahl"),
    (Jahr, "Jahr"),
    (Messwert, "Text"),
    (Bemerkung, "Bemerkung"),
    (Textliste, "Textliste"),
    (Zustaendigkeitsangabe, "Zustaendigkeit"),
    (Terminangabe, "Termin"),
    (Kostenangabe, "Kosten"),
)
"""The annotations of the models, and the definition of each."""

AUCH_ALS_TEXT: dict[str, str] = {"Zustaendigkeit": "Id", "Termin": "Text", "Kosten": "Text"}
"""The models that may be written as a single value, and its kind."""

ZAHLENFELDER = frozenset({("Messung", "wert"), ("Indikator", "ausgangswert"), ("Indikator", "zielwert")})
"""Fields whose words must be a number, or ``validate`` says so (konzept/checks/indikatoren.py)."""


def textliste(titel: str) -> Schema:
    """Return the schema of several texts, of which a single one may stand without the dash.

    It is no definition: an editor finds the title of what is in the list by the list's own copy.
    """
    eintrag = {"$ref": "#/$defs/Text", "title": titel}
    meldung = "Hier wird ein Text oder eine Liste von Texten erwartet."
    return {**WERTE["Text"], "type": ["array", "string", "number"], "errorMessage": meldung, "items": eintrag}


def wert_von(annotation: Any) -> str | None:
    """Return the name of the definition for an annotation of a model, or None if it is no single value."""
    return next((name for angabe, name in ANGABEN if angabe == annotation), None)
