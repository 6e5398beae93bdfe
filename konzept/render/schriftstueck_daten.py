"""The blocks of a document as plain values for templates: every run, cell and place spelled out, no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Inhaltsverzeichnis,
    Liste,
    Seite,
    Seitenumbruch,
    Tabelle,
    Trennlinie,
    Ueberschrift,
)
from konzept.render.schriftstueck_aufbau import OHNE_LAGE, Aufbau, Lage, flach
from konzept.render.schriftstueck_gestalt import TOENE
from konzept.render.schriftstueck_raster import lage, raster
from konzept.render.schriftstueck_text import lesbar, mit_marken, ziel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.schriftstueck import Block, Laeufe, Lauf
    from konzept.render.schriftstueck_raster import Platz

Daten = dict[str, Any]


def bloecke_als_daten(inhalt: Aufbau) -> list[Daten]:
    """Return the blocks of a document that is ready to be written, each with its kind as ``typ``.

    Headings never skip a level, which PDF/UA forbids (ISO 14289-1, 7.4.2) and screen readers stumble over; a heading
    without words is left out. Raises ValueError for a table whose rows do not fit its columns.
    """
    return list(_Bloecke(inhalt).alle())


class _Bloecke:
    """Writes the blocks of one document in their order."""

    def __init__(self, inhalt: Aufbau) -> None:
        self._inhalt = inhalt
        self._anker = frozenset(inhalt.anker)
        self._stufe = 0

    def alle(self) -> Iterator[Daten]:
        for block in self._inhalt.bloecke:
            yield from self._block(block)

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
        yield {
            "typ": "tabelle",
            "beschriftung": lesbar(tabelle.beschriftung),
            "breiten": [spalte.breite for spalte in tabelle.spalten],
            "beschreibung": lesbar(tabelle.beschreibung),
            "kopf": [list(self._zellen(tabelle, zeile, kopfzeile=True)) for zeile in kopf],
            "rumpf": [list(self._zellen(tabelle, zeile, kopfzeile=False)) for zeile in rumpf],
        }

    def _zellen(self, tabelle: Tabelle, zeile: tuple[Platz, ...], *, kopfzeile: bool) -> Iterator[Daten]:
        for platz in zeile:
            if platz.fortsetzung:
                continue
            ort = lage(tabelle, zeile, platz, kopfzeile=kopfzeile)
            yield {
                "bloecke": self._flach(platz.zelle.bloecke, ort),
                "kopf": platz.zelle.kopf,
                "spanne": platz.spanne,
                "hoehe": platz.hoehe,
                "ton": TOENE.get(platz.zelle.ton),
                "tonart": platz.zelle.ton.value,
                "seite": (ort.seite or Seite.LINKS).value,
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
        }


def _anker(anker: str | None) -> str | None:
    return lesbar(anker) if anker else None
