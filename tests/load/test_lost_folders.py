"""Folders that are not there or cannot be read, and the limit up to which misspelt keys are read as meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.load.build import build
from konzept.load.misspelt import _MAX_UNKNOWN
from konzept.load.plan_files import Entry, PlanNotFoundError, files_in, plan_root
from konzept.load.plan_loader import load_plan
from konzept.load.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


class Refusing:
    """A plan of two folders, of which one cannot be listed."""

    def entries(self, folder: str) -> list[Entry]:
        if folder == "data":
            return [
                Entry("fassungen", folder=True, link=False),
                Entry("konzept.yaml", folder=False, link=False),
                Entry("sachstand", folder=True, link=False),
            ]
        if folder == "data/sachstand":
            return [Entry("2020.yaml", folder=False, link=False)]
        raise PermissionError(folder)

    def read(self, datei: str) -> bytes:
        raise FileNotFoundError(datei)


def test_a_folder_that_cannot_be_listed_is_a_finding_and_hides_no_other() -> None:
    files = files_in(Refusing())
    assert [(befund.code, befund.ort.datei) for befund in files.findings] == [
        ("datei-unlesbar", "data/fassungen")
    ]
    assert files.sachstand == {"2020": "data/sachstand/2020.yaml"}


def test_a_folder_that_does_not_exist_is_no_plan_even_below_one(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "konzept.yaml").touch()
    (tmp_path / "unten").mkdir()
    assert plan_root(tmp_path / "unten") == tmp_path.resolve()
    with pytest.raises(PlanNotFoundError, match="gibt es nicht"):
        plan_root(tmp_path / "fehlt")


@pytest.mark.parametrize(("count", "missing"), [(_MAX_UNKNOWN, 0), (_MAX_UNKNOWN + 1, _MAX_UNKNOWN + 1)])
def test_more_slips_than_the_limit_are_not_read_as_meant(count: int, missing: int) -> None:
    entries = "".join(f"  - {{id: m-{i}, txt: Kurse}}\n" for i in range(count))
    source = SourceMap()
    data, _ = parse_yaml('id: f\nnummer: "1"\ntitel: T\nmassnahmen:\n' + entries, "f.yaml", source)
    codes = [befund.code for befund in build(Handlungsfeld, data, "f.yaml", source).findings]
    assert codes.count("feld-unbekannt") == count
    assert codes.count("feld-fehlt") == missing


def test_fassungen_stand_in_the_order_of_their_days_not_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "data" / "fassungen").mkdir(parents=True)
    (tmp_path / "data" / "konzept.yaml").touch()
    for name, stand in (("a", "2025"), ("b", "2020-03"), ("c", "2020"), ("d", "2020-03")):
        (tmp_path / "data" / "fassungen" / f"{name}.yaml").write_text(
            f'titel: T\nart: Konzept\nstand: "{stand}"\n', encoding="utf-8"
        )
    assert [fassung.id for fassung in load_plan(tmp_path).plan.fassungen] == ["c", "b", "d", "a"]
