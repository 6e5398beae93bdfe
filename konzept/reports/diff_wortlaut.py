"""Two wordings side by side: whether only the spelling differs, and whether the new one commits to less."""

from __future__ import annotations

import re
import unicodedata

from konzept.domain.verlesungen import berichtigt

_GENDERZEICHEN = re.compile(r"(?<=[a-zäöüß])(?:Innen|(?:[:*_]|/-?)[Ii]nnen)\b")
_STRICHE = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2022", "-")
    | dict.fromkeys('\u201e\u201c\u201d\u201f\u00ab\u00bb\u2039\u203a\u201a\u2018\u2019\u201b`\u00b4"', "'")
)
_LUECKE = re.compile(r"(?<!\w)\s+|\s+(?!\w)")
_AUSZEICHNUNG = re.compile(r"(?m)^\s*[*+]\s+")

_MITTEL = r"(?:\w*(?:mittel[ns]?|ressourcen|kapazitäten|haushalts?|budgets?))"
"""What may run short; »im Rahmen der verfügbaren Haushaltsmittel« promises nothing beyond it."""

_VORBEHALT = re.compile(
    r"\b(?:(?:ge|über)?prüf(?:en|t|te|end|ung|ungen)|anstreb\w*|angestrebt\w*|strebt|streben|erwäg\w*|erwogen"
    r"|beabsichtig\w*|möglichst|(?:nach|soweit|wenn|falls) möglich\w*|sofern|vorbehaltlich|bei bedarf"
    r"|gegebenenfalls|ggf|perspektivisch|soll(?:en|te|ten)?|kann|können|könnten?|bemüh\w*|in betracht"
    r"|hinwirk\w*|hingewirkt|unter (?:dem )?vorbehalt|(?:haushalts|finanzierungs)vorbehalt\w*"
    rf"|im rahmen (?:\w+ ){{0,4}}?{_MITTEL}|(?:soweit|solange) (?:\w+ ){{0,4}}?{_MITTEL})\b"
)
_SATZENDE = re.compile(r"(?<=[.!?;])\s+|\n+")
_FUELLWOERTER = frozenset(
    {"wird", "werden", "wurde", "wurden", "eine", "einer", "eines", "einem", "einen", "oder", "über", "nach"}
    | {"durch", "unter", "beim", "sowie", "sind", "auch", "dass"}
)
_BEIWERK = frozenset(
    {
        "dies",
        "dieses",
        "alles",
        "steht",
        "stehen",
        "erfolgt",
        "erfolgen",
        "geschieht",
        "umsetzung",
        "umgesetzt",
    }
    | {"maßnahme", "massnahme", "maßnahmen", "massnahmen", "finanzierung", "verfügung", "gilt", "gelten"}
    | {"vorhanden", "verfügbar", "ausreichend"}
)
"""With these words a sentence may say a reservation and still speak of nothing in particular."""

_WORTLAENGE = 4
"""Shorter words say nothing about what a sentence is about."""

_GEMEINSAM = 0.5
"""The share of the shorter sentence's words from which two sentences count as speaking of the same."""


def schreibform(text: str) -> str:
    """Return a wording without what is only form: case, spacing, dashes, quotes, markup, known scan faults.

    »SchülerInnen«, »Schüler*innen« and »Schüler:innen« are one spelling; »Schülerinnen« is another word.
    """
    form = unicodedata.normalize("NFKC", text).strip()
    form = "".join(
        zeichen
        for zeichen in form
        if unicodedata.category(zeichen) not in {"Cf", "Co", "So", "Cc"} or zeichen in "\n\t"
    )
    form = _GENDERZEICHEN.sub(":innen", berichtigt(form))
    form = _AUSZEICHNUNG.sub("- ", form).translate(_STRICHE)
    form = re.sub(r"[*_]+", "", form).casefold()
    return _LUECKE.sub("", " ".join(form.split())).rstrip(".,;")


def gleich_geschrieben(alt: str, neu: str) -> bool:
    """Tell whether two wordings differ in nothing but spelling and typography."""
    return schreibform(alt) == schreibform(neu)


def verbindlichkeit(alt: str, neu: str) -> int:
    """Compare how firmly two wordings commit: -1 if the new one does less, 1 if more, 0 if it cannot be told.

    Counts the words of reservation (prüfen, anstreben, nach Möglichkeit, soll …), but only in sentences that
    speak of the same on both sides: a sentence added on another matter weakens nothing.
    """
    saetze_alt, saetze_neu = _saetze(alt), _saetze(neu)
    vorbehalte_alt = sum(vorbehalte(satz) for satz in saetze_alt if _hat_gegenueber(satz, saetze_neu))
    vorbehalte_neu = sum(vorbehalte(satz) for satz in saetze_neu if _hat_gegenueber(satz, saetze_alt))
    # a sentence that is nothing but a reservation is about whatever stands beside it
    vorbehalte_alt += sum(vorbehalte(satz) for satz in saetze_alt if not _worte(satz) - _BEIWERK)
    vorbehalte_neu += sum(vorbehalte(satz) for satz in saetze_neu if not _worte(satz) - _BEIWERK)
    return (vorbehalte_alt > vorbehalte_neu) - (vorbehalte_alt < vorbehalte_neu)


def _saetze(text: str) -> list[str]:
    return [satz.casefold() for satz in _SATZENDE.split(text) if satz.strip()]


def vorbehalte(text: str) -> int:
    """Count the words of reservation in a wording."""
    return len(_VORBEHALT.findall(" ".join(text.casefold().split())))


def _worte(satz: str) -> frozenset[str]:
    worte = re.findall(rf"\w{{{_WORTLAENGE},}}", _VORBEHALT.sub(" ", satz))
    return frozenset(worte) - _FUELLWOERTER


def _hat_gegenueber(satz: str, andere: list[str]) -> bool:
    worte = _worte(satz)
    for anderer in andere:
        dortige = _worte(anderer)
        kuerzer = min(len(worte), len(dortige))
        if kuerzer and len(worte & dortige) >= _GEMEINSAM * kuerzer:
            return True
    return False
