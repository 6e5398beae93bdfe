"""Whether the Verbleib of an id and its targets say the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.checks.run import run_checks
from konzept.load import load_plan

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FIELD = """id: soziales
nummer: "1"
titel: Soziales
handlungsziele:
  - {id: hilfe, nummer: "1.1", titel: Hilfe}
massnahmen:
  - {id: sozialberatung, text: Sozialberatung, termin: fortlaufend, zustaendigkeiten: [jobcenter]}
  - {id: sprechstunde, text: Sprechstunde, termin: fortlaufend, zustaendigkeiten: [jobcenter]}
"""


def found(root: Path, verbleib: str, ziele: str) -> list[str]:
    """Give what is said of the Maßnahme »beratung« that went this way into these ids."""
    shutil.copytree(SOUND, root)
    folder = root / "data" / "handlungsfelder" / "2024"
    folder.mkdir()
    (folder / "1-soziales.yaml").write_text(FIELD, encoding="utf-8")
    (root / "data" / "fassungen" / "2024.yaml").write_text(
        'titel: P\nart: Konzept\nstand: 2024\nvorgaenger: "2020"\nverbleib:\n  "2020":\n    eintraege:\n'
        f"      - {{id: beratung, verbleib: {verbleib}, ziele: [{ziele}], begruendung: Darum.}}\n",
        encoding="utf-8",
    )
    loaded = load_plan(root)
    assert loaded.findings == []
    return [b.meldung for b in run_checks(loaded.plan, loaded.source) if b.code == "verbleib-ziele-unpassend"]


@pytest.mark.parametrize(
    ("verbleib", "ziele", "gesagt"),
    [
        ("umgesetzt", "sozialberatung", "worin es weiterlebt"),
        ("eingestellt", "sozialberatung", "worin es weiterlebt"),
        ("nicht-aufgenommen", "sozialberatung", "worin es weiterlebt"),
        ("aufgeteilt", "sozialberatung", "nur ein Ziel"),
        ("aufgeteilt", "sozialberatung, sozialberatung", "nur ein Ziel"),
        ("ersetzt", "soziales", "kann nicht in »soziales« (Handlungsfeld) weiterleben"),
        ("zusammengelegt", "soziales", "kann nicht in »soziales« (Handlungsfeld) weiterleben"),
        # a Maßnahme may become several, one, or part of a goal
        ("aufgeteilt", "sozialberatung, sprechstunde", None),
        ("zusammengelegt", "sozialberatung", None),
        ("ersetzt", "sozialberatung", None),
        ("ersetzt", "hilfe", None),
        ("umgesetzt", "", None),
    ],
)
def test_verbleib_and_targets_go_together(
    verbleib: str, ziele: str, gesagt: str | None, tmp_path: Path
) -> None:
    meldungen = found(tmp_path / "plan", verbleib, ziele)
    assert [gesagt is not None and gesagt in eine for eine in meldungen] == ([True] if gesagt else [])
