"""``due`` as a calendar: read back with icalendar, the raw bytes held against RFC 5545, known again after a change."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.due_ics import auslassung, datierte, due_ics
from konzept.reports.due import Duebericht, due
from konzept.reports.due_auswahl import mit_untergeordneten
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

ROOT = Path(__file__).parent.parent.parent
GOLDEN = ROOT / "tests" / "golden"
PLAENE = [
    (ROOT, "2020", 2021, date(2022, 1, 1), "due-2021.ics"),
    (ROOT / "beispiele" / "musterkreis", "2025", 2025, date(2025, 6, 30), "due-musterkreis-2025.ics"),
]
LAENGSTE_ZEILE = 75
"""In octets, without the line end (RFC 5545, 3.1)."""


def broken_rules(raw: bytes) -> list[str]:
    """Name what RFC 5545 (3.1) forbids in the bytes of a calendar; nothing of icalendar is used for it."""
    found = []
    if not raw.endswith(b"\r\n"):
        found.append("the last line has no end")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    for line in lines:
        if b"\r" in line or b"\n" in line:
            found.append("a line end that is not CRLF")
        if len(line) > LAENGSTE_ZEILE:
            found.append("a line of more than 75 octets")
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            found.append("a control character")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append("a fold within a letter")
    unfolded = re.sub(rb"\r\n[ \t]", b"", raw).split(b"\r\n")[:-1]
    found += ["a line that is no property" for line in unfolded if not re.match(rb"[A-Z-]+[;:]", line)]
    if [unfolded[:1], unfolded[-1:]] != [[b"BEGIN:VCALENDAR"], [b"END:VCALENDAR"]]:
        found.append("no calendar around it")
    for line in unfolded:
        name, _, value = line.partition(b":")
        text = name in {b"SUMMARY", b"DESCRIPTION", b"NAME", b"X-WR-CALNAME", b"X-WR-CALDESC"}
        if text and re.search(rb"[,;]|\\[^\\,;nN]|\\$", re.sub(rb"\\[\\,;nN]", b"", value)):
            found.append("a comma, semicolon or backslash that is not escaped")
    return found


WHOLE = b"BEGIN:VCALENDAR\r\n%sEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"BEGIN:VCALENDAR\r\nSUMMARY:gut\r\n", ["no calendar around it"]),
        (WHOLE % b"SUMMARY:gut\r\n", []),
        (
            WHOLE % b"SUMMARY:gut\n",
            ["a line end that is not CRLF", "a control character", "no calendar around it"],
        ),
        (WHOLE % (b"SUMMARY:" + b"x" * 67 + b"\r\n"), []),
        (WHOLE % (b"SUMMARY:" + b"x" * 68 + b"\r\n"), ["a line of more than 75 octets"]),
        (WHOLE % b"SUMMARY:\xc3\r\n \xbc\r\n", ["a fold within a letter", "a fold within a letter"]),
        (WHOLE % b"SUMMARY:\x1b\r\n", ["a control character"]),
        (WHOLE % b"summary\r\n", ["a line that is no property"]),
        (WHOLE % b"SUMMARY:a,b\r\n", ["a comma, semicolon or backslash that is not escaped"]),
        (WHOLE % b"SUMMARY:C:\\Pfad\r\n", ["a comma, semicolon or backslash that is not escaped"]),
        (WHOLE[:-2] % b"SUMMARY:x\r\n", ["the last line has no end", "no calendar around it"]),
    ],
)
def test_the_check_of_the_bytes_finds_what_is_wrong(raw: bytes, expected: list[str]) -> None:
    assert broken_rules(raw) == expected


def read(text: str) -> Any:
    """Hold the bytes against RFC 5545 and read them back; Any, because a property may be of thirty types."""
    raw = text.encode("utf-8")
    assert broken_rules(raw) == []
    calendar = Calendar.from_ical(raw)
    assert [component.errors for component in calendar.walk()] == [[] for _ in calendar.walk()]
    return calendar


def plain(calendar: Any, name: str) -> str:
    """Return a text of the calendar itself: icalendar knows no type for NAME and X-…, and leaves them as they are."""
    value = str(calendar[name])
    return value if name == "DESCRIPTION" else re.sub(r"\\(.)", _unescaped, value)


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def shipped(folder: Path, fassung: str, jahr: int, stichtag: date) -> tuple[Plan, Duebericht]:
    plan = load_plan(folder).plan
    frage = Frage(date(jahr, 1, 1), date(jahr, 12, 31), stichtag)
    return plan, due(plan, plan.fassung_nach_id[fassung], frage)


def plan_of(
    massnahmen: list[dict[str, Any]],
    log: list[dict[str, Any]] | None = None,
    *,
    koerperschaft: str | None = "Musterkreis",
    ziel: dict[str, Any] | None = None,
    feld: str = "Sprache, Bildung",
    fassung: str = "2020",
) -> Plan:
    """Make a plan of one goal with two bodies, the Amt and its Team."""
    goal = {"id": "z", "nummer": "1.1", "titel": "Das Ziel", "massnahmen": massnahmen, **(ziel or {})}
    content = Handlungsfeld.model_validate(
        {"id": "feld", "nummer": "1", "titel": feld, "handlungsziele": [goal]}
    )
    frame = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020-11-02"})
    bodies = [{"id": "amt", "name": "Das Amt", "art": "verwaltung"}]
    bodies.append({"id": "team", "name": "Das Team", "art": "verwaltung", "gehoert_zu": "amt"})
    return Plan(
        Einstellungen.model_validate({"koerperschaft": koerperschaft}),
        tuple(Akteur.model_validate(body) for body in bodies),
        fassungen=(
            Fassung(
                fassung,
                frame,
                (content,),
                Sachstand.model_validate({"eintraege": log or []}),
                dateien=("feld.yaml",),
            ),
        ),
    )


def asked(plan: Plan, stichtag: date = date(2021, 6, 1), jahr: int = 2021, **frage: Any) -> Duebericht:
    return due(plan, plan.fassungen[-1], Frage(date(jahr, 1, 1), date(jahr, 12, 31), stichtag, **frage))


def events(plan: Plan, stichtag: date = date(2021, 6, 1), jahr: int = 2021, **frage: Any) -> list[Any]:
    found: list[Any] = read(due_ics(asked(plan, stichtag, jahr, **frage), plan.einstellungen)).events
    return found


def massnahme(termin: str | dict[str, Any] | None, name: str = "m", **felder: Any) -> dict[str, Any]:
    return {"id": name, "text": "Etwas tun.", "termin": termin, **felder}


def meldung(stand: str, am: str = "2021-05-01", **felder: Any) -> dict[str, Any]:
    return {"am": am, "erfasst": am, "massnahme": "m", "stand": stand, **felder}


@pytest.mark.parametrize(("folder", "fassung", "jahr", "stichtag", "name"), PLAENE)
def test_the_calendar_is_the_golden_one(
    folder: Path, fassung: str, jahr: int, stichtag: date, name: str
) -> None:
    plan, bericht = shipped(folder, fassung, jahr, stichtag)
    raw = due_ics(bericht, plan.einstellungen).encode("utf-8")
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(raw)
    assert raw == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize(("folder", "fassung", "jahr", "stichtag", "_name"), PLAENE)
def test_each_frist_is_one_event_of_one_day(
    folder: Path, fassung: str, jahr: int, stichtag: date, _name: str
) -> None:
    plan, bericht = shipped(folder, fassung, jahr, stichtag)
    calendar = read(due_ics(bericht, plan.einstellungen))
    found = calendar.events
    tage = sorted(eintrag.faellig for eintrag in bericht.eintraege if eintrag.faellig)
    assert [event["DTSTART"].dt for event in found] == tage
    assert len({str(event["UID"]) for event in found}) == len(found) > 0
    for event in found:
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["DTSTAMP"].dt == datetime(stichtag.year, stichtag.month, stichtag.day, tzinfo=UTC)
        assert event["TRANSP"] == "TRANSPARENT"
        assert set(event.required) <= set(event)
        assert all(not isinstance(event[name], list) for name in event.singletons if name in event)


def test_the_calendar_says_what_it_is_and_schedules_nothing() -> None:
    plan, bericht = shipped(*PLAENE[0][:4])
    calendar = read(due_ics(bericht, plan.einstellungen))
    assert (calendar["VERSION"], calendar["PRODID"]) == ("2.0", "-//konzept//Fristen//DE")
    assert plain(calendar, "NAME") == plain(calendar, "X-WR-CALNAME") == "Fristen Ilm-Kreis"
    assert calendar["UID"] == "fristen.ilm-kreis@konzept"
    # RFC 5546 (3.2.1): PUBLISH needs an ORGANIZER; without METHOD it is a snapshot (RFC 5545, 3.7.2)
    assert not {"METHOD", "CALSCALE"} & set(calendar)


def test_one_event_in_full() -> None:
    plan, bericht = shipped(*PLAENE[0][:4])
    event = next(e for e in read(due_ics(bericht, plan.einstellungen)).events if "6.2" in e["SUMMARY"])
    assert str(event["UID"]) == "ilm-kreis.vereinsplattform.2.2021@konzept"
    assert str(event["SUMMARY"]) == (
        "Überfällig 6.2: Vereinsplattform für den Ilm-Kreis (1x jährliche Generalaktualisierung Datenbank)"
    )
    assert [str(one) for one in event["CATEGORIES"].cats] == ["Kultur, Freizeit und Sport"]
    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines[:4] == [
        "Termin: fortlaufende Betreuung, 1x jährliche Generalaktualisierung Datenbank",
        "Davon hier: 1x jährliche Generalaktualisierung Datenbank",
        "Frist: 31.12.2021, am 01.01.2022 überfällig",
        "Federführend: Beauftragte für Ausländer und Behinderte, Planungskoordinator Sozialplanung",
    ]
    assert lines[4].startswith("Sachstand: ")
    assert "gemeldet am 02.11.2020" in lines[4]
    assert "Handlungsfeld: 6 Kultur, Freizeit und Sport" in lines
    assert "Handlungsziel: 6.2 Verbesserung des Zugangs zu soziokulturellen Angeboten" in lines


@pytest.mark.parametrize(
    ("felder", "ziel", "expected"),
    [
        (massnahme("bis Ende 2021"), {}, ["musterkreis.m.1@konzept"]),
        # a goal's Termin holds for its Maßnahme, and for itself where it has none
        (massnahme(None), {"termin": "bis Ende 2021"}, ["musterkreis.m.1@konzept"]),
        (None, {"termin": "bis Ende 2021"}, ["musterkreis.z.1@konzept"]),
        (
            massnahme("Konzept bis Juni 2021, Umsetzung 2021"),
            {},
            ["musterkreis.m.1@konzept", "musterkreis.m.2@konzept"],
        ),
        # what comes once a year is known by the year, so that another month or day moves it
        (massnahme("jährlich"), {}, ["musterkreis.m.1.2021@konzept"]),
        (massnahme("jährlich im September"), {}, ["musterkreis.m.1.2021@konzept"]),
        (massnahme("jährlich zum 15.03."), {}, ["musterkreis.m.1.2021@konzept"]),
        # what comes more often is known by the day it is due
        (
            massnahme("halbjährlich"),
            {},
            ["musterkreis.m.1.2021-06-30@konzept", "musterkreis.m.1.2021-12-31@konzept"],
        ),
    ],
)
def test_the_uid_is_made_of_what_stays(
    felder: dict[str, Any] | None, ziel: dict[str, Any], expected: list[str]
) -> None:
    found = events(plan_of([felder] if felder else [], ziel=ziel))
    assert [str(event["UID"]) for event in found] == expected


def test_a_later_fassung_moves_the_event_instead_of_doubling_it() -> None:
    alt = events(plan_of([massnahme("bis Ende 2021"), massnahme("jährlich im Mai", "n")]), date(2021, 3, 1))
    spaeter = plan_of([massnahme("bis Juni 2022"), massnahme("jährlich im Juni", "n")], fassung="2022")
    neu = {str(event["UID"]): event for event in events(spaeter, date(2022, 1, 10), 2022)}
    einmal, jaehrlich = alt[1], alt[0]
    assert (einmal["DTSTART"].dt, neu["musterkreis.m.1@konzept"]["DTSTART"].dt) == (
        date(2021, 12, 31),
        date(2022, 6, 30),
    )
    assert str(einmal["UID"]) == "musterkreis.m.1@konzept"
    assert neu[str(einmal["UID"])]["SEQUENCE"] > einmal["SEQUENCE"]
    assert str(jaehrlich["UID"]) == "musterkreis.n.1.2021@konzept"
    assert neu["musterkreis.n.1.2022@konzept"]["DTSTART"].dt == date(2022, 6, 30)


def test_what_a_beschluss_moves_is_the_same_event() -> None:
    gesetzt = meldung("begonnen", neuer_termin="bis Oktober 2021", beschluss={"gremium": "Kreistag"})
    vorher = events(plan_of([massnahme("bis März 2021")], [gesetzt]), date(2021, 2, 1))
    nachher = events(plan_of([massnahme("bis März 2021")], [gesetzt]), date(2021, 6, 1))
    assert [(str(e["UID"]), e["DTSTART"].dt) for e in vorher] == [
        ("musterkreis.m.1@konzept", date(2021, 3, 31))
    ]
    assert [(str(e["UID"]), e["DTSTART"].dt) for e in nachher] == [
        ("musterkreis.m.1@konzept", date(2021, 10, 31))
    ]


def test_a_beschluss_that_makes_a_yearly_rhythm_is_known_by_the_year() -> None:
    gesetzt = meldung("begonnen", neuer_termin="jährlich im Oktober", beschluss={"gremium": "Kreistag"})
    found = events(plan_of([massnahme("monatlich")], [gesetzt]))
    assert [str(event["UID"]) for event in found] == ["musterkreis.m.1.2021@konzept"]


@pytest.mark.parametrize(
    ("koerperschaft", "expected"),
    [
        (None, "m.1@konzept"),
        ("Landkreis Görlitz / Wokrjes Zhorjelc", "landkreis-goerlitz-wokrjes-zhorjelc.m.1@konzept"),
        ("Budyšin", "budysin.m.1@konzept"),
        ("Kreis Groß-Gerau", "kreis-gross-gerau.m.1@konzept"),
        ("«»", "m.1@konzept"),
        ("x" * 200, "x" * 60 + ".m.1@konzept"),
        ("x" * 59 + " Kreis", "x" * 59 + ".m.1@konzept"),
    ],
)
def test_equal_ids_of_two_counties_stay_apart(koerperschaft: str | None, expected: str) -> None:
    found = events(plan_of([massnahme("bis Ende 2021")], koerperschaft=koerperschaft))
    assert [str(event["UID"]) for event in found] == [expected]


@given(*[st.dates(date(2000, 1, 1), date(2199, 12, 31))] * 2)
def test_a_later_export_never_has_the_lower_number(eins: date, zwei: date) -> None:
    log = [meldung("laufend", am=tag.isoformat()) for tag in sorted({eins, zwei})]
    plan = plan_of([massnahme("bis Ende 2021")], log)
    frueher, spaeter = (events(plan, tag)[0]["SEQUENCE"] for tag in sorted((eins, zwei)))
    assert 0 <= frueher <= spaeter <= 2**31 - 1
    assert (frueher == spaeter) is (eins == zwei)


def test_a_report_of_the_same_day_raises_the_number_up_to_99() -> None:
    numbers = []
    for zahl in (0, 1, 2, 120):
        log = [meldung("laufend", am="2021-06-01", text=str(n)) for n in range(zahl)]
        anderswo = meldung("laufend", am="2021-06-01", massnahme="n")
        frueher = meldung("laufend", am="2021-05-31")
        plan = plan_of([massnahme("bis Ende 2021"), massnahme(None, "n")], [frueher, anderswo, *log])
        numbers.append(events(plan)[0]["SEQUENCE"])
    # adopted in 2020, 7822 days after 1 January 2000
    assert numbers == [160782200, 160782201, 160782202, 160782299]


def test_a_look_back_at_an_earlier_fassung_has_the_lower_number() -> None:
    """Exported later for the year before, the old edition must not move back what the new one has moved."""
    folgen = []
    for fassung, jahr, stichtag in (("2025", 2025, date(2025, 7, 1)), ("2022", 2024, date(2025, 7, 10))):
        plan, bericht = shipped(ROOT / "beispiele" / "musterkreis", fassung, jahr, stichtag)
        found = read(due_ics(bericht, plan.einstellungen)).events
        folgen.append({int(event["SEQUENCE"]) // 100 for event in found})
    neu, alt = folgen
    assert min(neu) > max(alt)


def test_of_a_goal_the_reports_on_its_massnahmen_count() -> None:
    plan = plan_of([massnahme("fortlaufend")], [meldung("laufend", am="2021-06-01")], ziel={"termin": "2021"})
    event = next(event for event in events(plan) if "Handlungsziel" in event["SUMMARY"])
    assert (event["SEQUENCE"], str(event["SUMMARY"])) == (160782201, "Frist Handlungsziel 1.1: Das Ziel")


@pytest.mark.parametrize(
    ("termin", "log", "summary", "status", "reminders"),
    [
        ("bis Ende 2021", [], "Frist 1.1: Etwas tun.", "CONFIRMED", 1),
        ("bis März 2021", [], "Überfällig 1.1: Etwas tun.", "CONFIRMED", 0),
        ("bis März 2021", [meldung("begonnen")], "Überfällig 1.1: Etwas tun.", "CONFIRMED", 0),
        ("bis Ende 2021", [meldung("umgesetzt")], "Erledigt 1.1: Etwas tun.", "CONFIRMED", 0),
        ("bis Ende 2021", [meldung("entfallen")], "Entfallen 1.1: Etwas tun.", "CANCELLED", 0),
        # met before it was dropped: it was met
        (
            "bis Ende 2021",
            [meldung("laufend", erfuellt=[{"teil": "1"}]), meldung("entfallen", "2021-05-20")],
            "Erledigt 1.1: Etwas tun.",
            "CONFIRMED",
            0,
        ),
        (
            "jährlich",
            [
                meldung("laufend", erfuellt=[{"teil": "1", "frist": "2021-12-31"}]),
                meldung("entfallen", "2021-05-20"),
            ],
            "Erledigt 1.1: Etwas tun.",
            "CONFIRMED",
            0,
        ),
        (
            "jährlich",
            [
                meldung("laufend", erfuellt=[{"teil": "1", "frist": "2020-12-31"}]),
                meldung("entfallen", "2021-05-20"),
            ],
            "Entfallen 1.1: Etwas tun.",
            "CANCELLED",
            0,
        ),
        # a part named without a Frist: the units begun by then were met, no later one, nor another part or Maßnahme
        (
            "jährlich",
            [meldung("laufend", erfuellt=[{"teil": "1"}]), meldung("entfallen", "2021-05-20")],
            "Erledigt 1.1: Etwas tun.",
            "CONFIRMED",
            0,
        ),
        (
            "jährlich im Oktober",
            [meldung("laufend", erfuellt=[{"teil": "1"}]), meldung("entfallen", "2021-05-20")],
            "Entfallen 1.1: Etwas tun.",
            "CANCELLED",
            0,
        ),
        (
            "bis Ende 2021",
            [meldung("laufend", erfuellt=[{"teil": "2"}]), meldung("entfallen", "2021-05-20")],
            "Entfallen 1.1: Etwas tun.",
            "CANCELLED",
            0,
        ),
        (
            "bis Ende 2021",
            [meldung("laufend", massnahme="n", erfuellt=[{"teil": "1"}]), meldung("entfallen", "2021-05-20")],
            "Entfallen 1.1: Etwas tun.",
            "CANCELLED",
            0,
        ),
        # one reading of several
        ("Anfang 2022", [], "Frist 1.1: Etwas tun.", "TENTATIVE", 1),
        ("Anfang 2021", [], "Überfällig 1.1: Etwas tun.", "TENTATIVE", 0),
        ("Anfang 2021", [meldung("umgesetzt")], "Erledigt 1.1: Etwas tun.", "CONFIRMED", 0),
        # a span under way ends on its Frist, though after the period
        ("2020–2023", [], "Frist 1.1: Etwas tun.", "CONFIRMED", 1),
        # the day itself is not over
        ("bis 01.06.2021", [], "Frist 1.1: Etwas tun.", "CONFIRMED", 1),
    ],
)
def test_an_event_says_how_it_stands(
    termin: str, log: list[dict[str, Any]], summary: str, status: str, reminders: int
) -> None:
    plan = plan_of([massnahme(termin)], log)
    bericht = due(plan, plan.fassungen[0], Frage(date(2021, 1, 1), date(2022, 6, 30), date(2021, 6, 1)))
    found = read(due_ics(bericht, plan.einstellungen)).events[0]
    assert (str(found["SUMMARY"]), found["STATUS"]) == (summary, status)
    assert [alarm["ACTION"] for alarm in found.walk("VALARM")] == ["DISPLAY"] * reminders


def test_a_reminder_comes_at_nine_fourteen_days_before() -> None:
    alarm = events(plan_of([massnahme("bis 30.09.2021")]))[0].walk("VALARM")[0]
    assert datetime(2021, 9, 30) + alarm["TRIGGER"].dt == datetime(2021, 9, 16, 9)  # noqa: DTZ001  all-day is local
    assert str(alarm["DESCRIPTION"]) == "Frist 1.1: Etwas tun. – am 30.09.2021"


@pytest.mark.parametrize(
    ("termin", "number", "reminders"),
    [
        ("monatlich", 13, 7),
        ("wöchentlich", 60, 0),
        ("vierteljährlich", 4, 3),
        ("alle drei Jahre, erstmals 2021", 1, 1),
    ],
)
def test_what_comes_every_week_reminds_nobody_of_it(termin: str, number: int, reminders: int) -> None:
    found = events(plan_of([massnahme({"text": termin})]))
    assert len(found) == number
    assert sum(len(event.walk("VALARM")) for event in found) == reminders


def test_a_rule_by_days_is_known_by_its_days() -> None:
    erster_montag = {"text": "am ersten Montag im Quartal", "teile": [
        {"art": "wiederkehrend", "rrule": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "beginn": "2021-01-01"}
    ]}  # fmt: skip
    found = events(plan_of([massnahme(erster_montag)]))
    assert [str(e["UID"]) for e in found] == [f"musterkreis.m.1.{e['DTSTART'].dt}@konzept" for e in found]


def test_what_comes_in_two_months_is_known_by_its_days() -> None:
    zweimal = {
        "text": "März, Oktober",
        "teile": [{"art": "wiederkehrend", "rrule": "FREQ=YEARLY;BYMONTH=3,10"}],
    }
    found = events(plan_of([massnahme(zweimal)]))
    assert [str(event["UID"]) for event in found] == [
        "musterkreis.m.1.2021-03-31@konzept",
        "musterkreis.m.1.2021-10-31@konzept",
    ]


def test_what_has_no_date_is_counted_and_no_event() -> None:
    ohne = [massnahme("fortlaufend"), massnahme("nach Bedarf", "n"), massnahme("im 2-Jahres-Turnus", "o")]
    plan = plan_of([*ohne, massnahme(None, "p"), massnahme("bis Ende 2021", "q")])
    bericht = asked(plan)
    satz = "Ohne Datum und darum nicht im Kalender: 1 laufend, 1 möglich, 1 unbestimmt und 1 Maßnahme ohne Termin."
    assert auslassung(bericht, plan.einstellungen) == satz
    calendar = read(due_ics(bericht, plan.einstellungen))
    assert [str(event["UID"]) for event in calendar.events] == ["musterkreis.q.1@konzept"]
    assert plain(calendar, "DESCRIPTION") == plain(calendar, "X-WR-CALDESC")
    assert plain(calendar, "DESCRIPTION").split("\n")[1:] == [
        "Zeitraum 01.01.2021 bis 31.12.2021, ausgewertet zum 01.06.2021: 1 Frist.",
        satz,
    ]
    assert auslassung(asked(plan_of([massnahme("bis Ende 2021")])), plan.einstellungen) is None


def test_a_calendar_without_events_is_still_one() -> None:
    plan = plan_of([massnahme("fortlaufend")])
    calendar = read(due_ics(asked(plan), plan.einstellungen))
    assert (calendar.events, [str(note["SUMMARY"]) for note in calendar.journals]) == (
        [],
        ["Keine Frist mit Datum"],
    )


def test_a_calendar_of_a_fassung_known_in_parts_says_so() -> None:
    plan, bericht = shipped(ROOT, "2018", 2018, date(2018, 12, 31))
    description = plain(read(due_ics(bericht, plan.einstellungen)), "DESCRIPTION")
    assert "Diese Fassung ist nur in Teilen bekannt" in description.split("\n")[1]


def test_the_end_of_all_days_has_no_day_after() -> None:
    plan = plan_of([massnahme("bis 31.12.9999")])
    bericht = due(plan, plan.fassungen[0], Frage(date(9999, 1, 1), date.max, date.max))
    event = read(due_ics(bericht, plan.einstellungen)).events[0]
    assert (event["DTSTART"].dt, "DTEND" in event, event["SEQUENCE"]) == (date.max, False, 167999900)


def test_for_a_body_each_event_tells_its_part() -> None:
    zustaendig = [{"akteur": "team"}, {"akteur": "amt", "rolle": "mitwirkend"}]
    plan = plan_of(
        [massnahme("bis Ende 2021", zustaendigkeiten=zustaendig), massnahme("bis Juni 2021", "fremd")]
    )
    amt = plan.akteur_nach_id["amt"]
    bericht = asked(plan, akteure=frozenset(mit_untergeordneten(plan, amt.id)))
    calendar = read(due_ics(bericht, plan.einstellungen, amt))
    assert (plain(calendar, "NAME"), calendar["UID"]) == (
        "Fristen Musterkreis: Das Amt",
        "fristen.musterkreis.amt@konzept",
    )
    assert [str(event["UID"]) for event in calendar.events] == ["musterkreis.m.1@konzept"]
    lines = str(calendar.events[0]["DESCRIPTION"]).split("\n")
    assert [line for line in lines if line.startswith("Anteil")] == [
        "Anteil Das Team: federführend",
        "Anteil Das Amt: mitwirkend",
    ]
    for line in ("Federführend: Das Team", "Mitwirkend: Das Amt"):
        assert line in lines


def test_what_comes_next_stands_among_the_others_and_once() -> None:
    plan = plan_of([massnahme("bis Ende 2021"), massnahme("bis Januar 2022", "n")])
    assert [str(e["UID"]) for e in events(plan, date(2021, 12, 1))] == ["musterkreis.m.1@konzept"]
    found = events(plan, date(2021, 12, 1), vorlauf=90)
    assert [str(e["UID"]) for e in found] == ["musterkreis.m.1@konzept", "musterkreis.n.1@konzept"]


def test_only_the_groups_asked_for_are_events() -> None:
    plan = plan_of([massnahme("bis Ende 2021"), massnahme("bis März 2021", "n")])
    bericht = asked(plan).nur([Gruppe.UEBERFAELLIG])
    assert [str(e["UID"]) for e in read(due_ics(bericht, plan.einstellungen)).events] == [
        "musterkreis.n.1@konzept"
    ]
    assert [eintrag.massnahme for eintrag, _ in datierte(bericht)] == ["n"]


HEIKEL = st.one_of(
    st.sampled_from(
        [",", ";", ":", "\\", "\\n", "\\N", '"', "\n", "\t", "^", "^n", "=", "ß", "Ä", "🎉", "👩‍👧", "é", " "]
    ),
    st.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"),
)
TEXTE = st.lists(HEIKEL, min_size=1, max_size=120).map("".join).filter(lambda text: text.strip())


def einzeilig(text: str) -> str:
    return " ".join(text.split())


@given(TEXTE, TEXTE, TEXTE, TEXTE)
def test_every_text_comes_back_as_it_was(titel: str, bericht: str, feld: str, koerperschaft: str) -> None:
    log = [meldung("laufend", text=bericht)]
    plan = plan_of([massnahme("bis Ende 2021", titel=titel)], log, feld=feld, koerperschaft=koerperschaft)
    calendar = read(due_ics(asked(plan), plan.einstellungen))
    event = calendar.events[0]
    assert str(event["SUMMARY"]) == einzeilig(f"Frist 1.1: {titel.strip()}")
    assert [str(one) for one in event["CATEGORIES"].cats] == [feld.strip()]
    assert plain(calendar, "NAME") == plain(calendar, "X-WR-CALNAME") == f"Fristen {koerperschaft.strip()}"
    assert f"\nHandlungsfeld: 1 {feld.strip()}\n" in str(event["DESCRIPTION"])


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_no_text_breaks_the_calendar(text: str) -> None:
    felder = massnahme({"text": text, "teile": [{"art": "faellig", "ende": "2021-12-31"}]}, titel=text)
    plan = plan_of([felder], [meldung("laufend", text=text)], feld=text, koerperschaft=text)
    assert len(events(plan)) == 1


@pytest.mark.parametrize("text", [r"\\Server\Netz\neu", r"C:\N", r"\N\N", r"a\\N", r"\n", "\\"])
def test_a_path_is_not_broken_in_two(text: str) -> None:
    """Icalendar 7.3 takes a backslash before a capital N for a line break."""
    assert (
        str(events(plan_of([massnahme("bis Ende 2021", titel=text)]))[0]["SUMMARY"]) == f"Frist 1.1: {text}"
    )


def test_control_characters_are_spelled_out() -> None:
    event = events(plan_of([massnahme("bis Ende 2021", titel="a\x1b[1mb\x7f\ud800")]))[0]
    assert str(event["SUMMARY"]) == r"Frist 1.1: a\x1b[1mb\x7f\ud800"


def test_the_same_answer_gives_the_same_bytes() -> None:
    plan, bericht = shipped(*PLAENE[1][:4])
    gedreht = replace(bericht, eintraege=tuple(reversed(bericht.eintraege)))
    assert due_ics(bericht, plan.einstellungen) == due_ics(replace(bericht), plan.einstellungen)
    # by date, whatever the order of the groups
    tage = [event["DTSTART"].dt for event in read(due_ics(gedreht, plan.einstellungen)).events]
    assert tage == sorted(tage)
