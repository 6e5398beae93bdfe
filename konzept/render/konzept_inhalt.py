"""The values that templates get for the document of a Fassung: plain dicts and strings, chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.konzept_gliederung import EBENE_DER_KAPITEL, anker, gliederung
from konzept.render.konzept_massnahme import Stufen, Werte
from konzept.render.konzept_register import akteure, anhang, programm, quellen
from konzept.render.konzept_suche import suche
from konzept.render.konzept_werte import (
    ZUSAMMENFASSUNG,
    beschlusszeile,
    fundstelle,
    geltung,
    kennzahlen,
    standzeile,
    vorgaengerzeile,
)
from konzept.render.ueberblick_inhalt import sachstaende, ueberblick
from konzept.render.words import (
    anzahl,
    aufzaehlung,
    deutsche_zeit,
    deutsches_datum,
)

if TYPE_CHECKING:
    from konzept.domain.beschluss import Vorlage
    from konzept.domain.element import Planelement
    from konzept.render.konzept_gliederung import Abschnitt
    from konzept.render.konzept_schrift import Schrift
    from konzept.reports.konzept_teile import Feldteil, Konzept


def inhalt(konzept: Konzept, schrift: Schrift) -> Werte:
    """Return everything a template of this document may print; what is absent is empty."""
    abschnitte = gliederung(konzept)
    stufen = Stufen(konzept, schrift, {abschnitt.anker: abschnitt for abschnitt in abschnitte})
    rahmen = konzept.rahmen
    return {
        "dokument": _dokument(konzept, stufen),
        "ueberblick": ueberblick(konzept, schrift),
        "suche": suche(konzept),
        "sachstaende": sachstaende(konzept),
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
        "akteure": akteure(konzept, stufen),
        "programme": [programm(teil, stufen) for teil in konzept.programme],
        "abkuerzungen": [{"kurz": kurz, "lang": lang} for kurz, lang in konzept.abkuerzungen],
        "quellen": quellen(konzept, schrift),
        "anhaenge": [anhang(teil, stufen) for teil in konzept.anhaenge],
        "zusammenfassung": ZUSAMMENFASSUNG,
    }


def _dokument(konzept: Konzept, stufen: Stufen) -> Werte:
    rahmen = konzept.rahmen
    zeile = stufen.schrift.zeile
    fakten = [
        ("Stand", deutsche_zeit(rahmen.stand)),
        ("Beschluss", beschlusszeile(rahmen.beschluss) if rahmen.beschluss else "nicht belegt"),
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
        "standzeile": standzeile(rahmen),
        "geltung": geltung(rahmen.gilt_von, rahmen.gilt_bis),
        "kennzahlen": [{"zahl": str(zahl), "wort": wort} for zahl, wort in kennzahlen(konzept)],
        "fakten": [{"name": name, "wert": zeile(wert)} for name, wert in fakten if wert],
        "plan_hinweise": [stufen.schrift.prosa(hinweis, 2) for hinweis in konzept.plan_hinweise],
    }


def _quelle(element: Planelement) -> str:
    erschlossen = "zum Teil erschlossen, nicht wörtlich belegt" if element.erschlossen else None
    quelle = fundstelle(element.quelle) if element.quelle else None
    return "; ".join(filter(None, (quelle, erschlossen)))


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
            "titel": schrift.eintrag(abschnitt.titel) if abschnitt.ist_text else abschnitt.titel,
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
            "quelle": zeile(fundstelle(schritt.quelle, konzept.rahmen)) if schritt.quelle else "",
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
