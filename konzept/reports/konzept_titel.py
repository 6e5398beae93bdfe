"""What stands above a Maßnahme and what below: its heading and the text that is left, no sentence twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.fussnoten import mit_noten, ohne_fussnoten, zerlegt
from konzept.domain.handlungsfeld import TITEL_HOECHSTLAENGE, erster_satz

if TYPE_CHECKING:
    from konzept.domain.fussnoten import Fussnotentext
    from konzept.domain.handlungsfeld import Massnahme

_BLOCKENDE = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_WORTENDE = re.compile(r"\S(?=\s|$)")
_SATZREST = 20
"""So many characters more than its title, and the first lines of a text say nothing the title does not say."""
_SUCHWEITE = 2 * TITEL_HOECHSTLAENGE
"""A first sentence that was not cut ends within this many characters, Markdown included."""


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """The heading of a Maßnahme and the rest of its text.

    ``ist_text``: the heading is a piece of the text, with its Markdown; otherwise it is a title in plain words.
    An empty ``kopf`` says that number and text speak for themselves.
    """

    kopf: str
    rest: str
    ist_text: bool


def ueberschrift(massnahme: Massnahme) -> Ueberschrift:
    """Tell heading and text apart, so that together they hold the whole text and no sentence of it twice.

    A Maßnahme without ``titel`` is headed by the first sentence of its text, and so is one whose first lines are
    its title with hardly a word more (»… im Kreis durch:«). Where the first sentence is too long for a heading or
    is an item of a list, there is no heading text. Each of the two keeps the notes that it refers to.
    """
    teile = zerlegt(massnahme.text)
    text = teile.haupttext.strip()
    if massnahme.titel is None:
        ende = _ende_des_ersten_satzes(teile)
        if ende is None:
            return Ueberschrift("", massnahme.text, ist_text=False)
        return _geteilt(teile, ende)
    block = _BLOCKENDE.split(text, maxsplit=1)[0]
    zeile = " ".join(ohne_fussnoten(mit_noten(block, teile.noten)).split())
    titel = " ".join(massnahme.titel.split())
    if zeile.startswith(titel.rstrip(".")) and len(zeile) <= len(titel) + _SATZREST:
        return _geteilt(teile, len(block))
    return Ueberschrift(massnahme.titel, massnahme.text, ist_text=False)


def _geteilt(teile: Fussnotentext, ende: int) -> Ueberschrift:
    """Cut a text; a note that nobody refers to stays with the rest."""
    text = teile.haupttext.strip()
    kopf, rest = (mit_noten(teil.strip(), teile.noten) for teil in (text[:ende], text[ende:]))
    gezeigt = {note.ganz for teil in (kopf, rest) for note in zerlegt(teil).noten}
    uebrige = [note.ganz for note in teile.noten if note.ganz not in gezeigt]
    return Ueberschrift(kopf, "\n\n".join(filter(None, [rest, *uebrige])), ist_text=True)


def _ende_des_ersten_satzes(teile: Fussnotentext) -> int | None:
    """Find where the sentence ends that ``erster_satz`` gives; None if it gives only a part of one."""
    text = teile.haupttext.strip()
    satz = erster_satz(mit_noten(text, teile.noten))
    if satz.endswith(" …") and not text.startswith(satz):
        return None
    if _beginnt_mit_aufzaehlung(text):
        return None
    enden = (fund.end() for fund in _WORTENDE.finditer(text, 0, _SUCHWEITE))
    return next((ende for ende in enden if erster_satz(mit_noten(text[:ende], teile.noten)) == satz), None)


def _beginnt_mit_aufzaehlung(text: str) -> bool:
    return re.match(r"(?:[-*+>#]|\d+[.)])\s", text) is not None
