"""Footnotes of a text: each reference has its note, each note its reference, and no label stands for two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.texte import befund_im_text
from konzept.diagnostics import Severity
from konzept.domain.fussnoten import mit_noten, verweise, zerlegt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.fussnoten import Fussnotentext

VERDACHT = re.compile(r"\[\^")


def fussnoten(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """What is no footnote is printed as it stands; say so where somebody meant one."""
    teile = zerlegt(ort.text)
    yield from _fehlende(ort, source, teile)
    yield from _doppelte(ort, source, teile)
    yield from _unbenutzte(ort, source, teile)


def _fehlende(ort: Textort, source: SourceMap, teile: Fussnotentext) -> Iterator[Befund]:
    marken = {note.marke for note in teile.noten if note.worte}
    leere = {note.marke for note in teile.noten} - marken
    alle = [*verweise(teile.haupttext), *(marke for note in teile.noten for marke in verweise(note.worte))]
    for marke in dict.fromkeys(alle):
        if marke in marken:
            continue
        hilfe = f"Schreiben Sie die Fußnote auf eine eigene Zeile desselben Textes: »[^{marke}]: …«."
        if f"[^{marke}]:" in teile.haupttext:
            hilfe = (
                f"»[^{marke}]: …« steht mitten in einer Zeile. Setzen Sie davor eine Leerzeile; "
                "mit »|« hinter dem Schlüssel bleiben die Zeilen, wie sie sind."
            )
        elif marke in leere:
            hilfe = f"Schreiben Sie ihn hinter »[^{marke}]:«."
        yield befund_im_text(
            source,
            "fussnote-fehlt",
            Severity.WARNUNG,
            ort=ort,
            wort=f"[^{marke}]",
            meldung=f"Die Fußnote »[^{marke}]« hat keinen Text."
            if marke in leere
            else f"Zu »[^{marke}]« gibt es in diesem Text keine Fußnote; gedruckt wird es, wie es dasteht.",
            hilfe=hilfe,
        )


def _doppelte(ort: Textort, source: SourceMap, teile: Fussnotentext) -> Iterator[Befund]:
    gesehen: set[str] = set()
    gemeldet: set[str] = set()
    for note in teile.noten:
        if note.marke in gesehen and note.marke not in gemeldet:
            gemeldet.add(note.marke)
            yield befund_im_text(
                source,
                "fussnote-doppelt",
                Severity.WARNUNG,
                ort=ort,
                wort=note.ganz.split("\n", 1)[0].strip(),
                meldung=f"Die Fußnote »[^{note.marke}]« steht mehr als einmal in diesem Text; es gilt die erste.",
                hilfe="Geben Sie jeder Fußnote eine eigene Marke. Gedruckt wird fortlaufend gezählt, "
                "gleich welche Marken dastehen.",
            )
        gesehen.add(note.marke)


def _unbenutzte(ort: Textort, source: SourceMap, teile: Fussnotentext) -> Iterator[Befund]:
    gebraucht = {note.marke for note in zerlegt(mit_noten(teile.haupttext, teile.noten)).noten}
    for marke in dict.fromkeys(note.marke for note in teile.noten):
        if marke not in gebraucht:
            yield befund_im_text(
                source,
                "fussnote-unbenutzt",
                Severity.WARNUNG,
                ort=ort,
                wort=f"[^{marke}]:",
                meldung=f"Auf die Fußnote »[^{marke}]« verweist dieser Text nicht; gedruckt wird sie als Absatz.",
                hilfe=f"Schreiben Sie »[^{marke}]« an die Stelle, zu der sie gehört, oder löschen Sie sie.",
            )
