"""The Termin on a card: its wording, how each part is read, and how its Fristen stand on the Stichtag."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from konzept.render.absatz import eintrag
from konzept.render.due_words import MEHRDEUTIG
from konzept.render.karte_words import bezeichnet
from konzept.render.liste_words import LAEUFT, zustand
from konzept.render.termin_words import lesart_des_teils
from konzept.render.words import deutsches_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.termin import Teil
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.karte import Karte, Terminstand

SPALTE = 16
EINZUG = 2
TAGE_GEZEIGT = 6
"""So many days of one part in one state are named; of more the first, the last and the number."""


def terminzeilen(karte: Karte, einstellungen: Einstellungen, width: int) -> list[str]:
    """Write the wording and, part by part, the reading and the Fristen."""
    termin = karte.termin
    if termin is None:
        return []
    woher = f" (vom {bezeichnet(termin.traeger, einstellungen)})" if termin.traeger else ""
    zeilen = [("Wortlaut", f"»{termin.zeitpunkt.text}«{woher}")]
    if termin.zeitpunkt.turnus_ab is not None:
        zeilen.append(("Turnus", f"ab {termin.zeitpunkt.turnus_ab}"))
    for nummer, teil in enumerate(termin.zeitpunkt.teile, start=1):
        zeilen += _teil(termin, teil, nummer, karte.stichtag)
    return [line for name, text in zeilen for line in eintrag(name, text, width, EINZUG, SPALTE)]


def _teil(termin: Terminstand, teil: Teil, nummer: int, stichtag: date) -> Iterator[tuple[str, str]]:
    mehrere = len(termin.zeitpunkt.teile) > 1
    lesart = lesart_des_teils(teil)
    yield (f"Teil {nummer}", f"»{teil.text}«: {lesart}") if mehrere else ("gelesen als", lesart)
    if teil.mehrdeutig:
        yield "", f"{MEHRDEUTIG} mehrdeutig: {teil.hinweis or 'Der Wortlaut lässt mehrere Lesarten zu.'}"
    elif teil.hinweis:
        yield "", teil.hinweis
    eigene = [one for one in termin.fristen if one.teil == nummer]
    for massnahme, gruppe in groupby(eigene, key=lambda one: one.massnahme):
        wer = f"{massnahme}: " if len({one.massnahme for one in eigene}) > 1 else ""
        yield from (("", f"→ {wer}{satz}") for satz in _stand(list(gruppe), teil, stichtag))


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
