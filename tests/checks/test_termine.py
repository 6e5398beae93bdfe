"""The checks of the Termine beyond their smallest examples in ``tests/errors``: which wordings warn, and where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.checks.termine import (
    lesbarkeit,
    ohne_anker,
    regeln,
    reihenfolge,
    statt_stand,
    veraltete,
    widersprueche,
)
from konzept.diagnostics import Location, SourceMap
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from konzept.diagnostics import Befund

    Check = Callable[[Plan, SourceMap], Iterator[Befund]]

ROOT = Path(__file__).parent.parent.parent
DATEI = "data/handlungsfelder/2020/1.yaml"
RAHMEN = {"titel": "T", "art": "Konzept", "stand": "2020-11-02", "gilt_von": "2021", "gilt_bis": "2023"}


def plan(termin: str | dict[str, Any], **rahmen: str) -> Plan:
    """Return a plan whose one goal bears the Termin."""
    ziel = {"id": "ziel", "nummer": "1.1", "titel": "Z", "termin": termin}
    feld = {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(RAHMEN | rahmen),
        (Handlungsfeld.model_validate(feld),),
        dateien=(DATEI,),
    )
    return Plan(fassungen=(fassung,))


def findings(check: Check, termin: str | dict[str, Any], **rahmen: str) -> list[Befund]:
    return list(check(plan(termin, **rahmen), SourceMap()))


def explicit(*teile: dict[str, str], text: str = "nach Absprache", **felder: str) -> dict[str, Any]:
    return {"text": text, "teile": list(teile), **felder}


@pytest.mark.parametrize(
    ("termin", "letzter"),
    [
        ("bis Ende 2020", "31.12.2020"),
        ("31.12.2020", "31.12.2020"),
        ("01.01.2021", None),
        ("bis Ende 2021", None),
        ("2018–2020", "31.12.2020"),
        ("2018–2021", None),
        ("2019; 2020", "31.12.2020"),
        # what runs or recurs without an end is never over
        ("ab 2019", None),
        ("fortlaufend", None),
        ("seit Mai 2011, jährlich", None),
        ("Fertigstellung Konzept 2018, Durchführung fortlaufend", None),
        # and what has no date nobody knows
        ("nach Bedarf", None),
        ("2019, dann nach Bedarf", None),
        (explicit({"art": "laufend", "beginn": "2010-01-01", "ende": "2015-12-31"}), "31.12.2015"),
        (explicit({"art": "laufend", "beginn": "2010-01-01"}), None),
        (explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;UNTIL=20191231"}), "31.12.2019"),
        (explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;UNTIL=20211231"}), None),
        (explicit({"art": "wiederkehrend", "rrule": "unlesbar", "ende": "2019-12-31"}), "31.12.2019"),
        (explicit({"art": "faellig"}), None),
        # it ends before it begins: which day is wrong nobody knows
        ("2020 bis 2018", None),
    ],
)
def test_a_termin_is_stale_if_all_of_it_is_over_when_the_fassung_begins(
    termin: str | dict[str, Any], letzter: str | None
) -> None:
    befunde = findings(veraltete, termin)
    assert [befund.code for befund in befunde] == (["termin-veraltet"] if letzter else [])
    for befund in befunde:
        assert (
            befund.meldung
            == f"Dieser Termin war am {letzter} vorbei; die Fassung 2020 beginnt erst am 1.1.2021."
        )


@pytest.mark.parametrize(
    ("termin", "vorher", "genannt"),
    [
        # dated to the last: a part that is over when the Fassung begins is as stale as a whole Termin
        ("2019; 2021", None, "»2019« am 31.12.2019"),
        ("2018; 2019; 2021", None, "»2018« am 31.12.2018 und »2019« am 31.12.2019"),
        ("2021; 2022", None, None),
        # where it goes on from there, the part tells how it came about …
        ("Fertigstellung Konzept 2018, Durchführung fortlaufend", None, None),
        ("2019, dann nach Bedarf", None, None),
        # … unless the Fassung before has said so already: then it was taken over without a decision
        (
            "Fertigstellung Konzept 2018, Durchführung fortlaufend",
            "Fertigstellung Konzept 2018, Durchführung fortlaufend",
            "»Fertigstellung Konzept 2018« am 31.12.2018",
        ),
        ("2019, dann nach Bedarf", "2019", "»2019« am 31.12.2019"),
        ("2019, dann nach Bedarf", "2018, dann nach Bedarf", None),
        ("2019, dann nach Bedarf", "fortlaufend", None),
    ],
)
def test_a_part_that_is_over_is_named(termin: str, vorher: str | None, genannt: str | None) -> None:
    befunde = list(veraltete(with_vorgaenger(termin, vorher), SourceMap()))
    begin = "die Fassung 2020 beginnt erst am 1.1.2021."
    assert [befund.meldung for befund in befunde] == (
        [f"Von diesem Termin war schon vorbei: {genannt}; {begin}"] if genannt else []
    )
    taken_over = vorher is not None and vorher in {termin, "2019"}
    assert all(
        befund.hilfe.startswith(
            "Legen Sie diesen Teil neu fest" if taken_over else "Prüfen Sie die Jahreszahl"
        )
        for befund in befunde
    )


def test_a_stale_termin_that_was_taken_over_is_to_be_set_anew() -> None:
    (fresh,) = veraltete(with_vorgaenger("bis Ende 2019", None), SourceMap())
    (taken_over,) = veraltete(with_vorgaenger("bis Ende 2019", "bis Ende 2019"), SourceMap())
    assert fresh.meldung == taken_over.meldung
    assert fresh.hilfe.startswith("Prüfen Sie die Jahreszahl.")
    assert taken_over.hilfe == (
        "Legen Sie den Termin neu fest, oder streichen Sie ihn; so steht er schon in der Fassung davor."
    )


@pytest.mark.parametrize(("teil", "named"), [(1, False), (2, True)])
def test_a_part_that_the_log_of_the_fassung_calls_done_is_settled(teil: int, *, named: bool) -> None:
    entry = {"am": "2021-03-01", "erfasst": "2021-03-01", "massnahme": "m", "stand": "laufend"}
    log = Sachstand.model_validate({"eintraege": [entry | {"erfuellt": [{"teil": str(teil)}]}]})
    massnahme = {"id": "m", "text": "M", "termin": "2019; 2021"}
    feld = Handlungsfeld.model_validate(
        {"id": "feld", "nummer": "1", "titel": "F", "massnahmen": [massnahme]}
    )
    fassung = Fassung("2020", Rahmen.model_validate(RAHMEN), (feld,), log, dateien=(DATEI,))
    assert len(list(veraltete(Plan(fassungen=(fassung,)), SourceMap()))) == named


def with_vorgaenger(termin: str, vorher: str | None) -> Plan:
    """Return a plan of two Fassungen whose one goal bears these Termine; without ``vorher`` of one."""
    new = plan(termin, vorgaenger="2016").fassungen[0]
    if vorher is None:
        return Plan(fassungen=(new,))
    old = plan(vorher, stand="2016", gilt_von="2016").fassungen[0]
    return Plan(fassungen=(replace(old, id="2016"), new))


def test_a_fassung_without_gilt_von_begins_with_its_beschluss_else_its_stand() -> None:
    def codes(termin: str, beschluss: dict[str, str] | None = None) -> list[str]:
        rahmen: dict[str, Any] = {
            "titel": "T",
            "art": "Konzept",
            "stand": "2020-11-02",
            "beschluss": beschluss,
        }
        ziel = {"id": "ziel", "nummer": "1.1", "titel": "Z", "termin": termin}
        feld = Handlungsfeld.model_validate(
            {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
        )
        fassung = Fassung("2020", Rahmen.model_validate(rahmen), (feld,), dateien=(DATEI,))
        return [befund.code for befund in veraltete(Plan(fassungen=(fassung,)), SourceMap())]

    assert codes("1.11.2020") == ["termin-veraltet"]
    assert codes("2.11.2020") == []
    assert codes("2.11.2020", {"datum": "2020-12-09"}) == ["termin-veraltet"]


@pytest.mark.parametrize("check", [veraltete, ohne_anker])
@pytest.mark.parametrize("termin", ["bis Ende 2010", "im 2-Jahres-Turnus"])
def test_a_partial_fassung_is_left_in_peace(check: Check, termin: str) -> None:
    assert findings(check, termin, vollstaendig="nein") == []


@pytest.mark.parametrize(
    ("termin", "warns"),
    [
        ("im 2-Jahres-Turnus", True),
        ("alle drei Jahre", True),
        ("alle 5 Monate", True),
        ("alle zwei Wochen", True),
        ("alle drei Jahre, erstmals 2021", False),
        ({"text": "im 2-Jahres-Turnus", "turnus_ab": "2021"}, False),
        ("jährlich", False),
        ("halbjährlich", False),
        ("alle vier Monate", False),
        ("monatlich", False),
        ("regelmäßig", False),  # there is no rhythm to anchor
        (explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;INTERVAL=2"}), True),
        (
            explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;INTERVAL=2", "beginn": "2021-01-01"}),
            False,
        ),
        (explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;INTERVAL=2"}, turnus_ab="2021"), False),
    ],
)
def test_a_rhythm_over_more_than_its_unit_needs_a_first_year(
    termin: str | dict[str, Any], *, warns: bool
) -> None:
    assert [befund.code for befund in findings(ohne_anker, termin)] == ["termin-ohne-anker"] * warns


@pytest.mark.parametrize(
    ("rahmen", "jahr"),
    [
        ({"gilt_von": "2021"}, 2021),
        ({"gilt_von": "2020"}, 2021),  # adopted in November 2020
        ({"gilt_von": "2024-07"}, 2025),
        ({"stand": "2020", "gilt_von": "2020"}, 2020),
    ],
)
def test_the_remedy_names_the_first_whole_year_of_the_fassung(rahmen: dict[str, str], jahr: int) -> None:
    (befund,) = findings(ohne_anker, "im 2-Jahres-Turnus", **rahmen)
    assert f"»termin: {{text: …, turnus_ab: {jahr}}}«" in befund.hilfe


@pytest.mark.parametrize(
    ("regel", "warns"),
    [
        ("FREQ=YEARLY;INTERVAL=2", False),
        ("FREQ=MONTHLY;BYDAY=1MO", False),
        ("RRULE:FREQ=WEEKLY", False),
        ("FREQ=HOURLY", True),
        ("FREQ=YEARLY;DTSTART=20210101", True),
        ("FREQ=YEARLY;UNTIL=20211301", True),
        ("jährlich", True),
        (";", True),
        ("FREQ=YEARLY;INTERVAL=" + "9" * 5000, True),
    ],
)
def test_a_rule_that_cannot_be_read(regel: str, *, warns: bool) -> None:
    befunde = findings(regeln, explicit({"art": "wiederkehrend", "rrule": regel}))
    assert [befund.code for befund in befunde] == ["termin-rrule-unlesbar"] * warns


@pytest.mark.parametrize(
    ("termin", "meldung"),
    [
        ("2023 bis 2020", "Dieser Termin endet am 31.12.2020, bevor er am 1.1.2023 beginnt."),
        ("2021 bis 2023", None),
        (
            explicit({"art": "zeitraum", "beginn": "2023-01-01", "ende": "2022-12-31"}),
            "»ende: 2022-12-31« liegt vor »beginn: 2023-01-01«.",
        ),
        (explicit({"art": "zeitraum", "beginn": "2023-01-01", "ende": "2023-01-01"}), None),
        (
            explicit({"art": "wiederkehrend", "beginn": "2023-01-01", "rrule": "FREQ=YEARLY;UNTIL=20221231"}),
            "Dieser Termin endet am 31.12.2022, bevor er am 1.1.2023 beginnt.",
        ),
        (
            {"text": "jährlich bis 2022", "turnus_ab": "2024"},
            "Der Turnus zählt ab 2024, endet aber schon am 31.12.2022.",
        ),
        ({"text": "jährlich bis 2022", "turnus_ab": "2022"}, None),
        ({"text": "bis Ende 2022", "turnus_ab": "2024"}, None),  # no rhythm; the check below says so
    ],
)
def test_a_termin_ends_after_it_begins(termin: str | dict[str, Any], meldung: str | None) -> None:
    befunde = findings(reihenfolge, termin)
    assert [befund.meldung for befund in befunde] == ([meldung] if meldung else [])
    assert all(befund.code == "termin-verkehrt" for befund in befunde)


@pytest.mark.parametrize(
    ("termin", "anfaenge"),
    [
        ({"text": "fortlaufend", "turnus_ab": "2021"}, ["»turnus_ab« bewirkt nichts"]),
        ({"text": "fortlaufend, jährlich", "turnus_ab": "2021"}, []),
        (explicit({"art": "laufend", "rrule": "FREQ=YEARLY"}), ["Die Regel bewirkt nichts: Teil 1"]),
        (explicit({"art": "faellig"}), ["Teil 1 soll fällig werden"]),
        (
            explicit({"art": "unbestimmt"}, {"art": "faellig", "rrule": "FREQ=YEARLY"}),
            ["Die Regel bewirkt nichts: Teil 2", "Teil 2 soll fällig werden"],
        ),
        (explicit({"art": "faellig", "ende": "2022-12-31"}, {"art": "wiederkehrend"}), []),
    ],
)
def test_what_is_given_beside_the_wording_goes_with_it(
    termin: str | dict[str, Any], anfaenge: list[str]
) -> None:
    befunde = findings(widersprueche, termin)
    assert len(befunde) == len(anfaenge)
    for befund, anfang in zip(befunde, anfaenge, strict=True):
        assert befund.meldung.startswith(anfang)


@pytest.mark.parametrize(
    ("check", "termin", "feld"),
    [
        (lesbarkeit, "31.2.2021", ("text",)),
        (veraltete, "bis Ende 2020", ("text",)),
        (
            veraltete,
            explicit({"art": "faellig", "ende": "2020-12-31"}, {"art": "faellig", "ende": "2019-01-01"}),
            ("teile", 0, "ende"),
        ),
        (
            veraltete,
            explicit({"art": "wiederkehrend", "rrule": "FREQ=YEARLY;UNTIL=20191231"}),
            ("teile", 0, "rrule"),
        ),
        (reihenfolge, "2023 bis 2020", ("text",)),
        (
            reihenfolge,
            explicit({"art": "zeitraum", "beginn": "2023-01-01", "ende": "2022-12-31"}),
            ("teile", 0, "ende"),
        ),
        (reihenfolge, {"text": "jährlich bis 2022", "turnus_ab": "2024"}, ("turnus_ab",)),
        (
            ohne_anker,
            explicit({"art": "laufend"}, {"art": "wiederkehrend", "rrule": "FREQ=YEARLY;INTERVAL=2"}),
            ("teile", 1, "rrule"),
        ),
        (regeln, explicit({"art": "wiederkehrend", "rrule": "x"}), ("teile", 0, "rrule")),
        (widersprueche, explicit({"art": "faellig"}), ("teile", 0, "art")),
    ],
)
def test_a_finding_points_at_the_value_it_speaks_of(
    check: Check, termin: str | dict[str, Any], feld: tuple[str | int, ...]
) -> None:
    pfad = (DATEI, "handlungsziele", 0, "termin")
    source = SourceMap({(*pfad, *feld): Location(DATEI, 7, 7), pfad: Location(DATEI, 1, 1)})
    (befund,) = check(plan(termin), source)
    assert befund.ort == Location(DATEI, 7, 7)


@pytest.mark.parametrize("check", [lesbarkeit, ohne_anker, regeln, reihenfolge, veraltete, widersprueche])
def test_what_the_loader_has_found_fault_with_is_left_in_peace(check: Check) -> None:
    pfad = (DATEI, "handlungsziele", 0, "termin")
    for termin in ("bis Ende 2020", "im 2-Jahres-Turnus", "2023 bis 2020", "31.2.2021"):
        assert list(check(plan(termin), SourceMap(faulty={(*pfad, "text")}))) == []


def test_a_termin_of_a_goal_and_one_of_a_massnahme_are_looked_at_once_each() -> None:
    """The one the Maßnahme inherits is not named again."""
    massnahmen = [{"id": "erbt", "text": "M"}, {"id": "eigener", "text": "M", "termin": "bis Ende 2019"}]
    ziel = {
        "id": "ziel",
        "nummer": "1.1",
        "titel": "Z",
        "termin": "bis Ende 2020",
        "massnahmen": massnahmen,
    }
    feld = Handlungsfeld.model_validate({"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]})
    fassung = Fassung("2020", Rahmen.model_validate(RAHMEN), (feld,), dateien=(DATEI,))
    assert len(list(veraltete(Plan(fassungen=(fassung,)), SourceMap()))) == 2


def test_the_source_has_one_termin_without_a_first_year() -> None:
    """5.2 of source 001, »im 2-Jahres-Turnus« (design §2); nothing in it is stale, reversed or unreadable."""
    loaded = load_plan(ROOT)
    befunde = [
        befund
        for check in (lesbarkeit, ohne_anker, regeln, reihenfolge, veraltete, widersprueche)
        for befund in check(loaded.plan, loaded.source)
    ]
    assert [(befund.code, befund.auszug) for befund in befunde] == [
        ("termin-ohne-anker", "    termin: im 2-Jahres-Turnus")
    ]


@pytest.mark.parametrize(
    "termin", ["umgesetzt", "Umgesetzt.", "teilweise  umgesetzt", "begonnen", "nicht begonnen"]
)
def test_a_word_of_a_report_is_no_termin(termin: str) -> None:
    """It has one finding of its own, not two: that it cannot be read goes without saying."""
    assert [befund.code for befund in findings(statt_stand, termin)] == ["termin-ist-stand"]
    assert findings(lesbarkeit, termin) == []


@pytest.mark.parametrize(
    "termin",
    [
        "läuft",
        "in Arbeit",
        "fortlaufend",
        "bis Ende 2021 umgesetzt",
        explicit({"art": "laufend"}, text="umgesetzt"),
    ],
)
def test_what_goes_on_has_a_date_or_is_explained_is_a_termin(termin: str | dict[str, Any]) -> None:
    assert findings(statt_stand, termin) == []


@pytest.mark.parametrize("termin", ["bis 31.12.20255", "vom 01.01.0000 bis 31.12.2022", "Ende 20255"])
def test_a_year_no_calendar_has_is_named(termin: str) -> None:
    assert "termin-unlesbar" in [befund.code for befund in findings(lesbarkeit, termin)]
