"""Parts side by side with no word to tell them apart: nobody can say which dates hold, so all are in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from konzept.domain.termin.grammatik.funde import Fundart
from konzept.domain.termin.grammatik.reihen import UND
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.gruppe import DATIERT, Gruppe, Naht, hat_nomen

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser

ZWEIFEL_NACHBAR: Final = "Wie sich die Zeitangaben zueinander verhalten, ist nicht gesagt."
_OHNE_DATUM: Final = frozenset({Fundart.LAUFEND, Fundart.RHYTHMUS, Fundart.OHNE_JAHR})
_VERLAENGERT: Final = frozenset({"verlaengert", "fristverlaengerung", "ausgedehnt"})
_ENDE_WOERTER: Final = frozenset({"spaetestens", "laengstens"})


def unklare_nachbarn(leser: Leser, gruppen: list[Gruppe]) -> list[tuple[str, ...]]:
    """Return for each group the doubt that its neighbour raises: »2021, fortlaufend«, »jährlich (2021, 2022)«.

    Expressions that no word tells apart can speak of one thing, and then the dates are others. A doubt about one
    date of a list holds for the rest of the list.
    """
    ergebnis: list[tuple[str, ...]] = [() for _ in gruppen]
    for n in range(1, len(gruppen)):
        if _unklar(leser, gruppen[n - 1], gruppen[n]):
            ergebnis[n - 1] = ergebnis[n] = (ZWEIFEL_NACHBAR,)
        elif ergebnis[n - 1] and _setzt_liste_fort(leser, gruppen[n - 1], gruppen[n]):
            ergebnis[n] = (ZWEIFEL_NACHBAR,)
    return ergebnis


def _unklar(leser: Leser, davor: Gruppe, danach: Gruppe) -> bool:
    if _verlaengert(leser, davor, danach):
        return True
    if danach.danach or danach.naht is Naht.HART or not (davor.arten | danach.arten) & DATIERT:
        return False
    ohne_nomen = not hat_nomen(leser, [*davor.woerter, *danach.woerter])
    dicht = danach.naht in {Naht.ENG, Naht.WORT}
    nur_daten = _nur_daten(davor) and _nur_daten(danach)
    verbunden = any(leser.wort(i, UND) or leser.ist(i, Sorte.UND) for i in danach.woerter)
    return (
        (dicht and ohne_nomen and not verbunden and nur_daten)
        or Fundart.UNLESBAR in davor.arten | danach.arten
        or ((ohne_nomen or dicht) and _strittig(davor, danach))
        or (
            nur_daten
            and (_ueber_klammer(leser, danach) or (ohne_nomen and _zweite_frist(leser, davor, danach)))
        )
        or (dicht and ohne_nomen and davor.arten <= {Fundart.RELATIV, Fundart.OHNE_JAHR})
    )


def _verlaengert(leser: Leser, davor: Gruppe, danach: Gruppe) -> bool:
    """Tell whether the second date is what the first was extended to: »2023 (verlängert bis 2024)«."""
    datiert = bool(davor.arten & DATIERT) and bool(danach.arten & DATIERT)
    stellen = range(davor.stop, danach.stop)
    return datiert and any(leser.wort(i, _VERLAENGERT) for i in stellen)


def _nur_daten(gruppe: Gruppe) -> bool:
    return gruppe.arten <= {Fundart.EINHEIT, Fundart.BIS, Fundart.ZEITRAUM}


def _setzt_liste_fort(leser: Leser, davor: Gruppe, danach: Gruppe) -> bool:
    """Tell whether »2023« goes on with the list that »2021« began in »alle 2 Jahre (2021, 2023)«."""
    einheiten = davor.arten == danach.arten == {Fundart.EINHEIT}
    return einheiten and danach.naht is Naht.KOMMA and not hat_nomen(leser, danach.woerter)


def _ueber_klammer(leser: Leser, danach: Gruppe) -> bool:
    """Tell whether a dash or »bis« behind brackets joins two dates: »2021 (Start) – 2024 (Ende)«."""
    mit_strich = bool(danach.woerter) and leser.ist(danach.woerter[0], Sorte.STRICH)
    erstes = danach.woerter[0] if mit_strich else danach.funde[0].start
    return leser.ist(erstes - 1, Sorte.ZU) and (mit_strich or leser.wort(erstes, {"bis"}))


def _zweite_frist(leser: Leser, davor: Gruppe, danach: Gruppe) -> bool:
    """Tell whether the second date only bounds the first: »2022, spätestens 2023«."""
    einfach = davor.arten == {Fundart.EINHEIT} and danach.arten == {Fundart.BIS}
    return einfach and leser.wort(danach.funde[0].start, _ENDE_WOERTER)


def _strittig(davor: Gruppe, danach: Gruppe) -> bool:
    """Tell whether one side is a plain date and the other none."""
    seiten = (davor.arten, danach.arten)
    return any(
        eine & {Fundart.EINHEIT, Fundart.BIS, Fundart.AB, Fundart.ZEITRAUM}
        and not eine & _OHNE_DATUM
        and andere & _OHNE_DATUM
        and not (Fundart.AB in eine and Fundart.LAUFEND in andere)
        for eine, andere in (seiten, seiten[::-1])
    )
