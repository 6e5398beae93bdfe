"""Grammar rules for wordings without a date, and for what only looks like one: laufend, offen, Dauer, Verweis."""

from __future__ import annotations

from typing import Final

from konzept.domain.termin.grammatik.bereiche import ist_zeitraumwort
from konzept.domain.termin.grammatik.dauern import dauer, folgt_jahr, grundform
from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.leser import Leser, regel
from konzept.domain.termin.grammatik.offene import SPANNENWOERTER
from konzept.domain.termin.grammatik.reihen import nach_fuellwoertern, punkt
from konzept.domain.termin.grammatik.woerter import (
    DANACH,
    LAUFEND,
    LAUFEND_ALLEIN,
    wortliste,
)
from konzept.domain.termin.grammatik.zeichen import Sorte

EILE: Final = frozenset(
    wortliste(
        "schnellstmoeglich schnellstmoeglichst baldmoeglichst baldmoeglich zeitnah umgehend sofort "
        "unverzueglich demnaechst bald asap schnellstens zuegig baldigst perspektivisch zukuenftig "
        "kuenftig prioritaer sofortmassnahme vordringlich unmittelbar raschestmoeglich raschmoeglichst "
        "naechstmoeglich fruehestmoeglich einmalig temporaer befristet sukzessive sukzessiv schrittweise"
    )
)
FRISTWOERTER: Final = frozenset({"kurzfristig", "mittelfristig", "langfristig"})
_FRISTVORSATZ: Final = {"kurz": "kurzfristig", "mittel": "mittelfristig", "lang": "langfristig"}
BEDARF: Final = frozenset(
    wortliste(
        "bedarfsweise bedarfsorientiert bedarfsgerecht bedarfsabhaengig anlassbezogen situationsbezogen "
        "situativ situationsbedingt anlassabhaengig fallbezogen einzelfallbezogen"
    )
)
BEDARF_NOMEN: Final = frozenset(
    wortliste(
        "bedarf bedarfslage bedarfsfall moeglichkeit absprache vereinbarung verfuegbarkeit haushaltslage "
        "ermessen gelegenheit anfrage nachfrage kassenlage"
    )
)
PLATZHALTER: Final = frozenset(
    wortliste(
        "offen unbekannt unklar unbestimmt tbd tba nn entfaellt entfallen keine undatiert ausstehend xx "
        "xxx erledigt umgesetzt abgeschlossen realisiert beendet unterminiert ungewiss zurueckgestellt "
        "ruht pausiert fertig"
    )
)
PLATZHALTER_ALLEIN: Final = frozenset(
    wortliste(
        "erledigt umgesetzt abgeschlossen realisiert beendet keine entfallen entfaellt zurueckgestellt "
        "fertig ausstehend ruht pausiert"
    )
)
"""Words that are a Termin only where no other is named: »2020 abgeschlossen« is the date 2020."""


@regel
def laufend(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Fortlaufend | Daueraufgabe | "in Umsetzung" | "seit Jahren" | "auf Dauer"."""
    zeichen = leser.an(i)
    if zeichen.sorte is not Sorte.WORT:
        return None
    if zeichen.norm.startswith("laufende") and ist_zeitraumwort(leser, i + 1):
        return Fund(Fundart.DAUER, i, i + 2), i + 2  # »laufende Legislatur« is a length, not what goes on
    if grundform(zeichen.norm, LAUFEND) is not None:
        return Fund(Fundart.LAUFEND, i, i + 1), i + 1
    if zeichen.norm in LAUFEND_ALLEIN:
        return Fund(Fundart.LAUFEND, i, i + 1, nachrangig=not leser.wort(i - 1, DANACH)), i + 1
    if leser.wort(i, {"auf"}) and leser.wort(i + 1, {"dauer", "unbestimmte", "weiteres"}):
        stop = i + 3 if leser.wort(i + 2, {"zeit", "dauer"}) else i + 2
        return Fund(Fundart.LAUFEND, i, stop), stop
    if leser.wort(i, {"seit"}):
        lang = dauer(leser, nach_fuellwoertern(leser, i + 1))
        if lang is not None:
            return Fund(Fundart.LAUFEND, i, lang[1]), lang[1]
        if leser.wort(i + 1, {"jahren", "laengerem", "langem", "langer"}):
            stop = i + 3 if leser.wort(i + 2, {"zeit"}) else i + 2
            return Fund(Fundart.LAUFEND, i, stop), stop
        if not folgt_jahr(leser, i + 1):
            return Fund(Fundart.LAUFEND, i, i + 1), i + 1
    return None


@regel
def ohne_datum(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Nach Bedarf | schnellstmöglich | kurz- bzw. mittelfristig | offen | ??? | k. A."""
    zeichen = leser.an(i)
    strich = len(leser) == 1 and zeichen.sorte in {Sorte.STRICH, Sorte.PUNKTE, Sorte.PUNKT, Sorte.SCHRAEG}
    if zeichen.sorte is Sorte.FRAGE or strich:
        return Fund(Fundart.PLATZHALTER, i, i + 1, woerter=("?",)), i + 1
    if zeichen.sorte is not Sorte.WORT:
        return None
    wort = grundform(zeichen.norm, FRISTWOERTER)
    if wort is not None:
        return Fund(Fundart.FRISTWORT, i, i + 1, woerter=(wort,)), i + 1
    if zeichen.norm in _FRISTVORSATZ and leser.ist(i + 1, Sorte.STRICH) and leser.an(i + 1).eng:
        return Fund(Fundart.FRISTWORT, i, i + 2, woerter=(_FRISTVORSATZ[zeichen.norm],)), i + 2
    wort = grundform(zeichen.norm, EILE)
    if wort is not None:
        return Fund(Fundart.EILE, i, i + 1, woerter=(wort,)), i + 1
    nach = any(leser.wort(n, {"nach", "bei", "auf", "gemaess", "unter"}) for n in (i - 1, i - 2, i - 3))
    if zeichen.norm in BEDARF or (zeichen.norm in BEDARF_NOMEN and nach):
        return Fund(Fundart.BEDARF, i, i + 1, woerter=(zeichen.norm,)), i + 1
    ueberschrift = zeichen.norm in PLATZHALTER_ALLEIN and leser.ist(i + 1, Sorte.DOPPELPUNKT)
    if (
        zeichen.norm in PLATZHALTER and not ueberschrift
    ):  # »offene Sprechstunde« is something else than »offen«
        return Fund(Fundart.PLATZHALTER, i, i + 1, woerter=(zeichen.norm,)), i + 1
    return _mehrere_woerter(leser, i)


_REDENSARTEN: Final = (
    (Fundart.PLATZHALTER, ("k", "a")),
    (Fundart.PLATZHALTER, ("n", "n")),
    (Fundart.PLATZHALTER, ("t", "b", "d")),
    (Fundart.PLATZHALTER, ("noch", "nicht")),
    (Fundart.PLATZHALTER, ("nicht", "terminiert")),
    (Fundart.PLATZHALTER, ("nicht", "bekannt")),
    (Fundart.PLATZHALTER, ("nicht", "festgelegt")),
    (Fundart.PLATZHALTER, ("noch", "zu", "klaeren")),
    (Fundart.PLATZHALTER, ("noch", "festzulegen")),
    (Fundart.PLATZHALTER, ("zu", "klaeren")),
    (Fundart.PLATZHALTER, ("wird", "noch")),
    (Fundart.PLATZHALTER, ("ohne", "termin")),
    (Fundart.PLATZHALTER, ("ohne", "angabe")),
    (Fundart.PLATZHALTER, ("in", "planung")),
    (Fundart.PLATZHALTER, ("in", "vorbereitung")),
    (Fundart.PLATZHALTER, ("in", "klaerung")),
    (Fundart.PLATZHALTER, ("in", "pruefung")),
    (Fundart.PLATZHALTER, ("in", "abstimmung")),
    (Fundart.LAUFEND, ("ohne", "zeitliche", "begrenzung")),
    (Fundart.LAUFEND, ("ohne", "zeitliche", "befristung")),
    (Fundart.LAUFEND, ("ohne", "befristung")),
    (Fundart.LAUFEND, ("in", "umsetzung")),
    (Fundart.LAUFEND, ("in", "bearbeitung")),
    (Fundart.LAUFEND, ("in", "arbeit")),
    (Fundart.LAUFEND, ("im", "gange")),
    (Fundart.EILE, ("in", "zukunft")),
    (Fundart.EILE, ("so", "bald", "wie", "moeglich")),
    (Fundart.EILE, ("so", "schnell", "wie", "moeglich")),
    (Fundart.EILE, ("so", "rasch", "wie", "moeglich")),
    (Fundart.EILE, ("so", "frueh", "wie", "moeglich")),
    (Fundart.EILE, ("nach", "und", "nach")),
    (Fundart.EILE, ("moeglichst", "bald")),
    (Fundart.EILE, ("moeglichst", "zeitnah")),
    (Fundart.EILE, ("moeglichst", "schnell")),
)


def _mehrere_woerter(leser: Leser, i: int) -> tuple[Fund, int] | None:
    for art, folge in _REDENSARTEN:
        j = i
        for wort in folge:
            if not leser.wort(j, {wort}):
                break
            j = leser.nach_punkt(j + 1) if len(wort) == 1 else j + 1
        else:
            return Fund(art, i, j, woerter=(" ".join(folge),)), j
    return None


def _datum_folgt(leser: Leser, i: int) -> bool:
    gelesen = punkt(leser, i)
    return gelesen is not None and gelesen[0].einheit.jahr is not None


@regel
def zeitraumwort(leser: Leser, i: int) -> tuple[Fund, int] | None:
    """Legislaturperiode, Laufzeit, … without a year; before a colon the noun is a heading and says nothing."""
    if not ist_zeitraumwort(leser, i):
        return None
    ueberschrift = leser.ist(i + 1, Sorte.DOPPELPUNKT) and i + 2 < len(leser)
    ueberschrift |= any(wort in leser.an(i).norm for wort in SPANNENWOERTER) and _datum_folgt(leser, i + 1)
    return Fund(Fundart.NEBEN if ueberschrift else Fundart.DAUER, i, i + 1), i + 1
