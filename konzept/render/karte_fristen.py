"""The Termin on a card: its wording, how each part is read, and how its Fristen stand on the Stichtag."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from konzept.domain.werte import nummer_schluessel
from konzept.render.due_words import MEHRDEUTIG
from konzept.render.karte_blatt import Feld
from konzept.render.karte_words import bezeichnet
from konzept.render.konzept_werte import beschlusszeile
from konzept.render.liste_words import LAEUFT, zustand
from konzept.render.termin_words import lesart_des_teils
from konzept.render.words import deutsches_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.sachstand import Meldung
    from konzept.domain.termin import Teil
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.karte import Terminstand

TAGE_GEZEIGT = 6
"""So many days of one part in one state are named; of more the first, the last and the number."""


def terminfelder(termin: Terminstand, stichtag: date, einstellungen: Einstellungen) -> Iterator[Feld]:
    """Give the wording and, part by part, the reading and the Fristen."""
    woher = f" (vom {bezeichnet(termin.traeger, einstellungen)})" if termin.traeger else ""
    if termin.gesetzt is not None:
        woher = f" ({_beschluss(termin.gesetzt)})"
    yield Feld("Wortlaut", (f"»{termin.zeitpunkt.text}«{woher}",))
    if termin.bisher is not None:
        yield Feld("bisher", (f"»{termin.bisher}«",))
    if termin.zeitpunkt.turnus_ab is not None:
        yield Feld("Turnus", (f"ab {termin.zeitpunkt.turnus_ab}",))
    for nummer, teil in enumerate(termin.zeitpunkt.teile, start=1):
        mehrere = len(termin.zeitpunkt.teile) > 1
        yield Feld(
            f"Teil {nummer}" if mehrere else "gelesen als", tuple(_teil(termin, teil, nummer, stichtag))
        )


def _beschluss(meldung: Meldung) -> str:
    """Name the Beschluss that set a new Termin, and the report that names it."""
    laut = beschlusszeile(meldung.beschluss) if meldung.beschluss else ""
    return f"neu durch Beschluss: {laut}, gemeldet am {deutsches_datum(meldung.am)}"


def _teil(termin: Terminstand, teil: Teil, nummer: int, stichtag: date) -> Iterator[str]:
    lesart = lesart_des_teils(teil)
    yield f"»{teil.text}«: {lesart}" if len(termin.zeitpunkt.teile) > 1 else lesart
    if teil.mehrdeutig:
        yield f"{MEHRDEUTIG} mehrdeutig: {teil.hinweis or 'Der Wortlaut lässt mehrere Lesarten zu.'}"
    elif teil.hinweis:
        yield teil.hinweis
    eigene = [one for one in termin.fristen if one.teil == nummer]
    staende: dict[str, tuple[str, ...]] = {}
    eigene.sort(key=lambda one: nummer_schluessel(one.gliederung))
    for gliederung, gruppe in groupby(eigene, key=lambda one: one.gliederung):
        staende[gliederung] = tuple(_stand(list(gruppe), teil, stichtag))
    gleich = len(set(staende.values())) == 1  # those of a goal mostly are
    for gliederung, saetze in list(staende.items())[: 1 if gleich else None]:
        wer = "" if gleich else f"{gliederung}: "
        yield from (f"→ {wer}{satz}" for satz in saetze)


def _stand(fristen: Sequence[Eintrag], teil: Teil, stichtag: date) -> Iterator[str]:
    """Say for each state which days are in it."""
    je_stand: dict[str, list[Eintrag]] = {}
    for one in fristen:
        je_stand.setdefault(zustand(one, stichtag, teil.beginn), []).append(one)
    for stand, eintraege in je_stand.items():
        tage = sorted(one.faellig for one in eintraege if one.faellig is not None)
        ohne = ""
        if eintraege[0].gruppe is Gruppe.UEBERFAELLIG and not eintraege[0].gemeldet:
            ohne = ", ohne Meldung"
        if tage and stand == LAEUFT:
            wann = f" bis {deutsches_datum(tage[-1])}"
        elif len(tage) > TAGE_GEZEIGT:
            wann = f": {len(tage)} Fristen vom {deutsches_datum(tage[0])} bis {deutsches_datum(tage[-1])}"
        else:
            wann = f": {', '.join(map(deutsches_datum, tage))}" if tage else ""
        yield f"{stand}{wann}{ohne}"
