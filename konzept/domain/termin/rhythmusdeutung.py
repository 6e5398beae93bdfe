"""From a group with a rhythm to a part: interval, months, beginning and end put together (design §5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from konzept.domain.kalender import letzter_tag_des_monats
from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart, Lage
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.grenzen import ZWEIFEL_BEGINN, ZWEIFEL_MEHRERE
from konzept.domain.termin.gruppe import Naht
from konzept.domain.termin.lesart import ZWEIFEL_OHNE_JAHR, Lesart, letzter_tag
from konzept.domain.termin.rhythmus import Rhythmus, Takt
from konzept.domain.termin.teil import TerminArt

if TYPE_CHECKING:
    from collections.abc import Collection

    from konzept.domain.termin.gruppe import Gruppe

ZWEIFEL_MONAT_UND_ABSTAND: Final = "Abstand und Monate passen nicht zusammen."
ZWEIFEL_GANZE_SPANNE: Final = "Der Rhythmus nennt eine Zeitspanne; gelesen ist ihr letzter Monat."
ZWEIFEL_DANACH: Final = "Der Beginn ist aus »danach« erschlossen."


def wiederkehrend(gruppe: Gruppe, davor: Lesart | None, ausgenommen: Collection[int]) -> Lesart:
    """Put together what a group says of a rhythm: interval, months, beginning and end.

    `ausgenommen` are the places of expressions that bound nothing: »jährlich außer 2021«.
    """
    funde = [fund for fund in gruppe.funde if fund.art is Fundart.RHYTHMUS]
    mit_regel = [fund for fund in funde if fund.rhythmus is not None]
    zweifel = [grund for fund in (mit_regel or funde) for grund in fund.zweifel]
    # »alle zwei Jahre, jeweils im März«: what names months says nothing of the interval where another does
    abstaende = [fund for fund in mit_regel if not fund.angaben] or mit_regel
    rhythmus = max(
        (fund.rhythmus for fund in abstaende if fund.rhythmus is not None), key=_feinheit, default=None
    )
    offene = [
        angabe
        for fund in gruppe.funde
        if fund.art in {Fundart.OHNE_JAHR, Fundart.RHYTHMUS}
        for angabe in fund.angaben
    ]
    if offene and rhythmus is not None:
        rhythmus, weitere = _in_monaten(rhythmus, [angabe.einheit for angabe in offene])
        if rhythmus.monate:
            zweifel = [grund for grund in zweifel if not grund.startswith("Genannt ist eine Anzahl")]
        zweifel.extend(weitere)
    zweifel.extend(grund for fund in gruppe.funde if fund.art is Fundart.OHNE_JAHR for grund in fund.zweifel)
    beginn, ende, gruende = _grenzen(gruppe, ausgenommen)
    zweifel.extend(gruende)
    if (
        davor is not None
        and beginn is None
        and gruppe.danach
        and davor.ende is not None
        and davor.ende < date.max
    ):
        beginn = davor.ende + timedelta(days=1)
        zweifel.append(ZWEIFEL_DANACH)
    elif (
        davor is not None
        and beginn is None
        and davor.art is TerminArt.LAUFEND
        and gruppe.naht is not Naht.HART
        and not gruppe.eigenes_nomen
    ):
        beginn = davor.beginn
    if rhythmus is not None and ende is not None:
        rhythmus = replace(rhythmus, bis=ende)
    return Lesart(TerminArt.WIEDERKEHREND, beginn, ende, rhythmus, tuple(zweifel))


_TAGE: Final = {Takt.JAHR: 365, Takt.MONAT: 30, Takt.WOCHE: 7, Takt.TAG: 1}
_SPIELRAUM: Final = 3
"""A month may have 28 days and a quarter 90."""

_RANG: Final = (Takt.JAHR, Takt.MONAT, Takt.WOCHE, Takt.TAG)


def _feinheit(rhythmus: Rhythmus) -> tuple[int, int]:
    return _RANG.index(rhythmus.takt), -rhythmus.intervall


def _grenzen(gruppe: Gruppe, ausgenommen: Collection[int]) -> tuple[date | None, date | None, list[str]]:
    beginn: date | None = None
    ende: date | None = None
    zweifel: list[str] = []
    for fund in gruppe.funde:
        if fund.start in ausgenommen:
            continue
        match fund.art:
            case Fundart.AB | Fundart.BEGINN:
                beginn = fund.beginn
            case Fundart.BIS:
                ende = letzter_tag(fund)
            case Fundart.ZEITRAUM:
                beginn, ende = fund.beginn, fund.ende
            case Fundart.EINHEIT if not fund.angaben:
                beginn = fund.beginn
            case Fundart.EINHEIT:
                beginn, ende, weitere = _einheit_um_rhythmus(gruppe, fund)
                zweifel.extend(weitere)
            case _:
                continue
        zweifel.extend(grund for grund in fund.alle_zweifel if grund != ZWEIFEL_BEGINN)
        if len(fund.angaben) > 1:
            zweifel.append(ZWEIFEL_MEHRERE)
    return beginn, ende, zweifel


def _einheit_um_rhythmus(gruppe: Gruppe, fund: Fund) -> tuple[date, date | None, list[str]]:
    """Read »monatlich 2021« as a rhythm within 2021, and »2021, danach jährlich« as one from 2021 on."""
    erster = min(angabe.einheit.als_beginn() for angabe in fund.angaben)
    if fund is gruppe.funde[0] and gruppe.mit_danach:
        return erster, None, []
    rhythmus = next((f.rhythmus for f in gruppe.funde if f.rhythmus is not None), None)
    vage = any(angabe.einheit.lage is not None for angabe in fund.angaben)
    grob = vage or rhythmus is None or rhythmus.takt is Takt.JAHR
    letzter = letzter_tag(fund)
    if (
        rhythmus is not None
        and rhythmus.takt is not Takt.JAHR
        and (letzter - erster).days < _TAGE[rhythmus.takt] * rhythmus.intervall - _SPIELRAUM
    ):
        # »31.03.2021 monatlich«: nothing comes again within a span shorter than the rhythm, so it begins there
        return erster, None, [ZWEIFEL_MEHRERE]
    return erster, letzter, [ZWEIFEL_MEHRERE] if grob else []


def _in_monaten(rhythmus: Rhythmus, einheiten: list[Einheit]) -> tuple[Rhythmus, list[str]]:
    """Put a rhythm into the months or on the day that stand beside it."""
    zweifel = [grund for einheit in einheiten for grund in einheit.zweifel]
    if all(einheit.art is Einheitsart.JAHR for einheit in einheiten):
        return _zum_jahresteil(rhythmus, einheiten[0], zweifel)
    monate: set[int] = set()
    tage: set[int] = set()
    je_monatsende = all(_ist_monatsende(einheit) for einheit in einheiten) and len(einheiten) > 1
    for einheit in einheiten:
        if einheit.art is Einheitsart.WOCHE or einheit.art is Einheitsart.JAHR:
            return rhythmus, [*zweifel, ZWEIFEL_OHNE_JAHR]
        voll = einheit.im_jahr(2000).als_frist()[1]
        monate.add(voll.month)
        if einheit.art is Einheitsart.TAG and not je_monatsende:
            tage.add(einheit.bis_nr or einheit.nr)
        elif einheit.art not in {Einheitsart.MONAT, Einheitsart.TAG} or einheit.bis_nr is not None:
            zweifel.append(ZWEIFEL_GANZE_SPANNE)
    je_jahr = (
        1 if rhythmus.takt is Takt.JAHR else {Takt.MONAT: 12 // rhythmus.intervall}.get(rhythmus.takt, 0)
    )
    passend = rhythmus.takt is Takt.JAHR or je_jahr == len(monate)
    if not passend:
        return rhythmus, [*zweifel, ZWEIFEL_MONAT_UND_ABSTAND]
    if len(tage) > 1:
        zweifel.append(ZWEIFEL_MEHRERE)
    intervall = rhythmus.intervall if rhythmus.takt is Takt.JAHR else 1
    if tage and len({einheit.art for einheit in einheiten}) > 1:
        zweifel.append(
            ZWEIFEL_GANZE_SPANNE
        )  # »am 15. März und im September«: one rule holds no day for one month
    tag = tage.pop() if len(tage) == 1 and len({e.art for e in einheiten}) == 1 else None
    return Rhythmus(Takt.JAHR, intervall, tuple(sorted(monate)), tag), zweifel


def _ist_monatsende(einheit: Einheit) -> bool:
    if einheit.art is not Einheitsart.TAG or einheit.bis_nr is not None:
        return False
    return einheit.nr == letzter_tag_des_monats(2001, einheit.monat).day


def _zum_jahresteil(rhythmus: Rhythmus, einheit: Einheit, zweifel: list[str]) -> tuple[Rhythmus, list[str]]:
    """Read »jährlich zum Jahresende«: the year's end is due anyway, its middle is the end of June."""
    if rhythmus.takt is not Takt.JAHR:
        return rhythmus, [*zweifel, ZWEIFEL_MONAT_UND_ABSTAND]
    if einheit.lage is Lage.ENDE:
        return rhythmus, zweifel
    monat = 3 if einheit.lage is Lage.ANFANG else 6
    return replace(rhythmus, monate=(monat,)), [*zweifel, ZWEIFEL_GANZE_SPANNE]
