"""What holds of ``due`` whatever a plan says: nothing dropped, nothing counted twice, lateness only grows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand, Stand
from konzept.reports.due import Duebericht, due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

WORTLAUTE = (
    "fortlaufend", "ab 2019", "ab 2022", "seit Mai 2011", "2021", "bis Ende 2022", "31.08.2021",
    "2. Quartal 2020", "2020–2023", "von März 2021 bis Dezember 2025", "jährlich", "halbjährlich",
    "vierteljährlich", "monatlich", "jährlich im September", "1-2x im Jahr", "im 2-Jahres-Turnus",
    "alle drei Jahre, erstmals 2019", "nach Bedarf",
    "Prüfung 2021, Beginn des Schuljahres 2021/22", "Fertigstellung Konzept 2018, Durchführung fortlaufend",
    "fortlaufend, 1-2x im Jahr", "???", "kurzfristig",
)  # fmt: skip
TAGE = st.dates(date(2018, 1, 1), date(2026, 12, 31))
TERMINE = (
    st.none() | st.sampled_from(WORTLAUTE) | st.text(max_size=20).filter(lambda text: text.strip() != "")
)


@st.composite
def plaene(draw: st.DrawFn) -> Plan:
    """Draw a plan of a few fields, goals and Maßnahmen with any Termine, without a log."""
    felder = []
    for i in range(draw(st.integers(0, 2))):
        ziele = [
            {
                "id": f"z{i}{j}",
                "nummer": f"{i}.{j}",
                "titel": "Ziel",
                "termin": draw(TERMINE),
                "massnahmen": [
                    {"id": f"m{i}{j}{k}", "text": "Tun.", "termin": draw(TERMINE)}
                    for k in range(draw(st.integers(0, 3)))
                ],
            }
            for j in range(draw(st.integers(0, 3)))
        ]
        frei = [
            {"id": f"f{i}{k}", "text": "Tun.", "termin": draw(TERMINE)}
            for k in range(draw(st.integers(0, 2)))
        ]
        felder.append(
            Handlungsfeld.model_validate(
                {
                    "id": f"h{i}",
                    "nummer": str(i),
                    "titel": "Feld",
                    "handlungsziele": ziele,
                    "massnahmen": frei,
                }
            )
        )
    rahmen = {"titel": "Plan", "art": "Konzept", "stand": str(draw(TAGE))}
    if draw(st.booleans()):
        rahmen["gilt_bis"] = "2023"
    fassung = Fassung("f", Rahmen.model_validate(rahmen), tuple(felder), dateien=tuple(f.id for f in felder))
    return Plan(Einstellungen(), fassungen=(fassung,))


@st.composite
def mit_log(draw: st.DrawFn) -> Plan:
    """Draw a plan with a log of any reports."""
    plan = draw(plaene())
    fassung = plan.fassungen[0]
    ids = [stelle.id for stelle in fassung.massnahmen()]
    meldung = st.fixed_dictionaries(
        {
            "am": TAGE.map(str),
            "erfasst": TAGE.map(str),
            "massnahme": st.sampled_from(ids or ["niemand"]),
            "stand": st.sampled_from([stand.value for stand in Stand]),
            "erfuellt": st.lists(st.fixed_dictionaries({"teil": st.sampled_from(["1", "2"])}), max_size=1),
        }
    )
    eintraege: list[dict[str, Any]] = draw(st.lists(meldung, max_size=5))
    log = Sachstand.model_validate({"eintraege": eintraege})
    return Plan(
        plan.einstellungen,
        fassungen=(Fassung("f", fassung.rahmen, fassung.handlungsfelder, log, dateien=fassung.dateien),),
    )


JAHRE = st.integers(2018, 2026)


def frage(jahr: int, stichtag: date, feld: str | None = None) -> Frage:
    return Frage(date(jahr, 1, 1), date(jahr, 12, 31), stichtag, feld=feld)


def antwort(plan: Plan, jahr: int, stichtag: date) -> Duebericht:
    return due(plan, plan.fassungen[0], frage(jahr, stichtag))


@settings(max_examples=80, deadline=None)
@given(mit_log(), JAHRE, TAGE)
def test_every_termin_is_counted_exactly_once(plan: Plan, jahr: int, stichtag: date) -> None:
    bericht = antwort(plan, jahr, stichtag)
    traeger = [stelle.id for stelle in plan.fassungen[0].stellen() if stelle.termin]
    ausserhalb = [verweis.id for verweis in bericht.termine.ausserhalb]
    assert bericht.termine.gesamt == len(traeger)
    assert sum(bericht.termine.je_gruppe.values()) + len(ausserhalb) == len(traeger)
    assert sorted({e.bezug for e in bericht.eintraege} | set(ausserhalb)) == sorted(traeger)
    assert not {e.bezug for e in bericht.eintraege} & set(ausserhalb)


@settings(max_examples=80, deadline=None)
@given(plaene(), JAHRE, TAGE)
def test_every_massnahme_is_shown_outside_or_without_termin(plan: Plan, jahr: int, stichtag: date) -> None:
    bericht = antwort(plan, jahr, stichtag)
    gezeigt = {e.massnahme for e in bericht.eintraege}
    ausserhalb = {verweis.id for verweis in bericht.termine.ausserhalb}
    ohne = {verweis.id for verweis in bericht.ohne_termin}
    for stelle in plan.fassungen[0].massnahmen():
        traeger = stelle.id if stelle.termin else stelle.eltern
        assert (stelle.id in gezeigt) + (traeger in ausserhalb) + (stelle.id in ohne) == 1


@settings(max_examples=80, deadline=None)
@given(plaene(), JAHRE, TAGE, TAGE)
def test_without_a_report_nothing_leaves_ueberfaellig_as_time_goes_by(
    plan: Plan, jahr: int, einer: date, anderer: date
) -> None:
    def spaet(stichtag: date) -> set[tuple[object, ...]]:
        bericht = antwort(plan, jahr, stichtag)
        return {(e.massnahme, e.bezug, e.teil, e.faellig, e.uebertrag) for e in bericht.ueberfaellig}

    assert spaet(min(einer, anderer)) <= spaet(max(einer, anderer))


@settings(max_examples=80, deadline=None)
@given(mit_log(), JAHRE, TAGE)
def test_each_entry_is_where_its_date_says(plan: Plan, jahr: int, stichtag: date) -> None:
    bericht = antwort(plan, jahr, stichtag)
    schluessel = [(e.massnahme, e.bezug, e.teil, e.faellig) for e in bericht.eintraege]
    assert len(schluessel) == len(set(schluessel))
    for eintrag in bericht.eintraege:
        tag = eintrag.faellig
        assert eintrag.uebertrag == (tag is not None and tag < date(jahr, 1, 1))
        if eintrag.gruppe is Gruppe.UEBERFAELLIG:
            assert tag is not None
            assert tag < stichtag
        if eintrag.gruppe is Gruppe.FAELLIG:
            assert tag is not None
            assert stichtag <= tag
        if eintrag.gruppe not in {Gruppe.LAUFEND, Gruppe.ERLEDIGT}:
            assert tag is None or tag.year <= jahr


@settings(max_examples=60, deadline=None)
@given(mit_log(), JAHRE, TAGE)
def test_what_is_written_down_later_changes_nothing(plan: Plan, jahr: int, stichtag: date) -> None:
    fassung = plan.fassungen[0]
    assert fassung.sachstand is not None
    bekannt = Sachstand(eintraege=fassung.sachstand.bekannt_am(stichtag))
    damals = Fassung("f", fassung.rahmen, fassung.handlungsfelder, bekannt, dateien=fassung.dateien)
    frueher, heute = due(plan, damals, frage(jahr, stichtag)), antwort(plan, jahr, stichtag)
    assert (frueher.eintraege, frueher.termine) == (heute.eintraege, heute.termine)


@settings(max_examples=60, deadline=None)
@given(mit_log(), JAHRE, TAGE)
def test_the_fields_together_are_the_whole(plan: Plan, jahr: int, stichtag: date) -> None:
    fassung = plan.fassungen[0]
    ganz = antwort(plan, jahr, stichtag)
    teile = [due(plan, fassung, frage(jahr, stichtag, feld.id)) for feld in fassung.handlungsfelder]
    assert sum(teil.termine.gesamt for teil in teile) == ganz.termine.gesamt
    assert sorted(e.bezug for teil in teile for e in teil.eintraege) == sorted(
        e.bezug for e in ganz.eintraege
    )
