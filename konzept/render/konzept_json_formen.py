"""Single values of the open data: days and resolutions, and what a licence is called where data are catalogued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain import beschluss as domain_beschluss
    from konzept.domain import gestaltung as domain_gestaltung
    from konzept.domain.kalender import Zeitangabe
    from konzept.render import konzept_vertrag as vertrag
    from konzept.render import konzept_vertrag_formen as formen

_DCAT = "http://dcat-ap.de/def/licenses/"
_LIZENZEN = {
    "govdata.de/dl-de/by-2-0": "dl-by-de/2.0",
    "govdata.de/dl-de/zero-2-0": "dl-zero-de/2.0",
    "creativecommons.org/licenses/by/4.0": "cc-by/4.0",
    "creativecommons.org/licenses/by-sa/4.0": "cc-by-sa/4.0",
    "creativecommons.org/publicdomain/zero/1.0": "cc-zero",
}
"""The addresses of the texts of licences, and their names in the list of DCAT-AP.de, by which portals know them."""

_ADRESSE = re.compile(r"https?://(?:www\.)?(.+?)/?(?:(?:deed|legalcode)(?:\.[a-z]{2})?)?")


def lizenz(eine: domain_gestaltung.Lizenz | None) -> vertrag.Lizenz | None:
    """Give a licence with the URI by which DCAT-AP.de knows it, or nothing where none is declared."""
    if eine is None:
        return None
    return {"name": eine.name, "url": eine.url, "dcat": _dcat(eine.url or "")}


def _dcat(adresse: str) -> str | None:
    if adresse.startswith(_DCAT):
        return adresse
    found = _ADRESSE.fullmatch(adresse)
    name = _LIZENZEN.get(found[1]) if found else None
    return _DCAT + name if name else None


def beschluss(einer: domain_beschluss.Beschluss | None) -> formen.Beschluss | None:
    """Give a resolution, or nothing where none is documented."""
    if einer is None:
        return None
    return {
        "gremium": einer.gremium,
        "datum": text_oder_nichts(einer.datum),
        "drucksache": einer.drucksache,
        "url": einer.url,
    }


def text_oder_nichts(zeit: date | Zeitangabe | None) -> str | None:
    """Write a day, or a year or a month, in ISO form."""
    return None if zeit is None else str(zeit)
