"""A whole plan: settings, registers and every Fassung, with the look-ups that reports and checks share."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Einstellungen

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.beigabe import Beigabe
    from konzept.domain.fassung import Fassung
    from konzept.domain.foerderprogramm import Foerderprogramm
    from konzept.domain.indikator import Messung, Wertedatei

KONZEPT_DATEI = "data/konzept.yaml"
AKTEURE_DATEI = "data/akteure.yaml"
PROGRAMME_DATEI = "data/foerderprogramme.yaml"


@dataclass(frozen=True)
class Plan:
    """Everything the files of a plan say.

    ``fassungen`` are ordered by their ``stand``. ``verworfene_ids`` were written in parts of files that could
    not be read as what they should be, and ``unlesbare_dateien`` could not be read at all: checks that look for
    an id stay silent about what may stand there. ``beigaben`` are the files that konzept.yaml names, by these names.
    """

    einstellungen: Einstellungen = field(default_factory=Einstellungen)
    akteure: tuple[Akteur, ...] = ()
    foerderprogramme: tuple[Foerderprogramm, ...] = ()
    fassungen: tuple[Fassung, ...] = ()
    wertedateien: tuple[Wertedatei, ...] = ()
    beigaben: dict[str, Beigabe] = field(default_factory=dict)
    verworfene_ids: frozenset[str] = frozenset()
    unlesbare_dateien: frozenset[str] = frozenset()

    @cached_property
    def akteur_nach_id(self) -> dict[str, Akteur]:
        """The register of bodies by id; of a doubled id the first."""
        return {akteur.id: akteur for akteur in reversed(self.akteure)}

    @cached_property
    def programm_nach_id(self) -> dict[str, Foerderprogramm]:
        """The register of programmes by id; of a doubled id the first."""
        return {programm.id: programm for programm in reversed(self.foerderprogramme)}

    @cached_property
    def fassung_nach_id(self) -> dict[str, Fassung]:
        """The Fassungen by id."""
        return {fassung.id: fassung for fassung in self.fassungen}

    @cached_property
    def messreihen(self) -> dict[str, tuple[Messung, ...]]:
        """The values of each indicator by its id, in the order of time; an indicator may outlive a Fassung."""
        reihen: dict[str, list[Messung]] = {}
        for datei in self.wertedateien:
            for messung in datei.werte:
                reihen.setdefault(messung.indikator, []).append(messung)
        return {
            name: tuple(sorted(messungen, key=lambda m: (m.bekannt_ab, m.am.erster_tag)))
            for name, messungen in reihen.items()
        }

    def vorgaenger(self, fassung: Fassung) -> Fassung | None:
        """Return the Fassung that this one carries on, if the plan holds it."""
        return self.fassung_nach_id.get(fassung.rahmen.vorgaenger or "")

    def neueste(self) -> Fassung | None:
        """Return the Fassung named in konzept.yaml, else the one with the latest ``stand``."""
        genannt = self.fassung_nach_id.get(self.einstellungen.fassung or "")
        return genannt or (self.fassungen[-1] if self.fassungen else None)
