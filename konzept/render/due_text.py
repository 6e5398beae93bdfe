"""What is due as text for 80 columns: the overdue first and in full, what merely runs in one line each."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.due_gemeldet import gruppenzahl, gruppenzusatz
from konzept.render.due_reihen import abteilungen, gruppen, mehrdeutige, naechste_ausserhalb
from konzept.render.due_tables import Laufend, cut, dated, running, upcoming
from konzept.render.due_words import (
    AUSSERHALB,
    ERKLAERUNGEN,
    GRUPPEN,
    MEHRDEUTIG,
    NAECHSTES,
    NOCH_EINMAL,
    ZWEIFEL,
    fassungssaetze,
    fassungszeile,
    gross,
    summe,
    titel,
    vorlaufsaetze,
    vorlaufzahl,
    zeitraum,
)
from konzept.render.table import MINIMUM_WIDTH, plain, visible
from konzept.render.words import kurzes_datum
from konzept.reports.due_fassung import Wahlgrund
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.table import Table
    from konzept.reports.due import Duebericht, Vorlauf
    from konzept.reports.due_eintrag import Eintrag, Verweis

DUE_RULES: Sequence[tuple[str, str]] = (
    (r"^ÜBERFÄLLIG[^\n]*$", "bold red"),
    (r"^(?:ALS NÄCHSTES|FÄLLIG|WIEDERKEHREND|LAUFEND|MÖGLICH|UNBESTIMMT)[^\n]*$", "bold"),
    (r"^ERLEDIGT[^\n]*$", "bold green"),
    (r"^(?:Federführend|Beteiligt): [0-9]+$", "bold"),
    (r"(?<=  )ohne Meldung", "yellow"),
    (r"^[─-][─ -]*$", "dim"),
)
"""The lines and words that a terminal shows in colour; each also says in words what the colour does."""


def due_text(
    bericht: Duebericht,
    einstellungen: Einstellungen,
    width: int = 80,
    *,
    grund: Wahlgrund = Wahlgrund.GENANNT,
    auswahl: str | None = None,
) -> str:
    """Write the answer for ``width`` columns (at least 40); the names of the levels are the county's own.

    ``grund`` says why this Fassung was taken, ``auswahl`` names what was asked for if not the whole plan.
    """
    blatt = _Blatt(bericht, einstellungen, max(width, MINIMUM_WIDTH))
    texts = [blatt.head(grund, auswahl), *blatt.sections(), blatt.legend(), blatt.total()]
    return "\n".join(filter(None, texts))


@dataclass(frozen=True, slots=True)
class _Blatt:
    """One answer on its way to so many columns."""

    bericht: Duebericht
    einstellungen: Einstellungen
    width: int

    def head(self, grund: Wahlgrund, auswahl: str | None) -> str:
        """Say what was asked, of which plan, and what one has to know of the Fassung."""
        rows = [
            ("Plan", self.einstellungen.koerperschaft),
            ("Fassung", fassungszeile(self.bericht)),
            ("Zeitraum", zeitraum(self.bericht)),
            ("Stichtag", kurzes_datum(self.bericht.frage.stichtag)),
            ("Auswahl", auswahl),
        ]
        lines = [titel(self.bericht), "=" * len(titel(self.bericht))]
        for name, text in rows:
            lines += self._wrapped(text, f"{name:<10}", " " * 10) if text else []
        for satz in fassungssaetze(self.bericht, grund):
            lines += self._wrapped(satz)
        return "\n".join(lines) + "\n"

    def sections(self) -> list[str]:
        """Give the groups and, behind the overdue, what comes next; or say that there is nothing."""
        found = [(gruppe, self._group(gruppe, eintraege)) for gruppe, eintraege in gruppen(self.bericht)]
        texts = [text for _, text in found] or ["Kein Eintrag.\n"]
        if self.bericht.vorlauf is not None:
            place = sum(gruppe is Gruppe.UEBERFAELLIG for gruppe, _ in found)
            texts.insert(place, self._next(self.bericht.vorlauf))
        return texts

    def _group(self, gruppe: Gruppe, eintraege: list[Eintrag]) -> str:
        heading = f"{GRUPPEN[gruppe].upper()}: {gruppenzahl(self.bericht, gruppe, eintraege)}"
        notes = [ERKLAERUNGEN[gruppe]] if gruppe in ERKLAERUNGEN else []
        if gruppe is not Gruppe.LAUFEND:
            return self._section(
                heading,
                notes,
                eintraege,
                lambda teil: dated(self.bericht, teil, self.einstellungen, self.width),
            )
        laufend = Laufend.of(eintraege)
        return self._section(
            heading,
            notes + laufend.notes(eintraege, self.einstellungen),
            eintraege,
            lambda teil: running(self.bericht, teil, self.einstellungen, self.width, laufend),
        )

    def _next(self, vorlauf: Vorlauf) -> str:
        """Write what comes next, compactly: most of it stands in its group once more."""
        eintraege = vorlauf.eintraege
        zusatz = gruppenzusatz(self.bericht, None, eintraege)
        heading = ", ".join(filter(None, (f"{NAECHSTES.upper()}: {vorlaufzahl(vorlauf)}", zusatz)))
        notes = vorlaufsaetze(self.bericht)
        notes += [NOCH_EINMAL] if len(naechste_ausserhalb(self.bericht)) < len(eintraege) else []
        return self._section(
            heading,
            notes,
            eintraege,
            lambda teil: upcoming(self.bericht, teil, self.einstellungen, self.width),
        )

    def _section(
        self,
        heading: str,
        notes: Sequence[str],
        eintraege: Sequence[Eintrag],
        laid_out: Callable[[list[Eintrag]], Table],
    ) -> str:
        """Write heading, notes and the table, or two of them: where the bodies asked for lead, and where not."""
        blocks = ["\n".join([line for text in (heading, *notes) for line in self._wrapped(text)]) + "\n"]
        for name, teil in abteilungen(self.bericht, eintraege) if eintraege else ():
            blocks += [f"{gross(name)}: {len(teil)}\n"] if name else []
            blocks.append(plain(laid_out(teil), self.width))
        return "\n".join(blocks)

    def legend(self) -> str:
        """Explain the sign of an ambiguous wording, once for each part that bears it."""
        parts = mehrdeutige(self.bericht)
        if not parts:
            return ""
        lines = self._wrapped(f"{MEHRDEUTIG} = {ZWEIFEL}", rest="    ")
        for one in parts:
            text = f"{one.gliederung}  »{one.teil_text}«" + (f": {one.hinweis}" if one.hinweis else "")
            lines += self._wrapped(text, "    ", " " * 8)
        return "\n".join(lines) + "\n"

    def total(self) -> str:
        """Account for every Termin, and name what has none."""
        lines = self._wrapped(f"Summe: {summe(self.bericht, self.einstellungen)}")
        if self.bericht.termine.ausserhalb:
            lines += self._list(gross(AUSSERHALB), self.bericht.termine.ausserhalb)
        wort = self.einstellungen.bezeichnung
        ohne = f"{wort(Begriff.MASSNAHME).mehrzahl} ohne {wort(Begriff.TERMIN).einzahl}"
        lines += (
            self._list(ohne, self.bericht.ohne_termin) if self.bericht.ohne_termin else [f"{ohne}: keine."]
        )
        return "\n".join(lines) + "\n"

    def _list(self, heading: str, verweise: Sequence[Verweis]) -> list[str]:
        number_width = max(len(verweis.nummer) for verweis in verweise)
        lines = [f"{heading}: {len(verweise)}"]
        for verweis in verweise:
            number = f"  {verweis.nummer:<{number_width}}  "
            lines.append(number + cut(verweis.titel, self.width - len(number)))
        return lines

    def _wrapped(self, text: str, first: str = "", rest: str = "") -> list[str]:
        return textwrap.wrap(visible(text), self.width, initial_indent=first, subsequent_indent=rest)
