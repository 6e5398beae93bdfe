"""The values that templates get for the evaluation: plain dicts and strings, section by section."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.render.evaluation_indikatoren import indikatorteil
from konzept.render.evaluation_words import (
    ERGEBNISSE,
    UNVOLLSTAENDIG,
    erklaerung,
    regeln,
)
from konzept.render.evaluation_zeilen import Zeilen
from konzept.render.konzept_werte import standzeile
from konzept.render.words import STAENDE, anzahl, aufzaehlung, kurzes_datum
from konzept.reports.evaluation_ergebnis import Ergebnis
from konzept.reports.evaluation_indikatoren import Ziellage
from konzept.reports.evaluation_termine import Terminlage
from konzept.reports.sachstandsbericht_anteile import anteile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.evaluation_zeilen import Werte
    from konzept.render.schriftstueck_schrift import Textschrift
    from konzept.reports.evaluation_ergebnis import Ergebniszahl
    from konzept.reports.evaluation_teile import Evaluation, Feldbilanz


def inhalt(bericht: Evaluation, schrift: Textschrift) -> Werte:
    """Return everything a template of this report may print; what is absent is empty."""
    zeilen = Zeilen(bericht)
    vorkommende = [one.ergebnis for one in bericht.ergebnisse if one.anzahl]
    massnahme = bericht.bezeichnungen[Begriff.MASSNAHME]
    return {
        "bericht": _kopf(bericht),
        "worte": {begriff.value: bericht.bezeichnungen[begriff].einzahl for begriff in Begriff}
        | {f"{begriff.value}_mehrzahl": bericht.bezeichnungen[begriff].mehrzahl for begriff in Begriff},
        "kennzahlen": _kennzahlen(bericht),
        "ergebnisse": [
            {
                **zeilen.ergebnis(one.ergebnis),
                "anzahl": str(one.anzahl),
                "anteil": f"{one.anteil} %",
                "davon": _davon(bericht, one),
            }
            for one in bericht.ergebnisse
            if one.anzahl
        ],
        "spalten": [zeilen.ergebnis(one) for one in vorkommende],
        "felder": [_feld(feld, bericht, zeilen, vorkommende) for feld in bericht.felder],
        "summe": {
            "zahlen": [str(one.anzahl) for one in bericht.ergebnisse if one.anzahl],
            "anteile": [f"{one.anteil} %" for one in bericht.ergebnisse if one.anzahl],
            "gesamt": str(len(bericht.massnahmen)),
        },
        "stellen": _stellen(bericht, vorkommende),
        "termine": zeilen.termine(),
        "indikatoren": indikatorteil(bericht),
        "legende": [
            {**zeilen.ergebnis(one), "erklaerung": erklaerung(one, bericht.rhythmus)} for one in Ergebnis
        ],
        "regeln": regeln(massnahme.mehrzahl),
        "plan_hinweise": [schrift.prosa(hinweis, 2) for hinweis in bericht.plan_hinweise],
    }


def _kopf(bericht: Evaluation) -> Werte:
    rahmen = bericht.fassung.rahmen
    return {
        "titel": f"Auswertung der Fassung {bericht.fassung.id}",
        "herkunft": " · ".join(filter(None, (bericht.koerperschaft, bericht.land))),
        "plan": f"{rahmen.titel}, {rahmen.art}, {standzeile(rahmen)}",
        "stichtag": kurzes_datum(bericht.stichtag),
        "unvollstaendig": "" if rahmen.vollstaendig else UNVOLLSTAENDIG,
    }


def _kennzahlen(bericht: Evaluation) -> list[Werte]:
    """Give the figures that come first: how much there was, reported, moved, measured and reached."""
    wort = bericht.bezeichnungen[Begriff.MASSNAHME]
    feld = bericht.bezeichnungen[Begriff.HANDLUNGSFELD]
    gesamt = len(bericht.massnahmen)
    erste = _kennzahl(
        gesamt, (wort.einzahl, wort.mehrzahl), anzahl(len(bericht.felder), feld.einzahl, feld.mehrzahl)
    )
    if not gesamt:
        return [erste]
    stumm = sum(eine.ergebnis is Ergebnis.NIE_GEMELDET for eine in bericht.massnahmen)
    eigene = sum(bool(eine.indikatoren) for eine in bericht.massnahmen)
    angekuendigt = sum(eine.terminweg.gemeldet is not None for eine in bericht.massnahmen)
    datiert = gesamt - bericht.termine[Terminlage.OHNE_FRIST] - bericht.termine[Terminlage.FRIST_GESETZT]
    lagen = Counter(stand.lage for stand in bericht.indikatoren)
    vergleichbar = lagen[Ziellage.ERREICHT] + lagen[Ziellage.NICHT_ERREICHT]
    zahlen = [
        erste,
        _kennzahl(
            gesamt - stumm,
            ("mindestens einmal gemeldet",) * 2,
            f"{anteile([gesamt - stumm, stumm])[0]} % von {gesamt}",
        ),
    ]
    if datiert or angekuendigt:
        zahlen.append(
            _kennzahl(
                bericht.termine[Terminlage.VERSCHOBEN],
                ("Frist verschoben", "Fristen verschoben"),
                f"von {datiert} einmaligen",
                f"bei {angekuendigt} ein neuer Termin gemeldet, nicht beschlossen" if angekuendigt else "",
            )
        )
    zahlen.append(
        _kennzahl(
            eigene,
            ("mit eigenem Indikator",) * 2,
            f"{anteile([eigene, gesamt - eigene])[0]} % von {gesamt}",
        )
    )
    if vergleichbar:
        zahlen.append(
            _kennzahl(
                lagen[Ziellage.ERREICHT],
                ("Zielwert erreicht", "Zielwerte erreicht"),
                f"von {vergleichbar}, die sich vergleichen lassen",
            )
        )
    return zahlen


def _kennzahl(zahl: int, formen: tuple[str, str], *zusaetze: str) -> Werte:
    return {
        "zahl": str(zahl),
        "wort": formen[0] if zahl == 1 else formen[1],
        "zusaetze": [one for one in zusaetze if one],
    }


def _vorbei(one: Ergebniszahl) -> str:
    """Say of how many a Frist has passed; of what is late it goes without saying."""
    if not one.frist_vorbei or one.ergebnis is Ergebnis.VERSPAETET:
        return ""
    return f"davon {one.frist_vorbei} mit verstrichener Frist"


def _davon(bericht: Evaluation, one: Ergebniszahl) -> str:
    """Say what lies behind a result: of old reports what they said, of silence whether a Frist has passed."""
    teile = [_vorbei(one)]
    if one.ergebnis is Ergebnis.MELDUNG_VERALTET:
        staende = Counter(
            eine.zeile.antwort.stand
            for eine in bericht.massnahmen
            if eine.ergebnis is one.ergebnis and eine.zeile.antwort
        )
        worte = [f"{staende[stand]} {name}" for stand, name in STAENDE.items() if staende[stand]]
        teile.insert(0, f"zuletzt {aufzaehlung(worte)}" if worte else "")
    return "; ".join(filter(None, teile))


def _feld(feld: Feldbilanz, bericht: Evaluation, zeilen: Zeilen, vorkommende: list[Ergebnis]) -> Werte:
    """Give one Handlungsfeld: its bar, its line in the table, its Maßnahmen."""
    wort = bericht.bezeichnungen[Begriff.MASSNAHME]
    gruppen = [(one, feld.je_ergebnis[one]) for one in vorkommende if feld.je_ergebnis[one]]
    return {
        "anker": f"handlungsfeld-{feld.verweis.id}",
        "label": f"{bericht.bezeichnungen[Begriff.HANDLUNGSFELD].einzahl} {feld.verweis.nummer}",
        "nummer": feld.verweis.nummer,
        "titel": feld.verweis.titel,
        "anzahl": str(len(feld.massnahmen)),
        "menge": anzahl(len(feld.massnahmen), wort.einzahl, wort.mehrzahl),
        "beschreibung": aufzaehlung([f"{zahl} {ERGEBNISSE[one]}" for one, zahl in gruppen]),
        "gruppen": [{**zeilen.ergebnis(one), "anzahl": zahl} for one, zahl in gruppen],
        "zahlen": [str(feld.je_ergebnis[one]) for one in vorkommende],
        "ohne_indikator": str(feld.ohne_indikator),
        "massnahmen": [zeilen.massnahme(eine) for eine in feld.massnahmen],
    }


def _stellen(bericht: Evaluation, vorkommende: list[Ergebnis]) -> Werte:
    """Give the table of leading bodies, with the lines that make its sum that of the whole."""
    uebersicht = bericht.stellen

    def zahlen(je_ergebnis: Mapping[Ergebnis, int], vorzeichen: str = "") -> list[str]:
        einzelne = [je_ergebnis[one] for one in vorkommende]
        return [f"{vorzeichen if zahl else ''}{zahl}" for zahl in (*einzelne, sum(einzelne))]

    return {
        "zeilen": [
            {
                "name": stelle.name,
                "zahlen": zahlen(stelle.je_ergebnis),
                "gemeinsam": str(stelle.gemeinsam),
            }
            for stelle in uebersicht.stellen
        ],
        "ohne": zahlen(uebersicht.ohne) if sum(uebersicht.ohne.values()) else [],
        "mehrfach": zahlen(uebersicht.mehrfach, "−")  # noqa: RUF001  the sign of German typography
        if sum(uebersicht.mehrfach.values())
        else [],
        "summe": zahlen({one.ergebnis: one.anzahl for one in bericht.ergebnisse}),
    }
