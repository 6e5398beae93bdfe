"""The rows of a Synopse: whose row it is, and its cells old, new and Begründung."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.diff_saetze import schritt
from konzept.render.diff_words import FELDER, VERBLEIB_KURZ, anzahl_der, zieltermin
from konzept.render.konzept_gliederung import anker
from konzept.render.synopse_felder import Feldschreiber
from konzept.render.synopse_words import (
    ARTWORTE,
    ENTFAELLT,
    ERSCHLOSSEN,
    NICHT_BELEGT,
    NICHTS,
    OHNE_BEGRUENDUNG,
    OHNE_EIGENE,
    REDAKTIONELL,
    SIEHE_GRUENDE,
    VERBLEIB_OFFEN,
    ZIELWORT,
    alte_stelle,
    artwort,
    bisher,
    fundort,
    hergezogen,
    menge,
    steht_in_alt,
    steht_in_neu,
    stelle,
    stellen,
    umgezogen,
    urteil,
)
from konzept.render.synopse_zellen import Absatzart, Stueck, Zellabsatz, Zellen, absaetze, absatz, gereiht
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_werte import Art
from konzept.reports.synopse import RUECKNAHMEN
from konzept.reports.synopse_werte import Sammelzeile, Stellenzeile, Verweiszeile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.reports.diff_werte import Aenderung, FeldAenderung
    from konzept.reports.synopse_werte import Angabe, Synopse, Zeile

EINZELN_BIS = 3
"""So many neighbours without changes are named by their titles, more are counted."""

GRUENDE = "gruende"
"""The anchor of the reasons that were given for everything that is gone as a whole."""


@dataclass(frozen=True, slots=True)
class Bild:
    """A row as it is shown: ``stelle`` and ``bisher`` name its place, ``wort`` says what happened there.

    ``frueher``: the place is one of the old Fassung. ``anker`` is set where others may refer to the row. Each of
    ``zeilen`` is one line across the columns.
    """

    ebene: Ebene
    art: Art
    stelle: str
    wort: str
    zeilen: tuple[Zellen, ...]
    bisher: str = ""
    anker: str | None = None
    frueher: bool = False


class Zeilenschreiber:
    """Writes the rows of one Synopse."""

    def __init__(self, synopse: Synopse) -> None:
        vergleich = synopse.vergleich
        self._vergleich = vergleich
        self._bezeichnungen = vergleich.bezeichnungen
        self._orte_alt = synopse.namen_alt.orte
        self._teilweise = not (vergleich.alt.vollstaendig and vergleich.neu.vollstaendig)
        self._felder = Feldschreiber(synopse.namen_alt, vergleich.namen, vergleich.bezeichnungen)
        self._nach_id = {eine.id: eine for eine in vergleich.aenderungen if eine.ebene is not Ebene.FASSUNG}
        self._anker = {
            zeile.aenderung.id: anker(zeile.aenderung.ebene, zeile.aenderung.id)
            for abschnitt in synopse.abschnitte
            for zeile in abschnitt.zeilen
            if isinstance(zeile, Stellenzeile)
        }

    def bilder(self, zeile: Zeile) -> Iterator[Bild]:
        """Give what a row is shown as: one picture, of the frame of a Fassung one for each text."""
        match zeile:
            case Sammelzeile():
                yield self._sammelbild(zeile)
            case Verweiszeile():
                yield self._verweisbild(zeile.aenderung)
            case Stellenzeile() if zeile.aenderung.ebene is Ebene.FASSUNG:
                yield from self._rahmenbilder(zeile)
            case Stellenzeile():
                yield self._stellenbild(zeile)

    def _ziel(self, name: str) -> str | None:
        return self._anker.get(name)

    def _stellenbild(self, zeile: Stellenzeile) -> Bild:
        eine = zeile.aenderung
        einseitig = not (steht_in_alt(eine) and steht_in_neu(eine))
        felder = [self._angabe(angabe, zeile, einseitig=einseitig) for angabe in zeile.angaben]
        titel = self._felder.titel(zeile.titel)
        if zeile.begruendung_fehlt and zeile.titel.aenderung and zeile.titel.aenderung.code in RUECKNAHMEN:
            titel += Zellen(begruendung=(absatz(OHNE_BEGRUENDUNG, Absatzart.FEHLT),))
        kopf = Zellen(begruendung=tuple(self._gruende(zeile)))
        if einseitig:
            ganz = kopf + titel
            for feld in felder:
                ganz += feld
            zellen = [ganz + self._andere_seite(eine)]
        else:
            wort = urteil(eine, self._bezeichnungen, teilweise=self._teilweise)
            if wort and not felder and not zeile.titel.aenderung:
                titel = replace(titel, neu=(absatz(wort, Absatzart.URTEIL),))
            ort_alt = absatz(hergezogen(eine, self._bezeichnungen), Absatzart.ORT)
            titel += Zellen(alt=(ort_alt,) if eine.art is Art.VERSCHOBEN else ())
            if geerbt := zieltermin(eine, self._bezeichnungen):
                name, alt, neu = geerbt
                titel += Zellen(
                    (absatz(alt, Absatzart.ANGABE, name),), (absatz(neu, Absatzart.ANGABE, name),)
                )
            erste = kopf + titel + (felder[0] if felder else Zellen())
            zellen = [erste + Zellen(begruendung=tuple(self._anmerkungen(zeile))), *felder[1:]]
        return Bild(
            ebene=eine.ebene,
            art=eine.art,
            stelle=stelle(eine, self._bezeichnungen),
            bisher=bisher(eine),
            wort=artwort(eine),
            zeilen=tuple(map(_fehlendes_zuletzt, zellen)),
            anker=self._ziel(eine.id),
            frueher=not steht_in_neu(eine),
        )

    def _angabe(self, angabe: Angabe, zeile: Stellenzeile, *, einseitig: bool) -> Zellen:
        zellen = self._felder.angabe(angabe, zeile, einseitig=einseitig)
        codes = {wert.aenderung.code for wert in angabe.werte if wert.aenderung}
        if zeile.begruendung_fehlt and codes & RUECKNAHMEN:
            return zellen + Zellen(begruendung=(absatz(OHNE_BEGRUENDUNG, Absatzart.FEHLT),))
        return zellen

    def _andere_seite(self, eine: Aenderung) -> Zellen:
        """Fill the side that does not hold an id: it is new there, gone, or not documented."""
        if eine.art is Art.NICHT_BELEGT:
            leer = (absatz(NICHT_BELEGT, Absatzart.URTEIL),)
            return Zellen(alt=leer) if steht_in_neu(eine) else Zellen(neu=leer)
        if steht_in_neu(eine):
            leer = (absatz(NICHTS, Absatzart.URTEIL),)
            return Zellen(alt=self._alte_orte(eine, "entstanden aus bisher") or leer)
        entfaellt = absatz(ENTFAELLT, Absatzart.URTEIL)
        if not eine.ziele:
            return Zellen(neu=(entfaellt,))
        stuecke = []
        for einer in eine.ziele:
            gemeint = self._nach_id.get(einer.id)
            name = fundort(einer, gemeint.eltern_neu if gemeint else None, self._bezeichnungen)
            stuecke.append((Stueck(name, ziel=self._ziel(einer.id)),))
        wort = ZIELWORT.get(eine.art, "ersetzt durch")
        return Zellen(neu=(entfaellt, Zellabsatz(gereiht(stuecke), Absatzart.ORT, wort)))

    def _alte_orte(self, eine: Aenderung, wort: str) -> tuple[Zellabsatz, ...]:
        """Name the old ids that live on in this one, if there are any."""
        stuecke = []
        for einer in eine.herkunft:
            gemeint = self._nach_id.get(einer.id)
            eltern = gemeint.eltern_alt if gemeint else None
            name = fundort(self._orte_alt.get(einer.id, einer), eltern, self._bezeichnungen)
            stuecke.append((Stueck(name, ziel=self._ziel(einer.id)),))
        return (Zellabsatz(gereiht(stuecke), Absatzart.ORT, wort),) if stuecke else ()

    def _gruende(self, zeile: Stellenzeile) -> Iterator[Zellabsatz]:
        """Give what is documented as a reason, or say that nothing is."""
        eine = zeile.aenderung
        if eine.code is Code.ENTFALLEN_OHNE_GRUND:
            yield absatz(VERBLEIB_OFFEN, Absatzart.FEHLT)
        elif eine.grund:
            wort = VERBLEIB_KURZ[eine.grund]
            if eine.begruendung:
                yield absatz(" ".join(eine.begruendung.split()), Absatzart.GRUND, wort)
            elif self._vergleich.gruende:
                siehe = (Stueck(OHNE_EIGENE), Stueck(SIEHE_GRUENDE, ziel=GRUENDE))
                yield Zellabsatz(siehe, Absatzart.FEHLT, wort)
            else:
                yield absatz(OHNE_BEGRUENDUNG, Absatzart.FEHLT, wort)
        if len(eine.weg) > 1:
            for nummer, einer in enumerate(eine.weg):
                name = "" if nummer else "Verlauf"
                yield absatz(schritt(einer, self._vergleich), Absatzart.ANMERKUNG, name)
        if zeile.begruendung:
            yield from absaetze(zeile.begruendung, Absatzart.GRUND)
        for hinweis in zeile.hinweise:
            yield from absaetze(hinweis, Absatzart.GRUND, "Hinweis")

    def _anmerkungen(self, zeile: Stellenzeile) -> Iterator[Zellabsatz]:
        eine = zeile.aenderung
        yield from self._alte_orte(eine, "nimmt auf: bisher")
        if eine.erschlossen:
            yield absatz(ERSCHLOSSEN, Absatzart.ANMERKUNG)
        for feld in zeile.uebertragungen:
            yield absatz(f"{_uebertragung(feld)} angepasst", Absatzart.ANMERKUNG)

    def _rahmenbilder(self, zeile: Stellenzeile) -> Iterator[Bild]:
        """Give each text of the frame as a row of its own; its place is its name."""
        for angabe in zeile.angaben:
            wechsel = angabe.werte[0].aenderung
            redaktionell = wechsel is not None and wechsel.gewicht is Gewicht.REDAKTIONELL
            wort = REDAKTIONELL if redaktionell else ARTWORTE[Art.GEAENDERT]
            zellen = self._felder.angabe(angabe, zeile, einseitig=False, mit_namen=False)
            name = FELDER[angabe.feld]
            yield Bild(Ebene.FASSUNG, Art.GEAENDERT, name, wort if wechsel else "", (zellen,))
        for feld in zeile.uebertragungen:
            zellen = Zellen(neu=(absatz("angepasst", Absatzart.URTEIL),))
            yield Bild(Ebene.FASSUNG, Art.GEAENDERT, _uebertragung(feld), REDAKTIONELL, (zellen,))

    def _sammelbild(self, zeile: Sammelzeile) -> Bild:
        erste = zeile.aenderungen[0]
        ist_unveraendert = zeile.art is Art.UNVERAENDERT
        teilweise = self._teilweise and ist_unveraendert
        wort = urteil(erste, self._bezeichnungen, teilweise=teilweise) if ist_unveraendert else NICHT_BELEGT
        inhalt, leer = self._aufzaehlung(zeile), (absatz(wort, Absatzart.URTEIL),)
        links = ist_unveraendert or not steht_in_neu(erste)
        return Bild(
            ebene=erste.ebene,
            art=zeile.art,
            stelle=stellen(zeile.aenderungen, self._bezeichnungen),
            wort=ARTWORTE[zeile.art],
            zeilen=(Zellen(inhalt, leer) if links else Zellen(leer, inhalt),),
        )

    def _aufzaehlung(self, zeile: Sammelzeile) -> tuple[Zellabsatz, ...]:
        """Name the titles of a few, and only count the many."""
        eines = zeile.aenderungen
        if len(eines) > EINZELN_BIS:
            satz = menge(eines[0].ebene, len(eines), zeile.massnahmen, self._bezeichnungen)
            return (absatz(satz, Absatzart.ANGABE),)
        nummern = [eine.nummer_neu or eine.nummer_alt or "" for eine in eines] if len(eines) > 1 else [""]
        titel = [f"{nummer} {eine.titel}".strip() for nummer, eine in zip(nummern, eines, strict=True)]
        unten = f"dazu {anzahl_der(Ebene.MASSNAHME, zeile.massnahmen, self._bezeichnungen)}"
        zusatz = (absatz(unten, Absatzart.ORT),) if zeile.massnahmen else ()
        return (*(absatz(name, Absatzart.TITEL) for name in titel), *zusatz)

    def _verweisbild(self, eine: Aenderung) -> Bild:
        jetzt = absatz(umgezogen(eine, self._bezeichnungen), Absatzart.ORT, "", self._ziel(eine.id))
        return Bild(
            ebene=eine.ebene,
            art=eine.art,
            stelle=alte_stelle(eine, self._bezeichnungen),
            wort=ARTWORTE[eine.art],
            zeilen=(Zellen((absatz(self._orte_alt[eine.id].titel, Absatzart.TITEL),), (jetzt,)),),
            frueher=True,
        )


def _fehlendes_zuletzt(zellen: Zellen) -> Zellen:
    """Put what is said about a change before the remark that nobody gave a reason for it."""
    geordnet = sorted(zellen.begruendung, key=lambda eine: eine.art is Absatzart.FEHLT)
    return replace(zellen, begruendung=tuple(geordnet))


def _uebertragung(feld: FeldAenderung) -> str:
    return f"{FELDER[feld.feld]} ({feld.bezug})" if feld.feld is Feld.TEXTE else FELDER[feld.feld]
