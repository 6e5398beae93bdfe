"""The runs of a paragraph in WordprocessingML: words in their script, links, fields."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import WML, sprachkennung
from konzept.render.schriftstueck import Laufart
from konzept.render.schriftstueck_gestalt import GESTRICHEN, LAUFFORMATE, VERWEIS
from konzept.render.schriftstueck_text import stuecke, ziel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.docx_inhalt import Umgebung
    from konzept.render.schriftstueck import Laeufe, Lauf, Sprachtext
    from konzept.render.schriftstueck_baum import Knoten


def schreibe_laeufe(
    absatz: Knoten, laeufe: Laeufe, umgebung: Umgebung, sprache: Sprachtext | None = None
) -> None:
    """Write runs into a paragraph; ``sprache`` names the language of the words if it is not that of the document."""
    namen, anker = umgebung.namen, umgebung.lesezeichen
    spoken = (lauf for lauf in laeufe if lauf.text)
    for target, runs in groupby(spoken, key=lambda lauf: ziel(lauf.verweis, anker)):
        parent = absatz
        if target and target.startswith("#"):
            parent = WML.kind(absatz, "w:hyperlink", {"w:anchor": anker[target[1:]], "w:history": 1})
        elif target:
            parent = WML.kind(absatz, "w:hyperlink", {"r:id": umgebung.beziehung(target), "w:history": 1})
        for lauf in runs:
            if lauf.fussnote:
                umgebung.fussnoten.verweis(parent, lauf.fussnote, sprache)
                continue
            _run(parent, lauf, namen, link=target is not None, sprache=sprache)


def _run(
    parent: Knoten, lauf: Lauf, namen: Mapping[str, str], *, link: bool, sprache: Sprachtext | None
) -> None:
    run = WML.kind(parent, "w:r")
    form = LAUFFORMATE.get(lauf.art) or (VERWEIS if link else GESTRICHEN if lauf.gestrichen else None)
    scripts = ("w:b", lauf.fett), ("w:bCs", lauf.fett), ("w:i", lauf.kursiv), ("w:iCs", lauf.kursiv)
    if form or lauf.fett or lauf.kursiv or lauf.gestrichen or sprache:
        properties = WML.kind(run, "w:rPr")
        if form:
            WML.kind(properties, "w:rStyle", {"w:val": namen[form.odf]})
        for name, there in scripts:
            if there:
                WML.kind(properties, name)
        if lauf.gestrichen:
            WML.kind(properties, "w:strike")
        if link and form is not VERWEIS and lauf.art is not Laufart.ENTFALLEN:
            WML.kind(properties, "w:u", {"w:val": "single"})
        if sprache:
            _language(properties, sprache)
    schreibe_worte(run, lauf.text)


def _language(properties: Knoten, sprache: Sprachtext) -> None:
    """Name the language of a run; Word keeps apart that of complex scripts, which is all that run from the right."""
    tag = sprachkennung(sprache.sprache)
    if sprache.rechts:
        WML.kind(properties, "w:rtl")
    WML.kind(properties, "w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": tag})


def schreibe_worte(run: Knoten, text: str) -> None:
    """Write words into a run; every blank stays."""
    for piece in stuecke(text):
        if piece == "\n":
            WML.kind(run, "w:br")
        elif piece == "\t":
            WML.kind(run, "w:tab")
        else:
            WML.kind(run, "w:t", {"xml:space": "preserve"}, piece)


def schreibe_feld(parent: Knoten, anweisung: str, stand: str) -> None:
    """Write a field that Word computes by itself; ``stand`` is shown until it does."""
    field = WML.kind(parent, "w:fldSimple", {"w:instr": f" {anweisung} "})
    schreibe_worte(WML.kind(field, "w:r"), stand)


def schreibe_feldzeichen(parent: Knoten, art: str, anweisung: str = "") -> None:
    """Write one sign of a field that reaches over several runs: ``begin`` with what it does, ``end``."""
    WML.kind(WML.kind(parent, "w:r"), "w:fldChar", {"w:fldCharType": art})
    if anweisung:
        instruction = WML.kind(WML.kind(parent, "w:r"), "w:instrText", {"xml:space": "preserve"})
        instruction.text = f" {anweisung} "
        WML.kind(WML.kind(parent, "w:r"), "w:fldChar", {"w:fldCharType": "separate"})
