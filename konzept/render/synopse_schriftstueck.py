"""The Synopse as a document on A4 landscape, for the formats of offices."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.konzept_werte import standzeile
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Ausrichtung,
    Lauf,
    Laufart,
    Liste,
    Metadaten,
    Schriftstueck,
    Seite,
    Spalte,
    Tabelle,
    Ton,
    Ueberschrift,
    Zelle,
    absatz,
    worte,
    zelle,
)
from konzept.render.synopse_ueberblick import kopf, legende, ueberblick, verbleibsaetze
from konzept.render.synopse_words import ENTFAELLT, seite, titel, vorbemerkungen
from konzept.render.synopse_zeilen import Zeilenschreiber
from konzept.render.synopse_zellen import Absatzart as Zellart
from konzept.reports.wortvergleich import Laufart as Wortart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from konzept.render.schriftstueck import Block, Laeufe, Zeile
    from konzept.render.synopse_ueberblick import Kopf, Legende
    from konzept.render.synopse_zeilen import Bild
    from konzept.render.synopse_zellen import Stueck, Zellabsatz
    from konzept.reports.synopse_werte import Synopse

_SPALTEN = (Spalte(31), Spalte(90), Spalte(90), Spalte(56))
_MARKEN = {Wortart.ENTFALLEN: Laufart.ENTFALLEN, Wortart.NEU: Laufart.NEU, Wortart.GLEICH: Laufart.NORMAL}
_LEISE = frozenset({Zellart.URTEIL, Zellart.ORT})


def synopse_schriftstueck(synopse: Synopse) -> Schriftstueck:
    """Return the Synopse as a document: the same rows as on the page, new words in NEU, gone ones in ENTFALLEN."""
    vergleich = synopse.vergleich
    name = titel(vergleich)
    return Schriftstueck(
        titel=name,
        bloecke=tuple(_bloecke(synopse)),
        untertitel=synopse.rahmen_neu.titel,
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (synopse.koerperschaft, synopse.land))),
            stand=standzeile(synopse.rahmen_neu),
            beschreibung=f"Bisherige und neue Fassung nebeneinander: {vergleich.alt.titel}; {vergleich.neu.titel}",
        ),
        ausrichtung=Ausrichtung.QUER,
        kopfzeile=name,
        fusszeile=synopse.koerperschaft or "",
    )


def _bloecke(synopse: Synopse) -> Iterator[Block]:
    vergleich = synopse.vergleich
    schreiber = Zeilenschreiber(synopse)
    bilder = [
        [bild for zeile in abschnitt.zeilen for bild in schreiber.bilder(zeile)]
        for abschnitt in synopse.abschnitte
    ]
    for wort, eine, rahmen in (
        ("Bisher", vergleich.alt, synopse.rahmen_alt),
        ("Neu", vergleich.neu, synopse.rahmen_neu),
    ):
        yield absatz(Lauf(f"{wort} {eine.name}: ", fett=True), seite(eine, rahmen))
    for satz in vorbemerkungen(vergleich):
        yield absatz(satz, art=Absatzart.VERMERK)
    yield from _vorab(synopse, legende([bild for eigene in bilder for bild in eigene]))
    for abschnitt, eigene in zip(synopse.abschnitte, bilder, strict=True):
        ueber = kopf(abschnitt, vergleich)
        yield Ueberschrift(1, (Lauf(_ueberschrift(ueber)),))
        if ueber.satz:
            yield absatz(ueber.satz)
        else:
            yield _tabelle(eigene, synopse, _ueberschrift(ueber))
    if not bilder:
        yield absatz("Zwischen den beiden Fassungen hat sich nichts geändert.")
    if vergleich.gruende:
        yield Ueberschrift(1, (Lauf("Allgemeine Gründe"),))
        yield absatz(
            f"Für das, was nicht fortgeführt wird, nennt die Fassung {vergleich.neu.name} als Ganzes:"
        )
        yield _liste(vergleich.gruende)
        liste = synopse.rahmen_neu.verbleib.get(vergleich.alt.fassung)
        if liste and liste.quelle:
            yield absatz(f"Quelle: {liste.quelle}", art=Absatzart.KLEIN)


def _ueberschrift(ueber: Kopf) -> str:
    label = " ".join(filter(None, [ueber.label, ueber.bisher]))
    return ": ".join(filter(None, [label, ueber.titel])) + (f" – {ueber.wort}" if ueber.wort else "")


def _vorab(synopse: Synopse, zeichen: Legende) -> Iterator[Block]:
    """Give the figures, what became of what is gone, and how to read the rest."""
    zahlen = ueberblick(synopse.vergleich)
    yield Ueberschrift(1, (Lauf("Auf einen Blick"),))
    if zahlen.zeilen:
        yield Tabelle(
            spalten=(Spalte(3), *(Spalte(2, Seite.RECHTS) for _ in zahlen.spalten)),
            kopfzeilen=((zelle("Ebene", kopf=True), *(zelle(name, kopf=True) for name in zahlen.spalten)),),
            zeilen=tuple(
                (zelle(name, kopf=True), *(zelle(str(zahl) if zahl else "–") for zahl in eigene))
                for name, eigene in zahlen.zeilen
            ),
            beschreibung="Wie viele Leitziele, Handlungsfelder, Ziele und Maßnahmen was geworden sind.",
        )
    saetze = list(verbleibsaetze(synopse.vergleich))
    if saetze:
        yield absatz(Lauf("Was aus dem nicht Fortgeführten wurde", fett=True))
        yield _liste(saetze)
    yield absatz(Lauf("So ist zu lesen", fett=True))
    yield Liste(tuple((Absatz(laeufe, marken=False),) for laeufe in _legende(zeichen)))


def _legende(zeichen: Legende) -> Iterator[Laeufe]:
    if zeichen.marken:
        gestrichen = Lauf("durchgestrichen", art=Laufart.ENTFALLEN)
        neu = Lauf("unterstrichen", art=Laufart.NEU)
        yield worte(
            "Was entfällt, ist unter »Bisher« ", gestrichen, "; was neu ist, ist unter »Neu« ", neu, "."
        )
    if zeichen.redaktionell:
        yield worte(
            "Ist nur die Schreibweise anders, sind die Striche ",
            Lauf("ohne Farbe", gestrichen=True),
            ", und die neuen Wörter sind ",
            Lauf("kursiv", kursiv=True),
            ": eine redaktionelle Änderung.",
        )
    if zeichen.neu_gefasst:
        yield worte(
            "»neu gefasst«: Beide Texte haben so wenig gemeinsam, dass sie ganz und ohne Striche dastehen."
        )
    ganzes = "Was ganz neu ist oder ganz entfällt, steht ohne Striche da. " if zeichen.zeichen else ""
    yield worte(f"{ganzes}Angaben, die gleich geblieben sind, fehlen.")
    if zeichen.errechnet:
        yield worte(
            "Kursives in der Spalte »Begründung« hat das Programm aus dem Vergleich ergänzt; es steht so nicht im Plan."
        )


def _liste(saetze: Iterable[str]) -> Liste:
    return Liste(tuple((absatz(satz),) for satz in saetze))


def _tabelle(bilder: Sequence[Bild], synopse: Synopse, name: str) -> Tabelle:
    alt, neu = synopse.vergleich.alt.name, synopse.vergleich.neu.name
    koepfe = ("Stelle", f"Bisher {alt}", f"Neu {neu}", "Begründung")
    return Tabelle(
        spalten=_SPALTEN,
        kopfzeilen=(tuple(zelle(eine, kopf=True) for eine in koepfe),),
        zeilen=tuple(
            zeile
            for bild, naechstes in pairwise((*bilder, None))
            if bild
            for zeile in _zeilen(bild, naechstes)
        ),
        beschreibung=f"{name}: bisherige Fassung, neue Fassung und Begründung nebeneinander.",
    )


def _zeilen(bild: Bild, naechstes: Bild | None) -> Iterator[Zeile]:
    """Write the lines of a row; a goal stays on one page with the Maßnahme below it."""
    ueber = bild.ebene is Ebene.HANDLUNGSZIEL and naechstes is not None and naechstes.ebene is Ebene.MASSNAHME
    ton = Ton.FLAECHE if bild.ebene is Ebene.HANDLUNGSZIEL else Ton.OHNE
    stelle = [absatz(Lauf("bisher", art=Laufart.LEISE))] if bild.frueher else []
    stelle.append(absatz(Lauf(bild.stelle, fett=True)))
    stelle += [absatz(Lauf(bild.bisher, art=Laufart.LEISE))] if bild.bisher else []
    stelle += [absatz(Lauf(bild.wort, kursiv=True))] if bild.wort else []
    erste = (Zelle(tuple(stelle), kopf=True, hoehe=len(bild.zeilen), ton=ton),)
    for nummer, zellen in enumerate(bild.zeilen):
        inhalte = (zellen.alt, zellen.neu, zellen.begruendung)
        beisammen = ueber and nummer == len(bild.zeilen) - 1
        yield (() if nummer else erste) + tuple(
            Zelle(tuple(_zelle(eine)), ton=ton, beisammen=beisammen) for eine in inhalte
        )


def _zelle(absaetze: Iterable[Zellabsatz]) -> Iterator[Block]:
    for ist_liste, gruppe in groupby(absaetze, key=lambda eine: eine.art is Zellart.PUNKT):
        if ist_liste:
            yield Liste(tuple((Absatz(_laeufe(eine)),) for eine in gruppe))
        else:
            yield from (_absatz(eine) for eine in gruppe)


def _absatz(eine: Zellabsatz) -> Absatz:
    begruendend = eine.art in {Zellart.GRUND, Zellart.FEHLT}
    name: Laeufe = ()
    if eine.name:
        trenner = " " if eine.art is Zellart.ORT else ": "
        name = (
            Lauf(eine.name + trenner, fett=begruendend, art=Laufart.NORMAL if begruendend else Laufart.LEISE),
        )
    return Absatz(
        name + _laeufe(eine), Absatzart.VERMERK if eine.art is Zellart.VERMERK else Absatzart.NORMAL
    )


def _laeufe(eine: Zellabsatz) -> Laeufe:
    return tuple(_lauf(stueck, eine.art) for stueck in eine.stuecke)


def _lauf(stueck: Stueck, art: Zellart) -> Lauf:
    """Write a run; what is only a matter of spelling is struck or slanted and keeps its colour.

    References are plain words here: a link in a table of an office looks like a new word.
    """
    if stueck.redaktionell:
        ist_neu = stueck.art is Wortart.NEU
        return Lauf(stueck.text, kursiv=ist_neu, gestrichen=not ist_neu)
    entfaellt = art is Zellart.URTEIL and stueck.text == ENTFAELLT
    leise = art in _LEISE and not entfaellt and stueck.art is Wortart.GLEICH
    return Lauf(
        stueck.text,
        fett=art is Zellart.TITEL or entfaellt,
        kursiv=art is Zellart.ANMERKUNG,
        art=Laufart.LEISE if leise else _MARKEN[stueck.art],
    )
