"""A row of time expressions becomes groups, one for each part of the Termin."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from konzept.domain.termin.grammatik.funde import Fund, Fundart
from konzept.domain.termin.grammatik.woerter import DANACH, WEISER
from konzept.domain.termin.grammatik.zeichen import Sorte
from konzept.domain.termin.gruppe import DATIERT, Gruppe, Naht, hat_nomen
from konzept.domain.termin.zusammenhang import gehoert_dazu, naht_vor

if TYPE_CHECKING:
    from konzept.domain.termin.grammatik.leser import Leser


def gliedere(leser: Leser, glieder: tuple[Fund | int, ...]) -> list[Gruppe]:
    """Put Funde that belong together into groups; every piece of the text is in exactly one group.

    A semicolon outside of brackets parts the wording for good; within each part see `_gliedere_abschnitt`.
    """
    gruppen: list[Gruppe] = []
    vorlauf: list[Fund | int] = []
    datiert = any(isinstance(g, Fund) and g.art in DATIERT and not g.nachrangig for g in glieder)
    abschnitte = [
        _ohne_nebensachen(leser, abschnitt, datiert=datiert) for abschnitt in _abschnitte(leser, [*glieder])
    ]
    for n, abschnitt in enumerate(abschnitte, start=1):
        stumm = not any(isinstance(glied, Fund) or _sagt_etwas(leser, glied) for glied in abschnitt)
        if stumm and gruppen:
            gruppen[-1].woerter.extend(glied for glied in abschnitt if isinstance(glied, int))
            gruppen[-1].stop = max(gruppen[-1].stop, *gruppen[-1].woerter) + 1 if gruppen[-1].woerter else 0
        elif stumm and n < len(abschnitte):
            vorlauf += abschnitt  # the bullet before the first item
        else:
            gruppen.extend(_gliedere_abschnitt(leser, [*vorlauf, *abschnitt]))
            vorlauf = []
    for davor, gruppe in itertools.pairwise(gruppen):  # »ab 2023 (Konzept), jährlich (Umsetzung)«
        gruppe.eigenes_nomen |= hat_nomen(leser, gruppe.woerter) and hat_nomen(leser, davor.woerter)
        gruppe.eigenes_nomen |= bool(gruppe.woerter) and leser.wort(gruppe.woerter[0], WEISER)
    return gruppen


def _sagt_etwas(leser: Leser, i: int) -> bool:
    return leser.an(i).sorte in {Sorte.WORT, Sorte.ZAHL} and not leser.ist_nebensache(i)


def _ohne_nebensachen(leser: Leser, glieder: list[Fund | int], *, datiert: bool) -> list[Fund | int]:
    """Turn Funde of a section that are no Termin, or none beside a date, into plain pieces again.

    `datiert` says whether the wording names a date anywhere. »immer; Bericht 2022« still has two parts: a section that
    says nothing but »immer« has no date to stand beside.
    """
    if not any(isinstance(g, int) and _sagt_etwas(leser, g) for g in glieder):
        datiert &= sum(isinstance(g, Fund) for g in glieder) > 1
    ergebnis: list[Fund | int] = []
    for n, glied in enumerate(glieder):
        neben = isinstance(glied, Fund) and (
            glied.art is Fundart.NEBEN or (glied.nachrangig and datiert) or _erlaeutert(leser, glieder, n)
        )
        if isinstance(glied, int) or not neben:
            ergebnis.append(glied)
            continue
        stellen = range(glied.start, glied.stop)
        ergebnis.extend(stellen)
        if glied.art is not Fundart.LAUFEND:
            for stelle in stellen:
                leser.merke_nebensache(stelle)
    return ergebnis


def _erlaeutert(leser: Leser, glieder: list[Fund | int], n: int) -> bool:
    """Tell whether brackets right behind say which year is meant: »in diesem Jahr (2023)«."""
    glied, klammer, angabe = (*glieder[n : n + 3], None, None)[:3]
    return (
        isinstance(glied, Fund)
        and glied.art is Fundart.RELATIV
        and isinstance(klammer, int)
        and leser.ist(klammer, Sorte.AUF)
        and isinstance(angabe, Fund)
        and angabe.art is Fundart.EINHEIT
        and leser.ist(angabe.stop, Sorte.ZU)
    )


def _abschnitte(leser: Leser, glieder: list[Fund | int]) -> list[list[Fund | int]]:
    """Part a wording at its semicolons; each part keeps its own."""
    abschnitte: list[list[Fund | int]] = [[]]
    for glied in glieder:
        abschnitte[-1].append(glied)
        if isinstance(glied, int) and leser.ist(glied, Sorte.SEMIKOLON) and not leser.klammertiefe[glied]:
            abschnitte.append([])
    return [abschnitt for abschnitt in abschnitte if abschnitt] or [[]]


def _gliedere_abschnitt(leser: Leser, glieder: list[Fund | int]) -> list[Gruppe]:
    gruppen: list[Gruppe] = []
    puffer: list[int] = []
    nummer = False
    for glied in glieder:
        if isinstance(glied, int):
            puffer.append(glied)
        elif glied.art is Fundart.NUMMER:
            if gruppen:
                gruppen[-1].woerter.extend(puffer)
                gruppen[-1].stop = glied.start
                puffer = []
            puffer, nummer = [*puffer, *range(glied.start, glied.stop)], True
            for stelle in range(glied.start, glied.stop):
                leser.merke_nebensache(stelle)
        else:
            if gruppen and not nummer and gehoert_dazu(leser, gruppen[-1], puffer, glied):
                gruppen[-1].woerter.extend(puffer)
                gruppen[-1].mit_danach |= any(leser.wort(stelle, DANACH) for stelle in puffer)
            else:
                naht = Naht.HART if nummer or not gruppen else naht_vor(leser, puffer)[0]
                eigene = puffer if nummer else _schliesse(leser, gruppen, puffer)
                gruppen.append(_neue_gruppe(leser, eigene, glied, naht))
            gruppen[-1].nimm(glied)
            puffer, nummer = [], False
    _haenge_an(leser, gruppen, puffer)
    return gruppen


def _neue_gruppe(leser: Leser, woerter: list[int], fund: Fund, naht: Naht) -> Gruppe:
    gruppe = Gruppe(woerter[0] if woerter else fund.start, fund.stop, woerter=list(woerter), naht=naht)
    gruppe.danach = any(leser.wort(i, DANACH) for i in woerter)
    gruppe.eigenes_nomen = hat_nomen(leser, woerter)
    return gruppe


def _schliesse(leser: Leser, gruppen: list[Gruppe], puffer: list[int]) -> list[int]:
    """Give the last group what stands before the last separation; return what belongs to the next group."""
    if not gruppen:
        return puffer
    naht, dahinter = naht_vor(leser, puffer)
    if naht in {Naht.ENG, Naht.WORT}:
        return puffer
    schnitt = len(puffer) - len(dahinter)
    gruppen[-1].woerter.extend(puffer[:schnitt])
    gruppen[-1].stop = (
        max(gruppen[-1].stop, *(i + 1 for i in puffer[:schnitt])) if schnitt else gruppen[-1].stop
    )
    return dahinter


def _haenge_an(leser: Leser, gruppen: list[Gruppe], puffer: list[int]) -> None:
    """Place the words at the end: a step without a date forms a part of its own, all else belongs to the last."""
    if not gruppen:
        gruppen.append(Gruppe(puffer[0], puffer[-1] + 1, woerter=puffer) if puffer else Gruppe(0, 0))
        return
    letzte = gruppen[-1]
    if puffer and leser.wort(puffer[0], DANACH) and letzte.arten == {Fundart.EINHEIT, Fundart.RHYTHMUS}:
        letzte.mit_danach = True  # »30. Juni 2021 und jährlich danach«
    schnitt = next((n for n, i in enumerate(puffer) if leser.ist(i, Sorte.KOMMA)), len(puffer)) + 1
    schritt = puffer[schnitt:]
    eigener_schritt = (
        bool(schritt)
        and bool(DATIERT & letzte.arten)
        and (
            (letzte.eigenes_nomen and leser.an(schritt[0]).gross)
            or (leser.wort(schritt[0], DANACH) and hat_nomen(leser, schritt))
        )
    )
    eigene = puffer[:schnitt] if eigener_schritt else puffer
    letzte.woerter.extend(eigene)
    letzte.stop = max(letzte.stop, *(i + 1 for i in eigene)) if eigene else letzte.stop
    if eigener_schritt:
        gruppen.append(Gruppe(schritt[0], schritt[-1] + 1, woerter=schritt))
