"""The card of one thing as JSON; ``intern`` only where it was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.domain.handlungsfeld import Massnahme
from konzept.render.karte_words import gegenstand_von
from konzept.render.termin_words import teil_als_daten
from konzept.reports.konzept_teile import Massnahmenteil, Zielteil

if TYPE_CHECKING:
    from konzept.domain.beschluss import Beschluss
    from konzept.domain.handlungsfeld import Kosten
    from konzept.domain.sachstand import Meldung
    from konzept.render.karte_words import Gegenstand
    from konzept.reports.due_eintrag import Eintrag
    from konzept.reports.karte import Akteurkarte, Karte, Terminstand
    from konzept.reports.karte_geschichte import Station, Uebergang
    from konzept.reports.karte_programm import Programmkarte
    from konzept.reports.konzept_bezuege import Bezug, Verweis

    Daten = dict[str, Any]


def karte_json(karte: Karte, *, intern: bool = False) -> str:
    """Write a card; dates in ISO form or null. A key that another level has too is the same there."""
    teil = karte.teil
    gegenstand = gegenstand_von(teil)
    content: Daten = {
        "fassung": karte.fassung.id,
        "stichtag": karte.stichtag.isoformat(),
        "ebene": karte.verweis.ebene.value,
        "id": karte.verweis.id,
        "nummer": karte.verweis.nummer,
        "titel": karte.verweis.titel,
        "text": _text(gegenstand),
        "textart": gegenstand.textart.value,
        "eltern": [_verweis(one) for one in karte.eltern],
        "termin": _termin(karte.termin) if karte.termin else None,
        "fristen": [_frist(one) for one in karte.termin.fristen] if karte.termin else [],
        "sachstand": [_meldung(one) for one in karte.meldungen],
        "ohne_sachstand": karte.veraltet,
        "querbezuege": [_bezug(one) for one in teil.hin],
        "rueckbezuege": [_bezug(one) for one in teil.zurueck],
        "indikatoren": [one.model_dump(mode="json") for one in gegenstand.indikatoren],
        "hinweise": list(gegenstand.hinweise),
        "leichte_sprache": gegenstand.leichte_sprache,
        "texte": dict(gegenstand.texte),
        "erschlossen": gegenstand.erschlossen,
        "quelle": gegenstand.quelle,
        "massnahmen": [one.id for one in karte.zeilen],
        "geschichte": [_station(one) for one in karte.geschichte],
    }
    if isinstance(teil, Massnahmenteil):
        content |= _massnahme(teil)
    if isinstance(teil, Zielteil):
        content["leitziele"] = [name for name, _ in teil.leitziele]
    if intern:
        content["intern"] = gegenstand.intern
    return _geschrieben(content)


def akteurkarte_json(karte: Akteurkarte) -> str:
    """Write the card of a body: what it and what belongs to it carry."""
    akteur = karte.akteur
    content = {
        "fassung": karte.fassung.id,
        "stichtag": karte.stichtag.isoformat(),
        "ebene": "akteur",
        **akteur.model_dump(mode="json", exclude={"gueltig_von", "gueltig_bis"}),
        "gueltig_von": str(akteur.gueltig_von) if akteur.gueltig_von else None,
        "gueltig_bis": str(akteur.gueltig_bis) if akteur.gueltig_bis else None,
        "massnahmen": [
            {
                "id": anteil.massnahme,
                "nummer": anteil.nummer,
                "titel": anteil.titel,
                "akteur": zeile.akteur.id,
                "rolle": anteil.rolle.value,
                "hinweis": anteil.hinweis,
                "stand": _stand(karte, anteil.massnahme),
                "ueberfaellig": karte.zeilen[anteil.massnahme].ueberfaellig,
            }
            for zeile in karte.stellen
            for anteil in zeile.anteile
        ],
    }
    return _geschrieben(content)


def programmkarte_json(karte: Programmkarte) -> str:
    """Write the card of a funding programme: its terms, what it pays for here, and how much in other Fassungen."""
    content = {
        "fassung": karte.fassung.id,
        "stichtag": karte.stichtag.isoformat(),
        "ebene": "foerderprogramm",
        **karte.programm.model_dump(mode="json"),
        "massnahmen": [
            {
                "id": zeile.id,
                "nummer": zeile.nummer,
                "titel": zeile.titel,
                "hinweise": [one.hinweis for one in karte.foerderungen[zeile.id] if one.hinweis],
                "stand": zeile.letzte.stand.value if zeile.letzte else None,
                "ueberfaellig": zeile.ueberfaellig,
            }
            for zeile in karte.zeilen
        ],
        "anderswo": dict(karte.anderswo),
    }
    return _geschrieben(content)


def _stand(karte: Akteurkarte, massnahme: str) -> str | None:
    letzte = karte.zeilen[massnahme].letzte
    return letzte.stand.value if letzte else None


def _massnahme(teil: Massnahmenteil) -> Daten:
    massnahme = teil.massnahme
    return {
        "zustaendigkeiten": [
            {
                "id": one.id,
                "name": one.akteur.name if one.akteur else None,
                "rolle": rolle.value,
                "hinweis": one.hinweis,
            }
            for rolle, liste in teil.rollen
            for one in liste
        ],
        "foerderungen": [
            {"id": one.id, "name": one.programm.name if one.programm else None, "hinweis": one.hinweis}
            for one in teil.mittel
        ],
        "kosten": _kosten(massnahme.kosten) if massnahme.kosten else None,
        "beschluss": _beschluss(massnahme.beschluss) if massnahme.beschluss else None,
    }


def _kosten(kosten: Kosten) -> Daten:
    betrag = None if kosten.betrag is None else str(kosten.betrag)
    waehrung = None if kosten.betrag is None else kosten.waehrung
    return {"text": kosten.text, "betrag": betrag, "waehrung": waehrung, "jahr": kosten.jahr}


def _beschluss(beschluss: Beschluss) -> Daten:
    return beschluss.model_dump(mode="json")


def _text(gegenstand: Gegenstand) -> str | None:
    if isinstance(gegenstand, Massnahme):
        return gegenstand.text
    text = getattr(gegenstand, "text", None) or getattr(gegenstand, "einleitung", None)
    return None if text is None else str(text)


def _termin(termin: Terminstand) -> Daten:
    zeitpunkt = termin.zeitpunkt
    return {
        "text": zeitpunkt.text,
        "von": termin.traeger.id if termin.traeger else None,
        "bisher": termin.bisher,
        "turnus_ab": zeitpunkt.turnus_ab,
        "teile": [teil_als_daten(teil) for teil in zeitpunkt.teile],
    }


def _frist(eintrag: Eintrag) -> Daten:
    return {
        "massnahme": eintrag.massnahme,
        "teil": eintrag.teil,
        "faellig": eintrag.faellig.isoformat() if eintrag.faellig else None,
        "gruppe": eintrag.gruppe.value,
        "ohne_sachstand": eintrag.ohne_sachstand,
    }


def _meldung(meldung: Meldung) -> Daten:
    return meldung.model_dump(mode="json", exclude={"massnahme"})


def _verweis(verweis: Verweis) -> Daten:
    return {"ebene": verweis.ebene.value, "id": verweis.id, "nummer": verweis.nummer, "titel": verweis.titel}


def _bezug(bezug: Bezug) -> Daten:
    ziel = bezug.ziel or (bezug.frueher.verweis if bezug.frueher else None)
    return {
        "art": bezug.art.value,
        "id": bezug.id,
        "fassung": bezug.frueher.fassung if bezug.frueher and not bezug.ziel else None,
        "ebene": ziel.ebene.value if ziel else None,
        "nummer": ziel.nummer if ziel else None,
        "titel": ziel.titel if ziel else None,
        "hinweis": bezug.hinweis,
    }


def _station(station: Station) -> Daten:
    verbleib, hier = station.verbleib, station.verweis
    return {
        "fassung": station.fassung,
        "lage": station.lage.value,
        "nummer": hier.nummer if hier else None,
        "titel": hier.titel if hier else None,
        "erschlossen": station.erschlossen,
        "meldungen": station.meldungen,
        "verbleib": {
            "art": verbleib.art.value,
            "ziele": [ziel.id for ziel in verbleib.ziele],
            "begruendung": verbleib.begruendung,
            "quelle": verbleib.quelle,
        }
        if verbleib
        else None,
        "aufgenommen": [_aufgenommen(alt, art.value) for alt, art in station.aufgenommen],
    }


def _aufgenommen(alt: Uebergang, art: str) -> Daten:
    return {
        "id": alt.id,
        "nummer": alt.verweis.nummer if alt.verweis else None,
        "titel": alt.verweis.titel if alt.verweis else None,
        "verbleib": art,
    }


def _geschrieben(content: Daten) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
