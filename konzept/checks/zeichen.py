"""Signs that do not belong in a text: misread letters, symbols of one font only, doubled blanks, leftovers of HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text
from konzept.diagnostics import Severity
from konzept.domain.verlesungen import verlesenes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, SourceMap

SYMBOL = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
LEERZEICHEN = re.compile(r"  (?<=\S  ) *\S")
_ELEMENTE = (
    "a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul"
)
HTML_VERDACHT = re.compile("[<&][/a-zA-Z#]")
# a string: it is compiled once there is something to look for, not at every start
_HTML = rf"(?i:</?(?:{_ELEMENTE})(?:\s[^<>]{{0,200}})?/?>|&(?:[a-z]{{2,8}}|#[0-9]{{2,6}}|#x[0-9a-f]{{2,5}});)"
_RUNDUM = 20


def verlesene(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No word holds letters that a scanner mixed up."""
    for falsch, richtig in dict.fromkeys((falsch, richtig) for _, falsch, richtig in verlesenes(ort.text)):
        yield befund_im_text(
            source,
            "text-verlesen",
            Severity.WARNUNG,
            ort=ort,
            wort=falsch,
            meldung=f"»{falsch}« sieht nach einem Lesefehler aus.",
            hilfe=f"Gemeint ist wohl »{richtig}«.",
        )


def symbole(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No sign is from the private area, where each font shows something else, and none stands for a lost one."""
    for zeichen in dict.fromkeys(SYMBOL.findall(ort.text)):
        if zeichen == "\ufffd":
            meldung = "Hier ist ein Zeichen verloren gegangen (U+FFFD)."
        else:
            meldung = (
                f"Das Zeichen U+{ord(zeichen):04X} ist ein Symbol, das nur eine bestimmte Schrift kennt."
            )
        yield befund_im_text(
            source,
            "text-symbol",
            Severity.WARNUNG,
            ort=ort,
            wort=zeichen,
            meldung=meldung,
            hilfe="Meist stammt es aus Word oder PDF. Löschen Sie es, oder schreiben Sie das gemeinte Zeichen.",
        )


def leerzeichen(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """Between two words stands one blank; tables and what follows the sign of a list may be set apart."""
    gesehen: set[str] = set()
    for line in ort.text.split("\n"):
        if line.lstrip().startswith("|"):
            continue
        for treffer in LEERZEICHEN.finditer(line):
            if _listenzeichen(line[: treffer.start()]):
                continue
            vorn = line[: treffer.start()].rsplit(" ", 1)[-1][-_RUNDUM:]
            hinten = line[treffer.end() - 1 :].split(" ", 1)[0][:_RUNDUM]
            stretch = vorn + " " * (treffer.end() - treffer.start() - 1) + hinten
            if stretch not in gesehen:
                gesehen.add(stretch)
                yield befund_im_text(
                    source,
                    "text-leerzeichen",
                    Severity.HINWEIS,
                    ort=ort,
                    wort=stretch,
                    meldung=f"Zwischen »{vorn}« und »{hinten}« steht mehr als ein Leerzeichen.",
                    hilfe="Lassen Sie eines stehen.",
                )


def _listenzeichen(davor: str) -> bool:
    return re.fullmatch(r"\s*(?:[-*+]|[0-9]{1,9}[.)]|#{1,6}|>)", davor) is not None


def html_reste(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """A text holds no HTML: it would be printed as it stands."""
    for treffer in dict.fromkeys(re.findall(_HTML, ort.text)):
        yield befund_im_text(
            source,
            "text-html",
            Severity.WARNUNG,
            ort=ort,
            wort=treffer,
            meldung=f"»{treffer}« ist HTML; so würde es auch gedruckt.",
            hilfe="Schreiben Sie das Zeichen selbst; Absätze sind leere Zeilen, hervorgehoben wird mit **Sternen**.",
        )
