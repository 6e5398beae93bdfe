"""The Synopse as a document of an office: the same rows as on the page, on paper that lies."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.load import load_plan
from konzept.render.schriftstueck import (
    Absatz,
    Ausrichtung,
    Lauf,
    Laufart,
    Liste,
    Tabelle,
    Ton,
    Ueberschrift,
    Zelle,
)
from konzept.render.synopse_schriftstueck import synopse_schriftstueck
from konzept.reports.synopse import synopse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Schriftstueck

ROOT = Path(__file__).parents[2]


@cache
def stueck(ort: str = "beispiele/musterkreis", alt: str = "2022", neu: str = "2025") -> Schriftstueck:
    plan = load_plan(ROOT / ort).plan
    return synopse_schriftstueck(synopse(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu]))


def laeufe(bloecke: Iterable[Block]) -> Iterator[Lauf]:
    for block in bloecke:
        match block:
            case Absatz() | Ueberschrift():
                yield from block.laeufe
            case Liste():
                for eintrag in block.eintraege:
                    yield from laeufe(eintrag)
            case Tabelle():
                for zeile in (*block.kopfzeilen, *block.zeilen):
                    for zelle in zeile:
                        yield from laeufe(zelle.bloecke)
            case _:
                continue


def text(bloecke: Iterable[Block]) -> str:
    return " ".join(lauf.text.strip() for lauf in laeufe(bloecke))


def tabellen(eines: Schriftstueck) -> list[Tabelle]:
    return [block for block in eines.bloecke if isinstance(block, Tabelle)]


def test_the_frame_of_the_document() -> None:
    eines = stueck()
    assert (eines.titel, eines.ausrichtung) == ("Synopse der Fassungen 2022 und 2025", Ausrichtung.QUER)
    assert eines.metadaten.koerperschaft == "Musterkreis · Musterland"
    ueberschriften = [text([block]) for block in eines.bloecke if isinstance(block, Ueberschrift)]
    assert ueberschriften[:4] == [
        "Auf einen Blick",
        "Der Plan als Ganzes",
        "Leitziele",
        "Handlungsfeld 1: Ankommen und Beratung",
    ]
    assert ueberschriften[-2:] == [
        "Bisher Handlungsfeld 6: Begegnung, Kultur und Sport – entfällt",
        "Allgemeine Gründe",
    ]
    assert text(eines.bloecke).startswith(
        "Bisher 2022: Integrationskonzept des Musterkreises 2022–2024, Konzept"
    )


def test_tables_have_four_columns_and_a_head_that_comes_again() -> None:
    for tabelle in tabellen(stueck())[1:]:
        assert len(tabelle.spalten) == 4
        (kopf,) = tabelle.kopfzeilen
        assert [text(zelle.bloecke) for zelle in kopf] == ["Stelle", "Bisher 2022", "Neu 2025", "Begründung"]
        assert tabelle.beschreibung
        offen = 0
        for zeile in tabelle.zeilen:
            if offen:
                assert len(zeile) == 3
                offen -= 1
                continue
            assert len(zeile) == 4
            assert zeile[0].kopf
            offen = zeile[0].hoehe - 1
        assert offen == 0


def gezeigt(zelle: Zelle, art: Laufart) -> str:
    return "".join(lauf.text for lauf in laeufe(zelle.bloecke) if lauf.art is art)


def zeile_von(eines: Schriftstueck, titel: str) -> tuple[Zelle, ...]:
    return next(
        zeile
        for tabelle in tabellen(eines)[1:]
        for zeile in tabelle.zeilen
        if len(zeile) == 4 and titel in text((*zeile[1].bloecke, *zeile[2].bloecke))
    )


def test_marks_are_runs() -> None:
    _, alt, neu, begruendung = zeile_von(stueck(), "Gewaltschutz für")
    assert gezeigt(alt, Laufart.ENTFALLEN) == "Geflüchtete2024"
    assert gezeigt(neu, Laufart.NEU) == "geflüchtete Frauen und Kinder2025"
    assert text(begruendung.bloecke).endswith("Der Titel sagt nun, wen der Ablauf schützt. +12 Monate")
    assert [lauf.text for lauf in laeufe(begruendung.bloecke) if lauf.kursiv] == ["+12 Monate"]
    assert gezeigt(alt, Laufart.NEU) == gezeigt(neu, Laufart.ENTFALLEN) == ""


def test_what_is_only_spelling_keeps_its_colour() -> None:
    _, alt, neu, _ = zeile_von(stueck(), "Mietführerschein")
    assert [lauf.text for lauf in laeufe(alt.bloecke) if lauf.gestrichen] == ["Heizen/ Lüften", "-"]
    assert [lauf.text for lauf in laeufe(neu.bloecke) if lauf.kursiv] == ["Heizen/Lüften", "–"]
    assert not gezeigt(alt, Laufart.ENTFALLEN)


def test_lists_stay_lists_and_goals_have_a_ground() -> None:
    stelle, _, neu, _ = zeile_von(stueck(), "Beratungsverbund mit gemeinsamer")
    assert text(stelle.bloecke) == "Maßnahme 1 neu"
    (liste,) = [block for block in neu.bloecke if isinstance(block, Liste)]
    assert len(liste.eintraege) == 3
    stelle, alt, *_ = zeile_von(stueck(), "Beratung ist im ganzen Kreisgebiet")
    assert (stelle.ton, alt.ton) == (Ton.FLAECHE, Ton.FLAECHE)
    assert text(stelle.bloecke) == "Handlungsziel 1.1 (bisher 1.2) neue Nummer"


def test_what_is_gone() -> None:
    stelle, alt, neu, begruendung = zeile_von(stueck(), "Jobmesse zum Auftakt")
    assert text(stelle.bloecke) == "bisher Maßnahme 2 entfällt"
    assert "Zum Auftakt findet in Musterstadt eine Jobmesse statt" in text(alt.bloecke)
    assert text(neu.bloecke) == "entfällt"
    assert text(begruendung.bloecke).startswith("einmalig durchgeführt: Die Messe war als Auftakt geplant")


def test_the_partly_documented_fassung() -> None:
    eines = stueck("", "2018", "2020")
    ganz = text(eines.bloecke)
    assert "Die Fassung 2018 ist nur zum Teil dokumentiert" in ganz
    assert (
        "Handlungsfeld 4: Wohnen – nicht belegt Nur in der Fassung 2020 belegt, nicht in der Fassung 2018:"
        in ganz
    )
    assert not [lauf for lauf in laeufe(eines.bloecke) if lauf.art is Laufart.NEU]
