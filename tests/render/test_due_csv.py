"""What is due as CSV: read back as a spreadsheet would, one row per entry, nothing computed."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.render.due_csv import due_csv
from konzept.render.due_words import GRUPPEN
from konzept.reports.due import Duebericht, due
from konzept.reports.due_frage import Frage
from konzept.reports.due_gruppe import Gruppe

ROOT = Path(__file__).parents[2]
MUSTERKREIS = "beispiele/musterkreis"
JAHR_2021 = Frage(date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1))
HALBJAHR_2025 = Frage(date(2025, 1, 1), date(2025, 6, 30), date(2025, 6, 30), vorlauf=90)
VHS = Frage(
    date(2025, 1, 1), date(2025, 12, 31), date(2025, 6, 30), akteure=frozenset({"kreisvolkshochschule"})
)
KOPF = [
    "Gruppe", "Maßnahme (id)", "Titel", "Termin", "Teil", "Wortlaut des Teils", "Frist", "Übertrag",
    "Mehrdeutig", "Federführend", "Beteiligt", "Gemeldet am", "Stand", "Meldung", "Neuer Termin",
    "Keine Rückmeldung am", "Ohne Sachstand", "Hinweis", "Anteil", "Als Nächstes",
]  # fmt: skip


def answer(ort: str, fassung: str, frage: Frage) -> tuple[Plan, Duebericht]:
    plan = load_plan(ROOT / ort).plan
    return plan, due(plan, plan.fassung_nach_id[fassung], frage)


def rows(text: str) -> list[dict[str, str]]:
    """Read as a spreadsheet does: by the sign in front UTF-8, semicolons, lines that end in CRLF."""
    data = text.encode()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    stream = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(stream, delimiter=";", strict=True))


def read(ort: str, fassung: str, frage: Frage) -> list[dict[str, str]]:
    plan, bericht = answer(ort, fassung, frage)
    return rows(due_csv(bericht, plan.einstellungen))


def test_there_is_one_row_per_entry_in_the_same_order() -> None:
    plan, bericht = answer("", "2020", JAHR_2021)
    found = rows(due_csv(bericht, plan.einstellungen))
    assert list(found[0]) == KOPF
    assert [(row["Gruppe"], row["Titel"], row["Teil"], row["Frist"]) for row in found] == [
        (
            GRUPPEN[one.gruppe],
            f"{one.gliederung} {one.titel}",
            str(one.teil),
            one.faellig.isoformat() if one.faellig else "",
        )
        for one in bericht.eintraege
    ]


def test_one_row_in_full() -> None:
    row = next(row for row in read("", "2020", JAHR_2021) if row["Titel"][:4] == "6.2 " and row["Frist"])
    assert row == {
        "Gruppe": "überfällig",
        "Maßnahme (id)": "vereinsplattform",
        "Titel": "6.2 Vereinsplattform für den Ilm-Kreis",
        "Termin": "fortlaufende Betreuung, 1x jährliche Generalaktualisierung Datenbank",
        "Teil": "2",
        "Wortlaut des Teils": "1x jährliche Generalaktualisierung Datenbank",
        "Frist": "2021-12-31",
        "Übertrag": "nein",
        "Mehrdeutig": "nein",
        "Federführend": "Beauftragte für Ausländer und Behinderte, Planungskoordinator Sozialplanung",
        "Beteiligt": "",
        "Gemeldet am": "2020-11-02",
        "Stand": "laufend",
        "Meldung": "Die Übersicht der soziokulturellen Vereinslandschaft wurde 2020 erarbeitet und als "
        "Vereinsplattform veröffentlicht. Sie ist nun zu pflegen, zu aktualisieren und weiterzuentwickeln.",
        "Neuer Termin": "",
        "Keine Rückmeldung am": "",
        "Ohne Sachstand": "nein",
        "Hinweis": "",
        "Anteil": "",
        "Als Nächstes": "",
    }


def test_what_is_ambiguous_and_carried_over_says_so() -> None:
    found = {(row["Titel"].split()[0], row["Frist"]): row for row in read("", "2020", JAHR_2021)}
    assert found["2.9", "2021-08-01"]["Mehrdeutig"] == "ja"
    assert found["2.9", "2021-08-01"]["Hinweis"].startswith("Das Schuljahr beginnt formal")
    assert found["4.2", "2018-12-31"]["Übertrag"] == "ja"
    assert found["4.2", ""]["Ohne Sachstand"] == "ja"
    assert found["2.9", "2021-12-31"]["Stand"] == "ohne Meldung"


def test_who_has_a_part_is_told_apart() -> None:
    found = read(MUSTERKREIS, "2025", VHS)
    assert {row["Anteil"] for row in found} == {"federführend", "beteiligt"}
    for row in found:
        column = "Federführend" if row["Anteil"] == "federführend" else "Beteiligt"
        assert "KVHS" in row[column]


def test_what_comes_next_is_marked_and_stands_at_the_end_if_it_lies_beyond_the_period() -> None:
    plan, bericht = answer(MUSTERKREIS, "2025", HALBJAHR_2025)
    found = rows(due_csv(bericht, plan.einstellungen))
    assert bericht.vorlauf is not None
    marked = [
        (row["Maßnahme (id)"], row["Teil"], row["Frist"]) for row in found if row["Als Nächstes"] == "ja"
    ]
    coming = [(one.massnahme, str(one.teil), str(one.faellig)) for one in bericht.vorlauf.eintraege]
    assert sorted(marked) == sorted(coming)
    beyond = found[len(bericht.eintraege) :]
    assert {row["Frist"] for row in beyond} == {"2025-07-31", "2025-08-31"}
    assert len({(row["Maßnahme (id)"], row["Titel"], row["Teil"], row["Frist"]) for row in found}) == len(
        found
    )


def test_with_some_groups_only_these_and_what_comes_next() -> None:
    plan, bericht = answer(MUSTERKREIS, "2025", HALBJAHR_2025)
    found = rows(due_csv(bericht.nur({Gruppe.UEBERFAELLIG}), plan.einstellungen))
    assert [row["Gruppe"] for row in found if row["Als Nächstes"] == "nein"] == ["überfällig"] * 3
    assert bericht.vorlauf is not None
    assert len(found) == 3 + len(bericht.vorlauf.eintraege)


def one_row(titel: str, log: list[dict[str, str]]) -> dict[str, str]:
    massnahme = {"id": "m", "titel": titel, "text": "Etwas tun.", "termin": "bis 31.03.2021"}
    feld = {"id": "f", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    eintraege = [{"erfasst": one["am"], "massnahme": "m", **one} for one in log]
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": eintraege}),
        dateien=("f",),
    )
    plan = Plan(Einstellungen(), fassungen=(fassung,))
    (row,) = rows(due_csv(due(plan, fassung, JAHR_2021), plan.einstellungen))
    return row


@pytest.mark.parametrize("text", ["=1+1", "+49 3628", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_no_text_is_a_formula(text: str) -> None:
    row = one_row(text, [{"am": "2021-01-05", "stand": "begonnen", "text": text}])
    assert (row["Titel"], row["Meldung"]) == (f"1 {text}", f"'{text}")


@pytest.mark.parametrize("titel", ["a;b", 'Die "Brücke"', "Zeile »eins«", "L'amitié"])
def test_a_text_comes_back_as_it_was(titel: str) -> None:
    assert one_row(titel, [])["Titel"] == f"1 {titel}", (
        "the number in front keeps a lone 2.9 from becoming a day"
    )


def test_a_body_that_did_not_answer_has_not_reported() -> None:
    stumm = {"am": "2021-06-01", "stand": "keine-rueckmeldung"}
    row = one_row("Titel", [stumm])
    assert (row["Gemeldet am"], row["Stand"], row["Keine Rückmeldung am"]) == (
        "",
        "ohne Meldung",
        "2021-06-01",
    )
    row = one_row("Titel", [{"am": "2021-05-01", "stand": "begonnen", "neuer_termin": "2022"}, stumm])
    assert (row["Gemeldet am"], row["Stand"], row["Neuer Termin"]) == ("2021-05-01", "begonnen", "2022")
    assert row["Keine Rückmeldung am"] == "2021-06-01"
