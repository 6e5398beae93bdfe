"""The footnotes of a Word document: the references in the text, and the part of the package that holds the notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konzept.render.docx_vokabular import WML
from konzept.render.schriftstueck_gestalt import FUSSNOTENZEICHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from konzept.render.schriftstueck import Fussnote, Sprachtext
    from konzept.render.schriftstueck_baum import Attribute, Knoten

TRENNER = (("separator", "-1"), ("continuationSeparator", "0"))
"""The lines above the notes of a page, which are notes themselves (ECMA-376 part 1, 17.11.1 and 17.11.23)."""


@dataclass(slots=True)
class Fussnoten:
    """The notes that a text refers to, in their order, from the number ``erste`` on.

    ``lesezeichen`` is the first number free for a bookmark: a note that is referred to again is found by one.
    """

    namen: Mapping[str, str]
    erste: int
    lesezeichen: int
    noten: dict[Fussnote, int] = field(default_factory=dict)
    sprachen: dict[Fussnote, Sprachtext | None] = field(default_factory=dict)

    def verweis(self, absatz: Knoten, note: Fussnote, sprache: Sprachtext | None = None) -> None:
        """Write a reference into a paragraph: the first bears the note, further ones are fields with its number."""
        bekannt = self.noten.get(note)
        nummer = self.noten.setdefault(note, self.erste + len(self.noten))
        name = f"_Fussnote_{nummer}"
        if bekannt is None:
            self.sprachen[note] = sprache
            kennung = self.lesezeichen + len(self.noten)
            WML.kind(absatz, "w:bookmarkStart", {"w:id": kennung, "w:name": name})
            WML.kind(_lauf(absatz, self.namen), "w:footnoteReference", {"w:id": nummer})
            WML.kind(absatz, "w:bookmarkEnd", {"w:id": kennung})
            return
        WML.kind(_lauf(absatz, self.namen), "w:fldChar", {"w:fldCharType": "begin"})
        anweisung = WML.kind(_lauf(absatz, self.namen), "w:instrText", {"xml:space": "preserve"})
        anweisung.text = f" NOTEREF {name} \\f \\h "
        WML.kind(_lauf(absatz, self.namen), "w:fldChar", {"w:fldCharType": "separate"})
        WML.kind(_lauf(absatz, self.namen), "w:t", text=str(nummer))
        WML.kind(_lauf(absatz, self.namen), "w:fldChar", {"w:fldCharType": "end"})

    def schreibe(self, teil: Knoten, bloecke: Callable[[Knoten, Fussnote, Sprachtext | None], None]) -> None:
        """Write the notes into the part that holds them; ``bloecke`` writes the words of one, in its language."""
        for note, nummer in self.noten.items():
            made = WML.kind(teil, "w:footnote", {"w:id": nummer})
            bloecke(made, note, self.sprachen[note])
            zeichen = WML.wurzel("w:r")
            WML.kind(WML.kind(zeichen, "w:rPr"), "w:rStyle", {"w:val": self.namen[FUSSNOTENZEICHEN.odf]})
            WML.kind(zeichen, "w:footnoteRef")
            blank = WML.wurzel("w:r")
            WML.kind(blank, "w:t", {"xml:space": "preserve"}, " ")
            made[0][0].addnext(blank)
            made[0][0].addnext(zeichen)


def trennlinien(teil: Knoten) -> None:
    """Write what stands between the text of a page and its notes, into a part that is new."""
    for art, nummer in TRENNER:
        made = WML.kind(teil, "w:footnote", {"w:type": art, "w:id": nummer})
        absatz = WML.kind(made, "w:p")
        abstand: Attribute = {"w:before": 0, "w:after": 0, "w:line": 240, "w:lineRule": "auto"}
        WML.kind(WML.kind(absatz, "w:pPr"), "w:spacing", abstand)
        WML.kind(WML.kind(absatz, "w:r"), f"w:{art}")


def _lauf(absatz: Knoten, namen: Mapping[str, str]) -> Knoten:
    run = WML.kind(absatz, "w:r")
    WML.kind(WML.kind(run, "w:rPr"), "w:rStyle", {"w:val": namen[FUSSNOTENZEICHEN.odf]})
    return run
