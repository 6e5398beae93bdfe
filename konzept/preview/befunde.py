"""Findings as values for the templates of the preview: words, places, links, the line with the stretch marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from konzept.diagnostics import SEVERITY_RANK, Severity, count_by_severity
from konzept.render.befunde import NAMES
from konzept.render.befunde_faltung import Falte, gefaltet
from konzept.render.table import visible
from konzept.render.words import anzahl

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from konzept.diagnostics import Befund, Location

_MEHRZAHL = {Severity.FEHLER: "Fehler", Severity.WARNUNG: "Warnungen", Severity.HINWEIS: "Hinweise"}
_AUSZUG = 160
"""So much of a line is quoted; of a longer one what lies around the stretch at fault."""
_DAVOR = 60


def befundliste(
    befunde: Sequence[Befund], anker_von: Callable[[Location], str | None]
) -> list[dict[str, Any]]:
    """Return what a list of findings shows, the gravest first; many of a kind are folded as in the text.

    ``anker`` is that of the element a finding speaks of, or empty.
    """
    eintraege = gefaltet(befunde)
    eintraege.sort(key=lambda eintrag: SEVERITY_RANK[_erster(eintrag).schwere])  # stable: by place within
    return [_werte(eintrag, anker_von(_erster(eintrag).ort) or "") for eintrag in eintraege]


def zahlen(befunde: Sequence[Befund]) -> str:
    """Say how many findings of each severity there are: »1 Fehler, 2 Warnungen«, without the empty ones."""
    je_schwere = count_by_severity(befunde)
    worte = [anzahl(je_schwere[one], NAMES[one], _MEHRZAHL[one]) for one in Severity if je_schwere[one]]
    return ", ".join(worte) or "keine Befunde"


def _erster(eintrag: Befund | Falte) -> Befund:
    return eintrag.erster if isinstance(eintrag, Falte) else eintrag


def _werte(eintrag: Befund | Falte, anker: str) -> dict[str, Any]:
    befund = _erster(eintrag)
    werte: dict[str, Any] = {
        "schwere": befund.schwere.value,
        "wort": NAMES[befund.schwere],
        "code": befund.code,
        "ort": _ort(befund.ort),
        "anker": anker,
        "meldung": visible(befund.meldung),
        "hilfe": visible(befund.hilfe),
        "verwandte": [f"{visible(one.text)}: {_ort(one.ort)}" for one in befund.verwandte],
        "auszug": _auszug(befund),
    }
    if isinstance(eintrag, Falte):
        weitere = anzahl(eintrag.anzahl, "weiterer Befund", "weitere Befunde")
        werte |= {
            "meldung": f"Ab hier {weitere} dieser Art; »konzept validate --format json« nennt jeden.",
            "hilfe": "",
            "verwandte": [],
            "auszug": None,
        }
    return werte


def _ort(ort: Location) -> str:
    return visible(f"{ort.datei}:{ort.zeile}")


def _auszug(befund: Befund) -> dict[str, Any] | None:
    """Cut the quoted line in three: before the stretch at fault, the stretch, and behind it."""
    zeile = befund.auszug
    if zeile is None or not zeile.strip():
        return None
    anfang = min(befund.ort.spalte - 1, len(zeile))
    ende = min(anfang + befund.ort.laenge, len(zeile))
    von = 0 if len(zeile) <= _AUSZUG else max(0, anfang - _DAVOR)
    bis = max(von + _AUSZUG, ende) if ende - von <= _AUSZUG else von + _AUSZUG
    return {
        "nummer": befund.ort.zeile,
        "davor": ("… " if von else "") + visible(zeile[von:anfang]).lstrip(),
        "stelle": visible(zeile[anfang : min(ende, bis)]),
        "danach": visible(zeile[ende:bis]) + (" …" if bis < len(zeile) else ""),
    }
