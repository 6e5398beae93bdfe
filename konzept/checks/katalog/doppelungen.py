"""The catalogue, family »Doppelungen«: the same Maßnahme twice."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "massnahme-doppelt",
        Severity.HINWEIS,
        "Steht dieselbe Maßnahme zweimal im Plan, wird sie zweimal gefragt, zweimal gemeldet und zweimal "
        "gezählt, oder beide verlassen sich aufeinander.",
        "    text: Deutschkurse am Abend anbieten.",
        "    text: Deutschkurse am Abend anbieten.\n    querbezuege: [{ziel: kurse, art: identisch}]",
        abhilfe="Ein Querbezug sagt, dass die Wiederholung gewollt ist.",
        kurz="Dieselbe Maßnahme zweimal",
    ),
    Erklaerung(
        "massnahme-aehnlich",
        Severity.HINWEIS,
        "Zwei Maßnahmen mit fast denselben Worten sind oft eine, die in zwei Handlungsfelder geschrieben "
        "wurde. Getrennt gepflegt laufen sie auseinander.",
        "Kinderbetreuung inbegriffen",
        "Kinderbetreuung inbegriffen\n    querbezuege: [{ziel: kurse, art: analog}]",
        kurz="Zwei Maßnahmen gleichen sich sehr",
    ),
)
