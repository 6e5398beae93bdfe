"""The explanation of a code as Markdown, and the list of all codes as tables by family."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.erklaerung_blatt import ALLE, AUSNAHME_SATZ, FESTER_FEHLER, REGEL_SATZ
from konzept.render.markdown_text import markdown_escape
from konzept.render.table import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.erklaerung_blatt import Blatt


def erklaerung_md(blatt: Blatt) -> str:
    """Write the explanation of one code as a document of its own."""
    teile = [f"# {blatt.code}", markdown_kopf(blatt), markdown_escape(blatt.warum)]
    if blatt.falsch:
        teile += ["Falsch:", markdown_code(blatt.falsch), "Richtig:", markdown_code(blatt.richtig)]
    if blatt.abhilfe:
        teile.append(markdown_escape(blatt.abhilfe))
    teile.append("## Abschalten")
    if blatt.abschaltbar:
        teile += [markdown_escape(REGEL_SATZ), markdown_code(blatt.regel)]
        if blatt.ausnehmbar:
            teile += [markdown_escape(AUSNAHME_SATZ), markdown_code(blatt.ausnahme)]
    else:
        teile.append(markdown_escape(FESTER_FEHLER))
    if blatt.verwandte:
        codes = ", ".join(f"`{code}`" for code in blatt.verwandte)
        teile += ["## Verwandt", f"{markdown_escape(blatt.familie)}: {codes}"]
    return "\n\n".join(teile) + "\n"


def erklaerungsliste_md(blaetter: Sequence[Blatt]) -> str:
    """Write one table of codes per family."""
    teile = ["# Befunde"]
    for familie, zugehoerige in groupby(blaetter, key=lambda blatt: blatt.familie):
        teile += [f"## {markdown_escape(familie)}", markdown_tabelle(tuple(zugehoerige))]
    return "\n\n".join([*teile, markdown_escape(ALLE)]) + "\n"


def markdown_tabelle(blaetter: Sequence[Blatt], *, verknuepft: bool = False) -> str:
    """Write codes with their severity and what they are about; ``verknuepft`` links each to a heading of its name."""
    zeilen = ["| Kürzel | Schwere | Worum es geht |", "| --- | --- | --- |"]
    for blatt in blaetter:
        name = f"[`{blatt.code}`](#{blatt.code})" if verknuepft else f"`{blatt.code}`"
        zeilen.append(f"| {name} | {blatt.schwere_in_worten} | {markdown_escape(blatt.stichwort)} |")
    return "\n".join(zeilen)


def markdown_kopf(blatt: Blatt) -> str:
    """Write the severity of a code and what it is about as one line."""
    kurz = f" {markdown_escape(blatt.kurz)}." if blatt.kurz else ""
    return f"**{blatt.schwere_in_worten}:**{kurz}" if kurz else f"**{blatt.schwere_in_worten}**"


def markdown_code(text: str, sprache: str = "yaml") -> str:
    """Write lines of a file as they are, control characters shown, in a fence longer than any within."""
    text = text.strip("\n")
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{sprache}\n{visible(text)}\n{fence}"
