"""The five criteria: what each rule finds, what a partial Fassung leaves open, and that the counts add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.reports.smart import smart
from konzept.reports.smart_regeln import KRITERIEN, LUECKEN, Kriterium, Lage, Regel

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.reports.smart import Smartbericht, Smarturteil

S, M, A, R, T = Kriterium
AKTEURE = tuple(
    Akteur.model_validate({"id": name, "name": name.title(), "art": art})
    for name, art in [
        ("amt", "verwaltung"),
        ("verein", "verein"),
        ("kreis", "verwaltung"),
        ("stadt", "kommune"),
        ("schule", "bildung"),
        ("ehrenamt", "gruppe"),
        ("betriebe", "gruppe"),
    ]
)
GUT: dict[str, Any] = {
    "id": "kurs",
    "text": "Das Amt richtet an drei Orten Kurse mit je zwölf Plätzen ein.",
    "termin": "bis Ende 2026",
    "zustaendigkeiten": ["amt", {"akteur": "kreis", "rolle": "foerdernd"}],
    "kosten": {"betrag": "9000"},
    "indikatoren": [{"titel": "Plätze", "zielwert": "36"}],
}
"""A Maßnahme with nothing to be said against; each case changes one thing."""


def urteil(vollstaendig: str = "true", **geaendert: Any) -> Smarturteil:
    massnahme = {name: wert for name, wert in {**GUT, **geaendert}.items() if wert is not None}
    rahmen = Rahmen.model_validate(
        {"titel": "Plan", "art": "Konzept", "stand": "2025", "vollstaendig": vollstaendig}
    )
    feld = Handlungsfeld.model_validate(
        {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    )
    fassung = Fassung("2025", rahmen, (feld,), dateien=("feld.yaml",))
    plan = Plan(einstellungen=Einstellungen(), akteure=AKTEURE, fassungen=(fassung,))
    (eines,) = smart(plan, fassung).urteile
    return eines


def test_a_measure_with_all_it_needs_is_smart() -> None:
    assert urteil().gruende == ()
    assert {urteil().lage(kriterium) for kriterium in Kriterium} == {Lage.ERFUELLT}


@pytest.mark.parametrize(
    ("geaendert", "regel", "belege"),
    [
        ({"indikatoren": None}, Regel.OHNE_INDIKATOR, ()),
        ({"indikatoren": [{"titel": "Plätze"}]}, Regel.OHNE_ZIELWERT, ("Plätze",)),
        ({"zustaendigkeiten": None, "foerderungen": [{"programm": "p"}]}, Regel.OHNE_ZUSTAENDIGKEIT, ()),
        ({"zustaendigkeiten": [{"akteur": "amt", "rolle": "foerdernd"}]}, Regel.OHNE_FEDERFUEHRUNG, ()),
        (
            {"zustaendigkeiten": ["ehrenamt", "betriebe", {"akteur": "amt", "rolle": "foerdernd"}]},
            Regel.FEDERFUEHRUNG_UNBENANNT,
            ("Ehrenamt", "Betriebe"),
        ),
        (
            {
                "zustaendigkeiten": [
                    "amt",
                    "verein",
                    "stadt",
                    "schule",
                    "kreis",
                    {"akteur": "amt", "rolle": "foerdernd"},
                ]
            },
            Regel.FEDERFUEHRUNG_VERTEILT,
            ("5",),
        ),
        ({"kosten": None, "zustaendigkeiten": ["amt"]}, Regel.OHNE_KOSTEN, ()),
        (
            {"kosten": "derzeit nicht bezifferbar", "zustaendigkeiten": ["amt"]},
            Regel.KOSTEN_UNBEZIFFERT,
            ("derzeit nicht bezifferbar",),
        ),
        ({"zustaendigkeiten": ["amt"]}, Regel.KOSTEN_OHNE_FOERDERUNG, ()),
        ({"kosten": "3.000 Euro je Fest", "zustaendigkeiten": ["amt"]}, Regel.KOSTEN_OHNE_FOERDERUNG, ()),
        ({"termin": None}, Regel.OHNE_TERMIN, ()),
        ({"termin": "fortlaufend"}, Regel.TERMIN_OHNE_ENDE, ("fortlaufend",)),
        ({"termin": "ab 2026"}, Regel.TERMIN_OHNE_ENDE, ("ab 2026",)),
        ({"termin": "nach Bedarf"}, Regel.TERMIN_OHNE_DATUM, ("nach Bedarf",)),
        ({"termin": "im 2-Jahres-Turnus"}, Regel.TERMIN_OHNE_DATUM, ("im 2-Jahres-Turnus",)),
    ],
)
def test_each_rule(geaendert: dict[str, Any], regel: Regel, belege: tuple[str, ...]) -> None:
    eines = urteil(**geaendert)
    assert [(grund.regel, grund.belege) for grund in eines.gruende] == [(regel, belege)]
    erwartet = Lage.FEHLT if regel in LUECKEN else Lage.MANGEL
    assert {kriterium: eines.lage(kriterium) for kriterium in Kriterium} == {
        **dict.fromkeys(Kriterium, Lage.ERFUELLT),
        KRITERIEN[regel]: erwartet,
    }


@pytest.mark.parametrize(
    "termin",
    [
        "31.08.2026",
        "2025–2027",
        "fortlaufend, jährlich",
        "jährlich im September",
        {"text": "im 2-Jahres-Turnus", "turnus_ab": "2026"},
        {"text": "wie besprochen", "teile": [{"art": "faellig", "ende": "2026-12-31"}]},
    ],
)
def test_a_termin_with_a_day(termin: Any) -> None:
    assert urteil(termin=termin).lage(T) is Lage.ERFUELLT


def test_four_may_lead_together_and_one_named_body_answers_for_a_group() -> None:
    vier = ["amt", "verein", "stadt", "schule", {"akteur": "kreis", "rolle": "foerdernd"}]
    assert urteil(zustaendigkeiten=vier).lage(A) is Lage.ERFUELLT
    gemischt = ["ehrenamt", "amt", {"akteur": "kreis", "rolle": "foerdernd"}]
    assert urteil(zustaendigkeiten=gemischt).lage(A) is Lage.ERFUELLT


def test_a_summary_is_not_judged_by_its_wording() -> None:
    assert urteil(text="Ausbau etc.").lage(S) is Lage.MANGEL
    assert urteil(text="Ausbau etc.", textart="zusammenfassung").lage(S) is Lage.OFFEN


def test_what_a_partial_fassung_does_not_say_is_left_open_but_what_it_says_is_judged() -> None:
    eines = urteil("false", termin="fortlaufend", indikatoren=None, kosten=None, zustaendigkeiten=None)
    assert [eines.lage(kriterium) for kriterium in Kriterium] == [
        Lage.ERFUELLT,
        Lage.OFFEN,
        Lage.OFFEN,
        Lage.OFFEN,
        Lage.MANGEL,
    ]


@pytest.fixture(scope="module")
def ilm_kreis(root: Path) -> Smartbericht:
    plan = load_plan(root).plan
    return smart(plan, plan.fassung_nach_id["2020"])


def test_the_shipped_plan_counted_by_hand(ilm_kreis: Smartbericht) -> None:
    """Of the 50 Maßnahmen none has an indicator or names costs; four are funded, in seven the Termin has a day."""
    assert ilm_kreis.zahlen(M) == {Lage.ERFUELLT: 0, Lage.MANGEL: 0, Lage.FEHLT: 50, Lage.OFFEN: 0}
    assert ilm_kreis.zahlen(R) == {Lage.ERFUELLT: 4, Lage.MANGEL: 0, Lage.FEHLT: 46, Lage.OFFEN: 0}
    assert [urteil.nummer for urteil in ilm_kreis.urteile if urteil.lage(T) is Lage.ERFUELLT] == [
        "2.9",
        "4.2",
        "4.6",
        "6.2",
        "6.3",
        "6.5 M1",
        "6.5 M2",
    ]
    assert [urteil.nummer for urteil, _ in ilm_kreis.funde(Regel.WORTLAUT_WEICH)] == [
        "1.1 M1",
        "2.8",
        "2.9",
        "3.5",
        "4.3 M2",
        "4.5",
        "5.4",
    ]


def test_each_criterion_counts_every_measure_once(ilm_kreis: Smartbericht) -> None:
    for kriterium in Kriterium:
        assert sum(ilm_kreis.zahlen(kriterium).values()) == len(ilm_kreis.urteile) == 50


def test_only_the_files_asked_for(root: Path, ilm_kreis: Smartbericht) -> None:
    plan = load_plan(root).plan
    datei = "data/handlungsfelder/2020/4-wohnen.yaml"
    bericht = smart(plan, ilm_kreis.fassung, frozenset({datei}))
    assert [feld.verweis.nummer for feld in bericht.felder] == ["4"]
    assert smart(plan, ilm_kreis.fassung, frozenset()).urteile == ()


def test_every_rule_belongs_to_a_criterion() -> None:
    assert set(KRITERIEN) == set(Regel)
    assert set(KRITERIEN.values()) == set(Kriterium)
