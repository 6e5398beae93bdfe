"""The days of a Serie within a period: python-dateutil expands one year or month, we step from one to the next.

Left to itself dateutil looks for the next day up to the year 9999, which a rule that never fits (30 February) makes it
do. Given one unit at a time the cost is linear in the period.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, timedelta
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any, Final

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin.regelfelder import Takt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.termin.serie import Serie

_TAGE_DER_WOCHE: Final = 7
_SONNTAG: Final = 6
_NIE_WIEDER: Final = MAXYEAR
"""An interval in years after which dateutil finds no further unit."""


def serientage(serie: Serie, anker: date, von: date, bis: date) -> Iterator[date]:
    """Give the days of a Serie from `anker` on that lie within [von, bis], in order.

    A rule that names no days falls on the last day of its unit, as every rhythm of a plan does (design §5).
    """
    letzter = bis if serie.bis is None else min(bis, serie.bis)
    ab = anker if serie.anzahl is not None else max(anker, von)
    tage = (tag for tag in _tage(serie, anker, ab, letzter) if anker <= tag <= letzter)
    return (tag for tag in islice(tage, serie.anzahl) if tag >= von)


def _tage(serie: Serie, anker: date, ab: date, bis: date) -> Iterator[date]:
    """Give the days of the units from that of `ab` to that of `bis`."""
    match serie.takt:
        case Takt.JAHR:
            jahre = (
                jahr for jahr in range(ab.year, bis.year + 1) if (jahr - anker.year) % serie.intervall == 0
            )
            return chain.from_iterable(_in_einheit(serie, date(jahr, 1, 1)) for jahr in jahre)
        case Takt.MONAT:
            erster, letzter, start = (tag.year * MONATE_IM_JAHR + tag.month - 1 for tag in (ab, bis, anker))
            monate = (monat for monat in range(erster, letzter + 1) if (monat - start) % serie.intervall == 0)
            return chain.from_iterable(
                _in_einheit(serie, date(monat // MONATE_IM_JAHR, monat % MONATE_IM_JAHR + 1, 1))
                for monat in monate
            )
        case Takt.WOCHE:
            return _in_wochen(serie, anker, ab, bis)
        case Takt.TAG:
            tage = _aller_jahre(serie, ab, bis)
            passend = (tag for tag in tage if (tag - anker).days % serie.intervall == 0)
            return passend if not serie.stellen or {1, -1} & set(serie.stellen) else iter(())


def _in_wochen(serie: Serie, anker: date, ab: date, bis: date) -> Iterator[date]:
    """Give the days of every so many weeks from the anchor's week on, with BYSETPOS within each week."""
    woche = timedelta(days=_TAGE_DER_WOCHE)
    nullter = anker.toordinal() - (anker.weekday() - serie.wochenbeginn) % _TAGE_DER_WOCHE
    tage = _aller_jahre(serie, max(ab, date.min + woche) - woche, min(bis, date.max - woche) + woche)
    for nummer, gruppe in groupby(tage, key=lambda tag: (tag.toordinal() - nullter) // _TAGE_DER_WOCHE):
        if nummer % serie.intervall == 0:
            yield from _an_stellen(list(gruppe), serie.stellen)


def _an_stellen(tage: list[date], stellen: tuple[int, ...]) -> list[date]:
    """Pick the days at these places (BYSETPOS), all of them where none is named."""
    if not stellen:
        return tage
    laenge = len(tage)
    gewaehlt = {stelle - 1 if stelle > 0 else laenge + stelle for stelle in stellen}
    return [tag for n, tag in enumerate(tage) if n in gewaehlt]


def _aller_jahre(serie: Serie, ab: date, bis: date) -> Iterator[date]:
    """Give the days of whole years that a rule by weeks or days allows, whatever its interval."""
    erlaubt: dict[str, Any] = {"bymonth": serie.monate or None, "bymonthday": serie.monatstage or None}
    wochentage = [wochentag.nummer for wochentag in serie.wochentage]
    vorgabe = [_SONNTAG] if serie.takt is Takt.WOCHE else list(range(_TAGE_DER_WOCHE))
    erlaubt["byweekday"] = wochentage or vorgabe
    for jahr in range(ab.year, bis.year + 1):
        yield from _entfalte(Takt.JAHR, date(jahr, 1, 1), erlaubt)


def _in_einheit(serie: Serie, beginn: date) -> Iterator[date]:
    """Give the days of a Serie in the year or month that begins on this day."""
    from dateutil.rrule import weekday

    monate, monatstage = serie.monate, serie.monatstage
    if not serie.nennt_tage:
        monatstage = (-1,)
        monate = monate or ((MONATE_IM_JAHR,) if serie.takt is Takt.JAHR else ())
    felder = {
        "bymonth": monate or None,
        "bymonthday": monatstage or None,
        "byyearday": serie.jahrestage or None,
        "byweekno": serie.wochennummern or None,
        "byweekday": [weekday(tag.nummer, tag.stelle or None) for tag in serie.wochentage] or None,
        "bysetpos": serie.stellen or None,
        "wkst": serie.wochenbeginn,
    }
    return _entfalte(serie.takt, beginn, felder)


def _entfalte(takt: Takt, beginn: date, felder: dict[str, Any]) -> Iterator[date]:
    """Let dateutil expand one year or month."""
    from dateutil.rrule import MONTHLY, YEARLY, rrule

    jaehrlich = takt is Takt.JAHR
    regel = rrule(
        YEARLY if jaehrlich else MONTHLY,
        dtstart=datetime(beginn.year, beginn.month, beginn.day),  # noqa: DTZ001  (a day, without time or zone)
        interval=_NIE_WIEDER if jaehrlich else _NIE_WIEDER * MONATE_IM_JAHR,
        **felder,
    )
    return (zeitpunkt.date() for zeitpunkt in regel)
