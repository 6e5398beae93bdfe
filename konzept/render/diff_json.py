"""The comparison of two Fassungen for machines: the contract of design §6, plus keys that say more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.render.diff_termin_words import teilwechsel_in_worten, terminbemerkung
from konzept.render.diff_words import inhalt
from konzept.render.termin_words import teil_als_daten

if TYPE_CHECKING:
    from konzept.domain.terminangabe import Termin
    from konzept.reports.diff_teile import Teilwechsel
    from konzept.reports.diff_werte import (
        Aenderung,
        FeldAenderung,
        Inhalt,
        Ort,
        Seite,
        Terminwechsel,
        Verbleibschritt,
        Vergleich,
    )

    Daten = dict[str, object]


def diff_json(vergleich: Vergleich, *, alles: bool = False) -> str:
    """Return the comparison as JSON text with a final line feed; ``alles`` lists also what is only counted.

    ``alt`` and ``neu`` of a field are texts a person can read, or null if that side has none. Where a field
    is a list of items, ``bezug`` is the id of one and ``werte`` holds both sides as the files name them.
    """
    daten = {
        "von": vergleich.alt.name,
        "nach": vergleich.neu.name,
        "fassungen": {"alt": _seite(vergleich.alt), "neu": _seite(vergleich.neu)},
        "rechenschaft": vergleich.rechenschaft.value,
        "leserichtung": vergleich.leserichtung.value,
        "gruende": list(vergleich.gruende),
        "aenderungen": [_aenderung(eine, vergleich) for eine in vergleich.liste(alles=alles)],
        "bilanz": {
            ebene.value: {"alt": bilanz.alt, **bilanz.posten} for ebene, bilanz in vergleich.bilanz.items()
        },
        "zaehlung": {
            ebene.value: {art.value: zahl for art, zahl in arten.items()}
            for ebene, arten in vergleich.zaehlung.items()
        },
    }
    return json.dumps(daten, ensure_ascii=False, indent=2) + "\n"


def _seite(seite: Seite) -> Daten:
    gitstand = seite.gitstand
    return {
        "id": seite.fassung,
        "titel": seite.titel,
        "art": seite.art,
        "stand": str(seite.stand),
        "vollstaendig": seite.vollstaendig,
        "revision": seite.name.partition("@")[2] or None,
        "commit": gitstand.commit if gitstand else None,
        "commit_datum": gitstand.datum.isoformat() if gitstand and gitstand.datum else None,
    }


def _aenderung(eine: Aenderung, vergleich: Vergleich) -> Daten:
    return {
        "ebene": eine.ebene.value,
        "art": eine.art.value,
        "id": eine.id,
        "nummer_alt": eine.nummer_alt,
        "nummer_neu": eine.nummer_neu,
        "titel": eine.titel,
        "eltern_alt": eine.eltern_alt.id if eine.eltern_alt else None,
        "eltern_neu": eine.eltern_neu.id if eine.eltern_neu else None,
        "ziele": _ids(eine.ziele),
        "herkunft": _ids(eine.herkunft),
        "felder": [_feld(feld, vergleich) for feld in eine.felder],
        "grund": eine.grund.value if eine.grund else None,
        "begruendung": eine.begruendung,
        "weg": [_schritt(schritt) for schritt in eine.weg],
        "code": eine.code.value if eine.code else None,
        "erschlossen": eine.erschlossen,
        "zieltermin": {"alt": _text(eine.zieltermin.alt), "neu": _text(eine.zieltermin.neu)}
        if eine.zieltermin
        else None,
    }


def _text(termin: Termin | None) -> str | None:
    return termin.text if termin else None


def _ids(orte: tuple[Ort, ...]) -> list[str]:
    return [ort.id for ort in orte]


def _schritt(schritt: Verbleibschritt) -> Daten:
    return {
        "fassung": schritt.fassung,
        "id": schritt.id,
        "verbleib": schritt.verbleib.value,
        "ziele": list(schritt.ziele),
        "begruendung": schritt.begruendung,
        "quelle": schritt.quelle,
    }


def _feld(eine: FeldAenderung, vergleich: Vergleich) -> Daten:
    namen, bezeichnungen = vergleich.namen, vergleich.bezeichnungen
    wechsel = eine.wechsel
    return {
        "feld": eine.feld.value,
        "alt": inhalt(eine.feld, eine.alt, namen, bezeichnungen),
        "neu": inhalt(eine.feld, eine.neu, namen, bezeichnungen),
        "gewicht": eine.gewicht.value,
        "code": eine.code.value,
        "bezug": eine.bezug,
        "werte": _werte(eine.alt, eine.neu),
        "verschiebung": _verschiebung(eine, wechsel) if wechsel else None,
        "termin_des_ziels": eine.geerbt.text if eine.geerbt else None,
    }


def _verschiebung(eine: FeldAenderung, wechsel: Terminwechsel) -> Daten:
    return {
        "monate": wechsel.monate,
        "tage": wechsel.tage,
        "arten_alt": [art.value for art in wechsel.arten_alt],
        "arten_neu": [art.value for art in wechsel.arten_neu],
        "aufschuebe": wechsel.aufschuebe,
        "turnus_alt": wechsel.turnus_alt,
        "turnus_neu": wechsel.turnus_neu,
        "gleichmaessig": wechsel.gleichmaessig,
        "ohne_datum": wechsel.ohne_datum,
        "teile": [_teil(eines, wechsel) for eines in wechsel.teile],
        "text": terminbemerkung(eine),
    }


def _teil(eines: Teilwechsel, ganzes: Terminwechsel) -> Daten:
    paar = eines.paar
    return {
        "was": eines.was.value,
        "teil_alt": paar.nummer_alt,
        "teil_neu": paar.nummer_neu,
        "alt": teil_als_daten(paar.alt) if paar.alt else None,
        "neu": teil_als_daten(paar.neu) if paar.neu else None,
        "monate": eines.monate,
        "tage": eines.tage,
        "text": teilwechsel_in_worten(eines, ganzes),
    }


def _werte(alt: Inhalt | None, neu: Inhalt | None) -> Daten | None:
    if all(wert is None or isinstance(wert, str) for wert in (alt, neu)):
        return None
    return {"alt": _wert(alt), "neu": _wert(neu)}


def _wert(wert: Inhalt | None) -> object:
    if wert is None or isinstance(wert, str):
        return wert
    return wert.model_dump(mode="json", exclude_none=True)
