"""Where the texts of a plan are found, and where a word of one stands in its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from konzept.checks.texte import fundstelle, textgruppen
from konzept.load import load_plan

ROOT = Path(__file__).parent.parent.parent
PLANS = [ROOT, *sorted((ROOT / "beispiele").iterdir())]
SOUND = ROOT / "tests" / "errors" / "_grundplan"


@pytest.mark.parametrize("root", PLANS, ids=lambda root: root.name)
def test_the_last_word_of_every_text_of_the_shipped_plans_is_found_in_its_file(root: Path) -> None:
    loaded = load_plan(root)
    texte = [ort for gruppe in textgruppen(loaded.plan) for ort in gruppe.texte]
    assert len(texte) > 50
    for ort in texte:
        wort = ort.text.split()[-1]
        place = fundstelle(loaded.source, ort.pfad, wort)
        line = loaded.source.lines[place.datei][place.zeile - 1]
        assert line[place.spalte - 1 :].startswith(wort), ort


def test_each_fassung_is_a_group_and_ids_are_no_texts() -> None:
    gruppen = textgruppen(load_plan(SOUND).plan)
    assert [gruppe.fassung.id if gruppe.fassung else None for gruppe in gruppen] == ["2020", None]
    assert [ort.text for ort in gruppen[0].texte] == [
        *("Musterplan", "Konzept", "Soziales", "Beratung anbieten", "fortlaufend")
    ]
    assert [ort.text for ort in gruppen[1].texte] == ["Musterkreis (erfunden)", "Jobcenter Musterkreis"]


@pytest.mark.parametrize(
    ("written", "zeile", "spalte"),
    [
        ("    text: Kurse und Wort hier", 6, 21),
        ('    text: "Kurse und Wort hier"', 6, 22),
        ("    text: |-\n      Kurse\n\n      und Wort hier", 9, 11),
        ("    text: >-\n      Kurse und\n      Wort hier", 8, 7),
        ("    text: Kurse und\n      Wort hier", 7, 7),
        ('    text: "Kurse und W\\u006frt hier"', 6, 11),  # coded signs: the text as a whole
        ("    text: Kurse\n    titel: Wort", 6, 11),  # not what stands in another field
    ],
)
def test_a_word_is_found_however_the_text_is_written(
    tmp_path: Path, written: str, zeile: int, spalte: int
) -> None:
    datei = "data/handlungsfelder/2020/2-sprache.yaml"
    head = 'id: sprache\nnummer: "1"\ntitel: Wort\nmassnahmen:\n  - id: kurse\n'
    tail = "\n    termin: Wort\n"
    for path, text in ((datei, head + written + tail), ("data/fassungen/2020.yaml", FRAME)):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (tmp_path / "data/konzept.yaml").write_text("{}\n", encoding="utf-8")
    loaded = load_plan(tmp_path)
    assert loaded.findings == []
    place = fundstelle(loaded.source, (datei, "massnahmen", 0, "text"), "Wort")
    assert (place.zeile, place.spalte) == (zeile, spalte)


FRAME = "titel: Musterplan\nart: Konzept\nstand: 2020\n"
