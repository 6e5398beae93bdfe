"""Every document of a plan in the formats that are quickly written, and what is wrong in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from konzept.cli.render_auftrag import Auftrag, Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument
from konzept.render import pdf, schriftstueck_html, schriftstueck_md
from konzept.render.seitengestaltung import seitengestaltung
from konzept.render.templates import Templates
from konzept.reports.sprachfassung import sprachen

from .lesart import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from konzept.domain.plan import Plan

STICHTAG = date(2025, 9, 1)
PAGE = cache(schriftstueck_html.schriftstueck_html)
MARKDOWN = cache(schriftstueck_md.schriftstueck_md)


def write_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give what is set on pages as it is, and write what is the same only once."""
    monkeypatch.setattr(pdf, "pdf_bytes", lambda stueck, *_: stueck)
    monkeypatch.setattr(schriftstueck_html, "schriftstueck_html", PAGE)
    monkeypatch.setattr(schriftstueck_md, "schriftstueck_md", MARKDOWN)


def works(plan: Plan) -> Iterator[tuple[Dokument, str, Auftrag]]:
    """Give every document that this plan can have, in each language it has texts in."""
    fassung = plan.fassungen[-1]
    alt = plan.fassungen[0] if len(plan.fassungen) > 1 else None
    auftrag = Auftrag(plan, fassung, STICHTAG, Templates(None, seitengestaltung(plan)), gegen=alt)
    for dokument in DOKUMENTE:
        if dokument is Dokument.SPRACHFASSUNG:
            for sprache in sprachen(fassung):
                yield dokument, f"{dokument}-{sprache}", replace(auftrag, sprache=sprache)
        elif dokument is not Dokument.SYNOPSE or alt:
            yield dokument, str(dokument), auftrag


def faults(plan: Plan) -> list[str]:
    """Write the documents of a plan and return what is wrong in them."""
    found = []
    for dokument, name, auftrag in works(plan):
        art = DOKUMENTE[dokument]
        bericht = art.bericht(auftrag)
        for form in CHECKS:
            if form in art.formate:
                made = art.formate[form](bericht, auftrag)
                found += [f"{name}.{form}: {fault}" for fault in checked(form, made)]
    return found


@cache
def checked(form: Format, made: Any) -> tuple[str, ...]:
    """Return what is wrong in a document; most are the same without one thing or another, and read once."""
    return tuple(CHECKS[form](made))
