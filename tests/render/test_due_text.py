"""``due`` as text: complete, within its columns, the overdue first, each sign explained."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.due_tables import cut
from konzept.render.due_text import due_text
from konzept.reports.due import due
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

ROOT = Path(__file__).parent.parent.parent
JAHR_2021 = (date(2021, 1, 1), date(2021, 12, 31))


def text(
    massnahmen: list[dict[str, Any]],
    log: list[dict[str, Any]] | None = None,
    stichtag: date = date(2022, 1, 1),
    akteure: frozenset[str] | None = None,
    einstellungen: dict[str, Any] | None = None,
    vorlauf: int | None = None,
) -> str:
    """Ask a plan of one goal for 2021."""
    ziel = {"id": "z", "nummer": "1.1", "titel": "Ziel", "massnahmen": massnahmen}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "handlungsziele": [ziel]}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020-11-02"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log or []}),
        dateien=("feld.yaml",),
    )
    bodies = tuple(
        Akteur.model_validate({"id": one, "name": one.title(), "art": "verein"}) for one in ("amt", "verein")
    )
    plan = Plan(Einstellungen.model_validate(einstellungen or {}), bodies, fassungen=(fassung,))
    frage = Frage(*JAHR_2021, stichtag, akteure=akteure, vorlauf=vorlauf)
    return due_text(due(plan, fassung, frage), plan.einstellungen)


def flat(written: str) -> str:
    return " ".join(written.split())


def headings(written: str) -> list[str]:
    """Return the headings of the groups, without their counts."""
    return [
        line.split(":")[0] for line in written.splitlines() if ": " in line and line.split(":")[0].isupper()
    ]


def massnahme(termin: str | None, name: str = "m", **felder: Any) -> dict[str, Any]:
    return {"id": name, "text": "Etwas tun.", "termin": termin, **felder}


def meldung(stand: str, am: str = "2021-05-01", **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": "m", "stand": stand, **felder}


@pytest.mark.parametrize("width", [40, 60, 64, 80, 100, 200])
@pytest.mark.parametrize("folder", ["", "beispiele/musterkreis"])
def test_every_line_fits_and_every_massnahme_is_there(width: int, folder: str) -> None:
    plan = load_plan(ROOT / folder).plan
    for fassung in plan.fassungen:
        jahr = fassung.angenommen_am.year + 1
        frage = Frage(date(jahr, 1, 1), date(jahr, 12, 31), date(jahr, 7, 1), vorlauf=90)
        bericht = due(plan, fassung, frage)
        written = due_text(bericht, plan.einstellungen, width)
        assert max(map(len, written.splitlines())) <= width
        numbers = {line.split("  ")[0].rstrip("°") for line in written.splitlines()}
        assert {eintrag.gliederung for eintrag in bericht.eintraege} <= numbers


def test_the_groups_come_in_the_order_of_urgency() -> None:
    termine = ["2021", "bis 31.12.2021", "jährlich", "fortlaufend", "im 2-Jahres-Turnus", "nach Bedarf"]
    written = text(
        [massnahme(termin, f"m{i}") for i, termin in enumerate(termine)], stichtag=date(2021, 12, 31)
    )
    assert headings(written) == ["FÄLLIG", "WIEDERKEHREND", "LAUFEND", "MÖGLICH", "UNBESTIMMT"]
    assert text([massnahme("2021"), massnahme("fortlaufend", "n")]).index("ÜBERFÄLLIG: 1") > 0


def test_an_overdue_entry_says_whether_somebody_reported() -> None:
    assert "ÜBERFÄLLIG: 1, davon 0 mit Meldung und 1 ohne Meldung" in text([massnahme("2021")])
    gemeldet = text(
        [massnahme("bis April 2021")],
        [meldung("begonnen", text="Erster Satz. Zweiter Satz.", neuer_termin="2022")],
    )
    assert "ÜBERFÄLLIG: 1, davon 1 mit Meldung und 0 ohne Meldung" in gemeldet
    assert "gemeldet am 01.05.2021: begonnen, neuer Termin: 2022. Erster Satz." in flat(gemeldet)
    assert "Zweiter" not in gemeldet


def test_a_report_that_is_older_than_the_frist_is_called_so_and_counted_apart() -> None:
    written = text([massnahme("2021")], [meldung("begonnen")])
    assert "ÜBERFÄLLIG: 1, davon 1 mit Meldung (vor der Frist) und 0 ohne Meldung" in written
    assert "zuletzt gemeldet am 01.05.2021 (vor der Frist): begonnen" in flat(written)
    noch_nicht = text([massnahme("2021")], [meldung("begonnen")], stichtag=date(2021, 12, 31))
    assert "zuletzt" not in noch_nicht  # before the Frist every report is


def test_who_was_asked_and_did_not_answer() -> None:
    stumm = text([massnahme("2021")], [meldung("keine-rueckmeldung")])
    assert "ohne Meldung, keine Rückmeldung am 01.05.2021" in flat(stumm)
    danach = text(
        [massnahme("bis März 2021")], [meldung("laufend", "2021-04-01"), meldung("keine-rueckmeldung")]
    )
    assert "gemeldet am 01.04.2021: laufend, danach keine Rückmeldung am 01.05.2021" in flat(danach)


@pytest.mark.parametrize(
    ("name", "jahr", "stichtag", "fassung"),
    [("", 2021, date(2022, 1, 1), "2020"), ("beispiele/musterkreis", 2025, date(2025, 6, 30), "2025")],
)
def test_every_day_has_one_form(name: str, jahr: int, stichtag: date, fassung: str) -> None:
    plan = load_plan(ROOT / name).plan
    frage = Frage(date(jahr, 1, 1), date(jahr, 12, 31), stichtag, vorlauf=90)
    written = due_text(due(plan, plan.fassung_nach_id[fassung], frage), plan.einstellungen)
    assert f"Stichtag  {stichtag:%d.%m.%Y}" in written
    assert re.findall(r"(?<![0-9])(?:[0-9]\.[0-9]{1,2}|[0-9]{2}\.[0-9])\.[0-9]{4}", written) == []


def test_what_comes_next_stands_behind_the_overdue_with_a_line_or_two_each() -> None:
    written = text(
        [
            massnahme("bis 31.03.2021"),
            massnahme("bis 31.08.2021", "august", zustaendigkeiten=["amt", "verein"]),
            massnahme("bis 31.12.2021", "spaet"),
        ],
        stichtag=date(2021, 6, 30),
        vorlauf=90,
    )
    assert headings(written) == ["ÜBERFÄLLIG", "ALS NÄCHSTES", "FÄLLIG"]
    naechstes = written[written.index("ALS NÄCHSTES") : written.index("FÄLLIG: 2")]
    assert naechstes.splitlines()[0] == "ALS NÄCHSTES: 1 Frist bis 28.09.2021 (90 Tage)"
    assert "Was davon im Zeitraum liegt, steht unten noch einmal in seiner Gruppe." in flat(naechstes)
    assert naechstes.rstrip().splitlines()[-2:] == [
        "31.08.2021    1.1   Etwas tun.",
        "                    Amt +1 – ohne Meldung",
    ]


def test_what_comes_next_may_lie_beyond_the_period_or_be_nothing() -> None:
    danach = text([massnahme("bis 31.01.2022")], stichtag=date(2021, 12, 31), vorlauf=90)
    assert "ALS NÄCHSTES: 1 Frist bis 31.03.2022 (90 Tage)" in danach
    assert "31.01.2022" in danach
    assert "noch einmal" not in danach
    nichts = text([massnahme("bis 31.05.2022")], stichtag=date(2021, 12, 31), vorlauf=1)
    assert "ALS NÄCHSTES: keine Frist bis 01.01.2022 (1 Tag)" in nichts
    assert "ALS NÄCHSTES" not in text([massnahme("2021")])


def test_where_a_body_leads_comes_before_where_it_is_involved_and_both_are_counted() -> None:
    mit = [{"akteur": "verein", "rolle": "mitwirkend"}, "amt"]
    written = text(
        [
            massnahme("bis 31.03.2021", "frueh", zustaendigkeiten=mit),
            massnahme("2021", "spaet", zustaendigkeiten=["verein"]),
            massnahme("bis 30.11.2021", zustaendigkeiten=["verein"]),
        ],
        [meldung("begonnen", "2021-12-15")],
        akteure=frozenset({"verein"}),
    )
    assert "ÜBERFÄLLIG: 3, davon 2 federführend und 1 beteiligt; 1 mit Meldung und 2 ohne Meldung" in flat(
        written
    )
    places = [
        written.index(one) for one in ("Federführend: 2", "31.12.2021  ", "Beteiligt: 1", "31.03.2021  ")
    ]
    assert places == sorted(places)
    assert "Verein: mitwirkend" in written[places[-2] :]


@pytest.mark.parametrize(
    ("rollen", "heading"),
    [
        (["federfuehrend"], "LAUFEND: 1, federführend"),
        (["mitwirkend"], "LAUFEND: 1, beteiligt"),
        (["federfuehrend", "federfuehrend"], "LAUFEND: 2, alle federführend"),
        (["foerdernd", "traeger"], "LAUFEND: 2, alle beteiligt"),
        (["foerdernd", "federfuehrend"], "LAUFEND: 2, davon 1 federführend und 1 beteiligt"),
    ],
)
def test_the_parts_of_a_body_in_the_heading(rollen: list[str], heading: str) -> None:
    massnahmen = [
        massnahme("fortlaufend", f"m{i}", zustaendigkeiten=[{"akteur": "verein", "rolle": rolle}])
        for i, rolle in enumerate(rollen)
    ]
    assert heading in text(massnahmen, akteure=frozenset({"verein"})).splitlines()


def test_what_runs_has_one_line_unless_its_wording_or_a_report_needs_another() -> None:
    written = text(
        [
            massnahme("Fortlaufend", "a"),
            massnahme("fortlaufend", "b"),
            massnahme("fortlaufend"),
            massnahme("ab 2019", "d"),
        ],
        [meldung("laufend", "2021-12-01")],
    )
    assert "Wo nichts anderes steht, ist der Wortlaut »fortlaufend«." in written
    assert "° = seit mehr als 6 Monaten ohne Meldung: 3 von 4." in written
    assert written.count("1.1°") == 3
    assert "ab 2019" in written
    assert "gemeldet am 01.12.2021: laufend" in written


def test_what_runs_has_the_words_of_a_report_that_tells_of_more() -> None:
    nur_das_fest = meldung(
        "zurueckgestellt", text="Betrifft nur das Fest. Sonst nichts.", neuer_termin="2022"
    )
    written = flat(text([massnahme("fortlaufend")], [nur_das_fest]))
    assert "gemeldet am 01.05.2021: zurückgestellt, neuer Termin: 2022. Betrifft nur das Fest." in written
    assert "Es läuft" not in text([massnahme("fortlaufend")], [meldung("laufend", text="Es läuft.")])


def test_a_span_under_way_names_its_frist_and_is_never_left_out_as_usual() -> None:
    written = text([massnahme("2020–2023", "a"), massnahme("2020–2023", "b")])
    assert written.count("2020–2023 (Frist 31.12.2023)") == 2
    assert "Wo nichts anderes steht" not in written


def test_many_fristen_of_one_rhythm_stand_in_one_row() -> None:
    written = text([massnahme("monatlich")])
    assert "ÜBERFÄLLIG: 13," in written  # December 2020 is carried over and has a row of its own
    assert "12 Fristen" in written
    assert written.count("Etwas tun.") == 2


def test_a_carried_over_frist_is_marked_and_stands_apart() -> None:
    written = text([massnahme("Konzept 2020, Bericht 2021")])
    assert "31.12.2020" in written
    assert written.count("(Übertrag)") == 1


def test_the_sign_of_doubt_is_explained_where_it_is_used_and_nowhere_else() -> None:
    written = text([massnahme("1-2x im Jahr")])
    assert "~31.12.2021" in written
    assert "~ = Der Wortlaut lässt mehrere Lesarten zu" in written
    assert "»1-2x im Jahr«" in written
    assert "~" not in text([massnahme("2021")])


def test_the_sum_accounts_for_every_termin() -> None:
    written = text([massnahme("2021"), massnahme("ab 2022", "spaeter"), massnahme(None, "frei")])
    flat = " ".join(written.split())
    assert "Summe: 2 Termine: 1 überfällig und 1 ohne Frist im Zeitraum." in flat
    assert "Ohne Frist im Zeitraum: 1 1.1 Etwas tun." in flat
    assert "Maßnahmen ohne Termin: 1 1.1 Etwas tun." in flat


def test_where_the_body_asked_for_does_not_lead_its_part_is_named() -> None:
    beteiligt = massnahme("2021", zustaendigkeiten=["amt", {"akteur": "verein", "rolle": "mitwirkend"}])
    assert "Verein: mitwirkend" in text([beteiligt], akteure=frozenset({"verein"}))
    assert "mitwirkend" not in text([beteiligt], akteure=frozenset({"amt"}))
    assert "1 Termin der Auswahl" in text([beteiligt], akteure=frozenset({"amt"}))


def test_where_nobody_leads_who_carries_it_comes_before_who_helps_and_who_pays() -> None:
    zustaendigkeiten = [
        {"akteur": "amt", "rolle": "foerdernd"},
        {"akteur": "verein", "rolle": "traeger"},
        {"akteur": "verein", "rolle": "unterstuetzend"},
    ]
    written = text([massnahme("2021", zustaendigkeiten=zustaendigkeiten)])
    places = [written.index(one) for one in ("Träger: Verein", "unterstützend:", "fördernd: Amt")]
    assert places == sorted(places)
    assert "Träger: Verein +2" in text([massnahme("fortlaufend", zustaendigkeiten=zustaendigkeiten)])


def test_the_names_of_the_levels_are_the_countys_own() -> None:
    eigene = {
        "bezeichnungen": {
            "massnahme": {"einzahl": "Leitlinie", "mehrzahl": "Leitlinien"},
            "termin": {"einzahl": "Zeitziel", "mehrzahl": "Zeitziele"},
        }
    }
    written = text([massnahme("2021"), massnahme(None, "n")], einstellungen=eigene)
    assert "Maßnahme" not in written
    assert "Termin" not in written
    assert "Leitlinien ohne Zeitziel: 1" in written


def test_another_fassung_than_one_in_force_is_said_in_the_head() -> None:
    plan = load_plan(ROOT).plan
    fassung = plan.fassung_nach_id["2020"]
    frage = Frage(date(2024, 1, 1), date(2024, 12, 31), date(2025, 1, 1))
    written = " ".join(
        due_text(due(plan, fassung, frage), plan.einstellungen, grund=Wahlgrund.LETZTE).split()
    )
    assert (
        "Am 31.12.2024 gilt keine Fassung; ausgewertet ist die letzte davor, 2020 (sie gilt bis 2023)."
        in written
    )
    partial = due_text(
        due(plan, plan.fassung_nach_id["2018"], frage), plan.einstellungen, grund=Wahlgrund.ERSTE
    )
    flat = " ".join(partial.split())
    assert "galt noch keine Fassung; ausgewertet ist die erste, 2018." in flat
    assert "Diese Fassung ist nur in Teilen bekannt" in flat
    assert "Maßnahmen ohne Termin: 7" in flat


def test_only_one_group_but_all_counted() -> None:
    plan = load_plan(ROOT).plan
    bericht = due(plan, plan.fassung_nach_id["2020"], Frage(*JAHR_2021, date(2022, 1, 1)))
    written = due_text(bericht.nur({Gruppe.MOEGLICH}), plan.einstellungen, auswahl="gezeigt nur möglich")
    assert "LAUFEND" not in written
    assert "Auswahl   gezeigt nur möglich" in written
    assert "Summe: 43 Termine" in written
    assert "Kein Eintrag." in due_text(bericht.nur({Gruppe.FAELLIG}), plan.einstellungen)


def test_control_characters_of_a_plan_are_shown_not_sent() -> None:
    assert "\x1b" not in text([massnahme("2021", titel="Rot \x1b[31m")])


@pytest.mark.parametrize(
    ("whole", "width", "shown"),
    [
        ("kurz", 10, "kurz"),
        ("Kommunales Bildungsmanagement", 20, "Kommunales Bildungs…"),
        ("Ausbau der Netze", 12, "Ausbau der …"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_a_text_is_cut_where_something_of_the_word_remains(whole: str, width: int, shown: str) -> None:
    assert cut(whole, width) == shown
    assert len(shown) <= width
