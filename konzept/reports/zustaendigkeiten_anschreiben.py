"""Who is written to: every body that is there on the Stichtag and has a part, or has taken the place of one that had.

A body without a name of its own (art ``gruppe``) gets no letter, nor does one that was dissolved: its Maßnahmen stand
in the letter to its Nachfolger. Where there is none, nobody can be asked (``unerreichbar``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.akteur import Akteurart
from konzept.reports.zustaendigkeiten_teile import Anschreiben

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.plan import Plan
    from konzept.reports.zustaendigkeiten_teile import Stellenteil, Zustaendigkeiten


@dataclass(frozen=True, slots=True)
class Versand:
    """The letters in the order of the register.

    ``ohne_anteil`` are bodies of the register that have nothing to be asked, ``gruppen`` those without a name of their
    own, ``uebergegangen`` dissolved ones whose Maßnahmen stand in another's letter, ``unerreichbar`` those with
    Maßnahmen for which nobody is left to ask.
    """

    anschreiben: tuple[Anschreiben, ...]
    ohne_anteil: tuple[Akteur, ...]
    gruppen: tuple[Akteur, ...]
    uebergegangen: tuple[Stellenteil, ...]
    unerreichbar: tuple[Stellenteil, ...]


def versand(plan: Plan, liste: Zustaendigkeiten) -> Versand:
    """Say who of the register gets a letter, and why the others do not; every body is in exactly one of the lists."""
    teile = {teil.akteur.id: teil for teil in liste.stellen if teil.anteile}
    uebernommen: dict[str, list[Stellenteil]] = {}
    uebergegangen, unerreichbar = [], []
    for akteur in plan.akteure:
        teil = teile.get(akteur.id)
        if teil is None or not teil.aufgeloest or akteur.art is Akteurart.GRUPPE:
            continue
        if teil.nachfolge is None or teil.nachfolge.art is Akteurart.GRUPPE:
            unerreichbar.append(teil)
        else:
            uebernommen.setdefault(teil.nachfolge.id, []).append(teil)
            uebergegangen.append(teil)
    vergeben = {teil.akteur.id for teil in (*uebergegangen, *unerreichbar)}
    gruppen = tuple(a for a in plan.akteure if a.art is Akteurart.GRUPPE)
    vergeben |= {akteur.id for akteur in gruppen}
    gefragt = [
        akteur
        for akteur in plan.akteure
        if akteur.id not in vergeben and (akteur.id in teile or akteur.id in uebernommen)
    ]
    ids = {akteur.id for akteur in gefragt}
    return Versand(
        anschreiben=tuple(
            Anschreiben(
                liste=liste,
                empfaenger=akteur,
                gehoert_zu=_haus(plan, akteur),
                eigener=teile.get(akteur.id),
                uebernommen=tuple(uebernommen.get(akteur.id, ())),
                eigens=tuple(a for a in gefragt if a.gehoert_zu == akteur.id and a.id != akteur.id),
            )
            for akteur in gefragt
        ),
        ohne_anteil=tuple(a for a in plan.akteure if a.id not in vergeben | ids),
        gruppen=gruppen,
        uebergegangen=tuple(uebergegangen),
        unerreichbar=tuple(unerreichbar),
    )


def _haus(plan: Plan, akteur: Akteur) -> str | None:
    haus = plan.akteur_nach_id.get(akteur.gehoert_zu or "")
    return haus.name if haus else None
