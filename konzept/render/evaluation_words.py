"""What the evaluation says in words, the same in every format: results, Termine, indicators, rules of counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.domain.einstellungen import Ampelwort
from konzept.domain.element import Indikatorart
from konzept.render.diff_termin_words import abstand_in_worten
from konzept.render.diff_words import OHNE_WORT
from konzept.render.words import STAENDE, anzahl, deutsche_zeit, kurzes_datum
from konzept.reports.evaluation_ergebnis import Ergebnis
from konzept.reports.evaluation_indikatoren import Indikatorstand, Ziellage
from konzept.reports.evaluation_termine import Herkunft, Terminlage
from konzept.reports.sachstandsbericht_ampel import Grundart

if TYPE_CHECKING:
    from decimal import Decimal

    from konzept.domain.einstellungen import Berichtsrhythmus
    from konzept.domain.element import Indikator
    from konzept.domain.kalender import Zeitangabe
    from konzept.reports.evaluation_teile import Massnahmenbilanz
    from konzept.reports.evaluation_termine import Abstand, Terminstand
    from konzept.reports.sachstandsbericht_ampel import Grund

ERGEBNISSE = {
    Ergebnis.UMGESETZT: "umgesetzt",
    Ergebnis.LAUFEND: "laufend",
    Ergebnis.GEPLANT: "geplant",
    Ergebnis.VERSPAETET: "verspätet",
    Ergebnis.ZURUECKGESTELLT: "zurückgestellt",
    Ergebnis.MELDUNG_VERALTET: "Meldung veraltet",
    Ergebnis.NIE_GEMELDET: "nie gemeldet",
    Ergebnis.ENTFALLEN: "entfallen",
}
AMPELWORT = {
    Ergebnis.UMGESETZT: Ampelwort.UMGESETZT,
    Ergebnis.LAUFEND: Ampelwort.IM_PLAN,
    Ergebnis.GEPLANT: Ampelwort.GEPLANT,
    Ergebnis.VERSPAETET: Ampelwort.FRIST_VORBEI,
    Ergebnis.ZURUECKGESTELLT: Ampelwort.ZURUECKGESTELLT,
    Ergebnis.MELDUNG_VERALTET: Ampelwort.MELDUNG_VERALTET,
    Ergebnis.NIE_GEMELDET: Ampelwort.OHNE_MELDUNG,
    Ergebnis.ENTFALLEN: Ampelwort.ENTFALLEN,
}
"""Whose sign and colour a result has: those that readers know from the Sachstandsbericht."""

TERMINLAGEN = {
    Terminlage.VERSCHOBEN: "Frist verschoben",
    Terminlage.VERLAENGERT: "Zeitraum verlängert",
    Terminlage.VORGEZOGEN: "Frist vorgezogen",
    Terminlage.FRIST_AUFGEGEBEN: "ohne Frist weitergeführt",
    Terminlage.FRIST_GESETZT: "erstmals mit Frist",
    Terminlage.FRIST_ERGAENZT: "weitere Frist ergänzt",
    Terminlage.UNVERAENDERT: "Frist unverändert",
    Terminlage.OHNE_FRIST: "ohne einmalige Frist",
}
ZIELLAGEN = {
    Ziellage.ERREICHT: "Zielwert erreicht",
    Ziellage.NICHT_ERREICHT: "Zielwert nicht erreicht",
    Ziellage.UNBESTIMMT: "nicht vergleichbar",
    Ziellage.OHNE_ZIELWERT: "ohne Zielwert",
    Ziellage.OHNE_WERT: "ohne Wert",
}
ZIELZEICHEN = {
    Ziellage.ERREICHT: "✓",
    Ziellage.NICHT_ERREICHT: "◐",
    Ziellage.UNBESTIMMT: "–",
    Ziellage.OHNE_ZIELWERT: "–",
    Ziellage.OHNE_WERT: "?",
}
INDIKATORARTEN = {Indikatorart.OUTPUT: "Leistung", Indikatorart.WIRKUNG: "Wirkung"}
ZIELREGELN = (
    (
        "Beurteilt wird der letzte Wert aus der Laufzeit der Fassung. Bei einer Leistung ist der Zielwert ein "
        "Mindestwert. Sonst zeigt der Weg vom Ausgangswert zum Zielwert, ob mehr oder weniger besser ist; ohne "
        "Ausgangswert wird nur der Abstand genannt."
    ),
    "Der Anteil am Weg vom Ausgangswert zum Zielwert ist auf ganze Prozent abgerundet.",
)
UNVOLLSTAENDIG = (
    "Diese Fassung ist nur in Teilen bekannt. Gezählt ist, was bekannt ist; Anteile gelten nur davon."
)


def regeln(mehrzahl: str) -> list[str]:
    """Say how the report counts; ``mehrzahl`` is what the county calls its Maßnahmen."""
    return [
        (
            f"{mehrzahl} haben je genau ein Ergebnis. Es folgt aus den Meldungen zu dieser Fassung, die am Stichtag "
            "eingetragen waren, nach den Regeln der Ampel im Sachstandsbericht."
        ),
        (
            "Was mehrere Stellen gemeinsam führen, zählt bei jeder. Die Zeile »mehrfach gezählt« gleicht das aus, "
            "sodass die Summe stimmt."
        ),
        (
            "Verglichen wird die letzte einmalige Frist von heute mit der, die für dieselbe Sache zuerst galt; was "
            "hinzukam, ist nicht verschoben. Ein gemeldeter neuer Termin zählt erst mit einem Beschluss."
        ),
        (
            "Anteile sind ganze Prozent und ergeben zusammen 100; dazu wird so gerundet, dass gleiche Anzahlen sich um "
            "ein Prozent unterscheiden können."
        ),
    ]


def erklaerung(ergebnis: Ergebnis, rhythmus: Berichtsrhythmus) -> str:
    """Say what a result means."""
    monate = anzahl(rhythmus.monate, "Monat", "Monate")
    return {
        Ergebnis.UMGESETZT: "Zuletzt als umgesetzt gemeldet.",
        Ergebnis.LAUFEND: "Als begonnen oder laufend gemeldet; nichts spricht für eine Verspätung.",
        Ergebnis.GEPLANT: "Als geplant gemeldet; weder eine Frist noch ein im Plan genannter Beginn ist vorbei.",
        Ergebnis.VERSPAETET: "Gemeldet, und eine Frist ist vorbei, ein neuer Termin ist angekündigt, ein im Plan "
        "genannter Beginn ist verstrichen oder etwas Wiederkehrendes ist zuletzt ausgefallen.",
        Ergebnis.ZURUECKGESTELLT: "Zuletzt als zurückgestellt gemeldet; keine einmalige Frist ist vorbei.",
        Ergebnis.MELDUNG_VERALTET: f"Die letzte Meldung ist älter als {monate}; seither weiß man nichts.",
        Ergebnis.NIE_GEMELDET: "Zu dieser Fassung hat noch niemand gemeldet. Daraus folgt nicht, dass nichts geschah.",
        Ergebnis.ENTFALLEN: "Zuletzt als entfallen gemeldet.",
    }[ergebnis]


def anlass(grund: Grund) -> str:
    """Say what speaks against »im Plan«."""
    tag = kurzes_datum(grund.tag) if grund.tag else ""
    match grund.art:
        case Grundart.FRIST:
            return f"Frist {tag} vorbei"
        case Grundart.TURNUS:
            return f"zum {tag} nicht als erfüllt gemeldet"
        case Grundart.BEGINN:
            return f"Beginn laut Plan: {tag}"
        case Grundart.NEUER_TERMIN:
            return f"gemeldeter neuer Termin: {grund.text}"


def letzte_meldung(eine: Massnahmenbilanz) -> str:
    """Say what was reported last, and who was asked since."""
    antwort, letzte = eine.zeile.antwort, eine.zeile.letzte
    gefragt = (
        f"gefragt am {kurzes_datum(letzte.am)}, keine Rückmeldung" if letzte and letzte is not antwort else ""
    )
    gemeldet = f"{kurzes_datum(antwort.am)}: {STAENDE[antwort.stand]}" if antwort else "keine Meldung"
    return "; ".join(filter(None, (gemeldet, gefragt)))


def abstand(weite: Abstand | None) -> str:
    """Write a distance in months: +15 Monate, rund +47 Monate; empty where there is none."""
    return abstand_in_worten(weite.monate, weite.tage) if weite else ""


def terminstand(stand: Terminstand) -> str:
    """Name a Termin with the day that is read in it where the wording does not name it, and who says so."""
    wortlaut = stand.text or "kein Termin"
    tag = kurzes_datum(stand.frist) if stand.frist else ""
    lesart = ", ".join(
        filter(None, ("" if tag in wortlaut else tag, "mehrdeutig" if stand.mehrdeutig else ""))
    )
    beschluss = f", beschlossen am {kurzes_datum(stand.am)}" if _beschlossen(stand) and stand.am else ""
    return f"{wortlaut}{f' ({lesart})' if lesart else ''}{beschluss}"


def _beschlossen(stand: Terminstand) -> bool:
    return stand.herkunft is Herkunft.BESCHLUSS


def mal(zahl: int) -> str:
    """Write how often: einmal, 2-mal; empty for never."""
    return {0: "", 1: "einmal"}.get(zahl, f"{zahl}-mal")


def zahl(wert: Decimal) -> str:
    """Write an exact number as Germans do: 1.250 and 12,5; a minus is a minus."""
    ganze, _, stellen = f"{abs(wert):,f}".partition(".")
    vorzeichen = "−" if wert < 0 else ""  # noqa: RUF001  the sign of German typography
    return f"{vorzeichen}{ganze.replace(',', '.')}{f',{stellen}' if stellen else ''}"


def mit_einheit(wert: str, indikator: Indikator) -> str:
    """Write a value with its unit; »Anzahl« says no more than the figure itself."""
    einheit = indikator.einheit
    return wert if not einheit or einheit in OHNE_WORT else f"{wert} {einheit}"


def wann(zeit: Zeitangabe) -> str:
    """Write what a value holds for: 2024, Juni 2024, 30.06.2024."""
    return deutsche_zeit(zeit) if zeit.tag is None else kurzes_datum(zeit.erster_tag)


def zielsatz(stand: Indikatorstand) -> str:
    """Say how an indicator stands against its target, with the figures that decide."""
    if stand.letzter is None:
        return (
            "Seit Beginn der Fassung gibt es noch keinen Wert."
            if stand.punkte
            else "Es gibt noch keinen Wert."
        )
    indikator = stand.indikator
    wert = f"{mit_einheit(zahl(stand.letzter.zahl), indikator)} ({wann(stand.letzter.messung.am)})"
    if stand.ziel is None or stand.abstand is None:
        ziel = f", Zielwert »{indikator.zielwert}«" if indikator.zielwert else ""
        return f"Letzter Wert: {wert}{ziel}."
    gegen = f"{wert}, Zielwert {zahl(stand.ziel)}"
    if stand.lage is Ziellage.UNBESTIMMT:
        plus = "+" if stand.abstand > 0 else ""
        return f"Abstand zum Zielwert {plus}{zahl(stand.abstand)}: {gegen}."
    return f"{ZIELLAGEN[stand.lage]}: {gegen}{_weg(stand)}."


def _weg(stand: Indikatorstand) -> str:
    if stand.weg is None or stand.lage is Ziellage.ERREICHT:
        return ""
    if stand.weg < 0:
        return "; weiter vom Zielwert entfernt als zu Beginn"
    return (
        f"; {stand.weg} % des Wegs seit dem Ausgangswert {zahl(stand.ausgang)}"
        if stand.ausgang is not None
        else ""
    )
