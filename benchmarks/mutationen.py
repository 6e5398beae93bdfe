"""The changes of the mutation test: every small slip that a module could have, as a change of its syntax tree.

Comparisons turned round or moved by one, one side of »and« and »or« left out, numbers one higher, conditions always
true or false, one entry, keyword, case or filter less, a call or a yield less, one word less in a list of words.
"""

from __future__ import annotations

import ast
import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        case ast.Subscript(value=ast.Name(id="Callable")):
            return True
        case _:
            return False
