"""A county's colours and logo on paper: readable on every ground, with its words, in PDF, ODT, DOCX and in sheets."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from konzept.domain.beigabe import Beigabe, Mangel
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.gestaltung import MINDESTKONTRAST, Farbe, Gestaltung, kontrast, lies_farbe, schreibe_farbe
from konzept.domain.plan import Plan
from konzept.render.docx import docx_bytes
from konzept.render.ods import ods_bytes
from konzept.render.odt import odt_bytes
from konzept.render.papiergestaltung import GRUENDE, HAUSFARBEN, Papiergestaltung, papiergestaltung
from konzept.render.papierlogo import Logoart, Papierlogo, papierlogo
from konzept.render.pdf import PdfError, pdf_bytes
from konzept.render.pdf_logo import als_png
from konzept.render.schriftstueck import Metadaten, Schriftstueck, Spalte, Tabelle, absatz, zelle
from konzept.render.schriftstueck_gestalt import AKZENT, AKZENT_STARK
from konzept.render.tabellenwerk import Blatt, Tabellenwerk
from konzept.render.tabellenwerk import Spalte as Tabellenspalte
from konzept.render.xlsx import xlsx_bytes

if TYPE_CHECKING:
    from pathlib import Path

WAPPEN = "Wappen des Musterkreises"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><defs><linearGradient id="g"><stop offset="0" '
    b'stop-color="#004b93"/><stop offset="1" stop-color="#0aa" stop-opacity=".4"/></linearGradient></defs>'
    b'<rect width="200" height="80" fill="url(#g)" opacity=".7"/></svg>'
)
STUECK = Schriftstueck(
    "Bericht",
    (
        absatz("Seite des Kreises"),
        Tabelle(
            (Spalte(), Spalte()),
            ((zelle("a"), zelle("b")),),
            kopfzeilen=((zelle("K", kopf=True), zelle("L")),),
        ),
    ),
    metadaten=Metadaten("Musterkreis"),
)
WERK = Tabellenwerk("Liste", (Blatt("Blatt", (Tabellenspalte("Nr."),), (("1",),)),))


def png(breite: int, hoehe: int) -> bytes:
    """Make a picture of one colour, half transparent."""

    def chunk(name: bytes, daten: bytes) -> bytes:
        return struct.pack(">I", len(daten)) + name + daten + struct.pack(">I", zlib.crc32(name + daten))

    zeilen = (b"\0" + b"\x80\x10\x40\x80" * breite) * hoehe
    kopf = struct.pack(">IIBBBBB", breite, hoehe, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", kopf)
        + chunk(b"IDAT", zlib.compress(zeilen))
        + chunk(b"IEND", b"")
    )


def haus(akzent: str | None = "#004b93", logo: bytes | None = SVG) -> Papiergestaltung:
    gestaltung = Gestaltung(akzent=akzent, logo="logo" if logo else None, logo_text=WAPPEN if logo else None)
    beigaben = {"logo": Beigabe(logo)} if logo else {}
    return papiergestaltung(Plan(einstellungen=Einstellungen(gestaltung=gestaltung), beigaben=beigaben))


def part(made: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return archive.read(name).decode()


def farbe(text: str) -> Farbe:
    gelesen = lies_farbe(text)
    assert gelesen is not None
    return gelesen


def test_without_settings_the_papers_are_ours() -> None:
    assert papiergestaltung(Plan()) == HAUSFARBEN == Papiergestaltung(AKZENT, AKZENT_STARK, None)
    assert haus(akzent="kein-blau", logo=None) == HAUSFARBEN


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_every_accent_can_be_read_on_every_ground(eine: Farbe) -> None:
    gestaltung = haus(akzent=schreibe_farbe(eine), logo=None)
    for ton in (gestaltung.akzent, gestaltung.akzent_stark):
        assert all(kontrast(farbe(f"#{ton}"), farbe(grund)) >= MINDESTKONTRAST for grund in GRUENDE)


def test_an_accent_that_is_dark_enough_stays_as_it_is() -> None:
    assert haus(akzent="#004b93").akzent == "004b93"
    assert haus(akzent="#ffcc00").akzent != "ffcc00"


@pytest.mark.parametrize(
    ("daten", "groesse"),
    [
        (SVG, (32.5, 13.0)),
        (png(400, 100), (52.0, 13.0)),
        (png(40, 40), (13.0, 13.0)),
        (png(1000, 100), (62.0, 6.2)),  # as wide as there is room beside the county's name
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="1cm"/>', (26.0, 13.0)),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0,0,3,2"/>',
            (19.5, 13.0),
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="1in"/>', (13.0, 13.0)),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', None),  # it does not say how large it is
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 10"/>', None),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 1"/>', None),  # a line
        (b"<svg", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"", None),
    ],
)
def test_a_logo_is_as_large_as_there_is_room(daten: bytes, groesse: tuple[float, float] | None) -> None:
    logo = papierlogo(daten, WAPPEN)
    assert (logo and (logo.breite, logo.hoehe)) == groesse


def test_a_logo_that_is_not_there_is_left_out() -> None:
    gestaltung = Gestaltung(logo="fort.svg", logo_text=WAPPEN)
    plan = Plan(
        einstellungen=Einstellungen(gestaltung=gestaltung),
        beigaben={"fort.svg": Beigabe(mangel=Mangel.FEHLT)},
    )
    assert papiergestaltung(plan).logo is None


@pytest.mark.parametrize("logo", [SVG, png(40, 20)])
def test_the_pdf_keeps_both_standards_and_tells_what_the_logo_shows(logo: bytes) -> None:
    """Gradients and transparency are allowed: PDF/A-2 is PDF 1.7 (ISO 19005-2, 6.2.10)."""
    made = pdf_bytes(STUECK, haus(logo=logo))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf_bytes(made, profile=profile).is_compliant
    assert [f"{one['/S']} {one['/Alt']}" for one in tagged(made) if "/Alt" in one] == [f"/Figure {WAPPEN}"]
    assert len(PdfReader(io.BytesIO(made)).pages) == 1
    assert made == pdf_bytes(STUECK, haus(logo=logo))


def tagged(made: bytes) -> list[DictionaryObject]:
    """Every element of the structure of a PDF."""
    found: list[DictionaryObject] = []

    def walk(node: object) -> None:
        if isinstance(node, list):
            for one in node:
                walk(one.get_object())
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"].get_object())

    walk(PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"].get_object())
    return found


def test_the_odt_has_colours_and_logo_with_its_words() -> None:
    made = odt_bytes(STUECK, haus=haus())
    styles, content = part(made, "styles.xml"), part(made, "content.xml")
    assert "#004b93" in styles
    assert f"#{AKZENT}" not in styles + content
    assert "1.5pt solid #004b93" in content
    tree = etree.fromstring(content.encode())
    frame = tree.find(".//{*}p/{*}frame")
    assert frame is not None
    assert [child.text for child in frame if child.tag.endswith(("title", "desc"))] == ["Logo", WAPPEN]
    assert part(made, "Pictures/logo.svg").encode() == SVG
    assert 'manifest:full-path="Pictures/logo.svg"' in part(made, "META-INF/manifest.xml")
    assert made == odt_bytes(STUECK, haus=haus())


def test_the_docx_has_colours_and_the_logo_as_png_with_its_words() -> None:
    made = docx_bytes(STUECK, haus=haus())
    assert "004b93" in part(made, "word/styles.xml")
    document = part(made, "word/document.xml")
    assert f'descr="{WAPPEN}"' in document
    assert "<wp:inline" in document  # a floating picture is passed over by some screen readers
    assert 'w:color="004b93"' in document
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("word/media/logo.png").startswith(b"\x89PNG")
    assert made == docx_bytes(STUECK, haus=haus())


def test_the_logo_stands_on_a_line_of_its_own_where_no_county_is_named() -> None:
    ohne = Schriftstueck("Bericht", (absatz("Text"),))
    for content in (
        part(odt_bytes(ohne, haus=haus()), "content.xml"),
        part(docx_bytes(ohne, haus=haus()), "word/document.xml"),
    ):
        assert content.index(WAPPEN) < content.index("Bericht")


def test_an_svg_becomes_a_png_of_its_proportions() -> None:
    logo = papierlogo(SVG, WAPPEN)
    assert logo is not None
    bild = als_png(logo)
    breite, hoehe = struct.unpack(">II", bild.daten[16:24])
    assert bild.art is Logoart.PNG
    assert (bild.breite, bild.hoehe) == (logo.breite, logo.hoehe)
    assert breite > 700
    assert abs(breite / hoehe - 2.5) < 0.01
    assert als_png(bild) is bild


def test_a_drawing_that_cannot_be_read_is_a_sentence() -> None:
    logo = papierlogo(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path/></svg', WAPPEN)
    assert logo is None
    leer = Papierlogo(b"<svg", Logoart.SVG, WAPPEN, 20, 10)
    with pytest.raises(PdfError, match="Das Logo ließ sich nicht zeichnen"):
        als_png(leer)
    kaputt = papierlogo(png(4, 2)[:40], WAPPEN)
    assert kaputt is not None
    with pytest.raises(PdfError, match="ließ sich nicht setzen"):
        pdf_bytes(STUECK, Papiergestaltung(logo=kaputt))


def test_a_county_s_own_letterhead_takes_no_logo(tmp_path: Path) -> None:
    """A Vorlage brings its Briefkopf along; ours are only the colours of what it does not know."""
    for schreiben, ende in ((odt_bytes, "odt"), (docx_bytes, "docx")):
        leer = schreiben(Schriftstueck("Vorlage"))
        vorlage = tmp_path / f"vorlage.{ende}"
        vorlage.write_bytes(leer)
        made = schreiben(STUECK, vorlage, haus())
        name = "content.xml" if ende == "odt" else "word/document.xml"
        assert WAPPEN not in part(made, name)
        assert "004b93" in part(made, name)


def test_the_titles_of_sheets_stand_on_the_county_s_dark_accent() -> None:
    dunkel = haus().akzent_stark
    assert f"#{dunkel}" in part(ods_bytes(WERK, haus()), "content.xml")
    assert dunkel.upper() in part(xlsx_bytes(WERK, haus()), "xl/styles.xml")
    assert kontrast(farbe(f"#{dunkel}"), farbe("#ffffff")) >= MINDESTKONTRAST
