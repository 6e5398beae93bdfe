"""What is known on the Stichtag as open data: how each Maßnahme stands, the figures of the Fassung, the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.saetze import erste_saetze
from konzept.render.konzept_json_formen import beschluss, text_oder_nichts
from konzept.render.sprachfassung_words import sprachname

if TYPE_CHECKING:
    from konzept.domain import sachstand as domain_sachstand
    from konzept.render import konzept_vertrag_stand as vertrag
    from konzept.reports import sprachfassung as reports_sprachfassung
    from konzept.reports import ueberblick as reports_ueberblick
    from konzept.reports.konzept_daten import Konzeptdaten
    from konzept.reports.sachstandsbericht_teile import Feldstand


def massnahmensachstand(daten: Konzeptdaten, massnahme: str) -> vertrag.Massnahmensachstand | None:
    """Give how a Maßnahme stands; None where nothing was reported on the whole Fassung by then."""
    stand = daten.staende.get(massnahme)
    if stand is None:
        return None
    meldung = stand.antwort.meldung if stand.antwort else None
    return {
        "ampel": stand.urteil.wort.value,
        "farbe": daten.farben[stand.urteil.wort].value,
        "gruende": [
            {"art": one.art.value, "tag": text_oder_nichts(one.tag), "text": one.text}
            for one in stand.urteil.gruende
        ],
        "stand": meldung.stand.value if meldung else None,
        "am": meldung.am.isoformat() if meldung else None,
        "ueberfaellig": stand.zeile.ueberfaellig,
        "aufgeholt": stand.aufgeholt,
        "frist": text_oder_nichts(stand.zeile.frist.faellig) if stand.zeile.frist else None,
        "termin": stand.zeile.termin if stand.gesetzt else None,
        "meldungen": [_meldung(one) for one in daten.meldungen.get(massnahme, ())],
    }


def _meldung(meldung: domain_sachstand.Meldung) -> vertrag.Meldung:
    """Give a report as it is published: at most three sentences, and not where its proof is kept."""
    return {
        "am": meldung.am.isoformat(),
        "erfasst": meldung.erfasst.isoformat(),
        "stand": meldung.stand.value,
        "text": erste_saetze(meldung.text) if meldung.text else None,
        "von": meldung.von,
        "erfuellt": [{"teil": one.teil, "frist": text_oder_nichts(one.frist)} for one in meldung.erfuellt],
        "neuer_termin": meldung.neuer_termin,
        "beschluss": beschluss(meldung.beschluss),
    }


def ueberblick(einer: reports_ueberblick.Ueberblick) -> vertrag.Ueberblick:
    """Give the figures of a Fassung."""
    umsetzung = einer.umsetzung
    staende = {one.verweis.id: one for one in umsetzung.felder} if umsetzung else {}
    jahre = einer.zeitplan.jahre
    return {
        "felder": [_feld(feld, jahre, staende.get(feld.verweis.id)) for feld in einer.felder],
        "terminlage": {lage.value: zahl for lage, zahl in einer.je_lage.items()},
        "ampel": {one.wort.value: one.anzahl for one in umsetzung.ampel} if umsetzung else None,
        "federfuehrungen": [
            {"akteur": one.akteur.id, "massnahmen": one.massnahmen, "weitere": one.weitere}
            for one in einer.federfuehrungen
        ],
        "ohne_federfuehrung": einer.ohne_leitung,
    }


def _feld(
    feld: reports_ueberblick.Feldzahlen, jahre: tuple[int, ...], stand: Feldstand | None
) -> vertrag.Feldzahlen:
    return {
        "id": feld.verweis.id,
        "nummer": feld.verweis.nummer,
        "titel": feld.verweis.titel,
        "handlungsziele": feld.ziele,
        "massnahmen": feld.massnahmen,
        "terminlage": {lage.value: zahl for lage, zahl in feld.je_lage.items()},
        "ampel": {wort.value: zahl for wort, zahl in stand.je_wort.items()} if stand else None,
        "ueberfaellig": stand.ueberfaellig if stand else None,
        "jahre": [
            {"jahr": jahr, "fristen": one.fristen, "turnus": one.turnus, "laufend": one.laufend}
            for jahr, one in zip(jahre, feld.jahre, strict=True)
        ],
    }


def sprache(stand: reports_sprachfassung.Sprachstand) -> vertrag.Sprache:
    """Give how much is written in one language."""
    return {
        "sprache": stand.sprache,
        "name": sprachname(stand.sprache),
        "vorhanden": stand.vorhanden,
        "gesamt": stand.gesamt,
        "je_ebene": {
            ebene.value: {"vorhanden": da, "gesamt": alle} for ebene, (da, alle) in stand.je_ebene.items()
        },
    }
