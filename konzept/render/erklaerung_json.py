"""The explanation of a code as JSON, and the list of all codes; keys may be added, never renamed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.render.erklaerung_blatt import Blatt


def erklaerung_json(blatt: Blatt) -> str:
    """Write one code; ``falsch`` and ``richtig`` are verbatim, empty where no text of a file is at fault."""
    return json.dumps(_werte(blatt), ensure_ascii=False, indent=2) + "\n"


def erklaerungsliste_json(blaetter: Sequence[Blatt]) -> str:
    """Write all codes in reading order under the key ``befunde``."""
    return json.dumps({"befunde": [_werte(blatt) for blatt in blaetter]}, ensure_ascii=False, indent=2) + "\n"


def _werte(blatt: Blatt) -> dict[str, Any]:
    return {
        "code": blatt.code,
        "schwere": blatt.schwere.value,
        "familie": blatt.familie,
        "kurz": blatt.stichwort,
        "warum": blatt.warum,
        "falsch": blatt.falsch,
        "richtig": blatt.richtig,
        "abhilfe": blatt.abhilfe,
        "abschaltbar": blatt.abschaltbar,
        "ausnehmbar": blatt.ausnehmbar,
        "verwandte": list(blatt.verwandte),
    }
