"""Findings as SARIF 2.1.0 (OASIS), the format that GitHub and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from konzept.diagnostics import Severity
from konzept.domain.saetze import AUSLASSUNG, erste_saetze
from konzept.render.befunde_fingerabdruck import fingerabdruecke
from konzept.render.table import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from konzept.diagnostics import Befund, Location

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.FEHLER: "error", Severity.WARNUNG: "warning", Severity.HINWEIS: "note"}
ROOT = "%SRCROOT%"
"""The name under which readers know the folder that paths start from."""
FINGERPRINT = "konzeptBefund/v1"
UNEXPLAINED = "Eine Regel von konzept; mehr sagt »konzept explain«."


class Regel(Protocol):
    """What the catalogue says of a code."""

    @property
    def code(self) -> str:
        """The code itself."""

    @property
    def kurz(self) -> str:
        """What is wrong, in a few words."""

    @property
    def schwere(self) -> Severity:
        """Its severity where the plan sets no other."""

    @property
    def warum(self) -> str:
        """Why it matters, in a sentence or two."""

    @property
    def falsch(self) -> str:
        """A wrong stretch of a file, or nothing."""

    @property
    def richtig(self) -> str:
        """The same stretch put right."""

    @property
    def abhilfe(self) -> str:
        """What to do where no stretch is at fault."""


def befunde_sarif(findings: Sequence[Befund], regeln: Iterable[Regel], version: str, ordner: str = "") -> str:
    """Write one run with all findings.

    ``regeln`` is the catalogue, ``version`` that of konzept, ``ordner`` the plan's folder within the repository, with
    a slash at its end, or empty. Paths are relative, no place on this machine is named, nothing depends on the clock.
    """
    rules = [_rule(regel) for regel in regeln]
    known = {rule["id"]: rule for rule in rules}
    new = {befund.code: befund.schwere for befund in findings if befund.code not in known}
    rules += [_bare_rule(code, new[code]) for code in sorted(new)]
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "konzept", "semanticVersion": version, "language": "de", "rules": rules}},
        "language": "de",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "Der Ordner, von dem aus die Pfade zählen."}},
        },
        "results": [
            _result(befund, numbers[befund.code], fingerprint, ordner)
            for befund, fingerprint in zip(findings, fingerabdruecke(findings), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(befund: Befund, number: int, fingerprint: str, ordner: str) -> dict[str, Any]:
    lines = [_plain(befund.meldung.replace("\n", " "))]
    lines += [f"[{_link_text(one.text)}]({i})" for i, one in enumerate(befund.verwandte, 1)]
    lines += [_plain(f"Hilfe: {befund.hilfe}")] if befund.hilfe else []
    result: dict[str, Any] = {
        "ruleId": befund.code,
        "ruleIndex": number,
        "level": LEVELS[befund.schwere],
        "message": {"text": "\n".join(lines)},
        "locations": [{"physicalLocation": _physical(befund.ort, ordner)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if befund.verwandte:
        result["relatedLocations"] = [
            {"id": i, "physicalLocation": _physical(one.ort, ordner), "message": {"text": _plain(one.text)}}
            for i, one in enumerate(befund.verwandte, 1)
        ]
    return result


def _physical(ort: Location, ordner: str) -> dict[str, Any]:
    return {
        # a name on the disk may hold bytes that are no UTF-8: they come back as they were
        "artifactLocation": {"uri": quote(ordner + ort.datei, errors="surrogateescape"), "uriBaseId": ROOT},
        "region": {
            "startLine": ort.zeile,
            "startColumn": ort.spalte,
            "endLine": ort.zeile,
            "endColumn": ort.spalte + ort.laenge,
        },
    }


def _plain(text: str) -> str:
    """Keep a text from being taken for a link or a placeholder (SARIF 3.11.5 and 3.11.6)."""
    return visible(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _link_text(text: str) -> str:
    return _plain(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _rule(regel: Regel) -> dict[str, Any]:
    if not regel.warum:
        return _bare_rule(regel.code, regel.schwere)
    if regel.falsch:
        text = f"Falsch:\n{regel.falsch}\n\nRichtig:\n{regel.richtig}"
        markdown = f"Falsch:\n\n{_fenced(regel.falsch)}\n\nRichtig:\n\n{_fenced(regel.richtig)}"
    else:
        text = markdown = regel.abhilfe or regel.warum
    return {
        "id": regel.code,
        "shortDescription": {"text": regel.kurz or erste_saetze(regel.warum, 1).removesuffix(AUSLASSUNG)},
        "fullDescription": {"text": regel.warum},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[regel.schwere]},
    }


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}yaml\n{text}\n{fence}"


def _bare_rule(code: str, schwere: Severity) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": code},
        "fullDescription": {"text": UNEXPLAINED},
        "help": {"text": UNEXPLAINED},
        "defaultConfiguration": {"level": LEVELS[schwere]},
    }
