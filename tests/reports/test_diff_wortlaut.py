"""Spelling against content, and how firmly a wording commits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.reports.diff_wortlaut import gleich_geschrieben, schreibform, verbindlichkeit

GLEICH = [
    ("Kurse Für Alle", "kurse für alle"),
    ("und/ oder", "und/oder"),
    ("2020–2023", "2020 - 2023"),
    ("z.B. Kurse", "z. B. Kurse"),
    ("„Lokal“", "»Lokal«"),
    ("Lokal …", "Lokal ..."),
    ("im Kreis.", "im Kreis"),
    ("Ilm\u00adKreis", "IlmKreis"),
    ("- eins\n- zwei", "* eins\n* zwei"),
    ("**wichtig**", "wichtig"),
    ("IIm-Kreis", "Ilm-Kreis"),
    ("AkteurlInnen", "AkteurInnen"),
    ("AkteurInnen", "Akteur:innen"),
    ("AkteurInnen", "Akteur/-innen"),
    ("\U0001f6a7 Förderung", "Förderung"),
    ("Straße", "STRASSE"),
]
VERSCHIEDEN = [
    ("5.10", "5.1"),
    ("10-12", "1012"),
    ("in Arbeit", "inarbeit"),
    ("AkteurInnen", "Akteurinnen"),
    ("AkteurInnen", "Akteure"),
    ("zwölf Plätze", "zwanzig Plätze"),
    ("nicht fortgeführt", "fortgeführt"),
    ("Heim", "Helm"),
]


@pytest.mark.parametrize(("links", "rechts"), GLEICH)
def test_only_the_spelling_differs(links: str, rechts: str) -> None:
    assert gleich_geschrieben(links, rechts)
    assert gleich_geschrieben(rechts, links)


@pytest.mark.parametrize(("links", "rechts"), VERSCHIEDEN)
def test_the_content_differs(links: str, rechts: str) -> None:
    assert not gleich_geschrieben(links, rechts)


SCHWAECHER = [
    ("Einrichtung von Vorschaltklassen", "Prüfung der Einrichtung von Vorschaltklassen"),
    ("Die Kurse werden ausgebaut.", "Der Ausbau der Kurse wird angestrebt."),
    ("Die Kurse werden ausgebaut.", "Die Kurse sollen nach Möglichkeit ausgebaut werden."),
    ("Kurse werden angeboten. Kita bleibt.", "Kurse können angeboten werden. Kita bleibt."),
    ("Kurse anbieten", "Kurse im Rahmen der verfügbaren Haushaltsmittel anbieten"),
    ("Kurse anbieten", "Kurse anbieten, im Rahmen vorhandener Mittel"),
    ("Kurse anbieten", "Kurse anbieten, soweit Mittel vorhanden"),
    ("Kurse anbieten", "Kurse anbieten, soweit die dafür nötigen Mittel vorhanden sind"),
    ("Kurse anbieten", "Kurse anbieten, vorbehaltlich der Finanzierung"),
    ("Kurse anbieten.", "Kurse anbieten. Dies steht unter dem Vorbehalt der Finanzierung."),
]
EBENSO = [
    ("Kurse anbieten", "Kurse im Rahmen der Elternarbeit anbieten"),
    ("Kurse anbieten.", "Kurse anbieten. Feste im Rahmen der verfügbaren Mittel fördern."),
    ("Die Kurse werden ausgebaut.", "Die Kurse werden erweitert."),
    ("Die Kurse werden geprüft.", "Die Kurse werden überprüft."),
    ("Die Kurse werden ausgebaut.", "Die Kurse werden ausgebaut. Ein Fahrdienst soll folgen."),
    ("Kurse zur Vorbereitung", "Kurse zur Prüfungsvorbereitung"),
    ("Kurse", "Ein Fahrdienst wird geprüft"),
]


@pytest.mark.parametrize(("alt", "neu"), SCHWAECHER)
def test_a_reservation_weakens_and_its_removal_strengthens(alt: str, neu: str) -> None:
    assert verbindlichkeit(alt, neu) == -1
    assert verbindlichkeit(neu, alt) == 1


@pytest.mark.parametrize(("alt", "neu"), EBENSO)
def test_nothing_is_read_into_other_changes(alt: str, neu: str) -> None:
    assert verbindlichkeit(alt, neu) == 0


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(alt: str, neu: str) -> None:
    assert gleich_geschrieben(alt, alt)
    assert gleich_geschrieben(alt, neu) == gleich_geschrieben(neu, alt)
    assert verbindlichkeit(alt, neu) == -verbindlichkeit(neu, alt)


@settings(deadline=None)
@given(st.text(alphabet="aA bB-–—.,:*IlnneSs\n", max_size=30))
def test_the_written_form_is_stable(text: str) -> None:
    assert schreibform(text) == schreibform(f"  {text}\u00a0")
