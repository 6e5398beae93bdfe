"""Who carries what as JSON, for whoever makes letters or another document of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.reports.liste import Listenzeile
    from konzept.reports.zustaendigkeiten_teile import Anteil, Stellenteil, Zustaendigkeiten

    Daten = dict[str, Any]


def zustaendigkeiten_json(liste: Zustaendigkeiten) -> str:
    """Write the list; days in ISO form, kinds, roles and states by their keys, absent values null.

    ``{"fassung", "titel", "koerperschaft", "vollstaendig", "stichtag", "naechster_stichtag", "rhythmus",
    "anlaufstelle", "akteur", "stellen": [{"id", "name", "kurz", "art", "gehoert_zu", "aufgeloest", "nachfolge",
    "federfuehrend": [anteil], "beteiligt": [anteil]}], "ohne_zustaendigkeit": [massnahme]}``; an anteil is a massnahme
    with ``"rollen"``, ``"hinweise"`` and ``"abgeschlossen"``, a massnahme ``{"massnahme", "nummer", "titel", "termin",
    "frist": {"faellig", "gruppe", "mehrdeutig"} | null, "ueberfaellig", "sachstand": {"am", "stand", "text",
    "neuer_termin"} | null, "ohne_rueckmeldung_am"}``. ``nachfolge`` is who is asked in the place of a dissolved body.
    """
    rahmen = liste.fassung.rahmen
    content = {
        "fassung": liste.fassung.id,
        "titel": rahmen.titel,
        "koerperschaft": liste.koerperschaft,
        "vollstaendig": rahmen.vollstaendig,
        "stichtag": liste.stichtag.isoformat(),
        "naechster_stichtag": liste.naechster_stichtag.isoformat(),
        "rhythmus": liste.rhythmus.value,
        "anlaufstelle": liste.anlaufstelle,
        "akteur": liste.akteur.id if liste.akteur else None,
        "stellen": [_stelle(teil) for teil in liste.stellen],
        "ohne_zustaendigkeit": [_massnahme(zeile) for zeile in liste.ohne],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _stelle(teil: Stellenteil) -> Daten:
    akteur = teil.akteur
    return {
        "id": akteur.id,
        "name": akteur.name,
        "kurz": akteur.kurz,
        "art": akteur.art.value,
        "gehoert_zu": akteur.gehoert_zu,
        "aufgeloest": teil.aufgeloest,
        "nachfolge": teil.nachfolge.id if teil.nachfolge else None,
        "federfuehrend": [_anteil(anteil) for anteil in teil.federfuehrend],
        "beteiligt": [_anteil(anteil) for anteil in teil.beteiligt],
    }


def _anteil(anteil: Anteil) -> Daten:
    return {
        **_massnahme(anteil.zeile),
        "rollen": [rolle.value for rolle in anteil.rollen],
        "hinweise": list(anteil.hinweise),
        "abgeschlossen": anteil.abgeschlossen,
    }


def _massnahme(zeile: Listenzeile) -> Daten:
    frist, antwort, letzte = zeile.frist, zeile.antwort, zeile.letzte
    return {
        "massnahme": zeile.id,
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "termin": zeile.termin,
        "frist": {
            "faellig": frist.faellig.isoformat() if frist.faellig else None,
            "gruppe": frist.gruppe.value,
            "mehrdeutig": frist.mehrdeutig,
        }
        if frist
        else None,
        "ueberfaellig": zeile.ueberfaellig,
        "sachstand": {
            "am": antwort.am.isoformat(),
            "stand": antwort.stand.value,
            "text": antwort.text,
            "neuer_termin": antwort.neuer_termin,
        }
        if antwort
        else None,
        "ohne_rueckmeldung_am": letzte.am.isoformat() if letzte and letzte is not antwort else None,
    }
