"""Which time expressions of a wording speak of the same thing and form one part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.einheit import Lage
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.reihen import UND
from konzept.domain.termin.grammatik.woerter import ABKUERZUNGEN, DANACH, wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.gruppe import DATIERT, Gruppe, Naht, hat_nomen
from konzept.domain.termin.rhythmus import Takt
from konzept.domain.termin.schritte import zwei_schritte
from konzept.domain.termin.zweifel import ist_nomen

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser

_F = Fundart
_TERMINWOERTER: Final = frozenset(
    wortliste("termin termine zeitpunkt datum frist zeitplan zeitplanung terminierung zeitraum")
)
_PAARE: Final = {
    _F.RHYTHMUS: {
        _F.AB,
        _F.BIS,
        _F.ZEITRAUM,
        _F.OHNE_JAHR,
        _F.BEGINN,
        _F.BEDARF,
        _F.EILE,
        _F.DAUER,
        _F.PLATZHALTER,
        _F.RELATIV,
    },
    _F.LAUFEND: {
        _F.AB,
        _F.BIS,
        _F.ZEITRAUM,
        _F.BEGINN,
        _F.LAUFEND,
        _F.BEDARF,
        _F.EILE,
        _F.DAUER,
        _F.PLATZHALTER,
        _F.FRISTWORT,
    },
    _F.AB: {_F.BIS, _F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.BIS: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.EINHEIT: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.ZEITRAUM: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.BEGINN: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT, _F.BIS},
    _F.OHNE_JAHR: {_F.RELATIV, _F.EILE, _F.BEDARF, _F.DAUER, _F.OHNE_JAHR, _F.PLATZHALTER},
    _F.DAUER: {_F.DAUER, _F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.RELATIV, _F.FRISTWORT},
    _F.EILE: {_F.EILE, _F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT, _F.RELATIV},
    _F.BEDARF: {_F.BEDARF, _F.PLATZHALTER, _F.FRISTWORT},
    _F.PLATZHALTER: {_F.PLATZHALTER, _F.FRISTWORT, _F.RELATIV},
    _F.FRISTWORT: {_F.FRISTWORT},
}


def vertraegt(eine: Fundart, andere: Fundart) -> bool:
    """Tell whether two kinds of expressions can speak of the same thing."""
    return andere in _PAARE.get(eine, ()) or eine in _PAARE.get(andere, ())


def naht_vor(leser: Leser, puffer: list[int]) -> tuple[Naht, list[int]]:
    """Return the strongest separation among these pieces, and the pieces behind its last place."""
    staerke, schnitt = (Naht.WORT if puffer else Naht.ENG), 0
    for n, i in enumerate(puffer):
        sorte = leser.an(i).sorte
        abgekuerzt = leser.wort(i - 1, ABKUERZUNGEN)
        satzende = not abgekuerzt and (
            sorte is Sorte.PUNKT
            and leser.an(i).eng
            and not leser.an(i + 1).eng
            and (len(leser.an(i - 1).text) > 3 or leser.ist(i - 2, Sorte.SCHRAEG))
        )
        if sorte is Sorte.SEMIKOLON or satzende:
            staerke, schnitt = Naht.HART, n + 1
        elif sorte is Sorte.AUF and schnitt and hat_nomen(leser, puffer[schnitt:n]):
            continue  # »…, Umsetzung (jährlich)«: the brackets belong to the name before them
        elif sorte in {Sorte.KOMMA, Sorte.AUF, Sorte.ZU} or leser.wort(i, DANACH):
            staerke = staerke if staerke is Naht.HART else Naht.KOMMA
            schnitt = n if leser.wort(i, DANACH) or sorte is Sorte.AUF else n + 1
    return staerke, puffer[schnitt:]


def gehoert_dazu(leser: Leser, gruppe: Gruppe, puffer: list[int], fund: Fund) -> bool:
    """Decide whether an expression speaks of the same thing as the group before it."""
    naht, dahinter = naht_vor(leser, puffer)
    if naht is Naht.HART:
        return False
    nomen = hat_nomen(leser, dahinter)
    if fund.art is Fundart.PLATZHALTER and gruppe.arten & DATIERT and _nur_terminwoerter(leser, dahinter):
        return True
    if any(leser.wort(i, DANACH) for i in puffer):
        return _anker_davor(gruppe, fund) and not nomen
    if Fundart.BEGINN in gruppe.arten and len(gruppe.funde) == 1 and _ist_ende(leser, dahinter, fund):
        return True
    if (naht is Naht.KOMMA and nomen) or zwei_schritte(leser, gruppe, puffer, fund):
        return False
    if _mit_und(leser, gruppe, puffer, fund):
        return False
    if _rhythmus_ergaenzt(gruppe, fund):
        return True
    return _mit_einheit(gruppe, fund, naht, nomen=nomen)


def _nur_terminwoerter(leser: Leser, woerter: list[int]) -> bool:
    """Tell whether the noun of a placeholder is the Termin itself: »2021 (Termin offen)«."""
    nomen = [i for i in woerter if ist_nomen(leser, i)]
    return bool(nomen) and all(leser.wort(i, _TERMINWOERTER) for i in nomen)


def _mit_einheit(gruppe: Gruppe, fund: Fund, naht: Naht, *, nomen: bool) -> bool:
    """Decide by the kinds of the two sides; a plain date has rules of its own."""
    arten = gruppe.arten | {fund.art}
    if arten == {Fundart.RHYTHMUS, Fundart.EINHEIT}:
        return _rhythmus_in_einheit(gruppe, fund, nomen=nomen, naht=naht)
    if arten == {Fundart.LAUFEND, Fundart.EINHEIT}:
        return naht in {Naht.ENG, Naht.WORT} and not nomen
    if Fundart.AB in gruppe.arten and fund.art is Fundart.RHYTHMUS and fund.rhythmus is None:
        return False  # where no interval is named, there is nothing a beginning could anchor
    if naht is Naht.WORT and nomen and not _ueberspringt_nomen(gruppe, fund):
        return False
    if Fundart.RHYTHMUS in gruppe.arten:
        return vertraegt(Fundart.RHYTHMUS, fund.art)
    return all(vertraegt(art, fund.art) for art in gruppe.arten)


def _ueberspringt_nomen(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether a noun may stand between: »jährlich ein Nachmittag im September«, »laufende Beratung bis 2023«."""
    zusatz = {
        Fundart.AB,
        Fundart.BIS,
        Fundart.ZEITRAUM,
        Fundart.OHNE_JAHR,
        Fundart.BEGINN,
        Fundart.DAUER,
        Fundart.RELATIV,
    }
    if Fundart.RHYTHMUS in gruppe.arten or fund.art is Fundart.RHYTHMUS:
        return (gruppe.arten | {fund.art}) - {Fundart.RHYTHMUS} <= zusatz
    if gruppe.arten == {Fundart.LAUFEND}:
        return fund.art in {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM}
    ohne_datum = {
        Fundart.FRISTWORT,
        Fundart.EILE,
        Fundart.DAUER,
        Fundart.BEDARF,
        Fundart.PLATZHALTER,
        Fundart.RELATIV,
    }
    return bool(gruppe.arten <= ohne_datum or fund.art in ohne_datum)


def _anker_davor(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether »2021, danach jährlich« is one rhythm that begins with its first date."""
    einzeln = gruppe.arten in ({Fundart.EINHEIT}, {Fundart.BEGINN}) and len(gruppe.funde) == 1
    return einzeln and fund.art is Fundart.RHYTHMUS and len(gruppe.funde[0].angaben) == 1


def _ist_ende(leser: Leser, woerter: list[int], fund: Fund) -> bool:
    """Tell whether »Ende: 2023« answers to a »Beginn: 2021« before it."""
    if fund.art is Fundart.BIS:
        return not hat_nomen(leser, woerter) or any(leser.an(i).norm.endswith("ende") for i in woerter)
    if fund.art is not Fundart.EINHEIT or len(fund.angaben) != 1:
        return False
    am_ende = fund.angaben[0].einheit.lage is Lage.ENDE and not hat_nomen(leser, woerter)
    if any(leser.wort(i, {"abschluss"}) and leser.ist(i + 1, Sorte.DOPPELPUNKT) for i in woerter):
        return True  # »Beginn: 2023, Abschluss: 2025«
    return am_ende or any(leser.an(i).norm.endswith("ende") for i in woerter)


def _rhythmus_ergaenzt(gruppe: Gruppe, fund: Fund) -> bool:
    """Tell whether »regelmäßig« and »1x jährlich« are the same rhythm, said twice."""
    if fund.art is not Fundart.RHYTHMUS or gruppe.arten - {Fundart.AB, Fundart.BIS, Fundart.ZEITRAUM} != {
        Fundart.RHYTHMUS
    }:
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


_DATIERT_OHNE_TAKT: Final = DATIERT - {_F.RHYTHMUS, _F.BEGINN}


def _mit_und(leser: Leser, gruppe: Gruppe, puffer: list[int], fund: Fund) -> bool:
    """Tell whether »und« adds a rhythm to a date: »bis 2022 und jährlich«, but not »2021 und jährlich danach«."""
    if not puffer or leser.wort(fund.stop, DANACH):
        return False
    rhythmus_und_datum = (gruppe.arten | {fund.art}) & _DATIERT_OHNE_TAKT and _F.RHYTHMUS in gruppe.arten | {
        fund.art
    }
    und = leser.wort(puffer[0], UND) or leser.ist(puffer[0], Sorte.UND)
    return und and bool(rhythmus_und_datum)
