"""What is skipped hides nothing behind it, and what is silent is silent for its own reason: a table for each check."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from konzept.checks import entscheidungen, fassungen, indikatoren, verweise
from konzept.diagnostics import Location, SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Foerderprogramm
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Messung, Wertedatei
from konzept.domain.plan import AKTEURE_DATEI, PROGRAMME_DATEI, Plan
from konzept.domain.sachstand import Sachstand
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from konzept.diagnostics import Befund

    Check = Callable[[Plan, SourceMap], Iterator[Befund]]


def massnahme(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": f"Text {name}", **more}


def fassung(
    name: str,
    massnahmen: list[dict[str, Any]],
    *,
    feld: dict[str, Any] | None = None,
    ziel: dict[str, Any] | None = None,
    log: list[dict[str, Any]] | None = None,
    **rahmen: Any,
) -> Fassung:
    """Return a Fassung with one field, one goal and these Maßnahmen in it."""
    goal = {
        "id": f"ziel-{name}",
        "nummer": "1.1",
        "titel": "Ziel",
        "massnahmen": massnahmen,
        **(ziel or {}),
    }
    body = {"id": f"feld-{name}", "nummer": "1", "titel": "Feld", "handlungsziele": [goal], **(feld or {})}
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "T", "art": "K", "stand": name[:4], **rahmen}),
        (Handlungsfeld.model_validate(body),),
        Sachstand.model_validate({"eintraege": log}) if log is not None else None,
        datei=f"data/fassungen/{name}.yaml",
        dateien=(f"data/handlungsfelder/{name}/1.yaml",),
    )


def meldung(name: str, am: str, stand: str, erfasst: str = "2023-12-31") -> dict[str, Any]:
    return {"am": am, "erfasst": erfasst, "massnahme": name, "stand": stand}


def values(rows: list[tuple[str, str]]) -> Wertedatei:
    """Return a file of values by indicator and day."""
    werte = ({"indikator": name, "am": am, "wert": "1"} for name, am in rows)
    return Wertedatei("data/indikatoren/a.yaml", tuple(map(Messung.model_validate, werte)))


def words(check: Check, plan: Plan, source: SourceMap | None = None) -> list[str]:
    """Return what each finding of a check quotes first."""
    return [befund.meldung.split("»")[1].split("«")[0] for befund in check(plan, source or SourceMap())]


def bezug(*ziele: str) -> dict[str, Any]:
    return {"querbezuege": [{"ziel": ziel, "art": "siehe"} for ziel in ziele]}


REGISTER = tuple(
    Akteur.model_validate({"art": "behoerde", **one})
    for one in (
        {"id": "amt", "name": "Amt für Migration", "aliasse": ["Ausländeramt"]},
        {"id": "vhs", "name": "Volkshochschule"},
    )
)
PROGRAMME = (Foerderprogramm.model_validate({"id": "da", "name": "Da"}),)


@pytest.mark.parametrize(
    ("check", "plan", "expected"),
    [
        pytest.param(
            verweise.akteure,
            Plan(
                akteure=REGISTER,
                fassungen=(
                    fassung("2020", [massnahme("m", zustaendigkeiten=["amt", "verworfen", "fremd"])]),
                ),
                verworfene_ids=frozenset({"verworfen"}),
            ),
            ["fremd"],
            id="a body whose entry was unreadable",
        ),
        pytest.param(
            verweise.foerderprogramme,
            Plan(
                foerderprogramme=PROGRAMME,
                fassungen=(
                    fassung(
                        "2020",
                        [
                            massnahme("a", foerderungen=[{"programm": "da"}, {"programm": "verworfen"}]),
                            massnahme("b", foerderungen=[{"programm": "weg"}]),
                        ],
                    ),
                ),
                verworfene_ids=frozenset({"verworfen"}),
            ),
            ["weg"],
            id="a programme",
        ),
        pytest.param(
            verweise.querbezuege,
            Plan(
                fassungen=(
                    fassung(
                        "2020", [massnahme("a", **bezug("feld-2020", "verworfen", "weg")), massnahme("b")]
                    ),
                ),
                verworfene_ids=frozenset({"verworfen"}),
            ),
            ["weg"],
            id="the end of a Querbezug",
        ),
        pytest.param(
            verweise.leitziele,
            Plan(
                fassungen=(
                    fassung(
                        "2020",
                        [],
                        ziel={"leitziele": ["l", "verworfen", "weg"]},
                        leitziele=[{"id": "l", "nummer": "1", "titel": "L"}],
                    ),
                ),
                verworfene_ids=frozenset({"verworfen"}),
            ),
            ["weg"],
            id="a Leitziel",
        ),
        pytest.param(
            fassungen.vorgaenger,
            Plan(
                fassungen=(
                    fassung("2016", []),
                    fassung("2018", [], vorgaenger="kaputt"),
                    fassung("2020", [], vorgaenger="weg"),
                ),
                unlesbare_dateien=frozenset({"data/fassungen/kaputt.yaml"}),
            ),
            ["weg"],
            id="a Vorgänger that could not be read",
        ),
        pytest.param(
            fassungen.erledigte,
            Plan(
                fassungen=(
                    fassung(
                        "2020",
                        [],
                        log=[meldung(one, "2021-06-30", "umgesetzt") for one in ("b", "c")],
                    ),
                    fassung(
                        "2022",
                        [massnahme(one) for one in "abc"],
                        log=[meldung("b", "2023-06-30", "laufend")],
                        vorgaenger="2020",
                    ),
                )
            ),
            ["c"],
            id="a Maßnahme that nobody called done, and one that goes on",
        ),
        pytest.param(
            indikatoren.einheiten,
            Plan(
                fassungen=(
                    fassung(
                        "2020",
                        [
                            massnahme(
                                "m", indikatoren=[{"id": one, "titel": "T"} for one in ("a", "b", "c")]
                            ),
                        ],
                    ),
                ),
                wertedateien=(values([("b", "2021"), ("c", "2021")]),),
            ),
            ["b", "c"],
            id="an indicator without values, and one without unit",
        ),
    ],
)
def test_what_is_skipped_hides_nothing_behind_it(check: Check, plan: Plan, expected: list[str]) -> None:
    assert words(check, plan) == expected


@pytest.mark.parametrize("faulty", [(AKTEURE_DATEI, "akteure"), (AKTEURE_DATEI,)])
def test_a_register_that_could_not_be_read_is_one_fault(faulty: tuple[str, ...]) -> None:
    plan = Plan(fassungen=(fassung("2020", [massnahme("m", zustaendigkeiten=["amt"])]),))
    source = SourceMap()
    assert words(verweise.akteure, plan, source) == ["amt"]
    source.faulty.add(faulty)
    assert words(verweise.akteure, plan, source) == []


def test_a_programme_of_an_unreadable_register_is_not_missed_either() -> None:
    m = massnahme("m", foerderungen=[{"programm": "weg"}])
    lost = Plan(fassungen=(fassung("2020", [m]),), unlesbare_dateien=frozenset({PROGRAMME_DATEI}))
    assert words(verweise.foerderprogramme, lost) == []


def test_who_reports_is_looked_for_at_the_number_of_his_entry() -> None:
    log = [meldung("m", "2021-01-01", "laufend") | {"von": one} for one in ("amt", "fremd")]
    plan = Plan(akteure=REGISTER, fassungen=(fassung("2020", [massnahme("m")], log=log),))
    place = Location("data/sachstand/2020.yaml", 9, 3)
    source = SourceMap({("data/sachstand/2020.yaml", "eintraege", 1, "von"): place})
    assert [befund.ort for befund in verweise.akteure(plan, source)] == [place]


@pytest.mark.parametrize(
    ("written", "near"),
    # the id first, then every name it is known by; what is like nothing gets no suggestion
    [
        ("vhz", "vhs"),
        ("volkshochschul", "vhs"),
        ("auslaenderam", "amt"),
        ("amt-fuer-migratio", "amt"),
        ("xyzzy", None),
    ],
)
def test_a_body_is_suggested_by_each_of_its_names(written: str, near: str | None) -> None:
    plan = Plan(akteure=REGISTER, fassungen=(fassung("2020", [massnahme("m", zustaendigkeiten=[written])]),))
    (befund,) = verweise.akteure(plan, SourceMap())
    assert befund.hilfe.startswith(f"Meinten Sie »{near}«" if near else "Neue Akteure")


def test_an_id_that_is_near_goes_before_a_name_that_is_nearer() -> None:
    other = Akteur.model_validate({"id": "datenmuehle", "name": "D", "kurz": "AMD", "art": "unternehmen"})
    plan = Plan(
        akteure=(*REGISTER, other),
        fassungen=(fassung("2020", [massnahme("m", zustaendigkeiten=["amd"])]),),
    )
    (befund,) = verweise.akteure(plan, SourceMap())
    assert befund.hilfe.startswith("Meinten Sie »amt«")


def test_a_suggestion_names_the_number_of_a_goal_and_never_that_of_a_massnahme() -> None:
    one = fassung("2020", [massnahme("beratung-a", nummer="2", **bezug("ziel-202", "beratung-b"))])
    first, second = verweise.querbezuege(Plan(fassungen=(one,)), SourceMap())
    assert first.hilfe.startswith("Meinten Sie »ziel-2020« (1.1 Ziel)? ")
    assert second.hilfe.startswith("Meinten Sie »beratung-a« (Text beratung-a)? ")


def test_no_end_of_a_querbezug_is_missed_while_a_field_cannot_be_read() -> None:
    one = fassung("2020", [massnahme("a", **bezug("weg"))])
    assert words(verweise.querbezuege, Plan(fassungen=(one,))) == ["weg"]
    lost = Plan(fassungen=(one,), unlesbare_dateien=frozenset({"data/handlungsfelder/2020/2.yaml"}))
    assert words(verweise.querbezuege, lost) == []


def test_an_element_without_readable_id_may_be_the_one_and_hides_no_other() -> None:
    one = fassung("2020", [massnahme("unlesbar"), massnahme("b", **bezug("fern", "ziel-202"))])
    source = SourceMap()
    (stelle,) = (s for s in one.massnahmen() if s.id == "unlesbar")
    source.faulty.add((*stelle.pfad, "id"))
    # »fern« is like no id and may be its own; »ziel-202« is a slip of »ziel-2020«
    assert words(verweise.querbezuege, Plan(fassungen=(one,)), source) == ["ziel-202"]


def test_of_several_that_are_gone_each_is_named_and_with_its_own_verbleib() -> None:
    eintraege = [
        {"id": "a", "verbleib": "umgesetzt", "begruendung": "x"},
        {"id": "b", "verbleib": "erfolglos", "begruendung": "x"},
    ]
    plan = Plan(
        fassungen=(
            fassung("2016", [massnahme("a"), massnahme("b")]),
            fassung(
                "2020",
                [massnahme("c", **bezug("c", "a", "b"))],
                vorgaenger="2016",
                verbleib={"2016": {"eintraege": eintraege}},
            ),
        )
    )
    befunde = list(verweise.nicht_fortgefuehrte(plan, SourceMap()))
    assert [befund.hilfe.split(".")[0] for befund in befunde] == [
        "Verbleib: umgesetzt",
        "Verbleib: erfolglos",
    ]


def test_one_gone_that_may_be_unreadable_here_hides_no_other() -> None:
    new = fassung("2020", [massnahme("kaputt", titel="Titel a"), massnahme("c", **bezug("a", "b"))])
    source = SourceMap()
    (stelle,) = (s for s in new.massnahmen() if s.id == "kaputt")
    source.faulty.add((*stelle.pfad, "id"))
    old = fassung("2016", [massnahme("a", titel="Titel a"), massnahme("b")])
    befunde = list(verweise.nicht_fortgefuehrte(Plan(fassungen=(old, new)), source))
    assert [befund.meldung.split("»")[1].split("«")[0] for befund in befunde] == ["b"]


def test_leitziele_of_one_fassung_are_judged_where_those_of_another_cannot_be_read() -> None:
    plan = Plan(
        fassungen=tuple(fassung(name, [], ziel={"leitziele": ["weg"]}) for name in ("2016", "2020")),
        unlesbare_dateien=frozenset({"data/fassungen/2016.yaml"}),
    )
    assert [befund.ort.datei for befund in verweise.leitziele(plan, SourceMap())] == [
        "data/handlungsfelder/2020/1.yaml"
    ]


def test_a_circle_of_fassungen_that_another_leads_into_ends() -> None:
    chain = {"2016": "2018", "2018": "2016", "2020": "2018"}
    plan = Plan(fassungen=tuple(fassung(one, [], vorgaenger=vor) for one, vor in chain.items()))
    befunde = list(fassungen.vorgaenger(plan, SourceMap()))
    assert [befund.ort.datei for befund in befunde] == [
        "data/fassungen/2016.yaml",
        "data/fassungen/2018.yaml",
    ]
    assert {befund.code for befund in befunde} == {"vorgaenger-im-kreis"}


@pytest.mark.parametrize(
    ("named", "known", "remedy"),
    [
        ("2021", ["2020"], "Meinten Sie »2020«? Vorhanden: 2020."),
        ("entwurf", ["2016", "2020"], "Vorhanden: 2016, 2020."),
        ("2020", [], "Vorhanden: keine."),
    ],
)
def test_the_fassungen_there_are_stand_in_the_remedy(named: str, known: list[str], remedy: str) -> None:
    plan = Plan(
        einstellungen=Einstellungen.model_validate({"fassung": named}),
        fassungen=tuple(fassung(name, []) for name in known),
    )
    (befund,) = fassungen.standardfassung(plan, SourceMap())
    assert befund.hilfe == remedy


@pytest.mark.parametrize(
    ("named", "remedy"),
    [("2021", "Meinten Sie »2020«?"), ("entwurf", "Legen Sie data/fassungen/entwurf.yaml an.")],
)
def test_an_unknown_vorgaenger_is_a_slip_or_is_to_be_made(named: str, remedy: str) -> None:
    plan = Plan(fassungen=(fassung("2020", [], vorgaenger=named),))
    (befund,) = fassungen.vorgaenger(plan, SourceMap())
    assert befund.hilfe == remedy


@pytest.mark.parametrize(
    ("von", "bis", "wrong"),
    [
        ("2020", "2019", True),
        ("2020-01-01", "2020-01-01", False),
        (None, "2019", False),
        ("2020", None, False),
    ],
)
def test_a_fassung_may_last_a_day_or_have_one_end_only(
    von: str | None, bis: str | None, *, wrong: bool
) -> None:
    plan = Plan(fassungen=(fassung("2020", [], gilt_von=von, gilt_bis=bis),))
    assert len(list(fassungen.geltung(plan, SourceMap()))) == wrong


def test_what_the_frame_does_not_write_is_not_open() -> None:
    """A place among the plain values alone is no key: a list's own dash has one too."""
    plan = Plan(fassungen=(fassung("2020", []),))
    pfad = ("data/fassungen/2020.yaml", "beschluss")
    source = SourceMap()
    source.plain.add(pfad)
    assert list(fassungen.offene_angaben(plan, source)) == []
    source.keys[pfad] = Location(pfad[0], 4, 1)
    assert [befund.code for befund in fassungen.offene_angaben(plan, source)] == ["angabe-offen"]


@pytest.mark.parametrize("unreadable", ["data/fassungen/2016.yaml", "data/handlungsfelder/2020/2.yaml"])
def test_no_indicator_is_missed_while_a_file_that_may_hold_it_cannot_be_read(unreadable: str) -> None:
    werte = values([("weg", "2021")])
    one = fassung("2020", [])
    assert words(indikatoren.verweise, Plan(fassungen=(one,), wertedateien=(werte,))) == ["weg"]
    lost = Plan(fassungen=(one,), wertedateien=(werte,), unlesbare_dateien=frozenset({unreadable}))
    assert words(indikatoren.verweise, lost) == []


@pytest.mark.parametrize(
    ("days", "meldung_"),
    [
        # too late for what follows; too early for what stands before; first of all; twice the same day is in order
        (["2020", "2029", "2021", "2022"], "für 2029, steht aber vor einem für 2021."),
        (["2020", "2021", "2022", "2019"], "für 2019, steht aber hinter einem für 2022."),
        (["2029", "2020", "2021"], "für 2029, steht aber vor einem für 2020."),
        (["2025", "2020", "2021", "2022", "2030"], "für 2025, steht aber vor einem für 2020."),
        (["2020", "2020-12-31", "2021"], None),
    ],
)
def test_a_value_out_of_order_is_told_against_its_neighbour(days: list[str], meldung_: str | None) -> None:
    plan = Plan(wertedateien=(values([("i", day) for day in days]),))
    befunde = [befund.meldung for befund in indikatoren.reihenfolge(plan, SourceMap())]
    assert [one.removeprefix("Dieser Wert gilt ") for one in befunde] == ([meldung_] if meldung_ else [])


def with_comment(text: str) -> SourceMap:
    """Return a source in which one comment stands above a line."""
    datei = "data/handlungsfelder/2020/1.yaml"
    return SourceMap(lines={datei: [text, "titel: x"]}, comments={datei: [Location(datei, 1, 1)]})


def test_each_finding_that_says_the_same_takes_the_place_of_the_comment(tmp_path: Path) -> None:
    """All five checks are asked, each by its own word (issue 4): announced by `fortschreiben` is listed once."""
    files = {
        "konzept": "{}\n",
        "akteure": "akteure: []\n",
        "fassungen/2020": "titel: P\nart: K\nstand: 2020\ngilt_von: 2020\n",
        "handlungsfelder/2020/1": 'id: f\nnummer: "1"\ntitel: T\nmassnahmen:\n'
        "  - {id: alt, text: A}\n  - {id: m, text: M}\n",
        "sachstand/2020": "eintraege:\n  - {am: 2021-01-01, erfasst: 2021-01-01, massnahme: m, stand: umgesetzt}\n",
        "fassungen/2022": 'titel: P\nart: K\nstand: 2022\ngilt_von: 2022\nvorgaenger: "2020"\n'
        "# Offen: Beschluss?\nbeschluss:\n",
        "handlungsfelder/2022/1": 'id: f\nnummer: "1"\ntitel: T\nhandlungsziele:\n'
        "  # Offen: Ohne Maßnahmen?\n"
        '  - id: z\n    nummer: "1.1"\n    titel: Z\n'
        "massnahmen:\n"
        "  # Vorschlag: herausnehmen\n"
        "  - id: m\n    text: M\n"
        "    # Offen: Der Termin ist abgelaufen.\n"
        "    termin: bis Ende 2019\n"
        "    querbezuege:\n"
        "      # Offen: Der Querbezug führt ins Leere.\n"
        "      - {ziel: alt, art: siehe}\n",
    }
    for name, text in files.items():
        path = tmp_path / "data" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load_plan(tmp_path)
    assert loaded.findings == []
    assert list(entscheidungen.offene(loaded.plan, loaded.source)) == []
    # the other checks still say what each comment said
    checks = (
        fassungen.offene_angaben,
        fassungen.erledigte,
        verweise.nicht_fortgefuehrte,
    )
    codes = [befund.code for check in checks for befund in check(loaded.plan, loaded.source)]
    assert codes == ["angabe-offen", "erledigtes-fortgefuehrt", "querbezug-nicht-fortgefuehrt"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [("# Offen: x", "Entscheiden Sie; dann"), ("# Vorschlag: x", "Folgen Sie ihm oder nicht; dann")],
)
def test_a_proposal_may_be_followed_and_a_question_is_decided(text: str, verb: str) -> None:
    (befund,) = entscheidungen.offene(Plan(), with_comment(text))
    assert befund.hilfe == f"{verb} löschen Sie den Kommentar."


def test_the_day_of_the_log_is_a_date() -> None:
    """What the helper writes is what the model reads: else the tests above would test nothing."""
    one = fassung("2020", [massnahme("m")], log=[meldung("m", "2021-06-30", "umgesetzt")])
    assert one.sachstand is not None
    assert one.sachstand.eintraege[0].am == date(2021, 6, 30)
