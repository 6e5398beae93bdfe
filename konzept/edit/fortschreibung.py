"""Open the next Fassung of a plan: the old files spliced, proved in a copy of the plan, and put in place at once."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from konzept.checks.run import judge, run_checks
from konzept.diagnostics import Befund, Severity, sorted_findings
from konzept.edit.fault import EditError
from konzept.edit.fortschreibung_art import next_art
from konzept.edit.fortschreibung_fields import (
    leave_reasons_out,
    mark_done,
    mark_empty,
    mark_links,
    mark_passed,
    take_out,
    without,
)
from konzept.edit.fortschreibung_frame import FramePlan, write_frame
from konzept.edit.fortschreibung_proposals import abgelaufene, erledigte
from konzept.edit.fortschreibung_refusals import refuse_beginning, refuse_names, refuse_second_successor
from konzept.edit.fortschreibung_splice import Splice
from konzept.edit.fortschreibung_staging import publish, staged
from konzept.edit.lock import only_writer
from konzept.load import load_plan
from konzept.load.file_text import read_text, split_lines

if TYPE_CHECKING:
    from datetime import date

    from konzept.domain.fassung import Fassung, Rahmen
    from konzept.domain.plan import Plan
    from konzept.edit.fortschreibung_proposals import Erledigt
    from konzept.edit.fortschreibung_remark import Remark
    from konzept.load import LoadedPlan

LOCK = Path("data") / ".fortschreibung.lock"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Auftrag:
    """What is asked for: the Fassung to carry on, the name of the new one, and the days that count.

    ``stichtag`` is the day up to which the log is known; ``ab_datum`` the first day of the new Fassung, if that
    is decided. ``ohne_erledigte`` takes out what is done instead of proposing it.
    """

    alt: str
    neu: str
    stichtag: date
    ab_datum: date | None = None
    ohne_erledigte: bool = False

    @property
    def tag(self) -> date:
        """The day before which a Termin has passed for the new Fassung."""
        return max(filter(None, (self.stichtag, self.ab_datum)))


@dataclass(frozen=True, slots=True)
class NeueDatei:
    """One file of the new Fassung, the one it was made from, and the remarks in it with their lines."""

    vorlage: str
    name: str
    before: str
    after: str
    remarks: tuple[tuple[int, Remark], ...]

    @property
    def diff(self) -> str:
        """What is different in the new file, as a unified diff whose lines end with LF."""
        old, new = (split_lines(re.sub(r"(?:\r\n|\r|\n)\Z", "", text)) for text in (self.before, self.after))
        lines = unified_diff(old, new, self.vorlage, self.name, lineterm="")
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Fortschreibung:
    """What was made, or would be: the new Fassung, its files with the frame first, and what validate says of them."""

    fassung: Fassung
    dateien: tuple[NeueDatei, ...]
    findings: tuple[Befund, ...]


def fortschreiben(root: Path, loaded: LoadedPlan, auftrag: Auftrag, *, write: bool) -> Fortschreibung:
    """Make the files of the Fassung ``auftrag.neu`` in the plan's folder ``root`` from those of ``auftrag.alt``.

    ``loaded`` is the sound plan found there; ``auftrag.alt`` is one of its Fassungen. The new files are read back
    through loader and checks together with the whole plan: they must say what the old ones say, but for what has
    to change, and bring no Fehler. Otherwise EditError is raised (UnsuitableError where the call does not suit the
    plan) and nothing is changed, as without ``write``.
    """
    alt = loaded.plan.fassung_nach_id[auftrag.alt]
    with only_writer(root / LOCK) if write else contextlib.nullcontext():
        refuse_names(root, auftrag.alt, auftrag.neu)
        refuse_beginning(alt, auftrag.ab_datum or auftrag.stichtag)
        fristworte = loaded.plan.einstellungen.fristworte
        done = erledigte(alt, fristworte, auftrag.tag, auftrag.stichtag)
        frame = _frame_plan(loaded.plan, alt, auftrag, done)
        dateien = _new_files(root, loaded, alt, auftrag, done, frame)
        contents = {datei.name: datei.after.encode("utf-8") for datei in dateien}
        with staged(root, contents, inside=write) as stage:
            staged_plan = load_plan(stage)
            gone = frozenset(one.id for one in done) if auftrag.ohne_erledigte else frozenset[str]()
            _prove(staged_plan, alt, auftrag, frame.expected(), gone)
            if write:
                folder = f"data/handlungsfelder/{auftrag.neu}" if alt.dateien else None
                publish(stage, root, folder, f"data/fassungen/{auftrag.neu}.yaml")
        plan = staged_plan.plan
        findings = judge(plan, staged_plan.source, staged_plan.findings).befunde
        told = sorted_findings(one for one in findings if one.ort.datei in contents)
        return Fortschreibung(plan.fassung_nach_id[auftrag.neu], dateien, told)


def _frame_plan(plan: Plan, alt: Fassung, auftrag: Auftrag, done: tuple[Erledigt, ...]) -> FramePlan:
    generation, vorher = 1, plan.vorgaenger(alt)
    while vorher is not None:
        generation, vorher = generation + 1, plan.vorgaenger(vorher)
    return FramePlan(
        alt=alt.id,
        rahmen=alt.rahmen,
        art=next_art(alt.rahmen.art, generation),
        stand=auftrag.ab_datum or auftrag.stichtag,
        beginn=auftrag.ab_datum,
        verbleib=tuple(one.eintrag for one in done),
        proposed=not auftrag.ohne_erledigte,
        fragen={one.id: one.frage for one in done if one.frage},
    )


def _new_files(  # noqa: PLR0913, PLR0917  what the files are made of, each named once
    root: Path,
    loaded: LoadedPlan,
    alt: Fassung,
    auftrag: Auftrag,
    done: tuple[Erledigt, ...],
    frame: FramePlan,
) -> tuple[NeueDatei, ...]:
    rahmen = f"data/fassungen/{auftrag.neu}.yaml"
    passed = abgelaufene(alt, loaded.plan.einstellungen.fristworte, auftrag.tag, auftrag.stichtag)
    gone = frozenset(one.id for one in done) if auftrag.ohne_erledigte else frozenset[str]()
    names = {alt.datei: rahmen} | {
        datei: f"data/handlungsfelder/{auftrag.neu}/{PurePosixPath(datei).name}"
        for datei in sorted(alt.dateien)
    }
    files = []
    for datei, name in names.items():
        text = _text_of(root, datei, loaded, alt)
        bom = _BOM if text.startswith(_BOM) else ""
        splice = Splice(text.removeprefix(_BOM), datei)
        if datei == alt.datei:
            write_frame(splice, frame)
        elif auftrag.ohne_erledigte:
            mark_empty(splice, datei, alt, gone)
            take_out(splice, datei, done, rahmen)
        else:
            mark_done(splice, datei, done, rahmen)
        mark_passed(splice, datei, passed, gone)
        mark_links(splice, datei, loaded.plan, alt, gone)
        leave_reasons_out(splice, datei, alt, gone)
        spliced = splice.result()
        files.append(NeueDatei(datei, name, text, bom + spliced.text, spliced.remarks))
    return tuple(files)


def _text_of(root: Path, datei: str, loaded: LoadedPlan, alt: Fassung) -> str:
    """Return the text of a file of the plan with its byte order mark; it must be the one that was loaded."""
    text, _ = read_text(root / datei, datei)
    if text is None or split_lines(text) != loaded.source.lines.get(datei):
        raise _changed(alt.id)
    return (root / datei).read_bytes().decode("utf-8")


def _changed(alt: str) -> EditError:
    message = f"Die Dateien der Fassung {alt} wurden eben geändert; es wurde nichts geschrieben."
    return EditError(message, "Rufen Sie den Befehl noch einmal auf.")


def _prove(
    staged_plan: LoadedPlan, alt: Fassung, auftrag: Auftrag, rahmen: Rahmen, gone: frozenset[str]
) -> None:
    """See that the plan with the new Fassung in it is sound, and that the new one says what it has to."""
    plan = staged_plan.plan
    refuse_second_successor(plan, alt.id, auftrag.neu)
    if plan.fassung_nach_id.get(alt.id) != alt:
        raise _changed(alt.id)
    # a rule of the county may make a Fehler of what is only open; by nature it is none
    without_rules = replace(plan, einstellungen=plan.einstellungen.model_copy(update={"regeln": {}}))
    findings = [*staged_plan.findings, *run_checks(without_rules, staged_plan.source)]
    for befund in findings:
        if befund.schwere is Severity.FEHLER:
            message = f"Mit der neuen Fassung hätte der Plan einen Fehler: {befund.meldung} [{befund.code}]"
            raise EditError(f"{message} Es wurde nichts geschrieben.", befund.hilfe)
    neu = plan.fassung_nach_id[auftrag.neu]
    expected = [without(feld, gone) for feld in alt.handlungsfelder]
    pairs = [(neu.rahmen, rahmen, alt.datei), *zip(neu.handlungsfelder, expected, alt.dateien, strict=True)]
    for made, wanted, datei in pairs:
        if made != wanted:
            raise EditError(
                f"Die Datei {datei} ist so gesetzt, dass sie sich nicht fortschreiben lässt.",
                "Geschrieben wurde nichts. Setzen Sie in ihr jeden Eintrag und jede Angabe in eigene Zeilen.",
            )
