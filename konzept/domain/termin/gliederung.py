"""Which time expressions of a wording belong together: a row of Funde becomes groups, one for each part of the Termin."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from konzept.domain.termin.einheit import Lage
from konzept.domain.termin.funde import Fund, Fundart
from konzept.domain.termin.rhythmus import Takt
from konzept.domain.termin.zeichen import Sorte
from konzept.domain.termin.zweifel import ist_nomen

if TYPE_CHECKING:
    from konzept.domain.termin.leser import Leser

DANACH: Final = frozenset("danach anschliessend dann darauf folgend nachfolgend hiernach fortan".split())
_F = Fundart
_PAARE: Final = {
    _F.RHYTHMUS: {_F.AB, _F.BIS, _F.ZEITRAUM, _F.OHNE_JAHR, _F.BEGINN, _F.BEDARF, _F.EILE, _F.DAUER, _F.PLATZHALTER, _F.RELATIV},
    _F.LAUFEND: {_F.AB, _F.BIS, _F.ZEITRAUM, _F.BEGINN, _F.LAUFEND, _F.BEDARF, _F.EILE, _F.DAUER, _F.PLATZHALTER, _F.FRISTWORT},
    _F.AB: {_F.BIS, _F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.BIS: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.EINHEIT: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.ZEITRAUM: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.BEGINN: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT, _F.BIS},
    _F.OHNE_JAHR: {_F.RELATIV, _F.EILE, _F.BEDARF, _F.DAUER, _F.OHNE_JAHR},
    _F.DAUER: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.RELATIV, _F.FRISTWORT},
    _F.EILE: {_F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT, _F.RELATIV},
    _F.BEDARF: {_F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.PLATZHALTER: {_F.PLATZHALTER, _F.FRISTWORT, _F.RELATIV},
    _F.FRISTWORT: {_F.FRISTWORT},
}


def vertraegt(eine: Fundart, andere: Fundart) -> bool:
    """Tell whether two kinds of expressions can speak of the same thing."""
    return andere in _PAARE.get(eine, ()) or eine in _PAARE.get(andere, ())


class Naht(Enum):
    """What stands between two expressions, from close to far."""

    ENG = auto()
    WORT = auto()
    KOMMA = auto()
    HART = auto()


@dataclass(slots=True)
class Gruppe:
    """The Funde of one part, with the pieces around them that no rule read."""

    start: int
    stop: int
    funde: list[Fund] = field(default_factory=list)
    woerter: list[int] = field(default_factory=list)
    danach: bool = False
    mit_danach: bool = False
    eigenes_nomen: bool = False

    @property
    def arten(self) -> set[Fundart]:
        """The kinds of its expressions."""
        return {fund.art for fund in self.funde}

    def erster(self, *arten: Fundart) -> Fund | None:
        """Return its first expression of one of these kinds."""
        return next((fund for fund in self.funde if fund.art in arten), None)


def gliedere(leser: Leser, glieder: tuple[Fund | int, ...]) -> list[Gruppe]:
    """Put Funde that belong together into groups; every piece of the text is in exactly one group."""
    gruppen: list[Gruppe] = []
    puffer: list[int] = []
    nummer = False
    for glied in glieder:
        if isinstance(glied, int):
            puffer.append(glied)
        elif glied.art is Fundart.NEBEN:
            puffer.extend(range(glied.start, glied.stop))
            for stelle in range(glied.start, glied.stop):
                leser.merker["neben", stelle] = True
        elif glied.art is Fundart.NUMMER:
            _schliesse(leser, gruppen, puffer)
            puffer, nummer = list(range(glied.start, glied.stop)), True
            for stelle in puffer:
                leser.merker["neben", stelle] = True
        else:
            if gruppen and not nummer and _gehoert_dazu(leser, gruppen[-1], puffer, glied):
                gruppen[-1].woerter.extend(puffer)
                gruppen[-1].mit_danach |= any(leser.wort(stelle, DANACH) for stelle in puffer)
            else:
                eigene = _schliesse(leser, gruppen, puffer) if not nummer else puffer
                gruppen.append(_neue_gruppe(leser, eigene, glied))
            gruppen[-1].funde.append(glied)
            gruppen[-1].stop = glied.stop
            puffer, nummer = [], False
    _haenge_an(leser, gruppen, puffer)
    return gruppen


def _neue_gruppe(leser: Leser, woerter: list[int], fund: Fund) -> Gruppe:
    gruppe = Gruppe(woerter[0] if woerter else fund.start, fund.stop, woerter=list(woerter))
    gruppe.danach = any(leser.wort(i, DANACH) for i in woerter)
    gruppe.eigenes_nomen = _nomen(leser, woerter)
    return gruppe


def _nomen(leser: Leser, woerter: list[int]) -> bool:
    return any(ist_nomen(leser, i) for i in woerter)


def _naht(leser: Leser, puffer: list[int]) -> tuple[Naht, list[int]]:
    """Return the strongest separation among these pieces, and the pieces behind its last place."""
    staerke, schnitt = (Naht.WORT if puffer else Naht.ENG), 0
    for n, i in enumerate(puffer):
        sorte = leser.an(i).sorte
        satzende = sorte is Sorte.PUNKT and leser.an(i).eng and not leser.an(i + 1).eng and len(leser.an(i - 1).text) > 3  # noqa: PLR2004
        if sorte is Sorte.SEMIKOLON or satzende:
            staerke, schnitt = Naht.HART, n + 1
        elif sorte in {Sorte.KOMMA, Sorte.AUF, Sorte.ZU} or leser.wort(i, DANACH):
            staerke = staerke if staerke is Naht.HART else Naht.KOMMA
            schnitt = n if leser.wort(i, DANACH) or sorte is Sorte.AUF else n + 1
    return staerke, puffer[schnitt:]


def _gehoert_dazu(leser: Leser, gruppe: Gruppe, puffer: list[int], fund: Fund) -> bool:
    """Decide whether an expression speaks of the same thing as the group before it."""
    naht, dahinter = _naht(leser, puffer)
    if naht is Naht.HART:
        return False
    nomen = _nomen(leser, dahinter)
    danach = any(leser.wort(i, DANACH) for i in puffer)
    if danach:
        return _anker_davor(gruppe, fund) and not nomen
    if naht is Naht.KOMMA and nomen and not (Fundart.BEGINN in gruppe.arten and _ist_ende(leser, dahinter, fund)):
        return False
    if Fundart.BEGINN in gruppe.arten and len(gruppe.funde) == 1 and _ist_ende(leser, dahinter, fund):
        return True
    if _rhythmus_ergaenzt(gruppe, fund):
        return True
    if fund.art is Fundart.EINHEIT or Fundart.EINHEIT in gruppe.arten:
        if gruppe.arten | {fund.art} == {Fundart.RHYTHMUS, Fundart.EINHEIT}:
            return _rhythmus_in_einheit(gruppe, fund, nomen=nomen, naht=naht)
        if gruppe.arten | {fund.art} == {Fundart.LAUFEND, Fundart.EINHEIT}:
            return naht in {Naht.ENG, Naht.WORT} and not nomen
    if Fundart.AB in gruppe.arten and fund.art is Fundart.RHYTHMUS and fund.rhythmus is None:
        return False  # where no interval is named, there is nothing a beginning could anchor
    if naht is Naht.WORT and nomen and not _ueberspringt_nomen(gruppe, fund):
        return False
    return all(vertraegt(art, fund.art) for art in gruppe.arten)


def _ueberspringt_nomen(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether a noun may stand between: »jährlich ein Nachmittag im September«, »laufende Beratung bis 2023«."""
    zusatz = {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM, Fundart.OHNE_JAHR, Fundart.BEGINN, Fundart.DAUER, Fundart.RELATIV}
    if Fundart.RHYTHMUS in gruppe.arten or fund.art is Fundart.RHYTHMUS:
        return (gruppe.arten | {fund.art}) - {Fundart.RHYTHMUS} <= zusatz
    if gruppe.arten == {Fundart.LAUFEND}:
        return fund.art in {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM}
    ohne_datum = {Fundart.FRISTWORT, Fundart.EILE, Fundart.DAUER, Fundart.BEDARF, Fundart.PLATZHALTER, Fundart.RELATIV}
    return bool(gruppe.arten <= ohne_datum or fund.art in ohne_datum)


def _anker_davor(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether »2021, danach jährlich« is one rhythm that begins with its first date."""
    einzeln = gruppe.arten in ({Fundart.EINHEIT}, {Fundart.BEGINN}) and len(gruppe.funde) == 1
    return einzeln and fund.art is Fundart.RHYTHMUS and len(gruppe.funde[0].angaben) == 1


def _ist_ende(leser: Leser, woerter: list[int], fund: Fund) -> bool:
    """Tell whether »Ende: 2023« answers to a »Beginn: 2021« before it."""
    if fund.art is Fundart.BIS:
        return not _nomen(leser, woerter) or any(leser.an(i).norm.endswith("ende") for i in woerter)
    if fund.art is not Fundart.EINHEIT or len(fund.angaben) != 1:
        return False
    am_ende = fund.angaben[0].einheit.lage is Lage.ENDE and not _nomen(leser, woerter)
    return am_ende or any(leser.an(i).norm.endswith("ende") for i in woerter)


def _rhythmus_ergaenzt(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether »regelmäßig« and »1x jährlich« are the same rhythm, said twice."""
    if fund.art is not Fundart.RHYTHMUS or gruppe.arten - {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM} != {Fundart.RHYTHMUS}:
        return False
    vorhandener = gruppe.erster(Fundart.RHYTHMUS)
    if vorhandener is None:
        return False
    if vorhandener.rhythmus is None or fund.rhythmus is None:
        return True
    return vorhandener.rhythmus == fund.rhythmus or bool(fund.angaben) or bool(vorhandener.angaben)


def _rhythmus_in_einheit(gruppe: Gruppe, fund: Fund, *, nomen: bool, naht: Naht) -> bool:
    """Tell whether »monatlich 2021« is a rhythm within that year."""
    rhythmus = (fund if fund.art is Fundart.RHYTHMUS else gruppe.funde[0]).rhythmus
    fein = rhythmus is not None and (rhythmus.takt is not Takt.JAHR)
    return naht in {Naht.ENG, Naht.WORT} and (fein or not nomen)


def _schliesse(leser: Leser, gruppen: list[Gruppe], puffer: list[int]) -> list[int]:
    """Give the last group what stands before the last separation; return what belongs to the next group."""
    if not gruppen:
        return puffer
    naht, dahinter = _naht(leser, puffer)
    if naht in {Naht.ENG, Naht.WORT}:
        return puffer
    schnitt = len(puffer) - len(dahinter)
    gruppen[-1].woerter.extend(puffer[:schnitt])
    gruppen[-1].stop = max(gruppen[-1].stop, *(i + 1 for i in puffer[:schnitt])) if schnitt else gruppen[-1].stop
    return dahinter


def _haenge_an(leser: Leser, gruppen: list[Gruppe], puffer: list[int]) -> None:
    """Place the words at the end: steps without a date form a part of their own, all else belongs to the last one."""
    if not gruppen:
        gruppen.append(Gruppe(0, len(leser), woerter=puffer))
        return
    letzte = gruppen[-1]
    schnitt = next((n for n, i in enumerate(puffer) if leser.ist(i, Sorte.KOMMA) or leser.ist(i, Sorte.SEMIKOLON)), None)
    eigener_schritt = (
        schnitt is not None
        and letzte.eigenes_nomen
        and schnitt + 1 < len(puffer)
        and leser.an(puffer[schnitt + 1]).gross
        and bool({Fundart.EINHEIT, Fundart.BIS, Fundart.AB, Fundart.ZEITRAUM, Fundart.RHYTHMUS} & letzte.arten)
    )
    if not eigener_schritt or schnitt is None:
        letzte.woerter.extend(puffer)
        letzte.stop = len(leser)
        return
    letzte.woerter.extend(puffer[: schnitt + 1])
    letzte.stop = puffer[schnitt] + 1
    gruppen.append(Gruppe(puffer[schnitt + 1], len(leser), woerter=puffer[schnitt + 1 :]))
