"""The German sentence for each kind of error pydantic can report of our models: code, message, remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import DataPath, nearest
from konzept.domain.werte import ANFUEHRUNGSZEICHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_QUOTE = 60
"""So many characters of a wrong value are shown in its message."""

Sentence = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of pydantic with its path in the data that were really written.

    ``missing`` is the name of a required field that is not there. Path parts that are not in the data (names of
    union members, ``[key]``) are left out; ``at_key`` tells that it is the key itself that is at fault.
    """

    kind: str
    path: DataPath
    missing: str | None
    value: Any
    context: Mapping[str, Any]
    at_key: bool = False

    @classmethod
    def of(cls, detail: Mapping[str, Any], datei: str, data: Any) -> Problem:
        """Make a problem of one entry of ``ValidationError.errors()``."""
        path: list[Any] = [datei]
        here = data
        for step in detail["loc"]:
            steps = here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
            if step in steps:
                here = here[step]
                path.append(step)
        kind = detail["type"]
        missing = str(detail["loc"][-1]) if kind == "missing" else None
        at_key = detail["loc"][-1:] == ("[key]",)
        value = path[-1] if at_key else here
        return cls(kind, tuple(path), missing, value, detail.get("ctx", {}), at_key)

    @property
    def target(self) -> DataPath:
        """The path of what is at fault, even if it is not there."""
        return (*self.path, self.missing) if self.missing else self.path


def sentence(problem: Problem) -> Sentence:
    """Return code, message and remedy for a problem, by the type of the error and never by its English words."""
    return BY_TYPE.get(problem.kind, _any_other)(problem)


def short(value: Any) -> str:
    """Return a value as it is quoted in a message: one line, cut if long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 3] + "…"


def _kind_of(value: Any) -> str:
    if isinstance(value, dict):
        return "ein Abschnitt mit eigenen Feldern"
    return "eine Liste" if isinstance(value, list) else f"der Text »{short(value)}«"


def _text_expected(problem: Problem) -> Sentence:
    return (
        "text-erwartet",
        f"Hier wird ein Text erwartet, gefunden wurde {_kind_of(problem.value)}.",
        "Schreiben Sie den Wert in eine Zeile; Texte mit Klammern oder Doppelpunkt gehören in Anführungszeichen.",
    )


def _list_expected(problem: Problem) -> Sentence:
    return (
        "liste-erwartet",
        f"Hier wird eine Liste erwartet, gefunden wurde {_kind_of(problem.value)}.",
        "Beginnen Sie jeden Eintrag in einer eigenen Zeile mit »- «.",
    )


def _section_expected(problem: Problem) -> Sentence:
    return (
        "abschnitt-erwartet",
        f"Hier wird ein Abschnitt mit Feldern erwartet, gefunden wurde {_kind_of(problem.value)}.",
        "Schreiben Sie die Felder eingerückt darunter: »feld: Wert«.",
    )


def _empty_text(_: Problem) -> Sentence:
    return ("text-leer", "Dieser Text ist leer.", "Ergänzen Sie ihn oder löschen Sie das Feld.")


def _unknown_value(problem: Problem) -> Sentence:
    allowed = re.findall(r"'([^']+)'", str(problem.context.get("expected", "")))
    close = nearest(str(problem.value), allowed)
    hint = f"Meinten Sie »{close}«? " if close else ""
    if isinstance(problem.value, dict | list):
        return _text_expected(problem)
    return (
        "wert-unbekannt",
        f"Den Wert »{short(problem.value)}« gibt es hier nicht.",
        f"{hint}Erlaubt sind: {', '.join(allowed)}.",
    )


def _id_form(problem: Problem) -> Sentence:
    return (
        "id-ungueltig",
        f"»{short(problem.value)}« ist keine gültige id.",
        f"Erlaubt sind Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche, etwa »{_slug(problem.value)}«.",
    )


def _slug(value: Any) -> str:
    text = str(value).casefold()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(umlaut, plain)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:60].rstrip("-") or "sprache-und-bildung"


def _number_form(problem: Problem) -> Sentence:
    return (
        "nummer-ungueltig",
        f"»{short(problem.value)}« ist keine Nummer.",
        _without_quotes(str(problem.value)) or "Eine Nummer ist kurz und steht in einer Zeile, etwa »5.10«.",
    )


def _without_quotes(written: str) -> str | None:
    """Say how a number is quoted, if foreign quotes around it are all that is wrong with it."""
    bare = written.strip().strip(ANFUEHRUNGSZEICHEN).strip()
    if bare == written.strip() or not re.fullmatch(r"[\w.-]{1,20}", bare):
        return None
    return f'YAML kennt nur gerade Anführungszeichen; schreiben Sie »"{bare}"«.'


def _date_form(problem: Problem) -> Sentence:
    iso = _iso(str(problem.value))
    hint = f"Schreiben Sie »{iso}«." if iso else "Schreiben Sie Jahr-Monat-Tag, etwa »2020-11-02«."
    return ("datum-ungueltig", f"»{short(problem.value)}« ist kein Kalendertag.", hint)


def _time_form(problem: Problem) -> Sentence:
    iso = _iso(str(problem.value))
    general = "Schreiben Sie ein Jahr, einen Monat oder einen Tag: »2020«, »2020-11« oder »2020-11-02«."
    hint = f"Schreiben Sie »{iso}«." if iso else general
    return ("datum-ungueltig", f"»{short(problem.value)}« ist keine Zeitangabe.", hint)


def _iso(written: str) -> str | None:
    """Return the ISO form of a day written the German way, if that is what it is."""
    match = re.fullmatch(r"\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*", written, re.ASCII)
    if not match:
        return None
    day, month, year = (int(part) for part in match.groups())
    from datetime import date  # only needed once something is wrong

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _truth_form(problem: Problem) -> Sentence:
    return (
        "wahrheitswert-ungueltig",
        f"»{short(problem.value)}« ist hier nicht erlaubt.",
        "Erlaubt sind »true« (ja) und »false« (nein).",
    )


def _amount_form(problem: Problem) -> Sentence:
    return (
        "betrag-ungueltig",
        f"»{short(problem.value)}« ist kein Betrag.",
        (
            "Schreiben Sie Ziffern ohne Punkte und Währung, Cent hinter einem Punkt: »12500« oder »12500.50«; "
            "Worte gehören ohne »betrag« direkt hinter »kosten:«."
        ),
    )


def _integer_form(problem: Problem) -> Sentence:
    return (
        "zahl-ungueltig",
        f"»{short(problem.value)}« ist hier keine gültige Zahl.",
        "Schreiben Sie eine ganze Zahl in Ziffern, etwa »2021«.",
    )


def _remark_form(problem: Problem) -> Sentence:
    return (
        "intern-ungueltig",
        f"»intern« ist eine Bemerkung, kein Schalter; gefunden wurde »{short(problem.value)}«.",
        "Schreiben Sie die Bemerkung aus; sie wird nicht veröffentlicht.",
    )


def _any_other(problem: Problem) -> Sentence:
    return (
        "wert-ungueltig",
        f"Der Wert »{short(problem.value)}« passt hier nicht.",
        "Vergleichen Sie mit der Beschreibung des Dateiformats in der README.",
    )


BY_TYPE: dict[str, Callable[[Problem], Sentence]] = {
    "string_type": _text_expected,
    "date_type": _text_expected,
    "bool_type": _text_expected,
    "int_type": _text_expected,
    "decimal_type": _text_expected,
    "is_instance_of": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _section_expected,
    "model_attributes_type": _section_expected,
    "dict_type": _section_expected,
    "enum": _unknown_value,
    "leerer_text": _empty_text,
    "id_form": _id_form,
    "nummer_form": _number_form,
    "datum_form": _date_form,
    "zeitangabe_form": _time_form,
    "wahrheit_form": _truth_form,
    "betrag_form": _amount_form,
    "zahl_form": _integer_form,
    "bemerkung_form": _remark_form,
}
"""German sentence per pydantic error type; a test holds that every type the models can produce is here."""
