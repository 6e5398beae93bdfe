"""A file that konzept.yaml names beside the plan's own: the logo, the style of the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PNG_KENNUNG = b"\x89PNG\r\n\x1a\n"
"""What every PNG begins with (ISO/IEC 15948, 5.2)."""


class Mangel(StrEnum):
    """Why such a file cannot be used."""

    FEHLT = "fehlt"
    AUSSERHALB = "ausserhalb"
    KEINE_DATEI = "keine-datei"
    ZU_GROSS = "zu-gross"
    UNLESBAR = "unlesbar"


@dataclass(frozen=True, slots=True)
class Beigabe:
    """The bytes of one file, or what keeps it from being read."""

    inhalt: bytes = b""
    mangel: Mangel | None = None
