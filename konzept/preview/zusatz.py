"""What the preview adds to a page: templates that know its findings and its script, and nothing else of the page."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from konzept.render.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Mapping

EREIGNISSE = "/vorschau/ereignisse"
"""The one address beside the pages: the stream that says when there is something new."""


@dataclass(frozen=True)
class Vorschauvorlagen(Templates):
    """Templates that also know the name ``zusatz``; those of a page show it where they find it (html/seite.j2.html).

    Without it the same templates make the same bytes as ``konzept render``.
    """

    zusatz: Mapping[str, Any] = field(default_factory=dict)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Render a template with its values and ``zusatz``; raises TemplateError."""
        return super().render(name, {**values, "zusatz": self.zusatz} if self.zusatz else values)


def mit_zusatz(vorlagen: Templates, werte: Mapping[str, Any]) -> Vorschauvorlagen:
    """Return templates that add the preview's own to a page: its style, its script, and ``werte``.

    The page's policy names the hashes of both, as it names those of the page's own. Raises TemplateError.
    """
    zusatz = {
        **werte,
        "ereignisse": EREIGNISSE,
        "stil_pruefsumme": _pruefsumme(vorlagen.render("html/preview.css", {})),
        "skript_pruefsumme": _pruefsumme(vorlagen.render("html/preview.js", {})),
    }
    return Vorschauvorlagen(vorlagen.plan, vorlagen.gestaltung, zusatz)


def _pruefsumme(text: str) -> str:
    """Return the hash of an inline style or script as a policy names it (W3C CSP Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
