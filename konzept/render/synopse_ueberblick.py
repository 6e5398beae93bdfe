"""What a Synopse says before and above its rows: the figures, how to read it, and the heading of each section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.diff_words import POSTEN, anzahl_der, ebenenname
from konzept.render.synopse_words import (
    NEU_GEFASST,
    NICHT_BELEGT,
    UNVERAENDERT,
    artwort,
    bisher,
    steht_in_alt,
    steht_in_neu,
    stelle,
    stellen,
)
from konzept.render.synopse_zellen import Absatzart, absatz
from konzept.render.words import aufzaehlung
from konzept.reports.diff_bilanz import FORTGEFUEHRT
from konzept.reports.diff_werte import Art
from konzept.reports.wortvergleich import Laufart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.synopse_zeilen import Bild
    from konzept.reports.diff_werte import Vergleich
    from konzept.reports.synopse_werte import Abschnitt

_SPALTEN = {
    UNVERAENDERT: {Art.UNVERAENDERT},
    "nur neue Nummer": {Art.UMNUMMERIERT},
    "verschoben": {Art.VERSCHOBEN},
    "geändert": {Art.GEAENDERT},
    "nicht fortgeführt": {Art.ENTFALLEN, Art.ZUSAMMENGELEGT, Art.AUFGETEILT},
    "neu": {Art.NEU},
    NICHT_BELEGT: {Art.NICHT_BELEGT},
}
"""What the overview counts, in this order; what does not occur has no column."""


@dataclass(frozen=True, slots=True)
class Kopf:
    """The heading of a section: »Handlungsfeld 4« (label) »(bisher 5)« »neu« (wort) »Wohnen« (titel).

    ``satz`` tells what is true of fields that need no rows.
    """

    titel: str
    label: str = ""
    bisher: str = ""
    wort: str = ""
    satz: str = ""


@dataclass(frozen=True, slots=True)
class Ueberblick:
    """A table of numbers: a row for each level, its first and last figure what either Fassung holds."""

    spalten: tuple[str, ...]
    zeilen: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Legende:
    """Which signs occur in a Synopse, so that only these are explained."""

    marken: bool
    redaktionell: bool
    neu_gefasst: bool
    errechnet: bool

    @property
    def zeichen(self) -> bool:
        """Whether any word is marked, so that what is not needs explaining, too."""
        return self.marken or self.redaktionell


def kopf(abschnitt: Abschnitt, vergleich: Vergleich) -> Kopf:
    """Return the heading of a section and, of what is told in one sentence, that sentence."""
    bezeichnungen = vergleich.bezeichnungen
    if abschnitt.ebene is Ebene.FASSUNG:
        return Kopf("Der Plan als Ganzes")
    if abschnitt.gefaltet:
        name, einzeln = stellen(abschnitt.koepfe, bezeichnungen), len(abschnitt.koepfe) == 1
        return Kopf(
            titel=abschnitt.koepfe[0].titel if einzeln else name,
            label=name if einzeln else "",
            wort=NICHT_BELEGT if abschnitt.gefaltet is Art.NICHT_BELEGT else UNVERAENDERT,
            satz=_faltsatz(abschnitt, vergleich),
        )
    if abschnitt.ebene is Ebene.LEITZIEL:
        return Kopf(ebenenname(Ebene.LEITZIEL, bezeichnungen, 2))
    (feld,) = abschnitt.koepfe
    name = stelle(feld, bezeichnungen)
    return Kopf(
        titel=feld.titel,
        label=name if steht_in_neu(feld) else f"Bisher {name}",
        bisher=bisher(feld),
        wort="" if steht_in_alt(feld) and steht_in_neu(feld) else artwort(feld),
    )


def _faltsatz(abschnitt: Abschnitt, vergleich: Vergleich) -> str:
    """Say in one sentence what is true of whole fields, and how much they hold."""
    bezeichnungen = vergleich.bezeichnungen
    mengen = [
        anzahl_der(ebene, zahl, bezeichnungen)
        for ebene, zahl in (
            (Ebene.HANDLUNGSZIEL, abschnitt.ziele),
            (Ebene.MASSNAHME, abschnitt.massnahmen),
        )
        if zahl
    ]
    zahlen = f": {aufzaehlung(mengen)}." if mengen else "."
    if abschnitt.gefaltet is Art.UNVERAENDERT:
        teilweise = not (vergleich.alt.vollstaendig and vergleich.neu.vollstaendig)
        return f"{'Soweit belegt unverändert' if teilweise else 'Unverändert'}{zahlen}"
    hier, dort = vergleich.neu.name, vergleich.alt.name
    if not steht_in_neu(abschnitt.koepfe[0]):
        hier, dort = dort, hier
    return f"Nur in der Fassung {hier} belegt, nicht in der Fassung {dort}{zahlen}"


def ueberblick(vergleich: Vergleich) -> Ueberblick:
    """Count for every level what became of it; both sums can be checked by adding up."""
    zaehlung = vergleich.zaehlung
    ebenen = [ebene for ebene in vergleich.bilanz if any(zaehlung[ebene].values())]
    zahlen = {
        name: [sum(zaehlung[ebene][art] for art in arten) for ebene in ebenen]
        for name, arten in _SPALTEN.items()
    }
    spalten = [name for name, spalte in zahlen.items() if any(spalte)]
    zeilen = []
    for nummer, ebene in enumerate(ebenen):
        neue = sum(eine.ebene is ebene and steht_in_neu(eine) for eine in vergleich.aenderungen)
        eigene = (vergleich.bilanz[ebene].alt, *(zahlen[name][nummer] for name in spalten), neue)
        zeilen.append((ebenenname(ebene, vergleich.bezeichnungen, 2), eigene))
    return Ueberblick((vergleich.alt.name, *spalten, vergleich.neu.name), tuple(zeilen))


def verbleibsaetze(vergleich: Vergleich) -> Iterator[str]:
    """Say of every level what became of that which is not carried on."""
    for ebene, bilanz in vergleich.bilanz.items():
        posten = [
            f"{zahl} {POSTEN[name]}" + (f" in {bilanz.worin[name]}" if name in bilanz.worin else "")
            for name, zahl in bilanz.posten.items()
            if zahl and name != FORTGEFUEHRT
        ]
        if posten:
            yield f"{ebenenname(ebene, vergleich.bezeichnungen, 2)}: {aufzaehlung(posten)}"


def legende(bilder: Iterable[Bild]) -> Legende:
    """Tell which signs occur, so that only these are explained."""
    absaetze = [
        eine
        for bild in bilder
        for zellen in bild.zeilen
        for eine in (*zellen.alt, *zellen.neu, *zellen.begruendung)
    ]
    stuecke = [stueck for eine in absaetze for stueck in eine.stuecke]
    return Legende(
        marken=any(stueck.art is not Laufart.GLEICH and not stueck.redaktionell for stueck in stuecke),
        redaktionell=any(stueck.redaktionell for stueck in stuecke),
        neu_gefasst=absatz(NEU_GEFASST, Absatzart.ANMERKUNG) in absaetze,
        errechnet=any(eine.art is Absatzart.ANMERKUNG for eine in absaetze),
    )
