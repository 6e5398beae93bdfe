"""Which calls for a next Fassung do not suit the plan: names that are taken, days that are too early, a second heir."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from konzept.domain.werte import ID_FORM, ID_HOECHSTLAENGE
from konzept.edit.fault import UnsuitableError
from konzept.edit.fortschreibung_remark import german

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan


def refuse_names(root: Path, alt: str, neu: str) -> None:
    """Raise UnsuitableError unless ``neu`` is a name for a Fassung that does not exist in any form."""
    if not re.fullmatch(ID_FORM, neu) or len(neu) > ID_HOECHSTLAENGE:
        raise UnsuitableError(
            f"»{neu}« ist als Name einer Fassung nicht erlaubt.",
            "Erlaubt sind Kleinbuchstaben a–z, Ziffern und Bindestriche, etwa »2024«.",
        )
    if alt == neu:
        raise UnsuitableError(
            f"Die Fassung {alt} kann nicht sich selbst fortschreiben.",
            "Nennen Sie erst die bisherige Fassung, dann einen neuen Namen.",
        )
    frame, folder, log = (
        f"data/fassungen/{neu}.yaml",
        f"data/handlungsfelder/{neu}",
        f"data/sachstand/{neu}.yaml",
    )
    there = [name for name in (frame, folder, log) if os.path.lexists(root / name)]
    if there == [folder]:
        raise UnsuitableError(
            f"Den Ordner {folder} gibt es schon, aber ohne {frame}.",
            "Er kann von einem abgebrochenen Lauf stammen. Löschen Sie ihn, wenn Sie nichts daraus brauchen.",
        )
    if there:
        raise UnsuitableError(
            f"{there[0]} gibt es schon; es wird nichts überschrieben.", "Nennen Sie einen anderen Namen."
        )


def refuse_beginning(alt: Fassung, beginn: date) -> None:
    """Raise UnsuitableError unless ``beginn`` lies behind the day the old Fassung is from and begins on."""
    frueher = max(filter(None, (alt.rahmen.stand.erster_tag, alt.erster_tag)))
    if beginn <= frueher:
        raise UnsuitableError(
            f"Die neue Fassung begänne am {german(beginn)}, die Fassung {alt.id} aber erst am {german(frueher)}.",
            "Nennen Sie mit »--ab-datum« den Tag, ab dem die neue Fassung gelten soll.",
        )


def refuse_second_successor(plan: Plan, alt: str, neu: str) -> None:
    """Raise UnsuitableError if another Fassung than ``neu`` already takes the place of ``alt``.

    The remedy carries on the newest one of the line, under the name asked for if that comes after it.
    """
    line = [alt]
    while heirs := [one.id for one in plan.fassungen if one.rahmen.vorgaenger == line[-1] and one.id != neu]:
        if heirs[-1] in line:
            break
        line.append(heirs[-1])
    if len(line) == 1:
        return
    newest = line[-1]
    heir, last = f"Auf sie folgt {line[1]}", f", die neueste ist {newest}" if newest != line[1] else ""
    if _is_later(neu, newest):
        remedy = f"Gemeint war wohl: konzept fortschreiben {newest} {neu}"
    else:
        remedy = (
            f"Fortgeschrieben wird die neueste Fassung, unter einem Namen, der auf {newest} folgt: "
            f"konzept fortschreiben {newest} {_next_name(plan.fassung_nach_id[newest])}"
        )
    raise UnsuitableError(f"Die Fassung {alt} ist schon fortgeschrieben: {heir}{last}.", remedy)


def _is_later(name: str, other: str) -> bool:
    """Tell whether a name comes after another; names that do not begin with a year cannot be told apart."""
    years = [re.match(r"[0-9]{4}", one) for one in (name, other)]
    return not all(years) or name > other


def _next_name(fassung: Fassung) -> str:
    """Return the year in which the successor of a Fassung begins, else a word that stands for it."""
    last = fassung.letzter_tag
    if last is None or last.year <= fassung.rahmen.stand.erster_tag.year:
        return "JAHR"
    following = last.year + 1 if (last.month, last.day) == (12, 31) else last.year
    return str(following)
