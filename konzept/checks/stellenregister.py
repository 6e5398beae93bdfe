"""The register of bodies against the plan: who is named must exist in that time, who is listed should be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.checks.tage import tag
from konzept.checks.termine import letzter_tag as ende_des_teils
from konzept.diagnostics import Severity, Verwandt
from konzept.domain.akteur import Akteurart
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.plan import AKTEURE_DATEI
from konzept.domain.termin import TerminArt
from konzept.domain.werte import gefaltet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.diagnostics import Befund, DataPath, SourceMap
    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan


def aufgeloeste(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Who is responsible exists when the Fassung begins and, in the newest one, until the Termin is over.

    A Fassung that another one carries on is history: that a body ended in its time is no fault of it.
    """
    endend = {akteur.id: akteur for akteur in plan.akteure if akteur.gueltig_bis}
    abgeloest = {fassung.rahmen.vorgaenger for fassung in plan.fassungen}
    for fassung in plan.fassungen if endend else ():
        for stelle in fassung.massnahmen():
            massnahme = stelle.gegenstand
            if not isinstance(massnahme, Massnahme):
                continue
            for i, zustaendigkeit in enumerate(massnahme.zustaendigkeiten):
                akteur = endend.get(zustaendigkeit.akteur)
                if akteur is None or akteur.gueltig_bis is None:
                    continue
                bis = akteur.gueltig_bis.letzter_tag
                grund = _zu_frueh(bis, fassung, None if fassung.id in abgeloest else stelle, plan)
                if grund:
                    yield source.befund(
                        "akteur-aufgeloest",
                        Severity.WARNUNG,
                        source.value((*stelle.pfad, "zustaendigkeiten", i, "akteur")),
                        f"»{akteur.id}« besteht nur bis {akteur.gueltig_bis}; {grund}.",
                        _nachfolge(akteur, plan),
                        verwandte=(
                            Verwandt(source.value(_im_register(akteur, plan)), "steht im Register hier"),
                        ),
                    )


def _zu_frueh(bis: date, fassung: Fassung, stelle: Stelle | None, plan: Plan) -> str | None:
    beginn = fassung.erster_tag or fassung.angenommen_am
    if bis < beginn:
        return f"die Fassung {fassung.id} beginnt erst am {tag(beginn)}"
    ende = letzter_tag(stelle, plan, fassung.letzter_tag) if stelle else None
    if ende and bis < ende:
        return f"die Maßnahme geht bis {tag(ende)}"
    return None


def letzter_tag(stelle: Stelle, plan: Plan, offen: date | None) -> date | None:
    """Return the last day of a Maßnahme: of its Termin, else its goal's; ``offen`` of what runs on without an end.

    None where nothing tells.
    """
    termin = stelle.termin or (stelle.ziel.termin if stelle.ziel else None)
    enden: list[date | None] = []
    for teil in termin.lies(plan.einstellungen.fristworte) if termin else ():
        ende = ende_des_teils(teil)
        endlos = teil.art in {TerminArt.LAUFEND, TerminArt.WIEDERKEHREND} and ende is None
        enden.append(offen if endlos else ende)
    return max((ende for ende in enden if ende), default=None)


def _im_register(akteur: Akteur, plan: Plan) -> DataPath:
    return (AKTEURE_DATEI, "akteure", plan.akteure.index(akteur), "gueltig_bis")


def _nachfolge(akteur: Akteur, plan: Plan) -> str:
    nachfolger = plan.akteur_nach_id.get(akteur.nachfolger or "")
    if nachfolger is None:
        return f"Nennen Sie die Stelle, die es jetzt tut, oder prüfen Sie »gueltig_bis« in {AKTEURE_DATEI}."
    name = f"»{nachfolger.id}« ({nachfolger.name})"
    return f"Nachfolger ist {name}. Ist diese Fassung beschlossen, nennt ihn erst die nächste."


def ohne_massnahme(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every body of the register has a part in some Maßnahme, has reported, or stands above or behind one that has.

    Committees are named in the resolutions, not in Maßnahmen. Of a plan without a complete Fassung nobody can tell.
    """
    if not any(fassung.rahmen.vollstaendig for fassung in plan.fassungen) or plan.unlesbare_dateien:
        return
    genannt = _genannte(plan)
    if not genannt:
        return
    offen = list(genannt)
    while offen:
        stelle = plan.akteur_nach_id.get(offen.pop())
        weitere = (
            {name for name in (stelle.gehoert_zu, stelle.nachfolger) if name} - genannt if stelle else set()
        )
        genannt |= weitere
        offen += sorted(weitere)
    namen = {gefaltet(akteur.name) for akteur in plan.akteure if akteur.id in genannt}
    for i, akteur in enumerate(plan.akteure):
        pfad = (AKTEURE_DATEI, "akteure", i, "id")
        doppelt = gefaltet(akteur.name) in namen  # then another check says so
        if akteur.art is Akteurart.GREMIUM or akteur.id in genannt or doppelt:
            continue
        if pfad not in source.faulty:
            yield source.befund(
                "akteur-ohne-massnahme",
                Severity.HINWEIS,
                source.value(pfad),
                f"»{akteur.id}« ({akteur.name}) ist in keiner Fassung an einer Maßnahme beteiligt.",
                "Streichen Sie den Eintrag, wenn ihn niemand braucht, oder nennen Sie die Stelle bei ihrer Maßnahme.",
            )


def _genannte(plan: Plan) -> set[str]:
    genannt: set[str] = set()
    for fassung in plan.fassungen:
        for stelle in fassung.massnahmen():
            if isinstance(stelle.gegenstand, Massnahme):
                genannt.update(one.akteur for one in stelle.gegenstand.zustaendigkeiten)
        genannt.update(
            meldung.von or "" for meldung in (fassung.sachstand.eintraege if fassung.sachstand else ())
        )
    return genannt
