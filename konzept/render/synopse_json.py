"""The Synopse for machines: the comparison as ``diff`` gives it, with the marks and what the rows show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from konzept.render.diff_json import diff_json
from konzept.render.diff_words import inhalt
from konzept.reports.synopse_werte import Sammelzeile, Stellenzeile, Verweiszeile
from konzept.reports.wortvergleich import wortvergleich

if TYPE_CHECKING:
    from konzept.reports.diff_werte import Namen
    from konzept.reports.synopse_werte import Abschnitt, Angabe, Synopse, Zeile

    Daten = dict[str, Any]


def synopse_json(synopse: Synopse) -> str:
    """Return the Synopse as JSON text with a final line feed.

    Every key is that of the diff, with all ids listed. Added are to each Feld that both sides hold ``laeufe``, its
    texts word by word, to each Änderung ``angaben``, what its row shows of both sides, and ``begruendung_fehlt``;
    and ``abschnitte``, the rows in their order. ``begruendung`` is also the reason of what is new or changed.
    """
    daten: Daten = json.loads(diff_json(synopse.vergleich, alles=True))
    zeilen = {
        zeile.aenderung.id: zeile
        for abschnitt in synopse.abschnitte
        for zeile in abschnitt.zeilen
        if isinstance(zeile, Stellenzeile)
    }
    for eine in daten["aenderungen"]:
        zeile = zeilen.get(eine["id"])
        for feld in eine["felder"]:
            feld.update(_marken(feld["alt"], feld["neu"]))
        eine["angaben"] = [_angabe(angabe, synopse) for angabe in zeile.angaben] if zeile else []
        eine["begruendung_fehlt"] = zeile.begruendung_fehlt if zeile else False
    daten["abschnitte"] = [_abschnitt(abschnitt) for abschnitt in synopse.abschnitte]
    return json.dumps(daten, ensure_ascii=False, indent=2) + "\n"


def _marken(alt: str | None, neu: str | None) -> Daten:
    if alt is None or neu is None:
        return {"laeufe": None, "neu_gefasst": None}
    vergleich = wortvergleich(alt, neu)
    return {
        "laeufe": [
            {"art": lauf.art.value, "text": lauf.text, "redaktionell": lauf.redaktionell}
            for lauf in vergleich.laeufe
        ],
        "neu_gefasst": vergleich.neu_gefasst,
    }


def _angabe(angabe: Angabe, synopse: Synopse) -> Daten:
    def seite(namen: Namen, seite_: str) -> list[str]:
        texte = (
            inhalt(angabe.feld, getattr(wert, seite_), namen, synopse.vergleich.bezeichnungen)
            for wert in angabe.werte
        )
        return [text for text in texte if text is not None]

    return {
        "feld": angabe.feld.value,
        "alt": seite(synopse.namen_alt, "alt"),
        "neu": seite(synopse.vergleich.namen, "neu"),
        "verglichen": angabe.verglichen,
    }


def _abschnitt(abschnitt: Abschnitt) -> Daten:
    return {
        "ebene": abschnitt.ebene.value,
        "ids": [eine.id for eine in abschnitt.koepfe],
        "gefaltet": abschnitt.gefaltet.value if abschnitt.gefaltet else None,
        "zeilen": [_zeile(zeile) for zeile in abschnitt.zeilen],
    }


def _zeile(zeile: Zeile) -> Daten:
    match zeile:
        case Stellenzeile():
            return {"art": "stelle", "ids": [zeile.aenderung.id]}
        case Verweiszeile():
            return {"art": "verweis", "ids": [zeile.aenderung.id]}
        case Sammelzeile():
            return {"art": zeile.art.value, "ids": [eine.id for eine in zeile.aenderungen]}
