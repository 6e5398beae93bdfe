"""The program git, asked to read and to do nothing else: the only door to it.

The repository may be anybody's and its settings too. So whatever could make git write, ask back, go to the network or
start another program is turned off, and what the surroundings say about another repository does not count.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TIME_LIMIT = 60
"""Seconds after which git is stopped: far more than a plan of any size takes, even from a slow disk."""

_KEPT = frozenset(
    {
        "GIT_CEILING_DIRECTORIES",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM",
        "GIT_EXEC_PATH",
    }
)
"""How this machine's git is set up; every other GIT_ variable names another repository, a log file or a program."""

_KEPT_SETTINGS = ("GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
"""Settings handed over by the surroundings, as CI does with safe.directory."""

_TURNED_OFF = {
    "GIT_ALLOW_PROTOCOL": "none",  # an incomplete clone would fetch what it lacks
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # a hash stands for what was committed under it
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # git's refusals are told apart by their words
    "LANGUAGE": "C",
}

_OPTIONS = ("--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")

_INCOMPLETE = ("could not fetch", "promisor", "bad object", "missing", "unable to read", "corrupt")


class RevisionError(Exception):
    """Git holds nothing to read here; the message is a German sentence, ``hilfe`` says what to do about it."""

    def __init__(self, meldung: str, hilfe: str = "") -> None:
        super().__init__(meldung)
        self.hilfe = hilfe


class UnknownRevisionError(RevisionError):
    """What was called a revision names none here: a wrong call, not a fault of the repository."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: exit code, standard output as bytes, and its words about what went wrong."""

    code: int
    output: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Git:
    """The program ``program``, standing in the folder ``folder`` of the plan."""

    program: str
    folder: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Git:
        """Find the program; raises RevisionError if there is none."""
        program = shutil.which("git")
        if program is None:
            raise RevisionError(
                "Das Programm git ist hier nicht zu finden; ohne git gibt es keine früheren Stände.",
                "Installieren Sie git, oder vergleichen Sie Fassungen ohne »@«.",
            )
        return cls(program, folder)

    def ask(self, *words: str, feed: bytes = b"") -> Answer:
        """Run one command of git that only reads.

        Raises RevisionError if git cannot be started, takes too long or refuses the repository; every other
        failure is the caller's to judge.
        """
        command = [self.program, "-C", str(self.folder), *_OPTIONS, *words]
        try:
            done = subprocess.run(  # noqa: S603  a list, and what the user wrote stands behind --end-of-options
                command,
                input=feed,
                capture_output=True,
                env=_surroundings(os.environ),
                timeout=TIME_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise RevisionError(
                f"git hat nach {TIME_LIMIT} Sekunden nicht geantwortet.",
                "Versuchen Sie es noch einmal; liegt das Repository auf einem fernen Laufwerk, hilft eine Kopie.",
            ) from error
        except (OSError, ValueError) as error:
            raise RevisionError(
                "Das Programm git lässt sich nicht starten.", "Prüfen Sie, ob »git --version« antwortet."
            ) from error
        answer = Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        self._refuse_strangers(answer)
        return answer

    def read(self, *words: str, feed: bytes = b"") -> bytes:
        """Return what a command prints that has no reason to fail; raises RevisionError if it does."""
        answer = self.ask(*words, feed=feed)
        if answer.code != 0:
            raise self.failure(answer)
        return answer.output

    def failure(self, answer: Answer) -> RevisionError:
        """Make of a failed answer the error to raise."""
        if "not a git repository" in answer.words:
            return UnknownRevisionError(
                f"Der Plan in »{self.folder}« liegt in keinem git-Repository; frühere Stände gibt es nur dort.",
                "Vergleichen Sie Fassungen ohne »@«, oder legen Sie den Plan mit »git init« in git ab.",
            )
        if any(sign in answer.words for sign in _INCOMPLETE):
            return incomplete()
        last = (answer.words.strip().splitlines() or ["ohne Angabe"])[-1]
        return RevisionError(
            f"git kann das Repository nicht lesen: {last}", "Prüfen Sie es mit »git status« und »git fsck«."
        )

    def _refuse_strangers(self, answer: Answer) -> None:
        # since 2.35.2 git reads nothing in a folder of somebody else; up to 2.35.3 it called that unsafe
        if answer.code != 0 and ("dubious ownership" in answer.words or "unsafe repository" in answer.words):
            raise RevisionError(
                f"git verweigert das Lesen: Der Ordner »{self.folder}« gehört einem anderen Benutzer.",
                "Wenn Sie ihm trauen: git config --global --add safe.directory ORDNER "
                "(ORDNER ist der oberste Ordner des Repositorys).",
            )


def incomplete() -> RevisionError:
    """Say that git knows the revision and lacks a part of it."""
    return RevisionError(
        "In diesem git-Repository fehlt ein Teil der Revision; geholt wird nichts.",
        "Es ist unvollständig geklont (»git fetch --refetch« holt alles) oder beschädigt (»git fsck«).",
    )


def _surroundings(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for git: nothing in it points to another repository or lets git do more than read."""
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_SETTINGS)
    }
    return kept | _TURNED_OFF
