"""One fault, one finding: what could not be read is not missed a second time elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.checks.run import run_checks
from konzept.load import load_plan

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FIELD = """id: soziales
nummer: "7"
titel: Soziales
handlungsziele:
  - id: hilfe
    nummer: "7.1"
    titel: Hilfe
    massnahmen:
      - id: beratung
        text: Beratung anbieten
        termin: fortlaufend
        zustaendigkeiten: [jobcenter]
  - id: begegnung
    nummer: "7.2"
    titel: Begegnung
    querbezuege: [{ziel: beratung, art: siehe}]
    massnahmen:
      - id: treff
        text: Treffpunkt eröffnen
        termin: fortlaufend
        zustaendigkeiten: [jobcenter]
"""
LOG = "eintraege:\n  - {erfasst: 2025-01-31, am: 2025-01-31, massnahme: beratung, stand: laufend, text: Läuft.}\n"
FRAME = 'titel: P\nart: Konzept\nstand: 2024\nvorgaenger: "2020"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a plan of two Fassungen with the same ids, a log and a Querbezug to »beratung«."""
    folder = Path(shutil.copytree(SOUND, tmp_path / "plan")) / "data"
    (folder / "handlungsfelder" / "2020" / "1-soziales.yaml").write_text(FIELD, encoding="utf-8")
    (folder / "handlungsfelder" / "2024").mkdir()
    (folder / "handlungsfelder" / "2024" / "1.yaml").write_text(FIELD, encoding="utf-8")
    (folder / "fassungen" / "2024.yaml").write_text(FRAME, encoding="utf-8")
    (folder / "sachstand").mkdir()
    (folder / "sachstand" / "2024.yaml").write_text(LOG, encoding="utf-8")
    return folder.parent


def codes(root: Path) -> list[str]:
    loaded = load_plan(root)
    found = [*loaded.findings, *run_checks(loaded.plan, loaded.source)]
    return sorted(f"{befund.code} {Path(befund.ort.datei).name}" for befund in found)


def change(root: Path, old: str, new: str, datei: str = "handlungsfelder/2024/1.yaml") -> None:
    path = root / "data" / datei
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def before(root: Path) -> list[str]:
    """Give what is found in the plan as it is: nothing that this is about."""
    return codes(root)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("- id: CON\n", "id-ungueltig"),
        ("- id: ../../../x\n", "id-ungueltig"),
        ("- titel: Beratung\n", "feld-fehlt"),
    ],
)
def test_an_id_that_cannot_be_read_is_one_finding(
    written: str, code: str, root: Path, before: list[str]
) -> None:
    """Without this rule the Verbleib, the Querbezug and the log would each miss »beratung«."""
    titel = "" if "titel" in written else "        titel: Beratung\n"
    change(root, "- id: beratung\n", written + titel)
    change(
        root,
        "- id: beratung\n",
        "- id: beratung\n        titel: Beratung\n",
        "handlungsfelder/2020/1-soziales.yaml",
    )
    assert codes(root) == sorted([*before, f"{code} 1.yaml"])


def test_an_id_of_a_goal_is_found_again_by_its_number(root: Path, before: list[str]) -> None:
    change(root, "- id: hilfe\n", "- id: HILFE!\n")
    change(root, "titel: Hilfe", "titel: Hilfen")
    assert codes(root) == sorted([*before, "id-ungueltig 1.yaml"])


def test_what_cannot_be_that_element_is_missed_as_ever(root: Path, before: list[str]) -> None:
    """A goal whose id is faulty excuses no Maßnahme, and no goal of another number and title."""
    change(root, "- id: hilfe\n", "- id: HILFE!\n")
    change(root, "- id: begegnung\n", "- id: treffen\n")
    change(root, "titel: Begegnung", "titel: Treffen")
    change(root, '"7.2"', '"7.3"')
    change(root, "massnahme: beratung", "massnahme: beratungen", "sachstand/2024.yaml")
    new = sorted(set(codes(root)) - set(before))
    assert new == [
        "id-ungueltig 1.yaml",
        "massnahme-unbekannt 2024.yaml",
        "nummer-luecke 1.yaml",
        "verbleib-offen 2024.yaml",
    ]


@pytest.mark.parametrize(
    "text",
    [
        'id: bildung\nnummer: "2"\ntitel: "offen\n',
        f'id: bildung\nnummer: "2"\ntitel: {"x" * 200_001}\n',
        'nummer: "2"\ntitel: [\n',
        "",
        "- id: eine-liste\n",
        "id: bildung\nnummer: siehe bitte das Inhaltsverzeichnis\ntitel: Bildung\n",
    ],
    ids=["no YAML", "text too long", "no YAML, no id", "empty", "a list", "bad number"],
)
def test_the_number_of_a_broken_file_is_not_missed_in_its_neighbour(text: str, root: Path) -> None:
    """Fields 1 and 3 are sound; field 2 has its own finding."""
    folder = root / "data" / "handlungsfelder" / "2020"
    change(root, 'nummer: "7"', 'nummer: "1"', "handlungsfelder/2020/1-soziales.yaml")
    (folder / "3.yaml").write_text('id: drei\nnummer: "3"\ntitel: Drei\n', encoding="utf-8")
    assert "nummer-luecke 3.yaml" in codes(root)
    (folder / "2.yaml").write_text(text, encoding="utf-8")
    found = codes(root)
    assert "nummer-luecke 3.yaml" not in found
    assert any(one.endswith(" 2.yaml") for one in found)


def test_where_no_other_fassung_knows_the_id_only_a_misspelt_one_is_missed(root: Path) -> None:
    """With one Fassung nothing tells what »beratung« was; »treffs« is like »treff«, which is there."""
    shutil.rmtree(root / "data" / "handlungsfelder" / "2020")
    (root / "data" / "fassungen" / "2020.yaml").unlink()
    change(root, 'vorgaenger: "2020"\n', "", "fassungen/2024.yaml")
    before = codes(root)
    change(root, "- id: beratung\n", "- id: CON\n")
    assert codes(root) == sorted([*before, "id-ungueltig 1.yaml"])
    change(root, "massnahme: beratung", "massnahme: treffs", "sachstand/2024.yaml")
    assert codes(root) == sorted([*before, "id-ungueltig 1.yaml", "massnahme-unbekannt 2024.yaml"])


def test_an_account_of_what_became_of_it_does_not_miss_it_either(root: Path) -> None:
    """The new id is named as the target of an old one, and cannot be read."""
    frame = FRAME + 'verbleib:\n  "2020":\n    eintraege:\n'
    frame += "      - {id: begegnung, verbleib: ersetzt, ziele: [nachbarschaft], begruendung: Darum.}\n"
    (root / "data" / "fassungen" / "2024.yaml").write_text(frame, encoding="utf-8")
    change(root, "- id: begegnung\n", "- id: nachbarschaft\n")
    before = codes(root)
    assert not any(one.startswith("verbleib") for one in before)
    change(root, "- id: nachbarschaft\n", "- id: NACHBARN\n")
    assert codes(root) == sorted([*before, "id-ungueltig 1.yaml"])
