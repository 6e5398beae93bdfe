"""What is left open in a frame, and what is carried on though it was reported as done: also where checks are silent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.checks.run import run_checks
from konzept.load import load_plan

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FRAME = "titel: P\nart: Konzept\nstand: 2020\n"
ENTRY = "  - {{am: {am}, erfasst: 2023-12-31, massnahme: beratung, stand: {stand}}}\n"


def lay_out(root: Path, texts: dict[str, str]) -> Path:
    shutil.copytree(SOUND, root)
    for name, text in texts.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def found(root: Path, code: str) -> list[str]:
    loaded = load_plan(root)
    assert loaded.findings == []
    return [b.auszug or "" for b in run_checks(loaded.plan, loaded.source) if b.code == code]


@pytest.mark.parametrize(
    ("written", "open_lines"),
    [
        ("beschluss:\nvorlage: ~\ngilt_bis: null\n", ["beschluss:", "vorlage: ~", "gilt_bis: null"]),
        ("abkuerzungen:\nhinweise:\n", ["abkuerzungen:", "hinweise:"]),
        # left out, empty on purpose, false, or an empty value further in: nothing to decide
        ("", []),
        ("beratungsfolge: []\nabkuerzungen: {}\nverbleib: {}\n", []),
        ("vollstaendig: false\nerschlossen: nein\n", []),
        ("vollstaendig:\n", []),
        ("beschluss:\n  gremium: Kreistag\n  datum:\n", []),
    ],
)
def test_an_empty_key_of_a_frame_is_open(written: str, open_lines: list[str], tmp_path: Path) -> None:
    root = lay_out(tmp_path / "plan", {"fassungen/2020.yaml": FRAME + written})
    assert sorted(found(root, "angabe-offen")) == sorted(open_lines)


@pytest.mark.parametrize(
    ("old_log", "new_log", "named"),
    [
        ([("2021-06-30", "umgesetzt")], [], True),
        ([("2021-06-30", "entfallen")], [], True),
        ([("2021-06-30", "umgesetzt"), ("2022-06-30", "keine-rueckmeldung")], [], True),
        ([("2022-06-30", "umgesetzt"), ("2021-06-30", "laufend")], [], True),
        # taken back, never said, or meant to go on
        ([("2021-06-30", "umgesetzt"), ("2022-06-30", "laufend")], [], False),
        ([("2021-06-30", "laufend")], [], False),
        ([], [], False),
        ([("2021-06-30", "umgesetzt")], [("2023-06-30", "laufend")], False),
    ],
)
def test_what_was_done_is_carried_on_only_if_that_is_meant(
    old_log: list[tuple[str, str]], new_log: list[tuple[str, str]], *, named: bool, tmp_path: Path
) -> None:
    field = (SOUND / "data/handlungsfelder/2020/1-soziales.yaml").read_text(encoding="utf-8")
    texts = {
        "fassungen/2022.yaml": FRAME.replace("2020", "2022") + 'vorgaenger: "2020"\n',
        "handlungsfelder/2022/1-soziales.yaml": field,
    }
    for name, entries in (("2020", old_log), ("2022", new_log)):
        lines = "".join(ENTRY.format(am=am, stand=stand) for am, stand in entries)
        texts[f"sachstand/{name}.yaml"] = f"eintraege:\n{lines}"
    root = lay_out(tmp_path / "plan", texts)
    assert found(root, "erledigtes-fortgefuehrt") == (["  - id: beratung"] if named else [])
