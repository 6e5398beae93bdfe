"""What was not carried over: the shipped plan against Anhang A of its source, every kind on the Musterkreis, laws."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.verbleib import Verbleibart
from konzept.load import load_plan
from konzept.reports.diff_bilanz import FORTGEFUEHRT
from konzept.reports.diff_verbleib import Auskunft
from konzept.reports.verbleib import verbleib

if TYPE_CHECKING:
    from konzept.reports.verbleib_teile import Abschnitt, Verbleibbericht

ROOT = Path(__file__).parents[2]
ANHANG_A: dict[str, Any] = json.loads(
    (ROOT / "tests" / "quellen" / "fakten-001.json").read_text(encoding="utf-8")
)["anhang_a"]
"""What a script took from source 001."""


@cache
def report(ort: str, fassung: str) -> Verbleibbericht:
    plan = load_plan(ROOT / ort).plan
    return verbleib(plan, plan.fassung_nach_id[fassung])


def ilm_kreis() -> Abschnitt:
    (abschnitt,) = report("", "2020").abschnitte
    return abschnitt


def flach(text: str) -> str:
    return " ".join(text.split())


def test_it_tells_what_anhang_a_tells_goal_by_goal() -> None:
    """Numbers, titles and Maßnahmen in the order of the source; 5.8 lost one Maßnahme and stays."""
    soll = [
        (
            ziel["nummer"],
            flach(" ".join(ziel["titel"])),
            [flach(" ".join(m["text"])) for m in ziel["massnahmen"]],
        )
        for ziel in ANHANG_A["handlungsziele"]
    ]
    ist = [
        (gruppe.ziel.ort.nummer, gruppe.ziel.ort.titel, [m.text or m.ort.titel for m in gruppe.massnahmen])
        for feld in ilm_kreis().felder
        for gruppe in feld.gruppen
        if gruppe.ziel
    ]
    assert ist == soll
    assert [nummer for nummer, _, _ in ist] == ["2.2", "3.5", "5.4", "5.5", "5.8", "5.10", "5.12"]


def test_it_gives_the_reasons_and_the_place_of_the_source_and_invents_no_reason() -> None:
    abschnitt = ilm_kreis()
    assert list(abschnitt.gruende) == [
        "Maßnahmen waren erfolgreich.",
        "Maßnahmen wurden einmalig durchgeführt.",
        "Der Erfolg blieb aus und die Maßnahme kann so nicht umgesetzt werden.",
        "Andere Lösungswege zum Handlungsziel haben sich aufgetan.",
    ]
    assert abschnitt.quelle == "001, Anhang A"
    verbliebene = [alte.verblieb for alte, _, _ in abschnitt.gegangene() if alte.verblieb]
    assert len(verbliebene) == 13
    assert {one.verbleib for one in verbliebene} == {Verbleibart.NICHT_AUFGENOMMEN}
    assert not [one for one in verbliebene if one.begruendung or one.ziele]
    assert [ziel.ziel.fundstelle for feld in abschnitt.felder for ziel in feld.gruppen if ziel.ziel] == [
        f"001, Anhang A, Handlungsziel {ziel['nummer']}" for ziel in ANHANG_A["handlungsziele"]
    ]


def test_the_goal_that_stays_is_named_with_its_new_number_as_our_reading() -> None:
    bleibende = [
        gruppe.ziel
        for feld in ilm_kreis().felder
        for gruppe in feld.gruppen
        if gruppe.ziel and gruppe.ziel.verblieb is None
    ]
    (ziel,) = bleibende
    assert ziel.neu is not None
    assert (ziel.ort.nummer, ziel.neu.nummer, ziel.erschlossen) == ("5.8", "5.6", True)


def test_a_partial_fassung_is_accounted_for_as_far_as_it_is_known() -> None:
    abschnitt = ilm_kreis()
    assert not abschnitt.alt.vollstaendig
    assert abschnitt.offen == 0
    assert {ebene: (b.alt, dict(b.posten)) for ebene, b in abschnitt.bilanz.items() if b.alt} == {
        Ebene.HANDLUNGSFELD: (3, {"fortgefuehrt": 3, "offen": 0}),
        Ebene.HANDLUNGSZIEL: (7, {"fortgefuehrt": 1, "nicht-aufgenommen": 6, "offen": 0}),
        Ebene.MASSNAHME: (7, {"fortgefuehrt": 0, "nicht-aufgenommen": 7, "offen": 0}),
    }


MUSTERKREIS = [
    # nummer 2022, id, Verbleib, Nummern der Ziele 2025
    ("4", "leitziel-willkommen", "ersetzt", ["3"]),
    ("1.1 M1", "willkommensmappe", "umgesetzt", []),
    ("1.2 M1", "beratung-musterstadt", "zusammengelegt", ["1.1 M1"]),
    ("1.2 M2", "beratung-neumuster", "zusammengelegt", ["1.1 M1"]),
    ("1.2 M3", "beratung-mustertal", "zusammengelegt", ["1.1 M1"]),
    ("2.1 M4", "sprachlern-app", "erfolglos", []),
    ("2.3 M3", "hausaufgabenhilfe", "aufgeteilt", ["2.3 M3", "2.3 M5"]),
    ("3.1 M2", "jobmesse", "einmalig", []),
    ("3.2 M3", "betriebspatenschaften", "eingestellt", []),
    ("4.2 M2", "lernraeume", "umgesetzt", []),
    ("4.2 M3", "bewohnervertretung", "nicht-aufgenommen", []),
    ("4.3", "nachbarschaft", "ersetzt", ["6.1"]),
    ("5.1 M2", "arztverzeichnis", "ersetzt", ["4.1 M2"]),
    ("6", "begegnung", "ersetzt", ["6"]),
    ("6 M2", "sporttag", "zusammengelegt", ["6.1 M2"]),
]


def test_every_kind_with_the_numbers_of_both_fassungen() -> None:
    (abschnitt,) = report("beispiele/musterkreis", "2025").abschnitte
    ist = [
        (alte.ort.nummer, alte.ort.id, v.verbleib.value if v.verbleib else "", [z.nummer for z in v.ziele])
        for alte, _, _ in abschnitt.gegangene()
        if (v := alte.verblieb)
    ]
    assert ist == MUSTERKREIS
    assert [u.ort.nummer for u in abschnitt.unberuehrt] == []


def test_the_place_of_an_account_is_named_where_the_list_names_another() -> None:
    (abschnitt,) = report("beispiele/musterkreis", "2025").abschnitte
    quellen = {alte.ort.id: alte.verblieb.quelle for alte, _, _ in abschnitt.gegangene() if alte.verblieb}
    assert {name: quelle for name, quelle in quellen.items() if quelle} == {
        "willkommensmappe": "Auswertung des Integrationskonzepts 2022–2024 (erfunden), Nr. 1"
    }


def test_a_fassung_that_carries_on_no_other_has_nothing_to_account_for() -> None:
    assert report("", "2018").abschnitte == ()


def fassung(name: str, felder: dict[str, dict[str, str]], **rahmen: Any) -> Fassung:
    """Build a Fassung: Handlungsfelder with goals with the ids of their Maßnahmen, those of "" without a goal."""
    return Fassung(
        name,
        Rahmen.model_validate({"titel": f"Plan {name}", "art": "Konzept", "stand": name, **rahmen}),
        tuple(
            Handlungsfeld.model_validate(
                {
                    "id": feld,
                    "nummer": str(nummer),
                    "titel": f"Feld {feld}",
                    "massnahmen": [{"id": m, "text": f"Tun {m}"} for m in ziele.get("", "").split()],
                    "handlungsziele": [
                        {
                            "id": ziel,
                            "nummer": f"{nummer}.{i}",
                            "titel": f"Ziel {ziel}",
                            "massnahmen": [{"id": m, "text": f"Tun {m}"} for m in ids.split()],
                        }
                        for i, (ziel, ids) in enumerate(ziele.items(), 1)
                        if ziel
                    ],
                }
            )
            for nummer, (feld, ziele) in enumerate(felder.items(), 1)
        ),
        dateien=tuple(felder),
    )


def sections(*fassungen: Fassung) -> tuple[Abschnitt, ...]:
    plan = Plan(fassungen=fassungen)
    return verbleib(plan, fassungen[-1]).abschnitte


def test_what_nobody_accounts_for_is_open_and_stands_in_its_place() -> None:
    alt = fassung("2020", {"f": {"": "a", "z": "b c"}, "g": {"y": "d"}})
    neu = fassung("2024", {"f": {"z": "c"}, "g": {"y": "d"}}, vorgaenger="2020")
    (abschnitt,) = sections(alt, neu)
    assert abschnitt.offen == 2
    assert [(alte.ort.id, v.auskunft) for alte, _, _ in abschnitt.gegangene() if (v := alte.verblieb)] == [
        ("a", Auskunft.OFFEN),
        ("b", Auskunft.OFFEN),
    ]
    assert [feld.feld.ort.id for feld in abschnitt.felder] == ["f"]
    assert [gruppe.ziel.ort.id if gruppe.ziel else None for gruppe in abschnitt.felder[0].gruppen] == [
        None,
        "z",
    ]
    assert [alte.ort.id for alte in abschnitt.unberuehrt] == ["g"]


def test_what_moved_is_not_gone() -> None:
    alt = fassung("2020", {"f": {"z": "a b"}, "g": {"y": "c"}})
    neu = fassung("2024", {"f": {"z": "b"}, "g": {"y": "a c"}}, vorgaenger="2020")
    (abschnitt,) = sections(alt, neu)
    assert (list(abschnitt.gegangene()), abschnitt.offen) == ([], 0)


def test_what_a_partial_new_fassung_lacks_is_not_documented() -> None:
    alt = fassung("2020", {"f": {"z": "a b"}})
    neu = fassung("2024", {"f": {"z": "b"}}, vorgaenger="2020", vollstaendig="nein")
    (abschnitt,) = sections(alt, neu)
    assert [v.auskunft for alte, _, _ in abschnitt.gegangene() if (v := alte.verblieb)] == [
        Auskunft.NICHT_BELEGT
    ]
    assert abschnitt.offen == 0


def test_other_fassungen_on_which_a_list_is_carried_come_behind_the_vorgaenger() -> None:
    erste = fassung("2016", {"f": {"z": "a b"}})
    zweite = fassung("2020", {"f": {"z": "b c"}}, vorgaenger="2016", verbleib=_liste("2016", "a"))
    dritte = fassung(
        "2024", {"f": {"z": "b"}}, vorgaenger="2020", verbleib=_liste("2016", "a") | _liste("2020", "c")
    )
    assert [abschnitt.alt.name for abschnitt in sections(erste, zweite, dritte)] == ["2020", "2016"]


def test_a_target_that_nobody_knows_is_named_by_its_id() -> None:
    """Validate refuses it; who renders nevertheless does not lose it."""
    eintrag = {"id": "a", "verbleib": "ersetzt", "ziele": ["weg"], "begruendung": "Darum."}
    neu = fassung("2024", {"f": {}}, vorgaenger="2020", verbleib={"2020": {"eintraege": [eintrag]}})
    (abschnitt,) = sections(fassung("2020", {"f": {"": "a"}}), neu)
    ((alte, _, _),) = abschnitt.gegangene()
    assert alte.verblieb is not None
    assert [(ziel.id, ziel.nummer, ziel.titel) for ziel in alte.verblieb.ziele] == [("weg", None, "weg")]


def _liste(name: str, *ids: str) -> dict[str, Any]:
    eintraege = [{"id": one, "verbleib": "eingestellt", "begruendung": "Darum."} for one in ids]
    return {name: {"eintraege": eintraege}}


@pytest.mark.parametrize(
    ("titel", "text", "zeigt", "beginnt"),
    [
        (None, "Kurse anbieten.", None, True),
        (None, "Kurse anbieten. Und mehr tun.", "Kurse anbieten. Und mehr tun.", True),
        ("Kurse", "Wir bieten Kurse an.", "Wir bieten Kurse an.", False),
        ("Kurse", "Kurse: an drei Orten.", "Kurse: an drei Orten.", True),
        ("Kurse", "kurse.", None, True),
    ],
)
def test_the_wording_is_given_where_it_says_more_than_the_title(
    titel: str | None, text: str, zeigt: str | None, *, beginnt: bool
) -> None:
    feld = {"id": "f", "nummer": "1", "titel": "F", "massnahmen": [{"id": "a", "titel": titel, "text": text}]}
    rahmen = {"titel": "P", "art": "K", "stand": "2020"}
    alt = Fassung(
        "2020", Rahmen.model_validate(rahmen), (Handlungsfeld.model_validate(feld),), dateien=("f",)
    )
    (abschnitt,) = sections(alt, fassung("2024", {"f": {}}, vorgaenger="2020"))
    ((alte, _, _),) = abschnitt.gegangene()
    assert (alte.text, alte.beginnt_mit_titel) == (zeigt, beginnt)


IDS = [f"m{i}" for i in range(8)]


@given(st.lists(st.booleans(), min_size=8, max_size=8), st.lists(st.sampled_from(Verbleibart), max_size=8))
@hypothesis_settings(max_examples=40)
def test_every_missing_id_stands_once_and_the_balance_counts_it(
    bleibt: list[bool], arten: list[Verbleibart]
) -> None:
    alte = {"f": {"": " ".join(IDS[:2]), "z": " ".join(IDS[2:5])}, "g": {"y": " ".join(IDS[5:])}}
    gegangen = [name for name, eins in zip(IDS, bleibt, strict=True) if not eins]
    neue = {
        feld: {ziel: " ".join(set(ids.split()) - set(gegangen)) for ziel, ids in ziele.items()}
        for feld, ziele in alte.items()
    }
    eintraege = [
        {"id": name, "verbleib": art.value, "ziele": ["z"]}
        for name, art in zip(gegangen, arten, strict=False)
    ]
    neu = fassung("2024", neue, vorgaenger="2020", verbleib={"2020": {"eintraege": eintraege}})
    (abschnitt,) = sections(fassung("2020", alte), neu)
    assert [alte.ort.id for alte, _, _ in abschnitt.gegangene()] == gegangen
    bilanz = abschnitt.bilanz[Ebene.MASSNAHME]
    assert sum(bilanz.posten.values()) == bilanz.alt == len(IDS)
    assert bilanz.alt - bilanz.posten[FORTGEFUEHRT] == len(gegangen)
    assert abschnitt.offen == len(gegangen) - len(eintraege)
