"""``konzept validate --fix`` as a user calls it: what is repaired is shown, and the validation has the last word."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from konzept.cli.reparatur import Fix  # noqa: TC001  typer reads the annotations at run time
from konzept.cli.surface.bare_value import with_bare_values
from konzept.cli.surface.german import GermanTyper
from konzept.render.reparatur import reparatur_text
from tests.program import konzept, started

if TYPE_CHECKING:
    from subprocess import CompletedProcess

ROOT = Path(__file__).parent.parent.parent
SOUND = ROOT / "tests" / "errors" / "_grundplan"
FIELD = "data/handlungsfelder/2020/1-soziales.yaml"
SOUND_ANSWER = (
    "Geprüft: 1 Fassung, 1 Handlungsfeld, 0 Handlungsziele, 1 Maßnahme.\n"
    "Ergebnis: 0 Fehler, 0 Warnungen, 0 Hinweise.\n"
)


def validate(root: Path, *args: str, **env: str) -> CompletedProcess[str]:
    return konzept("validate", *args, cwd=root, **env)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def plant(root: Path, old: str, new: str, name: str = FIELD) -> None:
    """Put something else in the place of a stretch of a file."""
    path = root / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def texts(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.rglob("*") if path.is_file()}


CLEAN = texts(SOUND)


def test_a_repair_is_shown_written_and_judged(root: Path) -> None:
    plant(root, "titel: Soziales", "titel: Soziales  ")
    result = validate(root, "--fix")
    assert result.stdout == (
        f"{FIELD}: 1 Reparatur\n"
        "  Leerzeichen am Ende von 1 Zeile entfernt\n"
        f"--- {FIELD}\n"
        f"+++ {FIELD}\n"
        "@@ -1,6 +1,6 @@\n"
        " id: soziales\n"
        ' nummer: "7"\n'
        "-titel: Soziales··\n"
        "+titel: Soziales\n"
        " massnahmen:\n"
        "   - id: beratung\n"
        "     text: Beratung anbieten\n"
        "\n" + SOUND_ANSWER
    )
    assert result.stderr == "Repariert: 1 Datei. Geprüft ist das Ergebnis.\n"
    assert result.returncode == 0
    assert texts(root) == CLEAN


def test_a_second_call_finds_nothing_to_do(root: Path) -> None:
    plant(root, "\n", "\r\n")
    assert validate(root, "--fix").returncode == 0
    result = validate(root, "--fix")
    assert (result.stdout, result.stderr) == (SOUND_ANSWER, "Nichts zu reparieren.\n")


def test_dry_run_shows_and_writes_nothing_and_judges_what_is_there(root: Path) -> None:
    plant(root, "titel: Soziales", "titel: Soziales im IIm-Kreis")
    before = texts(root)
    result = validate(root, "--fix=ocr", "--dry-run")
    assert "-titel: Soziales im IIm-Kreis\n+titel: Soziales im Ilm-Kreis\n" in result.stdout
    assert "[text-verlesen]" in result.stdout
    assert result.stderr == (
        "Nur gezeigt, nichts geschrieben: 1 Datei zu reparieren. Geprüft ist der Plan, wie er jetzt ist.\n"
    )
    assert (result.returncode, texts(root)) == (0, before)
    written = validate(root, "--fix=ocr")
    assert written.stdout == result.stdout.partition("\n\n")[0] + "\n\n" + SOUND_ANSWER


def test_misreadings_are_left_to_fix_ocr(root: Path) -> None:
    plant(root, "titel: Soziales", "titel: Soziales im IIm-Kreis")
    result = validate(root, "--fix")
    assert "[text-verlesen]" in result.stdout
    assert result.stderr == "Nichts zu reparieren.\n"


def test_the_exit_code_is_that_of_the_validation(root: Path) -> None:
    plant(root, "[jobcenter]", "[jobcentr]  ")
    result = validate(root, "--fix")
    assert result.returncode == 1
    assert "[akteur-unbekannt]" in result.stdout
    assert "[jobcentr]\n" in (root / FIELD).read_text(encoding="utf-8")


def test_a_file_that_only_the_repair_makes_readable_is_sound_afterwards(root: Path) -> None:
    plant(root, "    termin", "\u00a0\u00a0  termin")
    assert validate(root).returncode == 1
    result = validate(root, "--fix")
    assert "  2 Leerzeichen fremder Art in der Einrückung ersetzt\n" in result.stdout
    assert "-\\xa0\\xa0  termin: fortlaufend\n+    termin: fortlaufend\n" in result.stdout
    assert (result.returncode, texts(root)) == (0, CLEAN)


def test_a_file_in_another_encoding_is_named_and_left(root: Path) -> None:
    broken = root / "data/handlungsfelder/2020/2-neu.yaml"
    broken.write_bytes("id: neu  \r\ntitel: Für\r\n".encode("cp1252"))
    plant(root, "titel: Soziales", "titel: Soziales  ")
    result = validate(root, "--fix")
    assert result.returncode == 1
    assert result.stderr == (
        "Nicht repariert: data/handlungsfelder/2020/2-neu.yaml, Zeile 2: Die Datei ist nicht in UTF-8 "
        "geschrieben (vermutlich Windows-1252 oder Latin-1). Speichern Sie sie im Editor mit der Kodierung »UTF-8«.\n"
        "Repariert: 1 Datei. Geprüft ist das Ergebnis.\n"
    )
    assert broken.read_bytes() == "id: neu  \r\ntitel: Für\r\n".encode("cp1252")
    assert (root / FIELD).read_bytes() == CLEAN["1-soziales.yaml"]
    assert validate(root, "--fix").stderr.endswith("Sonst ist nichts zu reparieren.\n")


@pytest.mark.parametrize("path", [FIELD, "data/handlungsfelder", "./data/handlungsfelder/2020/"])
def test_pfad_chooses_the_files(path: str, root: Path) -> None:
    for file in root.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    result = validate(root, "--fix", path)
    assert result.stderr == "Repariert: 1 Datei. Geprüft ist das Ergebnis.\n"
    crlf = sorted(name for name, content in texts(root).items() if b"\r" in content)
    assert crlf == ["2020.yaml", "akteure.yaml", "konzept.yaml"]


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif"])
def test_where_stdout_is_for_data_the_diff_goes_to_stderr(form: str, root: Path) -> None:
    plain = validate(root, "--format", form)
    plant(root, "titel: Soziales", "titel: Soziales  ")
    result = validate(root, "--fix", "--format", form)
    assert result.stdout == plain.stdout
    assert "-titel: Soziales··\n+titel: Soziales\n" in result.stderr
    if form == "json":
        assert json.loads(result.stdout)["befunde"] == []


def test_with_a_file_for_the_findings_the_diff_stays_on_stdout(root: Path, tmp_path: Path) -> None:
    plant(root, "titel: Soziales", "titel: Soziales  ")
    result = validate(root, "--fix", "--format", "json", "-o", str(tmp_path / "befunde.json"))
    assert result.stdout.endswith("     text: Beratung anbieten\n\n")
    assert json.loads((tmp_path / "befunde.json").read_text(encoding="utf-8"))["befunde"] == []


WRONG_CALLS = {
    "another value": (
        ("--fix=alles",),
        "Fehler: Falscher Wert für »--fix«: »alles« ist nicht vorgesehen. Erlaubt: zeichen oder ocr.\n",
    ),
    "a blank before the value": (
        ("--fix", "ocr"),
        "Fehler: Den Pfad »ocr« gibt es in diesem Plan nicht.\nHilfe: Meinten Sie »--fix=ocr«, ohne Leerzeichen?\n",
    ),
    "no such file": (
        ("--fix", "data/nichts.yaml"),
        "Fehler: Den Pfad »data/nichts.yaml« gibt es in diesem Plan nicht.\n",
    ),
    "dry run of nothing": (("--dry-run",), "Fehler: »--dry-run« geht nur mit »--fix«.\n"),
    "behind --, a path": (("--", "--fix"), "Fehler: Den Pfad »--fix« gibt es in diesem Plan nicht.\n"),
    "findings into the plan": (("--fix", "-o", "data/x.txt"), "Fehler: »data/x.txt« liegt im Ordner data/"),
}


@pytest.mark.parametrize(("args", "message"), WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_repairs_nothing(args: tuple[str, ...], message: str, root: Path) -> None:
    plant(root, "\n", "\r\n")
    before = texts(root)
    result = validate(root, *args)
    assert result.returncode == 2
    assert result.stderr.startswith(message)
    assert texts(root) == before


def test_without_a_plan_there_is_nothing_to_repair(tmp_path: Path) -> None:
    result = validate(tmp_path, "--fix")
    assert (result.returncode, result.stdout) == (3, "")


def test_a_protected_file_is_named_and_nothing_written(root: Path) -> None:
    plant(root, "\n", "\r\n")
    plant(root, "\n", "\r\n", "data/akteure.yaml")
    before = texts(root)
    (root / FIELD).chmod(0o444)
    result = validate(root, "--fix")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"Fehler: Die Datei {FIELD} ist schreibgeschützt; es wurde nichts verändert.\n"
        "Hilfe: Heben Sie den Schreibschutz auf, oder nennen Sie als PFAD nur, was repariert werden soll.\n"
    )
    assert texts(root) == before


def test_two_runs_at_once_do_not_harm_each_other(root: Path) -> None:
    for file in root.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    command = [sys.executable, "-m", "konzept", "-C", str(root), "validate", "--fix"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    runs = [
        subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for run in runs:
        _, stderr = run.communicate(timeout=60)
        # who comes second finds the files done, or changed while it was reading them
        assert run.returncode == 0 or b"wurde eben von einem anderen Programm" in stderr
    assert texts(root) == CLEAN


def test_a_terminal_that_knows_only_ascii_makes_no_difference(root: Path) -> None:
    plant(root, "titel: Soziales", unicodedata.normalize("NFD", "titel: Für  "))
    result = started("validate", "--fix", cwd=root, LANG="C", PYTHONIOENCODING="", PYTHONUTF8="0", LC_ALL="C")
    assert result.returncode == 0
    assert "-titel: Fu\\u0308r" in result.stdout
    assert (root / FIELD).read_text(encoding="utf-8").splitlines()[2] == "titel: Für"


def lines(*parts: str, end: str = "\n") -> str:
    return "".join(part + end for part in parts)


SHOWN = {
    "all line ends: only told": (
        lines("a: 1", "b: 2", end="\r\n"),
        lines("a: 1", "b: 2"),
        {"zeilenende": 2},
        "x.yaml: 2 Reparaturen\n  2 Zeilenenden auf LF gesetzt\n",
    ),
    "some line ends: each shown": (
        "a: 1\r\nb: 2\rc: 3\n",
        "a: 1\nb: 2\nc: 3\n",
        {"zeilenende": 2},
        (
            "x.yaml: 2 Reparaturen\n  2 Zeilenenden auf LF gesetzt\n--- x.yaml\n+++ x.yaml\n@@ -1,3 +1,3 @@\n"
            "-a: 1\\r\n-b: 2\\r\n+a: 1\n+b: 2\n c: 3\n"
        ),
    ),
    "what cannot be seen": (
        "\ufeffa: u\u0308 \u212b \t\n\u2003b: 1",
        "a: ü Å\n b: 1\n",
        {"bom": 1, "einzug": 1, "leerzeichen": 1, "nfc": 2, "schluss": 1, "ocr": 2},
        (
            "x.yaml: 8 Reparaturen\n"
            "  Byte-Order-Mark am Anfang entfernt\n"
            "  1 Leerzeichen fremder Art in der Einrückung ersetzt\n"
            "  Leerzeichen am Ende von 1 Zeile entfernt\n"
            "  2 Stellen mit zerlegten Zeichen zusammengesetzt (NFC)\n"
            "  Zeilenende hinter der letzten Zeile ergänzt\n"
            "  2 Lesefehler der Texterkennung berichtigt\n"
            "--- x.yaml\n+++ x.yaml\n@@ -1,2 +1,2 @@\n"
            "-\\ufeffa: u\\u0308 \\u212b··\n-\\u2003b: 1\n\\ Kein Zeilenende am Ende der Datei\n+a: ü Å\n+ b: 1\n"
        ),
    ),
    "an odd blank that stays is not marked": (
        "a: z.\u00a0B. x \n",
        "a: z.\u00a0B. x\n",
        {"leerzeichen": 1},
        (
            "x.yaml: 1 Reparatur\n  Leerzeichen am Ende von 1 Zeile entfernt\n--- x.yaml\n+++ x.yaml\n@@ -1 +1 @@\n"
            "-a: z.\u00a0B. x·\n+a: z.\u00a0B. x\n"
        ),
    ),
    "two places far apart": (
        lines("a: 1 ", *(f"k{n}: 1" for n in range(8)), "b: 1 "),
        lines("a: 1", *(f"k{n}: 1" for n in range(8)), "b: 1"),
        {"leerzeichen": 2},
        (
            "x.yaml: 2 Reparaturen\n  Leerzeichen am Ende von 2 Zeilen entfernt\n--- x.yaml\n+++ x.yaml\n"
            "@@ -1,4 +1,4 @@\n-a: 1·\n+a: 1\n k0: 1\n k1: 1\n k2: 1\n"
            "@@ -7,4 +7,4 @@\n k5: 1\n k6: 1\n k7: 1\n-b: 1·\n+b: 1\n"
        ),
    ),
    "no control character reaches the terminal": (
        "a: \u200eb \n",
        "a: \u200eb\n",
        {"leerzeichen": 1},
        (
            "x.yaml: 1 Reparatur\n  Leerzeichen am Ende von 1 Zeile entfernt\n--- x.yaml\n+++ x.yaml\n@@ -1 +1 @@\n"
            "-a: \\u200eb·\n+a: \\u200eb\n"
        ),
    ),
}


@pytest.mark.parametrize(("before", "after", "counts", "expected"), SHOWN.values(), ids=SHOWN)
def test_the_diff_shows_what_cannot_be_seen(
    before: str, after: str, counts: dict[str, int], expected: str
) -> None:
    assert reparatur_text("x.yaml", before, after, counts) == expected


def sample() -> GermanTyper:
    """Return a program with an option that may stand alone, and print what it understood."""
    app = GermanTyper(name="probe")

    def run(
        wort: Annotated[str | None, typer.Argument(help="Ein Wort.")] = None,
        fix: Annotated[Fix | None, typer.Option("--fix", "-f", metavar="[=ocr]", help="Reparieren.")] = None,
        *,
        mehr: Annotated[bool, typer.Option("--mehr", help="Mehr.")] = False,
    ) -> None:
        print(fix, wort, mehr)

    app.command(help="Probe.")(run)
    return app


UNDERSTOOD: dict[str, tuple[list[str], str]] = {
    "not at all": ([], "None None False"),
    "alone": (["--fix"], "zeichen None False"),
    "alone, before a word": (["--fix", "ocr"], "zeichen ocr False"),
    "alone, before an option": (["--fix", "--mehr"], "zeichen None True"),
    "with a value": (["--fix=ocr", "x"], "ocr x False"),
    "with its first value": (["--fix=zeichen"], "zeichen None False"),
    "the short name alone": (["-f", "x"], "zeichen x False"),
    "the last counts": (["--fix=ocr", "--fix"], "zeichen None False"),
    "behind the end of options": (["--", "--fix"], "None --fix False"),
}


@pytest.mark.parametrize(("args", "expected"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_an_option_may_stand_alone_or_with_a_value(args: list[str], expected: str) -> None:
    result = CliRunner().invoke(sample(), args)
    assert (result.exit_code, result.output) == (0, f"{expected}\n")


def test_options_of_other_kinds_are_not_touched() -> None:
    params: list[Any] = typer.main.get_command(sample()).params
    assert with_bare_values(["--mehr", "x"], params) == ["--mehr", "x"]


def test_the_help_shows_it_in_one_word() -> None:
    result = CliRunner().invoke(sample(), ["--help"])
    assert "\n  -f, --fix[=ocr]  Reparieren.\n" in result.output


COMPLETED = {
    "fish, the value": ("complete_fish", "konzept validate --fix=o", ["--fix=ocr"]),
    "fish, alone: a path follows": ("complete_fish", "konzept validate --fix o", []),
}


@pytest.mark.parametrize(("shell", "line", "offers"), COMPLETED.values(), ids=COMPLETED)
def test_the_shell_completes_the_value_and_takes_no_path_for_one(
    shell: str, line: str, offers: list[str], root: Path
) -> None:
    result = started(cwd=root, _KONZEPT_COMPLETE=shell, _KONZEPT_COMPLETE_LINE=line)
    assert result.stdout.split() == offers
