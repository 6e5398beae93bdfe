"""Writing a Termin: one plain wording for each part, which reads back to the same part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.kalender import jahresspanne
from konzept.domain.termin.rhythmus import Rhythmus, Takt
from konzept.domain.termin.teil import Teil, TerminArt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_MONATE: Final = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip
_ADVERBIEN: Final = {
    (Takt.JAHR, 1): "jährlich",
    (Takt.MONAT, 6): "halbjährlich",
    (Takt.MONAT, 3): "vierteljährlich",
    (Takt.MONAT, 1): "monatlich",
    (Takt.WOCHE, 1): "wöchentlich",
    (Takt.TAG, 1): "täglich",
}
_MEHRZAHL: Final = {Takt.JAHR: "Jahre", Takt.MONAT: "Monate", Takt.WOCHE: "Wochen", Takt.TAG: "Tage"}
_VIERSTELLIG: Final = range(1900, 2200)


def schreibe_termin(teile: Sequence[Teil]) -> str:
    """Return a wording that `lies_termin` reads to parts of the same kern; raises ValueError for none.

    What a wording of its own cannot say (a rhythm that ends with another UNTIL than the part) is not written.
    """
    if not teile:
        msg = "Ein Termin hat mindestens einen Teil."
        raise ValueError(msg)
    return "; ".join(_schreibe(teil) for teil in teile)


def _schreibe(teil: Teil) -> str:
    wortlaut = _wortlaut(teil)
    return f"{wortlaut} (mehrdeutig)" if teil.mehrdeutig else wortlaut


def _wortlaut(teil: Teil) -> str:
    match teil.art:
        case TerminArt.FAELLIG if teil.ende is not None:
            return _faellig(teil.beginn, teil.ende)
        case TerminArt.ZEITRAUM if teil.ende is not None:
            if teil.beginn is None:
                return f"für den Zeitraum bis {_tag(teil.ende)}"
            return _spanne(teil.beginn, teil.ende)
        case TerminArt.LAUFEND:
            return "fortlaufend" if teil.beginn is None else f"fortlaufend ab {_tag(teil.beginn)}"
        case TerminArt.WIEDERKEHREND:
            return _rhythmus(teil)
        case _:
            return "unbestimmt" if teil.gelesen else "unlesbar"


def _tag(tag: date) -> str:
    return f"{tag.day:02d}.{tag.month:02d}.{tag.year:04d}"


def _spanne(beginn: date, ende: date) -> str:
    ganze = (beginn, ende) == (jahresspanne(beginn.year)[0], jahresspanne(ende.year)[1])
    if ganze and beginn.year in _VIERSTELLIG and ende.year in _VIERSTELLIG and beginn.year != ende.year:
        return f"{beginn.year}–{ende.year}"
    return f"vom {_tag(beginn)} bis {_tag(ende)}"


def _faellig(beginn: date | None, ende: date) -> str:
    if beginn is None:
        return f"bis {_tag(ende)}"
    if (beginn, ende) == jahresspanne(ende.year) and ende.year in _VIERSTELLIG:
        return f"{ende.year}"
    return f"fällig vom {_tag(beginn)} bis {_tag(ende)}"


def _rhythmus(teil: Teil) -> str:
    if teil.rrule is None:
        return " ".join(["regelmäßig", *_grenzen(teil)])
    regel = Rhythmus.parse(teil.rrule)
    wort = _ADVERBIEN.get((regel.takt, regel.intervall), f"alle {regel.intervall} {_MEHRZAHL[regel.takt]}")
    worte = [wort, *_grenzen(teil)]  # before the months: »im März bis …« would be a span
    if regel.monate and regel.tag is None:
        worte.append(f"im {_aufgezaehlt([_MONATE[monat - 1] for monat in regel.monate])}")
    elif regel.monate:
        worte.append(f"am {_aufgezaehlt([f'{regel.tag}. {_MONATE[monat - 1]}' for monat in regel.monate])}")
    return " ".join(worte)


def _aufgezaehlt(woerter: list[str]) -> str:
    return " und ".join([", ".join(woerter[:-1]), woerter[-1]] if len(woerter) > 1 else woerter)


def _grenzen(teil: Teil) -> list[str]:
    if teil.beginn is not None and teil.ende is not None:
        return [f"vom {_tag(teil.beginn)} bis {_tag(teil.ende)}"]
    if teil.beginn is not None:
        return [f"ab {_tag(teil.beginn)}"]
    return [f"bis {_tag(teil.ende)}"] if teil.ende is not None else []
