"""What the paper says where the plan has no words of its own: placeholders, and proposals made of its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Kosten
from konzept.render.evaluation_words import ERGEBNISSE
from konzept.render.konzept_werte import beschlusszeile, betrag, geltung, kennzahlen
from konzept.render.verbleib_words import bilanzsatz, bilanzzeile, teilweise
from konzept.render.words import anzahl, aufzaehlung, deutsche_zeit, deutsches_datum
from konzept.reports.beschlussvorlage import Angabe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.reports.beschlussvorlage import Beschlussvorlage, Kostensumme, Vorgeschichte

NAMEN = {
    Angabe.NUMMER: "Drucksachen-Nummer",
    Angabe.DATUM: "Datum",
    Angabe.AMT: "Organisationseinheit",
    Angabe.BESCHLUSSVORSCHLAG: "Beschlussvorschlag",
    Angabe.SACHVERHALT: "Sachverhalt",
    Angabe.FINANZIELLE_AUSWIRKUNGEN: "Finanzielle Auswirkungen",
    Angabe.ANLAGEN: "Anlagen",
    Angabe.BERATUNGSFOLGE: "Beratungsfolge",
    Angabe.SITZUNGSART: "Sitzungsart",
}
VORSCHLAG = (
    "Vorschlag aus den Angaben des Plans, nicht Teil der Vorlage. Bitte prüfen, ergänzen oder streichen:"
)
EINTRAGEN = "[bitte eintragen]"
ERGAENZEN = "[Anlass, Auftrag und Begründung bitte ergänzen.]"
NACH_FOLGE = "siehe Beratungsfolge"


def luecke(angabe: Angabe) -> str:
    """Give the place to fill in for a whole section."""
    return f"[{NAMEN[angabe]} bitte eintragen]"


def entwurf(bericht: Beschlussvorlage) -> str:
    """Say what is missing, and where it belongs; empty where nothing is."""
    if not bericht.fehlende:
        return ""
    namen = aufzaehlung([NAMEN[angabe] for angabe in bericht.fehlende])
    wort = "fehlt" if len(bericht.fehlende) == 1 else "fehlen"
    ort = f" ({bericht.datei})" if bericht.datei else ""
    return (
        f"Entwurf: Im Plan{ort} {wort} noch {namen}. Die Stellen sind mit eckigen Klammern bezeichnet; "
        "Vorschläge sind als solche gekennzeichnet."
    )


def oeffentlichkeit(bericht: Beschlussvorlage) -> str:
    """Say whether the sessions are open to the public; empty where nobody says so."""
    arten = {beratung.art for beratung in bericht.beratungsfolge}
    if len(arten) == 1:
        return arten.pop() or ""
    return NACH_FOLGE if arten else ""


def beschlussvorschlag(bericht: Beschlussvorlage) -> list[str]:
    """Propose a resolution, in the words of source 003."""
    rahmen = bericht.rahmen
    stand = deutsche_zeit(rahmen.stand)
    return [f"Dem Plan „{rahmen.titel}“ ({rahmen.art}, Stand {stand}) wird zugestimmt."]


def sachverhalt(bericht: Beschlussvorlage) -> list[str]:
    """Propose the facts in the order in which they came about, a paragraph each."""
    return [satz for satz in _sachverhalt(bericht) if satz]


def _sachverhalt(bericht: Beschlussvorlage) -> Iterator[str]:
    if bericht.vorgeschichte:
        yield from _vorher(bericht.vorgeschichte, bericht)
    yield _beteiligung(bericht)
    yield _vorgelegt(bericht)
    if bericht.vorgeschichte:
        yield from _bilanz(bericht.vorgeschichte, bericht)


def _vorher(vorher: Vorgeschichte, bericht: Beschlussvorlage) -> Iterator[str]:
    rahmen = vorher.fassung.rahmen
    beschluss = rahmen.beschluss
    zeit = geltung(rahmen.gilt_von, rahmen.gilt_bis)
    angaben = [
        f"Stand {deutsche_zeit(rahmen.stand)}",
        f"gilt {zeit}" if zeit else "",
        f"Beschluss: {beschlusszeile(beschluss)}"
        if beschluss and beschluss.genannt
        else "Beschluss nicht belegt",
    ]
    yield f"Vorgänger ist „{rahmen.titel}“, {rahmen.art} ({'; '.join(filter(None, angaben))})."
    zahlen = [f"{one.anzahl} {ERGEBNISSE[one.ergebnis]}" for one in vorher.ergebnisse if one.anzahl]
    if zahlen:
        wort = bericht.bezeichnungen[Begriff.MASSNAHME]
        alle = anzahl(sum(one.anzahl for one in vorher.ergebnisse), wort.einzahl, wort.mehrzahl)
        yield f"Am {deutsches_datum(vorher.stichtag)} standen seine {alle} so: {aufzaehlung(zahlen)}."


def _beteiligung(bericht: Beschlussvorlage) -> str:
    schritte = []
    for schritt in bericht.rahmen.beteiligung:
        angaben = "; ".join(filter(None, (schritt.zeitraum, schritt.umfang)))
        schritte.append(f"{schritt.titel} ({angaben})" if angaben else schritt.titel)
    return f"Zur Erarbeitung gab es diese Beteiligung: {'; '.join(schritte)}." if schritte else ""


def _vorgelegt(bericht: Beschlussvorlage) -> str:
    rahmen = bericht.rahmen
    zeit = geltung(rahmen.gilt_von, rahmen.gilt_bis)
    angaben = "; ".join(
        filter(None, (f"Stand {deutsche_zeit(rahmen.stand)}", f"Geltung {zeit}" if zeit else ""))
    )
    leitziel = bericht.bezeichnungen[Begriff.LEITZIEL]
    zahlen = [anzahl(len(rahmen.leitziele), leitziel.einzahl, leitziel.mehrzahl)] if rahmen.leitziele else []
    zahlen += [f"{zahl} {wort}" for zahl, wort in kennzahlen(bericht.konzept)]
    umfang = f" Umfang: {aufzaehlung(zahlen)}." if zahlen else ""
    felder = "; ".join(f"{teil.feld.nummer} {teil.feld.titel}" for teil in bericht.konzept.felder)
    namen = f" {bericht.bezeichnungen[Begriff.HANDLUNGSFELD].mehrzahl}: {felder}." if felder else ""
    return f"Vorgelegt wird „{rahmen.titel}“, {rahmen.art} ({angaben}).{umfang}{namen}"


def _bilanz(vorher: Vorgeschichte, bericht: Beschlussvorlage) -> Iterator[str]:
    worte, abschnitt = bericht.bezeichnungen, vorher.abschnitt
    yield teilweise(abschnitt, worte)
    zeilen = [
        bilanzzeile(ebene, abschnitt.bilanz[ebene], abschnitt.alt.name, worte)
        for ebene in (Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME)
        if abschnitt.bilanz[ebene].alt
    ]
    if zeilen:
        yield f"Bilanz: {'; '.join(zeilen)}. {bilanzsatz(abschnitt, worte)}"
    if vorher.neue is not None:
        wort = worte[Begriff.MASSNAHME]
        yield f"{anzahl(vorher.neue, wort.einzahl, wort.mehrzahl)} standen im Vorgänger nicht."


def finanzielle_auswirkungen(bericht: Beschlussvorlage) -> list[str]:
    """Propose what the plan says of costs: sums, how many Maßnahmen have which kind of Angabe, the programmes."""
    kosten, wort = bericht.kosten, bericht.bezeichnungen[Begriff.MASSNAHME]
    alle = anzahl(kosten.massnahmen, wort.einzahl, wort.mehrzahl)
    saetze: list[str] = []
    if not kosten.angaben:
        saetze.append(
            f"Der Plan nennt zu keiner der {alle} Kosten."
            if kosten.massnahmen
            else f"Der Plan enthält keine {wort.mehrzahl}."
        )
    if kosten.summen:
        saetze.append(f"Im Plan bezifferte Kosten: {aufzaehlung([_summe(one) for one in kosten.summen])}.")
    if kosten.angaben:
        teile = (
            (kosten.beziffert, "mit einem Betrag"),
            (kosten.in_worten, "mit einer Angabe in Worten"),
            (kosten.nicht_bezifferbar, "nicht bezifferbar"),
            (kosten.ohne_angabe, "ohne Angabe"),
        )
        saetze.append(f"Von {alle} sind {aufzaehlung([f'{zahl} {was}' for zahl, was in teile if zahl])}.")
    if kosten.programme:
        saetze.append(f"Genannte Förderprogramme: {'; '.join(kosten.programme)}.")
    return saetze


def _summe(summe: Kostensumme) -> str:
    return betrag(Kosten(betrag=summe.betrag, waehrung=summe.waehrung, jahr=summe.jahr))


def anlagen(bericht: Beschlussvorlage) -> list[str]:
    """Propose the annexes that this programme can make."""
    namen = [f"{bericht.rahmen.titel}, {bericht.rahmen.art}"]
    if bericht.vorgeschichte:
        alt = bericht.vorgeschichte.fassung.id
        namen += [f"Synopse: Fassung {alt} und Fassung {bericht.konzept.fassung}"]
        namen += [f"Was aus der Fassung {alt} nicht fortgeführt wurde"]
    return [f"Anlage {nummer} – {name}" for nummer, name in enumerate(namen, start=1)]
