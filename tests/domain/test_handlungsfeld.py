"""The title a Maßnahme goes by when it was given none."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from konzept.domain.handlungsfeld import (
    TITEL_HOECHSTLAENGE,
    Handlungsfeld,
    Handlungsziel,
    Massnahme,
    erster_satz,
)


@pytest.mark.parametrize(
    ("text", "satz"),
    [
        ("Sprachkurse anbieten", "Sprachkurse anbieten"),
        ("Kurse anbieten. Danach prüfen.", "Kurse anbieten."),
        ("Einrichtung bzw. Weiterführung von Supervision", "Einrichtung bzw. Weiterführung von Supervision"),
        ("Hilfen, z. B. Kurse. Und mehr.", "Hilfen, z. B. Kurse."),
        ("Kurse am 1. Juli beginnen", "Kurse am 1. Juli beginnen"),
        ("Öffnung der Vereine durch:\n\n- Beratung\n- Kurse", "Öffnung der Vereine durch"),
        ("Kurse:\n- eins\n- zwei", "Kurse"),
        ("Ein Text, der\nüber zwei Zeilen geht", "Ein Text, der über zwei Zeilen geht"),
        ("**Kurse** und _Beratung_", "Kurse und Beratung"),
        ("- Erstens\n- Zweitens", "Erstens"),
        ("Wozu? Darum!", "Wozu?"),
        ("Kurse für Schüler*innen und Lehrer*innen", "Kurse für Schüler*innen und Lehrer*innen"),
        ("Ein*e Lots*in je Träger_in", "Ein*e Lots*in je Träger_in"),
        ("Für **alle** Schüler\\*innen", "Für alle Schüler*innen"),
        ("**Integrations**beirat, *neu*, 2*3 Plätze, `Code`", "Integrationsbeirat, neu, 2*3 Plätze, Code"),
    ],
)
def test_erster_satz(text: str, satz: str) -> None:
    assert erster_satz(text) == satz


def test_a_very_long_sentence_is_cut_at_a_word() -> None:
    satz = erster_satz("Wort " * 100)
    assert len(satz) <= TITEL_HOECHSTLAENGE + 2
    assert satz.endswith("Wort …")


def test_a_given_title_wins() -> None:
    assert Massnahme(id="a", titel="Kurse", text="Sprachkurse anbieten").anzeigetitel == "Kurse"


@pytest.mark.parametrize(
    ("ebene", "felder"),
    [
        (Massnahme, {"id": "a", "text": "Kurse"}),
        (Handlungsziel, {"id": "a", "nummer": "1.1", "titel": "Ziel"}),
        (Handlungsfeld, {"id": "a", "nummer": "1", "titel": "Feld"}),
    ],
)
def test_every_level_may_say_why_it_changed(
    ebene: type[Massnahme | Handlungsziel | Handlungsfeld], felder: dict[str, str]
) -> None:
    assert ebene.model_validate(felder).begruendung is None
    assert ebene.model_validate({**felder, "begruendung": " Weil. "}).begruendung == "Weil."
    with pytest.raises(ValidationError, match="leerer_text"):
        ebene.model_validate({**felder, "begruendung": "  "})
