"""Logo and CSS are read from the plan's folder and from nowhere else; whatever lies there never raises."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from konzept.domain.beigabe import Beigabe, Mangel
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.gestaltung import Gestaltung
from konzept.load import load_plan
from konzept.load.beigaben import beigaben
from konzept.load.plan_files import FilesOnDisk
from konzept.load.revision_tree import RevisionTree

if TYPE_CHECKING:
    from pathlib import Path


def read(root: Path, logo: str) -> Beigabe:
    einstellungen = Einstellungen(gestaltung=Gestaltung(logo=logo))
    return beigaben(FilesOnDisk(root), einstellungen)[logo]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    root = tmp_path / "plan"
    (root / "data").mkdir(parents=True)
    (root / "bild.svg").write_bytes(b"<svg/>")
    (root / "ordner").mkdir()
    (tmp_path / "draussen.svg").write_bytes(b"<svg/>")
    return root


@pytest.mark.parametrize(
    ("name", "erwartet"),
    [
        ("bild.svg", Beigabe(b"<svg/>")),
        ("./bild.svg", Beigabe(b"<svg/>")),
        ("fehlt.svg", Beigabe(mangel=Mangel.FEHLT)),
        ("bild.svg/tiefer", Beigabe(mangel=Mangel.FEHLT)),
        ("ordner", Beigabe(mangel=Mangel.KEINE_DATEI)),
        ("../draussen.svg", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("ordner/../../draussen.svg", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("/etc/passwd", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("C:\\bild.svg", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("https://example.org/bild.svg", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("bild\0.svg", Beigabe(mangel=Mangel.AUSSERHALB)),
        ("x" * 300, Beigabe(mangel=Mangel.UNLESBAR)),
    ],
)
def test_what_a_name_leads_to(plan: Path, name: str, erwartet: Beigabe) -> None:
    assert read(plan, name) == erwartet


def test_a_link_out_of_the_folder_is_not_followed(plan: Path) -> None:
    (plan / "link.svg").symlink_to(plan.parent / "draussen.svg")
    assert read(plan, "link.svg").mangel is Mangel.AUSSERHALB


def test_links_in_a_circle_and_pipes_end(plan: Path) -> None:
    (plan / "kreis.svg").symlink_to("kreis.svg")
    assert read(plan, "kreis.svg").mangel in {Mangel.UNLESBAR, Mangel.FEHLT}
    os.mkfifo(plan / "rohr.svg")
    assert read(plan, "rohr.svg").mangel is Mangel.KEINE_DATEI


def test_a_huge_file_is_not_read(plan: Path) -> None:
    with (plan / "riesig.svg").open("wb") as stream:
        stream.truncate(3 * 1024 * 1024)
    assert read(plan, "riesig.svg").mangel is Mangel.ZU_GROSS


def test_the_loaded_plan_holds_them(plan: Path) -> None:
    (plan / "data" / "konzept.yaml").write_text(
        "gestaltung: {logo: bild.svg, css: fehlt.css}\n", encoding="utf-8"
    )
    assert load_plan(plan).plan.beigaben == {
        "bild.svg": Beigabe(b"<svg/>"),
        "fehlt.css": Beigabe(mangel=Mangel.FEHLT),
    }


def test_of_a_revision_nothing_is_known() -> None:
    einstellungen = Einstellungen(gestaltung=Gestaltung(logo="bild.svg"))
    assert beigaben(RevisionTree(), einstellungen) == {}
