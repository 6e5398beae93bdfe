"""The headings of the document of a Fassung in reading order: one list for contents, headings and anchors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.reports.konzept_teile import Konzept, Massnahmenteil, Zielteil


EBENE_DER_KAPITEL = 2
EBENE_DER_ZIELE = 3
"""The level of Handlungsziele, and of Maßnahmen that stand directly under a Handlungsfeld."""


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """One heading: its level, its anchor, the label before the title (»Handlungsziel 1.1«) and the title.

    ``ist_text``: the title is Markdown taken from a text. ``im_inhalt``: the contents list it.
    """

    ebene: int
    anker: str
    label: str
    titel: str
    ist_text: bool = False
    im_inhalt: bool = True


def anker(ebene: Ebene | str, name: str) -> str:
    """Return the stable anchor of an id: its level and the id itself."""
    return f"{ebene}-{name}"


def gliederung(konzept: Konzept) -> tuple[Abschnitt, ...]:
    """List the headings of a document below its title, chapter by chapter; empty chapters have none."""
    return tuple(_abschnitte(konzept))


def _abschnitte(konzept: Konzept) -> Iterator[Abschnitt]:
    rahmen = konzept.rahmen
    yield from _ueberblick(konzept)
    yield _kapitel("dokument", "Zu diesem Dokument")
    yield Abschnitt(2, "kapitel-inhalt", "", "Inhalt", im_inhalt=False)
    for name, titel, text in (
        ("leichte-sprache", "In Leichter Sprache", rahmen.leichte_sprache),
        ("sprachen", "In anderen Sprachen", rahmen.texte),
        ("vorwort", "Vorwort", rahmen.vorwort),
        ("leitbild", "Leitbild", rahmen.leitbild),
    ):
        if text:
            yield _kapitel(name, titel)
    if konzept.leitziele:
        yield _kapitel("leitziele", konzept.bezeichnungen[Begriff.LEITZIEL].mehrzahl)
    for teil in konzept.leitziele:
        label = _label(konzept, Begriff.LEITZIEL, teil.leitziel.nummer)
        yield _stelle(3, Ebene.LEITZIEL, teil.leitziel.id, label, teil.leitziel.titel)
    yield from _verfahren(konzept)
    yield from _felder(konzept)
    yield from _nachspann(konzept)


def _ueberblick(konzept: Konzept) -> Iterator[Abschnitt]:
    """List the headings of the overview; it stands before the contents, which do not name it."""
    bericht = konzept.ueberblick
    if bericht is None:
        return
    worte = konzept.bezeichnungen
    yield Abschnitt(2, "kapitel-ueberblick", "", "Auf einen Blick", im_inhalt=False)
    mehrzahl = worte[Begriff.MASSNAHME].mehrzahl
    for name, titel, gibt_es in (
        (
            "felder",
            f"{mehrzahl} je {worte[Begriff.HANDLUNGSFELD].einzahl}",
            any(bericht.je_lage.values()),
        ),
        ("umsetzung", "Stand der Umsetzung", bericht.umsetzung is not None),
        ("stellen", "Wer federführend ist", bool(bericht.federfuehrungen)),
        ("zeitplan", "Zeitplan", any(zeile.teile for zeile in bericht.zeitplan.zeilen)),
    ):
        if gibt_es:
            yield Abschnitt(3, f"ueberblick-{name}", "", titel, im_inhalt=False)


def _verfahren(konzept: Konzept) -> Iterator[Abschnitt]:
    """List how the plan came about: who took part, who decided on what paper."""
    rahmen = konzept.rahmen
    if rahmen.beteiligung:
        yield _kapitel("beteiligung", "Beteiligung")
    for nummer, schritt in enumerate(rahmen.beteiligung, 1):
        yield Abschnitt(3, f"beteiligung-{nummer}", "", schritt.titel, im_inhalt=False)
    if rahmen.beschluss or rahmen.beratungsfolge:
        yield _kapitel("beratung", "Beratung und Beschluss")
    if rahmen.vorlage is None:
        return
    yield _kapitel("vorlage", "Beschlussvorlage")
    for name, titel, inhalt in (
        ("beschlussvorschlag", "Beschlussvorschlag", rahmen.vorlage.beschlussvorschlag),
        ("sachverhalt", "Sachverhalt", rahmen.vorlage.sachverhalt),
        ("auswirkungen", "Finanzielle Auswirkungen", rahmen.vorlage.finanzielle_auswirkungen),
        ("anlagen", "Anlagen", rahmen.vorlage.anlagen),
    ):
        if inhalt:
            yield Abschnitt(3, f"vorlage-{name}", "", titel, im_inhalt=False)


def _felder(konzept: Konzept) -> Iterator[Abschnitt]:
    for teil in konzept.felder:
        feld = teil.feld
        label = _label(konzept, Begriff.HANDLUNGSFELD, feld.nummer)
        yield _stelle(2, Ebene.HANDLUNGSFELD, feld.id, label, feld.titel)
        for massnahme in teil.massnahmen:
            yield _massnahme(konzept, massnahme, 3, feld.nummer)
        for ziel in teil.ziele:
            yield from _ziel(konzept, ziel)


def _ziel(konzept: Konzept, teil: Zielteil) -> Iterator[Abschnitt]:
    label = _label(konzept, Begriff.HANDLUNGSZIEL, teil.ziel.nummer)
    yield _stelle(3, Ebene.HANDLUNGSZIEL, teil.ziel.id, label, teil.ziel.titel)
    for massnahme in teil.massnahmen:
        yield _massnahme(konzept, massnahme, 4, teil.ziel.nummer)


def _massnahme(konzept: Konzept, teil: Massnahmenteil, ebene: int, eltern: str) -> Abschnitt:
    """Name a Maßnahme by its own number; one whose text has to speak for itself by that of its parent."""
    kopf = teil.ueberschrift
    nummer = teil.massnahme.nummer or ("" if kopf.kopf else f"zu {eltern}")
    label = _label(konzept, Begriff.MASSNAHME, nummer)
    name = anker(Ebene.MASSNAHME, teil.massnahme.id)
    return Abschnitt(ebene, name, label, kopf.kopf, kopf.ist_text, im_inhalt=ebene == EBENE_DER_ZIELE)


def _nachspann(konzept: Konzept) -> Iterator[Abschnitt]:
    rahmen = konzept.rahmen
    if rahmen.indikatoren:
        yield _kapitel("indikatoren", "Indikatoren")
    if rahmen.ausblick:
        yield _kapitel("ausblick", "Ausblick")
    if konzept.akteure:
        yield _kapitel("akteure", konzept.bezeichnungen[Begriff.ZUSTAENDIGKEIT].mehrzahl)
    if konzept.programme:
        yield _kapitel("programme", "Förderprogramme")
        for teil in konzept.programme:
            yield Abschnitt(3, anker("programm", teil.programm.id), "", teil.programm.name, im_inhalt=False)
    if konzept.abkuerzungen:
        yield _kapitel("abkuerzungen", "Abkürzungen")
    if rahmen.quellen:
        yield _kapitel("quellen", "Quellen")
    if konzept.anhaenge:
        yield _kapitel("verbleib", "Anhang: Nicht fortgeführt")
        for anhang in konzept.anhaenge:
            titel = f"Aus der Fassung {anhang.vorgaenger.id}"
            yield Abschnitt(3, anker("verbleib", anhang.vorgaenger.id), "", titel, im_inhalt=False)


def _kapitel(name: str, titel: str) -> Abschnitt:
    return Abschnitt(2, f"kapitel-{name}", "", titel)


def _stelle(ebene: int, art: Ebene, name: str, label: str, titel: str) -> Abschnitt:
    return Abschnitt(ebene, anker(art, name), label, titel)


def _label(konzept: Konzept, begriff: Begriff, nummer: str) -> str:
    return f"{konzept.bezeichnungen[begriff].einzahl} {nummer}".strip()
