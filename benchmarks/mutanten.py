"""Mutation testing of the Termin grammar: the small changes of its code that no test of tests/domain notices.

Why own code: mutmut 3 leaves decorated functions and module level alone, and here every rule is decorated and the
words stand at module level; cosmic-ray starts a process for each mutant, which for some five thousand takes hours.
Here each mutant runs in a fork of a process that has compiled everything else, and only the cases that reach its line.
Properties are left out unless asked for, and so are the tests of other folders: what lives here may die there.

    python benchmarks/mutanten.py fristen > vorher.txt      the mutants that live, and the figures
    python benchmarks/mutanten.py fristen --nur vorher.txt  only those again, after new tests
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.machinery
import importlib.util
import inspect
import itertools
import multiprocessing
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
from mutationen import Mutant, mutanten

if TYPE_CHECKING:
    import types

WURZEL = Path(__file__).resolve().parent.parent
PAKET = WURZEL / "konzept" / "domain"
ZEITGRENZE = 20.0
"""Seconds of processor time for one case, after which its mutant counts as killed: it no longer ends."""


class Lader:
    """Finds the modules of konzept/domain and of tests/domain; `codes` may hold a mutant."""

    def __init__(self, dateien: dict[str, Path]) -> None:
        """Read and compile everything once."""
        self.dateien = dateien
        self.codes = {name: compile(pfad.read_bytes(), str(pfad), "exec") for name, pfad in dateien.items()}

    def find_spec(self, name: str, _pfad: object = None, _ziel: object = None) -> object:
        """Find what is ours; the import system asks."""
        if name not in self.dateien:
            return None
        pfad = self.dateien[name]
        orte = [str(pfad.parent)] if pfad.stem == "__init__" else None
        return importlib.util.spec_from_file_location(
            name,
            pfad,
            loader=self,  # type: ignore[arg-type]  # a loader by shape
            submodule_search_locations=orte,
        )

    def create_module(self, _spec: object) -> None:
        """Leave the module object to the import system."""

    def exec_module(self, modul: types.ModuleType) -> None:
        """Run the compiled module."""
        exec(self.codes[modul.__name__], modul.__dict__)  # noqa: S102  (the project's own code)


Fall = Callable[[], object]


def faelle(testmodule: Iterable[str], *, eigenschaften: bool) -> dict[str, Fall]:
    """Import the tests and return their cases by name: rows of tables, plain tests and, if asked, properties."""
    ergebnis: dict[str, Fall] = {}
    for name in testmodule:
        modul = importlib.import_module(name)
        for funktion in vars(modul).values():
            if not inspect.isfunction(funktion) or not funktion.__name__.startswith("test_"):
                continue
            ist_eigenschaft = getattr(funktion, "is_hypothesis_test", False)
            if ist_eigenschaft and not eigenschaften:
                continue
            for n, werte in enumerate(_zeilen(funktion)):
                if not ist_eigenschaft and set(inspect.signature(funktion).parameters) - set(werte):
                    continue  # needs a fixture of pytest
                ergebnis[f"{name}.{funktion.__name__}[{n}]"] = partial(funktion, **werte)
    return ergebnis


def _zeilen(funktion: Callable[..., object]) -> Iterator[dict[str, object]]:
    """Unfold the parametrize marks of a test."""
    tabellen: list[list[dict[str, object]]] = []
    for marke in getattr(funktion, "pytestmark", []):
        if marke.name == "parametrize":
            namen, zeilen = marke.args[:2]
            namen = [n.strip() for n in namen.split(",")] if isinstance(namen, str) else list(namen)
            zeilen = [getattr(z, "values", z) if not isinstance(z, dict) else z for z in zeilen]
            tabellen.append([dict(zip(namen, [z] if len(namen) == 1 else z, strict=True)) for z in zeilen])
    for wahl in itertools.product(*tabellen):
        yield {name: wert for zeile in wahl for name, wert in zeile.items()}


class Lauf:
    """A run: the modules, their mutants, the cases and which lines each case reaches."""

    def __init__(self, argumente: argparse.Namespace) -> None:
        """Load everything and prove that without a mutant no case fails."""
        pakete = {"konzept.domain." + ".".join(p.relative_to(PAKET).with_suffix("").parts): p
                  for p in [*sorted((PAKET / "termin").rglob("*.py")), PAKET / "kalender.py"]}  # fmt: skip
        pakete = {name.removesuffix(".__init__"): pfad for name, pfad in pakete.items()}
        tests = {f"mutanten_{p.stem}": p for p in sorted((WURZEL / "tests" / "domain").rglob("test_*.py"))
                 if (p.parent.name == "termin" or p.stem == "test_kalender")
                 and p.stem.startswith(tuple(argumente.tests or ["test_"]))}  # fmt: skip
        self.lader = Lader({**pakete, **tests})
        self.testmodule = list(tests)
        self.eigenschaften: bool = argumente.eigenschaften
        stamm = {p.stem: n for n, p in pakete.items()}
        gewaehlt = {stamm[m]: pakete[stamm[m]] for m in argumente.module} or pakete
        self.baeume = {name: ast.parse(pfad.read_text(encoding="utf-8")) for name, pfad in gewaehlt.items()}
        self.mutanten = [m for name, baum in self.baeume.items() for m in mutanten(name, baum)]
        if argumente.nur:
            nur = set(Path(argumente.nur).read_text(encoding="utf-8").splitlines())
            self.mutanten = [m for m in self.mutanten if f"  {m}" in nur]
        self.mutanten = [m for m in self.mutanten if argumente.woerter or not m.wort][:: argumente.jeder]
        hypothesis.settings.register_profile(
            "mutanten", derandomize=True, database=None, deadline=None, max_examples=30
        )
        hypothesis.settings.load_profile("mutanten")
        sys.path.insert(0, str(WURZEL))
        sys.meta_path.insert(0, self.lader)  # type: ignore[arg-type]  # a finder by shape
        self.reichweite: dict[tuple[str, int], list[str]] = defaultdict(list)
        self.alle: list[str] = []
        self.moerder: list[str] = []
        """The cases that killed last: they see most, and go first."""

    def vermiss(self) -> None:
        """Run every case once and note the lines it reaches."""
        self.alle = []
        gelesen = {str(self.lader.dateien[name]): name for name in self.baeume}
        erreicht: set[tuple[str, int]] = set()

        def folge(rahmen: types.FrameType, ereignis: str, _wert: object) -> object:
            name = gelesen.get(rahmen.f_code.co_filename)
            if name is None:
                return None
            if ereignis == "line":
                erreicht.add((name, rahmen.f_lineno))
            return folge

        alle = faelle(self.testmodule, eigenschaften=self.eigenschaften)
        gemerkt = [
            wert
            for name, modul in list(sys.modules.items()) if name in self.lader.dateien
            for wert in vars(modul).values() if hasattr(wert, "cache_clear")
        ]  # fmt: skip
        for name, fall in alle.items():
            erreicht.clear()
            for funktion in gemerkt:
                funktion.cache_clear()
            sys.settrace(folge)  # type: ignore[arg-type]  # the stub knows no function that returns itself
            try:
                fall()
            except Exception as fehler:  # noqa: BLE001  (whatever a test of another's work in progress raises)
                sys.settrace(None)
                sys.stderr.write(f"Ohne Mutant rot und weggelassen: {name}: {fehler!r:.200}\n")
                continue
            finally:
                sys.settrace(None)
            self.alle.append(name)
            for zeile in erreicht:
                self.reichweite[zeile].append(name)
        for name in [name for name in sys.modules if name in self.lader.dateien]:
            del sys.modules[name]

    def ueberlebt(self, nummer: int) -> tuple[int, bool, int]:
        """Run one mutant in a fork; return its number, whether no case fails, and how many reach it."""
        mutant = self.mutanten[nummer]
        namen = list(
            dict.fromkeys(
                n for zeile in mutant.zeilen for n in self.reichweite.get((mutant.modul, zeile), ())
            )
        )
        if not _in_funktion(self.baeume[mutant.modul], mutant.zeilen):
            namen = self.alle
        if not namen:
            return nummer, True, 0
        gut = set(namen)
        namen = [
            *(name for name in self.moerder if name in gut),
            *(n for n in namen if n not in self.moerder),
        ]
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
            self.lader.codes[mutant.modul] = compile(baum, str(self.lader.dateien[mutant.modul]), "exec")
            module = dict.fromkeys(name.partition(".")[0] for name in namen)
            alle = faelle(module, eigenschaften=self.eigenschaften)
            for name in namen:
                signal.setitimer(signal.ITIMER_PROF, ZEITGRENZE)
                alle[name]()
        except BaseException:  # noqa: BLE001  (any failure of a test is a kill)
            os.write(melden, name.encode())
            return 1
        return 0


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
    leser = argparse.ArgumentParser(description="Mutationstest von konzept/domain/termin")
    leser.add_argument("module", nargs="*", help="names of modules, such as fristen; without: all")
    leser.add_argument("--woerter", action="store_true", help="also take each word out of each word list")
    leser.add_argument("--eigenschaften", action="store_true", help="also run the properties (Hypothesis)")
    leser.add_argument("--kerne", type=int, default=2, help="how many mutants at a time")
    leser.add_argument("--jeder", type=int, default=1, help="a sample: only every so many-th mutant")
    leser.add_argument("--tests", nargs="*", default=[], help="only test files whose names begin so")
    leser.add_argument("--nur", help="what an earlier run printed: only the mutants named there")
    argumente = leser.parse_args()
    lauf = Lauf(argumente)
    lauf.vermiss()
    LAEUFE.append(lauf)
    sys.stderr.write(f"{len(lauf.mutanten)} Mutanten, {len(lauf.alle)} Fälle\n")
    zahlen: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    with multiprocessing.get_context("fork").Pool(argumente.kerne) as pool:
        for nummer, lebt, erreicht in pool.imap(pruefe, range(len(lauf.mutanten)), chunksize=8):
            mutant = lauf.mutanten[nummer]
            zahl = zahlen[mutant.modul]
            zahl[0] += 1
            zahl[1] += lebt
            zahl[2] += not erreicht
            if lebt:
                print(f"  {mutant}", flush=True)
    zahlen["gesamt"] = [sum(spalte) for spalte in zip(*zahlen.values(), strict=True)]
    print(f"{'Modul':<52}{'Mutanten':>9}{'überlebt':>9}{'unerreicht':>11}{'getötet':>9}")
    for name, (alle, lebend, unerreicht) in zahlen.items():
        print(f"{name:<52}{alle:>9}{lebend:>9}{unerreicht:>11}{100 * (alle - lebend) / max(1, alle):>8.1f}%")
    return 0


if __name__ == "__main__":
    sys.exit(main())
