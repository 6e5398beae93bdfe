"""How a part of a Termin was read, in German words: its kind, its days, its rhythm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from konzept.domain.termin import TerminArt, schreibe_termin
from konzept.render.words import deutsches_datum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.termin import Teil

TERMINARTEN = {
    TerminArt.FAELLIG: "fällig",
    TerminArt.ZEITRAUM: "Zeitraum",
    TerminArt.LAUFEND: "laufend",
    TerminArt.WIEDERKEHREND: "wiederkehrend",
    TerminArt.UNBESTIMMT: "unbestimmt",
}
ERKLAERUNGEN = {
    TerminArt.FAELLIG: "einmal, an einem Tag oder bis zu ihm",
    TerminArt.ZEITRAUM: "der letzte Tag ist die Frist",
    TerminArt.LAUFEND: "auf Dauer, ohne Frist",
    TerminArt.WIEDERKEHREND: "jedes Mal eine eigene Frist",
    TerminArt.UNBESTIMMT: "aus dem Wortlaut folgt kein Datum",
}
UNLESBAR = "nicht lesbar – es folgt kein Datum"
OHNE_ANKER = "keine: Von welchem Jahr an der Turnus zählt, ist nicht genannt."
TAGE_GEZEIGT = 12
"""So many dates of one part are named; of more the first, the last and the number."""


def art_in_worten(teil: Teil) -> str:
    """Name the kind of a part with what follows from it."""
    return f"{TERMINARTEN[teil.art]} – {ERKLAERUNGEN[teil.art]}" if teil.gelesen else UNLESBAR


def lesart_des_teils(teil: Teil) -> str:
    """Say in one phrase how a part was read: fällig am 31.12.2021 (Zeit dafür: ab 1.1.2021)."""
    von = f"ab {deutsches_datum(teil.beginn)}" if teil.beginn else ""
    bis = f"bis {deutsches_datum(teil.ende)}" if teil.ende else ""
    if not teil.gelesen:
        return UNLESBAR
    match teil.art:
        case TerminArt.FAELLIG if teil.ende is not None:
            zeit = f" (Zeit dafür: {von})" if von else ""
            return f"fällig am {deutsches_datum(teil.ende)}{zeit}"
        case TerminArt.WIEDERKEHREND:
            return " ".join(filter(None, ("wiederkehrend:", rhythmus_in_worten(teil), von, bis)))
        case TerminArt.UNBESTIMMT:
            return "unbestimmt, kein Datum"
        case _:
            return " ".join(filter(None, (TERMINARTEN[teil.art], von, bis)))


def rhythmus_in_worten(teil: Teil) -> str:
    """Write the rhythm of a part without its first and last day: jährlich im September, alle 2 Jahre.

    A rule that the grammar would not read back stands beside these words as it is given.
    """
    if teil.rrule is None:
        return "wie oft, ist nicht genannt"
    try:
        return schreibe_termin((replace(teil, beginn=None, ende=None, mehrdeutig=False),))
    except ValueError:
        return "nach eigener Regel"


def tage_in_worten(tage: Sequence[date]) -> str:
    """List days; of many the first, the last and the number."""
    if len(tage) > TAGE_GEZEIGT:
        return f"{deutsches_datum(tage[0])} bis {deutsches_datum(tage[-1])}, {len(tage)} Fristen"
    return ", ".join(map(deutsches_datum, tage))


def am_stichtag(tage: Sequence[date], stichtag: date) -> str:
    """Say how many days have passed on the Stichtag, and which comes next."""
    vorbei = sum(tag < stichtag for tag in tage)
    tag = deutsches_datum(stichtag)
    if len(tage) == 1:
        return f"{tag}: vorbei" if vorbei else f"{tag}: noch nicht vorbei"
    naechste = f", die nächste am {deutsches_datum(tage[vorbei])}" if vorbei < len(tage) else ""
    return f"{tag}: {vorbei} von {len(tage)} vorbei{naechste}"


def teil_als_daten(teil: Teil) -> dict[str, Any]:
    """Give a part as the JSON contract of design §6 has it, and whether it could be read (``gelesen``)."""
    return {
        "text": teil.text,
        "art": teil.art.value,
        "beginn": teil.beginn.isoformat() if teil.beginn else None,
        "ende": teil.ende.isoformat() if teil.ende else None,
        "rrule": teil.rrule,
        "mehrdeutig": teil.mehrdeutig,
        "hinweis": teil.hinweis,
        "gelesen": teil.gelesen,
    }
