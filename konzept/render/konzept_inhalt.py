"""The values that templates get for the document of a Fassung: plain dicts and strings, chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.konzept_gliederung import EBENE_DER_KAPITEL, anker, gliederung
from konzept.render.konzept_massnahme import Stufen, Werte
from konzept.render.konzept_werte import (
    ZUSAMMENFASSUNG,
    akteurzusatz,
    beschlusszeile,
    geltung,
    kennzahlen,
    standzeile,
    vorgaengerzeile,
)
from konzept.render.markdown_text import external_address
from konzept.render.words import AKTEURARTEN, ROLLEN, VERBLEIBE, anzahl, aufzaehlung, deutsches_datum

if TYPE_CHECKING:
    from konzept.domain.beschluss import Vorlage
    from konzept.domain.element import Planelement
    from konzept.render.konzept_gliederung import Abschnitt
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.akteur import Akteurzeile, Anteilnahme
    from konzept.reports.konzept_teile import Feldteil, Konzept, Programmteil
    from konzept.reports.konzept_verbleib import Anhang, Verbliebenes


def inhalt(konzept: Konzept, schrift: Schrift) -> Werte:
    """Return everything a template of this document may print; what is absent is empty."""
    abschnitte = gliederung(konzept)
    stufen = Stufen(konzept, schrift, {abschnitt.anker: abschnitt for abschnitt in abschnitte})
    rahmen = konzept.rahmen
    return {
        "dokument": _dokument(konzept, stufen),
        "kapitel": {a.anker: stufen.kopf(a.anker) for a in abschnitte},
        "inhaltsverzeichnis": _verzeichnis(abschnitte, konzept, schrift),
        "worte": {begriff.value: konzept.bezeichnungen[begriff].einzahl for begriff in Begriff}
        | {f"{begriff.value}_mehrzahl": konzept.bezeichnungen[begriff].mehrzahl for begriff in Begriff},
        "rahmen": stufen.allgemein(rahmen, konzept.hin, (), 2),
        "vorwort": schrift.prosa(rahmen.vorwort, 2) if rahmen.vorwort else "",
        "leitbild": schrift.prosa(rahmen.leitbild, 2) if rahmen.leitbild else "",
        "ausblick": schrift.prosa(rahmen.ausblick, 2) if rahmen.ausblick else "",
        "leitziele": [stufen.leitziel(teil) for teil in konzept.leitziele],
        "beteiligung": _beteiligung(konzept, stufen),
        "beschluss": stufen.beschluss(rahmen.beschluss),
        "beratung": _beratung(konzept, schrift),
        "vorlage": _vorlage(rahmen.vorlage, stufen) if rahmen.vorlage else None,
        "felder": [stufen.feld(teil) for teil in konzept.felder],
        "akteure": _akteure(konzept, stufen),
        "programme": [_programm(teil, stufen) for teil in konzept.programme],
        "abkuerzungen": [{"kurz": kurz, "lang": lang} for kurz, lang in konzept.abkuerzungen],
        "quellen": _quellen(konzept, schrift),
        "anhaenge": [_anhang(anhang, stufen) for anhang in konzept.anhaenge],
        "zusammenfassung": ZUSAMMENFASSUNG,
    }


def _dokument(konzept: Konzept, stufen: Stufen) -> Werte:
    rahmen = konzept.rahmen
    zeile = stufen.schrift.zeile
    stand = standzeile(rahmen)
    fakten = [
        ("Stand", stand.removeprefix("Stand ")),
        ("Beschluss", beschlusszeile(rahmen.beschluss) if rahmen.beschluss else ""),
        ("Geltung", geltung(rahmen.gilt_von, rahmen.gilt_bis)),
        ("Vorgänger", vorgaengerzeile(konzept.vorgaenger) if konzept.vorgaenger else ""),
        (
            "Vollständigkeit",
            "" if rahmen.vollstaendig else "Unvollständig: Enthalten ist nur, was belegt ist.",
        ),
        ("Quelle", _quelle(rahmen)),
    ]
    return {
        "titel": rahmen.titel,
        "art": rahmen.art,
        "koerperschaft": konzept.koerperschaft or "",
        "land": konzept.land or "",
        "fassung": konzept.fassung,
        "standzeile": stand,
        "geltung": geltung(rahmen.gilt_von, rahmen.gilt_bis),
        "kennzahlen": [{"zahl": str(zahl), "wort": wort} for zahl, wort in kennzahlen(konzept)],
        "fakten": [{"name": name, "wert": zeile(wert)} for name, wert in fakten if wert],
        "plan_hinweise": [stufen.schrift.prosa(hinweis, 2) for hinweis in konzept.plan_hinweise],
    }


def _quelle(element: Planelement) -> str:
    erschlossen = "zum Teil erschlossen, nicht wörtlich belegt" if element.erschlossen else None
    return "; ".join(filter(None, (element.quelle, erschlossen)))


def _verzeichnis(abschnitte: tuple[Abschnitt, ...], konzept: Konzept, schrift: Schrift) -> list[Werte]:
    """Nest the headings of the second and third level that the contents list."""
    unter_namen = {
        anker("handlungsfeld", teil.feld.id): _unter_name(teil, konzept) for teil in konzept.felder
    }
    verzeichnis: list[Werte] = []
    for abschnitt in abschnitte:
        if not abschnitt.im_inhalt:
            continue
        eintrag: Werte = {
            "href": schrift.href(abschnitt.anker),
            "label": abschnitt.label,
            "nummer": abschnitt.label.rpartition(" ")[2],
            "titel": schrift.kopf(abschnitt.titel) if abschnitt.ist_text else abschnitt.titel,
            "unter": [],
            "unter_name": unter_namen.get(abschnitt.anker, ""),
        }
        if abschnitt.ebene == EBENE_DER_KAPITEL:
            verzeichnis.append(eintrag)
        else:
            verzeichnis[-1]["unter"].append(eintrag)
    return verzeichnis


def _unter_name(teil: Feldteil, konzept: Konzept) -> str:
    """Name what the contents show below a Handlungsfeld: 5 Handlungsziele, 11 Leitlinien."""
    namen = [
        anzahl(len(liste), konzept.bezeichnungen[begriff].einzahl, konzept.bezeichnungen[begriff].mehrzahl)
        for begriff, liste in ((Begriff.MASSNAHME, teil.massnahmen), (Begriff.HANDLUNGSZIEL, teil.ziele))
        if liste
    ]
    return aufzaehlung(namen)


def _beteiligung(konzept: Konzept, stufen: Stufen) -> list[Werte]:
    zeile = stufen.schrift.zeile
    return [
        {
            "kopf": stufen.kopf(f"beteiligung-{nummer}"),
            "zeitraum": zeile(schritt.zeitraum) if schritt.zeitraum else "",
            "umfang": zeile(schritt.umfang) if schritt.umfang else "",
            "text": stufen.schrift.prosa(schritt.text, 3) if schritt.text else "",
            "quelle": zeile(schritt.quelle) if schritt.quelle else "",
        }
        for nummer, schritt in enumerate(konzept.rahmen.beteiligung, 1)
    ]


def _beratung(konzept: Konzept, schrift: Schrift) -> Werte | None:
    """Give the Beratungsfolge as a table without columns that nobody filled."""
    folge = konzept.rahmen.beratungsfolge
    if not folge:
        return None
    spalten = [("Gremium", "gremium"), ("Sitzung", "art"), ("Termin", "termin"), ("Ergebnis", "ergebnis")]
    benutzt = [(name, feld) for name, feld in spalten if any(getattr(beratung, feld) for beratung in folge)]
    zeilen = [[_oder_leer(schrift, getattr(beratung, feld)) for _, feld in benutzt] for beratung in folge]
    return {"spalten": [name for name, _ in benutzt], "zeilen": zeilen}


def _oder_leer(schrift: Schrift, text: str | None) -> str:
    return schrift.zeile(text) if text else ""


def _vorlage(vorlage: Vorlage, stufen: Stufen) -> Werte:
    fakten = [
        ("Nummer", vorlage.nummer),
        ("Datum", deutsches_datum(vorlage.datum) if vorlage.datum else None),
        ("Amt", vorlage.amt),
    ]
    texte = [
        ("beschlussvorschlag", vorlage.beschlussvorschlag),
        ("sachverhalt", vorlage.sachverhalt),
        ("auswirkungen", vorlage.finanzielle_auswirkungen),
    ]
    zeile = stufen.schrift.zeile
    return {
        "fakten": [{"name": name, "wert": zeile(wert)} for name, wert in fakten if wert],
        "texte": [
            {"kopf": stufen.kopf(f"vorlage-{name}"), "text": stufen.schrift.prosa(text, 3)}
            for name, text in texte
            if text
        ],
        "anlagen": {
            "kopf": stufen.kopf("vorlage-anlagen"),
            "liste": [zeile(anlage) for anlage in vorlage.anlagen],
        }
        if vorlage.anlagen
        else None,
    }


def _akteure(konzept: Konzept, stufen: Stufen) -> list[Werte]:
    namen = {zeile.akteur.id: zeile.akteur.name for _, zeilen in konzept.akteure for zeile in zeilen}
    return [
        {"name": AKTEURARTEN[art], "zeilen": [_akteur(zeile, namen, konzept, stufen) for zeile in zeilen]}
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


def _programm(teil: Programmteil, stufen: Stufen) -> Werte:
    programm = teil.programm
    anteile = [f"{anteil.geber} {anteil.prozent} %" for anteil in programm.anteile]
    fakten = [
        ("Geber", programm.geber),
        ("Zeitraum", programm.zeitraum),
        ("Summe", programm.summe),
        ("Anteile", ", ".join(anteile)),
        ("Fundstelle", programm.fundstelle),
        ("Hinweis", programm.hinweis),
    ]
    return {
        "kopf": stufen.kopf(anker("programm", programm.id)),
        "fakten": [{"name": name, "wert": stufen.schrift.zeile(wert)} for name, wert in fakten if wert],
        "massnahmen": [stufen.verweis(verweis) for verweis in teil.massnahmen],
    }


def _quellen(konzept: Konzept, schrift: Schrift) -> list[Werte]:
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
    from datetime import date

    try:
        return deutsches_datum(date.fromisoformat(text))
    except ValueError:
        return text


def _anhang(anhang: Anhang, stufen: Stufen) -> Werte:
    schrift = stufen.schrift
    return {
        "kopf": stufen.kopf(anker("verbleib", anhang.vorgaenger.id)),
        "titel": anhang.vorgaenger.titel or "",
        "vollstaendig": anhang.vorgaenger.vollstaendig,
        "gruende": [schrift.zeile(grund) for grund in anhang.gruende],
        "quelle": schrift.zeile(anhang.quelle) if anhang.quelle else "",
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
        "quelle": schrift.zeile(eintrag.quelle) if eintrag.quelle else "",
    }
