"""The two sides of a comparison as they are called: ``FASSUNG`` from the files, ``FASSUNG@REV`` from git."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.quoting import quoted
from konzept.cli.workplace import (
    FOUND,
    NO_PLAN,
    all_findings,
    name_faults,
    open_plan,
    pick_fassung,
    refuse_if_broken,
    root_of_plan,
)

if TYPE_CHECKING:
    from pathlib import Path

    import typer

    from konzept.diagnostics import Befund
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.load import LoadedPlan
    from konzept.load.revision import Revision
    from konzept.reports.diff_werte import Seite, Vergleich

SIGN = "@"
"""Parts the Fassung, a slug without it, from the revision, which may hold more of it: 2020@@{yesterday}."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side: the Fassung, the loaded plan it stands in, and the commit if it comes from git."""

    name: str
    fassung: Fassung
    loaded: LoadedPlan
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """A sound plan: as it lies on disk, or as a revision holds it."""

    loaded: LoadedPlan
    revision: Revision | None = None


def open_sides(ctx: typer.Context, *calls: str) -> tuple[Side, ...]:
    """Open each side as it was called; the files on disk are read only if one of the sides stands in them.

    A side that names nothing is a wrong call (2). A plan with a Fehler ends with 1, wherever it lies; a revision
    that cannot be read, or does not hold the plan, with 3.
    """
    parts = [_parted(call) for call in calls]
    states = {name: _state(ctx, name) for name in dict.fromkeys(name for _, name in parts)}
    sides = []
    for call, (fassung, name) in zip(calls, parts, strict=True):
        state = states[name]
        found = _pick(state, fassung)
        sides.append(Side(call, found, state.loaded, state.revision))
    return tuple(sides)


def common_plan(alt: Side, neu: Side) -> Plan:
    """Return the plan of the new side, with the bodies and programmes that only the old one's knows."""
    plan, earlier = neu.loaded.plan, alt.loaded.plan
    if plan is earlier:
        return plan
    return replace(
        plan,
        akteure=(*plan.akteure, *(a for a in earlier.akteure if a.id not in plan.akteur_nach_id)),
        foerderprogramme=(
            *plan.foerderprogramme,
            *(p for p in earlier.foerderprogramme if p.id not in plan.programm_nach_id),
        ),
    )


def named_as_called(vergleich: Vergleich, alt: Side, neu: Side) -> Vergleich:
    """Return the comparison with its sides called as the user did, each with the commit it comes from."""
    return replace(vergleich, alt=_named(vergleich.alt, alt), neu=_named(vergleich.neu, neu))


def _named(seite: Seite, side: Side) -> Seite:
    from konzept.reports.diff_werte import Gitstand

    revision = side.revision
    gitstand = Gitstand(revision.commit, revision.datum) if revision else None
    return replace(seite, name=side.name, gitstand=gitstand)


def _parted(call: str) -> tuple[str, str | None]:
    """Return the Fassung and the revision that a side names; None for the files as they lie on disk."""
    fassung, sign, revision = call.partition(SIGN)
    if sign and not fassung:
        raise WrongCall(
            f"In {quoted(call)} fehlt die Fassung vor dem »@«.",
            f"Gemeint ist FASSUNG@REVISION, zum Beispiel {quoted('2020@' + (revision or 'v1'))}.",
        )
    if sign and not revision:
        raise WrongCall(
            f"In {quoted(call)} fehlt die Revision hinter dem »@«.",
            f"Nennen Sie eine Marke, einen Zweig oder einen Commit, zum Beispiel {quoted(f'{fassung}@HEAD')}; "
            f"ohne »@« ist der Stand der Dateien gemeint.",
        )
    return fassung, revision if sign else None


def _state(ctx: typer.Context, name: str | None) -> _State:
    if name is not None:
        return _from_git(root_of_plan(ctx), name)
    loaded = open_plan(ctx)
    refuse_if_broken(loaded)
    return _State(loaded)


def _from_git(root: Path, name: str) -> _State:
    from konzept.load.plan_loader import load_tree
    from konzept.load.revision import RevisionError, UnknownRevisionError, open_revision

    try:
        revision, tree = open_revision(root, name)
    except UnknownRevisionError as error:
        raise WrongCall(str(error), error.hilfe) from error
    except RevisionError as error:
        raise Failure(str(error), error.hilfe, NO_PLAN) from error
    loaded = load_tree(tree)
    _refuse_broken(loaded, name)
    return _State(loaded, revision)


def _refuse_broken(loaded: LoadedPlan, name: str) -> None:
    """End with 1 if the plan has a Fehler at this revision; its findings name their files as git does: v1:data/…."""
    from konzept.diagnostics import Severity

    faults = tuple(_placed(one, name) for one in all_findings(loaded) if one.schwere is Severity.FEHLER)
    if not faults:
        return
    name_faults(faults)
    if not loaded.read:
        raise Failure(f"Von dem Plan in der Revision »{name}« ist keine Datei lesbar.", exit_code=NO_PLAN)
    raise Failure(
        f"Der Plan in der Revision »{name}« hat Fehler; es wurde nichts ausgegeben.",
        f"Nennen Sie eine andere Revision; die Dateien von damals zeigt »git show {name}:./DATEI«.",
        FOUND,
    )


def _placed(befund: Befund, name: str) -> Befund:
    return replace(befund, ort=replace(befund.ort, datei=f"{name}:{befund.ort.datei}"))


def _pick(state: _State, fassung: str) -> Fassung:
    plan = state.loaded.plan
    if state.revision is None:
        return pick_fassung(plan, fassung)
    found = plan.fassung_nach_id.get(fassung)
    if found is None:
        known = ", ".join(plan.fassung_nach_id) or "keine"
        raise WrongCall(
            f"Die Fassung {quoted(fassung)} gibt es in der Revision »{state.revision.name}« nicht.",
            f"Dort vorhanden: {known}.",
        )
    return found
