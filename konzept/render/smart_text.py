"""The SMART judgement as text for 80 columns: a table per Handlungsfeld, the sums, then every reason."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.absatz import absatz, geschuetzt, ueberschrift
from konzept.render.due_tables import cut
from konzept.render.due_words import label
from konzept.render.smart_words import (
    KRITERIEN,
    REGELN,
    TEILWEISE,
    VORBEHALT,
    WIE_VIELE,
    ZEICHEN,
    ZEICHENERKLAERUNG,
    ZUSAMMENGEFASST,
    belege,
)
from konzept.render.table import GAP, MINIMUM_WIDTH, Align, Column, Table, plain
from konzept.render.words import anzahl
from konzept.reports.smart_regeln import KRITERIEN as KRITERIUM_VON
from konzept.reports.smart_regeln import Kriterium, Lage, Regel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.reports.smart import Smartbericht, Smartfeld, Smarturteil

SMART_RULES: Sequence[tuple[str, str]] = (
    (r"^[^\n]+\n(?=[=─]+$|Nr\. )", "bold"),
    (r"^[─=][─= ]*$", "dim"),
    (r"(?<=  )✓(?=\s)", "green"),
    (r"(?<=  )(?:–|fehlt)(?=\s*$|  )", "yellow"),
    (r"^  \S[^\n]*: \d+ von \d+$", "bold"),
)
CELL = 5
_KURZES_ZITAT = re.compile("»[^«]{1,24}«")
NARROW = 64
"""On fewer columns the criteria stand below the title."""


def smart_text(bericht: Smartbericht, einstellungen: Einstellungen, width: int = 80) -> str:
    """Write the judgement for ``width`` columns (at least 40)."""
    gleiche = Counter(urteil.nummer for urteil in bericht.urteile)
    blatt = _Blatt(bericht, einstellungen, max(width, MINIMUM_WIDTH), gleiche)
    if not bericht.urteile:
        wort = einstellungen.bezeichnung(Begriff.MASSNAHME).einzahl
        return "\n".join([*blatt.titel(), f"Keine {wort} zu beurteilen."]) + "\n"
    blocks = [blatt.kopf(), *map(blatt.feld, bericht.felder), blatt.summe(), *blatt.gruende()]
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


@dataclass(frozen=True, slots=True)
class _Blatt:
    """One judgement on its way to so many columns; ``gleiche`` tells how many Maßnahmen bear a number."""

    bericht: Smartbericht
    einstellungen: Einstellungen
    width: int
    gleiche: Counter[str]

    def titel(self) -> list[str]:
        """Name what is judged."""
        wort = self.einstellungen.bezeichnung(Begriff.MASSNAHME)
        zahl = anzahl(len(self.bericht.urteile), wort.einzahl, wort.mehrzahl)
        return ueberschrift(f"SMART: Fassung {self.bericht.fassung.id}, {zahl}", self.width, "=")

    def kopf(self) -> list[str]:
        """Say what each letter asks and each sign answers."""
        lines = [*self.titel(), *absatz(VORBEHALT, self.width)]
        if not self.bericht.fassung.rahmen.vollstaendig:
            lines += absatz(TEILWEISE, self.width)
        lines.append("")
        for zeichen, name, frage in KRITERIEN.values():
            lines += absatz(f"{zeichen}  {name:<12} {frage}", self.width, folge=16)
        signs = [geschuetzt(f"{ZEICHEN[lage]} = {ZEICHENERKLAERUNG[lage]}") for lage in self._lagen()]
        lines += ["", *absatz(" · ".join(signs), self.width)]
        zusammengefasst = any(urteil.offen == {Kriterium.SPEZIFISCH} for urteil in self.bericht.urteile)
        return lines + (absatz(ZUSAMMENGEFASST, self.width) if zusammengefasst else [])

    def _lagen(self) -> list[Lage]:
        """Give the signs that occur."""
        zahlen = [self.bericht.zahlen(kriterium) for kriterium in Kriterium]
        return [lage for lage in Lage if any(eine[lage] for eine in zahlen)]

    def feld(self, feld: Smartfeld) -> list[str]:
        """Write one Handlungsfeld as a table, on few columns as a list."""
        heading = absatz(f"{feld.verweis.nummer} {feld.verweis.titel}", self.width)
        if self.width < NARROW:
            return [*heading, *self._liste(feld)]
        number = max(len("Nr."), *map(len, self.gleiche))
        title = self.width - number - len(Kriterium) * (CELL + GAP) - GAP
        columns = (
            Column("Nr.", number),
            Column(label(self.einstellungen, Begriff.MASSNAHME)),
            *(Column(KRITERIEN[kriterium][0], CELL) for kriterium in Kriterium),
        )
        rows = tuple((one.nummer, cut(one.titel, title), *_zeichen(one)) for one in feld.urteile)
        return [*heading, *plain(Table(columns, rows), self.width).splitlines()]

    def _liste(self, feld: Smartfeld) -> Iterator[str]:
        for urteil in feld.urteile:
            yield cut(f"{urteil.nummer}  {urteil.titel}", self.width)
            cells = zip(Kriterium, _zeichen(urteil), strict=True)
            yield "  " + "  ".join(f"{KRITERIEN[kriterium][0]} {zeichen}" for kriterium, zeichen in cells)

    def summe(self) -> list[str]:
        """Count per criterion, and how many criteria a Maßnahme meets."""
        lagen, narrow = self._lagen(), self.width < NARROW
        columns = (
            Column("Kriterium", 11 if narrow else 15),
            *(Column(ZEICHEN[lage], CELL, Align.RIGHT) for lage in lagen),
        )
        rows = []
        for kriterium in Kriterium:
            zahlen = self.bericht.zahlen(kriterium)
            zeichen, name, _ = KRITERIEN[kriterium]
            rows.append((name if narrow else f"{zeichen}  {name}", *(str(zahlen[lage]) for lage in lagen)))
        tabelle = plain(Table(columns, tuple(rows)), self.width).splitlines()
        return [*ueberschrift("Zusammenfassung", self.width, "─"), *tabelle, *self._verteilung()]

    def _verteilung(self) -> list[str]:
        """Say how many Maßnahmen meet how many criteria; not of a Fassung whose gaps nobody judged."""
        if not self.bericht.fassung.rahmen.vollstaendig:
            return []
        erfuellt = Counter(
            sum(urteil.lage(kriterium) is Lage.ERFUELLT for kriterium in Kriterium)
            for urteil in self.bericht.urteile
        )
        (meiste, zahl), *rest = sorted(erfuellt.items(), reverse=True)
        wort = self.einstellungen.bezeichnung(Begriff.MASSNAHME)
        wer = anzahl(zahl, f"{wort.einzahl} erfüllt", f"{wort.mehrzahl} erfüllen")
        was = "alle fünf" if meiste == len(Kriterium) else f"{WIE_VIELE[meiste]} der fünf"
        weitere = [f"{andere} {WIE_VIELE[viele]}" for viele, andere in rest]
        return ["", *absatz(", ".join([f"{wer} {was} Kriterien", *weitere]) + ".", self.width)]

    def gruende(self) -> Iterator[list[str]]:
        """Write, criterion by criterion, each rule that found something and where."""
        for kriterium in Kriterium:
            regeln = [regel for regel in Regel if KRITERIUM_VON[regel] is kriterium]
            gefunden = [self._regel(regel) for regel in regeln if self.bericht.funde(regel)]
            if gefunden:
                zeichen, name, _ = KRITERIEN[kriterium]
                heading = ueberschrift(f"{zeichen} – {name}", self.width, "─")
                rest = [line for block in gefunden[1:] for line in ("", *block)]
                yield [*heading, *gefunden[0], *rest]

    def _regel(self, regel: Regel) -> list[str]:
        worte, funde, alle = REGELN[regel], self.bericht.funde(regel), len(self.bericht.urteile)
        mehrzahl = self.einstellungen.bezeichnung(Begriff.MASSNAHME).mehrzahl
        lines = absatz(f"{worte.name}: {len(funde)} von {alle}", self.width, 2)
        rat = _KURZES_ZITAT.sub(lambda zitat: geschuetzt(zitat.group()), f"{worte.satz} {worte.abhilfe}")
        lines += absatz(rat, self.width, 4)
        gruppen: dict[str, tuple[str, list[str]]] = {}
        for urteil, grund in funde:
            zitat = belege(grund)
            gruppen.setdefault(zitat.casefold(), (zitat, []))[1].append(self._name(urteil))
        for zitat, namen in gruppen.values():
            wo = f"alle {mehrzahl}" if len(namen) == alle > 1 else ", ".join(namen)
            lines += absatz(f"{zitat}: {wo}" if zitat else wo, self.width, 4, 6)
        return lines

    def _name(self, urteil: Smarturteil) -> str:
        """Name a Maßnahme by its number, by its id where others bear the same."""
        return geschuetzt(urteil.nummer) if self.gleiche[urteil.nummer] == 1 else urteil.id


def _zeichen(urteil: Smarturteil) -> tuple[str, ...]:
    return tuple(ZEICHEN[urteil.lage(kriterium)] for kriterium in Kriterium)
