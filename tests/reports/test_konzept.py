"""The document of a Fassung: complete, in reading order, every reference resolved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene, Querbezugart
from konzept.domain.handlungsfeld import Massnahme
from konzept.load import load_plan
from konzept.reports.konzept import konzeptbericht
from konzept.reports.konzept_titel import ueberschrift

if TYPE_CHECKING:
    from konzept.reports.konzept_teile import Konzept, Massnahmenteil

ROOT = Path(__file__).parents[2]


def bericht(ort: str, fassung: str) -> Konzept:
    plan = load_plan(ROOT / ort).plan
    return konzeptbericht(plan, plan.fassung_nach_id[fassung])


@pytest.fixture(scope="module")
def ilm_kreis() -> Konzept:
    return bericht("", "2020")


@pytest.fixture(scope="module")
def musterkreis() -> Konzept:
    return bericht("beispiele/musterkreis", "2025")


def teil(konzept: Konzept, name: str) -> Massnahmenteil:
    alle = [m for f in konzept.felder for m in (*f.massnahmen, *(m for z in f.ziele for m in z.massnahmen))]
    return next(m for m in alle if m.massnahme.id == name)


def test_the_document_holds_the_whole_plan(ilm_kreis: Konzept) -> None:
    umfang = ilm_kreis.umfang
    assert (umfang.felder, umfang.ziele, umfang.massnahmen) == (6, 42, 50)
    assert [len(f.ziele) for f in ilm_kreis.felder] == [5, 9, 8, 6, 9, 5]
    assert len(ilm_kreis.leitziele) == 4


def test_goals_come_in_the_order_of_their_numbers(ilm_kreis: Konzept) -> None:
    nummern = [z.ziel.nummer for z in ilm_kreis.felder[2].ziele]
    assert nummern == ["3.1", "3.2", "3.3", "3.4", "3.4.1", "3.5", "3.6", "3.7"]


def test_roles_are_grouped_in_their_order(ilm_kreis: Konzept) -> None:
    rollen = teil(ilm_kreis, "interkulturelle-oeffnung-der-institutionen").rollen
    assert [rolle for rolle, _ in rollen] == [Rolle.FEDERFUEHREND, Rolle.UNTERSTUETZEND, Rolle.FOERDERND]
    assert [len(stellen) for _, stellen in rollen] == [1, 2, 3]


def test_links_lead_there_and_back(ilm_kreis: Konzept) -> None:
    hin = teil(ilm_kreis, "tag-der-vereine").hin
    assert [(b.art, b.id) for b in hin] == [
        (Querbezugart.ANALOG, "kultur-freizeit-und-sport"),
        (Querbezugart.SIEHE, "tag-der-vereine-organisieren"),
    ]
    assert hin[0].ziel is not None
    assert (hin[0].ziel.ebene, hin[0].ziel.nummer) == (Ebene.HANDLUNGSFELD, "6")
    feld = next(f for f in ilm_kreis.felder if f.feld.id == "kultur-freizeit-und-sport")
    assert [b.id for b in feld.zurueck] == ["tag-der-vereine"]
    # the two Interkulturelle Wochen name each other: no second link back
    assert teil(ilm_kreis, "interkulturelle-wochen").zurueck == ()


def test_leitziele_know_the_goals_that_serve_them(musterkreis: Konzept) -> None:
    teilhabe = musterkreis.leitziele[0]
    assert [v.nummer for v in teilhabe.verfolgt_von][:2] == ["1.1", "1.2"]


def test_only_bodies_and_programmes_that_the_document_names(musterkreis: Konzept) -> None:
    assert all(zeile.anteile for _, zeilen in musterkreis.akteure for zeile in zeilen)
    assert all(programm.massnahmen for programm in musterkreis.programme)
    assert musterkreis.umfang.stellen == sum(len(zeilen) for _, zeilen in musterkreis.akteure)


def test_the_annex_lists_what_was_not_carried_over(ilm_kreis: Konzept, musterkreis: Konzept) -> None:
    anhang = ilm_kreis.anhaenge[0]
    assert len(anhang.gruende) == 4
    assert [e.alt.nummer for e in anhang.eintraege if e.alt and e.alt.ebene is Ebene.MASSNAHME] == [
        "2.2",
        "3.5",
        "5.4",
        "5.5",
        "5.8 M2",
        "5.10",
        "5.12",
    ]
    zusammengelegt = [e for e in musterkreis.anhaenge[0].eintraege if e.id == "beratung-mustertal"]
    assert zusammengelegt[0].ziele[0][1] is not None
    assert zusammengelegt[0].ziele[0][1].titel.startswith("Beratungsverbund")


def test_abbreviations_come_as_in_a_german_index(ilm_kreis: Konzept) -> None:
    kurz = [paar[0] for paar in ilm_kreis.abkuerzungen]
    assert kurz.index("MBE") < kurz.index("ÖPNV") < kurz.index("S.")


@pytest.mark.parametrize(
    ("titel", "text", "kopf", "rest"),
    [
        (None, "Nur ein Satz", "Nur ein Satz", ""),
        (None, "Erster Satz. Zweiter Satz.", "Erster Satz.", "Zweiter Satz."),
        (None, "Kopf\n\n- a\n- b", "Kopf", "- a\n- b"),
        (None, "Ein *betontes* Wort. Rest.", "Ein *betontes* Wort.", "Rest."),
        (None, "Aufbau durch:\n- a\n- b", "Aufbau durch:", "- a\n- b"),
        (None, "- a\n- b", "", "- a\n- b"),
        (None, "Wort " * 60, "", ("Wort " * 60).strip()),
        ("Titel", "Anderer Text.", "Titel", "Anderer Text."),
        ("Ausbau im Kreis", "Ausbau im Kreis durch:\n\n- a", "Ausbau im Kreis durch:", "- a"),
        ("Ausbau im Kreis", "Ausbau im Kreis.", "Ausbau im Kreis.", ""),
        (
            "Ausbau",
            "Ausbau der Beratung in allen Gemeinden.",
            "Ausbau",
            "Ausbau der Beratung in allen Gemeinden.",
        ),
    ],
)
def test_no_sentence_stands_in_heading_and_text(titel: str | None, text: str, kopf: str, rest: str) -> None:
    ergebnis = ueberschrift(Massnahme.model_validate({"id": "m", "titel": titel, "text": text}))
    assert (ergebnis.kopf, ergebnis.rest) == (kopf, rest)
