"""What ``konzept render`` is asked to narrow, and what it refuses because a document or a format has no use for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.render_auftrag import MIT_VORLAGE
from konzept.cli.render_dokumente import DOKUMENTE, OPTIONEN
from konzept.cli.surface.failure import WrongCall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from konzept.cli.render_auftrag import Format
    from konzept.cli.render_dokumente import Dokument
    from konzept.domain.fassung import Fassung


def massnahmen_ids(fassung: Fassung, names: Sequence[str]) -> frozenset[str]:
    """Return the ids of the Maßnahmen so named; a number of a goal or field names all of its own."""
    from konzept.diagnostics import nearest
    from konzept.edit.target import massnahmen_named

    ids: set[str] = set()
    for name in names:
        found = {stelle.id for stelle in massnahmen_named(fassung, name)}
        if not found:
            close = nearest(name, (stelle.id for stelle in fassung.massnahmen()))
            hint = f"Meinten Sie »{close}«? " if close else ""
            raise WrongCall(
                f"Die Maßnahme »{name}« gibt es in der Fassung {fassung.id} nicht.",
                f"{hint}Alle zeigt »konzept list«.",
            )
        ids |= found
    return frozenset(ids)


def refuse_missing_format(dokument: Dokument, form: Format, vorlage: Path | None) -> None:
    """Refuse a format that a document does not have, and a Vorlage for one that takes none."""
    formate = DOKUMENTE[dokument].formate
    if form not in formate:
        raise WrongCall(
            f"Das Dokument »{dokument}« gibt es nicht als {form}.", f"Vorhanden: {', '.join(formate)}."
        )
    if vorlage is not None and form not in MIT_VORLAGE:
        raise WrongCall(f"»--vorlage« gehört nicht zum Format {form}.", "Es gilt für: docx, odt.")


def refuse_foreign_options(dokument: Dokument, given: Mapping[str, object]) -> None:
    """Refuse an option that this document has no use for, rather than drop it in silence."""
    for option, value in given.items():
        if value and dokument not in OPTIONEN[option]:
            raise WrongCall(
                f"»{option}« gehört nicht zum Dokument »{dokument}«.",
                f"Es gilt für: {', '.join(sorted(OPTIONEN[option]))}.",
            )
