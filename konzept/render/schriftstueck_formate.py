"""The paragraph styles of our documents as data, from which both writers make their own.

Built-in styles keep their built-in names, which LibreOffice and Word show in German: »Überschrift 1« is Heading 1.
Styles of our own have German names. Proportions follow the print rules of templates/html/seite.css.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from konzept.render.schriftstueck import Absatzart
from konzept.render.schriftstueck_gestalt import (
    AKZENT,
    AKZENT_STARK,
    FEST,
    GERADE,
    LEISE,
    LINIE,
    SCHRIFT,
    SERIFE,
    VERMERK_GRUND,
    VERMERK_SCHRIFT,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

LAST_WITH_SERIFS = 3
"""The headings below this level are of the same script as the text."""


@dataclass(frozen=True, slots=True)
class Format:
    """A named paragraph style; None means: as the style it is based on. Sizes and spaces are points.

    ``odf`` and ``docx`` are the names by which the two formats know it, ``basis`` and ``danach`` names in ``odf``.
    ``zeile`` is the height of a line in percent, ``gliederung`` the level of a heading. ``beisammen`` keeps it on
    one page with what follows, ``ungetrennt`` its words without hyphens. ``linie`` names the side with a line of
    the colour ``linienfarbe``, ``rand`` says what fills the way to a tabulator at the right edge: blanks or dots.
    """

    odf: str
    docx: str
    basis: str | None = "Standard"
    danach: str | None = None
    schrift: str | None = None
    groesse: float | None = None
    farbe: str | None = None
    fett: bool | None = None
    kursiv: bool | None = None
    vor: float | None = None
    nach: float | None = None
    zeile: int | None = None
    einzug: float | None = None
    gliederung: int | None = None
    beisammen: bool = False
    ungetrennt: bool = False
    grund: str | None = None
    linie: str | None = None
    linienfarbe: str = LINIE
    rand: str | None = None


def _heading(level: int, size: float, before: float, after: float) -> Format:
    return Format(
        f"Heading {level}",
        f"heading {level}",
        danach="Text body",
        schrift=SERIFE if level <= LAST_WITH_SERIFS else GERADE,
        groesse=size,
        farbe=SCHRIFT,
        fett=True,
        vor=before,
        nach=after,
        zeile=115,
        gliederung=level,
        beisammen=True,
        ungetrennt=True,
    )


def _contents(level: int) -> Format:
    first = level == 1
    return Format(
        f"Contents {level}",
        f"toc {level}",
        fett=first,
        vor=4 if first else 0,
        nach=2,
        einzug=12.0 * (level - 1),
        rand=".",
    )


STANDARD = Format(
    "Standard", "Normal", basis=None, schrift=GERADE, groesse=10, farbe=SCHRIFT, vor=0, nach=0, zeile=125
)
_HEAD = (
    Format(
        "Herkunft",
        "Herkunft",
        danach="Title",
        groesse=9,
        farbe=AKZENT,
        fett=True,
        nach=8,
        zeile=100,
        rand=" ",
        beisammen=True,
        ungetrennt=True,
    ),
    Format(
        "Title",
        "Title",
        danach="Subtitle",
        schrift=SERIFE,
        groesse=20,
        farbe=AKZENT_STARK,
        fett=True,
        nach=4,
        zeile=110,
        beisammen=True,
        ungetrennt=True,
    ),
    Format(
        "Subtitle",
        "Subtitle",
        danach="Text body",
        schrift=SERIFE,
        groesse=13,
        farbe=LEISE,
        fett=False,
        nach=6,
        zeile=115,
        beisammen=True,
        ungetrennt=True,
    ),
)
_HEADINGS = (
    replace(_heading(1, 17, 18, 6), farbe=AKZENT_STARK),
    _heading(2, 13.5, 13, 4),
    _heading(3, 11.5, 11, 3),
    _heading(4, 10.5, 10, 3),
    replace(_heading(5, 10, 8, 3), farbe=LEISE),
    replace(_heading(6, 9, 8, 3), farbe=LEISE),
)
_TEXT = (
    Format("Text body", "Body Text", nach=6),
    Format("Klein", "Klein", groesse=8.5, farbe=LEISE, nach=4),
    Format("Vermerk", "Vermerk", groesse=9, farbe=VERMERK_SCHRIFT, nach=6, grund=VERMERK_GRUND),
    Format(
        "Kennzahl",
        "Kennzahl",
        schrift=SERIFE,
        groesse=22,
        farbe=AKZENT,
        fett=True,
        zeile=105,
        beisammen=True,
    ),
    Format(
        "Quotations",
        "Quote",
        farbe=SCHRIFT,
        kursiv=False,
        nach=6,
        einzug=14,
        linie="left",
        linienfarbe=AKZENT,
    ),
    Format("Preformatted Text", "HTML Preformatted", schrift=FEST, groesse=9, nach=6, ungetrennt=True),
    Format("Trennlinie", "Trennlinie", groesse=4, nach=8, linie="bottom"),
    Format("List", "List Paragraph", nach=3),
)
_TABLES = (
    Format(
        "Table",
        "caption",
        groesse=9.5,
        farbe=SCHRIFT,
        fett=True,
        kursiv=False,
        vor=8,
        nach=4,
        beisammen=True,
    ),
    Format("Table Contents", "Tabelleninhalt", groesse=9, nach=1, zeile=115, ungetrennt=True),
    Format("Table Heading", "Tabellenkopf", basis="Table Contents", fett=True, kursiv=False),
)
_AROUND = (
    Format("Header", "header", groesse=8.5, farbe=LEISE, linie="bottom"),
    Format("Footer", "footer", groesse=8.5, farbe=LEISE, linie="top", rand=" "),
    Format(
        "Contents Heading",
        "TOC Heading",
        schrift=SERIFE,
        groesse=13.5,
        farbe=SCHRIFT,
        fett=True,
        vor=14,
        nach=5,
        beisammen=True,
    ),
    *map(_contents, range(1, 7)),
    Format("Footnote", "footnote text", groesse=8.5, nach=2, zeile=120),
)
FORMATE: tuple[Format, ...] = (STANDARD, *_HEAD, *_HEADINGS, *_TEXT, *_TABLES, *_AROUND)
"""Every paragraph style that our documents use, each behind the one it is based on."""

ABSATZFORMATE: Mapping[Absatzart, str] = MappingProxyType(
    {
        Absatzart.HERKUNFT: "Herkunft",
        Absatzart.TITEL: "Title",
        Absatzart.UNTERTITEL: "Subtitle",
        Absatzart.NORMAL: "Text body",
        Absatzart.KLEIN: "Klein",
        Absatzart.VERMERK: "Vermerk",
        Absatzart.KENNZAHL: "Kennzahl",
        Absatzart.ZITAT: "Quotations",
        Absatzart.CODE: "Preformatted Text",
    }
)
"""The style of each kind of paragraph, by its name in ``Format.odf``."""

KLEINSTE_SCHRIFT = 14
WEITE_ZEILE = 150
_ENGSTE_TEXTZEILE = 120
"""Lines of text are at least this high, those of titles and headings are not."""


def formate(*, leicht: bool = False) -> tuple[Format, ...]:
    """Return the paragraph styles of a document, those of Leichte Sprache if it is in it.

    What the rules of the Netzwerk Leichte Sprache and BITV 2.0, appendix 2, part 2, ask of the page: a plain script of
    14 pt at least, lines one and a half times as high, no word divided at the end of a line, all to the left.
    """
    return tuple(map(_leicht, FORMATE)) if leicht else FORMATE


def _leicht(form: Format) -> Format:
    text = form.gliederung is None and (form.zeile or 0) >= _ENGSTE_TEXTZEILE
    return replace(
        form,
        schrift=GERADE if form.schrift == SERIFE else form.schrift,
        groesse=max(KLEINSTE_SCHRIFT, round(1.4 * form.groesse)) if form.groesse else None,
        zeile=WEITE_ZEILE if text else form.zeile,
        nach=1.6 * form.nach if form.nach else form.nach,
        ungetrennt=True,
    )
