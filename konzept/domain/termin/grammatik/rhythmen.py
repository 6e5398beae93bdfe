"""Grammar rules for rhythms: jährlich, alle zwei Jahre, 2x pro Jahr, im 2-Jahres-Turnus, jeweils im März."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.grammatik.anzahlen import (
    TAKTEINHEITEN,
    Anzahl,
    findet_statt,
    haeufigkeit,
    je_einheit,
    mit_anzahl,
    rhythmusfund,
    zahlspanne,
)
from konzept.domain.termin.grammatik.dauern import grundform
from konzept.domain.termin.grammatik.einheit import Einheitsart
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.reihen import nach_fuellwoertern, punkt, reihe
from konzept.domain.termin.grammatik.turnus import ADVERBIEN, TURNUS
from konzept.domain.termin.grammatik.woerter import ORDNUNGSWOERTER, WOCHENTAGE
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.rhythmus import Rhythmus, Takt

_KEINE_MONATE: Final = frozenset({Einheitsart.WOCHE, Einheitsart.SCHULJAHR})
_VOR_WOCHENTAG: Final = frozenset({"jeweils", "immer", "stets", "jeden", "jeder", "jede", "am", "an"})
_WOCHENTAGS: Final = frozenset(f"{tag}s" for tag in WOCHENTAGE if len(tag) > len("mo"))
MAX_NOMEN: Final = 3
MEISTENS_IM_JAHR: Final = 12
ZWEIFEL_VERANSTALTUNGEN: Final = "Genannt ist eine Anzahl im Jahr, kein Abstand."


@regel
def oft_je_einheit(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Haeufigkeit ( "pro" einheit | adverb ): 1x pro Monat, zweimal jährlich, 1-2x im Jahr."""
    gelesen = haeufigkeit(leser, i)
    if gelesen is None:
        blosse = zahlspanne(leser, i)
        if blosse is None or not (
            leser.wort(blosse[1], {"pro", "je", "p"}) or leser.ist(blosse[1], Sorte.SCHRAEG)
        ):
            return None
        gelesen = blosse
    anzahl, j = gelesen
    je = je_einheit(leser, j)
    if je is None:
        adverb = grundform(leser.an(j).norm, ADVERBIEN)
        if adverb is None:
            return None
        je = ADVERBIEN[adverb], j + 1
    return rhythmusfund(i, je[1], *je[0].mal(anzahl))


@regel
def nomen_je_einheit(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Zahlspanne nomen { nomen } "pro" einheit: bis zu 6 Sitzungen pro Jahr."""
    gelesen = zahlspanne(leser, i)
    if gelesen is None:
        return None
    anzahl, j = gelesen
    for k in range(j + 1, j + 1 + MAX_NOMEN):
        if leser.an(k - 1).sorte is not Sorte.WORT:
            return None
        je = je_einheit(leser, k)
        if je is None:
            continue
        if leser.wort(k, {"im", "in", "die"}) and not findet_statt(leser, k - 1):
            return None
        if findet_statt(leser, k - 1) or anzahl.n is None:
            return rhythmusfund(i, je[1], *je[0].mal(anzahl))
        zweifel = (ZWEIFEL_VERANSTALTUNGEN,) if anzahl.n > 1 or anzahl.zweifel else ()
        return rhythmusfund(i, je[1], je[0].alle(1), (*je[0].zweifel, *zweifel))
    return None


@regel
def alle_n(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "alle" | "aller" ) [ zahlspanne ] einheit | "im Abstand von" zahlspanne einheit."""
    j = i
    if leser.wort(j, {"alle", "aller"}):
        j += 1
    elif leser.an(j).norm.endswith(TURNUS) and leser.wort(j + 1, {"von", "aller", "alle"}):
        j = nach_fuellwoertern(leser, j + 2)
    else:
        return None
    if leser.wort(j, {"paar", "einige", "mehrere"}) and leser.an(j + 1).norm in TAKTEINHEITEN:
        return rhythmusfund(i, j + 2, None)
    halb = leser.wort(j, {"halbe", "halben"})
    gelesen = None if halb else zahlspanne(leser, j)
    anzahl, j = gelesen if gelesen is not None else (Anzahl(1), j + 1 if halb else j)
    einheit = TAKTEINHEITEN.get(leser.an(j).norm)
    if einheit is None or anzahl.n is None:
        return None
    if halb:
        return rhythmusfund(i, j + 1, Rhythmus(Takt.MONAT, 6))
    return rhythmusfund(i, j + 1, einheit.alle(anzahl.n), (*einheit.zweifel, *anzahl.zweifel))


@regel
def jedes(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "jedes" | "eines jeden" | … ) [ "zweite" | "2." ] einheit [ zahlspanne nomen ] | "pro" einheit."""
    j = i
    if leser.wort(j, {"eines", "einer"}):
        j += 1
    if leser.wort(j, {"jede", "jedem", "jeden", "jeder", "jedes"}):
        j += 1
        n = 1
        if leser.an(j).norm in ORDNUNGSWOERTER:
            n, j = ORDNUNGSWOERTER[leser.an(j).norm], j + 1
        elif (
            leser.ist(j, Sorte.ZAHL)
            and leser.ist(j + 1, Sorte.PUNKT)
            and 0 < leser.an(j).wert <= MEISTENS_IM_JAHR
        ):
            n, j = leser.an(j).wert, j + 2
        if leser.wort(j, WOCHENTAGE):
            return _jeder_wochentag(leser, i, j, n)
        if leser.wort(j, {"halbe"}) and leser.wort(j + 1, {"jahr"}):
            return rhythmusfund(i, j + 2, Rhythmus(Takt.MONAT, 6))
        einheit = TAKTEINHEITEN.get(leser.an(j).norm)
        if einheit is None:
            return None
        return (
            mit_anzahl(leser, i, j + 1, einheit)
            if n == 1
            else rhythmusfund(i, j + 1, einheit.alle(n), einheit.zweifel)
        )
    if leser.wort(i, {"pro", "je", "p"}):
        je = je_einheit(leser, i)
        return mit_anzahl(leser, i, je[1], je[0]) if je is not None else None
    return None


def _jeder_wochentag(leser: Leser, start: int, i: int, n: int) -> tuple[Fund, int]:
    """Read »jeden Montag«, »jeden ersten Montag im Monat«, »jeden zweiten Montag« (every other, or the second)."""
    if leser.wort(i + 1, {"im", "des", "eines", "in"}) and leser.wort(i + 2, {"monat", "monats"}):
        return rhythmusfund(start, i + 3, Rhythmus(Takt.MONAT))
    zweifel = () if n == 1 else ("Gemeint sein kann jeder so und so vielte Wochentag eines Monats.",)
    return rhythmusfund(start, i + 1, Rhythmus(Takt.WOCHE, n), zweifel)


@regel
def jeweils(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """( "jeweils" | "immer" | "jeden" | "jedes" ) ( reihe ohne Jahr | "Quartalsende" ): jeweils im März."""
    je_im = leser.wort(i, {"je"}) and leser.wort(i + 1, {"im", "in"})
    if not je_im and not leser.wort(
        i, {"jeweils", "immer", "stets", "jeden", "jedes", "jaehrlich", "jede", "jedem"}
    ):
        return None
    ende = next(
        (
            n
            for n in range(i + 1, i + 4)
            if leser.an(n).norm in {"quartalsende", "monatsende", "halbjahresende", "wochenende"}
        ),
        None,
    )
    if ende is not None and leser.wort(i, {"jeweils", "immer", "stets", "jedem"}):
        rhythmus = {"quartalsende": Rhythmus(Takt.MONAT, 3), "monatsende": Rhythmus(Takt.MONAT)}.get(
            leser.an(ende).norm
        )
        if leser.an(ende).norm == "halbjahresende":
            rhythmus = Rhythmus(Takt.MONAT, 6)
        return rhythmusfund(i, ende + 1, rhythmus) if rhythmus is not None else None
    j = i + 1
    if leser.wort(j, {"bis", "zum", "zur"}):
        j += 1
    gelesen = reihe(leser, j)
    if gelesen is None or any(angabe.einheit.jahr is not None for angabe in gelesen[0]):
        return None
    if any(angabe.einheit.art in _KEINE_MONATE and angabe.einheit.lage is None for angabe in gelesen[0]):
        return None
    weiter = punkt(leser, gelesen[1] + 1) if _verbindet(leser, gelesen[1]) else None
    if weiter is not None and weiter[0].einheit.jahr is None:
        return None  # »jährlich Mai bis September« is a span
    return Fund(Fundart.RHYTHMUS, i, gelesen[1], gelesen[0], rhythmus=Rhythmus(Takt.JAHR)), gelesen[1]


@regel
def wochentag_im_monat(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """[ "jeweils" | "immer" | … ] [ "am" ] ( "1." | "ersten" | "letzten" ) wochentag ( "im" | "des" | … ) "Monat"."""
    j = i
    while j - i < MAX_NOMEN and leser.wort(j, _VOR_WOCHENTAG):
        j += 1
    if leser.wort(j, ORDNUNGSWOERTER) or leser.wort(j, {"letzten", "letzter", "letzte"}):
        j += 1
    elif leser.ist(j, Sorte.ZAHL) and leser.ist(j + 1, Sorte.PUNKT):
        j += 2
    else:
        return None
    if not leser.wort(j, WOCHENTAGE) or not leser.wort(j + 1, {"im", "des", "eines", "in", "pro", "je"}):
        return None
    j += 2
    if leser.wort(j, {"jeden", "jedem", "eines"}):
        j += 1
    return rhythmusfund(i, j + 1, Rhythmus(Takt.MONAT)) if leser.wort(j, {"monat", "monats"}) else None


@regel
def wochentags(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Montags { ( "und" | "," ) mittwochs }: every week, due at its end like every week (design §5)."""
    j = i + 1 if leser.wort(i, {"jeweils", "immer", "stets"}) else i
    stop = None
    while leser.wort(j, _WOCHENTAGS):
        stop = j + 1
        j = stop + 1 if leser.wort(stop, {"und"}) or leser.ist(stop, Sorte.KOMMA) else stop
    return rhythmusfund(i, stop, Rhythmus(Takt.WOCHE)) if stop is not None else None


def _verbindet(leser: Leser, i: int) -> bool:
    return leser.ist(i, Sorte.STRICH) or leser.wort(i, {"bis"})
