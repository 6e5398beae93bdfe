"""A document as PDF that is both accessible and fit for archives: PDF/UA-1 and PDF/A-2a in one file, set by typst."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from konzept.render.extra import needs_extra
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.pdf_daten import pdf_daten
from konzept.render.pdf_enden import mit_klaren_enden
from konzept.render.pdf_schriften import abhilfe, ohne_schrift, vorrat
from konzept.render.templates import own_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck

VORLAGE = "typst/schriftstueck.typ"
BILDVORLAGE = "typst/logo.typ"
NORMEN = ("a-2a", "ua-1")
"""ISO 19005-2, level A, and ISO 14289-1; typst refuses to write what does not keep them."""


MAX_FREMDE_ZEICHEN = 200
"""So many different signs that no font can show are written as their numbers; each costs one more setting."""

_UNDARSTELLBAR = re.compile(r'the text `"(.+?)"` could not be displayed')
"""What typst names is the first sign of a cluster, even where a font lacks only what hangs on it: »1« for »1⃣«."""
_UNZULAESSIG = re.compile(r'the PDF contains the codepoint `"(.+?)"`')
"""Signs for private use have no meaning that an archive could keep, even where a font draws something for them."""
_UNSICHTBAR = frozenset("\u200c\u200d\ufe0e\ufe0f")
_HAUTTOENE = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class PdfError(Exception):
    """The document cannot be set as PDF; the message is a German sentence, ``hint`` another way."""

    def __init__(self, message: str, hint: str = "Geben Sie das Dokument als odt oder docx aus.") -> None:
        """Take the sentence and the other way."""
        super().__init__(message)
        self.hint = hint


def pdf_bytes(stueck: Schriftstueck, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a document as PDF; the same document gives the same bytes wherever the same fonts are at hand.

    Those are the fonts that typst brings along and those that are installed beside it as packages (pdf_schriften.py).
    Only where a text needs letters that these do not have, the fonts of the system help out, and the pages depend on
    the machine; a sign that none of them has is written as its number. Where that would be a whole text, nothing is
    written. ``haus`` gives colours and logo.
    Raises ExtraMissingError without the extra »pdf«, PdfError where typst refuses, ValueError for a table whose rows
    do not fit its columns.
    """
    with needs_extra("pdf", "typst"):
        import typst
    fonts = vorrat()
    daten = json.dumps(pdf_daten(stueck, fonts, haus), ensure_ascii=False)
    folders = list(fonts.ordner.values())
    own_fonts_only = True
    for _ in range(MAX_FREMDE_ZEICHEN):
        try:
            return mit_klaren_enden(_gesetzt(typst, daten, folders, ignore_system_fonts=own_fonts_only))
        except typst.TypstError as error:
            fremd, verboten = (one.search(str(error)) for one in (_UNDARSTELLBAR, _UNZULAESSIG))
            if fremd and own_fonts_only:
                own_fonts_only = False
                continue
            found = fremd or verboten
            benannt = _benannt(daten, found[1]) if found else daten
            if benannt == daten:
                raise PdfError(f"Das PDF ließ sich nicht setzen ({error}).") from error
            daten = benannt
    raise PdfError(f"Mehr als {MAX_FREMDE_ZEICHEN} Zeichen dieses Textes stehen in keiner Schrift.")


def _benannt(daten: str, fremd: str) -> str:
    """Write out each of the signs that no font can show as its number in Unicode, so that it is not lost.

    Raises PdfError where they are letters of a whole text.
    """
    signs = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), fremd)
    script = ohne_schrift(daten, signs)
    if script:
        name = f"{script.name}{'' if script.name.endswith('-') else ' '}Buchstaben"
        raise PdfError(
            f"Für {name} ist keine Schrift da; im PDF wäre der Text nicht zu lesen.", abhilfe(script)
        )
    for sign in sorted(set(signs) - set("\n")):
        geloest = _ohne_anhang(daten, sign)
        if geloest != daten:
            daten = geloest  # perhaps a font has the sign alone; if not, it is named again
        elif not sign.isascii():  # those are in every font, and they are what JSON is written with
            daten = daten.replace(sign, f"[U+{ord(sign):04X}]")
    return daten


def _ohne_anhang(daten: str, sign: str) -> str:
    """Write out what hangs on a sign as its number; what joins signs or chooses their look shows nothing and goes."""
    anfang, *weitere = daten.split(sign)
    stuecke = [anfang]
    for stueck in weitere:
        rest = stueck
        while rest and _haengt_an(rest[0]):
            rest = rest[1:]
        anhang = stueck[: len(stueck) - len(rest)]
        benannt = "".join(f"[U+{ord(eines):04X}]" for eines in anhang if eines not in _UNSICHTBAR)
        stuecke.append(benannt + rest)
    return sign.join(stuecke)


def _haengt_an(sign: str) -> bool:
    return sign in _UNSICHTBAR or sign in _HAUTTOENE or unicodedata.category(sign).startswith("M")


def _gesetzt(typst: Any, daten: str, folders: list[str], *, ignore_system_fonts: bool) -> bytes:
    folder = own_folder()
    made: bytes = typst.compile(
        str(folder / VORLAGE),
        root=str(folder / "typst"),
        sys_inputs={"stueck": daten},
        pdf_standards=list(NORMEN),
        font_paths=folders,
        ignore_system_fonts=ignore_system_fonts,
    )
    return made


def gezeichnet(bild: Mapping[str, object], ppi: int) -> bytes:
    """Draw a picture (its bytes as ``daten``, ``breite`` and ``hoehe`` in millimetres) as a PNG, ``ppi`` dots an inch.

    Raises ExtraMissingError without the extra »pdf«, PdfError for a picture that cannot be read.
    """
    with needs_extra("pdf", "typst"):
        import typst
    folder = own_folder()
    try:
        made: bytes = typst.compile(
            str(folder / BILDVORLAGE),
            root=str(folder / "typst"),
            sys_inputs={"bild": json.dumps(bild)},
            format="png",
            ppi=ppi,
            ignore_system_fonts=True,
        )
    except typst.TypstError as error:
        hint = "Öffnen Sie die Datei in einem Zeichenprogramm und speichern Sie sie neu."
        raise PdfError(f"Das Logo ließ sich nicht zeichnen ({error}).", hint) from error
    return made
