"""Which documents there are and in which formats: one dict, each writer with the imports that only it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.cli.render_auftrag import Auftrag, Writer
    from konzept.reports.synopse_werte import Synopse


class Dokument(StrEnum):
    """The documents that can be made of a Fassung."""

    KONZEPT = "konzept"
    SACHSTANDSBERICHT = "sachstandsbericht"
    SYNOPSE = "synopse"
    VERBLEIB = "verbleib"
    EVALUATION = "evaluation"


class Format(StrEnum):
    """How a document is written; the value is also the ending of its file."""

    MD = "md"
    HTML = "html"
    JSON = "json"
    ODT = "odt"
    DOCX = "docx"


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


def _synopse(auftrag: Auftrag) -> Synopse:
    from konzept.cli.surface.failure import WrongCall
    from konzept.reports.synopse import synopse

    gegen = auftrag.gegen or auftrag.plan.vorgaenger(auftrag.fassung)
    if gegen is None:
        raise WrongCall(
            f"Die Fassung {auftrag.fassung.id} nennt keinen Vorgänger, dem sie gegenübergestellt werden könnte.",
            "Nennen Sie mit »--gegen« die ältere Fassung.",
        )
    if gegen.id == auftrag.fassung.id:
        raise WrongCall(
            "Eine Fassung steht nicht gegen sich selbst.", "Nennen Sie mit »--gegen« eine andere."
        )
    return synopse(auftrag.plan, gegen, auftrag.fassung)


def _synopse_html(auftrag: Auftrag) -> str:
    from konzept.render.synopse_html import synopse_html

    return synopse_html(_synopse(auftrag), auftrag.templates)


def _synopse_md(auftrag: Auftrag) -> str:
    from konzept.render.synopse_md import synopse_md

    return synopse_md(_synopse(auftrag), auftrag.templates)


def _synopse_json(auftrag: Auftrag) -> str:
    from konzept.render.synopse_json import synopse_json

    return synopse_json(_synopse(auftrag))


def _synopse_odt(auftrag: Auftrag) -> bytes:
    from konzept.render.odt import odt_bytes
    from konzept.render.synopse_schriftstueck import synopse_schriftstueck

    return odt_bytes(synopse_schriftstueck(_synopse(auftrag)), auftrag.vorlage)


def _synopse_docx(auftrag: Auftrag) -> bytes:
    from konzept.render.docx import docx_bytes
    from konzept.render.synopse_schriftstueck import synopse_schriftstueck

    return docx_bytes(synopse_schriftstueck(_synopse(auftrag)), auftrag.vorlage)


def _verbleib_html(auftrag: Auftrag) -> str:
    from konzept.render.verbleib_html import verbleib_html
    from konzept.reports.verbleib import verbleib

    return verbleib_html(verbleib(auftrag.plan, auftrag.fassung), auftrag.templates)


def _verbleib_md(auftrag: Auftrag) -> str:
    from konzept.render.verbleib_md import verbleib_md
    from konzept.reports.verbleib import verbleib

    return verbleib_md(verbleib(auftrag.plan, auftrag.fassung), auftrag.templates)


def _verbleib_json(auftrag: Auftrag) -> str:
    from konzept.render.verbleib_json import verbleib_json
    from konzept.reports.verbleib import verbleib

    return verbleib_json(verbleib(auftrag.plan, auftrag.fassung))


def _evaluation_html(auftrag: Auftrag) -> str:
    from konzept.render.evaluation_html import evaluation_html
    from konzept.reports.evaluation import evaluation

    return evaluation_html(evaluation(auftrag.plan, auftrag.fassung, auftrag.stichtag), auftrag.templates)


def _evaluation_md(auftrag: Auftrag) -> str:
    from konzept.render.evaluation_md import evaluation_md
    from konzept.reports.evaluation import evaluation

    return evaluation_md(evaluation(auftrag.plan, auftrag.fassung, auftrag.stichtag), auftrag.templates)


def _evaluation_json(auftrag: Auftrag) -> str:
    from konzept.render.evaluation_json import evaluation_json
    from konzept.reports.evaluation import evaluation

    return evaluation_json(evaluation(auftrag.plan, auftrag.fassung, auftrag.stichtag))


DOKUMENTE: Mapping[Dokument, Mapping[Format, Writer]] = {
    Dokument.KONZEPT: {Format.HTML: _konzept_html, Format.MD: _konzept_md},
    Dokument.SACHSTANDSBERICHT: {
        Format.HTML: _sachstandsbericht_html,
        Format.MD: _sachstandsbericht_md,
        Format.JSON: _sachstandsbericht_json,
    },
    Dokument.SYNOPSE: {
        Format.HTML: _synopse_html,
        Format.MD: _synopse_md,
        Format.JSON: _synopse_json,
        Format.ODT: _synopse_odt,
        Format.DOCX: _synopse_docx,
    },
    Dokument.VERBLEIB: {Format.HTML: _verbleib_html, Format.MD: _verbleib_md, Format.JSON: _verbleib_json},
    Dokument.EVALUATION: {
        Format.HTML: _evaluation_html,
        Format.MD: _evaluation_md,
        Format.JSON: _evaluation_json,
    },
}

BINAER = frozenset({Format.ODT, Format.DOCX})
"""The formats that are no text: nothing for a terminal or a pipe (design §6)."""

OPTIONEN: Mapping[str, frozenset[Dokument]] = {
    "--stichtag": frozenset({Dokument.SACHSTANDSBERICHT, Dokument.EVALUATION}),
    "--seit": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--nur-aenderungen": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--gegen": frozenset({Dokument.SYNOPSE}),
}
"""The options that only some documents have a use for."""
