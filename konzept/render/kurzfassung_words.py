"""What the short version says in words: what the plan is, how a field stands, what is overdue, who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Begriff
from konzept.domain.element import Ebene
from konzept.domain.fussnoten import ohne_fussnoten
from konzept.domain.saetze import erste_saetze
from konzept.domain.termin import TerminArt
from konzept.render.konzept_werte import geltung, vorgaengerzeile
from konzept.render.sachstandsbericht_words import AMPEL, meldungszahl
from konzept.render.words import anzahl, aufzaehlung, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from konzept.reports.konzept_bezuege import Verweis
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.kurzfassung import Kurzfassung, Kurzfeld
    from konzept.reports.sachstandsbericht_teile import Fristgruppe

TITEL_HOECHSTENS = 110
"""So many signs of a title stand in a list; the whole one is in the plan."""
SAETZE = 3
EINLEITUNG_HOECHSTENS = 560
"""So much of Leitbild or Vorwort tells what the plan is about."""
STELLEN_GENANNT = 8
AUSLASSUNG = " …"


def gekuerzt(text: str, hoechstens: int = TITEL_HOECHSTENS) -> str:
    """Return a text on one line, cut at a word where it is too long."""
    zeile = " ".join(text.split())
    if len(zeile) <= hoechstens:
        return zeile
    return zeile[: hoechstens - len(AUSLASSUNG) + 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + AUSLASSUNG


def art_und_geltung(konzept: Konzept) -> str:
    """Say what edition it is and from when to when it is in force."""
    rahmen = konzept.rahmen
    zeit = geltung(rahmen.gilt_von, rahmen.gilt_bis)
    return f"Kurzfassung: {rahmen.art}" + (f", gilt {zeit}" if zeit else "")


def einleitung(konzept: Konzept) -> str:
    """Return the first sentences of Leitbild or Vorwort, else nothing; what is left out shows as »…«.

    Notes have no room in what is short.
    """
    text = konzept.rahmen.leitbild or konzept.rahmen.vorwort or ""
    absatz = ohne_fussnoten(text).strip().split("\n\n", 1)[0]
    return gekuerzt(erste_saetze(absatz, SAETZE), EINLEITUNG_HOECHSTENS)


def vorgaengersatz(konzept: Konzept) -> str:
    """Say which Fassung it carries on; empty where it is the first."""
    return f"Vorgänger: {vorgaengerzeile(konzept.vorgaenger)}" if konzept.vorgaenger else ""


def umfang_des_feldes(feld: Kurzfeld, konzept: Konzept) -> str:
    """Count what a field holds: 5 Handlungsziele, 9 Maßnahmen."""
    ziel, massnahme = konzept.bezeichnungen[Begriff.HANDLUNGSZIEL], konzept.bezeichnungen[Begriff.MASSNAHME]
    zahl = len(feld.stand.massnahmen)
    teile = [anzahl(feld.ziele, ziel.einzahl, ziel.mehrzahl)] if feld.ziele else []
    teile.append(
        anzahl(zahl, massnahme.einzahl, massnahme.mehrzahl) if zahl else f"keine {massnahme.mehrzahl}"
    )
    return ", ".join(teile)


def stand_des_feldes(feld: Kurzfeld) -> str:
    """Count the words of the Ampel in a field, those that occur, and what is overdue: 3 im Plan, 1 verzögert."""
    worte = ", ".join(f"{zahl} {AMPEL[wort]}" for wort, zahl in feld.stand.je_wort.items() if zahl)
    if not feld.stand.ueberfaellig:
        return worte
    return f"{worte}; {anzahl(feld.stand.ueberfaellig, 'Frist überfällig', 'Fristen überfällig')}"


def weitere(uebrige: Sequence[Verweis], konzept: Konzept) -> str:
    """Count the entries of a field that are left out for want of space."""
    ziele = sum(one.ebene is Ebene.HANDLUNGSZIEL for one in uebrige)
    begriff = Begriff.HANDLUNGSZIEL if ziele else Begriff.MASSNAHME
    wort = konzept.bezeichnungen[begriff]
    return f"und {anzahl(ziele or len(uebrige), wort.einzahl, wort.mehrzahl)} mehr, siehe Plan"


def ueberfaelliges(bericht: Kurzfassung) -> str:
    """Say how many Fristen are overdue, and since when the oldest is."""
    zahlen = bericht.stand.zahlen
    if not zahlen.ueberfaellig:
        return "Überfällig ist keine Frist."
    erste = bericht.stand.ueberfaellig[0]
    wort = "Überfällig ist" if zahlen.ueberfaellig == 1 else "Überfällig sind"
    return (
        f"{wort} {anzahl(zahlen.ueberfaellig, 'Frist', 'Fristen')} ({meldungszahl(bericht.stand)}), "
        f"die älteste seit dem {kurzes_datum(erste.tage[0])}: {ort(erste)}."
    )


def ort(gruppe: Fristgruppe) -> str:
    """Name what a Frist belongs to by number and title."""
    return gekuerzt(f"{gruppe.eintrag.gliederung} {gruppe.eintrag.titel}".strip())


def nichts_kommt(bericht: Kurzfassung) -> str:
    """Say that no Frist comes up in the next period; empty where one does."""
    if bericht.stand.kommend:
        return ""
    return f"Bis zum {kurzes_datum(bericht.stand.zeitraum.bis)} steht keine Frist an."


def fortlaufend(bericht: Kurzfassung) -> str:
    """Say how many Maßnahmen run without an end, as far as their Termin says; empty where none does."""
    wort = bericht.konzept.bezeichnungen[Begriff.MASSNAHME]
    zeilen = [one.zeile for feld in bericht.stand.felder for one in feld.massnahmen]
    laufen = sum(any(teil.art is TerminArt.LAUFEND for teil in zeile.teile) for zeile in zeilen)
    if not laufen:
        return ""
    return f"Auf Dauer angelegt: {laufen} von {anzahl(len(zeilen), wort.einzahl, wort.mehrzahl)}."


def wer(bericht: Kurzfassung) -> str:
    """Name the bodies that lead most, with their figures, and count the others."""
    konzept = bericht.konzept
    wort = konzept.bezeichnungen[Begriff.MASSNAHME]
    if not bericht.fuehrende:
        return f"Für keine {wort.einzahl} ist eine federführende Stelle genannt."
    genannt = [
        f"{gekuerzt(one.akteur.name)} ({one.massnahmen})" for one in bericht.fuehrende[:STELLEN_GENANNT]
    ]
    uebrige = len(bericht.fuehrende) - len(genannt)
    if uebrige:
        genannt.append(anzahl(uebrige, "weitere Stelle", "weitere Stellen"))
    return f"Federführend, mit der Zahl der {wort.mehrzahl}: {aufzaehlung(genannt)}."


def beteiligte(bericht: Kurzfassung) -> str:
    """Count all bodies with a part; empty where they are those that lead."""
    alle = bericht.konzept.umfang.stellen
    if alle <= len(bericht.fuehrende):
        return ""
    return f"Insgesamt wirken {anzahl(alle, 'Stelle', 'Stellen')} mit."
