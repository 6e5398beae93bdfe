"""Read source 001 and write the table of facts that the shipped data is proven against.

Run as ``python tests/quellen/extract_facts.py QUELLE > fakten``. Everything in the table is read from the
source; the one thing made by hand is ``reparaturen-001.tsv``, the list of what the text recognition misread.
A line that the grammar below does not know, and a repair that finds nothing to mend, end the run: the table
is whole or there is none. One module, because it has to run as a lone script.
"""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

Tabelle: TypeAlias = dict[str, Any]

REPARATUREN = Path(__file__).with_name("reparaturen-001.tsv")
MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

KAPITEL_LEITBILD = "2 Leitbild: Integration vor Ort als kommunale Aufgabe"
KAPITEL_FELDER = "3 Handlungsfelder, Ziele und Maßnahmen der Integrationsarbeit im IIm-Kreis"
ERSTES_FELD = "3.1 Handlungsfeld 1: Interkulturelle Öffnung und gesellschaftliche Teilhabe"
KAPITEL_AUSBLICK = "4 Fazit und Ausblick"
ABKUERZUNGEN = "Abkürzungsverzeichnis"
LITERATUR = "Literatur- und Quellenverzeichnis"

FELD = re.compile(r"3\.\d Handlungsfeld (\d+): (.+)")
ZIEL = re.compile(r"Handlungsziel (\d+(?:\.\d+)+)")
MASSNAHME = re.compile(r"Maßnahme(?: (\d+|\(n\)))?")
LEITZIEL = re.compile(r"Leitziel (\d+)")
FUSSNOTE = re.compile(r"<sup>(\d+)</sup> (.+)")
NUMMERIERT = re.compile(r"(?:^| )(\d+)\. ")
STAND = re.compile(r", (\d+)\. (\w+) (\d{4})")
JAHR = re.compile(r" \((\d{4}[a-z]?|n\.d\.)\)\. ")
GRUND = re.compile(r",? ?\b(?:oder aber auch|oder|wenn|weil)\b,? ?")
SATZENDE = re.compile(r"(?:(?<=[a-zäöüß)]\.)|(?<=\d{4}\.)) (?=[A-ZÄÖÜ])")
ZEITSATZ = re.compile("|".join(MONATE) + r"|Zeitraum von|Fortschreibung \d{4}")
"""What makes a sentence of the running text a fact about the time frame."""


class QuelleError(ValueError):
    """The source, or the table of repairs, is not what this script was written for."""

    def __init__(self, *, was: str, fund: object) -> None:
        """Say ``was`` is wrong and show the ``fund``."""
        super().__init__(f"{was}: {fund}")


class Reparaturen:
    """The listed repairs; each is applied at its place only and counted."""

    def __init__(self, pfad: Path) -> None:
        """Read the table at ``pfad``: columns stelle (``*`` = everywhere), aus, zu, grund."""
        with pfad.open(encoding="utf-8", newline="") as datei:
            self._zeilen = list(csv.DictReader(datei, delimiter="\t"))
        self._anzahl: Counter[int] = Counter()

    def anwenden(self, text: str, stelle: str) -> str:
        """Return ``text``, found at ``stelle``, with every repair that is listed for this place."""
        for nummer, zeile in enumerate(self._zeilen):
            if zeile["stelle"] in {"*", stelle}:
                self._anzahl[nummer] += text.count(zeile["aus"])
                text = text.replace(zeile["aus"], zeile["zu"])
        return text

    def bericht(self, quelltext: str) -> list[Tabelle]:
        """Return all repairs with the number of their finds; a general one counts the whole ``quelltext``."""
        bericht: list[Tabelle] = []
        for nummer, zeile in enumerate(self._zeilen):
            if not self._anzahl[nummer]:
                raise QuelleError(was="Reparatur ohne Fundstelle", fund=zeile)
            anzahl = quelltext.count(zeile["aus"]) if zeile["stelle"] == "*" else self._anzahl[nummer]
            bericht.append({**zeile, "anzahl": anzahl})
        return bericht


@dataclass
class Zelle:
    """The text of one cell without markup: its lines, the footnotes it calls and the addresses it links."""

    zeilen: list[str]
    fussnoten: list[str]
    verweise: list[str]

    @property
    def text(self) -> str:
        """The whole cell on one line."""
        return " ".join(self.zeilen)


class Quelle:
    """The lines of the source, cut into its chapters."""

    def __init__(self, text: str, reparaturen: Reparaturen) -> None:
        """Take the whole ``text`` of the source and the repairs to apply while reading."""
        self.zeilen = text.split("\n")
        self.reparaturen = reparaturen

    def zelle(self, roh: str, stelle: str) -> Zelle:
        """Return ``roh``, found at ``stelle``, repaired and without Markdown and HTML."""
        fussnoten = re.findall(r"<sup>(\d+)</sup>", roh)
        verweise = re.findall(r'href="([^"]+)"|\]\(([^)]+)\)|<(https?://[^>]+)>', roh)
        text = re.sub(r" *<sup>\d+</sup>", "", roh)
        text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
        text = re.sub(r"\[([^\]]*)\]\([^)]+\)", r"\1", text)
        text = re.sub(r"</?(?:ul|li|p)\b[^>]*>|➤|\t| {2,}", "\n", text)
        text = re.sub(r"</?(?:a|b|i)\b[^>]*>|\*+|^#+ ", "", text)
        if re.search(r"[<>]", text):
            raise QuelleError(was=f"{stelle}: unbekannte Auszeichnung", fund=text)
        text = self.reparaturen.anwenden(html.unescape(text), stelle)
        zeilen = [" ".join(zeile.split()) for zeile in text.split("\n")]
        return Zelle([z for z in zeilen if z], fussnoten, ["".join(v) for v in verweise])

    def kopf(self, zeile: str) -> str:
        """Return the first column of ``zeile`` without markup; a footnote has none."""
        return "" if FUSSNOTE.fullmatch(zeile) else self.zelle(zeile.partition("\t")[0], "Kopf").text

    def abschnitt(self, von: str, bis: str | None) -> list[str]:
        """Return the non-empty lines between the heading ``von`` and the heading ``bis`` (None: the end)."""
        koepfe = {
            re.sub(r"[#*]+ ?", "", zeile).strip(): nummer
            for nummer, zeile in enumerate(self.zeilen)
            if zeile.startswith("#")
        }
        try:
            ende = len(self.zeilen) if bis is None else koepfe[bis]
            ausschnitt = self.zeilen[koepfe[von] + 1 : ende]
        except KeyError as fehler:
            raise QuelleError(was="Überschrift fehlt", fund=fehler) from fehler
        return [z for z in ausschnitt if z.strip(" -\t")]


def _teile(massnahme: str, zustaendigkeiten: str) -> list[Tabelle]:
    """Split a row that the source numbers "1. … 2. …" in both columns alike; any other row stays whole."""
    links, rechts = NUMMERIERT.split(massnahme), NUMMERIERT.split(zustaendigkeiten)
    nummern = links[1::2]
    zaehlung = [str(n) for n, _ in enumerate(nummern, start=1)]
    if links[0] or rechts[0] or zaehlung == ["1"] or not nummern == rechts[1::2] == zaehlung:
        return []
    return [
        {"nummer": n, "text": text, "zustaendigkeiten": koerper}
        for n, text, koerper in zip(nummern, links[2::2], rechts[2::2], strict=True)
    ]


@dataclass
class Zielleser:
    """Reads the goals of one stretch of lines; the footnotes met on the way are kept with their place."""

    quelle: Quelle
    ziele: list[Tabelle] = field(default_factory=list)
    fussnoten: list[Tabelle] = field(default_factory=list)
    _rufe: dict[str, str] = field(default_factory=dict)
    _stelle: str = ""

    def lies(self, zeilen: list[str]) -> list[Tabelle]:
        """Return the goals in ``zeilen``; every line must be understood."""
        for zeile in zeilen:
            name, rest = self.quelle.kopf(zeile), zeile.partition("\t")[2].strip()
            if treffer := FUSSNOTE.fullmatch(zeile):
                text = self.quelle.zelle(treffer[2], f"Fußnote {treffer[1]}").text
                self.fussnoten.append({"nummer": treffer[1], "stelle": self._rufe[treffer[1]], "text": text})
            elif treffer := ZIEL.fullmatch(name):
                self.ziele.append({"nummer": treffer[1], "titel": [], "termine": [], "massnahmen": []})
            elif self.ziele and rest:
                self._zeile(name, rest, self.ziele[-1])
            elif self.ziele and not self.ziele[-1]["massnahmen"]:
                titel = self.quelle.zelle(zeile, f"{self.ziele[-1]['nummer']} Titel").text
                self.ziele[-1]["titel"].append(titel)
            else:
                raise QuelleError(was=f"Unbekannte Zeile nach {self._stelle}", fund=zeile)
        return [_mit_zahlen(ziel) for ziel in self.ziele]

    def _zeile(self, name: str, roh: str, ziel: Tabelle) -> None:
        massnahmen = ziel["massnahmen"]
        treffer = MASSNAHME.fullmatch(name)
        if treffer:
            self._stelle = f"{ziel['nummer']} {name}"
        stelle = self._stelle if treffer else f"{self._stelle} {name}"
        zelle = self.quelle.zelle(roh, stelle)
        self._rufe |= dict.fromkeys(zelle.fussnoten, stelle)
        if treffer:
            verweise = {"verweise": zelle.verweise} if zelle.verweise else {}
            massnahmen.append({"nummer": treffer[1] or "", "text": zelle.zeilen} | verweise)
        elif name == "Zuständigkeiten" and massnahmen and "zustaendigkeiten" not in massnahmen[-1]:
            massnahmen[-1]["zustaendigkeiten"] = zelle.zeilen
            if teile := _teile(" ".join(massnahmen[-1]["text"]), zelle.text):
                massnahmen[-1]["teile"] = teile
        elif name == "Termin" and massnahmen:
            ziel["termine"].append({"wortlaut": zelle.text, "nach_zeile": len(massnahmen)})
        else:
            raise QuelleError(was=f"Unbekannte Zeile nach {self._stelle}", fund=name)


def _mit_zahlen(ziel: Tabelle) -> Tabelle:
    """Add the counts of rows and say what each Termin holds for: a lone one below all rows for the goal."""
    massnahmen, termine = ziel["massnahmen"], ziel["termine"]
    am_ziel = [t["nach_zeile"] for t in termine] == [len(massnahmen)]
    for termin in termine:
        zeile = termin.pop("nach_zeile")
        termin["gilt_fuer"] = "Handlungsziel" if am_ziel else f"Zeile {zeile}"
    summen = _summen([ziel])
    return {
        "nummer": ziel["nummer"],
        "titel": ziel["titel"],
        "massnahme_zeilen": summen["massnahme_zeilen"],
        "zustaendigkeiten_zeilen": summen["zustaendigkeiten_zeilen"],
        "termine": termine,
        "massnahmen": massnahmen,
    }


def _summen(ziele: list[Tabelle]) -> Tabelle:
    massnahmen = [m for z in ziele for m in z["massnahmen"]]
    return {
        "handlungsziele": len(ziele),
        "massnahme_zeilen": len(massnahmen),
        "zustaendigkeiten_zeilen": sum("zustaendigkeiten" in m for m in massnahmen),
        "massnahmen_nach_teilung": sum(len(m.get("teile", [m])) for m in massnahmen),
        "termine": sum(len(z["termine"]) for z in ziele),
    }


def lies_felder(quelle: Quelle) -> tuple[list[Tabelle], list[Tabelle]]:
    """Return the Handlungsfelder of chapter 3 with their goals, and the footnotes; no introductions."""
    felder: list[Tabelle] = []
    fussnoten: list[Tabelle] = []
    abschnitte: list[list[str]] = []
    in_einleitung = True
    for zeile in quelle.abschnitt(KAPITEL_FELDER, KAPITEL_AUSBLICK):
        name = quelle.kopf(zeile)
        if treffer := FELD.fullmatch(name):
            felder.append({"nummer": treffer[1], "titel": treffer[2]})
            abschnitte.append([])
            in_einleitung = True
        in_einleitung = in_einleitung and not ZIEL.fullmatch(name)
        if felder and not in_einleitung:
            abschnitte[-1].append(zeile)
    for feld, zeilen in zip(felder, abschnitte, strict=True):
        leser = Zielleser(quelle)
        feld["handlungsziele"] = leser.lies(zeilen)
        fussnoten += leser.fussnoten
    return felder, fussnoten


def lies_rahmen(quelle: Quelle) -> Tabelle:
    """Return what the title page, the imprint and the running text say about the Fassung and its time."""
    titel, untertitel = (next(z for z in quelle.zeilen if z.startswith(ebene)) for ebene in ("# ", "## "))
    stand = STAND.search(" ".join(quelle.abschnitt("Impressum", "Herausgeber:")))
    if stand is None:
        raise QuelleError(was="Impressum ohne Stand", fund=untertitel)
    tag, monat, jahr = stand.groups()
    prosa = quelle.abschnitt(KAPITEL_FELDER, ERSTES_FELD) + quelle.abschnitt(KAPITEL_AUSBLICK, ABKUERZUNGEN)
    saetze = [s for zeile in prosa for s in SATZENDE.split(quelle.zelle(zeile, "Fließtext").text)]
    return {
        "titel": quelle.zelle(titel, "Titel").text,
        "untertitel": quelle.zelle(untertitel, "Untertitel").text,
        "stand": f"{jahr}-{MONATE.index(monat) + 1:02}-{int(tag):02}",
        "zeitsaetze": [s for s in saetze if ZEITSATZ.search(s)],
    }


def lies_leitziele(quelle: Quelle) -> list[Tabelle]:
    """Return number and title of each Leitziel; a title is the run of headings below its number."""
    leitziele: list[Tabelle] = []
    for zeile in quelle.abschnitt(KAPITEL_LEITBILD, KAPITEL_FELDER):
        text = quelle.zelle(zeile, "Leitziel").text
        if zeile.startswith("#") and (treffer := LEITZIEL.fullmatch(text)):
            leitziele.append({"nummer": treffer[1], "titel": []})
        elif zeile.startswith("#"):
            leitziele[-1]["titel"].append(text)
    return leitziele


def lies_quellen(quelle: Quelle) -> list[Tabelle]:
    """Return the works of the Literatur- und Quellenverzeichnis: text, address, day of access."""
    werke: list[Tabelle] = []
    for zeile in quelle.abschnitt(LITERATUR, "Anhang"):
        zelle = quelle.zelle(zeile, "Literatur")
        text, _, rest = zelle.text.partition(" Zugriff am ")
        jahr = JAHR.search(text)
        if jahr is None:
            raise QuelleError(was="Quelle ohne Jahr", fund=text)
        werk = {"verfasser": text[: jahr.start()], "jahr": jahr[1], "titel": text[jahr.end() :]}
        if rest:
            zugriff = rest.partition(". Verfügbar")[0].split(".")
            werk |= {"zugriff": "-".join(reversed(zugriff)), "url": zelle.verweise[0]}
        werke.append(werk)
    return werke


def lies_anhang(quelle: Quelle) -> Tabelle:
    """Return Anhang A: the goals of 2018 that are not carried over and the reasons given for the list."""
    zeilen = quelle.abschnitt("Anhang", None)
    namen = [quelle.kopf(z) for z in zeilen]
    anfang = next(n for n, name in enumerate(namen) if ZIEL.fullmatch(name))
    ende = max(n for n, name in enumerate(namen) if MASSNAHME.fullmatch(name)) + 1
    gruende = SATZENDE.split(" ".join(namen[ende:]).partition("Gründe: ")[2])[0]
    return {
        "einleitung": namen[:anfang],
        "handlungsziele": Zielleser(quelle).lies(zeilen[anfang:ende]),
        # What stands before the first connective is the word "Beispielsweise".
        "gruende": [g for g in GRUND.split(gruende.rstrip("."))[1:] if g],
    }


def extrahiere(pfad: Path) -> Tabelle:
    """Return the whole table of facts of the source at ``pfad``.

    Raises QuelleError where the text is not built as source 001 is.
    """
    inhalt = pfad.read_bytes()
    text = inhalt.decode("utf-8")
    quelle = Quelle(text, Reparaturen(REPARATUREN))
    felder, fussnoten = lies_felder(quelle)
    anhang = lies_anhang(quelle)
    ziele = [z for f in felder for z in f["handlungsziele"]]
    wortlaute = Counter(t["wortlaut"] for z in ziele for t in z["termine"])
    verzeichnis = quelle.abschnitt(ABKUERZUNGEN, LITERATUR)
    return {
        "quelle": {"datei": pfad.name, "sha256": hashlib.sha256(inhalt).hexdigest()},
        "rahmen": lies_rahmen(quelle),
        "leitziele": lies_leitziele(quelle),
        "handlungsfelder": felder,
        "fussnoten": fussnoten,
        "abkuerzungen": dict(quelle.zelle(z, "Abkürzungen").zeilen for z in verzeichnis),
        "quellen": lies_quellen(quelle),
        "anhang_a": anhang,
        "summen": {
            "2020": _summen(ziele) | {"je_feld": {f["nummer"]: _summen(f["handlungsziele"]) for f in felder}},
            "2018": _summen(anhang["handlungsziele"]),
            "termin_wortlaute": dict(sorted(wortlaute.items())),
        },
        "reparaturen": quelle.reparaturen.bericht(text),
    }


def main() -> int:
    """Write the table for the named source; return 1 if it cannot be read, 2 for a wrong call."""
    match sys.argv[1:]:
        case [pfad]:
            pass
        case _:
            sys.stderr.write("Aufruf: python tests/quellen/extract_facts.py QUELLE > fakten\n")
            return 2
    try:
        tabelle = extrahiere(Path(pfad))
    except (OSError, ValueError) as fehler:
        sys.stderr.write(f"{pfad}: {fehler}\n")
        return 1
    # Bytes, so that neither the locale nor the platform's line ends reach the committed table.
    sys.stdout.buffer.write((json.dumps(tabelle, ensure_ascii=False, indent=1) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
