"""YAML syntax errors in German: the two parsers word them differently, the officer meets one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Befund, Location, Severity

if TYPE_CHECKING:
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


def syntax_problem(error: Any, datei: str, source: SourceMap) -> Befund:
    """Turn a parser's error into one finding at the place the parser stopped."""
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
