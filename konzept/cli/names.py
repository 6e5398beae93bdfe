"""Completion of what only the plan knows: Fassungen and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.surface.completion import complete_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _fassungen(folder: Path | None) -> Iterator[str]:
    """Give the Fassungen from the names of their files, without reading one."""
    from pathlib import Path as PathType

    from konzept.load.plan_files import find_files, plan_root

    yield from find_files(plan_root(folder or PathType())).fassungen


def _akteure(folder: Path | None) -> Iterator[tuple[str, str]]:
    """Give the ids of the register of bodies with their names."""
    from pathlib import Path as PathType

    from konzept.load import load_plan, plan_root

    for akteur in load_plan(plan_root(folder or PathType())).plan.akteure:
        yield akteur.id, akteur.name


complete_fassung = complete_from(_fassungen)
complete_akteur = complete_from(_akteure)
