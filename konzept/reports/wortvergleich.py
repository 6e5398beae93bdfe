"""Two wordings word by word: what of the old one is gone, what is new, in marks that a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from konzept.reports.diff_wortlaut import gleich_geschrieben
from konzept.reports.wortvergleich_ausrichtung import ausrichtung
from konzept.reports.wortvergleich_schnitt import gewicht, zugeschnitten
from konzept.reports.wortvergleich_worte import wortfolge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.reports.wortvergleich_ausrichtung import Abschnitt
    from konzept.reports.wortvergleich_worte import Wortfolge

GEMEINSAM_MINDESTENS = 1 / 3
"""So much of the longer text must be in both, or marks would only hide that it was written anew."""

SATZ_AB = 20
"""A wording that says less than five words with a meaning is no text that one writes anew; it is always marked."""

ENTHALTEN_AB = 3 / 5
"""A short text counts as kept, however much was added to it, from this share of its own words on."""


class Laufart(StrEnum):
    """Which side a run belongs to."""

    GLEICH = "gleich"
    ENTFALLEN = "entfallen"
    NEU = "neu"


@dataclass(frozen=True, slots=True)
class Wortlauf:
    """A run of words; ``redaktionell`` if the other side says the same in another spelling."""

    art: Laufart
    text: str
    redaktionell: bool = False


@dataclass(frozen=True, slots=True)
class Wortvergleich:
    """Two texts as one sequence of runs: without the new ones it is the old text, without the gone ones the new.

    ``neu_gefasst``: so little is common that the runs are the two whole texts.
    """

    laeufe: tuple[Wortlauf, ...]
    neu_gefasst: bool = False

    def seite(self, art: Laufart) -> tuple[Wortlauf, ...]:
        """Return the runs of the old text (ENTFALLEN) or of the new one (NEU) with what both hold."""
        return tuple(lauf for lauf in self.laeufe if lauf.art in {Laufart.GLEICH, art})


def wortvergleich(alt: str, neu: str) -> Wortvergleich:
    """Compare two texts word by word; nothing is ever marked inside a word.

    What stays between two marks must be worth the interruption, see ``ausrichtung`` and ``zugeschnitten``. If less
    than a third is common, there is nothing to mark: both texts come back whole. Takes about half a second at most.
    """
    links, rechts = wortfolge(alt), wortfolge(neu)
    abschnitte = zugeschnitten(ausrichtung(links, rechts), links, rechts)
    if _neu_gefasst(abschnitte, links, rechts):
        return Wortvergleich((Wortlauf(Laufart.ENTFALLEN, alt), Wortlauf(Laufart.NEU, neu)), neu_gefasst=True)
    return Wortvergleich(tuple(_zusammengefasst(_Schreiber(links, rechts).laeufe(abschnitte))))


def _neu_gefasst(abschnitte: Iterable[Abschnitt], alt: Wortfolge, neu: Wortfolge) -> bool:
    kuerzer, laenger = sorted(gewicht(folge, 0, len(folge.worte)) for folge in (alt, neu))
    if not kuerzer or laenger < SATZ_AB:
        return False
    gemeinsam = sum(gewicht(alt, eine.i1, eine.i2) for eine in abschnitte if eine.gleich)
    return gemeinsam < GEMEINSAM_MINDESTENS * laenger and gemeinsam < ENTHALTEN_AB * kuerzer


class _Schreiber:
    """Writes stretches as runs; a gap that only one side has belongs to what was put in or taken out there."""

    def __init__(self, alt: Wortfolge, neu: Wortfolge) -> None:
        self._alt, self._neu = alt, neu
        self._offen_alt, self._offen_neu = 0, 0  # the next gaps that are not yet written

    def laeufe(self, abschnitte: Iterable[Abschnitt]) -> Iterator[Wortlauf]:
        """Give the runs of both sides in one sequence."""
        for abschnitt in abschnitte:
            if abschnitt.gleich:
                for links, rechts in zip(
                    range(abschnitt.i1, abschnitt.i2), range(abschnitt.j1, abschnitt.j2), strict=True
                ):
                    yield from self._luecken(links, rechts)
                    yield from _paar(self._alt.worte[links], self._neu.worte[rechts])
            else:
                yield from self._wechsel(abschnitt)
        yield from self._luecken(len(self._alt.worte), len(self._neu.worte))

    def _wechsel(self, abschnitt: Abschnitt) -> Iterator[Wortlauf]:
        luecke_alt, luecke_neu = self._luecke_alt(abschnitt.i1), self._luecke_neu(abschnitt.j1)
        alt = self._alt.text(abschnitt.i1, abschnitt.i2)
        neu = self._neu.text(abschnitt.j1, abschnitt.j2)
        if luecke_alt == luecke_neu:
            yield Wortlauf(Laufart.GLEICH, luecke_alt)
            luecke_alt = luecke_neu = ""
            self._offen_alt, self._offen_neu = abschnitt.i1 + 1, abschnitt.j1 + 1
        if alt:
            yield Wortlauf(Laufart.ENTFALLEN, luecke_alt + alt)
            self._offen_alt = abschnitt.i2
        if neu:
            yield Wortlauf(Laufart.NEU, luecke_neu + neu)
            self._offen_neu = abschnitt.j2

    def _luecken(self, links: int, rechts: int) -> Iterator[Wortlauf]:
        alt, neu = self._luecke_alt(links), self._luecke_neu(rechts)
        self._offen_alt, self._offen_neu = links + 1, rechts + 1
        yield from _paar(alt, neu)

    def _luecke_alt(self, stelle: int) -> str:
        return self._alt.luecken[stelle] if stelle >= self._offen_alt else ""

    def _luecke_neu(self, stelle: int) -> str:
        return self._neu.luecken[stelle] if stelle >= self._offen_neu else ""


def _paar(alt: str, neu: str) -> Iterator[Wortlauf]:
    if alt == neu:
        yield Wortlauf(Laufart.GLEICH, alt)
    else:
        yield Wortlauf(Laufart.ENTFALLEN, alt)
        yield Wortlauf(Laufart.NEU, neu)


def _zusammengefasst(laeufe: Iterable[Wortlauf]) -> Iterator[Wortlauf]:
    """Join what belongs together: one place that changed has at most one run gone and one run new.

    A sign at the end of a text is a matter of spelling, within it is not; hence a word is set behind.
    """
    stuecke = [lauf for lauf in laeufe if lauf.text]
    gruppen = [list(gruppe) for _, gruppe in groupby(stuecke, key=lambda lauf: lauf.art is Laufart.GLEICH)]
    for nummer, gruppe in enumerate(gruppen, 1):
        texte = {art: "".join(lauf.text for lauf in gruppe if lauf.art is art) for art in Laufart}
        alt, neu = texte[Laufart.ENTFALLEN], texte[Laufart.NEU]
        dahinter = " x" if nummer < len(gruppen) else ""
        redaktionell = bool(alt or neu) and gleich_geschrieben(alt + dahinter, neu + dahinter)
        yield from (
            Wortlauf(art, text, redaktionell and art is not Laufart.GLEICH)
            for art, text in texte.items()
            if text
        )
