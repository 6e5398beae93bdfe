"""Tables of a text: no row has more cells than its header, as the words in them would be printed nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.checks.texte import fundstelle
from konzept.diagnostics import Severity
from konzept.domain.tabellen import VERDACHT, verluste
from konzept.domain.tabellenzeilen import ab_zelle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.checks.texte import Textort
    from konzept.diagnostics import Befund, Location, SourceMap
    from konzept.domain.tabellenzeilen import Verlust

__all__ = ["VERDACHT", "tabellen"]

BLOCKTEXTE = frozenset(
    {
        *("ausblick", "begruendung", "beschlussvorschlag", "einleitung", "finanzielle_auswirkungen"),
        *("hinweise", "leichte_sprache", "leitbild", "sachverhalt", "texte", "vorwort"),
    }
)
"""Fields whose texts may have tables: every other one is printed as a line, where a pipe is a pipe."""

MIT_BLOCKTEXT = frozenset({"beteiligung", "leitziele", "massnahmen"})
"""Lists whose entries have a ``text`` of this kind; that of a Termin, a source or a Sachstand is a line."""

_LAENGSTES_ZITAT = 60


def tabellen(ort: Textort, source: SourceMap) -> Iterator[Befund]:
    """No row has words behind its last cell."""
    if not _ist_block(ort):
        return
    zeilen = ort.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for verlust in verluste(ort.text):
        ginge = "gingen" if len(verlust.worte) > 1 else "ginge"
        yield source.befund(
            "text-tabelle",
            Severity.WARNUNG,
            _stelle(ort, source, zeilen[verlust.zeile], verlust),
            f"Diese Zeile der Tabelle hat {verlust.zellen} Zellen, ihr Kopf hat {verlust.kopfzellen}; "
            f"{_zitat(verlust.worte)} {ginge} verloren.",
            "Ein Strich, der zum Text gehört, wird als \\| geschrieben; sonst geben Sie dem Kopf eine Zelle mehr.",
        )


def _ist_block(ort: Textort) -> bool:
    felder = [teil for teil in ort.pfad[1:] if isinstance(teil, str)]
    if "verbleib" in felder:
        return False  # its reasons stand in cells of tables, as lines
    if felder[-1:] == ["text"]:
        return not MIT_BLOCKTEXT.isdisjoint(felder[-2:-1])
    return not BLOCKTEXTE.isdisjoint(felder[-2:] if "texte" in felder[-2:] else felder[-1:])


def _zitat(worte: tuple[str, ...]) -> str:
    ganz = " | ".join(worte)
    return f"»{ganz}«" if len(ganz) <= _LAENGSTES_ZITAT else f"»{ganz[:_LAENGSTES_ZITAT].rstrip()} …«"


def _stelle(ort: Textort, source: SourceMap, zeile: str, verlust: Verlust) -> Location:
    """Return where the first of the lost words stands: in its row, as the same words may stand elsewhere before."""
    reihe = zeile.strip()
    gefunden = fundstelle(source, ort.pfad, reihe)
    wort = verlust.worte[0].replace("|", "\\|")
    versatz = reihe.find(wort, ab_zelle(reihe, verlust.zellen - verlust.kopfzellen))
    spalte = gefunden.spalte - 1 + versatz
    quelle = source.line(gefunden) or ""
    if versatz < 0 or quelle[spalte : spalte + len(wort)] != wort:
        return gefunden  # the text stands in its file with other lines or signs
    return replace(gefunden, spalte=spalte + 1, laenge=len(wort))
