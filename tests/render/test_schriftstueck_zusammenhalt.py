"""What stays on one page, what may be divided, and which words have to be broken: tables of the rules."""

from __future__ import annotations

import pytest

from konzept.render.schriftstueck import (
    Absatzart,
    Liste,
    Spalte,
    Tabelle,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_raster import raster
from konzept.render.schriftstueck_zusammenhalt import (
    HOECHSTE_ZEILE,
    bleibt_beim_naechsten,
    bleibt_ganz,
    hat_zu_breites_wort,
    teilbare_zeilen,
    zeilenhoehen,
    zu_brechen,
)

KOPF1, KOPF2 = (Ueberschrift(stufe, worte("Kopf")) for stufe in (1, 2))
KURZ, LANG = absatz("Termin: fortlaufend"), absatz("Wort " * 120)
LISTE = Liste(((KURZ,),))
TAFEL = Tabelle((Spalte(),), ((zelle("eins"),),))


@pytest.mark.parametrize(
    ("bloecke", "bleibt"),
    [
        ((KURZ, TAFEL), "x-"),
        ((LANG, TAFEL), "--"),
        ((KURZ, LISTE), "x-"),
        ((absatz("Wort " * 60), LISTE), "--"),  # a text, not the line that leads to a list
        ((KOPF1, KURZ, KOPF2), "-x-"),
        ((KOPF1, KURZ, KURZ, KOPF2), "-xx-"),
        ((KOPF1, KURZ, KURZ, KURZ, KURZ, KOPF2), "------"),  # four lines are a text of their own
        ((KOPF2, KURZ, KOPF2), "---"),  # the next goal does not hold the one before it
        ((KOPF2, KURZ, KOPF1), "---"),
        ((KOPF1, TAFEL, KURZ, KOPF2), "----"),  # what follows a table does not head what comes next
        ((KOPF1, LANG, KOPF2), "---"),
        ((absatz("Titel", art=Absatzart.TITEL), TAFEL), "--"),  # it does so by its style
        ((KURZ,), "-"),
        ((), ""),
    ],
)
def test_short_lines_stay_with_what_they_lead_to(bloecke: tuple[object, ...], bleibt: str) -> None:
    assert "".join("-x"[eines] for eines in bleibt_beim_naechsten(bloecke)) == bleibt  # type: ignore[arg-type]  # blocks


def heights(*texte: tuple[str, ...], breiten: tuple[int, ...] = (1, 1)) -> tuple[float, ...]:
    zeilen = tuple(tuple(zelle(text) for text in zeile) for zeile in texte)
    tabelle = Tabelle(tuple(map(Spalte, breiten)), zeilen)
    return zeilenhoehen(tabelle, raster(tabelle, zeilen))


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    kurz, lang, schmal = (
        heights(("a", "b"))[0],
        heights(("a", "Wort " * 200))[0],
        heights(("a", "Wort " * 200), breiten=(9, 1))[0],
    )
    assert kurz < 10
    assert 80 < lang < 140
    assert schmal > 3 * lang
    assert heights(("a\n\nb", "c"))[0] > kurz


def test_only_high_rows_may_be_divided() -> None:
    hoch, niedrig = "Wort " * 400, "Wort"
    tabelle = Tabelle((Spalte(), Spalte()), ((zelle(hoch), zelle()), (zelle(niedrig), zelle())))
    zeilen = raster(tabelle, tabelle.zeilen)
    assert teilbare_zeilen(zeilen, zeilenhoehen(tabelle, zeilen)) == (True, False)


def test_rows_that_a_cell_ties_together_are_divided_together() -> None:
    """Three rows, each low: the cell at the left ties the first two, one at the right the last two."""
    halb = HOECHSTE_ZEILE * 0.6
    links, rechts = Zelle((KURZ,), hoehe=2), Zelle((KURZ,), hoehe=2)
    tabelle = Tabelle((Spalte(), Spalte()), ((links, zelle()), (rechts,), (zelle(),), (zelle(), zelle())))
    zeilen = raster(tabelle, tabelle.zeilen)
    assert teilbare_zeilen(zeilen, (1, 1, 1, 1)) == (False, False, False, False)
    assert teilbare_zeilen(zeilen, (1, halb, halb, 1)) == (True, True, True, False)


def test_a_low_table_stays_whole() -> None:
    assert bleibt_ganz((7.0,) * 9)
    assert not bleibt_ganz((7.0,) * 11)


@pytest.mark.parametrize(
    ("text", "breite", "gebrochen"),
    [
        ("X9" * 30, 40, ["X9" * 30]),
        ("x" * 60, 40, ["x" * 60]),
        ("a" * 60, 40, ["a" * 60]),
        ("integrationsbuero@kreis.example", 30, ["integrationsbuero@kreis.example"]),
        ("0123456789012345678901234567890", 30, ["0123456789012345678901234567890"]),
        ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 40, []),  # hyphens divide it
        ("Migrations-Beratungsstellen-Verzeichnis", 30, []),  # a line may end behind a hyphen of its own
        ("X9" * 30, 170, []),  # it fits
        ("●" * 48, 60, ["●" * 48]),
        ("kurz", 12, []),
    ],
)
def test_words_that_no_hyphen_divides_are_to_be_broken(text: str, breite: int, gebrochen: list[str]) -> None:
    assert zu_brechen((absatz("Das Wort ", text, " steht hier."),), breite) == gebrochen
    assert zu_brechen((Liste(((absatz(text),),)),), breite) == gebrochen


@pytest.mark.parametrize(
    ("text", "breite", "zu_breit"),
    [
        ("31.03. überfällig", 20, False),
        ("keine Rückmeldung", 20, True),
        ("Integrationsbüro", 33, False),
        ("BUNDESAMT", 24, True),
        ("illiterat", 15, False),
    ],
)
def test_words_too_wide_for_their_column_are_known(text: str, breite: int, *, zu_breit: bool) -> None:
    assert hat_zu_breites_wort((absatz(text),), breite) is zu_breit
