"""From a group of time expressions to the parts of the Termin: the conventions of design §5 in one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.bereiche import ZWEIFEL_VERKEHRT
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.grenzen import ZWEIFEL_BEGINN, ZWEIFEL_MEHRERE
from konzept.domain.termin.grammatik.worte import PLATZHALTER_ALLEIN
from konzept.domain.termin.gruppe import DATIERT
from konzept.domain.termin.lesart import ZWEIFEL_OHNE_JAHR, Lesart, letzter_tag
from konzept.domain.termin.rhythmusdeutung import ZWEIFEL_DANACH, wiederkehrend
from konzept.domain.termin.teil import TerminArt
from konzept.domain.termin.zweifel import ZWEIFEL_GEKENNZEICHNET, zweifel_der_woerter

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser
    from konzept.domain.termin.gruppe import Gruppe

ZWEIFEL_BEZUG: Final = "Die Angabe hängt an einem anderen Zeitpunkt."
ZWEIFEL_PLATZHALTER: Final = "Neben dem Datum steht, dass es offen ist."
ZWEIFEL_BEDARF: Final = "Neben dem Datum steht ein Vorbehalt."
ZWEIFEL_DAUER: Final = "Neben dem Datum steht eine Dauer, die nicht gerechnet ist."
ZWEIFEL_UND_LAUFEND: Final = "Genannt sind ein Ende und »fortlaufend«; gelesen ist das Ende."
ZWEIFEL_LAUFEND_IM_JAHR: Final = "Ein laufender Vorgang mit einem Datum, das kein Beginn sein muss."
ZEIT_GIBT_ES_NICHT: Final = "Eine solche Zeit gibt es im Kalender nicht."
_NICHT_GELESEN: Final = "Dieser Wortlaut ist nicht als Termin lesbar."


def deute(leser: Leser, gruppe: Gruppe, davor: Lesart | None) -> list[Lesart]:
    """Return the parts that a group stands for; `davor` is the part before it."""
    if not gruppe.funde or gruppe.erster(Fundart.UNLESBAR) is not None:
        return [_ungelesen(leser, gruppe)]
    lesarten = _nach_art(leser, gruppe, davor)
    if any(leser.wort(i, {"faellig"}) for i in gruppe.woerter):
        lesarten = [_als_faellig(lesart) for lesart in lesarten]
    zweifel = _gekennzeichnet(leser, gruppe)
    if lesarten[0].art is not TerminArt.UNBESTIMMT:
        zweifel = _weitere_zweifel(leser, gruppe)
    hinweis = _hinweis(leser, gruppe)
    return [
        replace(
            lesart,
            zweifel=tuple(dict.fromkeys((*lesart.zweifel, *zweifel))),
            hinweis=lesart.hinweis or hinweis,
        )
        for lesart in lesarten
    ]


def _als_faellig(lesart: Lesart) -> Lesart:
    """Read »fällig vom … bis …« as a date of several days."""
    return replace(lesart, art=TerminArt.FAELLIG) if lesart.art is TerminArt.ZEITRAUM else lesart


def _gekennzeichnet(leser: Leser, gruppe: Gruppe) -> list[str]:
    return [ZWEIFEL_GEKENNZEICHNET] if any(leser.wort(i, {"mehrdeutig"}) for i in gruppe.woerter) else []


def _ungelesen(leser: Leser, gruppe: Gruppe) -> Lesart:
    unlesbar = gruppe.erster(Fundart.UNLESBAR)
    zweifel = tuple(_gekennzeichnet(leser, gruppe))
    if unlesbar is not None:
        return Lesart(TerminArt.UNBESTIMMT, zweifel=zweifel, hinweis=ZEIT_GIBT_ES_NICHT, gelesen=False)
    bezogen = {
        "nach",
        "vor",
        "ab",
        "bei",
        "mit",
        "waehrend",
        "parallel",
        "anschliessend",
        "danach",
        "zum",
        "zur",
        "bis",
        "sobald",
        "wenn",
        "falls",
        "sofern",
        "solange",
    }
    if any(leser.wort(i, bezogen) for i in gruppe.woerter):
        return Lesart(TerminArt.UNBESTIMMT, hinweis=ZWEIFEL_BEZUG)
    return Lesart(TerminArt.UNBESTIMMT, zweifel=zweifel, hinweis=_NICHT_GELESEN, gelesen=False)


def _hinweis(leser: Leser, gruppe: Gruppe) -> str | None:
    stellen = {*gruppe.woerter, *(i for fund in gruppe.funde for i in range(fund.start, fund.stop))}
    if any(
        leser.wort(i, {"voraussichtlich", "vsl", "vrsl", "voraussichtliche", "voraussichtlicher"})
        for i in stellen
    ):
        return "Voraussichtlich."
    return None


def _weitere_zweifel(leser: Leser, gruppe: Gruppe) -> list[str]:
    zweifel = list(zweifel_der_woerter(leser, gruppe.funde, gruppe.woerter))
    if not gruppe.arten & DATIERT:
        return zweifel
    for fund in gruppe.funde:
        match fund.art:
            case Fundart.PLATZHALTER if fund.woerter[0] not in PLATZHALTER_ALLEIN:
                zweifel.append(ZWEIFEL_PLATZHALTER)
            case Fundart.BEDARF if gruppe.arten != {Fundart.AB, Fundart.BEDARF}:
                zweifel.append(ZWEIFEL_BEDARF)
            case Fundart.DAUER if not (fund.woerter or leser.wort(fund.start - 1, {"um"})):
                zweifel.append(ZWEIFEL_DAUER)
            case Fundart.RELATIV:
                zweifel.append(ZWEIFEL_BEZUG)
            case _:
                continue
    return zweifel


_AUSNAHME: Final = frozenset({"ausser", "ausgenommen", "nicht", "ohne"})


def _nach_art(leser: Leser, gruppe: Gruppe, davor: Lesart | None) -> list[Lesart]:
    arten = gruppe.arten
    if Fundart.RHYTHMUS in arten:
        ausgenommen = [fund.start for fund in gruppe.funde if leser.wort(fund.start - 1, _AUSNAHME)]
        return [wiederkehrend(gruppe, davor, ausgenommen)]
    if Fundart.ZEITRAUM in arten:
        return [
            _mit_fortgang(leser, gruppe, _zeitraum(fund), fund)
            for fund in gruppe.funde
            if fund.art is Fundart.ZEITRAUM
        ]
    anfang = gruppe.erster(Fundart.AB, Fundart.BEGINN)
    ende = gruppe.erster(Fundart.BIS) or (gruppe.erster(Fundart.EINHEIT) if Fundart.BEGINN in arten else None)
    if ende is not None and anfang is not None and _verkehrt(anfang, ende):
        return _einzeln(gruppe)
    if ende is not None and (anfang is not None or Fundart.LAUFEND in arten):
        return [_mit_fortgang(leser, gruppe, _von_bis(anfang, ende), ende)]
    if Fundart.LAUFEND in arten or Fundart.AB in arten:
        return [_danach(gruppe, _laufend(gruppe, anfang), davor)]
    faellige = [fund for fund in gruppe.funde if fund.art in {Fundart.BIS, Fundart.EINHEIT, Fundart.BEGINN}]
    if faellige:
        return [lesart for fund in faellige for lesart in _faellig(fund)]
    return [_unbestimmt(gruppe)]


def _zeitraum(fund: Fund) -> Lesart:
    return Lesart(TerminArt.ZEITRAUM, fund.beginn, fund.ende, zweifel=fund.alle_zweifel)


def _verkehrt(anfang: Fund, ende: Fund) -> bool:
    """Tell whether the end lies before the beginning: »Konzept bis März 2025, Start 2026« names two steps."""
    letzter = letzter_tag(ende)
    return anfang.beginn is not None and letzter < anfang.beginn


def _einzeln(gruppe: Gruppe) -> list[Lesart]:
    """Read each date of a group for itself, in the order of the wording.

    An end behind its beginning is no second step but a slip: »ab 2023, bis 2022«.
    """
    arten = [fund.art for fund in gruppe.funde]
    versehen = Fundart.AB in arten and Fundart.BIS in arten[arten.index(Fundart.AB) :]
    verkehrt = (ZWEIFEL_VERKEHRT,) if versehen else ()
    lesarten: list[Lesart] = []
    for fund in gruppe.funde:
        angabe = fund.angaben[-1] if fund.angaben else None
        if fund.art is Fundart.AB:
            lesarten.append(Lesart(TerminArt.LAUFEND, fund.beginn, zweifel=fund.alle_zweifel, angabe=angabe))
        elif fund.art in {Fundart.BIS, Fundart.EINHEIT, Fundart.BEGINN}:
            lesarten += [replace(lesart, angabe=lesart.angabe or angabe) for lesart in _faellig(fund)]
    return [replace(lesart, zweifel=(*lesart.zweifel, *verkehrt)) for lesart in lesarten]


def _mit_fortgang(leser: Leser, gruppe: Gruppe, lesart: Lesart, ende: Fund) -> Lesart:
    """Doubt the end of »bis Ende 2018 und fortlaufend«; »bis 2018 fortlaufend« does end there."""
    laufend = gruppe.erster(Fundart.LAUFEND)
    if laufend is None or laufend.start < ende.start or not leser.wort(laufend.start - 1, {"und", "sowie"}):
        return lesart
    return replace(lesart, zweifel=(*lesart.zweifel, ZWEIFEL_UND_LAUFEND))


def _von_bis(anfang: Fund | None, ende: Fund) -> Lesart:
    zweifel = (*(anfang.alle_zweifel if anfang is not None else ()), *ende.alle_zweifel)
    zweifel = tuple(grund for grund in zweifel if grund != ZWEIFEL_BEGINN)
    if len(ende.angaben) > 1:
        zweifel = (*zweifel, ZWEIFEL_MEHRERE)
    return Lesart(
        TerminArt.ZEITRAUM, anfang.beginn if anfang is not None else None, letzter_tag(ende), zweifel=zweifel
    )


def _laufend(gruppe: Gruppe, anfang: Fund | None) -> Lesart:
    zweifel = tuple(grund for fund in gruppe.funde for grund in fund.alle_zweifel)
    if anfang is not None:
        if Fundart.LAUFEND in gruppe.arten:
            zweifel = tuple(grund for grund in zweifel if grund != ZWEIFEL_BEGINN)
        return Lesart(TerminArt.LAUFEND, anfang.beginn, zweifel=zweifel)
    einheit = gruppe.erster(Fundart.EINHEIT)
    if einheit is not None and einheit.angaben:
        beginn = min(angabe.einheit.als_beginn() for angabe in einheit.angaben)
        return Lesart(TerminArt.LAUFEND, beginn, zweifel=(*zweifel, ZWEIFEL_LAUFEND_IM_JAHR))
    if einheit is not None:
        zweifel = (*zweifel, ZWEIFEL_LAUFEND_IM_JAHR)
    return Lesart(TerminArt.LAUFEND, zweifel=zweifel)


def _danach(gruppe: Gruppe, lesart: Lesart, davor: Lesart | None) -> Lesart:
    """Let »2021, danach fortlaufend« begin on the day after what was before it, in doubt."""
    ende = davor.ende if davor is not None and gruppe.danach and lesart.beginn is None else None
    if ende is None or ende == date.max:
        return lesart
    return replace(lesart, beginn=ende + timedelta(days=1), zweifel=(*lesart.zweifel, ZWEIFEL_DANACH))


def _faellig(fund: Fund) -> list[Lesart]:
    if not fund.angaben:
        return [Lesart(TerminArt.FAELLIG, fund.beginn, fund.ende, zweifel=fund.zweifel)]
    lesarten = []
    for angabe in fund.angaben:
        beginn, ende = angabe.einheit.als_frist()
        if fund.art is Fundart.BIS:
            beginn = None
        zweifel = (*fund.zweifel, *angabe.einheit.zweifel)
        mehrere = angabe if len(fund.angaben) > 1 else None
        lesarten.append(Lesart(TerminArt.FAELLIG, beginn, ende, zweifel=zweifel, angabe=mehrere))
    return lesarten


def _unbestimmt(gruppe: Gruppe) -> Lesart:
    if gruppe.arten & {Fundart.OHNE_JAHR, Fundart.RELATIV}:
        grund = ZWEIFEL_OHNE_JAHR if Fundart.OHNE_JAHR in gruppe.arten else ZWEIFEL_BEZUG
        return Lesart(TerminArt.UNBESTIMMT, zweifel=(grund,))
    return Lesart(TerminArt.UNBESTIMMT)
