"""The checks that read the documents see what they are there for; else a test without a finding would mean nothing."""

from __future__ import annotations

import pytest

from konzept.cli.render_auftrag import Format
from konzept.render.schriftstueck import (
    Liste,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ueberschrift,
    absatz,
    worte,
    zelle,
)

from .lesart import CHECKS

FINE_MD = "# T\n\n## A\n\n- Termin: 2021\n\nSo ist zu lesen:\n\n- eins\n\n| a |\n| --- |\n|  |\n"
FINE_PAGE = "<html><body><h1>T</h1><h2>A</h2><p>x</p><ul><li>y, z</li></ul><p>Stand: heute</p></body></html>"
TAFEL = Tabelle((Spalte(),), ((zelle(""),),))


@pytest.mark.parametrize(
    "made",
    [
        "Termin: None\n",
        "# T\n\n## A\n\n## B\n\nx\n",
        "# T\n\nx\n\n## A\n",
        "- Termin:\n\n# B\n",
        "Zuständig:\n",
        "a  b\n",
        "Amt, , Stelle\n",
        "»« gilt\n",
        "Amt ()\n",
        "-\n\nx\n",
        "| a |\n| --- |\n\nx\n",
        "## \n\nx\n",
    ],
)
def test_gaps_in_markdown_are_seen(made: str) -> None:
    assert list(CHECKS[Format.MD](FINE_MD)) == []
    assert list(CHECKS[Format.MD](made)) != []


@pytest.mark.parametrize(
    "inside",
    [
        "<p>None</p>",
        "<p></p>",
        "<h2> </h2><p>x</p>",
        "<h2>A</h2><h2>B</h2>",
        "<ul></ul>",
        "<table><tbody></tbody></table>",
        "<dl><dt>Termin</dt></dl>",
        "<dl><dt>Termin</dt><dd></dd></dl>",
        "<p>Zuständig:</p>",
        "<li>Amt, , Stelle</li>",
        '<section aria-labelledby="a"><div><h2 id="a">A</h2></div><div></div></section>',
    ],
)
def test_gaps_in_a_page_are_seen(inside: str) -> None:
    assert list(CHECKS[Format.HTML](FINE_PAGE)) == []
    assert list(CHECKS[Format.HTML](f"<html><body><div>{inside}</div></body></html>")) != []


@pytest.mark.parametrize(
    "blocks",
    [
        (absatz(),),
        (absatz("Termin: ", "None"),),
        (absatz(" x"),),
        (Liste(()),),
        (Tabelle((Spalte(),), (), ((zelle("a"),),)),),
        (Ueberschrift(1, worte("A")), Ueberschrift(1, worte("B")), absatz("x")),
        (Ueberschrift(1, worte("A")),),
        (absatz("Zuständig:"), Ueberschrift(1, worte("B")), absatz("x")),
    ],
)
def test_gaps_on_paper_are_seen(blocks: tuple[object, ...]) -> None:
    fine = Schriftstueck("T", (Ueberschrift(1, worte("A")), absatz("Termin: 2021"), TAFEL))
    assert list(CHECKS[Format.PDF](fine)) == []
    assert list(CHECKS[Format.PDF](Schriftstueck("T", blocks))) != []  # type: ignore[arg-type]  # blocks of all kinds
