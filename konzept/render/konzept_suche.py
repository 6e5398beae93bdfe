"""The values for searching in the page: what one can choose, and by what each Maßnahme is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.termin import TerminArt
from konzept.render.konzept_werte import akteurart
from konzept.render.sachstandsbericht_words import AMPEL
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.konzept_massnahme import Werte
    from konzept.reports.konzept_teile import Konzept, Massnahmenteil
    from konzept.reports.zeitplan import Zeitplanzeile

ARTEN = {
    TerminArt.WIEDERKEHREND: "wiederkehrend",
    TerminArt.LAUFEND: "laufend",
    TerminArt.UNBESTIMMT: "ohne Datum",
}
UEBERFAELLIG = "ueberfaellig"


def suche(konzept: Konzept) -> Werte:
    """Return the choices of the form, and by id of a Maßnahme the words of its attributes.

    What nobody would find anything with is no choice: without a log there is neither Sachstand nor lateness.
    """
    teile = {teil.massnahme.id: teil for teil in _massnahmen(konzept)}
    bericht = konzept.ueberblick
    zeilen = {zeile.verweis.id: zeile for zeile in bericht.zeitplan.zeilen} if bericht else {}
    umsetzung = bericht.umsetzung if bericht else None
    staende = (
        {stand.zeile.id: stand for feld in umsetzung.felder for stand in feld.massnahmen} if umsetzung else {}
    )
    haeuser = {zeile.akteur.id: zeile.akteur.gehoert_zu for _, gruppe in konzept.akteure for zeile in gruppe}
    termine = {
        name: list(
            _termine(zeilen[name], ueberfaellig=name in staende and bool(staende[name].zeile.ueberfaellig))
        )
        if name in zeilen
        else []
        for name in teile
    }
    massnahme = konzept.bezeichnungen[Begriff.MASSNAHME]
    return {
        "einzahl": massnahme.einzahl,
        "mehrzahl": massnahme.mehrzahl,
        "anzahl": len(teile),
        "felder": [
            {"wert": teil.feld.id, "name": f"{teil.feld.nummer} {teil.feld.titel}"} for teil in konzept.felder
        ]
        if len(konzept.felder) > 1
        else [],
        "gruppen": [
            {
                "name": akteurart(art, konzept.koerperschaft),
                "stellen": [{"wert": zeile.akteur.id, "name": zeile.akteur.name} for zeile in zeilen_],
            }
            for art, zeilen_ in konzept.akteure
        ],
        "staende": [{"wert": wort.value, "name": AMPEL[wort]} for wort in umsetzung.worte]
        if umsetzung
        else [],
        "termine": _wahl_der_termine(termine),
        "massnahmen": {
            name: {
                "stellen": " ".join(dict.fromkeys(_stellen(teil, haeuser))),
                "stand": staende[name].urteil.wort.value if name in staende else "",
                "termine": " ".join(termine[name]),
            }
            for name, teil in teile.items()
        },
    }


def _massnahmen(konzept: Konzept) -> Iterator[Massnahmenteil]:
    for feld in konzept.felder:
        yield from feld.massnahmen
        for ziel in feld.ziele:
            yield from ziel.massnahmen


def _stellen(teil: Massnahmenteil, haeuser: dict[str, str | None]) -> Iterator[str]:
    """Give the bodies of a Maßnahme and what they belong to: whoever asks for an office means its parts, too."""
    for _, beteiligte in teil.rollen:
        for einer in beteiligte:
            name: str | None = einer.id
            gesehen: set[str] = set()
            while name is not None and name not in gesehen:
                gesehen.add(name)
                yield name
                name = haeuser.get(name)


def _termine(zeile: Zeitplanzeile, *, ueberfaellig: bool) -> Iterator[str]:
    """Give the years in which a Maßnahme has a Frist, its kinds, and whether anything is overdue."""
    yield from dict.fromkeys(str(frist.tag.year) for teil in zeile.teile for frist in teil.fristen)
    arten = {TerminArt.UNBESTIMMT if teil.offen else teil.teil.art for teil in zeile.teile}
    yield from (art.value for art in ARTEN if art in arten)
    if ueberfaellig:
        yield UEBERFAELLIG


def _wahl_der_termine(termine: dict[str, list[str]]) -> list[Werte]:
    genannt = {wert for werte in termine.values() for wert in werte}
    jahre = sorted((wert for wert in genannt if wert.isdecimal()), key=int)
    return [
        *([{"wert": UEBERFAELLIG, "name": "überfällig"}] if Gruppe.UEBERFAELLIG.value in genannt else []),
        *({"wert": jahr, "name": f"Frist {jahr}"} for jahr in jahre),
        *({"wert": art.value, "name": name} for art, name in ARTEN.items() if art.value in genannt),
    ]
