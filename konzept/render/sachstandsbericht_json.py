"""The Sachstandsbericht as JSON, for whoever makes charts or another document of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.domain.einstellungen import Ampelwort
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.sachstandsbericht_ampel import Urteil
    from konzept.reports.sachstandsbericht_teile import (
        Aenderung,
        Auskunft,
        Feldstand,
        Fristgruppe,
        Massnahmenstand,
        Sachstandsbericht,
    )

    Daten = dict[str, Any]


def sachstandsbericht_json(bericht: Sachstandsbericht, *, nur_aenderungen: bool) -> str:
    """Write the report; dates in ISO form or null, words of the Ampel and states by their keys.

    ``{"fassung", "titel", "koerperschaft", "vollstaendig", "stichtag", "seit", "seit_errechnet", "bis", "rhythmus",
    "vergleichbar", "zahlen": {…}, "ampel": [{"wort", "farbe", "anzahl", "anteil", "vorher"}], "felder": [{"id",
    "nummer", "titel", "massnahmen", "ueberfaellig", "ampel": {wort: anzahl}}], "ueberfaellig": [frist],
    "aenderungen": [{"massnahme", "nummer", "titel", "ampel", "ampel_vorher", "stand", "stand_vorher", "meldungen",
    "neu_ueberfaellig", "erledigt"}], "kommend": [frist], "massnahmen": [{"id", …}], "staende": {stand: text}}``

    ``ampel`` holds every word, so that its ``anzahl`` add up to ``zahlen.massnahmen`` and its ``anteil`` to 100. With
    ``nur_aenderungen`` felder, ueberfaellig, kommend and massnahmen are left out.
    """
    content = _kopf(bericht) | {"aenderungen": [_aenderung(one) for one in bericht.aenderungen]}
    if not nur_aenderungen:
        content |= {
            "felder": [_feld(feld) for feld in bericht.felder],
            "ueberfaellig": [_gruppe(gruppe) for gruppe in bericht.ueberfaellig],
            "kommend": [_gruppe(gruppe) for gruppe in bericht.kommend],
            "massnahmen": [_massnahme(one) for feld in bericht.felder for one in feld.massnahmen],
            "staende": {stand.value: text for stand, text in bericht.staende.items()},
        }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _kopf(bericht: Sachstandsbericht) -> Daten:
    zahlen, tage = bericht.zahlen, bericht.zeitraum
    return {
        "fassung": bericht.fassung.id,
        "titel": bericht.fassung.rahmen.titel,
        "koerperschaft": bericht.koerperschaft,
        "vollstaendig": bericht.fassung.rahmen.vollstaendig,
        "stichtag": tage.stichtag.isoformat(),
        "seit": tage.seit.isoformat(),
        "seit_errechnet": tage.errechnet,
        "bis": tage.bis.isoformat(),
        "rhythmus": tage.rhythmus.value,
        "vergleichbar": bericht.vergleichbar,
        "zahlen": {
            "massnahmen": zahlen.massnahmen,
            "gemeldet": zahlen.gemeldet,
            "ohne_antwort": zahlen.ohne_antwort,
            "ueberfaellig": zahlen.ueberfaellig,
            "ueberfaellig_ohne_meldung": zahlen.ueberfaellig_ohne_meldung,
            "neu_ueberfaellig": zahlen.neu_ueberfaellig,
            "erledigt": zahlen.erledigt,
            "nachgetragen": zahlen.nachgetragen,
            "kommend": zahlen.kommend,
        },
        "ampel": [
            {
                "wort": one.wort.value,
                "farbe": one.farbe.value,
                "anzahl": one.anzahl,
                "anteil": one.anteil,
                "vorher": one.vorher,
            }
            for one in bericht.ampel
        ],
    }


def _feld(feld: Feldstand) -> Daten:
    return {
        "id": feld.verweis.id,
        "nummer": feld.verweis.nummer,
        "titel": feld.verweis.titel,
        "massnahmen": len(feld.massnahmen),
        "ueberfaellig": feld.ueberfaellig,
        "ampel": {wort.value: zahl for wort, zahl in feld.je_wort.items()},
    }


def _massnahme(stand: Massnahmenstand) -> Daten:
    zeile = stand.zeile
    gefragt = stand.letzte if stand.letzte and not stand.letzte.ist_antwort else None
    return {
        "id": zeile.id,
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "handlungsfeld": zeile.feld.id if zeile.feld else None,
        "handlungsziel": zeile.ziel.id if zeile.ziel else None,
        "akteure": [{"id": one.id, "rolle": one.rolle.value} for one in zeile.akteure],
        "termin": zeile.termin,
        "termin_bisher": stand.bisher,
        "gemeldeter_termin": stand.gemeldeter_termin,
        "frist": _frist(zeile.frist) if zeile.frist else None,
        "ueberfaellig": zeile.ueberfaellig,
        "aufgeholt": stand.aufgeholt,
        **_urteil(stand.urteil),
        "sachstand": _auskunft(stand.antwort) if stand.antwort else None,
        "ohne_rueckmeldung_am": gefragt.meldung.am.isoformat() if gefragt else None,
    }


def _urteil(urteil: Urteil) -> Daten:
    return {
        "ampel": urteil.wort.value,
        "gruende": [
            {"art": grund.art.value, "tag": grund.tag.isoformat() if grund.tag else None, "text": grund.text}
            for grund in urteil.gruende
        ],
    }


def _auskunft(auskunft: Auskunft) -> Daten:
    meldung = auskunft.meldung
    return {
        "am": meldung.am.isoformat(),
        "erfasst": meldung.erfasst.isoformat(),
        "stand": meldung.stand.value,
        "text": auskunft.text,
        "von": meldung.von,
        "neuer_termin": meldung.neuer_termin,
        "beschluss": meldung.beschluss.model_dump(mode="json") if meldung.beschluss else None,
        "nachgetragen": auskunft.nachgetragen,
    }


def _frist(eintrag: Eintrag) -> Daten:
    return {
        "teil": eintrag.teil,
        "faellig": eintrag.faellig.isoformat() if eintrag.faellig else None,
        "gruppe": eintrag.gruppe.value,
    }


def _gruppe(gruppe: Fristgruppe) -> Daten:
    eintrag = gruppe.eintrag
    return {
        "massnahme": eintrag.massnahme,
        "handlungsziel": eintrag.handlungsziel,
        "nummer": eintrag.gliederung,
        "titel": eintrag.titel,
        "termin": eintrag.termin,
        "teil": eintrag.teil,
        "fristen": [tag.isoformat() for tag in gruppe.tage],
        "neu": gruppe.neu,
        "aufgeholt": gruppe.aufgeholt,
        "gemeldet": eintrag.gemeldet,
        "ampel": _wort(gruppe.wort),
    }


def _wort(wort: Ampelwort | None) -> str | None:
    return wort.value if wort else None


def _aenderung(eine: Aenderung) -> Daten:
    zeile, vorher, antwort = eine.jetzt.zeile, eine.vorher, eine.jetzt.antwort
    return {
        "massnahme": zeile.id,
        "nummer": zeile.nummer,
        "titel": zeile.titel,
        "ampel": eine.jetzt.urteil.wort.value,
        "ampel_vorher": _wort(vorher.wort) if vorher else None,
        "stand": antwort.meldung.stand.value if antwort else None,
        "stand_vorher": vorher.stand.value if vorher and vorher.stand else None,
        "meldungen": [_auskunft(one) for one in eine.auskuenfte],
        "neu_ueberfaellig": [_frist(one) for one in eine.neu_ueberfaellig],
        "erledigt": [_frist(one) for one in eine.erledigt],
    }
