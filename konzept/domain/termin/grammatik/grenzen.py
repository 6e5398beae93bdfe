"""Grammar rules for one-sided dates: bis, ab, vor, nach, zum, Beginn, »2021 ff.«, »über 2020 hinaus«."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from konzept.domain.termin.grammatik.bereiche import ZWEIFEL_BIS_JAHRESZEIT, ZWEIFEL_VAGER_BEGINN
from konzept.domain.termin.grammatik.einheit import Einheitsart, Lage
from konzept.domain.termin.grammatik.funde import Angabe, Fund, Fundart
from konzept.domain.termin.grammatik.jahreszeiten import ZWEIFEL_SCHULBEGINN
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.offene import OFFENES_ENDE
from konzept.domain.termin.grammatik.reihen import nach_fuellwoertern, punkt, reihe
from konzept.domain.termin.grammatik.woerter import (
    AB_WOERTER,
    BEGINN_VAGE,
    BEGINNWOERTER,
    BIS_WOERTER,
    KITAJAHRE,
    SCHULJAHRE,
    wortliste,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

SOFORT: Final = frozenset({"sofort", "jetzt", "heute"})
ENDE_NOMEN: Final = frozenset(
    wortliste("ende projektende umsetzungsende laufzeitende massnahmenende foerderende")
)
ZWEIFEL_VOR: Final = "»vor« nennt keinen Tag."
ZWEIFEL_NACH: Final = "»nach« nennt keinen Tag."
ZWEIFEL_FRUEHESTENS: Final = "»frühestens« nennt nur den frühesten Beginn."
ZWEIFEL_SPAETESTENS_AB: Final = "»spätestens ab« kann auch die Frist für den Beginn meinen."
ZWEIFEL_ZUM: Final = "»zum« vor einer Zeitspanne kann ihren Anfang oder ihr Ende meinen."
ZWEIFEL_BEGINN: Final = "»Beginn« und »erstmals« sagen nicht, ob danach etwas folgt."
ZWEIFEL_AB_OHNE_JAHR: Final = "Ab wann es gilt, ist ohne Jahr genannt."
ZWEIFEL_MEHRERE: Final = "Mehrere Zeitpunkte sind genannt."
ZWEIFEL_ODER_SPAETER: Final = "»oder später« lässt den Beginn offen."


def _alle_offen(angaben: tuple[Angabe, ...]) -> bool:
    return any(angabe.einheit.jahr is None for angabe in angaben)


def _ab(start: int, stop: int, angaben: tuple[Angabe, ...], *zweifel: str) -> tuple[Fund, int]:
    """Make the Fund of what begins with the first of these dates."""
    if _alle_offen(angaben):  # »jährlich ab September«: the beginning, and perhaps no month of the rhythm
        return Fund(Fundart.OHNE_JAHR, start, stop, angaben, zweifel=(ZWEIFEL_AB_OHNE_JAHR,)), stop
    if any(angabe.vage_als_beginn for angabe in angaben):
        zweifel = (*zweifel, ZWEIFEL_VAGER_BEGINN)
    if len(angaben) > 1:
        zweifel = (*zweifel, ZWEIFEL_MEHRERE)
    beginn = min(angabe.einheit.als_beginn() for angabe in angaben)
    return Fund(Fundart.AB, start, stop, angaben, beginn, zweifel=zweifel), stop


@regel
def bis(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "bis" | "spätestens" | "endet" | "Ende" ":" ) reihe | "bis heute" | "bis auf Weiteres"."""
    if leser.wort(i, ENDE_NOMEN) and leser.ist(i + 1, Sorte.DOPPELPUNKT):
        gelesen = reihe(leser, i + 2)
        if gelesen is None or _alle_offen(gelesen[0]):
            return None
        return Fund(Fundart.BIS, i, gelesen[1], gelesen[0]), gelesen[1]
    if not leser.wort(i, BIS_WOERTER):
        return None
    if leser.wort(i, {"bis"}):
        if leser.wort(i + 1, OFFENES_ENDE) and not leser.wort(i + 1, {"offen"}):
            return Fund(Fundart.LAUFEND, i, i + 2), i + 2
        if leser.wort(i + 1, {"auf"}) and leser.wort(i + 2, {"weiteres"}):
            return Fund(Fundart.LAUFEND, i, i + 3), i + 3
    j = nach_fuellwoertern(leser, i + 1)
    gelesen = reihe(leser, j + 1 if leser.wort(j, {"bis"}) else i + 1)
    if gelesen is None:
        return None
    angaben = tuple(
        angabe.mit(ZWEIFEL_BIS_JAHRESZEIT)
        if angabe.einheit.art in {Einheitsart.JAHRESZEIT, Einheitsart.SCHULJAHR}
        and angabe.einheit.lage is None
        else angabe
        for angabe in gelesen[0]
    )
    art = Fundart.OHNE_JAHR if _alle_offen(angaben) else Fundart.BIS
    return Fund(art, i, gelesen[1], angaben), gelesen[1]


@regel
def ab(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """[ "spätestens" | "frühestens" ] ( "ab" | "seit" ) reihe | "frühestens" reihe | "ab sofort" | "von" punkt "an"."""
    j, zweifel = i, ()  # type: int, tuple[str, ...]
    von = punkt(leser, j + 1) if leser.wort(j, {"von", "vom"}) else None
    if von is not None and leser.wort(von[1], {"an"}):
        return _ab(i, von[1] + 1, (von[0],))
    if leser.wort(j, {"spaetestens"}) and leser.wort(j + 1, AB_WOERTER):
        j, zweifel = j + 1, (ZWEIFEL_SPAETESTENS_AB,)
    elif leser.wort(j, {"fruehestens"}):
        zweifel = (ZWEIFEL_FRUEHESTENS,)
        if not leser.wort(j + 1, AB_WOERTER):
            gelesen = reihe(leser, j + 1)
            return _ab(i, gelesen[1], gelesen[0], *zweifel) if gelesen is not None else None
        j += 1
    if not leser.wort(j, AB_WOERTER):
        return None
    if leser.wort(j + 1, SOFORT):
        return Fund(Fundart.LAUFEND, i, j + 2, zweifel=zweifel), j + 2
    k = nach_fuellwoertern(leser, j + 1)
    if any(leser.wort(n, {"spaetestens", "fruehestens"}) for n in range(j + 1, k + 1)):
        zweifel = (*zweifel, ZWEIFEL_SPAETESTENS_AB)
    gelesen = reihe(leser, k)
    return _ab(i, gelesen[1], gelesen[0], *zweifel) if gelesen is not None else None


@regel
def folge(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """[ "ab" | "seit" ] punkt ( "ff." | "und folgende" | "und Folgejahre" | "oder später" )."""
    j = i + 1 if leser.wort(i, AB_WOERTER) else i
    gelesen = punkt(leser, j)
    if gelesen is None:
        return None
    k = gelesen[1]
    zweifel: tuple[str, ...] = ()
    if leser.wort(k, {"ff", "f", "fortfolgend", "fortfolgende", "folgende"}):
        stop = leser.nach_punkt(k + 1)
    elif leser.wort(k, {"oder"}) and leser.wort(k + 1, {"spaeter"}):
        stop, zweifel = k + 2, (ZWEIFEL_ODER_SPAETER,)
    elif leser.wort(k, {"und", "u", "sowie"}) or leser.ist(k, Sorte.UND):
        k = nach_fuellwoertern(leser, leser.nach_punkt(k + 1))
        if not leser.wort(k, {"ff", "folgende", "folgenden", "folgejahre", "folgejahren", "fortfolgende"}):
            return None
        stop = leser.nach_punkt(k + 2 if leser.wort(k + 1, {"jahre", "jahren"}) else k + 1)
    else:
        return None
    return _ab(i, stop, (gelesen[0],), *zweifel)


@regel
def ueber_hinaus(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """'über' punkt 'hinaus': it goes on, and no end is named (design §5)."""
    if not leser.wort(i, {"ueber"}):
        return None
    gelesen = punkt(leser, i + 1)
    if gelesen is None or not leser.wort(gelesen[1], {"hinaus"}):
        return None
    return Fund(Fundart.LAUFEND, i, gelesen[1] + 1), gelesen[1] + 1


@regel
def vor_oder_nach(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "vor" | "nach" ) punkt, always in doubt; »nicht vor« names a beginning."""
    if not leser.wort(i, {"vor", "nach"}):
        return None
    gelesen = punkt(leser, i + 1)
    if gelesen is None or gelesen[0].einheit.jahr is None:
        return None
    angabe, stop = gelesen
    erster, _ = angabe.einheit.spanne()
    verneint = leser.wort(i - 1, {"nicht"})
    try:
        if leser.wort(i, {"nach"}):
            naechster = angabe.einheit.als_frist()[1] + timedelta(days=1)
            return Fund(Fundart.AB, i, stop, (angabe,), naechster, zweifel=(ZWEIFEL_NACH,)), stop
        if verneint:
            return Fund(
                Fundart.AB, i, stop, (angabe,), angabe.einheit.als_beginn(), zweifel=(ZWEIFEL_VOR,)
            ), stop
        ende = erster - timedelta(days=1) if angabe.einheit.lage is None else angabe.einheit.als_frist()[1]
    except OverflowError:
        return None
    return Fund(Fundart.BIS, i, stop, (), ende=ende, zweifel=(ZWEIFEL_VOR, *angabe.einheit.zweifel)), stop


@regel
def beginn(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "Beginn" | "Start" | "erstmals" | … ) [ ":" ] [ "ab" | "mit" ] ( punkt | "sofort" )."""
    if not leser.wort(i, BEGINNWOERTER) or leser.wort(i + 1, {"des", "der"} | SCHULJAHRE | KITAJAHRE):
        return None
    j = i + 1
    mit_doppelpunkt = leser.ist(j, Sorte.DOPPELPUNKT)
    if mit_doppelpunkt or leser.an(j).sorte is Sorte.STRICH:
        j += 1
    if leser.wort(j, {"ab", "mit", "seit", "fuer", "termin", "mal", "durchgang"}):
        j += 1
    if leser.wort(j, SOFORT):
        return Fund(Fundart.LAUFEND, i, j + 1), j + 1
    gelesen = punkt(leser, j)
    if gelesen is None or gelesen[0].einheit.jahr is None:
        return None
    zweifel = (ZWEIFEL_BEGINN,) if leser.wort(i, BEGINN_VAGE) and not mit_doppelpunkt else ()
    angabe = gelesen[0]
    return Fund(
        Fundart.BEGINN, i, gelesen[1], (angabe,), angabe.einheit.als_beginn(), zweifel=zweifel
    ), gelesen[1]


@regel
def zum(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "zum" | "zur" | "per" ) reihe; only a day and an Ende are free of doubt."""
    if not leser.wort(i, {"zum", "zur", "per"}):
        return None
    gelesen = reihe(leser, i + 1)
    if gelesen is None:
        return None
    angaben = tuple(_zum(angabe) for angabe in gelesen[0])
    art = Fundart.OHNE_JAHR if _alle_offen(angaben) else Fundart.EINHEIT
    return Fund(art, i, gelesen[1], angaben), gelesen[1]


def _zum(angabe: Angabe) -> Angabe:
    einheit = angabe.einheit
    if einheit.art is Einheitsart.TAG or einheit.lage is not None:
        return angabe
    if einheit.art is Einheitsart.SCHULJAHR:
        return angabe.als(replace(einheit, lage=Lage.ANFANG)).mit(ZWEIFEL_SCHULBEGINN)
    return angabe.als(replace(einheit, lage=Lage.ENDE)).mit(ZWEIFEL_ZUM)
