"""A document made ready: its head, its anchors, its contents, and what fits into a cell."""

from __future__ import annotations

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    Spalte,
    Tabelle,
    Trennlinie,
    Ueberschrift,
    Zelle,
    absatz,
    zelle,
)
from konzept.render.schriftstueck_aufbau import Eintrag, aufbau, flach, kopf


def heading(text: str, stufe: int = 1, anker: str | None = None) -> Ueberschrift:
    return Ueberschrift(stufe, (Lauf(text),), anker)


def test_the_head_is_who_what_and_when_and_leaves_out_what_is_not_said() -> None:
    whole = Schriftstueck("Bericht", untertitel="Halbjahr", metadaten=Metadaten("Kreis", "Stand: Juni"))
    assert [(part.art.value, part.laeufe[0].text) for part in kopf(whole)] == [
        ("herkunft", "Kreis"),
        ("titel", "Bericht"),
        ("untertitel", "Halbjahr"),
        ("klein", "Stand: Juni"),
    ]
    assert [part.art for part in kopf(Schriftstueck("Bericht"))] == [Absatzart.TITEL]


def test_the_first_of_equal_anchors_wins_wherever_it_stands() -> None:
    inner = Absatz((Lauf("in der Zelle"),), anker="a")
    table = Tabelle((Spalte(),), ((Zelle((Liste(((inner,),)),)),),))
    ready = aufbau(Schriftstueck("T", (table, heading("zweites a", anker="a"), heading("b", anker="b"))))
    assert ready.anker == ("a", "b")
    assert [block.anker for block in ready.bloecke if isinstance(block, Ueberschrift)] == [None, "b"]


def test_headings_get_anchors_only_for_a_table_of_contents() -> None:
    blocks = (heading("Erstes"), heading("Zweites", 2, "abschnitt-1"), heading(" Drittes\nmit Umbruch ", 3))
    assert aufbau(Schriftstueck("T", blocks)).eintraege == (Eintrag(2, "Zweites", "abschnitt-1"),)
    ready = aufbau(Schriftstueck("T", (Inhaltsverzeichnis(), *blocks)))
    assert ready.eintraege == (
        Eintrag(1, "Erstes", "abschnitt-2"),
        Eintrag(2, "Zweites", "abschnitt-1"),
        Eintrag(3, "Drittes mit Umbruch", "abschnitt-3"),
    )
    assert set(ready.anker) == {"abschnitt-1", "abschnitt-2", "abschnitt-3"}


def test_a_cell_holds_paragraphs_and_lists_alone() -> None:
    table = Tabelle(
        (Spalte(), Spalte()),
        ((zelle("1"), Zelle((Liste(((absatz("x"),), (absatz("y"),))), absatz("z")))),),
        ((zelle("a"), zelle("b")),),
    )
    liste = Liste(((absatz("Punkt"),),))
    blocks = (heading("Kopf", 2, "k"), liste, table, Trennlinie(), Seitenumbruch(), Inhaltsverzeichnis())
    found = list(flach(blocks))
    assert found[0] == Absatz((Lauf("Kopf", fett=True),), anker="k")
    assert found[1] is liste
    assert ["".join(lauf.text for lauf in part.laeufe) for part in found[2:] if isinstance(part, Absatz)] == [
        "a | b",
        "1 | x; y;  z",
        "* * *",
    ]
