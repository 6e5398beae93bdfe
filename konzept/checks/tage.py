"""How findings write days: as in the file what stands or goes there (2021-12-31), else in German (31.12.2021)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def tag(errechnet: date) -> str:
    """Write a day that stands in no file, as in running text: 2.11.2020."""
    return f"{errechnet.day}.{errechnet.month}.{errechnet.year}"
