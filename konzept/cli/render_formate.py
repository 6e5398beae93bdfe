"""The writers of documents that have templates of their own, each with the imports that only it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.cli.render_auftrag import Auftrag
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.reports.evaluation_teile import Evaluation
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht
    from konzept.reports.sprachfassung import Sprachfassung
    from konzept.reports.synopse_werte import Synopse
    from konzept.reports.verbleib_teile import Verbleibbericht


def konzept_html(bericht: Konzept, auftrag: Auftrag) -> str:
    """Return the plan as a page."""
    from konzept.render.konzept_html import konzept_html

    return konzept_html(bericht, auftrag.templates)


def konzept_json(_: Konzept, auftrag: Auftrag) -> str:
    """Return the plan as data."""
    from konzept.render.konzept_json import konzept_json
    from konzept.reports.konzept_daten import konzeptdaten

    return konzept_json(konzeptdaten(auftrag.plan, auftrag.fassung, auftrag.stichtag))


def konzept_papier(bericht: Konzept, _: Auftrag) -> Schriftstueck:
    """Return the plan as a document for paper."""
    from konzept.render.konzept_schriftstueck import konzept_schriftstueck

    return konzept_schriftstueck(bericht)


def konzept_md(bericht: Konzept, auftrag: Auftrag) -> str:
    """Return the plan as Markdown."""
    from konzept.render.konzept_md import konzept_md

    return konzept_md(bericht, auftrag.templates)


def sachstandsbericht_html(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    """Return how things stand as a page."""
    from konzept.render.sachstandsbericht_html import sachstandsbericht_html

    return sachstandsbericht_html(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def sachstandsbericht_md(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    """Return how things stand as Markdown."""
    from konzept.render.sachstandsbericht_md import sachstandsbericht_md

    return sachstandsbericht_md(bericht, auftrag.templates, nur_aenderungen=auftrag.nur_aenderungen)


def sachstandsbericht_json(bericht: Sachstandsbericht, auftrag: Auftrag) -> str:
    """Return how things stand as data."""
    from konzept.render.sachstandsbericht_json import sachstandsbericht_json

    return sachstandsbericht_json(bericht, nur_aenderungen=auftrag.nur_aenderungen)


def sachstandsbericht_papier(bericht: Sachstandsbericht, auftrag: Auftrag) -> Schriftstueck:
    """Return how things stand as a document for paper."""
    from konzept.render.sachstandsbericht_schriftstueck import sachstandsbericht_schriftstueck

    return sachstandsbericht_schriftstueck(bericht, nur_aenderungen=auftrag.nur_aenderungen)


def synopse_html(bericht: Synopse, auftrag: Auftrag) -> str:
    """Return the Synopse as a page."""
    from konzept.render.synopse_html import synopse_html

    return synopse_html(bericht, auftrag.templates)


def synopse_md(bericht: Synopse, auftrag: Auftrag) -> str:
    """Return the Synopse as Markdown."""
    from konzept.render.synopse_md import synopse_md

    return synopse_md(bericht, auftrag.templates)


def synopse_json(bericht: Synopse, _: Auftrag) -> str:
    """Return the Synopse as data."""
    from konzept.render.synopse_json import synopse_json

    return synopse_json(bericht)


def synopse_papier(bericht: Synopse, _: Auftrag) -> Schriftstueck:
    """Return the Synopse as a document for paper."""
    from konzept.render.synopse_schriftstueck import synopse_schriftstueck

    return synopse_schriftstueck(bericht)


def verbleib_html(bericht: Verbleibbericht, auftrag: Auftrag) -> str:
    """Return the account of what is gone as a page."""
    from konzept.render.verbleib_html import verbleib_html

    return verbleib_html(bericht, auftrag.templates)


def verbleib_md(bericht: Verbleibbericht, auftrag: Auftrag) -> str:
    """Return the account of what is gone as Markdown."""
    from konzept.render.verbleib_md import verbleib_md

    return verbleib_md(bericht, auftrag.templates)


def verbleib_json(bericht: Verbleibbericht, _: Auftrag) -> str:
    """Return the account of what is gone as data."""
    from konzept.render.verbleib_json import verbleib_json

    return verbleib_json(bericht)


def verbleib_papier(bericht: Verbleibbericht, _: Auftrag) -> Schriftstueck:
    """Return the account of what is gone as a document for paper."""
    from konzept.render.verbleib_schriftstueck import verbleib_schriftstueck

    return verbleib_schriftstueck(bericht)


def evaluation_html(bericht: Evaluation, auftrag: Auftrag) -> str:
    """Return what was achieved as a page."""
    from konzept.render.evaluation_html import evaluation_html

    return evaluation_html(bericht, auftrag.templates)


def evaluation_md(bericht: Evaluation, auftrag: Auftrag) -> str:
    """Return what was achieved as Markdown."""
    from konzept.render.evaluation_md import evaluation_md

    return evaluation_md(bericht, auftrag.templates)


def evaluation_json(bericht: Evaluation, _: Auftrag) -> str:
    """Return what was achieved as data."""
    from konzept.render.evaluation_json import evaluation_json

    return evaluation_json(bericht)


def evaluation_papier(bericht: Evaluation, _: Auftrag) -> Schriftstueck:
    """Return what was achieved as a document for paper."""
    from konzept.render.evaluation_schriftstueck import evaluation_schriftstueck

    return evaluation_schriftstueck(bericht)


def sprachfassung_html(bericht: Sprachfassung, auftrag: Auftrag) -> str:
    """Return the texts of one language as a page."""
    from konzept.render.sprachfassung_html import sprachfassung_html

    return sprachfassung_html(bericht, auftrag.templates)
