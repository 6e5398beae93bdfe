"""The wording of a Maßnahme under the criterion »Spezifisch«: words that promise less than they seem to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.reports.smart_regeln import Grund, Regel

if TYPE_CHECKING:
    from collections.abc import Iterator

WENIGE_WORTE = 6
"""A wording with fewer words names hardly more than a heading."""

# »überprüft« and an exam (»die Prüfung ablegen«) are deeds; to look into whether something might be done is none.
_WEICH = re.compile(
    r"""\b(?:
      soll(?:en|te|ten)?
    | (?:über)?prüfung(?=\ (?:der|des|von|einer|eines|ob|auf)\b)
    | geprüft(?=,?\ (?:ob|wie|inwieweit))
    | (?:zu\ )?prüfen | prüft | prüfungsauftrag | prüfauftrag
    | anstreben | angestrebt | anzustreben | strebt(?=[^.;]{0,120}?\ an\b)
    | nach\ möglichkeit | möglichst | (?:wenn|soweit|sofern)\ möglich | möglichkeit\ (?:der|des|von|einer|eines|zur)
    | bei\ bedarf | im\ bedarfsfall | gegebenenfalls | ggf | eventuell | evtl
    | erwägen | erwogen | bemüh(?:t|en) | bemühungen | hinwirken | hinzuwirken | in\ betracht
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RICHTUNG = re.compile(
    r"""\b(?:
      ausbau(?:en)? | ausgebaut | auszubauen
    | erweiter(?:n|t|ung) | verstärk(?:en|t|te|ten|ter|tes|ung) | stärken | gestärkt | stärkung
    | intensivier(?:en|t|ung) | weiterentwick(?:eln|elt|lung) | weiterzuentwickeln
    | verbesser(?:n|t|te|ten|ung) | optimier(?:en|t|ung) | steiger(?:n|t|ung)
    | ausreichend(?:e|en|er|es)? | angemessen(?:e|en|er|es)?
    | ausgewogen(?:e|en|er|es)? | bedarfsgerecht(?:e|en|er|es)? | passgenau(?:e|en|er|es)?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFEN = re.compile(
    r"\b(?:(?:etc|usw|u\. ?a)\b\.?|(?:und (?:weitere|anderes|ähnliches)|sowie weitere)\b)", re.IGNORECASE
)
_MENGE = re.compile(
    r"\b(?!(?:19|20)\d\d\b)\d+|%|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig"
    r"|fünfzig|hundert|jede[rsmn]?|monatlich|wöchentlich|jährlich|halbjährlich|vierteljährlich)\b",
    re.IGNORECASE,
)
"""A number that is no year, or how often: then the direction has an end."""

_VERWEIS = re.compile(r"\((?:[^()]|\n)*?://[^()]*\)")
_WORT = re.compile(r"[^\W\d_][\w-]*")


def gruende(text: str) -> Iterator[Grund]:
    """Give what speaks against a wording being specific, with the words that do; addresses do not count."""
    lesbar = " ".join(_VERWEIS.sub("", text).split())
    weich, offen = _funde(_WEICH, lesbar), _funde(_OFFEN, lesbar)
    richtung = () if _MENGE.search(lesbar) else _funde(_RICHTUNG, lesbar)
    if weich:
        yield Grund(Regel.WORTLAUT_WEICH, weich)
    if richtung:
        yield Grund(Regel.WORTLAUT_RICHTUNG, richtung)
    if offen:
        yield Grund(Regel.WORTLAUT_OFFEN, offen)
    if len(_WORT.findall(lesbar)) < WENIGE_WORTE:
        yield Grund(Regel.WORTLAUT_KNAPP)


def _funde(muster: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Return each word found, once, as it is written first."""
    gefunden: dict[str, str] = {}
    for fund in muster.finditer(text):
        gefunden.setdefault(fund.group().casefold(), fund.group())
    return tuple(gefunden.values())
