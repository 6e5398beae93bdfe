"""The fonts of a PDF: scripts told apart, packages found, a whole text without a font refused, single signs kept."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from konzept.render import pdf
from konzept.render.pdf import PdfError, pdf_bytes
from konzept.render.pdf_schriften import (
    LEICHTE_SPRACHE,
    SCHRIFTEN,
    Vorrat,
    abhilfe,
    ohne_schrift,
    schrift_von,
    vorrat,
)
from konzept.render.schriftstueck import Schriftstueck, Sprachtext, absatz

if TYPE_CHECKING:
    from pathlib import Path

TIGRINISCH = "ኩሎም ሰባት ማዕረ ዕድል ኣለዎም"


@pytest.fixture
def nur_eigene_schriften(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set every document as on a machine that has no fonts of its own and no packages of fonts."""
    gesetzt = pdf._gesetzt

    def bare(typst: Any, daten: str, _: list[str], *, ignore_system_fonts: bool) -> bytes:
        assert ignore_system_fonts in {True, False}
        return gesetzt(typst, daten, [], ignore_system_fonts=True)

    monkeypatch.setattr(pdf, "_gesetzt", bare)


@pytest.mark.usefixtures("nur_eigene_schriften")
def test_a_text_that_no_font_can_show_is_refused_with_a_way_out() -> None:
    stueck = Schriftstueck("Titel", (Sprachtext((absatz(TIGRINISCH),), "ti"),))
    with pytest.raises(PdfError) as caught:
        pdf_bytes(stueck)
    assert str(caught.value) == (
        "Für äthiopische Buchstaben ist keine Schrift da; im PDF wäre der Text nicht zu lesen."
    )
    assert caught.value.hint == (
        "Installieren Sie eine Schrift dafür (unter Debian und Ubuntu: »apt install fonts-noto-core«), oder geben Sie "
        "das Dokument als odt, docx oder html aus: Dort wählt das Programm, das sie öffnet, die Schrift."
    )


@pytest.mark.usefixtures("nur_eigene_schriften")
def test_a_single_odd_sign_is_written_as_its_number() -> None:
    made = pdf_bytes(Schriftstueck("Titel", (absatz("Das Zeichen ኩ ist äthiopisch, \ue000 ist keines."),)))
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert "Das Zeichen [U+12A9] ist äthiopisch, [U+E000] ist keines." in " ".join(text.split())


@pytest.mark.usefixtures("nur_eigene_schriften")
@pytest.mark.parametrize(
    "text", ["نحن نقدم المشورة للأسر مجاناً", "ما به شما کمک می‌کنیم", "שלום לכולם", "Ми радимо"]
)
def test_what_typst_brings_along_is_set_without_any_other_font(text: str) -> None:
    made = pdf_bytes(Schriftstueck("Titel", (Sprachtext((absatz(text),), "und"),)))
    assert "U+" not in PdfReader(io.BytesIO(made)).pages[0].extract_text()


@pytest.mark.parametrize(
    ("sign", "script"),
    [
        ("ش", "ARABIC"),
        ("ኩ", "ETHIOPIC"),
        ("ש", "HEBREW"),
        ("汉", "CJK"),
        ("a", ""),
        ("ж", ""),
        ("2", ""),
        ("،", ""),
        ("\ue000", ""),
    ],
)
def test_letters_have_a_script_and_other_signs_none(sign: str, script: str) -> None:
    assert schrift_von(sign) == script


def test_a_whole_text_is_more_than_a_word() -> None:
    assert ohne_schrift("ትግርኛ, also Tigrinisch", "ትግ") is None
    assert ohne_schrift(TIGRINISCH, "ኩ") == SCHRIFTEN["ETHIOPIC"]
    assert ohne_schrift(TIGRINISCH, "\ue000") is None


def test_the_way_out_names_a_package_where_there_is_one() -> None:
    assert "»pip install fontpkg-noto-sans-arabic«" in abhilfe(SCHRIFTEN["ARABIC"])
    assert "»apt install fonts-noto-cjk«" in abhilfe(SCHRIFTEN["CJK"])
    assert "pip" not in abhilfe(SCHRIFTEN["CJK"])


def package(folder: Path, module: str, point: str, *, with_files: bool = True) -> None:
    """Make an installed package of fonts as fontpkg makes them."""
    (folder / module / ("files" if with_files else "others")).mkdir(parents=True)
    (folder / module / "__init__.py").write_text("raise SystemExit('no package is run')\n", encoding="utf-8")
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[fontpkg.family]\n{point} = {module}\n", encoding="utf-8")


def test_packages_of_fonts_are_found_without_being_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path, "schriftpaket_arabisch", "noto_sans_arabic")
    package(tmp_path, "schriftpaket_leicht", "atkinson_hyperlegible")
    package(tmp_path, "schriftpaket_leer", "noto_sans_thai", with_files=False)
    package(tmp_path, "schriftpaket_fremd", "comic_neue")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    found = vorrat()
    assert found.ordner == {
        LEICHTE_SPRACHE: str(tmp_path / "schriftpaket_leicht" / "files"),
        "Noto Sans Arabic": str(tmp_path / "schriftpaket_arabisch" / "files"),
    }
    assert found.fuer("Wir helfen: نحن") == ["Noto Sans Arabic"]
    assert found.fuer("Ми") == []
    assert found.fuer_leichte_sprache() == [LEICHTE_SPRACHE]


def test_without_packages_no_font_is_named() -> None:
    assert (Vorrat({}).fuer("نحن"), Vorrat({}).fuer_leichte_sprache()) == ([], [])
