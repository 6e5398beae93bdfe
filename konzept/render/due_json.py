"""What is due as JSON: the contract of design §6, with a few keys more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.domain.beschluss import Beschluss
    from konzept.reports.due import Duebericht
    from konzept.reports.due_eintrag import Eintrag


def due_json(bericht: Duebericht) -> str:
    """Write the answer; dates in ISO form or null, groups and kinds by their words.

    Added to the contract: ``von`` and ``bis``; per entry ``gliederung``, ``teil_text``, ``mehrdeutig`` and
    ``hinweis``; in a Sachstand ``neuer_termin``; of the Termine those with nothing in the period
    (``ausserhalb``, counted, and ``ausserhalb_ids``); ``ohne_termin``, the ids of the Maßnahmen without any;
    ``vorlauf`` with its own ``eintraege``, or null if nobody asked for it, and in it ``fassung_endet``, the last day
    of the Fassung where the look ahead goes beyond it, else null; per entry ``anteil``, the part of the
    bodies asked for (``federfuehrend``, ``beteiligt``, null if nobody asked for bodies); in a Sachstand
    ``beschluss``, which makes the new Termin the one to be judged by.
    """
    termine = bericht.termine
    content = {
        "jahr": bericht.frage.jahr,
        "von": bericht.frage.von.isoformat(),
        "bis": bericht.frage.bis.isoformat(),
        "stichtag": bericht.frage.stichtag.isoformat(),
        "fassung": bericht.fassung.id,
        "eintraege": [_eintrag(bericht, eintrag) for eintrag in bericht.eintraege],
        "vorlauf": _vorlauf(bericht),
        "termine": {
            "gesamt": termine.gesamt,
            "je_gruppe": {gruppe.value: zahl for gruppe, zahl in termine.je_gruppe.items()},
            "ausserhalb": len(termine.ausserhalb),
            "ausserhalb_ids": [verweis.id for verweis in termine.ausserhalb],
        },
        "ohne_termin": [verweis.id for verweis in bericht.ohne_termin],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _vorlauf(bericht: Duebericht) -> dict[str, Any] | None:
    vorlauf = bericht.vorlauf
    if vorlauf is None:
        return None
    return {
        "tage": vorlauf.tage,
        "bis": vorlauf.bis.isoformat(),
        "fassung_endet": vorlauf.fassung_endet.isoformat() if vorlauf.fassung_endet else None,
        "eintraege": [_eintrag(bericht, eintrag) for eintrag in vorlauf.eintraege],
    }


def _eintrag(bericht: Duebericht, eintrag: Eintrag) -> dict[str, Any]:
    return {
        "massnahme": eintrag.massnahme,
        "handlungsziel": eintrag.handlungsziel,
        "bezug": eintrag.bezug,
        "nummer": eintrag.nummer,
        "gliederung": eintrag.gliederung,
        "titel": eintrag.titel,
        "termin": eintrag.termin,
        "teil": eintrag.teil,
        "teil_text": eintrag.teil_text,
        "art": eintrag.art.value,
        "mehrdeutig": eintrag.mehrdeutig,
        "hinweis": eintrag.hinweis,
        "faellig": eintrag.faellig.isoformat() if eintrag.faellig else None,
        "gruppe": eintrag.gruppe.value,
        "uebertrag": eintrag.uebertrag,
        "gemeldet": eintrag.gemeldet,
        "ohne_sachstand": eintrag.ohne_sachstand,
        "anteil": _anteil(bericht, eintrag),
        "akteure": [{"id": akteur.id, "rolle": akteur.rolle.value} for akteur in eintrag.akteure],
        "sachstand": _sachstand(eintrag),
    }


def _anteil(bericht: Duebericht, eintrag: Eintrag) -> str | None:
    if bericht.frage.akteure is None:
        return None
    return "federfuehrend" if bericht.federfuehrend(eintrag) else "beteiligt"


def _sachstand(eintrag: Eintrag) -> dict[str, Any] | None:
    meldung = eintrag.letzte
    if meldung is None:
        return None
    return {
        "am": meldung.am.isoformat(),
        "stand": meldung.stand.value,
        "text": meldung.text,
        "neuer_termin": meldung.neuer_termin,
        "beschluss": None if meldung.beschluss is None else _beschluss(meldung.beschluss),
    }


def _beschluss(beschluss: Beschluss) -> dict[str, Any]:
    return {
        "gremium": beschluss.gremium,
        "datum": beschluss.datum.isoformat() if beschluss.datum else None,
        "drucksache": beschluss.drucksache,
        "url": beschluss.url,
    }
