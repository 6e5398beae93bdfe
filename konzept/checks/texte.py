"""Every text of a plan that a person reads, with its place, for the checks that judge wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from konzept.diagnostics import Location
from konzept.domain.plan import AKTEURE_DATEI, KONZEPT_DATEI, PROGRAMME_DATEI
from konzept.domain.werte import Wert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, DataPath, Severity, SourceMap, Verwandt
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan

KEIN_TEXT = frozenset(
    {
        *("akteur", "drucksache", "ausgangswert", "einheit", "fassung", "gehoert_zu", "id", "indikator"),
        *("massnahme", "nachfolger", "nummer", "prozent", "programm", "regeln", "ausnahmen", "rrule", "url"),
        *("von", "vorgaenger", "waehrung", "wert", "ziel", "ziele", "zielwert", "zugriff"),
    }
)
"""Fields that hold ids, numbers and addresses: no wording."""

NACHWEISE = frozenset({"quelle", "quellen", "fundstelle", "beleg"})
"""Fields that cite the words of others."""

_MEISTE_ZEILEN = 5000


class Textort(NamedTuple):
    """One text and the path at which it stands."""

    pfad: DataPath
    text: str

    @property
    def intern(self) -> bool:
        """Whether it is never published unless asked for."""
        return "intern" in self.pfad

    @property
    def fremdsprachig(self) -> bool:
        """Whether it stands under ``texte``: in another language, with another typography."""
        return "texte" in self.pfad

    @property
    def nachweis(self) -> bool:
        """Whether it cites where something is written."""
        return not NACHWEISE.isdisjoint(self.pfad)


class Textgruppe(NamedTuple):
    """Texts that were written together: those of a Fassung, or (without one) of registers, logs and settings.

    ``verbunden`` is all of them in one, so that a rule can be ruled out with one look.
    """

    fassung: Fassung | None
    texte: tuple[Textort, ...]
    verbunden: str

    @property
    def eigene(self) -> Iterator[Textort]:
        """The plan's own German wording: nothing cited, nothing in other languages, nothing internal."""
        return (ort for ort in self.texte if not (ort.nachweis or ort.fremdsprachig or ort.intern))


def textgruppen(plan: Plan) -> tuple[Textgruppe, ...]:
    """Return the texts of each Fassung, and as the last group those of all other files."""
    gruppen = []
    for fassung in plan.fassungen:
        texte: list[Textort] = []
        _sammle(fassung.rahmen, (fassung.datei,), texte)
        for datei, feld in zip(fassung.dateien, fassung.handlungsfelder, strict=True):
            _sammle(feld, (datei,), texte)
        gruppen.append(_gruppe(fassung, texte))
    uebrige: list[Textort] = []
    _sammle(plan.einstellungen, (KONZEPT_DATEI,), uebrige)
    _sammle(plan.akteure, (AKTEURE_DATEI, "akteure"), uebrige)
    _sammle(plan.foerderprogramme, (PROGRAMME_DATEI, "foerderprogramme"), uebrige)
    for fassung in plan.fassungen:
        if fassung.sachstand:
            _sammle(fassung.sachstand, (f"data/sachstand/{fassung.id}.yaml",), uebrige)
    return (*gruppen, _gruppe(None, uebrige))


def _gruppe(fassung: Fassung | None, texte: list[Textort]) -> Textgruppe:
    return Textgruppe(fassung, tuple(texte), "\n".join([ort.text for ort in texte]))


def _sammle(inhalt: Any, pfad: DataPath, texte: list[Textort]) -> None:
    """Add the texts of what a field holds; words of a fixed choice (a StrEnum) are none.

    Every field of every model is looked at, so that none is forgotten; a list filled on the way is faster than
    generators in generators.
    """
    art = type(inhalt)
    if art is str:
        texte.append(Textort(pfad, inhalt))
    elif art is tuple:
        # of goals the Leitziele are ids; of a Fassung they are sections with texts of their own
        if pfad[-1] != "leitziele" or not isinstance(inhalt[0], str):
            for i, eintrag in enumerate(inhalt):
                _sammle(eintrag, (*pfad, i), texte)
    elif art is dict:
        for schluessel, eintrag in inhalt.items():
            _sammle(eintrag, (*pfad, str(schluessel)), texte)
    elif isinstance(inhalt, Wert):
        for name, eintrag in vars(inhalt).items():
            if eintrag and name not in KEIN_TEXT:
                _sammle(eintrag, (*pfad, name), texte)


def fundstelle(source: SourceMap, pfad: DataPath, wort: str) -> Location:
    """Return where a stretch of a text stands in its file; the text's own place if it cannot be found.

    A folded text stands in the file with other line breaks, a quoted one with other signs.
    """
    ort = source.value(pfad)
    lines = source.lines.get(ort.datei, [])
    rand = _einzug(source, pfad, lines)
    for nummer in range(ort.zeile, min(len(lines), ort.zeile + _MEISTE_ZEILEN) + 1):
        line = lines[nummer - 1]
        inhalt = line.lstrip()
        if nummer > ort.zeile and inhalt and len(line) - len(inhalt) <= rand:
            break  # the next key or entry
        gefunden = line.find(wort, ort.spalte - 1 if nummer == ort.zeile else 0)
        if gefunden >= 0:
            return Location(ort.datei, nummer, gefunden + 1, max(len(wort), 1))
    return ort


def _einzug(source: SourceMap, pfad: DataPath, lines: list[str]) -> int:
    """Return how far in the key or dash of a text stands: what follows it is further in."""
    schluessel = source.keys.get(pfad)
    if schluessel is not None:
        return schluessel.spalte - 1
    ort = source.value(pfad)
    line = lines[ort.zeile - 1] if 0 < ort.zeile <= len(lines) else ""
    return len(line) - len(line.lstrip())


def befund_im_text(  # noqa: PLR0913  a finding's parts, as SourceMap.befund takes them, and the word it is about
    source: SourceMap,
    code: str,
    schwere: Severity,
    *,
    ort: Textort,
    wort: str,
    meldung: str,
    hilfe: str,
    verwandte: tuple[Verwandt, ...] = (),
) -> Befund:
    """Make a finding at a word of a text."""
    return source.befund(
        code, schwere, fundstelle(source, ort.pfad, wort), meldung, hilfe, verwandte=verwandte
    )
