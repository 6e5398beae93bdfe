"""The blocks of a document as plain values for templates: every run, cell and place spelled out, no markup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Liste,
    Seite,
    Seitenumbruch,
    Sprachtext,
    Tabelle,
    Ton,
    Trennlinie,
    Ueberschrift,
)
from konzept.render.schriftstueck_aufbau import OHNE_LAGE, Aufbau, Lage, flach
from konzept.render.schriftstueck_gestalt import TOENE
from konzept.render.schriftstueck_raster import lage, raster
from konzept.render.schriftstueck_text import lesbar, mit_marken, ziel
from konzept.render.schriftstueck_zusammenhalt import (
    TEXTBREITE,
    anteil,
    bleibt_beim_naechsten,
    hat_zu_breites_wort,
    tabellenumbruch,
    zu_brechen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Fussnote, Laeufe, Lauf, Zeile
    from konzept.render.schriftstueck_raster import Platz

Daten = dict[str, Any]

_GROSSE_SCHRIFT = 0.5
"""Half of the signs stand on a line of a title that stand on one of a table."""


def bloecke_als_daten(inhalt: Aufbau, breite: float = TEXTBREITE) -> list[Daten]:
    """Return the blocks of a document that is ready to be written, each with its kind as ``typ``.

    Headings never skip a level, which PDF/UA forbids (ISO 14289-1, 7.4.2) and screen readers stumble over; a heading
    without words is left out. ``breite`` is the width of the text in millimetres, by which is judged what stays on
    one page. Raises ValueError for a table whose rows do not fit its columns.
    """
    return list(_Bloecke(inhalt, breite).alle())


class _Bloecke:
    """Writes the blocks of one document in their order."""

    def __init__(self, inhalt: Aufbau, breite: float) -> None:
        self._inhalt = inhalt
        self._breite = breite
        self._anker = frozenset(inhalt.anker)
        self._stufe = 0
        self._noten: dict[Fussnote, int] = {}

    def alle(self) -> Iterator[Daten]:
        bloecke = self._inhalt.bloecke
        for block, bleibt in zip(bloecke, bleibt_beim_naechsten(bloecke), strict=True):
            for daten in self._block(block):
                yield daten | {"zu_brechen": self._bruch(block)} | ({"beisammen": True} if bleibt else {})

    def _block(self, block: Block) -> Iterator[Daten]:
        match block:
            case Ueberschrift():
                laeufe = self._laeufe(block.laeufe, marken=True)
                if laeufe:
                    self._stufe = min(block.stufe, self._stufe + 1)
                    yield {
                        "typ": "ueberschrift",
                        "stufe": self._stufe,
                        "laeufe": laeufe,
                        "anker": _anker(block.anker),
                    }
            case Absatz():
                yield self._absatz(block, OHNE_LAGE)
            case Liste():
                yield self._liste(block, OHNE_LAGE)
            case Tabelle():
                yield from self._tabelle(block)
            case Seitenumbruch():
                yield {"typ": "umbruch"}
            case Trennlinie():
                yield {"typ": "linie"}
            case Inhaltsverzeichnis():
                yield {"typ": "inhalt", "titel": lesbar(block.titel), "stufen": block.stufen}
            case Sprachtext():
                yield {
                    "typ": "sprache",
                    "sprache": block.sprache,
                    "richtung": "rtl" if block.rechts else "ltr",
                    "bloecke": [daten for eigener in block.bloecke for daten in self._block(eigener)],
                }

    def _bruch(self, block: Block) -> list[str]:
        """Return the words of running text that have to be broken anywhere; tables know them by cell."""
        match block:
            case Ueberschrift() | Absatz() | Liste():
                return zu_brechen((block,), self._breite * _GROSSE_SCHRIFT)
            case Sprachtext() if not block.rechts:
                return zu_brechen(tuple(flach(block.bloecke)), self._breite * _GROSSE_SCHRIFT)
            case Inhaltsverzeichnis():
                koepfe = [eines for eines in self._inhalt.bloecke if isinstance(eines, Ueberschrift)]
                return zu_brechen(koepfe, self._breite * _GROSSE_SCHRIFT)
            case _:
                return []

    def _absatz(self, block: Absatz, ort: Lage) -> Daten:
        return {
            "typ": "absatz",
            "art": block.art.value,
            "laeufe": self._laeufe(block.laeufe, marken=block.marken),
            "anker": _anker(block.anker),
            "beisammen": ort.beisammen or block.art in {Absatzart.HERKUNFT, Absatzart.KENNZAHL},
        }

    def _liste(self, block: Liste, ort: Lage) -> Daten:
        return {
            "typ": "liste",
            "nummeriert": block.nummeriert,
            "beginn": block.beginn,
            "eintraege": [self._flach(eintrag, ort) for eintrag in block.eintraege],
        }

    def _flach(self, bloecke: Iterable[Block], ort: Lage) -> list[Daten]:
        return [
            self._liste(block, ort) if isinstance(block, Liste) else self._absatz(block, ort)
            for block in flach(bloecke)
        ]

    def _tabelle(self, tabelle: Tabelle) -> Iterator[Daten]:
        kopf, rumpf = raster(tabelle, tabelle.kopfzeilen), raster(tabelle, tabelle.zeilen)
        if not (kopf or rumpf) or not tabelle.spalten:
            return
        umbruch = tabellenumbruch(tabelle, kopf, rumpf, self._breite)
        # typst refuses the links of notes in what it repeats
        kommt_wieder = umbruch.kopf_wieder and not _hat_fussnoten(tabelle.kopfzeilen)
        yield {
            "typ": "tabelle",
            "beschriftung": lesbar(tabelle.beschriftung),
            "breiten": [spalte.breite for spalte in tabelle.spalten],
            "beschreibung": lesbar(tabelle.beschreibung),
            "kopf": [
                list(self._zellen(tabelle, zeile, kopfzeile=True, teilbar=not kommt_wieder)) for zeile in kopf
            ],
            "rumpf": [
                list(self._zellen(tabelle, zeile, kopfzeile=False, teilbar=teilbar))
                for zeile, teilbar in zip(rumpf, umbruch.teilbar, strict=True)
            ],
            "beisammen": False,
            "wieder": kommt_wieder,
            "ganz": umbruch.ganz,
        }

    def _zellen(
        self, tabelle: Tabelle, zeile: tuple[Platz, ...], *, kopfzeile: bool, teilbar: bool
    ) -> Iterator[Daten]:
        """Give the cells of a row; where it may be divided, a cell over several rows becomes one and empty ones.

        No typesetter breaks a row and a cell across it at the same place.
        """
        for platz in zeile:
            if platz.fortsetzung and not teilbar:
                continue
            breite = anteil(tabelle, platz.spalte, platz.spanne) * self._breite
            # rows are kept together by the template; a paragraph that clings to what follows would tear its cell
            ort = replace(lage(tabelle, zeile, platz, kopfzeile=kopfzeile), beisammen=False)
            yield {
                "bloecke": [] if platz.fortsetzung else self._flach(platz.zelle.bloecke, ort),
                "kopf": platz.zelle.kopf and not platz.fortsetzung,
                "spanne": platz.spanne,
                "hoehe": 1 if teilbar else platz.hoehe,
                "ton": TOENE.get(platz.zelle.ton) or (TOENE[Ton.FLAECHE] if kopfzeile else None),
                "tonart": platz.zelle.ton.value,
                "seite": (ort.seite or Seite.LINKS).value,
                "teilbar": teilbar,
                "kopfende": kopfzeile and platz.letzte,
                "zu_brechen": zu_brechen(platz.zelle.bloecke, breite),
                "trennbar": hat_zu_breites_wort(platz.zelle.bloecke, breite),
            }

    def _laeufe(self, laeufe: Laeufe, *, marken: bool) -> list[Daten]:
        return [self._lauf(lauf) for lauf in (mit_marken(laeufe) if marken else laeufe) if lauf.text]

    def _lauf(self, lauf: Lauf) -> Daten:
        wohin = ziel(lauf.verweis, self._anker)
        innen = wohin is not None and wohin.startswith("#")
        return {
            "text": lesbar(lauf.text),
            "fett": lauf.fett,
            "kursiv": lauf.kursiv,
            "gestrichen": lauf.gestrichen,
            "art": lauf.art.value,
            "sprung": wohin[1:] if wohin and innen else None,
            "adresse": None if innen else wohin,
            "fussnote": self._fussnote(lauf.fussnote) if lauf.fussnote else None,
        }

    def _fussnote(self, note: Fussnote) -> Daten:
        """Give a note its number; its words are told where it is referred to for the first time."""
        erste = note not in self._noten
        nummer = self._noten.setdefault(note, len(self._noten) + 1)
        return {"nummer": nummer, "bloecke": self._flach(note.bloecke, OHNE_LAGE) if erste else []}


def _hat_fussnoten(zeilen: Iterable[Zeile]) -> bool:
    """Tell whether rows refer to notes: what comes again on every page is an artifact, which PDF/UA lets not link."""
    absaetze = (block for zeile in zeilen for zelle in zeile for block in flach(zelle.bloecke))
    return any(lauf.fussnote for block in absaetze if isinstance(block, Absatz) for lauf in block.laeufe)


def _anker(anker: str | None) -> str | None:
    return lesbar(anker) if anker else None
