"""The catalogue, family »Personen«: data of persons in texts that are published."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "person-mail",
        Severity.WARNUNG,
        "Der Plan wird veröffentlicht und gilt Jahre. Die Adresse einer Person gehört nicht hinein: Sie "
        "ist geschützt, und die Person wechselt.",
        "erika.muster@musterkreis.example",
        "integration@musterkreis.example",
        abhilfe="Was nur intern gebraucht wird, steht unter »intern«; es wird nicht veröffentlicht.",
        kurz="Die Mailadresse einer Person",
    ),
    Erklaerung(
        "person-telefon",
        Severity.WARNUNG,
        "Durchwahlen ändern sich schneller als der Plan, und ungefragt veröffentlicht werden sollten sie "
        "nicht.",
        "unter 03628 7380-12",
        "im Bürgerbüro",
        abhilfe="Was nur intern gebraucht wird, steht unter »intern«; es wird nicht veröffentlicht.",
        kurz="Eine Telefonnummer",
    ),
    Erklaerung(
        "person-name",
        Severity.HINWEIS,
        "Zuständig ist ein Amt, keine Person: Nach dem nächsten Wechsel stimmt der Name nicht mehr, und "
        "im Netz bleibt er stehen.",
        "Frau Mustermann berät",
        "Das Jobcenter berät",
        kurz="Der Name einer Person",
    ),
)
