"""What makes a template's text a page: in HTML its style and what it allows, in Markdown its blank lines."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

from konzept.render.fussnoten_seite import html_mit_fussnoten, markdown_mit_fussnoten
from konzept.render.seitengestaltung import Seitengestaltung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.templates import Templates

SHARED_STYLE = "html/seite.css"
_FENCE = re.compile(r"[ >]*(?:[-*+]|[0-9]+[.)])?[ >]*(`{3,})")


def html_page(
    templates: Templates, name: str, values: Mapping[str, Any], *, with_script: bool = False
) -> str:
    """Write the template ``html/<name>.j2.html`` with plain values; raises TemplateError.

    The template extends ``html/seite.j2.html`` and puts ``html/<name>.css`` into its block ``stil``, and with a
    script ``html/<name>.js`` into its block ``skript``. The page's Content-Security-Policy (W3C CSP Level 3) names
    the hashes of just these, so that it loads nothing and runs nothing else. No value gets into style or script, but
    what the plan's settings say of its pages (seitengestaltung.py): a style of its own, with a hash of its own.
    """
    style = templates.render(SHARED_STYLE, {}) + templates.render(f"html/{name}.css", {})
    script = templates.render(f"html/{name}.js", {}) if with_script else ""
    hashes = {"stil_pruefsumme": _digest(style), "skript_pruefsumme": _digest(script) if script else ""}
    haus = (templates.gestaltung or Seitengestaltung()).werte()
    haus["pruefsumme"] = _digest(haus["stil"]) if haus["stil"] else ""
    seite = templates.render(f"html/{name}.j2.html", {**values, **hashes, "haus": haus})
    return html_mit_fussnoten(seite, templates)


def _digest(text: str) -> str:
    """Return the hash of an inline style or script as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def markdown_page(templates: Templates, name: str, values: Mapping[str, Any]) -> str:
    """Write the template ``md/<name>.j2.md`` with plain values, without its superfluous gaps; raises TemplateError."""
    return markdown_mit_fussnoten(_without_gaps(templates.render(f"md/{name}.j2.md", values)))


def _without_gaps(text: str) -> str:
    """Leave one blank line where a template left several, except within code."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence):
            fence = ""
        if line.strip() or fence or (lines and lines[-1]):
            lines.append(line if fence else line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"
