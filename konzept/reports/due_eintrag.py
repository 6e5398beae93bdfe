"""One entry of the answer of ``due``: a Maßnahme, a part of its Termin, a Frist, with all a format needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.reports.akteur import gliederungsnummer

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.akteur import Rolle
    from konzept.domain.fassung import Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import TerminArt
    from konzept.domain.terminangabe import Termin
    from konzept.reports.due_einordnung import Einordnung
    from konzept.reports.due_gruppe import Gruppe
    from konzept.reports.due_meldung import Meldestand
    from konzept.reports.due_teil import Teiltermin


@dataclass(frozen=True, slots=True)
class Beteiligung:
    """A body's part in the Maßnahme of an entry; ``kurz`` is what the body is called in a table."""

    id: str
    rolle: Rolle
    kurz: str


@dataclass(frozen=True, slots=True)
class Verweis:
    """One id of the plan by its number and title."""

    id: str
    nummer: str
    titel: str


@dataclass(frozen=True, slots=True)
class Bezug:
    """What all entries of one Termin at one place share: ``traeger`` bears it, it holds for ``stelle``."""

    traeger: Stelle
    stelle: Stelle
    termin: Termin
    verweis: Verweis
    akteure: tuple[Beteiligung, ...]


@dataclass(frozen=True, slots=True)
class Eintrag:
    """One entry: Maßnahme × Teil × Frist.

    ``massnahme`` is None for a goal whose Termin holds for no Maßnahme. ``bezug`` is the id that bears the
    Termin, ``nummer`` the printed number of the goal, ``gliederung`` the same with the Maßnahme's own label.
    ``letzte`` is the latest entry of the log, ``antwort`` the latest in which a body did report.
    """

    massnahme: str | None
    handlungsziel: str | None
    bezug: str
    nummer: str
    gliederung: str
    titel: str
    termin: str
    teil: int
    teil_text: str
    art: TerminArt
    mehrdeutig: bool
    hinweis: str | None
    faellig: date | None
    gruppe: Gruppe
    uebertrag: bool
    ohne_sachstand: bool
    akteure: tuple[Beteiligung, ...]
    letzte: Meldung | None
    antwort: Meldung | None

    @property
    def gemeldet(self) -> bool:
        """Whether any report was known on the Stichtag."""
        return self.antwort is not None


def bezug(plan: Plan, traeger: Stelle, stelle: Stelle, termin: Termin) -> Bezug:
    """Look up once what every entry of a Termin at one place shows."""
    return Bezug(traeger, stelle, termin, verweis(stelle), _beteiligte(plan, stelle))


def eintrag(
    bezug: Bezug,
    teiltermin: Teiltermin,
    einordnung: Einordnung,
    meldestand: Meldestand,
    *,
    ohne_sachstand: bool,
) -> Eintrag:
    """Put together what the plan, the reading of the Termin and the log say on one Frist."""
    stelle, teil = bezug.stelle, teiltermin.teil
    ist_massnahme = stelle.ebene is Ebene.MASSNAHME
    ziel = stelle.ziel if ist_massnahme else stelle.gegenstand
    return Eintrag(
        massnahme=stelle.id if ist_massnahme else None,
        handlungsziel=ziel.id if ziel else None,
        bezug=bezug.traeger.id,
        nummer=ziel.nummer if isinstance(ziel, Handlungsziel) else bezug.verweis.nummer,
        gliederung=bezug.verweis.nummer,
        titel=bezug.verweis.titel,
        termin=bezug.termin.text,
        teil=teiltermin.nummer,
        teil_text=teil.text,
        art=teil.art,
        mehrdeutig=teil.mehrdeutig,
        hinweis=teil.hinweis,
        faellig=einordnung.faellig,
        gruppe=einordnung.gruppe,
        uebertrag=einordnung.uebertrag,
        ohne_sachstand=ohne_sachstand,
        akteure=bezug.akteure,
        letzte=meldestand.letzte,
        antwort=meldestand.antworten[-1] if meldestand.antworten else None,
    )


def verweis(stelle: Stelle) -> Verweis:
    """Name what stands at a place: a Maßnahme below the number of its goal or Handlungsfeld."""
    gegenstand = stelle.gegenstand
    if isinstance(gegenstand, Massnahme):
        return Verweis(stelle.id, gliederungsnummer(stelle), gegenstand.anzeigetitel)
    return Verweis(stelle.id, gegenstand.nummer, gegenstand.titel)


def _beteiligte(plan: Plan, stelle: Stelle) -> tuple[Beteiligung, ...]:
    massnahme = stelle.gegenstand
    if not isinstance(massnahme, Massnahme):
        return ()
    ergebnis = []
    for zustaendigkeit in massnahme.zustaendigkeiten:
        akteur = plan.akteur_nach_id.get(zustaendigkeit.akteur)
        kurz = (akteur.kurz or akteur.name) if akteur else zustaendigkeit.akteur
        ergebnis.append(Beteiligung(zustaendigkeit.akteur, zustaendigkeit.rolle, kurz))
    return tuple(ergebnis)
