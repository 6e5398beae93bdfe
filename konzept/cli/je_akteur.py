"""One file per body in a folder: who gets an answer or a letter of its own, and all the files written or none.

It knows nothing of formats: what it writes are finished texts by the id of a body.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.workplace import FOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from konzept.domain.akteur import Akteur
    from konzept.domain.plan import Plan
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.reports.due import Duebericht
    from konzept.reports.due_gruppe import Gruppe
    from konzept.reports.zustaendigkeiten_anschreiben import Versand
    from konzept.reports.zustaendigkeiten_teile import Zustaendigkeiten

OTHER_FOLDER = "Nennen Sie mit »--je-akteur« einen Ordner an einem anderen Ort."
NAMES_SHOWN = 5
"""So many old files are named; of more the number."""


def answers_per_body(
    plan: Plan, bericht: Duebericht, gruppen: Collection[Gruppe] = ()
) -> Iterator[tuple[Akteur, Duebericht]]:
    """Give every body of the register with the same question asked for it and for what belongs to it.

    Bodies without a name of their own (art ``gruppe``, such as »ExpertInnen«) are asked nothing: nobody would
    open the file. ``gruppen`` keeps only their entries, as ``--gruppe`` does.
    """
    from konzept.domain.akteur import Akteurart
    from konzept.reports.due import due
    from konzept.reports.due_auswahl import mit_untergeordneten

    for akteur in plan.akteure:
        if akteur.art is Akteurart.GRUPPE:
            continue
        frage = replace(bericht.frage, akteure=frozenset(mit_untergeordneten(plan, akteur.id)))
        antwort = due(plan, bericht.fassung, frage)
        yield akteur, antwort.nur(gruppen) if gruppen else antwort


def folder_named(text: str) -> Path:
    """Return the folder that an option names; a wrong call (exit code 2) if it names none.

    An empty name would mean the folder one is in, and eighty files would lie in it: an unset variable of a script.
    """
    if not text.strip():
        raise WrongCall(
            "»--je-akteur« nennt keinen Ordner.", "Für den Ordner, in dem Sie sind, schreiben Sie ».«."
        )
    return Path(text)


def refuse_two_targets(je_akteur: Path | None, akteur: str | None, ausgabe: Path | None) -> None:
    """Refuse one file per body together with one body or one file; a wrong call (exit code 2)."""
    if je_akteur is not None and (akteur is not None or ausgabe is not None):
        other = "--akteur" if akteur is not None else "-o"
        raise WrongCall(
            f"»--je-akteur« und »{other}« schließen sich aus.",
            "»--je-akteur ORDNER« schreibt für jede Stelle eine eigene Datei.",
        )


def write_letters(
    plan: Plan,
    liste: Zustaendigkeiten,
    write: Callable[[Schriftstueck], str | bytes],
    place: tuple[Path, Path],
    ending: str,
) -> int:
    """Write a letter to each body that can be asked, by ``write`` in one format; return how many.

    ``place`` is the folder for them and that of the plan. What a dissolved body was responsible for stands in the
    letter to its Nachfolger; that, and whom no letter reaches, is told on stderr. Raises as ``write_per_body`` does.
    """
    from konzept.output import write_stderr
    from konzept.render.zustaendigkeiten_anschreiben import anschreiben_schriftstueck
    from konzept.reports.zustaendigkeiten_anschreiben import versand

    mail = versand(plan, liste)
    contents: dict[str, str | bytes | None] = {
        brief.empfaenger.id: write(anschreiben_schriftstueck(brief)) for brief in mail.anschreiben
    }
    contents |= {akteur.id: None for akteur in mail.ohne_anteil}
    ohne_brief = [teil.akteur.id for teil in (*mail.uebergegangen, *mail.unerreichbar)]
    written = write_per_body(
        *place, contents, ending, nothing="kein Anteil an dieser Fassung", superseded=ohne_brief
    )
    write_stderr("".join(f"Hinweis: {satz}\n" for satz in _not_written_to(liste, mail)))
    return written


def _not_written_to(liste: Zustaendigkeiten, mail: Versand) -> Iterator[str]:
    """Say of which bodies the letters went to another, and which cannot be asked at all."""
    from konzept.render.words import anzahl, kurzes_datum
    from konzept.render.zustaendigkeiten_words import zahl

    tag = kurzes_datum(liste.stichtag)
    for teil in mail.uebergegangen:
        nachfolge = teil.nachfolge.name if teil.nachfolge else ""
        yield f"»{teil.akteur.name}« besteht am {tag} nicht mehr; das Schreiben geht an »{nachfolge}«."
    for teil in mail.unerreichbar:
        yield (
            f"»{teil.akteur.name}« besteht am {tag} nicht mehr, und eine Nachfolge ist nicht angegeben: "
            f"Nach {zahl(liste, len(teil.anteile))} wird dort niemand gefragt."
        )
    beteiligt = {teil.akteur.id for teil in liste.stellen if teil.anteile}
    gruppen = sum(akteur.id in beteiligt for akteur in mail.gruppen)
    if gruppen:
        yield f"Ohne Schreiben, weil ohne eigenen Namen: {anzahl(gruppen, 'Gruppe', 'Gruppen')} (art: gruppe)."


def write_per_body(
    folder: Path,
    root: Path,
    contents: Mapping[str, str | bytes | None],
    ending: str,
    *,
    nothing: str = "kein Eintrag",
    superseded: Collection[str] = (),
) -> int:
    """Write each content to ``<id>.<ending>`` in ``folder``, which is made if need be; return how many.

    None means that there is nothing for this body: it gets no file and is counted, ``nothing`` says of what. The ids in
    ``superseded`` get none for a reason that the caller tells.
    Everything is written beside the old files first and takes their places only when all of it stands; each
    file is replaced whole. ``root`` is the folder of the plan, whose data/ is refused. How many were written
    is told on stderr, and which files of an earlier run were left behind. Raises WrongCall (2) or Failure (1).
    """
    from konzept.output import write_stderr

    full = {f"{name}.{ending}": content for name, content in contents.items() if content is not None}
    empty = [f"{name}.{ending}" for name, content in contents.items() if content is None]
    _refuse(folder, root, full)
    if full:
        _make(folder)
        _write_all(folder, full)
    write_stderr(_told(folder, len(full), len(empty), nothing))
    gone = [*empty, *(f"{name}.{ending}" for name in superseded)]
    left = [name for name in gone if (folder / name).exists()]
    if left:
        more = f" und {len(left) - NAMES_SHOWN} weitere" if len(left) > NAMES_SHOWN else ""
        names = ", ".join(f"»{name}«" for name in left[:NAMES_SHOWN])
        write_stderr(f"Hinweis: Von einem früheren Lauf liegen dort noch {names}{more}; sie sind überholt.\n")
    return len(full)


def _refuse(folder: Path, root: Path, names: Mapping[str, object]) -> None:
    """Refuse a place where nothing may be written, links resolved, before anything is."""
    data = (root / "data").resolve()
    if any(path.resolve().is_relative_to(data) for path in (folder, *(folder / name for name in names))):
        raise WrongCall(
            f"»{folder}« führt in den Ordner data/ des Plans; dort stehen nur seine eigenen Dateien.",
            OTHER_FOLDER,
        )
    if os.path.lexists(folder) and not folder.is_dir():
        raise WrongCall(f"»{folder}« ist kein Ordner.", OTHER_FOLDER)
    for name in names:
        if (folder / name).is_dir():
            raise Failure(
                f"»{folder / name}« ist ein Ordner; es wurde nichts geschrieben.",
                "Benennen Sie ihn um, oder nennen Sie mit »--je-akteur« einen anderen.",
                FOUND,
            )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"Der Ordner »{folder}« lässt sich nicht anlegen.", OTHER_FOLDER, FOUND) from error


def _write_all(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write every file into a folder of its own beside the old ones, then move them all to their places."""
    from konzept.output import OutputError, write_file

    stage = folder / f".{secrets.token_hex(6)}.tmp"
    moved = 0
    try:
        stage.mkdir()
        for name, content in files.items():
            write_file(stage / name, content)
        for name, content in files.items():
            _move(stage / name, folder / name, content)
            moved += 1
    except OutputError as error:
        raise Failure(
            str(error).replace(str(stage), str(folder)), _how_far(moved, len(files)), FOUND
        ) from error
    except OSError as error:
        message = f"In den Ordner »{folder}« lässt sich nicht schreiben."
        raise Failure(message, _how_far(moved, len(files)), FOUND) from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(stage)


def _move(new: Path, target: Path, content: str | bytes) -> None:
    """Put a file that stands in its place; one that is there keeps its mode, and a link stays a link."""
    from konzept.output import write_file

    if os.path.lexists(target):
        new.unlink()
        write_file(target, content)
    else:
        new.replace(target)


def _how_far(moved: int, total: int) -> str:
    if not moved:
        return f"Es wurde keine Datei geändert. {OTHER_FOLDER}"
    return f"{moved} von {total} Dateien sind schon erneuert, die anderen unverändert. Wiederholen Sie den Befehl."


def _told(folder: Path, written: int, empty: int, nothing: str) -> str:
    from konzept.render.words import anzahl

    without = f" Ohne Datei: {anzahl(empty, 'Stelle', 'Stellen')} ({nothing})." if empty else ""
    if not written:
        return f"Es gibt nichts zu schreiben.{without}\n"
    return f"Geschrieben: {anzahl(written, 'Datei', 'Dateien')} nach »{folder}«.{without}\n"
