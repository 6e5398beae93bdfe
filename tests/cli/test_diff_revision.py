"""``konzept diff FASSUNG@REV``: what git holds compared as a user calls it; exit codes, sentences, and the head."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from konzept.cli.diff import diff
from konzept.cli.surface.entry import run
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options

GOLDEN = Path(__file__).parents[1] / "golden"
WHO = {
    "GIT_AUTHOR_NAME": "Amt",
    "GIT_AUTHOR_EMAIL": "amt@example.org",
    "GIT_COMMITTER_NAME": "Amt",
    "GIT_COMMITTER_EMAIL": "amt@example.org",
    "GIT_AUTHOR_DATE": "2019-05-06T12:00:00+0000",
    "GIT_COMMITTER_DATE": "2019-05-06T12:00:00+0000",
}
RAHMEN = 'titel: Plan\nart: Konzept\nstand: "{stand}"\n'
FELD = """id: sprache
nummer: "1"
titel: Sprache
massnahmen:
  - {id: kurse, text: Kurse, zustaendigkeiten: [amt], termin: bis Ende 2021}
"""
ZWEITE = "  - {id: beratung, text: Beratung, zustaendigkeiten: [haus], termin: fortlaufend}\n"
AKTEURE = "akteure:\n  - {id: amt, name: Amt, art: verwaltung}\n"
FELD_2020 = "data/handlungsfelder/2020/1.yaml"


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a plan of two Fassungen; v1 holds a Maßnahme and a body that the files on disk have lost since."""
    folder = tmp_path / "plan"
    write(folder, "konzept.yaml", "land: Thüringen\n")
    write(folder, "akteure.yaml", AKTEURE + "  - {id: haus, name: Haus der Kulturen, art: verein}\n")
    write(folder, "fassungen/2018.yaml", RAHMEN.format(stand="2018"))
    write(folder, "fassungen/2020.yaml", RAHMEN.format(stand="2020") + 'vorgaenger: "2018"\n')
    write(folder, "handlungsfelder/2018/1.yaml", FELD + ZWEITE)
    write(folder, "handlungsfelder/2020/1.yaml", FELD + ZWEITE)
    git(folder, "init", "--quiet", "--initial-branch", "haupt")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Erster Stand")
    git(folder, "tag", "v1")
    write(folder, "akteure.yaml", AKTEURE)
    write(folder, "handlungsfelder/2018/1.yaml", FELD)
    write(folder, "handlungsfelder/2020/1.yaml", FELD.replace("bis Ende 2021", "bis Ende 2022"))
    return folder


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), *words]
    done = subprocess.run(command, env=os.environ | WHO, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def konzept(*args: str) -> int:
    """Run the program with this one command in this process."""
    app = GermanTyper(name="konzept", help="Prüfung", no_args_is_help=True)
    add_global_options(app)
    app.command("diff", help="Zwei Fassungen vergleichen.")(diff)
    return run(lambda: app, args, guarded=False)


def compare(plan: Path, *args: str) -> int:
    return konzept("-C", str(plan), "diff", *args)


@pytest.mark.parametrize(("form", "name"), [("text", "diff-revision.txt"), ("json", "diff-revision.json")])
def test_the_answer_is_the_golden_one(
    plan: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two states of one Fassung: a Maßnahme gone, a Termin moved; nobody owes a Verbleib, so the exit code is 0."""
    assert compare(plan, "2020@v1", "2020", "--format", form) == 0
    answer = capsys.readouterr()
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        (GOLDEN / name).write_text(answer.out, encoding="utf-8", newline="\n")
    assert answer.out == (GOLDEN / name).read_text(encoding="utf-8")
    assert answer.err == ""
    assert max(map(len, answer.out.splitlines())) <= 80 or form == "json"


def test_the_head_names_the_commit(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare(plan, "2020@v1", "2020")
    head = " ".join(capsys.readouterr().out.split("\n\n")[0].split())
    short = git(plan, "rev-parse", "v1")[:10]
    assert f"2020@v1 Plan (Konzept, Stand 2020), Commit {short} vom 6.5.2019 2020 Plan (" in head


def test_json_names_the_commit(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare(plan, "2020@v1", "2020", "--format", "json")
    answer = json.loads(capsys.readouterr().out)
    assert (answer["von"], answer["nach"]) == ("2020@v1", "2020")
    alt, neu = answer["fassungen"]["alt"], answer["fassungen"]["neu"]
    assert (alt["id"], alt["revision"], alt["commit_datum"]) == ("2020", "v1", "2019-05-06")
    assert alt["commit"] == git(plan, "rev-parse", "v1")
    assert (neu["id"], neu["revision"], neu["commit"], neu["commit_datum"]) == ("2020", None, None, None)


def test_between_states_of_a_fassung_nobody_owes_a_verbleib(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(plan, "2020@v1", "2020", "--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    gone = {eine["id"]: (eine["art"], eine["code"], eine["grund"]) for eine in answer["aenderungen"]}
    assert gone["beratung"] == ("entfallen", None, None)
    assert answer["rechenschaft"] == "vergleich"
    assert answer["bilanz"]["massnahme"] == {"alt": 2, "fortgefuehrt": 1, "nicht-enthalten": 1, "offen": 0}
    assert compare(plan, "2020@v1", "2020", "--exit-code") == 1


def test_the_vorgaenger_of_a_revision_is_still_owed_an_account(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(plan, "2018@v1", "2020") == 1
    assert "Maßnahmen 2018@v1: 2 = 1 fortgeführt + 1 offen" in capsys.readouterr().out


def test_two_equal_states_are_one_sentence_and_no_balance(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(plan, "commit", "--quiet", "--all", "--message", "Zweiter Stand")
    assert compare(plan, "2020@HEAD", "2020", "--exit-code") == 0
    answer = capsys.readouterr().out
    assert "2020@HEAD und 2020 sind zwei Stände einer Fassung und stimmen überein." in answer
    assert "Keine Änderungen." in answer
    assert " = " not in answer


def test_the_files_are_later_than_any_commit(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(plan, "2020", "2020@v1") == 0
    answer = " ".join(capsys.readouterr().out.split())
    assert "Rückwärts gelesen: 2020@v1 ist der frühere Stand." in answer
    assert "Maßnahme »Beratung«: nur in 2020@v1" in answer
    assert "Maßnahmen: 2 = 1 in beiden + 1 nur in 2020@v1" in answer
    assert compare(plan, "2020@v1", "2020") == 0
    assert "Rückwärts" not in capsys.readouterr().out


def test_both_sides_from_git_do_not_read_the_files(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(plan, "commit", "--quiet", "--all", "--message", "Zweiter Stand")
    write(plan, "konzept.yaml", "[")
    shutil.rmtree(plan / "data/handlungsfelder")
    assert compare(plan, "2020@v1", "2020@HEAD") == 0
    assert "2020@v1 und 2020@HEAD" in capsys.readouterr().out
    assert compare(plan, "2020@HEAD", "2020@@{0}", "--exit-code") == 0


def test_a_fassung_that_only_git_still_holds(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan / "data/fassungen/2018.yaml").unlink()
    shutil.rmtree(plan / "data/handlungsfelder/2018")
    write(plan, "fassungen/2020.yaml", RAHMEN.format(stand="2020"))
    assert compare(plan, "2018@v1", "2020") == 0
    assert "Maßnahmen 2018@v1: 2 = 1 fortgeführt + 1 nicht enthalten" in capsys.readouterr().out
    assert compare(plan, "2018", "2020") == 2


def test_bodies_that_only_the_revision_knows_have_their_names(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(plan, "handlungsfelder/2020/1.yaml", FELD + ZWEITE.replace("haus", "amt"))
    assert compare(plan, "2020@v1", "2020") == 0
    assert "Haus der Kulturen" in capsys.readouterr().out


def test_called_backwards_it_says_so(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(plan, "2020@v1", "2018") == 0
    assert "gemeint war wohl: konzept diff 2018 2020@v1" in capsys.readouterr().err


def test_a_broken_plan_in_git_is_named_with_its_revision(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (plan / FELD_2020).read_text("utf-8")
    write(
        plan, "handlungsfelder/2020/1.yaml", FELD + "  - {id: kaputt, text: A, zustaendigkeiten: [fehlt]}\n"
    )
    git(plan, "commit", "--quiet", "--all", "--message", "Kaputt")
    git(plan, "tag", "kaputt")
    (plan / FELD_2020).write_text(sound, encoding="utf-8")
    assert compare(plan, "2020@kaputt", "2020") == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert f"kaputt:{FELD_2020}:6:" in answer.err
    assert "[akteur-unbekannt]" in answer.err
    assert "Der Plan in der Revision »kaputt« hat Fehler; es wurde nichts ausgegeben." in answer.err


def test_a_broken_plan_on_disk_is_refused_as_ever(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan / FELD_2020).write_text("id: [", encoding="utf-8")
    assert compare(plan, "2020@v1", "2020") == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert f"\n{FELD_2020}:" in f"\n{answer.err}"


def test_a_revision_of_which_nothing_is_readable_is_3(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in plan.rglob("*.yaml"):
        file.write_bytes(b"\xff")
    git(plan, "commit", "--quiet", "--all", "--message", "Unlesbar")
    assert compare(plan, "2020@v1", "2020@HEAD") == 3
    assert "ist keine Datei lesbar" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "sentence", "remedy"),
    [
        ("2020@", "In »2020@« fehlt die Revision hinter dem »@«.", "»2020@HEAD«"),
        ("@v1", "In »@v1« fehlt die Fassung vor dem »@«.", "»2020@v1«"),
        ("@", "In »@« fehlt die Fassung vor dem »@«.", "»2020@v1«"),
        ("@@{yesterday}", "fehlt die Fassung vor dem »@«.", "FASSUNG@REVISION"),
        ("2020@fehlt", "Die Revision »fehlt« gibt es in diesem git-Repository nicht.", "»git tag« nennt"),
        ("2020@--all", "Die Revision »--all« gibt es", "»git tag« nennt"),
        ("2020@v1:data", "»v1:data« nennt in git etwas anderes als eine Revision", "Tag"),
        ("2019@v1", "Die Fassung »2019« gibt es in der Revision »v1« nicht.", "Dort vorhanden: 2018, 2020."),
        ("20\x1b20@v1", "Die Fassung »20\\x1b20« gibt es", "2018, 2020"),
        ("2020@v\x1b1", "Die Revision »v\\x1b1« gibt es", "»git tag« nennt"),
    ],
)
def test_a_wrong_name_is_a_wrong_call(
    plan: Path, call: str, sentence: str, remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(plan, call, "2020") == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert sentence in answer.err
    assert remedy in answer.err.split("Hilfe:")[1]
    assert "\x1b" not in answer.err


def test_without_a_repository_it_is_a_wrong_call(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(plan / ".git")
    assert compare(plan, "2020@v1", "2020") == 2
    assert "liegt in keinem git-Repository" in capsys.readouterr().err
    assert compare(plan, "2018", "2020") == 0


def test_without_git_everything_else_works(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert compare(plan, "2020@v1", "2020") == 3
    assert "Das Programm git ist hier nicht zu finden" in capsys.readouterr().err
    assert compare(plan, "2018", "2020") == 0


def test_a_revision_without_the_plan_is_3(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = plan / "innen"
    shutil.copytree(plan / "data", inner / "data")
    assert compare(inner, "2020@v1", "2020") == 3
    assert "In der Revision »v1« gibt es den Plan »innen« nicht" in capsys.readouterr().err


def test_without_a_plan_it_is_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(tmp_path, "2018@v1", "2020@v1") == 3
    assert "liegt ein Plan" in capsys.readouterr().err


def test_nothing_is_written(plan: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(plan.rglob("*")) if path.is_file()}
    compare(plan, "2020@v1", "2020")
    compare(plan, "2018@v1", "2020@HEAD")
    assert {path: path.read_bytes() for path in sorted(plan.rglob("*")) if path.is_file()} == before
    assert any(".git" in path.parts for path in before)
