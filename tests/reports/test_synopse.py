"""The Synopse as rows: which there are, in which order, and what each of them shows of both sides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.reports.diff_codes import Feld
from konzept.reports.diff_werte import Art
from konzept.reports.synopse import synopse
from konzept.reports.synopse_werte import Sammelzeile, Stellenzeile, Synopse, Verweiszeile, Zeile

ROOT = Path(__file__).parents[2]
BASIS = [
    "1 sprache",
    "1.1 kurse",
    "-1 a",
    "-2 b",
    "1.2 foerdern",
    "-1 c",
    "2 arbeit",
    "2.1 ausbilden",
    "-1 d",
]


def fassung(
    name: str, zeilen: list[str], mehr: dict[str, dict[str, Any]] | None = None, **rahmen: Any
) -> Fassung:
    """Build a Fassung from an outline: a number opens a field, one with a dot a goal, ``-1`` is a Maßnahme."""
    felder: list[dict[str, Any]] = []
    for zeile in zeilen:
        nummer, id_ = zeile.split()
        eigenes = {"titel": f"Titel {id_}", **(mehr or {}).get(id_, {}), "id": id_}
        if nummer.startswith("-"):
            eigenes = {"text": f"Der Text von {id_}.", **eigenes, "nummer": nummer[1:] or None}
            (felder[-1]["handlungsziele"] or felder)[-1]["massnahmen"].append(eigenes)
        elif "." in nummer:
            felder[-1]["handlungsziele"].append({"massnahmen": [], **eigenes, "nummer": nummer})
        else:
            felder.append({"handlungsziele": [], "massnahmen": [], **eigenes, "nummer": nummer})
    return Fassung(
        id=name,
        rahmen=Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": "2020", **rahmen}),
        handlungsfelder=tuple(Handlungsfeld.model_validate(feld) for feld in felder),
        dateien=tuple(f"{feld['id']}.yaml" for feld in felder),
    )


def verglichen(alt: Fassung, neu: Fassung) -> Synopse:
    return synopse(Plan(fassungen=(alt, neu)), alt, neu)


def verbleib(**eintraege: str) -> dict[str, Any]:
    liste = [
        {"id": name, "verbleib": art, "begruendung": "so beschlossen"} for name, art in eintraege.items()
    ]
    return {"alt": {"eintraege": liste}}


def in_worten(zeile: Zeile) -> str:
    """Write a row as ``id art``, several ids that are told at once as ``a, b = art``, a reference as ``-> id``."""
    match zeile:
        case Sammelzeile():
            return f"{', '.join(eine.id for eine in zeile.aenderungen)} = {zeile.art}"
        case Verweiszeile():
            return f"-> {zeile.aenderung.id}"
        case Stellenzeile():
            return f"{zeile.aenderung.id} {zeile.aenderung.art}"


def bild(eine: Synopse) -> list[str]:
    """Write the sections with ``#``, those that need no rows with what is true of them, and the rows."""
    zeilen: list[str] = []
    for abschnitt in eine.abschnitte:
        namen = ", ".join(kopf.id for kopf in abschnitt.koepfe) or abschnitt.ebene.value
        zeilen.append(f"# {namen}" + (f" = {abschnitt.gefaltet}" if abschnitt.gefaltet else ""))
        zeilen += map(in_worten, abschnitt.zeilen)
    return zeilen


def zeile(eine: Synopse, name: str) -> Stellenzeile:
    (gefunden,) = [
        zeile_
        for abschnitt in eine.abschnitte
        for zeile_ in abschnitt.zeilen
        if isinstance(zeile_, Stellenzeile) and zeile_.aenderung.id == name
    ]
    return gefunden


def ohne(name: str) -> list[str]:
    return [eine for eine in BASIS if not eine.endswith(f" {name}")]


# the new outline, the Verbleib of what is missing in it, and the rows
ORDNUNG: dict[str, tuple[list[str], dict[str, str], list[str]]] = {
    "nothing changed": (BASIS, {}, ["# sprache, arbeit = unveraendert"]),
    "one Maßnahme is new, the rest is told in few rows": (
        [*BASIS[:4], "-3 neue", *BASIS[4:]],
        {},
        [
            "# sprache",
            "kurse unveraendert",
            "a, b = unveraendert",
            "neue neu",
            "foerdern = unveraendert",
            "# arbeit = unveraendert",
        ],
    ),
    "what is gone stands at its old place": (
        ["1 sprache", "1.1 kurse", "-1 b", "-2 neue", *BASIS[4:]],
        {"a": "umgesetzt"},
        [
            "# sprache",
            "kurse unveraendert",
            "b umnummeriert",
            "a entfallen",
            "neue neu",
            "foerdern = unveraendert",
            "# arbeit = unveraendert",
        ],
    ),
    "a goal that is gone stands behind the goal before it, whatever the numbers are now": (
        [
            "1 neues",
            "1.1 ziel",
            "-1 x",
            "2 sprache",
            "2.1 kurse",
            "-1 a",
            "-2 b",
            "3 arbeit",
            "3.1 ausbilden",
            "-1 d",
        ],
        {"foerdern": "umgesetzt", "c": "umgesetzt"},
        [
            "# neues",
            "neues neu",
            "ziel neu",
            "x neu",
            "# sprache",
            "kurse umnummeriert",
            "a, b = unveraendert",
            "foerdern entfallen",
            "c entfallen",
            "# arbeit",
            "ausbilden umnummeriert",
            "d = unveraendert",
        ],
    ),
    "what moved away is referred to at its old place": (
        ["1 sprache", "1.1 kurse", "-1 a", "1.2 foerdern", "-1 c", "-2 b", *BASIS[6:]],
        {},
        [
            "# sprache",
            "kurse unveraendert",
            "a = unveraendert",
            "-> b",
            "foerdern unveraendert",
            "c = unveraendert",
            "b verschoben",
            "# arbeit = unveraendert",
        ],
    ),
    "a goal that moved takes its Maßnahmen along": (
        [
            "1 sprache",
            "1.1 kurse",
            "-1 a",
            "-2 b",
            "2 arbeit",
            "2.1 ausbilden",
            "-1 d",
            "2.2 foerdern",
            "-1 c",
        ],
        {},
        [
            "# sprache",
            "kurse = unveraendert",
            "-> foerdern",
            "# arbeit",
            "ausbilden = unveraendert",
            "foerdern verschoben",
            "c = unveraendert",
        ],
    ),
    "a field that is gone comes with what was in it": (
        ["1 sprache", "1.1 kurse", "-1 a", "-2 b", "1.2 foerdern", "-1 c", "1.3 ausbilden"],
        {"arbeit": "eingestellt", "d": "umgesetzt"},
        [
            "# sprache",
            "kurse, foerdern = unveraendert",
            "ausbilden verschoben",
            "d entfallen",
            "# arbeit",
            "arbeit entfallen",
            "-> ausbilden",
        ],
    ),
}


@pytest.mark.parametrize(("neu", "weg", "erwartet"), ORDNUNG.values(), ids=ORDNUNG.keys())
def test_the_rows_and_their_order(neu: list[str], weg: dict[str, str], erwartet: list[str]) -> None:
    neue = fassung("neu", neu, vorgaenger="alt", verbleib=verbleib(**weg))
    assert bild(verglichen(fassung("alt", BASIS), neue)) == erwartet


def test_of_a_partly_documented_fassung_what_only_the_other_holds_is_not_new() -> None:
    alt = fassung("alt", ["1 sprache", "1.1 kurse", "-1 a"], vollstaendig="false")
    neu = fassung("neu", BASIS, {"a": {"termin": "bis Ende 2025"}}, vorgaenger="alt")
    # of a only one side documents a Termin: that is no change
    assert bild(verglichen(alt, neu)) == [
        "# sprache",
        "kurse unveraendert",
        "a = unveraendert",
        "b = nicht-belegt",
        "foerdern = nicht-belegt",
        "# arbeit = nicht-belegt",
    ]


def werte(eine: Stellenzeile) -> dict[str, list[tuple[Any, Any]]]:
    return {angabe.feld.value: [(wert.alt, wert.neu) for wert in angabe.werte] for angabe in eine.angaben}


def test_a_changed_row_shows_what_differs_and_no_more() -> None:
    vorher = {"a": {"titel": "Kurs", "text": "Der Kurs läuft.", "termin": "bis Ende 2024", "kosten": "keine"}}
    nachher = {
        "a": {"titel": "Kurse", "text": "Der Kurs läuft.", "termin": "bis Ende 2025", "kosten": "keine"}
    }
    eine = zeile(verglichen(fassung("alt", BASIS, vorher), fassung("neu", BASIS, nachher)), "a")
    assert list(werte(eine)) == ["termin"]
    assert (eine.titel.alt, eine.titel.neu) == ("Kurs", "Kurse")
    assert eine.titel.aenderung is not None


def test_a_new_row_shows_everything() -> None:
    mehr = {
        "neue": {
            "termin": "2025",
            "kosten": "keine",
            "zustaendigkeiten": ["amt", {"akteur": "verein", "rolle": "mitwirkend"}],
            "hinweise": ["Das erklärt es."],
            "leichte_sprache": "Ganz leicht.",
        }
    }
    eine = zeile(verglichen(fassung("alt", BASIS), fassung("neu", [*BASIS, "-2 neue"], mehr)), "neue")
    assert list(werte(eine)) == ["text", "termin", "zustaendigkeiten", "kosten"]
    assert [alt for paare in werte(eine).values() for alt, _ in paare] == [None] * 5
    assert eine.hinweise == ("Das erklärt es.",)
    assert eine.titel.neu == "Titel neue"


def test_lists_come_whole_with_what_is_gone_at_its_place() -> None:
    vorher = {
        "a": {"zustaendigkeiten": ["amt", "schule", "verein", {"akteur": "kreis", "rolle": "mitwirkend"}]}
    }
    nachher = {
        "a": {"zustaendigkeiten": ["amt", "verein", {"akteur": "kreis", "rolle": "foerdernd"}, "stadt"]}
    }
    eine = zeile(verglichen(fassung("alt", BASIS, vorher), fassung("neu", BASIS, nachher)), "a")
    (angabe,) = eine.angaben
    stellen = [(wert.alt and wert.alt.akteur, wert.neu and wert.neu.akteur) for wert in angabe.werte]  # type: ignore[union-attr]  # all are Zuständigkeiten
    assert stellen == [
        ("amt", "amt"),
        ("schule", None),
        ("verein", "verein"),
        ("kreis", "kreis"),
        (None, "stadt"),
    ]
    assert [wert.aenderung is not None for wert in angabe.werte] == [False, True, False, True, True]


def test_summaries_are_shown_and_not_compared() -> None:
    vorher = {"a": {"text": "So etwa steht es da."}}
    nachher = {"a": {"text": "Ungefähr so steht es da.", "textart": "zusammenfassung"}}
    ergebnis = verglichen(fassung("alt", BASIS, vorher), fassung("neu", BASIS, nachher))
    eine = zeile(ergebnis, "a")
    assert eine.aenderung.art is Art.UNVERAENDERT
    (angabe,) = eine.angaben
    assert (angabe.feld, angabe.verglichen) == (Feld.TEXT, False)
    assert (eine.zusammenfassung_alt, eine.zusammenfassung_neu) == (False, True)


def test_a_title_that_begins_the_text_is_not_said_twice() -> None:
    nachher = {"a": {"titel": "Neue Kurse", "text": "Neue Kurse für alle, die wollen."}}
    ohne_titel = {"a": {"titel": None, "text": "Alte Kurse für alle. Mehr steht hier."}}
    eine = zeile(verglichen(fassung("alt", BASIS, ohne_titel), fassung("neu", BASIS, nachher)), "a")
    assert (eine.titel.alt, eine.titel.neu) == (None, None)
    termine = {"a": {**ohne_titel["a"], "termin": "2025"}}
    eine = zeile(verglichen(fassung("alt", BASIS, ohne_titel), fassung("neu", BASIS, termine)), "a")
    # without the text in the row its first sentence has to stand for it
    assert (eine.titel.alt, eine.titel.neu) == ("Alte Kurse für alle.", "Alte Kurse für alle.")


NIE = {"text": "Der Kurs wird angeboten.", "termin": "bis Ende 2024"}
BEGRUENDUNG = {
    "a commitment weakened": (NIE, {**NIE, "text": "Es wird geprüft, ob der Kurs angeboten wird."}, True),
    "a deadline given up": (NIE, {**NIE, "termin": "nach Bedarf"}, True),
    "a deadline put off": (NIE, {**NIE, "termin": "bis Ende 2025"}, False),
    "a commitment weakened, and a note says why": (
        NIE,
        {**NIE, "text": "Es wird geprüft, ob der Kurs angeboten wird.", "hinweise": ["Es fehlt Geld."]},
        False,
    ),
}


@pytest.mark.parametrize(("vorher", "nachher", "fehlt"), BEGRUENDUNG.values(), ids=BEGRUENDUNG.keys())
def test_what_takes_back_a_promise_needs_a_reason(
    vorher: dict[str, Any], nachher: dict[str, Any], *, fehlt: bool
) -> None:
    ergebnis = verglichen(fassung("alt", BASIS, {"a": vorher}), fassung("neu", BASIS, {"a": nachher}))
    assert zeile(ergebnis, "a").begruendung_fehlt is fehlt


def test_what_is_gone_needs_a_reason_if_anybody_owes_one() -> None:
    alt = fassung("alt", BASIS)
    ohne_grund = {"alt": {"eintraege": [{"id": "a", "verbleib": "nicht-aufgenommen"}]}}
    for rahmen, fehlt in (
        ({"vorgaenger": "alt", "verbleib": verbleib(a="umgesetzt")}, False),
        ({"vorgaenger": "alt", "verbleib": ohne_grund}, True),
        ({"vorgaenger": "alt"}, True),
        ({}, False),
    ):
        neu = fassung("neu", ohne("a"), **rahmen)
        assert zeile(verglichen(alt, neu), "a").begruendung_fehlt is fehlt


def test_easy_language_and_translations_are_named_and_not_shown() -> None:
    neu = fassung("neu", BASIS, {"a": {"leichte_sprache": "Leicht.", "texte": {"en": "Text"}}})
    eine = zeile(verglichen(fassung("alt", BASIS), neu), "a")
    assert [(feld.feld, feld.bezug) for feld in eine.uebertragungen] == [
        (Feld.LEICHTE_SPRACHE, None),
        (Feld.TEXTE, "en"),
    ]
    assert eine.angaben == ()


def test_the_frame_has_a_row_for_its_texts() -> None:
    ergebnis = verglichen(fassung("alt", BASIS, vorwort="Früher."), fassung("neu", BASIS, vorwort="Heute."))
    rahmen = ergebnis.abschnitte[0]
    assert rahmen.ebene is Ebene.FASSUNG
    assert isinstance(rahmen.zeilen[0], Stellenzeile)
    assert werte(rahmen.zeilen[0]) == {"vorwort": [("Früher.", "Heute.")]}


@st.composite
def gliederungen(draw: st.DrawFn) -> list[str]:
    """Draw an outline out of a small stock of ids, so that two of them share many."""
    zeilen: list[str] = []
    frei = [f"m{nummer}" for nummer in range(6)]
    ziele = draw(st.permutations([f"z{nummer}" for nummer in range(4)]))
    for nummer, feld in enumerate(
        draw(st.lists(st.sampled_from(["f1", "f2", "f3"]), unique=True, min_size=1)), 1
    ):
        zeilen.append(f"{nummer} {feld}")
        for unten in range(1, draw(st.integers(0, 2)) + 1):
            if not ziele:
                break
            zeilen.append(f"{nummer}.{unten} {ziele.pop()}")
            for eigene in draw(st.lists(st.sampled_from(frei), unique=True, max_size=3)) if frei else []:
                frei.remove(eigene)
                zeilen.append(f"-{draw(st.sampled_from(['', '1', '2']))} {eigene}")
    return zeilen


@settings(max_examples=60)
@given(gliederungen(), gliederungen(), st.booleans())
def test_every_id_has_its_place_and_every_move_a_reference(a: list[str], b: list[str], ganz: bool) -> None:  # noqa: FBT001  Hypothesis passes it by position
    alt, neu = fassung("alt", a, vollstaendig=str(ganz).lower()), fassung("neu", b, vorgaenger="alt")
    ergebnis = verglichen(alt, neu)
    gezeigt: Counter[str] = Counter()
    verwiesen: Counter[str] = Counter()
    unten = 0
    for abschnitt in ergebnis.abschnitte:
        if abschnitt.gefaltet:
            gezeigt.update(eine.id for eine in abschnitt.koepfe)
            unten += abschnitt.ziele + abschnitt.massnahmen
        elif not any(
            isinstance(z, Stellenzeile) and z.aenderung in abschnitt.koepfe for z in abschnitt.zeilen
        ):
            gezeigt.update(eine.id for eine in abschnitt.koepfe)
        for zeile_ in abschnitt.zeilen:
            match zeile_:
                case Stellenzeile():
                    gezeigt[zeile_.aenderung.id] += 1
                case Verweiszeile():
                    verwiesen[zeile_.aenderung.id] += 1
                case Sammelzeile():
                    gezeigt.update(eine.id for eine in zeile_.aenderungen)
                    unten += zeile_.massnahmen
    ids = {stelle.id for stelle in (*alt.stellen(), *neu.stellen())}
    assert set(gezeigt) <= ids
    assert set(gezeigt.values()) <= {1}
    # what is not shown by name is counted in a row that says so of all that stands below it
    assert len(ids) - len(gezeigt) == unten
    umgezogen = {eine.id for eine in ergebnis.vergleich.aenderungen if eine.art is Art.VERSCHOBEN}
    assert verwiesen == Counter(umgezogen)


WEIL = {"begruendung": "Weil es so besser ist."}
# what the old and the new Fassung say of »b«, the new outline, and what the row gives as its reason
BEGRUENDUNGEN: dict[str, tuple[dict[str, Any], dict[str, Any], list[str], str | None]] = {
    "changed": ({}, {**WEIL, "titel": "Anders"}, BASIS, WEIL["begruendung"]),
    "renumbered": ({}, WEIL, [*BASIS[:3], "-9 b", *BASIS[4:]], WEIL["begruendung"]),
    "moved": ({}, WEIL, [*BASIS[:3], *BASIS[4:], "-2 b"], WEIL["begruendung"]),
    "changed, nobody says why": (WEIL, {"titel": "Anders"}, BASIS, None),
    "the same words as before tell of an earlier change": (WEIL, {**WEIL, "titel": "Anders"}, BASIS, None),
    "another reason than before": (
        {"begruendung": "Weil es neu war."},
        {**WEIL, "titel": "Anders"},
        BASIS,
        WEIL["begruendung"],
    ),
}


@pytest.mark.parametrize("name", BEGRUENDUNGEN)
def test_the_reason_for_a_change(name: str) -> None:
    vorher, nachher, gliederung, erwartet = BEGRUENDUNGEN[name]
    ergebnis = verglichen(
        fassung("alt", BASIS, {"b": vorher}), fassung("neu", gliederung, {"b": nachher}, vorgaenger="alt")
    )
    assert zeile(ergebnis, "b").begruendung == erwartet


def test_the_reason_for_what_is_new_on_every_level() -> None:
    neues = {"neues-feld": WEIL, "neues-ziel": WEIL, "neue-massnahme": WEIL}
    neu = fassung(
        "neu", [*BASIS, "3 neues-feld", "3.1 neues-ziel", "-1 neue-massnahme"], neues, vorgaenger="alt"
    )
    ergebnis = verglichen(fassung("alt", BASIS), neu)
    assert {zeile(ergebnis, name).begruendung for name in neues} == {WEIL["begruendung"]}


def test_a_renumbered_field_has_a_row_only_for_its_reason() -> None:
    neu = [eine.replace("2 arbeit", "5 arbeit") for eine in BASIS]
    assert "arbeit umnummeriert" not in bild(verglichen(fassung("alt", BASIS), fassung("neu", neu)))
    ergebnis = verglichen(fassung("alt", BASIS), fassung("neu", neu, {"arbeit": WEIL}, vorgaenger="alt"))
    assert zeile(ergebnis, "arbeit").begruendung == WEIL["begruendung"]


def test_a_reason_is_no_change() -> None:
    ergebnis = verglichen(
        fassung("alt", BASIS), fassung("neu", BASIS, {"b": WEIL, "sprache": WEIL}, vorgaenger="alt")
    )
    assert bild(ergebnis) == ["# sprache, arbeit = unveraendert"]


def test_what_is_gone_has_its_reason_from_the_verbleib_alone() -> None:
    neu = fassung("neu", ohne("b"), vorgaenger="alt", verbleib=verbleib(b="eingestellt"))
    gegangen = zeile(verglichen(fassung("alt", BASIS, {"b": WEIL}), neu), "b")
    assert (gegangen.begruendung, gegangen.aenderung.begruendung) == (None, "so beschlossen")


def test_who_takes_a_promise_back_and_says_why_owes_nothing() -> None:
    alt = fassung("alt", BASIS, {"b": {"text": "Es werden Kurse angeboten."}})
    schwach = {"text": "Es wird geprüft, ob Kurse angeboten werden können."}
    assert zeile(verglichen(alt, fassung("neu", BASIS, {"b": schwach})), "b").begruendung_fehlt
    assert not zeile(
        verglichen(alt, fassung("neu", BASIS, {"b": {**schwach, **WEIL}}, vorgaenger="alt")), "b"
    ).begruendung_fehlt


@settings(max_examples=20)
@given(gliederungen())
def test_a_fassung_beside_itself_is_unchanged(a: list[str]) -> None:
    ergebnis = verglichen(fassung("alt", a), fassung("neu", a))
    assert [abschnitt.gefaltet for abschnitt in ergebnis.abschnitte] == [Art.UNVERAENDERT]


def test_the_shipped_plan() -> None:
    plan = load_plan(ROOT).plan
    ergebnis = synopse(plan, plan.fassung_nach_id["2018"], plan.fassung_nach_id["2020"])
    kurz = [
        (abschnitt.ebene.value, [kopf.nummer_neu for kopf in abschnitt.koepfe], abschnitt.gefaltet)
        for abschnitt in ergebnis.abschnitte
    ]
    assert kurz == [
        ("leitziel", ["1", "2", "3", "4"], Art.NICHT_BELEGT),
        ("handlungsfeld", ["1"], Art.NICHT_BELEGT),
        ("handlungsfeld", ["2"], None),
        ("handlungsfeld", ["3"], None),
        ("handlungsfeld", ["4"], Art.NICHT_BELEGT),
        ("handlungsfeld", ["5"], None),
        ("handlungsfeld", ["6"], Art.NICHT_BELEGT),
    ]
    assert sum("entfallen" in zeile_ for zeile_ in bild(ergebnis)) == 6 + 7
    assert "gemeinschaftsunterkuenfte-soziales umnummeriert" in bild(ergebnis)
    assert zeile(ergebnis, "regionaler-beratungspass").begruendung_fehlt


def test_the_musterkreis_has_every_kind() -> None:
    plan = load_plan(ROOT / "beispiele/musterkreis").plan
    ergebnis = synopse(plan, plan.fassung_nach_id["2022"], plan.fassung_nach_id["2025"])
    arten = {
        zeile_.aenderung.art
        for abschnitt in ergebnis.abschnitte
        for zeile_ in abschnitt.zeilen
        if isinstance(zeile_, Stellenzeile)
    }
    assert arten == set(Art) - {Art.NICHT_BELEGT}
    text = bild(ergebnis)
    assert text[text.index("# begegnung") :] == [
        "# begegnung",
        "begegnung entfallen",
        "-> interkulturelle-woche",
        "sporttag zusammengelegt",
        "-> vereinsfoerderung",
        "-> bibliothek-mehrsprachig",
    ]
    # 4.3 of 2022 stands behind 4.2, which is 5.2 now
    stelle = text.index("nachbarschaft entfallen")
    assert text[stelle - 1 : stelle + 2] == [
        "dezentrale-unterbringung neu",
        "nachbarschaft entfallen",
        "-> nachbarschaftsfeste",
    ]
