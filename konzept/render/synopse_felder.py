"""The fields of one id in the cells of a Synopse: old on the left, new on the right, what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.render.diff_words import bemerkung, feldname, inhalt, zielbemerkung
from konzept.render.konzept_werte import ZUSAMMENFASSUNG
from konzept.render.synopse_lesetext import lesetext, lesezeile
from konzept.render.synopse_words import ENTFAELLT, NEU_GEFASST, NICHT_VERGLICHEN, NICHTS
from konzept.render.synopse_zellen import (
    Absatzart,
    Stueck,
    Zellabsatz,
    Zellen,
    absaetze,
    absatz,
    gereiht,
    marken,
    zeilen,
)
from konzept.reports.diff_codes import Code, Feld
from konzept.reports.diff_felder import PROSA
from konzept.reports.wortvergleich import Laufart, wortvergleich

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from konzept.domain.einstellungen import Begriff, Bezeichnung
    from konzept.render.synopse_zellen import Stuecke
    from konzept.reports.diff_werte import FeldAenderung, Inhalt, Namen
    from konzept.reports.synopse_werte import Angabe, Gegenueber, Stellenzeile


SPRECHEND = frozenset({Feld.TEXT, Feld.LEITZIELE})
"""Fields that need no name: the text itself, and Leitziele, which bear the word in theirs."""


@dataclass(frozen=True, slots=True)
class Feldschreiber:
    """Writes the title and the fields of a row; both sides call the ids they name as they did at their time."""

    namen_alt: Namen
    namen_neu: Namen
    bezeichnungen: Mapping[Begriff, Bezeichnung]

    def titel(self, titel: Gegenueber) -> Zellen:
        """Write the titles that head both sides, marked only where the title itself changed."""
        alt, neu = (
            " ".join(eine.split()) if isinstance(eine, str) else None for eine in (titel.alt, titel.neu)
        )
        links, rechts = _paar(alt, neu, titel.aenderung)
        return Zellen(
            (Zellabsatz(links, Absatzart.TITEL),) if links else (),
            (Zellabsatz(rechts, Absatzart.TITEL),) if rechts else (),
            self._anmerkungen([titel]),
        )

    def angabe(
        self, angabe: Angabe, zeile: Stellenzeile, *, einseitig: bool, mit_namen: bool = True
    ) -> Zellen:
        """Write one field of a row; ``einseitig`` if only one side holds the id, so that there is nothing to mark."""
        name = feldname(angabe.feld, self.bezeichnungen)
        if not mit_namen or angabe.feld in SPRECHEND:
            name = ""
        if angabe.feld in PROSA:
            return self._prosa(angabe, zeile, name, einseitig=einseitig)
        links: list[Stuecke] = []
        rechts: list[Stuecke] = []
        for wert in angabe.werte:
            alt = self._wort(angabe.feld, wert.alt, self.namen_alt)
            neu = self._wort(angabe.feld, wert.neu, self.namen_neu)
            paar = _paar(alt, neu, wert.aenderung if not einseitig else None)
            links += [paar[0]] if alt else []
            rechts += [paar[1]] if neu else []
        return Zellen(
            _angabe(links, name, sonst="" if einseitig else NICHTS),
            _angabe(rechts, name, sonst="" if einseitig else ENTFAELLT),
            self._anmerkungen(angabe.werte),
        )

    def _wort(self, feld: Feld, wert: Inhalt | None, namen: Namen) -> str | None:
        text = inhalt(feld, wert, namen, self.bezeichnungen)
        if text is None:
            return None
        return lesezeile(text) if feld is Feld.HINWEISE else " ".join(text.split())

    def _prosa(self, angabe: Angabe, zeile: Stellenzeile, name: str, *, einseitig: bool) -> Zellen:
        (wert,) = angabe.werte
        alt, neu = (eine if isinstance(eine, str) else "" for eine in (wert.alt, wert.neu))
        zusatz = [] if angabe.verglichen or einseitig else [NICHT_VERGLICHEN]
        if einseitig or not angabe.verglichen:
            links, rechts = absaetze(alt, name=name), absaetze(neu, name=name)
        else:
            vergleich = wortvergleich(lesetext(alt), lesetext(neu))
            if vergleich.neu_gefasst:
                zusatz.append(NEU_GEFASST)
                links, rechts = absaetze(alt, name=name), absaetze(neu, name=name)
            else:
                links = zeilen(marken(vergleich.seite(Laufart.ENTFALLEN)), name=name)
                rechts = zeilen(marken(vergleich.seite(Laufart.NEU)), name=name)
        if not einseitig:
            links = links or (absatz(NICHTS, Absatzart.URTEIL, name),)
            rechts = rechts or (absatz(ENTFAELLT, Absatzart.URTEIL, name),)
        vermerk = (absatz(ZUSAMMENFASSUNG, Absatzart.VERMERK),)
        return Zellen(
            links + (vermerk if alt and zeile.zusammenfassung_alt else ()),
            rechts + (vermerk if neu and zeile.zusammenfassung_neu else ()),
            tuple(absatz(satz, Absatzart.ANMERKUNG) for satz in zusatz) + self._anmerkungen([wert]),
        )

    def _anmerkungen(self, werte: Iterable[Gegenueber]) -> tuple[Zellabsatz, ...]:
        wechsel = [wert.aenderung for wert in werte if wert.aenderung]
        saetze = [zielbemerkung(eine, self.bezeichnungen) or bemerkung(eine) for eine in wechsel]
        return tuple(absatz(satz, Absatzart.ANMERKUNG) for satz in dict.fromkeys(filter(None, saetze)))


def _paar(alt: str | None, neu: str | None, aenderung: FeldAenderung | None) -> tuple[Stuecke, Stuecke]:
    """Write a short value of both sides; what has nothing in common with the other side is marked as a whole.

    So is a body that took the place of another: what their names have in common is chance.
    """
    if aenderung is None:
        return ((Stueck(alt),) if alt else ()), ((Stueck(neu),) if neu else ())
    if aenderung.code is Code.NACHFOLGE:
        return (Stueck(alt or "", Laufart.ENTFALLEN),), (Stueck(neu or "", Laufart.NEU),)
    vergleich = wortvergleich(alt or "", neu or "")
    return marken(vergleich.seite(Laufart.ENTFALLEN)), marken(vergleich.seite(Laufart.NEU))


def _angabe(einzelne: list[Stuecke], name: str, *, sonst: str) -> tuple[Zellabsatz, ...]:
    if einzelne:
        return (Zellabsatz(gereiht(einzelne), Absatzart.ANGABE, name),)
    return (absatz(sonst, Absatzart.ANGABE, name),) if sonst else ()
