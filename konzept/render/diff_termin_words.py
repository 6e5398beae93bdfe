"""What a changed Termin means, in words: how far it moved, part by part, and what was given up for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.render.words import aufzaehlung
from konzept.reports.diff_codes import Code
from konzept.reports.diff_stichwort import stichwort
from konzept.reports.diff_teile import Teilaenderung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.reports.diff_teile import Teilpaar, Teilwechsel
    from konzept.reports.diff_werte import FeldAenderung, Terminwechsel

TERMINARTEN = {
    TerminArt.FAELLIG: "Frist",
    TerminArt.ZEITRAUM: "Zeitraum",
    TerminArt.LAUFEND: "Daueraufgabe",
    TerminArt.WIEDERKEHREND: "Rhythmus",
    TerminArt.UNBESTIMMT: "unbestimmter Termin",
}
AUFGEBBAR = frozenset({TerminArt.FAELLIG, TerminArt.ZEITRAUM, TerminArt.WIEDERKEHREND})
"""The kinds that hold somebody to a day: they are given up, the others only end."""

RHYTHMUS_GEAENDERT = "Rhythmus geändert"
ANDERS_GELESEN = "anders gelesen"
LETZTE_FRIST = "letzte Frist"
UEBERSCHAUBARE_TAGE = 60
"""Longer distances are told in months, as nobody has a feeling for 1429 days."""

TAGE_JE_MONAT = 30.44


Seiten = tuple[str, str]
"""The names of both Fassungen: backwards »nur in 2020« is said of what forwards was given up."""


def terminbemerkung(eine: FeldAenderung, rueckwaerts: Seiten | None = None) -> str | None:
    """Say what a changed Termin means; beside an unchanged wording, first that it is read otherwise."""
    wechsel = eine.wechsel
    if wechsel and eine.code is Code.TURNUS_GEAENDERT:
        turnus = _turnus(wechsel.turnus_alt, wechsel.turnus_neu, rueckwaerts)
        return ", ".join(filter(None, [turnus, _ohne_datum(wechsel, rueckwaerts)]))
    worte = terminwechsel(wechsel, rueckwaerts)
    if eine.code is Code.LESART_GEAENDERT:
        return f"{ANDERS_GELESEN}: {worte}" if worte else ANDERS_GELESEN
    return worte


def terminwechsel(wechsel: Terminwechsel | None, rueckwaerts: Seiten | None = None) -> str | None:
    """Say what a changed Termin means: +12 Monate, Rhythmus statt Frist; None if it cannot be told.

    ``rueckwaerts`` names both Fassungen if the newer one comes first.
    """
    if wechsel is None:
        return None
    if wechsel.gleichmaessig:
        aussagen = [f"alle Teile {abstand_in_worten(wechsel.monate, wechsel.tage)}"]
    else:
        aussagen = [teilwechsel_in_worten(eines, wechsel) for eines in _bewegte(wechsel)]
        aussagen += _ganzes(wechsel)
    if wechsel.arten_alt or wechsel.arten_neu:
        aussagen += _arten(wechsel.arten_alt, wechsel.arten_neu, rueckwaerts)
    aussagen += _einseitige(wechsel, rueckwaerts)
    aussagen += filter(None, [_ohne_datum(wechsel, rueckwaerts)])
    if wechsel.aufschuebe > 1 and wechsel.diesmal and (wechsel.monate or wechsel.tage or 0) > 0:
        aussagen.append(f"zum {wechsel.aufschuebe}. Mal verschoben")
    return ", ".join(aussagen) or None


def abstand_in_worten(monate: int | None, tage: int | None) -> str:
    """Write a distance: +12 Monate, −1 Tag, rund +47 Monate; empty if there is none."""  # noqa: RUF002  the true minus
    if monate:
        return f"{_mit_vorzeichen(monate)} {'Monat' if abs(monate) == 1 else 'Monate'}"
    if tage and abs(tage) > UEBERSCHAUBARE_TAGE:
        return f"rund {_mit_vorzeichen(round(tage / TAGE_JE_MONAT))} Monate"
    return f"{_mit_vorzeichen(tage)} {'Tag' if abs(tage) == 1 else 'Tage'}" if tage else ""


def _mit_vorzeichen(zahl: int) -> str:
    return f"{'−' if zahl < 0 else '+'}{abs(zahl)}"  # noqa: RUF001  the minus sign of German typography


def teilwechsel_in_worten(
    eines: Teilwechsel, ganzes: Terminwechsel, rueckwaerts: Seiten | None = None
) -> str:
    """Say what happened to one part of ``ganzes``: Prüfung +12 Monate; without its name if it is the only one."""
    weite = abstand_in_worten(eines.monate, eines.tage)
    name = _name(eines.paar) if ganzes.mehrteilig else ""
    alt, neu = eines.paar.alt, eines.paar.neu
    match eines.was:
        case Teilaenderung.ENDE if neu and neu.art is TerminArt.WIEDERKEHREND:
            return f"{name}: Ende {weite}" if name else f"Ende {weite}"
        case Teilaenderung.ENDE:
            if ganzes.mehrteilig and not name:
                namenlose = [w for w in _bewegte(ganzes) if w.was is eines.was and not _name(w.paar)]
                name = (
                    f"Teil {eines.paar.nummer_neu}" if len(namenlose) > 1 else TERMINARTEN[TerminArt.FAELLIG]
                )
            return f"{name} {weite}".strip()
        case Teilaenderung.BEGINN:
            return f"{name}: Beginn {weite}" if name else f"Beginn {weite}"
        case Teilaenderung.RHYTHMUS:
            return f"{name}: {RHYTHMUS_GEAENDERT}" if name else RHYTHMUS_GEAENDERT
        case Teilaenderung.NEU | Teilaenderung.ENTFALLEN:
            teil = neu or alt
            ist_neu = eines.was is Teilaenderung.NEU
            wort = f"nur in {rueckwaerts[ist_neu]}" if rueckwaerts else "neu" if ist_neu else "entfällt"
            return f"{wort}: {teil.text}" if teil else wort


def _ganzes(wechsel: Terminwechsel) -> Iterator[str]:
    """Say how far the whole moved where no part says so: because two parts changed places, or none is known."""
    weite = (wechsel.monate, wechsel.tage)
    enden = [(eines.monate, eines.tage) for eines in _bewegte(wechsel) if eines.was is Teilaenderung.ENDE]
    if any(weite) and weite not in enden:
        worte = abstand_in_worten(*weite)
        yield f"{LETZTE_FRIST} {worte}" if wechsel.teile else worte


def _bewegte(wechsel: Terminwechsel) -> Iterator[Teilwechsel]:
    return (eines for eines in wechsel.teile if eines.paar.alt and eines.paar.neu)


def _einseitige(wechsel: Terminwechsel, rueckwaerts: Seiten | None) -> Iterator[str]:
    """Name the parts that only one side has, unless the change of kinds says so already."""
    gesagt = frozenset(wechsel.arten_alt) ^ frozenset(wechsel.arten_neu)
    for eines in wechsel.teile:
        teil = eines.paar.neu or eines.paar.alt
        if teil and not (eines.paar.alt and eines.paar.neu) and teil.art not in gesagt:
            yield teilwechsel_in_worten(eines, wechsel, rueckwaerts)


def _name(paar: Teilpaar) -> str:
    """Name a pair by what both parts are about, by its place if they do not agree; empty if one does not say."""
    alt, neu = (stichwort(teil.text) if teil else "" for teil in (paar.alt, paar.neu))
    if alt and neu and alt.casefold() != neu.casefold():
        return f"Teil {paar.nummer_neu}"
    return neu if alt else ""


def _arten(alt: Iterable[TerminArt], neu: Iterable[TerminArt], rueckwaerts: Seiten | None) -> Iterator[str]:
    """Say which kinds took the place of which, which ended, and which stay: Frist aufgegeben, Daueraufgabe bleibt."""
    vorher, nachher = list(alt), list(neu)
    fort = [art for art in vorher if art not in nachher]
    dazu = [art for art in nachher if art not in vorher]
    bleibt = [art for art in vorher if art in nachher]
    if fort and dazu:
        yield f"{_namen(dazu)} statt {_namen(fort)}"
    elif rueckwaerts:
        yield f"{_namen(fort or dazu)} nur in {rueckwaerts[bool(dazu)]}"
    elif fort:
        aufgegeben = [art for art in fort if art in AUFGEBBAR]
        if aufgegeben:
            yield f"{_namen(aufgegeben)} aufgegeben"
        if beendet := [art for art in fort if art not in AUFGEBBAR]:
            yield f"{_namen(beendet)} {'entfällt' if len(beendet) == 1 else 'entfallen'}"
    elif dazu:
        yield f"{_namen(dazu)} {'kommt' if len(dazu) == 1 else 'kommen'} hinzu"
    if bleibt:
        yield f"{_namen(bleibt)} {'bleibt' if len(bleibt) == 1 else 'bleiben'}"


def _namen(arten: list[TerminArt]) -> str:
    return aufzaehlung([TERMINARTEN[art] for art in arten])


def _ohne_datum(wechsel: Terminwechsel, rueckwaerts: Seiten | None) -> str | None:
    """Say that a rhythm lost the year it counted from, so nobody can say when it is due."""
    if not wechsel.ohne_datum:
        return None
    return (
        f"in {rueckwaerts[1]} folgt kein Datum daraus" if rueckwaerts else "es folgt kein Datum mehr daraus"
    )


def _turnus(alt: int | None, neu: int | None, rueckwaerts: Seiten | None) -> str:
    if neu is None:
        return f"Turnus ohne Anfangsjahr, {f'in {rueckwaerts[0]}' if rueckwaerts else 'bisher'} ab {alt}"
    return f"Turnus zählt ab {neu}" + (f" statt ab {alt}" if alt is not None else "")
