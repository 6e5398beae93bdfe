"""The lines under one changed id: where it came from and went to, and its fields, old against new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from konzept.render.absatz import NAMENSBREITE, eintrag, geschuetzt
from konzept.render.diff_richtung import feldbemerkung, seitenworte
from konzept.render.diff_saetze import schritt
from konzept.render.diff_words import FELDER, feldname, inhalt, ort, vom_ziel, zerlegt, zieltermin
from konzept.reports.diff_codes import Feld
from konzept.reports.diff_werte import Art, Leserichtung

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.diff_richtung import Seitenworte
    from konzept.reports.diff_werte import Aenderung, FeldAenderung, Ort, Vergleich

_SATZENDE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|\n+")
_AUSGELASSEN = "[…]"
SEITENBREITE = 8
"""The column of »bisher« and »neu«; the longer »gestrichen« stands on a line of its own."""

KURZE_AUSSAGE = 30
"""So long a statement of a remark fits into the narrowest column."""

_ZIELWORT = {Art.ZUSAMMENGELEGT: "Geht auf in", Art.AUFGETEILT: "Aufgeteilt in"}


def details(eine: Aenderung, vergleich: Vergleich, breite: int, einzug: int) -> list[str]:
    """Return the lines that say more about one id than its heading; none for what is simply new or gone."""
    blatt = _Blatt(vergleich, breite, einzug)
    zeilen: list[str] = []
    for name, text in _umstaende(eine, vergleich):
        zeilen += eintrag(name, text, breite, einzug)
    for nummer, feld in enumerate(eine.felder):
        naechstes = eine.felder[nummer + 1] if nummer + 1 < len(eine.felder) else None
        vorheriges = eine.felder[nummer - 1] if nummer else None
        gleiches = vorheriges is not None and vorheriges.feld is feld.feld
        name = "" if gleiches else feldname(feld.feld, vergleich.bezeichnungen)
        if feld.feld is Feld.TEXTE:
            name = f"{FELDER[feld.feld]} {feld.bezug}"
        # what is told in several lines, such as a change of the lead, gets its remark once, at the end
        letztes = not naechstes or (naechstes.feld, naechstes.code) != (feld.feld, feld.code)
        zeilen += blatt.feld(name, feld, feldbemerkung(feld, vergleich) if letztes else None)
    return zeilen


def _umstaende(eine: Aenderung, vergleich: Vergleich) -> Iterator[tuple[str, str]]:
    def alle(orte: tuple[Ort, ...], fassung: str | None = None) -> str:
        return "\n".join(ort(einer, vergleich.bezeichnungen, fassung) for einer in orte)

    if eine.art is Art.VERSCHOBEN and eine.eltern_alt and eine.eltern_neu:
        worte = seitenworte(vergleich)
        yield worte.unter_alt, ort(eine.eltern_alt, vergleich.bezeichnungen)
        yield worte.unter_neu, ort(eine.eltern_neu, vergleich.bezeichnungen)
    if geerbt := zieltermin(eine, vergleich.bezeichnungen):
        _, alt, neu = geerbt
        yield (
            feldname(Feld.TERMIN, vergleich.bezeichnungen),
            f"{vom_ziel(vergleich.bezeichnungen)}: {alt} → {neu}",
        )
    if eine.ziele:
        yield _ZIELWORT.get(eine.art, "Ersetzt durch"), alle(eine.ziele)
    if eine.herkunft:
        yield (
            "Entstanden aus" if eine.art is Art.NEU else "Nimmt auf",
            alle(eine.herkunft, vergleich.alt.name),
        )
    if len(eine.weg) > 1:
        yield "Verlauf", "\n".join(schritt(einer, vergleich) for einer in eine.weg)
    if eine.begruendung:
        yield "Begründung", eine.begruendung


@dataclass(frozen=True, slots=True)
class _Blatt:
    """The column in which the fields of one id are written."""

    vergleich: Vergleich
    breite: int
    einzug: int

    def feld(self, name: str, eine: FeldAenderung, zusatz: str | None) -> list[str]:
        """Write one change: on one line if it fits, else both sides one above the other."""
        subjekt, alt, neu = _seiten(eine, self.vergleich)
        anhang = f" ({_am_stueck(zusatz)})" if zusatz else ""
        if neu is None and eine.geerbt and self.vergleich.leserichtung is not Leserichtung.RUECKWAERTS:
            return eintrag(name, f"{alt} → {zusatz}", self.breite, self.einzug)
        if alt is None or neu is None:
            worte = seitenworte(self.vergleich)
            kurz = f"{worte.nur_neu}: {neu}" if alt is None else f"{worte.nur_alt}: {alt}"
            return eintrag(name, f"{kurz}{anhang}", self.breite, self.einzug)
        if alt == neu:  # nothing to set side by side: the same wording, read otherwise
            return eintrag(name, f"{subjekt}{alt}{anhang}", self.breite, self.einzug)
        kurz = f"{subjekt}{alt} → {neu}{anhang}"
        if len(kurz) <= self.breite - self.einzug - NAMENSBREITE and "\n" not in kurz:
            return eintrag(name, kurz, self.breite, self.einzug)
        zeilen = []
        if subjekt:
            zeilen = eintrag(name, subjekt.rstrip(), self.breite, self.einzug)
            name = ""
        for seite, text in _gegenueber(alt, neu, anhang, seitenworte(self.vergleich)):
            unten = eintrag(seite, text, self.breite, self.einzug + NAMENSBREITE, SEITENBREITE)
            if name:
                unten[0] = (" " * self.einzug + name).ljust(self.einzug + NAMENSBREITE) + unten[0].lstrip()
                name = ""
            zeilen += unten
        return zeilen


def _seiten(eine: FeldAenderung, vergleich: Vergleich) -> tuple[str, str | None, str | None]:
    """Return whom or what both sides speak of (empty if not the same), and what each of them says."""
    namen, bezeichnungen = vergleich.namen, vergleich.bezeichnungen
    if eine.alt is not None and eine.neu is not None:
        alt_von, alt = zerlegt(eine.feld, eine.alt, namen, bezeichnungen)
        neu_von, neu = zerlegt(eine.feld, eine.neu, namen, bezeichnungen)
        if alt_von == neu_von:
            return f"{alt_von}: " if alt_von else "", alt or "ohne Angabe", neu or "ohne Angabe"
    return (
        "",
        inhalt(eine.feld, eine.alt, namen, bezeichnungen),
        inhalt(eine.feld, eine.neu, namen, bezeichnungen),
    )


def _am_stueck(zusatz: str) -> str:
    """Let a remark break only behind its commas, and within a statement that is too long for one line."""
    return ", ".join(
        geschuetzt(aussage) if len(aussage) <= KURZE_AUSSAGE else aussage for aussage in zusatz.split(", ")
    )


def _gegenueber(alt: str, neu: str, anhang: str, worte: Seitenworte) -> list[tuple[str, str]]:
    """Name both sides without the whole sentences they share; what was only added or cut stands alone."""
    links, rechts = _SATZENDE.split(alt), _SATZENDE.split(neu)
    alte: list[str] = []
    neue: list[str] = []
    for art, von, bis, ab, zu in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        alte += [_AUSGELASSEN] if art == "equal" else links[von:bis]
        neue += [_AUSGELASSEN] if art == "equal" else rechts[ab:zu]
    if set(alte) <= {_AUSGELASSEN}:
        return [(worte.ergaenzt, " ".join(neue) + anhang)]
    if set(neue) <= {_AUSGELASSEN}:
        return [(worte.gestrichen, " ".join(alte) + anhang)]
    return [(worte.alt, " ".join(alte)), (worte.neu, " ".join(neue) + anhang)]
