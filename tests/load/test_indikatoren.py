"""The files of ``data/indikatoren/``: all are read, none hides another, and none is read from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from konzept.load import load_plan

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.load import LoadedPlan


def loaded(folder: Path, **files: str) -> LoadedPlan:
    """Load a plan of these values files; ``__`` in a name stands for a folder."""
    for name, text in {"konzept": "", **files}.items():
        path = folder / "data" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_plan(folder)


WERT = "werte:\n  - {indikator: %s, am: %s, wert: %s}\n"


def test_every_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    plan = loaded(
        tmp_path,
        indikatoren__2024=WERT % ("a", "2024", "12"),
        indikatoren__zensus=WERT % ("a", "2022-05-15", "'7,5'"),
    ).plan
    assert [datei.datei for datei in plan.wertedateien] == [
        "data/indikatoren/2024.yaml",
        "data/indikatoren/zensus.yaml",
    ]
    assert [(str(m.am), str(m.zahl)) for m in plan.messreihen["a"]] == [("2022-05-15", "7.5"), ("2024", "12")]


def test_a_year_needs_no_quotes_and_a_value_stays_as_it_was_written(tmp_path: Path) -> None:
    text = "werte:\n  - indikator: a\n    am: 2024\n    wert: 012,50\n    quelle: Zählung\n    hinweis: vorläufig\n"
    messung = loaded(tmp_path, indikatoren__x=text).plan.messreihen["a"][0]
    assert (str(messung.am), messung.wert, messung.quelle, messung.hinweis) == (
        "2024",
        "012,50",
        "Zählung",
        "vorläufig",
    )


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    found = loaded(tmp_path, indikatoren__a="werte: [", indikatoren__b=WERT % ("b", "2024", "1"))
    assert list(found.plan.messreihen) == ["b"]
    assert [befund.ort.datei for befund in found.findings] == ["data/indikatoren/a.yaml"]


@pytest.mark.parametrize("name", ["indikatoren__2024__werte", "indikatoren"])
def test_a_file_in_another_place_is_named(tmp_path: Path, name: str) -> None:
    befund = loaded(tmp_path, **{name: WERT % ("a", "2024", "1")}).findings[0]
    assert befund.code == "datei-am-falschen-ort"
    assert "indikatoren/<name>.yaml" in befund.hilfe


@pytest.mark.parametrize(
    ("zeile", "code"),
    [
        ("{indikator: A, am: 2024, wert: 1}", "id-ungueltig"),
        ("{indikator: a, am: 24, wert: 1}", "datum-ungueltig"),
        ("{indikator: a, am: 2024-13, wert: 1}", "datum-ungueltig"),
        ("{indikator: a, am: 2024, wert: ' '}", "text-leer"),
        ("{indikator: a, am: 2024, wert: [1]}", "text-erwartet"),
    ],
)
def test_a_wrong_entry_is_a_finding_and_the_others_stay(tmp_path: Path, zeile: str, code: str) -> None:
    text = f"werte:\n  - {zeile}\n  - {{indikator: b, am: 2023, wert: 2}}\n"
    found = loaded(tmp_path, indikatoren__x=text)
    assert [(befund.code, befund.ort.zeile) for befund in found.findings] == [(code, 2)]
    assert list(found.plan.messreihen) == ["b"]
