"""One row of the workbook of a Fassung: a Maßnahme with everything that the plan says of it but ``intern``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Textart
from konzept.render.evaluation_words import INDIKATORARTEN
from konzept.render.konzept_werte import ZUSAMMENFASSUNG, fundstelle, sprache
from konzept.render.tabellenwerk import Spalte, Spaltenart
from konzept.render.tabellenwerk_text import klartext
from konzept.render.words import QUERBEZUEGE, ROLLEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.domain.element import Indikator
    from konzept.render.tabellenwerk import Wert
    from konzept.reports.konzept_bezuege import Bezug
    from konzept.reports.konzept_teile import Beteiligter, Feldteil, Konzept, Massnahmenteil, Mittel, Zielteil

SPALTEN_DER_MASSNAHME = (
    Spalte("Nr.", breite=9),
    Spalte("{massnahme}", breite=42),
    Spalte("{handlungsfeld}", breite=26),
    Spalte("{handlungsziel}", breite=30),
    Spalte("Text", breite=60),
    Spalte("Textart", breite=18),
    Spalte("{termin}", breite=28),
    Spalte("{termin} gilt aus", breite=16),
    *(Spalte(ROLLEN[rolle][:1].upper() + ROLLEN[rolle][1:], breite=30) for rolle in Rolle),
    Spalte("Förderung", breite=30),
    Spalte("Kosten", breite=24),
    Spalte("Betrag", Spaltenart.ZAHL, 14, 2),
    Spalte("Währung", breite=10),
    Spalte("Kosten im Jahr", breite=10),
    Spalte("Beschluss: Gremium", breite=20),
    Spalte("Beschluss: Tag", Spaltenart.DATUM, 12),
    Spalte("Beschluss: Drucksache", breite=16),
    Spalte("Beschluss: Adresse", breite=24),
    Spalte("Indikatoren", breite=44),
    Spalte("Querbezüge", breite=40),
    Spalte("Genannt von", breite=40),
    Spalte("Hinweise", breite=40),
    Spalte("Begründung", breite=36),
    Spalte("Leichte Sprache", breite=40),
    Spalte("Fundstelle", breite=22),
    Spalte("Erschlossen", breite=12),
    Spalte("id", breite=30),
)
"""The columns, their titles with places for the county's own words."""


def sprachen(konzept: Konzept) -> dict[str, str]:
    """Return the other languages in which a Maßnahme has a text, with their German names, in order of appearance."""
    teile = [eine for feld in konzept.felder for eine in _alle(feld)]
    kuerzel = dict.fromkeys(name for teil in teile for name in teil.massnahme.texte)
    return {name: sprache(name)["name"] for name in kuerzel}


def _alle(feld: Feldteil) -> Iterator[Massnahmenteil]:
    yield from feld.massnahmen
    for ziel in feld.ziele:
        yield from ziel.massnahmen


def massnahmenzeile(
    konzept: Konzept, feld: Feldteil, ziel: Zielteil | None, teil: Massnahmenteil, fremd: dict[str, str]
) -> tuple[Wert, ...]:
    """Return the cells of a Maßnahme in the order of the columns, then one per language of ``fremd``."""
    massnahme = teil.massnahme
    kosten, beschluss = massnahme.kosten, massnahme.beschluss
    stellen = dict(teil.rollen)
    termin, woher = _termin(konzept, ziel, teil)
    zusammenfassung = massnahme.textart is Textart.ZUSAMMENFASSUNG
    return (
        _nummer(feld, ziel, teil),
        massnahme.anzeigetitel,
        f"{feld.feld.nummer} {feld.feld.titel}",
        f"{ziel.ziel.nummer} {ziel.ziel.titel}" if ziel else None,
        klartext(massnahme.text),
        ZUSAMMENFASSUNG if zusammenfassung else "Wortlaut",
        termin,
        woher,
        *("\n".join(map(_stelle, stellen.get(rolle, ()))) for rolle in Rolle),
        "\n".join(map(_mittel, teil.mittel)),
        kosten.text if kosten else None,
        kosten.betrag if kosten else None,
        kosten.waehrung if kosten and kosten.betrag is not None else None,
        str(kosten.jahr) if kosten and kosten.jahr else None,
        beschluss.gremium if beschluss else None,
        beschluss.datum if beschluss else None,
        beschluss.drucksache if beschluss else None,
        beschluss.url if beschluss else None,
        "\n".join(map(_indikator, massnahme.indikatoren)),
        "\n".join(_bezug(konzept, bezug) for bezug in teil.hin),
        "\n".join(_bezug(konzept, bezug) for bezug in teil.zurueck),
        "\n".join(map(klartext, massnahme.hinweise)),
        klartext(massnahme.begruendung),
        klartext(massnahme.leichte_sprache),
        fundstelle(massnahme.quelle, konzept.rahmen) if massnahme.quelle else None,
        "ja" if massnahme.erschlossen else "nein",
        massnahme.id,
        *(klartext(massnahme.texte.get(name)) for name in fremd),
    )


def _nummer(feld: Feldteil, ziel: Zielteil | None, teil: Massnahmenteil) -> str:
    kopf = ziel.ziel.nummer if ziel else feld.feld.nummer
    eigene = teil.massnahme.nummer or ""
    return f"{kopf} M{eigene}" if eigene.isdecimal() else f"{kopf} {eigene}".strip()


def _termin(konzept: Konzept, ziel: Zielteil | None, teil: Massnahmenteil) -> tuple[str | None, str | None]:
    """Give the wording that holds for a Maßnahme, and on which level it is written."""
    if teil.termin:
        return teil.termin.text, konzept.bezeichnungen[Begriff.MASSNAHME].einzahl
    if ziel and ziel.termin:
        return ziel.termin.text, konzept.bezeichnungen[Begriff.HANDLUNGSZIEL].einzahl
    return None, None


def _stelle(stelle: Beteiligter) -> str:
    name = stelle.akteur.name if stelle.akteur else stelle.id
    return f"{name} ({stelle.hinweis})" if stelle.hinweis else name


def _mittel(mittel: Mittel) -> str:
    name = mittel.programm.name if mittel.programm else mittel.id
    return f"{name} ({mittel.hinweis})" if mittel.hinweis else name


def _indikator(indikator: Indikator) -> str:
    angaben = (
        INDIKATORARTEN[indikator.art] if indikator.art else "",
        f"Ausgangswert {indikator.ausgangswert}" if indikator.ausgangswert else "",
        f"Zielwert {indikator.zielwert}" if indikator.zielwert else "",
        f"Einheit: {indikator.einheit}" if indikator.einheit else "",
        f"Quelle: {indikator.quelle}" if indikator.quelle else "",
    )
    zusatz = ", ".join(filter(None, angaben))
    return f"{indikator.titel} ({zusatz})" if zusatz else indikator.titel


def _bezug(konzept: Konzept, bezug: Bezug) -> str:
    ziel = bezug.frueher.verweis if bezug.frueher else bezug.ziel
    if ziel is None:
        wohin = bezug.id
    else:
        label = konzept.bezeichnungen[Begriff(ziel.ebene.value)].einzahl
        wohin = f"{' '.join(filter(None, (label, ziel.nummer)))}: {ziel.titel}"
    fassung = f" (Fassung {bezug.frueher.fassung})" if bezug.frueher else ""
    hinweis = f"; {bezug.hinweis}" if bezug.hinweis else ""
    return f"{QUERBEZUEGE[bezug.art]} {wohin}{fassung}{hinweis}"
