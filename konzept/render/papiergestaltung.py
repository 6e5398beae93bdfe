"""What a county's settings put on paper: its accent as text that can be read on every ground we use, and its logo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from konzept.domain.gestaltung import (
    BAND_SCHRIFT,
    Gestaltung,
    farbsatz,
    lesbar_auf,
    lies_farbe,
    schreibe_farbe,
)
from konzept.render.papierlogo import papierlogo
from konzept.render.schriftstueck_formate import formate
from konzept.render.schriftstueck_gestalt import AKZENT, AKZENT_STARK, TOENE, VERMERK_GRUND, ZEICHENFORMATE

if TYPE_CHECKING:
    from konzept.domain.plan import Plan
    from konzept.render.papierlogo import Papierlogo
    from konzept.render.schriftstueck_formate import Format
    from konzept.render.schriftstueck_gestalt import Zeichenformat

GRUENDE = (BAND_SCHRIFT, *(f"#{ton}" for ton in TOENE.values()), f"#{VERMERK_GRUND}")
"""White paper and the grounds of cells and notes: on each of them the accent may stand as text."""


@dataclass(frozen=True, slots=True)
class Papiergestaltung:
    """The colours of one county's papers, as six hexadecimal digits, and its logo; without settings, ours."""

    akzent: str = AKZENT
    akzent_stark: str = AKZENT_STARK
    logo: Papierlogo | None = None

    def farbe(self, unsere: str) -> str:
        """Return the county's colour in the place of ours; what is no accent stays."""
        return {AKZENT: self.akzent, AKZENT_STARK: self.akzent_stark}.get(unsere, unsere)

    def formate(self, *, leicht: bool = False) -> tuple[Format, ...]:
        """Return the paragraph styles in the county's colours, those of Leichte Sprache if the document is in it."""
        return tuple(
            replace(
                form, farbe=self.farbe(form.farbe or "") or None, linienfarbe=self.farbe(form.linienfarbe)
            )
            for form in formate(leicht=leicht)
        )

    def zeichenformate(self) -> tuple[Zeichenformat, ...]:
        """Return the character styles in the county's colours."""
        return tuple(replace(form, farbe=self.farbe(form.farbe or "") or None) for form in ZEICHENFORMATE)


HAUSFARBEN = Papiergestaltung()
"""Our own colours, no logo."""


def papiergestaltung(plan: Plan) -> Papiergestaltung:
    """Return what the settings of a plan say of its papers.

    The accent is that of the light page, made darker where a ground of ours asks for it. Without an accent the
    colours are ours; the logo stands with any.
    """
    gestaltung = plan.einstellungen.gestaltung or Gestaltung()
    beigabe = plan.beigaben.get(gestaltung.logo or "")
    logo = papierlogo(beigabe.inhalt, gestaltung.logo_text or "") if beigabe else None
    satz = farbsatz(gestaltung)
    akzent, stark = lies_farbe(satz.akzent), lies_farbe(satz.akzent_stark)
    if akzent is None or stark is None:
        return Papiergestaltung(logo=logo)
    return Papiergestaltung(
        akzent=schreibe_farbe(lesbar_auf(akzent, GRUENDE))[1:],
        akzent_stark=schreibe_farbe(lesbar_auf(stark, GRUENDE))[1:],
        logo=logo,
    )
