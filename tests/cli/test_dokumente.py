"""Every document in every format it has, and the table of them in docs/dokumente.md, which is made here."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import html5lib
import pytest

from konzept.__main__ import _load_app
from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import BESCHREIBUNGEN, DOKUMENTE, Dokument
from konzept.cli.surface.entry import run

ROOT = Path(__file__).parent.parent.parent
PLANS = {"ilm-kreis": ROOT, "musterkreis": ROOT / "beispiele" / "musterkreis"}
TABLE = ROOT / "docs" / "dokumente.md"
NEEDED = {Dokument.SPRACHFASSUNG: ["--sprache", "leicht"]}
WITHOUT_TEXTS = {("ilm-kreis", Dokument.SPRACHFASSUNG)}
"""The plan of the Ilm-Kreis has no text in another language; the source has none."""

PAIRS = [
    (plan, dokument, form)
    for plan in PLANS
    for dokument, art in DOKUMENTE.items()
    for form in art.formate
    if (plan, dokument) not in WITHOUT_TEXTS
]
BEGINNINGS = {
    Format.PDF: b"%PDF-1.7",
    Format.HTML: b"<!DOCTYPE html>",
    Format.MD: b"",
    Format.JSON: b"{",
    Format.CSV: b"",
}


@pytest.mark.parametrize(("plan", "dokument", "form"), PAIRS)
def test_each_document_is_written_in_each_of_its_formats(
    plan: str, dokument: Dokument, form: Format, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"{dokument}.{form}"
    call = ["-C", str(PLANS[plan]), "render", dokument, "--format", form, *NEEDED.get(dokument, [])]
    assert run(_load_app, [*call, "-o", str(target)], guarded=False) == 0, capsys.readouterr().err
    made = target.read_bytes()
    if form in BEGINNINGS:
        assert made.startswith(BEGINNINGS[form])
        assert len(made) > 200
    else:
        with zipfile.ZipFile(target) as archive:
            assert archive.testzip() is None
    if form is Format.HTML:
        html5lib.HTMLParser(strict=True).parse(made.decode("utf-8"))
    if form is Format.JSON:
        json.loads(made)


def table() -> str:
    """Write the table as it stands in the documentation."""
    formats = list(Format)
    rows = [
        f"| `{dokument}` | {BESCHREIBUNGEN[dokument]} | "
        + " | ".join("ja" if form in art.formate else "–" for form in formats)
        + " |"
        for dokument, art in DOKUMENTE.items()
    ]
    return "\n".join(
        [
            "# Dokumente und Formate",
            "",
            "Diese Seite macht ein Test aus dem Programm (`tests/cli/test_dokumente.py`); er schreibt jedes",
            "Dokument in jedem seiner Formate: `konzept render DOKUMENT --format FORMAT -o DATEI`. Für `pdf`",
            'braucht es `pip install "konzept[pdf]"`, für Büroprogramme `pip install "konzept[office]"`.',
            "",
            "| Dokument | Was darin steht | " + " | ".join(form.value for form in formats) + " |",
            "|---|---|" + ":-:|" * len(formats),
            *rows,
            "",
        ]
    )


def test_the_table_in_the_documentation_is_what_the_program_can() -> None:
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        TABLE.write_text(table(), encoding="utf-8", newline="\n")
    assert TABLE.read_text(encoding="utf-8") == table()
