"""What was not carried over as JSON, for whoever makes another document of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.verbleib_teile import Abschnitt, Alte, Verbleibbericht

    Daten = dict[str, Any]


def verbleib_json(bericht: Verbleibbericht) -> str:
    """Write the account; codes of Verbleib by their keys, absent values null.

    ``{"fassung", "titel", "koerperschaft", "vollstaendig", "abschnitte": [{"vorgaenger", "titel", "art", "stand",
    "vollstaendig", "gruende", "quelle", "bilanz": {ebene: {"alt", "fortgefuehrt", …, "offen"}}, "eintraege":
    [{"ebene", "id", "nummer", "titel", "text", "textart", "handlungsfeld", "handlungsziel", "auskunft", "verbleib",
    "ziele": [{"ebene", "id", "nummer", "titel"}], "begruendung", "quelle", "fundstelle", "erschlossen"}],
    "fortgefuehrte_ziele": [{…, "neu": {…}, "erschlossen"}]}]}``. ``bilanz`` is that of ``konzept diff``;
    ``fortgefuehrte_ziele`` are the goals that stay while Maßnahmen of them went.
    """
    rahmen = bericht.fassung.rahmen
    content = {
        "fassung": bericht.fassung.id,
        "titel": rahmen.titel,
        "koerperschaft": bericht.koerperschaft,
        "vollstaendig": rahmen.vollstaendig,
        "abschnitte": [_abschnitt(abschnitt) for abschnitt in bericht.abschnitte],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _abschnitt(abschnitt: Abschnitt) -> Daten:
    alt = abschnitt.alt
    bleibende = [
        gruppe.ziel
        for feld in abschnitt.felder
        for gruppe in feld.gruppen
        if gruppe.ziel and not gruppe.ziel.verblieb
    ]
    return {
        "vorgaenger": alt.name,
        "titel": alt.titel,
        "art": alt.art,
        "stand": str(alt.stand),
        "vollstaendig": alt.vollstaendig,
        "gruende": list(abschnitt.gruende),
        "quelle": abschnitt.quelle,
        "bilanz": {
            ebene.value: {"alt": bilanz.alt, **bilanz.posten} for ebene, bilanz in abschnitt.bilanz.items()
        },
        "eintraege": [_eintrag(*gegangen) for gegangen in abschnitt.gegangene()],
        "fortgefuehrte_ziele": [
            {
                **_ort(ziel.ort),
                "neu": _ort(ziel.neu) if ziel.neu else None,
                "fundstelle": ziel.fundstelle,
                "erschlossen": ziel.erschlossen,
            }
            for ziel in bleibende
        ],
    }


def _eintrag(alte: Alte, feld: Alte | None, ziel: Alte | None) -> Daten:
    verblieb = alte.verblieb
    return {
        **_ort(alte.ort),
        "text": alte.text,
        "textart": "zusammenfassung" if alte.zusammengefasst else "wortlaut",
        "handlungsfeld": feld.ort.id if feld else None,
        "handlungsziel": ziel.ort.id if ziel else None,
        "auskunft": verblieb.auskunft.value if verblieb else None,
        "verbleib": verblieb.verbleib.value if verblieb and verblieb.verbleib else None,
        "ziele": [_ort(one) for one in verblieb.ziele] if verblieb else [],
        "begruendung": verblieb.begruendung if verblieb else None,
        "quelle": verblieb.quelle if verblieb else None,
        "fundstelle": alte.fundstelle,
        "erschlossen": alte.erschlossen,
    }


def _ort(ort: Verweis) -> Daten:
    return {"ebene": ort.ebene.value, "id": ort.id, "nummer": ort.nummer, "titel": ort.titel}
