"""Which documents there are and in which formats: one dict, each writer with the imports that only it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from konzept.cli import render_berichte as berichte
from konzept.cli.render_auftrag import Bericht, Dokumentart, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from konzept.cli.render_auftrag import Auftrag, Schreiber
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.reports.evaluation_teile import Evaluation
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht
    from konzept.reports.synopse_werte import Synopse
    from konzept.reports.verbleib_teile import Verbleibbericht


class Dokument(StrEnum):
    """The documents that can be made of a Fassung."""

    KONZEPT = "konzept"
    SACHSTANDSBERICHT = "sachstandsbericht"
    SYNOPSE = "synopse"
    VERBLEIB = "verbleib"
    EVALUATION = "evaluation"


def _papiere(stueck: Callable[[Bericht], Schriftstueck]) -> dict[Format, Schreiber[Bericht]]:
    """Return the writers of PDF and of the formats of offices for a report that becomes one Schriftstueck."""

    def pdf(bericht: Bericht, _: Auftrag) -> bytes:
        from konzept.render.pdf import pdf_bytes

        return pdf_bytes(stueck(bericht))

    def odt(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.odt import odt_bytes

        return odt_bytes(stueck(bericht), auftrag.vorlage)

    def docx(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.docx import docx_bytes

        return docx_bytes(stueck(bericht), auftrag.vorlage)

    return {Format.PDF: pdf, Format.ODT: odt, Format.DOCX: docx}


def _konzept_html(bericht: Konzept, auftrag: Auftrag) -> str:
    from konzept.render.konzept_html import konzept_html

    return konzept_html(bericht, auftrag.templates)


def _konzept_papier(bericht: Konzept) -> Schriftstueck:
    from konzept.render.konzept_schriftstueck import konzept_schriftstueck

    return konzept_schriftstueck(bericht)


def _konzept_md(bericht: Konzept, auftrag: Auftrag) -> str:
    from konzept.render.konzept_md import konzept_md

    return konzept_md(bericht, auftrag.templates)


def _sachstandsbericht_html(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_html import sachstandsbericht_html

    return sachstandsbericht_html(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def _sachstandsbericht_md(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_md import sachstandsbericht_md

    return sachstandsbericht_md(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def _sachstandsbericht_json(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    from konzept.render.sachstandsbericht_json import sachstandsbericht_json

    return sachstandsbericht_json(bericht, nur_aenderungen=auftrag.nur_aenderungen)


def _synopse_html(bericht: Synopse, auftrag: Auftrag) -> str:
    from konzept.render.synopse_html import synopse_html

    return synopse_html(bericht, auftrag.templates)


def _synopse_md(bericht: Synopse, auftrag: Auftrag) -> str:
    from konzept.render.synopse_md import synopse_md

    return synopse_md(bericht, auftrag.templates)


def _synopse_json(bericht: Synopse, _: Auftrag) -> str:
    from konzept.render.synopse_json import synopse_json

    return synopse_json(bericht)


def _synopse_papier(bericht: Synopse) -> Schriftstueck:
    from konzept.render.synopse_schriftstueck import synopse_schriftstueck

    return synopse_schriftstueck(bericht)


def _verbleib_html(bericht: Verbleibbericht, auftrag: Auftrag) -> str:
    from konzept.render.verbleib_html import verbleib_html

    return verbleib_html(bericht, auftrag.templates)


def _verbleib_md(bericht: Verbleibbericht, auftrag: Auftrag) -> str:
    from konzept.render.verbleib_md import verbleib_md

    return verbleib_md(bericht, auftrag.templates)


def _verbleib_json(bericht: Verbleibbericht, _: Auftrag) -> str:
    from konzept.render.verbleib_json import verbleib_json

    return verbleib_json(bericht)


def _verbleib_papier(bericht: Verbleibbericht) -> Schriftstueck:
    from konzept.render.verbleib_schriftstueck import verbleib_schriftstueck

    return verbleib_schriftstueck(bericht)


def _evaluation_html(bericht: Evaluation, auftrag: Auftrag) -> str:
    from konzept.render.evaluation_html import evaluation_html

    return evaluation_html(bericht, auftrag.templates)


def _evaluation_md(bericht: Evaluation, auftrag: Auftrag) -> str:
    from konzept.render.evaluation_md import evaluation_md

    return evaluation_md(bericht, auftrag.templates)


def _evaluation_json(bericht: Evaluation, _: Auftrag) -> str:
    from konzept.render.evaluation_json import evaluation_json

    return evaluation_json(bericht)


def _evaluation_papier(bericht: Evaluation) -> Schriftstueck:
    from konzept.render.evaluation_schriftstueck import evaluation_schriftstueck

    return evaluation_schriftstueck(bericht)


DOKUMENTE: Mapping[Dokument, Dokumentart[Any]] = {
    Dokument.KONZEPT: Dokumentart(
        berichte.konzept, {Format.HTML: _konzept_html, Format.MD: _konzept_md, **_papiere(_konzept_papier)}
    ),
    Dokument.SACHSTANDSBERICHT: Dokumentart(
        berichte.sachstandsbericht,
        {
            Format.HTML: _sachstandsbericht_html,
            Format.MD: _sachstandsbericht_md,
            Format.JSON: _sachstandsbericht_json,
        },
    ),
    Dokument.SYNOPSE: Dokumentart(
        berichte.synopse,
        {
            Format.HTML: _synopse_html,
            Format.MD: _synopse_md,
            Format.JSON: _synopse_json,
            **_papiere(_synopse_papier),
        },
        berichte.offen_in_synopse,
    ),
    Dokument.VERBLEIB: Dokumentart(
        berichte.verbleib,
        {
            Format.HTML: _verbleib_html,
            Format.MD: _verbleib_md,
            Format.JSON: _verbleib_json,
            **_papiere(_verbleib_papier),
        },
        berichte.offen_im_verbleib,
    ),
    Dokument.EVALUATION: Dokumentart(
        berichte.evaluation,
        {
            Format.HTML: _evaluation_html,
            Format.MD: _evaluation_md,
            Format.JSON: _evaluation_json,
            **_papiere(_evaluation_papier),
        },
    ),
}

OPTIONEN: Mapping[str, frozenset[Dokument]] = {
    "--stichtag": frozenset({Dokument.SACHSTANDSBERICHT, Dokument.EVALUATION}),
    "--seit": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--nur-aenderungen": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--gegen": frozenset({Dokument.SYNOPSE}),
}
"""The options that only some documents have a use for."""
