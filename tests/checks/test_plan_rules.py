"""Rules between entries: numbers, bodies, funding, doublets and periods, beyond their smallest examples."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

import pytest

from konzept.checks import doppelungen, foerderung, geltungszeitraeume, nummern, stellenregister
from konzept.diagnostics import SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from konzept.diagnostics import Befund

    Check = Callable[[Plan, SourceMap], Iterator[Befund]]


def fassung(name: str, felder: Sequence[dict[str, Any]] = (), **rahmen: Any) -> Fassung:
    werte = {"titel": "T", "art": "Konzept", "stand": name, **rahmen}
    return Fassung(
        name,
        Rahmen.model_validate(werte),
        tuple(Handlungsfeld.model_validate({"titel": "F", **feld}) for feld in felder),
        datei=f"data/fassungen/{name}.yaml",
        dateien=tuple(f"data/handlungsfelder/{name}/{i}.yaml" for i, _ in enumerate(felder)),
    )


def ziele(feld: str, *zahlen: str) -> dict[str, Any]:
    eintraege = [
        {"id": f"z-{zahl.lower()}".replace(".", "-"), "nummer": zahl, "titel": "Z"} for zahl in zahlen
    ]
    return {"id": f"f-{feld}".lower(), "nummer": feld, "handlungsziele": eintraege}


def massnahmen(*eintraege: dict[str, Any]) -> dict[str, Any]:
    return {"id": "f", "nummer": "1", "massnahmen": [{"text": "Text", **one} for one in eintraege]}


def told(check: Check, plan: Plan) -> list[str]:
    return [befund.meldung for befund in check(plan, SourceMap())]


# --- numbers


@pytest.mark.parametrize(
    ("feld", "zahlen", "fehlt"),
    [
        ("5", ("5.1", "5.2", "5.3"), []),
        ("5", ("5.1", "5.2", "5.3", "5.5"), ["Zwischen 5.3 und 5.5 fehlt 5.4"]),
        ("3", ("3.1", "3.2", "3.3", "3.4", "3.4.1", "3.5"), []),
        ("5", ("5.2", "5.3", "5.4"), ["Die Zählung beginnt mit 5.2; davor fehlt 5.1"]),
        ("5", ("5.8", "5.9", "5.10", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7"), []),
        ("5", ("5.10", "5.20", "5.30"), []),  # counted in tens
        ("5", ("5.1", "5.9"), []),
        ("B", ("B.1", "B.2", "B.4"), ["Zwischen B.2 und B.4 fehlt B.3"]),
        ("5", ("I", "II", "IV"), []),
    ],
)
def test_a_number_that_is_left_out_is_named(feld: str, zahlen: tuple[str, ...], fehlt: list[str]) -> None:
    gefunden = told(nummern.luecken, Plan(fassungen=(fassung("2020", [ziele(feld, *zahlen)]),)))
    assert [satz.partition(" (")[0] for satz in gefunden] == fehlt


def test_a_missing_field_is_named_and_a_partial_fassung_left_in_peace() -> None:
    felder = [ziele(zahl) for zahl in ("1", "2", "4")]
    assert told(nummern.luecken, Plan(fassungen=(fassung("2020", felder),))) == [
        "Zwischen 2 und 4 fehlt 3 (Handlungsfeld, Fassung 2020)."
    ]
    assert told(nummern.luecken, Plan(fassungen=(fassung("2020", felder, vollstaendig="false"),))) == []


@pytest.mark.parametrize(
    ("zahlen", "falsch"),
    [
        (("5.1", "5.2", "5.9", "5.10"), []),
        (("5.10", "5.9"), ["Die Nummer 5.10 steht vor 5.9."]),
        (("5.1", "5.4", "5.2", "5.3"), ["Die Nummer 5.4 steht vor 5.2."]),
        (("5.2", "5.3", "5.1"), ["Die Nummer 5.1 steht hinter 5.3."]),
        (("3.4", "3.4.1", "3.5"), []),
    ],
)
def test_the_fewest_numbers_out_of_order_are_named(zahlen: tuple[str, ...], falsch: list[str]) -> None:
    assert told(nummern.reihenfolge, Plan(fassungen=(fassung("2020", [ziele("5", *zahlen)]),))) == falsch


@pytest.mark.parametrize(
    ("feld", "zahl", "fremd"),
    [
        ("3", "3.4.1", False),
        ("5", "4.1", True),
        ("5", "5.10", False),
        ("5", "51.1", True),
        ("5", "1", False),  # counted through
        ("B", "1.2", False),  # counted in different ways
        ("B", "A.2", True),
        ("Handlungsfeld 5", "5.1", False),
    ],
)
def test_a_goal_has_a_number_of_its_field(feld: str, zahl: str, *, fremd: bool) -> None:
    eines = {**ziele(feld, zahl), "id": "feld"}
    assert bool(told(nummern.eltern, Plan(fassungen=(fassung("2020", [eines]),)))) == fremd


# --- bodies and funding


def akteur(ident: str, **felder: str) -> Akteur:
    return Akteur.model_validate({"id": ident, "name": ident.capitalize(), "art": "verein", **felder})


@pytest.mark.parametrize(
    ("bis", "termin", "grund"),
    [
        ("2019", "fortlaufend", "die Fassung 2020 beginnt erst am 1.1.2020"),
        ("2021-06-30", "bis Ende 2021", "die Maßnahme geht bis 31.12.2021"),
        ("2021", "bis Ende 2021", None),
        ("2022", "fortlaufend", "die Maßnahme geht bis 31.12.2023"),
        ("2022", "nach Bedarf", None),
        ("2023", "fortlaufend", None),
    ],
)
def test_a_body_exists_as_long_as_its_part_lasts(bis: str, termin: str, grund: str | None) -> None:
    feld = massnahmen({"id": "m", "termin": termin, "zustaendigkeiten": ["alt"]})
    one = fassung("2020", [feld], gilt_von="2020", gilt_bis="2023")
    register = (akteur("alt", gueltig_bis=bis, nachfolger="neu"), akteur("neu"))
    befunde = list(stellenregister.aufgeloeste(Plan(akteure=register, fassungen=(one,)), SourceMap()))
    assert [befund.meldung for befund in befunde] == (
        [f"»alt« besteht nur bis {bis}; {grund}."] if grund else []
    )
    assert all("»neu« (Neu)" in befund.hilfe for befund in befunde)


def test_in_a_fassung_that_was_carried_on_a_body_may_have_ended() -> None:
    feld = massnahmen({"id": "m", "termin": "fortlaufend", "zustaendigkeiten": ["alt"]})
    alt = fassung("2020", [feld], gilt_von="2020", gilt_bis="2023")
    neu = fassung("2024", vorgaenger="2020")
    register = (akteur("alt", gueltig_bis="2021"),)
    assert told(stellenregister.aufgeloeste, Plan(akteure=register, fassungen=(alt, neu))) == []


def test_a_body_is_named_or_stands_above_or_behind_one_that_is() -> None:
    feld = massnahmen({"id": "m", "zustaendigkeiten": ["amt"]})
    log = Sachstand.model_validate(
        {
            "eintraege": [
                *(
                    {
                        "am": "2020-05-05",
                        "erfasst": "2020-05-05",
                        "massnahme": "m",
                        "stand": "laufend",
                        "von": "melder",
                    },
                )
            ]
        }
    )
    basis = fassung("2020", [feld])
    one = Fassung(basis.id, basis.rahmen, basis.handlungsfelder, log, basis.datei, basis.dateien)
    register = (
        akteur("amt", gehoert_zu="kreis", nachfolger="neues-amt"),
        akteur("kreis", gehoert_zu="land"),
        *(akteur(name) for name in ("land", "neues-amt", "melder", "niemand")),
        akteur("ausschuss", art="gremium"),
        akteur("doppelt", name="AMT"),
    )
    assert told(stellenregister.ohne_massnahme, Plan(akteure=register, fassungen=(one,))) == [
        "»niemand« (Niemand) ist in keiner Fassung an einer Maßnahme beteiligt."
    ]
    teil = fassung("2020", [feld], vollstaendig="false")
    assert told(stellenregister.ohne_massnahme, Plan(akteure=register, fassungen=(teil,))) == []


@pytest.mark.parametrize(
    ("zeitraeume", "termin", "endet"),
    [
        (("2019–2021",), "bis Ende 2022", "endet am 31.12.2021, die Maßnahme geht aber bis zum 31.12.2022"),
        (("2019–2022",), "bis Ende 2022", None),
        (("2019–2021", "2022–2023"), "bis Ende 2022", None),
        (("2019–2021", "seit 2018"), "bis Ende 2022", None),
        (("ab 2019",), "bis Ende 2022", None),
        (("jährlich",), "bis Ende 2022", None),
        (("2018–2019",), "fortlaufend", "endet am 31.12.2019, die Fassung 2020 beginnt erst am 1.1.2020"),
        (("2019–2021",), "fortlaufend", None),
    ],
)
def test_funding_lasts_as_long_as_the_massnahme(
    zeitraeume: tuple[str, ...], termin: str, endet: str | None
) -> None:
    programme = tuple(
        Foerderprogramm.model_validate({"id": f"p-{i}", "name": "P", "zeitraum": zeitraum})
        for i, zeitraum in enumerate(zeitraeume)
    )
    feld = massnahmen(
        {"id": "m", "termin": termin, "foerderungen": [{"programm": one.id} for one in programme]}
    )
    one = fassung("2020", [feld], gilt_von="2020", gilt_bis="2023")
    gefunden = told(foerderung.endet_vorher, Plan(foerderprogramme=programme, fassungen=(one,)))
    assert len(gefunden) == (endet is not None)
    assert all(str(endet) in satz for satz in gefunden)


# --- the same Maßnahme twice

KURSE = "Deutschkurse mit Kinderbetreuung in Gemeinschaftsunterkünften am Abend"
FAST = "In Gemeinschaftsunterkünften abends Deutschkurse mit Kinderbetreuung"


@pytest.mark.parametrize(
    ("texte", "gleich", "aehnlich"),
    [
        ((KURSE, KURSE.upper() + "!"), 1, 0),
        ((KURSE, FAST), 0, 1),
        ((KURSE, FAST, KURSE), 1, 1),
        ((KURSE, "Kinderbetreuung in Kitas"), 0, 0),
        (("Beratung anbieten", "Beratung anbieten"), 0, 0),
    ],
)
def test_the_same_massnahme_is_named_once(texte: tuple[str, ...], gleich: int, aehnlich: int) -> None:
    feld = massnahmen(*({"id": f"m-{i}", "text": text} for i, text in enumerate(texte)))
    plan = Plan(fassungen=(fassung("2020", [feld]),))
    assert (len(told(doppelungen.gleiche, plan)), len(told(doppelungen.aehnliche, plan))) == (
        gleich,
        aehnlich,
    )


@pytest.mark.parametrize("text", [KURSE, FAST])
@pytest.mark.parametrize(
    ("hier", "dort"), [("m-1", None), (None, "m-0"), ("f", None)], ids=["back", "forth", "field"]
)
def test_a_querbezug_says_that_it_is_meant(text: str, hier: str | None, dort: str | None) -> None:
    eintraege: list[dict[str, Any]] = [{"id": "m-0", "text": KURSE}, {"id": "m-1", "text": text}]
    for eintrag, ziel in zip(eintraege, (hier, dort), strict=True):
        if ziel:
            eintrag["querbezuege"] = [{"ziel": ziel, "art": "identisch"}]
    plan = Plan(fassungen=(fassung("2020", [massnahmen(*eintraege)]),))
    assert [*told(doppelungen.gleiche, plan), *told(doppelungen.aehnliche, plan)] == []


def test_ten_thousand_massnahmen_take_seconds_at_most() -> None:
    dice = random.Random(7)  # noqa: S311  a made-up plan, no secret
    woerter = ["".join(dice.choices("bdfglmnprstaeiou", k=dice.randint(5, 9))) for _ in range(60_000)]
    eintraege = [{"id": f"m-{i}", "text": " ".join(dice.choices(woerter, k=25))} for i in range(10_000)]
    eintraege[9_999]["text"] = eintraege[0]["text"] + " zusätzlich"
    plan = Plan(fassungen=(fassung("2020", [massnahmen(*eintraege)]),))
    start = time.process_time()
    assert told(doppelungen.aehnliche, plan) == ["Die Maßnahme »m-9999« gleicht »m-0« sehr."]
    assert told(doppelungen.gleiche, plan) == []
    assert time.process_time() - start < 10


# --- periods


@pytest.mark.parametrize(
    ("alt", "neu", "luecke", "zugleich"),
    [
        (("2018", "2019"), ("2020", None), 0, 0),
        (("2018", "2019"), ("2020-01-02", None), 1, 0),
        (("2018", "2023"), ("2020", None), 0, 0),  # a successor ends its Vorgänger
        (("2018", None), ("2020", None), 0, 0),
        (("2018", None), ("2018", None), 0, 1),
        (("2019", None), ("2018", None), 0, 1),
        ((None, "2019"), (None, None), 0, 0),
    ],
)
def test_a_successor_follows_without_gap_and_overlap(
    alt: tuple[str | None, str | None], neu: tuple[str | None, str | None], luecke: int, zugleich: int
) -> None:
    def zeit(von: str | None, bis: str | None) -> dict[str, Any]:
        return {name: wert for name, wert in (("gilt_von", von), ("gilt_bis", bis)) if wert}

    plan = Plan(fassungen=(fassung("2018", **zeit(*alt)), fassung("2020", vorgaenger="2018", **zeit(*neu))))
    assert len(told(geltungszeitraeume.luecken, plan)) == luecke
    ueber = [*told(geltungszeitraeume.ueberschneidungen, plan), *told(geltungszeitraeume.folgen, plan)]
    assert len(ueber) == zugleich


def test_two_successors_of_one_fassung_are_in_force_together() -> None:
    plan = Plan(
        fassungen=(
            fassung("2018", gilt_von="2018"),
            fassung("2020", vorgaenger="2018", gilt_von="2020", gilt_bis="2022"),
            fassung("2021", vorgaenger="2018", gilt_von="2021"),
        )
    )
    assert told(geltungszeitraeume.ueberschneidungen, plan) == [
        "Vom 1.1.2021 bis 31.12.2022 gelten die Fassungen 2020 und 2021 zugleich."
    ]
