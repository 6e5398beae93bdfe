"""Which documents there are and in which formats: one dict, each writer with the imports that only it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.cli.render_auftrag import Auftrag, Writer


class Dokument(StrEnum):
    """The documents that can be made of a Fassung."""

    KONZEPT = "konzept"
    SACHSTANDSBERICHT = "sachstandsbericht"


class Format(StrEnum):
    """How a document is written; the value is also the ending of its file."""

    MD = "md"
    HTML = "html"
    JSON = "json"


def _konzept_html(auftrag: Auftrag) -> str:
    from konzept.render.konzept_html import konzept_html
    from konzept.reports.konzept import konzeptbericht

    return konzept_html(konzeptbericht(auftrag.plan, auftrag.fassung), auftrag.templates)


def _konzept_md(auftrag: Auftrag) -> str:
    from konzept.render.konzept_md import konzept_md
    from konzept.reports.konzept import konzeptbericht

    return konzept_md(konzeptbericht(auftrag.plan, auftrag.fassung), auftrag.templates)


def _sachstandsbericht_html(auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_html import sachstandsbericht_html
    from konzept.reports.sachstandsbericht import sachstandsbericht

    bericht = sachstandsbericht(auftrag.plan, auftrag.fassung, auftrag.stichtag, auftrag.seit)
    return sachstandsbericht_html(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def _sachstandsbericht_md(auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_md import sachstandsbericht_md
    from konzept.reports.sachstandsbericht import sachstandsbericht

    bericht = sachstandsbericht(auftrag.plan, auftrag.fassung, auftrag.stichtag, auftrag.seit)
    return sachstandsbericht_md(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def _sachstandsbericht_json(auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_json import sachstandsbericht_json
    from konzept.reports.sachstandsbericht import sachstandsbericht

    bericht = sachstandsbericht(auftrag.plan, auftrag.fassung, auftrag.stichtag, auftrag.seit)
    return sachstandsbericht_json(bericht, nur_aenderungen=auftrag.nur_aenderungen)


DOKUMENTE: Mapping[Dokument, Mapping[Format, Writer]] = {
    Dokument.KONZEPT: {Format.HTML: _konzept_html, Format.MD: _konzept_md},
    Dokument.SACHSTANDSBERICHT: {
        Format.HTML: _sachstandsbericht_html,
        Format.MD: _sachstandsbericht_md,
        Format.JSON: _sachstandsbericht_json,
    },
}

BERICHTE = frozenset({Dokument.SACHSTANDSBERICHT})
"""The documents that are made as of a Stichtag."""
