"""``konzept render sprachfassung``: which languages there are, which texts are missing, in every format the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.__main__ import _load_app
from konzept.cli.surface.entry import run

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
VORHANDEN = "Vorhanden: leicht (Leichte Sprache, 3 von 72 Texten); en (Englisch, 3 von 72 Texten)."


def render(plan: Path, *options: str) -> int:
    return run(_load_app, ["-C", str(plan), "render", "sprachfassung", *options], guarded=False)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ((), "Eine Sprachfassung braucht »--sprache«."),
        (("--sprache", "xx"), "Auf »xx« gibt es keinen Text der Fassung 2025."),
    ],
)
def test_a_language_that_is_not_there_is_answered_with_those_that_are(
    options: tuple[str, ...], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(MUSTERKREIS, *options) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert fault in said
    assert VORHANDEN in said


def test_a_plan_without_any_is_told_where_texts_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert render(ROOT, "--sprache", "en") == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "Noch ist nichts übertragen; Texte stehen unter »leichte_sprache: …« und »texte: {en: …}«." in said


@pytest.mark.parametrize("form", ["md", "json", "odt"])
def test_every_gap_is_named_on_stderr(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"en.{form}"
    assert render(MUSTERKREIS, "--sprache", "en", "--format", form, "-o", str(target)) == 0
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Englisch: 69 Texte fehlen noch, von 72."
    assert len(lines) == 1 + 69
    assert "2.1 M3 Abend- und Wochenendkurse in Neumuster (abendkurse)" in lines


def test_a_script_without_a_font_ends_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from konzept.render import pdf

    gesetzt = pdf._gesetzt
    monkeypatch.setattr(
        pdf, "_gesetzt", lambda typst, daten, *_, **__: gesetzt(typst, daten, [], ignore_system_fonts=True)
    )
    plan = Path(shutil.copytree(ROOT / "tests" / "errors" / "_grundplan", tmp_path / "plan"))
    (fassung,) = (plan / "data" / "fassungen").glob("*.yaml")
    with fassung.open("a", encoding="utf-8") as file:
        file.write("texte: {ti: ኩሎም ሰባት ኣብቲ ወረዳ ማዕረ ዕድል ኣለዎም}\n")
    target = tmp_path / "ti.pdf"
    assert render(plan, "--sprache", "ti", "--format", "pdf", "-o", str(target)) == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "Für äthiopische Buchstaben ist keine Schrift da; im PDF wäre der Text nicht zu lesen." in said
    assert "apt install fonts-noto-core" in said
    assert not target.exists()
