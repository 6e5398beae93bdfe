"""What konzept.yaml says of the pages: colours that can be read, a logo that can be shown, addresses, own CSS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from konzept.checks.logo import logo_mangel
from konzept.checks.stilblatt import stil_mangel
from konzept.diagnostics import Severity
from konzept.domain.beigabe import Mangel
from konzept.domain.gestaltung import (
    BAND_SCHRIFT,
    DUNKLE_GRUENDE,
    HELLE_GRUENDE,
    MINDESTKONTRAST,
    lies_farbe,
    schwaechster,
)
from konzept.domain.plan import KONZEPT_DATEI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from konzept.diagnostics import Befund, SourceMap
    from konzept.domain.plan import Plan

MAX_BEIGABE = 64 * 1024
"""So large a logo and a style may be: every page holds them, and a page is to stay small."""

_FARBEN: dict[str, tuple[tuple[str, ...], str]] = {
    "akzent": (HELLE_GRUENDE, "dunklere"),
    "akzent_dunkel": (DUNKLE_GRUENDE, "hellere"),
    "band": ((BAND_SCHRIFT,), "dunklere"),
}
"""For each colour what it meets, and which way out there is."""

_MAENGEL = {
    Mangel.FEHLT: ("gibt es nicht", "Der Pfad zählt vom Ordner des Plans aus, etwa »gestaltung/logo.svg«."),
    Mangel.AUSSERHALB: ("liegt nicht im Ordner des Plans", "Legen Sie die Datei in den Ordner des Plans."),
    Mangel.KEINE_DATEI: ("ist keine gewöhnliche Datei", "Nennen Sie eine Datei, keinen Ordner."),
    Mangel.ZU_GROSS: ("ist größer als 64 KiB", "Sie steht in jeder Seite: Verkleinern Sie sie."),
    Mangel.UNLESBAR: ("lässt sich nicht lesen", "Prüfen Sie, ob Sie die Datei lesen dürfen."),
}


def farben(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """Every colour is one, and can be read where it is used (WCAG 2.2, 1.4.3), in light and in dark."""
    for name, (gruende, ausweg) in _FARBEN.items():
        text = getattr(plan.einstellungen.gestaltung, name, None)
        if text is None:
            continue
        ort = source.value((KONZEPT_DATEI, "gestaltung", name))
        farbe = lies_farbe(text)
        if farbe is None:
            meldung = f"»{text}« ist keine Farbe."
            hilfe = 'Schreiben Sie sie als #rrggbb in Anführungszeichen, etwa "#0b5d50".'
            yield source.befund("farbe-ungueltig", Severity.FEHLER, ort, meldung, hilfe)
            continue
        wert, grund = schwaechster(farbe, gruende)
        if wert < MINDESTKONTRAST:
            # cut, not rounded: 4.48 must not read as the 4.5 that it misses
            zahl = f"{int(wert * 100) / 100:.2f}".replace(".", ",")
            meldung = f"»{text}« hebt sich von {grund} zu wenig ab: {zahl} : 1; nötig sind 4,5 : 1."
            hilfe = f"Nehmen Sie eine {ausweg} Farbe: Wer schlecht sieht, könnte die Schrift nicht lesen."
            yield source.befund("kontrast-zu-gering", Severity.FEHLER, ort, meldung, hilfe)


def dateien(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The files that konzept.yaml names are there, small enough, and of their kind; a logo has its words."""
    gestaltung = plan.einstellungen.gestaltung
    if gestaltung is None:
        return
    for feld, name in (("logo", gestaltung.logo), ("css", gestaltung.css)):
        beigabe = plan.beigaben.get(name or "")
        if beigabe is None:
            continue
        ort = source.value((KONZEPT_DATEI, "gestaltung", feld))
        mangel = Mangel.ZU_GROSS if len(beigabe.inhalt) > MAX_BEIGABE else beigabe.mangel
        if mangel is not None:
            was, hilfe = _MAENGEL[mangel]
            yield source.befund(
                "beigabe-unbrauchbar", Severity.FEHLER, ort, f"Die Datei »{name}« {was}.", hilfe
            )
            continue
        if feld == "logo":
            satz = logo_mangel(beigabe.inhalt)
            hilfe = "Nehmen Sie PNG oder ein SVG, das nur zeichnet: ohne Skripte, Schriften und Bilder von anderswo."
            code = "logo-ungueltig"
        else:
            satz = stil_mangel(beigabe.inhalt)
            hilfe = "Die Seiten holen nichts von anderen Servern. Betten Sie ein, was nötig ist: url(data:…)."
            code = "css-ungueltig"
        if satz:
            yield source.befund(code, Severity.FEHLER, ort, f"»{name}«: {satz}", hilfe)


def logo_text(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """A logo has the words that stand for it where nobody sees it (WCAG 2.2, 1.1.1)."""
    gestaltung = plan.einstellungen.gestaltung
    pfad = (KONZEPT_DATEI, "gestaltung", "logo_text")
    if gestaltung and gestaltung.logo and gestaltung.logo_text is None and not source.is_faulty(pfad):
        yield source.befund(
            "logo-ohne-text",
            Severity.FEHLER,
            source.key((KONZEPT_DATEI, "gestaltung", "logo")),
            "Zum Logo fehlt der Text, den Vorleseprogramme sagen.",
            "Ergänzen Sie »logo_text: Wappen des …«.",
        )


def adressen(plan: Plan, source: SourceMap) -> Iterator[Befund]:
    """The addresses of konzept.yaml are whole ones of the web."""
    einstellungen = plan.einstellungen
    genannt = [
        (("verweise", name), getattr(einstellungen.verweise, name, None))
        for name in ("impressum", "datenschutz", "barrierefreiheit")
    ]
    genannt.append((("lizenz", "url"), einstellungen.lizenz.url if einstellungen.lizenz else None))
    for pfad, adresse in genannt:
        if adresse is not None and not re.fullmatch(r"https?://[^\s<>\"\\]+", adresse, re.IGNORECASE):
            yield source.befund(
                "adresse-ungueltig",
                Severity.FEHLER,
                source.value((KONZEPT_DATEI, *pfad)),
                f"»{adresse}« ist keine vollständige Adresse im Netz.",
                "Sie beginnt mit https:// oder http:// und enthält keine Leerzeichen.",
            )
