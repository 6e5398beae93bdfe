"""An Excel file from a workbook: typed cells, a head that stays, filter, print set-up; the door to xlsxwriter."""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import xlsxwriter  # type: ignore[import-untyped]  # it has annotations but no marker for them; nothing else imports it

from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.schriftstueck_gestalt import (
    GERADE,
    LINIE,
    SCHRIFT,
    sprache_und_land,
)
from konzept.render.schriftstueck_text import lesbar
from konzept.render.schriftstueck_zip import packed, unpacked
from konzept.render.tabellenwerk import Spaltenart, ist_formelverdacht
from konzept.render.words import kurzes_datum

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.tabellenwerk import Blatt, Spalte, Tabellenwerk, Wert

ZELLENLAENGE = 32_767
"""Excel takes no longer text in a cell."""
GEKUERZT = " … [gekürzt: mehr fasst eine Zelle nicht]"
ERSTER_TAG = date(1900, 3, 1)
"""Before it Excel knows no days, or wrong ones: it takes 1900 for a leap year."""
_TEXTFORMAT = 255
"""Up to so many characters a cell may be of the kind »Text«; some versions of Excel show longer ones as #####."""
_GERMAN = "[$-407]"
"""The mark by which LibreOffice writes a number the German way; Excel follows its own language."""
_A4 = 9
_SIGNS = 1.12
"""So many more characters than digits, by which a width is measured, stand in a line."""
_BUTTON = 3
"""So many characters of a title the button of the filter covers, and bold letters take more."""
_LINE_HEIGHT, _PADDING, _HIGHEST = 12.75, 2.25, 409.0
"""Points: a line of Arial 10, what stands around the lines, and the highest row that Excel has."""
_LARGEST_EXACT = 10**15
"""Excel keeps 15 digits of a number."""
_UNDATED = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_END = b"</cp:coreProperties>"
_PROPERTIES = "docProps/core.xml"
_SHEETS = "xl/worksheets/"
_BY_HAND = re.compile(rb'(<row [^>]*?) customHeight="1"')
"""The library calls every height one set by hand, which Excel would keep when a text grows; ours are only estimates."""
_CONTENT_TYPES = "[Content_Types].xml"


def xlsx_datei(werk: Tabellenwerk, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a workbook; texts of more than 32,767 characters are cut, and say so."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    daten = werk.metadaten
    properties = {
        "title": lesbar(werk.titel),
        "author": lesbar(daten.koerperschaft),
        "subject": lesbar(daten.stand),
        "comments": lesbar(daten.beschreibung),
        "keywords": lesbar(", ".join(daten.schlagworte)),
    }
    named = {name: value for name, value in properties.items() if value}
    # without a day of its own the library would take today's; it is taken out below
    moment = daten.datum or date(1980, 1, 1)
    book.set_properties(named | {"created": _noon(moment)})
    formate = _Formate(book, haus, {})
    for blatt in werk.blaetter:
        _sheet(book.add_worksheet(blatt.name), blatt, werk, formate)
    book.close()
    parts = unpacked(target.getvalue())
    parts[_PROPERTIES] = _core(parts[_PROPERTIES], werk)
    for name in parts:
        if name.startswith(_SHEETS):
            parts[name] = _BY_HAND.sub(rb"\1", parts[name])
    return packed(parts, first=(_CONTENT_TYPES,))


def _noon(tag: date) -> Any:
    from datetime import UTC, datetime, time

    return datetime.combine(tag, time(), UTC)


def _core(core: bytes, werk: Tabellenwerk) -> bytes:
    """Name the language, for which the library has no word, and leave out a day that nobody gave."""
    language, country = sprache_und_land(werk.sprache)
    name = language if country == "none" else f"{language}-{country}"
    dated = core if werk.metadaten.datum else _UNDATED.sub(b"", core)
    return dated.replace(_END, f"<dc:language>{name}</dc:language>".encode() + _END)


@dataclass(frozen=True, slots=True)
class _Formate:
    """The formats of cells of one workbook, each made once."""

    book: Any
    haus: Papiergestaltung
    made: dict[tuple[tuple[str, object], ...], Any]

    def __call__(self, **more: object) -> Any:
        key = tuple(sorted(more.items()))
        if key not in self.made:
            properties = {
                "font_name": GERADE,
                "font_size": 10,
                "font_color": f"#{SCHRIFT}",
                "valign": "top",
                "text_wrap": True,
                "border": 1,
                "border_color": f"#{LINIE}",
            }
            self.made[key] = self.book.add_format(properties | more)
        return self.made[key]

    def kopf(self) -> Any:
        """Return the format of a title: white on the dark accent, whose contrast is at least 4.5 : 1."""
        return self(bold=True, font_color="#ffffff", bg_color=f"#{self.haus.akzent_stark}", valign="bottom")

    def spalte(self, spalte: Spalte) -> Any:
        """Return the format of a column's cells; days and numbers stand as a German writes them."""
        match spalte.art:
            case Spaltenart.DATUM:
                return self(num_format="dd.mm.yyyy", align="left")
            case Spaltenart.ZAHL:
                decimals = "." + "0" * spalte.nachkomma if spalte.nachkomma else ""
                return self(num_format=f"{_GERMAN}#,##0{decimals}_)")
            case Spaltenart.TEXT:
                return self(num_format="@")

    def text(self, text: str) -> Any:
        """Return the format of a text: it stays a text when somebody edits it."""
        more: dict[str, object] = {} if len(text) > _TEXTFORMAT else {"num_format": "@"}
        return self(**more, **({"quote_prefix": True} if ist_formelverdacht(text) else {}))


def _sheet(sheet: Any, blatt: Blatt, werk: Tabellenwerk, formate: _Formate) -> None:
    last = len(blatt.spalten) - 1
    for number, spalte in enumerate(blatt.spalten):
        sheet.set_column(number, number, spalte.breite, formate.spalte(spalte))
        sheet.write_string(0, number, lesbar(spalte.titel), formate.kopf())
    sheet.set_row(0, _height(blatt.spalten, tuple(spalte.titel for spalte in blatt.spalten), _BUTTON))
    for row, zeile in enumerate(blatt.zeilen, 1):
        for number, (spalte, wert) in enumerate(zip(blatt.spalten, zeile, strict=True)):
            _cell(sheet, (row, number), spalte, wert, formate)
        sheet.set_row(row, _height(blatt.spalten, zeile))
    sheet.freeze_panes(1, blatt.fest)
    sheet.autofilter(0, 0, len(blatt.zeilen), last)
    sheet.ignore_errors({"number_stored_as_text": _range(len(blatt.zeilen), last)})
    sheet.set_tab_color(f"#{formate.haus.akzent}")
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(blatt.seiten, 0)
    sheet.repeat_rows(0)
    if blatt.fest and blatt.seiten > 1:
        sheet.repeat_columns(0, blatt.fest - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
    head = f"&L{_plain(werk.kopfzeile or werk.titel)}&R{_plain(blatt.name)}"
    sheet.set_header(head)
    sheet.set_footer(f"&L{_plain(werk.metadaten.stand)}&RSeite &P von &N")


def _height(spalten: tuple[Spalte, ...], zeile: tuple[Wert, ...], less: int = 0) -> float:
    """Estimate how high a row has to be for its texts: LibreOffice does not work it out for a file of Excel.

    ``less`` are the characters that something else takes in each cell.
    """
    lines = max(
        _lines(wert, max(round(spalte.breite * _SIGNS) - less, 4)) if isinstance(wert, str) else 1
        for spalte, wert in zip(spalten, zeile, strict=True)
    )
    return min(_LINE_HEIGHT * lines + _PADDING, _HIGHEST)


def _lines(text: str, width: int) -> int:
    parts = lesbar(text[:ZELLENLAENGE]).split("\n")
    return sum(max(len(textwrap.wrap(part, width)), 1) for part in parts)


def _range(rows: int, last: int) -> str:
    name = xlsxwriter.utility.xl_range(0, 0, max(rows, 1), last)
    return str(name)


_HEAD_LENGTH = 110


def _plain(text: str) -> str:
    """Return words for a head or foot: its signs begin with »&«, and all of it has at most 255 characters."""
    line = " ".join(lesbar(text).split())
    short = line if len(line) <= _HEAD_LENGTH else line[: _HEAD_LENGTH - 1].rstrip() + "…"
    return short.replace("&", "&&")


def _cell(sheet: Any, place: tuple[int, int], spalte: Spalte, wert: Wert, formate: _Formate) -> None:
    if wert is None or wert == "":
        sheet.write_blank(*place, None, formate.spalte(spalte))
    elif isinstance(wert, str):
        text = lesbar(wert)
        if len(text) > ZELLENLAENGE:
            text = text[: ZELLENLAENGE - len(GEKUERZT)] + GEKUERZT
        sheet.write_string(*place, text, formate.text(text))
    elif isinstance(wert, date):
        if wert < ERSTER_TAG:
            sheet.write_string(*place, kurzes_datum(wert), formate(num_format="@"))
        else:
            sheet.write_datetime(*place, wert, formate.spalte(spalte))
    elif not -_LARGEST_EXACT < wert < _LARGEST_EXACT:
        sheet.write_string(*place, _german(wert), formate(num_format="@"))
    else:
        sheet.write_number(*place, wert, formate.spalte(spalte))


def _german(zahl: int | Decimal) -> str:
    return str(zahl).replace(".", ",")
