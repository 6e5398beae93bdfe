"""Which bodies carry what: the register by kind, each body with its Maßnahmen and its part in them (source 000)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart, Rolle
from konzept.domain.handlungsfeld import Massnahme

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Anteilnahme:
    """One body's part in one Maßnahme."""

    massnahme: str
    nummer: str
    titel: str
    rolle: Rolle
    hinweis: str | None


@dataclass(frozen=True, slots=True)
class Akteurzeile:
    """One body: who it belongs to, and its Maßnahmen in reading order, each with every role it has there."""

    akteur: Akteur
    gehoert_zu: str | None
    anteile: tuple[Anteilnahme, ...]

    @property
    def massnahmen(self) -> int:
        """In how many Maßnahmen the body has a part."""
        return len({anteil.massnahme for anteil in self.anteile})


@dataclass(frozen=True, slots=True)
class Akteursbericht:
    """The bodies of one Fassung by kind, in the order of ``Akteurart``; kinds without a body are left out."""

    fassung: str
    gruppen: tuple[tuple[Akteurart, tuple[Akteurzeile, ...]], ...]

    @property
    def anzahl(self) -> int:
        """How many bodies are listed."""
        return sum(len(zeilen) for _, zeilen in self.gruppen)


def akteursbericht(plan: Plan, fassung: Fassung) -> Akteursbericht:
    """List every body of the register with its Maßnahmen in ``fassung``; bodies of a kind by name."""
    anteile: dict[str, list[Anteilnahme]] = {}
    for stelle in fassung.massnahmen():
        massnahme = stelle.gegenstand
        if isinstance(massnahme, Massnahme):
            for zustaendigkeit in massnahme.zustaendigkeiten:
                anteile.setdefault(zustaendigkeit.akteur, []).append(
                    Anteilnahme(
                        massnahme.id,
                        gliederungsnummer(stelle),
                        massnahme.anzeigetitel,
                        zustaendigkeit.rolle,
                        zustaendigkeit.hinweis,
                    )
                )
    zeilen = [_zeile(plan, akteur, anteile.get(akteur.id, [])) for akteur in plan.akteure]
    gruppen = (
        (art, tuple(sorted((z for z in zeilen if z.akteur.art is art), key=_nach_name))) for art in Akteurart
    )
    return Akteursbericht(fassung.id, tuple(gruppe for gruppe in gruppen if gruppe[1]))


def _zeile(plan: Plan, akteur: Akteur, anteile: list[Anteilnahme]) -> Akteurzeile:
    haus = plan.akteur_nach_id.get(akteur.gehoert_zu or "")
    return Akteurzeile(akteur, haus.name if haus else None, tuple(anteile))


def _nach_name(zeile: Akteurzeile) -> tuple[str, str]:
    """Sort as a German index does (DIN 5007-1: ä as a, ß as ss); the id decides between equal names."""
    tabelle = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
    return (zeile.akteur.name.casefold().translate(tabelle), zeile.akteur.id)


def gliederungsnummer(stelle: Stelle) -> str:
    """Return the number under which a Maßnahme is found: that of its goal, with its own label if it has one.

    A number that names its goal or field already is whole by itself: »2.3« under the field 2.
    """
    eltern = stelle.ziel or stelle.feld
    kopf = eltern.nummer if eltern else ""
    eigene = stelle.gegenstand.nummer
    if eigene and kopf and eigene.startswith(f"{kopf}."):
        return eigene
    return f"{kopf} M{eigene}" if eigene and eigene.isdecimal() else " ".join(filter(None, (kopf, eigene)))
