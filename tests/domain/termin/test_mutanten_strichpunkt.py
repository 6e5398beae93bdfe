"""A semicolon parts a wording for good: no rule reads over it, and each side reads as it does alone.

One wording or more for each rule of the grammar, so that a rule that takes in a piece too many is noticed.
"""

from __future__ import annotations

import pytest

from konzept.domain.termin import lies_termin

WORTLAUTE = """
2021 | '21 | Jahr '21 | im Jahr 2021 | Haushaltsjahr 2021 | Projektjahr 2021 | 2021/22 | 2021/2022/2024
Schuljahr 2021/22 | Schuljahr 21/22 | Kita-Jahr 2021/22 | 2. Schulhalbjahr 2021/22 | Wintersemester 2021/22
Winter 2021/22 | Herbst 2021 | Herbst/Winter 2021 | 2. Quartal 2022 | Q3/2023 | Q 1/2 2021 | Quartal I/2021
III/IV 2022 | III/IV/2022 | 1.Q.2021 | Q1 | 2. Halbjahr 2021 | H1/2022 | zweite Jahreshälfte 2021 | Mai 2021
März/April 2021 | 09/2021 | 09/21 | 2021-09 | 12-2021 | März '21 | März 21 | März des Jahres 2021 | KW 37/2021
37. KW 2021 | KW 12-14/2021 | KW 12, 2021 | 31.12.2021 | 31.12.21 | 31.12. | 31.12 | 2021-12-31 | 31/12/2021
31. Dezember 2021 | 31. Dez. 2021 | 31. Mai 0900 | 12./13. Mai 2021 | Anfang 2021 | Mitte Mai 2021
Ende des 2. Quartals 2021 | zum Jahresende 2021 | Beginn des Schuljahres 2021/22 | bis 2022
bis zum 31.12.2021 | spätestens 2021 | bis heute | bis auf Weiteres | ab 2021 | ab sofort | spätestens ab 2021
frühestens 2021 | ab frühestens 2021 | 2021 ff. | 2021 u. ff. | 2021 und Folgejahre | 2021 und folgende Jahre
2021 oder später | über 2020 hinaus | vor Mai 2021 | nach Mai 2021 | nicht vor Mai 2021 | Beginn 2021
Beginn: 2021 | Start mit 2021 | zum 31.03.2021 | per Mai 2021 | 2018–21 | 2018–2021 | 2018–2019–2020
von März 2022 bis Dezember 2025 | zwischen 2021 und 2023 | Anfang bis Mitte 2021 | 01-03/2021
1.–3. Quartal 2021 | vom 01.01. bis 31.12.2022 | 2020 bis heute | 2020 bis Ende offen | 2020 bis auf Weiteres
2020 – ? | von 2021 auf 2022 | Zeitraum: 2021 | Zeitraum bis 2030 | Legislatur 2018/22 | Amtsperiode 2018–21
in den Jahren 2021 und 2022 | 2021, 2022 und 2023 | März, Juni und September 2021 | fortlaufend | auf Dauer
seit Jahren | in Umsetzung | laufende Aufgabe | nach Bedarf | bei Bedarf | kurzfristig | ASAP
so bald wie möglich | noch offen | noch nicht festgelegt | wird noch festgelegt | k. A. | zu klären
kommendes Jahr | im Folgejahr | im 1. Jahr | im ersten Projektjahr | drei Jahre | zwei bis drei Jahre
2-jährig | dreijährig | zwei Tage | jährlich | halbjährlich | zweijährlich | 2-jährlich | 14-tägig
1/4-jährlich | ½-jährlich | biennal | täglich | im 2-Jahres-Turnus | Zweijahresturnus | im zweijährigen Turnus
im 14-tägigen Turnus | Jahres Turnus | jährlicher Turnus | alle zwei Jahre | alle halbe Jahre
alle paar Jahre | im Abstand von zwei Jahren | jedes Jahr | jedes 2. Jahr | jedes halbe Jahr | jeden Montag
jeden ersten Montag im Monat | im März eines jeden Jahres | pro Jahr | 1x pro Monat | 2x/Jahr | 4x p.a.
1-2x im Jahr | ein- bis zweimal jährlich | zweimal im Jahr | bis zu 6 Sitzungen pro Jahr | mehrmals jährlich
mehrmals im Jahr | regelmäßig | in regelmäßigen Abständen | im regelmäßigen Turnus | immer wieder
jährlich 2x | jährlich zwei Treffen | jährlich im September | jährlich zum 31.03. | jeweils im März
jeweils zum 31.12. | jeweils zum Quartalsende | jeweils zum Halbjahresende | jährlich bis 2025
alle drei Jahre, erstmals 2021 | 2021, danach jährlich | fortlaufend, 1-2x im Jahr | 31.02.2021
Maßnahme 1: 2021 | 2021 (s. HZ 2.9) | 20.000 € in 2021 | 2. Fortschreibung 2021 | nach der Wahl
"""
ALLE = [wortlaut.strip() for zeile in WORTLAUTE.strip().splitlines() for wortlaut in zeile.split("|")]


@pytest.mark.parametrize("wortlaut", ALLE)
@pytest.mark.parametrize("anderer", ["Bericht 2022", "fortlaufend", "alle zwei Jahre"])
def test_each_side_of_a_semicolon_reads_as_it_does_alone(wortlaut: str, anderer: str) -> None:
    allein, daneben = ([teil.kern for teil in lies_termin(text)] for text in (wortlaut, anderer))
    assert [teil.kern for teil in lies_termin(f"{wortlaut}; {anderer}")] == allein + daneben
    assert [teil.kern for teil in lies_termin(f"{anderer}; {wortlaut}")] == daneben + allein
