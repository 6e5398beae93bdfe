"""The barest plans there can be: every document of them is written in every format, and opens again."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import odfdo
import openpyxl
import pytest
from pypdf import PdfReader

from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import DOKUMENTE
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.kalender import Zeitangabe
from konzept.domain.plan import Plan

from .felder import FELDER, VOLL, emptied
from .werke import faults, works, write_quickly


def barest(*felder: dict[str, object], vorher: bool = False) -> Plan:
    """Return a plan of one Fassung with these Handlungsfelder and nothing else; ``vorher``: an empty one before it."""
    rahmen = Rahmen(titel="Ein Plan", art="Konzept", stand=Zeitangabe.parse("2025"))
    fassung = Fassung(
        "2025",
        rahmen.model_copy(update={"vorgaenger": "2022" if vorher else None}),
        tuple(Handlungsfeld.model_validate(feld) for feld in felder),
        dateien=tuple(f"{number}.yaml" for number in range(len(felder))),
    )
    return Plan(fassungen=(*([replace(fassung, id="2022")] if vorher else []), fassung))


MASSNAHME = {"id": "kurs", "text": "Ein Kurs findet statt."}
ZIEL = {"id": "deutsch", "nummer": "1.1", "titel": "Deutsch lernen"}
FELD: dict[str, object] = {"id": "sprache", "nummer": "1", "titel": "Sprache"}
GERIPPE = {
    "nothing": barest(),
    "nothing twice": barest(vorher=True),
    "one field": barest(FELD),
    "one field with one Maßnahme": barest({**FELD, "massnahmen": [MASSNAHME]}),
    "one field with one goal": barest({**FELD, "handlungsziele": [ZIEL]}),
    "one Maßnahme": barest({**FELD, "handlungsziele": [{**ZIEL, "massnahmen": [MASSNAHME]}]}),
    "one Maßnahme carried over": barest(
        {**FELD, "handlungsziele": [{**ZIEL, "massnahmen": [MASSNAHME]}]}, vorher=True
    ),
    "everything but what may be missing": emptied(VOLL, frozenset(FELDER)),
    "the full plan without settings": replace(VOLL, einstellungen=Einstellungen(), beigaben={}),
}


@pytest.mark.parametrize("name", GERIPPE)
def test_no_gap_in_what_is_hardly_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_quickly(monkeypatch)
    assert faults(GERIPPE[name]) == []


@pytest.mark.parametrize(
    "name", ["nothing", "one field with one Maßnahme", "everything but what may be missing"]
)
def test_binary_formats_open_again(name: str) -> None:
    for dokument, _, auftrag in works(GERIPPE[name]):
        bericht = DOKUMENTE[dokument].bericht(auftrag)
        for form, write in DOKUMENTE[dokument].formate.items():
            made = write(bericht, auftrag)
            if not isinstance(made, bytes):
                continue
            title = title_of(form, io.BytesIO(made))
            assert title, f"{dokument}.{form}"
            assert "None" not in title


def title_of(form: Format, file: io.BytesIO) -> str:
    """Open a file with a library that did not write it, or at least with one that reads all of it."""
    if form is Format.PDF:
        told = PdfReader(file).metadata
        return str(told and told.title)
    if form is Format.DOCX:
        return str(docx.Document(file).core_properties.title)
    if form is Format.XLSX:
        return str(openpyxl.load_workbook(file).properties.title)
    return str(odfdo.Document(file).meta.title)
