"""The explanation of a code as text for 80 columns, in the manner of a finding; and the list of all codes."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.erklaerung_blatt import ALLE, AUSNAHME_SATZ, FESTER_FEHLER, REGEL_SATZ
from konzept.render.table import MINIMUM_WIDTH, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.erklaerung_blatt import Blatt

ERKLAERUNG_RULES: Sequence[tuple[str, str]] = (
    (r"^[a-z-]+(?=: (?:Fehler|Warnung|Hinweis)\b)", "bold"),
    (r"(?<=^  )[a-z-]+(?= +(?:Fehler|Warnung|Hinweis)\b)", "bold"),
    (r"(?<=[: ] )Fehler\b(?= |:|$)", "bold red"),
    (r"(?<=[: ] )Warnung\b(?= |:|$)", "bold yellow"),
    (r"(?<=[: ] )Hinweis\b(?= |:|$)", "bold cyan"),
    (r"^(?:Falsch|Richtig|Hilfe|Abschalten|Verwandt):", "green"),
)
EINZUG = 2
MINDESTBREITE = 20
"""Fewer columns than this beside the code are too few for words; they then stand below it."""


def _absatz(text: str, width: int, einzug: int = 0) -> list[str]:
    """Wrap our own words; codes and commands are not broken at their hyphens, or nobody could copy them."""
    rand = " " * einzug
    return textwrap.wrap(text, width, initial_indent=rand, subsequent_indent=rand, break_on_hyphens=False)


def erklaerung_text(blatt: Blatt, width: int = 80) -> str:
    """Write the explanation of one code for ``width`` columns (at least 40); quoted YAML is never broken."""
    width = max(width, MINIMUM_WIDTH)
    kurz = f": {blatt.kurz}." if blatt.kurz else ""
    teile = [
        _absatz(f"{blatt.code}: {blatt.schwere_in_worten}{kurz}", width),
        _absatz(blatt.warum, width),
    ]
    if blatt.falsch:
        teile += [["Falsch:", *_zitat(blatt.falsch)], ["Richtig:", *_zitat(blatt.richtig)]]
    if blatt.abhilfe:
        teile.append(_absatz(f"Hilfe: {blatt.abhilfe}", width))
    if blatt.abschaltbar:
        teile.append([*_absatz(f"Abschalten: {REGEL_SATZ}", width), *_zitat(blatt.regel)])
        if blatt.ausnehmbar:
            teile.append([*_absatz(AUSNAHME_SATZ, width), *_zitat(blatt.ausnahme)])
    else:
        teile.append(_absatz(f"Abschalten: {FESTER_FEHLER}", width))
    if blatt.verwandte:
        teile.append(_absatz(f"Verwandt: {', '.join(blatt.verwandte)} ({blatt.familie}).", width))
    return "\n\n".join("\n".join(zeilen) for zeilen in teile) + "\n"


def erklaerungsliste_text(blaetter: Sequence[Blatt], width: int = 80) -> str:
    """List all codes by family, each with its severity and what it is about, for ``width`` columns (at least 40)."""
    width = max(width, MINIMUM_WIDTH)
    laengster = max((len(blatt.code) for blatt in blaetter), default=0)
    lines: list[str] = []
    for familie, zugehoerige in groupby(blaetter, key=lambda blatt: blatt.familie):
        lines += [*_absatz(familie, width)]
        for blatt in zugehoerige:
            kopf = f"{' ' * EINZUG}{blatt.code:<{laengster}}  {blatt.schwere_in_worten:<7}  "
            if width - len(kopf) >= MINDESTBREITE:
                worte = _absatz(blatt.stichwort, width, len(kopf))
                lines += [kopf + worte[0].lstrip(), *worte[1:]]
            else:
                lines += _absatz(f"{blatt.code}  {blatt.schwere_in_worten}", width, EINZUG)
                lines += _absatz(blatt.stichwort, width, 2 * EINZUG)
        lines.append("")
    return "\n".join([*lines, *_absatz(ALLE, width)]) + "\n"


def _zitat(yaml: str) -> list[str]:
    """Quote lines of a file behind a bar, without the indent they share; control characters are shown."""
    return [f" | {visible(zeile)}".rstrip() for zeile in textwrap.dedent(yaml.strip("\n")).split("\n")]
