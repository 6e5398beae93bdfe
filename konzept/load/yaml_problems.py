"""YAML syntax errors in German: the two parsers word them differently, the officer meets one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Befund, Location, Severity
from konzept.load.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT, german
from konzept.load.yaml_slips import slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.diagnostics import SourceMap

_GENERAL = (
    "Hier stimmt die Schreibweise nicht; ab dieser Stelle ist die Datei kein gültiges YAML.",
    "Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen in dieser und der vorigen Zeile.",
)

# Order is a decision: the first entry whose words occur in the parser's message wins, the particular before
# the general.
_KNOWN: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (
        ("found a tab", "'\\t'", "cannot start any token"),
        (
            "Ein Zeichen am Anfang des Werts ist hier nicht erlaubt (Tabulator, »@«, »`« oder »%«).",
            "Rücken Sie mit Leerzeichen ein; Texte mit Sonderzeichen am Anfang gehören in Anführungszeichen.",
        ),
    ),
    (
        ("mapping values are not allowed",),
        (
            "Ein Doppelpunkt mit Leerzeichen ist hier nicht erlaubt.",
            "Steht er im Text, setzen Sie den ganzen Text in Anführungszeichen; sonst prüfen Sie die Einrückung.",
        ),
    ),
    (
        ("unexpected end of stream", "end of stream", "while scanning a quoted scalar"),
        (
            "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
            "Ergänzen Sie das schließende Anführungszeichen.",
        ),
    ),
    (
        ("could not find expected ':'", "':'"),
        (
            "Hinter dem Namen eines Feldes fehlt der Doppelpunkt, oder der Text darüber ist falsch eingerückt.",
            "Schreiben Sie »feld: Wert« und rücken Sie mehrzeilige Texte einheitlich ein.",
        ),
    ),
    (
        ("did not find expected '-'", "expected <block end>, but found '?'", "did not find expected key"),
        (
            "Die Einrückung passt nicht zu den Zeilen darüber.",
            "Felder desselben Abschnitts beginnen in derselben Spalte.",
        ),
    ),
    (
        ("expected <block end>",),
        (
            "Die Einrückung passt nicht zu den Zeilen darüber.",
            "Felder desselben Abschnitts beginnen in derselben Spalte.",
        ),
    ),
    (
        ("expected ',' or", "did not find expected ','"),
        (
            "Eine Klammer »[« oder »{« wird nicht geschlossen, oder zwischen zwei Einträgen fehlt das Komma.",
            "Ergänzen Sie Klammer oder Komma; Texte mit Klammern gehören in Anführungszeichen.",
        ),
    ),
    (
        ("escape", "hexdecimal"),
        (
            "In doppelten Anführungszeichen leitet »\\« ein Sonderzeichen ein, und dieses gibt es nicht.",
            "Schreiben Sie »\\\\« oder benutzen Sie einfache Anführungszeichen.",
        ),
    ),
    (
        ("alias", "anchor"),
        (
            "Ein Text, der mit »*« oder »&« beginnt, ist in YAML ein Verweis oder eine Sprungmarke.",
            "Setzen Sie den Text in Anführungszeichen.",
        ),
    ),
)


def syntax_problem(
    error: Any, datei: str, source: SourceMap, gets_to: Callable[[list[str]], int | None]
) -> Befund:
    """Turn a parser's error into one finding at the slip that explains it, else at the place the parser stopped.

    ``gets_to`` reads lines again and gives the line at which they stop being YAML.
    """
    found = slip(source.lines.get(datei, []), stopped_at(error), gets_to)
    if found:
        place = Location(datei, found.line + 1, found.column + 1, 1)
        return source.befund("yaml-fehler", Severity.FEHLER, place, found.meldung, found.hilfe)
    words = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    )
    meldung, hilfe = next(
        (sentence for signs, sentence in _KNOWN if any(sign in words for sign in signs)), _GENERAL
    )
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if "end of stream" in words and "quoted" in words:
        marks.reverse()  # where the quotation mark was opened, not the end of the file
    if "flow" in str(getattr(error, "context", "")):
        marks.reverse()  # the bracket that was opened, not the line below on which the parser misses its end
    mark = marks[0] or marks[1]
    lines = source.lines.get(datei, [])
    place = Location(datei)
    if mark is not None:
        # at the very end of a file the parser points behind the last line
        line = min(mark.line, max(len(lines) - 1, 0))
        while line > 0 and not lines[line].strip():
            line -= 1
        column = mark.column if line == mark.line else len(lines[line])
        place = Location(datei, line + 1, column + 1, 1)
    return source.befund("yaml-fehler", Severity.FEHLER, place, meldung, hilfe)


def stopped_at(error: Any) -> int:
    """Return the line (from 0) at which a parser gave up; 0 if it names none."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line if mark else 0


QUOTE = "Setzen Sie den Text in Anführungszeichen."
ANCHOR = (
    "Ein Text, der mit »&« beginnt, ist in YAML eine Sprungmarke; das erste Wort ginge verloren.",
    QUOTE,
)
ALIAS = ("Ein Text, der mit »*« beginnt, ist in YAML ein Verweis auf eine Sprungmarke.", QUOTE)
MERGE = (
    "Der Schlüssel »<<« (Zusammenführen) ist hier nicht erlaubt.",
    "Schreiben Sie die Angaben an jeder Stelle aus.",
)
TAG = ("Ein Text, der mit »!« beginnt, ist in YAML eine Typangabe; das erste Wort ginge verloren.", QUOTE)
DIRECTIVE = (
    "Zeilen mit »%« am Anfang der Datei (YAML-Direktiven) sind nicht erlaubt.",
    "Löschen Sie die Zeile.",
)
DOCUMENTS = (
    "Hier beginnt mit »---« ein zweites Dokument; es würde nicht gelesen.",
    "Eine Datei enthält ein Dokument: Löschen Sie die Trennlinie oder legen Sie eine zweite Datei an.",
)
TOO_DEEP = (
    f"Hier ist tiefer als {MAX_DEPTH} Ebenen geschachtelt.",
    "So tief ist kein Plan; prüfen Sie Einrückung und Klammern.",
)
TOO_MANY = (
    f"Die Datei hat mehr als {german(MAX_NODES)} Werte.",
    "Teilen Sie den Inhalt auf mehrere Dateien auf.",
)
TOO_LONG = (
    f"Dieser Text hat mehr als {german(MAX_TEXT)} Zeichen.",
    "Kürzen Sie ihn oder verweisen Sie auf ein eigenes Dokument.",
)
KEY_NO_TEXT = (
    "Hier wird der Name eines Feldes erwartet, gefunden wurde eine Liste oder ein Abschnitt.",
    "Texte, die mit »{« oder »[« beginnen, gehören in Anführungszeichen.",
)
SURROGATE = (
    "Hier steht ein halbes Zeichen (Surrogat), das kein Text sein kann.",
    "Schreiben Sie das gemeinte Zeichen selbst.",
)
