"""The reading of a Termin as text for 80 columns: every part, why it may be doubted, and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.render.absatz import absatz, eintrag
from konzept.render.table import MINIMUM_WIDTH
from konzept.render.termin_words import (
    OHNE_ANKER,
    am_stichtag,
    art_in_worten,
    rhythmus_in_worten,
    tage_in_worten,
)
from konzept.render.words import anzahl, aufzaehlung, deutsches_datum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.reports.termin import Auskunft, Teilauskunft

SPALTE = 12
EINZUG = 2
TERMIN_RULES: Sequence[tuple[str, str]] = (
    (r"^Teil \d+: .*$", "bold"),
    (r"^  Mehrdeutig +.*$", "yellow"),
    (r"nicht lesbar", "bold red"),
)


def termin_text(auskunft: Auskunft, width: int = 80) -> str:
    """Write the answer for ``width`` columns (at least 40)."""
    width = max(width, MINIMUM_WIDTH)
    lines = absatz(f"»{' '.join(auskunft.text.split())}«", width)
    if len(auskunft.teile) > 1:
        lines += absatz(f"Gelesen als {anzahl(len(auskunft.teile), 'Teil', 'Teile')}.", width)
    for nummer, one in enumerate(auskunft.teile, start=1):
        lines += ["", *_teil(auskunft, one, nummer, width)]
    lines += ["", *_schluss(auskunft, width)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _teil(auskunft: Auskunft, one: Teilauskunft, nummer: int, width: int) -> list[str]:
    teil = one.teil
    zeilen = [("Art", art_in_worten(teil))]
    if teil.beginn is not None:
        zeilen.append(("Beginn", deutsches_datum(teil.beginn)))
    if teil.ende is not None:
        name = "Fällig am" if teil.art is TerminArt.FAELLIG else "Ende"
        zeilen.append((name, deutsches_datum(teil.ende)))
    if teil.art is TerminArt.WIEDERKEHREND:
        zeilen.append(("Rhythmus", rhythmus_in_worten(teil) + (f" ({teil.rrule})" if teil.rrule else "")))
    if teil.mehrdeutig:
        zeilen.append(("Mehrdeutig", teil.hinweis or "Der Wortlaut lässt mehrere Lesarten zu."))
    elif teil.hinweis:
        zeilen.append(("Hinweis", teil.hinweis))
    fristen = _fristen(auskunft, one)
    if fristen:
        zeilen.append(("Fristen" if len(one.fristen) > 1 else "Frist", fristen))
    if auskunft.stichtag is not None and one.fristen:
        zeilen.append(("Stichtag", am_stichtag(one.fristen, auskunft.stichtag)))
    titel = absatz(f"Teil {nummer}: {teil.text}", width, folge=EINZUG) if len(auskunft.teile) > 1 else []
    return titel + [line for name, text in zeilen for line in eintrag(name, text, width, EINZUG, SPALTE)]


def _fristen(auskunft: Auskunft, one: Teilauskunft) -> str:
    """List the dates, or say why there are none; empty for what never has one."""
    teil = one.teil
    if one.fristen:
        return tage_in_worten(one.fristen)
    if one.moeglich:
        return OHNE_ANKER
    if teil.art is TerminArt.WIEDERKEHREND:
        if teil.rrule is None:
            return ""
        return "keine im Zeitraum" if auskunft.zeitraum else "erst für einen Zeitraum"
    if teil.ende is None or auskunft.zeitraum is None:
        return ""
    return "vor dem Zeitraum" if teil.ende < auskunft.zeitraum.von else "nach dem Zeitraum"


def _schluss(auskunft: Auskunft, width: int) -> list[str]:
    """Say for which days the dates are given, and what the reading would need to know."""
    lines: list[str] = []
    rhythmen = [one for one in auskunft.teile if one.teil.art is TerminArt.WIEDERKEHREND and one.teil.rrule]
    zeitraum = auskunft.zeitraum
    if zeitraum:
        woher = f" (Fassung {auskunft.fassung})" if auskunft.fassung else ""
        tage = f"{deutsches_datum(zeitraum.von)} bis {deutsches_datum(zeitraum.bis)}"
        lines += absatz(f"Zeitraum der Fristen: {tage}{woher}.", width)
    elif any(not one.moeglich for one in rhythmen):
        lines += absatz("Den Zeitraum nennen »--year JAHR« oder »--von« und »--bis«.", width)
    ohne_anker = [one for one in rhythmen if one.teil.beginn is None and auskunft.turnus_ab is None]
    if ohne_anker and auskunft.rahmen and not all(one.moeglich for one in ohne_anker):
        von, bis = auskunft.rahmen
        ende = f" bis {deutsches_datum(bis)}" if bis else " an"
        satz = f"Ein Rhythmus ohne Beginn zählt nur, was ganz in die Zeit vom {deutsches_datum(von)}{ende} fällt."
        lines += absatz(satz, width)
    if auskunft.turnus_ab is not None and rhythmen:
        lines += absatz(f"Der Turnus zählt ab {auskunft.turnus_ab}.", width)
    if any(one.moeglich for one in auskunft.teile):
        lines += absatz("Das Anfangsjahr nennt »--turnus-ab JAHR«, im Plan »turnus_ab«.", width)
    if auskunft.ungeklaert:
        worte = aufzaehlung([f"»{wort}«" for wort in auskunft.ungeklaert])
        lines += absatz(f"Was {worte} heißt, legt ein Plan in data/konzept.yaml unter »fristen« fest.", width)
    return lines
