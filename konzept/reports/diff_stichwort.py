"""What one part of a Termin is about, without when: »Prüfung« of »Prüfung 2021«; parts are told apart by it."""

from __future__ import annotations

import re

_VORN = frozenset(
    {"bis", "zum", "zur", "zu", "ab", "seit", "im", "in", "am", "vom", "von", "an", "und", "sowie", "oder"}
    | {"spätestens", "frühestens", "voraussichtlich", "erstmals", "zuletzt", "etwa", "ca", "circa", "jeweils"}
    | {
        "dann",
        "danach",
        "anschließend",
        "zunächst",
        "zuerst",
        "insbesondere",
        "alle",
        "jedes",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
    }
)
"""Words that lead to a date, before or behind what the part is about."""

_HINTEN = (
    _VORN
    | {
        "anfang",
        "mitte",
        "ende",
        "jahr",
        "jahre",
        "jahres",
        "jahren",
        "halbjahr",
        "quartal",
        "monat",
        "schuljahr",
    }
    | {"frühjahr", "frühling", "sommer", "herbst", "winter", "turnus", "pro", "je", "über", "mal"}
    | {"zwei", "drei", "vier", "fünf", "sechs", "einmal", "zweimal", "dreimal"}
    | {
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
    }
    | {"dezember"}
)
"""Words that are part of a date where nothing but the date follows; »Ende der Planung« begins with one of them."""

_STETIG = re.compile(
    r"(?:(?:halb|viertel)?jährlich|(?:zwei|drei)jährlich|monatlich|wöchentlich|täglich|(?:fort)?laufend|ständig"
    r"|dauerhaft|kontinuierlich|regelmäßig)\w{0,2}"
)


def stichwort(text: str) -> str:
    """Return the first words of a part that name no time, as they are written; empty if it names nothing else."""
    for stueck in re.split(r"\S*\d\S*|[,;:()]", text):
        worte = stueck.split()
        while worte and _ist_zeit(worte[-1], _HINTEN):
            worte.pop()
        while worte and _ist_zeit(worte[0], _VORN):
            worte.pop(0)
        if worte:
            return " ".join(worte)
    return ""


def _ist_zeit(wort: str, worte: frozenset[str]) -> bool:
    klein = wort.strip(".–-/").casefold()
    return not klein or klein in worte or _STETIG.fullmatch(klein) is not None
