"""The short version as a document of two pages on A4 upright: what it is, how it stands, what comes next, who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Textart
from konzept.render.due_words import leading
from konzept.render.karte_words import kurz
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, kennzahlen, standzeile
from konzept.render.kurzfassung_platz import FRISTEN_GEZEIGT, FRISTSPALTEN, PDF, Platz, gezeigt
from konzept.render.kurzfassung_words import (
    art_und_geltung,
    beteiligte,
    einleitung,
    fortlaufend,
    gekuerzt,
    nichts_kommt,
    ort,
    stand_des_feldes,
    ueberfaelliges,
    umfang_des_feldes,
    vorgaengersatz,
    weitere,
    wer,
)
from konzept.render.sachstandsbericht_words import AMPEL, ZEICHEN, ohne_massnahmen
from konzept.render.sachstandsbericht_zeilen import tage
from konzept.render.schriftstueck import (
    Absatzart,
    Lauf,
    Laufart,
    Liste,
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
from konzept.render.schriftstueck_markdown import markdown_laeufe
from konzept.render.words import deutsches_datum, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.schriftstueck import Absatz, Block, Zeile
    from konzept.reports.kurzfassung import Kurzfassung, Kurzfeld

LEITZIELE_GEZEIGT = 8
_TOENE = {ton.value: ton for ton in Ton}
"""Grounds by the names that colours have in konzept.yaml."""


def kurzfassung_schriftstueck(bericht: Kurzfassung, *, platz: Platz = PDF) -> Schriftstueck:
    """Return the short version; where the goals of all fields need more than two pages, the first of each stand.

    ``platz`` is the room there is: that of the PDF, or OFFICE for ODT and DOCX.
    """
    konzept = bericht.konzept
    stichtag = bericht.stand.zeitraum.stichtag
    return Schriftstueck(
        titel=konzept.rahmen.titel,
        bloecke=tuple(_bloecke(bericht, gezeigt(bericht, platz))),
        untertitel=art_und_geltung(konzept),
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (konzept.koerperschaft, konzept.land))),
            stand=f"{standzeile(konzept.rahmen)} · Umsetzung am {deutsches_datum(stichtag)}",
            beschreibung="Der Plan auf zwei Seiten: Ziele, Stand der Umsetzung, nächste Fristen, Zuständige",
            datum=stichtag,
        ),
        kopfzeile=f"{konzept.rahmen.titel}: Kurzfassung",
        fusszeile=f"Kurzfassung · Stichtag {kurzes_datum(stichtag)} · Maßgeblich ist der Plan selbst.",
    )


def _bloecke(bericht: Kurzfassung, hoechstens: int) -> Iterator[Block]:
    konzept = bericht.konzept
    worte_ = konzept.bezeichnungen
    text = einleitung(konzept)
    if text:
        zusatz = f" ({ZUSAMMENFASSUNG})" if konzept.rahmen.textart is Textart.ZUSAMMENFASSUNG else ""
        yield absatz(*(markdown_laeufe(text) or worte(text)), Lauf(zusatz, art=Laufart.LEISE))
    zahlen = " · ".join(f"{zahl} {wort}" for zahl, wort in kennzahlen(konzept))
    if zahlen:
        yield absatz(Lauf(zahlen, fett=True))
    if konzept.vorgaenger:
        yield absatz(vorgaengersatz(konzept), art=Absatzart.KLEIN)
    if konzept.leitziele:
        yield Ueberschrift(1, worte(worte_[Begriff.LEITZIEL].mehrzahl))
        yield _leitziele(bericht)
    yield Ueberschrift(1, worte("Stand der Umsetzung"))
    if bericht.stand.zahlen.massnahmen:
        yield _ampeltafel(bericht)
        yield absatz(ueberfaelliges(bericht))
    else:
        yield absatz(ohne_massnahmen(bericht.stand))
    yield Ueberschrift(1, worte("Was als Nächstes ansteht"))
    if bericht.stand.kommend:
        yield _fristentafel(bericht)
    yield absatz(" ".join(filter(None, (nichts_kommt(bericht), fortlaufend(bericht)))))
    yield Ueberschrift(1, worte("Wer es tut"))
    yield absatz(" ".join(filter(None, (wer(bericht), beteiligte(bericht)))))
    if bericht.felder:
        yield Ueberschrift(1, worte(worte_[Begriff.HANDLUNGSFELD].mehrzahl))
        yield _feldtafel(bericht, hoechstens)


def _leitziele(bericht: Kurzfassung) -> Liste:
    leitziele = [one.leitziel for one in bericht.konzept.leitziele]
    namen = [kurz(one.nummer, gekuerzt(one.titel)) for one in leitziele[:LEITZIELE_GEZEIGT]]
    if len(leitziele) > LEITZIELE_GEZEIGT:
        namen.append(f"und {len(leitziele) - LEITZIELE_GEZEIGT} mehr")
    return Liste(tuple((absatz(name),) for name in namen))


def _ampeltafel(bericht: Kurzfassung) -> Tabelle:
    """Return the words of the Ampel side by side, those that occur, each above its figure."""
    zahlen = [one for one in bericht.stand.ampel if one.anzahl]
    koepfe = (
        zelle(f"{ZEICHEN[one.wort]} {AMPEL[one.wort]}", kopf=True, ton=_TOENE[one.farbe.value])
        for one in zahlen
    )
    werte = (zelle(Lauf(str(one.anzahl), fett=True), f" ({one.anteil} %)") for one in zahlen)
    mehrzahl = bericht.konzept.bezeichnungen[Begriff.MASSNAHME].mehrzahl
    return Tabelle(
        spalten=(Spalte(),) * len(zahlen),
        kopfzeilen=(tuple(koepfe),),
        zeilen=(tuple(werte),),
        beschreibung=f"Wie viele {mehrzahl} welchen Stand haben.",
    )


def _fristentafel(bericht: Kurzfassung) -> Tabelle:
    gruppen = bericht.stand.kommend
    zeilen: list[Zeile] = [
        (
            zelle(tage(one.tage), kopf=True),
            zelle(ort(one)),
            zelle(gekuerzt(", ".join(leading(one.eintrag)) or "–")),
        )
        for one in gruppen[:FRISTEN_GEZEIGT]
    ]
    uebrige = len(gruppen) - len(zeilen)
    bis = kurzes_datum(bericht.stand.zeitraum.bis)
    if uebrige > 0:
        zeilen.append((zelle(Lauf(f"und {uebrige} mehr bis zum {bis}", art=Laufart.LEISE), spanne=3),))
    wort = bericht.konzept.bezeichnungen[Begriff.MASSNAHME].einzahl
    return Tabelle(
        spalten=tuple(map(Spalte, FRISTSPALTEN)),
        kopfzeilen=(_kopf("Frist", wort, "Wer"),),
        zeilen=tuple(zeilen),
        beschreibung=f"Die nächsten Fristen bis zum {bis}.",
    )


def _feldtafel(bericht: Kurzfassung, hoechstens: int) -> Tabelle:
    """Return the fields, a row each that stays whole: name, figures and state, the goals as far as there is room."""
    zeilen: list[Zeile] = []
    for feld in bericht.felder:
        name = kurz(feld.stand.verweis.nummer, gekuerzt(feld.stand.verweis.titel))
        angaben = (umfang_des_feldes(feld, bericht.konzept), stand_des_feldes(feld))
        zusatz = Lauf(f" – {': '.join(filter(None, angaben))}", art=Laufart.LEISE)
        kopf = absatz(Lauf(name, fett=True), zusatz)
        zeilen.append((Zelle((kopf, *_inhalt(feld, bericht, hoechstens))),))
    wort = bericht.konzept.bezeichnungen[Begriff.HANDLUNGSFELD].einzahl
    return Tabelle(
        spalten=(Spalte(),),
        kopfzeilen=(_kopf(f"{wort} – Umfang: Stand"),),
        zeilen=tuple(zeilen),
        beschreibung=f"Umfang, Stand und Ziele je {wort}.",
    )


def _inhalt(feld: Kurzfeld, bericht: Kurzfassung, hoechstens: int) -> Iterator[Absatz]:
    for one in feld.inhalt[:hoechstens]:
        yield absatz(kurz(one.nummer, gekuerzt(one.titel)))
    uebrige = feld.inhalt[hoechstens:]
    if uebrige and hoechstens:
        yield absatz(Lauf(weitere(uebrige, bericht.konzept), art=Laufart.LEISE))


def _kopf(*namen: str) -> Zeile:
    return tuple(zelle(name, kopf=True, ton=Ton.FLAECHE) for name in namen)
