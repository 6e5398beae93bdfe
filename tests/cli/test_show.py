"""``konzept show``: cards word for word, names that mean several things or nothing."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.program import konzept

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
NEUJAHR = ("--stichtag", "2022-01-01")
HERBST = ("--stichtag", "1.10.2025")


@pytest.mark.parametrize(
    ("folder", "args", "name"),
    [
        (ROOT, ["vorschaltklassen-pruefen", *NEUJAHR], "show-vorschaltklassen-pruefen.txt"),
        (ROOT, ["6.2", *NEUJAHR], "show-6.2.txt"),
        (ROOT, ["Jugendamt", *NEUJAHR], "show-jugendamt.txt"),
        (MUSTERKREIS, ["1.1 M1", *HERBST], "show-beratungsverbund.txt"),
        (MUSTERKREIS, ["beratungsverbund", *HERBST, "--format", "json"], "show-beratungsverbund.json"),
        (MUSTERKREIS, ["Handlungsfeld 6", *HERBST], "show-handlungsfeld-6.txt"),
        (MUSTERKREIS, ["leitziel-zusammenhalt", *HERBST], "show-leitziel.txt"),
        (ROOT, ["4.1", *NEUJAHR], "show-4.1.txt"),
        (ROOT, ["4.1", *NEUJAHR, "--format", "md"], "show-4.1.md"),
        (ROOT, ["Maßnahme 4.1", *NEUJAHR, "--format", "md"], "show-massnahme-4.1.md"),
        (ROOT, ["thilik", *NEUJAHR], "show-thilik.txt"),
        (MUSTERKREIS, ["sprachbruecke", "--stichtag", "2023-10-15"], "show-sprachbruecke.txt"),
        (
            MUSTERKREIS,
            ["sprachbruecke", "--stichtag", "2023-10-15", "--format", "md"],
            "show-sprachbruecke.md",
        ),
        (MUSTERKREIS, ["Jugendamt", *HERBST, "--format", "md"], "show-jugendamt-musterkreis.md"),
    ],
)
def test_the_card_is_the_golden_one(folder: Path, args: list[str], name: str) -> None:
    result = konzept("show", *args, cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    golden = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(result.stdout, encoding="utf-8", newline="\n")
    assert result.stdout == golden.read_text(encoding="utf-8")
    if name.endswith(".txt"):
        assert max(map(len, result.stdout.splitlines())) <= 80


def test_intern_only_when_asked_for() -> None:
    for form in ("text", "json"):
        args = ("show", "beratungsverbund", *HERBST, "--format", form)
        assert "Randbemerkung" not in konzept(*args, cwd=MUSTERKREIS).stdout
        assert "Randbemerkung" in konzept(*args, "--intern", cwd=MUSTERKREIS).stdout


def test_a_number_that_names_several_things_lists_them() -> None:
    result = konzept("show", "2", *NEUJAHR)
    assert (result.returncode, result.stdout) == (2, "")
    assert (
        "Fehler: »2« meint mehreres:\n"
        "  Leitziel 2 Wir als Kreis leben Vielfalt! (vielfalt-leben)\n"
        "  Handlungsfeld 2 Sprache und Bildung (sprache-und-bildung)\n"
    ) in result.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vorschaltklasse", "Meinten Sie »vorschaltklassen« (Deutsch-Sprachförderung"),
        ("jobcentr", "Meinten Sie »Jobcenter« (Jobcenter Ilm-Kreis)?"),
        ("2.99", "»2.99« gibt es in der Fassung 2020 nicht."),
        ("qqqqqqqq", "konzept list --akteure"),
        ("", "»« gibt es in der Fassung 2020 nicht."),
    ],
)
def test_what_is_unknown_is_answered_with_the_nearest(name: str, expected: str) -> None:
    result = konzept("show", name, *NEUJAHR)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_an_id_that_only_another_fassung_holds_is_shown_there() -> None:
    result = konzept("show", "sprachlern-app", SOURCE_DATE_EPOCH="1760000000", cwd=MUSTERKREIS)
    assert result.returncode == 0
    assert "Nicht in der Fassung 2025 enthalten; gezeigt ist die Fassung 2022." in result.stderr
    assert "Stichtag        09.10.2025\n" in result.stdout
    named = konzept("show", "sprachlern-app", "--fassung", "2025", cwd=MUSTERKREIS)
    assert (named.returncode, named.stdout) == (2, "")
    assert "»--fassung 2022«" in named.stderr


@pytest.mark.parametrize("args", [["5.10"], ["Handlungsziel 5.10", "--fassung", "2020"]])
def test_a_number_that_only_another_fassung_has_names_that_one(args: list[str]) -> None:
    """It is not shown at once: numbers are used again, so that the same one may mean another thing (design §2)."""
    result = konzept("show", *args, *NEUJAHR)
    assert (result.returncode, result.stdout) == (2, "")
    message = " ".join(result.stderr.split())
    assert "gibt es in der Fassung 2020 nicht." in message
    assert "Es gibt das in der Fassung 2018: Handlungsziel 5.10 Verbesserung des Zugangs" in message
    assert "»--fassung 2018«" in message
    found = konzept("show", args[0], "--fassung", "2018", *NEUJAHR)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("Handlungsziel 5.10: ")


def test_a_number_that_both_fassungen_have_is_that_of_the_one_asked_for() -> None:
    def title(*args: str) -> str:
        return konzept("show", *args, *NEUJAHR).stdout.split("=", 1)[0]

    assert title("5.8") != title("5.8", "--fassung", "2018")


def test_a_programme_that_nothing_uses() -> None:
    result = konzept("show", "ThILIK", *NEUJAHR, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    content = json.loads(result.stdout)
    assert (content["ebene"], content["id"], content["massnahmen"]) == ("foerderprogramm", "thilik", [])
    assert [one["prozent"] for one in content["anteile"]] == ["80", "20"]


def test_a_programme_by_its_name_and_its_massnahmen_in_every_fassung() -> None:
    def card(*args: str) -> dict[str, object]:
        name = "Landesförderung „Sprachbrücke“"
        return dict(json.loads(konzept("show", name, *args, "--format", "json", cwd=MUSTERKREIS).stdout))

    alt, neu = card("--fassung", "2022", *HERBST), card(*HERBST)
    assert (alt["anderswo"], neu["anderswo"]) == ({"2025": 1}, {"2022": 2})
    assert isinstance(alt["massnahmen"], list)
    assert [one["id"] for one in alt["massnahmen"]] == ["orientierungskurse", "ferienkurse"]
    assert alt["massnahmen"][0]["hinweise"] == ["Honorare"]


def test_a_card_into_a_file_but_not_among_those_of_the_plan(tmp_path: Path) -> None:
    ziel = tmp_path / "karte.md"
    result = konzept("show", "2.9", *NEUJAHR, "--format", "md", "-o", str(ziel))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert ziel.read_text(encoding="utf-8").startswith("# Handlungsziel 2.9: ")
    text = konzept("show", "2.9", *NEUJAHR, "-o", str(ziel))
    assert (text.returncode, text.stdout) == (0, "")
    assert ziel.read_text(encoding="utf-8") == konzept("show", "2.9", *NEUJAHR).stdout
    inside = konzept("show", "2.9", "-o", "data/akteure.yaml")
    assert inside.returncode == 2
    assert "data/" in inside.stderr


def test_a_faulty_template_of_the_plan_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(ROOT / "beispiele" / "handlungsleitlinien", folder)
    (folder / "templates" / "md").mkdir(parents=True)
    (folder / "templates" / "md" / "karte.j2.md").write_text("{{ gibtesnicht }}\n", encoding="utf-8")
    result = konzept("show", "3", "--format", "md", cwd=folder)
    assert (result.returncode, result.stdout) == (1, "")
    assert "md/karte.j2.md" in result.stderr


def test_what_sachstand_makes_of_the_number_of_a_goal() -> None:
    """»show 2.9« is the goal, »sachstand 2.9« its only Maßnahme: the card says so."""
    assert "\n»konzept sachstand 2.9« meldet zu dieser Maßnahme.\n" in konzept("show", "2.9", *NEUJAHR).stdout
    shown = konzept(
        "sachstand", "2.9", "--stand", "laufend", "--text", "Probe.", "--erfasst", "2021-03-01", "--dry-run"
    )
    assert "massnahme: vorschaltklassen-pruefen" in shown.stdout
    several = konzept("show", "6.5", *NEUJAHR).stdout
    assert "\nGemeldet wird zu einer dieser Maßnahmen: »konzept sachstand ID«.\n" in several


def test_a_name_that_a_body_shares_says_so() -> None:
    result = konzept("show", "migrationsbeirat", *HERBST, "--format", "json", cwd=MUSTERKREIS)
    assert json.loads(result.stdout)["ebene"] == "massnahme"
    assert 'konzept show "Stelle migrationsbeirat"' in result.stderr
    body = konzept("show", "Stelle migrationsbeirat", *HERBST, "--format", "json", cwd=MUSTERKREIS)
    assert (json.loads(body.stdout)["ebene"], body.stderr) == ("akteur", "")


def test_names_that_several_bodies_bear(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "fassungen").mkdir(parents=True)
    (data / "konzept.yaml").write_text("koerperschaft: Leer\n", encoding="utf-8")
    frame = "titel: Plan\nart: Konzept\nstand: '2020'\nvollstaendig: nein\n"
    (data / "fassungen" / "2020.yaml").write_text(frame, encoding="utf-8")
    bodies = "akteure:\n- {id: a, name: Amt, art: verein}\n- {id: b, name: Bund, kurz: AMT, art: verein}\n"
    (data / "akteure.yaml").write_text(bodies, encoding="utf-8")
    programme = "foerderprogramme:\n- {id: a, name: AMT}\n- {id: c, name: Amt}\n"
    (data / "foerderprogramme.yaml").write_text(programme, encoding="utf-8")
    result = konzept("show", "Amt", cwd=tmp_path)
    assert result.returncode == 2
    assert (
        "  Stelle Amt (a)\n  Stelle Bund (b)\n  Förderprogramm AMT (a)\n  Förderprogramm Amt (c)\n"
    ) in result.stderr
    body = konzept("show", "a", cwd=tmp_path)
    assert body.stdout.startswith("Amt\n===\nid ")
    assert 'konzept show "Förderprogramm a"' in body.stderr
    assert konzept("show", "Förderprogramm a", cwd=tmp_path).stdout.startswith("Förderprogramm: AMT\n")
    assert konzept("show", "Förderprogramm x", cwd=tmp_path).returncode == 2


def test_a_plan_with_a_fehler_is_refused_and_none_is_no_plan(tmp_path: Path) -> None:
    assert konzept("show", "x", cwd=tmp_path).returncode == 3
    data = tmp_path / "data"
    data.mkdir()
    (data / "konzept.yaml").write_text("unbekannt: ja\n", encoding="utf-8")
    (data / "akteure.yaml").write_text("akteure: []\n", encoding="utf-8")
    result = konzept("show", "x", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, "")


def test_a_querbezug_to_what_only_an_earlier_fassung_holds_is_named_as_it_was_there(tmp_path: Path) -> None:
    errors = ROOT / "tests" / "errors"
    shutil.copytree(errors / "_grundplan", tmp_path, dirs_exist_ok=True)
    shutil.copytree(errors / "querbezug-nicht-fortgefuehrt", tmp_path, dirs_exist_ok=True)
    card = konzept("show", "sprechstunde", *NEUJAHR, cwd=tmp_path).stdout
    assert "  - analog zu Maßnahme 7 Beratung anbieten (beratung), Fassung 2020\n" in card
    data = json.loads(konzept("show", "sprechstunde", *NEUJAHR, "--format", "json", cwd=tmp_path).stdout)
    [bezug] = data["querbezuege"]
    assert (bezug["fassung"], bezug["titel"]) == ("2020", "Beratung anbieten")
