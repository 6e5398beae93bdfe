"""From a group of time expressions to the parts of the Termin: the conventions of design §5 in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.einheit import Einheit, Einheitsart, Lage
from konzept.domain.termin.funde import Angabe, Fund, Fundart
from konzept.domain.termin.grenzregeln import ZWEIFEL_BEGINN, ZWEIFEL_MEHRERE
from konzept.domain.termin.rhythmus import Rhythmus, Takt
from konzept.domain.termin.teil import Teil, TerminArt
from konzept.domain.termin.wortregeln import PLATZHALTER_ALLEIN
from konzept.domain.termin.zweifel import zweifel_der_woerter

if TYPE_CHECKING:
    from konzept.domain.termin.gliederung import Gruppe
    from konzept.domain.termin.leser import Leser

ZWEIFEL_OHNE_JAHR: Final = "Das Jahr fehlt."
ZWEIFEL_BEZUG: Final = "Die Angabe hängt an einem anderen Zeitpunkt."
ZWEIFEL_PLATZHALTER: Final = "Neben dem Datum steht, dass es offen ist."
ZWEIFEL_BEDARF: Final = "Neben dem Datum steht ein Vorbehalt."
ZWEIFEL_DAUER: Final = "Neben dem Datum steht eine Dauer, die nicht gerechnet ist."
ZWEIFEL_MONAT_UND_ABSTAND: Final = "Abstand und Monate passen nicht zusammen."
ZWEIFEL_GANZE_SPANNE: Final = "Der Rhythmus nennt eine Zeitspanne; gelesen ist ihr letzter Monat."
ZWEIFEL_LAUFEND_IM_JAHR: Final = "Ein laufender Vorgang mit einem Datum, das kein Beginn sein muss."
ZWEIFEL_DANACH: Final = "Der Beginn ist aus »danach« erschlossen."
_NICHT_GELESEN: Final = "Dieser Wortlaut ist nicht als Termin lesbar."
_DATIERT: Final = frozenset({Fundart.EINHEIT, Fundart.BIS, Fundart.AB, Fundart.BEGINN, Fundart.ZEITRAUM, Fundart.RHYTHMUS})


@dataclass(frozen=True, slots=True)
class Lesart:
    """One part before its words are attached; `angabe` is its place if it is one of several dates in a row."""

    art: TerminArt
    beginn: date | None = None
    ende: date | None = None
    rhythmus: Rhythmus | None = None
    zweifel: tuple[str, ...] = ()
    hinweis: str | None = None
    gelesen: bool = True
    angabe: Angabe | None = None

    def als_teil(self, text: str) -> Teil:
        """Attach the words."""
        hinweis = " ".join(dict.fromkeys([*self.zweifel, *([self.hinweis] if self.hinweis else [])])) or None
        rrule = None if self.rhythmus is None else str(self.rhythmus)
        return Teil(text, self.art, self.beginn, self.ende, rrule, bool(self.zweifel), hinweis, self.gelesen)


def deute(leser: Leser, gruppe: Gruppe, davor: Lesart | None) -> list[Lesart]:
    """Return the parts that a group stands for; `davor` is the part before it."""
    if not gruppe.funde or gruppe.erster(Fundart.UNLESBAR) is not None:
        return [_ungelesen(leser, gruppe)]
    lesarten = _nach_art(gruppe, davor)
    zweifel = [] if lesarten[0].art is TerminArt.UNBESTIMMT else _weitere_zweifel(leser, gruppe)
    hinweis = _hinweis(leser, gruppe)
    return [
        replace(lesart, zweifel=tuple(dict.fromkeys((*lesart.zweifel, *zweifel))), hinweis=lesart.hinweis or hinweis)
        for lesart in lesarten
    ]


def _ungelesen(leser: Leser, gruppe: Gruppe) -> Lesart:
    unlesbar = gruppe.erster(Fundart.UNLESBAR)
    if unlesbar is not None:
        tag = "".join(leser.an(i).text for i in range(unlesbar.start, unlesbar.stop))
        return Lesart(TerminArt.UNBESTIMMT, hinweis=f"Den Tag »{tag}« gibt es nicht.", gelesen=False)
    bezogen = {"nach", "vor", "ab", "bei", "mit", "waehrend", "parallel", "anschliessend", "danach", "zum", "zur", "bis"}
    if any(leser.wort(i, bezogen) for i in gruppe.woerter):
        return Lesart(TerminArt.UNBESTIMMT, hinweis=ZWEIFEL_BEZUG)
    return Lesart(TerminArt.UNBESTIMMT, hinweis=_NICHT_GELESEN, gelesen=False)


def _hinweis(leser: Leser, gruppe: Gruppe) -> str | None:
    stellen = {*gruppe.woerter, *(i for fund in gruppe.funde for i in range(fund.start, fund.stop))}
    if any(leser.wort(i, {"voraussichtlich", "vsl", "vrsl", "voraussichtliche", "voraussichtlicher"}) for i in stellen):
        return "Voraussichtlich."
    return None


def _weitere_zweifel(leser: Leser, gruppe: Gruppe) -> list[str]:
    zweifel = list(zweifel_der_woerter(leser, gruppe.funde, gruppe.woerter, gruppe.stop))
    if not gruppe.arten & _DATIERT:
        return zweifel
    for fund in gruppe.funde:
        match fund.art:
            case Fundart.PLATZHALTER if fund.woerter[0] not in PLATZHALTER_ALLEIN:
                zweifel.append(ZWEIFEL_PLATZHALTER)
            case Fundart.BEDARF if gruppe.arten != {Fundart.AB, Fundart.BEDARF}:
                zweifel.append(ZWEIFEL_BEDARF)
            case Fundart.DAUER:
                zweifel.append(ZWEIFEL_DAUER)
            case Fundart.RELATIV:
                zweifel.append(ZWEIFEL_BEZUG)
    return zweifel


def _nach_art(gruppe: Gruppe, davor: Lesart | None) -> list[Lesart]:
    arten = gruppe.arten
    if Fundart.RHYTHMUS in arten:
        return [_rhythmus(gruppe, davor)]
    if Fundart.ZEITRAUM in arten:
        return [_zeitraum(fund) for fund in gruppe.funde if fund.art is Fundart.ZEITRAUM]
    anfang = gruppe.erster(Fundart.AB, Fundart.BEGINN)
    ende = gruppe.erster(Fundart.BIS) or (gruppe.erster(Fundart.EINHEIT) if Fundart.BEGINN in arten else None)
    if ende is not None and (anfang is not None or Fundart.LAUFEND in arten):
        return [_von_bis(anfang, ende)]
    if Fundart.LAUFEND in arten or Fundart.AB in arten:
        return [_laufend(gruppe, anfang)]
    faellige = [fund for fund in gruppe.funde if fund.art in {Fundart.BIS, Fundart.EINHEIT, Fundart.BEGINN}]
    if faellige:
        return [lesart for fund in faellige for lesart in _faellig(fund)]
    return [_unbestimmt(gruppe)]


def _zeitraum(fund: Fund) -> Lesart:
    return Lesart(TerminArt.ZEITRAUM, fund.beginn, fund.ende, zweifel=fund.alle_zweifel)


def _grenze(fund: Fund) -> date:
    """Return the last day that a Fund names."""
    if fund.ende is not None:
        return fund.ende
    return max(angabe.einheit.als_frist()[1] for angabe in fund.angaben)


def _von_bis(anfang: Fund | None, ende: Fund) -> Lesart:
    zweifel = (*(anfang.alle_zweifel if anfang is not None else ()), *ende.alle_zweifel)
    zweifel = tuple(grund for grund in zweifel if grund != ZWEIFEL_BEGINN)
    if len(ende.angaben) > 1:
        zweifel = (*zweifel, ZWEIFEL_MEHRERE)
    return Lesart(TerminArt.ZEITRAUM, anfang.beginn if anfang is not None else None, _grenze(ende), zweifel=zweifel)


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


def _rhythmus(gruppe: Gruppe, davor: Lesart | None) -> Lesart:
    """Put together what a group says of a rhythm: interval, months, beginning and end."""
    funde = [fund for fund in gruppe.funde if fund.art is Fundart.RHYTHMUS]
    mit_regel = [fund for fund in funde if fund.rhythmus is not None]
    zweifel = [grund for fund in (mit_regel or funde) for grund in fund.zweifel]
    rhythmus = max((fund.rhythmus for fund in mit_regel if fund.rhythmus is not None), key=_feinheit, default=None)
    offene = [
        angabe for fund in gruppe.funde if fund.art in {Fundart.OHNE_JAHR, Fundart.RHYTHMUS} for angabe in fund.angaben
    ]
    if offene and rhythmus is not None:
        rhythmus, weitere = _in_monaten(rhythmus, [angabe.einheit for angabe in offene])
        if rhythmus.monate:
            zweifel = [grund for grund in zweifel if not grund.startswith("Genannt ist eine Anzahl")]
        zweifel.extend(weitere)
    beginn, ende, gruende = _grenzen(gruppe)
    zweifel.extend(gruende)
    if davor is not None and beginn is None and gruppe.danach and davor.ende is not None and davor.ende < date.max:
        beginn = davor.ende + timedelta(days=1)
        zweifel.append(ZWEIFEL_DANACH)
    elif davor is not None and beginn is None and davor.art is TerminArt.LAUFEND and not gruppe.eigenes_nomen:
        beginn = davor.beginn
    if rhythmus is not None and ende is not None:
        rhythmus = replace(rhythmus, bis=ende)
    return Lesart(TerminArt.WIEDERKEHREND, beginn, ende, rhythmus, tuple(zweifel))


_RANG: Final = (Takt.JAHR, Takt.MONAT, Takt.WOCHE, Takt.TAG)


def _feinheit(rhythmus: Rhythmus) -> tuple[int, int]:
    return _RANG.index(rhythmus.takt), -rhythmus.intervall


def _grenzen(gruppe: Gruppe) -> tuple[date | None, date | None, list[str]]:
    beginn: date | None = None
    ende: date | None = None
    zweifel: list[str] = []
    for fund in gruppe.funde:
        match fund.art:
            case Fundart.AB | Fundart.BEGINN:
                beginn = fund.beginn
            case Fundart.BIS:
                ende = _grenze(fund)
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
    grob = rhythmus is None or rhythmus.takt is Takt.JAHR
    return erster, _grenze(fund), [ZWEIFEL_MEHRERE] if grob else []


def _in_monaten(rhythmus: Rhythmus, einheiten: list[Einheit]) -> tuple[Rhythmus, list[str]]:
    """Put a rhythm into the months or on the day that stand beside it."""
    zweifel = [grund for einheit in einheiten for grund in einheit.zweifel]
    if all(einheit.art is Einheitsart.JAHR for einheit in einheiten):
        return _zum_jahresteil(rhythmus, einheiten[0], zweifel)
    monate: set[int] = set()
    tage: set[int] = set()
    for einheit in einheiten:
        if einheit.art is Einheitsart.WOCHE or einheit.art is Einheitsart.JAHR:
            return rhythmus, [*zweifel, ZWEIFEL_OHNE_JAHR]
        voll = einheit.im_jahr(2000).spanne()[1]
        monate.add(voll.month)
        if einheit.art is Einheitsart.TAG:
            tage.add(einheit.bis_nr or einheit.nr)
        elif einheit.art is not Einheitsart.MONAT or einheit.bis_nr is not None:
            zweifel.append(ZWEIFEL_GANZE_SPANNE)
    je_jahr = 1 if rhythmus.takt is Takt.JAHR else {Takt.MONAT: 12 // rhythmus.intervall}.get(rhythmus.takt, 0)
    passend = rhythmus.takt is Takt.JAHR or je_jahr == len(monate)
    if not passend:
        return rhythmus, [*zweifel, ZWEIFEL_MONAT_UND_ABSTAND]
    if len(tage) > 1:
        zweifel.append(ZWEIFEL_MEHRERE)
    intervall = rhythmus.intervall if rhythmus.takt is Takt.JAHR else 1
    tag = tage.pop() if len(tage) == 1 and len({e.art for e in einheiten}) == 1 else None
    return Rhythmus(Takt.JAHR, intervall, tuple(sorted(monate)), tag), zweifel


def _zum_jahresteil(rhythmus: Rhythmus, einheit: Einheit, zweifel: list[str]) -> tuple[Rhythmus, list[str]]:
    """Read »jährlich zum Jahresende«: the year's end is due anyway, its middle is the end of June."""
    if rhythmus.takt is not Takt.JAHR:
        return rhythmus, [*zweifel, ZWEIFEL_MONAT_UND_ABSTAND]
    if einheit.lage is Lage.ENDE:
        return rhythmus, zweifel
    monat = 3 if einheit.lage is Lage.ANFANG else 6
    return replace(rhythmus, monate=(monat,)), [*zweifel, ZWEIFEL_GANZE_SPANNE]
