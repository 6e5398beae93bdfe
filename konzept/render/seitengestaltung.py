"""What a county's settings put on every page: its colours and own CSS, its logo, the addresses at the foot."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from konzept.domain.beigabe import PNG_KENNUNG
from konzept.domain.gestaltung import BAND_SCHRIFT, Gestaltung, farbsatz
from konzept.render.markdown_text import style_text

if TYPE_CHECKING:
    from konzept.domain.plan import Plan

_NAMEN = {"impressum": "Impressum", "datenschutz": "Datenschutz", "barrierefreiheit": "Barrierefreiheit"}
_MARKE = """
.hausmarke { padding: 0.7rem var(--rand); background: #ffffff; }
.hausmarke img { display: block; width: auto; max-width: 100%; height: auto; max-height: 3.6rem; }
@media print { .hausmarke { padding: 0 0 4mm; } .hausmarke img { max-height: 16mm; } }
"""
"""The logo stands on white in every mode: few logos are drawn for a dark page."""

_FUSS = """
.rechtliches { display: flex; flex-wrap: wrap; gap: 0.2rem 1.6rem; margin-top: 0.8rem; padding: 0; list-style: none; }
.rechtliches li { margin: 0; }
.rechtliches a { display: inline-block; padding-block: 0.25rem; }
"""


@dataclass(frozen=True, slots=True)
class Seitengestaltung:
    """The settings of one plan, ready for every page; all may be empty.

    ``stil`` is CSS, ``logo`` a data: address. ``verweise`` and ``lizenz`` are names with their addresses.
    """

    stil: str = ""
    logo: str = ""
    logo_text: str = ""
    herausgeber: str = ""
    verweise: tuple[tuple[str, str], ...] = ()
    lizenz: tuple[str, str] | None = None

    def werte(self) -> dict[str, Any]:
        """Return what the template of every page takes, as plain values; ``quellen`` is what the policy lets in."""
        bilder = bool(self.logo) or "data:" in self.stil
        schriften = "@font-face" in self.stil
        return {
            "stil": style_text(self.stil),
            "logo": self.logo,
            "logo_text": self.logo_text,
            "herausgeber": self.herausgeber,
            "verweise": [{"name": name, "url": url} for name, url in self.verweise],
            "lizenz": {"name": self.lizenz[0], "url": self.lizenz[1]} if self.lizenz else None,
            "quellen": (" img-src data:;" if bilder else "") + (" font-src data:;" if schriften else ""),
        }


def seitengestaltung(plan: Plan) -> Seitengestaltung:
    """Return what the settings of a plan say of its pages; what checks would refuse must not come here."""
    einstellungen = plan.einstellungen
    gestaltung = einstellungen.gestaltung or Gestaltung()
    logo = _bytes(plan, gestaltung.logo)
    verweise = tuple(
        (wort, str(url))
        for name, wort in _NAMEN.items()
        if (url := getattr(einstellungen.verweise, name, None))
    )
    lizenz = einstellungen.lizenz
    eigenes = _bytes(plan, gestaltung.css).decode("utf-8-sig", errors="replace")
    teile = (_farben(gestaltung), _MARKE if logo else "", _FUSS if verweise or lizenz else "", eigenes)
    return Seitengestaltung(
        stil="".join(teile),
        logo=_adresse(logo) if logo else "",
        logo_text=gestaltung.logo_text or "",
        herausgeber=einstellungen.herausgeber or einstellungen.koerperschaft or "",
        verweise=verweise,
        lizenz=(lizenz.name, lizenz.url or "") if lizenz else None,
    )


def _bytes(plan: Plan, name: str | None) -> bytes:
    beigabe = plan.beigaben.get(name or "")
    return beigabe.inhalt if beigabe else b""


def _adresse(bild: bytes) -> str:
    art = "png" if bild.startswith(PNG_KENNUNG) else "svg+xml"
    return f"data:image/{art};base64,{base64.b64encode(bild).decode('ascii')}"


def _farben(gestaltung: Gestaltung) -> str:
    """Write the custom properties that take the place of the page's own: on screens light and dark, and on paper."""
    satz = farbsatz(gestaltung)
    hell = {
        "akzent": satz.akzent,
        "akzent-stark": satz.akzent_stark,
        "band": satz.band,
        "band-schrift": BAND_SCHRIFT if satz.band else "",
        "band-leise": satz.band_leise,
    }
    dunkel = {
        "akzent": satz.akzent_dunkel,
        "akzent-stark": satz.akzent_dunkel_stark,
        "band": satz.band_dunkel,
    }
    papier = {"akzent": satz.akzent, "akzent-stark": satz.akzent}
    return (
        _regel("@media screen", hell)
        + _regel("@media screen and (prefers-color-scheme: dark)", dunkel)
        + _regel("@media print", papier)
    )


def _regel(medium: str, farben: dict[str, str]) -> str:
    gesetzt = " ".join(f"--{name}: {farbe};" for name, farbe in farben.items() if farbe)
    return f"\n{medium} {{ :root {{ {gesetzt} }} }}" if gesetzt else ""
