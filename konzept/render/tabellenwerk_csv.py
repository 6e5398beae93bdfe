"""The first sheet of a workbook as CSV, for whoever has neither Excel nor LibreOffice at hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from konzept.render.csv_rows import csv_text

if TYPE_CHECKING:
    from datetime import date

    from konzept.render.tabellenwerk import Tabellenwerk, Wert


def tabellenwerk_csv(werk: Tabellenwerk) -> str:
    """Write the first sheet; a CSV file has no place for more. Amounts get the German comma."""
    blatt = werk.blaetter[0]
    rows = ([_written(wert) for wert in row] for row in blatt.zeilen)
    return csv_text([spalte.titel for spalte in blatt.spalten], rows)


def _written(wert: Wert) -> str | int | date | None:
    return str(wert).replace(".", ",") if isinstance(wert, Decimal) else wert
