"""What both writers promise: every text arrives, the same document gives the same bytes, an unfit template a sentence.

What they write is read back by odfdo and python-docx.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odfdo.element_strip import strip_tags

from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import (
    Lauf,
    Laufart,
    Liste,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ueberschrift,
    absatz,
    zelle,
)
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Writer = Callable[[Schriftstueck], bytes]

WRITERS = {"odt": odt_bytes, "docx": docx_bytes}
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=30)


def read(form: str, data: bytes) -> list[str]:
    """Return the words of every heading and paragraph of the running text."""
    if form == "odt":
        lines = odfdo.Document(io.BytesIO(data)).body.get_elements("text:p | text:h")
        # without its links, which odfdo would show with their addresses
        return [
            line.inner_text
            for one in lines
            if isinstance(line := strip_tags(one, ("text:a",)), odfdo.Element)
        ]
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=40)
@given(st.lists(ANY_TEXT, min_size=1, max_size=4), ANY_TEXT)
@example(["  zwei  Leerzeichen ", " ", "\t\n "], "Titel")
@example(["<b>&amp;</b> {{inhalt}} {% x %}", "👩‍👩‍👧 ä\u0308 \u202e", "\x00\x1b\ud800\ufffe"], "a\r\nb")
@example(["a" * 300], "b" * 300)
def test_any_text_arrives_as_it_stands(form: str, texts: list[str], title: str) -> None:
    kinds = [{}, {"fett": True}, {"art": Laufart.NEU, "kursiv": True}, {"verweis": "https://kreis.example"}]
    runs = tuple(Lauf(text, **kind) for text, kind in zip(texts, kinds, strict=False))  # type: ignore[arg-type]  # a table
    stueck = Schriftstueck("T", (Ueberschrift(1, runs), absatz(*runs), absatz(title)), title)
    whole = lesbar("".join(texts))
    head = ["T", lesbar(title)] if title else ["T"]
    assert read(form, WRITERS[form](stueck)) == [*head, whole, whole, lesbar(title)]


@pytest.mark.parametrize("form", WRITERS)
@given(ANY_TEXT)
@settings(max_examples=15)
@example("\x0b]]><!--")
def test_any_text_may_stand_around_the_text(form: str, text: str) -> None:
    table = Tabelle((Spalte(),), ((zelle(text),),), beschriftung=text, beschreibung=text)
    stueck = Schriftstueck("T", (Liste(((absatz(text),),)), table), kopfzeile=text, fusszeile=text)
    data = WRITERS[form](stueck)
    assert read(form, data)[0] == "T"


RICH = """
import hashlib, sys
from datetime import date
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.schriftstueck import *
from konzept.render.schriftstueck_markdown import markdown_bloecke
table = Tabelle(
    (Spalte(2), Spalte(1, Seite.RECHTS)),
    ((zelle("a", kopf=True), zelle(Lauf("b", art=Laufart.NEU, fett=True), ton=Ton.NEU)), (zelle("c", spanne=2),)),
    ((zelle("x", kopf=True), zelle("y", kopf=True)),),
    "Beschriftung",
)
stueck = Schriftstueck(
    "Titel",
    (
        Inhaltsverzeichnis(), Seitenumbruch(), Ueberschrift(1, worte("Eins")), LEGENDE, table,
        *markdown_bloecke("1. a\\n2. b\\n   - [c](https://kreis.example)\\n\\n> d `e` *f*", 1),
        Absatz((Lauf("alt", art=Laufart.ENTFALLEN), Lauf("neu", art=Laufart.NEU, verweis="#k")), anker="k"),
    ),
    "Untertitel",
    Metadaten("Kreis", "Stand", "Beschreibung", ("b", "a"), date(2025, 6, 30)),
    Ausrichtung.QUER,
    kopfzeile="Kopf",
    fusszeile="Fuß",
)
for write in (odt_bytes, docx_bytes):
    print(hashlib.sha256(write(stueck)).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes(root: Path) -> None:
    found = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-W", "error", "-c", RICH]
        done = subprocess.run(
            command, cwd=root, capture_output=True, encoding="utf-8", check=False, env=surroundings
        )
        assert done.stderr == ""
        found.append(done.stdout.split())
    assert found[0] == found[1]
    assert len(set(found[0])) == 2


@pytest.mark.parametrize("form", WRITERS)
def test_a_document_without_a_date_bears_none(form: str) -> None:
    with zipfile.ZipFile(io.BytesIO(WRITERS[form](Schriftstueck("T")))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    assert not any(
        word in whole for word in (b"creation-date", b"dcterms:created", b"dcterms:modified", b"dc:date")
    )


@pytest.mark.parametrize("form", WRITERS)
def test_a_table_that_does_not_fit_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="cells too many"):
        WRITERS[form](Schriftstueck("T", (Tabelle((Spalte(),), ((zelle("a"), zelle("b")),)),)))


@pytest.mark.parametrize("form", WRITERS)
def test_a_table_without_rows_is_none(form: str) -> None:
    stueck = Schriftstueck("T", (Tabelle((Spalte(),), (), beschriftung="leer"), Tabelle((), ())))
    assert read(form, WRITERS[form](stueck)) == ["T"]
