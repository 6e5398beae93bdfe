"""Grammar rules for plain dates and for dates that only name another thing (»gegenüber 1990«, »Beschluss vom …«)."""

from __future__ import annotations

import itertools
from typing import Final

from konzept.domain.termin.grammatik.einheit import Einheitsart
from konzept.domain.termin.grammatik.funde import Angabe, Fund, Fundart
from konzept.domain.termin.grammatik.grenzen import ZWEIFEL_MEHRERE, _alle_offen
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.reihen import punkt, reihe
from konzept.domain.termin.grammatik.woerter import NAMEN_MIT_JAHR, wortliste
from konzept.domain.termin.grammatik.zeichen import Sorte

BEZUGSWOERTER: Final = frozenset(
    wortliste(
        "gegenueber vergleich basisjahr bezugsjahr referenzjahr ausgangsjahr basis stand fassung statt "
        "anstatt anstelle"
    )
)
_SCHRIFTSTUECKE: Final = (
    "beschluss", "beschlusses", "beschlusse", "vertrag", "gesetz", "bescheid", "antrag", "vorlage", "sitzung",
    "richtlinie", "schreiben", "protokoll", "fassung", "drucksache", "verordnung", "satzung",
)  # fmt: skip
_MEHRERE_JAHRE: Final = frozenset(wortliste("jahre jahren haushaltsjahre haushaltsjahren kalenderjahren"))


@regel
def bezug(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "gegenüber" | "Basisjahr" | "Stand" ) [ ":" ] punkt: a date that is no Termin."""
    j = i + 1
    beschluss = leser.an(i).norm.endswith(_SCHRIFTSTUECKE) and leser.wort(j, {"vom", "v"})
    if beschluss:
        gelesener_tag = punkt(leser, leser.nach_punkt(j + 1))
        if gelesener_tag is None or gelesener_tag[0].einheit.art is not Einheitsart.TAG:
            return None
        return Fund(Fundart.NEBEN, i, gelesener_tag[1]), gelesener_tag[1]
    if not leser.wort(i, BEZUGSWOERTER):
        return None
    if leser.ist(j, Sorte.DOPPELPUNKT) or leser.wort(j, {"zu", "mit", "vom"}):
        j += 1
    gelesen = punkt(leser, j)
    return (
        (Fund(Fundart.NEBEN, i, gelesen[1], woerter=("bezug",)), gelesen[1]) if gelesen is not None else None
    )


@regel
def einheiten(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """reihe: plain dates; »in den Jahren 2016 und 2017« is one Zeitraum (design §5)."""
    gelesen = reihe(leser, i)
    if gelesen is None:
        return None
    angaben, stop = gelesen
    if _alle_offen(angaben):
        return Fund(Fundart.OHNE_JAHR, i, stop, angaben), stop
    if leser.wort(angaben[0].start, _MEHRERE_JAHRE) and _lueckenlos(angaben):
        von, bis_ = angaben[0].einheit.spanne()[0], angaben[-1].einheit.spanne()[1]
        zweifel = tuple(grund for angabe in angaben for grund in angabe.einheit.zweifel)
        return Fund(Fundart.ZEITRAUM, i, stop, beginn=von, ende=bis_, zweifel=zweifel), stop
    if len(angaben) == 1 and angaben[0].einheit.bis_jahr is not None and angaben[0].einheit.lage is None:
        von, bis_ = angaben[0].einheit.spanne()
        return Fund(
            Fundart.ZEITRAUM, i, stop, beginn=von, ende=bis_, zweifel=angaben[0].einheit.zweifel
        ), stop
    if leser.wort(angaben[0].start, _MEHRERE_JAHRE) and len(angaben) > 1:
        return Fund(Fundart.EINHEIT, i, stop, tuple(angabe.mit(ZWEIFEL_MEHRERE) for angabe in angaben)), stop
    name = len(angaben) == 1 and leser.wort(i - 1, NAMEN_MIT_JAHR)
    return Fund(Fundart.EINHEIT, i, stop, angaben, nachrangig=name), stop


def _lueckenlos(angaben: tuple[Angabe, ...]) -> bool:
    """Tell whether these are years that follow each other."""
    jahre = [angabe.einheit.jahr for angabe in angaben if angabe.einheit.ist_blosses_jahr]
    if len(angaben) == 1:
        return angaben[0].einheit.bis_jahr is not None
    return len(jahre) == len(angaben) and all(
        a is not None and b == a + 1 for a, b in itertools.pairwise(jahre)
    )


@regel
def schraegpaar(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Punkt "/" punkt, each with its year: »Ende 2021/Anfang 2022« is one date, in doubt."""
    links = punkt(leser, i)
    if links is None or not leser.ist(links[1], Sorte.SCHRAEG):
        return None
    rechts = punkt(leser, links[1] + 1)
    if rechts is None or rechts[0].einheit.jahr is None:
        return None
    if links[0].einheit.jahr is None and links[0].einheit.lage is not None:  # »Ende März/Anfang April 2018«
        links = links[0].als(links[0].einheit.im_jahr(rechts[0].einheit.jahr)), links[1]
    if links[0].einheit.jahr is None or not links[0].einheit.gueltig:
        return None
    erster, letzter = links[0].einheit.spanne()[0], rechts[0].einheit.als_frist()[1]
    zweifel = (ZWEIFEL_MEHRERE, *links[0].einheit.zweifel, *rechts[0].einheit.zweifel)
    beginn_ = erster if links[0].einheit.lage is None and erster <= letzter else None
    return Fund(Fundart.EINHEIT, i, rechts[1], (), beginn_, letzter, zweifel=zweifel), rechts[1]
