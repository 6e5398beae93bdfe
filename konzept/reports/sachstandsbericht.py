"""The Sachstandsbericht: how every Maßnahme of a Fassung stands on the Stichtag, and what changed since a day before.

Everything is counted and judged by what the log knew on the Stichtag (``erfasst``), in the order of what the reports
speak of (``am``). Every Maßnahme has exactly one word of the Ampel; the sums per Handlungsfeld add up to the total.
The comparison judges the same plan again as of ``seit``. A day before the Fassung was adopted has nothing to compare
with: then nothing is said of what was before, and new is what was reported since.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort, Begriff
from konzept.domain.element import Ebene
from konzept.reports.konzept_bezuege import Verweis
from konzept.reports.liste import liste
from konzept.reports.sachstandsbericht_aenderung import aenderung
from konzept.reports.sachstandsbericht_anteile import ampelzahlen
from konzept.reports.sachstandsbericht_blick import Blick
from konzept.reports.sachstandsbericht_fristen import kommende, ueberfaellige
from konzept.reports.sachstandsbericht_teile import Feldstand, Sachstandsbericht, Zahlen
from konzept.reports.sachstandsbericht_zeitraum import zeitraum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.fassung import Fassung
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.reports.sachstandsbericht_teile import Aenderung, Fristgruppe, Massnahmenstand, Vorher
    from konzept.reports.sachstandsbericht_zeitraum import Zeitraum

    Staende = dict[str, Massnahmenstand]


def sachstandsbericht(
    plan: Plan, fassung: Fassung, stichtag: date, seit: date | None = None
) -> Sachstandsbericht:
    """Report on ``fassung`` as of ``stichtag``; without ``seit`` since one ``berichtsrhythmus`` before it."""
    einstellungen = plan.einstellungen
    tage = zeitraum(stichtag, seit, einstellungen.berichtsrhythmus)
    damals, heute = Blick.am(plan, fassung, tage.seit), Blick.am(plan, fassung, stichtag, tage.bis)
    stellen = {stelle.id: stelle for stelle in fassung.massnahmen()}
    staende = {
        zeile.id: heute.stand(stellen[zeile.id], zeile, tage)
        for zeile in liste(plan, fassung, stichtag).zeilen
    }
    vergleichbar = tage.seit >= fassung.angenommen_am
    vorher = {name: damals.vorher(stelle) for name, stelle in stellen.items()} if vergleichbar else {}
    aenderungen = _aenderungen(damals, heute, staende, vorher, tage)
    worte = {name: stand.urteil.wort for name, stand in staende.items()}
    ueberfaellig = ueberfaellige(damals, heute, worte)
    kommend = kommende(damals, heute, worte, tage)
    return Sachstandsbericht(
        koerperschaft=einstellungen.koerperschaft,
        land=einstellungen.land,
        fassung=fassung,
        bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
        plan_hinweise=einstellungen.hinweise,
        zeitraum=tage,
        vergleichbar=vergleichbar,
        zahlen=_zahlen(staende, aenderungen, ueberfaellig, kommend),
        ampel=ampelzahlen(
            worte.values(),
            [one.wort for one in vorher.values()] if vergleichbar else None,
            einstellungen,
        ),
        felder=tuple(_feld(feld, staende, ueberfaellig) for feld in fassung.handlungsfelder),
        ueberfaellig=ueberfaellig,
        aenderungen=aenderungen,
        kommend=kommend,
        staende=dict(einstellungen.staende),
        farben={wort: einstellungen.ampelfarbe(wort) for wort in Ampelwort},
    )


def _aenderungen(
    damals: Blick, heute: Blick, staende: Staende, vorher: dict[str, Vorher], tage: Zeitraum
) -> tuple[Aenderung, ...]:
    alle = (
        aenderung(
            stand,
            vorher.get(name),
            tuple(heute.auskunft(meldung, tage) for meldung in heute.meldestand(name).meldungen),
            (damals.fristen(name), heute.fristen(name)),
            tage,
        )
        for name, stand in staende.items()
    )
    return tuple(one for one in alle if one is not None)


def _feld(feld: Handlungsfeld, staende: Staende, ueberfaellig: Sequence[Fristgruppe]) -> Feldstand:
    massnahmen = tuple(
        one for one in staende.values() if one.zeile.feld is not None and one.zeile.feld.id == feld.id
    )
    je_wort = Counter(one.urteil.wort for one in massnahmen)
    orte = {one.zeile.id for one in massnahmen} | {ziel.id for ziel in feld.handlungsziele}
    return Feldstand(
        verweis=Verweis(Ebene.HANDLUNGSFELD, feld.id, feld.nummer, feld.titel),
        massnahmen=massnahmen,
        je_wort={wort: je_wort[wort] for wort in Ampelwort},
        ueberfaellig=sum(
            len(gruppe.eintraege)
            for gruppe in ueberfaellig
            if (gruppe.eintrag.massnahme or gruppe.eintrag.bezug) in orte
        ),
    )


def _zahlen(
    staende: Staende,
    aenderungen: Sequence[Aenderung],
    ueberfaellig: Sequence[Fristgruppe],
    kommend: Sequence[Fristgruppe],
) -> Zahlen:
    neue = [one.auskuenfte for one in aenderungen]
    gemeldet = sum(any(one.ist_antwort for one in auskuenfte) for auskuenfte in neue)
    spaete = [one for gruppe in ueberfaellig for one in gruppe.eintraege]
    return Zahlen(
        massnahmen=len(staende),
        gemeldet=gemeldet,
        ohne_antwort=sum(bool(auskuenfte) for auskuenfte in neue) - gemeldet,
        ueberfaellig=len(spaete),
        ueberfaellig_ohne_meldung=sum(not one.gemeldet for one in spaete),
        neu_ueberfaellig=sum(gruppe.neu for gruppe in ueberfaellig),
        erledigt=sum(len(one.erledigt) for one in aenderungen),
        nachgetragen=sum(one.nachgetragen for auskuenfte in neue for one in auskuenfte),
        kommend=sum(len(gruppe.eintraege) for gruppe in kommend),
    )
