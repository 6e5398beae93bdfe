"""The only door to jinja2: finds a template in the plan or in the program, and renders it within limits."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from stat import S_ISREG
from time import monotonic
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from konzept.render.markdown_text import markdown_value
from konzept.render.templates_child import ChildError, run_limited

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from konzept.render.seitengestaltung import Seitengestaltung

MAX_TEMPLATE = 1024 * 1024
MAX_OUTPUT = 32 * 1024 * 1024
MAX_SECONDS = 8.0  # any input is answered within ten, program start and clean-up included
ESCAPED_ENDINGS = (".html", ".htm", ".xml", ".svg", ".css")
"""Templates of these kinds escape as HTML does; so does every other kind that is not listed below."""
MARKDOWN_ENDINGS = (".md",)
"""Templates of this kind escape as Markdown does, through ``finalize``."""


class TemplateError(Exception):
    """A template cannot be found, read or run; the message is one German sentence with its name and line."""


@dataclass(frozen=True, slots=True)
class Templates:
    """Where templates are looked for: in the plan's own folder first, then in the program's.

    ``gestaltung`` is what the plan's settings say of every page.
    """

    plan: Path | None = None
    gestaltung: Seitengestaltung | None = None

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Render the template ``name`` (such as ``html/konzept.j2.html``) with plain values; raises TemplateError.

        Values are data: what looks like a template in them stays as it is. A plan's own templates run in a
        process of their own under limits of time and memory where the system can do that.
        """
        if self.plan is not None and self.plan.is_dir() and self.plan.resolve() != own_folder():
            try:
                return run_limited(lambda: self._render(name, values), TemplateError, MAX_OUTPUT, MAX_SECONDS)
            except ChildError as error:
                raise TemplateError(f"Die Vorlage »templates/{name}« {error}.") from None
        return self._render(name, values)

    def _render(self, name: str, values: Mapping[str, Any]) -> str:
        environment = _environment(self.plan, markdown=name.endswith(MARKDOWN_ENDINGS))
        try:
            chunks = environment.get_template(name).generate(**values)
            return _collected(chunks, name)
        except TemplateError:
            raise
        except Exception as error:  # a template may raise whatever its expressions raise
            raise TemplateError(_sentence(error, name)) from error


def own_folder() -> Path:
    """Return the program's own templates: beside the package in a checkout, inside it in an installed wheel."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


class _PlanLoader(BaseLoader):
    """Reads templates from the first folder that has them; nothing outside of these folders, nothing huge."""

    def __init__(self, *folders: Path | None) -> None:
        self.folders = [folder for folder in folders if folder is not None]

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  the base class names it
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return the text of a template with the name that messages call it by."""
        parts = template.split("/")
        if any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts):
            raise TemplateNotFound(template)
        for folder in self.folders:
            path = folder.joinpath(*parts)
            if os.path.lexists(path):
                return _text(path, folder, template), f"templates/{template}", _unchanged(path)
        raise TemplateNotFound(template)


def _unchanged(path: Path) -> Callable[[], bool]:
    def state() -> tuple[int, int] | None:
        try:
            found = path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    before = state()
    return lambda: before is not None and state() == before


def _text(path: Path, folder: Path, name: str) -> str:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateError(f"Die Vorlage »templates/{name}« führt aus dem Ordner der Vorlagen hinaus.")
    try:
        # opening a FIFO would wait for somebody to write into it
        if not S_ISREG(path.stat().st_mode):
            raise TemplateError(f"Die Vorlage »templates/{name}« ist keine gewöhnliche Datei.")
        with path.open("rb") as stream:
            data = stream.read(MAX_TEMPLATE + 1)
    except OSError as error:
        raise TemplateError(f"Die Vorlage »templates/{name}« lässt sich nicht lesen.") from error
    if len(data) > MAX_TEMPLATE:
        raise TemplateError(f"Die Vorlage »templates/{name}« ist größer als 1 MiB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateError(
            f"Die Vorlage »templates/{name}«, Zeile {line}, ist nicht in UTF-8 geschrieben."
        ) from error


@cache
def _environment(plan: Path | None, *, markdown: bool) -> Environment:
    return ImmutableSandboxedEnvironment(
        loader=_PlanLoader(plan, own_folder()),
        autoescape=_escapes,
        undefined=StrictUndefined,
        finalize=markdown_value if markdown else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _escapes(name: str | None) -> bool:
    """Escape by HTML's rules unless a template is known to be Markdown (which ``finalize`` escapes)."""
    if name is None or name.endswith(ESCAPED_ENDINGS):
        return True
    return not name.endswith(MARKDOWN_ENDINGS)


def _collected(chunks: Any, name: str) -> str:
    end = monotonic() + MAX_SECONDS
    parts: list[str] = []
    size = 0
    for chunk in chunks:
        parts.append(chunk)
        size += len(chunk)
        if size > MAX_OUTPUT:
            raise TemplateError(
                f"Die Vorlage »templates/{name}« schreibt mehr als {MAX_OUTPUT // 2**20} MiB."
            )
        if monotonic() > end:
            raise TemplateError(
                f"Die Vorlage »templates/{name}« braucht länger als {MAX_SECONDS:.0f} Sekunden."
            )
    return "".join(parts)


_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (SecurityError, "greift auf etwas zu, das Vorlagen nicht dürfen"),
    (MemoryError, "braucht zu viel Speicher"),
    (RecursionError, "ruft sich ohne Ende selbst auf"),
    (OverflowError, "rechnet mit zu großen Zahlen"),
)


def _sentence(error: Exception, name: str) -> str:
    """Say in German what is wrong with which line of which template."""
    if isinstance(error, TemplateNotFound):
        return f"Die Vorlage »templates/{error.name or name}« gibt es nicht."
    if isinstance(error, TemplateSyntaxError):
        place = f"»{error.filename or f'templates/{name}'}«, Zeile {error.lineno}"
        return f"Die Vorlage {place}, ist nicht richtig geschrieben ({error.message})."
    place = _place(error, name)
    named = re.findall(r"'([^']+)'", str(error))
    if isinstance(error, UndefinedError) and named:
        return f"Die Vorlage {place}, ist nicht richtig: Den Namen »{named[-1]}« gibt es hier nicht."
    for kind, trouble in _TROUBLES:
        if isinstance(error, kind):
            return f"Die Vorlage {place}, {trouble}."
    return f"Die Vorlage {place}, lässt sich nicht ausführen ({type(error).__name__}: {error})."


def _place(error: Exception, name: str) -> str:
    """Name template and line: jinja2 writes the lines of a template into the traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith("templates/")]
    if not frames:
        return f"»templates/{name}«"
    return f"»{frames[-1].filename}«, Zeile {frames[-1].lineno}"
