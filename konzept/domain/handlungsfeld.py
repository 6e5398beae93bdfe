"""The three levels of a plan: Handlungsfeld, Handlungsziel, Maßnahme."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from konzept.domain.akteur import Zustaendigkeitsangabe
from konzept.domain.beschluss import Beschluss
from konzept.domain.element import Gegenstand
from konzept.domain.foerderprogramm import Foerderung
from konzept.domain.fussnoten import ohne_fussnoten
from konzept.domain.terminangabe import Terminangabe
from konzept.domain.werte import Betrag, Id, Jahr, Nummer, Text, Wert

_SATZENDE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÄÖÜ„»])|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_KEIN_SATZENDE = re.compile(
    r"\b(?:bzw|inkl|ggf|evtl|usw|etc|vgl|ca|z\. ?B|u\. ?a|d\. ?h|Nr|Abs|Art|Bsp|sog|max|min|Tel|Str)\.$",
    re.IGNORECASE,
)
# a star or underscore between letters is no mark: »Schüler*innen« without its star names other people
_MARKDOWN = re.compile(
    r"(?m)^\s*(?:[-*+]|\d+[.)])\s+|(?<!\\)(?:`{1,2}|\*\*)(?=\S)|(?<=[^\s\\])(?:`{1,2}|\*\*)"
    r"|(?<![\w\\])[*_]{1,2}(?=\S)|(?<=[^\s\\])[*_]{1,2}(?!\w)"
)
_MASKIERT = re.compile(r"\\([*_`])")
TITEL_HOECHSTLAENGE = 160


class Kosten(Wert):
    """What a Maßnahme costs: in words, or as an amount with currency and year."""

    text: Text | None = None
    betrag: Betrag | None = None
    waehrung: Text = "EUR"
    jahr: Jahr | None = None


def _kosten_aus_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Kostenangabe = Annotated[Kosten, BeforeValidator(_kosten_aus_text)]


class Massnahme(Gegenstand):
    """One measure. ``nummer`` is the source's own label, ``termin`` replaces the goal's."""

    nummer: Nummer | None = None
    titel: Text | None = None
    text: Text
    termin: Terminangabe | None = None
    zustaendigkeiten: tuple[Zustaendigkeitsangabe, ...] = ()
    foerderungen: tuple[Foerderung, ...] = ()
    kosten: Kostenangabe | None = None
    beschluss: Beschluss | None = None

    @property
    def anzeigetitel(self) -> str:
        """The title, or the first sentence of the text without its Markdown."""
        return self.titel or erster_satz(self.text)


class Handlungsziel(Gegenstand):
    """One goal; its Termin holds for all its Maßnahmen that have none of their own."""

    nummer: Nummer
    titel: Text
    termin: Terminangabe | None = None
    massnahmen: tuple[Massnahme, ...] = ()
    leitziele: tuple[Id, ...] = ()


class Handlungsfeld(Gegenstand):
    """One field of action, the content of one file; Maßnahmen may stand directly under it."""

    nummer: Nummer
    titel: Text
    einleitung: Text | None = None
    arbeitskreis: Text | None = None
    handlungsziele: tuple[Handlungsziel, ...] = ()
    massnahmen: tuple[Massnahme, ...] = ()


def erster_satz(text: str) -> str:
    """Return the first sentence of a Markdown text as one plain line, cut at a word where it is too long."""
    rest = ohne_fussnoten(text).strip()
    ende = next(
        (m.start() for m in _SATZENDE.finditer(rest) if not _KEIN_SATZENDE.search(rest[: m.start()])), None
    )
    satz = " ".join(_MASKIERT.sub(r"\1", _MARKDOWN.sub("", rest[:ende])).split()).rstrip(":")
    if len(satz) <= TITEL_HOECHSTLAENGE:
        return satz
    return satz[:TITEL_HOECHSTLAENGE].rsplit(" ", 1)[0].rstrip(",;") + " …"
