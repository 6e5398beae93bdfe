"""Rows of a Synopse in words: what stands beside an id that is gone, undocumented, or has a history."""

from __future__ import annotations

import json
from typing import Any

from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.render.diff_json import diff_json
from konzept.render.diff_text import diff_text
from konzept.render.synopse_zeilen import Bild, Zeilenschreiber
from konzept.reports.diff import vergleiche
from konzept.reports.synopse import synopse


def fassung(name: str, massnahmen: dict[str, dict[str, Any]], ziel: str = "1.1", **rahmen: Any) -> Fassung:
    """Build a Fassung with one goal that holds these Maßnahmen."""
    feld = {
        "id": "f",
        "nummer": "1",
        "titel": "Feld",
        "handlungsziele": [
            {
                "id": "z",
                "nummer": ziel,
                "titel": "Ziel",
                "massnahmen": [
                    {"id": id_, "titel": f"Titel {id_}", "text": f"Text {id_}", **mehr}
                    for id_, mehr in massnahmen.items()
                ],
            }
        ],
    }
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": name, **rahmen}),
        (Handlungsfeld.model_validate(feld),),
        dateien=("f",),
    )


def bilder(*fassungen: Fassung) -> dict[str, Bild]:
    """Return the rows of the first Fassung against the last, by the id or the place they tell of."""
    bericht = synopse(Plan(fassungen=fassungen), fassungen[0], fassungen[-1])
    schreiber = Zeilenschreiber(bericht)
    zeilen = [zeile for abschnitt in bericht.abschnitte for zeile in abschnitt.zeilen]
    alle = [bild for zeile in zeilen for bild in schreiber.bilder(zeile)]
    return {(bild.anker or bild.stelle).removeprefix("massnahme-"): bild for bild in alle}


def spalte(bild: Bild, seite: str) -> list[str]:
    """Return the paragraphs of one column, each with the field it tells of."""
    return [
        f"{eine.name}: {''.join(stueck.text for stueck in eine.stuecke)}".removeprefix(": ")
        for zellen in bild.zeilen
        for eine in getattr(zellen, seite)
    ]


def verbleib(**eintraege: Any) -> dict[str, Any]:
    return {"eintraege": [{"id": name, **angaben} for name, angaben in eintraege.items()]}


def test_nobody_said_what_became_of_it() -> None:
    bild = bilder(fassung("2018", {"a": {}, "b": {}}), fassung("2020", {"b": {}}, vorgaenger="2018"))["a"]
    assert (bild.frueher, bild.wort, spalte(bild, "neu")) == (True, "entfällt", ["entfällt"])
    assert spalte(bild, "begruendung") == ["Verbleib offen: Was daraus geworden ist, ist nicht dokumentiert."]


def test_a_reason_is_missing() -> None:
    ohne = {"2018": verbleib(a={"verbleib": "nicht-aufgenommen"})}
    neu = fassung("2020", {"b": {}}, vorgaenger="2018", verbleib=ohne)
    bild = bilder(fassung("2018", {"a": {}, "b": {}}), neu)["a"]
    assert spalte(bild, "begruendung") == ["nicht aufgenommen: keine Begründung dokumentiert"]


def test_general_reasons_are_referred_to() -> None:
    ohne = {"2018": {"gruende": ["Kein Geld."], **verbleib(a={"verbleib": "nicht-aufgenommen"})}}
    neu = fassung("2020", {"b": {}}, vorgaenger="2018", verbleib=ohne)
    bild = bilder(fassung("2018", {"a": {}, "b": {}}), neu)["a"]
    assert spalte(bild, "begruendung") == [
        "nicht aufgenommen: keine eigene Begründung dokumentiert; allgemeine Gründe am Schluss"
    ]
    (absatz,) = bild.zeilen[0].begruendung
    assert [stueck.ziel for stueck in absatz.stuecke] == [None, "gruende"]


def test_the_steps_through_fassungen_in_between_are_told() -> None:
    zwischen = fassung(
        "2020",
        {"b": {}},
        vorgaenger="2018",
        verbleib={
            "2018": verbleib(a={"verbleib": "ersetzt", "ziele": ["b"], "begruendung": "b ist besser."})
        },
    )
    neu = fassung(
        "2022",
        {"c": {}},
        vorgaenger="2020",
        verbleib={"2020": verbleib(b={"verbleib": "umgesetzt", "begruendung": "Fertig."})},
    )
    bild = bilder(fassung("2018", {"a": {}}), zwischen, neu)["a"]
    assert spalte(bild, "begruendung") == [
        "umgesetzt: Fertig.",
        "Verlauf: 2020: »Titel a« ersetzt durch »Titel b«. b ist besser.",
        "2022: »Titel b« umgesetzt. Fertig.",
    ]


def test_what_one_fassung_does_not_document() -> None:
    moved = {"id": "y", "nummer": "1.2", "titel": "Anderes", "massnahmen": [{"id": "m", "text": "Text m"}]}
    alt = fassung("2018", {"m": {}}, vollstaendig="false")
    neu = fassung("2020", {}, vorgaenger="2018")
    feld = neu.handlungsfelder[0]
    mit_ziel = Handlungsfeld.model_validate(
        {
            **feld.model_dump(exclude_none=True),
            "handlungsziele": [{"id": "z", "nummer": "1.1", "titel": "Ziel"}, moved],
        }
    )
    gefunden = bilder(alt, Fassung("2020", neu.rahmen, (mit_ziel,), dateien=("f",)))
    bild = gefunden["handlungsziel-y"]
    assert (bild.wort, spalte(bild, "alt"), spalte(bild, "neu")) == (
        "nicht belegt",
        ["nicht belegt"],
        ["Anderes"],
    )
    assert spalte(gefunden["m"], "alt") == ["Titel m", "bisher Handlungsziel 1.1 »Ziel«, dort Maßnahme"]
    umgekehrt = bilder(Fassung("2020", neu.rahmen, (mit_ziel,), dateien=("f",)), alt)["handlungsziel-y"]
    assert (spalte(umgekehrt, "alt"), spalte(umgekehrt, "neu")) == (["Anderes"], ["nicht belegt"])


def test_several_neighbours_are_named_or_counted() -> None:
    alle = {f"m{nummer}": {"nummer": str(nummer)} for nummer in range(1, 6)}
    alt, neu = fassung("2018", alle), fassung("2020", {**alle, "neue": {"nummer": "6"}})
    bild = bilder(alt, neu)["Maßnahmen 1 bis 5"]
    assert (spalte(bild, "alt"), spalte(bild, "neu")) == (["5 Maßnahmen"], ["unverändert"])
    wenige = {"m1": {"nummer": "1"}, "m2": {"nummer": "2"}}
    bild = bilder(fassung("2018", wenige), fassung("2020", {**wenige, "neue": {"nummer": "3"}}))[
        "Maßnahmen 1 und 2"
    ]
    assert spalte(bild, "alt") == ["1 Titel m1", "2 Titel m2"]


def test_easy_language_of_the_frame() -> None:
    gefunden = bilder(
        fassung("2018", {}, leichte_sprache="Leicht."), fassung("2020", {}, leichte_sprache="Leichter.")
    )
    assert spalte(gefunden["Leichte Sprache"], "neu") == ["angepasst"]


def test_a_field_that_one_side_lacks() -> None:
    alt = fassung("2018", {"a": {"kosten": "100 Euro", "hinweise": ["Nur bis Mai."]}})
    neu = fassung("2020", {"a": {"termin": "2021"}})
    bild = bilder(alt, neu)["a"]
    assert spalte(bild, "alt") == ["Titel a", "Termin: –", "Kosten: 100 Euro", "Hinweis: Nur bis Mai."]
    assert spalte(bild, "neu") == ["Titel a", "Termin: 2021", "Kosten: entfällt", "Hinweis: entfällt"]


def test_a_summary_says_so_and_is_not_marked() -> None:
    alt = fassung("2018", {"a": {"text": "Erste Fassung des Textes."}})
    neu = fassung("2020", {"a": {"text": "Zweite Fassung des Textes.", "textart": "zusammenfassung"}})
    bild = bilder(alt, neu)["a"]
    assert spalte(bild, "neu") == [
        "Titel a",
        "Zweite Fassung des Textes.",
        "Zusammenfassung, nicht beschlossener Wortlaut",
    ]
    assert spalte(bild, "begruendung") == ["Zusammenfassung: nicht Wort für Wort verglichen"]
    arten = {
        stueck.art for zellen in bild.zeilen for eine in (*zellen.alt, *zellen.neu) for stueck in eine.stuecke
    }
    assert arten == {"gleich"}


def test_the_reason_for_a_change_stands_before_what_is_computed() -> None:
    alt = fassung("2018", {"a": {"termin": "bis Ende 2020"}})
    weil = "Die Stelle war **lange** unbesetzt:\n\n- bis Mai,\n- dann wieder."
    neu = fassung(
        "2020",
        {"a": {"termin": "bis Ende 2021", "begruendung": weil, "hinweise": ["Neu."]}},
        vorgaenger="2018",
    )
    assert spalte(bilder(alt, neu)["a"], "begruendung") == [
        "Die Stelle war lange unbesetzt:",
        "bis Mai,",
        "dann wieder.",
        "Hinweis: Neu.",
        "+12 Monate",
    ]


def zwei_ziele(name: str, oben: dict[str, Any], unten: dict[str, Any], unter: str, **rahmen: Any) -> Fassung:
    """Build a Fassung with two goals that have a Termin; the Maßnahme stands ``unter`` one of them."""
    ziele = [
        {
            "id": eins,
            "nummer": nummer,
            "titel": f"Ziel {eins}",
            "termin": termin,
            "massnahmen": [oben] * (eins == unter),
        }
        for eins, nummer, termin in (("y", "1.1", unten["y"]), ("z", "1.2", unten["z"]))
    ]
    feld = {"id": "f", "nummer": "1", "titel": "Feld", "handlungsziele": ziele}
    return Fassung(
        name,
        Rahmen.model_validate({"titel": "Plan", "art": "Konzept", "stand": name, **rahmen}),
        (Handlungsfeld.model_validate(feld),),
        dateien=("f",),
    )


ZIELE = {"y": "bis Ende 2026", "z": "bis Ende 2029"}


def test_a_move_that_changes_the_termin_in_force_is_not_called_unchanged() -> None:
    a = {"id": "a", "text": "Text"}
    alt, neu = zwei_ziele("2018", a, ZIELE, "y"), zwei_ziele("2020", a, ZIELE, "z", vorgaenger="2018")
    bild = bilder(alt, neu)["a"]
    assert spalte(bild, "alt")[-1] == "Termin des Handlungsziels: bis Ende 2026"
    assert spalte(bild, "neu") == [
        "hierher verschoben, im Wortlaut unverändert",
        "Termin des Handlungsziels: bis Ende 2029",
    ]
    vergleich = vergleiche(Plan(fassungen=(alt, neu)), alt, neu)
    (eine,) = json.loads(diff_json(vergleich))["aenderungen"]
    assert eine["zieltermin"] == {"alt": "bis Ende 2026", "neu": "bis Ende 2029"}
    assert "Termin des Handlungsziels: bis Ende 2026 → bis Ende 2029" in " ".join(
        diff_text(vergleich).split()
    )


def test_a_move_with_the_same_termin_is_unchanged() -> None:
    gleiche = dict.fromkeys("yz", "bis Ende 2026")
    for a, ziele in (
        ({"id": "a", "text": "T", "termin": "2021"}, ZIELE),
        ({"id": "a", "text": "T"}, gleiche),
    ):
        alt, neu = zwei_ziele("2018", a, ziele, "y"), zwei_ziele("2020", a, ziele, "z", vorgaenger="2018")
        assert spalte(bilder(alt, neu)["a"], "neu") == ["hierher verschoben, im Übrigen unverändert"]


def test_where_an_own_termin_ends_that_of_the_goal_is_named() -> None:
    mit, ohne = ({"id": "a", "text": "Text", **mehr} for mehr in ({"termin": "bis Ende 2025"}, {}))
    alt, neu = zwei_ziele("2018", mit, ZIELE, "z"), zwei_ziele("2020", ohne, ZIELE, "z", vorgaenger="2018")
    satz = "eigener Termin entfällt; es gilt der des Handlungsziels (bis Ende 2029)"
    assert spalte(bilder(alt, neu)["a"], "begruendung")[-1] == satz
    plan = Plan(fassungen=(alt, neu))
    worte = " ".join(diff_text(vergleiche(plan, alt, neu)).split())
    assert f"bis Ende 2025 → {satz}" in worte
    rueckwaerts = " ".join(diff_text(vergleiche(plan, neu, alt)).split())
    assert "in 2020 gilt der des Handlungsziels (bis Ende 2029)" in rueckwaerts
