"""How alike two items of one level are: by title, text, bodies and place."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.fassung import Leitziel
from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
from konzept.reports.diff_vorschlag_werte import Wertung
from konzept.reports.diff_vorschlag_wortlaut import PROMILLE, aehnlichkeiten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from konzept.domain.akteur import Akteur
    from konzept.domain.fassung import Stelle

GEWICHTE = {"titel": 40, "text": 30, "akteure": 15, "ort": 15}
"""The title says most; bodies and place only tell apart what is worded alike."""

WORTLAUT_MINDESTENS = 350
"""Thousandths that title or text must reach: below, neither bodies nor place lift a pair over the threshold."""

_HALB = PROMILLE // 2


def wertungen(
    alte: Sequence[Stelle],
    neue: Sequence[Stelle],
    partner: Mapping[str, str],
    akteure: Mapping[str, Akteur],
) -> dict[tuple[int, int], Wertung]:
    """Score the pairs of two lists of one level, by position, that have anything in common in their words.

    ``partner`` tells of the old ids of the levels above which new id each is, by itself or by suggestion.
    """
    titel = aehnlichkeiten([_titel(stelle) for stelle in alte], [_titel(stelle) for stelle in neue])
    texte_alt, texte_neu = [_text(stelle) for stelle in alte], [_text(stelle) for stelle in neue]
    text = aehnlichkeiten(texte_alt, texte_neu)
    stellen_alt, stellen_neu = ([_akteure(stelle, akteure) for stelle in seite] for seite in (alte, neue))
    seltenheit = _seltenheit([*stellen_alt, *stellen_neu])
    besetzt = frozenset(partner.values())
    ergebnis: dict[tuple[int, int], Wertung] = {}
    for i, alt in enumerate(alte):
        for j in sorted({**titel[i], **text[i]}):
            nach_titel, nach_text = titel[i].get(j, 0), text[i].get(j, 0)
            if max(nach_titel, nach_text) < WORTLAUT_MINDESTENS:
                continue
            ergebnis[i, j] = _zusammen(
                nach_titel,
                nach_text if texte_alt[i] and texte_neu[j] else None,
                _anteil(stellen_alt[i], stellen_neu[j], seltenheit),
                _ort(alt, neue[j], partner, besetzt),
            )
    return ergebnis


def _zusammen(titel: int, text: int | None, akteure: int | None, ort: int | None) -> Wertung:
    teile = {"titel": titel, "text": text, "akteure": akteure, "ort": ort}
    gezaehlt = {name: wert for name, wert in teile.items() if wert is not None}
    summe = sum(GEWICHTE[name] * wert for name, wert in gezaehlt.items())
    return Wertung(summe // sum(GEWICHTE[name] for name in gezaehlt), titel, text, akteure, ort)


def _titel(stelle: Stelle) -> str:
    gegenstand = stelle.gegenstand
    return gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel


def _text(stelle: Stelle) -> str:
    """Return what an item says besides its title; of a goal or field that is what is in it."""
    match stelle.gegenstand:
        case Leitziel() as leitziel:
            return leitziel.text or ""
        case Massnahme() as massnahme:
            return _ganzer_text(massnahme)
        case Handlungsziel() as ziel:
            return "\n".join(map(_ganzer_text, ziel.massnahmen))
        case Handlungsfeld() as feld:
            titel = [ziel.titel for ziel in feld.handlungsziele]
            return "\n".join([feld.einleitung or "", *titel, *map(_ganzer_text, _massnahmen(feld))]).strip()


def _ganzer_text(massnahme: Massnahme) -> str:
    return "\n".join(filter(None, [massnahme.titel, massnahme.text]))


def _massnahmen(gegenstand: Leitziel | Handlungsfeld | Handlungsziel | Massnahme) -> Iterator[Massnahme]:
    match gegenstand:
        case Leitziel():
            pass
        case Massnahme():
            yield gegenstand
        case Handlungsziel():
            yield from gegenstand.massnahmen
        case Handlungsfeld():
            yield from gegenstand.massnahmen
            for ziel in gegenstand.handlungsziele:
                yield from ziel.massnahmen


def _akteure(stelle: Stelle, register: Mapping[str, Akteur]) -> frozenset[str]:
    """Return the bodies of an item, each by the one that has taken its place in the end."""
    return frozenset(
        _heute(teil.akteur, register)
        for massnahme in _massnahmen(stelle.gegenstand)
        for teil in massnahme.zustaendigkeiten
    )


def _heute(name: str, register: Mapping[str, Akteur]) -> str:
    """Return the body that has taken the place of another in the end; in a circle the same one for all."""
    gesehen = {name}
    while (akteur := register.get(name)) and akteur.nachfolger:
        name = akteur.nachfolger
        if name in gesehen:
            return min(gesehen)
        gesehen.add(name)
    return name


def _seltenheit(mengen: Iterable[frozenset[str]]) -> dict[str, float]:
    alle = list(mengen)
    haeufig = Counter(name for menge in alle for name in sorted(menge))
    return {name: math.log(1 + len(alle) / zahl) for name, zahl in haeufig.items()}


def _anteil(alt: frozenset[str], neu: frozenset[str], seltenheit: Mapping[str, float]) -> int | None:
    """Return how much of all the bodies of two items both have; one that is everywhere says little."""
    if not alt or not neu:
        return None
    gemeinsam = math.fsum(seltenheit[name] for name in alt & neu)
    return round(PROMILLE * gemeinsam / math.fsum(seltenheit[name] for name in alt | neu))


def _ort(alt: Stelle, neu: Stelle, partner: Mapping[str, str], besetzt: frozenset[str]) -> int | None:
    """Judge the place: in the same goal, at least in the same field, or elsewhere; None where nobody can tell."""
    if alt.feld is None or neu.feld is None:
        return None
    if alt.ziel or neu.ziel:
        gleiches = alt.ziel and neu.ziel and partner.get(alt.ziel.id) == neu.ziel.id
        if gleiches:
            return PROMILLE
    if partner.get(alt.feld.id) == neu.feld.id:
        return _HALB if alt.ziel or neu.ziel else PROMILLE
    bekannt = alt.feld.id in partner or neu.feld.id in besetzt
    return 0 if bekannt else None


EBENEN = (Ebene.LEITZIEL, Ebene.HANDLUNGSFELD, Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME)
"""From above: where a goal has its counterpart, its Maßnahmen have theirs near."""
