"""The catalogue, family »Verweise«: names of bodies, programmes, goals and other entries that lead nowhere."""

from __future__ import annotations

from konzept.checks.katalog.erklaerung import Erklaerung
from konzept.diagnostics import Severity

ERKLAERUNGEN = (
    Erklaerung(
        "akteur-unbekannt",
        Severity.FEHLER,
        "Die Stelle bekäme keinen Meldebogen und keinen Kalender, und in der Übersicht der Zuständigkeiten fehlte die "
        "Maßnahme.",
        "      - {akteur: jobcentr, rolle: mitwirkend}",
        "      - {akteur: jobcenter, rolle: mitwirkend}",
        "Ist die Stelle neu, tragen Sie sie mit id, name und art in data/akteure.yaml ein.",
        kurz="Die Stelle steht nicht im Register",
    ),
    Erklaerung(
        "programm-unbekannt",
        Severity.FEHLER,
        "Wer das Geld gibt und bis wann, steht nur einmal im Plan: beim Förderprogramm. Führt der Verweis ins Leere, "
        "weiß niemand, wovon die Maßnahme bezahlt wird.",
        abhilfe="Berichtigen Sie die id, oder tragen Sie das Programm mit id und name in "
        "data/foerderprogramme.yaml ein.",
        kurz="Das Förderprogramm ist unbekannt",
    ),
    Erklaerung(
        "querbezug-unbekannt",
        Severity.FEHLER,
        "Querbezüge ersetzen das »siehe 4.3« und werden auf der Webseite zu Verknüpfungen. Eine ins Leere lässt "
        "Leserinnen und Leser ratlos zurück.",
        "    querbezuege: [{ziel: beratng, art: siehe}]",
        "    querbezuege: [{ziel: beratung, art: siehe}]",
        kurz="Der Querbezug führt ins Leere",
    ),
    Erklaerung(
        "leitziel-unbekannt",
        Severity.FEHLER,
        "Leitziele zeigen dem Kreistag, wozu ein Handlungsziel dient. Sie gehören zur Fassung; was dort nicht steht, "
        "wurde mit ihr nicht beschlossen.",
        abhilfe="Berichtigen Sie die id, oder tragen Sie das Leitziel in der Datei der Fassung unter »leitziele« ein.",
        kurz="Die Fassung hat dieses Leitziel nicht",
    ),
)
