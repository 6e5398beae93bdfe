"""``konzept fortschreiben`` as a user calls it: what it says, how it ends, and two of them at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from konzept.cli.diff import diff
from konzept.cli.fortschreiben import fortschreiben
from konzept.cli.render import render
from konzept.cli.surface.entry import run
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options
from konzept.cli.validate import validate
from konzept.load import load_plan

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
ON = ("--ab-datum", "2024-01-01", "--stichtag", "2023-11-30")
PROGRAM = """
import sys
from konzept.cli.fortschreiben import fortschreiben
from konzept.cli.surface.entry import run
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options
from konzept.cli.validate import validate

app = GermanTyper(name="konzept", help="Probe", no_args_is_help=True)
add_global_options(app)
app.command("fortschreiben", help="Probe.")(fortschreiben)
app.command("validate", help="Probe.")(validate)
sys.exit(run(lambda: app, tuple(sys.argv[1:]), guarded=False))
"""


def konzept(*args: str) -> int:
    """Run the program with these commands in this process."""
    app = GermanTyper(name="konzept", help="Prüfung", no_args_is_help=True)
    add_global_options(app)
    app.command("fortschreiben", help="Die nächste Fassung anlegen.")(fortschreiben)
    app.command("validate", help="Prüfen.")(validate)
    app.command("diff", help="Vergleichen.")(diff)
    app.command("render", help="Ausgeben.")(render)
    return run(lambda: app, args, guarded=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the shipped plan."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return the Musterkreis as it was before its Fortschreibung of 2025."""
    shutil.copytree(MUSTERKREIS / "data", tmp_path / "data")
    for name in ("fassungen/2025.yaml", "sachstand/2025.yaml"):
        (tmp_path / "data" / name).unlink()
    shutil.rmtree(tmp_path / "data/handlungsfelder/2025")
    shutil.rmtree(tmp_path / "data/indikatoren")  # their ids are those of 2025
    konzept_yaml = tmp_path / "data/konzept.yaml"
    konzept_yaml.write_text(
        konzept_yaml.read_text(encoding="utf-8").replace('"2025"', '"2022"'), encoding="utf-8"
    )
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def matches_golden(name: str, text: str) -> bool:
    golden = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    return text == golden.read_text(encoding="utf-8")


def test_on_the_shipped_plan_with_validate_diff_and_render(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = ("-C", str(root))
    assert konzept(*plan, "fortschreiben", "2020", "2024", *ON) == 0
    made = capsys.readouterr()
    assert matches_golden("fortschreiben-ilm-kreis.txt", made.out)
    assert made.err == ""
    assert konzept(*plan, "validate", "data/fassungen/2024.yaml", "--stichtag", "2023-11-30") == 0
    listed = capsys.readouterr().out
    codes = [line.rpartition(" [")[2] for line in listed.splitlines() if ": Hinweis: " in line]
    assert (codes.count("angabe-offen]"), codes.count("entscheidung-offen]")) == (2, 7)
    assert konzept(*plan, "diff", "2020", "2024", "--exit-code") == 0
    assert "Keine Änderungen." in capsys.readouterr().out
    page = tmp_path / "konzept.html"
    assert konzept(*plan, "render", "--fassung", "2024", "--format", "html", "-o", str(page)) == 0
    assert "2. Fortschreibung" in page.read_text(encoding="utf-8")


def test_what_is_done_is_proposed(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = ("--ab-datum", "1.1.2025", "--stichtag", "2024-12-31")
    assert konzept("-C", str(first), "fortschreiben", "2022", "2025", *day, "--dry-run") == 0
    made = capsys.readouterr()
    assert matches_golden("fortschreiben-musterkreis.txt", made.out)
    assert made.err == "Nur gezeigt, nicht geschrieben.\n"
    assert not (first / "data/handlungsfelder/2025").exists()


def test_without_what_is_done_the_balance_is_closed(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, day = ("-C", str(first)), ("--ab-datum", "1.1.2025", "--stichtag", "2024-12-31")
    assert konzept(*plan, "fortschreiben", "2022", "2025", *day, "--ohne-erledigte") == 0
    made = capsys.readouterr()
    assert matches_golden("fortschreiben-musterkreis-ohne-erledigte.txt", made.out)
    assert konzept(*plan, "diff", "2022", "2025") == 0
    assert "Maßnahmen 2022: 44 = 38 fortgeführt + 3 umgesetzt + 3 eingestellt\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("2019", "2024"), 2, "Die Fassung »2019« gibt es nicht."),
        (("202", "2024"), 2, "Meinten Sie »2020«? Vorhanden: 2018, 2020."),
        (("2020", "2018"), 2, "data/fassungen/2018.yaml gibt es schon; es wird nichts überschrieben."),
        (("2020", "2020"), 2, "Die Fassung 2020 kann nicht sich selbst fortschreiben."),
        (("2020", "2. Fortschreibung"), 2, "»2. Fortschreibung« ist als Name einer Fassung nicht erlaubt."),
        (("2020", ".."), 2, "»..« ist als Name einer Fassung nicht erlaubt."),
        (("2018", "2024"), 2, "Gemeint war wohl: konzept fortschreiben 2020 2024"),
        (("2020", "2024", "--ab-datum", "2019-01-01"), 2, "begänne am 1.1.2019"),
        (("2020", "2024", "--ab-datum", "31.2.2024"), 2, "»--ab-datum«"),
        (("2020", "2024", "--stichtag", "2019-01-01"), 2, "Nennen Sie mit »--ab-datum« den Tag"),
        (("2020",), 2, "»NEU« fehlt"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_changes_nothing(
    args: tuple[str, ...], code: int, sentence: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert konzept("-C", str(root), "fortschreiben", *args) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert files(root) == before


def test_a_broken_plan_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data/handlungsfelder/2018/2-sprache.yaml").write_text("id: [\n", encoding="utf-8")
    before = files(root)
    assert konzept("-C", str(root), "fortschreiben", "2020", "2024", *ON) == 1
    said = capsys.readouterr()
    assert (said.out, "[yaml-fehler]" in said.err) == ("", True)
    assert "Der Plan hat Fehler; es wurde nichts geschrieben." in said.err
    assert files(root) == before


def test_what_is_in_the_way_is_named_before_the_fault_it_is(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "data/fassungen/2024.yaml").symlink_to("fehlt")
    assert konzept("-C", str(root), "fortschreiben", "2020", "2024", *ON) == 2
    assert "data/fassungen/2024.yaml gibt es schon" in capsys.readouterr().err


def test_without_a_plan_the_code_is_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(tmp_path), "fortschreiben", "2020", "2024") == 3
    assert "liegt ein Plan" in capsys.readouterr().err


def test_today_is_source_date_epoch_where_that_is_set(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1704067200")
    assert konzept("-C", str(root), "fortschreiben", "2020", "2024", "--dry-run") == 0
    assert "\nStand 1.1.2024, Beginn offen; gemeldet bis 1.1.2024\n" in capsys.readouterr().out


def test_a_plan_that_names_no_standard_says_which_one_is_the_newest_now(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "data/konzept.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('fassung: "2020"\n', ""), encoding="utf-8")
    assert konzept("-C", str(root), "fortschreiben", "2020", "2024", *ON) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "nehmen ohne Angabe die Fassung mit dem spätesten Stand, jetzt 2024." in said


def together(root: Path, names: list[str]) -> list[int]:
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "fortschreiben", "2020", name, *ON],
            cwd=root,
            env={**clean, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    answers = [process.communicate(timeout=120) for process in processes]
    assert [b"Traceback" in error for _, error in answers] == [False] * len(names)
    return sorted(process.returncode for process in processes)


@pytest.mark.parametrize("names", [["2024"] * 3, ["2024", "2025", "2026"]])
def test_of_three_at_once_one_is_made_and_the_others_are_told(names: list[str], root: Path) -> None:
    before = files(root)
    assert together(root, names) == [0, 2, 2]
    loaded = load_plan(root)
    assert loaded.findings == []
    (new,) = set(loaded.plan.fassung_nach_id) - {"2018", "2020"}
    assert (
        loaded.plan.fassung_nach_id[new].handlungsfelder
        == loaded.plan.fassung_nach_id["2020"].handlungsfelder
    )
    after = files(root)
    assert {name: after[name] for name in before} == before
    assert all(f"/{new}" in name for name in set(after) - set(before))
    assert [path.name for path in (root / "data").rglob(".*")] == []
