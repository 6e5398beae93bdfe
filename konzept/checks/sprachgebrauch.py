"""One way of writing within a Fassung: of persons of every gender, and of quotation marks; and letters in one piece."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text, fundstelle
from konzept.diagnostics import Location, Severity, Verwandt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textgruppe, Textort
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

_FORMEN = {
    "Binnen-I": ("Innen", r"Innen(?<=[a-zäöüß]Innen)"),
    "Doppelpunkt": (":in", r":in(?<=[a-zäöüß]:in)(?:nen)?(?![a-zäöüß])"),
    "Stern": ("*in", r"\*in(?<=[a-zäöüß\\]\*in)(?:nen)?(?![a-zäöüß])"),
    "Unterstrich": ("_in", r"_in(?<=[a-zäöüß\\]_in)(?:nen)?(?![a-zäöüß])"),
}
"""By its German name the letters of each form, and the pattern: a string, compiled once these letters are there."""

_GERADE = r'"(?=[^\W\d_])'
_GEMISCHT = r'(?:„[^„“”"]{1,300}?(?<![\s0-9])["”]|»[^»«„“”"]{1,300}?(?<![\s0-9])["“”])'
"""A quotation that ends otherwise than it began; a straight quote behind a number is that of inches."""

_PAARE = {"„": "„…“", "»": "»…«"}
_LAENGSTES_WORT = 40


def genderformen(gruppe: Textgruppe, source: SourceMap) -> Iterator[Befund]:
    """A Fassung names persons of every gender in one way: with Binnen-I, colon, star or underscore, not mixed."""
    vorhanden = {
        name: form
        for name, (zeichen, form) in _FORMEN.items()
        if zeichen in gruppe.verbunden and re.search(form, gruppe.verbunden)
    }
    if gruppe.fassung is None or len(vorhanden) <= 1:
        return
    zahl: Counter[str] = Counter()
    zuerst: dict[str, tuple[Textort, str]] = {}
    for ort in gruppe.eigene:
        for name, form in vorhanden.items():
            for treffer in re.finditer(form, ort.text):
                zahl[name] += 1
                zuerst.setdefault(name, (ort, _wort_um(ort.text, treffer)))
    # ties go to the form that is met first
    ueblich = max(zuerst, key=lambda name: zahl[name], default=None)
    for name, (ort, wort) in zuerst.items():
        if ueblich is None or name == ueblich:
            continue
        anderes, beispiel = zuerst[ueblich]
        oft = "einmal" if zahl[name] == 1 else f"{zahl[name]}-mal"
        yield befund_im_text(
            source,
            "text-genderform",
            Severity.HINWEIS,
            ort=ort,
            wort=wort,
            meldung=f"Die Fassung {gruppe.fassung.id} mischt Schreibweisen: »{wort}« mit {name} ({oft}), "
            f"sonst »{beispiel}« mit {ueblich} ({zahl[ueblich]}-mal).",
            hilfe="Wählen Sie eine Schreibweise für die ganze Fassung.",
            verwandte=(Verwandt(fundstelle(source, anderes.pfad, beispiel), f"zuerst hier mit {ueblich}"),),
        )


def _wort_um(text: str, treffer: re.Match[str]) -> str:
    """Return the word around a stretch, signs of these forms among it."""
    davor = re.split(r"[^\w:*\\-]", text[max(treffer.start() - _LAENGSTES_WORT, 0) : treffer.start()])[-1]
    danach = re.split(r"[^\w:*\\-]", text[treffer.end() : treffer.end() + _LAENGSTES_WORT])[0]
    return davor + treffer.group() + danach


def anfuehrungen(gruppe: Textgruppe, source: SourceMap) -> Iterator[Befund]:
    """A Fassung that writes „…“ or »…« has no straight quotes beside them, and none ends a quotation otherwise."""
    yield from _gemischte(gruppe, source)
    if gruppe.fassung is None or not re.search(_GERADE, gruppe.verbunden):
        return
    muster = next((ort for ort in gruppe.eigene if "„" in ort.text or "»" in ort.text), None)
    if muster is None:
        return
    paar = "„…“" if "„" in muster.text else "»…«"
    dort = fundstelle(source, muster.pfad, paar[0])
    for ort in gruppe.eigene:
        treffer = re.search(_GERADE, ort.text)
        if treffer is None:
            continue
        yield befund_im_text(
            source,
            "text-anfuehrung",
            Severity.HINWEIS,
            ort=ort,
            wort='"' + ort.text[treffer.end() :].split()[0][:_LAENGSTES_WORT],
            meldung=f"Hier stehen gerade Anführungszeichen, sonst schreibt die Fassung {gruppe.fassung.id} {paar}.",
            hilfe=f"Schreiben Sie {paar}.",
            verwandte=(Verwandt(dort),),
        )


def _gemischte(gruppe: Textgruppe, source: SourceMap) -> Iterator[Befund]:
    """Give, once for each text, a quotation whose two marks are no pair."""
    if not re.search(_GEMISCHT, gruppe.verbunden):
        return
    for ort in gruppe.eigene:
        treffer = re.search(_GEMISCHT, ort.text)
        if treffer is None:
            continue
        zitat = treffer.group()
        paar = _PAARE[zitat[0]]
        yield befund_im_text(
            source,
            "text-anfuehrung",
            Severity.HINWEIS,
            ort=ort,
            wort=zitat.split()[-1][-_LAENGSTES_WORT:],
            meldung=f"Dieses Zitat beginnt mit {zitat[0]} und endet mit {zitat[-1]}.",
            hilfe=f"Schreiben Sie {paar}.",
        )


def zerlegte(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Letters stand in one piece (NFC): an »ü« of »u« and two dots is found by no search."""
    del plan  # the model holds the letters put together; how they were written only the lines tell
    for datei, lines in source.lines.items():
        stellen = [
            (nummer, line)
            for nummer, line in enumerate(lines, start=1)
            if not line.isascii() and not unicodedata.is_normalized("NFC", line)
        ]
        if not stellen:
            continue
        nummer, line = stellen[0]
        spalte = _erste_abweichung(line)
        mehr = "" if len(stellen) == 1 else f" (und in {len(stellen) - 1} weiteren Zeilen dieser Datei)"
        yield source.befund(
            "text-zerlegt",
            Severity.HINWEIS,
            Location(datei, nummer, spalte + 1, 2),
            f"Ein Buchstabe ist hier aus zwei Zeichen zusammengesetzt{mehr}.",
            "Gelesen wird er richtig, gefunden aber nicht von jeder Suche. Tippen Sie das Wort neu, oder speichern Sie "
            "die Datei in der Form NFC.",
        )


def _erste_abweichung(line: str) -> int:
    """Return where a line and its composed form part: the place of the letter that is in pieces."""
    ganz = unicodedata.normalize("NFC", line)
    return next((i for i, (a, b) in enumerate(zip(line, ganz, strict=False)) if a != b), 0)
