"""One id in two Fassungen, field by field: which say something else, and how much that matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konzept.domain.element import Textart
from konzept.domain.fassung import Rahmen
from konzept.domain.handlungsfeld import Handlungsziel, Massnahme
from konzept.reports import diff_listen
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_termin import termin
from konzept.reports.diff_werte import FeldAenderung
from konzept.reports.diff_wortlaut import gleich_geschrieben, verbindlichkeit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from konzept.domain.akteur import Akteur
    from konzept.domain.element import Planelement
    from konzept.domain.terminangabe import Termin
    from konzept.reports.diff_lesart import Laufzeit

PROSA = (Feld.TEXT, Feld.EINLEITUNG, Feld.VORWORT, Feld.LEITBILD, Feld.AUSBLICK)
"""The fields that ``textart`` speaks of: what is only summarised has no wording to compare."""

GEWICHT_RANG = {gewicht: rang for rang, gewicht in enumerate(Gewicht)}
FELD_RANG = {feld: rang for rang, feld in enumerate(Feld)}


@dataclass(frozen=True, slots=True)
class Massstab:
    """What the comparison of fields needs to know of the plan and of the two Fassungen.

    Fristen are compared within ``laufzeit``.
    With ``teilweise`` a field that only one side documents is no change: absent means unknown (design §3).
    """

    laufzeit: Laufzeit
    teilweise: bool = False
    akteure: Mapping[str, Akteur] = field(default_factory=dict)
    fristen: Mapping[str, str] = field(default_factory=dict)


def felder(
    alt: Planelement, neu: Planelement, massstab: Massstab, terminreihe: Sequence[Termin | None] = ()
) -> tuple[FeldAenderung, ...]:
    """Return what differs in the fields of one id, the essential first, then in the order of ``Feld``.

    Compared is what was adopted, where it stands: not the number, the children or an inherited Termin, nor
    what is kept beside the plan (quelle, erschlossen, intern). What speaks of the edition itself in its frame
    (titel, stand, period, Beschluss, Hinweise …) is no change: it differs by nature.
    """
    einzelne = [
        eine
        for eine in _alle(alt, neu, massstab, terminreihe)
        if not (
            massstab.teilweise and (eine.alt is None or eine.neu is None) and _einseitig(alt, neu, eine.feld)
        )
    ]
    return tuple(sorted(einzelne, key=lambda eine: (GEWICHT_RANG[eine.gewicht], FELD_RANG[eine.feld])))


def _einseitig(alt: Planelement, neu: Planelement, feld: Feld) -> bool:
    return not (getattr(alt, feld.value, None) and getattr(neu, feld.value, None))


def _alle(
    alt: Planelement, neu: Planelement, massstab: Massstab, terminreihe: Sequence[Termin | None]
) -> Iterator[FeldAenderung]:
    if not isinstance(alt, Rahmen):
        yield from _titel(alt, neu)
    if Textart.ZUSAMMENFASSUNG not in {alt.textart, neu.textart}:
        for feld in PROSA:
            yield from _text(feld, alt, neu)
    wechsel = termin(_termin(alt), _termin(neu), massstab.fristen, massstab.laufzeit, terminreihe)
    if wechsel:
        yield wechsel
    if isinstance(alt, Massnahme) and isinstance(neu, Massnahme):
        yield from diff_listen.zustaendigkeiten(alt.zustaendigkeiten, neu.zustaendigkeiten, massstab.akteure)
        yield from diff_listen.foerderungen(alt.foerderungen, neu.foerderungen)
        yield from _massnahme(alt, neu)
    if isinstance(alt, Handlungsziel) and isinstance(neu, Handlungsziel):
        yield from diff_listen.leitziele(alt.leitziele, neu.leitziele)
    yield from diff_listen.indikatoren(alt.indikatoren, neu.indikatoren)
    yield from diff_listen.querbezuege(alt.querbezuege, neu.querbezuege)
    if not isinstance(alt, Rahmen):
        yield from diff_listen.hinweise(alt.hinweise, neu.hinweise)
    yield from _worte(
        Feld.ARBEITSKREIS, _wert(alt, Feld.ARBEITSKREIS), _wert(neu, Feld.ARBEITSKREIS), _arbeitskreis
    )
    yield from _uebertragungen(alt, neu)


def _wert(element: Planelement, feld: Feld) -> str | None:
    wert = getattr(element, feld.value, None)
    return wert if isinstance(wert, str) else None


def _termin(element: Planelement) -> Termin | None:
    return element.termin if isinstance(element, Handlungsziel | Massnahme) else None


def _worte(
    feld: Feld, alt: str | None, neu: str | None, code: Callable[[str, str], Code], bezug: str | None = None
) -> Iterator[FeldAenderung]:
    if alt == neu:
        return
    if alt is None or neu is None:
        yield FeldAenderung(feld, alt, neu, Code.NEU if alt is None else Code.ENTFALLEN, bezug=bezug)
    elif gleich_geschrieben(alt, neu):
        yield FeldAenderung(feld, alt, neu, Code.REDAKTIONELL, Gewicht.REDAKTIONELL, bezug)
    else:
        yield FeldAenderung(feld, alt, neu, code(alt, neu), bezug=bezug)


def _titel(alt: Planelement, neu: Planelement) -> Iterator[FeldAenderung]:
    vorher, nachher = _wert(alt, Feld.TITEL), _wert(neu, Feld.TITEL)
    if isinstance(alt, Massnahme) and isinstance(neu, Massnahme) and (vorher is None) != (nachher is None):
        # a title that only repeats the first sentence, which stood for it before, tells nothing new
        gleich = gleich_geschrieben(alt.anzeigetitel, neu.anzeigetitel)
        code = Code.NEU if vorher is None else Code.ENTFALLEN
        gewicht = Gewicht.REDAKTIONELL if gleich else Gewicht.WESENTLICH
        yield FeldAenderung(Feld.TITEL, vorher, nachher, code, gewicht)
        return
    bindend = all(isinstance(seite, Handlungsziel | Massnahme) for seite in (alt, neu))
    yield from _worte(
        Feld.TITEL, vorher, nachher, _nach_verbindlichkeit(Code.TITEL_GEAENDERT, bindend=bindend)
    )


def _text(feld: Feld, alt: Planelement, neu: Planelement) -> Iterator[FeldAenderung]:
    # prose about a whole field or plan commits nobody; only a Maßnahme's text does
    bindend = all(isinstance(seite, Massnahme) for seite in (alt, neu))
    code = _nach_verbindlichkeit(Code.TEXT_GEAENDERT, bindend=bindend)
    yield from _worte(feld, _wert(alt, feld), _wert(neu, feld), code)


def _nach_verbindlichkeit(sonst: Code, *, bindend: bool) -> Callable[[str, str], Code]:
    def code(alt: str, neu: str) -> Code:
        richtung = verbindlichkeit(alt, neu) if bindend else 0
        return {-1: Code.ABGESCHWAECHT, 1: Code.VERBINDLICHER}.get(richtung, sonst)

    return code


def _arbeitskreis(_alt: str, _neu: str) -> Code:
    return Code.ARBEITSKREIS_GEAENDERT


def _massnahme(alt: Massnahme, neu: Massnahme) -> Iterator[FeldAenderung]:
    if alt.kosten != neu.kosten:
        code = Code.KOSTEN_GEAENDERT
        if alt.kosten is None or neu.kosten is None:
            code = Code.KOSTEN_NEU if alt.kosten is None else Code.KOSTEN_ENTFALLEN
        gleich = bool(
            alt.kosten
            and neu.kosten
            and alt.kosten.betrag is None
            and neu.kosten.betrag is None
            and gleich_geschrieben(alt.kosten.text or "", neu.kosten.text or "")
        )
        gewicht = Gewicht.REDAKTIONELL if gleich else Gewicht.WESENTLICH
        yield FeldAenderung(Feld.KOSTEN, alt.kosten, neu.kosten, code, gewicht)
    if alt.beschluss != neu.beschluss:
        yield FeldAenderung(Feld.BESCHLUSS, alt.beschluss, neu.beschluss, Code.BESCHLUSS_GEAENDERT)


def _uebertragungen(alt: Planelement, neu: Planelement) -> Iterator[FeldAenderung]:
    """Compare easy language and translations: never essential, since nobody adopted them."""
    paare: list[tuple[Feld, str | None, str | None, str | None]]
    paare = [(Feld.LEICHTE_SPRACHE, None, alt.leichte_sprache, neu.leichte_sprache)]
    sprachen = sorted({*alt.texte, *neu.texte})
    paare += [(Feld.TEXTE, sprache, alt.texte.get(sprache), neu.texte.get(sprache)) for sprache in sprachen]
    for feld, bezug, vorher, nachher in paare:
        if vorher != nachher:
            code = Code.UEBERTRAGUNG_GEAENDERT
            yield FeldAenderung(feld, vorher, nachher, code, Gewicht.REDAKTIONELL, bezug)
