"""How the wording of a Termin is read, and which dates follow from it: the answer of ``konzept termin``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Fristwort
from konzept.domain.termin import TerminArt, fristen, ist_moeglich, lies_termin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.termin import Teil


@dataclass(frozen=True, slots=True)
class Zeitraum:
    """The days asked for, both included."""

    von: date
    bis: date


@dataclass(frozen=True, slots=True)
class Teilauskunft:
    """One part as read, with its dates.

    ``moeglich``: a rhythm over more than a year without a year it counts from, so without any date (design §5).
    """

    teil: Teil
    fristen: tuple[date, ...]
    moeglich: bool


@dataclass(frozen=True, slots=True)
class Auskunft:
    """The reading of one wording.

    ``zeitraum`` is None where nobody named one and no Fassung has one: then the dates are those that the
    wording itself names. ``rahmen`` are the days within which units of a rhythm without an anchor count;
    ``fassung`` is the id of the Fassung they come from. ``ungeklaert`` are the words for a span of time that the
    wording has and nobody has defined. ``stichtag`` is the day from which dates are called past, if one was named.
    """

    text: str
    teile: tuple[Teilauskunft, ...]
    zeitraum: Zeitraum | None
    rahmen: tuple[date, date | None] | None
    fassung: str | None
    turnus_ab: int | None
    ungeklaert: tuple[str, ...]
    stichtag: date | None = None


def terminauskunft(  # noqa: PLR0913  (each is one thing that a caller may know or not)
    text: str,
    fristworte: Mapping[str, str],
    *,
    fassung: Fassung | None = None,
    zeitraum: Zeitraum | None = None,
    turnus_ab: int | None = None,
    stichtag: date | None = None,
) -> Auskunft:
    """Read a wording and compute its dates within ``zeitraum``, else within the period of the Fassung.

    ``fristworte`` is the plan's reading of kurz-, mittel- and langfristig. Never raises for any text.
    """
    gefragt = zeitraum or (geltung(fassung) if fassung else None)
    rahmen = _rahmen(fassung, gefragt)
    teile = lies_termin(text, fristworte)
    return Auskunft(
        text=text,
        teile=tuple(
            Teilauskunft(teil, _tage(teil, gefragt, rahmen, turnus_ab), ist_moeglich(teil, turnus_ab))
            for teil in teile
        ),
        zeitraum=gefragt,
        rahmen=rahmen,
        fassung=fassung.id if fassung else None,
        turnus_ab=turnus_ab,
        ungeklaert=tuple(
            wort.value for wort in Fristwort if wort.value in text.casefold() and wort.value not in fristworte
        ),
        stichtag=stichtag,
    )


def geltung(fassung: Fassung) -> Zeitraum | None:
    """Return the days on which a Fassung is in force; None where it names no last day."""
    if fassung.letzter_tag is None:
        return None
    return Zeitraum(fassung.erster_tag or fassung.angenommen_am, fassung.letzter_tag)


def _rahmen(fassung: Fassung | None, zeitraum: Zeitraum | None) -> tuple[date, date | None] | None:
    if fassung is not None:
        return fassung.angenommen_am, fassung.letzter_tag
    return (zeitraum.von, zeitraum.bis) if zeitraum else None


def _tage(
    teil: Teil, zeitraum: Zeitraum | None, rahmen: tuple[date, date | None] | None, turnus_ab: int | None
) -> tuple[date, ...]:
    if zeitraum is None or rahmen is None:
        einmalig = teil.art in {TerminArt.FAELLIG, TerminArt.ZEITRAUM}
        return (teil.ende,) if einmalig and teil.ende is not None else ()
    gefunden = fristen(
        (teil,),
        zeitraum.von,
        zeitraum.bis,
        anker_von=rahmen[0],
        anker_bis=rahmen[1],
        turnus_ab=turnus_ab,
    )
    return tuple(frist.faellig for frist in gefunden)
