"""The values that templates get for the Synopse: plain dicts and strings, section by section."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from konzept.domain.element import Ebene
from konzept.render.synopse_ueberblick import kopf, legende, ueberblick, verbleibsaetze
from konzept.render.synopse_words import seite, titel, vorbemerkungen
from konzept.render.synopse_zeilen import GRUENDE, Zeilenschreiber
from konzept.render.synopse_zellen import Absatzart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from konzept.render.synopse_zeilen import Bild
    from konzept.render.synopse_zellen import Stuecke, Zellabsatz
    from konzept.reports.synopse_werte import Synopse

    Werte = dict[str, Any]
    Schreibend = Callable[[Stuecke], object]


def inhalt(synopse: Synopse, schreibend: Schreibend) -> Werte:
    """Return everything a template of the Synopse may print; ``schreibend`` writes the runs of a paragraph."""
    vergleich = synopse.vergleich
    schreiber = Zeilenschreiber(synopse)
    bilder = [
        [bild for zeile in abschnitt.zeilen for bild in schreiber.bilder(zeile)]
        for abschnitt in synopse.abschnitte
    ]
    zahlen = ueberblick(vergleich)
    zeichen = legende([bild for abschnitt in bilder for bild in abschnitt])
    liste = synopse.rahmen_neu.verbleib.get(vergleich.alt.fassung)
    return {
        "synopse": {
            "titel": titel(vergleich),
            "herkunft": " · ".join(filter(None, (synopse.koerperschaft, synopse.land))),
            "plan": synopse.rahmen_neu.titel,
            "alt": {"name": vergleich.alt.name, "text": seite(vergleich.alt, synopse.rahmen_alt)},
            "neu": {"name": vergleich.neu.name, "text": seite(vergleich.neu, synopse.rahmen_neu)},
            "vorbemerkungen": vorbemerkungen(vergleich),
        },
        "ueberblick": {
            "spalten": list(zahlen.spalten),
            "zeilen": [
                {"name": name, "zahlen": [str(zahl) for zahl in eigene]} for name, eigene in zahlen.zeilen
            ],
        },
        "verbleib": list(verbleibsaetze(vergleich)),
        "legende": asdict(zeichen) | {"zeichen": zeichen.zeichen},
        "abschnitte": [
            {
                **asdict(kopf(abschnitt, vergleich)),
                "anker": f"abschnitt-{nummer}",
                "zeilen": list(_zeilen(eigene, schreibend)),
            }
            for nummer, (abschnitt, eigene) in enumerate(zip(synopse.abschnitte, bilder, strict=True), 1)
        ],
        "gruende": {
            "anker": GRUENDE,
            "saetze": list(vergleich.gruende),
            "quelle": (liste.quelle or "") if liste else "",
        },
    }


def _zeilen(bilder: Iterable[Bild], schreibend: Schreibend) -> Iterator[Werte]:
    """Give the rows of a section; ``unten`` if one belongs to the goal above it."""
    unter_ziel = False
    for bild in bilder:
        unter_ziel = unter_ziel or bild.ebene is Ebene.HANDLUNGSZIEL
        yield {**_zeile(bild, schreibend), "unten": unter_ziel and bild.ebene is Ebene.MASSNAHME}


def _zeile(bild: Bild, schreibend: Schreibend) -> Werte:
    return {
        "ebene": bild.ebene.value,
        "art": bild.art.value,
        "stelle": bild.stelle,
        "frueher": bild.frueher,
        "bisher": bild.bisher,
        "wort": bild.wort,
        "anker": bild.anker or "",
        "zeilen": [
            {
                "alt": _bloecke(zellen.alt, schreibend),
                "neu": _bloecke(zellen.neu, schreibend),
                "begruendung": _bloecke(zellen.begruendung, schreibend),
            }
            for zellen in bild.zeilen
        ],
    }


def _bloecke(absaetze: Iterable[Zellabsatz], schreibend: Schreibend) -> list[Werte]:
    """Return the paragraphs of a cell; items that follow each other are one list."""
    bloecke: list[Werte] = []
    for ist_liste, gruppe in groupby(absaetze, key=lambda eine: eine.art is Absatzart.PUNKT):
        if ist_liste:
            punkte = [schreibend(eine.stuecke) for eine in gruppe]
            bloecke.append({"art": Absatzart.PUNKT.value, "name": "", "punkte": punkte})
        else:
            bloecke += (
                {"art": eine.art.value, "name": eine.name, "stuecke": schreibend(eine.stuecke)}
                for eine in gruppe
            )
    return bloecke
