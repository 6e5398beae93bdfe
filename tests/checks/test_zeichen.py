"""Signs that nobody sees: found wherever they stand, with their name; allowed only where a script needs them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.checks.unsichtbares import unsichtbare
from konzept.diagnostics import Befund, Severity
from konzept.load import load_plan

GRUNDPLAN = Path(__file__).parent.parent / "errors" / "_grundplan"
MASSNAHME = """id: sprache
nummer: "1"
titel: Sprache
massnahmen:
  - id: kurse
    text: Deutschkurse anbieten
    termin: bis 31.12.2022
    zustaendigkeiten: [jobcenter]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(GRUNDPLAN, tmp_path / "plan")
    return tmp_path / "plan"


def findings(root: Path, falsch: str, richtig: str = "Sprache\n") -> list[Befund]:
    """Return what is found once ``falsch`` stands in place of ``richtig``."""
    assert MASSNAHME.count(richtig) == 1
    text = MASSNAHME.replace(richtig, falsch)
    (root / "data/handlungsfelder/2020/2-sprache.yaml").write_text(text, encoding="utf-8")
    loaded = load_plan(root)
    return list(unsichtbare(loaded.plan, loaded.source))


@pytest.mark.parametrize(
    "zeichen",
    [
        *"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2064\u3164",
        "\U000e0000",
        "\U000e0041",
        "\U000e007f",
    ],
)
@pytest.mark.parametrize(
    ("falsch", "richtig", "platz"),
    [
        ("Spra*che\n", "Sprache\n", (3, 12)),
        ("bis 31.12.2*022", "bis 31.12.2022", (7, 24)),
        ("Deutsch*kurse", "Deutschkurse", (6, 18)),
    ],
)
def test_a_sign_nobody_sees_is_named_at_its_place(
    zeichen: str, falsch: str, richtig: str, platz: tuple[int, int], root: Path
) -> None:
    [befund] = findings(root, falsch.replace("*", zeichen), richtig)
    assert (befund.code, befund.schwere) == ("zeichen-unsichtbar", Severity.WARNUNG)
    assert (befund.ort.zeile, befund.ort.spalte) == platz
    assert f"U+{ord(zeichen):04X}" in befund.meldung


@pytest.mark.parametrize("zeichen", ["\u061c", "\u200b", "\u200e", "\u200f", "\U000e0041"])
@pytest.mark.parametrize(
    ("falsch", "richtig"),
    [
        ("id: spra*che", "id: sprache"),
        ('nummer: "1*"', 'nummer: "1"'),
        ("tit*el: Sprache\n", "titel: Sprache\n"),
        ("titel: Sprache\ntexte: {e*n: {titel: Language}}\n", "titel: Sprache\n"),
    ],
)
def test_in_keys_ids_and_numbers_it_is_an_error(falsch: str, richtig: str, zeichen: str, root: Path) -> None:
    [befund] = findings(root, falsch.replace("*", zeichen), richtig)
    assert (befund.code, befund.schwere) == ("kennung-unsichtbar", Severity.FEHLER)


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", []),  # Persian is not written rightly without
        ("\u200fABC\u200e", []),
        ("Lan\u200bguage", ["zeichen-unsichtbar"]),
    ],
)
def test_other_scripts_need_some_of_them(text: str, erwartet: list[str], root: Path) -> None:
    gefunden = findings(root, f"Sprache\ntexte: {{fa: {{titel: {text}}}}}\n")
    assert [befund.code for befund in gefunden] == erwartet


def test_pictures_are_joined_and_comments_are_free(root: Path) -> None:
    assert findings(root, "Sprache \U0001f469\u200d\U0001f467  # ein\u200bKommentar\n") == []


def test_many_of_a_kind_in_one_text_are_one_finding(root: Path) -> None:
    [befund] = findings(root, "Sp\u00adra\u00adche\n")
    assert "bedingter Trennstrich, U+00AD), in diesem Text 2-mal." in befund.meldung


def test_the_mark_of_byte_order_within_a_file_was_refused_before(root: Path) -> None:
    findings(root, "Spra\ufeffche\n")
    assert "steuerzeichen" in [befund.code for befund in load_plan(root).findings]


@pytest.mark.parametrize(
    ("geschrieben", "code"),
    [
        ('"Spra\\u200bche"', "zeichen-unsichtbar"),
        ('"Spra\\xadche"', "zeichen-unsichtbar"),
        ('"Spra\\U0000200bche"', "zeichen-unsichtbar"),
        ('"Spra\n  \\u200bche"', "zeichen-unsichtbar"),
        ('"\\U0001F469\\u200d\\u200bche"', "zeichen-unsichtbar"),
        # a backslash that is one, no code in other quotes and none in a comment; a picture of two
        ('"Spra\\\\u200bche"', None),
        ("'Spra\\u200bche'", None),
        ("Spra\\u200bche", None),
        ('"Sprache" # \\u200b', None),
        ('"\\U0001F469\\u200d\\U0001F467"', None),
        ('"Spra\\u00e4che"', None),
    ],
)
def test_a_sign_written_as_a_code_is_one(geschrieben: str, code: str | None, root: Path) -> None:
    assert [befund.code for befund in findings(root, f"{geschrieben}\n")] == ([code] if code else [])


def test_the_whole_code_is_marked_and_in_an_id_it_is_an_error(root: Path) -> None:
    [befund] = findings(root, '"Spra\\u200bche"\n')
    assert (befund.ort.zeile, befund.ort.spalte, befund.ort.laenge) == (3, 13, 6)
    assert "U+200B" in befund.meldung
    [befund] = findings(root, 'nummer: "1\\u200b"', 'nummer: "1"')
    assert (befund.code, befund.schwere) == ("kennung-unsichtbar", Severity.FEHLER)
