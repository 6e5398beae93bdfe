"""``konzept list``: every filter against what the plan says, and the Frist to look at first."""

from __future__ import annotations

import itertools
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand, Stand
from konzept.domain.termin import TerminArt
from konzept.load import load_plan
from konzept.reports.due_auswahl import mit_untergeordneten
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.liste import Listenzeile, Suche, liste
from konzept.reports.liste_fristen import fristenlage, offen
from konzept.reports.liste_wahl import Artwahl, Standwahl

ROOT = Path(__file__).parent.parent.parent
NEUJAHR = date(2022, 1, 1)
HERBST = date(2023, 10, 15)


@cache
def plan(folder: str = ".") -> Plan:
    return load_plan(ROOT / folder).plan


def gefunden(suche: Suche, stichtag: date = HERBST, fassung: str = "2022") -> dict[str, Listenzeile]:
    muster = plan("beispiele/musterkreis")
    return {
        zeile.id: zeile for zeile in liste(muster, muster.fassung_nach_id[fassung], stichtag, suche).zeilen
    }


def test_without_a_filter_it_is_every_massnahme_in_reading_order() -> None:
    fassung = plan().fassung_nach_id["2020"]
    bericht = liste(plan(), fassung, NEUJAHR)
    assert [zeile.id for zeile in bericht.zeilen] == [stelle.id for stelle in fassung.massnahmen()]
    assert bericht.gesamt == len(bericht.zeilen) == 50


def test_the_frist_to_look_at_first() -> None:
    zeilen = {z.id: z for z in liste(plan(), plan().fassung_nach_id["2020"], NEUJAHR).zeilen}
    pruefung = zeilen["vorschaltklassen-pruefen"]
    assert pruefung.frist is not None
    # the older of two overdue ones
    assert (pruefung.frist.faellig, pruefung.frist.gruppe, pruefung.ueberfaellig) == (
        date(2021, 8, 1),
        Gruppe.UEBERFAELLIG,
        2,
    )
    assert pruefung.termin == "Prüfung 2021, Beginn des Schuljahres 2021/22"  # inherited from its goal
    laufend = zeilen["interkulturelle-wochen"]
    assert laufend.frist is not None
    assert (laufend.frist.faellig, laufend.frist.gruppe) == (None, Gruppe.LAUFEND)


def test_a_single_frist_after_the_fassung_is_known_but_not_the_units_of_a_rhythm() -> None:
    muster = plan("beispiele/musterkreis")
    lage = fristenlage(muster, muster.fassung_nach_id["2025"], date(2025, 10, 1))
    spaet = [one for one in lage["migrationsbeirat"] if one.faellig == date(2029, 12, 31)]
    assert spaet
    rhythmen = [one for eintraege in lage.values() for one in eintraege if one.art is TerminArt.WIEDERKEHREND]
    assert max(one.faellig for one in rhythmen if one.faellig) == date(2027, 12, 31)


def test_a_past_unit_of_an_ambiguous_rhythm_is_not_open() -> None:
    lage = fristenlage(plan(), plan().fassung_nach_id["2020"], date(2023, 1, 1))
    mehrdeutig = [
        one
        for eintraege in lage.values()
        for one in eintraege
        if one.gruppe is Gruppe.WIEDERKEHREND and one.mehrdeutig and one.faellig
    ]
    assert {
        offen(one, date(2023, 1, 1)) for one in mehrdeutig if one.faellig and one.faellig.year < 2023
    } == {False}
    assert {
        offen(one, date(2023, 1, 1)) for one in mehrdeutig if one.faellig and one.faellig.year >= 2023
    } == {True}


def test_feld_and_akteur() -> None:
    assert {zeile.feld.id for zeile in gefunden(Suche(feld="wohnen")).values() if zeile.feld} == {"wohnen"}
    akteure = frozenset(mit_untergeordneten(plan("beispiele/musterkreis"), "kreisvolkshochschule"))
    zeilen = gefunden(Suche(akteure=akteure))
    assert len(zeilen) == 10
    assert all(akteure & {one.id for one in zeile.akteure} for zeile in zeilen.values())


def test_stand_is_what_was_answered_last_or_that_nobody_answered_since() -> None:
    # reported as laufend, and asked in vain since
    austausch = gefunden(Suche(staende=(Standwahl.KEINE_RUECKMELDUNG,)))["unternehmensnetzwerk"]
    assert austausch.letzte is not None
    assert austausch.antwort is not None
    assert (austausch.letzte.stand, austausch.antwort.stand) == (Stand.KEINE_RUECKMELDUNG, Stand.LAUFEND)
    assert "unternehmensnetzwerk" in gefunden(Suche(staende=(Standwahl.LAUFEND,)))
    ohne = gefunden(Suche(staende=(Standwahl.OHNE_MELDUNG,)))
    assert set(ohne) == {"mietfuehrerschein", "sprachmittlung-gesundheit"}
    alle = gefunden(Suche(staende=tuple(Standwahl)))
    assert set(alle) == set(gefunden(Suche()))


def test_what_was_written_down_after_the_stichtag_is_not_known() -> None:
    assert not gefunden(Suche(staende=(Standwahl.BEGONNEN,)), date(2022, 1, 1))


def test_art_of_the_termin() -> None:
    zeilen = gefunden(Suche(arten=(Artwahl.WIEDERKEHREND,)))
    assert zeilen
    assert all(any(teil.art is TerminArt.WIEDERKEHREND for teil in zeile.teile) for zeile in zeilen.values())
    leitlinien = plan("beispiele/handlungsleitlinien")
    fassung = leitlinien.fassung_nach_id["2016"]
    ohne = liste(leitlinien, fassung, HERBST, Suche(arten=(Artwahl.OHNE_TERMIN,)))
    assert len(ohne.zeilen) == ohne.gesamt == 11


def test_faellig_bis_counts_open_fristen_only() -> None:
    bis_gestern = gefunden(Suche(faellig_bis=date(2023, 10, 14)))
    assert all(zeile.ueberfaellig for zeile in bis_gestern.values())
    assert len(bis_gestern) == 8
    bis_ende = gefunden(Suche(faellig_bis=date(2023, 12, 31)))
    assert set(bis_gestern) < set(bis_ende)
    assert "kursuebersicht" in bis_ende


def test_programm_and_text() -> None:
    gefoerdert = gefunden(Suche(programm="kita-vielfalt"))
    assert gefoerdert
    assert all("kita-vielfalt" in zeile.programme for zeile in gefoerdert.values())
    assert "kita-fortbildung" in gefunden(Suche(texte=("KITA", "fortbildung")))
    assert not gefunden(Suche(texte=("kita", "gibtesnicht")))


def test_intern_is_not_searched() -> None:
    zeilen = gefunden(Suche(texte=("Randbemerkung",)), date(2025, 10, 1), "2025")
    assert zeilen == {}


FILTER = (
    Suche(feld="sprache-bildung"),
    Suche(akteure=frozenset({"kreisvolkshochschule", "jugendamt"})),
    Suche(staende=(Standwahl.LAUFEND, Standwahl.GEPLANT)),
    Suche(arten=(Artwahl.WIEDERKEHREND, Artwahl.FAELLIG)),
    Suche(faellig_bis=date(2023, 12, 31)),
    Suche(programm="sprachbruecke"),
    Suche(texte=("kurs",)),
)


@pytest.mark.parametrize(("eine", "andere"), list(itertools.combinations(FILTER, 2)))
def test_two_filters_together_keep_what_fits_both(eine: Suche, andere: Suche) -> None:
    leer = Suche()
    namen = [feld.name for feld in fields(Suche)]
    werte = {n: getattr(andere if getattr(eine, n) == getattr(leer, n) else eine, n) for n in namen}
    assert gefunden(eine)
    assert gefunden(andere)
    assert set(gefunden(replace(leer, **werte))) == set(gefunden(eine)) & set(gefunden(andere))


def test_all_filters_at_once() -> None:
    kurse = Suche(
        feld="ankommen",
        akteure=frozenset({"kreisvolkshochschule"}),
        staende=(Standwahl.LAUFEND,),
        arten=(Artwahl.WIEDERKEHREND,),
        faellig_bis=date(2023, 12, 31),
        programm="sprachbruecke",
        texte=("orientierungskurse",),
    )
    assert list(gefunden(kurse)) == ["orientierungskurse"]


def mit_beschluss(*, genannt: bool) -> Plan:
    """Make a plan whose one Maßnahme, once due in 2021, got two new dates; ``genannt``: a Beschluss set them."""
    massnahme = {"id": "eine", "text": "Eine", "termin": "bis Ende 2021"}
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": [massnahme]}
    meldung: dict[str, object] = {
        "am": "2021-11-01",
        "erfasst": "2021-11-02",
        "massnahme": "eine",
        "stand": "begonnen",
        "neuer_termin": "Konzept 2022, Umsetzung 2023",
    }
    if genannt:
        meldung["beschluss"] = {"gremium": "Kreistag", "datum": "2021-10-20"}
    rahmen = {"titel": "T", "art": "Konzept", "stand": "2020", "gilt_von": "2020", "gilt_bis": "2023"}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [meldung]}),
        dateien=("feld.yaml",),
    )
    return Plan(fassungen=(fassung,))


@pytest.mark.parametrize(
    ("genannt", "stichtag", "termin", "faellig", "ueberfaellig"),
    [
        (False, date(2022, 1, 1), "bis Ende 2021", date(2021, 12, 31), 1),
        (True, date(2022, 1, 1), "Konzept 2022, Umsetzung 2023", date(2022, 12, 31), 0),
        (True, date(2023, 1, 1), "Konzept 2022, Umsetzung 2023", date(2022, 12, 31), 1),
        (True, date(2021, 11, 1), "bis Ende 2021", date(2021, 12, 31), 0),  # not written down yet
    ],
)
def test_a_termin_that_a_beschluss_set_is_the_one_that_counts(
    *, genannt: bool, stichtag: date, termin: str, faellig: date, ueberfaellig: int
) -> None:
    plan_ = mit_beschluss(genannt=genannt)
    (zeile,) = liste(plan_, plan_.fassungen[0], stichtag).zeilen
    assert zeile.frist is not None
    assert (zeile.termin, zeile.frist.faellig, zeile.ueberfaellig) == (termin, faellig, ueberfaellig)
    assert zeile.teile[zeile.frist.teil - 1].ende == faellig


@pytest.mark.parametrize(
    ("wahl", "werte", "zusatz"), [(Standwahl, Stand, "ohne-meldung"), (Artwahl, TerminArt, "ohne-termin")]
)
def test_the_words_of_the_command_line_are_those_of_the_plan(
    wahl: type[Standwahl | Artwahl], werte: type[Stand | TerminArt], zusatz: str
) -> None:
    assert [one.value for one in wahl] == [*(one.value for one in werte), zusatz]
