"""Findings for the pages of GitHub and GitLab: workflow commands, and the Code Quality report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.diagnostics import Severity
from konzept.render.befunde import summary
from konzept.render.befunde_fingerabdruck import fingerabdruecke
from konzept.render.table import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.diagnostics import Befund
    from konzept.domain.plan import Plan

COMMANDS = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "notice"}
GRADES = {Severity.FEHLER: "major", Severity.WARNUNG: "minor", Severity.HINWEIS: "info"}
"""GitLab's words; »blocker« and »critical« stay free for what endangers more than a document."""


def befunde_github(findings: Sequence[Befund], plan: Plan, ordner: str = "") -> str:
    """Write one workflow command per finding and, for the log, what was looked at.

    ``ordner`` is the plan's folder within the repository, with a slash at its end, or empty. Columns count from 1, the
    last is the one behind the stretch. The escapes are those that the runner takes back
    (actions/runner, ActionCommand.cs).
    """
    return "".join(_command(befund, ordner) for befund in findings) + summary(findings, plan)


def _command(befund: Befund, ordner: str) -> str:
    ort = befund.ort
    properties = {
        "file": ordner + ort.datei,
        "line": str(ort.zeile),
        "col": str(ort.spalte),
        "endColumn": str(ort.spalte + ort.laenge),
        "title": befund.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[befund.schwere]} {written}::{_data(whole_message(befund, ordner))}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def befunde_gitlab(findings: Sequence[Befund], ordner: str = "") -> str:
    """Write the Code Quality report: a JSON list; ``ordner`` as above."""
    report = [
        {
            "description": visible(whole_message(befund, ordner)).replace("\n", " "),
            "check_name": befund.code,
            "fingerprint": fingerprint,
            "severity": GRADES[befund.schwere],
            "location": {"path": ordner + befund.ort.datei, "lines": {"begin": befund.ort.zeile}},
        }
        for befund, fingerprint in zip(findings, fingerabdruecke(findings), strict=True)
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def whole_message(befund: Befund, ordner: str = "") -> str:
    """Say all that a reader without the file before him needs: the sentence, the other places, the remedy."""
    related = [f"{one.text}: {ordner}{one.ort.datei}:{one.ort.zeile}" for one in befund.verwandte]
    remedy = [f"Hilfe: {befund.hilfe}"] if befund.hilfe else []
    return "\n".join([befund.meldung.replace("\n", " "), *map(_capital, related), *remedy])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
