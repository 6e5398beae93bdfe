"""Letters in a folder: one file per body by its id, all or none, and what is told of those that get none."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from konzept.cli.je_akteur import folder_named, write_letters
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.reports.zustaendigkeiten import zustaendigkeiten

ROOT = Path(__file__).parents[2]
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"


@cache
def plan() -> Plan:
    return load_plan(MUSTERKREIS).plan


def write(folder: Path, without_successor: bool = False) -> int:  # noqa: FBT001, FBT002  a table of two cases
    gemeint = plan()
    if without_successor:
        akteure = tuple(a.model_copy(update={"nachfolger": None}) for a in gemeint.akteure)
        gemeint = Plan(gemeint.einstellungen, akteure, fassungen=gemeint.fassungen)
    liste = zustaendigkeiten(gemeint, gemeint.fassung_nach_id["2022"], date(2024, 6, 10))
    return write_letters(gemeint, liste, schriftstueck_md, (folder, MUSTERKREIS), "md")


def test_each_body_gets_a_file_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "briefe"
    assert write(folder) == 34
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 34
    assert {"jugendamt.md", "fachkraefteallianz.md"} <= names
    assert not {"unternehmensforum.md", "ehrenamtliche.md"} & names
    assert capsys.readouterr().err.splitlines() == [
        f"Geschrieben: 34 Dateien nach »{folder}«. Ohne Datei: 1 Stelle (kein Anteil an dieser Fassung).",
        (
            "Hinweis: »Unternehmensforum Musterkreis« besteht am 10.06.2024 nicht mehr; "
            "das Schreiben geht an »Fachkräfteallianz Musterkreis«."
        ),
        "Hinweis: Ohne Schreiben, weil ohne eigenen Namen: 4 Gruppen (art: gruppe).",
    ]


def test_nobody_left_to_ask_is_told_with_the_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write(tmp_path / "briefe", without_successor=True) == 33
    assert (
        "Hinweis: »Unternehmensforum Musterkreis« besteht am 10.06.2024 nicht mehr, und eine Nachfolge ist nicht "
        "angegeben: Nach 3 Maßnahmen wird dort niemand gefragt.\n"
    ) in capsys.readouterr().err


def test_a_letter_of_an_earlier_run_to_a_body_that_is_gone_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "unternehmensforum.md").write_text("von früher", encoding="utf-8")
    write(tmp_path)
    assert "liegen dort noch »unternehmensforum.md«; sie sind überholt." in capsys.readouterr().err
    assert (tmp_path / "unternehmensforum.md").read_text(encoding="utf-8") == "von früher"


def test_nothing_is_written_into_the_plan_or_over_a_folder(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="data/"):
        write(MUSTERKREIS / "data" / "briefe")
    (tmp_path / "jugendamt.md").mkdir()
    with pytest.raises(Failure, match="ist ein Ordner; es wurde nichts geschrieben"):
        write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["jugendamt.md"]


@pytest.mark.parametrize("name", ["", "  "])
def test_no_name_is_no_folder(name: str) -> None:
    """An unset variable of a script must not fill the folder one is in with the files of every body."""
    with pytest.raises(WrongCall, match="»--je-akteur« nennt keinen Ordner"):
        folder_named(name)


def test_the_folder_one_is_in_is_named_by_a_dot() -> None:
    assert folder_named(".") == Path()
