"""What is missing: whose account is owed, over which Fassungen, and what a partial Fassung cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.render.diff_saetze import schritt
from konzept.reports.diff import vergleiche

if TYPE_CHECKING:
    from konzept.reports.diff_werte import Vergleich

Konto = dict[str, dict[str, tuple[str, ...]]]
"""Per Vorgänger and missing id: the Verbleib, then the targets."""


def fassung(
    name: str, ids: str, vor: str | None = None, konto: Konto | None = None, **rahmen: Any
) -> Fassung:
    """Build a Fassung with one Handlungsfeld ``f`` and the Maßnahmen of these ids."""
    verbleib = {
        von: {
            "gruende": [f"Grund {name}"],
            "eintraege": [
                {"id": weg, "verbleib": art, "ziele": ziele, "begruendung": f"{weg} in {name}"}
                for weg, (art, *ziele) in eintraege.items()
            ],
        }
        for von, eintraege in (konto or {}).items()
    }
    return Fassung(
        id=name,
        rahmen=Rahmen.model_validate(
            {"titel": "P", "art": "K", "stand": name, "vorgaenger": vor, "verbleib": verbleib, **rahmen}
        ),
        handlungsfelder=(
            Handlungsfeld.model_validate(
                {
                    "id": "f",
                    "nummer": "1",
                    "titel": "F",
                    "massnahmen": [{"id": eine, "text": f"Text {eine}"} for eine in ids.split()],
                }
            ),
        ),
        dateien=("f.yaml",),
    )


def vergleich(von: str, nach: str, *fassungen: Fassung) -> Vergleich:
    plan = Plan(fassungen=fassungen)
    return vergleiche(plan, plan.fassung_nach_id[von], plan.fassung_nach_id[nach])


def massnahmen(ergebnis: Vergleich) -> dict[str, tuple[str, str | None]]:
    """Give each listed id with its kind and its reason or targets."""
    return {
        eine.id: (
            eine.art.value,
            " ".join(ziel.id for ziel in eine.ziele) or (eine.grund.value if eine.grund else None),
        )
        for eine in ergebnis.liste()
    }


def konto(ergebnis: Vergleich) -> dict[str, int]:
    bilanz = ergebnis.bilanz[Ebene.MASSNAHME]
    assert sum(bilanz.posten.values()) == bilanz.alt
    return dict(bilanz.posten)


def test_the_account_of_the_new_fassung_decides() -> None:
    ergebnis = vergleich(
        "2018", "2020", fassung("2018", "a b"), fassung("2020", "a", "2018", {"2018": {"b": ("umgesetzt",)}})
    )
    assert massnahmen(ergebnis) == {"b": ("entfallen", "umgesetzt")}
    (b,) = ergebnis.liste()
    assert b.begruendung == "b in 2020"
    assert konto(ergebnis) == {"fortgefuehrt": 1, "umgesetzt": 1, "offen": 0}
    assert ergebnis.gruende == ("Grund 2020",)
    assert ergebnis.offen == ()


def test_without_an_entry_the_balance_is_open() -> None:
    ergebnis = vergleich("2018", "2020", fassung("2018", "a b"), fassung("2020", "a", "2018"))
    (b,) = ergebnis.offen
    assert (b.id, b.art.value, b.grund, b.code) == ("b", "entfallen", None, "entfallen-ohne-grund")
    assert konto(ergebnis) == {"fortgefuehrt": 1, "offen": 1}


def test_an_account_can_be_owed_without_naming_the_vorgaenger() -> None:
    neu = fassung("2020", "a", None, {"2018": {"b": ("einmalig",)}})
    ergebnis = vergleich("2018", "2020", fassung("2018", "a b c"), neu)
    assert konto(ergebnis) == {"fortgefuehrt": 1, "einmalig": 1, "offen": 1}


@pytest.mark.parametrize("vor", [None, "2017"])
def test_between_separate_lines_only_the_comparison_speaks(vor: str | None) -> None:
    fassungen = fassung("2017", "x"), fassung("2018", "a b"), fassung("2020", "a c", vor)
    ergebnis = vergleich("2018", "2020", *fassungen)
    assert massnahmen(ergebnis) == {"b": ("entfallen", None), "c": ("neu", None)}
    assert konto(ergebnis) == {"fortgefuehrt": 1, "nicht-enthalten": 1, "offen": 0}
    assert ergebnis.offen == ()


def test_backwards_nobody_owes_an_account() -> None:
    alt = fassung("2018", "a b")
    neu = fassung("2020", "a c", "2018", {"2018": {"b": ("umgesetzt",)}})
    ergebnis = vergleich("2020", "2018", alt, neu)
    assert massnahmen(ergebnis) == {"c": ("entfallen", None), "b": ("neu", None)}
    assert konto(ergebnis) == {"fortgefuehrt": 1, "nicht-enthalten": 1, "offen": 0}
    assert ergebnis.gruende == ()


KETTEN: dict[str, tuple[str, Konto, str, Konto, tuple[str, str | None], dict[str, int]]] = {
    "gone in the middle": (
        "b",
        {"2018": {"a": ("umgesetzt",)}},
        "b",
        {},
        ("entfallen", "umgesetzt"),
        {"umgesetzt": 1},
    ),
    "gone at the end": (
        "a b",
        {},
        "b",
        {"2020": {"a": ("erfolglos",)}},
        ("entfallen", "erfolglos"),
        {"erfolglos": 1},
    ),
    "back again": ("b", {"2018": {"a": ("umgesetzt",)}}, "a b", {}, ("", None), {}),
    "merged, and the target lives": (
        "b",
        {"2018": {"a": ("zusammengelegt", "b")}},
        "b",
        {},
        ("zusammengelegt", "b"),
        {"zusammengelegt": 1},
    ),
    "merged into one that was merged": (
        "b",
        {"2018": {"a": ("zusammengelegt", "b")}},
        "c",
        {"2020": {"b": ("zusammengelegt", "c")}},
        ("zusammengelegt", "c"),
        {"zusammengelegt": 2},
    ),
    "merged into one that was finished": (
        "b",
        {"2018": {"a": ("zusammengelegt", "b")}},
        "",
        {"2020": {"b": ("umgesetzt",)}},
        ("entfallen", "umgesetzt"),
        {"umgesetzt": 2},
    ),
    "merged into one of which nobody knows": (
        "b",
        {"2018": {"a": ("zusammengelegt", "b")}},
        "",
        {},
        ("entfallen", None),
        {"offen": 2},
    ),
    "split, and one half lives": (
        "b c",
        {"2018": {"a": ("aufgeteilt", "b", "c")}},
        "b",
        {"2020": {"c": ("eingestellt",)}},
        ("aufgeteilt", "b"),
        {"aufgeteilt": 1},
    ),
    "split, and both halves went different ways": (
        "b c",
        {"2018": {"a": ("aufgeteilt", "b", "c")}},
        "",
        {"2020": {"b": ("umgesetzt",), "c": ("eingestellt",)}},
        ("aufgeteilt", "aufgeteilt"),
        {"umgesetzt": 1, "aufgeteilt": 1},
    ),
    "open in the middle": ("b", {}, "b", {}, ("entfallen", None), {"offen": 1}),
    "a list on the Vorgänger's Vorgänger": (
        "b",
        {},
        "b",
        {"2018": {"a": ("einmalig",)}},
        ("entfallen", "einmalig"),
        {"einmalig": 1},
    ),
}


@pytest.mark.parametrize(("mitte", "k1", "ende", "k2", "erwartet", "posten"), KETTEN.values(), ids=KETTEN)
def test_over_a_fassung_in_between(
    mitte: str, k1: Konto, ende: str, k2: Konto, erwartet: tuple[str, str | None], posten: dict[str, int]
) -> None:
    ergebnis = vergleich(
        "2018",
        "2024",
        fassung("2018", "a b"),
        fassung("2020", mitte, "2018", k1),
        fassung("2024", ende, "2020", k2),
    )
    assert massnahmen(ergebnis).get("a", ("", None)) == erwartet
    zahlen = konto(ergebnis)
    assert {name: zahlen[name] for name in posten} == posten


def test_an_id_that_stays_for_a_while_is_followed_to_where_it_goes() -> None:
    ergebnis = vergleich(
        "2018",
        "2028",
        fassung("2018", "a"),
        fassung("2020", "a", "2018"),
        fassung("2024", "b", "2020", {"2020": {"a": ("ersetzt", "b")}}),
        fassung("2028", "b", "2024"),
    )
    assert massnahmen(ergebnis)["a"] == ("entfallen", "b")
    assert konto(ergebnis) == {"fortgefuehrt": 0, "ersetzt": 1, "offen": 0}


def test_the_way_over_several_fassungen_is_told() -> None:
    ergebnis = vergleich(
        "2018",
        "2024",
        fassung("2018", "a"),
        fassung("2020", "b", "2018", {"2018": {"a": ("zusammengelegt", "b")}}),
        fassung("2024", "", "2020", {"2020": {"b": ("umgesetzt",)}}),
    )
    (a,) = ergebnis.liste()
    assert [(schritt.fassung, schritt.id, schritt.verbleib.value) for schritt in a.weg] == [
        ("2020", "a", "zusammengelegt"),
        ("2024", "b", "umgesetzt"),
    ]
    assert a.begruendung == "b in 2024"
    assert ergebnis.gruende == ("Grund 2020", "Grund 2024")


def test_the_reason_is_that_of_the_verbleib_it_stands_beside() -> None:
    """Merged in 2020, split in 2024: what is printed is »zusammengelegt«, so its reason is that of 2020."""
    ergebnis = vergleich(
        "2018",
        "2024",
        fassung("2018", "a"),
        fassung("2020", "b", "2018", {"2018": {"a": ("zusammengelegt", "b")}}),
        fassung("2024", "c d", "2020", {"2020": {"b": ("aufgeteilt", "c", "d")}}),
    )
    a = next(eine for eine in ergebnis.liste() if eine.id == "a")
    assert (a.grund, a.begruendung) == ("zusammengelegt", "a in 2020")
    assert [(einer.titel, einer.zielnamen) for einer in a.weg] == [
        ("Text a", ("Text b",)),
        ("Text b", ("Text c", "Text d")),
    ]
    assert [schritt(einer, ergebnis) for einer in a.weg] == [
        "2020: »Text a« zusammengelegt in »Text b«. a in 2020",
        "2024: »Text b« aufgeteilt in »Text c« und »Text d«. b in 2024",
    ]


def test_targets_that_name_each_other_end() -> None:
    ergebnis = vergleich(
        "2018",
        "2024",
        fassung("2018", "a b"),
        fassung("2020", "b", "2018", {"2018": {"a": ("zusammengelegt", "b")}}),
        fassung("2024", "c", "2020", {"2020": {"b": ("zusammengelegt", "a"), "a": ("zusammengelegt", "b")}}),
    )
    assert sum(konto(ergebnis).values()) == 2


def test_fassungen_that_precede_each_other_in_a_circle_end() -> None:
    eins, zwei = fassung("2018", "a", "2020"), fassung("2020", "b", "2018")
    assert konto(vergleich("2018", "2020", eins, zwei)) == {"fortgefuehrt": 0, "offen": 1}
    drei = fassung("2024", "c")
    assert konto(vergleich("2024", "2020", eins, zwei, drei)) == {
        "fortgefuehrt": 0,
        "nicht-enthalten": 1,
        "offen": 0,
    }


TEILWEISE: dict[str, Any] = {"vollstaendig": "false"}


def test_what_a_partial_old_fassung_lacks_is_not_new() -> None:
    ergebnis = vergleich("2018", "2020", fassung("2018", "a", **TEILWEISE), fassung("2020", "a b", "2018"))
    assert massnahmen(ergebnis) == {}
    gezaehlt = {art.value: zahl for art, zahl in ergebnis.zaehlung[Ebene.MASSNAHME].items() if zahl}
    assert gezaehlt == {"unveraendert": 1, "nicht-belegt": 1}
    assert [eine.id for eine in ergebnis.liste(alles=True)] == ["2020", "f", "a", "b"]


def test_what_a_partial_old_fassung_has_must_be_accounted_for() -> None:
    ergebnis = vergleich("2018", "2020", fassung("2018", "a", **TEILWEISE), fassung("2020", "b", "2018"))
    assert massnahmen(ergebnis) == {"a": ("entfallen", None)}
    assert konto(ergebnis) == {"fortgefuehrt": 0, "offen": 1}


def test_what_a_partial_new_fassung_lacks_is_not_gone_unless_it_says_so() -> None:
    neu = fassung("2020", "a d", "2018", {"2018": {"b": ("umgesetzt",)}}, **TEILWEISE)
    ergebnis = vergleich("2018", "2020", fassung("2018", "a b c"), neu)
    assert massnahmen(ergebnis) == {"b": ("entfallen", "umgesetzt"), "d": ("neu", None)}
    assert konto(ergebnis) == {"fortgefuehrt": 1, "umgesetzt": 1, "nicht-belegt": 1, "offen": 0}


def test_backwards_into_a_partial_fassung_nothing_is_gone() -> None:
    alt = fassung("2018", "a b", **TEILWEISE)
    neu = fassung("2020", "a c", "2018", {"2018": {"b": ("umgesetzt",)}})
    ergebnis = vergleich("2020", "2018", alt, neu)
    assert massnahmen(ergebnis) == {"b": ("neu", None)}
    assert konto(ergebnis) == {"fortgefuehrt": 1, "nicht-belegt": 1, "offen": 0}


def test_a_partial_fassung_in_between_leaves_the_answer_to_the_next() -> None:
    alt, mitte = fassung("2018", "a b"), fassung("2020", "b", "2018", **TEILWEISE)
    neu = fassung("2024", "b", "2020", {"2018": {"a": ("einmalig",)}})
    assert konto(vergleich("2018", "2024", alt, mitte, neu)) == {"fortgefuehrt": 1, "einmalig": 1, "offen": 0}
    assert konto(vergleich("2018", "2024", alt, mitte, fassung("2024", "b", "2020"))) == {
        "fortgefuehrt": 1,
        "offen": 1,
    }


def test_a_field_that_one_of_two_partial_sides_documents_is_no_change() -> None:
    def mit(name: str, vor: str | None, felder: dict[str, Any], **rahmen: Any) -> Fassung:
        leer = fassung(name, "", vor, **rahmen)
        feld = leer.handlungsfelder[0].model_dump() | {"massnahmen": [{"id": "m", "text": "T", **felder}]}
        return Fassung(leer.id, leer.rahmen, (Handlungsfeld.model_validate(feld),), dateien=("f.yaml",))

    mehr = {"nummer": "1", "termin": "bis Ende 2022", "zustaendigkeiten": ["amt"], "kosten": "wenig"}
    fuer_beide = {"zustaendigkeiten": ["amt", "verein"]}
    assert not massnahmen(
        vergleich("2018", "2020", mit("2018", None, {}, **TEILWEISE), mit("2020", "2018", mehr))
    )
    assert not massnahmen(
        vergleich("2018", "2020", mit("2018", None, mehr), mit("2020", "2018", {}, **TEILWEISE))
    )
    assert massnahmen(vergleich("2018", "2020", mit("2018", None, {}), mit("2020", "2018", mehr))) == {
        "m": ("geaendert", None)
    }
    # a list that both document is compared item by item
    ergebnis = vergleich(
        "2018", "2020", mit("2018", None, mehr, **TEILWEISE), mit("2020", "2018", mehr | fuer_beide)
    )
    assert massnahmen(ergebnis) == {"m": ("geaendert", None)}


def test_an_id_in_two_accounts_counts_once() -> None:
    neu = fassung("2020", "c", "2018", {"2018": {"a": ("zusammengelegt", "c"), "b": ("ersetzt", "c")}})
    ergebnis = vergleich("2018", "2020", fassung("2018", "a b"), neu)
    assert massnahmen(ergebnis) == {"c": ("neu", None), "a": ("zusammengelegt", "c"), "b": ("entfallen", "c")}
    (c,) = [eine for eine in ergebnis.liste() if eine.id == "c"]
    assert [alter.id for alter in c.herkunft] == ["a", "b"]
