"""``konzept diff --vorschlag``: what it prints can be pasted into the files, and then the pairs are one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from konzept.checks.run import run_checks
from konzept.cli.diff import diff
from konzept.cli.surface.entry import run
from konzept.cli.surface.german import GermanTyper
from konzept.cli.surface.global_options import add_global_options
from konzept.diagnostics import Severity
from konzept.load import load_plan

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"

ALT = """id: sprache
nummer: "1"
titel: Sprache und Bildung
handlungsziele:
  - id: deutsch
    nummer: "1.1"
    titel: Deutsch lernen im Alltag
    massnahmen:
      - id: kurse
        text: Deutschkurse für Eltern mit Kinderbetreuung
        zustaendigkeiten: [vhs]
      - id: no
        text: Vorlesen in der Kreisbibliothek mit Ehrenamtlichen
      - id: "2018"
        text: Sprachcafé in den Gemeinschaftsunterkünften
      - id: app
        text: Eine App zum Üben von Vokabeln
"""
NEU = """# yaml-language-server: $schema=x
nummer: "2"
id: sprache-neu
titel: Sprache, Bildung, Teilhabe
handlungsziele:
- nummer: "2.3"
  id: "deutsch-neu"   # kommt aus dem Entwurf
  titel: Deutsch lernen in Alltag und Beruf
  querbezuege:
    - {ziel: vorlesen-neu, art: siehe}
  massnahmen:
    - {text: Deutschkurse für Eltern mit Kinder­betreuung, id: kurse-neu, zustaendigkeiten: [vhs]}
    - id:
        vorlesen-neu
      erschlossen: nein
      text: Vorlesen in der Kreisbibliothek durch Ehrenamtliche
      indikatoren: [{id: kurse-neu, titel: Zuhörende}]
    - id: cafe-neu
      text: Sprachcafé in den Gemeinschaftsunterkünften
      erschlossen: true
      querbezuege: [{ziel: kurse-neu, art: siehe}, {ziel: cafe-neu, art: analog}]
    - id: neues
      text: Beirat für Migration
""".replace("\u00ad", "")
STELLE = "  - {id: kurse-neu, name: Büro der Kurse, art: gruppe}\n"
RAHMEN = 'titel: Plan\nart: Konzept\nstand: "{stand}"\n'
SACHSTAND = """eintraege:
  - am: 2020-05-01
    erfasst: 2020-05-01
    massnahme: kurse-neu
    stand: laufend
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a plan of two Fassungen without a common id; the new one is set in every way that YAML allows."""
    write(tmp_path, "konzept.yaml", "")
    write(
        tmp_path,
        "akteure.yaml",
        "akteure:\n  - {id: vhs, name: Kreisvolkshochschule, art: bildung}\n" + STELLE,
    )
    write(tmp_path, "fassungen/2018.yaml", RAHMEN.format(stand="2018"))
    write(tmp_path, "fassungen/2020.yaml", RAHMEN.format(stand="2020") + 'vorgaenger: "2018"\n')
    write(tmp_path, "handlungsfelder/2018/1.yaml", ALT)
    write(tmp_path, "handlungsfelder/2020/1.yaml", NEU)
    write(tmp_path, "sachstand/2020.yaml", SACHSTAND)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def konzept(*args: str) -> int:
    """Run the program with this one command in this process."""
    app = GermanTyper(name="konzept", help="Prüfung", no_args_is_help=True)
    add_global_options(app)
    app.command("diff", help="Zwei Fassungen vergleichen.")(diff)
    return run(lambda: app, args, guarded=False)


def answer(capsys: pytest.CaptureFixture[str], folder: Path, *args: str) -> str:
    capsys.readouterr()
    assert konzept("-C", str(folder), "diff", *args) in {0, 1}
    return capsys.readouterr().out


def proposed(capsys: pytest.CaptureFixture[str], folder: Path, alt: str, neu: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer(capsys, folder, alt, neu, "--vorschlag", "--format", "json"))
    return found


def put(folder: Path, proposal: dict[str, Any]) -> None:
    """Do what is proposed from the last line of each file to the first."""
    edits = [one for pair in proposal["vorschlaege"] for one in pair["ersetzungen"]]
    if proposal["verbleib"]:
        edits.append(proposal["verbleib"] | {"zeile": proposal["verbleib"]["hinter_zeile"], "spalte": 0})
    for one in sorted(edits, key=lambda one: (one["datei"], one["zeile"], one["spalte"]), reverse=True):
        if "zeilen" in one:
            insert(folder, one)
            continue
        path = folder / one["datei"]
        lines = path.read_text("utf-8").split("\n")
        line, start = lines[one["zeile"] - 1], one["spalte"] - 1
        assert line[start : start + one["laenge"]] == one["statt"]
        lines[one["zeile"] - 1] = line[:start] + one["text"] + line[start + one["laenge"] :]
        path.write_text("\n".join(lines), encoding="utf-8")


def insert(folder: Path, verbleib: dict[str, Any]) -> None:
    path = folder / verbleib["datei"]
    lines = path.read_text("utf-8").split("\n")
    place = verbleib["hinter_zeile"]
    lines[place:place] = verbleib["zeilen"]
    path.write_text("\n".join(lines), encoding="utf-8")


def faults(folder: Path) -> list[str]:
    loaded = load_plan(folder)
    found = [*loaded.findings, *run_checks(loaded.plan, loaded.source)]
    return [f"{one.ort.datei}:{one.ort.zeile} {one.code}" for one in found if one.schwere is Severity.FEHLER]


def kinds(
    capsys: pytest.CaptureFixture[str], folder: Path, alt: str, neu: str
) -> dict[str, tuple[str, bool]]:
    daten = json.loads(answer(capsys, folder, alt, neu, "--alles", "--format", "json"))
    return {eine["id"]: (eine["art"], eine["erschlossen"]) for eine in daten["aenderungen"]}


PAIRS = {
    "sprache": "sprache-neu",
    "deutsch": "deutsch-neu",
    "kurse": "kurse-neu",
    "no": "vorlesen-neu",
    "2018": "cafe-neu",
}


@pytest.mark.parametrize(("form", "name"), [("text", "diff-vorschlag.txt"), ("json", "diff-vorschlag.json")])
def test_the_answer_is_the_golden_one(
    plan: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = answer(capsys, plan, "2018", "2020", "--vorschlag", "--format", form)
    golden = ROOT / "tests" / "golden" / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_the_pairs_and_where_they_are_written(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proposal = proposed(capsys, plan, "2018", "2020")
    found = {pair["alt"]["id"]: pair for pair in proposal["vorschlaege"]}
    assert {alt: pair["neu"]["id"] for alt, pair in found.items()} == PAIRS
    assert {alt: pair["zeile"] for alt, pair in found.items()} == {
        "sprache": 3, "deutsch": 7, "kurse": 12, "no": 14, "2018": 18
    }  # fmt: skip
    assert {alt: pair["zeilen"] for alt, pair in found.items()} == {
        "sprache": ["id: sprache", "erschlossen: true"],
        "deutsch": ["  id: deutsch", "  erschlossen: true   # kommt aus dem Entwurf"],
        "kurse": ["id: kurse, erschlossen: true"],
        "no": ['        "no"'],
        "2018": ['    - id: "2018"'],
    }
    assert all(pair["bitte_pruefen"] and 0.55 <= pair["aehnlichkeit"] <= 1 for pair in found.values())
    assert [one["id"] for one in proposal["ohne_gegenstueck"]["alt"]] == ["app"]
    assert [one["id"] for one in proposal["ohne_gegenstueck"]["neu"]] == ["neues"]


def test_pasted_it_makes_the_pairs_one(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proposal = proposed(capsys, plan, "2018", "2020")
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 1
    put(plan, proposal)
    assert faults(plan) == []
    found = kinds(capsys, plan, "2018", "2020")
    assert {name: found[name][1] for name in PAIRS} == dict.fromkeys(PAIRS, True)
    assert {found[name][0] for name in PAIRS} <= {"geaendert", "umnummeriert", "unveraendert"}
    assert (found["app"], found["neues"]) == (("entfallen", False), ("neu", False))
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 0
    field = (plan / "data/handlungsfelder/2020/1.yaml").read_text("utf-8")
    assert field.count("-neu") == field.count("indikatoren: [{id: kurse-neu,") == 1
    assert STELLE in (plan / "data/akteure.yaml").read_text("utf-8")
    assert "massnahme: kurse\n" in (plan / "data/sachstand/2020.yaml").read_text("utf-8")
    again = proposed(capsys, plan, "2018", "2020")
    assert (again["vorschlaege"], again["verbleib"]) == ([], None)


def test_the_text_can_be_pasted_line_by_line(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a person does it: from below, the free-standing lines in the place of the one that is named."""
    text = answer(capsys, plan, "2018", "2020", "--vorschlag")
    whole = re.compile(
        r"^  (data/\S+):(\d+)\n  statt der Zeile mit »id: \S+«:\n\n((?:.+\n)+)\n", re.MULTILINE
    )
    braces = re.compile(r"^  (data/\S+):(\d+)\n  in der Klammer statt »(id: \S+)«:\n\n(.+)\n\n", re.MULTILINE)
    also = re.compile(r"^  dazu »(\S+)« zu »(\S+)« ändern in:\n((?:    data/.+\n)+)", re.MULTILINE)
    edits: list[tuple[str, int, Any]] = []
    for datei, zeile, block in whole.findall(text):
        edits.append((datei, int(zeile), lambda _, block=block: block.rstrip("\n")))
    for datei, zeile, statt, neu in braces.findall(text):
        edits.append((datei, int(zeile), lambda line, a=statt, b=neu: line.replace(a, b)))
    for statt, neu, places in also.findall(text):
        for datei, numbers in re.findall(r"(data/\S+): Zeile (.+)", places):
            edits += [
                (datei, int(number), lambda line, a=statt, b=neu: line.replace(a, b, 1))
                for number in numbers.split(", ")
            ]
    for datei, zeile, edit in sorted(edits, key=lambda one: one[:2], reverse=True):
        path = plan / datei
        lines = path.read_text("utf-8").split("\n")
        lines[zeile - 1] = edit(lines[zeile - 1])
        path.write_text("\n".join(lines), encoding="utf-8")
    datei, zeile, block = re.findall(
        r"^  (data/\S+)\n  hinter Zeile (\d+):\n\n((?:.+\n)+)", text, re.MULTILINE
    )[0]
    insert(plan, {"datei": datei, "hinter_zeile": int(zeile), "zeilen": block.rstrip("\n").split("\n")})
    assert len(edits) == 5 + 5  # the pairs, and what else names them: four ids and a mark that says no
    assert faults(plan) == []
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 0
    found = kinds(capsys, plan, "2018", "2020")
    assert [name for name, (_, inferred) in found.items() if inferred] == list(PAIRS)


def test_the_musterkreis_with_its_ids_hidden_is_whole_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All 71 ids of 2025 are replaced in the files; pasted, 55 pairs are one, and the balance is closed."""
    folder = Path(shutil.copytree(MUSTERKREIS, tmp_path / "plan"))
    hidden = hide_ids(folder)
    before = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    proposal = proposed(capsys, folder, "2022", "2025")
    assert {file: file.read_bytes() for file in folder.rglob("*.yaml")} == before
    put(folder, proposal)
    assert faults(folder) == []
    assert konzept("-C", str(folder), "diff", "2022", "2025") == 0
    found = kinds(capsys, folder, "2022", "2025")
    paired = [pair["alt"]["id"] for pair in proposal["vorschlaege"]]
    assert len(hidden) == 71
    assert len(paired) == 55
    assert [name for name in paired if not found[name][1] or found[name][0] == "entfallen"] == []


def hide_ids(folder: Path) -> dict[str, str]:
    """Give every item of 2025 another id, wherever it is named, and forget the Verbleib that tells of them."""
    plan = load_plan(folder).plan
    names = {one.id: f"n{number}" for number, one in enumerate(plan.fassung_nach_id["2025"].stellen())}
    frame = folder / "data/fassungen/2025.yaml"
    frame.write_text(frame.read_text("utf-8").partition("\nverbleib:")[0] + "\n", encoding="utf-8")
    word = re.compile(r"(?<=[:\s\[{])([a-z0-9-]+)(?=[\s,}\]])")
    for file in [*folder.glob("data/handlungsfelder/2025/*.yaml"), *folder.glob("data/*/2025.yaml")]:
        lines = file.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            if re.match(r"[\s-]*(?:id|massnahme|leitziele):|.*\bziel: ", line):
                lines[number] = word.sub(lambda found: names.get(found[1], found[1]), f"{line} ").rstrip()
        file.write_text("\n".join(lines), encoding="utf-8")
    assert faults(folder) == []
    return names


@pytest.mark.parametrize(
    ("frame", "line"),
    [
        ("", 4),
        ("\n\n# Ende\n", 7),
        ("...\n", 4),
        ("verbleib:\n", 5),
        ("verbleib:   # offen\nquelle: x\n", 5),
        ('verbleib:\n  "2016":\n    gruende: [a]\nquelle: x\n', 5),
        ('verbleib:\n     "2018":\n          gruende: [a]\nquelle: x\n', 6),
        ("verbleib:\n  2018:\n    quelle: x\n    eintraege:\nquelle: x\n", 8),
        ("verbleib:\n  '2018':\n    eintraege:\n    # die ersten\n    - {id: app, verbleib: erfolglos}\n", 7),
        ('verbleib:\n  "2018":\n    eintraege:\n          -  id: app\n             verbleib: umgesetzt\n', 7),
        ("ausblick: |\n  Text\n  bis zum Ende\n", 7),
        ('verbleib: {"2018": {}}\n', None),
        ('verbleib: {"2018": {eintraege: []}}\n', None),
        ('verbleib:\n  "2018": {}\n', None),
        ('verbleib:\n  "2018":\n    eintraege: []\n', None),
        ("verbleib: ~\n", None),
    ],
)
def test_the_verbleib_goes_where_the_frame_has_a_place_for_it(
    plan: Path, frame: str, line: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    known = "2016" in frame
    if known:
        write(plan, "fassungen/2016.yaml", RAHMEN.format(stand="2016"))
    write(plan, "handlungsfelder/2020/1.yaml", 'id: ganz-anders\nnummer: "1"\ntitel: Rad\n')
    write(plan, "sachstand/2020.yaml", "eintraege: []\n")
    write(plan, "fassungen/2020.yaml", RAHMEN.format(stand="2020") + 'vorgaenger: "2018"\n' + frame)
    proposal = proposed(capsys, plan, "2018", "2020")
    assert proposal["verbleib"]["hinter_zeile"] == line
    if line is None:
        text = answer(capsys, plan, "2018", "2020", "--vorschlag")
        assert "data/fassungen/2020.yaml\n  von Hand in den Verbleib, der dort in Klammern" in text
        return
    insert(plan, proposal["verbleib"])
    assert faults(plan) == []
    entries = load_plan(plan).plan.fassung_nach_id["2020"].rahmen.verbleib["2018"].eintraege
    assert {entry.id for entry in entries} == {"sprache", "deutsch", "kurse", "no", "2018", "app"}
    assert {entry.verbleib.value for entry in entries if entry.id != "app"} == {"nicht-aufgenommen"}
    assert konzept("-C", str(plan), "diff", "2018", "2020") == 0


@pytest.mark.parametrize(
    "anders",
    ["id: >-\n  sprache-neu\n", "id: sprache-neu\nerschlossen:\n", 'id: "spra\\\n  che-neu"\n'],
)
def test_an_id_that_no_program_should_touch_is_left_to_a_person(
    plan: Path, anders: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = NEU.replace("id: sprache-neu\n", anders)
    write(plan, "handlungsfelder/2020/1.yaml", text)
    (first, *_) = proposed(capsys, plan, "2018", "2020")["vorschlaege"]
    assert (first["alt"]["id"], first["zeile"], first["zeilen"], first["ersetzungen"]) == (
        "sprache",
        3,
        None,
        [],
    )
    said = " ".join(answer(capsys, plan, "2018", "2020", "--vorschlag").split())
    assert (
        "data/handlungsfelder/2020/1.yaml:3 von Hand die id »sprache« und »erschlossen: true« eintragen"
        in said
    )


def test_the_normal_comparison_never_pairs(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = kinds(capsys, plan, "2018", "2020")
    assert {art for art, _ in found.values()} - {"unveraendert"} == {"neu", "entfallen"}


def test_exit_codes(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A suggestion is no finding: 0, and 1 only on demand; nothing to suggest is 0 as well."""
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--vorschlag") == 0
    assert konzept("-C", str(plan), "diff", "2018", "2020", "--vorschlag", "--exit-code") == 1
    capsys.readouterr()
    assert konzept("-C", str(ROOT), "diff", "2018", "2020", "--vorschlag", "--exit-code") == 0
    assert "Kein Paar: Auf einer Seite ist nichts offen" in " ".join(capsys.readouterr().out.split())


def test_what_is_new_is_named_on_demand(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sparse = answer(capsys, plan, "2018", "2020", "--vorschlag")
    assert "Neu, ohne Gegenstück in 2018 (mit --alles zu sehen): 1 Maßnahme." in sparse
    assert "Beirat" not in sparse
    assert "  neues: Maßnahme »Beirat für Migration«" in answer(
        capsys, plan, "2018", "2020", "--vorschlag", "--alles"
    )


def test_a_new_side_from_git_is_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept("-C", str(plan), "diff", "2018", "2020@v1", "--vorschlag") == 2
    assert "aus git lässt sich nicht ändern" in capsys.readouterr().err


def test_the_old_side_may_come_from_git(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ids of one Fassung were given anew between two commits: the suggestion gives the old ones back."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    who = {f"GIT_{role}_{what}": "amt" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    write(plan, "handlungsfelder/2020/1.yaml", ALT)
    write(plan, "sachstand/2020.yaml", "eintraege: []\n")
    for words in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "Stand"], ["tag", "v1"]):
        subprocess.run(["git", "-C", str(plan), *words], check=True, env=os.environ | who)
    write(plan, "handlungsfelder/2020/1.yaml", NEU)
    proposal = proposed(capsys, plan, "2020@v1", "2020")
    assert {pair["alt"]["id"]: pair["neu"]["id"] for pair in proposal["vorschlaege"]} == PAIRS
    assert (proposal["von"], proposal["nach"], proposal["verbleib"]) == ("2020@v1", "2020", None)
    put(plan, proposal)
    assert faults(plan) == []
    assert kinds(capsys, plan, "2020@v1", "2020")["kurse"][1]
