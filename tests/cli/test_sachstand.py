"""``konzept sachstand`` as a user calls it: one line more in the log, or one sentence why not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from konzept.load import load_plan
from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent
LOG = "data/sachstand/2020.yaml"
REPORT = ("vorschaltklassen-pruefen", "--stand", "begonnen", "--text", "Geprüft wird seit Mai.")
ON = ("--erfasst", "2021-06-30")


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "konzept", "sachstand", *args]


def environment(**env: str) -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "SOURCE_DATE_EPOCH"}}
    return {**clean, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **env}


def sachstand(root: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return konzept("sachstand", *args, cwd=root, **env)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the shipped plan."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def test_an_entry_is_added_and_named(root: Path) -> None:
    before = (root / LOG).read_text(encoding="utf-8")
    result = sachstand(
        root,
        *REPORT,
        *ON,
        *("--am", "15.06.2021", "--von", "Schulverwaltungsamt", "--beleg", "Mail vom 16.6.2021"),
        *("--erfuellt", "1@2021-12-31", "--neuer-termin", "bis Ende 2022"),
    )
    line = before.count("\n") + 1
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == (
        f"Eingetragen in {LOG}, Zeile {line}: »Überprüfung der Installation von Vorschaltklassen im "
        "Ilm-Kreis für die Sprachförderung Deutsch« (vorschaltklassen-pruefen), begonnen am 15.6.2021.\n"
    )
    assert (root / LOG).read_text(encoding="utf-8") == before + (
        "  - am: 2021-06-15\n"
        "    erfasst: 2021-06-30\n"
        "    massnahme: vorschaltklassen-pruefen\n"
        "    stand: begonnen\n"
        "    text: Geprüft wird seit Mai.\n"
        "    von: schulverwaltungsamt\n"
        "    beleg: Mail vom 16.6.2021\n"
        "    erfuellt:\n"
        "      - {teil: 1, frist: 2021-12-31}\n"
        "    neuer_termin: bis Ende 2022\n"
    )
    assert sorted(path.name for path in (root / "data").iterdir() if path.name.startswith(".")) == []


def test_a_beschluss_that_moved_a_termin_is_written_below_it(root: Path) -> None:
    before = (root / LOG).read_text(encoding="utf-8")
    result = sachstand(
        root, *REPORT, *ON, "--neuer-termin", "bis Ende 2022", "--beschluss", "Kreistag@30.06.2021"
    )
    assert (result.returncode, result.stdout) == (0, "")
    assert (root / LOG).read_text(encoding="utf-8").removeprefix(before).splitlines()[-4:] == [
        "    neuer_termin: bis Ende 2022",
        "    beschluss:",
        "      gremium: Kreistag",
        "      datum: 2021-06-30",
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--beschluss", "Kreistag@2021-06-30"),
            "»--beschluss« nennt, wer den neuen Termin gesetzt hat; ein neuer Termin fehlt.",
        ),
        (("--neuer-termin", "2022", "--beschluss", "Kreistag"), "»Kreistag« nennt keinen Beschluss."),
        (
            ("--neuer-termin", "2022", "--beschluss", "Kreistag@gestern"),
            "»Kreistag@gestern« nennt keinen Beschluss.",
        ),
        (("--neuer-termin", "2022", "--beschluss", "@2021-06-30"), "Das Gremium ist leer."),
    ],
)
def test_a_beschluss_without_its_parts_is_a_wrong_call(
    root: Path, options: tuple[str, ...], sentence: str
) -> None:
    before = (root / LOG).read_bytes()
    result = sachstand(root, *REPORT, *ON, *options)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Fehler: {sentence}\n")
    assert (root / LOG).read_bytes() == before


def test_a_second_report_of_the_same_day_says_what_it_replaces(root: Path) -> None:
    first = (*REPORT, *ON, "--von", "schulverwaltungsamt", "--erfuellt", "1@2021-12-31")
    assert sachstand(root, *first).returncode == 0
    second = sachstand(root, *REPORT, *ON, "--von", "schulverwaltungsamt")
    assert second.returncode == 0
    assert second.stderr.startswith(
        "Hinweis: Ersetzt den Eintrag derselben Stelle, der vom selben Tag spricht; "
        "nicht mehr erfüllt: Teil 1 am 31.12.2021.\n"
    )
    other = sachstand(
        root, REPORT[0], "--stand", "begonnen", "--text", "Korrektur: Ab Juni.", *ON, "--von", "landraetin"
    )
    assert other.stderr.startswith("Hinweis: Ersetzt keinen Eintrag; ")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--erfasst", "2062-03-05"), "»--erfasst« nennt den 5.3.2062; das ist nach heute, dem 1.7.2021."),
        (
            ("--erfasst", "2021-06-30", "--neuer-termin", "2022", "--beschluss", "Kreistag@2021-07-01"),
            "Der Beschluss vom 2021-07-01 liegt nach dem Tag der Eintragung.",
        ),
        (
            ("--erfasst", "2021-06-30", "--stand", "keine-rueckmeldung", "--erfuellt", "1"),
            "Wer nicht geantwortet hat, hat nichts erfüllt und keinen neuen Termin genannt.",
        ),
    ],
)
def test_what_cannot_be_known_yet_is_refused(root: Path, options: tuple[str, ...], sentence: str) -> None:
    before = (root / LOG).read_bytes()
    result = sachstand(root, *REPORT, *options, SOURCE_DATE_EPOCH="1625097600")
    assert (result.returncode, result.stderr.splitlines()[0]) == (2, f"Fehler: {sentence}")
    assert (root / LOG).read_bytes() == before


def test_dry_run_shows_the_lines_and_writes_nothing(root: Path) -> None:
    before = (root / LOG).read_bytes()
    result = sachstand(root, *REPORT, *ON, "--dry-run")
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == [f"--- {LOG}", f"+++ {LOG}"]
    assert [line for line in lines[3:] if not line.startswith(" ")] == [
        "+  - am: 2021-06-30",
        "+    erfasst: 2021-06-30",
        "+    massnahme: vorschaltklassen-pruefen",
        "+    stand: begonnen",
        "+    text: Geprüft wird seit Mai.",
    ]
    assert result.stderr.startswith("Nur gezeigt, nicht eingetragen: ")
    assert (root / LOG).read_bytes() == before


def test_the_diff_can_be_applied(root: Path) -> None:
    if shutil.which("git") is None:
        pytest.fail("git is needed to develop this project")
    shown = sachstand(root, *REPORT, *ON, "--dry-run").stdout
    subprocess.run(["git", "apply", "-p0", "-"], cwd=root, input=shown.encode(), check=True)
    applied = (root / LOG).read_bytes()
    shutil.copy(ROOT / LOG, root / LOG)
    sachstand(root, *REPORT, *ON)
    assert (root / LOG).read_bytes() == applied


@pytest.mark.parametrize(
    ("args", "code", "sentence"),
    [
        (("fehlt", *REPORT[1:]), 2, "Die Maßnahme »fehlt« gibt es in der Fassung 2020 nicht."),
        (("vorschaltklassen-prüfen", *REPORT[1:]), 2, "Meinten Sie »vorschaltklassen-pruefen«?"),
        (("1.1", *REPORT[1:]), 2, "\n  interkulturelle-woche"),
        ((*REPORT, "--von", "Schulamt"), 2, "»Schulamt«"),
        ((*REPORT, "--von", "jobcentr"), 2, "Die Stelle »jobcentr« gibt es nicht."),
        ((REPORT[0], "--stand", "fertig", "--text", "x"), 2, "Möglich sind: geplant, begonnen"),
        ((REPORT[0], "--stand", "umgesezt", "--text", "x"), 2, "Meinten Sie »umgesetzt«?"),
        ((*REPORT[:-1], "Eins. Zwei. Drei. Vier."), 2, "4 Sätze; eine Meldung hat höchstens 3"),
        ((*REPORT[:-1], "  "), 2, "Der Text ist leer."),
        ((*REPORT, "--am", "2021-07-01"), 2, "spricht vom 2021-07-01"),
        ((*REPORT, "--am", "31.06.2021"), 2, "»--am«"),
        ((*REPORT, "--erfuellt", "3"), 2, "einen Teil 3 gibt es nicht"),
        ((*REPORT, "--erfuellt", "1@2021-06-30"), 2, "Seine Frist ist 2021-12-31."),
        ((*REPORT, "--erfuellt", "eins"), 2, "»--erfuellt 1@2022-06-30« dessen Frist am 30.6.2022"),
        ((*REPORT, "--erfuellt", "1@31.2.2021"), 2, "»1@31.2.2021« nennt keinen Teil"),
        ((*REPORT, "--fassung", "2021"), 2, "Vorhanden: 2018, 2020."),
        (REPORT[:3], 2, "»--text« fehlt"),
        ((*REPORT, "--fassung", "2018"), 2, "Es gibt sie in der Fassung 2020: »--fassung 2020«."),
    ],
)
def test_a_wrong_call_is_one_sentence_and_changes_nothing(
    root: Path, args: tuple[str, ...], code: int, sentence: str
) -> None:
    before = (root / LOG).read_bytes()
    result = sachstand(root, *args, *ON)
    assert (result.returncode, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert (root / LOG).read_bytes() == before


def test_a_number_that_means_one_is_as_good_as_its_id(root: Path) -> None:
    result = sachstand(root, "2.9", *REPORT[1:], *ON)
    assert result.returncode == 0
    assert "(vorschaltklassen-pruefen)" in result.stderr


def test_a_day_without_a_fassung_says_which_one_is_taken(root: Path) -> None:
    result = sachstand(root, *REPORT, "--erfasst", "2025-06-30")
    assert result.returncode == 0
    assert result.stderr.startswith(
        "Hinweis: Am 30.6.2025 gilt keine Fassung; genommen ist die letzte davor, 2020.\n"
    )


def test_today_is_source_date_epoch_where_that_is_set(root: Path) -> None:
    sachstand(root, *REPORT, SOURCE_DATE_EPOCH="1640995200")
    assert (root / LOG).read_text(encoding="utf-8").count("am: 2022-01-01\n    erfasst: 2022-01-01") == 1
    result = sachstand(root, *REPORT, SOURCE_DATE_EPOCH="gestern")
    assert result.returncode == 2
    assert "»--erfasst«" in result.stderr


def test_a_broken_log_ends_with_1(root: Path) -> None:
    (root / LOG).write_text("eintraege: [\n", encoding="utf-8")
    result = sachstand(root, *REPORT, *ON)
    assert result.returncode == 1
    assert "»konzept validate« nennt die Stellen" in result.stderr


def test_a_list_in_brackets_ends_with_1(root: Path) -> None:
    entry = "{am: 2021-01-01, erfasst: 2021-01-01, massnahme: vereinsplattform, stand: laufend}"
    (root / LOG).write_text(f"eintraege: [{entry}]\n", encoding="utf-8")
    result = sachstand(root, *REPORT, *ON)
    assert result.returncode == 1
    assert f"Die Liste »eintraege« steht in Klammern ({LOG}, Zeile 1)." in result.stderr


def test_no_plan_ends_with_3(tmp_path: Path) -> None:
    assert sachstand(tmp_path, *REPORT, *ON).returncode == 3


def test_a_report_after_the_end_is_written_and_said(root: Path) -> None:
    assert sachstand(root, REPORT[0], "--stand", "umgesetzt", "--text", "Fertig.", *ON).returncode == 0
    result = sachstand(root, *REPORT, "--erfasst", "2021-07-30")
    assert result.returncode == 0
    assert (
        "Warnung: »vorschaltklassen-pruefen« ist schon am 2021-06-30 als »umgesetzt« gemeldet"
        in result.stderr
    )
    assert "Eingetragen in " in result.stderr


@pytest.mark.parametrize("text", ["\x1b[31mrot", "rot\u202e", "a\u2028b"])
def test_control_characters_are_refused_and_never_reach_the_terminal(text: str, root: Path) -> None:
    result = sachstand(root, *REPORT[:-1], text, *ON, "--dry-run")
    assert result.returncode == 2
    assert "Steuerzeichen" in result.stderr
    assert "\x1b" not in result.stdout + result.stderr
    assert "\u202e" not in result.stdout + result.stderr


def test_bytes_that_are_no_text_are_refused(root: Path) -> None:
    if os.name != "posix":  # there arguments are text
        return
    args = [os.fsencode(arg) for arg in command(*REPORT[:-1])]
    result = subprocess.run(
        [*args, b"Gr\xf6\xdfe"], cwd=root, env=environment(), capture_output=True, check=False
    )
    assert result.returncode == 2
    assert "Der Text enthält Zeichen, die sich nicht lesen lassen." in result.stderr.decode()


def test_four_at_once_are_all_written(root: Path) -> None:
    known = load_plan(root).plan.fassung_nach_id["2020"].sachstand
    assert known is not None
    texts = [f"Meldung {i}" for i in range(4)]
    processes = [
        subprocess.Popen(
            command(*REPORT[:-1], text, *ON), cwd=root, env=environment(), stderr=subprocess.PIPE
        )
        for text in texts
    ]
    answers = [process.communicate(timeout=60)[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    loaded = load_plan(root)
    log = loaded.plan.fassung_nach_id["2020"].sachstand
    assert loaded.findings == []
    assert log is not None
    assert log.eintraege[: len(known.eintraege)] == known.eintraege
    assert sorted(eintrag.text or "" for eintrag in log.eintraege[len(known.eintraege) :]) == texts
    lines = {answer.partition("Zeile ")[2].partition(":")[0] for answer in answers}
    assert len(lines) == 4
    assert [path.name for path in (root / "data").rglob(".*")] == []
