"""Grammar rules for quarters, halves, seasons and school years, and the one rule for any unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheit, Einheitsart, Lage
from konzept.domain.termin.grammatik.jahre import (
    ZWEIFEL_DOPPELJAHR,
    doppeljahr,
    jahr,
    jahresangabe,
    jahreszahl,
    kurz_steht_frei,
    kurze_jahreszahl,
)
from konzept.domain.termin.grammatik.jahreszeiten import (
    ZWEIFEL_EIN_SCHULJAHR,
    ZWEIFEL_SCHULBEGINN,
    jahreszeit,
    mit_jahr,
    schulhalbjahr,
    schuljahr,
    semester,
)
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.tage import monat, monatszahl, tag, tagesform, tagespaar, woche
from konzept.domain.termin.grammatik.teiljahre import ZWEIFEL_ROEMISCH, halbjahr, quartal, roemisches_quartal
from konzept.domain.termin.grammatik.woerter import (
    JAHRESWOERTER,
    KITAJAHRE,
    LAGEN,
    LAGEN_IM_WORT,
    ROEMISCH,
    SCHULJAHRE,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

_VOR_ABLAUF: Final = frozenset({"mit", "zum", "bis", "nach", "vor"})
ZWEIFEL_ANFANG: Final = "»Anfang« und »Beginn« nennen keinen Tag."
ZWEIFEL_MITTE: Final = "»Mitte« nennt hier keinen Tag."


@regel
def ganze_einheit(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """A unit without Anfang, Mitte, Ende; the first rule that fits, the more telling one first."""
    if tagesform(leser, i) is not None:  # 31.02.2021 is no date, and »02.2021« in it is none either
        return tag(leser, i)
    for lies in _EINHEITEN:
        gelesen = lies(leser, i)
        if gelesen is not None:
            return gelesen
    return None


_EINHEITEN = (
    tagespaar,
    woche,
    quartal,
    halbjahr,
    schulhalbjahr,
    roemisches_quartal,
    schuljahr,
    semester,
    jahreszeit,
    monat,
    monatszahl,
    jahr,
)


@regel
def lage(leser: Leser, i: int) -> tuple[Lage, int] | None:
    """( "Anfang" | "Mitte" | "Ende" ) [ "des" | "der" | "vom" | "im" ], the last of several (»Mitte/Ende«)."""
    wort = leser.an(i).norm
    if leser.wort(i, {"beginn", "start"}) and leser.wort(i + 1, SCHULJAHRE | KITAJAHRE):
        return Lage.ANFANG, i + 1
    if wort not in LAGEN:
        return None
    j = leser.nach_punkt(i + 1) if wort == "anf" else i + 1
    if wort == "ablauf" and not (leser.wort(j, {"des", "der", "von"}) or leser.wort(i - 1, _VOR_ABLAUF)):
        return None  # »Ablauf 2022« may be how it goes
    artikel = leser.wort(j, {"des", "der", "vom", "von"})
    if artikel:
        j += 1
    elif wort.startswith("beginn") and not leser.wort(i - 1, {"zu"}):
        return None  # »Beginn 2022« names a step, not a part of the year
    return Lage(LAGEN[wort]), j


@regel
def einheit_mit_lage(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Lage { "/" lage } ganze_einheit | "Jahresende" [ jahr ] | "Ende des Jahres"."""
    wort = LAGEN_IM_WORT.get(leser.an(i).norm)
    if wort is not None:
        art = Einheitsart.JAHR if wort[0] == "jahr" else Einheitsart.SCHULJAHR
        j = i + 1
        if art is Einheitsart.JAHR and (doppelt := doppeljahr(leser, j)) is not None:
            roh, j = Einheit(art, doppelt[0][0], zweifel=(ZWEIFEL_DOPPELJAHR,)), doppelt[1]
        elif art is Einheitsart.JAHR:
            angabe = jahresangabe(leser, j)
            roh, j = (Einheit(art, angabe[0]), angabe[1]) if angabe is not None else (Einheit(art, None), j)
        else:
            roh, j = mit_jahr(
                leser, j, Einheit(art, None), reicht_hinueber=True, zweifel=ZWEIFEL_EIN_SCHULJAHR
            )
        return _in_lage(roh, Lage(wort[1])), j
    erste = lage(leser, i)
    if erste is None:
        return None
    wo, j = erste
    gemischt = leser.an(j).sorte is Sorte.SCHRAEG and (zweite := lage(leser, j + 1)) is not None
    if gemischt and zweite is not None:
        wo, j = zweite
    gelesen = ganze_einheit(leser, j)
    kurz = kurze_jahreszahl(leser, j) if gelesen is None else None
    if kurz is not None and kurz_steht_frei(leser, kurz[1]):
        gelesen = Einheit(Einheitsart.JAHR, kurz[0]), kurz[1]
    if gelesen is None and leser.wort(j, JAHRESWOERTER) and leser.wort(j - 1, {"des"}):
        gelesen = Einheit(Einheitsart.JAHR, None), j + 1
    if gelesen is None:
        return None
    einheit = _in_lage(gelesen[0], wo)
    return (einheit.mit(ZWEIFEL_ANFANG) if gemischt else einheit), gelesen[1]


def _in_lage(einheit: Einheit, wo: Lage) -> Einheit:
    """Put a unit into its Anfang, Mitte or Ende, with the doubts that design §5 names."""
    einheit = replace(einheit, lage=wo)
    if einheit.art is Einheitsart.TAG:
        return replace(einheit, lage=None) if wo is Lage.ENDE else einheit.mit(ZWEIFEL_ANFANG)
    if wo is Lage.ANFANG:
        return einheit.mit(ZWEIFEL_SCHULBEGINN if einheit.art is Einheitsart.SCHULJAHR else ZWEIFEL_ANFANG)
    if wo is Lage.MITTE and einheit.art is not Einheitsart.JAHR:
        return einheit.mit(ZWEIFEL_MITTE)
    return einheit


@regel
def nachgestellt(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """Jahr [ "," | "/" | "(" ] einheit ohne Jahr [ ")" ]: »2021, 3. Quartal«, »2022/III«."""
    zahl = jahreszahl(leser, i)
    if zahl is None:
        return None
    j, klammer = i + 1, leser.ist(i + 1, Sorte.AUF)
    if klammer or leser.an(j).sorte in {Sorte.KOMMA, Sorte.SCHRAEG}:
        j += 1
    if leser.wort(j, {"im", "in"}):
        j += 1
    if leser.ist(i + 1, Sorte.SCHRAEG) and leser.an(j).text in ROEMISCH:
        return Einheit(
            Einheitsart.QUARTAL, zahl, ROEMISCH[leser.an(j).text], zweifel=(ZWEIFEL_ROEMISCH,)
        ), j + 1
    if leser.an(j).sorte not in {Sorte.WORT, Sorte.ZAHL} or jahreszahl(leser, j):
        return None
    gelesen = einheit_mit_lage(leser, j) or ganze_einheit(leser, j)
    if (
        gelesen is None
        or gelesen[0].jahr is not None
        or gelesen[0].art in {Einheitsart.TAG, Einheitsart.JAHR}
    ):
        return None
    if klammer and not leser.ist(gelesen[1], Sorte.ZU):
        return None
    if not klammer and leser.an(gelesen[1]).sorte not in {
        Sorte.ENDE,
        Sorte.KOMMA,
        Sorte.SEMIKOLON,
        Sorte.ZU,
        Sorte.PUNKT,
    }:
        return None
    return gelesen[0].im_jahr(zahl), gelesen[1] + (1 if klammer else 0)


@regel
def einheit(leser: Leser, i: int) -> tuple[Einheit, int] | None:
    """einheit_mit_lage | nachgestellt | ganze_einheit, if the calendar knows it."""
    gelesen = einheit_mit_lage(leser, i) or nachgestellt(leser, i) or ganze_einheit(leser, i)
    return gelesen if gelesen is not None and gelesen[0].gueltig else None
