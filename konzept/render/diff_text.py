"""The comparison of two Fassungen as plain text for 80 columns: the plan's own outline, then the balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.render.absatz import SCHMAL, absatz, eintrag, geschuetzt, ueberschrift
from konzept.render.diff_details import details
from konzept.render.diff_richtung import EINE_BILANZ, artwort
from konzept.render.diff_saetze import (
    GEGENUEBERSTELLUNG,
    bezeichnung,
    gegenueber,
    hinweise,
    status,
    steht_in_neu,
    ueberschrift_des,
    weg_zu,
)
from konzept.render.diff_words import (
    ARTEN,
    POSTEN,
    anzahl_der,
    ebenenname,
    gitstand_in_worten,
    in_quotes,
)
from konzept.render.words import aufzaehlung, deutsche_zeit
from konzept.reports.diff_bilanz import OFFEN
from konzept.reports.diff_werte import NUR_GEZAEHLT, Aenderung, Art, Leserichtung, Vergleich

if TYPE_CHECKING:
    from konzept.reports.diff_bilanz import Bilanz


def diff_text(vergleich: Vergleich, *, alles: bool = False, breite: int = 80) -> str:
    """Return the comparison as lines of at most ``breite`` columns (at least 60) with a line feed at the end.

    ``alles`` lists also what is only counted: the unchanged and the undocumented.
    """
    schreiber = _Schreiber(vergleich, max(breite, SCHMAL), alles=alles)
    teile = [
        schreiber.kopf(),
        *schreiber.aenderungen(),
        schreiber.bilanz(),
        schreiber.gruende(),
        schreiber.ungelistet(),
    ]
    return "\n\n".join("\n".join(teil) for teil in teile if teil) + "\n"


@dataclass(frozen=True, slots=True)
class _Schreiber:
    vergleich: Vergleich
    breite: int
    alles: bool

    def kopf(self) -> list[str]:
        """Write what is compared, and how far its account goes."""
        alt, neu = self.vergleich.alt, self.vergleich.neu
        zeilen = ueberschrift(ueberschrift_des(self.vergleich), self.breite, "=")
        for seite in dict.fromkeys((alt, neu)):
            was = f"{seite.titel} ({seite.art}, Stand {deutsche_zeit(seite.stand)})"
            was += f", {gitstand_in_worten(seite.gitstand)}" if seite.gitstand else ""
            zeilen += eintrag(seite.name, was, self.breite, 0, max(len(alt.name), len(neu.name)) + 2)
        for satz in hinweise(self.vergleich):
            zeilen += ["", *absatz(satz, self.breite)]
        return zeilen

    def aenderungen(self) -> list[list[str]]:
        """Write the changes as blocks, under the headings of the plan itself."""
        bloecke: list[list[str]] = []
        nach_id = {eine.id: eine for eine in self.vergleich.aenderungen if eine.ebene is not Ebene.FASSUNG}
        kapitel: str | None = None
        ziel: str | None = None
        for eine in self.vergleich.liste(alles=self.alles):
            weg = weg_zu(eine, nach_id)
            wurzel = weg[0]
            ueber = wurzel.ebene.value if wurzel.ebene in {Ebene.FASSUNG, Ebene.LEITZIEL} else wurzel.id
            if ueber != kapitel:
                kapitel, ziel = ueber, None
                bloecke.append(self._kapitel(wurzel, gelistet=wurzel is eine))
            if eine.ebene is Ebene.HANDLUNGSFELD:
                bloecke[-1] += details(eine, self.vergleich, self.breite, 0)
                continue
            oberstes = weg[1] if wurzel.ebene is Ebene.HANDLUNGSFELD and len(weg) > 1 else eine
            if oberstes.id != ziel:
                ziel = oberstes.id
                bloecke.append([] if oberstes is eine else absatz(self._name(oberstes), self.breite, 0, 2))
            tiefe = 0 if oberstes is eine else 2
            bloecke[-1] += self._eintrag(eine, tiefe)
        return bloecke or [["Keine Änderungen."]]

    def _kapitel(self, wurzel: Aenderung, *, gelistet: bool) -> list[str]:
        if wurzel.ebene is Ebene.FASSUNG:
            return ueberschrift("Der Plan als Ganzes", self.breite, "-")
        if wurzel.ebene is Ebene.LEITZIEL:
            return ueberschrift(ebenenname(Ebene.LEITZIEL, self.vergleich.bezeichnungen, 2), self.breite, "-")
        status = f": {self._art(wurzel)}" if gelistet else ""
        return ueberschrift(f"{self._name(wurzel)}{status}", self.breite, "-")

    def _eintrag(self, eine: Aenderung, tiefe: int) -> list[str]:
        if eine.ebene is Ebene.FASSUNG:
            return details(eine, self.vergleich, self.breite, 0) or [
                f"Text {artwort(eine.art, self.vergleich)}."
            ]
        kopf = absatz(f"{self._name(eine)}: {self._art(eine)}", self.breite, tiefe, tiefe + 2)
        return kopf + details(eine, self.vergleich, self.breite, tiefe + 2)

    def _name(self, eine: Aenderung) -> str:
        return f"{bezeichnung(eine, self.vergleich)} {in_quotes(eine.titel)}"

    def _art(self, eine: Aenderung) -> str:
        return geschuetzt(status(eine, self.vergleich))

    def bilanz(self) -> list[str]:
        """Write for each level that the sum of what became of its ids is their number."""
        if self.vergleich.leserichtung is Leserichtung.GLEICH:
            return []
        if self.vergleich.leserichtung in EINE_BILANZ:
            return self._gegenueberstellung()
        name = self.vergleich.alt.name
        saetze = [
            self._summe(ebene, name, bilanz.alt, self._posten(bilanz))
            for ebene, bilanz in self.vergleich.bilanz.items()
            if bilanz.alt
        ]
        zeilen = ueberschrift("Bilanz", self.breite, "-") if saetze else []
        for satz in saetze:
            zeilen += absatz(satz, self.breite, 0, 2)
        if self.vergleich.alt.vollstaendig:
            neue = [satz for satz in map(self._neue_seite, self.vergleich.bilanz) if satz]
            zeilen += (
                ["", *(zeile for satz in neue for zeile in absatz(satz, self.breite, 0, 2))] if neue else []
            )
        if self.vergleich.offen:
            zeilen += ["", "Der Verbleib ist offen; es fehlt je ein Eintrag unter »verbleib« bei:"]
            for eine in self.vergleich.offen:
                zeilen += absatz(f"{eine.id}: {self._name(eine)}", self.breite, 2, 4)
        return zeilen

    def _gegenueberstellung(self) -> list[str]:
        zeilen = ueberschrift(GEGENUEBERSTELLUNG, self.breite, "-")
        for ebene in self.vergleich.bilanz:
            posten = gegenueber(self.vergleich, ebene)
            gesamt = sum(zahl for _, zahl in posten)
            if gesamt:
                summe = " + ".join(geschuetzt(f"{zahl} {wort}") for wort, zahl in posten)
                mehrzahl = ebenenname(ebene, self.vergleich.bezeichnungen, 2)
                zeilen += absatz(f"{mehrzahl}: {gesamt} = {summe}", self.breite, 0, 2)
        return zeilen

    def _summe(self, ebene: Ebene, fassung: str, gesamt: int, posten: list[str]) -> str:
        mehrzahl = ebenenname(ebene, self.vergleich.bezeichnungen, 2)
        return f"{mehrzahl} {fassung}: {gesamt} = {' + '.join(posten)}"

    def _posten(self, bilanz: Bilanz) -> list[str]:
        worte = []
        for name, zahl in bilanz.posten.items():
            if name == OFFEN and not zahl:
                continue
            worin = f" in {bilanz.worin[name]}" if name in bilanz.worin else ""
            worte.append(geschuetzt(f"{zahl} {POSTEN[name]}{worin}"))
        return worte

    def _neue_seite(self, ebene: Ebene) -> str | None:
        eigene = [eine for eine in self.vergleich.aenderungen if eine.ebene is ebene and steht_in_neu(eine)]
        neue = [eine for eine in eigene if eine.art is Art.NEU]
        if not eigene:
            return None
        posten = [f"{len(eigene) - len(neue)} fortgeführt", f"{len(neue)} neu"]
        satz = self._summe(ebene, self.vergleich.neu.name, len(eigene), posten)
        erben = sum(bool(eine.herkunft) for eine in neue)
        return f"{satz} (davon {erben} aus früheren hervorgegangen)" if erben else satz

    def gruende(self) -> list[str]:
        """Write the reasons that were given for a list as a whole."""
        gruende = self.vergleich.gruende
        if not gruende:
            return []
        kopf = "Gründe, die für die nicht fortgeführten als Ganzes genannt sind:"
        zeilen = absatz(kopf, self.breite)
        for grund in gruende:
            zeilen += absatz(f"- {grund}", self.breite, 0, 2)
        return zeilen

    def ungelistet(self) -> list[str]:
        """Write how much is only counted and not listed."""
        if self.alles:
            return []
        zeilen: list[str] = []
        zaehlung = self.vergleich.zaehlung
        for art in (eine for eine in Art if eine in NUR_GEZAEHLT):
            mengen = [
                anzahl_der(ebene, zaehlung[ebene][art], self.vergleich.bezeichnungen)
                for ebene in self.vergleich.bilanz
                if zaehlung[ebene][art]
            ]
            if mengen:
                zeilen += absatz(f"{ARTEN[art]}: {aufzaehlung(mengen)}", self.breite, 2, 4)
        return ["Nicht aufgeführt (mit --alles zu sehen):", *zeilen] if zeilen else []
