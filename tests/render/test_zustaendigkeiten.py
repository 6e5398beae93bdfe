"""Who carries what on paper, and the letters: everything in its row, said plainly, no person named."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest

from konzept.load import load_plan
from konzept.render.docx import docx_bytes
from konzept.render.odt import odt_bytes
from konzept.render.pdf import pdf_bytes
from konzept.render.schriftstueck import Absatz, Liste, Tabelle, Ueberschrift
from konzept.render.schriftstueck_html import schriftstueck_html
from konzept.render.schriftstueck_md import schriftstueck_md
from konzept.render.templates import Templates
from konzept.render.zustaendigkeiten_anschreiben import anschreiben_schriftstueck
from konzept.render.zustaendigkeiten_json import zustaendigkeiten_json
from konzept.render.zustaendigkeiten_schriftstueck import zustaendigkeiten_schriftstueck
from konzept.render.zustaendigkeiten_tabellenwerk import zustaendigkeiten_tabellenwerk
from konzept.reports.zustaendigkeiten import zustaendigkeiten
from konzept.reports.zustaendigkeiten_anschreiben import versand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.domain.plan import Plan
    from konzept.render.schriftstueck import Block, Schriftstueck
    from konzept.reports.zustaendigkeiten_teile import Anschreiben, Zustaendigkeiten

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
MUSTERKREIS = "beispiele/musterkreis"
TAGE = {("", "2020"): date(2022, 1, 1), (MUSTERKREIS, "2022"): date(2024, 6, 10)}


@cache
def plan_in(ort: str) -> Plan:
    return load_plan(ROOT / ort).plan


@cache
def report(ort: str, fassung: str, akteur: str | None = None) -> Zustaendigkeiten:
    plan = plan_in(ort)
    gefragt = plan.akteur_nach_id[akteur] if akteur else None
    return zustaendigkeiten(plan, plan.fassung_nach_id[fassung], TAGE[ort, fassung], gefragt)


def brief(empfaenger: str, ort: str = MUSTERKREIS, fassung: str = "2022") -> Anschreiben:
    briefe = versand(plan_in(ort), report(ort, fassung)).anschreiben
    (gefunden,) = [one for one in briefe if one.empfaenger.id == empfaenger]
    return gefunden


def worte(bloecke: Iterable[Block]) -> str:
    """Return the words of blocks, those of cells and entries among them, with single blanks."""
    teile: list[str] = []
    for block in bloecke:
        match block:
            case Absatz() | Ueberschrift():
                teile.append("".join(lauf.text for lauf in block.laeufe))
            case Liste():
                teile += map(worte, block.eintraege)
            case Tabelle():
                teile += [
                    worte(zelle.bloecke) for zeile in (*block.kopfzeilen, *block.zeilen) for zelle in zeile
                ]
            case _:
                continue
    return " ".join(" ".join(teile).split())


def tabellen(stueck: Schriftstueck) -> list[Tabelle]:
    return [block for block in stueck.bloecke if isinstance(block, Tabelle)]


@pytest.mark.parametrize(("ort", "fassung"), TAGE)
def test_every_part_has_its_row_with_number_termin_and_state(ort: str, fassung: str) -> None:
    bericht = report(ort, fassung)
    stueck = zustaendigkeiten_schriftstueck(bericht)
    zeilen = [worte(b for z in zeile for b in z.bloecke) for t in tabellen(stueck) for zeile in t.zeilen]
    anteile = [anteil for teil in bericht.stellen for anteil in teil.anteile]
    assert len(zeilen) == len(anteile) + len(bericht.ohne)
    for text, anteil in zip(zeilen, anteile, strict=False):
        zeile = anteil.zeile
        for erwartet in (zeile.nummer, zeile.titel, zeile.termin or "–"):
            assert " ".join(erwartet.split()) in text
        if zeile.antwort:
            assert f"({zeile.antwort.am:%d.%m.%Y})" in text


def test_the_list_says_what_a_reader_asks() -> None:
    text = worte(zustaendigkeiten_schriftstueck(report(MUSTERKREIS, "2022")).bloecke)
    for erwartet in (
        "bekannt ist, was bis zum 10.06.2024 gemeldet war.",
        "Nach dem Stand wird halbjährlich gefragt.",
        (
            "Diese Stelle bestand nur bis 31.12.2023. Nachfolge: Fachkräfteallianz Musterkreis; "
            "dorthin geht die Frage nach dem Stand."
        ),
        "Federführend für 3 Maßnahmen, beteiligt an 2 Maßnahmen.",
        "mitwirkend; federführend: Frauenberatung",
        "gemeinsam mit: Sozialamt, ABH",
        "31.12.2023 überfällig begonnen (04.12.2023) neuer Termin: bis Ende 2024",
    ):
        assert erwartet in text


def test_one_body_is_named_in_the_title_and_says_when_it_has_no_part() -> None:
    stueck = zustaendigkeiten_schriftstueck(report(MUSTERKREIS, "2022", "landratsamt"))
    assert stueck.titel == "Wer für was zuständig ist: Landratsamt Musterkreis"
    ohne = zustaendigkeiten_schriftstueck(report(MUSTERKREIS, "2022", "fachkraefteallianz"))
    assert "In dieser Fassung ist diese Stelle an nichts beteiligt." in worte(ohne.bloecke)
    assert not tabellen(ohne)


def test_what_nobody_carries_is_not_dropped() -> None:
    plan = plan_in("beispiele/handlungsleitlinien")
    bericht = zustaendigkeiten(plan, plan.fassungen[0], date(2016, 12, 31))
    stueck = zustaendigkeiten_schriftstueck(bericht)
    assert len(bericht.ohne) == 5
    assert len(tabellen(stueck)[-1].zeilen) == 5
    assert "Leitlinien ohne Zuständigkeit Hier ist nicht belegt, wer zuständig ist:" in worte(stueck.bloecke)


def test_the_letter_asks_by_a_day_and_names_the_office() -> None:
    stueck = anschreiben_schriftstueck(brief("jugendamt"))
    assert stueck.metadaten.koerperschaft == "Büro für Integration und Teilhabe · Musterkreis"
    text = worte(stueck.bloecke)
    for erwartet in (
        (
            "An: Jugendamt Musterkreis Landratsamt Musterkreis Guten Tag, im »Integrationskonzept des Musterkreises "
            "2022–2024« sind Sie für 3 Maßnahmen federführend und an 2 Maßnahmen beteiligt."
        ),
        "Bitte schreiben Sie uns bis zum 30. Juni 2024, wie der Stand ist.",
        "Bei 1 Maßnahme ist eine Frist vorbei und noch nicht als erfüllt gemeldet.",
        "»Kita-Fachberatung« erhält ein eigenes Schreiben.",
        "Ihre Antwort geht an: Büro für Integration und Teilhabe, Musterkreis.",
        "Mit freundlichen Grüßen Büro für Integration und Teilhabe Musterkreis",
    ):
        assert erwartet in text
    bogen = tabellen(stueck)[-1]
    assert [worte(z.bloecke) for z in bogen.kopfzeilen[0]] == [
        "Nr.",
        "Maßnahme",
        "Stand heute",
        "Was ist geschehen?",
        "Neuer Termin",
    ]
    assert [worte(zeile[0].bloecke) for zeile in bogen.zeilen] == ["1.3 M2", "2.1 M2", "2.2 M2"]


def test_the_letter_to_a_nachfolger_says_whose_place_it_took() -> None:
    text = worte(anschreiben_schriftstueck(brief("fachkraefteallianz")).bloecke)
    assert "steht eine Stelle, als deren Nachfolge Sie angegeben sind." in text
    assert (
        "»Unternehmensforum Musterkreis« bestand nur bis 31.12.2023. Als Nachfolge sind Sie angegeben; deshalb fragen "
        "wir Sie nach dem, was der Plan noch unter dem alten Namen führt (3 Maßnahmen)."
    ) in text
    assert "Von »Unternehmensforum Musterkreis« übernommen" in text


def test_a_body_that_only_helps_is_not_asked_for_the_state() -> None:
    post = versand(plan_in(MUSTERKREIS), report(MUSTERKREIS, "2022")).anschreiben
    helfende = [one for one in post if one.eigener and not one.eigener.federfuehrend and not one.uebernommen]
    assert helfende
    for one in helfende:
        text = worte(anschreiben_schriftstueck(one).bloecke)
        assert "Wo Sie beteiligt sind, meldet die federführende Stelle den Stand." in text
        assert "Ihre Antwort Sie können" not in text
        assert "drei Angaben" not in text


def test_without_an_office_in_the_plan_none_is_invented() -> None:
    text = worte(anschreiben_schriftstueck(brief("jugendamt", "", "2020")).bloecke)
    assert "Ihre Antwort geht an die Stelle, von der Sie dieses Schreiben haben." in text
    assert "Mit freundlichen Grüßen Ilm-Kreis" in text
    namenlos = replace(
        brief("jugendamt", "", "2020"), liste=replace(report("", "2020"), koerperschaft=None, land=None)
    )
    stueck = anschreiben_schriftstueck(namenlos)
    assert stueck.metadaten.koerperschaft == ""
    assert "Mit freundlichen Grüßen Ihre Maßnahmen" in worte(stueck.bloecke)


@pytest.mark.parametrize(("ort", "fassung"), TAGE)
def test_every_letter_can_be_written_in_every_format(ort: str, fassung: str) -> None:
    for one in versand(plan_in(ort), report(ort, fassung)).anschreiben:
        stueck = anschreiben_schriftstueck(one)
        text = schriftstueck_md(stueck)
        assert f"An: **{one.empfaenger.name}**" in text
        assert "\u00a0" not in text  # the room for an answer is for paper
        assert one.empfaenger.name in unescape(schriftstueck_html(stueck, Templates()))


def test_a_letter_and_the_list_are_the_same_twice_and_hold_their_tables() -> None:
    for stueck in (
        anschreiben_schriftstueck(brief("jugendamt")),
        zustaendigkeiten_schriftstueck(report(MUSTERKREIS, "2022")),
    ):
        odt, word = odt_bytes(stueck), docx_bytes(stueck)
        assert (odt, word) == (odt_bytes(stueck), docx_bytes(stueck))
        anzahl = len(tabellen(stueck))
        assert len(odfdo.Document(io.BytesIO(odt)).body.get_elements("//table:table")) == anzahl
        assert len(docx.Document(io.BytesIO(word)).tables) == anzahl
        assert pdf_bytes(stueck).startswith(b"%PDF-")


def test_the_sheets_hold_a_row_per_part_and_a_row_per_body() -> None:
    bericht = report(MUSTERKREIS, "2022")
    anteile, stellen = zustaendigkeiten_tabellenwerk(bericht).blaetter
    erwartet = [
        (teil.akteur.name, anteil.zeile.nummer) for teil in bericht.stellen for anteil in teil.anteile
    ]
    assert [zeile[:2] for zeile in anteile.zeilen] == erwartet
    assert len(stellen.zeilen) == len(bericht.stellen)
    titel = [spalte.titel for spalte in anteile.spalten]
    (forum,) = [z for z in stellen.zeilen if z[0] == "Unternehmensforum Musterkreis"]
    assert forum[3] == "Fachkräfteallianz Musterkreis"
    (zeile,) = [z for z in anteile.zeilen if z[:2] == ("Jugendamt Musterkreis", "1.3 M2")]
    werte = dict(zip(titel, zeile, strict=True))
    assert (werte["Nächste Frist"], werte["Lage der Frist"]) == (date(2023, 12, 31), "überfällig")
    assert (werte["Stand"], werte["Gemeldet am"]) == ("begonnen", date(2023, 12, 4))


FORMATE = {
    "list.md": lambda: schriftstueck_md(zustaendigkeiten_schriftstueck(report(MUSTERKREIS, "2022"))),
    "list.json": lambda: zustaendigkeiten_json(report(MUSTERKREIS, "2022")),
    "brief-jugendamt.md": lambda: schriftstueck_md(anschreiben_schriftstueck(brief("jugendamt"))),
    "brief-fachkraefteallianz.md": lambda: schriftstueck_md(
        anschreiben_schriftstueck(brief("fachkraefteallianz"))
    ),
}


@pytest.mark.parametrize("name", FORMATE)
def test_golden(name: str) -> None:
    path = GOLDEN / f"zustaendigkeiten-musterkreis-2022-{name}"
    made = FORMATE[name]()
    if os.environ.get("KONZEPT_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


def test_json_counts_as_the_report_does() -> None:
    bericht = report("", "2020")
    daten = json.loads(zustaendigkeiten_json(bericht))
    assert (daten["stichtag"], daten["naechster_stichtag"]) == ("2022-01-01", "2022-06-30")
    assert [
        (stelle["id"], len(stelle["federfuehrend"]), len(stelle["beteiligt"])) for stelle in daten["stellen"]
    ] == [(teil.akteur.id, len(teil.federfuehrend), len(teil.beteiligt)) for teil in bericht.stellen]
