"""The writers of documents that are one Schriftstueck in every format, each with the imports that only it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.cli.render_auftrag import Auftrag
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.beschlussvorlage import Beschlussvorlage
    from konzept.reports.kurzfassung import Kurzfassung
    from konzept.reports.massnahmenblatt import Massnahmenblaetter
    from konzept.reports.sprachfassung import Sprachfassung
    from konzept.reports.zustaendigkeiten_teile import Zustaendigkeiten


def massnahmenblatt(bericht: Massnahmenblaetter, _: Auftrag) -> Schriftstueck:
    """Return the sheets as one document."""
    from konzept.render.massnahmenblatt_schriftstueck import massnahmenblatt_schriftstueck

    return massnahmenblatt_schriftstueck(bericht)


def massnahmenblatt_json(bericht: Massnahmenblaetter, _: Auftrag) -> str:
    """Return the sheets as data."""
    from konzept.render.massnahmenblatt_json import massnahmenblatt_json

    return massnahmenblatt_json(bericht)


def kurzfassung(bericht: Kurzfassung, _: Auftrag) -> Schriftstueck:
    """Return the plan on two pages, measured for PDF."""
    from konzept.render.kurzfassung_schriftstueck import kurzfassung_schriftstueck

    return kurzfassung_schriftstueck(bericht)


def kurzfassung_im_buero(bericht: Kurzfassung, _: Auftrag) -> Schriftstueck:
    """Return the plan on two pages, measured for the wider script of the offices' programs."""
    from konzept.render.kurzfassung_platz import OFFICE
    from konzept.render.kurzfassung_schriftstueck import kurzfassung_schriftstueck

    return kurzfassung_schriftstueck(bericht, platz=OFFICE)


def kurzfassung_json(bericht: Kurzfassung, _: Auftrag) -> str:
    """Return the figures of the plan as data."""
    from konzept.render.kurzfassung_json import kurzfassung_json

    return kurzfassung_json(bericht)


def beschlussvorlage(bericht: Beschlussvorlage, _: Auftrag) -> Schriftstueck:
    """Return what the council is to decide on."""
    from konzept.render.beschlussvorlage_schriftstueck import beschlussvorlage_schriftstueck

    return beschlussvorlage_schriftstueck(bericht)


def beschlussvorlage_json(bericht: Beschlussvorlage, _: Auftrag) -> str:
    """Return what the council is to decide on as data."""
    from konzept.render.beschlussvorlage_json import beschlussvorlage_json

    return beschlussvorlage_json(bericht)


def zustaendigkeiten(bericht: Zustaendigkeiten, _: Auftrag) -> Schriftstueck:
    """Return who does what."""
    from konzept.render.zustaendigkeiten_schriftstueck import zustaendigkeiten_schriftstueck

    return zustaendigkeiten_schriftstueck(bericht)


def zustaendigkeiten_json(bericht: Zustaendigkeiten, _: Auftrag) -> str:
    """Return who does what as data."""
    from konzept.render.zustaendigkeiten_json import zustaendigkeiten_json

    return zustaendigkeiten_json(bericht)


def zeitplan(bericht: Zeitplandokument, _: Auftrag) -> Schriftstueck:
    """Return when what is due."""
    from konzept.render.zeitplan_schriftstueck import zeitplan_schriftstueck

    return zeitplan_schriftstueck(bericht)


def zeitplan_json(bericht: Zeitplandokument, _: Auftrag) -> str:
    """Return when what is due as data."""
    from konzept.render.zeitplan_json import zeitplan_json

    return zeitplan_json(bericht)


def sprachfassung(bericht: Sprachfassung, _: Auftrag) -> Schriftstueck:
    """Return the texts of one language."""
    from konzept.render.sprachfassung_schriftstueck import sprachfassung_schriftstueck

    return sprachfassung_schriftstueck(bericht)


def sprachfassung_json(bericht: Sprachfassung, _: Auftrag) -> str:
    """Return the texts of one language as data."""
    from konzept.render.sprachfassung_json import sprachfassung_json

    return sprachfassung_json(bericht)
