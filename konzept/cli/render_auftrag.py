"""What a document is made from: the plan, the Fassung, the days and the part of it that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Auftrag:
    """One call of ``konzept render`` with its options resolved; None and False are what nobody asked for.

    ``stichtag`` is the day as of which a report is made. ``seit`` and ``nur_aenderungen`` are for the
    Sachstandsbericht, ``gegen`` (the older Fassung) for the Synopse. ``vorlage`` is the county's own
    paper for ODT and DOCX.
    """

    plan: Plan
    fassung: Fassung
    stichtag: date
    templates: Templates
    seit: date | None = None
    nur_aenderungen: bool = False
    gegen: Fassung | None = None
    vorlage: Path | None = None


Writer = Callable[[Auftrag], str | bytes]
"""Makes one document in one format; text becomes UTF-8."""
