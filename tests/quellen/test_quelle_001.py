"""The shipped Handlungsfelder against the table: numbers, titles, rows, designations and Termine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .plan import FAKTEN, ZIELE_2018, ZIELE_2020, felder, klartext, soll_massnahmen, woerter, ziele

if TYPE_CHECKING:
    from .extract_facts import Tabelle

ZEILEN_JE_FELD = {"1": (5, 7), "2": (9, 11), "3": (8, 8), "4": (6, 7), "5": (9, 10), "6": (5, 6)}
"""Handlungsziele and Maßnahme rows, counted by hand when the plan was commissioned."""

ZUSAMMENGEFASST = {"2020": {"6.2"}, "2018": set[str]()}
"""Goals whose Maßnahme is told in our own words."""


def wortlaut(termin: str | Tabelle | None) -> str | None:
    """Return the wording of a Termin in either of its forms, None where there is none."""
    return termin["text"] if isinstance(termin, dict) else termin or None


def test_auszug_zaehlt_wie_von_hand_gezaehlt() -> None:
    """The extraction finds the rows that were counted by hand, so that it cannot lose any unseen."""
    je_feld = FAKTEN["summen"]["2020"]["je_feld"]
    gezaehlt = {n: (s["handlungsziele"], s["massnahme_zeilen"]) for n, s in je_feld.items()}
    assert gezaehlt == ZEILEN_JE_FELD
    assert FAKTEN["summen"]["2020"] | {"je_feld": {}} == {
        "handlungsziele": 42,
        "massnahme_zeilen": 49,
        "zustaendigkeiten_zeilen": 49,
        "massnahmen_nach_teilung": 50,
        "termine": 43,
        "je_feld": {},
    }
    assert (FAKTEN["summen"]["2018"]["handlungsziele"], FAKTEN["summen"]["2018"]["massnahme_zeilen"]) == (
        7,
        7,
    )


def test_handlungsfelder_2020() -> None:
    """Six files, one per Handlungsfeld, with number and title of the source."""
    soll = [(f["nummer"], f["titel"]) for f in FAKTEN["handlungsfelder"]]
    assert [(f["nummer"], f["titel"]) for f in felder("2020")] == soll


@pytest.mark.parametrize("fakten", FAKTEN["handlungsfelder"], ids=lambda f: f["nummer"])
def test_zahl_der_ziele_massnahmen_und_termine(fakten: Tabelle) -> None:
    """Each field has the goals, Maßnahmen and Termine of the source, in its order."""
    [feld] = [f for f in felder("2020") if f["nummer"] == fakten["nummer"]]
    massnahmen = [m for z in feld["handlungsziele"] for m in z["massnahmen"]]
    summen = FAKTEN["summen"]["2020"]["je_feld"][fakten["nummer"]]
    assert [z["nummer"] for z in feld["handlungsziele"]] == [z["nummer"] for z in fakten["handlungsziele"]]
    assert len(massnahmen) == summen["massnahmen_nach_teilung"]
    assert sum(bool(x.get("termin")) for x in [*feld["handlungsziele"], *massnahmen]) == summen["termine"]
    assert not feld.get("massnahmen")


@pytest.mark.parametrize("nummer", ZIELE_2020)
def test_titel_2020(nummer: str) -> None:
    """The title of a goal is the source's, letter by letter."""
    assert ziele("2020")[nummer]["titel"] == " ".join(ZIELE_2020[nummer]["titel"])


@pytest.mark.parametrize("nummer", ZIELE_2020)
def test_termin_im_wortlaut_und_an_seinem_ort(nummer: str) -> None:
    """The Termin stands in its exact wording where the source has it: on the goal or on the Maßnahme."""
    ziel = ziele("2020")[nummer]
    orte = {"Handlungsziel": wortlaut(ziel.get("termin"))} | {
        f"Zeile {n}": wortlaut(m.get("termin")) for n, m in enumerate(ziel["massnahmen"], start=1)
    }
    soll = {t["gilt_fuer"]: t["wortlaut"] for t in ZIELE_2020[nummer]["termine"]}
    assert {ort: text for ort, text in orte.items() if text} == soll


@pytest.mark.parametrize(
    ("fassung", "nummer"), [("2020", n) for n in ZIELE_2020] + [("2018", n) for n in ZIELE_2018]
)
def test_massnahmen_eines_ziels(fassung: str, nummer: str) -> None:
    """Each Maßnahme bears the source's number and designation, in the source's order.

    Compared to the letter once Markdown and line breaks are gone. What is summarised says so by its
    ``textart``, and is listed here, so that no wording slips out of the comparison.
    """
    soll = soll_massnahmen({"2020": ZIELE_2020, "2018": ZIELE_2018}[fassung][nummer])
    ist = ziele(fassung)[nummer]["massnahmen"]
    assert [m.get("nummer", "") for m in ist] == [zeile[0] for zeile in soll]
    for massnahme, (_, text, _) in zip(ist, soll, strict=True):
        if nummer in ZUSAMMENGEFASST[fassung]:
            assert massnahme["textart"] == "zusammenfassung"
        else:
            assert massnahme.get("textart", "wortlaut") == "wortlaut"
            assert klartext(massnahme["text"]) == text


@pytest.mark.parametrize("nummer", ZIELE_2020)
def test_verweise_der_massnahmen(nummer: str) -> None:
    """An address that the source links is in the text of the Maßnahme."""
    for massnahme, zeile in zip(
        ziele("2020")[nummer]["massnahmen"], ZIELE_2020[nummer]["massnahmen"], strict=False
    ):
        for verweis in zeile.get("verweise", []):
            assert klartext(verweis) in massnahme["text"]


def test_nur_4_4_ist_geteilt() -> None:
    """One row of the source is two Maßnahmen: 49 rows, 50 Maßnahmen."""
    geteilt = [n for n, z in ZIELE_2020.items() if any("teile" in zeile for zeile in z["massnahmen"])]
    assert geteilt == ["4.4"]
    assert [m["nummer"] for m in ziele("2020")["4.4"]["massnahmen"]] == ["1", "2"]


def test_2018_hat_was_anhang_a_belegt_und_nicht_mehr() -> None:
    """The goals of Anhang A, each in the field of its number; no Termin and no Zuständigkeit is invented."""
    assert set(ziele("2018")) == set(ZIELE_2018)
    for feld in felder("2018"):
        for ziel in feld["handlungsziele"]:
            assert ziel["nummer"].partition(".")[0] == feld["nummer"]
            assert not [
                k for x in [ziel, *ziel["massnahmen"]] for k in ("termin", "zustaendigkeiten") if x.get(k)
            ]


@pytest.mark.parametrize("nummer", ZIELE_2018)
def test_titel_2018(nummer: str) -> None:
    """The title is the source's; 3.5 has two title lines, and no word of the second may be lost."""
    ziel, soll = ziele("2018")[nummer], ZIELE_2018[nummer]["titel"]
    if len(soll) == 1:
        assert ziel["titel"] == soll[0]
    gesagt = woerter(" ".join([ziel["titel"], *ziel.get("hinweise", [])]))
    assert set(woerter(" ".join(soll))) <= set(gesagt)


@pytest.mark.parametrize("fassung", ["2018", "2020"])
def test_quelle_nennt_den_ort(fassung: str) -> None:
    """Each goal names the source and the place where it stands."""
    orte = {"2020": "001, Handlungsziel {}", "2018": "001, Anhang A, Handlungsziel {}"}
    for nummer, ziel in ziele(fassung).items():
        assert ziel["quelle"] == orte[fassung].format(nummer)


def test_felder_2018_sind_erschlossen() -> None:
    """Anhang A names no Handlungsfeld: id and title are those of 2020, marked as our reading."""
    neu = {feld["nummer"]: feld for feld in felder("2020")}
    for feld in felder("2018"):
        gleich = neu[feld["nummer"]]
        assert (feld["id"], feld["titel"]) == (gleich["id"], gleich["titel"])
        assert feld["erschlossen"] == "true"
