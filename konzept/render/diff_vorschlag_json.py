"""The suggested pairing for machines: each pair with its likeness, and every replacement by file, line and column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from konzept.render.diff_vorschlag_yaml import id_zeilen, verbleib_zeilen

if TYPE_CHECKING:
    from konzept.reports.diff_vorschlag_werte import Ersetzung, Kandidat, Paar, Vorschlag
    from konzept.reports.diff_werte import Ort

    Daten = dict[str, object]


def vorschlag_json(vorschlag: Vorschlag) -> str:
    """Return the suggestion as JSON text with a final line feed.

    Likeness is between 0 and 1. ``ersetzungen`` name the stretch that becomes ``text``, lines and columns counted
    from 1 in the files as they are: done from the last to the first, each stands where it says.
    """
    geruest = vorschlag.geruest
    daten: Daten = {
        "von": vorschlag.alt,
        "nach": vorschlag.neu,
        "vorschlaege": [_paar(paar) for paar in vorschlag.paare],
        "ohne_gegenstueck": {
            "alt": [_ort(ort) for ort in vorschlag.offen_alt],
            "neu": [_ort(ort) for ort in vorschlag.offen_neu],
        },
        "zu_gross": [ebene.value for ebene in vorschlag.zu_gross],
        "verbleib": geruest
        and {
            "datei": geruest.datei,
            "hinter_zeile": geruest.zeile,
            "zeilen": verbleib_zeilen(geruest, vorschlag.bezeichnungen),
        },
    }
    return json.dumps(daten, ensure_ascii=False, indent=2) + "\n"


def _paar(paar: Paar) -> Daten:
    einfuegung = paar.einfuegung
    wertung = paar.wertung
    return {
        "ebene": paar.ebene.value,
        "alt": _ort(paar.alt) | {"eltern": paar.eltern_alt and paar.eltern_alt.id},
        "neu": _ort(paar.neu) | {"eltern": paar.eltern_neu and paar.eltern_neu.id},
        "aehnlichkeit": _anteil(wertung.gesamt),
        "merkmale": {
            "titel": _anteil(wertung.titel),
            "text": _anteil(wertung.text),
            "akteure": _anteil(wertung.akteure),
            "ort": _anteil(wertung.ort),
        },
        "bitte_pruefen": True,
        "auch_neu": _kandidat(paar.auch_neu),
        "auch_alt": _kandidat(paar.auch_alt),
        "datei": paar.stelle.datei,
        "zeile": paar.stelle.zeile,
        "zeilen": id_zeilen(einfuegung) if einfuegung else None,
        "ersetzungen": [_ersetzung(eine) for eine in (einfuegung.id, *einfuegung.weitere)]
        if einfuegung
        else [],
    }


def _ort(ort: Ort) -> Daten:
    return {"ebene": ort.ebene.value, "id": ort.id, "nummer": ort.nummer, "titel": ort.titel}


def _kandidat(kandidat: Kandidat | None) -> Daten | None:
    return {"id": kandidat.ort.id, "aehnlichkeit": _anteil(kandidat.gesamt)} if kandidat else None


def _ersetzung(eine: Ersetzung) -> Daten:
    return {
        "datei": eine.stelle.datei,
        "zeile": eine.stelle.zeile,
        "spalte": eine.stelle.spalte,
        "laenge": eine.stelle.laenge,
        "statt": eine.statt,
        "text": eine.text,
    }


def _anteil(promille: int | None) -> float | None:
    return None if promille is None else promille / 1000
