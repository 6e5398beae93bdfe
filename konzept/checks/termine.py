"""Termine: wordings and rules that cannot be read, that contradict themselves, are over, or lack a first year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from konzept.checks.tage import tag
from konzept.diagnostics import Severity
from konzept.domain.termin import TerminArt, ist_moeglich, rrule_lesbar
from konzept.domain.termin.rhythmus import lies_regel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin


_STAND = re.compile(
    "(?:bereits |schon |noch |teilweise |vollständig |nicht |größtenteils )*"
    "(?:umgesetzt|erledigt|abgeschlossen|beendet|realisiert|fertig|fertiggestellt|begonnen|gestartet|angelaufen"
    "|zurückgestellt|verschoben|entfallen|entfällt|keine rückmeldung)[.!]?"
)
"""Words of a report that are the whole Termin; »läuft« and »in Arbeit« are read as what goes on."""


@dataclass(frozen=True, slots=True)
class _Ort:
    """A Termin where it is written, by the id that bears it, with its parts as they are read."""

    fassung: Fassung
    name: str
    pfad: DataPath
    termin: Termin
    teile: tuple[Teil, ...]

    def feld(self, nummer: int, name: str) -> DataPath:
        """Return the path of a field of a part (from 0); what was read from the wording stands in the wording."""
        return (*self.pfad, "teile", nummer, name) if self.termin.teile else (*self.pfad, "text")


def _termine(plan: Plan, source: SourceMap) -> Iterator[_Ort]:
    """Give every Termin where it is written; not one the loader has found fault with."""
    for fassung in plan.fassungen:
        for stelle in fassung.stellen():
            pfad = (*stelle.pfad, "termin")
            if stelle.termin and not source.is_faulty(pfad):
                teile = stelle.termin.lies(plan.einstellungen.fristworte)
                yield _Ort(fassung, stelle.id, pfad, stelle.termin, teile)


def lesbarkeit(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A wording the grammar cannot read is undated, and says so; it is never read wrongly in silence."""
    for ort in _termine(plan, source):
        for teil in ort.teile:
            if not teil.gelesen and not _nennt_stand(ort.termin):
                yield source.befund(
                    "termin-unlesbar",
                    Severity.WARNUNG,
                    source.value((*ort.pfad, "text")),
                    f"Aus dem Termin »{teil.text}« lässt sich kein Datum lesen.",
                    "Er wird als unbestimmt geführt. Geben Sie unter »teile:« an, wie er gemeint ist, etwa "
                    "»teile: [{art: faellig, ende: 2022-12-31}]«.",
                )


def statt_stand(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Termin says when something is due; how far it is stands in the log (design §4)."""
    for ort in _termine(plan, source):
        if _nennt_stand(ort.termin):
            yield source.befund(
                "termin-ist-stand",
                Severity.WARNUNG,
                source.value((*ort.pfad, "text")),
                f"»{ort.termin.text}« sagt, wie weit es ist, nicht, wann es fällig ist.",
                "Schreiben Sie hier den beschlossenen Termin, etwa »bis Ende 2022«. Wie weit es ist, steht im "
                f"Sachstand: data/sachstand/{ort.fassung.id}.yaml.",
            )


def _nennt_stand(termin: Termin) -> bool:
    return not termin.teile and bool(_STAND.fullmatch(" ".join(termin.text.casefold().split())))


def regeln(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The rule of an explicit part can be read: without it a rhythm has no dates."""
    for ort in _termine(plan, source):
        for i, angabe in enumerate(ort.termin.teile):
            if angabe.rrule is not None and not rrule_lesbar(angabe.rrule):
                yield source.befund(
                    "termin-rrule-unlesbar",
                    Severity.WARNUNG,
                    source.value(ort.feld(i, "rrule")),
                    f"Die Regel »{angabe.rrule}« lässt sich nicht lesen; Teil {i + 1} hat so keine Fristen.",
                    "Geschrieben wird sie wie in RFC 5545, ohne DTSTART: »FREQ=MONTHLY;INTERVAL=3« heißt "
                    "vierteljährlich, »FREQ=YEARLY;BYMONTH=9« jährlich im September.",
                )


def reihenfolge(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A part does not end before it begins, whether read or given, nor before the year its rhythm counts from."""
    for ort in _termine(plan, source):
        for i, teil in enumerate(ort.teile):
            ende = letzter_tag(teil)
            if ende is None or not _verkehrt(ort.termin, teil):
                continue
            pfad = ort.feld(i, "ende" if teil.ende == ende else "rrule")
            hilfe = "Prüfen Sie die Jahreszahlen."
            if not (teil.beginn and ende < teil.beginn):
                pfad = (*ort.pfad, "turnus_ab")
                meldung = f"Der Turnus zählt ab {ort.termin.turnus_ab}, endet aber schon am {tag(ende)}."
                hilfe = "»turnus_ab« ist ein Jahr, in dem etwas fällig ist oder war."
            elif ort.termin.teile and teil.ende == ende:
                meldung = f"»ende: {ende}« liegt vor »beginn: {teil.beginn}«."
            else:
                meldung = f"Dieser Termin endet am {tag(ende)}, bevor er am {tag(teil.beginn)} beginnt."
            yield source.befund("termin-verkehrt", Severity.WARNUNG, source.value(pfad), meldung, hilfe)


def widersprueche(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What is given beside the wording goes with it: a rule and ``turnus_ab`` with a rhythm, faellig with a day."""
    for ort in _termine(plan, source):
        for pfad, meldung, hilfe in _unpassendes(ort):
            yield source.befund("termin-widerspruch", Severity.WARNUNG, source.value(pfad), meldung, hilfe)


def _unpassendes(ort: _Ort) -> Iterator[tuple[DataPath, str, str]]:
    if ort.termin.turnus_ab and all(teil.art is not TerminArt.WIEDERKEHREND for teil in ort.teile):
        yield (
            (*ort.pfad, "turnus_ab"),
            f"»turnus_ab« bewirkt nichts: Aus »{ort.termin.text}« ist kein Turnus gelesen.",
            "Streichen Sie die Angabe, oder geben Sie unter »teile:« einen Teil mit »art: wiederkehrend« an.",
        )
    for i, angabe in enumerate(ort.termin.teile):
        if angabe.rrule is not None and angabe.art is not TerminArt.WIEDERKEHREND:
            yield (
                ort.feld(i, "rrule"),
                f"Die Regel bewirkt nichts: Teil {i + 1} ist als »{angabe.art}« angegeben.",
                "Eine Regel gehört zu »art: wiederkehrend«.",
            )
        if angabe.art is TerminArt.FAELLIG and angabe.ende is None:
            yield (
                ort.feld(i, "art"),
                f"Teil {i + 1} soll fällig werden, nennt aber keinen Tag.",
                "Der Tag steht unter »ende«, etwa »ende: 2022-12-31«; ohne Tag heißt es »art: unbestimmt«.",
            )


def veraltete(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A Fassung does not set itself a Termin that is over when it begins (issue 3), nor one with a part that is.

    What runs or recurs without an end is never over, and of what has no date nobody knows. A part that is over goes
    without saying where such a part goes on from it (»Fertigstellung 2018, dann fortlaufend«): it tells how things
    came about. Taken over from the Vorgänger it is one more decision (issue 4), until the Fassung's own log calls
    the part done. Where a Fassung is known in parts only, its beginning is not judged either.
    """
    akten = {fassung.id: _Akte(plan, fassung) for fassung in plan.fassungen}
    for ort in _termine(plan, source):
        beginn = _beginn(ort.fassung)
        enden = [letzter_tag(teil) for teil in ort.teile]
        vorbei = [i for i, ende in enumerate(enden) if ende and ende < beginn]
        if not vorbei or not ort.fassung.rahmen.vollstaendig:
            continue
        if any(_verkehrt(ort.termin, teil) for teil in ort.teile):
            continue  # which day is wrong nobody knows
        if len(vorbei) < len(enden):
            akte = akten[ort.fassung.id]
            alte = akte.teile_davor(ort.name) if None in enden else None
            erfuellt = akte.erfuellt.get(ort.name, ())
            vorbei = [
                i
                for i in vorbei
                if i + 1 not in erfuellt and (alte is None or (ort.teile[i].text, enden[i]) in alte)
            ]
        if vorbei:
            yield _veraltet(ort, vorbei, akten[ort.fassung.id], source)


def _veraltet(ort: _Ort, vorbei: list[int], akte: _Akte, source: SourceMap) -> Befund:
    """Make the finding on the parts (from 0) that are over; it stands at the one that ended last."""
    enden = {i: ende for i in vorbei if (ende := letzter_tag(ort.teile[i]))}
    i = max(enden, key=lambda nummer: (enden[nummer], -nummer))
    beginnt = f"die Fassung {ort.fassung.id} beginnt erst am {tag(_beginn(ort.fassung))}."
    ganz = len(enden) == len(ort.teile)
    if ganz:
        meldung = f"Dieser Termin war am {tag(enden[i])} vorbei; {beginnt}"
    else:
        genannt = [f"»{ort.teile[nummer].text}« am {tag(ende)}" for nummer, ende in enden.items()]
        meldung = f"Von diesem Termin war schon vorbei: {' und '.join(genannt)}; {beginnt}"
    davor = akte.teile_davor(ort.name)
    if all((ort.teile[nummer].text, ende) in davor for nummer, ende in enden.items()):
        was = "den Termin" if ganz else "diesen Teil"
        hilfe = f"Legen Sie {was} neu fest, oder streichen Sie ihn; so steht er schon in der Fassung davor."
    else:
        bleibt = "bleibt der Wortlaut" if ganz else "kann dieser Teil entfallen"
        hilfe = f"Prüfen Sie die Jahreszahl. Stimmt sie, {bleibt}; ob es erledigt ist, sagt der Sachstand."
    pfad = ort.feld(i, "ende" if ort.teile[i].ende == enden[i] else "rrule")
    return source.befund("termin-veraltet", Severity.WARNUNG, source.value(pfad), meldung, hilfe)


class _Akte:
    """What the log of a Fassung and the Fassung before it say of the Termine; looked up once it is asked for."""

    def __init__(self, plan: Plan, fassung: Fassung) -> None:
        self._plan = plan
        self._fassung = fassung

    @cached_property
    def erfuellt(self) -> dict[str, set[int]]:
        """The parts (from 1) of its Termin that a report on a Maßnahme calls done."""
        teile: dict[str, set[int]] = {}
        for meldung in self._fassung.sachstand.eintraege if self._fassung.sachstand else ():
            teile.setdefault(meldung.massnahme, set()).update(one.teil for one in meldung.erfuellt)
        return teile

    def teile_davor(self, name: str) -> set[tuple[str, date | None]]:
        """Return the parts that the Termin of an id had in the Fassung before, with their last days."""
        termin = self._termine_davor.get(name)
        teile = termin.lies(self._plan.einstellungen.fristworte) if termin else ()
        return {(teil.text, letzter_tag(teil)) for teil in teile}

    @cached_property
    def _termine_davor(self) -> dict[str, Termin | None]:
        alt = self._plan.vorgaenger(self._fassung)
        return {stelle.id: stelle.termin for stelle in alt.stellen()} if alt else {}


def ohne_anker(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A rhythm over more than its calendar unit names the year it counts from; else it has no date at all."""
    for ort in _termine(plan, source):
        for i, teil in enumerate(ort.teile):
            if ort.fassung.rahmen.vollstaendig and ist_moeglich(teil, ort.termin.turnus_ab):
                yield source.befund(
                    "termin-ohne-anker",
                    Severity.WARNUNG,
                    source.value(ort.feld(i, "rrule")),
                    f"Aus »{teil.text}« folgt kein Datum: Es fehlt das Jahr, ab dem der Turnus zählt.",
                    "Sobald es feststeht, nennen Sie es neben dem Wortlaut: "
                    f"»termin: {{text: …, turnus_ab: {_erstes_jahr(ort.fassung)}}}«. "
                    "Bis dahin ist der Termin in »konzept due« nur möglich.",
                )


def _beginn(fassung: Fassung) -> date:
    return fassung.erster_tag or fassung.angenommen_am


def _erstes_jahr(fassung: Fassung) -> int:
    """Return the first year that lies wholly in the time of a Fassung: what a rhythm may count from."""
    beginn = max(_beginn(fassung), fassung.angenommen_am)
    return beginn.year + ((beginn.month, beginn.day) > (1, 1))


def letzter_tag(teil: Teil) -> date | None:
    """Return the last day of a part: that of a rhythm may stand in its rule."""
    if teil.art is not TerminArt.WIEDERKEHREND or teil.rrule is None or not rrule_lesbar(teil.rrule):
        return teil.ende
    return min((ende for ende in (teil.ende, lies_regel(teil.rrule).bis) if ende), default=None)


def _verkehrt(termin: Termin, teil: Teil) -> bool:
    """Tell whether a part ends before it begins, or before the year that its rhythm counts from."""
    ende = letzter_tag(teil)
    if ende is None:
        return False
    turnus = termin.turnus_ab if teil.art is TerminArt.WIEDERKEHREND else None
    return bool(teil.beginn and ende < teil.beginn) or (turnus is not None and ende.year < turnus)
