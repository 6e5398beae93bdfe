"""The catalogue, family »Entscheidungen«: what a Fassung that was carried on still leaves to be decided."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "entscheidung-offen",
        Severity.HINWEIS,
        "»konzept fortschreiben« setzt »# Offen:« und »# Vorschlag:« dorthin, wo Menschen zu entscheiden haben. Was "
        "davon stehen bleibt, ist nicht entschieden und ginge sonst unbemerkt in den Beschluss.",
        "    # Offen: Ist das Jobcenter weiter zuständig? Die Stelle wird im Herbst\n    # neu besetzt.\n"
        "    zustaendigkeiten: [jobcenter]",
        "    zustaendigkeiten: [jobcenter]",
        "Sagt an derselben Stelle schon ein anderer Befund dasselbe (angabe-offen, termin-veraltet, "
        "erledigtes-fortgefuehrt …), steht nur dieser da.",
        kurz="Ein Kommentar lässt etwas offen",
    ),
    Erklaerung(
        "querbezug-nicht-fortgefuehrt",
        Severity.WARNUNG,
        "Wer dem Querbezug folgt, sucht in der neuen Fassung vergebens. Meist wurde die Maßnahme beim Fortschreiben "
        "herausgenommen und der Verweis auf sie vergessen.",
        "      - {ziel: beratung, art: analog}",
        "      - {ziel: soziales, art: analog}",
        "Lebt das Ziel in einer anderen Maßnahme weiter, nennen Sie diese; sonst streichen Sie den Querbezug.",
        kurz="Das Ziel steht nur noch in einer früheren Fassung",
    ),
)
