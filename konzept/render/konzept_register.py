"""The values that templates get for what follows the plan: bodies, programmes, sources, and the annex."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.konzept_gliederung import anker
from konzept.render.konzept_werte import akteurart, akteurzusatz, fundstelle
from konzept.render.markdown_text import external_address
from konzept.render.words import ROLLEN, VERBLEIBE, deutsches_datum

if TYPE_CHECKING:
    from konzept.render.konzept_massnahme import Stufen, Werte
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.akteur import Akteurzeile, Anteilnahme
    from konzept.reports.konzept_teile import Konzept, Programmteil
    from konzept.reports.konzept_verbleib import Anhang, Verbliebenes


def akteure(konzept: Konzept, stufen: Stufen) -> list[Werte]:
    """Give the bodies by kind, each with what it carries."""
    namen = {zeile.akteur.id: zeile.akteur.name for _, zeilen in konzept.akteure for zeile in zeilen}
    return [
        {
            "name": akteurart(art, konzept.koerperschaft),
            "zeilen": [_akteur(zeile, namen, konzept, stufen) for zeile in zeilen],
        }
        for art, zeilen in konzept.akteure
    ]


def _akteur(zeile: Akteurzeile, namen: dict[str, str], konzept: Konzept, stufen: Stufen) -> Werte:
    akteur = zeile.akteur
    nachfolger = namen.get(akteur.nachfolger or "", akteur.nachfolger)
    zusatz = akteurzusatz(akteur, zeile.gehoert_zu, nachfolger)
    kurz = akteur.kurz if akteur.kurz and akteur.kurz not in akteur.name else ""
    rollen = [(rolle, [a for a in zeile.anteile if a.rolle is rolle]) for rolle in Rolle]
    return {
        "anker": anker("akteur", akteur.id),
        "name": akteur.name,
        "kurz": kurz,
        "zusatz": stufen.schrift.zeile(zusatz) if zusatz else "",
        "federfuehrend": _anteile(rollen[0][1], konzept, stufen),
        "weitere": [
            {"rolle": ROLLEN[rolle], "anteile": _anteile(anteile, konzept, stufen)}
            for rolle, anteile in rollen[1:]
            if anteile
        ],
    }


def _anteile(anteile: list[Anteilnahme], konzept: Konzept, stufen: Stufen) -> list[Werte]:
    """Give each Maßnahme once, however often the body is named there in one role."""
    wort = konzept.bezeichnungen[Begriff.MASSNAHME].einzahl
    einmal = {anteil.massnahme: anteil for anteil in anteile}
    return [
        {
            "href": stufen.schrift.href(anker("massnahme", anteil.massnahme)),
            "nummer": anteil.nummer or wort,
            "titel": anteil.titel,
        }
        for anteil in einmal.values()
    ]


def programm(teil: Programmteil, stufen: Stufen) -> Werte:
    """Give one funding programme and the Maßnahmen it funds."""
    programm = teil.programm
    anteile = [f"{anteil.geber} {anteil.prozent} %" for anteil in programm.anteile]
    fakten = [
        ("Geber", programm.geber),
        ("Zeitraum", programm.zeitraum),
        ("Summe", programm.summe),
        ("Anteile", ", ".join(anteile)),
        (
            "Fundstelle",
            fundstelle(programm.fundstelle, stufen.konzept.rahmen) if programm.fundstelle else None,
        ),
        ("Hinweis", programm.hinweis),
    ]
    return {
        "kopf": stufen.kopf(anker("programm", programm.id)),
        "fakten": [{"name": name, "wert": stufen.schrift.zeile(wert)} for name, wert in fakten if wert],
        "massnahmen": [stufen.verweis(verweis) for verweis in teil.massnahmen],
    }


def quellen(konzept: Konzept, schrift: Schrift) -> list[Werte]:
    """Give the sources; an address that may not be linked stays as words."""
    ergebnis = []
    for quelle in konzept.rahmen.quellen:
        url = external_address(quelle.url)
        ergebnis.append(
            {
                "text": schrift.zeile(quelle.text),
                "url": schrift.adresse(url) if url else "",
                "adresse": quelle.url or "",
                "zugriff": schrift.zeile(_tag(quelle.zugriff)) if quelle.zugriff else "",
            }
        )
    return ergebnis


def _tag(text: str) -> str:
    """Write an ISO day in the German way, any other wording as it is."""
    try:
        return deutsches_datum(date.fromisoformat(text))
    except ValueError:
        return text


def anhang(anhang: Anhang, stufen: Stufen) -> Werte:
    """Give the account over one Vorgänger."""
    schrift = stufen.schrift
    return {
        "kopf": stufen.kopf(anker("verbleib", anhang.vorgaenger.id)),
        "titel": anhang.vorgaenger.titel or "",
        "vollstaendig": anhang.vorgaenger.vollstaendig,
        "gruende": [schrift.zeile(grund) for grund in anhang.gruende],
        "quelle": schrift.zeile(fundstelle(anhang.quelle, stufen.konzept.rahmen)) if anhang.quelle else "",
        "eintraege": [_verbliebenes(eintrag, stufen) for eintrag in anhang.eintraege],
    }


def _verbliebenes(eintrag: Verbliebenes, stufen: Stufen) -> Werte:
    schrift = stufen.schrift
    alt = stufen.verweis(eintrag.alt, eintrag.id)
    return {
        "label": alt["label"],
        "titel": alt["titel"],
        "verbleib": VERBLEIBE[eintrag.verbleib],
        "ziele": [stufen.verweis(ziel, name) for name, ziel in eintrag.ziele],
        "begruendung": schrift.zeile(eintrag.begruendung) if eintrag.begruendung else "",
        "quelle": schrift.zeile(fundstelle(eintrag.quelle, stufen.konzept.rahmen)) if eintrag.quelle else "",
    }
