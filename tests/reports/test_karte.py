"""``konzept show``: what a name means, and one id through the Fassungen."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from konzept.domain.akteur import Akteur
from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen, Stelle
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.domain.verbleib import Verbleibart
from konzept.load import load_plan
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.karte import Karte, akteurkarte, karte
from konzept.reports.karte_geschichte import Geschichten, Lage
from konzept.reports.karte_programm import programmkarte
from konzept.reports.karte_suche import namen, suche

ROOT = Path(__file__).parent.parent.parent
HERBST = date(2025, 10, 1)


@cache
def plan(folder: str = ".") -> Plan:
    return load_plan(ROOT / folder).plan


def muster() -> Plan:
    return plan("beispiele/musterkreis")


def zeige(name: str, fassung: str = "2025", stichtag: date = HERBST) -> Karte:
    gewaehlt = muster().fassung_nach_id[fassung]
    (stelle,) = suche(muster(), gewaehlt, name)
    assert isinstance(stelle, Stelle)
    return karte(muster(), gewaehlt, stelle, stichtag)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("vorschaltklassen-pruefen", ["vorschaltklassen-pruefen"]),
        (" Vorschaltklassen-Pruefen ", ["vorschaltklassen-pruefen"]),
        # a number is the goal's; its Maßnahme without a label is found with the name of the level
        ("2.9", ["vorschaltklassen"]),
        ("Maßnahme 2.9", ["vorschaltklassen-pruefen"]),
        ("massnahme 2.9", ["vorschaltklassen-pruefen"]),
        ("1.1 M2", ["interkulturelle-wochen"]),
        ("1.1 Maßnahme 2", ["interkulturelle-wochen"]),
        ("Maßnahme 1.1 M2", ["interkulturelle-wochen"]),
        ("1.1.2", ["interkulturelle-wochen"]),
        ("3.4.1", ["berufsorientierung-junge-menschen"]),  # printed so, not short for 3.4 M1
        ("2", ["vielfalt-leben", "sprache-und-bildung"]),
        ("Leitziel 2", ["vielfalt-leben"]),
        ("handlungsfeld 2", ["sprache-und-bildung"]),
        ("Jobcenter", ["jobcenter"]),
        ("Stelle jobcenter", ["jobcenter"]),
        ("thilik", ["thilik"]),
        (" THILIK ", ["thilik"]),
        ("Förderprogramm thilik", ["thilik"]),
        ("foerderprogramm  ThILIK", ["thilik"]),
        ("bundes- und  landesmittel", ["bundes-und-landesmittel"]),
        ("Programm bundes-und-landesmittel", ["bundes-und-landesmittel"]),
        ("Programm gibtesnicht", []),
        ("2.99", []),
        (".", []),
        ("", []),
        ("Maßnahme", []),
    ],
)
def test_what_a_name_means(name: str, ids: list[str]) -> None:
    assert [one.id for one in suche(plan(), plan().fassung_nach_id["2020"], name)] == ids


def test_levels_go_by_the_countys_own_name_and_a_flat_plan_by_its_labels() -> None:
    leitlinien = plan("beispiele/handlungsleitlinien")
    fassung = leitlinien.fassung_nach_id["2016"]
    for name in ("3", "Leitlinie 3", "Maßnahme 3", "1 M3"):
        assert [one.id for one in suche(leitlinien, fassung, name)] == ["arbeitsintegrationsnetz"]


def test_an_id_of_the_plan_goes_before_that_of_a_body() -> None:
    fassung = muster().fassung_nach_id["2025"]
    (ding,) = suche(muster(), fassung, "migrationsbeirat")
    (stelle,) = suche(muster(), fassung, "Stelle migrationsbeirat")
    assert not isinstance(ding, Akteur)
    assert isinstance(stelle, Akteur)
    assert namen(muster(), fassung)["KVHS"] == "Kreisvolkshochschule Musterkreis"


def test_a_massnahme_with_its_fristen_and_reports() -> None:
    karte_ = zeige("beratungsverbund")
    assert [one.id for one in karte_.eltern] == ["ankommen", "beratung-vor-ort"]
    assert karte_.termin is not None
    assert karte_.termin.traeger is None
    je_gruppe = {
        gruppe: [one.faellig.month for one in karte_.termin.fristen if one.gruppe is gruppe and one.faellig]
        for gruppe in (Gruppe.UEBERFAELLIG, Gruppe.ERLEDIGT)
    }
    assert je_gruppe == {Gruppe.UEBERFAELLIG: [3, 4, 6, 7, 8, 9], Gruppe.ERLEDIGT: [1, 2, 5]}
    assert [one.erfasst.isoformat() for one in karte_.meldungen] == ["2025-06-24", "2025-07-03"]


def test_a_report_is_unknown_until_it_was_written_down() -> None:
    assert len(zeige("beratungsverbund", stichtag=date(2025, 7, 2)).meldungen) == 1
    assert zeige("beratungsverbund", stichtag=date(2025, 6, 23)).meldungen == ()


def test_an_inherited_termin_names_its_bearer() -> None:
    termin = zeige("lotsennetz").termin
    assert termin is not None
    assert termin.traeger is not None
    assert (termin.traeger.id, termin.zeitpunkt.text) == ("erstorientierung", "2025–2027")


def test_a_goal_shows_its_own_termin_and_all_its_massnahmen() -> None:
    karte_ = zeige("erstorientierung")
    assert [one.id for one in karte_.zeilen] == ["orientierungskurse", "willkommensseite", "lotsennetz"]
    assert karte_.termin is not None
    assert [one.massnahme for one in karte_.termin.fristen] == ["lotsennetz"]  # the others have their own


def test_a_leitziel_shows_the_massnahmen_of_the_goals_that_serve_it() -> None:
    karte_ = zeige("leitziel-teilhabe")
    assert karte_.termin is None
    assert {"beratungsverbund", "orientierungskurse"} <= {one.id for one in karte_.zeilen}
    assert "schulung-verwaltung" not in {one.id for one in karte_.zeilen}


def test_a_body_with_what_belongs_to_it() -> None:
    shipped = plan()
    fassung = shipped.fassung_nach_id["2020"]
    bericht = akteurkarte(shipped, fassung, shipped.akteur_nach_id["jugendamt"], date(2022, 1, 1))
    assert [zeile.akteur.id for zeile in bericht.stellen] == [
        "jugendamt",
        "kitabedarfsplanung",
        "kitafachberatung-jugendamt",
    ]
    assert bericht.gehoert_zu is not None
    assert {anteil.massnahme for zeile in bericht.stellen for anteil in zeile.anteile} == set(bericht.zeilen)


def test_a_programme_with_what_it_pays_for_here_and_elsewhere() -> None:
    programm = muster().programm_nach_id["sprachbruecke"]
    alt = programmkarte(muster(), muster().fassung_nach_id["2022"], programm, date(2023, 10, 15))
    assert [(one.id, one.nummer) for one in alt.zeilen] == [
        ("orientierungskurse", "1.1 M2"),
        ("ferienkurse", "2.3 M4"),
    ]
    assert [one.hinweis for one in alt.foerderungen["orientierungskurse"]] == ["Honorare"]
    assert alt.anderswo == (("2025", 1),)
    ohne = programmkarte(plan(), plan().fassung_nach_id["2020"], plan().programm_nach_id["thilik"], HERBST)
    assert (ohne.zeilen, ohne.foerderungen, ohne.anderswo) == ((), {}, ())


def test_a_goal_leaves_out_what_got_another_termin_since() -> None:
    """Its Teile are those of the goal's wording; a Maßnahme with one set by a Beschluss has others."""
    ziel = {
        "id": "ziel",
        "nummer": "1.1",
        "titel": "Ziel",
        "termin": "bis Ende 2021",
        "massnahmen": [{"id": "eine", "text": "Eine"}, {"id": "andere", "text": "Andere"}],
    }
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "handlungsziele": [ziel]}
    meldung = {
        "am": "2021-11-01",
        "erfasst": "2021-11-02",
        "massnahme": "eine",
        "stand": "begonnen",
        "neuer_termin": "Konzept 2022, Umsetzung 2023",
        "beschluss": {"gremium": "Kreistag"},
    }
    fassung = Fassung(
        "2020",
        Rahmen.model_validate({"titel": "T", "art": "Konzept", "stand": "2020", "gilt_bis": "2023"}),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": [meldung]}),
        dateien=("feld.yaml",),
    )
    plan_ = Plan(fassungen=(fassung,))
    stellen = {stelle.id: stelle for stelle in fassung.stellen()}
    des_ziels = karte(plan_, fassung, stellen["ziel"], date(2022, 1, 1)).termin
    assert des_ziels is not None
    assert [(one.massnahme, one.teil) for one in des_ziels.fristen] == [("andere", 1)]
    neu = karte(plan_, fassung, stellen["eine"], date(2022, 1, 1)).termin
    assert neu is not None
    assert (neu.bisher, neu.traeger, len(neu.zeitpunkt.teile)) == ("bis Ende 2021", None, 2)
    assert neu.gesetzt is not None
    alt = karte(plan_, fassung, stellen["andere"], date(2022, 1, 1)).termin
    assert alt is not None
    assert (alt.bisher, alt.gesetzt, alt.traeger and alt.traeger.id) == (None, None, "ziel")


def test_history_names_number_and_title_and_what_was_taken_in() -> None:
    lage = {one.fassung: one for one in zeige("lotsennetz").geschichte}
    assert [one.verweis.nummer for one in lage.values() if one.verweis] == ["1.1 M3", "1.2 M3"]
    assert (lage["2022"].meldungen, lage["2025"].meldungen) == (6, 1)
    (neu,) = zeige("beratungsverbund").geschichte
    assert {art for _, art in neu.aufgenommen} == {Verbleibart.ZUSAMMENGELEGT}
    assert [alt.verweis.nummer for alt, _ in neu.aufgenommen if alt.verweis] == ["1.2 M1", "1.2 M2", "1.2 M3"]


def test_history_says_what_became_of_it() -> None:
    station = Geschichten(muster(), HERBST).von("sprachlern-app")[-1]
    assert (station.fassung, station.lage) == ("2025", Lage.VERBLEIB)
    assert station.verbleib is not None
    assert station.verbleib.begruendung


def test_history_tells_the_unexplained_from_the_unknown() -> None:
    def fassung(name: str, ids: tuple[str, ...], **felder: str) -> Fassung:
        rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": name, **felder})
        felder_ = tuple(Handlungsfeld.model_validate({"id": i, "nummer": "1", "titel": i}) for i in ids)
        return Fassung(name, rahmen, felder_, dateien=tuple(f"{i}.yaml" for i in ids))

    fassungen = (
        fassung("2010", (), vollstaendig="nein"),
        fassung("2014", ("wohnen",)),
        fassung("2018", (), vorgaenger="2014"),
        fassung("2022", (), vorgaenger="2018"),
    )
    stationen = Geschichten(Plan(fassungen=fassungen), HERBST).von("wohnen")
    assert [(one.fassung, one.lage) for one in stationen] == [
        ("2010", Lage.NICHT_BELEGT),
        ("2014", Lage.VORHANDEN),
        ("2018", Lage.OFFEN),
    ]


@pytest.mark.parametrize(
    "folder", [".", "beispiele/musterkreis", "beispiele/handlungsleitlinien", "beispiele/konstanz-2016"]
)
def test_every_id_of_every_plan_has_a_card(folder: str) -> None:
    for fassung in plan(folder).fassungen:
        for stelle in list(fassung.stellen())[::4]:
            bericht = karte(plan(folder), fassung, stelle, HERBST)
            assert (bericht.verweis.id, bericht.verweis.ebene) == (stelle.id, stelle.ebene)
            assert stelle.ebene is not Ebene.MASSNAHME or bericht.zeilen == ()
            assert stelle.id in [one.verweis.id for one in bericht.geschichte if one.verweis]
