"""The Ampel: one word for how a Maßnahme stands, computed from its reports, its Fristen and the age of both.

Lateness is judged by the plan (design §3), with what was known on the Stichtag. Nobody is late in silence: where no
body has reported, or not for longer than the plan's ``berichtsrhythmus``, the word says that nobody knows, and
whether a Frist has passed meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort
from konzept.domain.sachstand import Stand
from konzept.domain.termin import TerminArt
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.due_meldung import Meldestand

ABSCHLUSS = {Stand.UMGESETZT: Ampelwort.UMGESETZT, Stand.ENTFALLEN: Ampelwort.ENTFALLEN}
"""After these states nothing of a Maßnahme is open, and no report on it grows old."""
STILLE = {
    (False, False): Ampelwort.OHNE_MELDUNG,
    (False, True): Ampelwort.FRIST_VORBEI_OHNE_MELDUNG,
    (True, False): Ampelwort.MELDUNG_VERALTET,
    (True, True): Ampelwort.FRIST_VORBEI_MELDUNG_VERALTET,
}
"""What nobody knows, by whether somebody ever reported and whether a Frist has passed."""


class Grundart(StrEnum):
    """What speaks against »im Plan«, the weightiest first."""

    FRIST = "frist"
    """A single Frist has passed."""
    TURNUS = "turnus"
    """The latest unit of a rhythm that could have been reported was not."""
    BEGINN = "beginn"
    """The plan names a beginning that has passed, and the body reports »geplant«."""
    NEUER_TERMIN = "neuer-termin"
    """The body announces another Termin, and no Beschluss has set it."""


@dataclass(frozen=True, slots=True)
class Grund:
    """One reason; ``tag`` is the Frist, the unit's last day or the beginning, ``text`` the Termin announced."""

    art: Grundart
    tag: date | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Urteil:
    """The word of one Maßnahme and what speaks against »im Plan«."""

    wort: Ampelwort
    gruende: tuple[Grund, ...] = ()


@dataclass(frozen=True, slots=True)
class Lage:
    """What one Maßnahme is judged by: its reports, its Fristen as ``due`` places them, the Teile of its Termin.

    ``schweigt``: the last report is older than the plan's rhythm, or there is none.
    """

    meldestand: Meldestand
    eintraege: tuple[Eintrag, ...]
    teile: tuple[Teil, ...]
    stichtag: date
    schweigt: bool


def urteil(lage: Lage) -> Urteil:
    """Return the one word that fits.

    What is closed stays so. Otherwise silence comes first, then a single Frist that has passed, then what the body
    reports: put off, late for another reason, planned; in plan is what nothing speaks against.
    """
    antworten = lage.meldestand.antworten
    letzte = antworten[-1] if antworten else None
    if letzte is not None and letzte.stand in ABSCHLUSS:
        return Urteil(ABSCHLUSS[letzte.stand])
    if letzte is None or lage.schweigt:
        gruende = tuple(_vorbei(lage.eintraege, lage.stichtag))
        return Urteil(STILLE[letzte is not None, bool(gruende)], gruende)
    gruende = (*_vorbei(lage.eintraege, letzte.am), *_aus_der_meldung(letzte, lage.teile))
    return Urteil(_gemeldet(letzte.stand, gruende), gruende)


def _gemeldet(stand: Stand, gruende: tuple[Grund, ...]) -> Ampelwort:
    if any(grund.art is Grundart.FRIST for grund in gruende):
        return Ampelwort.FRIST_VORBEI
    if stand is Stand.ZURUECKGESTELLT:
        return Ampelwort.ZURUECKGESTELLT
    if gruende:
        return Ampelwort.VERZOEGERT
    return Ampelwort.GEPLANT if stand is Stand.GEPLANT else Ampelwort.IM_PLAN


def _vorbei(eintraege: tuple[Eintrag, ...], grenze: date) -> Iterator[Grund]:
    """Name the oldest single Frist that is overdue, and the rhythms whose latest unit up to ``grenze`` is.

    A missed unit of a rhythm cannot be made up for: it counts until a later one was met, or a service that was
    once interrupted would be late for ever. Of a rhythm shorter than that of the reports, the units since the last
    report are not judged: nobody has been asked for them yet.
    """
    einzelne = [
        one.faellig
        for one in eintraege
        if one.faellig and one.gruppe is Gruppe.UEBERFAELLIG and one.art is not TerminArt.WIEDERKEHREND
    ]
    if einzelne:
        yield Grund(Grundart.FRIST, min(einzelne))
    juengste: dict[tuple[str, int], tuple[date, bool]] = {}
    for one in eintraege:
        entschieden = one.gruppe in {Gruppe.UEBERFAELLIG, Gruppe.ERLEDIGT}
        if one.art is TerminArt.WIEDERKEHREND and entschieden and one.faellig and one.faellig <= grenze:
            einheit = (one.faellig, one.gruppe is Gruppe.UEBERFAELLIG)
            juengste[one.bezug, one.teil] = max(einheit, juengste.get((one.bezug, one.teil), einheit))
    yield from (Grund(Grundart.TURNUS, tag) for tag, versaeumt in juengste.values() if versaeumt)


def _aus_der_meldung(letzte: Meldung, teile: tuple[Teil, ...]) -> Iterator[Grund]:
    """Name what the report itself says of a delay."""
    beginne = [
        teil.beginn
        for teil in teile
        # a span of time is judged by its end; what runs has a beginning only
        if teil.art is TerminArt.LAUFEND and teil.beginn and not teil.mehrdeutig
    ]
    if letzte.stand is Stand.GEPLANT and beginne and min(beginne) <= letzte.am:
        yield Grund(Grundart.BEGINN, min(beginne))
    if letzte.neuer_termin and not letzte.setzt_termin:
        yield Grund(Grundart.NEUER_TERMIN, text=letzte.neuer_termin)
