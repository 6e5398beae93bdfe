"""The checks of the log beyond their smallest examples in ``tests/errors``."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.checks.sachstand import (
    laengste_folge,
    nach_abschluss,
    neue_termine,
    reihenfolge,
    umfang,
    verweise,
    vorgriffe,
    zukuenftige,
)
from konzept.checks.sachstand_fristen import erfuellungen
from konzept.diagnostics import Location, SourceMap
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.domain.saetze import satzzahl


def plan(*eintraege: dict[str, Any], termin: str | None = "fortlaufend", eigener: bool = True) -> Plan:
    massnahme = {"id": "kurse", "text": "Kurse"} | ({"termin": termin} if eigener else {})
    ziel = {"id": "ziel", "nummer": "1.1", "titel": "Z", "termin": termin, "massnahmen": [massnahme]}
    feld = {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
    rahmen = {"titel": "T", "art": "Konzept", "stand": "2020-11-02", "gilt_von": "2020", "gilt_bis": "2023"}
    log = [
        {"erfasst": "2023-01-31", "massnahme": "kurse", "stand": "laufend", **eintrag}
        for eintrag in eintraege
    ]
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("data/handlungsfelder/2020/1.yaml",),
    )
    return Plan(fassungen=(fassung,))


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("", 0),
        ("  \n ", 0),
        ("Ein Satz", 1),
        ("Eins. Zwei! Drei? Vier", 4),
        ("Am 5. April und im 3. Quartal war es voll.", 1),
        ("Im III. Quartal kamen z. B. Kinder, ca. 30 bzw. Nr. 5.", 1),
        ("Sie kostet 1.500 Euro, s. Abs. 2. Mehr ist nicht da.", 1),
        ("Bis Ende 2022. Danach ruht es.", 2),
        ("Er sagte: „Gut.“ Sie ging.", 2),
        ("Drei Feste fanden statt. 700 Menschen kamen.", 2),
        ("Erster Absatz\n\nZweiter Absatz", 2),
        ("- eins\n- zwei\n- drei\n- vier", 4),
        ("Zeile eins\nund weiter.", 1),
        ("Kurse in Bad Muster. - Danach Ferien.", 1),
        ("Es läuft... Bald mehr.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, zahl: int) -> None:
    assert satzzahl(text) == zahl


@pytest.mark.parametrize("flood", ["a", ".", ". A", "\n", "'", '. "', " \n", "\n- ", "1. "])
def test_counting_is_linear(flood: str) -> None:
    begun = time.perf_counter()
    satzzahl(flood * (200_000 // len(flood)))
    assert time.perf_counter() - begun < 5


@settings(deadline=None)
@given(st.text())
def test_counting_never_raises_and_finds_at_least_one(text: str) -> None:
    assert satzzahl(text) >= bool(text.strip())


@pytest.mark.parametrize(("text", "codes"), [("A eins. B zwei. C drei.", 0), ("Eins. Zwei. Drei. Vier.", 1)])
def test_three_sentences_are_enough(text: str, codes: int) -> None:
    assert len(list(umfang(plan({"am": "2022-01-01", "text": text}), SourceMap()))) == codes


@pytest.mark.parametrize(
    ("termin", "teil", "frist", "nahe"),
    [
        ("bis Ende 2022", "1", "2022-12-31", None),
        ("bis Ende 2022", "1", "2022-12-30", "Seine Frist ist 2022-12-31."),
        ("halbjährlich", "1", "2022-06-30", None),
        (
            "halbjährlich",
            "1",
            "2022-07-01",
            "Die nächstliegenden Fristen sind: 2021-12-31, 2022-06-30, 2022-12-31.",
        ),
        (
            "halbjährlich",
            "1",
            "2024-06-30",
            "Die nächstliegenden Fristen sind: 2022-12-31, 2023-06-30, 2023-12-31.",
        ),
        (
            "halbjährlich",
            "1",
            "2020-12-31",
            "Die nächstliegenden Fristen sind: 2021-06-30, 2021-12-31, 2022-06-30.",
        ),
        ("fortlaufend", "1", "2022-12-31", "Dieser Teil hat keine Frist"),
        ("fortlaufend, jährlich", "2", "2022-12-31", None),
        ("fortlaufend, jährlich", "1", "2022-12-31", "Dieser Teil hat keine Frist"),
        ("bis Ende 2022", "1", "0001-01-01", "Seine Frist ist 2022-12-31."),
        ("jährlich", "1", "9999-12-31", "In diesen Jahren hat der Teil keine Frist"),
        ("jährlich", "1", "2023-12-31", None),
        # a rhythm without a first year ends with the Fassung, whose last year is 2023
        (
            "jährlich",
            "1",
            "2024-12-31",
            "Die nächstliegenden Fristen sind: 2022-12-31, 2023-12-31.",
        ),
        ("im 2-Jahres-Turnus", "1", "2022-12-31", "Ohne Anfangsjahr hat der Turnus keine Fristen"),
        ("2021–2022", "1", "2021-12-31", "Seine Frist ist 2022-12-31."),
        ("nach Bedarf", "1", "2022-12-31", "Dieser Teil hat keine Frist"),
    ],
)
@pytest.mark.parametrize("eigener", [True, False])
def test_a_frist_is_one_of_the_teil(
    termin: str, teil: str, frist: str, nahe: str | None, *, eigener: bool
) -> None:
    eintrag = {"am": "2022-12-31", "erfuellt": [{"teil": teil, "frist": frist}]}
    befunde = list(erfuellungen(plan(eintrag, termin=termin, eigener=eigener), SourceMap()))
    assert [befund.code for befund in befunde] == (["frist-unbekannt"] if nahe else [])
    assert all(befund.hilfe.startswith(nahe or "") for befund in befunde)


@pytest.mark.parametrize(
    ("termin", "teil", "meldung", "hilfe"),
    [
        ("fortlaufend", "1", None, ""),
        (
            "fortlaufend",
            "0",
            "(»fortlaufend«) hat nur einen Teil; einen Teil 0 gibt es nicht.",
            "hat nur Teil 1.",
        ),
        (
            "fortlaufend",
            "9",
            "(»fortlaufend«) hat nur einen Teil; einen Teil 9 gibt es nicht.",
            "hat nur Teil 1.",
        ),
        ("fortlaufend, jährlich", "2", None, ""),
        (
            "fortlaufend, jährlich",
            "3",
            "(»fortlaufend, jährlich«) hat 2 Teile; einen Teil 3 gibt es nicht.",
            "1 = »fortlaufend«, 2 = »jährlich«.",
        ),
        (None, "1", "»kurse« hat keinen Termin, also auch keinen Teil 1.", "»stand: umgesetzt«"),
    ],
)
def test_a_teil_is_one_of_the_termin(termin: str | None, teil: str, meldung: str | None, hilfe: str) -> None:
    befunde = list(
        erfuellungen(plan({"am": "2022-12-31", "erfuellt": [{"teil": teil}]}, termin=termin), SourceMap())
    )
    assert [befund.code for befund in befunde] == ["teil-unbekannt"] * bool(meldung)
    assert all(befund.meldung.endswith(meldung or "") and hilfe in befund.hilfe for befund in befunde)


@pytest.mark.parametrize(
    ("am", "frist", "befunde"),
    [
        ("2022-03-01", "2022-12-31", []),  # before the Beschluss the plan's Termin holds
        ("2022-03-01", "2023-06-30", ["frist-unbekannt"]),
        ("2022-09-01", "2023-06-30", []),  # after it the new one
        ("2022-09-01", "2022-12-31", ["frist-unbekannt"]),
    ],
)
@pytest.mark.parametrize("zuletzt", [True, False])
def test_a_termin_set_by_a_beschluss_is_the_one_to_fulfil(
    am: str, frist: str, befunde: list[str], *, zuletzt: bool
) -> None:
    """Whatever the order in which the two entries were written down."""
    beschluss: dict[str, Any] = {
        "am": "2022-06-30",
        "neuer_termin": "bis 30.06.2023",
        "beschluss": {"gremium": "Kreistag", "datum": "2022-06-29"},
    }
    meldung: dict[str, Any] = {"am": am, "erfuellt": [{"teil": "1", "frist": frist}]}
    log = [beschluss, meldung] if zuletzt else [meldung, beschluss]
    gefunden = list(erfuellungen(plan(*log, termin="bis Ende 2022"), SourceMap()))
    assert [befund.code for befund in gefunden] == befunde


def test_a_termin_that_a_body_only_announces_is_none_to_fulfil() -> None:
    ansage = {"am": "2022-06-30", "neuer_termin": "bis 30.06.2023"}
    meldung = {"am": "2022-09-01", "erfuellt": [{"teil": "1", "frist": "2023-06-30"}]}
    (befund,) = erfuellungen(plan(ansage, meldung, termin="bis Ende 2022"), SourceMap())
    assert befund.hilfe == "Seine Frist ist 2022-12-31."


def test_a_teil_without_a_frist_is_enough() -> None:
    eintrag = {"am": "2022-12-31", "erfuellt": [{"teil": "1"}]}
    assert list(erfuellungen(plan(eintrag), SourceMap())) == []


FERTIG = {"am": "2022-03-01", "stand": "umgesetzt"}


@pytest.mark.parametrize(
    ("eintraege", "tage"),
    [
        ([FERTIG, {"am": "2022-06-30"}], ["2022-06-30"]),
        ([{**FERTIG, "stand": "entfallen"}, {"am": "2022-06-30"}], ["2022-06-30"]),
        ([{**FERTIG, "stand": "zurueckgestellt"}, {"am": "2022-06-30"}], []),
        ([FERTIG, {"am": "2022-03-01"}], []),
        ([FERTIG, {"am": "2022-02-01"}], []),
        ([{"am": "2022-06-30"}, FERTIG], ["2022-06-30"]),
        ([FERTIG, {"am": "2022-06-30", "text": "Korrektur: Es fehlt noch etwas."}], []),
        ([FERTIG, {"am": "2022-06-30", "text": "„Berichtigung der Meldung"}], []),
        ([FERTIG, {"am": "2022-06-30", "text": "Keine Korrektur nötig."}], ["2022-06-30"]),
        ([FERTIG, {"am": "2022-06-30", "stand": "keine-rueckmeldung"}], []),
        ([FERTIG, {"am": "2022-06-30"}, {"am": "2022-12-31"}], ["2022-06-30"]),
        ([FERTIG, {**FERTIG, "am": "2022-06-30"}, {"am": "2022-12-31"}], ["2022-06-30", "2022-12-31"]),
        ([FERTIG, {"am": "2022-06-30", "massnahme": "andere"}], []),
    ],
)
def test_a_report_after_the_end(eintraege: list[dict[str, Any]], tage: list[str]) -> None:
    befunde = list(nach_abschluss(plan(*eintraege), SourceMap()))
    assert [befund.meldung.rsplit(" ", 1)[1].rstrip(".") for befund in befunde] == tage


@pytest.mark.parametrize(
    ("neu", "codes"),
    [
        (None, []),
        ("2. Quartal 2023", []),
        ("nach Bedarf", []),
        ("31.2.2023", ["neuer-termin-unlesbar"]),
        ("2024 bis 2023", ["neuer-termin-verkehrt"]),
    ],
)
def test_a_new_termin_can_be_read_and_ends_after_it_begins(neu: str | None, codes: list[str]) -> None:
    befunde = list(neue_termine(plan({"am": "2022-06-30", "neuer_termin": neu}), SourceMap()))
    assert [befund.code for befund in befunde] == codes


def zwei_fassungen(*eintraege: tuple[str, str]) -> Plan:
    """Make a plan of two Fassungen: 2018 holds »alt«, 2020 »kurse«; the entries by Fassung and id."""

    def fassung(name: str, massnahme: str) -> Fassung:
        ziel = {"id": "ziel", "nummer": "1.1", "titel": "Z", "massnahmen": [{"id": massnahme, "text": "M"}]}
        feld = {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": [ziel]}
        log = [
            {"am": "2021-01-01", "erfasst": "2021-01-01", "massnahme": one, "stand": "laufend"}
            for wo, one in eintraege
            if wo == name
        ]
        return Fassung(
            name,
            Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": name}),
            (Handlungsfeld.model_validate(feld),),
            Sachstand.model_validate({"eintraege": log}),
            dateien=(f"data/handlungsfelder/{name}/1.yaml",),
        )

    return Plan(fassungen=(fassung("2018", "alt"), fassung("2020", "kurse")))


@pytest.mark.parametrize(
    ("fassung", "massnahme", "hilfe"),
    [
        ("2020", "kurse", None),
        ("2018", "alt", None),
        ("2020", "alt", "Die Fassung 2018 hat sie; Meldungen zu ihr stehen in data/sachstand/2018.yaml."),
        ("2018", "kurse", "Die Fassung 2020 hat sie; Meldungen zu ihr stehen in data/sachstand/2020.yaml."),
        ("2020", "ziel", "»ziel« ist ein Handlungsziel; gemeldet wird zu einer Maßnahme: kurse."),
        ("2020", "feld", "»feld« ist ein Handlungsfeld; gemeldet wird zu einer Maßnahme: kurse."),
        ("2020", "kurs", "Meinten Sie »kurse«?"),
        ("2020", "qqqq", "Genannt wird die id der Maßnahme."),
    ],
)
def test_a_report_names_a_massnahme_of_its_own_fassung(
    fassung: str, massnahme: str, hilfe: str | None
) -> None:
    befunde = list(verweise(zwei_fassungen((fassung, massnahme)), SourceMap()))
    assert [(befund.code, befund.hilfe) for befund in befunde] == (
        [("massnahme-unbekannt", hilfe)] if hilfe else []
    )


def test_an_umgesetzte_massnahme_may_go_on_in_the_next_fassung() -> None:
    """Each log speaks of its own Fassung: what was done in 2018 may be taken up again in 2020."""
    plan_ = zwei_fassungen(("2018", "alt"), ("2020", "kurse"))
    assert list(nach_abschluss(plan_, SourceMap())) == []


@pytest.mark.parametrize(
    ("erfasst", "befunde"),
    [
        ([], []),
        (["2021-01-01"], []),
        (["2021-01-01", "2021-01-01", "2021-01-01"], []),  # a half-yearly round is written down in one day
        (["2021-07-02", "2021-06-01"], [(1, "steht aber hinter einem vom 2021-07-02.")]),
        # the slip of the pen is named, not all that stands behind it
        (
            ["2021-07-02", "2031-07-03", "2021-07-04", "2021-07-05"],
            [(1, "steht aber vor einem vom 2021-07-04.")],
        ),
        (
            ["2021-07-02", "2021-07-03", "2020-07-04", "2021-07-05"],
            [(2, "steht aber hinter einem vom 2021-07-03.")],
        ),
        (
            ["2021-03-01", "2021-04-01", "2021-05-01", "2021-01-01", "2021-02-01"],
            [
                (3, "steht aber hinter einem vom 2021-05-01."),
                (4, "steht aber hinter einem vom 2021-05-01."),
            ],
        ),
    ],
)
def test_the_fewest_entries_that_break_the_order_are_named(
    erfasst: list[str], befunde: list[tuple[int, str]]
) -> None:
    plan_ = plan(*({"am": "2021-01-01", "erfasst": tag} for tag in erfasst))
    datei = "data/sachstand/2020.yaml"
    source = SourceMap(
        {(datei, "eintraege", i, "erfasst"): Location(datei, i + 1) for i in range(len(erfasst))}
    )
    gefunden = list(reihenfolge(plan_, source))
    assert [(befund.ort.zeile - 1) for befund in gefunden] == [zeile for zeile, _ in befunde]
    for befund, (_, ende) in zip(gefunden, befunde, strict=True):
        assert befund.meldung.endswith(ende)


@given(st.lists(st.dates()))
def test_what_is_left_is_in_order_and_as_long_as_can_be(tage: list[date]) -> None:
    folge = laengste_folge(tage)
    assert folge == sorted(set(folge))
    assert [tage[i] for i in folge] == sorted(tage[i] for i in folge)
    laengen: list[int] = []  # the plain way: compare each with each
    for i, tag in enumerate(tage):
        laengen.append(1 + max((laengen[n] for n in range(i) if tage[n] <= tag), default=0))
    assert len(folge) == max(laengen, default=0)


def test_a_log_in_reverse_order_is_no_matter_of_minutes() -> None:
    anfang = date(2021, 1, 1).toordinal()
    plan_ = plan(
        *(
            {"am": "2021-01-01", "erfasst": date.fromordinal(anfang + 20_000 - n).isoformat()}
            for n in range(20_000)
        )
    )
    begun = time.perf_counter()
    assert len(list(reihenfolge(plan_, SourceMap()))) == 19_999
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(("am", "zahl"), [("2022-12-31", 0), ("2023-01-31", 0), ("2023-02-01", 1)])
def test_nobody_reports_on_a_day_to_come(am: str, zahl: int) -> None:
    befunde = list(vorgriffe(plan({"am": am, "erfasst": "2023-01-31"}), SourceMap()))
    assert [befund.code for befund in befunde] == ["sachstand-vorgegriffen"] * zahl


@pytest.mark.parametrize(
    ("am", "erfasst", "stichtag", "feld"),
    [
        ("2022-06-30", "2022-07-01", date(2022, 7, 1), None),
        ("2022-06-30", "2022-07-01", date(2022, 6, 30), "erfasst"),
        ("2022-06-30", "2022-07-01", date(2022, 6, 1), "erfasst"),
        ("2022-07-02", "2022-07-01", date(2022, 7, 1), "am"),
    ],
)
def test_no_report_from_after_the_stichtag(am: str, erfasst: str, stichtag: date, feld: str | None) -> None:
    befunde = list(zukuenftige(plan({"am": am, "erfasst": erfasst}), SourceMap(), stichtag))
    tage = {"am": am, "erfasst": erfasst}
    erwartet = (
        f"»{feld}: {tage[feld]}« liegt nach dem Stichtag {stichtag.day}.{stichtag.month}.2022."
        if feld
        else ""
    )
    assert [befund.meldung for befund in befunde] == ([erwartet] if feld else [])
