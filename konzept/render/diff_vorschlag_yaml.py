"""What a suggestion has a person paste into the files: whole lines of YAML, indented as they will stand there."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from konzept.domain.verbleib import Verbleibart
from konzept.render.diff_words import ebenenname
from konzept.reports.diff_vorschlag_stellen import als_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.reports.diff_vorschlag_werte import Einfuegung, Verbleibgeruest
    from konzept.reports.diff_werte import Ort

_EINZUG = "  "
_KOMMENTAR = 80
BITTE_PRUEFEN = "bitte prüfen"


def id_zeilen(einfuegung: Einfuegung) -> list[str]:
    """Return the lines that take the place of the one with the id; within braces what takes the place of the id."""
    if einfuegung.geklammert:
        return [f"id: {einfuegung.id.text}"]
    return einfuegung.id.neue_zeilen


def verbleib_zeilen(geruest: Verbleibgeruest, bezeichnungen: Mapping[Begriff, Bezeichnung]) -> list[str]:
    """Return the entries of the Verbleib, below the keys that are still missing.

    Each is valid as it stands and says no more than is known: nicht-aufgenommen, with a remark to judge it.
    """
    rand = " " * geruest.tiefe
    zeilen = []
    for schluessel in geruest.schluessel:
        zeilen.append(f"{rand}{als_yaml(schluessel)}:")
        rand += _EINZUG
    for ort in geruest.orte:
        zeilen += [
            f"{rand}# {_name(ort, bezeichnungen)}",
            f"{rand}- id: {als_yaml(ort.id)}",
            f"{rand}  verbleib: {Verbleibart.NICHT_AUFGENOMMEN.value}  # {BITTE_PRUEFEN}",
        ]
    return zeilen


def _name(ort: Ort, bezeichnungen: Mapping[Begriff, Bezeichnung]) -> str:
    """Name an item on the one line that a comment is."""
    worte = " ".join(filter(None, [ebenenname(ort.ebene, bezeichnungen), ort.nummer]))
    return shorten(f"{worte}: {ort.titel}", _KOMMENTAR, placeholder=" …")
