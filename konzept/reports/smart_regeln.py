"""The rules by which a Maßnahme is judged SMART: each has a name, belongs to one criterion, and says a lack or a gap.

The criteria are those that source 001 names in chapter 3: Spezifisch, Messbar, Attraktiv, Realistisch, Terminiert.
A rule sees what is written; whether a Maßnahme is worth doing no rule can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kriterium(StrEnum):
    """The five criteria, in the order of the word they make."""

    SPEZIFISCH = "spezifisch"
    MESSBAR = "messbar"
    ATTRAKTIV = "attraktiv"
    REALISTISCH = "realistisch"
    TERMINIERT = "terminiert"


class Regel(StrEnum):
    """The rules, in the order in which a reader meets them; the values are their names in data."""

    WORTLAUT_WEICH = "wortlaut-weich"
    WORTLAUT_RICHTUNG = "wortlaut-richtung"
    WORTLAUT_OFFEN = "wortlaut-offen"
    WORTLAUT_KNAPP = "wortlaut-knapp"
    OHNE_INDIKATOR = "ohne-indikator"
    OHNE_ZIELWERT = "ohne-zielwert"
    OHNE_ZUSTAENDIGKEIT = "ohne-zustaendigkeit"
    OHNE_FEDERFUEHRUNG = "ohne-federfuehrung"
    FEDERFUEHRUNG_UNBENANNT = "federfuehrung-unbenannt"
    FEDERFUEHRUNG_VERTEILT = "federfuehrung-verteilt"
    OHNE_KOSTEN = "ohne-kosten"
    KOSTEN_UNBEZIFFERT = "kosten-unbeziffert"
    KOSTEN_OHNE_FOERDERUNG = "kosten-ohne-foerderung"
    OHNE_TERMIN = "ohne-termin"
    TERMIN_OHNE_ENDE = "termin-ohne-ende"
    TERMIN_OHNE_DATUM = "termin-ohne-datum"


KRITERIEN: dict[Regel, Kriterium] = {
    Regel.WORTLAUT_WEICH: Kriterium.SPEZIFISCH,
    Regel.WORTLAUT_RICHTUNG: Kriterium.SPEZIFISCH,
    Regel.WORTLAUT_OFFEN: Kriterium.SPEZIFISCH,
    Regel.WORTLAUT_KNAPP: Kriterium.SPEZIFISCH,
    Regel.OHNE_INDIKATOR: Kriterium.MESSBAR,
    Regel.OHNE_ZIELWERT: Kriterium.MESSBAR,
    Regel.OHNE_ZUSTAENDIGKEIT: Kriterium.ATTRAKTIV,
    Regel.OHNE_FEDERFUEHRUNG: Kriterium.ATTRAKTIV,
    Regel.FEDERFUEHRUNG_UNBENANNT: Kriterium.ATTRAKTIV,
    Regel.FEDERFUEHRUNG_VERTEILT: Kriterium.ATTRAKTIV,
    Regel.OHNE_KOSTEN: Kriterium.REALISTISCH,
    Regel.KOSTEN_UNBEZIFFERT: Kriterium.REALISTISCH,
    Regel.KOSTEN_OHNE_FOERDERUNG: Kriterium.REALISTISCH,
    Regel.OHNE_TERMIN: Kriterium.TERMINIERT,
    Regel.TERMIN_OHNE_ENDE: Kriterium.TERMINIERT,
    Regel.TERMIN_OHNE_DATUM: Kriterium.TERMINIERT,
}
"""Which criterion a rule belongs to."""

LUECKEN = frozenset({Regel.OHNE_INDIKATOR, Regel.OHNE_ZUSTAENDIGKEIT, Regel.OHNE_KOSTEN, Regel.OHNE_TERMIN})
"""The rules that say: nothing is written. Where a Fassung is known in parts only, they prove nothing."""


class Lage(StrEnum):
    """How a Maßnahme stands by one criterion; ``OFFEN``: it was not judged."""

    ERFUELLT = "erfuellt"
    MANGEL = "mangel"
    FEHLT = "fehlt"
    OFFEN = "offen"


@dataclass(frozen=True, slots=True)
class Grund:
    """A rule that found something, and the words of the plan that it found."""

    regel: Regel
    belege: tuple[str, ...] = ()

    @property
    def kriterium(self) -> Kriterium:
        """The criterion the rule belongs to."""
        return KRITERIEN[self.regel]
