"""Two Termine of the same id: what the change means in time, read from their Teile, not their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.termin import TerminArt
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_lesart import anders_gelesen, gleiche_fristen, verliert_daten
from konzept.reports.diff_stichwort import stichwort
from konzept.reports.diff_teile import (
    DATIERT,
    Teilaenderung,
    abstand,
    aufschuebe,
    massgebende,
    teilpaare,
    teilwechsel,
)
from konzept.reports.diff_werte import FeldAenderung, Terminwechsel
from konzept.reports.diff_wortlaut import gleich_geschrieben, vorbehalte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from konzept.domain.termin import Teil
    from konzept.domain.terminangabe import Termin
    from konzept.reports.diff_lesart import Laufzeit
    from konzept.reports.diff_teile import Teilwechsel


def termin(
    alt: Termin | None,
    neu: Termin | None,
    fristen: Mapping[str, str],
    laufzeit: Laufzeit,
    reihe: Sequence[Termin | None] = (),
) -> FeldAenderung | None:
    """Compare the Termin written at one id: its wording, and beside the same wording how it is to be read.

    ``fristen`` is the plan's reading of kurz-, mittel- and langfristig. Another reading of the same wording is
    essential if other Fristen follow from it within ``laufzeit``. ``reihe`` holds the Termine of this id in all
    Fassungen up to the new one, for counting how often the part that decides was put off.
    """
    if alt is None or neu is None:
        if alt is neu:
            return None
        return FeldAenderung(Feld.TERMIN, alt, neu, Code.TERMIN_NEU if alt is None else Code.TERMIN_ENTFALLEN)
    gelesen = [_gelesen(einer, fristen) for einer in (alt, neu)]
    code, wechsel = _wechsel(*gelesen)
    wechsel = replace(
        wechsel,
        turnus_alt=alt.turnus_ab,
        turnus_neu=neu.turnus_ab,
        aufschuebe=aufschuebe([einer.lies(fristen) for einer in reihe if einer]),
        diesmal=aufschuebe(gelesen) > 0,
        ohne_datum=verliert_daten(alt, neu, fristen, laufzeit),
    )
    gleich_gesagt = gleich_geschrieben(alt.text, neu.text)
    if not gleich_gesagt and (anders_gelesen(alt, neu) or not _sagt_dasselbe(alt, neu, fristen)):
        return FeldAenderung(Feld.TERMIN, alt, neu, code, wechsel=wechsel)
    if anders_gelesen(alt, neu):
        gleich = gleiche_fristen(alt, neu, fristen, laufzeit)
        gewicht = Gewicht.REDAKTIONELL if gleich else Gewicht.WESENTLICH
        code = Code.LESART_GEAENDERT if alt.teile != neu.teile else Code.TURNUS_GEAENDERT
        return FeldAenderung(Feld.TERMIN, alt, neu, code, gewicht, wechsel=wechsel)
    if alt.text == neu.text:
        return None
    return FeldAenderung(Feld.TERMIN, alt, neu, Code.REDAKTIONELL, Gewicht.REDAKTIONELL)


def _sagt_dasselbe(alt: Termin, neu: Termin, fristen: Mapping[str, str]) -> bool:
    """Tell whether other words say the same of the same things: bis Ende 2021, bis 31.12.2021.

    What names no day, such as »nach Bedarf«, is what its words say, and so is a reservation beside a day.
    """
    vorher, nachher = (
        [(teil.kern, teil.hinweis, _sache(teil)) for teil in einer.lies(fristen)] for einer in (alt, neu)
    )
    lesbar = all(teil.gelesen and teil.art is not TerminArt.UNBESTIMMT for teil in alt.lies(fristen))
    return lesbar and vorher == nachher and vorbehalte(alt.text) == vorbehalte(neu.text)


def _sache(teil: Teil) -> str:
    return stichwort(teil.text).casefold()


def _gelesen(einer: Termin, fristen: Mapping[str, str]) -> tuple[Teil, ...]:
    """Return the parts of a Termin; a rhythm begins in the year it counts from, which goes before the wording."""
    teile = einer.lies(fristen)
    if einer.turnus_ab is None:
        return teile
    beginn = date(einer.turnus_ab, 1, 1)
    return tuple(
        replace(teil, beginn=beginn) if teil.art is TerminArt.WIEDERKEHREND else teil for teil in teile
    )


def _wechsel(alt: Sequence[Teil], neu: Sequence[Teil]) -> tuple[Code, Terminwechsel]:
    """Tell what the change means, the gravest first; the end of the whole Termin, then of a part of it."""
    paare = teilpaare(alt, neu)
    einzelne = tuple(wechsel for paar in paare for wechsel in teilwechsel(paar))
    wechsel = Terminwechsel(teile=einzelne, mehrteilig=max(len(alt), len(neu)) > 1)
    ende = massgebende(paare)
    monate, tage = (
        abstand(ende[0].ende, ende[1].ende) if ende and ende[0].ende and ende[1].ende else (None, None)
    )
    if monate or tage:
        weiten = {(eines.was, eines.monate, eines.tage) for eines in einzelne}
        alle = len(einzelne) == len(paare) > 1 and weiten == {(Teilaenderung.ENDE, monate, tage)}
        return Code.TERMIN_VERSCHOBEN, replace(wechsel, monate=monate, tage=tage, gleichmaessig=alle)
    arten_alt, arten_neu = _arten(alt), _arten(neu)
    if arten_alt != arten_neu:
        wechsel = replace(wechsel, arten_alt=arten_alt, arten_neu=arten_neu)
    return _bindung(alt, neu) or _kleinerer_code(einzelne), wechsel


def _bindung(alt: Sequence[Teil], neu: Sequence[Teil]) -> Code | None:
    """Tell whether a kind of day to be held to was given up and no other took its place, or the other way round."""
    vorher, nachher = _bindendes(alt), _bindendes(neu)
    if vorher - nachher and not nachher - vorher:
        return Code.FRIST_AUFGEGEBEN
    return Code.FRIST_GESETZT if nachher - vorher and not vorher - nachher else None


def _bindendes(teile: Sequence[Teil]) -> frozenset[TerminArt]:
    """Return what a Termin names to be held to: dated ends, which are one kind, and rhythms."""
    datiert = {TerminArt.FAELLIG for teil in teile if teil.art in DATIERT and teil.ende}
    return frozenset(datiert | {teil.art for teil in teile if teil.art is TerminArt.WIEDERKEHREND})


def _kleinerer_code(einzelne: Sequence[Teilwechsel]) -> Code:
    """Name what happened to single parts while the end of the whole stays."""
    gemeinsame = [eines for eines in einzelne if eines.paar.alt and eines.paar.neu]
    geschehen = {
        (eines.was, eines.paar.alt.art is TerminArt.WIEDERKEHREND) for eines in gemeinsame if eines.paar.alt
    }
    if (Teilaenderung.ENDE, False) in geschehen:
        return Code.TEILFRIST_VERSCHOBEN
    if {(Teilaenderung.RHYTHMUS, True), (Teilaenderung.ENDE, True)} & geschehen:
        return Code.RHYTHMUS_GEAENDERT
    beginn = any(eines.was is Teilaenderung.BEGINN for eines in gemeinsame)
    return Code.BEGINN_VERSCHOBEN if beginn else Code.TERMIN_GEAENDERT


def _arten(teile: Sequence[Teil]) -> tuple[TerminArt, ...]:
    gelesen = {teil.art for teil in teile}
    return tuple(art for art in TerminArt if art in gelesen)
