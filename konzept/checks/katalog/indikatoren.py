"""The catalogue, family »Indikatoren«: figures that cannot be compared, or that belong to nothing."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "indikator-unbekannt",
        Severity.FEHLER,
        "Der Wert wurde erhoben, käme aber in keiner Auswertung vor, weil er zu keinem Indikator des Plans gehört.",
        "indikator: teilnemende,",
        "indikator: teilnehmende,",
        kurz="Wert eines unbekannten Indikators",
    ),
    Erklaerung(
        "indikator-doppelt",
        Severity.FEHLER,
        "Werte nennen den Indikator bei seiner id. Tragen zwei dieselbe, lässt sich keine Zahl mehr zuordnen.",
        "      - {id: teilnehmende, titel: Abschlüsse, einheit: Personen}",
        "      - {id: abschluesse, titel: Abschlüsse, einheit: Personen}",
        kurz="Zwei Indikatoren mit derselben id",
    ),
    Erklaerung(
        "indikator-ohne-einheit",
        Severity.WARNUNG,
        "31 was? Ohne Einheit kann niemand einschätzen, ob die Zahl viel oder wenig ist.",
        "      - {id: teilnehmende, titel: Teilnehmende}",
        "      - {id: teilnehmende, titel: Teilnehmende, einheit: Personen je Jahr}",
        kurz="Werte ohne Einheit",
    ),
    Erklaerung(
        "indikator-ohne-zahl",
        Severity.WARNUNG,
        "Ob das Ziel erreicht ist, lässt sich nur mit einer Zahl ausrechnen. Worte zeigt die Evaluation zwar, "
        "vergleicht sie aber nicht.",
        "zielwert: rund 40}",
        "zielwert: 40}",
        "Wie genau die Zahl gemeint ist, gehört in »hinweise«.",
        kurz="Ziel- oder Ausgangswert ohne Zahl",
    ),
    Erklaerung(
        "indikator-einheit-gewechselt",
        Severity.WARNUNG,
        "Die Werte stehen über die Fassungen hinweg in einer Reihe. Wird dabei aus Personen plötzlich Prozent, zeigt "
        "die Kurve einen Sprung, den es nie gab.",
        "einheit: Prozent}",
        "einheit: Personen}",
        "Wird wirklich etwas anderes gezählt, ist es ein neuer Indikator mit eigener id.",
        kurz="Andere Einheit als in alter Fassung",
    ),
    Erklaerung(
        "messwert-unlesbar",
        Severity.FEHLER,
        "»1.234« ist für die einen tausendzweihundertvierunddreißig, für andere gut eins. Was mehrere Lesarten hat, "
        "gehört nicht in eine Auswertung.",
        "wert: 1.234}",
        "wert: 1234}",
        kurz="Der Wert ist keine eindeutige Zahl",
    ),
    Erklaerung(
        "messwert-doppelt",
        Severity.FEHLER,
        "Zu einem Zeitpunkt gibt es nur einen Wert. Welcher von beiden stimmt, weiß nur, wer ihn erhoben hat.",
        "  - {indikator: teilnehmende, am: 2024, wert: 31}\n"
        "  - {indikator: teilnehmende, am: 2024-12-31, wert: 30}",
        "  - {indikator: teilnehmende, am: 2024-12-31, wert: 30}",
        kurz="Zwei Werte zu einem Zeitpunkt",
    ),
    Erklaerung(
        "messwert-reihenfolge",
        Severity.HINWEIS,
        "Der Reihe nach geschrieben, fällt eine vertippte Jahreszahl sofort auf. Gerechnet wird auch so richtig.",
        "  - {indikator: teilnehmende, am: 2024, wert: 31}\n  - {indikator: teilnehmende, am: 2023, wert: 24}",
        "  - {indikator: teilnehmende, am: 2023, wert: 24}\n  - {indikator: teilnehmende, am: 2024, wert: 31}",
        kurz="Werte nicht der Reihe nach",
    ),
)
