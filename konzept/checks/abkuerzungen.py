"""The list of abbreviations of a Fassung against its texts: what is used is listed, what is listed is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text
from konzept.diagnostics import Severity
from konzept.domain.element import Textart
from konzept.domain.verlesungen import verlesenes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textgruppe, Textort
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan

_HINWEIS = re.compile(r"[A-ZÄÖÜ](?:[A-ZÄÖÜ]|(?<=[a-zäöüß][A-ZÄÖÜ])\b)")
"""Two capitals side by side, or one at the end of a word: ÖPNV, AsylbLG, DeuFöV, gUG."""

FREI = frozenset({"abkuerzungen", "hinweise", "nummer"})
"""The list itself, and remarks on the edition: no wording of the plan."""

_WORT = re.compile(r"[^\W\d_]+")
_EINHEIT = re.compile(
    "[kMG]W(?:p|h|el|th)?|TWh|[kMGT]Hz|[kMGT]J|[kMGT]?[Bb]it|[kMGT]B|kVA?|MVA|[hkM]Pa|pH|dB|CO|(?:CO|NO|SO|CH|NH)[₀-₉ₓ]+"
)
"""Signs of units and of chemistry, the same in every language; »MB« and »GB« are amounts of data."""

_FORMEL = re.compile(r"(?<!\w)(?:CO|NO|SO|CH|NH|PM|O|N|H)[0-9₀-₉ₓ]+(?:e|eq|äq)?(?!\w)", re.IGNORECASE)
"""CO2, CO₂eq, NO2, PM10: what a letter and its number make together."""

_ROEMISCH = re.compile(r"[IVXLC]+")
_PERSONEN = re.compile(r"[a-zäöüß]In(?:nen)?")
_UEBLICH = frozenset(
    {
        *(
            "AG",
            "BGB",
            "BRD",
            "CD",
            "DDR",
            "DIN",
            "DVD",
            "EDV",
            "EG",
            "EU",
            "EUR",
            "GG",
            "GmbH",
            "IT",
            "KG",
            "LKW",
        ),
        *("OK", "PC", "PDF", "PKW", "QR", "SMS", "TV", "UN", "UNO", "URL", "USA", "USB", "WC", "WLAN"),
    }
)
"""What stands in every dictionary needs no list of its own."""


def ungelistete(gruppe: Textgruppe, plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """An abbreviation of the texts stands in the list, where the Fassung has one.

    Not meant are capitals for emphasis (the word occurs in small letters too), short names of bodies and
    programmes, Roman numerals, units, misread words, what everybody knows, and what a text explains itself:
    »Interkulturelle Woche (IKW)«.
    """
    fassung = gruppe.fassung
    if fassung is None or not fassung.rahmen.abkuerzungen or not _HINWEIS.search(gruppe.verbunden):
        return
    bekannt = _bekannte(fassung, plan)
    gesehen: set[str] = set()
    for ort in gruppe.eigene:
        if not FREI.isdisjoint(ort.pfad) or not _HINWEIS.search(ort.text):
            continue
        verlesen = {falsch for _, falsch, _ in verlesenes(ort.text)}
        for wort in _abkuerzungen(ort.text):
            if wort in gesehen or wort in bekannt or wort in verlesen:
                continue
            gesehen.add(wort)
            if f"({wort})" in gruppe.verbunden or _auch_klein(wort, gruppe.verbunden):
                continue
            yield _ungelistet(wort, ort, fassung, source)


def _ungelistet(wort: str, ort: Textort, fassung: Fassung, source: SourceMap) -> Befund:
    return befund_im_text(
        source,
        "abkuerzung-fehlt",
        Severity.HINWEIS,
        ort=ort,
        wort=wort,
        meldung=f"Die Abkürzung »{wort}« steht nicht im Verzeichnis der Fassung {fassung.id}.",
        hilfe=f"Ergänzen Sie sie unter »abkuerzungen« in {fassung.datei}, oder schreiben Sie das Wort aus.",
    )


def _abkuerzungen(text: str) -> Iterator[str]:
    for stueck in text.split():
        if not _HINWEIS.search(stueck):
            continue
        for wort in _WORT.findall(_FORMEL.sub(" ", stueck)):
            if not _HINWEIS.search(wort) or _ROEMISCH.fullmatch(wort) or _PERSONEN.search(wort):
                continue
            if _EINHEIT.fullmatch(wort):
                continue
            yield wort.removesuffix("s") if wort[:-1].isupper() else wort


def _auch_klein(wort: str, texte: str) -> bool:
    """Tell whether a word in capitals is an ordinary one: »ALLER« where »aller« occurs too."""
    return bool(
        re.search(
            rf"(?:{re.escape(wort.lower())}|{re.escape(wort.capitalize())})\b(?<!\w\w{{{len(wort)}}})", texte
        )
    )


def _bekannte(fassung: Fassung, plan: Plan) -> set[str]:
    """Return every word that is explained elsewhere: in the list, the registers, the names of the plan itself."""
    texte = [*fassung.rahmen.abkuerzungen, plan.einstellungen.koerperschaft or "", *_namen(plan)]
    return set(_UEBLICH).union(*(_WORT.findall(text) for text in texte))


def unbenutzte(gruppe: Textgruppe, plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A listed abbreviation stands in a text, where the Fassung is there in full wording.

    Of a Fassung that is known in parts, or whose prose is summarised, nobody can tell.
    """
    fassung = gruppe.fassung
    if fassung is None or not fassung.rahmen.abkuerzungen or not _im_wortlaut(fassung):
        return
    if any(datei.startswith(f"data/handlungsfelder/{fassung.id}/") for datei in plan.unlesbare_dateien):
        return
    namen = "\n".join(_namen(plan))
    for kurz in fassung.rahmen.abkuerzungen:
        if _steht(kurz, gruppe.verbunden) or _steht(kurz, namen):
            continue
        yield source.befund(
            "abkuerzung-unbenutzt",
            Severity.HINWEIS,
            source.key((fassung.datei, "abkuerzungen", kurz)),
            f"Die Abkürzung »{kurz}« steht im Verzeichnis, aber in keinem Text der Fassung {fassung.id}.",
            "Streichen Sie sie aus dem Verzeichnis, wenn niemand sie mehr nachschlägt.",
        )


def _im_wortlaut(fassung: Fassung) -> bool:
    elemente = [fassung.rahmen, *(stelle.gegenstand for stelle in fassung.stellen())]
    return fassung.rahmen.vollstaendig and all(one.textart is Textart.WORTLAUT for one in elemente)


def _namen(plan: Plan) -> Iterator[str]:
    """Give the names of bodies and programmes: they are printed in every Fassung."""
    for akteur in plan.akteure:
        yield from (akteur.name, akteur.kurz or "", *akteur.aliasse)
    for programm in plan.foerderprogramme:
        yield programm.name


def _steht(kurz: str, texte: str) -> bool:
    """Tell whether an abbreviation stands in the texts by itself, also one with points or blanks (e.V., z. B.)."""
    # of each text the list itself holds only the long forms
    return kurz in texte and bool(re.search(rf"(?<!\w){re.escape(kurz)}s?(?!\w)", texte))
