"""Comments that leave something open: which are findings, what they quote, and when another finding says it already."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konzept.checks.run import run_checks
from konzept.load import load_plan

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FIELD = "handlungsfelder/2020/2-sprache.yaml"
HEAD = 'id: feld\nnummer: "1"\ntitel: T\n'
MASSNAHME = "  - id: kurse\n    text: T\n    termin: fortlaufend\n    zustaendigkeiten: [jobcenter]\n"
FRAME = "titel: P\nart: Konzept\nstand: 2020\ngilt_von: 2020\n"
DECISIONS = frozenset(
    {
        *("entscheidung-offen", "angabe-offen", "termin-veraltet", "erledigtes-fortgefuehrt"),
        *("handlungsziel-ohne-massnahme", "querbezug-nicht-fortgefuehrt"),
    }
)


def lay_out(root: Path, texts: dict[str, str]) -> Path:
    shutil.copytree(SOUND, root)
    for name, text in texts.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def found(root: Path) -> list[tuple[str, int]]:
    """Return code and line of what is to be decided."""
    loaded = load_plan(root)
    assert loaded.findings == []
    befunde = run_checks(loaded.plan, loaded.source)
    return sorted((b.code, b.ort.zeile) for b in befunde if b.code in DECISIONS)


@pytest.mark.parametrize(
    ("comment", "meldung"),
    [
        ("# Offen: Wer zahlt?", "Noch zu entscheiden: Wer zahlt?"),
        ("#offen : Wer zahlt?", "Noch zu entscheiden: Wer zahlt?"),
        ("## OFFEN:   Wer  zahlt?", "Noch zu entscheiden: Wer zahlt?"),
        ("# Vorschlag: weglassen.", "Noch nicht entschieden ist der Vorschlag: weglassen."),
        ("# Offen:", "Dieser Kommentar lässt etwas offen, sagt aber nicht, was."),
        # a sentence goes on to its end, and no further than the comment
        (
            "# Offen: Wer zahlt,\n    # das Amt?\n    # von früher",
            "Noch zu entscheiden: Wer zahlt, das Amt?",
        ),
        ("# Offen: Wer zahlt\n    # Vorschlag: das Amt", "Noch zu entscheiden: Wer zahlt"),
        ("# Offen: Wer zahlt\n    # Herausgenommen: x", "Noch zu entscheiden: Wer zahlt"),
        ("# Offen: Wer zahlt\n\n    # das Amt", "Noch zu entscheiden: Wer zahlt"),
        ("# Offen: Wer zahlt\n  # das Amt", "Noch zu entscheiden: Wer zahlt"),
        ("# Offen: " + "x " * 300, "Noch zu entscheiden: " + "x " * 200 + "…"),
    ],
)
def test_the_message_quotes_what_is_open(comment: str, meldung: str, tmp_path: Path) -> None:
    text = f"{HEAD}massnahmen:\n{MASSNAHME}    {comment}\n    kosten: T\n"
    loaded = load_plan(lay_out(tmp_path / "plan", {FIELD: text}))
    befund = next(b for b in run_checks(loaded.plan, loaded.source) if b.code == "entscheidung-offen")
    assert befund.meldung == meldung
    assert (befund.ort.zeile, befund.ort.spalte) == (9, 5)
    assert befund.hilfe.endswith("löschen Sie den Kommentar.")


@pytest.mark.parametrize(
    "written",
    [
        "einleitung: 'Hier # Offen: steht'\n",
        'einleitung: "Hier\n  # Offen: steht"\n',
        "einleitung: |\n  # Offen: steht\n",
        "einleitung: >-\n  Hier\n  # Vorschlag: steht\n",
        "# Was »# Offen:« heißt\n",
        "# Offen ist hier nichts.\n",
        "# Herausgenommen: etwas\n",
        "# Offenes: etwas\n",
    ],
)
def test_what_is_no_such_comment_is_left_in_peace(written: str, tmp_path: Path) -> None:
    assert found(lay_out(tmp_path / "plan", {FIELD: f"{HEAD}{written}massnahmen:\n{MASSNAHME}"})) == []


def test_every_file_of_the_plan_is_looked_at(tmp_path: Path) -> None:
    texts = {
        "konzept.yaml": "land: L # Offen: a\n",
        "akteure.yaml": "akteure:\n  # Offen: b\n  - {id: jobcenter, name: J, art: behoerde}\n",
        "foerderprogramme.yaml": "foerderprogramme: [] # Offen: c\n",
        "fassungen/2020.yaml": f"# Offen: d\n{FRAME}",
        "sachstand/2020.yaml": "eintraege: [] # Offen: e\n",
        "indikatoren/2020.yaml": "werte: []\n# Offen: f\n",
    }
    loaded = load_plan(lay_out(tmp_path / "plan", texts))
    befunde = [b for b in run_checks(loaded.plan, loaded.source) if b.code == "entscheidung-offen"]
    assert {befund.ort.datei.removeprefix("data/") for befund in befunde} == set(texts)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        # the same line and the same thing: only the finding that was there before
        (f"{FRAME}# Offen: Der Beschluss fehlt.\nbeschluss:\n", [("angabe-offen", 6)]),
        (f"{FRAME}beschluss: # Offen: fehlt\n", [("angabe-offen", 5)]),
        # decided, but the comment was left; or the comment deleted, but not decided
        (
            f"{FRAME}# Offen: Der Beschluss fehlt.\nbeschluss: {{gremium: Kreistag}}\n",
            [("entscheidung-offen", 5)],
        ),
        (f"{FRAME}beschluss:\n", [("angabe-offen", 5)]),
        # two comments on one thing ask for two decisions
        (
            f"{FRAME}# Offen: Wann?\n# Offen: Wo?\nbeschluss:\n",
            [("angabe-offen", 7), ("entscheidung-offen", 6)],
        ),
        # at the end of the file it speaks of nothing; above another line of something else
        (f"{FRAME}beschluss:\n# Offen: Noch etwas?\n", [("angabe-offen", 5), ("entscheidung-offen", 6)]),
        (
            f"{FRAME}# Offen: Titel prüfen.\nquelle: x\nbeschluss:\n",
            [("angabe-offen", 7), ("entscheidung-offen", 5)],
        ),
        # a proposal is another thing than a question
        (f"{FRAME}# Vorschlag: Kreistag.\nbeschluss:\n", [("angabe-offen", 6), ("entscheidung-offen", 5)]),
    ],
)
def test_one_decision_is_listed_once(frame: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    assert found(lay_out(tmp_path / "plan", {"fassungen/2020.yaml": frame})) == expected


@pytest.mark.parametrize(
    ("termin", "expected"),
    [
        ("    # Offen: Der Termin ist abgelaufen.\n    termin: bis Ende 2019\n", [("termin-veraltet", 9)]),
        (
            "    # Offen: Der Termin ist abgelaufen.\n    termin:\n      text: bis Ende 2019\n",
            [("termin-veraltet", 10)],
        ),
        # the same line, another thing
        (
            "    # Offen: Heißt das wirklich so?\n    termin: bis Ende 2019\n",
            [("entscheidung-offen", 8), ("termin-veraltet", 9)],
        ),
    ],
)
def test_a_comment_on_a_termin_says_what_the_finding_says(
    termin: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    text = f"{HEAD}massnahmen:\n  - id: kurse\n    text: T\n    zustaendigkeiten: [jobcenter]\n{termin}"
    assert found(lay_out(tmp_path / "plan", {FIELD: text})) == expected


def test_a_comment_on_a_goal_speaks_of_the_goal_and_not_of_what_is_in_it(tmp_path: Path) -> None:
    goals = (
        "handlungsziele:\n"
        "  # Offen: Ohne Maßnahme.\n  - {id: leer, nummer: '1.1', titel: T}\n"
        "  # Offen: Welche Maßnahme?\n  - titel: T\n    id: voll\n    nummer: '1.2'\n"
        "    termin: bis Ende 2019\n    massnahmen: [{id: m, text: T, zustaendigkeiten: [jobcenter]}]\n"
    )
    assert found(lay_out(tmp_path / "plan", {FIELD: HEAD + goals})) == [
        ("entscheidung-offen", 7),
        ("handlungsziel-ohne-massnahme", 6),
        ("termin-veraltet", 11),
    ]


def test_a_comment_speaks_again_where_the_other_finding_is_switched_off(tmp_path: Path) -> None:
    texts = {
        "konzept.yaml": "regeln: {angabe-offen: aus}\n",
        "fassungen/2020.yaml": f"{FRAME}# Offen: Der Beschluss fehlt.\nbeschluss:\n",
    }
    assert found(lay_out(tmp_path / "plan", texts)) == [("entscheidung-offen", 5)]


def test_a_dash_on_a_line_of_its_own_is_passed_over(tmp_path: Path) -> None:
    goals = "handlungsziele:\n  # Offen: Ohne Maßnahme.\n  -\n    id: leer\n    nummer: '1.1'\n    titel: T\n"
    assert found(lay_out(tmp_path / "plan", {FIELD: HEAD + goals})) == [("handlungsziel-ohne-massnahme", 7)]


def test_the_shipped_plans_leave_nothing_open() -> None:
    root = Path(__file__).parent.parent.parent
    for plan in (root, *sorted((root / "beispiele").iterdir())):
        loaded = load_plan(plan)
        codes = {befund.code for befund in run_checks(loaded.plan, loaded.source)}
        assert codes & DECISIONS == set(), plan.name
