"""What an editor shows over the fields of konzept.yaml that speak of the pages: colours, logo, links, licence."""

from __future__ import annotations

from konzept.domain.gestaltung import Gestaltung, Lizenz, Verweise
from konzept.render.schema_beschreibung import Abschnitt, Feld

GESTALTUNG: dict[type, Abschnitt] = {
    Gestaltung: Abschnitt(
        "Gestaltung",
        "Wie die Seiten aussehen. Ohne Angabe gilt die mitgelieferte Gestaltung; »konzept validate« rechnet die "
        "Kontraste nach.",
        {
            "akzent": Feld(
                "Akzentfarbe",
                "Die Farbe von Verweisen und Kennzahlen auf hellem Grund, als #rrggbb in Anführungszeichen.",
                ("#0b5d50",),
            ),
            "akzent_dunkel": Feld(
                "Akzentfarbe, dunkel",
                "Dieselbe Farbe für die dunkle Ansicht. Ohne Angabe wird die Akzentfarbe dafür aufgehellt.",
                ("#7fd1bf",),
            ),
            "band": Feld(
                "Farbe des Bandes",
                "Der Grund des Titels; die Schrift darauf ist weiß. Ohne Angabe eine dunklere Akzentfarbe.",
                ("#0d3b34",),
            ),
            "logo": Feld(
                "Logo",
                "Eine Datei PNG oder SVG bis 64 KiB, als Pfad vom Ordner des Plans aus. Sie wird in die Seiten "
                "eingebettet.",
                ("gestaltung/logo.svg",),
            ),
            "logo_text": Feld(
                "Text zum Logo",
                "Was Vorleseprogramme statt des Logos sagen. Pflicht, sobald es ein Logo gibt.",
                ("Wappen des Ilm-Kreises",),
            ),
            "css": Feld(
                "Eigenes CSS",
                "Eine CSS-Datei bis 64 KiB, die zuletzt gilt. Sie darf nichts nachladen.",
                ("gestaltung/seite.css",),
            ),
        },
    ),
    Verweise: Abschnitt(
        "Verweise",
        "Adressen, die jede Seite am Fuß nennt; vollständig, mit https://.",
        {
            "impressum": Feld(
                "Impressum", "Die Adresse des Impressums.", ("https://www.ilm-kreis.de/Impressum",)
            ),
            "datenschutz": Feld("Datenschutz", "Die Adresse der Datenschutzerklärung."),
            "barrierefreiheit": Feld("Barrierefreiheit", "Die Adresse der Erklärung zur Barrierefreiheit."),
        },
    ),
    Lizenz: Abschnitt(
        "Lizenz",
        "Unter welchen Bedingungen andere die Texte und Daten nutzen dürfen; steht in den offenen Daten.",
        {
            "name": Feld(
                "Name", "Der Name der Lizenz.", ("Datenlizenz Deutschland – Namensnennung – Version 2.0",)
            ),
            "url": Feld("Adresse", "Wo ihr Wortlaut steht.", ("https://www.govdata.de/dl-de/by-2-0",)),
        },
    ),
}
