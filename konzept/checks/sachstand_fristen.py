"""What the log says is done: a Teil that the Termin has, and a Frist that this Teil has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from konzept.checks.sachstand import meldungen
from konzept.diagnostics import Severity
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.plan import KONZEPT_DATEI
from konzept.domain.termin import TerminArt, fristen, ist_moeglich
from konzept.domain.terminangabe import Termin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.termin import Teil

_UMKREIS = timedelta(days=800)
_NENNE_FRISTEN = 3


@dataclass(frozen=True, slots=True)
class _Geltend:
    """The Termin that holds for a Maßnahme, and one part of it (from 1)."""

    fassung: Fassung
    termin: Termin
    teile: tuple[Teil, ...]
    nummer: int

    @property
    def teil(self) -> Teil:
        """The part."""
        return self.teile[self.nummer - 1]


def erfuellungen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """What a report fulfils is a Teil that the Termin has, and a Frist that this Teil has.

    The Termin is that of the plan, or the new one that a report sets by a Beschluss, from that report on.
    """
    if _ohne_einstellungen(plan, source):
        return
    stellen = {
        fassung.id: {stelle.id: stelle for stelle in fassung.massnahmen()} for fassung in plan.fassungen
    }
    gesetzt: dict[tuple[str, str], Termin] = {}
    for fassung, pfad, meldung in sorted(meldungen(plan), key=lambda ort: ort[2].am):
        stelle = stellen[fassung.id].get(meldung.massnahme)
        if stelle is None or source.is_faulty(stelle.pfad):
            continue
        name = (fassung.id, meldung.massnahme)
        if meldung.setzt_termin and meldung.neuer_termin:
            gesetzt[name] = Termin(text=meldung.neuer_termin)
        termin = gesetzt.get(name) or _termin(stelle)
        teile = termin.lies(plan.einstellungen.fristworte) if termin else ()
        for i, erfuellung in enumerate(meldung.erfuellt):
            ort = (*pfad, "erfuellt", i)
            if termin is None or not 1 <= erfuellung.teil <= len(teile):
                yield source.befund(
                    "teil-unbekannt",
                    Severity.WARNUNG,
                    source.value((*ort, "teil")),
                    _kein_teil(meldung.massnahme, erfuellung.teil, termin, len(teile)),
                    _hilfe_zum_teil(teile),
                )
            elif erfuellung.frist:
                geltend = _Geltend(fassung, termin, teile, erfuellung.teil)
                umkreis = _fristen_um(erfuellung.frist, geltend)
                if erfuellung.frist not in umkreis:
                    yield source.befund(
                        "frist-unbekannt",
                        Severity.WARNUNG,
                        source.value((*ort, "frist")),
                        f"Der Termin von »{meldung.massnahme}« (»{geltend.teil.text}«) "
                        f"hat in Teil {erfuellung.teil} keine Frist am {erfuellung.frist}.",
                        _hilfe_zur_frist(erfuellung.frist, umkreis, geltend),
                    )


def _ohne_einstellungen(plan: Plan, source: SourceMap) -> bool:
    """Tell whether what kurzfristig means could not be read."""
    ganz = KONZEPT_DATEI in plan.unlesbare_dateien or (KONZEPT_DATEI,) in source.faulty
    return ganz or source.is_faulty((KONZEPT_DATEI, "fristen"))


def _termin(stelle: Stelle) -> Termin | None:
    massnahme = stelle.gegenstand
    eigener = massnahme.termin if isinstance(massnahme, Massnahme) else None
    return eigener or (stelle.ziel.termin if stelle.ziel else None)


def _kein_teil(massnahme: str, nummer: int, termin: Termin | None, anzahl: int) -> str:
    if termin is None:
        return f"»{massnahme}« hat keinen Termin, also auch keinen Teil {nummer}."
    hat = "nur einen Teil" if anzahl == 1 else f"{anzahl} Teile"
    return f"Der Termin von »{massnahme}« (»{termin.text}«) hat {hat}; einen Teil {nummer} gibt es nicht."


def _hilfe_zum_teil(teile: tuple[Teil, ...]) -> str:
    if not teile:
        return "Ohne Termin sagt »stand: umgesetzt«, dass sie erledigt ist; »erfuellt« entfällt."
    if len(teile) == 1:
        return "Teile werden von 1 an gezählt; ein einfacher Termin hat nur Teil 1."
    gezaehlt = ", ".join(f"{nummer} = »{teil.text}«" for nummer, teil in enumerate(teile, start=1))
    return f"Teile werden von 1 an gezählt: {gezaehlt}."


def _fristen_um(tag: date, geltend: _Geltend) -> tuple[date, ...]:
    """Return the Fristen of one part some two years around a day; of a part with one Frist that one."""
    einzige = geltend.teil.ende
    if geltend.teil.art in {TerminArt.FAELLIG, TerminArt.ZEITRAUM}:
        return () if einzige is None else (einzige,)
    umkreis = fristen(
        geltend.teile,
        date.fromordinal(max(tag.toordinal() - _UMKREIS.days, 1)),
        date.fromordinal(min(tag.toordinal() + _UMKREIS.days, date.max.toordinal())),
        anker_von=geltend.fassung.angenommen_am,
        anker_bis=geltend.fassung.letzter_tag,
        turnus_ab=geltend.termin.turnus_ab,
    )
    return tuple(frist.faellig for frist in umkreis if frist.teil == geltend.nummer)


def _hilfe_zur_frist(tag: date, umkreis: tuple[date, ...], geltend: _Geltend) -> str:
    """Name the nearest Fristen as they are to be written, or say why there are none."""
    nahe = sorted(sorted(umkreis, key=lambda frist: abs(frist - tag))[:_NENNE_FRISTEN])
    if len(nahe) == 1:
        return f"Seine Frist ist {nahe[0]}."
    if nahe:
        return f"Die nächstliegenden Fristen sind: {', '.join(map(str, nahe))}."
    if ist_moeglich(geltend.teil, geltend.termin.turnus_ab):
        return (
            "Ohne Anfangsjahr hat der Turnus keine Fristen; nennen Sie es mit »turnus_ab«, "
            "oder lassen Sie »frist« weg."
        )
    if geltend.teil.art is not TerminArt.WIEDERKEHREND:
        return "Dieser Teil hat keine Frist; lassen Sie »frist« weg."
    return "In diesen Jahren hat der Teil keine Frist; »konzept termin« zeigt, wie ein Wortlaut gelesen wird."
