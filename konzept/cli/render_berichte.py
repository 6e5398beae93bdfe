"""The reports that documents are made of, each with the imports that only it needs, and what is open in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.render_auftrag import OffeneBilanz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.cli.render_auftrag import Auftrag
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.beschlussvorlage import Beschlussvorlage
    from konzept.reports.evaluation_teile import Evaluation
    from konzept.reports.konzept_teile import Konzept
    from konzept.reports.kurzfassung import Kurzfassung
    from konzept.reports.massnahmenblatt import Massnahmenblaetter
    from konzept.reports.sachstandsbericht_teile import Sachstandsbericht
    from konzept.reports.sprachfassung import Sprachfassung
    from konzept.reports.synopse_werte import Synopse
    from konzept.reports.verbleib_teile import Verbleibbericht
    from konzept.reports.zustaendigkeiten_teile import Zustaendigkeiten


def konzept(auftrag: Auftrag) -> Konzept:
    """Return the plan as a whole."""
    from konzept.reports.konzept import konzeptbericht

    return konzeptbericht(auftrag.plan, auftrag.fassung, auftrag.stichtag)


def massnahmenblaetter(auftrag: Auftrag) -> Massnahmenblaetter:
    """Return one sheet per Maßnahme, of all or of those chosen."""
    from konzept.reports.massnahmenblatt import massnahmenblaetter

    return massnahmenblaetter(
        auftrag.plan,
        auftrag.fassung,
        auftrag.stichtag,
        massnahmen=auftrag.massnahmen,
        akteur=auftrag.akteur,
    )


def kurzfassung(auftrag: Auftrag) -> Kurzfassung:
    """Return the plan on two pages."""
    from konzept.reports.kurzfassung import kurzfassung

    return kurzfassung(auftrag.plan, auftrag.fassung, auftrag.stichtag)


def zustaendigkeiten(auftrag: Auftrag) -> Zustaendigkeiten:
    """Return who does what, of all bodies or of one."""
    from konzept.reports.zustaendigkeiten import zustaendigkeiten

    return zustaendigkeiten(auftrag.plan, auftrag.fassung, auftrag.stichtag, auftrag.akteur)


def zeitplan(auftrag: Auftrag) -> Zeitplandokument:
    """Return when what is due, with the county's names of the levels."""
    from konzept.render.zeitplan_zellen import Zeitplandokument
    from konzept.reports.zeitplan import zeitplan

    return Zeitplandokument(
        zeitplan(auftrag.plan, auftrag.fassung, auftrag.stichtag), auftrag.plan.einstellungen
    )


def beschlussvorlage(auftrag: Auftrag) -> Beschlussvorlage:
    """Return what the council is to decide on."""
    from konzept.reports.beschlussvorlage import beschlussvorlage

    return beschlussvorlage(auftrag.plan, auftrag.fassung)


def sachstandsbericht(auftrag: Auftrag) -> Sachstandsbericht:
    """Return how things stand."""
    from konzept.reports.sachstandsbericht import sachstandsbericht

    return sachstandsbericht(auftrag.plan, auftrag.fassung, auftrag.stichtag, auftrag.seit)


def synopse(auftrag: Auftrag) -> Synopse:
    """Lay the Fassung against the one named or its Vorgänger; a wrong call without one, or against itself."""
    from konzept.cli.surface.failure import WrongCall
    from konzept.reports.synopse import synopse

    gegen = auftrag.gegen or auftrag.plan.vorgaenger(auftrag.fassung)
    if gegen is None:
        raise WrongCall(
            f"Die Fassung {auftrag.fassung.id} nennt keinen Vorgänger, dem sie gegenübergestellt werden könnte.",
            "Nennen Sie mit »--gegen« die ältere Fassung.",
        )
    if gegen.id == auftrag.fassung.id:
        raise WrongCall(
            "Eine Fassung steht nicht gegen sich selbst.", "Nennen Sie mit »--gegen« eine andere."
        )
    return synopse(auftrag.plan, gegen, auftrag.fassung)


def offen_in_synopse(bericht: Synopse) -> Iterator[OffeneBilanz]:
    """Give the balance of a Synopse if it is open."""
    vergleich = bericht.vergleich
    ids = tuple(eine.id for eine in vergleich.offen)
    if ids:
        yield OffeneBilanz(vergleich.alt.name, vergleich.neu.name, ids)


def verbleib(auftrag: Auftrag) -> Verbleibbericht:
    """Return the account of what was not carried over."""
    from konzept.reports.verbleib import verbleib

    return verbleib(auftrag.plan, auftrag.fassung)


def offen_im_verbleib(bericht: Verbleibbericht) -> Iterator[OffeneBilanz]:
    """Give the balance over each earlier Fassung that is open."""
    for abschnitt in bericht.abschnitte:
        ids = tuple(alte.ort.id for alte in abschnitt.offene())
        if ids:
            yield OffeneBilanz(abschnitt.alt.name, bericht.fassung.id, ids)


def evaluation(auftrag: Auftrag) -> Evaluation:
    """Return what is reached."""
    from konzept.reports.evaluation import evaluation

    return evaluation(auftrag.plan, auftrag.fassung, auftrag.stichtag)


def sprachfassung(auftrag: Auftrag) -> Sprachfassung:
    """Collect the texts in one language; a wrong call without one, or for one in which nothing is written."""
    from konzept.cli.surface.failure import WrongCall
    from konzept.render.sprachfassung_words import standsatz
    from konzept.reports.sprachfassung import sprachfassung, sprachstaende

    staende = sprachstaende(auftrag.fassung)
    if auftrag.sprache is None or auftrag.sprache not in {stand.sprache for stand in staende}:
        raise WrongCall(
            f"Auf »{auftrag.sprache}« gibt es keinen Text der Fassung {auftrag.fassung.id}."
            if auftrag.sprache
            else "Eine Sprachfassung braucht »--sprache«.",
            f"Vorhanden: {'; '.join(map(standsatz, staende))}."
            if staende
            else "Noch ist nichts übertragen; Texte stehen unter »leichte_sprache: …« und »texte: {en: …}«.",
        )
    return sprachfassung(auftrag.plan, auftrag.fassung, auftrag.sprache)


def luecken_der_sprachfassung(bericht: Sprachfassung) -> str:
    """Name what is not written in the language."""
    from konzept.render.sprachfassung_words import luecken, lueckensatz

    return "".join(f"{zeile}\n" for zeile in (lueckensatz(bericht), *luecken(bericht)) if zeile)
