"""The document of a whole Fassung for paper: chapter by chapter on A4 upright, for the offices' formats and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_inhalt import inhalt
from konzept.render.konzept_schriftstueck_stufen import Papierschrift, Teile, feld, leitziel
from konzept.render.konzept_schriftstueck_tafeln import (
    abkuerzungstafel,
    akteurstafel,
    anhang,
    beratungstafel,
    faktentafel,
    indikatorentafel,
    programm,
)
from konzept.render.konzept_schriftstueck_ueberblick import kennzahlenzeile, ueberblick
from konzept.render.schriftstueck import (
    Absatzart,
    Inhaltsverzeichnis,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    absatz,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.konzept_massnahme import Werte
    from konzept.render.schriftstueck import Block
    from konzept.reports.konzept_teile import Konzept

KAPITEL = 1
"""Chapters are headings of the first level on paper; on the page the title is."""


def konzept_schriftstueck(konzept: Konzept) -> Schriftstueck:
    """Return the whole Fassung as a document; it holds what the page holds, every link that has a place inside."""
    werte = inhalt(konzept, Papierschrift())
    dokument = werte["dokument"]
    art = ", ".join(filter(None, (dokument["art"], dokument["geltung"])))
    return Schriftstueck(
        titel=dokument["titel"],
        bloecke=tuple(_bloecke(werte)),
        untertitel=art,
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (dokument["koerperschaft"], dokument["land"]))),
            stand=dokument["standzeile"],
            beschreibung=f"{dokument['titel']}, {art}",
            datum=konzept.rahmen.stand.erster_tag,
        ),
        kopfzeile=f"{dokument['titel']}, {dokument['art']}",
        fusszeile=dokument["standzeile"],
    )


def _bloecke(werte: Werte) -> Iterator[Block]:
    teile = Teile(werte)
    yield from ueberblick(werte, teile)
    yield from _dokument(werte, teile)
    yield Inhaltsverzeichnis(stufen=2)
    yield Seitenumbruch()
    yield from _vorspann(werte, teile)
    for eines in werte["felder"]:
        yield from feld(eines, teile)
    yield from _nachspann(werte, teile)


def _dokument(werte: Werte, teile: Teile) -> Iterator[Block]:
    dokument = werte["dokument"]
    yield teile.kapitel("kapitel-dokument")
    if dokument["kennzahlen"] and werte["ueberblick"] is None:
        yield kennzahlenzeile(dokument["kennzahlen"])
    yield faktentafel(dokument["fakten"])
    yield from teile.bezuege(werte["rahmen"])
    yield from teile.hinweise([*werte["rahmen"]["hinweise"], *dokument["plan_hinweise"]])


def _vorspann(werte: Werte, teile: Teile) -> Iterator[Block]:
    rahmen = werte["rahmen"]
    if rahmen["leichte_sprache"]:
        yield teile.kapitel("kapitel-leichte-sprache")
        yield from markdown_bloecke(rahmen["leichte_sprache"], KAPITEL, umbrueche=True)
    if rahmen["texte"]:
        yield teile.kapitel("kapitel-sprachen")
        yield from teile.texte(rahmen, KAPITEL)
    for name in ("vorwort", "leitbild"):
        if werte[name]:
            yield teile.kapitel(f"kapitel-{name}")
            yield from markdown_bloecke(werte[name], KAPITEL)
            yield from teile.vermerk(rahmen)
    if werte["leitziele"]:
        yield teile.kapitel("kapitel-leitziele")
    for eines in werte["leitziele"]:
        yield from leitziel(eines, teile)
    if werte["beteiligung"]:
        yield teile.kapitel("kapitel-beteiligung")
    for schritt in werte["beteiligung"]:
        yield teile.ueberschrift(schritt["kopf"])
        wann = "; ".join(filter(None, (schritt["zeitraum"], schritt["umfang"])))
        yield from (absatz(wann, art=Absatzart.KLEIN) for _ in range(bool(wann)))
        yield from markdown_bloecke(schritt["text"], KAPITEL + 1)
        yield from teile.fundstelle(schritt["quelle"])
    yield from _beratung(werte, teile)


def _beratung(werte: Werte, teile: Teile) -> Iterator[Block]:
    if werte["beschluss"] or werte["beratung"]:
        yield teile.kapitel("kapitel-beratung")
        beschluss = werte["beschluss"]
        if beschluss:
            yield absatz("Beschluss: ", *teile.beschluss(beschluss))
        else:
            yield absatz("Ein Beschluss ist nicht belegt.")
    if werte["beratung"]:
        yield beratungstafel(werte["beratung"])
    vorlage = werte["vorlage"]
    if vorlage is None:
        return
    yield teile.kapitel("kapitel-vorlage")
    if vorlage["fakten"]:
        yield faktentafel(vorlage["fakten"])
    for text in vorlage["texte"]:
        yield teile.ueberschrift(text["kopf"])
        yield from markdown_bloecke(text["text"], KAPITEL + 1)
    if vorlage["anlagen"]:
        yield teile.ueberschrift(vorlage["anlagen"]["kopf"])
        yield Liste(tuple((absatz(anlage),) for anlage in vorlage["anlagen"]["liste"]))
    yield from teile.vermerk(werte["rahmen"])


def _nachspann(werte: Werte, teile: Teile) -> Iterator[Block]:
    rahmen = werte["rahmen"]
    if rahmen["indikatoren"]:
        yield teile.kapitel("kapitel-indikatoren")
        yield indikatorentafel(rahmen["indikatoren"])
    if werte["ausblick"]:
        yield teile.kapitel("kapitel-ausblick")
        yield from markdown_bloecke(werte["ausblick"], KAPITEL)
        yield from teile.vermerk(rahmen)
    if werte["akteure"]:
        yield teile.kapitel("kapitel-akteure")
        wort = werte["worte"]["massnahme_mehrzahl"]
        yield absatz(f"Jede Stelle mit den {wort}, an denen sie beteiligt ist.")
        yield from (akteurstafel(gruppe) for gruppe in werte["akteure"])
    if werte["programme"]:
        yield teile.kapitel("kapitel-programme")
        for eines in werte["programme"]:
            yield from programm(eines, teile)
    if werte["abkuerzungen"]:
        yield teile.kapitel("kapitel-abkuerzungen")
        yield abkuerzungstafel(werte["abkuerzungen"])
    if werte["quellen"]:
        yield teile.kapitel("kapitel-quellen")
        yield Liste(tuple((absatz(*_quelle(quelle)),) for quelle in werte["quellen"]))
    if werte["anhaenge"]:
        yield teile.kapitel("kapitel-verbleib")
    for einer in werte["anhaenge"]:
        yield from anhang(einer, teile)


def _quelle(quelle: Werte) -> Iterator[str | Lauf]:
    yield quelle["text"]
    if quelle["adresse"]:
        yield " "
        yield Lauf(quelle["adresse"], verweis=quelle["url"] or None)
    if quelle["zugriff"]:
        yield f" (Zugriff: {quelle['zugriff']})"
