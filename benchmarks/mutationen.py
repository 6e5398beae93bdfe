"""What a mutation test is made of: the changes of a syntax tree, and the cases of the tests that may notice them.

Comparisons turned round or moved by one, one side of »and« and »or« left out, numbers one higher, conditions always
true or false, one entry, keyword, case or filter less, a call or a yield less, one word less in a list of words.
Cases are run without pytest, which for each of thousands of mutants would take seconds; the few fixtures that they ask
for are made here.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import importlib
import inspect
import io
import itertools
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

_WOERTER = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)+ ?")
_VERGLEICHE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_RECHNEN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
}  # fmt: skip
UMGEBUNG = 30
"""How many letters a mutant is shown with on either side."""
_OHNE = {"annotation", "returns", "decorator_list", "type_params"}


@dataclass(slots=True)
class Mutant:
    """One change: in `traeger`, the field `feld` (at `stelle`, if a list) holds `neu` instead of `alt`."""

    modul: str
    traeger: ast.AST
    feld: str
    stelle: int | None
    alt: ast.AST
    neu: ast.AST
    zeilen: range
    wort: bool
    """Whether it takes one word out of a list instead of changing a rule."""

    def setze(self, knoten: ast.AST) -> None:
        """Put a node where the change belongs."""
        if self.stelle is None:
            setattr(self.traeger, self.feld, knoten)
        else:
            getattr(self.traeger, self.feld)[self.stelle] = knoten

    def _im_traeger(self, knoten: ast.AST) -> str:
        self.setze(knoten)
        text = " ".join(ast.unparse(self.traeger).split())
        self.setze(self.alt)
        return text

    def __str__(self) -> str:
        """Tell place and change in one line."""
        alt, neu = (" ".join(ast.unparse(knoten).split()) for knoten in (self.alt, self.neu))
        if isinstance(self.alt, ast.Constant) and not self.wort:
            alt, neu = (self._im_traeger(knoten) for knoten in (self.alt, self.neu))
        a = _gemeinsam(alt, neu)
        b = min(_gemeinsam(alt[::-1], neu[::-1]), len(alt) - a, len(neu) - a)
        a, b = max(0, a - UMGEBUNG), max(0, b - UMGEBUNG)
        zeile = getattr(self.alt, "lineno", self.zeilen.start)
        return f"{self.modul}:{zeile}: {alt[a : len(alt) - b]}  →  {neu[a : len(neu) - b]}"


def _gemeinsam(a: str, b: str) -> int:
    """Count the letters that two texts begin alike with."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _mit(knoten: ast.AST, **felder: object) -> ast.AST:
    neu = copy.copy(knoten)
    for name, wert in felder.items():
        setattr(neu, name, wert)
    return neu


def _ohne_je_eins(knoten: ast.AST, feld: str, mindestens: int) -> Iterator[ast.AST]:
    liste = getattr(knoten, feld)
    if len(liste) >= mindestens:
        for n in range(len(liste)):
            yield _mit(knoten, **{feld: [*liste[:n], *liste[n + 1 :]]})


def ersatz(knoten: ast.AST) -> Iterator[ast.AST]:  # noqa: C901, PLR0912  (a table of changes, one case each)
    """Give every change of one node."""
    match knoten:
        case ast.Compare(ops=ops):
            for n, op in enumerate(ops):
                yield _mit(knoten, ops=[*ops[:n], _VERGLEICHE[type(op)](), *ops[n + 1 :]])
        case ast.BoolOp(values=[links, rechts]):
            yield from (links, rechts)
        case ast.BoolOp():
            yield from _ohne_je_eins(knoten, "values", 3)
        case ast.UnaryOp(op=ast.Not(), operand=wert):
            yield wert
        case ast.BinOp(op=op, left=links):
            yield _mit(knoten, op=_RECHNEN[type(op)]()) if type(op) in _RECHNEN else links
        case ast.Constant(value=bool(wert)):
            yield ast.Constant(not wert)
        case ast.Constant(value=int(wert)):
            yield ast.Constant(wert + 1)
        case ast.Constant(value=str(text)) if _WOERTER.fullmatch(text):
            woerter = text.split()
            for n in range(len(woerter)):
                rest = " ".join([*woerter[:n], *woerter[n + 1 :]])
                yield ast.Constant(rest + " " * text.endswith(" "))
        case ast.If(test=ast.Compare()):
            return  # turned round as a comparison
        case ast.If(test=pruefung):
            yield _mit(knoten, test=ast.Constant(value=False))
            if not isinstance(pruefung, ast.BoolOp):
                yield _mit(knoten, test=ast.Constant(value=True))
        case ast.IfExp(body=dann, orelse=sonst):
            yield from (dann, sonst)
        case ast.comprehension():
            yield from _ohne_je_eins(knoten, "ifs", 1)
        case ast.match_case(guard=ast.expr()):
            yield _mit(knoten, guard=None)
        case ast.Match():
            yield from _ohne_je_eins(knoten, "cases", 2)
        case ast.MatchOr():
            yield from _ohne_je_eins(knoten, "patterns", 3)
        case ast.Set() | ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()):
            yield from _ohne_je_eins(knoten, "elts", 1)
        case ast.Dict(keys=namen, values=werte):
            for n in range(len(namen)):
                yield _mit(knoten, keys=[*namen[:n], *namen[n + 1 :]], values=[*werte[:n], *werte[n + 1 :]])
        case ast.Call():
            yield from _ohne_je_eins(knoten, "keywords", 1)
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case _:
            return


def _nimmt_wort(alt: ast.AST, neu: ast.AST) -> bool:
    if isinstance(alt, ast.Constant):
        return isinstance(alt.value, str)
    if isinstance(alt, ast.Set | ast.Tuple | ast.List) and isinstance(neu, type(alt)):
        (weg,) = [e for e in alt.elts if not any(e is f for f in neu.elts)]
        return isinstance(weg, ast.Constant) and isinstance(weg.value, str)
    return False


def mutanten(modul: str, baum: ast.AST, zeilen: range | None = None) -> Iterator[Mutant]:
    """Give every mutant of a module; annotations, decorators, messages and what only types need are left alone."""
    for feld, wert in ast.iter_fields(baum):
        for stelle, kind in enumerate(wert) if isinstance(wert, list) else [(None, wert)]:
            if not isinstance(kind, ast.AST) or feld in _OHNE or _ausgenommen(kind):
                continue
            eigene = zeilen
            if isinstance(kind, ast.stmt):
                letzte = kind.end_lineno or kind.lineno
                koerper = getattr(kind, "body", None) or getattr(kind, "cases", None)
                if koerper:
                    letzte = max(
                        kind.lineno, min(n.lineno for n in ast.walk(koerper[0]) if hasattr(n, "lineno")) - 1
                    )
                eigene = range(kind.lineno, letzte + 1)
            elif isinstance(kind, ast.match_case):
                eigene = range(kind.pattern.lineno, kind.body[0].lineno)
            for neu in ersatz(kind):
                yield Mutant(modul, baum, feld, stelle, kind, neu, eigene or range(0), _nimmt_wort(kind, neu))
            yield from mutanten(modul, kind, eigene)


def _ausgenommen(knoten: ast.AST) -> bool:
    match knoten:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Import() | ast.ImportFrom() | ast.JoinedStr():
            return True
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "msg")]):
            return True
        case ast.Subscript(value=ast.Name(id="Callable")) | ast.Call(func=ast.Name(id="TypeVar")):
            return True
        case _:
            return False


Fall = Callable[[], object]
SITZUNG: dict[str, object] = {}
"""The values of fixtures that a whole session shares."""
_ZEILE = type(pytest.param())
WURZEL = Path(__file__).resolve().parent.parent


def modulname(pfad: Path) -> str:
    """Give the name by which a file of konzept is imported."""
    return ".".join(pfad.relative_to(WURZEL).with_suffix("").parts).removesuffix(".__init__")


def testdateien(genannt: list[str]) -> list[Path]:
    """Give the files of tests: those of folders and files that exist, else those of Termine that begin as named."""
    orte = [WURZEL / name for name in genannt if (WURZEL / name).exists()]
    if orte:
        return [p for ort in orte for p in ([ort] if ort.is_file() else sorted(ort.rglob("test_*.py")))]
    return [p for p in sorted((WURZEL / "tests" / "domain").rglob("test_*.py"))
            if (p.parent.name == "termin" or p.stem == "test_kalender")
            and p.stem.startswith(tuple(genannt or ["test_"]))]  # fmt: skip


def faelle(testmodule: Iterable[str], *, eigenschaften: bool) -> dict[str, Fall]:
    """Import the tests and return their cases by name: rows of tables, plain tests and, if asked, properties."""
    ergebnis: dict[str, Fall] = {}
    for name in testmodule:
        modul = importlib.import_module(name)
        for funktion in vars(modul).values():
            if not inspect.isfunction(funktion) or not funktion.__name__.startswith("test_"):
                continue
            if getattr(funktion, "is_hypothesis_test", False) and not eigenschaften:
                continue
            for n, werte in enumerate(_zeilen(funktion, modul)):
                ergebnis[f"{name}.{funktion.__name__}[{n}]"] = partial(_mit_beigaben, funktion, werte, modul)
    return ergebnis


def _zeilen(funktion: Callable[..., object], modul: ModuleType) -> Iterator[dict[str, object]]:
    """Unfold the parametrize marks of a test, and the parameters of the fixtures it asks for."""
    tabellen: list[list[dict[str, object]]] = []
    for marke in getattr(funktion, "pytestmark", []):
        if marke.name == "parametrize":
            namen, zeilen = marke.args[:2]
            namen = [n.strip() for n in namen.split(",")] if isinstance(namen, str) else list(namen)
            zeilen = [z.values if isinstance(z, _ZEILE) else (z,) if len(namen) == 1 else z for z in zeilen]
            tabellen.append([dict(zip(namen, z, strict=True)) for z in zeilen])
    for name in inspect.signature(funktion).parameters:
        beigabe = getattr(modul, name, None)
        marke = getattr(beigabe, "_fixture_function_marker", None)
        if beigabe is not None and marke is not None and marke.params:
            tabellen.append([{name: _ohne_marke(beigabe)(SimpleNamespace(param=p))} for p in marke.params])
    for wahl in itertools.product(*tabellen):
        yield {name: wert for zeile in wahl for name, wert in zeile.items()}


def _ohne_marke(beigabe: Any) -> Callable[..., Any]:
    funktion: Callable[..., Any] = beigabe._get_wrapped_function()  # noqa: SLF001  (pytest has no other way to it)
    return funktion


def _mit_beigaben(funktion: Callable[..., object], werte: dict[str, object], modul: ModuleType) -> None:
    """Run one case with the fixtures that it and its module ask for; a test without any is called as it is."""
    with contextlib.ExitStack() as haufen:
        da = dict(werte)
        for name, ding in vars(modul).items():
            marke = getattr(ding, "_fixture_function_marker", None)
            if marke is not None and marke.autouse:
                _beigabe(name, modul, da, haufen)
        for name in inspect.signature(funktion).parameters:
            _beigabe(name, modul, da, haufen)
        funktion(**{name: da[name] for name in inspect.signature(funktion).parameters})


def _beigabe(name: str, modul: ModuleType, da: dict[str, object], haufen: contextlib.ExitStack) -> object:
    if name in da:
        return da[name]
    eigene = getattr(modul, name, None)
    marke = getattr(eigene, "_fixture_function_marker", None)
    if marke is not None:
        schluessel = f"{modul.__name__}.{name}"
        if schluessel not in SITZUNG:
            funktion = _ohne_marke(eigene)
            wert = funktion(*(_beigabe(n, modul, da, haufen) for n in inspect.signature(funktion).parameters))
            if marke.scope == "function":
                da[name] = next(wert) if inspect.isgenerator(wert) else wert
                return da[name]
            SITZUNG[schluessel] = wert
        da[name] = SITZUNG[schluessel]
    elif name == "tmp_path":
        da[name] = Path(haufen.enter_context(tempfile.TemporaryDirectory())).resolve()
    elif name == "tmp_path_factory":
        da[name] = SimpleNamespace(mktemp=lambda _: Path(tempfile.mkdtemp()))
    elif name == "monkeypatch":
        da[name] = haufen.enter_context(pytest.MonkeyPatch.context())
    elif name == "capsys":
        strom = haufen.enter_context(contextlib.redirect_stdout(io.StringIO()))
        da[name] = SimpleNamespace(readouterr=lambda: SimpleNamespace(out=strom.getvalue()))
    elif name == "root":
        da[name] = WURZEL
    else:
        raise LookupError(name)
    return da[name]
