"""What is still to be decided: each comment that says so is a finding, unless another finding says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks import fassungen, luecken, termine, verweise
from konzept.checks.kommentare import offene_kommentare
from konzept.diagnostics import Severity
from konzept.domain.einstellungen import Regelschwere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.kommentare import Offenes
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

FRAGEN = {
    "angabe-offen": "",
    "termin-veraltet": "termin",
    "querbezug-nicht-fortgefuehrt": "querbezug",
    "handlungsziel-ohne-massnahme": "massnahme",
}
"""The findings that ask what an »Offen« asks, and the word with which it names the thing: under any other word it
asks something else about the same line. Of a key without a value whatever is said is about the value. Words as
``casefold`` writes them."""

VORSCHLAEGE = {"erledigtes-fortgefuehrt": ""}
"""The findings that propose what a »Vorschlag« proposes."""


def offene(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every »# Offen:« and »# Vorschlag:« that still stands in a file is a decision that was not taken.

    Where another finding stands at what the comment speaks of and asks the same, only that one is given, each for
    one comment: so a Fassung that was just made has as many findings as decisions (issue 4).
    """
    kommentare = offene_kommentare(source)
    gesagt: dict[tuple[str, int], list[Befund]] = {}
    for befund in _andere(plan, source) if kommentare else ():
        gesagt.setdefault((befund.ort.datei, befund.ort.zeile), []).append(befund)
    for offenes in kommentare:
        orte = ((offenes.ort.datei, zeile) for zeile in offenes.zeilen)
        dort = [befund for ort in orte for befund in gesagt.get(ort, ())]
        derselbe = next((befund for befund in dort if _dasselbe(offenes, befund)), None)
        if derselbe is None:
            yield _befund(offenes, source)
        else:
            gesagt[derselbe.ort.datei, derselbe.ort.zeile].remove(derselbe)


def _andere(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Give what other checks say of decisions, as far as the plan's rules let it be said."""
    for check in (
        fassungen.offene_angaben,
        fassungen.erledigte,
        termine.veraltete,
        verweise.nicht_fortgefuehrte,
        luecken.ohne_massnahme,
    ):
        for befund in check(plan, source):
            if plan.einstellungen.regeln.get(befund.code) is not Regelschwere.AUS:
                yield befund


def _dasselbe(offenes: Offenes, befund: Befund) -> bool:
    wort = (VORSCHLAEGE if offenes.vorschlag else FRAGEN).get(befund.code)
    return wort is not None and wort in offenes.text.casefold()


def _befund(offenes: Offenes, source: SourceMap) -> Befund:
    if not offenes.text:
        meldung = "Dieser Kommentar lässt etwas offen, sagt aber nicht, was."
    elif offenes.vorschlag:
        meldung = f"Noch nicht entschieden ist der Vorschlag: {offenes.text}"
    else:
        meldung = f"Noch zu entscheiden: {offenes.text}"
    hilfe = "Folgen Sie ihm oder nicht; dann" if offenes.vorschlag else "Entscheiden Sie; dann"
    return source.befund(
        "entscheidung-offen",
        Severity.HINWEIS,
        offenes.ort,
        meldung,
        f"{hilfe} löschen Sie den Kommentar.",
    )
