"""The values that templates get for the comparison of two Fassungen: what weighs most, every change, the balance."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.verbleib import Verbleibart
from konzept.render.diff_inhalt_bilanz import tafeln
from konzept.render.diff_inhalt_eintrag import Eintragschreiber, anker
from konzept.render.diff_richtung import EINE_BILANZ, artwort, seitenworte
from konzept.render.diff_saetze import GEGENUEBERSTELLUNG, bezeichnung, hinweise, ueberschrift_des, weg_zu
from konzept.render.diff_words import (
    ARTEN,
    VERBLEIB_KURZ,
    anzahl_der,
    bemerkung,
    ebenenname,
    gitstand_in_worten,
    in_quotes,
    nummer_in,
)
from konzept.render.words import aufzaehlung, deutsche_zeit
from konzept.reports.diff_codes import Code
from konzept.reports.diff_werte import NUR_GEZAEHLT, Art, Leserichtung

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from konzept.domain.einstellungen import Einstellungen
    from konzept.render.diff_inhalt_eintrag import Schreiber, Werte
    from konzept.reports.diff_werte import Aenderung, FeldAenderung, Seite, Vergleich

GANZES = "Der Plan als Ganzes"
"""The heading of what belongs to no Handlungsfeld."""

BILANZTITEL = dict.fromkeys(EINE_BILANZ, GEGENUEBERSTELLUNG) | {Leserichtung.GLEICH: "Umfang"}
"""The headings of the figures at the end where they are no balance."""

OHNE_ERSATZ = (Verbleibart.EINGESTELLT, Verbleibart.ERFOLGLOS, Verbleibart.NICHT_AUFGENOMMEN)
"""The kinds of Verbleib with which something ends before it is reached, and nothing takes its place."""

SCHWERPUNKTE = {
    Code.ABGESCHWAECHT: "Abgeschwächt",
    Code.TERMIN_VERSCHOBEN: "Termin verschoben",
    Code.TEILFRIST_VERSCHOBEN: "Teil eines Termins verschoben",
    Code.BEGINN_VERSCHOBEN: "Beginn verschoben",
    Code.FRIST_AUFGEGEBEN: "Frist aufgegeben",
    Code.TERMIN_ENTFALLEN: "Termin entfallen",
    Code.FEDERFUEHRUNG_ENTFALLEN: "Jetzt ohne Federführung",
    Code.FEDERFUEHRUNG_GEWECHSELT: "Federführung gewechselt",
    Code.ZIELWERT_GEAENDERT: "Zielwert geändert",
    Code.RHYTHMUS_GEAENDERT: "Rhythmus geändert",
    Code.TURNUS_GEAENDERT: "Turnus geändert",
    Code.FRIST_GESETZT: "Frist gesetzt",
    Code.VERBINDLICHER: "Verbindlicher",
}
"""The codes a council asks about, in the order in which it does: first what commits to less, then what to more."""


def inhalt(
    vergleich: Vergleich, einstellungen: Einstellungen, schreiber: Schreiber, *, alles: bool = False
) -> Werte:
    """Return everything a template of this comparison may print; ``alles`` lists also what is only counted."""
    return _Inhalt(vergleich, schreiber, alles).werte(einstellungen)


@dataclass(frozen=True, slots=True)
class _Inhalt:
    vergleich: Vergleich
    schreiber: Schreiber
    alles: bool

    def werte(self, einstellungen: Einstellungen) -> Werte:
        kapitel = self._kapitel()
        alt, neu = self.vergleich.alt, self.vergleich.neu
        return {
            "bericht": {
                "titel": ueberschrift_des(self.vergleich),
                "koerperschaft": einstellungen.koerperschaft or "",
                "herkunft": " · ".join(filter(None, (einstellungen.koerperschaft, einstellungen.land))),
                "seiten": [
                    {"name": seite.name, "wert": _seite(seite)} for seite in dict.fromkeys((alt, neu))
                ],
                "hinweise": hinweise(self.vergleich),
                "ausgelassen": _laesst_aus(kapitel),
                "worte": asdict(seitenworte(self.vergleich)),
                "rueckwaerts": self._rueckwaerts,
            },
            "kennzahlen": self._kennzahlen(),
            # backwards nothing was weakened or put off: what weighs most is told in the order of time
            "schwerpunkte": [] if self._rueckwaerts else list(self._schwerpunkte()),
            "kapitel": kapitel,
            "bilanz": {
                "titel": BILANZTITEL.get(self.vergleich.leserichtung, "Bilanz"),
                "tafeln": tafeln(self.vergleich),
                "offen": [{"id": eine.id, **self._verweis(eine, "")} for eine in self.vergleich.offen],
            },
            "gruende": [self.schreiber.satz(grund) for grund in self.vergleich.gruende],
            "ungelistet": [] if self.alles else list(self._ungelistet()),
        }

    @property
    def _rueckwaerts(self) -> bool:
        return self.vergleich.leserichtung is Leserichtung.RUECKWAERTS

    def _kennzahlen(self) -> Werte:
        """Count the fates on the lowest level that the plan has, so that each of its ids stands in one figure."""
        zaehlung = self.vergleich.zaehlung
        ebene = next((e for e in reversed(Ebene) if sum(zaehlung[e].values())), Ebene.MASSNAHME)
        zahlen = zaehlung[ebene]
        wer = anzahl_der(ebene, sum(zahlen.values()), self.vergleich.bezeichnungen)
        gleich = self.vergleich.leserichtung is Leserichtung.GLEICH
        return {
            "satz": f"{wer}:" if gleich else f"{wer} aus beiden Fassungen, jede einmal gezählt:",
            "zeilen": [
                {"zahl": str(zahlen[art]), "wort": artwort(art, self.vergleich), "art": art.value}
                for art in Art
                if zahlen[art]
            ],
        }

    def _schwerpunkte(self) -> Iterator[Werte]:
        def code(gesucht: Code) -> Callable[[Aenderung], FeldAenderung | None]:
            return lambda eine: next((feld for feld in eine.felder if feld.code is gesucht), None)

        yield from self._schwerpunkt("Verbleib offen", [(eine, "") for eine in self.vergleich.offen])
        for verbleib in OHNE_ERSATZ:
            fort = [(eine, "") for eine in self.vergleich.aenderungen if eine.grund is verbleib]
            yield from self._schwerpunkt(VERBLEIB_KURZ[verbleib].capitalize(), fort)
        for gesucht, titel in SCHWERPUNKTE.items():
            gefunden = ((eine, code(gesucht)(eine)) for eine in self.vergleich.aenderungen)
            worte = [(eine, _zusatz(feld, gesucht)) for eine, feld in gefunden if feld]
            yield from self._schwerpunkt(titel, worte)

    def _schwerpunkt(self, titel: str, eintraege: list[tuple[Aenderung, str]]) -> Iterator[Werte]:
        if eintraege:
            zeilen = [self._verweis(eine, zusatz) for eine, zusatz in eintraege]
            yield {"titel": titel, "zahl": str(len(zeilen)), "zeilen": zeilen}

    def _verweis(self, eine: Aenderung, zusatz: str) -> Werte:
        """Name an id where it does not stand under its parent, with the place in the document where it does."""
        if eine.ebene is Ebene.FASSUNG:
            return {"anker": _ebenenanker(eine.ebene), "name": GANZES, "unter": "", "zusatz": zusatz}
        name = f"{bezeichnung(eine, self.vergleich)} {in_quotes(eine.titel)}"
        eltern = eine.eltern_neu or eine.eltern_alt
        unter = None
        if eltern and eltern.nummer and eine.ebene is Ebene.MASSNAHME:
            unter = nummer_in(eltern.nummer, None if eine.eltern_neu else self.vergleich.alt.name)
        return {
            "anker": anker(eine.id),
            "name": self.schreiber.worte(name),
            "unter": f"unter {unter}" if unter else "",
            "zusatz": zusatz,
        }

    def _kapitel(self) -> list[Werte]:
        """Give the changes under the headings of the plan itself: chapters, in them blocks, in them entries."""
        nach_id = {eine.id: eine for eine in self.vergleich.aenderungen if eine.ebene is not Ebene.FASSUNG}
        gelistet = self.vergleich.liste(alles=self.alles)
        wege = [weg_zu(eine, nach_id) for eine in gelistet]
        gezeigt = frozenset(einer.id for weg in wege for einer in (*weg[:2], weg[-1]))
        schreiber = Eintragschreiber(self.vergleich, self.schreiber, gezeigt)
        kapitel: dict[str, Werte] = {}
        bloecke: dict[str, Werte] = {}
        for eine, weg in zip(gelistet, wege, strict=True):
            wurzel = weg[0]
            kopf = self._ueberschrift(wurzel.ebene)
            eigenes = kapitel.setdefault(
                kopf["anker"] if kopf else anker(wurzel.id),
                schreiber.eintrag(wurzel, gelistet=False) | kopf | {"zahl": 0, "bloecke": []},
            )
            eigenes["zahl"] += 1
            if eine is wurzel and eine.ebene is not Ebene.LEITZIEL:
                eigenes |= schreiber.eintrag(eine) | kopf
                continue
            oberstes = weg[1] if len(weg) > 1 else eine
            if oberstes.id not in bloecke:
                bloecke[oberstes.id] = schreiber.eintrag(oberstes, gelistet=False) | {"eintraege": []}
                eigenes["bloecke"].append(bloecke[oberstes.id])
            if oberstes is eine:
                bloecke[eine.id] |= schreiber.eintrag(eine)
            else:
                bloecke[oberstes.id]["eintraege"].append(schreiber.eintrag(eine))
        return list(kapitel.values())

    def _ueberschrift(self, ebene: Ebene) -> Werte:
        """Give the heading of a chapter that is no Handlungsfeld; nothing for one that is."""
        if ebene not in {Ebene.FASSUNG, Ebene.LEITZIEL}:
            return {}
        titel = GANZES if ebene is Ebene.FASSUNG else ebenenname(ebene, self.vergleich.bezeichnungen, 2)
        return {"anker": _ebenenanker(ebene), "bezeichnung": "", "titel": titel}

    def _ungelistet(self) -> Iterator[str]:
        zaehlung = self.vergleich.zaehlung
        for art in (eine for eine in Art if eine in NUR_GEZAEHLT):
            mengen = [
                anzahl_der(ebene, zaehlung[ebene][art], self.vergleich.bezeichnungen)
                for ebene in self.vergleich.bilanz
                if zaehlung[ebene][art]
            ]
            if mengen:
                yield f"{ARTEN[art]}: {aufzaehlung(mengen)}"


def _seite(seite: Seite) -> str:
    stand = f"{seite.titel} ({seite.art}, Stand {deutsche_zeit(seite.stand)})"
    return f"{stand}, {gitstand_in_worten(seite.gitstand)}" if seite.gitstand else stand


def _zusatz(feld: FeldAenderung, code: Code) -> str:
    """Return the remark of a field where it says more than the heading of its group."""
    worte = bemerkung(feld) or ""
    return "" if worte.casefold() == SCHWERPUNKTE[code].casefold() else worte


def _ebenenanker(ebene: Ebene) -> str:
    return f"ebene-{ebene.value}"


def _laesst_aus(kapitel: list[Werte]) -> bool:
    eintraege = [*kapitel]
    for eines in kapitel:
        for block in eines["bloecke"]:
            eintraege += [block, *block["eintraege"]]
    werte = [wert for eintrag in eintraege for feld in eintrag["felder"] for wert in feld["werte"]]
    return any(stueck["gleich"] for wert in werte for stueck in (*wert["alt"], *wert["neu"]))
