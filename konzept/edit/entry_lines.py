"""One report as the lines of its entry in the log, in the layout of the shipped files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.edit.scalar import scalar_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.beschluss import Beschluss
    from konzept.domain.sachstand import Meldung

WIDTH = 118
"""Columns of a line; only a text that has no place to break, or must stand in quotes, goes beyond."""


def entry_lines(meldung: Meldung, dash: int, gap: int) -> list[str]:
    """Write a report as an item of a list, the dash ``dash`` columns in, the keys ``gap`` columns further."""
    margin = " " * (dash + gap)
    first, *others = _fields(meldung, WIDTH - len(margin))
    return [" " * dash + "-".ljust(gap) + first, *(margin + line if line else "" for line in others)]


def _fields(meldung: Meldung, width: int) -> list[str]:
    lines = [f"am: {meldung.am}", f"erfasst: {meldung.erfasst}"]
    lines += scalar_lines(meldung.massnahme, "massnahme", width)
    lines += [f"stand: {meldung.stand.value}"]
    for key, text in (("text", meldung.text), ("von", meldung.von), ("beleg", meldung.beleg)):
        if text is not None:
            lines += scalar_lines(text, key, width)
    if meldung.erfuellt:
        lines.append("erfuellt:")
    for erfuellung in meldung.erfuellt:
        frist = f", frist: {erfuellung.frist}" if erfuellung.frist else ""
        lines.append(f"  - {{teil: {erfuellung.teil}{frist}}}")
    if meldung.neuer_termin is not None:
        lines += scalar_lines(meldung.neuer_termin, "neuer_termin", width)
    if meldung.beschluss is not None:
        lines += ["beschluss:", *(f"  {line}" for line in _beschluss(meldung.beschluss, width - 2))]
    return lines


def _beschluss(beschluss: Beschluss, width: int) -> Iterator[str]:
    if beschluss.gremium is not None:
        yield from scalar_lines(beschluss.gremium, "gremium", width)
    if beschluss.datum is not None:
        yield f"datum: {beschluss.datum}"
    if beschluss.drucksache is not None:
        yield from scalar_lines(beschluss.drucksache, "drucksache", width)
    if beschluss.url is not None:
        yield from scalar_lines(beschluss.url, "url", width)
