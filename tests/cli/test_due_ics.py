"""``konzept due --format ics`` and ``--je-akteur``: bytes as they are, one file per body, all of them or none."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

import konzept.output
from konzept.cli.je_akteur import answers_per_body, write_per_body
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.load import load_plan
from konzept.output import OutputError
from konzept.reports.due import due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe
from tests.program import konzept_bytes as called
from tests.program import started_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
ENDE_2021 = ("--year", "2021", "--stichtag", "2022-01-01")
MITTE_2025 = ("--year", "2025", "--stichtag", "2025-06-30")


def konzept_bytes(*args: str, cwd: Path = ROOT, **env: str) -> tuple[int, bytes, str]:
    done = (started_bytes if "PYTHONHASHSEED" in env else called)(*args, cwd=cwd, **env)
    return done.returncode, done.stdout, done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("folder", "question", "name", "told"),
    [
        (ROOT, ENDE_2021, "due-2021.ics", "45 laufend und 1 möglich"),
        (MUSTERKREIS, MITTE_2025, "due-musterkreis-2025.ics", "19 laufend"),
    ],
)
def test_the_bytes_are_the_golden_ones_on_stdout_and_in_a_file(
    tmp_path: Path, folder: Path, question: tuple[str, ...], name: str, told: str
) -> None:
    golden = (GOLDEN / name).read_bytes()
    hinweis = f"Hinweis: Ohne Datum und darum nicht im Kalender: {told}.\n"
    call = ("due", *question, "--format", "ics")
    assert konzept_bytes(*call, cwd=folder, PYTHONHASHSEED="0") == (0, golden, hinweis)
    target = tmp_path / "fristen.ics"
    elsewhere = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    assert konzept_bytes(*call, "-o", str(target), cwd=folder, **elsewhere) == (0, b"", hinweis)
    assert target.read_bytes() == golden


def test_one_body_gets_a_calendar_of_its_own() -> None:
    code, raw, _ = konzept_bytes(
        "due", *MITTE_2025, "--format", "ics", "--akteur", "Sozialamt", cwd=MUSTERKREIS
    )
    calendar: Any = Calendar.from_ical(raw)
    assert (code, str(calendar["NAME"])) == (0, "Fristen Musterkreis: Sozialamt Musterkreis")
    assert [str(event["SUMMARY"]).split(":")[0] for event in calendar.events] == [
        "Überfällig 1.3 M2",
        "Frist 5.1 M3",
        "Frist 5.2 M1",
    ]


def test_one_file_per_body_and_a_sentence_on_it(tmp_path: Path) -> None:
    folder = tmp_path / "kalender" / "2025"
    call = ("due", *MITTE_2025, "--format", "ics", "--je-akteur", str(folder))
    code, out, err = konzept_bytes(*call, cwd=MUSTERKREIS)
    assert (code, out) == (0, b"")
    assert (
        err == f"Geschrieben: 32 Dateien nach »{folder}«. Ohne Datei: 4 Stellen (keine Frist im Zeitraum).\n"
    )
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 32
    assert "sozialamt.ics" in names
    single = konzept_bytes("due", *MITTE_2025, "--format", "ics", "--akteur", "sozialamt", cwd=MUSTERKREIS)[1]
    assert (folder / "sozialamt.ics").read_bytes() == single
    before = {name: (folder / name).read_bytes() for name in names}
    assert konzept_bytes(*call, cwd=MUSTERKREIS)[0] == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json"), ("csv", "csv")])
def test_other_formats_go_to_the_bodies_too(tmp_path: Path, form: str, ending: str) -> None:
    code, _, err = konzept_bytes(
        "due", *MITTE_2025, "--format", form, "--je-akteur", str(tmp_path), cwd=MUSTERKREIS
    )
    assert code == 0, err
    single = konzept_bytes("due", *MITTE_2025, "--format", form, "--akteur", "jugendamt", cwd=MUSTERKREIS)[1]
    assert (tmp_path / f"jugendamt.{ending}").read_bytes() == single


@pytest.mark.parametrize("where", ["data", "data/neu"])
def test_the_folder_of_the_plan_is_refused(where: str) -> None:
    code, _, err = konzept_bytes("due", *ENDE_2021, "--format", "ics", "--je-akteur", where)
    assert code == 2
    assert f"»{where}« führt in den Ordner data/ des Plans" in err
    assert not list((ROOT / "data").rglob("*.ics"))


# the two halves of it, without a process of their own


@pytest.fixture
def plan_folder(tmp_path: Path) -> Path:
    """Return the folder of a plan, of which only data/ matters here."""
    (tmp_path / "plan" / "data").mkdir(parents=True)
    (tmp_path / "plan" / "data" / "amt.ics").write_text("vom Plan", encoding="utf-8")
    return tmp_path / "plan"


def test_texts_and_bytes_go_to_files_named_after_the_ids(
    tmp_path: Path, plan_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "neu" / "tief"
    contents = {"amt": "Ä\r\nB\r\n", "team": b"\xff\r\n", "leer": None}
    assert write_per_body(folder, plan_folder, contents, "ics", nothing="keine Frist") == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "amt.ics": "Ä\r\nB\r\n".encode(),
        "team.ics": b"\xff\r\n",
    }
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"Geschrieben: 2 Dateien nach »{folder}«. Ohne Datei: 1 Stelle (keine Frist).\n"


def test_with_nothing_to_write_no_folder_is_made(
    tmp_path: Path, plan_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write_per_body(tmp_path / "neu", plan_folder, {"amt": None}, "csv") == 0
    assert not (tmp_path / "neu").exists()
    assert capsys.readouterr().err == "Es gibt nichts zu schreiben. Ohne Datei: 1 Stelle (kein Eintrag).\n"


def test_an_old_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path, plan_folder: Path) -> None:
    folder, elsewhere = tmp_path / "kalender", tmp_path / "woanders.ics"
    folder.mkdir()
    (folder / "amt.ics").write_text("alt", encoding="utf-8")
    (folder / "amt.ics").chmod(0o640)
    elsewhere.write_text("alt", encoding="utf-8")
    (folder / "team.ics").symlink_to(elsewhere)
    (folder / "eigenes.txt").write_text("bleibt", encoding="utf-8")
    write_per_body(folder, plan_folder, {"amt": "neu", "team": "neu"}, "ics")
    assert stat.S_IMODE((folder / "amt.ics").stat().st_mode) == 0o640
    assert (folder / "team.ics").is_symlink()
    assert elsewhere.read_text(encoding="utf-8") == (folder / "amt.ics").read_text(encoding="utf-8") == "neu"
    assert sorted(path.name for path in folder.iterdir()) == ["amt.ics", "eigenes.txt", "team.ics"]


def test_files_of_an_earlier_run_are_named(
    tmp_path: Path, plan_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"a{number}" for number in range(7)]
    write_per_body(tmp_path, plan_folder, dict.fromkeys(names, "alt"), "ics")
    capsys.readouterr()
    write_per_body(tmp_path, plan_folder, {**dict.fromkeys(names), "neu": "neu"}, "ics")
    assert capsys.readouterr().err.splitlines()[1] == (
        "Hinweis: Von einem früheren Lauf liegen dort noch »a0.ics«, »a1.ics«, »a2.ics«, »a3.ics«, »a4.ics« und "
        "2 weitere; sie sind überholt."
    )
    assert (tmp_path / "a0.ics").read_text(encoding="utf-8") == "alt"


def data_itself(_: Path, plan: Path) -> Path:
    return plan / "data"


def link_into_data(folder: Path, plan: Path) -> Path:
    (folder / "hin").symlink_to(plan / "data")
    return folder / "hin" / "kalender"


def file_linked_into_data(folder: Path, plan: Path) -> Path:
    (folder / "amt.ics").symlink_to(plan / "data" / "amt.ics")
    return folder


def file_instead_of_folder(folder: Path, _: Path) -> Path:
    (folder / "datei").write_text("", encoding="utf-8")
    return folder / "datei"


def file_above_the_folder(folder: Path, _: Path) -> Path:
    (folder / "datei").write_text("", encoding="utf-8")
    return folder / "datei" / "unter"


def dead_link(folder: Path, _: Path) -> Path:
    (folder / "tot").symlink_to(folder / "nirgends")
    return folder / "tot"


def folder_in_the_way(folder: Path, _: Path) -> Path:
    (folder / "amt.ics").mkdir()
    return folder


@pytest.mark.parametrize(
    ("place", "kind", "message"),
    [
        (data_itself, WrongCall, "führt in den Ordner data/ des Plans"),
        (link_into_data, WrongCall, "führt in den Ordner data/ des Plans"),
        (file_linked_into_data, WrongCall, "führt in den Ordner data/ des Plans"),
        (file_instead_of_folder, WrongCall, "ist kein Ordner"),
        (dead_link, WrongCall, "ist kein Ordner"),
        (file_above_the_folder, Failure, "lässt sich nicht anlegen"),
        (folder_in_the_way, Failure, "ist ein Ordner; es wurde nichts geschrieben"),
    ],
)
def test_a_place_that_will_not_do_is_refused_before_anything_is_written(
    tmp_path: Path,
    plan_folder: Path,
    place: Callable[[Path, Path], Path],
    kind: type[Failure | WrongCall],
    message: str,
) -> None:
    folder = place(tmp_path, plan_folder)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(kind, match=message) as failed:
        write_per_body(folder, plan_folder, {"aaa": "neu", "amt": "neu"}, "ics")
    error = failed.value
    assert isinstance(error, Failure | WrongCall)
    assert (error.exit_code, bool(error.hint)) == (2 if kind is WrongCall else 1, True)
    assert sorted(tmp_path.rglob("*")) == before
    assert (plan_folder / "data" / "amt.ics").read_text(encoding="utf-8") == "vom Plan"


@pytest.mark.parametrize(
    ("faulty_write", "message", "hint", "left"),
    [
        # while everything is still beside the old files
        (
            3,
            r"»{folder}/c.ics« lässt sich nicht schreiben \(voll\)",
            "Es wurde keine Datei geändert.",
            "alt alt -",
        ),
        # while taking their places: »a« by a write of its own, for it was there; then »b«
        (
            5,
            r"»{folder}/b.ics« lässt sich nicht schreiben \(voll\)",
            "1 von 3 Dateien sind schon erneuert",
            "neu alt -",
        ),
    ],
)
def test_a_write_that_fails_changes_nothing_or_says_how_far_it_came(
    tmp_path: Path,
    plan_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    faulty_write: int,
    message: str,
    hint: str,
    left: str,
) -> None:
    folder = tmp_path / "kalender"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.ics").write_text("alt", encoding="utf-8")
    real, calls = konzept.output.write_file, []

    def write(path: Path, content: str | bytes) -> None:
        calls.append(path)
        if len(calls) == faulty_write:
            sentence = f"»{path}« lässt sich nicht schreiben (voll); es wurde nichts verändert."
            raise OutputError(sentence)
        real(path, content)

    monkeypatch.setattr("konzept.output.write_file", write)
    with pytest.raises(Failure, match=message.format(folder=folder)) as failed:
        write_per_body(folder, plan_folder, dict.fromkeys("abc", "neu"), "ics")
    assert failed.value.hint.startswith(hint)
    paths = [folder / f"{name}.ics" for name in "abc"]
    assert " ".join(path.read_text(encoding="utf-8") if path.exists() else "-" for path in paths) == left
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_cannot_be_written_to_is_told(
    tmp_path: Path, plan_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = tmp_path / "kalender"
    folder.mkdir()
    monkeypatch.setattr(Path, "mkdir", lambda path, *a, **k: None if path == folder else refuse(*a, **k))
    with pytest.raises(Failure, match="lässt sich nicht schreiben") as failed:
        write_per_body(folder, plan_folder, {"amt": "neu"}, "ics")
    assert failed.value.hint.startswith("Es wurde keine Datei geändert.")
    assert list(folder.iterdir()) == []


def test_an_abort_leaves_no_litter(
    tmp_path: Path, plan_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def abort(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("konzept.output.write_file", abort)
    with pytest.raises(KeyboardInterrupt):
        write_per_body(tmp_path / "neu", plan_folder, {"amt": "neu"}, "ics")
    assert list((tmp_path / "neu").iterdir()) == []


def test_every_named_body_is_asked_for_and_what_belongs_to_it() -> None:
    plan = load_plan(MUSTERKREIS).plan
    frage = Frage(date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 30))
    bericht = due(plan, plan.fassung_nach_id["2025"], frage)
    answers = {akteur.id: answer for akteur, answer in answers_per_body(plan, bericht)}
    assert list(answers) == [akteur.id for akteur in plan.akteure if akteur.art != "gruppe"]
    assert {akteur.id for akteur in plan.akteure} - set(answers) == {
        akteur.id for akteur in plan.akteure if akteur.art == "gruppe"
    }
    kreis, amt = answers["landratsamt"], answers["sozialamt"]
    assert {one.massnahme for one in amt.eintraege} < {one.massnahme for one in kreis.eintraege}
    assert all(kreis.anteile(eintrag) for eintrag in kreis.eintraege)
    assert amt.frage.akteure == frozenset({"sozialamt"})


def test_only_the_groups_asked_for_reach_the_bodies() -> None:
    plan = load_plan(ROOT).plan
    frage = Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1), feld="wohnen")
    bericht = due(plan, plan.fassung_nach_id["2020"], frage)
    answers = [answer for _, answer in answers_per_body(plan, bericht, [Gruppe.UEBERFAELLIG])]
    shown = {(one.nummer, one.gruppe) for answer in answers for one in answer.eintraege}
    assert shown == {("4.2", Gruppe.UEBERFAELLIG)}
