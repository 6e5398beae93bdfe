"""Plans unlike the shipped ones: one with hardly anything in it, one with far more than any county has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FELDER, ZIELE, JE_ZIEL, STELLEN = 12, 5, 5, 60
MASSNAHMEN = FELDER * ZIELE * JE_ZIEL

LANG = (
    "Donaudampfschifffahrtsgesellschaft und Grundstücksverkehrsgenehmigungszuständigkeitsverordnung für alle Städte "
    "und Gemeinden des Landkreises, die sich an dem Vorhaben beteiligen, und für ihre Nachbarn, Teil"
)
"""A title of some 200 characters, with words that no narrow column holds."""
TERMINE = (
    "fortlaufend",
    "bis Ende 2026",
    "jährlich im September",
    "2. Quartal 2025",
    "2025–2028",
    "nach Bedarf",
    "31.08.2025",
    "halbjährlich",
)
STAENDE = ("geplant", "begonnen", "laufend", "umgesetzt", "zurueckgestellt", "entfallen")


def kleiner_plan(ordner: Path) -> None:
    """Write a plan of two Maßnahmen: no county, no log; own words, colours, a very wide logo, own CSS, no numbers."""
    _schreibe(
        ordner,
        {
            "data/konzept.yaml": 'fassung: "2024"\n'
            "bezeichnungen:\n"
            "  handlungsfeld: {einzahl: Schwerpunkt, mehrzahl: Schwerpunkte}\n"
            "  handlungsziel: {einzahl: Strategisches Ziel, mehrzahl: Strategische Ziele}\n"
            "  massnahme: {einzahl: Umsetzungsvorhaben, mehrzahl: Umsetzungsvorhaben}\n"
            "gestaltung:\n"
            '  {akzent: "#6b5300", band: "#000000", logo: haus/logo.svg, logo_text: Wappen, css: haus/eigen.css}\n'
            "verweise: {impressum: https://kreis.example/impressum}\n",
            "haus/logo.svg": _logo(1600, 80, "#f2c200"),
            "haus/eigen.css": ".titel h1 { letter-spacing: 0; }\n",
            "data/akteure.yaml": "akteure:\n  - {id: amt, name: Amt, art: verwaltung}\n",
            "data/fassungen/2024.yaml": 'titel: Klimaplan\nart: Konzept\nstand: "2024"\n',
            "data/handlungsfelder/2024/1-eins.yaml": "id: eins\nnummer: '1'\ntitel: Ein Feld\nhandlungsziele:\n"
            "  - id: ziel\n    nummer: '1.1'\n    titel: Ein Ziel\n    termin: bis Ende 2025\n    massnahmen:\n"
            "      - {id: eine, text: Eine Sache tun, zustaendigkeiten: [amt]}\n"
            "      - {id: andere, text: Noch eine Sache tun, zustaendigkeiten: [amt]}\n",
        },
    )


def grosser_plan(ordner: Path) -> None:
    """Write a plan of 300 Maßnahmen with titles of 200 characters, a log, a dark green of its own and a tall logo."""
    dateien = {
        "data/konzept.yaml": "koerperschaft: Landkreis mit langem Namen\nfassung: '2025'\n"
        'gestaltung: {akzent: "#0b3d0b", band: "#0b3d0b", logo: haus/logo.svg, logo_text: Wappen}\n',
        "haus/logo.svg": _logo(60, 400, "#0b3d0b"),
        "data/akteure.yaml": "akteure:\n"
        + "".join(
            f"  - {{id: stelle-{i}, name: Amt {i} mit langem Namen, art: verwaltung}}\n"
            for i in range(STELLEN)
        ),
        "data/fassungen/2025.yaml": f"titel: {LANG} 0\nart: Konzept\nstand: 2025-01-15\n"
        "gilt_von: '2025'\ngilt_bis: '2028'\n",
    }
    meldungen = []
    for feld in range(1, FELDER + 1):
        zeilen = [f"id: feld-{feld}", f"nummer: '{feld}'", f"titel: {LANG} {feld}", "handlungsziele:"]
        for ziel in range(1, ZIELE + 1):
            zeilen += [f"  - id: ziel-{feld}-{ziel}", f"    nummer: '{feld}.{ziel}'"]
            zeilen += [f"    titel: {LANG} {feld}.{ziel}", "    massnahmen:"]
            for nummer in range(1, JE_ZIEL + 1):
                zahl = ((feld - 1) * ZIELE + ziel - 1) * JE_ZIEL + nummer
                name = f"massnahme-{feld}-{ziel}-{nummer}"
                zeilen += [
                    f"      - id: {name}",
                    f"        nummer: '{nummer}'",
                    f"        titel: {LANG} {zahl}",
                    f"        text: Wir tun, was nötig ist, und zwar zum {zahl}. Mal.",
                    f"        termin: {TERMINE[zahl % len(TERMINE)]}",
                    f"        zustaendigkeiten: [stelle-{zahl % STELLEN}, stelle-{(zahl + 7) % STELLEN}]",
                ]
                if zahl % 3 == 0:
                    tag = f"2025-0{1 + zahl % 6}-10"
                    stand = STAENDE[zahl % len(STAENDE)]
                    meldungen.append(
                        f"  - {{am: {tag}, erfasst: {tag}, massnahme: {name}, stand: {stand}, text: Bekannt.}}\n"
                    )
        dateien[f"data/handlungsfelder/2025/{feld:02}-feld.yaml"] = "\n".join(zeilen) + "\n"
    dateien["data/sachstand/2025.yaml"] = "eintraege:\n" + "".join(sorted(meldungen))
    _schreibe(ordner, dateien)


def _logo(breite: int, hoehe: int, farbe: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite} {hoehe}" width="{breite}" height="{hoehe}">'
        f'<rect width="{breite}" height="{hoehe}" fill="{farbe}"/></svg>'
    )


def _schreibe(ordner: Path, dateien: dict[str, str]) -> None:
    for name, text in dateien.items():
        datei = ordner / name
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text(text, encoding="utf-8")
