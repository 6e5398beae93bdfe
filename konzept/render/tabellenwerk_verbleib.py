"""What was not carried over as a workbook: one row for each id that went, what became of it and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.diff_words import ebenenname
from konzept.render.konzept_werte import standzeile
from konzept.render.schriftstueck import Metadaten
from konzept.render.tabellenwerk import Blatt, Spalte, Tabellenwerk
from konzept.render.tabellenwerk_text import klartext
from konzept.render.verbleib_words import TITEL, ZUSAMMENFASSUNG, label, verbleibwort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.tabellenwerk import Wert
    from konzept.reports.verbleib_teile import Abschnitt, Alte, Verbleibbericht

_SPALTEN = (
    Spalte("Aus der Fassung", breite=12),
    Spalte("Ebene", breite=16),
    Spalte("Nr. (alt)", breite=10),
    Spalte("Titel", breite=44),
    Spalte("Wortlaut", breite=52),
    Spalte("Textart", breite=20),
    Spalte("Gehört zu", breite=34),
    Spalte("Verbleib", breite=28),
    Spalte("Lebt weiter in", breite=44),
    Spalte("Begründung", breite=48),
    Spalte("Fundstelle", breite=26),
    Spalte("Erschlossen", breite=12),
    Spalte("id", breite=30),
)


def verbleib_tabellenwerk(bericht: Verbleibbericht) -> Tabellenwerk:
    """Return the workbook; numbers of what went are those of its own Fassung, of where it lives on those of the new."""
    rahmen = bericht.fassung.rahmen
    zeilen = tuple(zeile for abschnitt in bericht.abschnitte for zeile in _zeilen(bericht, abschnitt))
    return Tabellenwerk(
        titel=f"{TITEL}: {rahmen.titel}",
        blaetter=(Blatt("Verbleib", _SPALTEN, zeilen, fest=3),),
        metadaten=Metadaten(
            koerperschaft=bericht.koerperschaft or "",
            stand=standzeile(rahmen),
            beschreibung=f"{rahmen.titel}, {rahmen.art}",
            datum=rahmen.stand.erster_tag,
        ),
        kopfzeile=f"{TITEL} · {rahmen.titel}",
    )


def _zeilen(bericht: Verbleibbericht, abschnitt: Abschnitt) -> Iterator[tuple[Wert, ...]]:
    for alte, feld, ziel in abschnitt.gegangene():
        verblieb, worte = alte.verblieb, bericht.bezeichnungen
        if verblieb is None:
            continue
        quellen = dict.fromkeys(filter(None, (verblieb.quelle, alte.fundstelle)))
        yield (
            abschnitt.alt.name,
            ebenenname(alte.ort.ebene, worte),
            alte.ort.nummer,
            alte.ort.titel,
            klartext(alte.text),
            ZUSAMMENFASSUNG if alte.text and alte.zusammengefasst else "",
            _oben(ziel or feld),
            verbleibwort(verblieb),
            "\n".join(f"{label(one, worte)}: {one.titel}" for one in verblieb.ziele),
            verblieb.begruendung,
            "; ".join(quellen),
            "ja" if alte.erschlossen else "nein",
            alte.ort.id,
        )


def _oben(alte: Alte | None) -> str:
    return " ".join(filter(None, (alte.ort.nummer, alte.ort.titel))) if alte else ""
