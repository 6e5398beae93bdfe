"""The dates that follow from a Termin within a period, by whole calendar units (design §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from konzept.domain.kalender import MONATE_IM_JAHR, jahresspanne, letzter_tag_des_monats, monatsspanne
from konzept.domain.termin.rhythmus import Rhythmus, Takt, lies_regel
from konzept.domain.termin.serientage import serientage
from konzept.domain.termin.teil import Teil, TerminArt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.termin.serie import Serie

TAGE_DER_WOCHE = 7


@dataclass(frozen=True, slots=True, order=True)
class Frist:
    """One computed date of part `teil` (counted from 1) of a Termin."""

    teil: int
    faellig: date


@dataclass(frozen=True, slots=True)
class _Einheit:
    """A calendar unit of a rhythm: where it starts, and the day on which it is due."""

    beginn: date
    faellig: date


def fristen(  # noqa: PLR0913  (the period, the frame of the Fassung and the anchor are five dates by nature)
    teile: Sequence[Teil],
    von: date,
    bis: date,
    *,
    anker_von: date,
    anker_bis: date | None,
    turnus_ab: int | None,
) -> tuple[Frist, ...]:
    """Return every date of every part within [von, bis], ordered by part and date.

    `anker_von` is the day of the Beschluss, else the Stand; `anker_bis` is `gilt_bis`; `turnus_ab` is the year that
    anchors a rhythm, and goes before the beginning read from the wording. Each missed unit is one entry.
    A rhythm whose rule cannot be read has no dates; `rrule_lesbar` tells so beforehand.
    """
    ergebnis: list[Frist] = []
    for nummer, teil in enumerate(teile, start=1):
        tage: tuple[date, ...]
        if teil.art in {TerminArt.FAELLIG, TerminArt.ZEITRAUM}:
            tage = (teil.ende,) if teil.ende is not None and von <= teil.ende <= bis else ()
        elif teil.art is TerminArt.WIEDERKEHREND:
            tage = tuple(_tage(teil, von, bis, rahmen=(anker_von, anker_bis), turnus_ab=turnus_ab))
        else:
            tage = ()
        ergebnis.extend(Frist(nummer, tag) for tag in tage)
    return tuple(ergebnis)


def ist_moeglich(teil: Teil, turnus_ab: int | None) -> bool:
    """Tell whether a rhythm has no date at all for want of an anchor (»im 2-Jahres-Turnus«)."""
    regel = _regel(teil)
    return regel is not None and regel.braucht_anker and _anker(teil, turnus_ab) is None


def rhythmus_mehrdeutig(teil: Teil) -> bool:
    """Tell whether the dates of a rhythm are only one reading: nothing is overdue by them (design §6)."""
    return teil.art is TerminArt.WIEDERKEHREND and teil.mehrdeutig


def _regel(teil: Teil) -> Rhythmus | Serie | None:
    if teil.art is not TerminArt.WIEDERKEHREND or teil.rrule is None:
        return None
    try:
        return lies_regel(teil.rrule)
    except ValueError:
        return None


def _anker(teil: Teil, turnus_ab: int | None) -> date | None:
    return teil.beginn if turnus_ab is None else date(turnus_ab, 1, 1)


def _tage(
    teil: Teil, von: date, bis: date, *, rahmen: tuple[date, date | None], turnus_ab: int | None
) -> Iterator[date]:
    """Give the due days of one rhythm in order."""
    regel = _regel(teil)
    anker = _anker(teil, turnus_ab)
    if regel is None or (anker is None and regel.braucht_anker):
        return
    grenzen = [tag for tag in (bis, teil.ende, regel.bis) if tag is not None]
    if anker is None and rahmen[1] is not None:
        grenzen.append(rahmen[1])
    letzter = min(grenzen)
    if isinstance(regel, Rhythmus):
        yield from _ganze_einheiten(regel, anker, rahmen[0], von, letzter)
    elif anker is not None and (kern := _in_ganzen_einheiten(regel)) is not None:
        gezaehlt = islice(_ganze_einheiten(kern, anker, anker, anker, letzter), regel.anzahl)
        yield from (tag for tag in gezaehlt if tag >= von)
    else:
        yield from serientage(regel, anker or rahmen[0], von, letzter)


def _in_ganzen_einheiten(serie: Serie) -> Rhythmus | None:
    """Return the rhythm of a rule that only adds a count to one: »FREQ=YEARLY;COUNT=3« ends after three years."""
    in_monaten = bool(serie.monate) and serie.takt is not Takt.JAHR
    if serie.anzahl is None or serie.nennt_tage or serie.stellen or in_monaten:
        return None
    return Rhythmus(serie.takt, serie.intervall, serie.monate)


def _ganze_einheiten(
    rhythmus: Rhythmus, anker: date | None, fruehestens: date, von: date, bis: date
) -> Iterator[date]:
    """Give the due days of whole units; without an anchor only of those that begin on `fruehestens` or later."""
    for einheit in _einheiten(rhythmus, anker, von, bis):
        im_rahmen = einheit.faellig >= anker if anker is not None else einheit.beginn >= fruehestens
        if im_rahmen and von <= einheit.faellig <= bis:
            yield einheit.faellig


def _einheiten(rhythmus: Rhythmus, anker: date | None, von: date, bis: date) -> Iterator[_Einheit]:
    """Give the units that are due between `von` and `bis`, and at most a few beside them."""
    if bis < von:
        return
    takt, intervall = rhythmus.takt, rhythmus.intervall
    if takt is Takt.MONAT and intervall % MONATE_IM_JAHR == 0:
        takt, intervall = Takt.JAHR, intervall // MONATE_IM_JAHR
    match takt:
        case Takt.JAHR:
            yield from _jahre(rhythmus, intervall, anker, von, bis)
        case Takt.MONAT if MONATE_IM_JAHR % intervall == 0:
            yield from _jahresteile(intervall, von, bis)
        case Takt.MONAT:
            yield from _ferne_monate(intervall, anker or von, von, bis)
        case Takt.WOCHE:
            start = anker or von
            yield from _tagestakt(
                start - timedelta(days=start.weekday()), TAGE_DER_WOCHE, intervall, von, bis
            )
        case Takt.TAG:
            yield from _tagestakt(anker or von, 1, intervall, von, bis)


def _jahre(
    rhythmus: Rhythmus, intervall: int, anker: date | None, von: date, bis: date
) -> Iterator[_Einheit]:
    for jahr in range(von.year, bis.year + 1):
        if anker is not None and (jahr - anker.year) % intervall:
            continue
        if not rhythmus.monate:
            yield _Einheit(*jahresspanne(jahr))
        for monat in rhythmus.monate:
            erster, letzter = monatsspanne(jahr, monat)
            if rhythmus.tag is None:
                yield _Einheit(erster, letzter)
            else:  # »jährlich zum 29.02.« has a date in every year
                tag = date(jahr, monat, min(rhythmus.tag, letzter.day))
                yield _Einheit(tag, tag)


def _jahresteile(intervall: int, von: date, bis: date) -> Iterator[_Einheit]:
    """Give the parts of the year, such as quarters; they end on a month's end and never skip February."""
    for jahr in range(von.year, bis.year + 1):
        for monat in range(1, MONATE_IM_JAHR + 1, intervall):
            yield _Einheit(*monatsspanne(jahr, monat, intervall))


def _ferne_monate(intervall: int, anker: date, von: date, bis: date) -> Iterator[_Einheit]:
    """Give every so many months from the anchor's month on, each due at its month's end."""
    nullmonat = anker.year * MONATE_IM_JAHR + anker.month - 1
    zielmonat = von.year * MONATE_IM_JAHR + von.month - 1
    monat = nullmonat + max(0, -(-(zielmonat - nullmonat) // intervall)) * intervall
    while monat < (MAXYEAR + 1) * MONATE_IM_JAHR:
        jahr, rest = divmod(monat, MONATE_IM_JAHR)
        einheit = _Einheit(date(jahr, rest + 1, 1), letzter_tag_des_monats(jahr, rest + 1))
        if einheit.beginn > bis:
            return
        yield einheit
        monat += intervall


def _tagestakt(start: date, laenge: int, intervall: int, von: date, bis: date) -> Iterator[_Einheit]:
    """Give weeks (due on Sunday) or days, every `intervall` from `start` on."""
    schritt = laenge * intervall
    ordinal = start.toordinal() + max(0, (von.toordinal() - start.toordinal()) // schritt) * schritt
    while ordinal + laenge - 1 <= bis.toordinal():
        yield _Einheit(date.fromordinal(ordinal), date.fromordinal(ordinal + laenge - 1))
        ordinal += schritt
