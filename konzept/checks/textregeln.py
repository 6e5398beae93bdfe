"""The rules on wording, each applied where a first look at all texts together cannot rule it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks import abkuerzungen, fussnoten, personenbezug, sprachgebrauch, tabellen, zeichen
from konzept.checks.texte import textgruppen
from konzept.domain import verlesungen

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

    Textregel = Callable[[Textort, SourceMap], Iterator[Befund]]

JE_TEXT: tuple[tuple[re.Pattern[str], Textregel], ...] = (
    (verlesungen.VERDACHT, zeichen.verlesene),
    (zeichen.SYMBOL, zeichen.symbole),
    (zeichen.LEERZEICHEN, zeichen.leerzeichen),
    (zeichen.HTML_VERDACHT, zeichen.html_reste),
    (fussnoten.VERDACHT, fussnoten.fussnoten),
    (tabellen.VERDACHT, tabellen.tabellen),
    *((art.verdacht, art.pruefe) for art in personenbezug.ARTEN),
)
"""What must be found for a rule to speak, and the rule."""


def wortlaut(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every text that a person reads is clean, names roles, and is written as the others of its Fassung."""
    for gruppe in textgruppen(plan):
        for verdacht, regel in JE_TEXT:
            if verdacht.search(gruppe.verbunden):
                for ort in gruppe.texte:
                    yield from regel(ort, source)
        yield from sprachgebrauch.genderformen(gruppe, source)
        yield from sprachgebrauch.anfuehrungen(gruppe, source)
        yield from abkuerzungen.ungelistete(gruppe, plan, source)
        yield from abkuerzungen.unbenutzte(gruppe, plan, source)
