"""How alike two wordings are: by groups of three letters, rare ones counting more than what stands everywhere.

Groups of letters forgive what whole words do not: a scanner's mistake, another ending, ue for ü. That rare ones count
more keeps »Weiterentwicklung der …« from making every goal like every other. Compared are all wordings of one side with
all of the other, so what is rare is judged by the plan itself. (rapidfuzz compares two texts and knows nothing of the
others; scipy or scikit-learn would do the same as here at a hundred times the size of konzept.)
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Gewichte = dict[str, float]

PROMILLE = 1000
"""Likeness is a whole number of thousandths: sums of fractions would depend on their order."""

BUCHSTABEN = 3
LAENGSTER = 10_000
"""Letters of a wording that count; nothing a Maßnahme says comes near it."""

UEBERALL = 60
"""What stands in more wordings than this tells them apart no more; without it the work grows with the plan alone."""

_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GENDERZEICHEN = re.compile(r"(?<=[a-z])[:*_/](?:-?)(?=innen\b|in\b)")
_WORT = re.compile(r"[a-z0-9]+")


def aehnlichkeiten(alte: Sequence[str], neue: Sequence[str]) -> list[dict[int, int]]:
    """Compare every old wording with every new one.

    Gives for each old one the new ones by position with their likeness in thousandths: 1000 is the same words, and
    what has no group of letters in common is left out. An empty wording is like nothing.
    """
    gruppen_alt, gruppen_neu = [merkmale(text) for text in alte], [merkmale(text) for text in neue]
    seltenheit = _seltenheit(gruppen_alt, gruppen_neu)
    fundstellen: dict[str, list[tuple[int, float]]] = {}
    for stelle, gruppen in enumerate(gruppen_neu):
        for merkmal, gewicht in _gewichte(gruppen, seltenheit).items():
            fundstellen.setdefault(merkmal, []).append((stelle, gewicht))
    ergebnis: list[dict[int, int]] = []
    for gruppen in gruppen_alt:
        summen: dict[int, float] = {}
        for merkmal, gewicht in _gewichte(gruppen, seltenheit).items():
            for stelle, dortiges in fundstellen.get(merkmal, ()):
                summen[stelle] = summen.get(stelle, 0.0) + gewicht * dortiges
        ergebnis.append({stelle: round(PROMILLE * summe) for stelle, summe in sorted(summen.items())})
    return ergebnis


def merkmale(text: str) -> Counter[str]:
    """Count the groups of letters of a text, each word with a mark at its beginning and its end."""
    form = unicodedata.normalize("NFKC", text[:LAENGSTER]).casefold().translate(_UMLAUTE)
    form = "".join(
        zeichen for zeichen in unicodedata.normalize("NFD", form) if not unicodedata.combining(zeichen)
    )
    form = _GENDERZEICHEN.sub("", form)
    gruppen: Counter[str] = Counter()
    for wort in _WORT.findall(form):
        mit_rand = f" {wort} "
        gruppen.update(mit_rand[i : i + BUCHSTABEN] for i in range(len(mit_rand) - BUCHSTABEN + 1))
    return gruppen


def _seltenheit(alte: list[Counter[str]], neue: list[Counter[str]]) -> Gewichte:
    """Weigh each group by the side on which more wordings hold it: to stand on both sides makes it no commoner."""
    anzahl = max(len(alte), len(neue))
    haeufig_alt = Counter(merkmal for eine in alte for merkmal in eine)
    haeufig_neu = Counter(merkmal for eine in neue for merkmal in eine)
    haeufig = {
        merkmal: max(haeufig_alt[merkmal], haeufig_neu[merkmal]) for merkmal in {**haeufig_alt, **haeufig_neu}
    }
    return {merkmal: math.log(1 + anzahl / oft) for merkmal, oft in haeufig.items() if oft <= UEBERALL}


def _gewichte(gruppen: Counter[str], seltenheit: Gewichte) -> Gewichte:
    roh = {
        merkmal: (1 + math.log(zahl)) * seltenheit[merkmal]
        for merkmal, zahl in gruppen.items()
        if merkmal in seltenheit
    }
    laenge = math.sqrt(math.fsum(gewicht * gewicht for gewicht in roh.values()))
    return {merkmal: gewicht / laenge for merkmal, gewicht in roh.items()}
