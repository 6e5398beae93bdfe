"""The Zeitplan of a Fassung: years × Maßnahmen, each part of a Termin with what it has in every year.

The dates are those of ``due`` (design §5), and so is how each of them stands on the Stichtag. What names no day is
in the rows all the same: what runs covers its years, and what cannot be dated says so (``Zeitplanteil.offen``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.domain.termin import TerminArt
from konzept.domain.terminangabe import Termin
from konzept.reports.due_einordnung import einordnen
from konzept.reports.due_frage import Frage
from konzept.reports.due_meldung import Meldestand, meldestaende, mit_frueheren, stand_des_ziels
from konzept.reports.due_teil import teiltermine
from konzept.reports.konzept_bezuege import Verweis, verweis
from konzept.reports.liste import oberhalb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.termin import Teil
    from konzept.reports.due_gruppe import Gruppe
    from konzept.reports.due_teil import Teiltermin

HOECHSTENS = 12
"""So many years stand side by side; Fristen after them are named beside the grid."""
ANFANG = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Planfrist:
    """One Frist and how it stands on the Stichtag, in the groups of ``due``."""

    tag: date
    gruppe: Gruppe


@dataclass(frozen=True, slots=True)
class Jahresanteil:
    """What one part has in one year: its Fristen, or none where it runs, lasts or may come in it."""

    jahr: int
    fristen: tuple[Planfrist, ...] = ()


@dataclass(frozen=True, slots=True)
class Zeitplanteil:
    """Part ``nummer`` (from 1) of a Termin; ``teil`` has its wording, art, span, rrule and whether it is mehrdeutig.

    ``jahre`` are the years of the grid in which it has something, in order. ``vorher`` and ``nachher`` are single
    Fristen outside of these years. ``moeglich``: a rhythm without dates for want of an anchor, its years only may be.
    """

    nummer: int
    teil: Teil
    moeglich: bool
    jahre: tuple[Jahresanteil, ...]
    vorher: tuple[Planfrist, ...] = ()
    nachher: tuple[Planfrist, ...] = ()

    @property
    def offen(self) -> bool:
        """Whether neither a day nor a year follows from the wording."""
        einmalig = self.teil.art in {TerminArt.FAELLIG, TerminArt.ZEITRAUM}
        ohne_tage = self.teil.beginn is None and self.teil.ende is None
        return self.teil.art is TerminArt.UNBESTIMMT or (einmalig and ohne_tage)

    @property
    def fristen(self) -> tuple[Planfrist, ...]:
        """All Fristen, in the grid and beside it."""
        innen = (frist for anteil in self.jahre for frist in anteil.fristen)
        return (*self.vorher, *innen, *self.nachher)


@dataclass(frozen=True, slots=True)
class Zeitplanzeile:
    """One Maßnahme, or a goal whose Termin holds for no Maßnahme.

    ``termin`` is its own, else that of its goal, or what a Beschluss in the log has put in its place (``gesetzt``);
    None where there is none. ``federfuehrend`` are short names.
    """

    verweis: Verweis
    feld: Verweis | None
    ziel: Verweis | None
    termin: str | None
    gesetzt: bool
    teile: tuple[Zeitplanteil, ...]
    federfuehrend: tuple[str, ...]

    @property
    def ist_massnahme(self) -> bool:
        """Whether the row is that of a Maßnahme."""
        return self.verweis.ebene is Ebene.MASSNAHME


@dataclass(frozen=True, slots=True)
class Zeitplan:
    """The grid: its years, and the rows of each Handlungsfeld in reading order; a field without rows has none."""

    fassung: Fassung
    stichtag: date
    jahre: tuple[int, ...]
    felder: tuple[tuple[Verweis, tuple[Zeitplanzeile, ...]], ...]

    @property
    def zeilen(self) -> tuple[Zeitplanzeile, ...]:
        """All rows in reading order."""
        return tuple(zeile for _, zeilen in self.felder for zeile in zeilen)


def zeitplan(plan: Plan, fassung: Fassung, stichtag: date) -> Zeitplan:
    """Lay every Termin of ``fassung`` over its years, as known on ``stichtag``.

    The years are those in which the Fassung is in force; where it names no end, up to the last single Frist or the
    Stichtag, whichever is later; never more than ``HOECHSTENS``.
    """
    bekannt = mit_frueheren(meldestaende(fassung.sachstand, stichtag), plan, fassung, stichtag)
    orte = [(stelle, _meldestand(stelle, bekannt)) for stelle in fassung.stellen() if _zaehlt(stelle)]
    termine = [_termin(stelle, meldestand) for stelle, meldestand in orte]
    worte = plan.einstellungen.fristworte
    enden = [
        teil.ende
        for termin in termine
        for teil in (termin.lies(worte) if termin else ())
        if teil.ende is not None and teil.art is not TerminArt.WIEDERKEHREND
    ]
    jahre = _jahre(fassung, stichtag, enden)
    frage = Frage(ANFANG, max([date(jahre[-1], 12, 31), *enden]), stichtag)
    bauer = _Bauer(plan, fassung, jahre, frage)
    zeilen: dict[str, list[Zeitplanzeile]] = {feld.id: [] for feld in fassung.handlungsfelder}
    for (stelle, meldestand), termin in zip(orte, termine, strict=True):
        if stelle.feld is not None:
            zeilen[stelle.feld.id].append(bauer.zeile(stelle, meldestand, termin))
    felder = tuple(
        (Verweis(Ebene.HANDLUNGSFELD, feld.id, feld.nummer, feld.titel), tuple(zeilen[feld.id]))
        for feld in fassung.handlungsfelder
    )
    return Zeitplan(fassung, stichtag, jahre, felder)


def _zaehlt(stelle: Stelle) -> bool:
    """Tell whether a place has a row: a Maßnahme, or a goal with a Termin and without Maßnahmen."""
    gegenstand = stelle.gegenstand
    if isinstance(gegenstand, Handlungsziel):
        return gegenstand.termin is not None and not gegenstand.massnahmen
    return isinstance(gegenstand, Massnahme)


def _meldestand(stelle: Stelle, bekannt: dict[str, Meldestand]) -> Meldestand:
    return bekannt.get(stelle.id, Meldestand()) if stelle.ebene is Ebene.MASSNAHME else stand_des_ziels(())


def _termin(stelle: Stelle, meldestand: Meldestand) -> Termin | None:
    """Return the Termin that holds on the Stichtag, one set by a Beschluss even where the plan gives none."""
    gesetzt = meldestand.beschlossen
    if gesetzt is not None and gesetzt.neuer_termin is not None:
        return Termin(text=gesetzt.neuer_termin)
    return stelle.termin or (stelle.ziel.termin if stelle.ziel else None)


def _jahre(fassung: Fassung, stichtag: date, enden: list[date]) -> tuple[int, ...]:
    erstes = (fassung.erster_tag or fassung.angenommen_am).year
    letzter = fassung.letzter_tag or max([stichtag, *enden])
    return tuple(range(erstes, min(max(letzter.year, erstes), erstes + HOECHSTENS - 1) + 1))


@dataclass(frozen=True, slots=True)
class _Bauer:
    plan: Plan
    fassung: Fassung
    jahre: tuple[int, ...]
    frage: Frage

    def zeile(self, stelle: Stelle, meldestand: Meldestand, termin: Termin | None) -> Zeitplanzeile:
        feld, ziel = oberhalb(stelle)
        teile = teiltermine(termin, self.fassung, self.plan.einstellungen, self.frage.bis) if termin else ()
        return Zeitplanzeile(
            verweis=verweis(stelle),
            feld=feld,
            ziel=ziel,
            termin=termin.text if termin else None,
            gesetzt=meldestand.beschlossen is not None,
            teile=tuple(self._teil(teil, meldestand) for teil in teile),
            federfuehrend=tuple(self._federfuehrend(stelle)),
        )

    def _teil(self, teiltermin: Teiltermin, meldestand: Meldestand) -> Zeitplanteil:
        fristen = [
            Planfrist(one.faellig, one.gruppe)
            for one in einordnen(teiltermin, meldestand, self.frage)
            if one.faellig is not None and teiltermin.tage
        ]
        einmalig = not teiltermin.wiederkehrend
        return Zeitplanteil(
            nummer=teiltermin.nummer,
            teil=teiltermin.teil,
            moeglich=teiltermin.moeglich,
            jahre=tuple(self._jahresanteile(teiltermin, fristen)),
            vorher=tuple(one for one in fristen if einmalig and one.tag.year < self.jahre[0]),
            nachher=tuple(one for one in fristen if einmalig and one.tag.year > self.jahre[-1]),
        )

    def _jahresanteile(self, teiltermin: Teiltermin, fristen: list[Planfrist]) -> Iterator[Jahresanteil]:
        for jahr in self.jahre:
            im_jahr = tuple(one for one in fristen if one.tag.year == jahr)
            if im_jahr or _waehrt(teiltermin, jahr):
                yield Jahresanteil(jahr, im_jahr)

    def _federfuehrend(self, stelle: Stelle) -> Iterator[str]:
        massnahme = stelle.gegenstand
        if not isinstance(massnahme, Massnahme):
            return
        ids = [one.akteur for one in massnahme.zustaendigkeiten if one.rolle is Rolle.FEDERFUEHREND]
        for name in dict.fromkeys(ids):
            akteur = self.plan.akteur_nach_id.get(name)
            yield (akteur.kurz or akteur.name) if akteur else name


def _waehrt(teiltermin: Teiltermin, jahr: int) -> bool:
    """Tell whether a part covers a year without a Frist in it: it runs, lasts, or comes again on no known day."""
    teil = teiltermin.teil
    ohne_tage = teiltermin.wiederkehrend and (teiltermin.moeglich or teiltermin.rhythmus is None)
    dauert = teil.art is TerminArt.ZEITRAUM and (teil.beginn or teil.ende) is not None
    if not (ohne_tage or dauert or teil.art is TerminArt.LAUFEND):
        return False
    nach_beginn = teil.beginn is None or teil.beginn.year <= jahr
    return nach_beginn and (teil.ende is None or jahr <= teil.ende.year)
