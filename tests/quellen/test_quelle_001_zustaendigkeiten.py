"""The bodies of the shipped plan against the source: none lost, none invented, roles as worded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .plan import FAKTEN, ZIELE_2020, register, soll_massnahmen, ziele

if TYPE_CHECKING:
    from .extract_facts import Tabelle

BINDEWOERTER = frozenset({"sowie", "insbesondere", "durch", "liegt"})
"""Words that join bodies and say nothing about them; all others must be found again in the data."""

FEDERFUEHREND, FOERDERND = "federfuehrend", "foerdernd"
VERBINDUNG = re.compile(
    r"(?P<federfuehrend>\bZusammenarbeit von\b)"
    r"|(?P<mitwirkend>\bin (?:Zusammenarbeit|Kooperation|Abstimmung)\b(?: mit den Fachbereichen:)?"
    r"|\bMitwirkung durch\b|\bmit(?= regionalem Netzwerk\b))"
    r"|(?P<unterstuetzend>\bmit Unterstützung\b)"
    r"|(?P<sicherstellend>\bSicherstellung:)"
    r"|(?P<traeger>\bTräger(?: der externen [^:]*)?:)"
)
"""The wordings that give a role to what follows; it is the role that keeps these words."""

FOERDERUNG = re.compile(r"Finanzierung|[Rr]ichtlinie")
EINGESCHOBEN = re.compile(r"(in Zusammenarbeit) (\([^)]*\))")
"""In 5.6 the bracket of the leading body slipped behind the connective."""

AUSLEGUNGEN = {
    ("2.6", "tmbjs"): "»TMBJS Fortbildungsangebote« steht ohne Verbindung in eigener Zeile",
    ("3.1", "weitere-akteurinnen"): "steht als »(und weitere)« da",
    ("5.5", "freistaat-thueringen"): "steht als »Landesmittel« da",
}
"""Where the data reads a cell further than its words go, and why it may."""

KREIS = "Ilm-Kreis"
"""An alias of the Landratsamt, and in most cells only the place."""

FUNKTIONSWOERTER = frozenset({"der", "des", "und", "für"})
ENDUNGEN = ("ern", "ers", "es", "en", "er", "em", "e", "s", "n")
STAMM_MINDESTENS = 3
WORT_MINDESTENS = 4

ZELLEN: list[tuple[str, int, list[str]]] = [
    (nummer, stelle, zeilen)
    for nummer, ziel in ZIELE_2020.items()
    for stelle, (_, _, zeilen) in enumerate(soll_massnahmen(ziel))
]
FAELLE = [pytest.param(*zelle, id=f"{zelle[0]}-{zelle[1] + 1}") for zelle in ZELLEN]


def stamm(wort: str) -> str:
    """Return ``wort`` case-folded without one ending of German inflection."""
    klein = wort.casefold()
    for endung in ENDUNGEN:
        if klein.endswith(endung) and len(klein) - len(endung) >= STAMM_MINDESTENS:
            return klein.removesuffix(endung)
    return klein


def staemme(text: str, mindestens: int = STAMM_MINDESTENS) -> set[str]:
    """Return the stems of the words of at least ``mindestens`` letters in ``text``, without articles."""
    woerter = (w for w in re.findall(r"[^\W\d_]+", text) if len(w) >= mindestens)
    return {stamm(w) for w in woerter if w not in FUNKTIONSWOERTER}


def folge(text: str) -> str:
    """Return the stems of all words of ``text`` in their order."""
    return " ".join(stamm(w) for w in re.findall(r"[^\W\d_]+", text))


def abschnitte(zeilen: list[str]) -> list[tuple[set[str], str]]:
    """Cut a cell at its connectives and return, for each piece, the roles it can give and its text.

    What stands before any connective leads. A new line starts afresh; whether it still stands under the
    connective of the line above is not said, except below "Träger …:", which heads a list. Who stands in a
    line that names money does not lead: they give it, or have the role that the line gives.
    """
    stuecke: list[tuple[set[str], str]] = []
    offen = FEDERFUEHREND
    for zeile in zeilen:
        text, laenge = EINGESCHOBEN.sub(r"\2 \1", zeile), len(stuecke)
        rollen, anfang = {offen} if offen == "traeger" else {FEDERFUEHREND, offen}, 0
        for treffer in VERBINDUNG.finditer(text):
            stuecke.append((rollen, text[anfang : treffer.start()]))
            offen = str(treffer.lastgroup)
            rollen, anfang = {offen}, treffer.end()
        stuecke.append((rollen, text[anfang:]))
        if FOERDERUNG.search(zeile):
            stuecke[laenge:] = [(r - {FEDERFUEHREND} | {FOERDERND}, t) for r, t in stuecke[laenge:]]
    return [(rollen, text) for rollen, text in stuecke if text.strip()]


def namen(akteur: str) -> list[str]:
    """Return name, kurz and aliasse of a body."""
    eintrag = register("akteure")[akteur]
    return [n for n in (eintrag["name"], eintrag.get("kurz"), *(eintrag.get("aliasse") or [])) if n]


def namen_mit_eltern(akteur: str) -> list[str]:
    """Return the names of a body and of all it belongs to."""
    eltern = register("akteure")[akteur].get("gehoert_zu")
    return namen(akteur) + (namen_mit_eltern(eltern) if eltern else [])


def zustaendigkeiten(massnahme: Tabelle) -> list[Tabelle]:
    """Return the Zuständigkeiten of ``massnahme`` in their long form."""
    return [
        {"akteur": z, "rolle": FEDERFUEHREND} if isinstance(z, str) else {"rolle": FEDERFUEHREND} | z
        for z in massnahme.get("zustaendigkeiten", [])
    ]


def gesagtes(massnahme: Tabelle) -> str:
    """Return all that the data says about who does ``massnahme`` and who pays for it."""
    teile: list[str] = list(massnahme.get("hinweise", []))
    for eintrag in zustaendigkeiten(massnahme):
        teile += [*namen_mit_eltern(eintrag["akteur"]), eintrag.get("hinweis", "")]
    for foerderung in massnahme.get("foerderungen", []):
        programm = register("foerderprogramme")[foerderung["programm"]]
        teile += [programm["name"], programm.get("geber", ""), programm.get("hinweis", "")]
        teile.append(foerderung.get("hinweis", ""))
    return " ".join(teile)


@pytest.mark.parametrize(("nummer", "stelle", "zeilen"), FAELLE)
def test_kein_wort_der_zelle_geht_verloren(nummer: str, stelle: int, zeilen: list[str]) -> None:
    """Each word of a cell is in a name, an alias, a Hinweis or a Förderung, or is kept as a role."""
    verlangt = staemme(VERBINDUNG.sub(" ", " ".join(zeilen)), WORT_MINDESTENS)
    gesagt = staemme(gesagtes(ziele("2020")[nummer]["massnahmen"][stelle]))
    assert verlangt - gesagt - {stamm(w) for w in BINDEWOERTER} == set()


def unbelegt(nummer: str, stelle: int, zeilen: list[str]) -> set[tuple[str, str]]:
    """Return the bodies (goal, id) that the cell does not name in a piece that gives their role."""
    stuecke = abschnitte(zeilen)
    return {
        (nummer, eintrag["akteur"])
        for eintrag in zustaendigkeiten(ziele("2020")[nummer]["massnahmen"][stelle])
        if not any(
            eintrag["rolle"] in rollen and staemme(name) <= staemme(text)
            for rollen, text in stuecke
            for name in namen(eintrag["akteur"])
        )
    }


@pytest.mark.parametrize(("nummer", "stelle", "zeilen"), FAELLE)
def test_jeder_akteur_steht_in_der_zelle_unter_seiner_rolle(
    nummer: str, stelle: int, zeilen: list[str]
) -> None:
    """Each body has a name whose words all stand in the cell, in a piece that gives the body's role."""
    assert unbelegt(nummer, stelle, zeilen) <= set(AUSLEGUNGEN)


def test_jede_auslegung_wird_gebraucht() -> None:
    """The list of readings is no longer than the data needs."""
    assert {paar for zelle in ZELLEN for paar in unbelegt(*zelle)} == set(AUSLEGUNGEN)


@pytest.mark.parametrize(("nummer", "stelle", "zeilen"), FAELLE)
def test_jede_genannte_rolle_hat_jemand(nummer: str, stelle: int, zeilen: list[str]) -> None:
    """A wording that gives a role gives it to some body; one that names money gives a Förderung."""
    massnahme = ziele("2020")[nummer]["massnahmen"][stelle]
    rollen = {z["rolle"] for z in zustaendigkeiten(massnahme)}
    zelle = " ".join(zeilen)
    assert {str(t.lastgroup) for t in VERBINDUNG.finditer(zelle)} <= rollen
    assert bool(massnahme.get("foerderungen")) == (FOERDERND in rollen) == bool(FOERDERUNG.search(zelle))


@pytest.mark.parametrize(("nummer", "stelle", "zeilen"), FAELLE)
def test_wer_mit_namen_dasteht_ist_zustaendig(nummer: str, stelle: int, zeilen: list[str]) -> None:
    """A body of the register whose name stands in a cell as it is has a part in the Maßnahme.

    Unless the name is part of another's who has ("Jobcenter" in "Fallmanagement des Jobcenters"), or of the
    Hinweis to one.
    """
    zelle = folge(" ".join(zeilen))
    beteiligt = zustaendigkeiten(ziele("2020")[nummer]["massnahmen"][stelle])
    gedeckt = [{*staemme(" ".join(namen(z["akteur"]))), *staemme(z.get("hinweis", ""))} for z in beteiligt]
    fehlend = {
        akteur
        for akteur in register("akteure")
        for name in namen(akteur)
        if name != KREIS and f" {folge(name)} " in f" {zelle} "
        if not any(staemme(name) <= menge for menge in gedeckt)
    }
    assert fehlend == set()


def test_foerderprogramme_stehen_bei_ihrer_massnahme() -> None:
    """Every programme from source 001 is used at the goal that its Fundstelle names, and no other is."""
    genutzt = {
        (foerderung["programm"], nummer)
        for nummer, ziel in ziele("2020").items()
        for massnahme in ziel["massnahmen"]
        for foerderung in massnahme.get("foerderungen", [])
    }
    fundstellen = {
        p: eintrag["fundstelle"].split(", ") for p, eintrag in register("foerderprogramme").items()
    }
    assert genutzt == {
        (p, ort[1].removeprefix("Handlungsziel ")) for p, ort in fundstellen.items() if ort[0] == "001"
    }


def test_ausgeschriebene_namen_stehen_im_abkuerzungsverzeichnis() -> None:
    """A body that cites the list of abbreviations bears a meaning from it."""
    for akteur, eintrag in register("akteure").items():
        if eintrag.get("quelle") == "001, Abkürzungsverzeichnis":
            gesagt = " ".join(namen(akteur))
            assert [
                lang for kurz, lang in FAKTEN["abkuerzungen"].items() if kurz in gesagt and lang in gesagt
            ]


def test_das_register_hat_nur_wer_gebraucht_wird() -> None:
    """The register holds what the cells name and what those bodies belong to, each name once."""
    massnahmen = [m for ziel in ziele("2020").values() for m in ziel["massnahmen"]]
    gebraucht = {z["akteur"] for m in massnahmen for z in zustaendigkeiten(m)}
    eltern = {eintrag.get("gehoert_zu", "") for eintrag in register("akteure").values()}
    assert set(register("akteure")) - gebraucht - eltern == set()
    genannt = [name for akteur in register("akteure") for name in {n.casefold() for n in namen(akteur)}]
    assert sorted(genannt) == sorted(set(genannt))
