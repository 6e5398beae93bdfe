"""With a plan the schemas offer its own ids with their names, and mark what it does not have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest
import yaml

from konzept.domain.werte import Id
from konzept.load import load_plan
from konzept.render.schema import MODELS, schema_json
from konzept.render.schema_plan import AKTEUR, FASSUNG, LEITZIEL, PROGRAMM, STELLE, VERWEISE, eigene_werte
from konzept.render.schema_texte import ABSCHNITTE

ROOT = Path(__file__).parent.parent.parent
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
PLAN = load_plan(MUSTERKREIS).plan
OWN = eigene_werte(PLAN)
MODELS_WITH_TEXTS = list(ABSCHNITTE)
PLACES = {
    "konzept": "konzept.yaml",
    "akteure": "akteure.yaml",
    "foerderprogramme": "foerderprogramme.yaml",
    "fassung": "fassungen/*.yaml",
    "handlungsfeld": "handlungsfelder/*/*.yaml",
    "sachstand": "sachstand/*.yaml",
    "indikatoren": "indikatoren/*.yaml",
}
FILES = [
    (kind, file) for kind, place in PLACES.items() for file in sorted((MUSTERKREIS / "data").glob(place))
]
HEAD = {"id": "feld", "nummer": "1", "titel": "Feld"}


def errors(kind: str, content: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(json.loads(schema_json(kind, OWN)))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(content)]


def massnahme(**felder: Any) -> dict[str, Any]:
    return {**HEAD, "massnahmen": [{"id": "kurse", "text": "Kurse", **felder}]}


@pytest.mark.parametrize(("kind", "file"), FILES, ids=lambda value: str(value)[-40:])
def test_the_files_of_the_plan_keep_its_own_schema(kind: str, file: Path) -> None:
    content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - a loader of texts only
    assert [error for error in errors(kind, content) if "nummer" not in error] == []


@pytest.mark.parametrize("kind", MODELS)
def test_it_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_json(kind, OWN)))


def test_the_names_stand_beside_the_ids() -> None:
    choice = json.loads(schema_json("handlungsfeld", OWN))["$defs"][AKTEUR]
    names = dict(zip(choice["enum"], choice["enumDescriptions"], strict=True))
    assert names == {akteur.id: akteur.name for akteur in PLAN.akteure}
    assert names["jobcenter"] == "Jobcenter Musterkreis"


def test_what_the_plan_does_not_have_is_marked() -> None:
    akteur, programm = PLAN.akteure[0].id, PLAN.foerderprogramme[0].id
    assert errors("handlungsfeld", massnahme(zustaendigkeiten=[akteur, {"akteur": akteur}])) == []
    assert errors("handlungsfeld", massnahme(foerderungen=[{"programm": programm}])) == []
    for wrong in (
        massnahme(zustaendigkeiten=["niemand"]),
        massnahme(zustaendigkeiten=[{"akteur": "niemand"}]),
        massnahme(foerderungen=[{"programm": "keines"}]),
        massnahme(querbezuege=[{"ziel": "nirgends", "art": "siehe"}]),
        {**HEAD, "handlungsziele": [{**HEAD, "leitziele": ["keines"]}]},
    ):
        assert len(errors("handlungsfeld", wrong)) == 1
        assert jsonschema.Draft202012Validator(json.loads(schema_json("handlungsfeld"))).is_valid(wrong)


def test_a_fassung_is_named_with_quotes_or_without() -> None:
    for name in ("2022", 2022):
        assert errors("konzept", {"fassung": name}) == []
    assert len(errors("konzept", {"fassung": "2002"})) == 1
    assert len(errors("fassung", {"titel": "T", "art": "A", "stand": 2025, "verbleib": {"2002": {}}})) == 1


def test_every_reference_has_its_ids() -> None:
    assert set(OWN.gruppen) == set(VERWEISE.values())
    assert all(OWN.gruppen[group] for group in (AKTEUR, PROGRAMM, FASSUNG, LEITZIEL, STELLE))
    stellen = [stelle.id for fassung in PLAN.fassungen for stelle in fassung.stellen()]
    assert set(OWN.gruppen[STELLE]) == set(stellen)


def test_every_field_that_holds_the_id_of_something_else_is_a_reference() -> None:
    """A new field that names something by its id is to be offered, too; ``id`` is what a thing is called itself."""
    holding_ids = {
        (model, name)
        for model in MODELS_WITH_TEXTS
        for name, hint in get_type_hints(model, include_extras=True).items()
        if hint == Id or Id in get_args(hint)
    }
    assert {(model, name) for model, name in holding_ids if name != "id"} <= set(VERWEISE)
    assert len(holding_ids) > len(VERWEISE)
