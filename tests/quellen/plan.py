"""The two sides of the proof: the committed table of facts, and the shipped plan as plain strings.

The plan is read through PyYAML's BaseLoader and not through the package, so that a fault of the package's
own loader cannot hide a fault of the data.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from .extract_facts import Tabelle

WURZEL = Path(__file__).resolve().parents[2]
DATEN = WURZEL / "data"
QUELLTEXT = WURZEL.parent / "shared" / "quellen" / "001_a55c308dfa192568.txt"
FAKTEN_DATEI = Path(__file__).with_name("fakten-001.json")

FAKTEN: Tabelle = json.loads(FAKTEN_DATEI.read_text(encoding="utf-8"))
ZIELE_2020: dict[str, Tabelle] = {
    z["nummer"]: z for f in FAKTEN["handlungsfelder"] for z in f["handlungsziele"]
}
ZIELE_2018: dict[str, Tabelle] = {z["nummer"]: z for z in FAKTEN["anhang_a"]["handlungsziele"]}


@cache
def lies_yaml(pfad: Path) -> Tabelle:
    """Return the mapping in the YAML file at ``pfad`` with every scalar as the text that was written."""
    # BaseLoader builds nothing but dict, list and str.
    inhalt: Tabelle = yaml.load(pfad.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it builds no objects
    return inhalt


def felder(fassung: str) -> list[Tabelle]:
    """Return the Handlungsfelder of ``fassung`` in the order of their numbers."""
    dateien = sorted((DATEN / "handlungsfelder" / fassung).glob("*.yaml"))
    return sorted((lies_yaml(d) for d in dateien), key=lambda feld: int(feld["nummer"]))


def ziele(fassung: str) -> dict[str, Tabelle]:
    """Return the Handlungsziele of ``fassung`` by number; a number given twice is an error."""
    paare = [(ziel["nummer"], ziel) for feld in felder(fassung) for ziel in feld["handlungsziele"]]
    nach_nummer = dict(paare)
    if len(nach_nummer) != len(paare):
        raise ValueError(paare)
    return nach_nummer


def rahmen(fassung: str) -> Tabelle:
    """Return the frame of ``fassung``."""
    return lies_yaml(DATEN / "fassungen" / f"{fassung}.yaml")


def register(datei: str) -> dict[str, Tabelle]:
    """Return the entries of the register ``data/<datei>.yaml`` by id."""
    return {eintrag["id"]: eintrag for eintrag in lies_yaml(DATEN / f"{datei}.yaml")[datei]}


def soll_massnahmen(ziel: Tabelle) -> list[tuple[str, str, list[str]]]:
    """Return (number, designation, lines of the Zuständigkeiten cell) of each Maßnahme of a goal.

    One per row, but one per part where the source numbers both columns. The labels "(n)" and none give no
    number.
    """
    soll: list[tuple[str, str, list[str]]] = []
    for zeile in ziel["massnahmen"]:
        nummer = zeile["nummer"] if zeile["nummer"].isdigit() else ""
        ganz = (nummer, " ".join(zeile["text"]), zeile.get("zustaendigkeiten", []))
        teile = [(t["nummer"], t["text"], [t["zustaendigkeiten"]]) for t in zeile.get("teile", [])]
        soll += teile or [ganz]
    return soll


def klartext(markdown: str) -> str:
    """Return ``markdown`` on one line without list marks, emphasis, links and escapes."""
    text = re.sub(r"(?m)^\s*[-*+] +", "", markdown)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<?https?://([^\s>]*)>?", r"\1", text)
    return " ".join(re.sub(r"\*+|\\", "", text).split())


def woerter(text: str) -> list[str]:
    """Return the runs of letters and digits in ``text``, case-folded: what is left when typography goes."""
    return re.findall(r"[^\W_]+", klartext(text).casefold())


def alle_texte(wert: object) -> str:
    """Return every string in a tree of mappings and lists, keys included, on one line."""
    if isinstance(wert, dict):
        return " ".join(f"{schluessel} {alle_texte(teil)}" for schluessel, teil in wert.items())
    if isinstance(wert, list):
        return " ".join(alle_texte(teil) for teil in wert)
    return str(wert)
