"""The paper put before the council as a document on A4 upright, in the form of source 003."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Textart
from konzept.render.beschlussvorlage_words import (
    EINTRAGEN,
    ERGAENZEN,
    NAMEN,
    VORSCHLAG,
    anlagen,
    beschlussvorschlag,
    entwurf,
    finanzielle_auswirkungen,
    luecke,
    oeffentlichkeit,
    sachverhalt,
)
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, beschlusszeile, betrag, standzeile
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
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.words import kurzes_datum
from konzept.reports.beschlussvorlage import Angabe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Absatz, Block, Zeile
    from konzept.reports.beschlussvorlage import Beschlussvorlage

UNTER_DEM_ABSCHNITT = 1


def beschlussvorlage_schriftstueck(bericht: Beschlussvorlage) -> Schriftstueck:
    """Return the paper: head, Beratungsfolge, what is to be resolved and why, costs, annexes."""
    rahmen, konzept = bericht.rahmen, bericht.konzept
    nummer = f" {bericht.vorlage.nummer}" if bericht.vorlage.nummer else ""
    return Schriftstueck(
        titel="Beschlussvorlage",
        bloecke=tuple(_bloecke(bericht)),
        untertitel=f"{rahmen.titel}, {rahmen.art}",
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (konzept.koerperschaft, konzept.land))),
            stand=standzeile(rahmen),
            beschreibung=f"Beschlussvorlage{nummer} zu: {rahmen.titel}, {rahmen.art}",
            datum=bericht.vorlage.datum or rahmen.stand.erster_tag,
        ),
        kopfzeile=f"Beschlussvorlage{nummer}: {rahmen.titel}",
        fusszeile=konzept.koerperschaft or "",
    )


def _bloecke(bericht: Beschlussvorlage) -> Iterator[Block]:
    vorlage = bericht.vorlage
    if satz := entwurf(bericht):
        yield absatz(satz, art=Absatzart.VERMERK)
    yield _kopftafel(bericht)
    yield Ueberschrift(1, worte(NAMEN[Angabe.BERATUNGSFOLGE]))
    yield _beratungstafel(bericht)
    beschluss = bericht.rahmen.beschluss
    if beschluss and beschluss.genannt:
        yield absatz(Lauf("Beschluss: ", fett=True), beschlusszeile(beschluss))
    yield from _abschnitt(
        Angabe.BESCHLUSSVORSCHLAG, vorlage.beschlussvorschlag, _zitat(beschlussvorschlag(bericht))
    )
    yield from _abschnitt(
        Angabe.SACHVERHALT, vorlage.sachverhalt, [*_zitat(sachverhalt(bericht)), absatz(ERGAENZEN)]
    )
    if vorlage.sachverhalt and bericht.rahmen.textart is Textart.ZUSAMMENFASSUNG:
        yield absatz(ZUSAMMENFASSUNG, art=Absatzart.VERMERK)
    yield from _abschnitt(
        Angabe.FINANZIELLE_AUSWIRKUNGEN, vorlage.finanzielle_auswirkungen, _finanzielles(bericht)
    )
    yield Ueberschrift(1, worte(NAMEN[Angabe.ANLAGEN]))
    if vorlage.anlagen:
        yield _liste(vorlage.anlagen)
    else:
        yield from _fehlend(Angabe.ANLAGEN, [_liste(anlagen(bericht))])


def _abschnitt(angabe: Angabe, text: str | None, vorschlag: Iterable[Block]) -> Iterator[Block]:
    """Give a section: the plan's own text, or a place for it and what the plan offers instead."""
    yield Ueberschrift(1, worte(NAMEN[angabe]))
    if text:
        yield from markdown_bloecke(text, UNTER_DEM_ABSCHNITT)
    else:
        yield from _fehlend(angabe, vorschlag)


def _fehlend(angabe: Angabe, vorschlag: Iterable[Block]) -> Iterator[Block]:
    yield absatz(luecke(angabe))
    yield absatz(VORSCHLAG, art=Absatzart.VERMERK)
    yield from vorschlag


def _finanzielles(bericht: Beschlussvorlage) -> Iterator[Block]:
    yield from _zitat(finanzielle_auswirkungen(bericht))
    angaben = bericht.kosten.angaben
    if angaben:
        wort = bericht.bezeichnungen[Begriff.MASSNAHME].einzahl
        yield Tabelle(
            spalten=(Spalte(24), Spalte(86), Spalte(60)),
            kopfzeilen=(_kopf("Nr.", wort, "Kosten laut Plan"),),
            zeilen=tuple(
                (zelle(ort.nummer or "–", kopf=True), zelle(ort.titel), zelle(betrag(kosten)))
                for ort, kosten in angaben
            ),
            beschreibung="Die Kosten, wie der Plan sie angibt.",
        )


def _kopftafel(bericht: Beschlussvorlage) -> Tabelle:
    vorlage = bericht.vorlage
    werte = (
        ("Drucksachen-Nr.", vorlage.nummer),
        ("Datum", kurzes_datum(vorlage.datum) if vorlage.datum else None),
        (NAMEN[Angabe.AMT], vorlage.amt),
        ("Sitzung", oeffentlichkeit(bericht)),
    )
    return Tabelle(
        spalten=(Spalte(36), Spalte(28), Spalte(70), Spalte(36)),
        kopfzeilen=(_kopf(*(name for name, _ in werte)),),
        zeilen=(tuple(_oder_luecke(wert) for _, wert in werte),),
        beschreibung="Nummer, Datum, Amt und Öffentlichkeit der Vorlage.",
    )


def _beratungstafel(bericht: Beschlussvorlage) -> Tabelle:
    folge = bericht.beratungsfolge
    mit_ergebnis = any(beratung.ergebnis for beratung in folge)
    zeilen: list[Zeile] = [
        (
            zelle(beratung.gremium, kopf=True),
            _oder_luecke(beratung.art),
            _oder_luecke(beratung.termin),
            *((zelle(beratung.ergebnis or "–"),) if mit_ergebnis else ()),
        )
        for beratung in folge
    ]
    beschluss = bericht.rahmen.beschluss
    if not zeilen:
        gremium = beschluss.gremium if beschluss else None
        zeilen = [(_oder_luecke(gremium), _oder_luecke(None), _oder_luecke(None))]
    koepfe = ("Gremium", "Sitzungsart", "Sitzungstermin", *(("Ergebnis",) if mit_ergebnis else ()))
    breiten = (58, 28, 34, 50) if mit_ergebnis else (80, 40, 50)
    return Tabelle(
        spalten=tuple(map(Spalte, breiten)),
        kopfzeilen=(_kopf(*koepfe),),
        zeilen=tuple(zeilen),
        beschreibung="Welches Gremium wann berät.",
    )


def _oder_luecke(text: str | None) -> Zelle:
    return zelle(text) if text else zelle(Lauf(EINTRAGEN, art=Laufart.LEISE), ton=Ton.GELB)


def _zitat(saetze: Iterable[str]) -> Iterator[Absatz]:
    """Set proposals apart from what the plan says itself, beyond the note above them."""
    return (absatz(satz, art=Absatzart.ZITAT) for satz in saetze)


def _liste(texte: Iterable[str]) -> Liste:
    return Liste(tuple((absatz(text),) for text in texte))


def _kopf(*namen: str) -> Zeile:
    return tuple(zelle(name, kopf=True, ton=Ton.FLAECHE) for name in namen)
