"""The sentences that typer knows in English only, each with its German counterpart."""

from __future__ import annotations

import ast
import re
from functools import cache

from konzept.cli.surface.quoting import listed, quoted

SENTENCES: dict[str, str] = {
    # typer's sentence, {} where it fills something in → ours, {0}, {1} for the same in order.
    # The first that fits holds, so a special sentence stands before the general one.
    "Missing command.": "Es fehlt ein Befehl.",
    "No such command {}.": "Den Befehl {0} gibt es nicht.",
    "Got unexpected extra argument(s) ({})": "Der Aufruf enthält überzählige Angaben: {0}.",
    "Argument {} takes {} values.": "Das Argument {0} braucht {1} Werte.",
    "{} is not a valid boolean. Recognized values: {}": "{0} ist weder »true« noch »false«.",
    "{} is not a valid UUID.": "{0} ist keine UUID.",
    "{} is not a valid {}.": "{0} ist keine {1}.",
    "{} is not in the range {}.": "{0} liegt nicht im erlaubten Bereich.",
    "{} does not match the formats {}.": "{0} ist kein Datum in der erwarteten Form.",
    "{} is not one of {}.": "{0} ist nicht vorgesehen.",
    "{} {} does not exist.": "{0} {1} gibt es nicht.",
    "{} {} is a file.": "{1} ist eine Datei und kein Ordner.",
    "{} {} is a directory.": "{1} ist ein Ordner und keine Datei.",
    "{} {} is not readable.": "{1} darf nicht gelesen werden.",
    "{} {} is not writable.": "{1} darf nicht geschrieben werden.",
    "{} values are required, but {} given.": "Nötig sind {0} Werte, nicht {1}.",
    "Takes {} values but {} given.": "Nötig sind {0} Werte, nicht {1}.",
    "Value must be an iterable.": "Nötig ist eine Liste von Werten.",
    "Could not open file {}: {}": "Die Datei {0} lässt sich nicht öffnen.",
    "'{}': {}": "Die Datei {0} lässt sich nicht öffnen.",
}

# These two hold words of the user as they are; all others hold their ``repr``.
_UNTOUCHED = {"Got unexpected extra argument(s) ({})", "'{}': {}"}

_NOUNS = {
    "File": "Die Datei",
    "Directory": "Den Ordner",
    "Path": "Den Pfad",
    "int": "ganze Zahl",
    "int range": "ganze Zahl",
    "float": "Zahl",
    "float range": "Zahl",
}


def in_german(english: str) -> tuple[str, str] | None:
    """Return the German sentence for one of typer's, and what the user wrote as it filled in first.

    None for a sentence that is not typer's own.
    """
    found = recognised(english)
    if found is None:
        return None
    template, holes = found
    if template in _UNTOUCHED:
        return SENTENCES[template].format(*map(quoted, holes)), holes[0]
    return SENTENCES[template].format(*map(_filled_in, holes)), _plain(holes[0]) if holes else ""


def recognised(english: str) -> tuple[str, tuple[str, ...]] | None:
    """Return which of SENTENCES this is, and what was filled in; None if it is none of them."""
    for template, pattern in _patterns().items():
        found = pattern.fullmatch(english)
        if found:
            return template, found.groups()
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        template: re.compile("(.+)".join(re.escape(part) for part in template.split("{}")), re.DOTALL)
        for template in SENTENCES
    }


def _filled_in(text: str) -> str:
    if text in _NOUNS:
        return _NOUNS[text]
    value = _literal(text)
    if isinstance(value, (int, float)):
        return text
    if isinstance(value, tuple):
        return listed([quoted(str(item)) for item in value])
    return quoted(_plain(text))


def _plain(text: str) -> str:
    value = _literal(text)
    return value if isinstance(value, str) else text


def _literal(text: str) -> object:
    """Undo the ``repr`` that typer puts its values through; None where there was none."""
    try:
        value: object = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return value
