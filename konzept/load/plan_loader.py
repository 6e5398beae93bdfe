"""All files of a plan to one ``Plan`` with positions and findings; a broken file never hides the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from konzept.diagnostics import Befund, Location, Severity, SourceMap
from konzept.domain.akteur import Akteurregister
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.foerderprogramm import Programmregister
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.indikator import Indikatorwerte, Wertedatei
from konzept.domain.plan import KONZEPT_DATEI, Plan
from konzept.domain.sachstand import Sachstand
from konzept.domain.werte import nummer_schluessel
from konzept.load.beigaben import beigaben
from konzept.load.build import build
from konzept.load.file_text import fetched_text
from konzept.load.plan_files import FilesOnDisk, PlanFiles, files_in
from konzept.load.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.load.plan_files import FileTree

M = TypeVar("M", bound=BaseModel)
_WRITTEN_ID = re.compile(r"\bid:\s*[\"']?([a-z0-9-]+)")
"""Where YAML cannot be read, this still tells which ids stand there, so that naming one is no second error."""


@dataclass(slots=True)
class LoadedPlan:
    """A plan, where everything in it stands, and what was wrong with its files.

    ``read`` tells whether at least one file of the plan could be read.
    """

    plan: Plan
    source: SourceMap
    findings: list[Befund]
    read: bool


@dataclass(slots=True)
class _Reader:
    tree: FileTree
    source: SourceMap = field(default_factory=SourceMap)
    findings: list[Befund] = field(default_factory=list)
    lost_ids: set[str] = field(default_factory=set)
    unreadable: set[str] = field(default_factory=set)
    """Files that do not tell which ids stand in them, so that no check may miss one."""
    undecodable: set[str] = field(default_factory=set)
    tried: int = 0

    def read(self, model: type[M], datei: str, *, may_be_empty: bool = False) -> M | None:
        """Read one file into its model; None if nothing of it could be kept."""
        self.tried += 1
        text, problems = fetched_text(lambda: self.tree.read(datei), datei)
        self.findings += problems
        if text is None:
            self.unreadable.add(datei)
            self.undecodable.add(datei)
            return None
        source = SourceMap()
        result = self._build(model, datei, text, source, may_be_empty=may_be_empty)
        self.source.add(source)
        return result

    def _build(
        self, model: type[M], datei: str, text: str, source: SourceMap, *, may_be_empty: bool
    ) -> M | None:
        data, problems = parse_yaml(text, datei, source)
        self.findings += problems
        if data is None:
            if any(befund.schwere is Severity.FEHLER for befund in problems):
                written = set(_WRITTEN_ID.findall(text))
                self.lost_ids |= written
                source.faulty.add((datei,))
                if not written:
                    self.unreadable.add(datei)
                return None
            if not may_be_empty:
                self.findings.append(_empty(datei))
                self.unreadable.add(datei)
                return None
            data = {}
        built = build(model, data, datei, source)
        self.findings += built.findings
        self.lost_ids |= built.lost_ids
        if built.model is None:
            self.unreadable.add(datei)
        return built.model


def load_plan(root: Path) -> LoadedPlan:
    """Load the whole plan in the folder ``root`` (see ``plan_root``); faults become findings, never exceptions."""
    return load_tree(FilesOnDisk(root))


def load_tree(tree: FileTree) -> LoadedPlan:
    """Load the whole plan from wherever its files lie; faults become findings, never exceptions."""
    files = files_in(tree)
    reader = _Reader(tree, findings=list(files.findings))
    # what stands in a file that is not read may be named elsewhere
    reader.unreadable |= {befund.ort.datei for befund in files.findings}
    einstellungen = reader.read(Einstellungen, KONZEPT_DATEI, may_be_empty=True) or Einstellungen()
    akteure = (reader.read(Akteurregister, files.akteure) if files.akteure else None) or Akteurregister()
    programme = (
        reader.read(Programmregister, files.programme) if files.programme else None
    ) or Programmregister()
    fassungen = [fassung for name in files.fassungen if (fassung := _fassung(name, files, reader))]
    for name in sorted(set(files.sachstand) - set(files.fassungen)):
        reader.findings.append(_orphan(files.sachstand[name], name))
    wertedateien = [
        Wertedatei(datei, inhalt.werte)
        for datei in files.indikatoren
        if (inhalt := reader.read(Indikatorwerte, datei))
    ]
    plan = Plan(
        einstellungen=einstellungen,
        akteure=akteure.akteure,
        foerderprogramme=programme.foerderprogramme,
        fassungen=tuple(sorted(fassungen, key=lambda fassung: (fassung.rahmen.stand.erster_tag, fassung.id))),
        wertedateien=tuple(wertedateien),
        beigaben=beigaben(tree, einstellungen),
        verworfene_ids=frozenset(reader.lost_ids),
        unlesbare_dateien=frozenset(reader.unreadable),
    )
    unread = reader.undecodable - {befund.ort.datei for befund in files.findings}
    read = reader.tried > len(unread)
    return LoadedPlan(plan, reader.source, reader.findings, read)


def _fassung(name: str, files: PlanFiles, reader: _Reader) -> Fassung | None:
    rahmen: Rahmen | None = None
    if name in files.rahmen:
        rahmen = reader.read(Rahmen, files.rahmen[name])
    else:
        reader.findings.append(_no_frame(name))
    felder = [
        (feld, datei)
        for datei in sorted(files.handlungsfelder.get(name, []))
        if (feld := reader.read(Handlungsfeld, datei))
    ]
    felder.sort(key=lambda paar: nummer_schluessel(paar[0].nummer))
    sachstand = reader.read(Sachstand, files.sachstand[name]) if name in files.sachstand else None
    if rahmen is None:
        # the fields are still checked, under a frame that says nothing
        rahmen = Rahmen.model_validate(
            {"titel": name, "art": "(unlesbar)", "stand": "0001", "vollstaendig": "false"}
        )
    return Fassung(
        id=name,
        rahmen=rahmen,
        handlungsfelder=tuple(feld for feld, _ in felder),
        sachstand=sachstand,
        datei=files.rahmen.get(name, f"data/fassungen/{name}.yaml"),
        dateien=tuple(datei for _, datei in felder),
    )


def _empty(datei: str) -> Befund:
    return Befund(
        "datei-leer",
        Severity.FEHLER,
        Location(datei),
        "Die Datei ist leer.",
        "Füllen Sie sie aus oder löschen Sie sie.",
    )


def _no_frame(name: str) -> Befund:
    return Befund(
        "fassung-ohne-rahmen",
        Severity.FEHLER,
        Location(f"data/handlungsfelder/{name}"),
        f"Zur Fassung »{name}« gibt es Handlungsfelder, aber keine Datei data/fassungen/{name}.yaml.",
        "Legen Sie die Datei an; nötig sind titel, art und stand.",
    )


def _orphan(datei: str, name: str) -> Befund:
    return Befund(
        "sachstand-ohne-fassung",
        Severity.FEHLER,
        Location(datei),
        f"Zu diesem Sachstand gibt es keine Fassung »{name}«.",
        "Die Datei heißt wie die Fassung, deren Maßnahmen sie nennt.",
    )
