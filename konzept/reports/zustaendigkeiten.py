"""Who carries what: every body with the Maßnahmen it leads, then those it is involved in, as known on a Stichtag.

A body that no longer exists on the Stichtag keeps its Maßnahmen, for the plan names it; whoever asks for their state
asks its Nachfolger (zustaendigkeiten_anschreiben.py). Each body stands for itself: what belongs to it has its own part.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.kalender import MONATE_IM_JAHR, letzter_tag_des_monats
from konzept.domain.sachstand import ABGESCHLOSSEN
from konzept.reports.akteur import akteursbericht
from konzept.reports.due_auswahl import mit_untergeordneten
from konzept.reports.liste import liste
from konzept.reports.zustaendigkeiten_teile import (
    Anteil,
    Stellenteil,
    Zustaendigkeiten,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from konzept.domain.akteur import Akteur
    from konzept.domain.einstellungen import Berichtsrhythmus
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.akteur import Akteurzeile, Anteilnahme
    from konzept.reports.liste import Listenzeile


def zustaendigkeiten(
    plan: Plan, fassung: Fassung, stichtag: date, akteur: Akteur | None = None
) -> Zustaendigkeiten:
    """Return the bodies of ``fassung`` by kind; with ``akteur`` that one and what belongs to it, even without a part.

    Bodies without a part in this Fassung are left out, unless one of them is asked for.
    """
    einstellungen = plan.einstellungen
    gefragt = None if akteur is None else frozenset(mit_untergeordneten(plan, akteur.id))
    zeilen = {zeile.id: zeile for zeile in liste(plan, fassung, stichtag).zeilen}
    gruppen = []
    for art, stellen in akteursbericht(plan, fassung).gruppen:
        teile = tuple(
            _stelle(plan, zeile, zeilen, stichtag)
            for zeile in stellen
            if _gehoert_hinein(zeile, gefragt, akteur)
        )
        if teile:
            gruppen.append((art, teile))
    alle = [teil for _, teile in gruppen for teil in teile]
    vorlage = fassung.rahmen.vorlage
    return Zustaendigkeiten(
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        fassung=fassung,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        staende=einstellungen.staende,
        stichtag=stichtag,
        rhythmus=einstellungen.berichtsrhythmus,
        naechster_stichtag=naechster_stichtag(stichtag, einstellungen.berichtsrhythmus),
        anlaufstelle=vorlage.amt if vorlage else None,
        akteur=akteur,
        gruppen=tuple(gruppen),
        ohne=() if akteur else _ohne_zustaendigkeit(zeilen.values(), alle),
    )


def naechster_stichtag(stichtag: date, rhythmus: Berichtsrhythmus) -> date:
    """Return the last day of the calendar unit of the rhythm that ends next after ``stichtag``.

    Half-yearly these are 30.06. and 31.12. (design §5: whole calendar units, due on their last day).
    """
    monate = rhythmus.monate
    ende = ((stichtag.month - 1) // monate + 1) * monate
    tag = letzter_tag_des_monats(stichtag.year, ende)
    if tag > stichtag or stichtag.year == date.max.year:
        return tag
    jahr, monat = divmod(ende, MONATE_IM_JAHR)
    return letzter_tag_des_monats(stichtag.year + jahr, monat + monate)


def nachfolge(plan: Plan, akteur: Akteur, stichtag: date) -> Akteur | None:
    """Return who is there on the Stichtag in the place of a body that is not; None if nobody is, or in a circle."""
    gesehen = {akteur.id}
    naechster = plan.akteur_nach_id.get(akteur.nachfolger or "")
    while naechster is not None and naechster.id not in gesehen:
        if not ist_aufgeloest(naechster, stichtag):
            return naechster
        gesehen.add(naechster.id)
        naechster = plan.akteur_nach_id.get(naechster.nachfolger or "")
    return None


def ist_aufgeloest(akteur: Akteur, stichtag: date) -> bool:
    """Tell whether the last day of a body lies before the Stichtag."""
    return akteur.gueltig_bis is not None and akteur.gueltig_bis.letzter_tag < stichtag


def _gehoert_hinein(zeile: Akteurzeile, gefragt: Collection[str] | None, akteur: Akteur | None) -> bool:
    if gefragt is None:
        return bool(zeile.anteile)
    return zeile.akteur.id in gefragt and (
        bool(zeile.anteile) or (akteur is not None and zeile.akteur.id == akteur.id)
    )


def _stelle(plan: Plan, zeile: Akteurzeile, zeilen: dict[str, Listenzeile], stichtag: date) -> Stellenteil:
    akteur = zeile.akteur
    je_massnahme: dict[str, list[Anteilnahme]] = {}
    for anteil in zeile.anteile:
        je_massnahme.setdefault(anteil.massnahme, []).append(anteil)
    anteile = [_anteil(zeilen[name], eigene) for name, eigene in je_massnahme.items()]
    aufgeloest = ist_aufgeloest(akteur, stichtag)
    return Stellenteil(
        akteur=akteur,
        gehoert_zu=zeile.gehoert_zu,
        aufgeloest=aufgeloest,
        nachfolge=nachfolge(plan, akteur, stichtag) if aufgeloest else None,
        federfuehrend=tuple(one for one in anteile if one.leitet),
        beteiligt=tuple(one for one in anteile if not one.leitet),
    )


def _anteil(zeile: Listenzeile, eigene: Sequence[Anteilnahme]) -> Anteil:
    """Bring together the parts that one body has in one Maßnahme, in the order of ``Rolle``."""
    rollen = {one.rolle for one in eigene}
    return Anteil(
        zeile=zeile,
        rollen=tuple(rolle for rolle in Rolle if rolle in rollen),
        hinweise=tuple(dict.fromkeys(one.hinweis for one in eigene if one.hinweis)),
        abgeschlossen=zeile.antwort is not None and zeile.antwort.stand in ABGESCHLOSSEN,
    )


def _ohne_zustaendigkeit(
    zeilen: Collection[Listenzeile], teile: Sequence[Stellenteil]
) -> tuple[Listenzeile, ...]:
    """Give the Maßnahmen that no body has a part in."""
    versorgt = {anteil.zeile.id for teil in teile for anteil in teil.anteile}
    return tuple(zeile for zeile in zeilen if zeile.id not in versorgt)
