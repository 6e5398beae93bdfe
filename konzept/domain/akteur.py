"""The bodies of the register, and their part in a Maßnahme."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from konzept.domain.werte import Id, Text, Textliste, Wert, Zeit


class Akteurart(StrEnum):
    """The kinds of bodies (design §4); the order is the one in which reports list them."""

    VERWALTUNG = "verwaltung"
    BEHOERDE = "behoerde"
    KOMMUNE = "kommune"
    TRAEGER = "traeger"
    VEREIN = "verein"
    UNTERNEHMEN = "unternehmen"
    BILDUNG = "bildung"
    NETZWERK = "netzwerk"
    GREMIUM = "gremium"
    PROGRAMM = "programm"
    GRUPPE = "gruppe"


class Rolle(StrEnum):
    """An Akteur's part in one Maßnahme; the order is the one in which documents name them."""

    FEDERFUEHREND = "federfuehrend"
    MITWIRKEND = "mitwirkend"
    UNTERSTUETZEND = "unterstuetzend"
    FOERDERND = "foerdernd"
    SICHERSTELLEND = "sicherstellend"
    TRAEGER = "traeger"


class Akteur(Wert):
    """One body of ``akteure.yaml``: an office, association, group; never a person by name."""

    id: Id
    name: Text
    kurz: Text | None = None
    aliasse: Textliste = ()
    art: Akteurart
    gehoert_zu: Id | None = None
    gueltig_von: Zeit | None = None
    gueltig_bis: Zeit | None = None
    nachfolger: Id | None = None
    hinweis: Text | None = None
    quelle: Text | None = None


class Akteurregister(Wert):
    """The file ``akteure.yaml``."""

    akteure: tuple[Akteur, ...] = ()


def _aus_id(value: Any) -> Any:
    return {"akteur": value} if isinstance(value, str) else value


class Zustaendigkeit(Wert):
    """An Akteur's part in one Maßnahme; an Akteur id alone means federfuehrend."""

    akteur: Id
    rolle: Rolle = Rolle.FEDERFUEHREND
    hinweis: Text | None = None


Zustaendigkeitsangabe = Annotated[Zustaendigkeit, BeforeValidator(_aus_id)]
