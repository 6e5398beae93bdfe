"""The scripts that need a font of their own in a PDF: which are installed as packages, what to say where none is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEICHTE_SPRACHE = "Atkinson Hyperlegible"
"""A plain script without serifs, made for those who read with difficulty; typst itself brings none without serifs."""

GANZER_TEXT = 12
"""So many letters of one script are a text and not a single odd sign."""

_GRUPPE = "fontpkg.family"
"""The entry points by which packages with fonts name their folder (fontpkg, on PyPI)."""


@dataclass(frozen=True, slots=True)
class Schrift:
    """A script: what it is called, the font whose package from PyPI brings it, the package of Debian that does."""

    name: str
    familie: str = ""
    debian: str = "fonts-noto-core"


SCHRIFTEN = {
    "ARABIC": Schrift("arabische", "Noto Sans Arabic"),
    "ARMENIAN": Schrift("armenische"),
    "BENGALI": Schrift("bengalische"),
    "CJK": Schrift("chinesische", debian="fonts-noto-cjk"),
    "DEVANAGARI": Schrift("Devanagari-", "Noto Sans Devanagari"),
    "ETHIOPIC": Schrift("äthiopische"),
    "GEORGIAN": Schrift("georgische"),
    "GURMUKHI": Schrift("Gurmukhi-"),
    "HANGUL": Schrift("koreanische", debian="fonts-noto-cjk"),
    "HEBREW": Schrift("hebräische"),
    "HIRAGANA": Schrift("japanische", debian="fonts-noto-cjk"),
    "KATAKANA": Schrift("japanische", debian="fonts-noto-cjk"),
    "KHMER": Schrift("Khmer-", "Noto Sans Khmer"),
    "MYANMAR": Schrift("birmanische"),
    "SINHALA": Schrift("singhalesische"),
    "SYRIAC": Schrift("syrische"),
    "TAMIL": Schrift("Tamil-", "Noto Sans Tamil"),
    "TELUGU": Schrift("Telugu-", "Noto Sans Telugu"),
    "THAANA": Schrift("Thaana-"),
    "THAI": Schrift("thailändische", "Noto Sans Thai"),
    "TIFINAGH": Schrift("Tifinagh-"),
}
"""The scripts by the first word of the Unicode names of their letters.

Without a package or a system font, typst has Latin, Greek and Cyrillic letters, Hebrew ones, and of the Arabic ones
those of Arabic and Persian, at a typewriter's widths.
"""


def zaehle_schriften(text: str) -> Counter[str]:
    """Count the letters of a text by their scripts, those of SCHRIFTEN only."""
    return Counter(script for sign, script in ((s, schrift_von(s)) for s in text) if script)


@cache
def schrift_von(sign: str) -> str:
    """Return the key in SCHRIFTEN of the script of a letter or vowel sign; empty for any other sign."""
    if sign < "\u0530" or unicodedata.category(sign)[0] not in "LM":
        return ""
    script = unicodedata.name(sign, "").partition(" ")[0]
    return script if script in SCHRIFTEN else ""


@dataclass(frozen=True, slots=True)
class Vorrat:
    """The fonts that are installed as packages: the folders they are in, by the names of their families."""

    ordner: dict[str, str]

    def fuer(self, text: str) -> list[str]:
        """Return the families that have the scripts of a text, those with most letters first."""
        familien = (SCHRIFTEN[script].familie for script, _ in zaehle_schriften(text).most_common())
        return [familie for familie in familien if familie in self.ordner]

    def fuer_leichte_sprache(self) -> list[str]:
        """Return the family for Leichte Sprache if it is there."""
        return [LEICHTE_SPRACHE] if LEICHTE_SPRACHE in self.ordner else []


def vorrat() -> Vorrat:
    """Look for the fonts that may be installed beside the extra »pdf«; no other package is asked."""
    wanted = {
        _marke(name): name for name in [*(one.familie for one in SCHRIFTEN.values()), LEICHTE_SPRACHE] if name
    }
    found: dict[str, str] = {}
    for point in entry_points(group=_GRUPPE):
        name = wanted.get(point.name)
        folder = _ordner(point.value) if name else None
        if name and folder:
            found[name] = folder
    return Vorrat(dict(sorted(found.items())))


def _marke(familie: str) -> str:
    return familie.lower().replace(" ", "_")


def _ordner(module: str) -> str | None:
    """Return the folder with the files of a font without running anything of its package."""
    spec = find_spec(module) if module.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    folders = [Path(place) / "files" for place in places or ()]
    return next((str(folder) for folder in folders if folder.is_dir()), None)


def ohne_schrift(text: str, signs: Iterable[str]) -> Schrift | None:
    """Return the script of one of the signs if the text of a document has a whole text in it; None for odd signs."""
    scripts = [script for script in map(schrift_von, signs) if script]
    if not scripts:
        return None
    letters = zaehle_schriften(text)
    return next((SCHRIFTEN[script] for script in scripts if letters[script] >= GANZER_TEXT), None)


def abhilfe(schrift: Schrift) -> str:
    """Say how a font for a script is had, and what else can be done."""
    pip = (
        f" oder »pip install fontpkg-{schrift.familie.lower().replace(' ', '-')}«" if schrift.familie else ""
    )
    return (
        f"Installieren Sie eine Schrift dafür (unter Debian und Ubuntu: »apt install {schrift.debian}«{pip}), "
        "oder geben Sie das Dokument als odt, docx oder html aus: Dort wählt das Programm, das sie öffnet, die Schrift."
    )
