"""The balance of a comparison as tables for templates: what became of the old ids, where the new ones come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.diff_richtung import EINE_BILANZ
from konzept.render.diff_saetze import gegenueber, steht_in_neu
from konzept.render.diff_words import POSTEN, ebenenname
from konzept.reports.diff_bilanz import EBENEN, OFFEN
from konzept.reports.diff_werte import Art, Leserichtung, Rechenschaft

if TYPE_CHECKING:
    from konzept.domain.element import Ebene
    from konzept.render.diff_inhalt_eintrag import Werte
    from konzept.reports.diff_werte import Vergleich


def tafeln(vergleich: Vergleich) -> list[Werte]:
    """Return the balance of the old Fassung and of the new one, each with a column per level and its sum.

    The lowest level comes first: it is what a narrow screen shows, and what is asked for.

    A side that holds nothing has no table; nor has the new one if the old is partial, as then nobody knows
    what is new. Backwards, and of two states of one Fassung, one table sets both sides against each other.
    """
    if vergleich.leserichtung is Leserichtung.GLEICH:
        return []
    if vergleich.leserichtung in EINE_BILANZ:
        return [tafel for tafel in (_beide_seiten(vergleich),) if tafel]
    return [tafel for tafel in (_alte_seite(vergleich), _neue_seite(vergleich)) if tafel]


def _beide_seiten(vergleich: Vergleich) -> Werte | None:
    konten = {ebene: dict(gegenueber(vergleich, ebene)) for ebene in reversed(EBENEN)}
    konten = {ebene: konto for ebene, konto in konten.items() if any(konto.values())}
    worte = dict.fromkeys(wort for konto in konten.values() for wort in konto)
    zeilen = [_zeile(wort, [konto.get(wort, 0) for konto in konten.values()]) for wort in worte]
    summe = _zeile("zusammen", [sum(konto.values()) for konto in konten.values()])
    return _tafel(vergleich, ("Wo es steht", "Was in welcher Fassung steht"), list(konten), zeilen, summe)


def _alte_seite(vergleich: Vergleich) -> Werte | None:
    bilanz = {ebene: vergleich.bilanz[ebene] for ebene in reversed(EBENEN) if vergleich.bilanz[ebene].alt}
    zeilen = []
    for posten, wort in POSTEN.items():
        zahlen = [eine.posten.get(posten, 0) for eine in bilanz.values()]
        # that nothing is open is worth a row where somebody owed an account
        if any(zahlen) or (posten == OFFEN and vergleich.rechenschaft is Rechenschaft.VERBLEIB):
            worin = [eine.worin.get(posten, 0) if eine.posten.get(posten) else 0 for eine in bilanz.values()]
            zeilen.append(_zeile(wort, zahlen, [f"in {zahl}" if zahl else "" for zahl in worin]))
    name = vergleich.alt.name
    summe = _zeile(f"zusammen in {name}", [eine.alt for eine in bilanz.values()])
    return _tafel(vergleich, ("Verbleib", f"Was aus {name} wurde"), list(bilanz), zeilen, summe)


def _neue_seite(vergleich: Vergleich) -> Werte | None:
    if not vergleich.alt.vollstaendig:
        return None
    eigene = {
        ebene: [eine for eine in vergleich.aenderungen if eine.ebene is ebene and steht_in_neu(eine)]
        for ebene in reversed(EBENEN)
    }
    eigene = {ebene: liste for ebene, liste in eigene.items() if liste}
    gesamt = [len(liste) for liste in eigene.values()]
    neue = [[eine for eine in liste if eine.art is Art.NEU] for liste in eigene.values()]
    erben = [sum(bool(eine.herkunft) for eine in liste) for liste in neue]
    zeilen = [
        _zeile("fortgeführt", [alle - len(liste) for alle, liste in zip(gesamt, neue, strict=True)]),
        _zeile("neu, aus früheren hervorgegangen", erben),
        _zeile("neu, ohne Vorläufer", [len(liste) - erbe for liste, erbe in zip(neue, erben, strict=True)]),
    ]
    name = vergleich.neu.name
    summe = _zeile(f"zusammen in {name}", gesamt)
    return _tafel(vergleich, ("Herkunft", f"Woraus {name} besteht"), list(eigene), zeilen, summe)


def _tafel(
    vergleich: Vergleich, titel: tuple[str, str], ebenen: list[Ebene], zeilen: list[Werte], summe: Werte
) -> Werte | None:
    spalten = [ebenenname(ebene, vergleich.bezeichnungen, 2) for ebene in ebenen]
    if not ebenen:
        return None
    return {"titel": titel[1], "frage": titel[0], "spalten": spalten, "zeilen": zeilen, "summe": summe}


def _zeile(name: str, zahlen: list[int], zusaetze: list[str] | None = None) -> Werte:
    zusatz = zusaetze or [""] * len(zahlen)
    return {
        "name": name,
        "zahlen": [{"zahl": str(zahl), "zusatz": wort} for zahl, wort in zip(zahlen, zusatz, strict=True)],
    }
