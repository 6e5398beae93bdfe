"""A report speaks of one Maßnahme: what it sets or is told holds for that one alone."""

from __future__ import annotations

from typing import Any

from konzept.checks.sachstand import verweise
from konzept.checks.sachstand_fristen import erfuellungen
from konzept.diagnostics import SourceMap
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import KONZEPT_DATEI, Plan
from konzept.domain.sachstand import Sachstand


def plan(*eintraege: dict[str, Any]) -> Plan:
    """Return a plan of two goals, each with one Maßnahme that is due at the end of 2022."""
    ziele = [
        {
            "id": f"ziel-{name}",
            "nummer": f"1.{i}",
            "titel": "Z",
            "massnahmen": [{"id": name, "text": "Text", "termin": "bis Ende 2022"}],
        }
        for i, name in enumerate(("kurse", "beratung"), 1)
    ]
    feld = {"id": "feld", "nummer": "1", "titel": "F", "handlungsziele": ziele}
    rahmen = {"titel": "T", "art": "Konzept", "stand": "2020", "gilt_von": "2020", "gilt_bis": "2023"}
    log = [{"am": "2022-06-30", "erfasst": "2023-01-31", "stand": "laufend", **one} for one in eintraege]
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(rahmen),
        (Handlungsfeld.model_validate(feld),),
        Sachstand.model_validate({"eintraege": log}),
        dateien=("data/handlungsfelder/2020/1.yaml",),
    )
    return Plan(fassungen=(fassung,))


VERLEGT = {
    "massnahme": "kurse",
    "am": "2022-01-31",
    "neuer_termin": "bis Ende 2023",
    "beschluss": {"gremium": "Kreistag", "drucksache": "12/2022"},
}


def erledigt(massnahme: str, frist: str) -> dict[str, Any]:
    return {"massnahme": massnahme, "erfuellt": [{"teil": 1, "frist": frist}]}


def test_a_new_termin_holds_for_its_own_massnahme() -> None:
    own = plan(VERLEGT, erledigt("kurse", "2023-12-31"))
    other = plan(VERLEGT, erledigt("beratung", "2022-12-31"))
    wrong = plan(VERLEGT, erledigt("beratung", "2023-12-31"))
    sets_termin = own.fassungen[0].sachstand
    assert sets_termin is not None
    assert sets_termin.eintraege[0].setzt_termin
    assert [list(erfuellungen(one, SourceMap())) for one in (own, other)] == [[], []]
    assert [befund.code for befund in erfuellungen(wrong, SourceMap())] == ["frist-unbekannt"]


def test_unreadable_words_for_terms_cause_no_further_findings() -> None:
    wrong = plan(erledigt("kurse", "2021-12-31"))
    assert len(list(erfuellungen(wrong, SourceMap()))) == 1
    for faulty in ((KONZEPT_DATEI,), (KONZEPT_DATEI, "fristen"), (KONZEPT_DATEI, "fristen", "kurzfristig")):
        source = SourceMap()
        source.faulty.add(faulty)
        assert list(erfuellungen(wrong, source)) == [], faulty
    source = SourceMap()
    source.faulty.add((KONZEPT_DATEI, "farben"))
    assert len(list(erfuellungen(wrong, source))) == 1


def test_a_goal_in_place_of_a_massnahme_is_answered_with_what_stands_under_it() -> None:
    (befund,) = verweise(plan({"massnahme": "ziel-beratung"}), SourceMap())
    assert befund.hilfe == "»ziel-beratung« ist ein Handlungsziel; gemeldet wird zu einer Maßnahme: beratung."
