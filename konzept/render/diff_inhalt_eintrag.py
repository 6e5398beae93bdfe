"""One changed id for templates: what it is called, where it came from and went to, its fields old against new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from konzept.render.diff_richtung import feldbemerkung, seitenworte
from konzept.render.diff_saetze import bezeichnung, schritt, status
from konzept.render.diff_words import (
    FELDER,
    feldname,
    in_quotes,
    inhalt,
    ort,
    zerlegt,
    zieltermin,
)
from konzept.reports.diff_codes import Feld
from konzept.reports.diff_felder import PROSA
from konzept.reports.diff_werte import Aenderung, Art

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from konzept.reports.diff_werte import FeldAenderung, Ort, Vergleich

Werte = dict[str, Any]
"""Plain values for a template: dicts, lists, strings and truth values."""

OHNE_ANGABE = "ohne Angabe"
EINZEILIG = 90
"""Both sides of a change stand on one line if they are together no longer than this."""

MARKDOWN = frozenset({*PROSA, Feld.LEICHTE_SPRACHE, Feld.TEXTE, Feld.HINWEISE})
"""The fields whose texts are Markdown (design §3); all others are plain words."""

_SATZENDE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|\n+")
_ZIELWORT = {Art.ZUSAMMENGELEGT: "Geht auf in", Art.AUFGETEILT: "Aufgeteilt in"}


@dataclass(frozen=True, slots=True)
class Schreiber:
    """How a format writes what the plan says: plain words, and Markdown on one line."""

    worte: Callable[[str], str]
    satz: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Eintragschreiber:
    """Turns the changes of one comparison into values; ``gezeigt`` holds the ids that have a place in the document."""

    vergleich: Vergleich
    schreiber: Schreiber
    gezeigt: frozenset[str]

    def eintrag(self, eine: Aenderung, *, gelistet: bool = True) -> Werte:
        """Give one id; not ``gelistet`` if it only heads what stands below it."""
        zitat = in_quotes(eine.titel)
        return {
            "anker": anker(eine.id),
            "art": eine.art.value,
            "bezeichnung": bezeichnung(eine, self.vergleich),
            "titel": self.schreiber.worte(zitat[1:-1]),
            "zitat": self.schreiber.worte(zitat),
            "status": status(eine, self.vergleich) if gelistet else "",
            "umstaende": list(self._umstaende(eine)) if gelistet else [],
            "felder": self._felder(eine.felder) if gelistet else [],
        }

    def _umstaende(self, eine: Aenderung) -> Iterator[Werte]:
        if eine.art is Art.VERSCHOBEN and eine.eltern_alt and eine.eltern_neu:
            worte = seitenworte(self.vergleich)
            yield self._orte(worte.unter_alt, (eine.eltern_alt,))
            yield self._orte(worte.unter_neu, (eine.eltern_neu,))
        if geerbt := zieltermin(eine, self.vergleich.bezeichnungen):
            name, alt, neu = geerbt
            yield {"name": name, "werte": [{"text": self.schreiber.worte(f"{alt} → {neu}"), "anker": ""}]}
        if eine.ziele:
            yield self._orte(_ZIELWORT.get(eine.art, "Ersetzt durch"), eine.ziele)
        if eine.herkunft:
            name = "Entstanden aus" if eine.art is Art.NEU else "Nimmt auf"
            yield self._orte(name, eine.herkunft, self.vergleich.alt.name)
        if len(eine.weg) > 1:
            schritte = [self.schreiber.worte(schritt(einer, self.vergleich)) for einer in eine.weg]
            yield {"name": "Verlauf", "werte": [{"text": text, "anker": ""} for text in schritte]}
        if eine.begruendung:
            text = self.schreiber.satz(eine.begruendung)
            yield {"name": "Begründung", "werte": [{"text": text, "anker": ""}]}

    def _orte(self, name: str, orte: tuple[Ort, ...], fassung: str | None = None) -> Werte:
        return {
            "name": name,
            "werte": [
                {
                    "text": self.schreiber.worte(ort(einer, self.vergleich.bezeichnungen, fassung)),
                    "anker": anker(einer.id) if einer.id in self.gezeigt else "",
                }
                for einer in orte
            ],
        }

    def _felder(self, felder: tuple[FeldAenderung, ...]) -> list[Werte]:
        """Give the fields in the order of the report, essential ones first; items of one list under one name."""
        gruppen: list[Werte] = []
        for stelle, eine in enumerate(felder):
            name = feldname(eine.feld, self.vergleich.bezeichnungen)
            if eine.feld is Feld.TEXTE:
                name = f"{FELDER[eine.feld]} {eine.bezug}"
            if not gruppen or gruppen[-1]["name"] != name:
                gruppen.append({"name": name, "werte": []})
            # what is told in several lines, such as a change of the lead, gets its remark once, at the end
            naechste = felder[stelle + 1] if stelle + 1 < len(felder) else None
            letzte = naechste is None or (naechste.feld, naechste.code) != (eine.feld, eine.code)
            gruppen[-1]["werte"].append(
                self._wert(eine, (feldbemerkung(eine, self.vergleich) or "") if letzte else "")
            )
        return gruppen

    def _wert(self, eine: FeldAenderung, zusatz: str) -> Werte:
        namen, worte = self.vergleich.namen, self.vergleich.bezeichnungen
        subjekt = ""
        alt = inhalt(eine.feld, eine.alt, namen, worte)
        neu = inhalt(eine.feld, eine.neu, namen, worte)
        if eine.alt is not None and eine.neu is not None:
            alt_von, alt_sagt = zerlegt(eine.feld, eine.alt, namen, worte)
            neu_von, neu_sagt = zerlegt(eine.feld, eine.neu, namen, worte)
            if alt_von == neu_von:
                subjekt, alt, neu = alt_von or "", alt_sagt or OHNE_ANGABE, neu_sagt or OHNE_ANGABE
            if not subjekt and alt == neu:  # the same wording, read otherwise: it stands once
                subjekt, alt, neu = alt or "", "", ""
        schreibe = self.schreiber.satz if eine.feld in MARKDOWN else self.schreiber.worte
        links, rechts = _gegenueber(alt or "", neu or "", schreibe)
        ganz = not any(stueck["gleich"] for stueck in (*links, *rechts))
        return {
            "subjekt": self.schreiber.worte(subjekt),
            "alt": links,
            "neu": rechts,
            "einzeilig": bool(ganz and links and rechts and len(f"{alt}{neu}") <= EINZEILIG),
            "bemerkung": zusatz,
            "gewicht": eine.gewicht.value,
            "sprache": (eine.bezug or "") if eine.feld is Feld.TEXTE else "",
        }


def anker(name: str) -> str:
    """Return the anchor of an id; the prefix keeps it apart from those of the page itself."""
    return f"id-{name}"


def _gegenueber(alt: str, neu: str, schreibe: Callable[[str], str]) -> tuple[list[Werte], list[Werte]]:
    """Give both sides sentence by sentence, without the wording of those they share; an absent side is empty."""
    links, rechts = _saetze(alt), _saetze(neu)
    alte: list[Werte] = []
    neue: list[Werte] = []
    for art, von, bis, ab, zu in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        for seite, teil in ((alte, links[von:bis]), (neue, rechts[ab:zu])):
            gleich = art == "equal"
            if teil:
                seite.append({"text": "" if gleich else schreibe(" ".join(teil)), "gleich": gleich})
    return _wenn_anders(alte), _wenn_anders(neue)


def _saetze(text: str) -> list[str]:
    return [satz for satz in _SATZENDE.split(text) if satz.strip()]


def _wenn_anders(seite: list[Werte]) -> list[Werte]:
    """Return nothing of a side of which nothing differs: it has nothing to say beside the other."""
    return [] if all(stueck["gleich"] for stueck in seite) else seite
