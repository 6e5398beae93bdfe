"""Keys that are nearly right: one finding each, and nothing below them is hidden."""

from __future__ import annotations

import pytest

from konzept.diagnostics import SourceMap
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.load.build import build
from konzept.load.yaml_tree import parse_yaml

FELD = 'id: feld\nnummer: "1"\ntitel: Feld\n'


def findings_of(text: str) -> tuple[Handlungsfeld | None, list[tuple[int, str, str]]]:
    source = SourceMap()
    data, syntax = parse_yaml(text, "f.yaml", source)
    assert syntax == []
    built = build(Handlungsfeld, data, "f.yaml", source)
    return built.model, sorted((b.ort.zeile, b.code, b.auszug or "") for b in built.findings)


def test_what_stands_below_a_misspelt_key_is_read_and_judged() -> None:
    model, findings = findings_of(
        FELD
        + 'handlungsziel:\n  - id: Ziel!\n    nummer: "1.1"\n    titel: Ziel\n'
        + "    massnamen:\n      - {id: m, txt: Beraten, zustaendigkeit: [amt]}\n      - {id: n, text: }\n"
    )
    assert findings == [
        (4, "feld-unbekannt", "handlungsziel:"),
        (5, "id-ungueltig", "  - id: Ziel!"),
        (8, "feld-unbekannt", "    massnamen:"),
        (9, "feld-unbekannt", "      - {id: m, txt: Beraten, zustaendigkeit: [amt]}"),
        (9, "feld-unbekannt", "      - {id: m, txt: Beraten, zustaendigkeit: [amt]}"),
        (10, "feld-leer", "      - {id: n, text: }"),
    ]
    assert model is not None
    massnahme = model.handlungsziele[0].massnahmen[0]
    assert (massnahme.text, massnahme.zustaendigkeiten[0].akteur) == ("Beraten", "amt")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("titl: Noch einer\n", [(4, "feld-unbekannt")], id="the field it means is there"),
        pytest.param("farbe: blau\n", [(4, "feld-unbekannt")], id="it means no field"),
        pytest.param("handlungszielen: keine\n", [(4, "feld-unbekannt")], id="the value does not fit"),
        pytest.param(
            "massnahme: []\nmasnahmen: []\n", [(4, "feld-unbekannt"), (5, "feld-unbekannt")], id="twice"
        ),
        pytest.param("einleitng: Text\n", [(4, "feld-unbekannt")], id="an optional text"),
    ],
)
def test_a_misspelt_key_has_one_finding(lines: str, expected: list[tuple[int, str]]) -> None:
    model, findings = findings_of(FELD + lines)
    assert model is not None
    assert [(line, code) for line, code, _ in findings] == expected


def test_a_misspelt_required_key_is_not_missing_as_well() -> None:
    model, findings = findings_of('id: feld\nnumer: "1"\ntittel: Feld\n')
    assert [(line, code) for line, code, _ in findings] == [(2, "feld-unbekannt"), (3, "feld-unbekannt")]
    assert model is not None
    assert (model.nummer, model.titel) == ("1", "Feld")
