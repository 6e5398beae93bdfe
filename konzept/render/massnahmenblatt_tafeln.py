"""The tables of a sheet: what is known of the Maßnahme, name by name, and what it is measured by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelfarbe, Begriff
from konzept.domain.saetze import erste_saetze
from konzept.render.due_words import gross, label
from konzept.render.karte_fristen import terminfelder
from konzept.render.karte_words import kurz, meldungszusatz, stationszeile
from konzept.render.konzept_werte import beschlusszeile, betrag
from konzept.render.massnahmenblatt_words import (
    NICHT_ANGEGEBEN,
    anlaesse,
    bezugsziel,
    fruehere,
    gefragt,
    indikatorzusatz,
    letzter_wert,
    meldungskopf,
    rand,
    urteilswort,
    ziellage,
)
from konzept.render.schriftstueck import (
    Lauf,
    Laufart,
    Spalte,
    Tabelle,
    Ton,
    Zelle,
    absatz,
    zelle,
)
from konzept.render.schriftstueck_markdown import markdown_bloecke
from konzept.render.words import QUERBEZUEGE, ROLLEN, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.schriftstueck import Absatz, Block, Zeile
    from konzept.reports.evaluation_indikatoren import Indikatorstand
    from konzept.reports.massnahmenblatt import Massnahmenblaetter, Massnahmenblatt

TOENE = {
    Ampelfarbe.BLAU: Ton.BLAU,
    Ampelfarbe.GRUEN: Ton.GRUEN,
    Ampelfarbe.GELB: Ton.GELB,
    Ampelfarbe.ROT: Ton.ROT,
    Ampelfarbe.GRAU: Ton.GRAU,
}


def angabentafel(blatt: Massnahmenblatt, bericht: Massnahmenblaetter) -> Tabelle:
    """Return what is known, row by row; who, when, cost and funding have a row even where nothing is given."""
    reihen = _Reihen(blatt, bericht)
    return Tabelle(
        spalten=(Spalte(34), Spalte(136)),
        zeilen=tuple(reihen.alle()),
        beschreibung=f"Angaben zu {bericht.einstellungen.bezeichnung(Begriff.MASSNAHME).einzahl} "
        f"{blatt.karte.verweis.nummer or ''}".rstrip(),
    )


def indikatorentafel(staende: Sequence[Indikatorstand], einstellungen: Einstellungen) -> Tabelle:
    """Return the indicators with the values that they begin from, have now and aim at."""
    zeilen = [
        (
            Zelle(
                tuple(_absaetze(stand.indikator.titel, leise=indikatorzusatz(stand, einstellungen))),
                kopf=True,
            ),
            zelle(rand(stand.ausgang, stand.indikator.ausgangswert, stand.indikator)),
            Zelle((absatz(letzter_wert(stand)), _leise(ziellage(stand)))),
            zelle(rand(stand.ziel, stand.indikator.zielwert, stand.indikator)),
        )
        for stand in staende
    ]
    koepfe = ("Indikator", "Ausgangswert", "Letzter Wert", "Zielwert")
    return Tabelle(
        spalten=(Spalte(64), Spalte(32), Spalte(42), Spalte(32)),
        kopfzeilen=(tuple(zelle(name, kopf=True, ton=Ton.FLAECHE) for name in koepfe),),
        zeilen=tuple(zeilen),
        beschreibung="Woran der Erfolg gemessen wird.",
    )


class _Reihen:
    """Gives the rows of one sheet."""

    def __init__(self, blatt: Massnahmenblatt, bericht: Massnahmenblaetter) -> None:
        self.blatt = blatt
        self.bericht = bericht
        self.einstellungen = bericht.einstellungen
        self.massnahme = blatt.teil.massnahme

    def alle(self) -> Iterator[Zeile]:
        """Give the rows in reading order: where it belongs, who, when, with what means, how it stands, its links."""
        for eltern in self.blatt.karte.eltern:
            yield _zeile(
                label(self.einstellungen, Begriff(eltern.ebene.value)),
                absatz(kurz(eltern.nummer, eltern.titel)),
            )
        yield from self.leitziele()
        yield from self.beteiligte()
        yield _zeile(label(self.einstellungen, Begriff.TERMIN), *self.termin())
        yield _zeile(
            "Kosten", self._oder_nichts(betrag(self.massnahme.kosten) if self.massnahme.kosten else "")
        )
        yield _zeile("Förderung", *(self.foerderung() or [self._oder_nichts("")]))
        if self.massnahme.beschluss:
            yield _zeile("Beschluss", absatz(beschlusszeile(self.massnahme.beschluss)))
        if not self.blatt.indikatoren:
            yield _zeile("Indikatoren", self._oder_nichts(""))
        yield self.stand()
        yield from self.bezuege()
        yield from self.herkunft()

    def leitziele(self) -> Iterator[Zeile]:
        """Give the Leitziele that its goal serves."""
        leitziele = self.blatt.leitziele
        if leitziele:
            wort = self.einstellungen.bezeichnung(Begriff.LEITZIEL)
            namen = (kurz(one.nummer, one.titel) if one else name for name, one in leitziele)
            yield _zeile(wort.einzahl if len(leitziele) == 1 else wort.mehrzahl, *map(absatz, namen))

    def beteiligte(self) -> Iterator[Zeile]:
        """Give who has a part, a row for each role."""
        rollen = self.blatt.teil.rollen
        if not rollen:
            yield _zeile(label(self.einstellungen, Begriff.ZUSTAENDIGKEIT), self._oder_nichts(""))
        for rolle, stellen in rollen:
            laeufe: list[str | Lauf] = []
            for one in stellen:
                laeufe += ["; "] if laeufe else []
                laeufe.append(one.akteur.name if one.akteur else one.id)
                laeufe += [Lauf(f" ({one.hinweis})", art=Laufart.LEISE)] if one.hinweis else []
            yield _zeile(gross(ROLLEN[rolle]), absatz(*laeufe))

    def termin(self) -> Iterator[Absatz]:
        """Give the wording, how it is read, and how its Fristen stand."""
        termin = self.blatt.karte.termin
        if termin is None:
            yield self._oder_nichts("")
            return
        wortlaut, *lesarten = terminfelder(termin, self.bericht.stichtag, self.einstellungen)
        yield from map(absatz, wortlaut.zeilen)
        for feld in lesarten:
            erste, *weitere = feld.zeilen
            yield absatz(Lauf(f"{feld.name}: ", art=Laufart.LEISE), erste)
            # that what runs is running is said already
            yield from (_leise(zeile) for zeile in weitere if not erste.endswith(zeile.removeprefix("→ ")))

    def foerderung(self) -> list[Absatz]:
        """Give what pays for it."""
        return [
            absatz(
                one.programm.name if one.programm else one.id,
                Lauf(f" ({one.hinweis})" if one.hinweis else "", art=Laufart.LEISE),
            )
            for one in self.blatt.teil.mittel
        ]

    def stand(self) -> Zeile:
        """Give the word of the Ampel and what was reported last, on the ground of its colour."""
        blatt = self.blatt
        farbe = self.einstellungen.ampelfarbe(blatt.urteil.wort)
        bloecke = [
            absatz(
                Lauf(urteilswort(blatt.urteil), fett=True), f" – {a}" if (a := anlaesse(blatt.urteil)) else ""
            )
        ]
        antwort = blatt.antwort
        if antwort is not None:
            bloecke.append(absatz(meldungskopf(antwort, self.bericht)))
            if antwort.text:
                bloecke.append(absatz(" ".join(erste_saetze(antwort.text).split())))
            bloecke += [_leise(text) for text in (meldungszusatz(antwort),) if text]
        bloecke += [_leise(text) for text in (gefragt(blatt),) if text]
        davor = fruehere(blatt)
        bloecke += [_leise(f"Frühere Meldungen: {davor}")] if davor else []
        name = f"Sachstand am {kurzes_datum(self.bericht.stichtag)}"
        return zelle(name, kopf=True, ton=Ton.FLAECHE), Zelle(tuple(bloecke), ton=TOENE[farbe])

    def bezuege(self) -> Iterator[Zeile]:
        """Give the Querbezüge from either end."""
        teil = self.blatt.teil
        saetze = [
            f"{QUERBEZUEGE[one.art]} {bezugsziel(one, self.einstellungen)}"
            + (f" ({one.hinweis})" if one.hinweis else "")
            for one in teil.hin
        ]
        saetze += [
            f"Hierher verweist {bezugsziel(one, self.einstellungen)}"
            f" ({'; '.join(filter(None, (QUERBEZUEGE[one.art], one.hinweis)))})"
            for one in teil.zurueck
        ]
        if saetze:
            yield _zeile("Querbezüge", *map(absatz, saetze))

    def herkunft(self) -> Iterator[Zeile]:
        """Give why it is as it is, and its way through the Fassungen."""
        if self.massnahme.begruendung:
            yield _zeile("Begründung", *markdown_bloecke(self.massnahme.begruendung, 1))
        absaetze = [
            absatz(Lauf(f"Fassung {one.fassung}: ", art=Laufart.LEISE), stationszeile(one))
            for one in self.blatt.karte.geschichte
            # what this Fassung says is the sheet itself, but for what it took in
            if one.fassung != self.bericht.fassung.id or one.aufgenommen
        ]
        if self.blatt.neu:
            absaetze.append(absatz(f"neu in der Fassung {self.bericht.fassung.id}"))
        if absaetze:
            yield _zeile("Verlauf", *absaetze)

    def _oder_nichts(self, text: str) -> Absatz:
        return absatz(text) if text else _leise(NICHT_ANGEGEBEN)


def _zeile(name: str, *bloecke: Block) -> Zeile:
    return zelle(name, kopf=True, ton=Ton.FLAECHE), Zelle(tuple(bloecke))


def _absaetze(text: str, *, leise: str) -> Iterator[Absatz]:
    yield absatz(text)
    if leise:
        yield _leise(leise)


def _leise(text: str) -> Absatz:
    return absatz(Lauf(text, art=Laufart.LEISE))
