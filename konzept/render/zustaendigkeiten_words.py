"""What the list of responsibilities and its letters say in words, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.akteur import Rolle
from konzept.domain.einstellungen import Begriff
from konzept.render.konzept_werte import geltung
from konzept.render.liste_words import LESARTEN, fristzeilen, gemeldet, vorbehalt
from konzept.render.sachstandsbericht_words import RHYTHMEN, langes_datum
from konzept.render.words import ROLLEN, anzahl, kurzes_datum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from konzept.domain.einstellungen import Bezeichnung
    from konzept.reports.liste import Listenzeile
    from konzept.reports.zustaendigkeiten_teile import Anteil, Stellenteil, Zustaendigkeiten

TITEL = "Wer für was zuständig ist"
LEGENDE = LESARTEN
OHNE_ANTEIL = "In dieser Fassung ist diese Stelle an nichts beteiligt."


def wort(liste: Zustaendigkeiten, begriff: Begriff = Begriff.MASSNAHME) -> Bezeichnung:
    """Return the county's word for a level."""
    return liste.bezeichnungen[begriff]


def zahl(liste: Zustaendigkeiten, menge: int) -> str:
    """Count Maßnahmen in the county's word."""
    begriff = wort(liste)
    return anzahl(menge, begriff.einzahl, begriff.mehrzahl)


def planname(liste: Zustaendigkeiten) -> str:
    """Name the plan, and its kind where the title does not say it."""
    rahmen = liste.fassung.rahmen
    art = "" if rahmen.art.casefold() in rahmen.titel.casefold() else rahmen.art
    return ", ".join(filter(None, (rahmen.titel, art)))


def rollenwort(anteil: Anteil) -> str:
    """Name what a body does in a Maßnahme, with the remark of the plan: mitwirkend (Räume)."""
    rollen = ", ".join(ROLLEN[rolle] for rolle in anteil.rollen)
    return f"{rollen} ({'; '.join(anteil.hinweise)})" if anteil.hinweise else rollen


def rollenzeile(anteil: Anteil) -> str:
    """Say what a body does where that is not only to lead, and who leads where others do; else empty."""
    if anteil.leitet:
        mit = len(anteil.rollen) > 1 or bool(anteil.hinweise)
        return rollenwort(anteil) if mit else ""
    fuehrende = ", ".join(anteil.zeile.federfuehrend)
    wer = f"federführend: {fuehrende}" if fuehrende else "niemand ist als federführend genannt"
    return f"{rollenwort(anteil)}; {wer}"


def gemeinsam(anteil: Anteil, eigener: str) -> str:
    """Name who leads together with a body; empty where it leads alone or not at all."""
    andere = [
        one.kurz for one in anteil.zeile.akteure if one.rolle is Rolle.FEDERFUEHREND and one.id != eigener
    ]
    return f"gemeinsam mit: {', '.join(dict.fromkeys(andere))}" if anteil.leitet and andere else ""


def frist(zeile: Listenzeile, stichtag: date) -> tuple[str, ...]:
    """Give the Frist to look at first and how it stands."""
    return fristzeilen(zeile, stichtag)


def meldung(zeile: Listenzeile) -> tuple[str, ...]:
    """Give the state reported last with its day, what it announces, and that somebody was asked since in vain."""
    stand, am = gemeldet(zeile.letzte, zeile.antwort)
    satz, neu = vorbehalt(zeile)
    gefragt = zeile.letzte is not None and zeile.antwort is not None and zeile.letzte is not zeile.antwort
    return tuple(
        filter(
            None,
            (
                f"{stand} ({am})" if am else stand,
                f"neuer Termin: {neu}" if neu else "",
                satz,
                f"am {kurzes_datum(zeile.letzte.am)} keine Rückmeldung" if gefragt and zeile.letzte else "",
            ),
        )
    )


def stellenzusatz(teil: Stellenteil) -> str:
    """Say where a body belongs, and since and until when it is there."""
    akteur = teil.akteur
    kurz = akteur.kurz if akteur.kurz and akteur.kurz not in akteur.name else ""
    haus = f"gehört zu: {teil.gehoert_zu}" if teil.gehoert_zu else ""
    zeit = geltung(akteur.gueltig_von, akteur.gueltig_bis)
    return "; ".join(filter(None, (kurz, haus, f"besteht {zeit}" if zeit else "", akteur.hinweis)))


def aufgeloest(teil: Stellenteil) -> str:
    """Say that a body is no longer there and who is asked instead; empty while it is there."""
    if not teil.aufgeloest:
        return ""
    bis = geltung(None, teil.akteur.gueltig_bis)
    if teil.nachfolge is None:
        return f"Diese Stelle bestand nur {bis}; wer ihr nachfolgt, ist nicht angegeben."
    return f"Diese Stelle bestand nur {bis}. Nachfolge: {teil.nachfolge.name}; dorthin geht die Frage nach dem Stand."


def summenzeile(liste: Zustaendigkeiten, teil: Stellenteil) -> str:
    """Count what a body carries: federführend für 3 Maßnahmen, beteiligt an 2."""
    saetze = [
        f"federführend für {zahl(liste, len(teil.federfuehrend))}" if teil.federfuehrend else "",
        f"beteiligt an {zahl(liste, len(teil.beteiligt))}" if teil.beteiligt else "",
    ]
    return ", ".join(filter(None, saetze)) or OHNE_ANTEIL


def kopfsatz(liste: Zustaendigkeiten) -> str:
    """Say how many bodies carry how many Maßnahmen, and up to when one knew."""
    alle = {anteil.zeile.id for teil in liste.stellen for anteil in teil.anteile}
    stellen = anzahl(len(liste.stellen), "Stelle", "Stellen")
    bekannt = f"bekannt ist, was bis zum {kurzes_datum(liste.stichtag)} gemeldet war"
    return f"{stellen} mit {zahl(liste, len(alle))}; {bekannt}."


def zaehlhinweis(liste: Zustaendigkeiten) -> str:
    """Say that Maßnahmen of several bodies stand at each."""
    rhythmus = RHYTHMEN[liste.rhythmus]
    return f"Was mehrere Stellen tragen, steht bei jeder. Nach dem Stand wird {rhythmus} gefragt."


def ohne_satz(liste: Zustaendigkeiten) -> str:
    """Head the Maßnahmen that nobody carries; a Fassung known in parts may well have named somebody."""
    if liste.fassung.rahmen.vollstaendig:
        return "Hier nennt der Plan niemanden:"
    return "Hier ist nicht belegt, wer zuständig ist:"


def bis_wann(liste: Zustaendigkeiten) -> str:
    """Write the next Stichtag as in a letter: 31. Dezember 2025."""
    return langes_datum(liste.naechster_stichtag)


def namen(stellen: Sequence[str]) -> str:
    """Join names in quotes: »A«, »B« und »C«."""
    zitiert = [f"»{name}«" for name in stellen]
    return " und ".join(filter(None, [", ".join(zitiert[:-1]), *zitiert[-1:]]))
