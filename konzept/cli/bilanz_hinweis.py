"""What commands say on stderr where a document shows an open balance: the same words in ``diff`` and ``render``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.output import write_stderr

if TYPE_CHECKING:
    from collections.abc import Sequence


def melde_offene_bilanz(alt: str, neu: str, offene: Sequence[str]) -> bool:
    """Name on stderr the ids of ``alt`` of which ``neu`` does not say what became of them; tell if there are any.

    ``alt`` and ``neu`` are Fassungen as the user calls them (2020, 2020@v1), ``offene`` ids in reading order. Where
    the answer is true, the command ends with exit code 1 (design §6), after it has written its document.
    """
    if not offene:
        return False
    from konzept.render.words import aufzaehlung

    ids = aufzaehlung([f"»{name}«" for name in offene])
    write_stderr(
        f"Fehler: Die Bilanz von {alt} nach {neu} ist offen: Es ist nicht angegeben, was aus {ids} wurde.\n"
        "Hilfe: Ergänzen Sie je einen Eintrag unter »verbleib«; »konzept validate« nennt die Stelle. "
        "Ausgegeben ist das Dokument trotzdem.\n"
    )
    return True
