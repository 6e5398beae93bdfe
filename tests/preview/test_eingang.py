"""What counts as a change, and where it can happen: names and bytes below data/ and templates/, links, and no more."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from konzept.domain.beigabe import Beigabe, Mangel
from konzept.preview.eingang import beigaben_im_plan, kennung, ordner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    root = tmp_path / "plan"
    for name in ("data/konzept.yaml", "data/fassungen/2025.yaml", "templates/html/konzept.css", "logo.svg"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


def schreibe(name: str, text: str = "neu") -> Callable[[Path], object]:
    def tun(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return tun


@pytest.mark.parametrize(
    "tun",
    [
        schreibe("data/konzept.yaml"),
        schreibe("data/handlungsfelder/2025/1-a.yaml"),
        schreibe("data/verirrt.yml"),
        schreibe("templates/html/konzept.css"),
        schreibe("templates/html/neu.j2.html"),
        schreibe("logo.svg"),
        lambda root: (root / "data/fassungen/2025.yaml").unlink(),
        lambda root: (root / "data/fassungen/2025.yaml").rename(root / "data/fassungen/2026.yaml"),
        lambda root: shutil.rmtree(root / "data"),
        shutil.rmtree,
        lambda root: (root / "logo.svg").unlink(),
    ],
)
def test_what_counts(plan: Path, tun: Callable[[Path], object]) -> None:
    vorher = kennung(plan, ("logo.svg",))
    tun(plan)
    assert kennung(plan, ("logo.svg",)) != vorher


@pytest.mark.parametrize(
    "tun",
    [
        schreibe("data/konzept.yaml", "data/konzept.yaml"),  # the same bytes again
        schreibe("data/.konzept.yaml.swp"),
        schreibe("templates/.git/x"),
        schreibe("ausgabe/konzept-2025.html"),
        schreibe("README.md"),
        lambda root: os.utime(root / "data/konzept.yaml", (0, 0)),
    ],
)
def test_what_does_not_count(plan: Path, tun: Callable[[Path], object]) -> None:
    vorher = kennung(plan, ())
    tun(plan)
    assert kennung(plan, ()) == vorher


def test_a_device_a_circle_and_a_giant_are_no_trouble(plan: Path) -> None:
    os.mkfifo(plan / "data" / "rohr.yaml")
    (plan / "data" / "kreis.yaml").symlink_to("kreis.yaml")
    (plan / "data" / "riese.yaml").write_bytes(b"x" * 3_000_000)
    vorher = kennung(plan, ("data/kreis.yaml",))
    (plan / "data" / "riese.yaml").write_bytes(b"x" * 3_000_001)
    assert kennung(plan, ("data/kreis.yaml",)) != vorher
    assert plan / "data" in ordner(plan, ("data/kreis.yaml",))


def test_the_folders_of_a_plan(plan: Path) -> None:
    (plan / "data" / ".git").mkdir()
    (plan / "bilder").mkdir()
    assert {path.relative_to(plan).as_posix() for path in ordner(plan, ("bilder/logo.svg", "weg/x.css"))} == {
        ".",
        "data",
        "data/fassungen",
        "templates",
        "templates/html",
        "bilder",
    }


def test_links_are_followed_to_where_their_file_changes_and_folders_behind_links_are_not(plan: Path) -> None:
    anderswo = plan.parent / "anderswo"
    anderswo.mkdir()
    (anderswo / "akteure.yaml").write_text("alt", encoding="utf-8")
    (plan / "data" / "akteure.yaml").symlink_to(anderswo / "akteure.yaml")
    (plan / "data" / "handlungsfelder").symlink_to(plan.parent, target_is_directory=True)
    assert anderswo in ordner(plan, ())
    assert plan / "data" / "handlungsfelder" not in ordner(plan, ())
    vorher = kennung(plan, ())
    (anderswo / "akteure.yaml").write_text("neu", encoding="utf-8")
    assert kennung(plan, ()) != vorher


def test_of_a_folder_that_is_gone_the_nearest_above_is_watched(plan: Path) -> None:
    shutil.rmtree(plan)
    assert ordner(plan / "tief" / "unten", ()) == {plan.parent}


def test_what_lies_outside_of_the_plan_is_not_looked_at() -> None:
    beigaben = {
        "logo.svg": Beigabe(b"x"),
        "fehlt.css": Beigabe(mangel=Mangel.FEHLT),
        "../x": Beigabe(mangel=Mangel.AUSSERHALB),
    }
    assert beigaben_im_plan(beigaben) == ("fehlt.css", "logo.svg")
