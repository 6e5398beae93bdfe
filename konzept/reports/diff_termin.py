"""Two Termine of the same id: what the change means in time, read from their Teile, not their words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.termin import TerminArt
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_werte import FeldAenderung, Terminwechsel
from konzept.reports.diff_wortlaut import gleich_geschrieben

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin

DATIERT = frozenset({TerminArt.FAELLIG, TerminArt.ZEITRAUM})
"""The kinds of parts whose end is a date to keep; the end of a rhythm is only its last repetition."""


def termin(
    alt: Termin | None, neu: Termin | None, fristen: Mapping[str, str], reihe: Sequence[Termin | None] = ()
) -> FeldAenderung | None:
    """Compare the Termin written at one id; the adopted wording decides whether it changed at all.

    ``fristen`` is the plan's reading of kurz-, mittel- and langfristig. ``reihe`` holds the Termine of this
    id in all Fassungen up to the new one, for counting how often its end was put off.
    """
    if alt is None or neu is None:
        if alt is neu:
            return None
        return FeldAenderung(Feld.TERMIN, alt, neu, Code.TERMIN_NEU if alt is None else Code.TERMIN_ENTFALLEN)
    if alt.text == neu.text:
        return None
    if gleich_geschrieben(alt.text, neu.text):
        return FeldAenderung(Feld.TERMIN, alt, neu, Code.REDAKTIONELL, Gewicht.REDAKTIONELL)
    code, wechsel = _wechsel(alt.lies(fristen), neu.lies(fristen))
    if code is Code.TERMIN_VERSCHOBEN:
        enden = [ende for einer in reihe if einer and (ende := einziges_ende(einer.lies(fristen)))]
        spaeter = sum(vorher < nachher for vorher, nachher in pairwise(enden))
        wechsel = Terminwechsel(wechsel.monate, wechsel.tage, aufschuebe=spaeter)
    return FeldAenderung(Feld.TERMIN, alt, neu, code, wechsel=wechsel)


def einziges_ende(teile: Sequence[Teil]) -> date | None:
    """Return the one dated end of a Termin; None if it has none, or several."""
    enden = [teil.ende for teil in teile if teil.art in DATIERT and teil.ende]
    return enden[0] if len(enden) == 1 else None


def abstand(von: date, bis: date) -> tuple[int | None, int | None]:
    """Return the distance of two days as (months, None) if it is one of whole months, else as (None, days).

    Last days of months are whole months apart, as 30.06. and 31.12. are.
    """
    beide_letzte = _ist_letzter(von) and _ist_letzter(bis)
    if beide_letzte or von.day == bis.day:
        return (bis.year - von.year) * MONATE_IM_JAHR + bis.month - von.month, None
    return None, (bis - von).days


def _ist_letzter(tag: date) -> bool:
    return tag == date.max or (tag + timedelta(days=1)).day == 1


def _wechsel(alt: Sequence[Teil], neu: Sequence[Teil]) -> tuple[Code, Terminwechsel]:
    von, bis = einziges_ende(alt), einziges_ende(neu)
    if von and bis and von != bis:
        monate, tage = abstand(von, bis)
        return Code.TERMIN_VERSCHOBEN, Terminwechsel(monate, tage)
    arten_alt, arten_neu = _arten(alt), _arten(neu)
    if arten_alt == arten_neu:
        return Code.TERMIN_GEAENDERT, Terminwechsel()
    wechsel = Terminwechsel(arten_alt=arten_alt, arten_neu=arten_neu)
    if _bindet(alt) and not _bindet(neu):
        return Code.FRIST_AUFGEGEBEN, wechsel
    if _bindet(neu) and not _bindet(alt):
        return Code.FRIST_GESETZT, wechsel
    return Code.TERMIN_GEAENDERT, wechsel


def _bindet(teile: Sequence[Teil]) -> bool:
    """Tell whether a Termin names any day to be held to: a dated end or a rhythm."""
    return any((teil.art in DATIERT and teil.ende) or teil.art is TerminArt.WIEDERKEHREND for teil in teile)


def _arten(teile: Sequence[Teil]) -> tuple[TerminArt, ...]:
    gelesen = {teil.art for teil in teile}
    return tuple(art for art in TerminArt if art in gelesen)
