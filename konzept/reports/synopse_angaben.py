"""The fields of one id as a row of the Synopse shows them: what differs, or all there is where one side has nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Textart
from konzept.domain.handlungsfeld import Massnahme
from konzept.reports.diff_codes import Feld
from konzept.reports.diff_felder import FELD_RANG, PROSA
from konzept.reports.diff_wortlaut import schreibform
from konzept.reports.synopse_werte import Angabe, Gegenueber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.domain.element import Planelement
    from konzept.reports.diff_werte import Aenderung, FeldAenderung, Inhalt

LISTEN = frozenset(
    {Feld.ZUSTAENDIGKEITEN, Feld.FOERDERUNGEN, Feld.LEITZIELE, Feld.INDIKATOREN, Feld.QUERBEZUEGE}
)
UEBERTRAGUNGEN = frozenset({Feld.LEICHTE_SPRACHE, Feld.TEXTE})
"""Nobody adopted these; a Synopse only says that they changed."""

_INHALT = tuple(feld for feld in Feld if feld not in {Feld.EBENE, Feld.TITEL, Feld.HINWEISE, *UEBERTRAGUNGEN})
"""What is shown of an id that only one side has; its title heads the cell, its notes stand beside it."""


def angaben(
    aenderung: Aenderung, alt: Planelement | None, neu: Planelement | None, *, teilweise: bool
) -> tuple[Angabe, ...]:
    """Return the fields that a row shows, in the order of ``Feld``, without the title.

    Of a list both sides come whole, with what is unchanged, in the order of the new side; what is gone stands where
    it stood. ``teilweise`` is as for the comparison: what one side does not document is not shown as gone or new.
    """
    if alt is None or neu is None:
        eines = alt or neu
        return tuple(_einseitige(eines, ist_neu=alt is None)) if eines else ()
    gefunden = {angabe.feld: angabe for angabe in _unverglichene(alt, neu, teilweise=teilweise)}
    gruppen: dict[Feld, list[FeldAenderung]] = {}
    for eine in aenderung.felder:
        if eine.feld not in {Feld.TITEL, *UEBERTRAGUNGEN} and not _neuer_hinweis(eine):
            gruppen.setdefault(eine.feld, []).append(eine)
    for feld, gruppe in gruppen.items():
        werte: Iterable[Gegenueber] = (Gegenueber(eine.alt, eine.neu, eine) for eine in gruppe)
        if feld in LISTEN:
            werte = _liste(getattr(alt, feld.value, ()), getattr(neu, feld.value, ()), gruppe)
        gefunden[feld] = Angabe(feld, tuple(werte))
    return tuple(sorted(gefunden.values(), key=lambda angabe: FELD_RANG[angabe.feld]))


def neue_hinweise(aenderung: Aenderung, alt: Planelement | None, neu: Planelement | None) -> tuple[str, ...]:
    """Return the notes of the new side that the old one does not have: they explain what is new."""
    if neu is None:
        return ()
    if alt is None:
        return neu.hinweise
    neue = {eine.neu for eine in aenderung.felder if _neuer_hinweis(eine)}
    return tuple(hinweis for hinweis in neu.hinweise if hinweis in neue)


def titelzeile(
    aenderung: Aenderung,
    alt: Planelement | None,
    neu: Planelement | None,
    gezeigte: Iterable[Angabe],
) -> Gegenueber:
    """Return the titles that head both sides; None where a text stands below that begins with the same words."""
    mit_text = any(angabe.feld is Feld.TEXT for angabe in gezeigte)
    wechsel = next((eine for eine in aenderung.felder if eine.feld is Feld.TITEL), None)
    return Gegenueber(_titel(alt, mit_text=mit_text), _titel(neu, mit_text=mit_text), wechsel)


def _titel(element: Planelement | None, *, mit_text: bool) -> str | None:
    if isinstance(element, Massnahme):
        if not mit_text:
            return element.anzeigetitel
        titel = element.titel
        beginnt = titel is not None and schreibform(element.text).startswith(schreibform(titel))
        return None if beginnt else titel
    titel = getattr(element, Feld.TITEL.value, None)
    return titel if isinstance(titel, str) else None


def _neuer_hinweis(eine: FeldAenderung) -> bool:
    return eine.feld is Feld.HINWEISE and eine.alt is None


def _einseitige(element: Planelement, *, ist_neu: bool) -> Iterator[Angabe]:
    for feld in _INHALT:
        wert = getattr(element, feld.value, None)
        if not wert:
            continue
        werte: tuple[Inhalt, ...] = wert if feld in LISTEN else (wert,)
        paare = (Gegenueber(None, eines) if ist_neu else Gegenueber(eines, None) for eines in werte)
        yield Angabe(feld, tuple(paare))


def _unverglichene(alt: Planelement, neu: Planelement, *, teilweise: bool) -> Iterator[Angabe]:
    """Give the texts that differ but were not compared, as one of them is only a summary."""
    if Textart.ZUSAMMENFASSUNG not in {alt.textart, neu.textart}:
        return
    for feld in PROSA:
        vorher, nachher = getattr(alt, feld.value, None), getattr(neu, feld.value, None)
        einseitig = vorher is None or nachher is None
        if vorher != nachher and not (teilweise and einseitig):
            yield Angabe(feld, (Gegenueber(vorher, nachher),), verglichen=False)


def _liste(
    alt: tuple[Inhalt, ...], neu: tuple[Inhalt, ...], aenderungen: Iterable[FeldAenderung]
) -> list[Gegenueber]:
    """Lay two lists side by side: the items of the new one in their order, what is gone behind its old neighbour."""
    offen = list(aenderungen)
    paare: list[Gegenueber] = []
    for eines in neu:
        wechsel = next((eine for eine in offen if eine.neu == eines), None)
        if wechsel:
            offen.remove(wechsel)
            paare.append(Gegenueber(wechsel.alt, eines, wechsel))
        else:
            paare.append(Gegenueber(eines, eines))
    platz = 0
    for eines in alt:
        stelle = next((nummer for nummer, paar in enumerate(paare) if paar.alt == eines), None)
        wechsel = next((eine for eine in offen if eine.alt == eines and eine.neu is None), None)
        if wechsel:
            offen.remove(wechsel)
            paare.insert(platz, Gegenueber(eines, None, wechsel))
            platz += 1
        elif stelle is not None:
            platz = stelle + 1
    return paare
