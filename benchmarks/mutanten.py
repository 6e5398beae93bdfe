"""Mutation testing of one package: the small changes of its code that none of the chosen tests notices.

Why own code: mutmut 3 leaves decorated functions and module level alone, and here every rule is decorated and the
words stand at module level; cosmic-ray starts a process for each mutant, which for some five thousand takes hours.
Here each mutant runs in a fork of a process that has imported everything, and only the cases that reach its line: a
function gets its changed code in place, what changes a module's own level lets all of konzept be imported again.
Properties are left out unless asked for, and so are the tests of other folders: what lives here may die there. The
wording of messages is no rule and is not changed.

    python benchmarks/mutanten.py fristen > vorher.txt      the mutants of Termine that live, and the figures
    python benchmarks/mutanten.py fristen --nur vorher.txt  only those again, after new tests
    python benchmarks/mutanten.py --paket load --tests tests/load tests/test_errors.py --jeder 3 --kerne 1
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib.machinery
import importlib.util
import inspect
import itertools
import multiprocessing
import os
import re
import signal
import sys
import tempfile
import time
import types
from collections import defaultdict
from math import inf
from pathlib import Path
from typing import Any

import hypothesis
from mutationen import SITZUNG, WURZEL, Fall, Mutant, faelle, modulname, mutanten, testdateien

GEMERKT = type(functools.cache(len))
ZEITGRENZE = 20.0
"""Seconds of processor time for one case, after which its mutant counts as killed: it no longer ends."""


class Lader:
    """Finds the modules of konzept and the tests; `codes` may hold a mutant."""

    def __init__(self, dateien: dict[str, Path]) -> None:
        """Take the files by name; each is compiled when it is asked for."""
        self.dateien = dateien
        self.codes: dict[str, types.CodeType] = {}

    def find_spec(self, name: str, _pfad: object = None, _ziel: object = None) -> object:
        """Find what is ours; the import system asks."""
        if name not in self.dateien:
            return None
        pfad = self.dateien[name]
        orte = [str(pfad.parent)] if pfad.stem == "__init__" else None
        ich: Any = self  # a loader by shape
        return importlib.util.spec_from_file_location(name, pfad, loader=ich, submodule_search_locations=orte)

    def create_module(self, _spec: object) -> None:
        """Leave the module object to the import system."""

    def exec_module(self, modul: types.ModuleType) -> None:
        """Run the compiled module."""
        name = modul.__name__
        if name not in self.codes:
            pfad = self.dateien[name]
            self.codes[name] = compile(pfad.read_bytes(), str(pfad), "exec")
        exec(self.codes[name], modul.__dict__)  # noqa: S102  (the project's own code)


class Lauf:
    """A run: the modules, their mutants, the cases and which lines each case reaches."""

    def __init__(self, argumente: argparse.Namespace) -> None:
        """Find the modules, their mutants and the tests."""
        paket = WURZEL / "konzept" / argumente.paket
        gewaehlt = {modulname(p): p for p in sorted(paket.rglob("*.py"))}
        if argumente.paket == "domain":
            # the models are declared, not computed; the rules are those of the calendar
            regeln = {*paket.glob("termin/**/*.py"), paket / "kalender.py"}
            gewaehlt = {n: p for n, p in gewaehlt.items() if p in regeln}
        namen = tuple(f".{name}" for name in argumente.module)
        gewaehlt = {n: p for n, p in gewaehlt.items() if not namen or n.endswith(namen)}
        self.testmodule = {
            f"mutanten_{modulname(p).replace('.', '_')}": p for p in testdateien(argumente.tests)
        }
        self.dateien = {modulname(p): p for p in (WURZEL / "konzept").rglob("*.py")} | self.testmodule
        self.lader = Lader(self.dateien)
        self.eigenschaften: bool = argumente.eigenschaften
        self.laengste, self.genug = float(argumente.laengste), float(argumente.genug)
        self.welche = re.compile(argumente.faelle)
        self.baeume = {name: ast.parse(pfad.read_text(encoding="utf-8")) for name, pfad in gewaehlt.items()}
        self.mutanten = [m for name, baum in self.baeume.items() for m in mutanten(name, baum)]
        if argumente.nur:
            nur = set(Path(argumente.nur).read_text(encoding="utf-8").splitlines())
            self.mutanten = [m for m in self.mutanten if f"  {m}" in nur]
        self.mutanten = [m for m in self.mutanten if argumente.woerter or not m.wort][:: argumente.jeder]
        profil = hypothesis.settings(derandomize=True, database=None, deadline=None, max_examples=30)
        hypothesis.settings.register_profile("mutanten", profil)
        hypothesis.settings.load_profile("mutanten")
        sys.path.insert(0, str(WURZEL))
        sys.meta_path.insert(0, self.lader)  # type: ignore[arg-type]  # a finder by shape
        self.reichweite: dict[tuple[str, int], list[str]] = defaultdict(list)
        self.alle: dict[str, Fall] = {}
        self.dauer: dict[str, float] = {}
        self.moerder: list[str] = []
        """The cases that killed last: they see most, and go first."""
        self.funktionen: dict[str, list[types.FunctionType]] = defaultdict(list)
        self.gemerkt: list[Any] = []
        self.geladen = 0

    def vermiss(self) -> None:
        """Run every case once and note the lines it reaches; one that fails without a mutant tells nothing."""
        gelesen = {str(self.dateien[name]): name for name in self.baeume}
        erreicht: set[tuple[str, int]] = set()

        def folge(rahmen: types.FrameType, ereignis: str, _wert: object) -> object:
            name = gelesen.get(rahmen.f_code.co_filename)
            if name is None:
                return None
            if ereignis == "line":
                erreicht.add((name, rahmen.f_lineno))
            return folge

        alle = faelle(self.testmodule, eigenschaften=self.eigenschaften)
        for name, fall in ((name, fall) for name, fall in alle.items() if self.welche.search(name)):
            erreicht.clear()
            self._vergiss()
            beginn = time.process_time()
            sys.settrace(folge)  # type: ignore[arg-type]  # the stub knows no function that returns itself
            fehler = _fehler(fall, 2 * self.laengste)
            sys.settrace(None)
            self.dauer[name] = time.process_time() - beginn
            if fehler or self.dauer[name] > self.laengste:
                sys.stderr.write(f"Weggelassen: {name}: {self.dauer[name]:.1f} s {fehler or 'zu lang'}\n")
                continue
            self.alle[name] = fall
            for zeile in erreicht:
                self.reichweite[zeile].append(name)
        self._vergiss()
        for ding in gc.get_objects():
            if isinstance(ding, types.FunctionType):
                self.funktionen[ding.__code__.co_filename].append(ding)

    def _vergiss(self) -> None:
        """Empty what functions remember: a mutant must not live on what was computed without it."""
        SITZUNG.clear()
        if len(sys.modules) != self.geladen:
            self.geladen = len(sys.modules)
            self.gemerkt = [
                ding
                for ding in gc.get_objects()
                if isinstance(ding, GEMERKT) and str(WURZEL) in inspect.unwrap(ding).__code__.co_filename
            ]
        for funktion in self.gemerkt:
            funktion.cache_clear()

    def ueberlebt(self, nummer: int) -> tuple[int, bool, int]:
        """Run one mutant in a fork; return its number, whether no case fails, and how many reach it."""
        mutant = self.mutanten[nummer]
        namen = [n for zeile in mutant.zeilen for n in self.reichweite.get((mutant.modul, zeile), ())]
        if not _in_funktion(self.baeume[mutant.modul], mutant.zeilen):
            namen = list(self.alle)
        if not namen:
            return nummer, True, 0
        gut = set(namen)
        namen = sorted(gut - set(self.moerder), key=lambda name: (self.dauer[name], name))
        namen = [*(name for name in self.moerder if name in gut), *namen]
        summen = itertools.accumulate(self.dauer[name] for name in namen)
        namen = [name for name, summe in zip(namen, summen, strict=True) if summe <= self.genug]
        lesen, schreiben = os.pipe()
        kind = os.fork()
        if kind == 0:
            os._exit(self._im_kind(mutant, namen, schreiben))
        os.close(schreiben)
        moerder = os.read(lesen, 999).decode()
        os.close(lesen)
        _, status = os.waitpid(kind, 0)
        if moerder:
            self.moerder = [moerder, *(name for name in self.moerder if name != moerder)][:100]
        return nummer, status == 0, len(namen)

    def _im_kind(self, mutant: Mutant, namen: list[str], melden: int) -> int:
        signal.setitimer(signal.ITIMER_PROF, ZEITGRENZE)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        name = ""
        try:
            mutant.setze(mutant.neu)
            baum = ast.fix_missing_locations(self.baeume[mutant.modul])
            code = compile(baum, str(self.dateien[mutant.modul]), "exec")
            alle = self.alle
            if not (_in_funktion(baum, mutant.zeilen) and self._ersetze(code)):
                self.lader.codes[mutant.modul] = code
                for name in [name for name in sys.modules if name in self.dateien]:
                    del sys.modules[name]
                module = dict.fromkeys(name.partition(".")[0] for name in namen)
                alle = faelle(module, eigenschaften=self.eigenschaften)
            for name in namen:
                signal.setitimer(signal.ITIMER_PROF, min(ZEITGRENZE, 3 * self.laengste))
                alle[name]()
        except BaseException:  # noqa: BLE001  (any failure of a test is a kill)
            os.write(melden, name.encode())
            return 1
        return 0

    def _ersetze(self, code: types.CodeType) -> bool:
        """Give the functions of a module their changed code; tell whether that is possible."""
        neue: dict[tuple[str, int], types.CodeType] = {}
        offen = [code]
        while offen:
            teile = [teil for teil in offen.pop().co_consts if isinstance(teil, types.CodeType)]
            neue |= {(teil.co_qualname, teil.co_firstlineno): teil for teil in teile}
            offen += teile
        for funktion in self.funktionen[code.co_filename]:
            neu = neue.get((funktion.__code__.co_qualname, funktion.__code__.co_firstlineno))
            if neu is None or neu.co_freevars != funktion.__code__.co_freevars:
                return False
            if not neu.co_name.startswith("<"):
                funktion.__code__ = neu
        return True


def _fehler(fall: Fall, sekunden: float) -> str:
    """Run a case and tell what it failed with; nothing if it did not."""

    def genug(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, genug)
    signal.setitimer(signal.ITIMER_PROF, sekunden)
    try:
        fall()
    except BaseException as fehler:  # noqa: BLE001  (whatever a test of another's work in progress raises)
        return f"{fehler!r:.200}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
    return ""


def _in_funktion(baum: ast.AST, zeilen: range) -> bool:
    return any(
        isinstance(k, ast.FunctionDef) and k.body[0].lineno <= zeilen.start <= (k.end_lineno or 0)
        for k in ast.walk(baum)
    )


LAEUFE: list[Lauf] = []
"""The run of this process; forks find it here."""


def pruefe(nummer: int) -> tuple[int, bool, int]:
    """Try one mutant of the run."""
    return LAEUFE[0].ueberlebt(nummer)


def main() -> int:
    """Print every mutant that no case noticed, and the figures by module."""
    leser = argparse.ArgumentParser(description="Mutationstest eines Pakets von konzept")
    leser.add_argument("module", nargs="*", help="names of modules, such as fristen; without: all")
    leser.add_argument("--woerter", action="store_true", help="also take each word out of each word list")
    leser.add_argument("--eigenschaften", action="store_true", help="also run the properties (Hypothesis)")
    leser.add_argument("--kerne", type=int, default=2, help="how many mutants at a time")
    leser.add_argument("--jeder", type=int, default=1, help="a sample: only every so many-th mutant")
    leser.add_argument("--paket", default="domain", help="folder in konzept; domain: Termine, calendar")
    leser.add_argument("--tests", nargs="*", default=[], help="folders, files, or how names of files begin")
    leser.add_argument("--faelle", default="", help="only cases whose names hold this regular expression")
    leser.add_argument("--laengste", type=float, default=ZEITGRENZE, help="leave out cases of more seconds")
    leser.add_argument("--genug", type=float, default=inf, help="for a mutant, cases of so many seconds")
    leser.add_argument("--nur", help="what an earlier run printed: only the mutants named there")
    argumente = leser.parse_args()
    with tempfile.TemporaryDirectory() as tempfile.tempdir:  # what a fork leaves behind goes at the end
        return _miss(Lauf(argumente), argumente.kerne)


def _miss(lauf: Lauf, kerne: int) -> int:
    lauf.vermiss()
    LAEUFE.append(lauf)
    sys.stderr.write(f"{len(lauf.mutanten)} Mutanten, {len(lauf.alle)} Fälle\n")
    zahlen: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    with multiprocessing.get_context("fork").Pool(kerne) as pool:
        for nummer, lebt, erreicht in pool.imap(pruefe, range(len(lauf.mutanten)), chunksize=8):
            mutant = lauf.mutanten[nummer]
            zahl = zahlen[mutant.modul]
            zahl[:] = zahl[0] + 1, zahl[1] + lebt, zahl[2] + (not erreicht)
            if lebt:
                print(f"  {mutant}", flush=True)
    zahlen["gesamt"] = [sum(spalte) for spalte in zip(*zahlen.values(), strict=True)]
    print(f"{'Modul':<52}{'Mutanten':>9}{'überlebt':>9}{'unerreicht':>11}{'getötet':>9}")
    for name, (alle, lebend, unerreicht) in zahlen.items():
        print(f"{name:<52}{alle:>9}{lebend:>9}{unerreicht:>11}{100 * (alle - lebend) / max(1, alle):>8.1f}%")
    return 0


if __name__ == "__main__":
    sys.exit(main())
