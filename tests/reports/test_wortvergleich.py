"""Word by word: what a person sees marked, as a table of German wordings, and what holds for any text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from konzept.reports import wortvergleich_ausrichtung
from konzept.reports.wortvergleich import Laufart, Wortlauf, wortvergleich
from konzept.reports.wortvergleich_ausrichtung import ZELLEN
from konzept.reports.wortvergleich_worte import wortfolge, wortgewicht

KLAMMERN = {
    (Laufart.GLEICH, False): ("", ""),
    (Laufart.ENTFALLEN, False): ("[-", "-]"),
    (Laufart.NEU, False): ("{+", "+}"),
    (Laufart.ENTFALLEN, True): ("[~", "~]"),
    (Laufart.NEU, True): ("{~", "~}"),
}


def gezeichnet(laeufe: tuple[Wortlauf, ...]) -> str:
    """Write runs so that a reader sees them: [-gone-] {+new+}, and [~only~] {~spelling~}."""
    return "".join(
        KLAMMERN[lauf.art, lauf.redaktionell][0] + lauf.text + KLAMMERN[lauf.art, lauf.redaktionell][1]
        for lauf in laeufe
    )


MARKIERT = {
    # single words and phrases
    "a word replaced": (
        "Der Kreis fördert zwei Vereine.",
        "Der Kreis fördert drei Vereine.",
        "Der Kreis fördert [-zwei-]{+drei+} Vereine.",
    ),
    "words added": (
        "Der Kreis fördert Vereine.",
        "Der Kreis fördert Vereine und Verbände.",
        "Der Kreis fördert Vereine{+ und Verbände+}.",
    ),
    "words cut": (
        "Der Kreis fördert Vereine und Verbände.",
        "Der Kreis fördert Vereine.",
        "Der Kreis fördert Vereine[- und Verbände-].",
    ),
    "added at the end": (
        "Kurse in Arnstadt",
        "Kurse in Arnstadt und Ilmenau",
        "Kurse in Arnstadt{+ und Ilmenau+}",
    ),
    "added at the beginning": (
        "Einrichtung von Vorschaltklassen",
        "Prüfung der Einrichtung von Vorschaltklassen",
        "{+Prüfung der +}Einrichtung von Vorschaltklassen",
    ),
    "an item of an enumeration with its comma": (
        "Vereine, Verbände und Schulen",
        "Vereine, Verbände, Kitas und Schulen",
        "Vereine, Verbände{+, Kitas+} und Schulen",
    ),
    "a verb in two parts": (
        "Die Verwaltung richtet eine Stelle ein.",
        "Die Verwaltung prüft, ob eine Stelle eingerichtet werden kann.",
        "Die Verwaltung [-richtet-]{+prüft, ob+} eine Stelle [-ein-]{+eingerichtet werden kann+}.",
    ),
    "a phrase moved": (
        "Jährlich im Mai lädt der Kreis zum Fest ein.",
        "Der Kreis lädt jährlich im Mai zum Fest ein.",
        "[-Jährlich-]{+Der Kreis lädt jährlich+} im Mai [-lädt der Kreis -]zum Fest ein.",
    ),
    "what repeats is cut where people would cut it": (
        "Der Kreis berät und der Kreis hilft und der Kreis zahlt.",
        "Der Kreis berät und der Kreis zahlt.",
        "Der Kreis berät [-und der Kreis hilft -]und der Kreis zahlt.",
    ),
    # never inside a word
    "a compound is one word": (
        "Kita-Teams werden geschult.",
        "Kita- und Hortteams werden geschult.",
        "[-Kita-Teams-]{+Kita- und Hortteams+} werden geschult.",
    ),
    "the hyphen of a shortened word belongs to it": (
        "Sprach-, Kultur- und Sportangebote",
        "Sprach- und Sportangebote",
        "Sprach-[-, Kultur--] und Sportangebote",
    ),
    "an ending is not marked alone": (
        "AkteurInnen im Kreis",
        "Akteurinnen im Kreis",
        "[-AkteurInnen-]{+Akteurinnen+} im Kreis",
    ),
    "a noun made of an adjective": (
        "Beratung für Geflüchtete",
        "Beratung für geflüchtete Frauen",
        "Beratung für [-Geflüchtete-]{+geflüchtete Frauen+}",
    ),
    # figures, dates, addresses
    "a date is one word": (
        "bis 31.08.2021",
        "bis 31.12.2021",
        "bis [-31.08.2021-]{+31.12.2021+}",
    ),
    "a span of years is one word": ("2020–2023", "2024–2027", "[-2020–2023-]{+2024–2027+}"),
    "a Schuljahr is one word": (
        "im Schuljahr 2021/22",
        "im Schuljahr 2022/23",
        "im Schuljahr [-2021/22-]{+2022/23+}",
    ),
    "an amount is one word": (
        "Kosten: 12.500,50 Euro",
        "Kosten: 14.000 Euro",
        "Kosten: [-12.500,50-]{+14.000+} Euro",
    ),
    "5.10 is not 5.1": ("5.10 Kurse", "5.1 Kurse", "[-5.10-]{+5.1+} Kurse"),
    "an ordinal": ("Der 2. Beirat tagt.", "Der 3. Beirat tagt.", "Der [-2-]{+3+}. Beirat tagt."),
    "an address is one word, the full stop behind it is not": (
        "siehe https://a.de/b?c=1.",
        "siehe https://a.de/c.",
        "siehe [-https://a.de/b?c=1-]{+https://a.de/c+}.",
    ),
    "a clock time": (
        "von 8:00 bis 22:00 Uhr",
        "von 8:30 bis 22:00 Uhr",
        "von [-8:00-]{+8:30+} bis 22:00 Uhr",
    ),
    # only the spelling
    "Binnen-I and colon": (
        "AkteurInnen und MigrantInnen",
        "Akteur:innen und Migrant:innen",
        "[~AkteurInnen~]{~Akteur:innen~} und [~MigrantInnen~]{~Migrant:innen~}",
    ),
    "slash and star": (
        "Schüler/-innen lernen Deutsch",
        "Schüler*innen lernen Deutsch",
        "[~Schüler/-innen~]{~Schüler*innen~} lernen Deutsch",
    ),
    "a blank too many": ("und/ oder Arbeit", "und/oder Arbeit", "[~und/ oder~]{~und/oder~} Arbeit"),
    "dashes": (
        "Nachhilfe - kostenfrei - für Kinder",
        "Nachhilfe – kostenfrei – für Kinder",
        "Nachhilfe [~-~]{~–~} kostenfrei [~-~]{~–~} für Kinder",
    ),
    "quotes": (
        "Das Projekt „Lokal integriert“",
        "Das Projekt »Lokal integriert«",
        "Das Projekt [~„~]{~»~}Lokal integriert[~“~]{~«~}",
    ),
    "a fault of reading": ("im IIm-Kreis", "im Ilm-Kreis", "im [~IIm-Kreis~]{~Ilm-Kreis~}"),
    "case": ("DEUTSCHKURSE für alle", "Deutschkurse für alle", "[~DEUTSCHKURSE~]{~Deutschkurse~} für alle"),
    "the full stop at the end": ("Die Stelle bleibt", "Die Stelle bleibt.", "Die Stelle bleibt{~.~}"),
    "an abbreviation": ("z. B. Sport", "z.B. Sport", "[~z. B~]{~z.B~}. Sport"),
    "a paragraph becomes a blank": (
        "Erster Absatz.\nZweiter Absatz.",
        "Erster Absatz. Zweiter Absatz.",
        "Erster Absatz.[~\n~]{~ ~}Zweiter Absatz.",
    ),
    "spelling beside content": (
        "MitarbeiterInnen heute",
        "Mitarbeiter:innen morgen",
        "[~MitarbeiterInnen~]{~Mitarbeiter:innen~} [-heute-]{+morgen+}",
    ),
    # punctuation within a text may change what it says
    "a comma less": ("Kurse, Feste", "Kurse Feste", "Kurse[-,-] Feste"),
    "two sentences made one": (
        "Die Stelle berät. Sie vermittelt.",
        "Die Stelle berät; sie vermittelt.",
        "Die Stelle berät[-.-]{+;+} [~Sie~]{~sie~} vermittelt.",
    ),
    # sentences and lists
    "a sentence added": (
        "Das Amt zahlt.",
        "Das Amt zahlt. Über Ausnahmen entscheidet der Kreisausschuss auf Vorschlag der Verwaltung.",
        "Das Amt zahlt.{+ Über Ausnahmen entscheidet der Kreisausschuss auf Vorschlag der Verwaltung.+}",
    ),
    "a sentence rewritten among others": (
        "Beratung ist frei. Sie findet montags statt. Alle sind willkommen.",
        "Beratung ist frei. Termine vergibt ein Portal im Netz. Alle sind willkommen.",
        "Beratung ist frei. [-Sie findet montags statt-]{+Termine vergibt ein Portal im Netz+}. Alle sind willkommen.",
    ),
    "an item of a list": (
        "• eins\n• zwei",
        "• eins\n• neu dazwischen\n• zwei",
        "• eins\n{+• neu dazwischen\n+}• zwei",
    ),
    "a numbered item": (
        "1. Kurse\n2. Feste",
        "1. Kurse\n2. Ausflüge\n3. Feste",
        "1. Kurse\n2. {+Ausflüge\n3. +}Feste",
    ),
    # no confetti
    "chance words between two replacements are not kept": (
        "Das Amt prüft neue Räume für die Kurse und sucht freie Plätze. Es berichtet dem Kreistag jährlich.",
        "Das Amt meldet offene Fragen für den Beirat und benennt feste Tage. Es berichtet dem Kreistag jährlich.",
        (
            "Das Amt [-prüft neue Räume für die Kurse und sucht freie Plätze-]"
            "{+meldet offene Fragen für den Beirat und benennt feste Tage+}. Es berichtet dem Kreistag jährlich."
        ),
    ),
    "a word with a meaning between two small changes is kept": (
        "Das Amt prüft Plätze bis 2021",
        "Das Amt schafft Plätze bis 2022",
        "Das Amt [-prüft-]{+schafft+} Plätze bis [-2021-]{+2022+}",
    ),
    "few words are always marked": (
        "je Quartal eine Sitzung",
        "je Halbjahr zwei Sitzungen",
        "je [-Quartal eine Sitzung-]{+Halbjahr zwei Sitzungen+}",
    ),
    # one side alone
    "nothing before": ("", "neu", "{+neu+}"),
    "nothing after": ("alt", "", "[-alt-]"),
    "nothing at all": ("", "", ""),
    "the same": ("Kurse für alle.", "Kurse für alle.", "Kurse für alle."),
}


@pytest.mark.parametrize(("alt", "neu", "erwartet"), MARKIERT.values(), ids=MARKIERT.keys())
def test_what_is_marked(alt: str, neu: str, erwartet: str) -> None:
    ergebnis = wortvergleich(alt, neu)
    assert gezeichnet(ergebnis.laeufe) == erwartet
    assert not ergebnis.neu_gefasst


NEU_GEFASST = [
    (
        "Zu Beginn des Jahres findet in Ilmenau ein Fest statt.",
        "Im Herbst gibt es einen Ausflug für Familien aus dem ganzen Kreis.",
    ),
    (
        "Der Freundeskreis baut ein Netz von ehrenamtlichen Lotsinnen und Lotsen auf, die der Kreis schult.",
        "Das Integrationsbüro führt das Lotsennetz fort; Lotsinnen und Lotsen begleiten Familien ein Jahr lang.",
    ),
]
NICHT_NEU_GEFASST = [
    # all of the old text is still there, however much was added
    ("Das Amt zahlt.", "Das Amt zahlt. " + "Über Ausnahmen entscheidet der Ausschuss auf Antrag. " * 5),
    ("Über Ausnahmen entscheidet der Ausschuss auf Antrag. " * 5 + "Das Amt zahlt.", "Das Amt zahlt."),
]


@pytest.mark.parametrize(("alt", "neu"), NEU_GEFASST)
def test_a_text_written_anew_comes_whole(alt: str, neu: str) -> None:
    ergebnis = wortvergleich(alt, neu)
    assert ergebnis.neu_gefasst
    assert ergebnis.laeufe == (Wortlauf(Laufart.ENTFALLEN, alt), Wortlauf(Laufart.NEU, neu))


@pytest.mark.parametrize(("alt", "neu"), NICHT_NEU_GEFASST)
def test_a_text_that_was_only_lengthened_or_cut_is_marked(alt: str, neu: str) -> None:
    assert not wortvergleich(alt, neu).neu_gefasst


WORTE = st.sampled_from(
    [
        "Kurse",
        "kurse",
        "und",
        "die",
        ",",
        ".",
        "2021/22",
        "Kita-Teams",
        "Amt",
        "Schüler*innen",
        "–",
        "-",
        "»Amt«",
    ]
)
LUECKEN = st.sampled_from([" ", " ", " ", "", "\n", "  "])
SAETZE = st.lists(st.tuples(WORTE, LUECKEN), max_size=25).map(
    lambda paare: "".join(wort + luecke for wort, luecke in paare)
)
TEXTE = SAETZE | st.text(max_size=40)


@given(TEXTE, TEXTE)
@example("a b", "a  b")
@example(" a", "a ")
@example("x\u0308y", "xy")
def test_without_the_marks_both_texts_are_as_they_were(alt: str, neu: str) -> None:
    ergebnis = wortvergleich(alt, neu)
    assert "".join(lauf.text for lauf in ergebnis.seite(Laufart.ENTFALLEN)) == alt
    assert "".join(lauf.text for lauf in ergebnis.seite(Laufart.NEU)) == neu
    assert all(lauf.text for lauf in ergebnis.laeufe)


@given(TEXTE, TEXTE)
def test_no_mark_begins_or_ends_inside_a_word(alt: str, neu: str) -> None:
    ergebnis = wortvergleich(alt, neu)
    for seite in (Laufart.ENTFALLEN, Laufart.NEU):
        for links, rechts in pairwise(ergebnis.seite(seite)):
            assert not (links.text[-1].isalnum() and rechts.text[0].isalnum())


@given(TEXTE, TEXTE)
def test_marks_are_whole_places(alt: str, neu: str) -> None:
    ergebnis = wortvergleich(alt, neu)
    arten = [lauf.art for lauf in ergebnis.laeufe]
    assert all((links, rechts) != (Laufart.NEU, Laufart.ENTFALLEN) for links, rechts in pairwise(arten))
    assert all(links is not rechts for links, rechts in pairwise(arten))


@given(TEXTE)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert wortvergleich(text, text).laeufe == ((Wortlauf(Laufart.GLEICH, text),) if text else ())


@given(st.text(max_size=60))
def test_words_and_gaps_are_the_whole_text(text: str) -> None:
    folge = wortfolge(text)
    assert folge.luecken[0] + folge.text(0, len(folge.worte)) + folge.luecken[-1] * bool(folge.worte) == text
    assert all(wort and not wort[0].isspace() for wort in folge.worte)
    assert not "".join(folge.luecken).strip()


def test_what_a_word_weighs() -> None:
    # a word with a meaning weighs more than three that hold a sentence together
    assert wortgewicht("Beratung") > sum(map(wortgewicht, ("in", "der", ",")))
    assert wortgewicht(",") < wortgewicht("2021") < wortgewicht("Beratung")


def langer_text(saetze: int, *, unruhe: int = 0) -> str:
    zufall = random.Random(saetze + unruhe)  # noqa: S311  any text will do, as long as it is the same in every run
    worte = [
        "Amt",
        "Kurs",
        "Kreis",
        "die",
        "und",
        "Stelle",
        "berät",
        "fördert",
        "neu",
        "alle",
        "Verein",
        "im",
    ]
    return " ".join(
        f"Satz {nummer} " + " ".join(zufall.choice(worte) for _ in range(9)) + "." for nummer in range(saetze)
    )


def test_in_a_long_text_the_one_change_is_found() -> None:
    alt = langer_text(800)
    anfang, ende = alt[: alt.index("Satz 400 ")], alt[alt.index("Satz 401 ") :]
    assert len(wortfolge(alt).worte) ** 2 > ZELLEN
    ergebnis = wortvergleich(alt, f"Vorab. {anfang}Hier steht etwas anderes. {ende}")
    assert [lauf.text for lauf in ergebnis.laeufe if lauf.art is Laufart.NEU] == [
        "Vorab. ",
        "Hier steht etwas anderes",
    ]


@pytest.mark.parametrize("unruhe", [1, 2, 3])
@pytest.mark.parametrize("mit_anker", [False, True])
def test_the_effort_is_bounded_whatever_is_compared(
    unruhe: int, monkeypatch: pytest.MonkeyPatch, *, mit_anker: bool
) -> None:
    alt, neu = langer_text(90), langer_text(90, unruhe=unruhe)
    if mit_anker:
        alt += " Dieser Satz steht in beiden. " + langer_text(40, unruhe=unruhe + 3)
        neu += " Dieser Satz steht in beiden. " + langer_text(40, unruhe=unruhe + 4)
    zellen: list[int] = []
    echte = wortvergleich_ausrichtung._beste_paarung

    def gezaehlt(links: list[str], rechts: list[str], gewichte: list[int]) -> list[tuple[int, int]]:
        zellen.append(len(links) * len(rechts))
        return echte(links, rechts, gewichte)

    monkeypatch.setattr(wortvergleich_ausrichtung, "_beste_paarung", gezaehlt)
    ergebnis = wortvergleich(alt, neu)
    assert len(wortfolge(alt).worte) * len(wortfolge(neu).worte) > ZELLEN
    assert bool(zellen) is mit_anker
    assert sum(zellen) <= ZELLEN
    assert "".join(lauf.text for lauf in ergebnis.seite(Laufart.NEU)) == neu
