"""Rows of cells as CSV that a German spreadsheet opens with a double click and never computes; the one place for it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from konzept.render.table import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Zelle = str | int | date | None

BOM = "\ufeff"
"""By this sign Excel knows that a file is UTF-8."""
FORMELZEICHEN = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins with one of these would be computed instead of shown (OWASP, CSV injection); also full width."""
_DAVOR = " \t\r\n\u00a0\"'\u201e\u201c\u201d\u201a\u2018\u2019»«"
"""Blanks and quotes that some spreadsheets drop before they look at the first sign."""


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Zelle]]) -> str:
    """Write a line of titles and the rows: semicolons, CRLF (RFC 4180), a BOM in front.

    Days become 2021-12-31, which every spreadsheet reads as a day, and None an empty cell; numbers stay numbers. A
    text that a spreadsheet would take for a formula gets an apostrophe; control characters are shown as escapes.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([_geschrieben(title) for title in head])
    writer.writerows([_geschrieben(zelle) for zelle in row] for row in rows)
    return BOM + stream.getvalue()


def _geschrieben(zelle: Zelle) -> str:
    if zelle is None:
        return ""
    if isinstance(zelle, date):
        return zelle.isoformat()
    if isinstance(zelle, int):
        return str(zelle)
    computed = zelle.startswith(("\t", "\r")) or zelle.lstrip(_DAVOR).startswith(FORMELZEICHEN)
    return f"'{visible(zelle)}" if computed else visible(zelle)
