"""The Sachstandsbericht: figures read off the log of the Musterkreis, and each rule of the comparison on its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.sachstandsbericht import sachstandsbericht
from konzept.reports.sachstandsbericht_teile import Aenderung, Fristgruppe, Sachstandsbericht, Zahlen

ROOT = Path(__file__).parents[2]


@cache
def shipped(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


def bericht(ort: str, fassung: str, stichtag: str, seit: str | None = None) -> Sachstandsbericht:
    plan = shipped(ort)
    tag = date.fromisoformat(seit) if seit else None
    return sachstandsbericht(plan, plan.fassung_nach_id[fassung], date.fromisoformat(stichtag), tag)


def musterkreis(stichtag: str, seit: str | None = None, fassung: str = "2025") -> Sachstandsbericht:
    return bericht("beispiele/musterkreis", fassung, stichtag, seit)


def worte(eine: Sachstandsbericht) -> dict[str, int]:
    return {one.wort.value: one.anzahl for one in eine.ampel if one.anzahl}


def fristen(gruppen: tuple[Fristgruppe, ...]) -> list[str]:
    """Write each row as »id tag tag …«, with »neu n« where some are, and »wieder« where a later unit was met."""
    return [
        " ".join(
            [
                gruppe.eintrag.massnahme or gruppe.eintrag.bezug,
                *map(str, gruppe.tage),
                *([f"neu {gruppe.neu}"] if gruppe.neu else []),
                *(["wieder"] if gruppe.aufgeholt else []),
            ]
        )
        for gruppe in gruppen
    ]


def test_the_first_report_on_a_fassung() -> None:
    """Counted by hand in sachstand/2025.yaml: 32 Maßnahmen with a report by 30 June, 1 asked in vain."""
    eine = musterkreis("2025-06-30")
    assert eine.zahlen == Zahlen(
        massnahmen=44,
        gemeldet=32,
        ohne_antwort=1,
        ueberfaellig=3,
        ueberfaellig_ohne_meldung=0,
        neu_ueberfaellig=3,
        erledigt=12,
        nachgetragen=0,
        kommend=23,
    )
    assert worte(eine) == {
        "im-plan": 22,
        "geplant": 7,
        "zurueckgestellt": 1,
        "frist-vorbei": 2,
        "ohne-meldung": 12,
    }
    assert fristen(eine.ueberfaellig) == [
        "vordrucke-mehrsprachig 2025-03-31 neu 1",
        "antidiskriminierung 2025-03-31 neu 1",
        "beratungsverbund 2025-04-30 neu 1 wieder",
    ]
    assert eine.vergleichbar, "the Fassung was adopted on 9 December 2024, before the day compared with"
    assert len(eine.aenderungen) == 33


def test_half_a_year_of_silence() -> None:
    """Only the correction of 3 July came, which takes back the unit of March; nothing is red any more."""
    eine = musterkreis("2025-12-31")
    assert (eine.zahlen.gemeldet, eine.zahlen.nachgetragen) == (1, 1)
    assert worte(eine) == {
        "frist-vorbei-ohne-meldung": 1,
        "frist-vorbei-meldung-veraltet": 8,
        "meldung-veraltet": 24,
        "ohne-meldung": 11,
    }
    korrektur = next(one for one in eine.aenderungen if one.auskuenfte)
    assert korrektur.jetzt.zeile.id == "beratungsverbund"
    assert [(str(one.meldung.am), one.nachgetragen, one.von) for one in korrektur.auskuenfte] == [
        ("2025-06-10", True, "MBE")
    ]
    assert [str(one.faellig) for one in korrektur.neu_ueberfaellig][:2] == ["2025-03-31", "2025-06-30"]


def test_a_report_in_the_middle_of_a_plan() -> None:
    """Read off sachstand/2022.yaml for 15 July 2023, compared with 15 January 2023.

    The correction of 14 February takes back that the orientierungskurse met the fourth quarter of 2022.
    """
    eine = musterkreis("2023-07-15", "2023-01-15", "2022")
    assert fristen(eine.ueberfaellig) == [
        "vorbereitungsklassen 2022-08-01",
        "orientierungskurse 2022-12-31 neu 1 wieder",
        "abendkurse 2022-12-31",
        "supervision-ehrenamt 2022-12-31 wieder",
        "sprachlern-app 2023-05-31 neu 1",
        "unternehmensnetzwerk 2023-06-30 neu 1",
        "schutzkonzept 2023-06-30 neu 1",
    ]
    gewechselt = {
        one.jetzt.zeile.id: (one.vorher.wort.value, one.jetzt.urteil.wort.value)
        for one in eine.aenderungen
        if one.gewechselt and one.vorher
    }
    assert len(gewechselt) == 25
    assert gewechselt["lernraeume"] == ("frist-vorbei", "umgesetzt")
    assert gewechselt["bewohnervertretung"] == ("geplant", "entfallen")
    assert gewechselt["sprachlern-app"] == ("geplant", "frist-vorbei")
    assert gewechselt["beratung-musterstadt"] == ("im-plan", "meldung-veraltet")


def test_the_shipped_plan_says_that_nobody_has_reported() -> None:
    eine = bericht("", "2020", "2022-01-01")
    assert worte(eine) == {
        "frist-vorbei-ohne-meldung": 5,
        "frist-vorbei-meldung-veraltet": 1,
        "meldung-veraltet": 1,
        "ohne-meldung": 43,
    }
    assert (eine.zahlen.ueberfaellig, eine.zahlen.ueberfaellig_ohne_meldung) == (7, 6)
    assert [one.ueberfaellig for one in eine.felder] == [0, 2, 0, 1, 0, 4]


def test_a_plan_without_massnahmen() -> None:
    eine = bericht("beispiele/konstanz-2016", "2016", "2017-01-01")
    assert eine.zahlen == Zahlen(0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert (worte(eine), sum(one.anteil for one in eine.ampel)) == ({}, 0)
    assert [one.verweis.titel for one in eine.felder] == ["Sprache", "Bildung", "Arbeit", "Wohnen"]
    assert not eine.aenderungen


def test_a_plan_without_goals_and_without_log() -> None:
    eine = bericht("beispiele/handlungsleitlinien", "2016", "2017-01-01")
    assert worte(eine) == {"ohne-meldung": 11}
    assert not eine.aenderungen


PLANS = [("", "2020"), ("", "2018"), ("beispiele/musterkreis", "2022"), ("beispiele/musterkreis", "2025")]


@pytest.mark.parametrize(("ort", "fassung"), PLANS)
@given(stichtag=st.dates(date(2018, 1, 1), date(2029, 12, 31)), tage=st.integers(0, 900))
@settings(max_examples=8)
def test_sums_add_up_on_every_day(ort: str, fassung: str, stichtag: date, tage: int) -> None:
    plan = shipped(ort)
    gemeint = plan.fassung_nach_id[fassung]
    seit = date.fromordinal(stichtag.toordinal() - tage)
    eine = sachstandsbericht(plan, gemeint, stichtag, seit)
    alle = [stelle.id for stelle in gemeint.massnahmen()]
    # every Maßnahme stands in one Handlungsfeld, with one word, in reading order
    assert [one.zeile.id for feld in eine.felder for one in feld.massnahmen] == alle
    assert eine.zahlen.massnahmen == len(alle) == sum(one.anzahl for one in eine.ampel)
    assert sum(one.anteil for one in eine.ampel) == 100
    for one in eine.ampel:
        assert one.anzahl == sum(feld.je_wort[one.wort] for feld in eine.felder)
    assert sum(feld.ueberfaellig for feld in eine.felder) == eine.zahlen.ueberfaellig
    if eine.vergleichbar:
        assert sum(one.vorher or 0 for one in eine.ampel) == len(alle)
        # who went through the list of changes knows the old report
        zuwachs = {
            wort: sum(a.jetzt.urteil.wort is wort for a in eine.aenderungen if a.gewechselt)
            - sum(a.vorher is not None and a.vorher.wort is wort for a in eine.aenderungen if a.gewechselt)
            for wort in eine.farben
        }
        assert all(one.anzahl == (one.vorher or 0) + zuwachs[one.wort] for one in eine.ampel)
    assert all(stichtag <= tag <= eine.zeitraum.bis for gruppe in eine.kommend for tag in gruppe.tage)
    assert all(tag < stichtag for gruppe in eine.ueberfaellig for tag in gruppe.tage)


def plan_mit(
    termin: str, *log: dict[str, Any], ziel: bool = False, rahmen: dict[str, Any] | None = None
) -> Plan:
    """Build a plan adopted on 2 November 2020 with one Maßnahme, or with a goal that has none."""
    inhalt: dict[str, Any] = {"massnahmen": [{"id": "m", "text": "Etwas tun.", "termin": termin}]}
    if ziel:
        inhalt = {"handlungsziele": [{"id": "z", "nummer": "1.1", "titel": "Ziel", "termin": termin}]}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", **inhalt}
    frame = {"titel": "Plan", "art": "Konzept", "stand": "2020-11-02", "gilt_bis": "2023", **(rahmen or {})}
    fassung = Fassung(
        id="2020",
        rahmen=Rahmen.model_validate(frame),
        handlungsfelder=(Handlungsfeld.model_validate(feld),),
        sachstand=Sachstand.model_validate({"eintraege": log}),
        dateien=("feld.yaml",),
    )
    return Plan(einstellungen=Einstellungen(), fassungen=(fassung,))


def meldung(am: str, stand: str = "laufend", **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": "m", "stand": stand, **felder}


def aenderung(termin: str, *log: dict[str, Any], seit: str = "2021-06-30") -> Aenderung | None:
    """Report on one Maßnahme as of 31 December 2021."""
    plan = plan_mit(termin, *log)
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 12, 31), date.fromisoformat(seit))
    return eine.aenderungen[0] if eine.aenderungen else None


def kurz(eine: Aenderung | None) -> str:
    """Write a change as »alt > neu | new reports | newly overdue | met«."""
    if eine is None:
        return "nichts"
    vorher = eine.vorher.wort.value if eine.vorher else "–"
    return " | ".join(
        [
            f"{vorher} > {eine.jetzt.urteil.wort.value}",
            " ".join(f"{one.meldung.am}{'!' if one.nachgetragen else ''}" for one in eine.auskuenfte),
            " ".join(str(one.faellig) for one in eine.neu_ueberfaellig),
            " ".join(str(one.faellig) for one in eine.erledigt),
        ]
    )


def erfuellt(*fristen_: str) -> list[dict[str, str]]:
    return [{"teil": "1", "frist": frist} for frist in fristen_]


@pytest.mark.parametrize(
    ("termin", "log", "erwartet"),
    [
        pytest.param("fortlaufend", [], "nichts", id="silence before and after"),
        pytest.param(
            "fortlaufend",
            [meldung("2021-03-01")],
            "im-plan > meldung-veraltet |  |  | ",
            id="silence is a change, too",
        ),
        pytest.param(
            "fortlaufend",
            [meldung("2021-03-01"), meldung("2021-08-01")],
            "im-plan > im-plan | 2021-08-01 |  | ",
            id="a report, nothing else",
        ),
        pytest.param(
            "fortlaufend",
            [meldung("2021-06-30")],
            "im-plan > meldung-veraltet |  |  | ",
            id="what was written down on the day of the last report is no news",
        ),
        pytest.param(
            "fortlaufend",
            [{**meldung("2021-06-01"), "erfasst": "2021-07-02"}, meldung("2021-09-01")],
            "ohne-meldung > im-plan | 2021-06-01! 2021-09-01 |  | ",
            id="one came late",
        ),
        pytest.param(
            "fortlaufend",
            [{**meldung("2021-06-01", "keine-rueckmeldung"), "erfasst": "2021-07-02"}],
            "ohne-meldung > ohne-meldung | 2021-06-01 |  | ",
            id="that nobody answered came late, but it is no report",
        ),
        pytest.param(
            "bis 30.09.2021",
            [meldung("2021-05-01", "begonnen"), meldung("2021-11-01", "begonnen")],
            "im-plan > frist-vorbei | 2021-11-01 | 2021-09-30 | ",
            id="newly overdue",
        ),
        pytest.param(
            "bis 31.03.2021",
            [meldung("2021-05-01", "begonnen"), meldung("2021-11-01", "begonnen")],
            "frist-vorbei > frist-vorbei | 2021-11-01 |  | ",
            id="overdue already",
        ),
        pytest.param(
            "bis 31.03.2021",
            [meldung("2021-05-01", "begonnen"), meldung("2021-11-01", "umgesetzt")],
            "frist-vorbei > umgesetzt | 2021-11-01 |  | 2021-03-31",
            id="done at last",
        ),
        pytest.param(
            "halbjährlich",
            [meldung("2021-11-01", erfuellt=erfuellt("2021-06-30"))],
            "ohne-meldung > im-plan | 2021-11-01 |  | 2021-06-30",
            id="a unit was met",
        ),
        pytest.param(
            "halbjährlich",
            [meldung("2021-11-01", "umgesetzt")],
            "ohne-meldung > umgesetzt | 2021-11-01 |  | 2021-06-30 2021-12-31",
            id="closed as done: what would have come in 2022 and 2023 is not met, there is nothing to meet",
        ),
        pytest.param(
            "halbjährlich",
            [meldung("2021-11-01", "entfallen", erfuellt=erfuellt("2021-06-30"))],
            "ohne-meldung > entfallen | 2021-11-01 |  | 2021-06-30",
            id="dropped: only what is named was met",
        ),
        pytest.param(
            "vierteljährlich",
            [meldung("2021-12-01", erfuellt=erfuellt("2022-03-31"))],
            "frist-vorbei-ohne-meldung > verzoegert | 2021-12-01 | 2021-06-30 2021-09-30 | 2022-03-31",
            id="met before its time, if somebody says so",
        ),
    ],
)
def test_what_changed(termin: str, log: list[dict[str, Any]], erwartet: str) -> None:
    assert kurz(aenderung(termin, *log)) == erwartet


def test_before_the_fassung_was_adopted_there_is_nothing_to_compare_with() -> None:
    plan = plan_mit("fortlaufend", meldung("2021-03-01"))
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 3, 31))
    assert (str(eine.zeitraum.seit), eine.vergleichbar) == ("2020-09-30", False)
    assert {one.vorher for one in eine.ampel} == {None}
    assert [kurz(one) for one in eine.aenderungen] == ["– > im-plan | 2021-03-01 |  | "]
    assert not eine.aenderungen[0].gewechselt


def test_a_goal_without_massnahmen_is_overdue_but_has_no_word() -> None:
    plan = plan_mit("bis 30.06.2021", ziel=True)
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 12, 31))
    assert fristen(eine.ueberfaellig) == ["z 2021-06-30 neu 1"]
    assert [gruppe.wort for gruppe in eine.ueberfaellig] == [None]
    assert (eine.zahlen.massnahmen, eine.zahlen.ueberfaellig, eine.felder[0].ueberfaellig) == (0, 1, 1)


def test_a_termin_that_a_beschluss_moved_is_shown_with_both_wordings() -> None:
    beschluss = {"gremium": "Kreistag", "datum": "2021-06-30"}
    moved = meldung("2021-08-01", "begonnen", neuer_termin="bis 31.03.2022", beschluss=beschluss)
    wish = meldung("2021-08-01", "begonnen", neuer_termin="bis 31.03.2022")
    for log, erwartet in (
        (moved, ("bis 31.03.2022", "bis 30.06.2021", None, "im-plan", ["m 2022-03-31"])),
        (wish, ("bis 30.06.2021", None, "bis 31.03.2022", "frist-vorbei", [])),
    ):
        plan = plan_mit("bis 30.06.2021", log)
        eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 12, 31))
        stand = eine.felder[0].massnahmen[0]
        assert (
            stand.zeile.termin,
            stand.bisher,
            stand.gemeldeter_termin,
            stand.urteil.wort.value,
            fristen(eine.kommend),
        ) == erwartet


def test_what_comes_next_reaches_one_rhythm_ahead_both_days_included() -> None:
    plan = plan_mit("vierteljährlich")
    eine = sachstandsbericht(plan, plan.fassungen[0], date(2021, 6, 30))
    assert fristen(eine.kommend) == ["m 2021-06-30 2021-09-30 2021-12-31"]
    assert eine.zahlen.kommend == 3


def test_three_sentences_are_kept_of_a_longer_report() -> None:
    lang = "Eins. Zwei. Drei. Vier."
    plan = plan_mit("fortlaufend", meldung("2021-11-01", text=lang))
    stand = sachstandsbericht(plan, plan.fassungen[0], date(2021, 12, 31)).felder[0].massnahmen[0]
    assert stand.antwort is not None
    assert (stand.antwort.text, stand.antwort.meldung.text) == ("Eins. Zwei. Drei. …", lang)
