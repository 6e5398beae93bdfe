"""The suggested pairing as plain text: each pair with its likeness, its place in the files and the lines to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.element import Ebene
from konzept.domain.verbleib import Verbleibart
from konzept.render.absatz import SCHMAL, absatz, geschuetzt, ueberschrift
from konzept.render.diff_vorschlag_yaml import BITTE_PRUEFEN, id_zeilen, verbleib_zeilen
from konzept.render.diff_words import anzahl_der, ebenenname, ort
from konzept.render.table import visible
from konzept.render.words import aufzaehlung

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.reports.diff_vorschlag_werte import Einfuegung, Kandidat, Paar, Vorschlag, Wertung
    from konzept.reports.diff_werte import Ort

_EBENEN = (Ebene.LEITZIEL, Ebene.HANDLUNGSFELD, Ebene.HANDLUNGSZIEL, Ebene.MASSNAHME)


def vorschlag_text(vorschlag: Vorschlag, *, alles: bool = False, breite: int = 80) -> str:
    """Return the suggestion as text with a line feed at the end; ``alles`` names also what is new without counterpart.

    Sentences are wrapped to ``breite`` columns (at least 60). Lines to paste are not: they stand as in the files.
    """
    schreiber = _Schreiber(vorschlag, max(breite, SCHMAL))
    teile = [schreiber.kopf(), *schreiber.paare(), *schreiber.verbleib(), schreiber.neue(alles=alles)]
    return "\n\n".join("\n".join(teil) for teil in teile if teil) + "\n"


def zahl(promille: int) -> str:
    """Write a likeness with two places; 1,00 is nothing less than the same."""
    return f"{promille // 10 / 100:.2f}".replace(".", ",")


class _Schreiber:
    def __init__(self, vorschlag: Vorschlag, breite: int) -> None:
        self._vorschlag = vorschlag
        self._bezeichnungen = vorschlag.bezeichnungen
        self._breite = breite

    def kopf(self) -> list[str]:
        """Write what this is, and that nobody has decided it yet."""
        alt, neu = self._vorschlag.alt, self._vorschlag.neu
        zeilen = ueberschrift(f"Vorschlag zu den Fassungen {alt} und {neu}", self._breite, "=")
        anzahl = len(self._vorschlag.paare)
        if anzahl:
            paare = "1 Paar" if anzahl == 1 else f"{anzahl} Paare"
            satz = (
                f"{paare}, nach Titel, Text, Stellen und Ort erraten: {BITTE_PRUEFEN}, eines nach dem anderen. Trifft "
                f"eines zu, bekommt der Eintrag in {neu} die id aus {alt}; erst dann vergleicht »konzept diff« die "
                "beiden. Die freistehenden Zeilen sind zum Einfügen, mit ihrer Einrückung. Die Zeilennummern gelten, "
                "solange noch nichts eingefügt ist; fangen Sie also in jeder Datei unten an."
            )
        elif self._vorschlag.offen_alt and self._vorschlag.offen_neu:
            satz = "Kein Paar: Nichts davon, was in der anderen Fassung fehlt, ist sich ähnlich genug."
        else:
            satz = "Kein Paar: Auf einer Seite ist nichts offen, das ein Gegenstück haben könnte."
        zeilen += ["", *absatz(satz, self._breite)]
        if self._vorschlag.zu_gross:
            namen = aufzaehlung(
                [ebenenname(ebene, self._bezeichnungen, 2) for ebene in self._vorschlag.zu_gross]
            )
            zeilen += ["", *absatz(f"Nicht verglichen, weil es zu viele sind: {namen}.", self._breite)]
        return zeilen

    def paare(self) -> Iterable[list[str]]:
        """Write each pair as a block, level by level."""
        for ebene in _EBENEN:
            paare = [paar for paar in self._vorschlag.paare if paar.ebene is ebene]
            if paare:
                yield ueberschrift(ebenenname(ebene, self._bezeichnungen, 2), self._breite, "-")
            for paar in paare:
                yield self._paar(paar)

    def _paar(self, paar: Paar) -> list[str]:
        alt, neu = self._vorschlag.alt, self._vorschlag.neu
        zeilen = absatz(f"{alt}: {self._ort(paar.alt)}{self._unter(paar.eltern_alt)}", self._breite, 0, 2)
        zeilen += absatz(f"{neu}: {self._ort(paar.neu)}{self._unter(paar.eltern_neu)}", self._breite, 0, 2)
        zeilen += absatz(
            f"Ähnlichkeit {zahl(paar.wertung.gesamt)}, {geschuetzt(BITTE_PRUEFEN)} ({_merkmale(paar.wertung)})",
            self._breite,
            2,
        )
        for kandidat, fassung in ((paar.auch_neu, neu), (paar.auch_alt, alt)):
            if kandidat:
                zeilen += absatz(f"auch denkbar in {self._kandidat(kandidat, fassung)}", self._breite, 2, 4)
        return [*zeilen, *self._einfuegen(paar)]

    def _einfuegen(self, paar: Paar) -> list[str]:
        stelle = f"{visible(paar.stelle.datei)}:{paar.stelle.zeile}"
        einfuegung = paar.einfuegung
        if einfuegung is None:
            return [f"  {stelle}", f"  von Hand die id »{paar.alt.id}« und »erschlossen: true« eintragen"]
        was = "in der Klammer statt" if einfuegung.geklammert else "statt der Zeile mit"
        # as what is to be pasted, neither a path nor an id is broken into two lines
        zeilen = [f"  {stelle}", f"  {was} »id: {visible(einfuegung.id.statt)}«:"]
        zeilen += ["", *map(visible, id_zeilen(einfuegung))]
        if einfuegung.weitere:
            zeilen += ["", *self._weitere(einfuegung)]
        return zeilen

    def _weitere(self, einfuegung: Einfuegung) -> list[str]:
        """Write where else the id stands that is given up, file by file."""
        wechsel: dict[tuple[str, str], dict[str, list[int]]] = {}
        for eine in einfuegung.weitere:
            dateien = wechsel.setdefault((eine.statt, eine.text), {})
            dateien.setdefault(eine.stelle.datei, []).append(eine.stelle.zeile)
        zeilen: list[str] = []
        for (statt, text), dateien in wechsel.items():
            zeilen.append(f"  dazu »{visible(statt)}« zu »{visible(text)}« ändern in:")
            for datei, nummern in dateien.items():
                stellen = ", ".join(map(str, nummern))
                zeilen.append(f"    {visible(datei)}: Zeile {stellen}")
        return zeilen

    def _ort(self, einer: Ort) -> str:
        return ort(einer, self._bezeichnungen)

    def _unter(self, eltern: Ort | None) -> str:
        if eltern is None:
            return ""
        name = " ".join(filter(None, [ebenenname(eltern.ebene, self._bezeichnungen), eltern.nummer]))
        return f", unter {geschuetzt(name)}"

    def _kandidat(self, kandidat: Kandidat, fassung: str) -> str:
        name = f"{fassung}: {self._ort(kandidat.ort)}{self._unter(kandidat.eltern)}"
        return f"{name} {geschuetzt(f'({zahl(kandidat.gesamt)})')}"

    def verbleib(self) -> Iterable[list[str]]:
        """Write what has no counterpart in the new Fassung, and the Verbleib to paste."""
        offen, alt, neu = self._vorschlag.offen_alt, self._vorschlag.alt, self._vorschlag.neu
        if not offen:
            return
        yield ueberschrift(f"Ohne Gegenstück in {neu}", self._breite, "-")
        geruest = self._vorschlag.geruest
        if geruest is None:
            yield self._liste(offen, alt)
            return
        arten = aufzaehlung([f"»{art.value}«" for art in Verbleibart])
        wo = "von Hand in den Verbleib, der dort in Klammern steht:"
        if geruest.zeile is not None:
            wo = f"hinter Zeile {geruest.zeile}:"
        satz = (
            f"Was daraus geworden ist, steht im Verbleib; »{Verbleibart.NICHT_AUFGENOMMEN.value}« heißt, dass der "
            f"Grund nicht belegt ist. {BITTE_PRUEFEN.capitalize()}: Möglich sind {arten}."
        )
        yield [*absatz(satz, self._breite), f"  {visible(geruest.datei)}", f"  {wo}"]
        yield [visible(zeile) for zeile in verbleib_zeilen(geruest, self._bezeichnungen)]

    def neue(self, *, alles: bool) -> list[str]:
        """Write how much is new without a counterpart; on demand also what."""
        offen, alt = self._vorschlag.offen_neu, self._vorschlag.alt
        if not offen:
            return []
        mengen = [
            anzahl_der(ebene, sum(einer.ebene is ebene for einer in offen), self._bezeichnungen)
            for ebene in _EBENEN
            if any(einer.ebene is ebene for einer in offen)
        ]
        if not alles:
            satz = f"Neu, ohne Gegenstück in {alt} (mit --alles zu sehen): {aufzaehlung(mengen)}."
            return absatz(satz, self._breite)
        zeilen = absatz(f"Neu, ohne Gegenstück in {alt}: {aufzaehlung(mengen)}.", self._breite)
        return [*zeilen, *self._liste(offen, self._vorschlag.neu)]

    def _liste(self, orte: Iterable[Ort], fassung: str) -> list[str]:
        zeilen: list[str] = []
        for einer in orte:
            zeilen += absatz(f"{einer.id}: {ort(einer, self._bezeichnungen, fassung)}", self._breite, 2, 4)
        return zeilen


def _merkmale(wertung: Wertung) -> str:
    werte = {"Titel": wertung.titel, "Text": wertung.text, "Stellen": wertung.akteure, "Ort": wertung.ort}
    return ", ".join(
        f"{geschuetzt(f'{name} {zahl(wert)}')}" for name, wert in werte.items() if wert is not None
    )
