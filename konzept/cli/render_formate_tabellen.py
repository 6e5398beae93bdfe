"""The books of tables that documents become for spreadsheets, each with the imports that only it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.cli.render_auftrag import Auftrag
    from konzept.render.tabellenwerk import Tabellenwerk
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.evaluation_teile import Evaluation
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht
    from konzept.reports.verbleib_teile import Verbleibbericht
    from konzept.reports.zustaendigkeiten_teile import Zustaendigkeiten


def konzept(bericht: Konzept, _: Auftrag) -> Tabellenwerk:
    """Return the plan: its Maßnahmen, bodies and Termine."""
    from konzept.render.konzept_tabellenwerk import konzept_tabellenwerk

    return konzept_tabellenwerk(bericht)


def sachstandsbericht(bericht: Sachstandsbericht, auftrag: Auftrag) -> Tabellenwerk:
    """Return how things stand."""
    from konzept.render.tabellenwerk_sachstandsbericht import sachstandsbericht_tabellenwerk

    return sachstandsbericht_tabellenwerk(bericht, nur_aenderungen=auftrag.nur_aenderungen)


def verbleib(bericht: Verbleibbericht, _: Auftrag) -> Tabellenwerk:
    """Return what is gone."""
    from konzept.render.tabellenwerk_verbleib import verbleib_tabellenwerk

    return verbleib_tabellenwerk(bericht)


def evaluation(bericht: Evaluation, _: Auftrag) -> Tabellenwerk:
    """Return what was achieved."""
    from konzept.render.tabellenwerk_evaluation import evaluation_tabellenwerk

    return evaluation_tabellenwerk(bericht)


def zustaendigkeiten(bericht: Zustaendigkeiten, _: Auftrag) -> Tabellenwerk:
    """Return who does what."""
    from konzept.render.zustaendigkeiten_tabellenwerk import zustaendigkeiten_tabellenwerk

    return zustaendigkeiten_tabellenwerk(bericht)


def zeitplan(bericht: Zeitplandokument, _: Auftrag) -> Tabellenwerk:
    """Return when what is due."""
    from konzept.render.zeitplan_tabellenwerk import zeitplan_tabellenwerk

    return zeitplan_tabellenwerk(bericht)
