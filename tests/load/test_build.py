"""Data to models: every fault is one finding at its line, and what is sound around it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.akteur import Akteurregister
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Rahmen
from konzept.domain.foerderprogramm import Programmregister
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.sachstand import Sachstand
from konzept.load.build import Built, build
from konzept.load.model_shape import field_names, is_required, model_name
from konzept.load.problem_sentences import BY_TYPE
from konzept.load.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from pydantic import BaseModel

FILE = "data/x.yaml"
FIELD = 'id: feld\nnummer: "1"\ntitel: Sprache\n'
FILES: tuple[type[BaseModel], ...] = (
    Einstellungen,
    Akteurregister,
    Programmregister,
    Rahmen,
    Handlungsfeld,
    Sachstand,
)


def read(text: str, model: Any = Handlungsfeld) -> tuple[Any, SourceMap]:
    source = SourceMap()
    data, findings = parse_yaml(text, FILE, source)
    assert findings == []
    return build(model, data, FILE, source), source


def found(text: str, model: type[Any] = Handlungsfeld) -> list[tuple[str, int, int]]:
    built, _ = read(text, model)
    return [(b.code, b.ort.zeile, b.ort.spalte) for b in built.findings]


def test_a_sound_file() -> None:
    built, _ = read(FIELD)
    assert built.findings == []
    assert built.model == Handlungsfeld(id="feld", nummer="1", titel="Sprache")


def test_a_missing_title_does_not_hide_what_is_below_it() -> None:
    text = (
        FIELD
        + 'handlungsziele:\n  - id: ziel\n    nummer: "1.1"\n    massnahmen:\n'
        + "      - {id: kurse, text: Kurse, zustaendigkeiten: [unbekannt]}\n"
    )
    built, _ = read(text)
    assert [b.code for b in built.findings] == ["feld-fehlt"]
    assert built.model.handlungsziele[0].massnahmen[0].zustaendigkeiten[0].akteur == "unbekannt"


def test_several_faults_of_one_file_in_one_run() -> None:
    text = (
        "id: Sprache & Bildung\nnumer: 1\ntitel: [a]\n"
        "massnahmen:\n  - {text: Kurse, kosten: {betrag: viel}}\n  -\n  - {id: b, text: ''}\n"
    )
    assert sorted(found(text), key=lambda f: f[1:]) == [
        ("id-ungueltig", 1, 5),
        ("feld-unbekannt", 2, 1),  # read as the number it means, which is therefore not missing
        ("text-erwartet", 3, 8),
        ("feld-fehlt", 5, 5),
        ("betrag-ungueltig", 5, 36),
        ("eintrag-leer", 6, 4),
        ("text-leer", 7, 19),
    ]


def test_places_follow_when_an_entry_is_taken_out() -> None:
    text = (
        FIELD + "massnahmen:\n"
        "  - [keine, Massnahme]\n"
        "  - {id: b, text: Beratung}\n"
        "  -\n"
        "  - {id: c, text: Kurse}\n"
    )
    built, source = read(text)
    assert [m.id for m in built.model.massnahmen] == ["b", "c"]
    assert source.value((FILE, "massnahmen", 0, "id")).zeile == 6
    assert source.value((FILE, "massnahmen", 1, "id")).zeile == 8


def test_a_placeholder_never_causes_a_finding_of_its_own() -> None:
    text = "akteure:\n  - [kein, Akteur]\n  - {id: a, name: A}\n  - {id: b, name: B, art: verein}\n"
    built, source = read(text, Akteurregister)
    assert [(b.code, b.ort.zeile) for b in built.findings] == [("abschnitt-erwartet", 2), ("feld-fehlt", 3)]
    assert [akteur.id for akteur in built.model.akteure] == ["b"]
    assert source.value((FILE, "akteure", 0, "id")).zeile == 4


def test_ids_of_what_was_given_up_are_remembered() -> None:
    built, _ = read(FIELD + "handlungsziele:\n  - {id: z, nummer: '1', titel: T, massnahmen: {id: m}}\n")
    assert "m" in built.lost_ids


def test_german_day_gets_its_iso_form() -> None:
    built, _ = read("titel: T\nart: Konzept\nstand: 2.11.2020\n", Rahmen)
    assert built.findings[0].hilfe == "Schreiben Sie »2020-11-02«."


def test_impossible_german_day_gets_the_general_remedy() -> None:
    built, _ = read("titel: T\nart: Konzept\nstand: 31.2.2020\n", Rahmen)
    assert "»2020-11«" in built.findings[0].hilfe


@pytest.mark.parametrize("text", ["- a\n- b", "nur Text", "[a]"])
def test_a_file_that_is_no_section(text: str) -> None:
    built, _ = read(text)
    assert built.model is None
    assert [b.code for b in built.findings] == ["abschnitt-erwartet"]


def test_unknown_key_of_a_mapping_with_fixed_keys_is_marked_at_the_key() -> None:
    assert found("staende:\n  fertig: Das ist getan.\n", Einstellungen) == [("wert-unbekannt", 2, 3)]


@pytest.mark.parametrize("model", FILES, ids=lambda model: model.__name__)
@pytest.mark.parametrize("wrong", ["text", ["liste"], {"abschnitt": "x"}, [["a"]], [{"x": "y"}], ""])
def test_every_field_answers_a_wrong_value_in_german(model: type[BaseModel], wrong: Any) -> None:
    """Every error type of pydantic that the models can produce has a sentence of its own."""
    for name in model.model_fields:
        for built in _wrong_everywhere(model, name, wrong):
            for befund in built.findings:
                assert befund.code != "wert-ungueltig", (name, wrong, befund)
                assert "nput should" not in befund.meldung + befund.hilfe


def _wrong_everywhere(model: type[BaseModel], name: str, wrong: Any) -> list[Built[Any]]:
    import copy

    shapes = [wrong, [wrong], {"x": wrong}, {"a": {"b": wrong}}, [{"id": "a", "titel": wrong, "text": wrong}]]
    return [build(model, {name: copy.deepcopy(shape)}, FILE, SourceMap()) for shape in shapes]


def test_the_sentences_are_for_types_that_pydantic_knows() -> None:
    from typing import get_args

    from pydantic_core import core_schema

    own = {"leerer_text", "id_form", "nummer_form", "datum_form", "zeitangabe_form"} | {
        "wahrheit_form",
        "betrag_form",
        "zahl_form",
        "bemerkung_form",
    }
    assert set(BY_TYPE) - own <= set(get_args(core_schema.ErrorType))


def test_shape_of_the_models() -> None:
    path = (FILE, "handlungsziele", 0, "massnahmen", 2, "kosten")
    assert field_names(Handlungsfeld, path) == ["text", "betrag", "waehrung", "jahr"]
    assert model_name(Handlungsfeld, path[:-1]) == "Maßnahme"
    assert is_required(Handlungsfeld, (*path[:-1], "text"))
    assert not is_required(Handlungsfeld, path)
    assert field_names(Rahmen, (FILE, "verbleib", "2018", "eintraege", 0))[:2] == ["id", "verbleib"]
    assert field_names(Handlungsfeld, (FILE, "titel")) == []
