"""What makes a template's text a page: in HTML its style and what it allows, in Markdown its blank lines."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.render.templates import Templates

SHARED_STYLE = "html/seite.css"
_FENCE = re.compile(r"[ >]*(?:[-*+]|[0-9]+[.)])?[ >]*(`{3,})")


def html_page(templates: Templates, name: str, values: Mapping[str, Any]) -> str:
    """Write the template ``html/<name>.j2.html`` with plain values; raises TemplateError.

    The template extends ``html/seite.j2.html`` and puts ``html/<name>.css`` into its block ``stil``. The page's
    Content-Security-Policy (W3C CSP Level 3) names the hash of just these two styles, so that it loads nothing.
    """
    style = templates.render(SHARED_STYLE, {}) + templates.render(f"html/{name}.css", {})
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return templates.render(f"html/{name}.j2.html", {**values, "stil_pruefsumme": f"sha256-{digest}"})


def markdown_page(templates: Templates, name: str, values: Mapping[str, Any]) -> str:
    """Write the template ``md/<name>.j2.md`` with plain values, without its superfluous gaps; raises TemplateError."""
    return _without_gaps(templates.render(f"md/{name}.j2.md", values))


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
