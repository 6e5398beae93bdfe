"""Lists of a level compared item by item: who is responsible, what is linked, funded, measured and noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from konzept.domain.akteur import Rolle
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_werte import FeldAenderung
from konzept.reports.diff_wortlaut import gleich_geschrieben, schreibform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from konzept.domain.akteur import Akteur, Zustaendigkeit
    from konzept.domain.element import Indikator, Querbezug
    from konzept.domain.foerderprogramm import Foerderung

T = TypeVar("T")
Paar = tuple[T | None, T | None]


def paare(alt: Sequence[T], neu: Sequence[T], schluessel: Callable[[T], str]) -> list[Paar[T]]:
    """Pair what belongs together on both sides and return the pairs that differ, by key.

    The order within a list is no content. Of several items under one key the equal ones are put aside first,
    the rest meet in a fixed order; what is left over stands alone.
    """
    ergebnis: list[Paar[T]] = []
    for name in sorted({schluessel(eines) for eines in (*alt, *neu)}):
        links = sorted((eines for eines in alt if schluessel(eines) == name), key=str)
        rechts = sorted((eines for eines in neu if schluessel(eines) == name), key=str)
        for eines in tuple(links):
            if eines in rechts:
                links.remove(eines)
                rechts.remove(eines)
        gemeinsam = min(len(links), len(rechts))
        ergebnis += zip(links[:gemeinsam], rechts[:gemeinsam], strict=True)
        ergebnis += [(eines, None) for eines in links[gemeinsam:]]
        ergebnis += [(None, eines) for eines in rechts[gemeinsam:]]
    return ergebnis


def zustaendigkeiten(
    alt: Sequence[Zustaendigkeit], neu: Sequence[Zustaendigkeit], akteure: Mapping[str, Akteur]
) -> Iterator[FeldAenderung]:
    """Compare who is responsible, body by body; a body and its Nachfolger in the same role are one change."""
    alte_leitung = {z.akteur for z in alt if z.rolle is Rolle.FEDERFUEHREND}
    neue_leitung = {z.akteur for z in neu if z.rolle is Rolle.FEDERFUEHREND}
    einzelne = paare(alt, neu, lambda z: z.akteur)
    nachfolgen = list(_nachfolgen(einzelne, akteure))
    for links, rechts in nachfolgen:
        einzelne.remove((links, None))
        einzelne.remove((None, rechts))
        alte_leitung.discard(links.akteur)
        neue_leitung.discard(rechts.akteur)
        bezug = rechts.akteur
        yield FeldAenderung(Feld.ZUSTAENDIGKEITEN, links, rechts, Code.NACHFOLGE, bezug=bezug)
    for vorher, nachher in einzelne:
        eine = vorher or nachher
        if eine is None:
            continue
        code = _leitungswechsel(vorher, nachher, alte_leitung, neue_leitung) or _zustaendigkeitscode(
            vorher, nachher
        )
        redaktionell = (
            vorher is not None
            and nachher is not None
            and vorher.rolle is nachher.rolle
            and gleich_geschrieben(vorher.hinweis or "", nachher.hinweis or "")
        )
        gewicht = Gewicht.REDAKTIONELL if redaktionell else Gewicht.WESENTLICH
        yield FeldAenderung(Feld.ZUSTAENDIGKEITEN, vorher, nachher, code, gewicht, eine.akteur)


def _nachfolgen(
    einzelne: Iterable[Paar[Zustaendigkeit]], akteure: Mapping[str, Akteur]
) -> Iterator[tuple[Zustaendigkeit, Zustaendigkeit]]:
    gegangen = [links for links, rechts in einzelne if links is not None and rechts is None]
    gekommen = [rechts for links, rechts in einzelne if rechts is not None and links is None]
    for links in gegangen:
        for rechts in gekommen:
            verwandt = rechts.akteur in _folge(links.akteur, akteure) or links.akteur in _folge(
                rechts.akteur, akteure
            )
            if links.rolle is rechts.rolle and verwandt:
                gekommen.remove(rechts)
                yield links, rechts
                break


def _folge(akteur: str, akteure: Mapping[str, Akteur]) -> list[str]:
    folge: list[str] = []
    eintrag = akteure.get(akteur)
    while eintrag and eintrag.nachfolger and eintrag.nachfolger not in folge:
        folge.append(eintrag.nachfolger)
        eintrag = akteure.get(eintrag.nachfolger)
    return folge


def _leitungswechsel(
    vorher: Zustaendigkeit | None, nachher: Zustaendigkeit | None, alte: set[str], neue: set[str]
) -> Code | None:
    if not any(z and z.rolle is Rolle.FEDERFUEHREND for z in (vorher, nachher)):
        return None
    gegangen, gekommen = alte - neue, neue - alte
    if gegangen and gekommen:
        return Code.FEDERFUEHRUNG_GEWECHSELT
    if vorher and vorher.akteur in gegangen and not neue:
        return Code.FEDERFUEHRUNG_ENTFALLEN
    if nachher and nachher.akteur in gekommen and not alte:
        return Code.FEDERFUEHRUNG_NEU
    return None


def _zustaendigkeitscode(vorher: Zustaendigkeit | None, nachher: Zustaendigkeit | None) -> Code:
    if vorher is None:
        return Code.ZUSTAENDIGKEIT_NEU
    if nachher is None:
        return Code.ZUSTAENDIGKEIT_ENTFALLEN
    return Code.ROLLE_GEAENDERT if vorher.rolle is not nachher.rolle else Code.ZUSTAENDIGKEIT_GEAENDERT


def foerderungen(alt: Sequence[Foerderung], neu: Sequence[Foerderung]) -> Iterator[FeldAenderung]:
    """Compare the funding, programme by programme."""
    for vorher, nachher in paare(alt, neu, lambda f: f.programm):
        eine = vorher or nachher
        if eine is None:
            continue
        code = _code(
            vorher, nachher, Code.FOERDERUNG_NEU, Code.FOERDERUNG_ENTFALLEN, Code.FOERDERUNG_GEAENDERT
        )
        gleich = vorher and nachher and gleich_geschrieben(vorher.hinweis or "", nachher.hinweis or "")
        yield FeldAenderung(Feld.FOERDERUNGEN, vorher, nachher, code, _gewicht(gleich), eine.programm)


def querbezuege(alt: Sequence[Querbezug], neu: Sequence[Querbezug]) -> Iterator[FeldAenderung]:
    """Compare the links, by the id they lead to."""
    for vorher, nachher in paare(alt, neu, lambda q: q.ziel):
        eines = vorher or nachher
        if eines is None:
            continue
        code = _code(vorher, nachher, Code.QUERBEZUG_NEU, Code.QUERBEZUG_ENTFALLEN, Code.QUERBEZUG_GEAENDERT)
        gleich = (
            vorher
            and nachher
            and vorher.art is nachher.art
            and gleich_geschrieben(vorher.hinweis or "", nachher.hinweis or "")
        )
        yield FeldAenderung(Feld.QUERBEZUEGE, vorher, nachher, code, _gewicht(gleich), eines.ziel)


def indikatoren(alt: Sequence[Indikator], neu: Sequence[Indikator]) -> Iterator[FeldAenderung]:
    """Compare the indicators, by id or else by title; where the figures come from does not count."""
    for vorher, nachher in paare(alt, neu, lambda i: i.id or schreibform(i.titel)):
        einer = vorher or nachher
        if einer is None or (vorher and nachher and _masse(vorher) == _masse(nachher)):
            continue
        code = _code(vorher, nachher, Code.INDIKATOR_NEU, Code.INDIKATOR_ENTFALLEN, Code.INDIKATOR_GEAENDERT)
        gleich = bool(vorher and nachher) and all(
            gleich_geschrieben(links, rechts)
            for links, rechts in zip(_masse(vorher), _masse(nachher), strict=True)
        )
        if vorher and nachher and not gleich_geschrieben(vorher.zielwert or "", nachher.zielwert or ""):
            code = Code.ZIELWERT_GEAENDERT
        yield FeldAenderung(Feld.INDIKATOREN, vorher, nachher, code, _gewicht(gleich), einer.id)


def _masse(indikator: Indikator | None) -> tuple[str, ...]:
    if indikator is None:
        return ()
    art = indikator.art.value if indikator.art else ""
    return (
        indikator.titel,
        indikator.einheit or "",
        art,
        indikator.ausgangswert or "",
        indikator.zielwert or "",
    )


def leitziele(alt: Sequence[str], neu: Sequence[str]) -> Iterator[FeldAenderung]:
    """Compare which Leitziele a goal serves."""
    for vorher, nachher in paare(alt, neu, str):
        code = Code.LEITZIEL_NEU if vorher is None else Code.LEITZIEL_ENTFALLEN
        yield FeldAenderung(Feld.LEITZIELE, vorher, nachher, code, bezug=vorher or nachher)


def hinweise(alt: Sequence[str], neu: Sequence[str]) -> Iterator[FeldAenderung]:
    """Compare the notes; one that differs only in spelling is the same note."""
    for vorher, nachher in paare(alt, neu, schreibform):
        code = _code(vorher, nachher, Code.HINWEIS_NEU, Code.HINWEIS_ENTFALLEN, Code.REDAKTIONELL)
        yield FeldAenderung(Feld.HINWEISE, vorher, nachher, code, _gewicht(vorher and nachher))


def _code(vorher: object | None, nachher: object | None, neu: Code, entfallen: Code, geaendert: Code) -> Code:
    if vorher is None:
        return neu
    return entfallen if nachher is None else geaendert


def _gewicht(redaktionell: object) -> Gewicht:
    return Gewicht.REDAKTIONELL if redaktionell else Gewicht.WESENTLICH
