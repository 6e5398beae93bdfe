"""The levels of a plan on paper: Leitziel, Handlungsfeld, Handlungsziel, Maßnahme, and what all of them have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.konzept_schriftstueck_tafeln import angabentafel, indikatorentafel
from konzept.render.schriftstueck import (
    Absatz,
    Absatzart,
    Lauf,
    Laufart,
    Liste,
    Seitenumbruch,
    Sprachtext,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke, markdown_laeufe
from konzept.render.schriftstueck_schrift import Rohschrift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.render.konzept_massnahme import Werte
    from konzept.render.schriftstueck import Block, Laeufe

EBENE_UEBER_KAPITELN = 1
"""On the page chapters are headings of level 2, below the title; on paper the title is no heading."""


@dataclass(frozen=True, slots=True)
class Papierschrift(Rohschrift):
    """Leaves texts as they are and names places by their anchors; the blocks read the Markdown."""

    def verse(self, text: str, ebene: int) -> str:  # noqa: ARG002  the blocks get their level when they are read
        """Return the Markdown itself."""
        return text

    def kopf(self, text: str) -> str:
        """Return the Markdown of a heading."""
        return text

    def eintrag(self, text: str) -> str:
        """Return the Markdown of a heading; the contents are made of the headings."""
        return text

    def kurz(self, kurz: str, lang: str) -> str:  # noqa: ARG002  paper has no place for the long form
        """Return an abbreviation."""
        return kurz

    def href(self, anker: str) -> str:
        """Return the address of an anchor."""
        return f"#{anker}"

    def adresse(self, url: str) -> str:
        """Return the address."""
        return url


@dataclass(frozen=True, slots=True)
class Teile:
    """Makes blocks of the values of one document."""

    werte: Werte

    def kapitel(self, name: str) -> Ueberschrift:
        """Return the heading of a chapter."""
        return self.ueberschrift(self.werte["kapitel"][name])

    def ueberschrift(self, kopf: Werte) -> Ueberschrift:
        """Return a heading: label, and title as Markdown."""
        titel = markdown_laeufe(kopf["titel"])
        label = worte(kopf["label"] + (": " if titel and kopf["label"] else ""))
        return Ueberschrift(kopf["ebene"] - EBENE_UEBER_KAPITELN, (*label, *titel), kopf["anker"])

    def prosa(self, text: str, kopf: Werte) -> Iterator[Block]:
        """Read a Markdown text below a heading."""
        yield from markdown_bloecke(text, kopf["ebene"] - EBENE_UEBER_KAPITELN)

    def vermerk(self, element: Werte) -> Iterator[Absatz]:
        """Say that a text is not the adopted wording, where it is not."""
        if element["textart"]:
            yield absatz(element["textart"], art=Absatzart.VERMERK)

    def fundstelle(self, quelle: str) -> Iterator[Absatz]:
        """Name the place in the sources."""
        if quelle:
            yield absatz(f"Fundstelle: {quelle}", art=Absatzart.KLEIN)

    def nachweis(self, element: Werte, *, mit_textart: bool = True) -> Iterator[Absatz]:
        """Say whether a text is the adopted wording, and where it comes from."""
        if mit_textart:
            yield from self.vermerk(element)
        erschlossen = "erschlossen, nicht wörtlich belegt" if element["erschlossen"] else ""
        yield from self.fundstelle("; ".join(filter(None, (element["quelle"], erschlossen))))

    def verweis(self, ziel: Werte, *, nur_nummer: bool = False) -> Lauf:
        """Name a place of the document, as a link where it has one."""
        text = ziel["nummer"] if nur_nummer else ": ".join(filter(None, (ziel["label"], ziel["titel"])))
        return Lauf(text, verweis=ziel["href"] or None)

    def nummern(self, ziele: Sequence[Werte]) -> Iterator[Lauf]:
        """Name places by their numbers."""
        for stelle, ziel in enumerate(ziele):
            if stelle:
                yield Lauf(", ")
            yield self.verweis(ziel, nur_nummer=True)

    def beschluss(self, beschluss: Werte) -> Iterator[Lauf]:
        """Name a Beschluss with its address."""
        yield Lauf(beschluss["text"])
        if beschluss["adresse"]:
            yield Lauf(", ")
            yield Lauf(beschluss["adresse"], verweis=beschluss["url"] or None)

    def bezuege(self, element: Werte) -> Iterator[Liste]:
        """List the Querbezüge to other places, and from them."""
        eintraege = [
            worte(f"{bezug['art']} ", self.verweis(bezug), _zusatz(bezug["hinweis"]))
            for bezug in element["bezuege"]
        ]
        eintraege += [
            worte(
                "Hierher verweist ",
                self.verweis(bezug),
                _zusatz("; ".join(filter(None, (bezug["art"], bezug["hinweis"])))),
            )
            for bezug in element["rueckbezuege"]
        ]
        if eintraege:
            yield Liste(tuple((Absatz(eintrag),) for eintrag in eintraege))

    def hinweise(self, hinweise: Sequence[str]) -> Iterator[Block]:
        """List the remarks under their name."""
        if hinweise:
            yield absatz(Lauf("Hinweis" if len(hinweise) == 1 else "Hinweise", fett=True))
            yield Liste(tuple(tuple(markdown_bloecke(hinweis, 6)) for hinweis in hinweise))

    def texte(self, element: Werte, stufe: int) -> Iterator[Block]:
        """Give the wordings in other languages, each under the name of its language."""
        for text in element["texte"]:
            yield absatz(Lauf(text["name"], fett=True))
            bloecke = tuple(markdown_bloecke(text["text"], stufe))
            yield Sprachtext(bloecke, text["lang"], rechts=text["dir"] == "rtl")

    def beiwerk(self, element: Werte, kopf: Werte) -> Iterator[Block]:
        """Give what every level may have below its text: links, remarks, indicators, other languages."""
        stufe = kopf["ebene"] - EBENE_UEBER_KAPITELN
        yield from self.bezuege(element)
        yield from self.hinweise(element["hinweise"])
        if element["indikatoren"]:
            yield indikatorentafel(element["indikatoren"])
        if element["leichte_sprache"]:
            yield absatz(Lauf("In Leichter Sprache", fett=True))
            yield from markdown_bloecke(element["leichte_sprache"], stufe, umbrueche=True)
        yield from self.texte(element, stufe)


def leitziel(eines: Werte, teile: Teile) -> Iterator[Block]:
    """Give one Leitziel with the goals that serve it."""
    yield teile.ueberschrift(eines["kopf"])
    yield from teile.prosa(eines["text"], eines["kopf"])
    yield from teile.nachweis(eines)
    if eines["verfolgt_von"]:
        wort = teile.werte["worte"]["handlungsziel_mehrzahl"]
        yield absatz(f"Dem dienen die {wort} ", *teile.nummern(eines["verfolgt_von"]), art=Absatzart.KLEIN)
    yield from teile.beiwerk(eines, eines["kopf"])


def feld(eines: Werte, teile: Teile) -> Iterator[Block]:
    """Give one Handlungsfeld from a new page on."""
    yield Seitenumbruch()
    yield teile.ueberschrift(eines["kopf"])
    yield from teile.prosa(eines["text"], eines["kopf"])
    yield from teile.nachweis(eines, mit_textart=bool(eines["text"]))
    if eines["arbeitskreis"]:
        yield absatz(f"Arbeitskreis: {eines['arbeitskreis']}")
    yield from teile.beiwerk(eines, eines["kopf"])
    yield from (absatz(satz) for satz in filter(None, (eines["leer"],)))
    for massnahme in eines["massnahmen"]:
        yield from _massnahme(massnahme, teile)
    for ziel in eines["ziele"]:
        yield from _ziel(ziel, teile)


def _ziel(ziel: Werte, teile: Teile) -> Iterator[Block]:
    yield teile.ueberschrift(ziel["kopf"])
    woerter = teile.werte["worte"]
    if ziel["termin"]:
        yield absatz(Lauf(f"{woerter['termin']}: ", fett=True), *_termin(ziel["termin"]))
    if ziel["leitziele"]:
        wort = woerter["leitziel"] if len(ziel["leitziele"]) == 1 else woerter["leitziel_mehrzahl"]
        yield absatz(Lauf(f"{wort}: ", fett=True), *teile.nummern(ziel["leitziele"]))
    yield from teile.nachweis(ziel, mit_textart=False)
    yield from teile.beiwerk(ziel, ziel["kopf"])
    yield from (absatz(satz) for satz in filter(None, (ziel["leer"],)))
    for massnahme in ziel["massnahmen"]:
        yield from _massnahme(massnahme, teile)


def _massnahme(massnahme: Werte, teile: Teile) -> Iterator[Block]:
    yield teile.ueberschrift(massnahme["kopf"])
    yield from teile.prosa(massnahme["text"], massnahme["kopf"])
    angaben = list(_angaben(massnahme, teile))
    if angaben:
        yield angabentafel(angaben)
    yield from teile.nachweis(massnahme)
    yield from teile.beiwerk(massnahme, massnahme["kopf"])


def _angaben(massnahme: Werte, teile: Teile) -> Iterator[tuple[str, Sequence[Laeufe]]]:
    """Give what a Maßnahme says beside its text: names, and paragraphs for each."""
    if massnahme["termin"]:
        yield teile.werte["worte"]["termin"], [tuple(_termin(massnahme["termin"]))]
    for rolle in massnahme["rollen"]:
        yield rolle["name"], [tuple(_stelle(stelle)) for stelle in rolle["stellen"]]
    if massnahme["mittel"]:
        yield "Förderung", [tuple(_stelle(mittel)) for mittel in massnahme["mittel"]]
    if massnahme["kosten"]:
        yield "Kosten", [worte(massnahme["kosten"])]
    if massnahme["beschluss"]:
        yield "Beschluss", [tuple(teile.beschluss(massnahme["beschluss"]))]


def _termin(termin: Werte) -> Iterator[Lauf]:
    yield Lauf(termin["text"])
    if termin["lesart"]:
        yield Lauf(f" – {termin['lesart']}", art=Laufart.LEISE)


def _stelle(stelle: Werte) -> Iterator[Lauf]:
    kurz = stelle.get("kurz")
    yield Lauf(stelle["name"] + (f" ({kurz})" if kurz else ""))
    if stelle["hinweis"]:
        yield Lauf(f" – {stelle['hinweis']}", art=Laufart.LEISE)


def _zusatz(text: str) -> Lauf:
    return Lauf(f" ({text})" if text else "", art=Laufart.LEISE)
