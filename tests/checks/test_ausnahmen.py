"""Exceptions: which findings they take out, until when, and what is said of those that do nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.checks.eintraege import _klammer_zu, ids_an
from konzept.checks.run import judge
from konzept.diagnostics import Location
from konzept.load import load_plan

if TYPE_CHECKING:
    from konzept.checks.ausnahmen import Urteil

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FELD = "data/handlungsfelder/2020/2-sprache.yaml"
TAG = date(2025, 1, 1)
UNREADABLE = """\
id: sprache
nummer: "1"
titel: Sprache
handlungsziele:
  - id: ziel
    nummer: "1.1"
    titel: Deutsch
    massnahmen:
      - {id: kurse, text: Kurse anbieten, termin: 31.2.2020, zustaendigkeiten: [jobcenter]}
      - id: lesekreis
        text: Lesekreis
        termin: 32.1.2021
        zustaendigkeiten: [jobcenter]
    termin: 30.2.2022
"""
LINES = {"kurse": 9, "lesekreis": 12, "ziel": 14}


def judged(tmp_path: Path, konzept: str, stichtag: date | None = TAG, feld: str = UNREADABLE) -> Urteil:
    root = tmp_path / "plan"
    shutil.copytree(SOUND, root)
    (root / FELD).write_text(feld, encoding="utf-8")
    (root / "data/konzept.yaml").write_text(konzept, encoding="utf-8")
    loaded = load_plan(root)
    return judge(loaded.plan, loaded.source, loaded.findings, stichtag)


def ausnahme(code: str = "termin-unlesbar", bis: str = "2025-06-30", **felder: str) -> str:
    werte = {"code": code, "bis": bis, "grund": "Das wird neu beschlossen.", **felder}
    return "ausnahmen:\n  - {" + ", ".join(f"{name}: {wert}" for name, wert in werte.items()) + "}\n"


@pytest.mark.parametrize(
    ("felder", "weg"),
    [
        ({}, {"kurse", "lesekreis", "ziel"}),
        ({"id": "kurse"}, {"kurse"}),
        ({"id": "lesekreis"}, {"lesekreis"}),
        ({"id": "ziel"}, {"kurse", "lesekreis", "ziel"}),
        ({"id": "sprache"}, {"kurse", "lesekreis", "ziel"}),
        ({"datei": FELD}, {"kurse", "lesekreis", "ziel"}),
        ({"datei": "data/handlungsfelder"}, {"kurse", "lesekreis", "ziel"}),
        ({"datei": "data/handlungsfelder/2020/", "id": "kurse"}, {"kurse"}),
    ],
)
def test_an_exception_takes_out_what_it_speaks_of(
    tmp_path: Path, felder: dict[str, str], weg: set[str]
) -> None:
    urteil = judged(tmp_path, ausnahme(**felder))
    assert {befund.ort.zeile for befund in urteil.ausgenommen} == {LINES[name] for name in weg}
    assert {befund.ort.zeile for befund in urteil.befunde} == {
        zeile for name, zeile in LINES.items() if name not in weg
    }


@pytest.mark.parametrize(
    ("stichtag", "codes"),
    [
        (date(2025, 6, 30), []),
        (date(2025, 7, 1), ["ausnahme-abgelaufen", *["termin-unlesbar"] * 3]),
        (None, []),
    ],
)
def test_an_exception_holds_until_the_end_of_its_last_day(
    tmp_path: Path, stichtag: date | None, codes: list[str]
) -> None:
    assert sorted(befund.code for befund in judged(tmp_path, ausnahme(), stichtag).befunde) == codes


@pytest.mark.parametrize(
    ("felder", "codes"),
    [
        ({"id": "beratung"}, ["ausnahme-unbenutzt"]),
        ({"datei": "data/handlungsfelder/2020/2"}, ["ausnahme-unbenutzt"]),
        ({"code": "nummer-luecke"}, ["ausnahme-unbenutzt"]),
        ({"code": "nummer-lueke"}, ["ausnahme-unbekannt"]),
        ({"code": "akteur-unbekannt"}, ["ausnahme-wirkungslos"]),
        ({"code": "ausnahme-unbenutzt"}, ["ausnahme-wirkungslos"]),
    ],
)
def test_an_exception_that_does_nothing_is_named_once(
    tmp_path: Path, felder: dict[str, str], codes: list[str]
) -> None:
    urteil = judged(tmp_path, ausnahme(**felder))
    assert urteil.ausgenommen == ()
    assert [befund.code for befund in urteil.befunde if befund.code != "termin-unlesbar"] == codes


def test_a_fehler_is_never_taken_out(tmp_path: Path) -> None:
    feld = UNREADABLE.replace("[jobcenter]", "[jobcentr]")
    urteil = judged(tmp_path, ausnahme(code="akteur-unbekannt"), feld=feld)
    assert [befund.code for befund in urteil.befunde].count("akteur-unbekannt") == 2


def test_exceptions_come_before_rules(tmp_path: Path) -> None:
    """What a rule makes a Fehler may be excepted; what a rule puts off is no longer counted as excepted."""
    streng = judged(tmp_path, "regeln: {termin-unlesbar: fehler}\n" + ausnahme(id="kurse"))
    assert [befund.schwere.value for befund in streng.ausgenommen] == ["fehler"]
    shutil.rmtree(tmp_path / "plan")
    aus = judged(tmp_path, "regeln: {termin-unlesbar: aus}\n" + ausnahme(id="kurse"))
    assert (aus.ausgenommen, aus.befunde) == ((), ())


def test_a_broken_file_makes_no_exception_unused(tmp_path: Path) -> None:
    urteil = judged(tmp_path, ausnahme(id="kurse"), feld="[")
    assert {befund.code for befund in urteil.befunde} == {"yaml-fehler"}


def test_exceptions_need_a_reason_and_a_day(tmp_path: Path) -> None:
    urteil = judged(tmp_path, "ausnahmen:\n  - {code: termin-unlesbar}\n")
    fehlt = [befund.meldung for befund in urteil.befunde if befund.code == "feld-fehlt"]
    assert len(fehlt) == 2
    assert {"bis", "grund"} == {name for name in ("bis", "grund") if any(f"»{name}«" in one for one in fehlt)}


@pytest.mark.parametrize(
    ("konzept", "codes"),
    [
        ("regeln: {termin-unlesbar: aus, nummer-luecke: warnung}\n", []),
        ("regeln: {termin-unleserlich: aus}\n", ["regel-unbekannt"]),
        ("regeln: {akteur-unbekannt: warnung}\n", ["regel-wirkungslos"]),
        ("regeln: {akteur-unbekannt: fehler}\n", []),
        ("regeln: {Termin unlesbar: aus}\n", ["regel-ungueltig"]),
    ],
)
def test_a_rule_that_does_nothing_is_named(tmp_path: Path, konzept: str, codes: list[str]) -> None:
    befunde = judged(tmp_path, konzept).befunde
    assert [befund.code for befund in befunde if befund.code != "termin-unlesbar"] == codes


def test_the_entries_a_place_lies_in_are_told_by_the_indents() -> None:
    root = SOUND.parent.parent.parent
    source = load_plan(root).source
    datei = "data/handlungsfelder/2020/3-arbeit.yaml"
    lines = source.lines[datei]
    termin = next(i for i, line in enumerate(lines, start=1) if line.strip() == "termin: fortlaufend")
    text = next(i for i, line in enumerate(lines, start=1) if "Regelmäßige Netzwerkarbeit" in line)
    orte = [Location(datei, termin, 13), Location(datei, text, 11), Location(datei, len(lines) + 5, 1)]
    ziel = frozenset({"ausbildung-und-arbeitsmarkt", "netzwerkarbeit-arbeitsmarkt"})
    assert list(ids_an(orte, source).values()) == [
        ziel,
        ziel | {"netzwerkarbeit-arbeitsmarkt-ausbauen"},
        frozenset(),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('- {"id":"a}", x: 1} # }', '{"id":"a}", x: 1}'),
        ("- {id: 'it''s }', x: 1} # {", "{id: 'it''s }', x: 1}"),
        ('- {id: "a \\" } b"} }', '{id: "a \\" } b"}'),
        ("- {id: a, t: it's {b}} }", "{id: a, t: it's {b}}"),
        ("- {id: a, t: b:'c} }", "{id: a, t: b:'c}"),
        ('- {id: "a}', None),
        ("- text {x}", None),
    ],
)
def test_an_entry_in_brackets_ends_at_its_own(line: str, text: str | None) -> None:
    """A bracket in quotes closes nothing, whether the quote stands behind a blank or, as in JSON, behind a colon."""
    end = _klammer_zu(line, 3)
    assert (line[2:end] if end else None) == text


def test_the_day_of_an_exception_is_written_as_every_other_day() -> None:
    meldung = (Path(__file__).parent.parent / "errors/ausnahme-abgelaufen.expected").read_text(
        encoding="utf-8"
    )
    assert "galt bis zum 31.12.2024; Stichtag ist der 1.1.2025." in meldung
