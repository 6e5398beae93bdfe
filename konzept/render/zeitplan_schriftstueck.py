"""The Zeitplan as a document on A4 lying: per Handlungsfeld a grid of half-years or years × Maßnahmen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.liste_words import LESARTEN
from konzept.render.schriftstueck import (
    Absatzart,
    Ausrichtung,
    Lauf,
    Laufart,
    Metadaten,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ton,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.words import anzahl, kurzes_datum
from konzept.render.zeitplan_zellen import LEGENDE, daneben, marken, spalten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.render.schriftstueck import Block, Zeile
    from konzept.render.zeitplan_zellen import Zeitplandokument, Zeitspalte
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.zeitplan import Zeitplanzeile

TITEL = "Zeitplan"
_RANG = (Ton.ROT, Ton.BLAU, Ton.GRUEN, Ton.FLAECHE, Ton.OHNE)
"""Whose ground a cell has that holds several marks."""


def zeitplan_schriftstueck(dokument: Zeitplandokument) -> Schriftstueck:
    """Return the grid as a document; what has no place in it stands in the last column, so that nothing is dropped."""
    plan, rahmen = dokument.plan, dokument.plan.fassung.rahmen
    stichtag = f"Stichtag {kurzes_datum(plan.stichtag)}"
    art = "" if rahmen.art.casefold() in rahmen.titel.casefold() else rahmen.art
    einstellungen = dokument.einstellungen
    return Schriftstueck(
        titel=TITEL,
        bloecke=tuple(_bloecke(dokument)),
        untertitel=", ".join(filter(None, (rahmen.titel, art))),
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (einstellungen.koerperschaft, einstellungen.land))),
            stand=stichtag,
            beschreibung=f"{dokument.wort().mehrzahl} mit ihren Fristen, {_spanne(dokument)}",
            datum=plan.stichtag,
        ),
        ausrichtung=Ausrichtung.QUER,
        kopfzeile=f"{TITEL} · {rahmen.titel} · {stichtag}",
        fusszeile=einstellungen.koerperschaft or "",
    )


def _spanne(dokument: Zeitplandokument) -> str:
    jahre = dokument.plan.jahre
    return str(jahre[0]) if len(jahre) == 1 else f"{jahre[0]} bis {jahre[-1]}"


def _bloecke(dokument: Zeitplandokument) -> Iterator[Block]:
    plan, wort = dokument.plan, dokument.wort()
    menge = anzahl(sum(zeile.ist_massnahme for zeile in plan.zeilen), wort.einzahl, wort.mehrzahl)
    yield absatz(f"{menge}, {_spanne(dokument)}.")
    if not plan.zeilen:
        return
    yield absatz(LEGENDE, art=Absatzart.KLEIN)
    if any(teil.teil.mehrdeutig for zeile in plan.zeilen for teil in zeile.teile):
        yield absatz(LESARTEN, art=Absatzart.KLEIN)
    if any(zeile.gesetzt for zeile in plan.zeilen):
        termin = dokument.wort(Begriff.TERMIN).einzahl
        yield absatz(
            f"* = Ein Beschluss hat einen anderen {termin} gesetzt, als der Plan nennt.", art=Absatzart.KLEIN
        )
    zeiten = spalten(plan)
    am_rand = any(daneben(dokument, zeile) for zeile in plan.zeilen)
    for feld, zeilen in plan.felder:
        name = " ".join(filter(None, (dokument.wort(Begriff.HANDLUNGSFELD).einzahl, feld.nummer)))
        yield Ueberschrift(1, worte(f"{name}: {feld.titel}"))
        if zeilen:
            yield _tafel(dokument, feld, zeilen, zeiten, am_rand=am_rand)
        else:
            yield absatz(f"keine {wort.mehrzahl}")


def _tafel(
    dokument: Zeitplandokument,
    feld: Verweis,
    zeilen: Sequence[Zeitplanzeile],
    zeiten: Sequence[Zeitspalte],
    *,
    am_rand: bool,
) -> Tabelle:
    breite = max(120 // len(zeiten), 11)
    rand = (Spalte(30),) if am_rand else ()
    koepfe = [
        "Nr.",
        dokument.wort().einzahl,
        dokument.wort(Begriff.TERMIN).einzahl,
        *(zeit.kopf for zeit in zeiten),
        *(["Außerdem"] if am_rand else []),
    ]
    return Tabelle(
        (Spalte(15), Spalte(62), Spalte(38), *(Spalte(breite) for _ in zeiten), *rand),
        tuple(_zeile(dokument, zeile, zeiten, am_rand=am_rand) for zeile in zeilen),
        (tuple(zelle(name, kopf=True) for name in koepfe),),
        beschreibung=f"{feld.titel}: {dokument.wort().mehrzahl} mit ihren Fristen, {_spanne(dokument)}.",
    )


def _zeile(
    dokument: Zeitplandokument, zeile: Zeitplanzeile, zeiten: Sequence[Zeitspalte], *, am_rand: bool
) -> Zeile:
    was = [absatz(_titel(dokument, zeile))]
    if zeile.federfuehrend:
        was.append(absatz(Lauf(", ".join(zeile.federfuehrend), art=Laufart.LEISE)))
    gesetzt = "*" if zeile.gesetzt else ""
    saetze = daneben(dokument, zeile)
    return (
        zelle(zeile.verweis.nummer or "–", kopf=True),
        Zelle(tuple(was)),
        zelle(f"{zeile.termin}{gesetzt}" if zeile.termin else "–"),
        *(_zelle(zeile, zeit) for zeit in zeiten),
        *([Zelle(tuple(absatz(satz) for satz in saetze))] if am_rand else []),
    )


def _titel(dokument: Zeitplandokument, zeile: Zeitplanzeile) -> str:
    if zeile.ist_massnahme:
        return zeile.verweis.titel
    return f"{dokument.wort(Begriff.HANDLUNGSZIEL).einzahl}: {zeile.verweis.titel}"


def _zelle(zeile: Zeitplanzeile, zeit: Zeitspalte) -> Zelle:
    gefunden = marken(zeile, zeit)
    ton = next((ton for ton in _RANG if any(marke.ton is ton for marke in gefunden)), Ton.OHNE)
    return Zelle(tuple(absatz(marke.text) for marke in gefunden), ton=ton)
