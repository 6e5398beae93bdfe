"""A card as text for 80 columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.render.absatz import absatz, eintrag, ueberschrift
from konzept.render.karte_blatt import Felder, Massnahmen, Prosa, Punkte, Satz
from konzept.render.karte_words import fliesstext
from konzept.render.liste_text import zeilentabelle
from konzept.render.table import MINIMUM_WIDTH, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.karte_blatt import Abschnitt, Blatt

_LEERZEILE = re.compile(r"\n[ \t]*\n")
KARTE_RULES: Sequence[tuple[str, str]] = (
    (r"^[A-ZÄÖÜ0-9][^\n]*\n(?=─)", "bold"),
    (r"überfällig", "bold red"),
    (r"^[─=-][─= -]*$", "dim"),
)


def karte_text(blatt: Blatt, einstellungen: Einstellungen, width: int = 80) -> str:
    """Write the card for ``width`` columns (at least 40)."""
    width = max(width, MINIMUM_WIDTH)
    bloecke = [[*ueberschrift(blatt.titel, width, "="), *_felder(blatt.kopf, width)]]
    bloecke += [list(_abschnitt(one, einstellungen, width)) for one in blatt.abschnitte]
    return "\n".join("\n".join(block) + "\n" for block in bloecke if block)


def _abschnitt(abschnitt: Abschnitt, einstellungen: Einstellungen, width: int) -> Iterator[str]:
    if abschnitt.titel:
        yield from ueberschrift(abschnitt.titel, width, "─")
    for nummer, stueck in enumerate(abschnitt.inhalt):
        if nummer and isinstance(stueck, Satz) and not stueck.einzug:
            yield ""
        if isinstance(stueck, Massnahmen):
            tabelle = zeilentabelle(stueck.zeilen, stueck.stichtag, einstellungen, width)
            yield from plain(tabelle, width).splitlines()
        else:
            yield from _stueck(stueck, width)


def _stueck(stueck: Felder | Punkte | Prosa | Satz, width: int) -> Iterator[str]:
    match stueck:
        case Felder():
            yield from _felder(stueck, width)
        case Punkte():
            for text in stueck.texte:
                yield from absatz(f"- {fliesstext(text)}", width, 2, 4)
        case Prosa():
            for n, teil in enumerate(_LEERZEILE.split(stueck.text)):
                yield from ([""] if n else [])
                yield from absatz(fliesstext(teil), width)
        case Satz():
            yield from absatz(stueck.text, width, stueck.einzug)


def _felder(felder: Felder, width: int) -> Iterator[str]:
    """Write names and values in two columns."""
    for feld in felder.felder:
        for n, zeile in enumerate(feld.zeilen):
            yield from eintrag("" if n else feld.name, zeile, width, felder.einzug, felder.spalte)
