"""One Frist as an event of a calendar: what it is called, by what it is known again, and what a reader learns from it.

No calendar library is needed here; ``due_ics_kalender`` writes these values down.

``uid`` is made of what stays: the county, the id of the Maßnahme (of a goal that has none, its own), the number of
the Teil and, where a Termin comes again, the unit of time it is for, which is the year wherever it comes once a
year. A Frist that a later Fassung or a Beschluss moves is therefore the same event on another day, and a second
export doubles nothing. ``folge`` rises with the Stichtag and, on one day, with the reports written down on it:
what an event says can change with every day that passes, with a report and with a new Fassung, and of these only
the Stichtag puts any two exports in order. So a later one never has the lower number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.handlungsfeld import Handlungsziel
from konzept.domain.kalender import MONATE_IM_JAHR
from konzept.domain.sachstand import Stand
from konzept.domain.termin.rhythmus import Takt
from konzept.domain.terminangabe import Termin
from konzept.render.due_gemeldet import reported_with_text
from konzept.render.due_words import fassungszeile, label
from konzept.render.words import ROLLEN, kurzes_datum
from konzept.reports.due_gruppe import Gruppe
from konzept.reports.due_teil import Teiltermin

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.fassung import Stelle
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin.rhythmus import Rhythmus
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag

WELT = "konzept"
"""What stands behind the @ of every UID; RFC 7986 (5.3) wants no name of a machine or domain there."""
LAENGSTE_KENNUNG = 60
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
ERSTES_JAHR, JAHRE, TAGE, ZAEHLGRENZE = 2000, 200, 79_999, 99
"""What ``folge`` counts: years of adoption, days of the Stichtag, reports of one day; together 31 bits."""
VORSPANN = {Gruppe.UEBERFAELLIG: "Überfällig", Gruppe.ERLEDIGT: "Erledigt"}


class Lage(StrEnum):
    """The STATUS of an event (RFC 5545, 3.8.1.11): certain, one reading of several, or not needed any more."""

    FEST = "CONFIRMED"
    EINE_LESART = "TENTATIVE"
    ENTFALLEN = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Ereignis:
    """An event of one day; ``erinnert`` says whether the calendar shall speak up some time before."""

    uid: str
    folge: int
    tag: date
    titel: str
    beschreibung: str
    kategorie: str | None
    lage: Lage
    erinnert: bool


@dataclass(frozen=True, slots=True)
class Umfeld:
    """What is looked up once for all events of one answer; ``stellen`` are the ids of the Fassung."""

    bericht: Duebericht
    einstellungen: Einstellungen
    stellen: dict[str, Stelle]


def umfeld(bericht: Duebericht, einstellungen: Einstellungen) -> Umfeld:
    """Look up every id of the Fassung once."""
    return Umfeld(bericht, einstellungen, {stelle.id: stelle for stelle in bericht.fassung.stellen()})


def ereignis(eintrag: Eintrag, tag: date, um: Umfeld) -> Ereignis:
    """Make the event of an entry that has the Frist ``tag``."""
    teil = teiltermin_von(eintrag, um)
    lage = _lage(eintrag, tag, teil, um.bericht)
    rhythmus = teil.rhythmus
    kurz = rhythmus is not None and rhythmus.takt in {Takt.TAG, Takt.WOCHE}
    feld = um.stellen[eintrag.massnahme or eintrag.bezug].feld
    return Ereignis(
        uid=uid_von(eintrag, tag, teil, um.einstellungen),
        folge=folge_von(eintrag, um),
        tag=tag,
        titel=titel_von(eintrag, lage, um.einstellungen),
        beschreibung="\n".join(_beschreibung(eintrag, tag, lage, um)),
        kategorie=feld.titel if feld else None,
        lage=lage,
        erinnert=eintrag.gruppe not in VORSPANN and tag >= um.bericht.frage.stichtag and not kurz,
    )


def kennung(einstellungen: Einstellungen) -> str | None:
    """Return the county's name as a word of ASCII letters, so that equal ids of two counties stay apart."""
    name = (einstellungen.koerperschaft or "").casefold().translate(UMLAUTE)
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", ascii_name))[:LAENGSTE_KENNUNG].strip("-") or None


def uid_von(eintrag: Eintrag, tag: date, teil: Teiltermin, einstellungen: Einstellungen) -> str:
    """Return by what a calendar knows the event of an entry again, as the module says."""
    einheit = None
    if teil.wiederkehrend:
        einheit = f"{tag.year:04}" if _einmal_im_jahr(teil.rhythmus) else tag.isoformat()
    teile = (kennung(einstellungen), eintrag.massnahme or eintrag.bezug, str(eintrag.teil), einheit)
    return ".".join(filter(None, teile)) + f"@{WELT}"


def _einmal_im_jahr(rhythmus: Rhythmus | None) -> bool:
    if rhythmus is None or len(rhythmus.monate) > 1:
        return False
    ganze_jahre = rhythmus.takt is Takt.MONAT and rhythmus.intervall % MONATE_IM_JAHR == 0
    return rhythmus.takt is Takt.JAHR or ganze_jahre


def teiltermin_von(eintrag: Eintrag, um: Umfeld) -> Teiltermin:
    """Read the part of the Termin that an entry is about once more, for its rhythm; its dates are not needed."""
    termin = um.stellen[eintrag.bezug].termin
    if termin is None or termin.text != eintrag.termin:  # a Beschluss has put another in its place
        termin = Termin(text=eintrag.termin)
    teil = termin.lies(um.einstellungen.fristworte)[eintrag.teil - 1]
    return Teiltermin(eintrag.teil, teil, tage=(), moeglich=False)


def folge_von(eintrag: Eintrag, um: Umfeld) -> int:
    """Return a number that grows from export to export: the Fassung before the Stichtag before that day's reports.

    An export that looks back at an earlier Fassung must not move the events of a later one. RFC 5545, 3.3.8 limits
    it to 2147483647: two centuries of years, of days, and up to 99 reports.
    """
    tag, jahr = um.bericht.frage.stichtag, um.bericht.fassung.angenommen_am.year
    heute = sum(meldung.erfasst == tag for meldung in _meldungen(eintrag, um))
    rang = min(max(jahr - ERSTES_JAHR, 0), JAHRE)
    tage = min(max((tag - date(ERSTES_JAHR, 1, 1)).days, 0), TAGE)
    return (rang * (TAGE + 1) + tage) * (ZAEHLGRENZE + 1) + min(heute, ZAEHLGRENZE)


def _meldungen(eintrag: Eintrag, um: Umfeld) -> list[Meldung]:
    """Return the reports known on the Stichtag on the Maßnahme, of a goal on each of its Maßnahmen."""
    stelle = um.stellen.get(eintrag.massnahme or eintrag.bezug)
    if stelle is None:
        return []  # the Fassung does not hold it any more
    massnahmen = {stelle.id}
    if isinstance(stelle.gegenstand, Handlungsziel):
        massnahmen = {massnahme.id for massnahme in stelle.gegenstand.massnahmen}
    sachstand = um.bericht.fassung.sachstand
    bekannt = sachstand.bekannt_am(um.bericht.frage.stichtag) if sachstand else ()
    return [meldung for meldung in bekannt if meldung.massnahme in massnahmen]


def _lage(eintrag: Eintrag, tag: date, teil: Teiltermin, bericht: Duebericht) -> Lage:
    if eintrag.gruppe is Gruppe.ERLEDIGT:
        antwort = eintrag.antwort
        weg = antwort is not None and antwort.stand is Stand.ENTFALLEN
        return Lage.ENTFALLEN if weg and not _erfuellt(eintrag, tag, teil, bericht) else Lage.FEST
    return Lage.EINE_LESART if eintrag.mehrdeutig else Lage.FEST


def _erfuellt(eintrag: Eintrag, tag: date, teil: Teiltermin, bericht: Duebericht) -> bool:
    """Tell whether a report names this very Frist as met: it stays so when the Maßnahme is dropped later.

    A report that names a part without a Frist speaks of the units begun by then, as everywhere in ``due``.
    """
    sachstand = bericht.fassung.sachstand
    return any(
        erfuellung.teil == teil.nummer
        and (
            erfuellung.frist == tag
            or (erfuellung.frist is None and (not teil.wiederkehrend or teil.einheit_ab(tag) <= meldung.am))
        )
        for meldung in (sachstand.bekannt_am(bericht.frage.stichtag) if sachstand else ())
        if meldung.massnahme == eintrag.massnahme
        for erfuellung in meldung.erfuellt
    )


def titel_von(eintrag: Eintrag, lage: Lage, einstellungen: Einstellungen) -> str:
    """Name the event on one line: the state first, because calendars cut off the end."""
    stand = "Entfallen" if lage is Lage.ENTFALLEN else VORSPANN.get(eintrag.gruppe, "Frist")
    ebene = "" if eintrag.massnahme else f"{label(einstellungen, Begriff.HANDLUNGSZIEL)} "
    teil = "" if eintrag.teil_text == eintrag.termin else f" ({eintrag.teil_text})"
    return " ".join(f"{stand} {ebene}{eintrag.gliederung}: {eintrag.titel}{teil}".split())


def _beschreibung(eintrag: Eintrag, tag: date, lage: Lage, um: Umfeld) -> list[str]:
    """Say in plain lines what the plan and the log have on this Frist."""
    bericht, einstellungen = um.bericht, um.einstellungen
    zeilen = [f"{label(einstellungen, Begriff.TERMIN)}: {eintrag.termin}"]
    if eintrag.teil_text != eintrag.termin:
        zeilen.append(f"Davon hier: {eintrag.teil_text}")
    zeilen.append(f"Frist: {kurzes_datum(tag)}{_urteil(eintrag, lage, bericht)}")
    if eintrag.mehrdeutig:
        satz = "Der Wortlaut lässt mehrere Lesarten zu; dieses Datum folgt aus einer davon."
        zeilen.append(" ".join(filter(None, (satz, eintrag.hinweis))))
    for rolle in Rolle:
        namen = dict.fromkeys(one.kurz for one in eintrag.akteure if one.rolle is rolle)
        if namen:
            zeilen.append(f"{ROLLEN[rolle].capitalize()}: {', '.join(namen)}")
    zeilen += [f"Anteil {one.kurz}: {ROLLEN[one.rolle]}" for one in bericht.anteile(eintrag)]
    zeilen.append(f"Sachstand: {reported_with_text([eintrag])}")
    zeilen += _ort(eintrag, um)
    zeilen.append(
        f"Quelle: {bericht.fassung.rahmen.titel}, Fassung {fassungszeile(bericht)}; "
        f"ausgewertet zum {kurzes_datum(bericht.frage.stichtag)}"
    )
    return zeilen


def _urteil(eintrag: Eintrag, lage: Lage, bericht: Duebericht) -> str:
    if lage is Lage.ENTFALLEN:
        return ", entfallen"
    if eintrag.gruppe is Gruppe.ERLEDIGT:
        return ", erledigt"
    if eintrag.gruppe is Gruppe.UEBERFAELLIG:
        return f", am {kurzes_datum(bericht.frage.stichtag)} überfällig"
    return ""


def _ort(eintrag: Eintrag, um: Umfeld) -> list[str]:
    """Name the Handlungsfeld, and the goal of a Maßnahme."""
    stelle = um.stellen[eintrag.massnahme or eintrag.bezug]
    orte = [(Begriff.HANDLUNGSFELD, stelle.feld), (Begriff.HANDLUNGSZIEL, stelle.ziel)]
    return [
        f"{label(um.einstellungen, begriff)}: {ort.nummer} {ort.titel}"
        for begriff, ort in orte
        if ort is not None
    ]
