"""Append one report to the log of a Fassung: proved before and after, under a lock, whole or not at all."""

from __future__ import annotations

import contextlib
import re
import tempfile
import unicodedata
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.checks.run import judge
from konzept.diagnostics import Befund, Severity, SourceMap, sorted_findings
from konzept.domain.sachstand import Sachstand
from konzept.edit.entry_lines import entry_lines
from konzept.edit.fault import EditError, UnsuitableError
from konzept.edit.list_end import append_item
from konzept.edit.lock import only_writer
from konzept.load.build import build
from konzept.load.file_text import CONTROL, read_text, split_lines
from konzept.load.yaml_tree import parse_yaml
from konzept.output import OutputError, write_file

if TYPE_CHECKING:
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.domain.sachstand import Meldung
    from konzept.load import LoadedPlan

LOCK = Path("data") / ".sachstand.lock"
REFUSED = frozenset(
    {
        "frist-unbekannt",
        "neuer-termin-verkehrt",
        "sachstand-reihenfolge",
        "sachstand-vorgegriffen",
        "sachstand-zu-lang",
        "teil-unbekannt",
    }
)
"""Warnings of the checks that a new report must not bring with it; in an old one it may have a reason."""

_SCHEMA = "# yaml-language-server: $schema="
_VALIDATE = "»konzept validate« nennt die Stellen; beheben Sie erst diese."


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did, or would do: the log before (None: there was none) and after it.

    ``zeile`` is where the entry begins. ``findings`` are those it brings with it without standing in its way.
    """

    datei: str
    before: str | None
    after: str
    zeile: int
    findings: tuple[Befund, ...]

    @property
    def diff(self) -> str:
        """The change as a unified diff, whose lines end with LF whatever the line ends of the file are."""
        # a text that ends with a line end has no further line behind it
        old, new = (
            split_lines(re.sub(r"(?:\r\n|\r|\n)\Z", "", text)) for text in (self.before or "", self.after)
        )
        name = "/dev/null" if self.before is None else self.datei
        lines = unified_diff(old if self.before else [], new, name, self.datei, lineterm="")
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Log:
    """A log as the loader reads it."""

    eintraege: tuple[Meldung, ...]
    findings: tuple[Befund, ...]
    source: SourceMap


def clean_text(text: str, name: str) -> str:
    """Return a text as the loader will give it: in NFC, without blanks around it.

    Raises UnsuitableError if nothing is left, or if it holds bytes that are no UTF-8 or characters that no file
    of a plan may hold; ``name`` is what the message calls it.
    """
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise UnsuitableError(
            f"{name} enthält Zeichen, die sich nicht lesen lassen.", "Geben Sie den Text neu ein."
        )
    cleaned = unicodedata.normalize("NFC", text).strip()
    if not cleaned:
        raise UnsuitableError(
            f"{name} ist leer.", "Lassen Sie die Angabe weg oder schreiben Sie etwas hinein."
        )
    control = CONTROL.search(cleaned)
    if control:
        raise UnsuitableError(
            f"{name} enthält ein unsichtbares Steuerzeichen (U+{ord(control.group()):04X}).",
            "Löschen Sie das Zeichen und geben Sie den Text neu ein.",
        )
    return cleaned


def append_meldung(
    root: Path, loaded: LoadedPlan, fassung: Fassung, meldung: Meldung, *, write: bool
) -> Appended:
    """Append ``meldung`` to ``data/sachstand/<fassung>.yaml`` in the plan's folder ``root``.

    ``loaded`` is the plan found there; only the log is read anew, under the lock. The new log is read back
    through the loader and the checks: it must hold what it held and the report behind it, and bring no new
    Fehler. Otherwise EditError is raised and nothing is changed, as without ``write``.
    """
    with only_writer(root / LOCK) if write else contextlib.nullcontext():
        datei = f"data/sachstand/{fassung.id}.yaml"
        path = root / datei
        raw = _bytes_of(path, datei)
        old = _read(path, datei) if raw is not None else _Log((), (), SourceMap())
        if any(befund.schwere is Severity.FEHLER and befund.code != "datei-leer" for befund in old.findings):
            raise EditError(f"Die Datei {datei} hat Fehler; es wurde nichts eingetragen.", _VALIDATE)
        last = max((eintrag.erfasst for eintrag in old.eintraege), default=meldung.erfasst)
        if meldung.erfasst < last:
            raise UnsuitableError(
                f"In {datei} steht schon ein Eintrag, der am {last} erfasst wurde; "
                f"einer vom {meldung.erfasst} kann nicht dahinter stehen.",
                "»--erfasst« ist der Tag der Eintragung; der Tag, von dem berichtet wird, ist »--am«.",
            )
        before = None if raw is None else raw.decode("utf-8")
        start = _head(root, fassung) if before is None else before
        spliced = append_item(start, datei, "eintraege", lambda dash, gap: entry_lines(meldung, dash, gap))
        new = _read_back(spliced.text, datei)
        _refuse_fehler(new.findings)
        if new.eintraege != (*old.eintraege, meldung):
            raise EditError(
                f"An {datei} lässt sich so, wie die Datei gesetzt ist, kein Eintrag anfügen.",
                "Prüfen Sie Einrückung und Anführungszeichen ihres letzten Eintrags.",
            )
        findings = _brought(loaded, fassung, old, new)
        if write:
            if _bytes_of(path, datei) != raw:
                message = f"Die Datei {datei} wurde eben von einem anderen Programm geändert."
                raise EditError(message, "Eingetragen wurde nichts; rufen Sie den Befehl noch einmal auf.")
            _write(path, spliced.text)
        return Appended(datei, before, spliced.text, spliced.line, findings)


def _bytes_of(path: Path, datei: str) -> bytes | None:
    """Return what is in the log, or None if there is none; read_text has the say on what may be read."""
    if not path.exists() and not path.is_symlink():
        return None
    text, _ = read_text(path, datei)
    if text is None:
        raise EditError(f"Die Datei {datei} lässt sich nicht lesen; es wurde nichts eingetragen.", _VALIDATE)
    return path.read_bytes()


def _read(path: Path, datei: str) -> _Log:
    """Read a log as the loader does, with findings instead of exceptions."""
    source = SourceMap()
    text, findings = read_text(path, datei)
    data, more = parse_yaml(text, datei, source) if text is not None else (None, [])
    built = build(Sachstand, {} if data is None else data, datei, source)
    eintraege = built.model.eintraege if built.model else ()
    return _Log(eintraege, (*findings, *more, *built.findings), source)


def _read_back(text: str, datei: str) -> _Log:
    """Read the new text from a file of its own, so that every limit of the loader is applied to its bytes."""
    try:
        with tempfile.TemporaryDirectory(prefix="konzept-") as folder:
            copy = Path(folder) / "sachstand.yaml"
            write_file(copy, text.encode("utf-8"))
            return _read(copy, datei)
    except (OSError, OutputError) as error:
        message = "Die Probe lässt sich nicht schreiben; es wurde nichts eingetragen."
        raise EditError(message, "Prüfen Sie, ob im Ordner für vorläufige Dateien Platz ist.") from error


def _brought(loaded: LoadedPlan, fassung: Fassung, old: _Log, new: _Log) -> tuple[Befund, ...]:
    """Return the findings that the plan has with the new log only, and refuse those that must not be."""
    known = set(_findings(loaded, fassung, old))
    brought = sorted_findings(befund for befund in _findings(loaded, fassung, new) if befund not in known)
    for befund in brought:
        if befund.code in REFUSED:
            raise UnsuitableError(befund.meldung, befund.hilfe)
    _refuse_fehler(brought)
    return brought


def _refuse_fehler(findings: tuple[Befund, ...]) -> None:
    for befund in findings:
        if befund.schwere is Severity.FEHLER:
            message = (
                f"Mit diesem Eintrag hätte der Plan einen neuen Fehler: {befund.meldung} [{befund.code}]"
            )
            raise EditError(message, befund.hilfe)


def _findings(loaded: LoadedPlan, fassung: Fassung, log: _Log) -> list[Befund]:
    plan = _with_log(loaded.plan, fassung, log)
    datei = f"data/sachstand/{fassung.id}.yaml"
    source = SourceMap(
        {path: place for path, place in loaded.source.values.items() if path[0] != datei} | log.source.values,
        {path: place for path, place in loaded.source.keys.items() if path[0] != datei} | log.source.keys,
        loaded.source.lines | log.source.lines,
        {path for path in loaded.source.plain if path[0] != datei} | log.source.plain,
    )
    return list(judge(plan, source, log.findings).befunde)


def _with_log(plan: Plan, fassung: Fassung, log: _Log) -> Plan:
    changed = replace(fassung, sachstand=Sachstand(eintraege=log.eintraege))
    return replace(plan, fassungen=tuple(changed if one.id == fassung.id else one for one in plan.fassungen))


def _head(root: Path, fassung: Fassung) -> str:
    """Begin a new log: the schema line as in the frame, which lies as deep, and an empty list."""
    text, _ = read_text(root / fassung.datei, fassung.datei)
    line = (text or "").split("\n", 1)[0].strip()
    schema = line.removeprefix(_SCHEMA) if line.startswith(_SCHEMA) else "../../schema/fassung.json"
    return f"{_SCHEMA}{schema.removesuffix(schema.rpartition('/')[2])}sachstand.json\neintraege:\n"


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        write_file(path, text.encode("utf-8"))
    except (OSError, OutputError) as error:
        folder = f"Der Ordner »{path.parent}« lässt sich nicht anlegen; es wurde nichts eingetragen."
        message = str(error) if isinstance(error, OutputError) else folder
        raise EditError(message, "Prüfen Sie, ob Sie dort schreiben dürfen und Platz ist.") from error
