"""What ``due`` says of reports: honest about when they were made, and counted so that silence is no failure."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from konzept.domain.sachstand import Meldung
from konzept.domain.termin import TerminArt
from konzept.render.due_gemeldet import meldungszahl, reported, reported_with_text
from konzept.reports.due_eintrag import Eintrag
from konzept.reports.due_gruppe import Gruppe


def eintrag(
    faellig: str | None, gemeldet: str | None = None, gruppe: Gruppe = Gruppe.UEBERFAELLIG, **felder: Any
) -> Eintrag:
    """Make an entry with a Frist and a report of a day."""
    werte = {"am": gemeldet, "erfasst": gemeldet, "massnahme": "m", "stand": "laufend", **felder}
    antwort = Meldung.model_validate(werte) if gemeldet else None
    return Eintrag(
        massnahme="m",
        handlungsziel="z",
        bezug="m",
        nummer="1.1",
        gliederung="1.1",
        titel="Etwas tun",
        termin="jährlich",
        teil=1,
        teil_text="jährlich",
        art=TerminArt.WIEDERKEHREND,
        mehrdeutig=False,
        hinweis=None,
        faellig=date.fromisoformat(faellig) if faellig else None,
        gruppe=gruppe,
        uebertrag=False,
        ohne_sachstand=False,
        akteure=(),
        letzte=antwort,
        antwort=antwort,
    )


VORHER, DANACH, STUMM = "2021-05-01", "2021-07-01", None


@pytest.mark.parametrize(
    ("meldungen", "expected"),
    [
        ([STUMM, STUMM], "0 mit Meldung und 2 ohne Meldung"),
        ([DANACH, STUMM], "1 mit Meldung und 1 ohne Meldung"),
        (["2021-06-30"], "1 mit Meldung und 0 ohne Meldung"),  # on the day of the Frist it can tell
        ([VORHER], "1 mit Meldung (vor der Frist) und 0 ohne Meldung"),
        ([VORHER, VORHER, STUMM], "2 mit Meldung (alle vor der Frist) und 1 ohne Meldung"),
        ([VORHER, DANACH, STUMM], "2 mit Meldung (1 vor der Frist) und 1 ohne Meldung"),
    ],
)
def test_the_count(meldungen: list[str | None], expected: str) -> None:
    assert meldungszahl([eintrag("2021-06-30", one) for one in meldungen]) == expected


@pytest.mark.parametrize(
    ("fristen", "gemeldet", "expected"),
    [
        (["2021-06-30"], "2021-07-01", "gemeldet am 01.07.2021: laufend"),
        (["2021-06-30"], "2021-06-30", "gemeldet am 30.06.2021: laufend"),
        (["2021-06-30"], "2021-06-29", "zuletzt gemeldet am 29.06.2021 (vor der Frist): laufend"),
        (
            ["2021-03-31", "2021-06-30"],
            "2021-03-30",
            "zuletzt gemeldet am 30.03.2021 (vor allen Fristen): laufend",
        ),
        (
            ["2021-03-31", "2021-06-30", "2021-09-30"],
            "2021-05-01",
            "zuletzt gemeldet am 01.05.2021 (vor 2 von 3 Fristen): laufend",
        ),
        (["2021-06-30"], None, "ohne Meldung"),
    ],
)
def test_whether_a_report_is_older_than_what_is_overdue(
    fristen: list[str], gemeldet: str | None, expected: str
) -> None:
    assert reported([eintrag(frist, gemeldet) for frist in fristen]) == expected


@pytest.mark.parametrize("gruppe", [gruppe for gruppe in Gruppe if gruppe is not Gruppe.UEBERFAELLIG])
def test_only_of_what_is_overdue_one_asks_whether_the_report_is_older(gruppe: Gruppe) -> None:
    assert reported([eintrag("2021-12-31", "2021-05-01", gruppe)]) == "gemeldet am 01.05.2021: laufend"


def test_a_new_termin_is_what_the_body_announces_unless_a_beschluss_set_it() -> None:
    angekuendigt = eintrag("2021-06-30", "2021-07-01", neuer_termin="bis Ende 2022")
    assert reported([angekuendigt]).endswith(": laufend, neuer Termin: bis Ende 2022")
    beschluss = {"gremium": "Kreisausschuss", "datum": "2021-07-05", "drucksache": "21/2021"}
    beschlossen = eintrag("2021-06-30", "2021-07-05", neuer_termin="bis Ende 2022", beschluss=beschluss)
    assert reported([beschlossen]).endswith(
        ": laufend, neuer Termin laut Beschluss (Kreisausschuss, 05.07.2021, Drucksache 21/2021): bis Ende 2022"
    )


def test_the_first_sentence_of_a_report() -> None:
    mit = eintrag("2021-06-30", "2021-07-01", text="Es ging **sehr** gut. Danach kam nichts.")
    assert reported_with_text([mit]) == "gemeldet am 01.07.2021: laufend. Es ging sehr gut."
    assert reported_with_text([eintrag("2021-06-30", "2021-07-01")]) == "gemeldet am 01.07.2021: laufend"
    assert reported_with_text([eintrag("2021-06-30")]) == "ohne Meldung"
