"""Findings as text in the layout of design §8, and as the JSON contract of ``validate``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.diagnostics import Severity, count_by_severity
from konzept.domain.element import Ebene
from konzept.render.befunde_faltung import Falte, gefaltet
from konzept.render.table import display_width, visible
from konzept.render.words import anzahl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import Befund, Location
    from konzept.domain.plan import Plan

NAMES = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnung", Severity.HINWEIS: "Hinweis"}
EXCERPT_WIDTH = 100
ALLE = "Gleichartige Befunde sind zusammengefasst; »konzept validate --format json« nennt jeden."


def befunde_text(findings: Sequence[Befund], plan: Plan, ausgenommen: int = 0, anderswo: int = 0) -> str:
    """Write every finding with its source line, many equal ones folded, then one line that sums up."""
    return findings_blocks(findings) + summary(findings, plan, ausgenommen, anderswo)


def findings_blocks(findings: Sequence[Befund]) -> str:
    """Write only the findings, each followed by an empty line."""
    entries = gefaltet(findings)
    blocks = [_fold(entry) if isinstance(entry, Falte) else _block(entry) for entry in entries]
    if any(isinstance(entry, Falte) for entry in entries):
        blocks.append(ALLE)
    return "".join(f"{block}\n\n" for block in blocks)


def summary(findings: Sequence[Befund], plan: Plan, ausgenommen: int = 0, anderswo: int = 0) -> str:
    """Write the closing lines: what was looked at, and how many findings of each severity there are.

    ``ausgenommen`` counts what exceptions of konzept.yaml took out; nobody shall forget it.
    ``anderswo`` counts the Fehler in files that are not shown.
    """
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
            *([f"{ausgenommen} ausgenommen"] if ausgenommen else []),
        )
    )
    elsewhere = f"; {fehler_anderswo(anderswo)}" if anderswo else ""
    return f"Geprüft: {looked_at}.\nErgebnis: {found}{elsewhere}.\n"


def fehler_anderswo(number: int) -> str:
    """Say how many Fehler are in files that were not asked for."""
    return f"{number} Fehler in anderen Dateien"


def befunde_json(
    findings: Sequence[Befund], plan: Plan, ausgenommen: int = 0, anderswo: int = 0, **weiteres: Any
) -> str:
    """Write the JSON contract of ``validate`` (design §6), every finding whole; ``weiteres`` are further keys."""
    counts = count_by_severity(findings)
    content: dict[str, Any] = {
        "befunde": [_values(befund) for befund in findings],
        "zusammenfassung": {
            "fehler": counts[Severity.FEHLER],
            "warnungen": counts[Severity.WARNUNG],
            "hinweise": counts[Severity.HINWEIS],
            "ausgenommen": ausgenommen,
            "fehler_anderswo": anderswo,
            **_size(plan),
        },
        **weiteres,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _values(befund: Befund) -> dict[str, Any]:
    return {
        "code": befund.code,
        "schwere": befund.schwere.value,
        **_place(befund.ort),
        "meldung": befund.meldung,
        "hilfe": befund.hilfe,
        "verwandte": [{**_place(one.ort), "text": one.text} for one in befund.verwandte],
    }


def _place(ort: Location) -> dict[str, str | int]:
    return {"datei": ort.datei, "zeile": ort.zeile, "spalte": ort.spalte, "laenge": ort.laenge}


def befunde_heads(findings: Sequence[Befund]) -> str:
    """Write only the head line of each finding, greppable, folded as in the text, for commands that refuse a plan."""
    return "".join(
        f"{_fold(entry) if isinstance(entry, Falte) else _head(entry, with_related=True)}\n"
        for entry in gefaltet(findings)
    )


def _size(plan: Plan) -> dict[str, int]:
    stellen = [stelle.ebene for fassung in plan.fassungen for stelle in fassung.stellen()]
    return {
        "fassungen": len(plan.fassungen),
        "handlungsfelder": stellen.count(Ebene.HANDLUNGSFELD),
        "handlungsziele": stellen.count(Ebene.HANDLUNGSZIEL),
        "massnahmen": stellen.count(Ebene.MASSNAHME),
    }


def _head(befund: Befund, *, with_related: bool = False) -> str:
    ort = befund.ort
    place = f"{ort.datei}:{ort.zeile}:{ort.spalte}"
    related = f" ({'; '.join(_related(befund))})" if with_related and befund.verwandte else ""
    text = f"{place}: {NAMES[befund.schwere]}: {befund.meldung}{related} [{befund.code}]"
    return visible(text.replace("\n", " "))


def _related(befund: Befund) -> list[str]:
    return [f"{one.text}: {one.ort.datei}:{one.ort.zeile}" for one in befund.verwandte]


def _fold(falte: Falte) -> str:
    """Count the hidden findings at the place of their first, and say how far they reach."""
    ort, bis = falte.erster.ort, falte.letzter.ort.zeile
    if falte.anzahl == 1:
        words = "ein weiterer " + ("gleicher" if falte.gleich else "dieser Art")
    else:
        words = f"{falte.anzahl} weitere " + ("gleiche" if falte.gleich else "dieser Art")
    reach = f", bis Zeile {bis}" if bis > ort.zeile else ""
    return visible(f"{ort.datei}:{ort.zeile}:{ort.spalte}: … und {words}{reach} [{falte.erster.code}]")


def _block(befund: Befund) -> str:
    lines = [_head(befund)]
    if befund.auszug is not None:
        lines += _excerpt(befund)
    margin = " " * (len(str(befund.ort.zeile)) + 2)
    lines += [visible(f"{margin}→ {line}") for line in _related(befund)]
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
