"""The register in itself: circles, entries that are one body, and costs that are said twice."""

from __future__ import annotations

from typing import Any

import pytest

from konzept.checks.akteure import doppelte, im_kreis
from konzept.checks.kosten import doppelte as kosten_doppelt
from konzept.diagnostics import SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan


def register(*akteure: dict[str, Any]) -> Plan:
    return Plan(akteure=tuple(Akteur.model_validate({"art": "verwaltung", **one}) for one in akteure))


def chain(feld: str, *pairs: tuple[str, str]) -> Plan:
    """Return a register whose bodies point at each other; an empty target is none."""
    return register(*({"id": a, "name": a.upper()} | ({feld: b} if b else {}) for a, b in pairs))


@pytest.mark.parametrize("feld", ["gehoert_zu", "nachfolger"])
@pytest.mark.parametrize(
    ("pairs", "ways"),
    [
        ([("a", "b"), ("b", "")], []),
        ([("a", "b"), ("b", "c"), ("c", ""), ("d", "c")], []),
        ([("a", "fremd")], []),
        ([("a", "a")], ["sich selbst."]),
        ([("a", "b"), ("b", "a")], ["a → b → a."]),
        # what leads into a circle is not in it
        ([("z", "b"), ("b", "c"), ("c", "d"), ("d", "b")], ["b → c → d → b."]),
        ([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")], ["a → b → a.", "c → d → c."]),
        ([("b", "a"), ("a", "b"), ("a", "")], ["b → a → b."]),  # of a doubled id the first counts
    ],
)
def test_each_circle_is_named_once(feld: str, pairs: list[tuple[str, str]], ways: list[str]) -> None:
    befunde = list(im_kreis(chain(feld, *pairs), SourceMap()))
    assert len(befunde) == len(ways)
    for befund, way in zip(befunde, ways, strict=True):
        assert befund.code == "akteur-im-kreis"
        assert befund.meldung.endswith(way)


def test_a_long_chain_takes_no_time() -> None:
    names = [f"a{i}" for i in range(20_000)]
    plan = chain("gehoert_zu", *zip(names, [*names[1:], names[0]], strict=True))
    assert len(list(im_kreis(plan, SourceMap()))) == 1


@pytest.mark.parametrize(
    ("eins", "zwei", "named"),
    [
        ({"name": "Jugendamt"}, {"name": "Jugendamt"}, True),
        ({"name": "Jugendamt"}, {"name": " jugendamt"}, True),
        ({"name": "Amt für  Jugend"}, {"name": "Amt für Jugend"}, True),
        ({"name": "Jugendamt", "aliasse": ["JA"]}, {"name": "JA"}, True),
        ({"name": "JA"}, {"name": "Jugendamt", "aliasse": ["ja"]}, True),
        ({"name": "Jugendamt"}, {"name": "Sozialamt"}, False),
        ({"name": "Jugendamt", "aliasse": ["Amt"]}, {"name": "Sozialamt", "aliasse": ["Amt"]}, False),
        ({"name": "Jugendamt", "kurz": "JA"}, {"name": "Jobagentur", "kurz": "JA"}, False),
        # one after the other: a new body with the old name
        ({"name": "Jugendamt", "gueltig_bis": "2020"}, {"name": "Jugendamt", "gueltig_von": "2021"}, False),
        ({"name": "Jugendamt", "gueltig_von": "2021"}, {"name": "Jugendamt", "gueltig_bis": "2020"}, False),
        ({"name": "Jugendamt", "gueltig_bis": "2022"}, {"name": "Jugendamt", "gueltig_von": "2021"}, True),
        ({"name": "Jugendamt", "gueltig_bis": "2020"}, {"name": "Jugendamt"}, True),
    ],
)
def test_one_body_stands_in_the_register_once(
    eins: dict[str, Any], zwei: dict[str, Any], *, named: bool
) -> None:
    befunde = list(doppelte(register({"id": "eins", **eins}, {"id": "zwei", **zwei}), SourceMap()))
    assert [befund.code for befund in befunde] == ["akteur-doppelt"] * named
    assert all("als »eins«" in befund.meldung for befund in befunde)


def test_a_doubled_id_has_its_own_finding() -> None:
    assert list(doppelte(register({"id": "a", "name": "A"}, {"id": "a", "name": "A"}), SourceMap())) == []


@pytest.mark.parametrize(
    ("kosten", "named"),
    [
        (None, False),
        ("nicht bezifferbar", False),
        ({"text": "rund 9.000 Euro"}, False),
        ({"betrag": "9000", "jahr": "2021"}, False),
        ({"betrag": "9000", "text": "rund"}, True),
        ({"betrag": "0", "text": "nichts"}, True),
    ],
)
def test_costs_are_a_text_or_an_amount(kosten: Any, *, named: bool) -> None:
    feld = Handlungsfeld.model_validate(
        {"id": "f", "nummer": "1", "titel": "F", "massnahmen": [{"id": "m", "text": "M", "kosten": kosten}]}
    )
    rahmen = Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": "2020"})
    plan = Plan(fassungen=(Fassung("2020", rahmen, (feld,), dateien=("f.yaml",)),))
    assert [befund.code for befund in kosten_doppelt(plan, SourceMap())] == ["kosten-doppelt"] * named
