"""What a changed Termin means in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.terminangabe import Termin
from konzept.render.diff_termin_words import terminbemerkung
from konzept.reports.diff import vergleiche
from konzept.reports.diff_lesart import Laufzeit
from konzept.reports.diff_teile import abstand, teilpaare
from konzept.reports.diff_termin import termin
from konzept.reports.diff_werte import FeldAenderung, Terminwechsel
from konzept.reports.evaluation_termine import terminwege

ABSTAENDE = [
    (date(2022, 12, 31), date(2023, 12, 31), (12, None)),
    (date(2022, 6, 30), date(2022, 12, 31), (6, None)),
    (date(2024, 2, 29), date(2025, 2, 28), (12, None)),
    (date(2022, 3, 10), date(2022, 5, 10), (2, None)),
    (date(2022, 3, 10), date(2022, 3, 31), (None, 21)),
    (date(2023, 12, 31), date(2022, 12, 31), (-12, None)),
    (date(9998, 12, 31), date.max, (12, None)),
]
LAUFZEIT = Laufzeit(date(2022, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(("von", "bis", "erwartet"), ABSTAENDE)
def test_distances(von: date, bis: date, erwartet: tuple[int | None, int | None]) -> None:
    assert abstand(von, bis) == erwartet


def verglichen(alt: Any, neu: Any, laufzeit: Laufzeit = LAUFZEIT) -> FeldAenderung | None:
    eines, anderes = (
        Termin.model_validate(angabe if isinstance(angabe, dict) else {"text": angabe})
        for angabe in (alt, neu)
    )
    return termin(eines, anderes, {}, laufzeit)


BEIDE = "Prüfung 2021, Beginn des Schuljahres 2021/22"
DRUCK = "Auswahl bis 31.03.2022, Druck bis Ende 2023"

# old, new, code, distance of the whole in months and days, what is said
WECHSEL = [
    ("bis Ende 2022", "bis Ende 2023", "termin-verschoben", 12, None, "+12 Monate"),
    ("bis Ende 2023", "bis Ende 2022", "termin-verschoben", -12, None, "−12 Monate"),  # noqa: RUF001  the true minus sign
    ("31.08.2021", "15.09.2021", "termin-verschoben", None, 15, "+15 Tage"),
    ("2020–2023", "2024–2027", "termin-verschoben", 48, None, "+48 Monate"),
    ("2020–2022", "bis Ende 2025", "termin-verschoben", 36, None, "+36 Monate"),
    ("bis Ende 2022", "Dezember 2022", "termin-geaendert", None, None, None),
    # several parts: each is told, the one that ends last decides
    (
        BEIDE,
        "Prüfung 2022, Beginn des Schuljahres 2022/23",
        "termin-verschoben",
        12,
        None,
        "alle Teile +12 Monate",
    ),
    (
        "Beginn des Schuljahres 2021/22, Prüfung 2021",
        "Prüfung 2022, Beginn des Schuljahres 2022/23",
        "termin-verschoben",
        12,
        None,
        "alle Teile +12 Monate",
    ),
    (
        DRUCK,
        "Auswahl bis 31.03.2022, Druck bis 31.03.2025",
        "termin-verschoben",
        15,
        None,
        "Druck +15 Monate",
    ),
    (
        DRUCK,
        "Auswahl bis 31.05.2022, Druck bis Ende 2023",
        "teilfrist-verschoben",
        None,
        None,
        "Auswahl +2 Monate",
    ),
    (
        DRUCK,
        "Auswahl bis Ende 2024, Druck bis Ende 2023",
        "termin-verschoben",
        12,
        None,
        "Auswahl +33 Monate, letzte Frist +12 Monate",
    ),
    (
        "bis Ende 2022 und 2024",
        "bis Ende 2023 und 2025",
        "termin-verschoben",
        12,
        None,
        "alle Teile +12 Monate",
    ),
    # a part more or less hides nothing
    (
        DRUCK,
        "Auswahl bis 31.03.2023, Probe bis 30.06.2023, Druck bis Ende 2024",
        "termin-verschoben",
        12,
        None,
        "Auswahl +12 Monate, Druck +12 Monate, neu: Probe bis 30.06.2023",
    ),
    (
        DRUCK,
        "Druck bis Ende 2024",
        "termin-verschoben",
        12,
        None,
        "Druck +12 Monate, entfällt: Auswahl bis 31.03.2022",
    ),
    ("Prüfung 2021", "Prüfung 2021, Bau 2025", "termin-geaendert", None, None, "neu: Bau 2025"),
    ("Prüfung 2021, Bau 2025", "Prüfung 2021", "termin-geaendert", None, None, "entfällt: Bau 2025"),
    ("Bericht 2021", "Bericht 2021, Bericht 2023", "termin-geaendert", None, None, "neu: Bericht 2023"),
    (
        "Bericht 2021, Bericht 2023, Bericht 2025",
        "Bericht 2023, Bericht 2026",
        "termin-verschoben",
        12,
        None,
        "Bericht +12 Monate, entfällt: Bericht 2021",
    ),
    # the only Frist of a Termin is that of the whole
    (
        "bis Ende 2022",
        "Konzept bis Ende 2022, Umsetzung bis Ende 2025",
        "termin-verschoben",
        36,
        None,
        "Frist +36 Monate, neu: Konzept bis Ende 2022",
    ),
    (
        BEIDE,
        "bis Ende 2023",
        "termin-verschoben",
        24,
        None,
        "Frist +24 Monate, entfällt: Beginn des Schuljahres 2021/22",
    ),
    # a beginning
    ("ab 2021", "ab 2024", "beginn-verschoben", None, None, "Beginn +36 Monate"),
    (
        "seit Mai 2011 fortlaufend",
        "seit Mai 2010 fortlaufend",
        "beginn-verschoben",
        None,
        None,
        "Beginn −12 Monate",  # noqa: RUF001  the true minus sign
    ),
    ("2022–2024", "2023–2024", "beginn-verschoben", None, None, "Beginn +12 Monate"),
    ("2022–2024", "2023–2027", "termin-verschoben", 36, None, "+36 Monate, Beginn +12 Monate"),
    ("fortlaufend", "ab 2021", "termin-geaendert", None, None, None),
    (
        "Prüfung 2021, Kurse ab 2022",
        "Prüfung 2021, Kurse ab 2023",
        "beginn-verschoben",
        None,
        None,
        "Kurse: Beginn +12 Monate",
    ),
    # a rhythm
    ("jährlich", "1x pro Monat", "rhythmus-geaendert", None, None, "Rhythmus geändert"),
    (
        "jährlich",
        "alle 2 Jahre",
        "rhythmus-geaendert",
        None,
        None,
        "Rhythmus geändert, es folgt kein Datum mehr daraus",
    ),
    ("jährlich bis 2023", "jährlich bis 2025", "rhythmus-geaendert", None, None, "Ende +24 Monate"),
    (
        "alle drei Jahre, erstmals 2021",
        "alle drei Jahre, erstmals 2022",
        "beginn-verschoben",
        None,
        None,
        "Beginn +12 Monate",
    ),
    ("bis Ende 2022", "jährlich", "termin-geaendert", None, None, "Rhythmus statt Frist"),
    (
        "bis Ende 2022, danach jährlich",
        "bis Ende 2022, danach alle 2 Jahre",
        "rhythmus-geaendert",
        None,
        None,
        "Rhythmus geändert",
    ),
    # what holds to a day is given up, or set
    ("jährlich", "fortlaufend", "frist-aufgegeben", None, None, "Daueraufgabe statt Rhythmus"),
    ("nach Bedarf", "jährlich", "frist-gesetzt", None, None, "Rhythmus statt unbestimmter Termin"),
    (
        "Fertigstellung Konzept 2018, Durchführung fortlaufend",
        "fortlaufend",
        "frist-aufgegeben",
        None,
        None,
        "Frist aufgegeben, Daueraufgabe bleibt",
    ),
    (
        "fortlaufend",
        "Fertigstellung Konzept 2018, Durchführung fortlaufend",
        "frist-gesetzt",
        None,
        None,
        "Frist kommt hinzu, Daueraufgabe bleibt",
    ),
    (
        "fortlaufend, 1-2x im Jahr",
        "1-2x im Jahr",
        "termin-geaendert",
        None,
        None,
        "Daueraufgabe entfällt, Rhythmus bleibt",
    ),
    (
        "bis Ende 2022, danach fortlaufend",
        "bis Ende 2023, danach jährlich",
        "termin-verschoben",
        12,
        None,
        "Frist +12 Monate, neu: danach jährlich, entfällt: danach fortlaufend",
    ),
]


@pytest.mark.parametrize(("alt", "neu", "code", "monate", "tage", "worte"), WECHSEL)
def test_changes(
    alt: str, neu: str, code: str, monate: int | None, tage: int | None, worte: str | None
) -> None:
    aenderung = verglichen(alt, neu)
    assert aenderung is not None
    assert (aenderung.code.value, aenderung.gewicht.value) == (code, "wesentlich")
    assert aenderung.wechsel is not None
    assert (aenderung.wechsel.monate, aenderung.wechsel.tage) == (monate, tage)
    assert terminbemerkung(aenderung) == worte


def test_a_moved_part_is_a_typed_value() -> None:
    aenderung = verglichen("Prüfung 2021, jährlich", "Prüfung 2022, alle 2 Jahre")
    assert aenderung is not None
    assert aenderung.wechsel is not None
    gesehen = [
        (
            eines.was.value,
            eines.paar.nummer_alt,
            eines.paar.nummer_neu,
            eines.paar.alt and (eines.paar.alt.ende, eines.paar.alt.rrule),
            eines.paar.neu and (eines.paar.neu.ende, eines.paar.neu.rrule),
            eines.monate,
        )
        for eines in aenderung.wechsel.teile
    ]
    assert gesehen == [
        ("ende", 1, 1, (date(2021, 12, 31), None), (date(2022, 12, 31), None), 12),
        ("rhythmus", 2, 2, (None, "FREQ=YEARLY"), (None, "FREQ=YEARLY;INTERVAL=2"), None),
    ]


def test_the_kinds_are_told_only_where_they_differ() -> None:
    anders = verglichen("bis Ende 2022", "fortlaufend")
    assert anders is not None
    assert anders.wechsel is not None
    assert [art.value for art in anders.wechsel.arten_alt] == ["faellig"]
    assert [art.value for art in anders.wechsel.arten_neu] == ["laufend"]
    gleich = verglichen("fortlaufend", "ab 2021")
    assert gleich is not None
    assert gleich.wechsel == Terminwechsel(diesmal=False)


ZWEI = "im 2-Jahres-Turnus"
FAELLIG = [{"art": "faellig", "ende": "2022-12-31"}]

# the same wording, with what stands beside it: code, weight and words
LESARTEN: list[tuple[dict[str, Any], dict[str, Any], str, str, str]] = [
    (
        {"text": ZWEI},
        {"text": ZWEI, "turnus_ab": 2025},
        "turnus-geaendert",
        "wesentlich",
        "Turnus zählt ab 2025",
    ),
    (
        {"text": ZWEI, "turnus_ab": 2025},
        {"text": ZWEI},
        "turnus-geaendert",
        "wesentlich",
        "Turnus ohne Anfangsjahr, bisher ab 2025, es folgt kein Datum mehr daraus",
    ),
    (
        {"text": ZWEI, "turnus_ab": 2022},
        {"text": ZWEI, "turnus_ab": 2023},
        "turnus-geaendert",
        "wesentlich",
        "Turnus zählt ab 2023 statt ab 2022",
    ),
    # no year of either rhythm lies in the time of the Fassung
    (
        {"text": ZWEI},
        {"text": ZWEI, "turnus_ab": 2030},
        "turnus-geaendert",
        "redaktionell",
        "Turnus zählt ab 2030",
    ),
    # every year from 2022 on is what the wording says itself
    (
        {"text": "jährlich"},
        {"text": "jährlich", "turnus_ab": 2022},
        "turnus-geaendert",
        "redaktionell",
        "Turnus zählt ab 2022",
    ),
    (
        {"text": "bald"},
        {"text": "bald", "teile": FAELLIG},
        "lesart-geaendert",
        "wesentlich",
        "anders gelesen: Frist statt unbestimmter Termin",
    ),
    (
        {"text": "bald", "teile": FAELLIG},
        {"text": "Bald", "teile": [{"art": "faellig", "ende": "2023-12-31"}]},
        "lesart-geaendert",
        "wesentlich",
        "anders gelesen: +12 Monate",
    ),
    (
        {"text": "bis Ende 2022"},
        {"text": "bis Ende 2022", "teile": FAELLIG},
        "lesart-geaendert",
        "redaktionell",
        "anders gelesen",
    ),
]


@pytest.mark.parametrize(("alt", "neu", "code", "gewicht", "worte"), LESARTEN)
def test_the_same_wording_read_otherwise(
    alt: dict[str, Any], neu: dict[str, Any], code: str, gewicht: str, worte: str
) -> None:
    aenderung = verglichen(alt, neu)
    assert aenderung is not None
    assert (aenderung.code.value, aenderung.gewicht.value) == (code, gewicht)
    assert terminbemerkung(aenderung) == worte


def test_a_fassung_without_end_is_compared_for_thirty_years() -> None:
    offen = Laufzeit(date(2022, 1, 1), None)
    for jahr, gewicht in ((2050, "wesentlich"), (2060, "redaktionell")):
        aenderung = verglichen({"text": ZWEI}, {"text": ZWEI, "turnus_ab": jahr}, offen)
        assert aenderung is not None
        assert aenderung.gewicht.value == gewicht


# old, new, whether the new words say the same: what names a day, or goes on, is what is read in it
ANDERE_WORTE = [
    ("bis Ende 2021", "bis 31.12.2021", True),
    ("fortlaufend", "laufend", True),
    ("Prüfung 2021, fortlaufend", "Prüfung im Jahr 2021, laufend", True),
    ("Prüfung 2021", "Einführung 2021", False),
    ("nach Bedarf", "kurzfristig", False),
    ("bis Ende 2021", "bis Anfang 2021", False),
    ("bis Ende 2021", "möglichst bis Ende 2021", False),
    ("bis Ende 2021", "bis Ende 2021, soweit Mittel vorhanden sind", False),
]


@pytest.mark.parametrize(("alt", "neu", "dasselbe"), ANDERE_WORTE)
def test_other_words_for_the_same_day_are_only_editing(alt: str, neu: str, *, dasselbe: bool) -> None:
    for eines, anderes in ((alt, neu), (neu, alt)):
        aenderung = verglichen(eines, anderes)
        assert aenderung is not None
        assert (aenderung.gewicht.value == "redaktionell") is dasselbe


@pytest.mark.parametrize(
    ("alt", "neu", "worte"),
    [
        # every two years is datable only from a year on
        (
            {"text": "alle zwei Jahre", "turnus_ab": 2021},
            "alle drei Jahre",
            "Rhythmus geändert, es folgt kein Datum mehr daraus",
        ),
        ({"text": "alle zwei Jahre", "turnus_ab": 2021}, "jährlich", "Rhythmus geändert"),
    ],
)
def test_a_rhythm_that_lost_its_year_is_said_to_have_no_date(alt: Any, neu: Any, worte: str) -> None:
    aenderung = verglichen(alt, neu)
    assert aenderung is not None
    assert (terminbemerkung(aenderung) or "").startswith(worte)
    assert ("kein Datum" in (terminbemerkung(aenderung) or "")) is ("kein Datum" in worte)


NACH = "Prüfung 2021, Einführung 2023"
# the Termine of three Fassungen; how far the evaluation says it moved, how often, and what the diff says of the last
HINZUGEKOMMEN = [
    (["Prüfung 2021", NACH, "Prüfung 2021, Einführung 2025"], 24, 1, "Einführung +24 Monate"),
    (["Prüfung 2021", "Prüfung 2021", NACH], None, 0, "neu: Einführung 2023"),
    (
        [NACH, "Prüfung 2021, Einführung 2024", "Prüfung 2021, Einführung 2025"],
        24,
        2,
        "Einführung +12 Monate, zum 2. Mal verschoben",
    ),
]


@pytest.mark.parametrize(("termine", "monate", "aufschuebe", "worte"), HINZUGEKOMMEN)
def test_what_was_added_puts_nothing_off_in_either_report(
    termine: list[str], monate: int | None, aufschuebe: int, worte: str
) -> None:
    plan, reihe = wege(*termine)
    weg = terminwege(plan, reihe[-1], date(2030, 1, 1))["m"]
    assert (weg.verschiebung.monate if weg.verschiebung else None, weg.aufschuebe) == (monate, aufschuebe)
    (feld,) = next(
        eine for eine in vergleiche(plan, reihe[-2], reihe[-1]).aenderungen if eine.id == "m"
    ).felder
    assert feld.wechsel is not None
    assert (feld.wechsel.aufschuebe, terminbemerkung(feld)) == (aufschuebe, worte)


def test_nothing_differs() -> None:
    assert verglichen("bald", "bald") is None
    assert verglichen({"text": ZWEI, "turnus_ab": 2025}, {"text": ZWEI, "turnus_ab": 2025}) is None
    assert termin(None, None, {}, LAUFZEIT) is None


WORTLAUTE = st.lists(
    st.sampled_from(
        [
            "bis Ende 2022",
            "bis Ende 2024",
            "Prüfung 2021",
            "Prüfung 2023",
            "Bau bis 30.06.2025",
            "Druck im März 2022",
            "2020–2022",
            "2021–2026",
            "fortlaufend",
            "Kurse ab 2021",
            "jährlich",
            "alle drei Jahre, erstmals 2021",
            "nach Bedarf",
        ]
    ),
    min_size=1,
    max_size=5,
).map(", ".join)


def teile(wortlaut: str) -> tuple[Any, ...]:
    return Termin(text=wortlaut).lies({})


@given(WORTLAUTE, WORTLAUTE)
def test_every_part_stands_in_one_pair_and_the_pairs_are_the_same_from_both_sides(alt: str, neu: str) -> None:
    hin, zurueck = teilpaare(teile(alt), teile(neu)), teilpaare(teile(neu), teile(alt))
    assert sorted(paar.nummer_alt for paar in hin if paar.nummer_alt) == [*range(1, len(teile(alt)) + 1)]
    assert sorted(paar.nummer_neu for paar in hin if paar.nummer_neu) == [*range(1, len(teile(neu)) + 1)]
    assert {(p.nummer_alt, p.nummer_neu) for p in hin} == {(p.nummer_neu, p.nummer_alt) for p in zurueck}


SACHEN = st.lists(
    st.sampled_from(
        ["Prüfung 2021", "Bau bis 30.06.2025", "Druck im März 2022", "Kauf 2020–2023", "Betrieb fortlaufend"]
    ),
    unique=True,
    min_size=3,
)


@given(SACHEN, st.integers(0, 4), st.sampled_from(["Abnahme 2028", "Abnahme bis 31.03.2019"]))
def test_one_part_more_moves_none_of_the_others(eigene: list[str], stelle: int, neuer: str) -> None:
    neue = [*eigene[:stelle], neuer, *eigene[stelle:]]
    paare = teilpaare(teile(", ".join(eigene)), teile(", ".join(neue)))
    assert [paar.neu.text for paar in paare if paar.neu and not paar.alt] == [neuer]
    assert all(paar.alt.text == paar.neu.text for paar in paare if paar.alt and paar.neu)
    aenderung = verglichen(", ".join(eigene), ", ".join(neue))
    assert aenderung is not None
    assert aenderung.code.value == "termin-geaendert"


@given(WORTLAUTE, WORTLAUTE)
def test_the_distance_is_that_of_the_evaluation_where_every_frist_has_its_counterpart(
    alt: str, neu: str
) -> None:
    ohne_partner = [p for p in teilpaare(teile(alt), teile(neu)) if not (p.alt and p.neu)]
    assume(not any(teil.ende for p in ohne_partner for teil in (p.alt, p.neu) if teil))
    plan, reihe = wege(alt, neu)
    weite = terminwege(plan, reihe[-1], date(2030, 1, 1))["m"].verschiebung
    aenderung = verglichen(alt, neu)
    wechsel = aenderung.wechsel if aenderung else None
    assert ((wechsel and (wechsel.monate or wechsel.tage)) or None) == (
        (weite and (weite.monate or weite.tage)) or None
    )


def wege(*termine: str) -> tuple[Plan, tuple[Fassung, ...]]:
    """Build Fassungen of 2020, 2021 and so on, each the Vorgänger of the next, with one Maßnahme ``m``."""
    reihe = tuple(
        Fassung(
            str(2020 + i),
            Rahmen.model_validate(
                {"titel": "P", "art": "K", "stand": str(2020 + i), "vorgaenger": str(2019 + i) if i else None}
            ),
            (
                Handlungsfeld.model_validate(
                    {
                        "id": "f",
                        "nummer": "1",
                        "titel": "F",
                        "massnahmen": [{"id": "m", "text": "T", "termin": text}],
                    }
                ),
            ),
            dateien=("f.yaml",),
        )
        for i, text in enumerate(termine)
    )
    return Plan(fassungen=reihe), reihe


@given(WORTLAUTE, WORTLAUTE, WORTLAUTE)
def test_postponements_are_counted_as_the_evaluation_counts_them(eins: str, zwei: str, drei: str) -> None:
    plan, reihe = wege(eins, zwei, drei)
    weg = terminwege(plan, reihe[-1], date(2030, 1, 1))["m"]
    for eine in vergleiche(plan, reihe[1], reihe[2]).aenderungen:
        for feld in eine.felder:
            if feld.wechsel:
                assert feld.wechsel.aufschuebe == weg.aufschuebe
