"""The documents of two plans with what was meant to stand in them: their words in the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from konzept.cli.render_auftrag import Auftrag, Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument
from konzept.cli.selection import letzter_stand
from konzept.load import load_plan
from konzept.render import docx, ods, odt, pdf, xlsx
from konzept.render.schriftstueck import Absatz, Liste, Sprachtext, Tabelle, Ueberschrift
from konzept.render.schriftstueck_aufbau import aufbau, reiner_text
from konzept.render.schriftstueck_text import lesbar, mit_marken
from konzept.render.seitengestaltung import seitengestaltung
from konzept.render.templates import Templates
from konzept.reports.sprachfassung import sprachen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Laeufe, Schriftstueck, Zelle

ROOT = Path(__file__).parents[3]
PLANS = {"ilm-kreis": ROOT, "musterkreis": ROOT / "beispiele" / "musterkreis"}
DOORS = {
    Format.PDF: (pdf, "pdf_bytes"),
    Format.ODT: (odt, "odt_bytes"),
    Format.DOCX: (docx, "docx_bytes"),
    Format.ODS: (ods, "ods_bytes"),
    Format.XLSX: (xlsx, "xlsx_bytes"),
}


@dataclass(frozen=True)
class Werk:
    """A document in one format: what was meant (a Schriftstueck or a Tabellenwerk), and the file made of it."""

    gemeint: Any
    datei: bytes


@cache
def _auftrag(name: str) -> Auftrag:
    plan = load_plan(PLANS[name]).plan
    fassung = plan.fassungen[-1]
    templates = Templates(None, seitengestaltung(plan))
    return Auftrag(plan, fassung, letzter_stand(fassung), templates)


@cache
def _bericht(name: str, dokument: Dokument, sprache: str) -> tuple[Auftrag, Any]:
    auftrag = replace(_auftrag(name), sprache=sprache or None)
    return auftrag, DOKUMENTE[dokument].bericht(auftrag)


def documents(*forms: Format) -> list[tuple[str, Dokument, str]]:
    """Return plan, document and language of everything that can be had in all of these formats."""
    return [
        (name, dokument, sprache)
        for name in PLANS
        for dokument, art in DOKUMENTE.items()
        if set(forms) <= set(art.formate)
        for sprache in (sprachen(_auftrag(name).fassung) if dokument is Dokument.SPRACHFASSUNG else ("",))
    ]


def written(name: str, dokument: Dokument, sprache: str, form: Format, *, really: bool = True) -> Werk:
    """Write a document in a binary format; not ``really``: return only what was meant."""
    auftrag, bericht = _bericht(name, dokument, sprache)
    module, door = DOORS[form]
    write = getattr(module, door)
    meant: list[Any] = []

    def through(gemeint: Any, *rest: Any, **more: Any) -> Any:
        meant.append(gemeint)
        return write(gemeint, *rest, **more) if really else b""

    with patch.object(module, door, through):
        made = DOKUMENTE[dokument].formate[form](bericht, auftrag)
    assert isinstance(made, bytes)
    (gemeint,) = meant
    return Werk(gemeint, made)


def text(name: str, dokument: Dokument, sprache: str, form: Format) -> str:
    """Write a document in a format that is text."""
    auftrag, bericht = _bericht(name, dokument, sprache)
    made = DOKUMENTE[dokument].formate[form](bericht, auftrag)
    assert isinstance(made, str)
    return made


def bare(words: str) -> str:
    """Return words without blanks and hyphens, which lines and pages may add and take."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011\u200b-\u200f\u2060\u2066-\u2069\ufeff]+", "", words)


@dataclass(frozen=True)
class Stueck:
    """Words that stand together; those of a note or of a cell over several rows (``lose``) may stand elsewhere."""

    worte: str
    lose: bool = False


Zeile = tuple[tuple[Stueck, ...], ...]
"""Cells side by side; a paragraph stands alone. A row that goes over to the next page is cut through all its cells."""


def rows(stueck: Schriftstueck) -> list[Zeile]:
    """Return the words of a document from top to bottom, those of its head first."""
    return list(block_rows(aufbau(stueck).bloecke))


def headings(stueck: Schriftstueck) -> list[tuple[int, str]]:
    """Return level and words of each heading."""
    return [
        (b.stufe, bare(reiner_text(b))) for b in stueck.bloecke if isinstance(b, Ueberschrift) and b.laeufe
    ]


def tables(blocks: Iterable[Block]) -> list[Tabelle]:
    """Return the tables that are no part of another."""
    return [block for block in blocks if isinstance(block, Tabelle) and block.zeilen]


def block_rows(blocks: Iterable[Block]) -> Iterator[Zeile]:
    """Give the words of some blocks in the order of reading."""
    for block in blocks:
        match block:
            case Ueberschrift():
                yield (tuple(_runs(block.laeufe)),)
            case Absatz():
                yield (tuple(_runs(mit_marken(block.laeufe) if block.marken else block.laeufe)),)
            case Liste():
                for entry in block.eintraege:
                    yield from block_rows(entry)
            case Sprachtext():
                yield from block_rows(block.bloecke)
            case Tabelle() if block.zeilen:
                yield ((Stueck(block.beschriftung),),)
                for row in (*block.kopfzeilen, *block.zeilen):
                    yield tuple(_cell(cell) for cell in row)
            case _:
                pass


def _cell(cell: Zelle) -> tuple[Stueck, ...]:
    inside = (one for row in block_rows(cell.bloecke) for part in row for one in part)
    return tuple(replace(one, lose=one.lose or cell.hoehe > 1) for one in inside)


def _runs(laeufe: Laeufe) -> Iterator[Stueck]:
    """Part a paragraph at its notes: a number stands there, and the words of the note elsewhere."""
    words = ""
    for lauf in laeufe:
        if lauf.fussnote is None:
            words += lauf.text
            continue
        yield Stueck(lesbar(words))
        notes = (one for row in block_rows(lauf.fussnote.bloecke) for part in row for one in part)
        yield from (replace(one, lose=True) for one in notes)
        words = ""
    yield Stueck(lesbar(words))


def missing(meant: Iterable[Zeile], found: str) -> list[str]:
    """Return what is not found in ``found`` (bare words) behind what came before it."""
    place, lost = 0, []
    for row in meant:
        ends = [place]
        for cell in row:
            here = place
            for one in cell:
                end = _end(one.worte.split(), found, 0 if one.lose else here)
                if end is None:
                    lost.append(one.worte)
                elif not one.lose:
                    here = end
            ends.append(here)
        place = max(ends)
    return lost


def _end(words: list[str], found: str, start: int) -> int | None:
    """Return where words end that stand together, or in two parts because a page ends in between."""
    whole = bare("".join(words))
    at = found.find(whole, start)
    if at >= 0:
        return at + len(whole)
    for cut in range(len(words) - 1, 0, -1):
        above, below = bare("".join(words[:cut])), bare("".join(words[cut:]))
        at = found.find(above, start)
        rest = found.find(below, at + len(above)) if at >= 0 else -1
        if rest >= 0:
            return rest + len(below)
    return None
