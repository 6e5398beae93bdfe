"""What a document is made from, and how: the options of one call resolved, a report and its formats, its open ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.render.templates import Templates

Bericht = TypeVar("Bericht")


class Format(StrEnum):
    """How a document is written; the value is also the ending of its file."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"
    ODS = "ods"
    XLSX = "xlsx"
    CSV = "csv"


BINAER = frozenset({Format.PDF, Format.ODT, Format.DOCX, Format.ODS, Format.XLSX})
"""The formats that are no text: nothing for a terminal or a pipe (design §6)."""

MIT_VORLAGE = frozenset({Format.ODT, Format.DOCX})
"""The formats that take a county's own paper."""


@dataclass(frozen=True, slots=True)
class Auftrag:
    """One call of ``konzept render`` with its options resolved; None and False are what nobody asked for.

    ``stichtag`` is the day as of which a report is made. ``seit`` and ``nur_aenderungen`` are for the
    Sachstandsbericht, ``gegen`` (the older Fassung) for the Synopse. ``vorlage`` is the county's own
    paper for ODT and DOCX, ``sprache`` the language of the Sprachfassung. ``massnahmen`` (ids)
    and ``akteur`` narrow what is shown.
    """

    plan: Plan
    fassung: Fassung
    stichtag: date
    templates: Templates
    seit: date | None = None
    nur_aenderungen: bool = False
    gegen: Fassung | None = None
    vorlage: Path | None = None
    sprache: str | None = None
    massnahmen: frozenset[str] | None = None
    akteur: Akteur | None = None


@dataclass(frozen=True, slots=True)
class OffeneBilanz:
    """The ids of the Fassung ``alt`` of which the Fassung ``neu`` does not say what became of them."""

    alt: str
    neu: str
    ids: tuple[str, ...]


def _kein_hinweis(_: object) -> str:
    return ""


def _nichts_offen(_: object) -> Iterable[OffeneBilanz]:
    return ()


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """A finished document, the open balances in it, and lines for standard error."""

    inhalt: str | bytes
    offene: tuple[OffeneBilanz, ...]
    hinweis: str


Schreiber = Callable[[Bericht, Auftrag], str | bytes]
"""Writes one report in one format; text becomes UTF-8."""


@dataclass(frozen=True, slots=True)
class Dokumentart(Generic[Bericht]):
    """A kind of document: how its report is made, in which formats it is written, what its balance leaves open.

    ``hinweis`` says in lines for standard error what its reader should know beside the document.
    """

    bericht: Callable[[Auftrag], Bericht]
    formate: Mapping[Format, Schreiber[Bericht]]
    offene: Callable[[Bericht], Iterable[OffeneBilanz]] = _nichts_offen
    hinweis: Callable[[Bericht], str] = _kein_hinweis

    def ausgefuehrt(self, auftrag: Auftrag, form: Format) -> Ergebnis:
        """Return the document in a format it has, what is open in it, and what else is to be said."""
        bericht = self.bericht(auftrag)
        return Ergebnis(
            self.formate[form](bericht, auftrag), tuple(self.offene(bericht)), self.hinweis(bericht)
        )
