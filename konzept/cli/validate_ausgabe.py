"""How the findings of ``validate`` leave the program: in their format, to a terminal, a pipe or a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from konzept.cli.workplace import emit

if TYPE_CHECKING:
    import typer

    from konzept.diagnostics import Befund
    from konzept.domain.fassung import Fassung
    from konzept.domain.plan import Plan
    from konzept.reports.smart import Smartbericht


class Format(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Ausgabe:
    """What is to be written: the findings, and the Fassung to be judged, if it was asked for.

    ``ausgenommen`` counts the findings that exceptions took out. ``root`` is the folder of the plan; ``pfad``
    what the user narrowed the findings to, ``anderswo`` the number of Fehler that this hides.
    """

    ctx: typer.Context
    plan: Plan
    root: Path
    findings: tuple[Befund, ...]
    ausgenommen: int = 0
    judged: Fassung | None = None
    pfad: str | None = None
    anderswo: int = 0

    def write(self, form: Format, ziel: Path | None) -> None:
        """Write to a file, and then say on standard error what was found; else to standard output."""
        if form is Format.TEXT and ziel is None:
            self._show()
            return
        emit(self._content(form), ziel, utf8=form is not Format.TEXT)
        if ziel is not None:
            from konzept.output import write_stderr
            from konzept.render.befunde import summary

            write_stderr(summary(self.findings, self.plan, self.ausgenommen, self.anderswo))
        elif self.anderswo and form is not Format.JSON:
            from konzept.output import write_stderr
            from konzept.render.befunde import fehler_anderswo

            # these formats have no place of their own for it, and the exit code wants a reason
            write_stderr(f"{fehler_anderswo(self.anderswo)}.\n")

    def _show(self) -> None:
        import sys

        from konzept.render.smart_text import SMART_RULES
        from konzept.render.terminal import FINDING_RULES, show, width

        rules = (*FINDING_RULES, *SMART_RULES) if self.judged else FINDING_RULES
        show(self._text(width(sys.stdout)), rules)

    def _content(self, form: Format) -> str:
        findings = self.findings if form is Format.TEXT else tuple(map(_named_in_utf8, self.findings))
        match form:
            case Format.TEXT:
                return self._text(80)
            case Format.JSON:
                from konzept.render.befunde import befunde_json
                from konzept.render.smart_json import smart_werte

                bericht = self._smart()
                weiteres = {"smart": smart_werte(bericht)} if bericht else {}
                return befunde_json(findings, self.plan, self.ausgenommen, self.anderswo, **weiteres)
            case Format.GITHUB:
                from konzept.render.befunde_ci import befunde_github

                return befunde_github(findings, self.plan, self._ordner())
            case Format.GITLAB:
                from konzept.render.befunde_ci import befunde_gitlab

                return befunde_gitlab(findings, self._ordner())
            case Format.SARIF:
                from konzept import __version__
                from konzept.checks.katalog import KATALOG
                from konzept.render.befunde_sarif import befunde_sarif

                return befunde_sarif(findings, KATALOG.values(), __version__, self._ordner())

    def _text(self, columns: int) -> str:
        from konzept.render.befunde import befunde_text, findings_blocks, summary
        from konzept.render.smart_text import smart_text

        bericht = self._smart()
        if bericht is None:
            return befunde_text(self.findings, self.plan, self.ausgenommen, self.anderswo)
        blocks = findings_blocks(self.findings)
        judged = smart_text(bericht, self.plan.einstellungen, columns)
        closing = summary(self.findings, self.plan, self.ausgenommen, self.anderswo)
        return f"{blocks}{judged}\n{closing}"

    def _smart(self) -> Smartbericht | None:
        from konzept.reports.smart import smart

        return smart(self.plan, self.judged, self._dateien(self.judged)) if self.judged else None

    def _dateien(self, fassung: Fassung) -> frozenset[str] | None:
        """Return the files of a Fassung that the user's path names; None if he named none."""
        from konzept.cli.paths import lies_in, within_plan

        if self.pfad is None:
            return None
        name = within_plan(self.ctx, self.pfad)
        return frozenset(datei for datei in fassung.dateien if lies_in(datei, name))

    def _ordner(self) -> str:
        """Return the plan's folder as seen from here, with a slash at its end; empty if it is not below.

        A CI job stands at the top of the repository, and its pages know files from there.
        """
        here, root = Path.cwd().resolve(), self.root.resolve()
        if root == here or not root.is_relative_to(here):
            return ""
        return f"{_in_utf8(root.relative_to(here).as_posix())}/"


def _named_in_utf8(befund: Befund) -> Befund:
    """Name the files of a finding as every other machine does, whatever this one's locale makes of their names."""
    from dataclasses import replace

    ort = replace(befund.ort, datei=_in_utf8(befund.ort.datei))
    verwandte = (
        replace(one, ort=replace(one.ort, datei=_in_utf8(one.ort.datei))) for one in befund.verwandte
    )
    return replace(befund, ort=ort, verwandte=tuple(verwandte))


def _in_utf8(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
