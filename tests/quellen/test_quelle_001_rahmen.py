"""The frames of the shipped Fassungen against the table: Leitziele, lists, footnotes, time, Verbleib."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .extract_facts import MONATE
from .plan import FAKTEN, ZIELE_2018, ZIELE_2020, alle_texte, felder, klartext, rahmen, woerter, ziele

if TYPE_CHECKING:
    from .extract_facts import Tabelle


LEITZIELE = 4
GRUENDE = 4
BETEILIGT = ("AkteurInnen", "Beirat", "Politikforum")
"""Who took part, one word for each sentence of the source on it."""

EIGENES_WORT = 6
"""Letters a word needs to tell one reason from another."""


def stelle_im_plan(stelle: str) -> Tabelle:
    """Return the Maßnahme of 2020 that a place such as "1.1 Maßnahme 3 Zuständigkeiten" names."""
    nummer, _, zeile = stelle.removesuffix(" Zuständigkeiten").partition(" ")
    namen = [f"Maßnahme {z['nummer']}".strip() for z in ZIELE_2020[nummer]["massnahmen"]]
    massnahme: Tabelle = ziele("2020")[nummer]["massnahmen"][namen.index(zeile)]
    return massnahme


def test_titel_stand_und_zeitraum() -> None:
    """Title, kind, day and period of the Fassung are those of the title page and the imprint."""
    fassung = rahmen("2020")
    art, _, zeitraum = FAKTEN["rahmen"]["untertitel"].rpartition(" ")
    assert woerter(fassung["titel"]) == woerter(FAKTEN["rahmen"]["titel"])
    assert fassung["art"] == art
    assert fassung["stand"] == FAKTEN["rahmen"]["stand"]
    assert f"{fassung['gilt_von']}-{fassung['gilt_bis']}" == zeitraum
    assert fassung["vorgaenger"] == "2018"
    assert not fassung.get("beschluss"), "die Quelle zeigt keinen Beschluss"


def zeitangaben(wert: object) -> set[str]:
    """Return the months and the figures of two digits and more in all texts of ``wert``."""
    return set(re.findall(r"\d{2,}|" + "|".join(MONATE), alle_texte(wert)))


def test_beteiligung_und_beratung() -> None:
    """Each sentence on participation is an entry with its months, years and figures, and so the outlook."""
    fassung, saetze = rahmen("2020"), FAKTEN["rahmen"]["zeitsaetze"]
    *beteiligung, beratung, _, ausblick = saetze
    assert len(fassung["beteiligung"]) == len(beteiligung)
    for eintrag, satz, wen in zip(fassung["beteiligung"], beteiligung, BETEILIGT, strict=True):
        assert wen in satz
        assert wen in alle_texte(eintrag)
        assert zeitangaben(satz) <= zeitangaben(eintrag)
    for schritt in fassung["beratungsfolge"]:
        assert zeitangaben(beratung) <= zeitangaben(schritt)
    assert zeitangaben(ausblick) <= zeitangaben(fassung["ausblick"])
    assert [s["gremium"].split()[-1] for s in fassung["beratungsfolge"]] == ["Ausschüsse", "Kreistag"]


def test_leitziele() -> None:
    """Four Leitziele with number and title; the two heading lines of the fourth are one title."""
    soll = [(leitziel["nummer"], " ".join(leitziel["titel"])) for leitziel in FAKTEN["leitziele"]]
    assert len(soll) == LEITZIELE
    assert [(leitziel["nummer"], leitziel["titel"]) for leitziel in rahmen("2020")["leitziele"]] == soll


def test_abkuerzungen() -> None:
    """Every abbreviation with its meaning, as the list of the source has it."""
    assert rahmen("2020")["abkuerzungen"] == FAKTEN["abkuerzungen"]


def test_literatur_und_quellen() -> None:
    """Every work with its words, its address and the day of access."""
    werke = rahmen("2020")["quellen"]
    assert len(werke) == len(FAKTEN["quellen"])
    for werk, soll in zip(werke, FAKTEN["quellen"], strict=True):
        assert klartext(werk["text"]) == f"{soll['verfasser']} ({soll['jahr']}). {soll['titel']}"
        assert werk.get("url", "") == soll.get("url", "")
        assert werk.get("zugriff", "") == soll.get("zugriff", "")


@pytest.mark.parametrize("fussnote", FAKTEN["fussnoten"], ids=lambda f: f["nummer"])
def test_fussnoten(fussnote: Tabelle) -> None:
    """A footnote "Analog zu Handlungsfeld n" is a Querbezug into that field, any other a Hinweis."""
    massnahme = stelle_im_plan(fussnote["stelle"])
    if treffer := re.fullmatch(r"Analog zu Handlungsfeld (\d)", fussnote["text"]):
        [feld] = [f for f in felder("2020") if f["nummer"] == treffer[1]]
        im_feld = {feld["id"]} | {
            x["id"] for ziel in feld["handlungsziele"] for x in [ziel, *ziel["massnahmen"]]
        }
        assert [q for q in massnahme["querbezuege"] if q["ziel"] in im_feld and q["art"] == "analog"]
    else:
        assert klartext(fussnote["text"]) in klartext(alle_texte(massnahme))


def test_gleiche_massnahme_an_zwei_stellen() -> None:
    """The same designation with the same bodies is two Maßnahmen with a Querbezug "identisch"."""
    zeilen = [(n, i, z) for n, ziel in ZIELE_2020.items() for i, z in enumerate(ziel["massnahmen"])]
    paare = [
        (ziele("2020")[n]["massnahmen"][i], ziele("2020")[m]["massnahmen"][k])
        for x, (n, i, eine) in enumerate(zeilen)
        for m, k, andere in zeilen[x + 1 :]
        if woerter(" ".join(eine["text"])) == woerter(" ".join(andere["text"]))
    ]
    assert len(paare) == 1
    for eine, andere in paare:
        bezuege = [(q["ziel"], q["art"]) for q in eine.get("querbezuege", [])]
        zurueck = [(q["ziel"], q["art"]) for q in andere.get("querbezuege", [])]
        assert (andere["id"], "identisch") in bezuege or (eine["id"], "identisch") in zurueck


def test_2018_ist_teilweise_belegt() -> None:
    """Only Anhang A is known of 2018, so the Fassung must not be read as whole."""
    assert rahmen("2018")["vollstaendig"] == "false"


def test_verbleib_der_nicht_uebernommenen() -> None:
    """Each id of 2018 that is missing in 2020 has an entry: six goals and seven Maßnahmen."""
    ids = {
        fassung: (
            {z["id"] for z in ziele(fassung).values()},
            {m["id"] for z in ziele(fassung).values() for m in z["massnahmen"]},
        )
        for fassung in ("2018", "2020")
    }
    fehlend = [alt - neu for alt, neu in zip(ids["2018"], ids["2020"], strict=True)]
    eintraege = rahmen("2020")["verbleib"]["2018"]["eintraege"]
    assert [len(menge) for menge in fehlend] == [6, 7]
    assert sorted(e["id"] for e in eintraege) == sorted(fehlend[0] | fehlend[1])
    assert {e["verbleib"] for e in eintraege} == {"nicht-aufgenommen"}


def test_gruende_fuer_die_liste_als_ganze() -> None:
    """The four reasons stand for the list, in the order of the source, each with a word of its own."""
    gruende = rahmen("2020")["verbleib"]["2018"]["gruende"]
    soll = FAKTEN["anhang_a"]["gruende"]
    assert len(soll) == GRUENDE
    for grund, klausel in zip(gruende, soll, strict=True):
        assert {w for w in woerter(klausel) if len(w) >= EIGENES_WORT} & set(woerter(grund))


def test_das_ziel_5_8_lebt_als_5_6_fort() -> None:
    """2018's 5.8 is 2020's 5.6 by our reading (same title): one id, and the reading is marked as such."""
    alt, neu = ziele("2018")["5.8"], ziele("2020")["5.6"]
    assert ZIELE_2018["5.8"]["titel"] == ZIELE_2020["5.6"]["titel"]
    assert alt["id"] == neu["id"]
    assert "true" in (alt.get("erschlossen"), neu.get("erschlossen"))
