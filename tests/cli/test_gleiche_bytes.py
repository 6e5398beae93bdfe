"""Same input, same Stichtag, same bytes: of everything the program writes, whatever day, place or machine it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("sample_surroundings.py")
LIMIT = 300
HERE = {"TZ": "America/Anchorage", "PYTHONHASHSEED": "0", "LC_ALL": "C"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",  # never on the same hour as Anchorage, mostly not on the same day
    "PYTHONHASHSEED": "1",
    "LC_ALL": "C.UTF-8",
    "SOURCE_DATE_EPOCH": "2000000000",  # 2033; every call of the program names its Stichtag
    "RAYON_NUM_THREADS": "1",
    "HOME": "/nicht-da",
    "USER": "jemand",
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any]]:
    """Have everything written here and elsewhere, at the same time; elsewhere the plan is a copy within itself."""
    folder = tmp_path_factory.mktemp("welten")
    copy = folder / "ein Ordner mit Ü" / "tiefer"
    shutil.copytree(ROOT / "beispiele" / "musterkreis", copy / "muster")
    shutil.copytree(ROOT / "data", copy / "ilm" / "data")
    for name in ("hier", "dort"):
        (folder / name).mkdir()
    clean = {key: value for key, value in os.environ.items() if key not in {*ELSEWHERE, "COLUMNS"}}
    clean["PYTHONPATH"] = f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"

    def start(words: list[str], surroundings: dict[str, str], cwd: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-W", "error", str(PROGRAM), *words],
            cwd=cwd,
            env={**clean, **surroundings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    muster = str(ROOT / "beispiele" / "musterkreis")
    here = start([muster, str(ROOT), str(folder / "hier")], HERE, folder)
    words = [str(copy / "muster"), str(copy / "ilm"), str(folder / "dort"), "fremd"]
    elsewhere = start(words, ELSEWHERE, copy / "muster")
    answers = []
    for process in (here, elsewhere):
        out, err = process.communicate(timeout=LIMIT)
        assert process.returncode == 0, err
        answers.append(json.loads(out))
    return answers[0], answers[1]


def test_the_two_worlds_differ_in_everything_that_must_not_matter(
    both: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    here, elsewhere = (answer["welt"] for answer in both)
    assert [name for name in here if here[name] == elsewhere[name]] == []
    assert sorted(here["Ordner"].split()) == sorted(elsewhere["Ordner"].split())


def test_every_document_and_answer_has_the_same_bytes(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    here, elsewhere = (answer["ausgaben"] for answer in both)
    assert sorted(here) == sorted(elsewhere)
    assert [name for name in here if here[name] != elsewhere[name]] == []


def test_nothing_was_left_out(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    made = both[0]["ausgaben"]
    pairs = {
        f"musterkreis/{dokument}.{form}"
        for dokument, art in DOKUMENTE.items()
        for form in art.formate
        if dokument is not Dokument.SPRACHFASSUNG
    }
    assert pairs <= set(made)
    assert {f"musterkreis/sprachfassung{sprache}.{Format.HTML}" for sprache in ("leicht", "en")} <= set(made)
    # a name with a figure is what a call said on the console and the code it ended with
    ended = {name for name in made if name.endswith((" 0", " 1", " 2", " 3"))}
    assert {name[-1] for name in ended} == {"0"}
    assert len(ended) == 16
    assert sum(name.startswith("briefe/") for name in made) > 30
