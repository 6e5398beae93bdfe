"""The comparison of two Fassungen: what became of every id, matched by id and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.handlungsfeld import Massnahme
from konzept.domain.verbleib import Verbleibart
from konzept.reports.diff_begruendung import neue_begruendung
from konzept.reports.diff_bilanz import bilanz
from konzept.reports.diff_codes import Code, Feld, Gewicht
from konzept.reports.diff_felder import Massstab, felder
from konzept.reports.diff_lesart import Laufzeit
from konzept.reports.diff_ordnung import leseordnung
from konzept.reports.diff_termin import termin
from konzept.reports.diff_verbleib import Auskunft, Schicksal, Verbleibsakte, vorgaengerkette
from konzept.reports.diff_werte import (
    Aenderung,
    Art,
    FeldAenderung,
    Namen,
    Ort,
    Rechenschaft,
    Seite,
    Vergleich,
    Zieltermin,
)

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung, Stelle
    from konzept.domain.plan import Plan
    from konzept.domain.terminangabe import Termin

_ART_NACH_VERBLEIB = {
    Verbleibart.ZUSAMMENGELEGT: Art.ZUSAMMENGELEGT,
    Verbleibart.AUFGETEILT: Art.AUFGETEILT,
}


def vergleiche(plan: Plan, alt: Fassung, neu: Fassung) -> Vergleich:
    """Compare two Fassungen of a plan, whichever is the later one.

    Every id of both stands once in the result. The rules are those of design §6 (``diff``): only ids match;
    what a partial Fassung does not hold is not documented, neither new nor gone; what is missing has the
    Verbleib that the new Fassung gives it, see ``Verbleibsakte`` for Fassungen that do not follow each other.
    """
    return _Vergleicher(plan, alt, neu).vergleich()


class _Vergleicher:
    def __init__(self, plan: Plan, alt: Fassung, neu: Fassung) -> None:
        self._plan, self._alt, self._neu = plan, alt, neu
        self._alte, self._neue = _stellen(alt), _stellen(neu)
        self._akte = Verbleibsakte(plan, alt, neu)
        teilweise = not (alt.rahmen.vollstaendig and neu.rahmen.vollstaendig)
        self._namen = leseordnung(self._alte, self._neue, teilweise=teilweise)
        self._schicksale = {
            name: self._akte.schicksal(name) for name in self._namen if name not in self._neue
        }
        self._herkunft: dict[str, list[str]] = {}
        for name, schicksal in self._schicksale.items():
            for ziel in schicksal.ziele:
                self._herkunft.setdefault(ziel, []).append(name)
        self._massstab = Massstab(
            laufzeit=Laufzeit.der_spaeteren(alt, neu),
            teilweise=teilweise,
            akteure=plan.akteur_nach_id,
            fristen=plan.einstellungen.fristworte,
        )
        self._reihe = self._fassungen_bis_neu()

    def vergleich(self) -> Vergleich:
        """Put the whole comparison together."""
        einstellungen = self._plan.einstellungen
        return Vergleich(
            alt=_seite(self._alt),
            neu=_seite(self._neu),
            rechenschaft=Rechenschaft.VERBLEIB if self._akte.geschuldet else Rechenschaft.VERGLEICH,
            aenderungen=(self._rahmen(), *(self._aenderung(name) for name in self._namen)),
            bilanz=bilanz(self._alte, self._neue, self._schicksale),
            gruende=self._akte.gruende,
            namen=Namen(
                akteure={akteur.id: akteur.kurz or akteur.name for akteur in self._plan.akteure},
                programme={programm.id: programm.name for programm in self._plan.foerderprogramme},
                orte={name: self._ort(name) for name in self._namen},
            ),
            bezeichnungen={begriff: einstellungen.bezeichnung(begriff) for begriff in Begriff},
            nachfolger=not self._akte.geschuldet
            and len(vorgaengerkette(self._plan, self._neu, self._alt)) > 1,
        )

    def _rahmen(self) -> Aenderung:
        geaendert = felder(self._alt.rahmen, self._neu.rahmen, self._massstab)
        return Aenderung(
            ebene=Ebene.FASSUNG,
            art=Art.GEAENDERT if geaendert else Art.UNVERAENDERT,
            id=self._neu.id,
            titel=self._neu.rahmen.titel,
            felder=geaendert,
            erschlossen=self._alt.rahmen.erschlossen or self._neu.rahmen.erschlossen,
        )

    def _aenderung(self, name: str) -> Aenderung:
        alt, neu = self._alte.get(name), self._neue.get(name)
        stelle = neu or self._alte[name]
        schicksal = self._schicksale.get(name)
        geaendert = self._felder(alt, neu) if alt and neu else ()
        if schicksal:
            art = _art_des_fehlenden(schicksal)
        elif alt and neu:
            art = self._art_des_bleibenden(alt, neu, geaendert)
        else:
            art = Art.NEU if self._alt.rahmen.vollstaendig else Art.NICHT_BELEGT
        offen = schicksal is not None and schicksal.auskunft is Auskunft.OFFEN
        return Aenderung(
            ebene=stelle.ebene,
            art=art,
            id=name,
            titel=_titel(stelle),
            nummer_alt=alt.gegenstand.nummer if alt else None,
            nummer_neu=neu.gegenstand.nummer if neu else None,
            eltern_alt=_eltern(alt),
            eltern_neu=_eltern(neu),
            ziele=tuple(self._ort(ziel) for ziel in (schicksal.ziele if schicksal else ())),
            herkunft=tuple(self._ort(alter) for alter in self._herkunft.get(name, ())),
            felder=geaendert,
            grund=schicksal.verbleib if schicksal else None,
            begruendung=schicksal.begruendung if schicksal else self._begruendung(art, alt, neu),
            weg=schicksal.schritte if schicksal else (),
            code=Code.ENTFALLEN_OHNE_GRUND if offen else None,
            zieltermin=self._zieltermin(alt, neu) if art is Art.VERSCHOBEN and alt and neu else None,
            erschlossen=any(seite.gegenstand.erschlossen for seite in (alt, neu) if seite),
        )

    def _begruendung(self, art: Art, alt: Stelle | None, neu: Stelle | None) -> str | None:
        """Return the reason the new side gives; read backwards, its reason speaks of another change."""
        if self._alt.id != self._neu.id and not self._akte.geschuldet:
            return None
        return neue_begruendung(art, alt.gegenstand if alt else None, neu.gegenstand if neu else None)

    def _zieltermin(self, alt: Stelle, neu: Stelle) -> Zieltermin | None:
        """Return the Termine of both goals if neither side has an own one, and the move changes what holds."""
        if alt.termin or neu.termin or {alt.ebene, neu.ebene} != {Ebene.MASSNAHME}:
            return None
        vorher, nachher = (seite.ziel.termin if seite.ziel else None for seite in (alt, neu))
        if self._massstab.teilweise and not (vorher and nachher):
            return None
        gewechselt = termin(vorher, nachher, self._massstab.fristen, self._massstab.laufzeit)
        anders = gewechselt is not None and gewechselt.gewicht is Gewicht.WESENTLICH
        return Zieltermin(vorher, nachher) if anders else None

    def _art_des_bleibenden(self, alt: Stelle, neu: Stelle, geaendert: tuple[FeldAenderung, ...]) -> Art:
        if alt.eltern != neu.eltern:
            return Art.VERSCHOBEN
        if geaendert:
            return Art.GEAENDERT
        return Art.UMNUMMERIERT if self._umnummeriert(alt, neu) else Art.UNVERAENDERT

    def _umnummeriert(self, alt: Stelle, neu: Stelle) -> bool:
        vorher, nachher = alt.gegenstand.nummer, neu.gegenstand.nummer
        if self._massstab.teilweise and not (vorher and nachher):
            return False
        return vorher != nachher

    def _felder(self, alt: Stelle, neu: Stelle) -> tuple[FeldAenderung, ...]:
        geaendert = felder(alt.gegenstand, neu.gegenstand, self._massstab, self._terminreihe(neu.id))
        geaendert = tuple(_mit_geerbtem(eine, alt, neu) for eine in geaendert)
        if alt.ebene is neu.ebene:
            return geaendert
        wechsel = FeldAenderung(Feld.EBENE, alt.ebene.value, neu.ebene.value, Code.EBENE_GEWECHSELT)
        return (wechsel, *geaendert)

    def _terminreihe(self, name: str) -> tuple[Termin | None, ...]:
        return tuple(stellen[name].termin if name in stellen else None for stellen in self._reihe)

    def _fassungen_bis_neu(self) -> tuple[dict[str, Stelle], ...]:
        """Return every Fassung up to the new one, oldest first; just the two if they are not in one line."""
        if not self._akte.geschuldet:
            return (self._alte, self._neue)
        reihe = [self._akte.kette[0]]
        while (vorher := self._plan.vorgaenger(reihe[0])) and vorher not in (*reihe, *self._akte.kette):
            reihe.insert(0, vorher)
        return tuple(_stellen(fassung) for fassung in (*reihe, *self._akte.kette[1:]))

    def _ort(self, name: str) -> Ort:
        stelle = self._neue.get(name) or self._alte.get(name)
        if stelle is None:
            return Ort(Ebene.MASSNAHME, name, None, name)
        return Ort(stelle.ebene, name, stelle.gegenstand.nummer, _titel(stelle))


def _mit_geerbtem(eine: FeldAenderung, alt: Stelle, neu: Stelle) -> FeldAenderung:
    """Add to an own Termin that came or went which one of the goal holds in its place."""
    if eine.feld is not Feld.TERMIN or (eine.alt is not None and eine.neu is not None):
        return eine
    ohne_eigenen = alt if eine.alt is None else neu
    if ohne_eigenen.ebene is not Ebene.MASSNAHME or ohne_eigenen.ziel is None:
        return eine
    return replace(eine, geerbt=ohne_eigenen.ziel.termin)


def _art_des_fehlenden(schicksal: Schicksal) -> Art:
    if schicksal.verbleib:
        return _ART_NACH_VERBLEIB.get(schicksal.verbleib, Art.ENTFALLEN)
    return Art.NICHT_BELEGT if schicksal.auskunft is Auskunft.NICHT_BELEGT else Art.ENTFALLEN


def _stellen(fassung: Fassung) -> dict[str, Stelle]:
    """Return what stands under each id; of a doubled id, which validate refuses, the first."""
    stellen: dict[str, Stelle] = {}
    for stelle in fassung.stellen():
        stellen.setdefault(stelle.id, stelle)
    return stellen


def _seite(fassung: Fassung) -> Seite:
    rahmen = fassung.rahmen
    return Seite(fassung.id, rahmen.titel, rahmen.art, rahmen.stand, rahmen.vollstaendig)


def _titel(stelle: Stelle) -> str:
    gegenstand = stelle.gegenstand
    return gegenstand.anzeigetitel if isinstance(gegenstand, Massnahme) else gegenstand.titel


def _eltern(stelle: Stelle | None) -> Ort | None:
    if stelle is None or stelle.feld is None:
        return None
    eltern, ebene = (stelle.ziel, Ebene.HANDLUNGSZIEL) if stelle.ziel else (stelle.feld, Ebene.HANDLUNGSFELD)
    return Ort(ebene, eltern.id, eltern.nummer, eltern.titel)
