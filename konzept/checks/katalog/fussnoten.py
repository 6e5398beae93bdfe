"""The catalogue, family »Fußnoten«: references without a note, notes without a reference, labels given twice."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "fussnote-fehlt",
        Severity.WARNUNG,
        "Eine Marke gilt nur in ihrem Text. Wo die Fußnote dazu fehlt, stünde im gedruckten Plan »[^1]«, und "
        "niemand wüsste, was gemeint war.",
        "Deutschkurse anbieten[^1]",
        "Deutschkurse anbieten^[Stand 2019.]",
        abhilfe="»[^1]: …« auf eine eigene Zeile desselben Textes schreiben, oder kurz an Ort und Stelle: »^[…]«.",
        kurz="Ein Verweis auf eine Fußnote, die es nicht gibt",
    ),
    Erklaerung(
        "fussnote-unbenutzt",
        Severity.WARNUNG,
        "Eine Fußnote, auf die nichts verweist, hat keine Stelle, unter der sie stehen könnte. Verloren geht sie "
        "nicht: Sie wird als Absatz gedruckt.",
        "Deutschkurse anbieten.",
        "Deutschkurse anbieten[^1].",
        kurz="Eine Fußnote, auf die nichts verweist",
    ),
    Erklaerung(
        "fussnote-doppelt",
        Severity.WARNUNG,
        "Zwei Fußnoten mit einer Marke lassen offen, welche gemeint ist. Gedruckt wird die erste als Fußnote, jede "
        "weitere als Absatz.",
        "[^1]: Ab 2021 auch online.",
        "Ab 2021 auch online.",
        kurz="Zwei Fußnoten mit einer Marke",
    ),
)
