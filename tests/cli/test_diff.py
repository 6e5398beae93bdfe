"""``konzept diff`` as a user calls it: exit codes, formats, wrong names, and files written whole."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from konzept.cli.diff import diff
from konzept.cli.surface.entry import run
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options

ROOT = Path(__file__).parent.parent.parent
RAHMEN = 'titel: Plan\nart: Konzept\nstand: "{stand}"\n'
FELD = """id: sprache
nummer: "1"
titel: Sprache
massnahmen:
  - {id: kurse, text: Kurse, zustaendigkeiten: [amt], termin: fortlaufend}
"""
ZWEITE = "  - {id: beratung, text: Beratung, zustaendigkeiten: [amt], termin: fortlaufend}\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a plan of two Fassungen; the second has lost a Maßnahme and says nothing of it."""
    for datei, text in {
        "konzept.yaml": "land: Thüringen\n",
        "akteure.yaml": "akteure:\n  - {id: amt, name: Amt, art: verwaltung}\n",
        "fassungen/2018.yaml": RAHMEN.format(stand="2018"),
        "fassungen/2020.yaml": RAHMEN.format(stand="2020") + 'vorgaenger: "2018"\n',
        "handlungsfelder/2018/1.yaml": FELD + ZWEITE,
        "handlungsfelder/2020/1.yaml": FELD,
    }.items():
        ziel = tmp_path / "data" / datei
        ziel.parent.mkdir(parents=True, exist_ok=True)
        ziel.write_text(text, encoding="utf-8")
    return tmp_path


def konzept(*args: str) -> int:
    """Run the program with this one command in this process."""
    app = GermanTyper(name="konzept", help="Prüfung", no_args_is_help=True)
    add_global_options(app)
    app.command("diff", help="Zwei Fassungen vergleichen.")(diff)
    return run(lambda: app, args, guarded=False)


def belegt(plan: Path) -> None:
    with (plan / "data/fassungen/2020.yaml").open("a", encoding="utf-8") as datei:
        datei.write('verbleib:\n  "2018":\n    eintraege:\n')
        datei.write("      - {id: beratung, verbleib: umgesetzt, begruendung: fertig}\n")


def test_an_open_balance_ends_with_1_and_says_of_what(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 1
    ausgabe = capsys.readouterr()
    assert "entfallen, Verbleib offen" in ausgabe.out
    assert "Maßnahmen 2018: 2 = 1 fortgeführt + 1 offen" in ausgabe.out


@pytest.mark.parametrize("form", ["text", "md", "html", "json", "odt", "docx"])
def test_an_open_balance_names_the_ids_on_stderr_in_every_format(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    ziel = tmp_path / f"vergleich.{form}"
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", form, "-o", str(ziel)) == 1
    ausgabe = capsys.readouterr()
    assert ausgabe.out == ""
    assert "»beratung«" in ausgabe.err
    assert "von 2018 nach 2020 ist offen" in ausgabe.err
    assert ziel.stat().st_size > 0


def test_a_closed_balance_ends_with_0(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    belegt(plan)
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 0
    ausgabe = capsys.readouterr()
    assert "Maßnahmen 2018: 2 = 1 fortgeführt + 1 umgesetzt\n" in ausgabe.out
    assert ausgabe.err == ""


def test_differences_end_with_1_on_demand(plan: Path) -> None:
    belegt(plan)
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--exit-code") == 1
    assert konzept("-C", str(plan), "diff", "2018", "2018", "--exit-code") == 0


def test_backwards_nothing_is_open(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2020", "2018") == 0
    answer = capsys.readouterr()
    assert "»Beratung«: nur in 2018" in answer.out
    assert "offen" not in answer.err


def test_json(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "json") == 1
    daten = json.loads(capsys.readouterr().out)
    (eine,) = daten["aenderungen"]
    assert (eine["id"], eine["art"], eine["code"], eine["grund"]) == (
        "beratung",
        "entfallen",
        "entfallen-ohne-grund",
        None,
    )
    assert daten["bilanz"]["massnahme"] == {"alt": 2, "fortgefuehrt": 1, "offen": 1}


def test_everything_on_demand(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    konzept("-C", str(plan), "diff", "2018", "2020", "--alles")
    assert "»Kurse«: unverändert" in capsys.readouterr().out


def test_a_name_that_is_no_fassung_is_a_wrong_call(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2021") == 2
    ausgabe = capsys.readouterr()
    assert ausgabe.out == ""
    assert "Die Fassung »2021« gibt es nicht." in ausgabe.err
    assert "Meinten Sie »20" in ausgabe.err
    assert "2018, 2020" in ausgabe.err


def test_a_missing_argument_is_a_wrong_call(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018") == 2
    assert "»NEU«" in capsys.readouterr().err


def test_a_file_is_written_whole(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    belegt(plan)
    ziel = tmp_path / "vergleich.txt"
    assert konzept("-C", str(plan), "diff", "2018", "2020", "-o", str(ziel)) == 0
    assert capsys.readouterr().out == ""
    assert ziel.read_text(encoding="utf-8").startswith("Vergleich der Fassungen 2018 und 2020\n")
    assert [name.name for name in tmp_path.iterdir() if name.name.startswith(".")] == []


def test_a_broken_plan_is_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plan / "data/handlungsfelder/2020/1.yaml").write_text("id: [", encoding="utf-8")
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 1
    ausgabe = capsys.readouterr()
    assert ausgabe.out == ""
    assert "data/handlungsfelder/2020/1.yaml" in ausgabe.err


def test_without_a_plan_it_is_3(tmp_path: Path) -> None:
    assert konzept("-C", str(tmp_path), "diff", "2018", "2020") == 3


def test_the_shipped_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(ROOT), "diff", "2018", "2020") == 0
    assert "5.6 (bisher 5.8)" in capsys.readouterr().out


def test_a_page_and_a_document_carry_the_same_answer(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "html") == 1
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>\n")
    assert "entfallen, Verbleib offen" in page
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "md") == 1
    document = capsys.readouterr().out
    assert document.startswith("# Vergleich der Fassungen 2018 und 2020\n")
    assert "### Maßnahme »Beratung«: entfallen, Verbleib offen\n" in document


@pytest.mark.parametrize(("form", "beginn"), [("html", "<!DOCTYPE html>\n"), ("md", "# Vergleich")])
def test_a_page_is_written_whole_with_everything_on_demand(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, beginn: str
) -> None:
    belegt(plan)
    ziel = tmp_path / f"vergleich.{form}"
    args = ("-C", str(plan), "diff", "2018", "2020", "--alles", "--format", form, "-o", str(ziel))
    assert konzept(*args) == 0
    assert capsys.readouterr().out == ""
    text = ziel.read_text(encoding="utf-8")
    assert text.startswith(beginn)
    assert "unverändert" in text


def test_no_page_lands_among_the_files_of_the_plan(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ziel = plan / "data" / "vergleich.html"
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "html", "-o", str(ziel)) == 2
    assert "liegt im Ordner data/ des Plans" in capsys.readouterr().err
    assert not ziel.exists()


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_suggested_pairing_is_no_page(plan: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--vorschlag", "--format", form) == 2
    ausgabe = capsys.readouterr()
    assert ausgabe.out == ""
    assert f"Den Vorschlag gibt es nicht als {form}." in ausgabe.err
    assert "Vorhanden: text, json" in ausgabe.err


def test_abbreviations_of_the_plan_are_explained_in_a_page(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    belegt(plan)
    with (plan / "data/fassungen/2020.yaml").open("a", encoding="utf-8") as datei:
        datei.write("abkuerzungen: {KVHS: Kreisvolkshochschule}\n")
    feld = plan / "data/handlungsfelder/2020/1.yaml"
    feld.write_text(FELD.replace("text: Kurse", "text: Kurse der KVHS"), encoding="utf-8")
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "html") == 0
    assert '<abbr title="Kreisvolkshochschule">KVHS</abbr>' in capsys.readouterr().out


def test_a_template_of_the_plan_that_is_at_fault_ends_with_1(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = plan / "templates" / "md" / "diff.j2.md"
    own.parent.mkdir(parents=True)
    own.write_text("{{ gibt_es_nicht }}\n", encoding="utf-8")
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", "md") == 1
    ausgabe = capsys.readouterr()
    assert ausgabe.out == ""
    assert "Den Namen »gibt_es_nicht« gibt es hier nicht." in ausgabe.err


@pytest.mark.parametrize(("form", "teil"), [("odt", "content.xml"), ("docx", "word/document.xml")])
def test_on_paper_the_comparison_is_the_synopse(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, teil: str
) -> None:
    belegt(plan)
    target = tmp_path / f"vergleich.{form}"
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", form, "-o", str(target)) == 0
    with zipfile.ZipFile(target) as package:
        assert "Begründung" in package.read(teil).decode("utf-8")
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--format", form) == 2
    assert "Nennen Sie mit -o eine Datei." in capsys.readouterr().err
