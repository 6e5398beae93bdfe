"""How SMART the Maßnahmen of a Fassung are: each judged by five criteria, with every reason named.

The method is the one that source 001, chapter 3, says its goals and Maßnahmen were shaped by.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.element import Ebene, Textart
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.termin import TerminArt, ist_moeglich
from konzept.reports.akteur import gliederungsnummer
from konzept.reports.konzept_bezuege import Verweis
from konzept.reports.smart_regeln import LUECKEN, Grund, Kriterium, Lage, Regel
from konzept.reports.smart_wortlaut import gruende as wortlautgruende

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.terminangabe import Termin

HOECHSTENS_FEDERFUEHREND = 4
"""Where more bodies lead together, hardly one of them does."""
_UNBEZIFFERT = ("nicht bezifferbar", "nicht beziffert", "noch offen", "unbekannt")


@dataclass(frozen=True, slots=True)
class Smarturteil:
    """One Maßnahme with all that speaks against it; ``offen`` are the criteria that were not judged."""

    id: str
    nummer: str
    titel: str
    gruende: tuple[Grund, ...]
    offen: frozenset[Kriterium]

    def lage(self, kriterium: Kriterium) -> Lage:
        """Say how it stands by one criterion; a gap weighs more than a weakness."""
        regeln = {grund.regel for grund in self.gruende if grund.kriterium is kriterium}
        if regeln & LUECKEN:
            return Lage.FEHLT
        if regeln:
            return Lage.MANGEL
        return Lage.OFFEN if kriterium in self.offen else Lage.ERFUELLT


@dataclass(frozen=True, slots=True)
class Smartfeld:
    """One Handlungsfeld with its Maßnahmen in reading order."""

    verweis: Verweis
    urteile: tuple[Smarturteil, ...]


@dataclass(frozen=True, slots=True)
class Smartbericht:
    """The judgement of one Fassung; Handlungsfelder without a Maßnahme are left out."""

    fassung: Fassung
    felder: tuple[Smartfeld, ...]

    @property
    def urteile(self) -> tuple[Smarturteil, ...]:
        """Every Maßnahme that was judged."""
        return tuple(urteil for feld in self.felder for urteil in feld.urteile)

    def zahlen(self, kriterium: Kriterium) -> dict[Lage, int]:
        """Count by one criterion; every Lage is a key, and together they are all Maßnahmen."""
        gezaehlt = Counter(urteil.lage(kriterium) for urteil in self.urteile)
        return {lage: gezaehlt[lage] for lage in Lage}

    def funde(self, regel: Regel) -> tuple[tuple[Smarturteil, Grund], ...]:
        """Return each Maßnahme in which a rule found something, with what it found."""
        return tuple(
            (urteil, grund) for urteil in self.urteile for grund in urteil.gruende if grund.regel is regel
        )


def smart(plan: Plan, fassung: Fassung, dateien: Collection[str] | None = None) -> Smartbericht:
    """Judge every Maßnahme of ``fassung``, or only those written in ``dateien``.

    In a Fassung that is known in parts only, what is missing is unknown: its gaps are not judged.
    """
    vollstaendig = fassung.rahmen.vollstaendig
    je_datei: dict[str, list[Smarturteil]] = {}
    for stelle in fassung.massnahmen():
        if isinstance(stelle.gegenstand, Massnahme):
            urteil = _urteil(plan, stelle, stelle.gegenstand, vollstaendig=vollstaendig)
            je_datei.setdefault(str(stelle.pfad[0]), []).append(urteil)
    felder = zip(fassung.dateien, fassung.handlungsfelder, strict=True)
    return Smartbericht(
        fassung,
        tuple(
            Smartfeld(Verweis(Ebene.HANDLUNGSFELD, feld.id, feld.nummer, feld.titel), tuple(je_datei[datei]))
            for datei, feld in felder
            if datei in je_datei and (dateien is None or datei in dateien)
        ),
    )


def _urteil(plan: Plan, stelle: Stelle, massnahme: Massnahme, *, vollstaendig: bool) -> Smarturteil:
    offen = set()
    gruende: list[Grund] = []
    if massnahme.textart is Textart.ZUSAMMENFASSUNG:
        offen.add(Kriterium.SPEZIFISCH)  # the words are not those that were adopted
    else:
        gruende += wortlautgruende(massnahme.text)
    gruende += _messbar(stelle)
    gruende += _attraktiv(plan, massnahme)
    gruende += _realistisch(massnahme)
    gruende += _terminiert(plan, massnahme.termin or (stelle.ziel.termin if stelle.ziel else None))
    if not vollstaendig:
        offen |= {grund.kriterium for grund in gruende if grund.regel in LUECKEN}
        gruende = [grund for grund in gruende if grund.regel not in LUECKEN]
    return Smarturteil(
        massnahme.id, gliederungsnummer(stelle), massnahme.anzeigetitel, tuple(gruende), frozenset(offen)
    )


def _messbar(stelle: Stelle) -> Iterator[Grund]:
    """Ask for an indicator, of the Maßnahme or of what stands right above it, with a value to be reached."""
    eltern = stelle.ziel or stelle.feld
    indikatoren = (*stelle.gegenstand.indikatoren, *(eltern.indikatoren if eltern else ()))
    if not indikatoren:
        yield Grund(Regel.OHNE_INDIKATOR)
    elif all(indikator.zielwert is None for indikator in indikatoren):
        yield Grund(Regel.OHNE_ZIELWERT, tuple(indikator.titel for indikator in indikatoren))


def _attraktiv(plan: Plan, massnahme: Massnahme) -> Iterator[Grund]:
    """Ask for a leader with a name, and not everybody at once: what nobody makes his own attracts nobody."""
    if not massnahme.zustaendigkeiten:
        yield Grund(Regel.OHNE_ZUSTAENDIGKEIT)
        return
    ids = dict.fromkeys(z.akteur for z in massnahme.zustaendigkeiten if z.rolle is Rolle.FEDERFUEHREND)
    akteure = [plan.akteur_nach_id[one] for one in ids if one in plan.akteur_nach_id]
    namen = tuple(akteur.kurz or akteur.name for akteur in akteure)
    if not ids:
        yield Grund(Regel.OHNE_FEDERFUEHRUNG)
    elif akteure and all(akteur.art is Akteurart.GRUPPE for akteur in akteure):
        yield Grund(Regel.FEDERFUEHRUNG_UNBENANNT, namen)
    elif len(ids) > HOECHSTENS_FEDERFUEHREND:
        yield Grund(Regel.FEDERFUEHRUNG_VERTEILT, (str(len(ids)),))


def _realistisch(massnahme: Massnahme) -> Iterator[Grund]:
    """Ask who pays; where neither costs nor a payer is named, nobody can tell whether it can be done."""
    bezahlt = bool(massnahme.foerderungen) or any(
        z.rolle is Rolle.FOERDERND for z in massnahme.zustaendigkeiten
    )
    kosten = massnahme.kosten
    if bezahlt:
        return
    if kosten is None:
        yield Grund(Regel.OHNE_KOSTEN)
    elif kosten.betrag is None and any(wort in (kosten.text or "").casefold() for wort in _UNBEZIFFERT):
        yield Grund(Regel.KOSTEN_UNBEZIFFERT, (kosten.text or "",))
    else:
        yield Grund(Regel.KOSTEN_OHNE_FOERDERUNG)


def _terminiert(plan: Plan, termin: Termin | None) -> Iterator[Grund]:
    """Ask for one day at least: a Frist, the end of a span, or a rhythm that can be counted."""
    if termin is None:
        yield Grund(Regel.OHNE_TERMIN)
        return
    teile = termin.lies(plan.einstellungen.fristworte)
    datiert = any(
        teil.ende is not None
        or (
            teil.art is TerminArt.WIEDERKEHREND
            and teil.rrule is not None
            and not ist_moeglich(teil, termin.turnus_ab)
        )
        for teil in teile
    )
    if datiert:
        return
    laeuft = any(teil.art is TerminArt.LAUFEND for teil in teile)
    yield Grund(Regel.TERMIN_OHNE_ENDE if laeuft else Regel.TERMIN_OHNE_DATUM, (termin.text,))
