"""A whole Fassung as open data: JSON in the form of the contract »konzept/1« (konzept_vertrag.py, docs/daten.md)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.render import konzept_vertrag as vertrag
from konzept.render.konzept_json_formen import beschluss, lizenz, text_oder_nichts
from konzept.render.konzept_json_stand import sprache, ueberblick
from konzept.render.konzept_json_stufen import Schreiber
from konzept.render.vertrag_schema import vertrag_schema

if TYPE_CHECKING:
    from konzept.domain.akteur import Akteur
    from konzept.domain.beschluss import Vorlage
    from konzept.reports.akteur import Akteurzeile
    from konzept.reports.konzept_daten import Konzeptdaten
    from konzept.reports.konzept_teile import Programmteil
    from konzept.reports.konzept_verbleib import Anhang


def konzept_json(daten: Konzeptdaten) -> str:
    """Write the open data of a Fassung; every key of the contract is there, what is not known is null or empty.

    ``intern`` of any level is not among them: each field is named here or in konzept_json_stufen.py.
    """
    return json.dumps(_datensatz(daten), ensure_ascii=False, indent=2) + "\n"


def konzept_schema() -> str:
    """Write the JSON Schema (2020-12) of what ``konzept_json`` writes."""
    return vertrag_schema(vertrag.Datensatz, vertrag.ABSCHNITTE)


def _datensatz(daten: Konzeptdaten) -> vertrag.Datensatz:
    konzept, schreiber = daten.konzept, Schreiber(daten)
    verweise = daten.verweise
    return {
        "vertrag": vertrag.VERTRAG,
        "sprache": "de",
        "koerperschaft": konzept.koerperschaft,
        "land": konzept.land,
        "herausgeber": daten.herausgeber,
        "lizenz": lizenz(daten.lizenz),
        "verweise": {
            "impressum": verweise.impressum if verweise else None,
            "datenschutz": verweise.datenschutz if verweise else None,
            "barrierefreiheit": verweise.barrierefreiheit if verweise else None,
        },
        "bezeichnungen": {
            begriff.value: {"einzahl": wort.einzahl, "mehrzahl": wort.mehrzahl}
            for begriff, wort in konzept.bezeichnungen.items()
        },
        "hinweise": list(konzept.plan_hinweise),
        "fassung": _fassung(daten, schreiber),
        "umfang": {
            "handlungsfelder": konzept.umfang.felder,
            "handlungsziele": konzept.umfang.ziele,
            "massnahmen": konzept.umfang.massnahmen,
        },
        "leitziele": [schreiber.leitziel(teil) for teil in konzept.leitziele],
        "handlungsfelder": [schreiber.feld(teil) for teil in konzept.felder],
        "akteure": [
            *(_akteur(zeile.akteur, zeile) for _, zeilen in konzept.akteure for zeile in zeilen),
            *(_akteur(akteur, None) for akteur in daten.umgebung),
        ],
        "foerderprogramme": [_programm(teil) for teil in konzept.programme],
        "verbleib": [_verbleib(anhang) for anhang in konzept.anhaenge],
        "stichtag": daten.stichtag.isoformat(),
        "staende": {stand.value: text for stand, text in daten.standtexte.items()},
        "ueberblick": ueberblick(daten.ueberblick),
        "sprachen": [sprache(stand) for stand in daten.sprachen],
    }


def _fassung(daten: Konzeptdaten, schreiber: Schreiber) -> vertrag.Fassung:
    konzept = daten.konzept
    rahmen, vorher = konzept.rahmen, konzept.vorgaenger
    return {
        "id": konzept.fassung,
        "titel": rahmen.titel,
        "art": rahmen.art,
        "stand": str(rahmen.stand),
        "gilt_von": text_oder_nichts(rahmen.gilt_von),
        "gilt_bis": text_oder_nichts(rahmen.gilt_bis),
        "erster_tag": text_oder_nichts(daten.erster_tag),
        "letzter_tag": text_oder_nichts(daten.letzter_tag),
        "vollstaendig": rahmen.vollstaendig,
        "vorgaenger": {
            "id": vorher.id,
            "titel": vorher.titel,
            "art": vorher.art,
            "vollstaendig": vorher.vollstaendig,
        }
        if vorher
        else None,
        "beschluss": beschluss(rahmen.beschluss),
        "vorlage": _vorlage(rahmen.vorlage) if rahmen.vorlage else None,
        "beratungsfolge": [
            {"gremium": one.gremium, "art": one.art, "termin": one.termin, "ergebnis": one.ergebnis}
            for one in rahmen.beratungsfolge
        ],
        "vorwort": rahmen.vorwort,
        "leitbild": rahmen.leitbild,
        "ausblick": rahmen.ausblick,
        "beteiligung": [
            {
                "titel": one.titel,
                "zeitraum": one.zeitraum,
                "umfang": one.umfang,
                "text": one.text,
                "quelle": one.quelle,
            }
            for one in rahmen.beteiligung
        ],
        "abkuerzungen": dict(konzept.abkuerzungen),
        "quellen": [{"text": one.text, "url": one.url, "zugriff": one.zugriff} for one in rahmen.quellen],
        **schreiber.element(rahmen, konzept.hin, ()),
    }


def _vorlage(vorlage: Vorlage) -> vertrag.Vorlage:
    return {
        "nummer": vorlage.nummer,
        "datum": text_oder_nichts(vorlage.datum),
        "amt": vorlage.amt,
        "beschlussvorschlag": vorlage.beschlussvorschlag,
        "sachverhalt": vorlage.sachverhalt,
        "finanzielle_auswirkungen": vorlage.finanzielle_auswirkungen,
        "anlagen": list(vorlage.anlagen),
    }


def _akteur(akteur: Akteur, zeile: Akteurzeile | None) -> vertrag.Akteur:
    return {
        "id": akteur.id,
        "name": akteur.name,
        "kurz": akteur.kurz,
        "aliasse": list(akteur.aliasse),
        "art": akteur.art.value,
        "gehoert_zu": akteur.gehoert_zu,
        "gueltig_von": text_oder_nichts(akteur.gueltig_von),
        "gueltig_bis": text_oder_nichts(akteur.gueltig_bis),
        "nachfolger": akteur.nachfolger,
        "hinweis": akteur.hinweis,
        "quelle": akteur.quelle,
        "anteile": [
            {"massnahme": one.massnahme, "rolle": one.rolle.value, "hinweis": one.hinweis}
            for one in (zeile.anteile if zeile else ())
        ],
    }


def _programm(teil: Programmteil) -> vertrag.Foerderprogramm:
    programm = teil.programm
    return {
        "id": programm.id,
        "name": programm.name,
        "geber": programm.geber,
        "zeitraum": programm.zeitraum,
        "summe": programm.summe,
        "anteile": [{"geber": one.geber, "prozent": one.prozent} for one in programm.anteile],
        "fundstelle": programm.fundstelle,
        "hinweis": programm.hinweis,
        "massnahmen": [verweis.id for verweis in teil.massnahmen],
    }


def _verbleib(anhang: Anhang) -> vertrag.Verbleib:
    return {
        "fassung": anhang.vorgaenger.id,
        "gruende": list(anhang.gruende),
        "quelle": anhang.quelle,
        "eintraege": [
            {
                "id": one.id,
                "ebene": one.alt.ebene.value if one.alt else None,
                "nummer": one.alt.nummer if one.alt else None,
                "titel": one.alt.titel if one.alt else None,
                "verbleib": one.verbleib.value,
                "ziele": [ziel for ziel, _ in one.ziele],
                "begruendung": one.begruendung,
                "quelle": one.quelle,
            }
            for one in anhang.eintraege
        ],
    }
