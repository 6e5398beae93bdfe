"""Units, ranges and one-sided dates by the conventions of design §5, each rule beside its nearest neighbours.

A part is written F faellig, Z zeitraum, L laufend, U unbestimmt, X not read; then beginn and ende, »-« where there is
none, and »?« for mehrdeutig.
"""

from __future__ import annotations

import re

import pytest

from konzept.domain.termin import Teil, TerminArt, lies_termin

KUERZEL = {
    TerminArt.FAELLIG: "F",
    TerminArt.ZEITRAUM: "Z",
    TerminArt.LAUFEND: "L",
    TerminArt.WIEDERKEHREND: "W",
    TerminArt.UNBESTIMMT: "U",
}


def _kurz(teil: Teil) -> str:
    spalten = [KUERZEL[teil.art] if teil.gelesen else "X", *map(str, (teil.beginn, teil.ende, teil.rrule))]
    text = " ".join(spalten).replace("None", "-")
    return re.sub(r"( -)+$", "", text) + (" ?" if teil.mehrdeutig else "")


def _lesart(wortlaut: str) -> str:
    return " | ".join(_kurz(teil) for teil in lies_termin(wortlaut))


# First and last day of each unit; Anfang, Mitte and Ende; what is in doubt.
@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        ("1. Quartal 2021", "F 2021-01-01 2021-03-31"),
        ("zweite Jahreshälfte 2021", "F 2021-07-01 2021-12-31"),
        ("2. HJ 2021", "F 2021-07-01 2021-12-31"),
        ("H1/2022", "F 2022-01-01 2022-06-30"),
        ("1.Q.2021", "F 2021-01-01 2021-03-31"),
        ("Quartal I/2021", "F 2021-01-01 2021-03-31"),
        ("I/2021", "F 2021-01-01 2021-03-31 ?"),
        ("III/IV 2022", "F 2022-07-01 2022-12-31 ?"),
        ("III/IV/2022", "F 2022-07-01 2022-12-31 ?"),
        ("Q1/Q2 2021", "F 2021-01-01 2021-06-30"),
        ("Q 1/2 2021", "F 2021-01-01 2021-06-30"),
        ("1./2. Quartal 2021", "F 2021-01-01 2021-06-30"),
        ("1./3. Quartal 2021", "F 2021-01-01 2021-09-30 ?"),
        ("5. Quartal 2021", "X"),
        ("3. Halbjahr 2021", "X"),
        ("1. Schulhalbjahr 2021/22", "F 2021-08-01 2022-01-31 ?"),
        ("2. Schulhalbjahr 2021/22", "F 2022-02-01 2022-07-31 ?"),
        ("Beginn des 2. Schulhalbjahres 2021/22", "F - 2022-02-01 ?"),
        ("Ende des 1. Schulhalbjahres 2021/22", "F - 2022-01-31 ?"),
        ("Anfang des Schuljahres 2021/22", "F - 2021-08-01 ?"),
        ("Ende des Schuljahres 2021/22", "F - 2022-07-31"),
        ("Sommersemester 2021", "F 2021-04-01 2021-09-30 ?"),
        ("Wintersemester 2021/22", "F 2021-10-01 2022-03-31 ?"),
        ("Sommer 2021/22", "F 2021-06-01 2021-08-31 ?"),
        ("Frühjahr/Sommer 2021", "F 2021-03-01 2021-08-31"),
        ("Herbst/Winter 2021", "F 2021-09-01 2022-02-28 ?"),
        ("Herbst/Winter 2021/22", "F 2021-09-01 2022-02-28"),
        ("Winter 2021", "F 2021-12-01 2022-02-28 ?"),
        ("Winter 2019/20", "F 2019-12-01 2020-02-29"),
        ("Spätsommer 2021", "F 2021-06-01 2021-08-31 ?"),
        ("KW 1/2021", "F 2021-01-04 2021-01-10"),
        ("KW 53/2020", "F 2020-12-28 2021-01-03"),
        ("KW 53/2021", "X"),
        ("37. KW 2021", "F 2021-09-13 2021-09-19"),
        ("KW 12-14/2021", "F 2021-03-22 2021-04-11"),
        ("März/April 2021", "F 2021-03-01 2021-04-30"),
        ("Dezember/Januar 2021", "F 2021-12-01 2022-01-31 ?"),
        ("März/September 2021", "F 2021-03-01 2021-03-31 | F 2021-09-01 2021-09-30"),
        ("9.2021", "F 2021-09-01 2021-09-30"),
        ("09/21", "F 2021-09-01 2021-09-30"),
        ("09/12", "F 2012-09-01 2012-09-30 ?"),
        ("2021-09", "F 2021-09-01 2021-09-30"),
        ("2021/09", "F 2021-09-01 2021-09-30 ?"),
        ("12-2021", "F 2021-12-01 2021-12-31"),
        ("13/2021", "X"),
        ("2021-12-31", "F - 2021-12-31"),
        ("2021-12-32", "X"),
        ("31/12/2021", "F - 2021-12-31 ?"),
        ("31.12.21", "F - 2021-12-31"),
        ("31. Dezember '21", "F - 2021-12-31"),
        ("31. Dez. 2021", "F - 2021-12-31"),
        ("31.12.", "U ?"),
        ("31. Dezember", "U ?"),
        ("Haushaltsjahr 2021", "F 2021-01-01 2021-12-31"),
        ("Projektjahr 2021", "F 2021-01-01 2021-12-31 ?"),
        ("Jahr '21", "F 2021-01-01 2021-12-31"),
        ("Jahr 21", "U ?"),
        ("2021/2022/2024", "Z 2021-01-01 2024-12-31 ?"),
        ("2021/22 Bericht", "Z 2021-01-01 2022-12-31 ?"),
        ("März des Jahres 2021", "F 2021-03-01 2021-03-31"),
        ("März im Jahr 2021", "F 2021-03-01 2021-03-31"),
        ("März 21.", "F 2021-03-01 2021-03-31"),
        ("März 21, Bericht", "F 2021-03-01 2021-03-31"),
        ("März 21 Personen", "U ?"),
        ("März '21/22", "F 2021-03-01 2021-03-31 ?"),
        ("Schuljahr 21/22", "F 2021-08-01 2022-07-31"),
        ("Schuljahr 2021-22", "F 2021-08-01 2022-07-31"),
        ("Winter 2021/2022", "F 2021-12-01 2022-02-28"),
        # Anfang, Mitte, Ende: of a year 31.03., 30.06., 31.12., of a month the 10th, the 15th, the last
        ("Anfang 2021", "F - 2021-03-31 ?"),
        ("Mitte 2021", "F - 2021-06-30"),
        ("Ende 2021", "F - 2021-12-31"),
        ("Beginn des Jahres 2021", "F - 2021-03-31 ?"),
        ("Anfang Mai 2021", "F - 2021-05-10 ?"),
        ("Mitte Mai 2021", "F - 2021-05-15 ?"),
        ("Ende Mai 2021", "F - 2021-05-31"),
        ("Ende des 2. Quartals 2021", "F - 2021-06-30"),
        # as a beginning: the first day, 01.07., of a month the 15th
        ("ab Anfang 2021", "L 2021-01-01 ?"),
        ("ab Mitte 2021", "L 2021-07-01 ?"),
        ("ab Ende 2021", "L 2021-12-31 ?"),
        ("ab Anfang Mai 2021", "L 2021-05-01 ?"),
        ("ab Mitte Mai 2021", "L 2021-05-15 ?"),
        ("ab Ende Mai 2021", "L 2021-05-31 ?"),
    ],
)
def test_a_unit_has_its_days(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart


@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        # ab, seit, frühestens: from the first day
        ("ab Herbst 2021", "L 2021-09-01"),
        ("ab 2. Halbjahr 2021", "L 2021-07-01"),
        ("ab 3. Quartal 2021", "L 2021-07-01"),
        ("ab Schuljahr 2021/22", "L 2021-08-01"),
        ("ab KW 37/2021", "L 2021-09-13"),
        ("ab 12./13. Mai 2021", "L 2021-05-12"),
        ("spätestens ab 2021", "L 2021-01-01 ?"),
        ("frühestens ab 2021", "L 2021-01-01 ?"),
        ("frühestens 2021", "L 2021-01-01 ?"),
        ("ab frühestens 2021", "L 2021-01-01 ?"),
        ("ab 2021 und 2022", "L 2021-01-01 ?"),
        ("ab März und Juni 2021", "L 2021-03-01 ?"),
        ("ab Mai", "U ?"),
        ("ab sofort", "L"),
        ("2021 ff.", "L 2021-01-01"),
        ("2021 u. ff.", "L 2021-01-01"),
        ("2021 + Folgejahre", "L 2021-01-01"),
        ("2021 und folgende Jahre", "L 2021-01-01"),
        ("2021 oder später", "L 2021-01-01 ?"),
        ("über 2020 hinaus", "L"),
        ("über Mai 2020 hinaus", "L"),
        # bis, spätestens: no beginning
        ("bis 12./13. Mai 2021", "F - 2021-05-13"),
        ("bis spätestens Ende 2021", "F - 2021-12-31"),
        ("bis Herbst 2021", "F - 2021-11-30 ?"),
        ("bis Ende Herbst 2021", "F - 2021-11-30"),
        ("bis Schuljahr 2021/22", "F - 2022-07-31 ?"),
        ("bis heute", "L"),
        ("bis auf Weiteres", "L"),
        # vor and nach name no day
        ("vor Mai 2021", "F - 2021-04-30 ?"),
        ("vor 31.03.2021", "F - 2021-03-30 ?"),
        ("vor KW 37/2021", "F - 2021-09-12 ?"),
        ("nach Mai 2021", "L 2021-06-01 ?"),
        ("nach 31.03.2021", "L 2021-04-01 ?"),
        ("nicht vor Mai 2021", "L 2021-05-01 ?"),
        ("nach 9999", "U"),
        ("vor 0001", "U"),
        # zum
        ("zum 31.03.2021", "F - 2021-03-31"),
        ("per 31.03.2021", "F - 2021-03-31"),
        ("zum 1. und 15. Mai 2021", "F - 2021-05-01 | F - 2021-05-15"),
        ("zum Mai 2021", "F - 2021-05-31 ?"),
        ("zum Ende Mai 2021", "F - 2021-05-31"),
        ("zur Mitte 2021", "F - 2021-06-30"),
        ("zum Schuljahr 2021/22", "F - 2021-08-01 ?"),
        ("zum Mai", "U ?"),
        # Beginn
        ("Beginn 2021", "F 2021-01-01 2021-12-31 ?"),
        ("Beginn: 2021", "F 2021-01-01 2021-12-31"),
        ("Start mit 2021", "F 2021-01-01 2021-12-31"),
        ("Startschuss Mai 2021", "F 2021-05-01 2021-05-31"),
        ("erstmals 2021", "F 2021-01-01 2021-12-31 ?"),
        ("Beginn Mai", "U ?"),
    ],
)
def test_a_one_sided_date_has_one_side(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart


@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        ("2018–21", "Z 2018-01-01 2021-12-31"),
        ("1998–02", "F 1998-01-01 1998-12-31 ?"),
        ("2018-18", "F 2018-01-01 2018-12-31 ?"),
        ("2018–2021–2023", "Z 2018-01-01 2023-12-31 ?"),
        ("2018-2019-2020-2021", "Z 2018-01-01 2021-12-31 ?"),
        ("2021-2018", "Z 2021-01-01 2018-12-31 ?"),
        ("Agenda 2030 bis 2025", "F - 2025-12-31"),
        ("Januar bis März 2022", "Z 2022-01-01 2022-03-31"),
        ("Oktober bis März 2022", "Z 2021-10-01 2022-03-31 ?"),
        ("Oktober 2021 bis März", "Z 2021-10-01 2022-03-31 ?"),
        ("März 2021 bis Mai", "Z 2021-03-01 2021-05-31 ?"),
        ("März 2021 bis März", "Z 2021-03-01 2021-03-31 ?"),
        ("Mai bis Sommer 2021", "Z 2021-05-01 2021-08-31 ?"),
        ("Januar bis Herbst 2021", "Z 2021-01-01 2021-11-30 ?"),
        ("Januar 2021 - Sommer 2022", "Z 2021-01-01 2022-08-31"),
        ("Januar 2021 bis Sommer 2022", "Z 2021-01-01 2022-08-31 ?"),
        ("Schuljahr 2021/22 bis 2023/24", "Z 2021-08-01 2024-07-31"),
        ("Anfang bis Mitte 2021", "Z 2021-01-01 2021-06-30 ?"),
        ("Mitte bis Ende 2021", "Z 2021-07-01 2021-12-31 ?"),
        ("01-03/2021", "Z 2021-01-01 2021-03-31"),
        ("03-01/2021", "F 2021-01-01 2021-01-31 ?"),
        ("1.–3. Quartal 2021", "Z 2021-01-01 2021-09-30"),
        ("von Mai bis September", "U ?"),
        ("03-03/2021", "F 2021-03-01 2021-03-31 ?"),
        ("2021-21", "F 2021-01-01 2021-12-31 ?"),
        ("31.03.2021 bis 31.02.", "F - 2021-03-31 ?"),
        ("Mitte bis Juni", "U ?"),
        ("Zeitraum Mai", "U ?"),
        ("Zeitraum 2021/22", "Z 2021-01-01 2022-12-31"),
        ("Förderzeitraum bis 2023", "Z - 2023-12-31"),
        ("Mai-Juni 2021", "Z 2021-05-01 2021-06-30"),
        ("Sommer-Herbst 2021", "Z 2021-06-01 2021-11-30"),
        ("zwischen 2021 und 2023", "Z 2021-01-01 2023-12-31"),
        ("zwischen Mai und Juni 2021", "Z 2021-05-01 2021-06-30"),
        ("2021 und 2023", "F 2021-01-01 2021-12-31 | F 2023-01-01 2023-12-31"),
        ("in den Jahren 2021 und 2022", "Z 2021-01-01 2022-12-31"),
        ("in den Jahren 2021, 2022 und 2023", "Z 2021-01-01 2023-12-31"),
        ("in den Jahren 2021 bis 2023", "Z 2021-01-01 2023-12-31"),
        ("in den Jahren 2021/22", "Z 2021-01-01 2022-12-31 ?"),
        # a noun makes one date a span
        ("Zeitraum: 2021", "Z 2021-01-01 2021-12-31"),
        ("Zeitraum Mai 2021", "Z 2021-05-01 2021-05-31"),
        ("Zeitraum bis 2030", "Z - 2030-12-31"),
        ("Zeitraum bis Herbst 2030", "Z - 2030-11-30 ?"),
        ("Zeitraum bis Anfang 2030", "Z - 2030-03-31 ?"),
        ("Laufzeit 2021/22", "Z 2021-01-01 2022-12-31"),
        ("Legislatur 2018/22", "Z 2018-01-01 2022-12-31"),
        ("Amtsperiode 2018–21", "Z 2018-01-01 2021-12-31"),
        ("Wahlperiode 2024", "F 2024-01-01 2024-12-31 ?"),
        # no end
        ("2020 bis auf Weiteres", "L 2020-01-01"),
        ("2020 bis Ende offen", "L 2020-01-01"),
        ("2020 – ?", "L 2020-01-01"),
        ("2020–", "L 2020-01-01 ?"),
        ("ab 2020 –", "L 2020-01-01"),
        ("ab Anfang 2020 bis heute", "L 2020-01-01 ?"),
        ("Mitte 2020 – heute", "L 2020-07-01 ?"),
        ("2020 - laufend, jährlich", "W 2020-01-01 - FREQ=YEARLY"),
        # moved: only the new date holds
        ("von 2021 auf 2022", "F 2022-01-01 2022-12-31 ?"),
        ("von Mai 2021 auf Juni 2022", "F 2022-06-01 2022-06-30 ?"),
    ],
)
def test_a_range_has_two_ends(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart
