"""The letter to one body: what it is asked, by when and by whom; then its Maßnahmen, and room for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.sachstand import Stand
from konzept.render.konzept_werte import geltung
from konzept.render.schriftstueck import (
    Absatzart,
    Lauf,
    Liste,
    Metadaten,
    Schriftstueck,
    Seitenumbruch,
    Ueberschrift,
    absatz,
    worte,
)
from konzept.render.words import STAENDE, kurzes_datum
from konzept.render.zustaendigkeiten_schriftstueck import teil_bloecke
from konzept.render.zustaendigkeiten_tafeln import antwortbogen
from konzept.render.zustaendigkeiten_words import LEGENDE, bis_wann, namen, planname, wort, zahl
from konzept.reports.due_gruppe import Gruppe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.render.schriftstueck import Block
    from konzept.reports.zustaendigkeiten_teile import Anschreiben, Anteil

TITEL = "Bitte um Ihren Sachstand"
OHNE_STELLE = "Ihre Antwort geht an die Stelle, von der Sie dieses Schreiben haben."


def anschreiben_schriftstueck(brief: Anschreiben) -> Schriftstueck:
    """Return the letter as a document. It names offices, never persons: who signs adds that in the document itself."""
    liste = brief.liste
    stichtag = (
        f"Bekannt bis {kurzes_datum(liste.stichtag)}, Antwort bis {kurzes_datum(liste.naechster_stichtag)}"
    )
    return Schriftstueck(
        titel=TITEL,
        bloecke=tuple(_bloecke(brief)),
        untertitel=planname(liste),
        metadaten=Metadaten(
            koerperschaft=" · ".join(filter(None, (liste.anlaufstelle, liste.koerperschaft))),
            stand=stichtag,
            beschreibung=f"{TITEL}: {brief.empfaenger.name}",
            datum=liste.stichtag,
        ),
        kopfzeile=f"{TITEL} · {brief.empfaenger.name}",
        fusszeile=liste.koerperschaft or "",
    )


def _bloecke(brief: Anschreiben) -> Iterator[Block]:
    yield absatz("An: ", Lauf(brief.empfaenger.name, fett=True))
    if brief.gehoert_zu:
        yield absatz(brief.gehoert_zu, art=Absatzart.KLEIN)
    yield from _brief(brief)
    yield Seitenumbruch()
    yield from _liste(brief)
    offene = _offene(brief)
    if offene:
        yield Ueberschrift(1, worte("Ihre Antwort"))
        yield absatz("Sie können diesen Bogen ausfüllen oder in eigener Form antworten.")
        yield antwortbogen(brief.liste, offene)
    yield from _staende(brief)


def _brief(brief: Anschreiben) -> Iterator[Block]:
    liste = brief.liste
    leitet, beteiligt = _leitet(brief), _beteiligt(brief)
    yield absatz("Guten Tag,")
    yield absatz(
        f"{_anteil(brief, len(leitet), len(beteiligt))} Für den nächsten Bericht bitten wir um Ihre Hilfe."
    )
    yield absatz(Lauf(f"Bitte schreiben Sie uns bis zum {bis_wann(liste)}, wie der Stand ist.", fett=True))
    yield from _vorgaenger(brief)
    if leitet:
        yield absatz("Wo Sie federführend sind, genügen jeweils drei Angaben:")
        fragen = (
            f"der Stand: {_wortliste()};",
            "in höchstens drei Sätzen, was seit der letzten Meldung geschehen ist;",
            "wann eine Frist erfüllt war, oder bis wann Sie jetzt damit rechnen.",
        )
        yield Liste(tuple((absatz(frage),) for frage in fragen), nummeriert=True)
    yield from (absatz(satz) for satz in _hinweise(brief))
    yield absatz(_wohin(brief))
    yield absatz("Vielen Dank für Ihre Arbeit und für Ihre Antwort.")
    gruss = "\n".join(filter(None, (liste.anlaufstelle, liste.koerperschaft)))
    yield absatz("Mit freundlichen Grüßen" + (f"\n\n{gruss}" if gruss else ""))


def _anteil(brief: Anschreiben, leitet: int, beteiligt: int) -> str:
    """Say why this body is asked; the words fit whatever a county calls its Maßnahmen."""
    plan, liste = f"»{planname(brief.liste)}«", brief.liste
    if brief.eigener is None:
        return f"im {plan} steht eine Stelle, als deren Nachfolge Sie angegeben sind."
    leitend = f"für {zahl(liste, leitet)} federführend" if leitet else ""
    dabei = f"an {zahl(liste, beteiligt)} beteiligt" if beteiligt else ""
    return f"im {plan} sind Sie {' und '.join(filter(None, (leitend, dabei)))}."


def _wortliste() -> str:
    gefragt = [name for stand, name in STAENDE.items() if stand is not Stand.KEINE_RUECKMELDUNG]
    return f"{', '.join(gefragt[:-1])} oder {gefragt[-1]}"


def _vorgaenger(brief: Anschreiben) -> Iterator[Block]:
    """Say whose place the body has taken, and that its Maßnahmen are among those asked for."""
    for teil in brief.uebernommen:
        name, bis = f"»{teil.akteur.name}«", geltung(None, teil.akteur.gueltig_bis)
        menge = zahl(brief.liste, len(teil.anteile))
        yield absatz(
            f"{name} bestand nur {bis}. Als Nachfolge sind Sie angegeben; deshalb fragen wir Sie nach dem, was der "
            f"Plan noch unter dem alten Namen führt ({menge}). Stimmt das nicht, sagen Sie uns bitte, wer dafür "
            "zuständig ist.",
            art=Absatzart.VERMERK,
        )


def _hinweise(brief: Anschreiben) -> Iterator[str]:
    """Give what helps to answer, as far as it concerns this body."""
    liste, leitet = brief.liste, _leitet(brief)
    fertige = sum(anteil.abgeschlossen for anteil in leitet)
    spaete = sum(
        anteil.zeile.frist is not None and anteil.zeile.frist.gruppe is Gruppe.UEBERFAELLIG
        for anteil in leitet
        if not anteil.abgeschlossen
    )
    if spaete:
        yield (
            f"Bei {zahl(liste, spaete)} ist eine Frist vorbei und noch nicht als erfüllt gemeldet. Sehen Sie bitte "
            "dort zuerst nach; vielleicht fehlt uns nur die Nachricht."
        )
    if fertige:
        yield (
            f"Schon als umgesetzt oder entfallen gemeldet: {zahl(liste, fertige)}. Dazu brauchen wir nur Nachricht, "
            "wenn sich etwas geändert hat."
        )
    if _beteiligt(brief):
        yield (
            "Wo Sie beteiligt sind, meldet die federführende Stelle den Stand. Schreiben Sie uns gern, was Ihnen "
            "dazu wichtig ist."
        )
    if brief.eigens:
        stellen = namen([akteur.name for akteur in brief.eigens])
        yield f"{stellen} {'erhält ein eigenes' if len(brief.eigens) == 1 else 'erhalten je ein eigenes'} Schreiben."


def _wohin(brief: Anschreiben) -> str:
    liste = brief.liste
    stelle = ", ".join(filter(None, (liste.anlaufstelle, liste.koerperschaft)))
    wohin = f"Ihre Antwort geht an: {stelle}." if liste.anlaufstelle else OHNE_STELLE
    return (
        f"{wohin} Berichte werden veröffentlicht; nennen Sie deshalb bitte Ämter und Stellen, keine Namen von "
        "Personen."
    )


def _liste(brief: Anschreiben) -> Iterator[Block]:
    mehrzahl = wort(brief.liste).mehrzahl
    if brief.eigener:
        yield Ueberschrift(1, worte(f"Ihre {mehrzahl}"))
        yield from teil_bloecke(brief.liste, brief.eigener, 2)
    for teil in brief.uebernommen:
        yield Ueberschrift(1, worte(f"Von »{teil.akteur.name}« übernommen"))
        yield from teil_bloecke(brief.liste, teil, 2)
    if any(anteil.zeile.frist and anteil.zeile.frist.mehrdeutig for anteil in _alle(brief)):
        yield absatz(LEGENDE, art=Absatzart.KLEIN)


def _staende(brief: Anschreiben) -> Iterator[Block]:
    erklaert = [
        (STAENDE[stand], text)
        for stand, text in brief.liste.staende.items()
        if stand is not Stand.KEINE_RUECKMELDUNG
    ]
    if erklaert:
        yield Ueberschrift(1, worte("Was die Stände bedeuten"))
        yield Liste(tuple((absatz(Lauf(name, fett=True), f": {text}"),) for name, text in erklaert))


def _alle(brief: Anschreiben) -> list[Anteil]:
    return [anteil for teil in brief.teile for anteil in teil.anteile]


def _leitet(brief: Anschreiben) -> list[Anteil]:
    """Give each Maßnahme once that the body leads, in its own name or in that of one before it."""
    return list({anteil.zeile.id: anteil for anteil in _alle(brief) if anteil.leitet}.values())


def _beteiligt(brief: Anschreiben) -> list[Anteil]:
    """Give each Maßnahme once that it is only involved in."""
    geleitet = {anteil.zeile.id for anteil in _leitet(brief)}
    return list({a.zeile.id: a for a in _alle(brief) if a.zeile.id not in geleitet}.values())


def _offene(brief: Anschreiben) -> list[Anteil]:
    return [anteil for anteil in _leitet(brief) if not anteil.abgeschlossen]
