"""Who carries what: lead before involved, each part once, dissolved bodies with who came after them, who is asked."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.akteur import Akteur, Akteurart, Rolle
from konzept.domain.einstellungen import Berichtsrhythmus
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan
from konzept.reports.zustaendigkeiten import nachfolge, naechster_stichtag, zustaendigkeiten
from konzept.reports.zustaendigkeiten_anschreiben import versand

if TYPE_CHECKING:
    from konzept.reports.zustaendigkeiten_teile import Stellenteil, Zustaendigkeiten

ROOT = Path(__file__).parents[2]
TAG = date(2024, 6, 10)
FEDER = Rolle.FEDERFUEHREND
MASSNAHMEN = [
    {
        "id": "erste",
        "nummer": "1",
        "text": "Erste Maßnahme",
        "termin": "bis Ende 2023",
        "zustaendigkeiten": [
            "alt",
            {"akteur": "amt", "rolle": "mitwirkend", "hinweis": "Räume"},
            {"akteur": "amt", "rolle": "foerdernd"},
            "leute",
        ],
    },
    {
        "id": "zweite",
        "text": "Zweite Maßnahme",
        "zustaendigkeiten": [{"akteur": "weg", "rolle": "traeger"}, "amt", "team"],
    },
    {"id": "dritte", "text": "Dritte Maßnahme, für die niemand genannt ist"},
]
AKTEURE = [
    {"id": "amt", "name": "Amt", "art": "verwaltung"},
    {"id": "team", "name": "Team", "art": "verwaltung", "gehoert_zu": "amt"},
    {"id": "alt", "name": "Altes Netz", "art": "netzwerk", "gueltig_bis": "2022", "nachfolger": "mitte"},
    {"id": "mitte", "name": "Mittleres Netz", "art": "netzwerk", "gueltig_bis": "2023", "nachfolger": "neu"},
    {"id": "neu", "name": "Neues Netz", "art": "netzwerk"},
    {"id": "weg", "name": "Verein", "art": "verein", "gueltig_bis": "2024-06-09"},
    {"id": "leute", "name": "ExpertInnen", "art": "gruppe"},
    {"id": "still", "name": "Ohne Anteil", "art": "verein"},
]


def made_up(akteure: list[dict[str, str]] = AKTEURE, meldungen: tuple[dict[str, str], ...] = ()) -> Plan:
    """Make a plan of one field with three Maßnahmen."""
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": MASSNAHMEN}
    return Plan(
        akteure=tuple(Akteur.model_validate(akteur) for akteur in akteure),
        fassungen=(
            Fassung(
                "2022",
                Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2022"}),
                (Handlungsfeld.model_validate(feld),),
                Sachstand.model_validate({"eintraege": meldungen}),
                dateien=("f",),
            ),
        ),
    )


def report(plan: Plan, akteur: str | None = None, tag: date = TAG) -> Zustaendigkeiten:
    return zustaendigkeiten(plan, plan.fassungen[0], tag, plan.akteur_nach_id[akteur] if akteur else None)


def teil(bericht: Zustaendigkeiten, name: str) -> Stellenteil:
    (gefunden,) = [one for one in bericht.stellen if one.akteur.id == name]
    return gefunden


def test_lead_comes_before_involved_and_every_part_stands_once() -> None:
    amt = teil(report(made_up()), "amt")
    assert [(one.zeile.id, one.rollen, one.hinweise) for one in amt.anteile] == [
        ("zweite", (FEDER,), ()),
        ("erste", (Rolle.MITWIRKEND, Rolle.FOERDERND), ("Räume",)),
    ]
    assert [one.zeile.id for one in amt.federfuehrend] == ["zweite"]


def test_bodies_stand_by_kind_and_those_without_a_part_are_left_out() -> None:
    bericht = report(made_up())
    assert [(art, [one.akteur.id for one in teile]) for art, teile in bericht.gruppen] == [
        (Akteurart.VERWALTUNG, ["amt", "team"]),
        (Akteurart.VEREIN, ["weg"]),
        (Akteurart.NETZWERK, ["alt"]),
        (Akteurart.GRUPPE, ["leute"]),
    ]
    assert [zeile.id for zeile in bericht.ohne] == ["dritte"]


def test_one_body_is_given_with_what_belongs_to_it_even_without_a_part() -> None:
    plan = made_up()
    assert [one.akteur.id for one in report(plan, "amt").stellen] == ["amt", "team"]
    (still,) = report(plan, "still").stellen
    assert still.anteile == ()
    # whose Maßnahme has nobody is no question about one body
    assert report(plan, "amt").ohne == ()


@pytest.mark.parametrize(
    ("tag", "aufgeloest", "nachfolger"),
    [
        (date(2022, 12, 31), False, None),
        (date(2023, 1, 1), True, "mitte"),
        (date(2023, 12, 31), True, "mitte"),
        (date(2024, 1, 1), True, "neu"),
    ],
)
def test_a_dissolved_body_is_followed_by_who_is_there_on_the_stichtag(
    tag: date, nachfolger: str | None, *, aufgeloest: bool
) -> None:
    alt = teil(report(made_up(), tag=tag), "alt")
    assert (alt.aufgeloest, alt.nachfolge.id if alt.nachfolge else None) == (aufgeloest, nachfolger)


def test_a_circle_of_dissolved_bodies_has_no_nachfolger() -> None:
    kreis = [
        {"id": "a", "name": "A", "art": "verein", "gueltig_bis": "2020", "nachfolger": "b"},
        {"id": "b", "name": "B", "art": "verein", "gueltig_bis": "2020", "nachfolger": "a"},
    ]
    plan = made_up(kreis)
    assert nachfolge(plan, plan.akteure[0], TAG) is None


@pytest.mark.parametrize(
    ("rhythmus", "stichtag", "naechster"),
    [
        (Berichtsrhythmus.HALBJAEHRLICH, date(2024, 6, 10), date(2024, 6, 30)),
        (Berichtsrhythmus.HALBJAEHRLICH, date(2024, 6, 30), date(2024, 12, 31)),
        (Berichtsrhythmus.HALBJAEHRLICH, date(2024, 12, 31), date(2025, 6, 30)),
        (Berichtsrhythmus.JAEHRLICH, date(2024, 1, 1), date(2024, 12, 31)),
        (Berichtsrhythmus.JAEHRLICH, date(2024, 12, 31), date(2025, 12, 31)),
        (Berichtsrhythmus.VIERTELJAEHRLICH, date(2024, 8, 1), date(2024, 9, 30)),
        (Berichtsrhythmus.MONATLICH, date(2024, 2, 1), date(2024, 2, 29)),
        (Berichtsrhythmus.MONATLICH, date(2024, 12, 31), date(2025, 1, 31)),
        (Berichtsrhythmus.MONATLICH, date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_the_next_stichtag_ends_a_whole_unit_of_the_rhythm(
    rhythmus: Berichtsrhythmus, stichtag: date, naechster: date
) -> None:
    assert naechster_stichtag(stichtag, rhythmus) == naechster


def test_what_is_reported_as_done_is_known_as_done_from_the_day_it_was_written_down() -> None:
    meldung = {"am": "2024-01-31", "erfasst": "2024-02-15", "massnahme": "zweite", "stand": "umgesetzt"}
    plan = made_up(meldungen=(meldung,))
    assert not teil(report(plan, tag=date(2024, 2, 14)), "amt").federfuehrend[0].abgeschlossen
    assert teil(report(plan, tag=date(2024, 2, 15)), "amt").federfuehrend[0].abgeschlossen


def test_letters_go_to_whoever_is_there_and_each_body_is_accounted_for_once() -> None:
    plan = made_up()
    post = versand(plan, report(plan))
    assert [brief.empfaenger.id for brief in post.anschreiben] == ["amt", "team", "neu"]
    an_neu = post.anschreiben[2]
    assert an_neu.eigener is None
    assert [one.akteur.id for one in an_neu.uebernommen] == ["alt"]
    assert [akteur.id for akteur in post.anschreiben[0].eigens] == ["team"]
    assert [one.akteur.id for one in post.uebergegangen] == ["alt"]
    assert [one.akteur.id for one in post.unerreichbar] == ["weg"]
    assert [akteur.id for akteur in post.gruppen] == ["leute"]
    assert [akteur.id for akteur in post.ohne_anteil] == ["mitte", "still"]


@cache
def shipped(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


@pytest.mark.parametrize(
    ("ort", "fassung", "tag"),
    [
        ("", "2018", date(2019, 1, 1)),
        ("", "2020", date(2022, 1, 1)),
        ("beispiele/musterkreis", "2022", date(2024, 6, 10)),
        ("beispiele/musterkreis", "2025", date(2025, 6, 30)),
        ("beispiele/konstanz-2016", "2016", date(2016, 12, 31)),
        ("beispiele/handlungsleitlinien", "2016", date(2016, 12, 31)),
    ],
)
def test_every_zustaendigkeit_of_the_plans_is_in_the_list_and_every_body_in_one_pile(
    ort: str, fassung: str, tag: date
) -> None:
    plan = shipped(ort)
    bericht = zustaendigkeiten(plan, plan.fassung_nach_id[fassung], tag)
    gelistet = {
        (one.akteur.id, anteil.zeile.id, rolle)
        for one in bericht.stellen
        for anteil in one.anteile
        for rolle in anteil.rollen
    }
    im_plan = {
        (eine.akteur, stelle.id, eine.rolle)
        for stelle in plan.fassung_nach_id[fassung].massnahmen()
        for eine in getattr(stelle.gegenstand, "zustaendigkeiten", ())
    }
    assert gelistet == im_plan
    post = versand(plan, bericht)
    haufen = [
        *(brief.empfaenger.id for brief in post.anschreiben),
        *(akteur.id for akteur in (*post.ohne_anteil, *post.gruppen)),
        *(one.akteur.id for one in (*post.uebergegangen, *post.unerreichbar)),
    ]
    assert sorted(haufen) == sorted(akteur.id for akteur in plan.akteure)
