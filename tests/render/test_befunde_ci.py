"""Findings for GitHub and GitLab, read back as their programs read them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.diagnostics import Befund, Location, Severity, Verwandt
from konzept.domain.plan import Plan
from konzept.render.befunde_ci import befunde_github, befunde_gitlab

BEFUND = Befund(
    "id-doppelt",
    Severity.FEHLER,
    Location("data/1 a,b:c%.yaml", 9, 5, 4),
    "100 % doppelt::»a, b«.",
    "Erst\ndies.",
    "x",
    (Verwandt(Location("data/2.yaml", 3)),),
)


def taken_back(line: str) -> tuple[str, dict[str, str], str] | None:
    """Read a workflow command as the runner does (actions/runner, ActionCommand.TryParseV2)."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    info, _, data = line[2:].partition("::")
    command, _, properties = info.partition(" ")
    found = {}
    for part in filter(None, properties.strip().split(",")):
        name, _, value = part.partition("=")
        for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
            value = value.replace(code, sign)
        found[name] = value
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        data = data.replace(code, sign)
    return command, found, data


def test_github_has_one_command_per_finding_and_the_sums_for_the_log() -> None:
    assert befunde_github([BEFUND], Plan()) == (
        "::error file=data/1 a%2Cb%3Ac%25.yaml,line=9,col=5,endColumn=9,title=id-doppelt"
        "::100 %25 doppelt::»a, b«.%0AZuerst hier: data/2.yaml:3%0AHilfe: Erst%0Adies.\n"
        "Geprüft: 0 Fassungen, 0 Handlungsfelder, 0 Handlungsziele, 0 Maßnahmen.\n"
        "Ergebnis: 1 Fehler, 0 Warnungen, 0 Hinweise.\n"
    )


@pytest.mark.parametrize(
    ("schwere", "command", "grade"),
    [
        (Severity.FEHLER, "error", "major"),
        (Severity.WARNUNG, "warning", "minor"),
        (Severity.HINWEIS, "notice", "info"),
    ],
)
def test_severities(schwere: Severity, command: str, grade: str) -> None:
    befund = Befund("c", schwere, Location("x"), "M")
    assert befunde_github([befund], Plan()).startswith(f"::{command} file=x,")
    assert json.loads(befunde_gitlab([befund]))[0]["severity"] == grade


def test_paths_start_at_the_top_of_the_repository() -> None:
    parsed = taken_back(befunde_github([BEFUND], Plan(), "plan/").splitlines()[0])
    assert parsed is not None
    assert parsed[1]["file"] == "plan/data/1 a,b:c%.yaml"
    assert "plan/data/2.yaml:3" in parsed[2]
    assert json.loads(befunde_gitlab([BEFUND], "plan/"))[0]["location"]["path"] == "plan/data/1 a,b:c%.yaml"


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(TEXTS, TEXTS, st.text("a:,%=; \n", min_size=1, max_size=9))
def test_whatever_stands_in_a_plan_is_one_command_that_says_it(meldung: str, hilfe: str, datei: str) -> None:
    befund = Befund("c", Severity.FEHLER, Location(f"data/{datei}x", 2, 3, 4), meldung, hilfe)
    lines = befunde_github([befund], Plan()).split("\n")
    assert len(lines) == 4
    parsed = taken_back(lines[0])
    assert parsed is not None
    command, properties, data = parsed
    assert command == "error"
    assert properties == {
        "file": f"data/{datei}x",
        "line": "2",
        "col": "3",
        "endColumn": "7",
        "title": "c",
    }
    # a control character is shown, not sent: the log is a terminal
    assert not [sign for sign in data if sign < " " and sign != "\n"]
    assert [taken_back(line) for line in lines[1:]] == [None, None, None]


def test_gitlab_has_the_fields_of_its_report_and_no_others() -> None:
    content: list[dict[str, Any]] = json.loads(befunde_gitlab([BEFUND]))
    assert content == [
        {
            "description": "100 % doppelt::»a, b«. Zuerst hier: data/2.yaml:3 Hilfe: Erst dies.",
            "check_name": "id-doppelt",
            "fingerprint": content[0]["fingerprint"],
            "severity": "major",
            "location": {"path": "data/1 a,b:c%.yaml", "lines": {"begin": 9}},
        }
    ]
    assert json.loads(befunde_gitlab([])) == []
