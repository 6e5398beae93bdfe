"""What the SMART rules say in words: the criteria, and for each rule its name, its sentence and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konzept.reports.smart import HOECHSTENS_FEDERFUEHREND
from konzept.reports.smart_regeln import Kriterium, Lage, Regel
from konzept.reports.smart_wortlaut import WENIGE_WORTE

if TYPE_CHECKING:
    from konzept.reports.smart_regeln import Grund

KRITERIEN = {
    Kriterium.SPEZIFISCH: ("S", "Spezifisch", "Der Wortlaut legt sich fest und sagt, was geschieht."),
    Kriterium.MESSBAR: ("M", "Messbar", "Ein Indikator mit Zielwert zeigt, ob es gelingt."),
    Kriterium.ATTRAKTIV: ("A", "Attraktiv", "Eine benannte Stelle macht die Sache zu ihrer."),
    Kriterium.REALISTISCH: ("R", "Realistisch", "Gesagt ist, was es kostet und wer es zahlt."),
    Kriterium.TERMINIERT: ("T", "Terminiert", "Aus dem Termin folgt mindestens ein Tag."),
}
"""Letter and name as in source 001, chapter 3, and what the rules look for."""

ZEICHEN = {Lage.ERFUELLT: "✓", Lage.MANGEL: "–", Lage.FEHLT: "fehlt", Lage.OFFEN: "?"}
ZEICHENERKLAERUNG = {
    Lage.ERFUELLT: "in Ordnung",
    Lage.MANGEL: "ungenau",
    Lage.FEHLT: "keine Angabe",
    Lage.OFFEN: "nicht beurteilt",
}
WIE_VIELE = ("keines", "eines", "zwei", "drei", "vier", "alle")
"""How many criteria a Maßnahme meets; the place in the row is the number."""
VORBEHALT = (
    "Beurteilt wird, was im Plan steht. Ob sich etwas lohnt, kann keine Regel sehen. Alles hier sind Hinweise, "
    "keine Fehler."
)
TEILWEISE = "Diese Fassung ist nur in Teilen bekannt; was fehlt, ist nicht beurteilt."
ZUSAMMENGEFASST = "»?« unter S: Der Text ist zusammengefasst, nicht der beschlossene Wortlaut."


@dataclass(frozen=True, slots=True)
class Regelworte:
    """A rule in words."""

    name: str
    satz: str
    abhilfe: str


REGELN = {
    Regel.WORTLAUT_WEICH: Regelworte(
        "Weicher Wortlaut",
        "Der Wortlaut legt sich nicht fest; hinterher lässt sich nicht sagen, ob es getan ist.",
        "Nennen Sie die Tat und ihr Ergebnis.",
    ),
    Regel.WORTLAUT_RICHTUNG: Regelworte(
        "Richtung ohne Ergebnis",
        "Der Wortlaut sagt, wohin es gehen soll, aber nicht, wann es erreicht ist.",
        "Nennen Sie ein Ergebnis oder eine Zahl.",
    ),
    Regel.WORTLAUT_OFFEN: Regelworte(
        "Offene Aufzählung",
        "Die Aufzählung bleibt offen; was dazugehört, weiß nur, wer sie geschrieben hat.",
        "Nennen Sie alles, oder lassen Sie das offene Ende weg.",
    ),
    Regel.WORTLAUT_KNAPP: Regelworte(
        "Kaum mehr als eine Überschrift",
        f"Der Wortlaut hat weniger als {WENIGE_WORTE} Wörter.",
        "Ergänzen Sie, was für wen geschieht.",
    ),
    Regel.OHNE_INDIKATOR: Regelworte(
        "Kein Indikator",
        "Weder hier noch am Ziel darüber steht, woran man den Erfolg erkennt.",
        "Ergänzen Sie »indikatoren:«; eine gezählte Leistung genügt.",
    ),
    Regel.OHNE_ZIELWERT: Regelworte(
        "Kein Zielwert",
        "Ein Indikator ist genannt, aber kein Wert, der erreicht werden soll.",
        "Ergänzen Sie »zielwert:«.",
    ),
    Regel.OHNE_ZUSTAENDIGKEIT: Regelworte(
        "Niemand zuständig", "Keine Stelle ist genannt.", "Ergänzen Sie »zustaendigkeiten:«."
    ),
    Regel.OHNE_FEDERFUEHRUNG: Regelworte(
        "Niemand federführend",
        "Stellen sind beteiligt, aber keine führt.",
        "Geben Sie einer die Federführung.",
    ),
    Regel.FEDERFUEHRUNG_UNBENANNT: Regelworte(
        "Federführung ohne Namen",
        "Federführend sind nur Gruppen; niemand kann gefragt werden.",
        "Nennen Sie eine Stelle, die für die Gruppe antwortet.",
    ),
    Regel.FEDERFUEHRUNG_VERTEILT: Regelworte(
        "Viele führen zugleich",
        f"Mehr als {HOECHSTENS_FEDERFUEHREND} Stellen sind gemeinsam federführend.",
        "Lassen Sie eine führen und die anderen mitwirken.",
    ),
    Regel.OHNE_KOSTEN: Regelworte(
        "Weder Kosten noch Förderung",
        "Ob es sich leisten lässt, ist nicht zu erkennen.",
        "Ergänzen Sie »kosten:« oder »foerderungen:«.",
    ),
    Regel.KOSTEN_UNBEZIFFERT: Regelworte(
        "Kosten nicht beziffert",
        "Kosten sind erwähnt, aber ohne Betrag, und niemand zahlt sie.",
        "Schätzen Sie den Betrag, und sei es grob.",
    ),
    Regel.KOSTEN_OHNE_FOERDERUNG: Regelworte(
        "Kosten ohne Geldgeber",
        "Kosten sind genannt, aber weder ein Förderprogramm noch eine fördernde Stelle.",
        "Ergänzen Sie »foerderungen:« oder eine Zuständigkeit mit »rolle: foerdernd«, auch für eigene Mittel.",
    ),
    Regel.OHNE_TERMIN: Regelworte(
        "Kein Termin", "Weder hier noch am Ziel darüber steht ein Termin.", "Ergänzen Sie »termin:«."
    ),
    Regel.TERMIN_OHNE_ENDE: Regelworte(
        "Termin ohne Ende",
        "Der Termin läuft weiter und nennt keinen Tag, an dem man nach dem Ergebnis fragt.",
        "Ergänzen Sie einen Rhythmus oder ein Ende, etwa »fortlaufend, jährlich«.",
    ),
    Regel.TERMIN_OHNE_DATUM: Regelworte(
        "Termin ohne Datum",
        "Aus dem Termin folgt kein Tag.",
        "Nennen Sie einen; bei einem Turnus das Jahr, ab dem er zählt (»turnus_ab«).",
    ),
}


def belege(grund: Grund) -> str:
    """Quote the words that a rule found; empty where it found none."""
    if grund.regel is Regel.FEDERFUEHRUNG_VERTEILT:
        return f"{grund.belege[0]} Stellen"
    return ", ".join(f"»{beleg}«" for beleg in grund.belege)
