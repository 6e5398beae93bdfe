"""The comparison as a council member reads it: 80 columns, the plan's own outline, a balance that adds up."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.termin import TerminArt
from konzept.load import load_plan
from konzept.render.diff_termin_words import terminwechsel
from konzept.render.diff_text import diff_text
from konzept.reports.diff import vergleiche
from konzept.reports.diff_werte import Terminwechsel

if TYPE_CHECKING:
    from konzept.reports.diff_werte import Vergleich

ROOT = Path(__file__).parent.parent.parent
VERGLEICHE = [(".", "2018", "2020"), ("beispiele/musterkreis", "2022", "2025")]


def geladen(ordner: str, alt: str, neu: str) -> Vergleich:
    plan = load_plan(ROOT / ordner).plan
    return vergleiche(plan, plan.fassung_nach_id[alt], plan.fassung_nach_id[neu])


def paar(
    alt: dict[str, Any], neu: dict[str, Any], *, rahmen: dict[str, Any] | None = None, **plan: Any
) -> Vergleich:
    """Compare one Maßnahme with these fields on both sides."""
    seiten = [
        Fassung(
            id=name,
            rahmen=Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": name, **(mehr or {})}),
            handlungsfelder=(
                Handlungsfeld.model_validate(
                    {
                        "id": "f",
                        "nummer": "1",
                        "titel": "Feld",
                        "massnahmen": [{"id": "m", "titel": "Kurse", "text": "Kurse", **felder}]
                        if felder
                        else [],
                    }
                ),
            ),
            dateien=("f.yaml",),
        )
        for name, felder, mehr in (("2018", alt, None), ("2020", neu, rahmen))
    ]
    return vergleiche(Plan(fassungen=tuple(seiten), **plan), *seiten)


@pytest.mark.parametrize(
    ("ordner", "alt", "neu"),
    [*VERGLEICHE, (".", "2020", "2018"), (".", "2020", "2020")],
    ids=["ilm-kreis", "musterkreis", "backwards", "itself"],
)
def test_the_answer_is_the_golden_one(ordner: str, alt: str, neu: str) -> None:
    ergebnis = diff_text(geladen(ordner, alt, neu))
    golden = ROOT / "tests" / "golden" / f"diff-{alt}-{neu}.txt"
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        golden.write_text(ergebnis, encoding="utf-8", newline="\n")
    assert ergebnis == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("breite", [60, 80, 120])
@pytest.mark.parametrize("alles", [False, True])
@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_no_line_is_too_long(ordner: str, alt: str, neu: str, breite: int, *, alles: bool) -> None:
    for von, nach in ((alt, neu), (neu, alt)):
        text = diff_text(geladen(ordner, von, nach), alles=alles, breite=breite)
        assert max(len(zeile) for zeile in text.splitlines()) <= breite
        assert not re.search(r"[ \t]+$", text, re.MULTILINE)
        assert "\n\n\n" not in text
        assert text.endswith("\n")


@pytest.mark.parametrize(("ordner", "alt", "neu"), VERGLEICHE, ids=["ilm-kreis", "musterkreis"])
def test_every_balance_adds_up_as_it_is_written(ordner: str, alt: str, neu: str) -> None:
    text = " ".join(diff_text(geladen(ordner, alt, neu)).split())
    summen = re.findall(r"\d{4}: (\d+) = (\d+ fortgeführt(?: \+ \d+ [^+=(]+?)*)(?= [A-Z(]|$)", text)
    assert len(summen) >= 3
    for gesamt, posten in summen:
        assert int(gesamt) == sum(int(zahl) for zahl in re.findall(r"(?:^|\+ )(\d+)", posten))


def test_the_shipped_plan_says_what_the_source_says() -> None:
    text = diff_text(geladen(".", "2018", "2020"))
    assert text.startswith("Vergleich der Fassungen 2018 und 2020\n")
    eine_zeile = " ".join(text.split())
    assert "2018 ist nur teilweise dokumentiert" in eine_zeile
    assert (
        "Handlungsziel 5.6 (bisher 5.8) »Weiterentwicklung der Arbeit in Gemeinschaftsunterkünften«: "
        "umnummeriert (erschlossen)"
    ) in eine_zeile
    assert "Maßnahmen 2018: 7 = 0 fortgeführt + 7 nicht aufgenommen" in text
    assert "Handlungsziele 2018: 7 = 1 fortgeführt + 6 nicht aufgenommen" in text
    assert text.count(": entfallen (nicht aufgenommen)") + text.count("entfallen (nicht aufgenommen)\n") >= 13
    assert "41 Handlungsziele" in eine_zeile


def test_what_differs_stands_old_against_new() -> None:
    alt = {
        "termin": "bis Ende 2022",
        "zustaendigkeiten": ["amt"],
        "kosten": {"betrag": "9500", "jahr": "2022"},
    }
    neu = {
        "termin": "bis Ende 2023",
        "zustaendigkeiten": [{"akteur": "amt", "rolle": "mitwirkend"}],
        "kosten": "offen",
    }
    assert diff_text(paar(alt, neu)).split("\n\n")[2] == (
        "Maßnahme »Kurse«: geändert\n"
        "  Termin           bis Ende 2022 → bis Ende 2023 (+12 Monate)\n"
        "  Zuständigkeit    amt: federführend → mitwirkend (jetzt ohne Federführung)\n"
        "  Kosten           9.500 EUR (2022) → offen"
    )


WECHSEL = [
    (Terminwechsel(monate=12), "+12 Monate"),
    (Terminwechsel(monate=-1), "−1 Monat"),  # noqa: RUF001  the true minus sign
    (Terminwechsel(tage=15), "+15 Tage"),
    (Terminwechsel(tage=-1), "−1 Tag"),  # noqa: RUF001  the true minus sign
    (Terminwechsel(tage=1429), "rund +47 Monate"),
    (Terminwechsel(monate=12, aufschuebe=1), "+12 Monate"),
    (Terminwechsel(monate=12, aufschuebe=2), "+12 Monate, zum 2. Mal verschoben"),
    (Terminwechsel(monate=-12, aufschuebe=2), "−12 Monate"),  # noqa: RUF001  the true minus sign
    (
        Terminwechsel(arten_alt=(TerminArt.FAELLIG,), arten_neu=(TerminArt.WIEDERKEHREND,)),
        "Rhythmus statt Frist",
    ),
    (Terminwechsel(), None),
    (None, None),
]


@pytest.mark.parametrize(("wechsel", "worte"), WECHSEL)
def test_what_a_moved_termin_means_is_said_in_words(wechsel: Terminwechsel | None, worte: str | None) -> None:
    assert terminwechsel(wechsel) == worte


def test_what_happened_to_the_parts_of_a_termin_breaks_behind_a_comma() -> None:
    text = diff_text(
        paar(
            {"termin": "Prüfung 2021, Beginn des Schuljahres 2021/22"},
            {"termin": "Prüfung 2022, Beginn des Schuljahres 2021/22, Bericht 2024"},
        )
    )
    assert "(Prüfung +12 Monate, neu: Bericht 2024)" in " ".join(text.split())
    assert "(Prüfung\n" not in text
    assert "\n                            " not in text


def test_long_wordings_stand_one_above_the_other_without_what_they_share() -> None:
    gleich = "Dieser Satz steht in beiden Fassungen genau so und wird nicht wiederholt."
    text = diff_text(paar({"text": f"{gleich} Alt ist das Ende."}, {"text": f"{gleich} Neu ist das Ende."}))
    assert (
        "  Text             bisher  […] Alt ist das Ende.\n                   neu     […] Neu ist das Ende.\n"
        in text
    )
    text = diff_text(paar({"text": gleich}, {"text": f"{gleich} Neu ist das Ende."}))
    assert "ergänzt […] Neu ist das Ende." in " ".join(text.split())
    text = diff_text(paar({"text": f"{gleich} Alt ist das Ende."}, {"text": gleich}))
    assert "gestrichen […] Alt ist das Ende." in " ".join(text.split())


def test_an_open_balance_names_what_is_open() -> None:
    text = diff_text(paar({"nummer": "1"}, {}, rahmen={"vorgaenger": "2018"}))
    assert "Maßnahme 1 (2018) »Kurse«: entfallen, Verbleib offen\n" in text
    assert "Maßnahmen 2018: 1 = 0 fortgeführt + 1 offen\n" in text
    assert "  m: Maßnahme 1 (2018) »Kurse«\n" in text


def test_read_backwards_it_says_so_and_uses_other_words() -> None:
    text = diff_text(geladen("beispiele/musterkreis", "2025", "2022"))
    eine_zeile = " ".join(text.split())
    assert "Rückwärts gelesen: 2022 ist älter als 2025." in eine_zeile
    assert "In der Reihenfolge der Zeit: konzept diff 2022 2025" in eine_zeile
    assert "Maßnahme 1 »Willkommensmappe in acht Sprachen«: nur in 2022\n" in text
    assert "Maßnahme 2 (2025) »Digitale Willkommensseite«: in 2022 nicht enthalten\n" in text
    assert "Handlungsziel 1.1 (in 2025: 1.2)" in text
    assert "Maßnahmen: 56 = 32 in beiden + 12 nur in 2025 + 12 nur in 2022\n" in text
    assert "Frist nur in 2022, Daueraufgabe bleibt" in eine_zeile
    assert "in 2022 verbindlicher" in eine_zeile
    ohne_inhalt = re.sub(r"»[^«]*«", "", eine_zeile)
    assert not re.search(r": neu\b|entfällt:|bisher \d|= \d+ fortgeführt|Bilanz ---", ohne_inhalt)


def test_backwards_a_partial_fassung_makes_nothing_missing() -> None:
    text = " ".join(diff_text(geladen(".", "2020", "2018")).split())
    assert "2018 ist nur teilweise dokumentiert: Was dort fehlt, gilt als nicht belegt. " in text
    assert "Handlungsziele: 48 = 1 in beiden + 6 nur in 2018 + 41 nicht belegt" in text


def test_a_fassung_beside_itself_has_no_balance() -> None:
    text = diff_text(geladen(".", "2020", "2020"))
    assert text.startswith("Vergleich der Fassung 2020 mit sich selbst\n")
    assert text.count("\n2020  Integrationskonzept") == 1
    assert "Keine Änderungen.\n\nNicht aufgeführt" in text
    assert " = " not in text


def test_the_same_wording_read_otherwise_stands_once() -> None:
    turnus = {"text": "im 2-Jahres-Turnus", "turnus_ab": "2020"}
    text = diff_text(paar({"termin": "im 2-Jahres-Turnus"}, {"termin": turnus}))
    assert "  Termin           im 2-Jahres-Turnus (Turnus zählt ab 2020)\n" in text
    ohne = " ".join(diff_text(paar({"termin": turnus}, {"termin": "im 2-Jahres-Turnus"})).split())
    assert (
        "im 2-Jahres-Turnus (Turnus ohne Anfangsjahr, bisher ab 2020, es folgt kein Datum mehr daraus)"
        in ohne
    )


def test_without_a_vorgaenger_it_says_so() -> None:
    text = " ".join(diff_text(paar({"nummer": "1"}, {})).split())
    assert "2020 ist keine Fortschreibung von 2018" in text
    assert "1 = 0 fortgeführt + 1 nicht enthalten" in text


def test_nothing_changed_is_said_in_words() -> None:
    text = diff_text(paar({"nummer": "1"}, {"nummer": "1"}))
    assert "\nKeine Änderungen.\n" in text
    assert "unverändert: 1 Handlungsfeld und 1 Maßnahme\n" in text


def test_only_spelling_is_said() -> None:
    assert "»Kurse«: redaktionell geändert\n" in diff_text(
        paar({"text": "Zwei – Kurse"}, {"text": "Zwei - Kurse"})
    )


def test_the_county_s_words_are_used() -> None:
    worte = {"bezeichnungen": {"massnahme": {"einzahl": "Vorhaben", "mehrzahl": "Vorhaben"}}}
    text = diff_text(paar({"text": "A"}, {"text": "B"}, einstellungen=Einstellungen.model_validate(worte)))
    assert "Vorhaben »Kurse«: geändert\n" in text
    assert "Maßnahme" not in text


def test_nothing_in_a_text_reaches_the_terminal_as_a_command() -> None:
    text = diff_text(paar({"text": "A"}, {"text": "B \x1b[31m \u202e"}))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b" in text
