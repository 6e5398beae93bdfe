"""One letter per body: the Zuständigkeiten of each, with the request to report, in a format for paper or screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli import render_berichte as berichte
from konzept.cli.je_akteur import write_letters
from konzept.cli.render_schreiber import seiten_und_papiere
from konzept.cli.surface.failure import WrongCall

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.cli.render_auftrag import Auftrag, Format
    from konzept.render.schriftstueck import Schriftstueck


def write_letters_of(auftrag: Auftrag, form: Format, place: tuple[Path, Path]) -> None:
    """Write a letter to each body that can be asked; a wrong call for a format that is no letter.

    ``place`` is the folder for them and that of the plan. Raises as ``write_letters`` does.
    """
    writers = seiten_und_papiere(_unchanged)
    if form not in writers:
        raise WrongCall(f"Schreiben gibt es nicht als {form}.", f"Vorhanden: {', '.join(writers)}.")
    write_letters(
        auftrag.plan,
        berichte.zustaendigkeiten(auftrag),
        lambda brief: writers[form](brief, auftrag),
        place,
        form.value,
    )


def _unchanged(brief: Schriftstueck, _: Auftrag) -> Schriftstueck:
    return brief
