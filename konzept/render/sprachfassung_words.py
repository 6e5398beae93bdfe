"""The words around the texts of a Fassung in another language: the language's names, its gaps, how much is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.render.konzept_werte import sprache as sprachangaben
from konzept.render.words import anzahl
from konzept.reports.sprachfassung import LEICHT

if TYPE_CHECKING:
    from konzept.reports.sprachfassung import Sprachabschnitt, Sprachfassung, Sprachstand

EIGENNAMEN = {
    "ar": "العربية",
    "bg": "Български",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "he": "עברית",
    "it": "Italiano",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "so": "Soomaali",
    "sq": "Shqip",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
}
"""What languages call themselves (Unicode CLDR), so that who reads only them sees that the paper is theirs."""

BEGRIFFE = {
    Ebene.LEITZIEL: Begriff.LEITZIEL,
    Ebene.HANDLUNGSFELD: Begriff.HANDLUNGSFELD,
    Ebene.HANDLUNGSZIEL: Begriff.HANDLUNGSZIEL,
    Ebene.MASSNAHME: Begriff.MASSNAHME,
}


def angaben(name: str) -> dict[str, str]:
    """Return ``lang`` and ``dir`` of the texts; Leichte Sprache is German."""
    return sprachangaben("de" if name == LEICHT else name)


def sprachname(name: str) -> str:
    """Name a language in German, with its article-less noun: Englisch, Leichte Sprache."""
    return "Leichte Sprache" if name == LEICHT else sprachangaben(name)["name"]


def eigenname(name: str) -> str:
    """Name a language in itself; empty where that is not known or would be said twice."""
    own = EIGENNAMEN.get(name.partition("-")[0].lower(), "")
    return "" if own == sprachname(name) else own


def lueckensatz(fassung: Sprachfassung) -> str:
    """Say how many levels have no text in this language; empty if all have one."""
    fehlend, alle = len(fassung.luecken), len(fassung.abschnitte)
    if not fehlend:
        return ""
    return f"{sprachname(fassung.sprache)}: {anzahl(fehlend, 'Text fehlt', 'Texte fehlen')} noch, von {alle}."


def luecken(fassung: Sprachfassung) -> list[str]:
    """Name every gap on a line of its own, for whoever is to fill it."""
    return [
        f"{one.verweis.nummer or ''} {one.verweis.titel} ({one.verweis.id})".strip()
        if one.verweis
        else f"die Fassung im Ganzen (data/fassungen/{fassung.fassung}.yaml)"
        for one in fassung.luecken
    ]


def label(one: Sprachabschnitt, fassung: Sprachfassung) -> str:
    """Name the level of a section with its number, in the county's own words."""
    if one.verweis is None:
        return ""
    wort = fassung.bezeichnungen[BEGRIFFE[one.verweis.ebene]].einzahl
    return f"{wort} {one.verweis.nummer or ''}".strip()


def ebenenwort(ebene: Ebene, fassung: Sprachfassung) -> str:
    """Name a level in the plural; there is one Fassung."""
    return "Fassung im Ganzen" if ebene is Ebene.FASSUNG else fassung.bezeichnungen[BEGRIFFE[ebene]].mehrzahl


def standsatz(stand: Sprachstand) -> str:
    """Say of one language how much is there, with the word that »--sprache« takes: »en (Englisch, 3 von 40 Texten)«."""
    return f"{stand.sprache} ({sprachname(stand.sprache)}, {stand.vorhanden} von {stand.gesamt} Texten)"
