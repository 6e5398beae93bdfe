"""The open data: every plan keeps the contract, nothing that is published is missing, nothing of »intern« is there."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain import akteur, element, fassung, foerderprogramm, handlungsfeld, indikator, sachstand
from konzept.domain.beschluss import Beschluss, Vorlage
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.gestaltung import Lizenz, Verweise
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render import konzept_vertrag as vertrag
from konzept.render import konzept_vertrag_formen as formen
from konzept.render import konzept_vertrag_stand as stand
from konzept.render import konzept_vertrag_stufen as stufen
from konzept.render.konzept_json import konzept_json, konzept_schema
from konzept.render.konzept_json_formen import lizenz
from konzept.reports.konzept_daten import konzeptdaten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from konzept.domain.werte import Wert

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "konzept-musterkreis-2025.json"
SCHEMA = ROOT / "schema" / "ausgabe" / "konzept.json"
PLANS = [
    ("", "2018"),
    ("", "2020"),
    ("beispiele/musterkreis", "2022"),
    ("beispiele/musterkreis", "2025"),
    ("beispiele/konstanz-2016", "2016"),
    ("beispiele/handlungsleitlinien", "2016"),
]


@cache
def plan_of(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


STICHTAG = date(2025, 7, 3)
"""The day of the newest entry in the log of the Musterkreis."""


def text_of(plan: Plan, name: str, stichtag: date = STICHTAG) -> str:
    return konzept_json(konzeptdaten(plan, plan.fassung_nach_id[name], stichtag))


def written(plan: Plan, name: str, stichtag: date = STICHTAG) -> Any:
    return json.loads(text_of(plan, name, stichtag))


@cache
def text_in(ort: str, name: str, stichtag: date = STICHTAG) -> str:
    return text_of(plan_of(ort), name, stichtag)


def data_in(ort: str, name: str, stichtag: date = STICHTAG) -> Any:
    return json.loads(text_in(ort, name, stichtag))


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(konzept_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def faults(data: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator().iter_errors(data)]


def massnahmen(data: Any) -> Iterator[Any]:
    for feld in data["handlungsfelder"]:
        yield from feld["massnahmen"]
        for ziel in feld["handlungsziele"]:
            yield from ziel["massnahmen"]


def test_the_schema_that_is_shipped_is_that_of_the_contract() -> None:
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        SCHEMA.parent.mkdir(parents=True, exist_ok=True)
        SCHEMA.write_text(konzept_schema(), encoding="utf-8", newline="\n")
    assert konzept_schema() == SCHEMA.read_text(encoding="utf-8")


@pytest.mark.parametrize(("ort", "name"), PLANS)
def test_every_plan_keeps_the_contract(ort: str, name: str) -> None:
    assert faults(data_in(ort, name)) == []


def test_the_musterkreis_is_written_as_it_was() -> None:
    text = text_in("beispiele/musterkreis", "2025")
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        GOLDEN.write_bytes(text.encode())
    assert text.encode() == GOLDEN.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data.update(neu=1), id="a key more"),
        pytest.param(lambda data: data.pop("lizenz"), id="a key less"),
        pytest.param(lambda data: data.update(vertrag="konzept/2"), id="another version"),
        pytest.param(
            lambda data: data["fassung"].update(letzter_tag="31.12.2027"), id="a day that is not ISO"
        ),
        pytest.param(lambda data: data["akteure"][0].update(art="person"), id="a word that is no choice"),
        pytest.param(
            lambda data: data["handlungsfelder"][0]["handlungsziele"][0]["massnahmen"][0].update(intern="x"),
            id="what is not to be published",
        ),
    ],
)
def test_the_schema_refuses_what_is_not_the_contract(change: Callable[[Any], Any]) -> None:
    data = data_in("beispiele/musterkreis", "2025")
    change(data)
    assert faults(data) != []


@pytest.mark.parametrize(("ort", "name"), PLANS)
def test_every_id_that_is_named_is_there(ort: str, name: str) -> None:
    """An Akteur, a programme, a Leitziel, the bearer of a Termin: all can be looked up in the same file."""
    data = data_in(ort, name)
    stellen = {one["id"] for one in data["akteure"]}
    programme = {one["id"] for one in data["foerderprogramme"]}
    ziele = {ziel["id"] for feld in data["handlungsfelder"] for ziel in feld["handlungsziele"]}
    alle = {one["id"]: one for one in massnahmen(data)}
    assert len(alle) == data["umfang"]["massnahmen"]
    for one in alle.values():
        assert {teil["akteur"] for teil in one["zustaendigkeiten"]} <= stellen
        assert {teil["programm"] for teil in one["foerderungen"]} <= programme
        assert one["termin"] is None or one["termin"]["traeger"] in {one["id"], *ziele}
        assert {teil["von"] for teil in (one["sachstand"] or {"meldungen": []})["meldungen"]} - {
            None
        } <= stellen
    assert {one["akteur"] for one in data["ueberblick"]["federfuehrungen"]} <= stellen
    for stelle in data["akteure"]:
        assert {stelle["gehoert_zu"], stelle["nachfolger"]} - {None} <= stellen
        assert {anteil["massnahme"] for anteil in stelle["anteile"]} <= set(alle)


def test_a_termin_has_its_wording_its_parts_and_its_fristen() -> None:
    (one,) = (one for one in massnahmen(data_in("", "2020")) if one["id"] == "vorschaltklassen-pruefen")
    termin = one["termin"]
    assert termin["text"] == "Prüfung 2021, Beginn des Schuljahres 2021/22"
    assert termin["traeger"] == "vorschaltklassen"
    assert [(teil["art"], teil["fristen"], teil["mehrdeutig"]) for teil in termin["teile"]] == [
        ("faellig", ["2021-12-31"], False),
        ("faellig", ["2021-08-01"], True),
    ]


def test_a_rhythm_ends_with_the_fassung_and_has_no_fristen_without_an_end() -> None:
    def fristen(gilt_bis: str | None) -> list[str]:
        angaben = {"titel": "Plan", "art": "Konzept", "stand": "2020-06-01", "gilt_bis": gilt_bis}
        rahmen = Rahmen.model_validate({name: wert for name, wert in angaben.items() if wert})
        feld = handlungsfeld.Handlungsfeld.model_validate(
            {
                "id": "feld",
                "nummer": "1",
                "titel": "Feld",
                "massnahmen": [
                    {"id": "a", "text": "Bericht", "termin": "jährlich, Abschluss bis 31.03.2030"},
                ],
            }
        )
        eine = Fassung("2020", rahmen, (feld,), dateien=("f.yaml",))
        (data,) = massnahmen(written(Plan(fassungen=(eine,)), "2020"))
        return [tag for teil in data["termin"]["teile"] for tag in teil["fristen"]]

    assert fristen("2022") == ["2021-12-31", "2022-12-31", "2030-03-31"]
    assert fristen(None) == ["2030-03-31"]


def test_who_publishes_and_under_which_licence() -> None:
    plan = plan_of("beispiele/musterkreis")
    assert (
        written(replace(plan, einstellungen=plan.einstellungen.model_copy(update={"lizenz": None})), "2025")[
            "lizenz"
        ]
        is None
    )
    gesetzt = plan.einstellungen.model_copy(
        update={
            "herausgeber": "Landratsamt",
            "lizenz": Lizenz(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
            "verweise": Verweise(impressum="https://musterkreis.example/impressum"),
        }
    )
    data = written(replace(plan, einstellungen=gesetzt), "2025")
    assert faults(data) == []
    assert (data["herausgeber"], data["lizenz"]["name"]) == ("Landratsamt", "CC BY 4.0")
    assert data["verweise"] == {
        "impressum": "https://musterkreis.example/impressum",
        "datenschutz": None,
        "barrierefreiheit": None,
    }


def test_without_a_publisher_it_is_the_body_whose_plan_it_is() -> None:
    ohne = plan_of("").einstellungen.model_copy(update={"herausgeber": None})
    assert written(replace(plan_of(""), einstellungen=ohne), "2020")["herausgeber"] == "Ilm-Kreis"


@pytest.mark.parametrize(
    ("url", "dcat"),
    [
        ("https://www.govdata.de/dl-de/by-2-0", "dl-by-de/2.0"),
        ("http://govdata.de/dl-de/zero-2-0/", "dl-zero-de/2.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", "cc-by/4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/legalcode", "cc-by-sa/4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "cc-zero"),
        ("http://dcat-ap.de/def/licenses/odby", "odby"),
        ("https://creativecommons.org/licenses/by/5.0/", None),
        ("https://musterkreis.example/lizenz", None),
        (None, None),
    ],
)
def test_a_licence_has_the_uri_by_which_portals_know_it(url: str | None, dcat: str | None) -> None:
    found = lizenz(Lizenz(name="L", url=url))
    assert found
    assert found["dcat"] == (f"http://dcat-ap.de/def/licenses/{dcat}" if dcat else None)


def test_the_sachstand_is_what_was_known_on_the_stichtag() -> None:
    """On the last of May the report of 10 June 2025, which was corrected on 3 July, was not known yet."""

    def known(stichtag: date) -> Any:
        data = data_in("beispiele/musterkreis", "2025", stichtag)
        assert data["stichtag"] == stichtag.isoformat()
        assert all(
            meldung["erfasst"] <= data["stichtag"]
            for one in massnahmen(data)
            if one["sachstand"]
            for meldung in one["sachstand"]["meldungen"]
        )
        return next(one["sachstand"] for one in massnahmen(data) if one["id"] == "beratungsverbund")

    heute = known(STICHTAG)
    assert (heute["stand"], heute["am"], heute["ampel"], heute["farbe"]) == (
        *("laufend", "2025-06-10"),
        *("im-plan", "gruen"),
    )
    assert [(one["am"], one["erfasst"]) for one in heute["meldungen"]] == [("2025-06-10", "2025-07-03")]
    assert known(date(2025, 5, 31)) != heute
    assert known(date(2024, 12, 31)) is None


def test_the_overview_adds_up() -> None:
    data = data_in("beispiele/musterkreis", "2025")
    zahlen = data["ueberblick"]
    alle = data["umfang"]["massnahmen"]
    assert sum(zahlen["terminlage"].values()) == sum(zahlen["ampel"].values()) == alle
    assert sum(feld["massnahmen"] for feld in zahlen["felder"]) == alle
    assert [feld["id"] for feld in zahlen["felder"]] == [feld["id"] for feld in data["handlungsfelder"]]
    for wort, zahl in zahlen["ampel"].items():
        assert sum(one["sachstand"]["ampel"] == wort for one in massnahmen(data)) == zahl
    assert sum(one["sachstand"]["ueberfaellig"] for one in massnahmen(data)) == sum(
        feld["ueberfaellig"] for feld in zahlen["felder"]
    )


def test_without_a_log_nobody_is_called_silent() -> None:
    data = data_in("", "2018")
    assert all(one["sachstand"] is None for one in massnahmen(data))
    assert data["ueberblick"]["ampel"] is None
    assert {feld["ueberfaellig"] for feld in data["ueberblick"]["felder"]} == {None}


def test_the_languages_are_counted_as_they_stand_in_the_data() -> None:
    data = data_in("beispiele/musterkreis", "2025")
    ebenen = [data["fassung"], *data["leitziele"], *data["handlungsfelder"], *massnahmen(data)]
    ebenen += [ziel for feld in data["handlungsfelder"] for ziel in feld["handlungsziele"]]
    assert {one["sprache"]: (one["vorhanden"], one["gesamt"]) for one in data["sprachen"]} == {
        "leicht": (sum(one["leichte_sprache"] is not None for one in ebenen), len(ebenen)),
        "en": (sum("en" in one["texte"] for one in ebenen), len(ebenen)),
    }


def test_where_a_proof_is_kept_is_not_published() -> None:
    plan = plan_of("beispiele/musterkreis")
    eine = plan.fassung_nach_id["2025"]
    assert eine.sachstand
    mit_beleg = eine.sachstand.model_copy(
        update={
            "eintraege": tuple(one.model_copy(update={"beleg": GEHEIM}) for one in eine.sachstand.eintraege)
        }
    )
    text = konzept_json(konzeptdaten(plan, replace(eine, sachstand=mit_beleg), STICHTAG))
    assert GEHEIM not in text


GEHEIM = "nur fürs Haus"


def with_remark(one: Any) -> Any:
    """Return an element with an internal remark on it and on everything below it."""
    below = {
        name: tuple(with_remark(part) for part in getattr(one, name))
        for name in ("leitziele", "handlungsziele", "massnahmen")
        if getattr(one, name, ()) and not isinstance(getattr(one, name)[0], str)
    }
    return one.model_copy(update={"intern": GEHEIM, **below})


def test_nothing_internal_is_published() -> None:
    plan = plan_of("beispiele/musterkreis")
    alt = plan.fassung_nach_id["2025"]
    neu = replace(
        alt,
        rahmen=with_remark(alt.rahmen),
        handlungsfelder=tuple(with_remark(feld) for feld in alt.handlungsfelder),
    )
    assert neu.handlungsfelder[0].handlungsziele[0].massnahmen[0].intern == GEHEIM
    text = konzept_json(konzeptdaten(plan, neu, STICHTAG))
    assert GEHEIM not in text
    assert '"intern"' not in text


@pytest.mark.parametrize(
    ("model", "abschnitt", "elsewhere"),
    [
        (Rahmen, vertrag.Fassung, {"leitziele", "verbleib"}),
        (fassung.Leitziel, stufen.Leitziel, set()),
        (handlungsfeld.Handlungsfeld, stufen.Handlungsfeld, set()),
        (handlungsfeld.Handlungsziel, stufen.Handlungsziel, set()),
        (handlungsfeld.Massnahme, stufen.Massnahme, set()),
        (handlungsfeld.Kosten, stufen.Kosten, set()),
        (element.Indikator, stufen.Indikator, set()),
        (indikator.Messung, stufen.Messwert, {"indikator"}),
        (akteur.Akteur, vertrag.Akteur, set()),
        (akteur.Zustaendigkeit, stufen.Zustaendigkeit, set()),
        (foerderprogramm.Foerderprogramm, vertrag.Foerderprogramm, set()),
        (foerderprogramm.Foerderung, stufen.Foerderung, set()),
        (Beschluss, formen.Beschluss, set()),
        (Vorlage, vertrag.Vorlage, set()),
        (sachstand.Meldung, stand.Meldung, {"massnahme", "beleg"}),
        (sachstand.Erfuellung, stand.Erfuellung, set()),
    ],
)
def test_no_field_of_the_files_is_forgotten(model: type[Wert], abschnitt: type, elsewhere: set[str]) -> None:
    """A field that a file may have is in the data, but ``intern``, and what the data have in another place."""
    assert set(model.model_fields) - {"intern"} - elsewhere <= set(get_type_hints(abschnitt))


TEXTE = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12
).filter(str.strip)
TERMINE = st.sampled_from(
    ["fortlaufend", "bis 2022", "jährlich im Mai", "alle drei Jahre", "irgendwann", "2020–2021, jährlich"]
)
ENDEN = st.sampled_from([{}, {"gilt_bis": "2023"}])
TAGE = st.dates(date(2020, 1, 1), date(2023, 12, 31))
MASSNAHMEN = st.fixed_dictionaries(
    {"text": TEXTE},
    optional={
        "titel": TEXTE,
        "termin": TERMINE,
        "kosten": st.sampled_from(
            ["nicht bezifferbar", {"betrag": "12.50"}, {"betrag": "3", "jahr": "2021"}]
        ),
        "texte": st.dictionaries(st.sampled_from(["en", "ar", "zz-1"]), TEXTE, min_size=1),
        "leichte_sprache": TEXTE,
        "zustaendigkeiten": st.just(["amt"]),
        "indikatoren": st.just([{"titel": "Kurse"}]),
    },
)
MELDUNGEN = st.fixed_dictionaries(
    {
        "am": TAGE.map(str),
        "erfasst": TAGE.map(str),
        "massnahme": st.just("m0"),
        "stand": st.sampled_from([one.value for one in sachstand.Stand]),
    },
    optional={"text": TEXTE, "von": st.just("fremdes-amt"), "neuer_termin": TERMINE},
)


@settings(max_examples=25)
@given(st.lists(MASSNAHMEN, min_size=1, max_size=3), st.lists(MELDUNGEN, max_size=3), TAGE, ENDEN)
def test_any_small_plan_keeps_the_contract(
    massnahmen: list[dict[str, Any]], meldungen: list[dict[str, Any]], stichtag: date, gilt: dict[str, str]
) -> None:
    angaben = {"titel": "Plan", "art": "Konzept", "stand": "2020", **gilt}
    feld = {
        "id": "feld",
        "nummer": "1",
        "titel": "Feld",
        "massnahmen": [{"id": f"m{i}", **one} for i, one in enumerate(massnahmen)],
    }
    eine = Fassung(
        "2020",
        Rahmen.model_validate(angaben),
        (handlungsfeld.Handlungsfeld.model_validate(feld),),
        sachstand.Sachstand.model_validate({"eintraege": meldungen}) if meldungen else None,
        dateien=("f.yaml",),
    )
    register = (
        {"id": "amt", "name": "Amt", "art": "verwaltung"},
        {"id": "fremdes-amt", "name": "B", "art": "behoerde"},
    )
    plan = Plan(fassungen=(eine,), akteure=tuple(map(akteur.Akteur.model_validate, register)))
    data = written(plan, "2020", stichtag)
    assert faults(data) == []
    assert sum(data["ueberblick"]["terminlage"].values()) == len(massnahmen)


def test_the_fields_of_a_plan_with_nothing_optional() -> None:
    rahmen = Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020"})
    data = written(Plan(fassungen=(Fassung("2020", rahmen, (), dateien=()),)), "2020")
    assert faults(data) == []
    assert (data["herausgeber"], data["lizenz"], data["handlungsfelder"]) == (None, None, [])


def test_every_day_is_written_in_iso_form() -> None:
    text = text_in("", "2020")
    tage = re.findall(r'"(?:beginn|ende|datum|letzter_tag)": "([^"]+)"', text)
    assert tage
    assert [date.fromisoformat(tag).isoformat() for tag in tage] == tage


def test_the_page_about_the_data_names_every_key_of_the_whole() -> None:
    page = (ROOT / "docs" / "daten.md").read_text(encoding="utf-8")
    assert [key for key in get_type_hints(vertrag.Datensatz) if f"`{key}`" not in page] == []
    assert f'"vertrag": "{vertrag.VERTRAG}"' in page
