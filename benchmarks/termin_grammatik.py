"""The figures of the Termin grammar on tables of wordings with their reading, by class.

Called with the path of a table (tab-separated; columns as in the committed copy, or with the class at the head of
`note`), it prints how many rows are read exactly, how many doubtful ones are marked, and every row with a wrong date.
Without a path it takes the table of the order and the wordings collected later, whose readings were written down
before the grammar saw them; where we hold another reading to be right, the reason is printed with the row.
"""

from __future__ import annotations

import csv
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from konzept.domain.termin import Teil, lies_termin

TESTDATEN = Path(__file__).parent.parent / "tests" / "domain" / "termin"
VORGABEN = (TESTDATEN / "termine.tsv", TESTDATEN / "echte_wortlaute.tsv")
ARTEN = {
    "einmalig-fällig": ("faellig",),
    "Zeitraum": ("zeitraum",),
    "laufend": ("laufend",),
    "wiederkehrend": ("wiederkehrend",),
    "relativ-unbestimmt": ("unbestimmt",),
    "laufend+wiederkehrend": ("laufend", "wiederkehrend"),
    "Zeitraum+wiederkehrend": ("wiederkehrend",),
}
Zeile = dict[str, str]


@dataclass
class Klasse:
    """The count of one class of rows."""

    zeilen: int = 0
    genau: int = 0
    gekennzeichnet: int = 0
    abweichend: list[str] = field(default_factory=list)


def _erwartet(zeile: Zeile) -> list[tuple[str, str, str, str]]:
    if "art" in zeile:
        spalten = ("art", "beginn", "ende", "rrule")
        return list(zip(*(zeile[name].split("|") for name in spalten), strict=True))
    teile = zip(*(zeile[name].split("|") for name in ("kind", "start", "end_or_due", "rrule")), strict=True)
    return [
        (art, start, ende, regel if art == "wiederkehrend" else "")
        for kind, start, ende, regel in teile
        for art in ARTEN[kind]
    ]


def _gelesen(teile: tuple[Teil, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (teil.art.value, str(teil.beginn or ""), str(teil.ende or ""), teil.rrule or "") for teil in teile
    ]


def _klasse(zeile: Zeile) -> str:
    """Name the class of a row: Feld or running text, or which of the later collections."""
    if "satz" in zeile:
        return f"Sammlung {zeile['satz']}"
    return "Feld" if (zeile.get("feld") or zeile.get("note") or "").startswith("Feld") else "Fließtext"


def _zweideutig(zeile: Zeile) -> bool:
    return "y" in (zeile.get("ambiguous") or zeile.get("mehrdeutig") or "")


def _daten(zeilen: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str]]:
    return [zeile[1:] for zeile in zeilen]


def _zeile(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def messe(zeilen: list[Zeile]) -> tuple[dict[str, Klasse], list[str]]:
    """Return the classes by name, and the rows with a wrong date or rule that no mark warns of."""
    klassen: dict[str, Klasse] = {}
    still_falsch: list[str] = []
    for zeile in zeilen:
        teile = lies_termin(zeile["text"])
        erwartet, gelesen = _erwartet(zeile), _gelesen(teile)
        zweideutig = _zweideutig(zeile)
        name = f"{_klasse(zeile)}, {'mehrdeutig' if zweideutig else 'eindeutig'}"
        klasse = klassen.setdefault(name, Klasse())
        klasse.zeilen += 1
        genau = gelesen == erwartet and (zweideutig or not any(teil.mehrdeutig for teil in teile))
        klasse.genau += genau
        gewarnt = any(teil.mehrdeutig or teil.art.value == "unbestimmt" for teil in teile)
        klasse.gekennzeichnet += gewarnt
        if not genau:
            grund = f"\n      {zeile['abweichung']}" if zeile.get("abweichung") else ""
            klasse.abweichend.append(
                f"{zeile['text']}\n      erwartet {erwartet}\n      gelesen  {gelesen}{grund}"
            )
        if _daten(gelesen) != _daten(erwartet) and not gewarnt:
            still_falsch.append(zeile["text"])
    return klassen, still_falsch


def main(argumente: list[str]) -> int:
    """Print the figures; 1 if a row has a wrong date in silence."""
    zeilen: list[Zeile] = []
    for pfad in map(Path, argumente) if argumente else VORGABEN:
        with pfad.open(encoding="utf-8", newline="") as datei:
            zeilen += csv.DictReader(datei, delimiter="\t", quoting=csv.QUOTE_NONE)
    beginn = time.perf_counter()
    klassen, still_falsch = messe(zeilen)
    dauer = time.perf_counter() - beginn
    _zeile(f"{'Klasse':<24}{'Zeilen':>8}{'genau':>8}{'%':>7}{'gekennz.':>10}{'%':>7}")
    for name, klasse in sorted(klassen.items()):
        anteile = 100 * klasse.genau / klasse.zeilen, 100 * klasse.gekennzeichnet / klasse.zeilen
        _zeile(
            f"{name:<24}{klasse.zeilen:>8}{klasse.genau:>8}{anteile[0]:>7.1f}{klasse.gekennzeichnet:>10}{anteile[1]:>7.1f}"
        )
    for name, klasse in sorted(klassen.items()):
        for abweichung in klasse.abweichend:
            _zeile(f"  {name}: {abweichung}")
    _zeile("\n  ".join([f"Falsches Datum ohne Kennzeichnung: {len(still_falsch)}", *still_falsch]))
    _zeile(f"{1e6 * dauer / max(1, len(zeilen)):.0f} µs je Wortlaut")
    return 1 if still_falsch else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
