"""Who carries what as a document on A4 upright: body by body, what it leads and what it is involved in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.konzept_werte import akteurart
from konzept.render.schriftstueck import (
    Absatzart,
    Inhaltsverzeichnis,
    Metadaten,
    Schriftstueck,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.words import kurzes_datum
from konzept.render.zustaendigkeiten_tafeln import anteiltafel, ohnetafel
from konzept.render.zustaendigkeiten_words import (
    LEGENDE,
    OHNE_ANTEIL,
    TITEL,
    aufgeloest,
    kopfsatz,
    ohne_satz,
    planname,
    stellenzusatz,
    summenzeile,
    wort,
    zaehlhinweis,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.schriftstueck import Block
    from konzept.reports.zustaendigkeiten_teile import Stellenteil, Zustaendigkeiten

VERZEICHNIS_AB = 4
"""So many bodies and more need a table of contents."""


def zustaendigkeiten_schriftstueck(liste: Zustaendigkeiten) -> Schriftstueck:
    """Return the list as a document: the bodies by kind, at the end what nobody carries."""
    titel = f"{TITEL}: {liste.akteur.name}" if liste.akteur else TITEL
    stichtag = f"Stichtag {kurzes_datum(liste.stichtag)}"
    return Schriftstueck(
        titel=titel,
        bloecke=tuple(_bloecke(liste)),
        untertitel=planname(liste),
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (liste.koerperschaft, liste.land))),
            stand=stichtag,
            beschreibung=f"Je Stelle ihre {wort(liste).mehrzahl} mit Termin, nächster Frist und letzter Meldung",
            datum=liste.stichtag,
        ),
        kopfzeile=f"{titel} · {stichtag}",
        fusszeile=liste.koerperschaft or "",
    )


def _bloecke(liste: Zustaendigkeiten) -> Iterator[Block]:
    yield absatz(kopfsatz(liste))
    yield absatz(zaehlhinweis(liste), art=Absatzart.KLEIN)
    if any(
        eine.zeile.frist and eine.zeile.frist.mehrdeutig for teil in liste.stellen for eine in teil.anteile
    ):
        yield absatz(LEGENDE, art=Absatzart.KLEIN)
    if len(liste.stellen) >= VERZEICHNIS_AB:
        yield Inhaltsverzeichnis(stufen=2)
    for art, teile in liste.gruppen:
        yield Ueberschrift(1, worte(akteurart(art, liste.koerperschaft)))
        for teil in teile:
            yield from _stelle(liste, teil)
    if liste.ohne:
        yield Ueberschrift(1, worte(f"{wort(liste).mehrzahl} ohne Zuständigkeit"))
        yield absatz(ohne_satz(liste))
        yield ohnetafel(liste)


def _stelle(liste: Zustaendigkeiten, teil: Stellenteil) -> Iterator[Block]:
    yield Ueberschrift(2, worte(teil.akteur.name), f"akteur-{teil.akteur.id}")
    zusatz = stellenzusatz(teil)
    if zusatz:
        yield absatz(zusatz, art=Absatzart.KLEIN)
    if teil.aufgeloest:
        yield absatz(aufgeloest(teil), art=Absatzart.VERMERK)
    yield from teil_bloecke(liste, teil, 3)


def teil_bloecke(liste: Zustaendigkeiten, teil: Stellenteil, stufe: int) -> Iterator[Block]:
    """Give what a body leads and what it is involved in below headings of ``stufe``, or that it has no part."""
    if not teil.anteile:
        yield absatz(OHNE_ANTEIL)
        return
    yield absatz(f"{summenzeile(liste, teil)[:1].upper()}{summenzeile(liste, teil)[1:]}.")
    for name, anteile in (("Federführend", teil.federfuehrend), ("Beteiligt", teil.beteiligt)):
        if anteile:
            yield Ueberschrift(stufe, worte(name))
            yield anteiltafel(liste, teil, anteile, name.lower())
