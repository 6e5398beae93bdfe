"""The limits a plan's files must keep, so that no file can exhaust the machine (robustheit.md, rules 1 and 2)."""

from __future__ import annotations

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 20
MAX_NODES = 100_000
MAX_TEXT = 200_000
MAX_FOLDER_DEPTH = 10
