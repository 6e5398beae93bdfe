"""The wording rules of SMART: which words promise less than they seem to, and which only look like it."""

from __future__ import annotations

import time

import pytest

from konzept.reports.smart_regeln import Regel
from konzept.reports.smart_wortlaut import gruende

LANG = " in allen Städten und Gemeinden des Landkreises"
"""Makes a wording long enough, so that only the rule in question speaks."""


def gefunden(text: str) -> dict[Regel, tuple[str, ...]]:
    return {grund.regel: grund.belege for grund in gruende(text)}


@pytest.mark.parametrize(
    ("text", "belege"),
    [
        ("Überprüfung der Installation von Vorschaltklassen", ("Überprüfung",)),
        ("Prüfung der Möglichkeit eines Sozialtickets", ("Prüfung", "Möglichkeit eines")),
        ("Es wird geprüft, ob eine Klasse eingerichtet werden kann", ("geprüft",)),
        ("Der Kreis prüft die Einrichtung einer Stelle", ("prüft",)),
        ("Angestrebt wird ein Beirat", ("Angestrebt",)),
        ("Der Kreis strebt einen Beirat an", ("strebt",)),
        ("Der Indikator soll einbezogen werden; er sollte gelten, soll aber nicht", ("soll", "sollte")),
        ("Bei Bedarf Sprachangebote und ggf. Kinderbetreuung", ("Bei Bedarf", "ggf")),
        ("Die Klasse wird nach Möglichkeit fortgeführt", ("nach Möglichkeit",)),
        ("Der Kreis bemüht sich um Räume", ("bemüht",)),
        # deeds, exams and parts of other words
        ("Auszubildende werden begleitet, bis sie die Prüfung abgelegt haben", None),
        ("Das Schutzkonzept wird in jeder Unterkunft überprüft", None),
        ("Solltau und Sollstedt richten ein Fest aus", None),
        ("Die Möglichkeiten des Ehrenamts werden vorgestellt", None),
    ],
)
def test_soft_words(text: str, belege: tuple[str, ...] | None) -> None:
    assert gefunden(text + LANG).get(Regel.WORTLAUT_WEICH) == belege


@pytest.mark.parametrize(
    ("text", "belege"),
    [
        ("Ausbau der Netzwerkarbeit und Erweiterung des Jour fixe", ("Ausbau", "Erweiterung")),
        ("Verstärkte Zusammenarbeit mit Vermietenden", ("Verstärkte",)),
        ("Vorhandensein ausreichender Plätze", ("ausreichender",)),
        # a number or a rhythm gives the direction an end; a year does not
        ("Ausbau der Beratung auf 40 Stunden", None),
        ("Ausbau der Beratung auf zwölf Stunden", None),
        ("Erweiterung der Beratung um 20 %", None),
        ("Intensivierung des Austauschs, monatlich", None),
        ("Ausbau der Beratung ab 2021", ("Ausbau",)),
        ("Ausbaugebiete werden erschlossen", None),
    ],
)
def test_a_direction_without_a_result(text: str, belege: tuple[str, ...] | None) -> None:
    assert gefunden(text + LANG).get(Regel.WORTLAUT_RICHTUNG) == belege


@pytest.mark.parametrize(
    ("text", "belege"),
    [
        ("Stadtteilfeste, Dorffeste etc.", ("etc.",)),
        ("Feste usw. und Märkte u. a. für Familien", ("usw.", "u. a.")),
        ("Projektförderung sowie weitere Förderprogramme", ("sowie weitere",)),
        ("Feste und weitere Treffen", ("und weitere",)),
        ("Jugendamt und Sozialamt laden ein", None),
    ],
)
def test_an_open_enumeration(text: str, belege: tuple[str, ...] | None) -> None:
    assert gefunden(text + LANG).get(Regel.WORTLAUT_OFFEN) == belege


@pytest.mark.parametrize(
    ("text", "knapp"),
    [
        ("Tag der Vereine im Ilm-Kreis", True),
        ("Tag der Vereine mit Musik im Ilm-Kreis", False),
        ("- Feste\n- Feiern (2021, 2022, 2023)", True),
    ],
)
def test_hardly_more_than_a_heading(text: str, *, knapp: bool) -> None:
    assert (Regel.WORTLAUT_KNAPP in gefunden(text)) is knapp


def test_an_address_is_no_wording() -> None:
    assert gefunden(f"Verfügbar auf [der Seite](https://example.org/soll/etc/ausbau){LANG}") == {}


def test_a_long_text_is_read_quickly() -> None:
    begin = time.perf_counter()
    assert gefunden("(" * 20_000 + "strebt " * 20_000 + LANG) == {}
    assert time.perf_counter() - begin < 5  # looking to the end of the text for each word would take minutes
