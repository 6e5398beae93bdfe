"""What ``konzept explain`` tells of a code, as every format reads it, and the sentences that all codes share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from konzept.diagnostics import Severity

ALLE = "Mehr zu einem davon: »konzept explain KÜRZEL«."
FESTER_FEHLER = (
    "Ein Fehler lässt sich nicht abschalten: Solange er besteht, ist nicht sicher, was der Plan sagt, und es wird kein "
    "Dokument ausgegeben."
)
REGEL_SATZ = "Trifft der Befund auf Ihren Plan nicht zu, gewichten Sie ihn in data/konzept.yaml anders:"
AUSNAHME_SATZ = "Trifft er nur an einer Stelle nicht zu, nehmen Sie diese aus, mit Grund und letztem Tag:"


@dataclass(frozen=True, slots=True)
class Blatt:
    """One code: how grave, why it matters, wrong and right, and ``verwandte``, the other codes of its family.

    ``ausnehmbar`` says whether a plan may except single places from it.
    """

    code: str
    schwere: Severity
    familie: str
    warum: str
    falsch: str = ""
    richtig: str = ""
    abhilfe: str = ""
    kurz: str = ""
    verwandte: tuple[str, ...] = ()
    ausnehmbar: bool = False

    @property
    def abschaltbar(self) -> bool:
        """Whether a plan may give it another severity, or none: what is a Fehler by nature stays one."""
        return self.schwere is not Severity.FEHLER

    @property
    def schwere_in_worten(self) -> str:
        """The severity as people read it."""
        return self.schwere.value.capitalize()

    @property
    def stichwort(self) -> str:
        """The fault in a few words, or the first sentence on why it matters."""
        return self.kurz or re.split(r"(?<=[.!?])\s", self.warum, maxsplit=1)[0]

    @property
    def regel(self) -> str:
        """What stands in konzept.yaml to switch it off for the whole plan."""
        return f"regeln:\n  {self.code}: aus  # oder hinweis, warnung, fehler"

    @property
    def ausnahme(self) -> str:
        """What stands in konzept.yaml to accept it in one place until a day."""
        return (
            f"ausnahmen:\n  - code: {self.code}\n    datei: data/…    # Datei oder Ordner; ohne gilt sie überall\n"
            "    id: …            # dieser Eintrag und was unter ihm steht\n    bis: JJJJ-MM-TT  # der letzte Tag\n"
            "    grund: …"
        )
