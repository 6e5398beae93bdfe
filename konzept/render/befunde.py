"""Findings as text in the layout of design §8, and as the JSON contract of ``validate``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Severity, count_by_severity
from konzept.domain.element import Ebene
from konzept.render.table import display_width, visible
from konzept.render.words import anzahl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import Befund
    from konzept.domain.plan import Plan

NAMES = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}
EXCERPT_WIDTH = 100
FOLD_FROM = 10
"""So many findings of one code are shown whole; the rest of them only counted (JSON has them all)."""


def befunde_text(findings: Sequence[Befund], plan: Plan) -> str:
    """Write every finding with its source line, then one line that sums up."""
    blocks = [_block(befund) for befund in _folded(findings)]
    more = _fold_notes(findings)
    return (
        "".join(f"{block}\n\n" for block in blocks)
        + "".join(f"{note}\n\n" for note in more)
        + summary(findings, plan)
    )


def summary(findings: Sequence[Befund], plan: Plan) -> str:
    """Write the closing line: what was looked at, and how many findings of each severity there are."""
    counts = count_by_severity(findings)
    size = _size(plan)
    looked_at = ", ".join(
        (
            anzahl(size["fassungen"], "Fassung", "Fassungen"),
            anzahl(size["handlungsfelder"], "Handlungsfeld", "Handlungsfelder"),
            anzahl(size["handlungsziele"], "Handlungsziel", "Handlungsziele"),
            anzahl(size["massnahmen"], "Maßnahme", "Maßnahmen"),
        )
    )
    found = ", ".join(
        (
            anzahl(counts[Severity.FEHLER], "Fehler", "Fehler"),
            anzahl(counts[Severity.WARNUNG], "Warnung", "Warnungen"),
            anzahl(counts[Severity.HINWEIS], "Hinweis", "Hinweise"),
        )
    )
    return f"Geprüft: {looked_at}.\nErgebnis: {found}.\n"


def befunde_json(findings: Sequence[Befund], plan: Plan) -> str:
    """Write the JSON contract of ``validate`` (design §6)."""
    counts = count_by_severity(findings)
    content: dict[str, Any] = {
        "befunde": [
            {
                "code": befund.code,
                "schwere": befund.schwere.value,
                "datei": befund.ort.datei,
                "zeile": befund.ort.zeile,
                "spalte": befund.ort.spalte,
                "laenge": befund.ort.laenge,
                "meldung": befund.meldung,
                "hilfe": befund.hilfe,
            }
            for befund in findings
        ],
        "zusammenfassung": {
            "fehler": counts[Severity.FEHLER],
            "warnungen": counts[Severity.WARNUNG],
            "hinweise": counts[Severity.HINWEIS],
            **_size(plan),
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def befunde_heads(findings: Sequence[Befund]) -> str:
    """Write only the head line of each finding, greppable, for commands that refuse a broken plan."""
    return "".join(f"{_head(befund)}\n" for befund in findings)


def _size(plan: Plan) -> dict[str, int]:
    stellen = [stelle.ebene for fassung in plan.fassungen for stelle in fassung.stellen()]
    return {
        "fassungen": len(plan.fassungen),
        "handlungsfelder": stellen.count(Ebene.HANDLUNGSFELD),
        "handlungsziele": stellen.count(Ebene.HANDLUNGSZIEL),
        "massnahmen": stellen.count(Ebene.MASSNAHME),
    }


def _head(befund: Befund) -> str:
    ort = befund.ort
    place = f"{ort.datei}:{ort.zeile}:{ort.spalte}"
    return visible(f"{place}: {NAMES[befund.schwere]}: {befund.meldung} [{befund.code}]".replace("\n", " "))


def _block(befund: Befund) -> str:
    lines = [_head(befund)]
    if befund.auszug is not None:
        lines += _excerpt(befund)
    if befund.hilfe:
        lines.append(visible(f"Hilfe: {befund.hilfe}"))
    return "\n".join(lines)


def _excerpt(befund: Befund) -> list[str]:
    """Quote the source line with the stretch at fault underlined; a very long line is cut around it."""
    ort = befund.ort
    text = befund.auszug or ""
    start = max(ort.spalte - 1, 0)
    first = 0 if len(text) <= EXCERPT_WIDTH else max(0, min(start - 20, len(text) - EXCERPT_WIDTH))
    shown = text[first : first + EXCERPT_WIDTH]
    before = visible(shown[: start - first]).replace("\t", " ")
    marked = visible(shown[start - first : start - first + ort.laenge])
    lead = "…" if first else ""
    number = str(ort.zeile)
    margin = " " * len(number)
    under = " " * (display_width(lead) + display_width(before)) + "^" * max(display_width(marked), 1)
    return [f" {number} | {lead}{visible(shown)}".rstrip(), f" {margin} | {under}"]


def _folded(findings: Sequence[Befund]) -> list[Befund]:
    seen: dict[str, int] = {}
    kept: list[Befund] = []
    for befund in findings:
        seen[befund.code] = seen.get(befund.code, 0) + 1
        if seen[befund.code] <= FOLD_FROM or befund.schwere is Severity.FEHLER:
            kept.append(befund)
    return kept


def _fold_notes(findings: Sequence[Befund]) -> list[str]:
    kept = set(map(id, _folded(findings)))
    hidden: dict[str, int] = {}
    for befund in findings:
        if id(befund) not in kept:
            hidden[befund.code] = hidden.get(befund.code, 0) + 1
    return [
        f"… und {number} weitere gleiche [{code}] (alle: --format json)" for code, number in hidden.items()
    ]
