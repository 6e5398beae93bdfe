"""How the answer of ``due`` leaves the program: in its format, at its place, for one reader or for every body."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.domain.akteur import Akteur
    from konzept.domain.einstellungen import Einstellungen
    from konzept.domain.handlungsfeld import Handlungsfeld
    from konzept.domain.plan import Plan
    from konzept.reports.due import Duebericht
    from konzept.reports.due_fassung import Wahlgrund
    from konzept.reports.due_frueher import Rueckblick
    from konzept.reports.due_gruppe import Gruppe


class Format(StrEnum):
    """How the answer is written; the value is also the ending of its file, of text it is txt."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


@dataclass(frozen=True, slots=True)
class Umstand:
    """What the answer was made from: the plan, where its folder is, why this Fassung, what was selected."""

    plan: Plan
    grund: Wahlgrund
    root: Path
    feld: Handlungsfeld | None = None
    gruppen: tuple[Gruppe, ...] = ()
    gemerkt: list[Rueckblick] = field(default_factory=list, compare=False)
    """The look back, once somebody has asked for it: it is the same for every body."""

    def rueckblick(self, bericht: Duebericht) -> Rueckblick | None:
        """Return what earlier exports may have named; nothing where only some groups are shown."""
        from konzept.reports.due_frueher import rueckblick

        if self.gruppen:
            return None
        if not self.gemerkt:
            self.gemerkt.append(rueckblick(self.plan, bericht))
        return self.gemerkt[0]


def show_due(
    bericht: Duebericht, umstand: Umstand, form: Format, ausgabe: Path | None, stelle: Akteur | None
) -> None:
    """Write the answer to a file or to standard output; at a terminal text is coloured and as wide as it is."""
    from konzept.cli.workplace import emit, refuse_plan_folder

    refuse_plan_folder(ausgabe, umstand.root)
    if form is Format.ICS:
        _tell_what_a_calendar_leaves_out(bericht, umstand.plan.einstellungen)
    if form is Format.TEXT and ausgabe is None:
        from konzept.render.due_text import DUE_RULES
        from konzept.render.terminal import show, width

        show(content(bericht, umstand, form, stelle, width(sys.stdout)), DUE_RULES)
    else:
        emit(content(bericht, umstand, form, stelle), ausgabe, utf8=form is not Format.TEXT)


def _tell_what_a_calendar_leaves_out(bericht: Duebericht, einstellungen: Einstellungen) -> None:
    from konzept.output import write_stderr
    from konzept.render.due_ics import auslassung

    satz = auslassung(bericht, einstellungen)
    write_stderr(f"Hinweis: {satz}\n" if satz else "")


def content(
    bericht: Duebericht, umstand: Umstand, form: Format, stelle: Akteur | None, columns: int = 80
) -> str:
    """Write the answer in a format; ``stelle`` is the body that was asked for."""
    einstellungen, grund = umstand.plan.einstellungen, umstand.grund
    auswahl = _auswahl(umstand, stelle)
    match form:
        case Format.JSON:
            from konzept.render.due_json import due_json

            return due_json(bericht)
        case Format.CSV:
            from konzept.render.due_csv import due_csv

            return due_csv(bericht, einstellungen)
        case Format.ICS:
            from konzept.render.due_ics import due_ics

            return due_ics(bericht, einstellungen, stelle, umstand.rueckblick(bericht))
        case Format.MD | Format.HTML:
            return _page(bericht, umstand, form, auswahl)
        case Format.TEXT:
            from konzept.render.due_text import due_text

            return due_text(bericht, einstellungen, columns, grund=grund, auswahl=auswahl)


def _page(bericht: Duebericht, umstand: Umstand, form: Format, auswahl: str | None) -> str:
    from konzept.cli.workplace import template_faults
    from konzept.render.due_html import due_html
    from konzept.render.due_md import due_md
    from konzept.render.seitengestaltung import seitengestaltung
    from konzept.render.templates import Templates

    write = due_html if form is Format.HTML else due_md
    templates = Templates(umstand.root / "templates", seitengestaltung(umstand.plan))
    with template_faults():
        return write(bericht, umstand.plan.einstellungen, templates, grund=umstand.grund, auswahl=auswahl)


def _auswahl(umstand: Umstand, stelle: Akteur | None) -> str | None:
    """Name in words what was asked for, if it is not the whole Fassung."""
    from konzept.domain.einstellungen import Begriff
    from konzept.render.due_words import GRUPPEN
    from konzept.reports.due_auswahl import mit_untergeordneten

    plan, feld = umstand.plan, umstand.feld
    worte = []
    if feld:
        worte.append(
            f"{plan.einstellungen.bezeichnung(Begriff.HANDLUNGSFELD).einzahl} {feld.nummer} {feld.titel}"
        )
    if stelle:
        weitere = [plan.akteur_nach_id[one] for one in mit_untergeordneten(plan, stelle.id)[1:]]
        mit = ", ".join(akteur.kurz or akteur.name for akteur in weitere)
        worte.append(stelle.name + (f" (mit {mit})" if mit else ""))
    if umstand.gruppen:
        worte.append("gezeigt nur " + ", ".join(GRUPPEN[gruppe] for gruppe in dict.fromkeys(umstand.gruppen)))
    return "; ".join(worte) or None


def write_due_per_body(bericht: Duebericht, umstand: Umstand, form: Format, folder: Path) -> None:
    """Write one file per body into ``folder``, each with the same question asked for that body alone.

    A body with nothing to tell gets no file: no entry at all, in a calendar none with a date.
    """
    from konzept.cli.je_akteur import answers_per_body, write_per_body

    dated = form is Format.ICS
    contents = {
        akteur.id: content(antwort, umstand, form, akteur)
        if _tells(antwort, dated=dated) or (dated and _calls_off(antwort, umstand))
        else None
        for akteur, antwort in answers_per_body(umstand.plan, bericht, umstand.gruppen)
    }
    ending = "txt" if form is Format.TEXT else form.value
    nothing = "keine Frist im Zeitraum" if dated else "kein Eintrag"
    write_per_body(folder, umstand.root, contents, ending, nothing=nothing)


def _tells(bericht: Duebericht, *, dated: bool) -> bool:
    kommend = bericht.vorlauf.eintraege if bericht.vorlauf else ()
    return any(eintrag.faellig or not dated for eintrag in (*bericht.eintraege, *kommend))


def _calls_off(bericht: Duebericht, umstand: Umstand) -> bool:
    """Tell whether the body's calendar may hold what the plan no longer has: then it is told, if nothing else."""
    from konzept.render.due_ics_absagen import absagen

    rueckblick = umstand.rueckblick(bericht)
    return rueckblick is not None and bool(absagen(bericht, umstand.plan.einstellungen, rueckblick))
