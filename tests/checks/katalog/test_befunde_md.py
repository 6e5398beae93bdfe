"""docs/befunde.md, the reference of all findings, is what the catalogue and the smallest examples say.

The page is written here, because the examples lie among the tests and are not shipped. ``KONZEPT_GOLDEN=write``
writes it anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from konzept.checks.katalog import FAMILIEN, KATALOG
from konzept.render.erklaerung_blatt import AUSNAHME_SATZ, FESTER_FEHLER, REGEL_SATZ, Blatt
from konzept.render.erklaerung_md import markdown_code, markdown_kopf, markdown_tabelle
from konzept.render.markdown_text import markdown_escape

ROOT = Path(__file__).resolve().parents[3]
ERRORS = ROOT / "tests" / "errors"
PAGE = ROOT / "docs" / "befunde.md"
DEFAULT_PLACE = "data/handlungsfelder/2020/2-sprache.yaml"
SAMPLE = "termin-ohne-anker"
"""The code that shows how a finding is switched off."""

HEAD = f"""# Befunde

Jeder Befund, den `konzept validate` melden kann: warum er zählt, das kleinste Beispiel, das ihn auslöst, die Meldung im
Wortlaut und wie es richtig heißt. Auch `konzept explain KÜRZEL` erklärt ihn; das Kürzel steht am Ende jeder Meldung
in eckigen Klammern.

Ein **Fehler** verhindert, dass ein Dokument ausgegeben wird. Eine **Warnung** sollten Sie ansehen, ehe der Plan
veröffentlicht wird. Ein **Hinweis** ist ein Rat.

## Einen Befund abschalten

{markdown_escape(FESTER_FEHLER)} Für Warnungen und Hinweise gilt:

"""


def page() -> str:
    parts = [HEAD + "\n\n".join(switching_off()), "## Übersicht"]
    for familie in FAMILIEN:
        parts += [f"### {familie}", markdown_tabelle(sheets(familie), verknuepft=True)]
    for familie in FAMILIEN:
        parts.append(f"## {familie} im Einzelnen")
        parts += [part for blatt in sheets(familie) for part in entry(blatt)]
    return "\n\n".join(parts) + "\n"


def switching_off() -> list[str]:
    [blatt] = [one for familie in FAMILIEN for one in sheets(familie) if one.code == SAMPLE]
    return [REGEL_SATZ, markdown_code(blatt.regel), AUSNAHME_SATZ, markdown_code(blatt.ausnahme)]


def sheets(familie: str) -> list[Blatt]:
    return [
        Blatt(one.code, one.schwere, familie, one.warum, one.falsch, one.richtig, one.abhilfe, one.kurz)
        for one in FAMILIEN[familie]
    ]


def entry(blatt: Blatt) -> list[str]:
    """One code: why, the files at fault, the message, and what is right."""
    parts = [f"### {blatt.code}", markdown_kopf(blatt), markdown_escape(blatt.warum)]
    files = example(blatt.code)
    for name, text in files:
        at_fault = len(files) == 1 or (blatt.falsch and blatt.falsch.strip("\n") in text)
        parts += [f"{'Falsch, in' if at_fault else 'In'} `{name}`:", markdown_code(text)]
    message = (ERRORS / f"{blatt.code}.expected").read_text(encoding="utf-8")
    parts += ["Die Meldung:", markdown_code(message.rstrip("\n"), "text")]
    if blatt.falsch:
        parts += ["Richtig:", markdown_code(blatt.richtig)]
    if blatt.abhilfe:
        parts.append(markdown_escape(blatt.abhilfe))
    return parts


def example(code: str) -> list[tuple[str, str]]:
    """Give name and text of each file of an example; none where it is made by the tests or holds no text."""
    single = ERRORS / f"{code}.yaml"
    if single.is_file():
        text = single.read_bytes().decode("utf-8", errors="replace")
        named = re.match(r"# Datei: (\S[^\n]*)\n", text)
        found = [(named[1], text[named.end() :]) if named else (DEFAULT_PLACE, text)]
    else:
        folder = ERRORS / code
        files = sorted(path for path in folder.rglob("*.yaml") if path.is_file() and not path.is_symlink())
        found = [(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")) for path in files]
    return [(name, text.rstrip("\n")) for name, text in found if text.strip()]


def test_the_reference_is_current() -> None:
    text = page()
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == text


def test_every_code_has_its_heading_and_its_row() -> None:
    text = PAGE.read_text(encoding="utf-8")
    headings = re.findall(r"^### ([a-z-]+)$", text, re.MULTILINE)
    links = re.findall(r"^\| \[`([a-z-]+)`\]\(#([a-z-]+)\)", text, re.MULTILINE)
    assert headings == list(KATALOG)
    assert links == [(code, code) for code in KATALOG]


def test_what_an_explanation_calls_wrong_is_seen_on_the_page() -> None:
    for erklaerung in KATALOG.values():
        shown = "\n".join(text for _, text in example(erklaerung.code))
        assert erklaerung.falsch.strip("\n") in shown, erklaerung.code
