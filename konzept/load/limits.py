"""The limits a plan's files must keep, so that no file can exhaust the machine (robustheit.md, rules 1 and 2).

They belong to the machine and not to the plan, which must not widen them itself: an environment variable sets another
value (``KONZEPT_MAX_BYTES=5000000``). What is no positive whole number counts for nothing.
"""

from __future__ import annotations

import os


def _limit(name: str, standard: int, highest: int) -> int:
    """Return the limit that the environment sets, never above ``highest``; else the standard one."""
    written = os.environ.get(f"KONZEPT_MAX_{name}", "")
    # isdecimal knows digits that int reads, too; more than nine of them are above every highest value
    value = int(written) if written.isdecimal() and len(written) <= 9 else 0  # noqa: PLR2004  see above
    return min(value, highest) if value else standard


MAX_BYTES = _limit("BYTES", 2 * 1024 * 1024, 200_000_000)
"""The size of one file."""

MAX_DEPTH = _limit("TIEFE", 20, 200)
"""How deep sections and lists may be nested in one file; beyond 200 Python's own stack would be at risk."""

MAX_NODES = _limit("WERTE", 100_000, 10_000_000)
"""How many keys, values, sections and lists one file may have."""

MAX_TEXT = _limit("ZEICHEN", 200_000, 10_000_000)
"""The length of one text."""

MAX_FOLDER_DEPTH = _limit("ORDNERTIEFE", 10, 100)
"""How deep folders may be nested below ``data/``."""


def german(number: int) -> str:
    """Write a number as German sentences do: 100.000."""
    return f"{number:,}".replace(",", ".")
