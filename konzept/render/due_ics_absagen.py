"""Events that a calendar may still hold and the plan no longer has: the same event, cancelled (RFC 5545, 3.8.1.11).

A Maßnahme that the next Fassung drops, and a rhythm that a Beschluss replaces by another, leave events behind in
every calendar that took in an earlier export, for an import only adds and renews. So they are exported once more, by
the UID they had, as CANCELLED and with a later SEQUENCE. What was past by then stays: it was a Frist when it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.due_ics_ereignis import (
    Ereignis,
    Lage,
    folge_von,
    teiltermin_von,
    titel_von,
    uid_von,
    umfeld,
)
from konzept.render.due_words import fassungszeile, label
from konzept.render.words import kurzes_datum
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.due_ics_ereignis import Umfeld
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.due_frueher import Frueher, Rueckblick


def absagen(bericht: Duebericht, einstellungen: Einstellungen, rueckblick: Rueckblick) -> dict[str, Ereignis]:
    """Return by UID the events that earlier answers to the same question named and the plan of today does not.

    ``bericht`` is the answer of today; of its selection of bodies and Handlungsfeld only.
    """
    um = umfeld(bericht, einstellungen)
    heutige = _kennungen(rueckblick.heute, umfeld(rueckblick.heute, einstellungen))
    ergebnis: dict[str, Ereignis] = {}
    for frueher in rueckblick.fruehere:
        damals = umfeld(frueher.bericht, einstellungen)
        for eintrag, tag in _offene(frueher, bericht, damals):
            event = _abgesagtes(eintrag, tag, damals, um, _grund(frueher, bericht))
            if event.uid not in heutige:
                ergebnis.setdefault(event.uid, event)
    return ergebnis


def _offene(frueher: Frueher, bericht: Duebericht, damals: Umfeld) -> Iterator[tuple[Eintrag, date]]:
    """Give what was open then, from the day on which the plan changed, as far as it was asked for."""
    frage = bericht.frage
    vorlauf = frueher.bericht.vorlauf.eintraege if frueher.bericht.vorlauf else ()
    for one in (*frueher.bericht.eintraege, *vorlauf):
        if one.faellig is None or one.faellig < frueher.ab or one.gruppe is Gruppe.ERLEDIGT:
            continue
        feld = damals.stellen[one.massnahme or one.bezug].feld
        if frage.feld is not None and (feld is None or feld.id != frage.feld):
            continue
        if frage.akteure is None or any(akteur.id in frage.akteure for akteur in one.akteure):
            yield one, one.faellig


def _grund(frueher: Frueher, bericht: Duebericht) -> str:
    if frueher.durch_beschluss:
        return "Entfallen: Ein Beschluss hat den Termin geändert."
    ab = kurzes_datum(frueher.ab)
    return f"Entfallen: In der Fassung {bericht.fassung.id}, die ab {ab} gilt, steht diese Frist nicht mehr."


def _abgesagtes(eintrag: Eintrag, tag: date, damals: Umfeld, heute: Umfeld, grund: str) -> Ereignis:
    """Make the event of an entry that an earlier answer held, as it is now that the plan has it no more.

    ``damals`` is what was looked up for that answer, ``heute`` for the present one, which is the later of the two.
    """
    teil = teiltermin_von(eintrag, damals)
    bericht = heute.bericht
    feld = damals.stellen[eintrag.massnahme or eintrag.bezug].feld
    quelle = (
        f"Quelle: {bericht.fassung.rahmen.titel}, Fassung {fassungszeile(bericht)}; "
        f"ausgewertet zum {kurzes_datum(bericht.frage.stichtag)}"
    )
    return Ereignis(
        uid=uid_von(eintrag, tag, teil, heute.einstellungen),
        folge=folge_von(eintrag, heute),
        tag=tag,
        titel=titel_von(eintrag, Lage.ENTFALLEN, heute.einstellungen),
        beschreibung="\n".join(
            [
                grund,
                f"{label(heute.einstellungen, Begriff.TERMIN)} war: {eintrag.termin}",
                quelle,
            ]
        ),
        kategorie=feld.titel if feld else None,
        lage=Lage.ENTFALLEN,
        erinnert=False,
    )


def _kennungen(bericht: Duebericht, um: Umfeld) -> frozenset[str]:
    """Return the UIDs of all events that an answer has."""
    eintraege = bericht.eintraege + (bericht.vorlauf.eintraege if bericht.vorlauf else ())
    return frozenset(
        uid_von(one, one.faellig, teiltermin_von(one, um), um.einstellungen)
        for one in eintraege
        if one.faellig is not None
    )
