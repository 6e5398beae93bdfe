"""Takes a picture of every HTML document at each width, light and dark, to be looked at by people.

    KONZEPT_BROWSERPAKETE=… python -m benchmarks.bildschirmfotos ORDNER [WORT …]

It makes the pages that the browser tests look at, and shows them in the browser of these tests; with words only those
whose name has one of them. Pictures are named PAGE-WIDTH-COLOURS.png; what is printed has no colours and no picture.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from konzept.cli.app import app
from konzept.cli.surface.entry import run
from tests.browser.conftest import BLAETTER, ROOT, VARIABLE, Browser

FENSTER = ((320, 640), (768, 1024), (1440, 900))
FARBEN = {"light": "hell", "dark": "dunkel"}


def main(ordner: Path, worte: list[str]) -> int:
    """Write the pictures into a folder; the code is that of the first document that cannot be made, else 0."""
    chromium = shutil.which("chromium")
    if VARIABLE not in os.environ or not chromium:
        print(f"Es fehlt Chromium oder die Variable {VARIABLE}; .ci/run zeigt beides.", file=sys.stderr)
        return 2
    ordner.mkdir(parents=True, exist_ok=True)
    browser = Browser(os.environ[VARIABLE], chromium)
    try:
        for blatt in BLAETTER:
            if worte and not any(wort in blatt.name for wort in worte):
                continue
            datei = ordner.resolve() / f"{blatt.name}.html"
            ort = () if "-C" in blatt.aufruf else ("-C", str(ROOT))
            aufruf = [str(ROOT / teil) if teil.startswith("beispiele/") else teil for teil in blatt.aufruf]
            code = run(lambda: app, [*ort, *aufruf, "-o", str(datei)], guarded=False)
            if code:
                return code
            for breite, hoehe in FENSTER:
                for farben, name in FARBEN.items():
                    bild = datei.with_name(f"{blatt.name}-{breite}-{name}.png")
                    modus = {"breite": breite, "hoehe": hoehe, "farben": farben}
                    browser.sieh(datei, modus, schritte=[("bild", str(bild))])
    finally:
        browser.stop()
    return 0


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
