"""``konzept list``: every filter and format; ``--akteure``, the report on structures that source 000 asks for."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.program import konzept, started_bytes

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
HERBST = ("--stichtag", "15.10.2023")


def golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_text_is_the_golden_one_and_fits_80_columns() -> None:
    result = konzept("list", "--akteure")
    assert (result.returncode, result.stderr) == (0, "")
    golden("list-akteure.txt", result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_json() -> None:
    content = json.loads(konzept("list", "--akteure", "--format", "json").stdout)
    amt = next(akteur for akteur in content["akteure"] if akteur["id"] == "schulverwaltungsamt")
    assert amt == {
        "id": "schulverwaltungsamt",
        "name": "Schulverwaltungsamt Ilm-Kreis",
        "kurz": "Schulverwaltungsamt",
        "art": "verwaltung",
        "gehoert_zu": "landratsamt",
        "massnahmen": [
            {
                "id": "vorschaltklassen-pruefen",
                "nummer": "2.9",
                "titel": "Überprüfung der Installation von Vorschaltklassen im Ilm-Kreis "
                "für die Sprachförderung Deutsch",
                "rolle": "federfuehrend",
                "hinweis": None,
            }
        ],
    }


def test_own_labels_of_a_plan() -> None:
    text = konzept("list", "--akteure", cwd=ROOT / "beispiele" / "handlungsleitlinien").stdout
    assert "Leitlinie" in text
    assert "Maßnahme" not in text


def test_without_a_wish_it_is_every_massnahme() -> None:
    result = konzept("list", "--stichtag", "2022-01-01")
    assert (result.returncode, result.stderr) == (0, "")
    golden("list-2022.txt", result.stdout)
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.startswith("Maßnahmen der Fassung 2020: 50\nStichtag: 01.01.2022\n")


def test_an_unknown_fassung_names_the_known_ones() -> None:
    result = konzept("list", "--akteure", "--fassung", "2002")
    assert result.returncode == 2
    assert "Vorhanden: 2018, 2020." in result.stderr


@pytest.mark.parametrize(
    ("args", "anzahl", "auswahl"),
    [
        (["--feld", "4"], 7, "Handlungsfeld 4 "),
        (["--akteur", "KVHS"], 10, "Kreisvolkshochschule Musterkreis"),
        (["--stand", "ohne-meldung"], 2, "Stand: ohne Meldung"),
        (["--stand", "umgesetzt", "--stand", "entfallen"], None, "Stand: umgesetzt oder entfallen"),
        (["--art", "wiederkehrend"], None, "Termin: wiederkehrend"),
        (["--faellig-bis", "2023-10-14"], 8, "offene Frist bis 14.10.2023"),
        (["--foerderprogramm", "kita-vielfalt"], None, "gefördert durch "),
        (
            ["--text", "kita", "--text", "Fortbildung"],
            None,
            "Text enthält »kita«; Text enthält »Fortbildung«",
        ),
        (["--feld", "2", "--text", "gibtesnicht"], 0, "Keine Maßnahme gefunden."),
    ],
)
def test_filters(args: list[str], anzahl: int | None, auswahl: str) -> None:
    text = konzept("list", *HERBST, *args, cwd=MUSTERKREIS)
    content = json.loads(konzept("list", *HERBST, *args, "--format", "json", cwd=MUSTERKREIS).stdout)
    gefunden = len(content["massnahmen"])
    assert (content["fassung"], content["stichtag"], content["gesamt"]) == ("2022", "2023-10-15", 44)
    assert gefunden < 44
    assert anzahl is None or gefunden == anzahl
    assert text.stdout.startswith(f"{gefunden} von 44 Maßnahmen der Fassung 2022\nAuswahl: ")
    assert auswahl in " ".join(text.stdout.split())
    assert (text.returncode, text.stderr) == (0, "")


def test_one_row_as_json() -> None:
    args = ("list", *HERBST, "--text", "orientierungskurse", "--format", "json")
    (zeile,) = json.loads(konzept(*args, cwd=MUSTERKREIS).stdout)["massnahmen"]
    assert zeile == {
        "id": "orientierungskurse",
        "nummer": "1.1 M2",
        "titel": "Orientierungskurse an drei Orten",
        "handlungsfeld": "ankommen",
        "handlungsziel": "erstorientierung",
        "termin": "vierteljährlich",
        "arten": ["wiederkehrend"],
        "frist": {"faellig": "2022-12-31", "gruppe": "ueberfaellig", "mehrdeutig": False},
        "ueberfaellig": 2,
        "akteure": zeile["akteure"],
        "foerderprogramme": ["sprachbruecke"],
        "sachstand": {
            "am": "2023-06-12",
            "stand": "laufend",
            "text": "In beiden Quartalen haben je drei Kurse begonnen.",
            "neuer_termin": None,
        },
        "gemeldet": True,
    }
    assert {"id": "kreisvolkshochschule", "rolle": "federfuehrend"} in zeile["akteure"]


def read_csv(data: bytes) -> list[dict[str, str]]:
    """Read as a program does that knows of the BOM; every line must end with CRLF (RFC 4180)."""
    text = data.decode("utf-8-sig")
    assert data.startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == text.count("\r\n")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    assert {len(row) for row in rows} == {len(head)}
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_table_for_the_spreadsheet(tmp_path: Path) -> None:
    args = ("list", *HERBST, "--feld", "2", "--format", "csv")
    ziel = tmp_path / "liste.csv"
    assert konzept(*args, "-o", str(ziel), cwd=MUSTERKREIS).returncode == 0
    data = ziel.read_bytes()
    path = GOLDEN / "list-musterkreis-feld-2.csv"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        path.write_bytes(data)
    assert data == path.read_bytes()
    rows = read_csv(data)
    content = json.loads(konzept(*args[:-1], "json", cwd=MUSTERKREIS).stdout)["massnahmen"]
    assert [row["id"] for row in rows] == [one["id"] for one in content]
    for row, one in zip(rows, content, strict=True):
        assert row["Maßnahme"] == f"{one['nummer']} {one['titel']}"
        assert row["Überfällige Fristen"] == str(one["ueberfaellig"])
        assert row["Frist"] == ((one["frist"] or {}).get("faellig") or "")


def test_a_pipe_gets_utf_8_whatever_the_locale() -> None:
    for form in ("csv", "json", "md"):
        piped = started_bytes(
            "list", *HERBST, "--feld", "2", "--format", form, cwd=MUSTERKREIS, PYTHONIOENCODING="ascii"
        ).stdout
        assert "Übersicht aller Sprachkurse" in piped.decode("utf-8")


@pytest.mark.parametrize(
    ("folder", "args", "name"),
    [
        (ROOT, ["--feld", "4", "--stichtag", "2022-01-01"], "list-feld-4.md"),
        (MUSTERKREIS, ["--faellig-bis", "2023-10-14", *HERBST], "list-musterkreis-faellig.md"),
        (MUSTERKREIS, ["--text", "gibtesnicht", *HERBST], "list-musterkreis-nichts.md"),
        (MUSTERKREIS, ["--akteure"], "list-musterkreis-akteure.md"),
    ],
)
def test_markdown(folder: Path, args: list[str], name: str) -> None:
    result = konzept("list", *args, "--format", "md", cwd=folder)
    assert (result.returncode, result.stderr) == (0, "")
    golden(name, result.stdout)


def test_bodies_for_the_spreadsheet(tmp_path: Path) -> None:
    """One row for each part a body has, and one for a body that has none."""
    ziel = tmp_path / "stellen.csv"
    assert konzept("list", "--akteure", "--format", "csv", "-o", str(ziel), cwd=MUSTERKREIS).returncode == 0
    rows = read_csv(ziel.read_bytes())
    akteure = json.loads(konzept("list", "--akteure", "--format", "json", cwd=MUSTERKREIS).stdout)["akteure"]
    assert len(rows) == sum(len(akteur["massnahmen"]) or 1 for akteur in akteure)
    assert {row["id der Stelle"] for row in rows} == {akteur["id"] for akteur in akteure}
    abh = next(row for row in rows if row["id der Stelle"] == "auslaenderbehoerde")
    assert abh == {
        "Art": "Kreisverwaltung",
        "Stelle": "Ausländer- und Einbürgerungsbehörde Musterkreis",
        "Kurz": "ABH",
        "id der Stelle": "auslaenderbehoerde",
        "Gehört zu": "Landratsamt Musterkreis",
        "Maßnahme": "1.3 M2 Vordrucke in einfacher Sprache",
        "id der Maßnahme": "vordrucke-mehrsprachig",
        "Rolle": "federführend",
        "Hinweis": "",
    }
    ohne = next(akteur["id"] for akteur in akteure if not akteur["massnahmen"])
    assert [row["Maßnahme"] for row in rows if row["id der Stelle"] == ohne] == [""]


def test_a_state_that_holds_for_a_part_only_does_not_stand_alone() -> None:
    """4.1: the one feast was postponed, not the whole Maßnahme; the row says so in the words of the report."""
    text = konzept("list", "--text", "begegnungsprojekte", "--stichtag", "2022-01-01").stdout
    assert "Betrifft nur das Begegnungsfest" in text
    assert "neuer Termin: 2021" in text


def test_the_stichtag_picks_the_fassung_unless_one_is_named() -> None:
    def fassung(*args: str) -> str:
        content = json.loads(konzept("list", *args, "--format", "json", cwd=MUSTERKREIS).stdout)
        return str(content["fassung"])

    assert fassung("--stichtag", "2023-01-01") == "2022"
    assert fassung("--stichtag", "2026-01-01") == "2025"
    assert fassung("--stichtag", "2023-01-01", "--fassung", "2025") == "2025"
    assert fassung() == "2025"


def test_source_date_epoch_stands_for_today() -> None:
    assert "Stichtag: 01.01.2022\n" in konzept("list", SOURCE_DATE_EPOCH="1640995200").stdout
    broken = konzept("list", SOURCE_DATE_EPOCH="morgen")
    assert broken.returncode == 2
    assert "SOURCE_DATE_EPOCH" in broken.stderr


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--feld", "wonen"], "Meinten Sie »wohnen«?"),
        (["--akteur", "jobcentr"], "Meinten Sie »jobcenter« (Jobcenter Ilm-Kreis)?"),
        (["--foerderprogramm", "qqq"], "Vorhanden: "),
        (["--stand", "fertig"], "ohne-meldung"),
        (["--art", "bald"], "ohne-termin"),
        (["--faellig-bis", "bald"], "JJJJ-MM-TT oder TT.MM.JJJJ"),
        (["--fassung", "2002"], "Vorhanden: 2018, 2020."),
        (["--akteure", "--feld", "1"], "zusammen mit einer Auswahl geht das nicht"),
        (["--akteure", "--stichtag", "2022-01-01"], "zusammen mit einer Auswahl geht das nicht"),
        (["--format", "html"], "text"),
        (["-o", "data/akteure.yaml"], "data/"),
    ],
)
def test_wrong_calls(args: list[str], expected: str) -> None:
    result = konzept("list", *args)
    assert (result.returncode, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split())


def test_without_a_plan(tmp_path: Path) -> None:
    assert konzept("list", cwd=tmp_path).returncode == 3
