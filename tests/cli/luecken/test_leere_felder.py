"""Every document without each thing that may be missing: no gap is printed, no label stands without a value."""

from __future__ import annotations

import pytest

from konzept.diagnostics import Severity

from .felder import FELDER, GELADEN, VOLL, emptied, models, parts
from .werke import faults, write_quickly


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    write_quickly(monkeypatch)


def test_the_full_plan_is_sound_and_leaves_nothing_out() -> None:
    assert [befund for befund in GELADEN.findings if befund.schwere is Severity.FEHLER] == []
    filled = {
        (type(model).__name__, name)
        for model in models(parts(VOLL))
        for name in type(model).model_fields
        if (kind := (type(model).__name__, name)) in FELDER and getattr(model, name) != FELDER[kind]
    }
    assert sorted(set(FELDER) - filled) == []


def test_the_full_plan_has_no_gap() -> None:
    assert faults(VOLL) == []


@pytest.mark.parametrize("model", sorted({model for model, _ in FELDER}))
def test_each_document_without_one_thing(model: str) -> None:
    found = {
        f"{model}.{name}: {fault}"
        for kind, name in FELDER
        if kind == model
        for fault in faults(emptied(VOLL, frozenset({(kind, name)})))
    }
    assert sorted(found) == []


def test_each_document_without_anything_that_may_be_missing() -> None:
    assert faults(emptied(VOLL, frozenset(FELDER))) == []
