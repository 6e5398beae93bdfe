"""Rhythms by the conventions of design §5, each rule beside its nearest neighbours, found by mutation testing.

A part is written F faellig, Z zeitraum, L laufend, W wiederkehrend, U unbestimmt, X not read; then beginn, ende and
rrule, »-« where there is none, and »?« for mehrdeutig.
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
F21, F22 = "F 2021-01-01 2021-12-31", "F 2022-01-01 2022-12-31"


def _kurz(teil: Teil) -> str:
    spalten = [KUERZEL[teil.art] if teil.gelesen else "X", *map(str, (teil.beginn, teil.ende, teil.rrule))]
    text = " ".join(spalten).replace("None", "-")
    return re.sub(r"( -)+$", "", text) + (" ?" if teil.mehrdeutig else "")


def _lesart(wortlaut: str) -> str:
    return " | ".join(_kurz(teil) for teil in lies_termin(wortlaut))


# A rhythm with months, beginning and end.
@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        # without an interval there is no rule, whatever stands beside it
        ("regelmäßig im September", "W ?"),
        ("regelmäßig im März ab 2020", "W 2020-01-01 ?"),
        ("regelmäßig 2021", "W 2021-01-01 2021-12-31 ?"),
        ("ab 2021 regelmäßig", "L 2021-01-01 ? | W 2021-01-01 ?"),
        # how often in which unit
        ("2x täglich", "W ?"),
        ("2x im Halbjahr", "W - - FREQ=MONTHLY;INTERVAL=3 ?"),
        ("3x pro Quartal", "W - - FREQ=MONTHLY ?"),
        ("viermal im Jahr", "W - - FREQ=MONTHLY;INTERVAL=3 ?"),
        ("2-3x im Monat", "W - - FREQ=WEEKLY;INTERVAL=2 ?"),
        ("1x in der Woche", "W - - FREQ=WEEKLY"),
        ("1x in einem Jahr", "W - - FREQ=YEARLY"),
        ("1 Baum pro Jahr", "W - - FREQ=YEARLY"),
        ("mehrere Bäume pro Jahr", "W ?"),
        ("mehrmals jährlich im März", "W ?"),
        ("monatlich 1 Woche", "W - - FREQ=MONTHLY ?"),
        ("jährlich 2 Treffen im Mai", "W - - FREQ=MONTHLY;INTERVAL=6 ?"),
        ("immer wieder", "W ?"),
        ("alle Jahre", "W - - FREQ=YEARLY"),
        ("alle paar Jahre", "W ?"),
        ("alle mehrere Jahre", "W ?"),
        ("alle paar Schritte", "X"),
        ("mehrere Jahre", "U"),
        ("alle halbe Jahre", "W - - FREQ=MONTHLY;INTERVAL=6"),
        ("alle zwei bis drei Monate", "W - - FREQ=MONTHLY;INTERVAL=2 ?"),
        ("jedes halbe Jahr", "W - - FREQ=MONTHLY;INTERVAL=6"),
        ("jedes 2. Jahr", "W - - FREQ=YEARLY;INTERVAL=2"),
        ("im März eines jeden Jahres", "W - - FREQ=YEARLY;BYMONTH=3"),
        ("jeden Montag", "W - - FREQ=WEEKLY"),
        ("jeden ersten Montag im Monat", "W - - FREQ=MONTHLY"),
        ("jeden zweiten Montag", "W - - FREQ=WEEKLY;INTERVAL=2 ?"),
        ("10-tägig", "W - - FREQ=DAILY;INTERVAL=10"),
        ("21-tägig", "W - - FREQ=WEEKLY;INTERVAL=3"),
        ("im 14-tägigen Turnus", "W - - FREQ=WEEKLY;INTERVAL=2"),
        ("im dreitägigen Turnus", "W - - FREQ=DAILY;INTERVAL=3"),
        ("im dreijährigen Rhythmus", "W - - FREQ=YEARLY;INTERVAL=3"),
        ("dreijährige Laufzeit", "U"),
        ("im Zweijahresturnus ab 2021", "W 2021-01-01 - FREQ=YEARLY;INTERVAL=2"),
        ("Jahres Turnus ab 2021", "W 2021-01-01 - FREQ=YEARLY"),
        ("jährlicher Turnus ab 2021", "W 2021-01-01 - FREQ=YEARLY"),
        ("½-jährlich ab 2021", "W 2021-01-01 - FREQ=MONTHLY;INTERVAL=6"),
        ("jeweils zum Halbjahresende", "W - - FREQ=MONTHLY;INTERVAL=6"),
        ("jeweils am Monatsende", "W - - FREQ=MONTHLY"),
        ("jeweils bis 31.03.", "W - - FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("jeweils bis zum 31.03.", "W - - FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("jährlich Mai – September", "W - - FREQ=YEARLY;BYMONTH=9 ?"),
        ("jährlich im Mai - Bericht", "W - - FREQ=YEARLY;BYMONTH=5"),
        # more than once a year stays in doubt where no months settle it
        ("2 Bäume pro Jahr zum Jahresende", "W - - FREQ=YEARLY ?"),
        ("zweimal jährlich, im März und im September", "W - - FREQ=YEARLY;BYMONTH=3,9"),
        ("2x jährlich im März", "W - - FREQ=MONTHLY;INTERVAL=6 ?"),
        ("halbjährlich, jeweils im März und September", "W - - FREQ=YEARLY;BYMONTH=3,9"),
        ("vierteljährlich im März und September", "W - - FREQ=MONTHLY;INTERVAL=3 ?"),
        ("alle 6 Wochen, im März", "W - - FREQ=WEEKLY;INTERVAL=6 ?"),
        ("monatlich im März", "W - - FREQ=MONTHLY ?"),
        ("wöchentlich im März", "W - - FREQ=WEEKLY ?"),
        ("alle zwei Jahre im März und September", "W - - FREQ=YEARLY;INTERVAL=2;BYMONTH=3,9"),
        # a span or a vague part of the year is read by its last month, and marked
        ("jährlich von Mai bis September", "W - - FREQ=YEARLY;BYMONTH=9 ?"),
        ("alle 2 Jahre vom 12. bis 15. Mai", "W - - FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=15 ?"),
        ("jährlich im März/April", "W - - FREQ=YEARLY;BYMONTH=4 ?"),
        ("jährlich zu Jahresbeginn", "W - - FREQ=YEARLY;BYMONTH=3 ?"),
        ("jährlich zur Jahresmitte", "W - - FREQ=YEARLY;BYMONTH=6 ?"),
        ("halbjährlich zum Jahresende", "W - - FREQ=MONTHLY;INTERVAL=6 ?"),
        ("jährlich in KW 40", "W - - FREQ=YEARLY ?"),
        # days
        ("jährlich am 1. und 15. März", "W - - FREQ=YEARLY;BYMONTH=3 ?"),
        ("jährlich am 12./13. Mai", "W - - FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13"),
        ("jährlich zum 31.03. und 30.09.", "W - - FREQ=YEARLY;BYMONTH=3,9"),
        ("jährlich zum 28.02. und 31.08.", "W - - FREQ=YEARLY;BYMONTH=2,8"),
        ("jährlich zum 30.03. und 30.09.", "W - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=30"),
        # beginning and end
        ("monatlich ab 2021, bis 2023", "W 2021-01-01 2023-12-31 FREQ=MONTHLY;UNTIL=20231231"),
        ("monatlich von Anfang 2021 bis 2023", "W 2021-01-01 2023-12-31 FREQ=MONTHLY;UNTIL=20231231 ?"),
        ("monatlich 2021 und 2022", "W 2021-01-01 2022-12-31 FREQ=MONTHLY;UNTIL=20221231 ?"),
        ("jährlich bis 2022 und 2024", "W - 2024-12-31 FREQ=YEARLY;UNTIL=20241231 ?"),
        ("2022/23 jährlich", "W 2022-01-01 2023-12-31 FREQ=YEARLY;UNTIL=20231231 ?"),
        ("ab 2021 Bericht monatlich", "W 2021-01-01 - FREQ=MONTHLY"),
        ("jährlich ein Bericht bis 2023", "W - 2023-12-31 FREQ=YEARLY;UNTIL=20231231"),
        ("jährlich ein Bericht 2021–2023", "W 2021-01-01 2023-12-31 FREQ=YEARLY;UNTIL=20231231"),
        ("jährlich ein Bericht erstmals 2021", "W 2021-01-01 - FREQ=YEARLY"),
        ("jährlich, voraussichtlich ab 2022", "W 2022-01-01 - FREQ=YEARLY"),
        ("jährlich so bald wie möglich", "W - - FREQ=YEARLY"),
        ("jährlich, drei Jahre lang", "W - - FREQ=YEARLY ?"),
        ("fällig jährlich", "W - - FREQ=YEARLY"),
        # »danach«
        ("danach jährlich", "W - - FREQ=YEARLY"),
        ("fortlaufend, danach jährlich", "L | W - - FREQ=YEARLY"),
        ("bis 2022, danach monatlich ab 2024", "F - 2022-12-31 | W 2024-01-01 - FREQ=MONTHLY"),
        ("bis 2021 danach jährlich", "F - 2021-12-31 | W 2022-01-01 - FREQ=YEARLY ?"),
        ("2021 und 2022, danach jährlich", f"{F21} | {F22} | W 2023-01-01 - FREQ=YEARLY ?"),
        ("Konzept 2021, danach Bericht jährlich", f"{F21} | W 2022-01-01 - FREQ=YEARLY ?"),
        ("März, danach jährlich", "U ? | W - - FREQ=YEARLY"),
        # a rhythm that goes on with the Maßnahme begins with it; one behind a semicolon speaks for itself
        ("fortlaufend ab 2020, monatlich", "L 2020-01-01 | W 2020-01-01 - FREQ=MONTHLY"),
        (
            "fortlaufend ab 2020, monatlich 2021",
            "L 2020-01-01 | W 2021-01-01 2021-12-31 FREQ=MONTHLY;UNTIL=20211231",
        ),
        ("ab 2021; monatlich bis 2025", "L 2021-01-01 | W - 2025-12-31 FREQ=MONTHLY;UNTIL=20251231"),
        ("jährlich; ab 2021", "W - - FREQ=YEARLY | L 2021-01-01"),
        ("2021; jährlich", f"{F21} | W - - FREQ=YEARLY"),
        # said twice it is one rhythm; without a word of its own it stands within the year beside it
        ("regelmäßig ab 2021, 1x jährlich", "W 2021-01-01 - FREQ=YEARLY"),
        ("regelmäßig bis 2023, 1x jährlich", "W - 2023-12-31 FREQ=YEARLY;UNTIL=20231231"),
        ("regelmäßig 2021–2023, 1x jährlich", "W 2021-01-01 2023-12-31 FREQ=YEARLY;UNTIL=20231231"),
        ("jährlich (1x jährlich)", "W - - FREQ=YEARLY"),
        ("monatlich Bericht 2021", "W 2021-01-01 2021-12-31 FREQ=MONTHLY;UNTIL=20211231"),
        ("2021 Bericht monatlich", "W 2021-01-01 2021-12-31 FREQ=MONTHLY;UNTIL=20211231"),
        ("jährlich Bericht 2021", f"W - - FREQ=YEARLY ? | {F21} ?"),
        ("2021 Bericht jährlich", f"{F21} ? | W - - FREQ=YEARLY ?"),
        ("2021, monatlich", f"{F21} ? | W - - FREQ=MONTHLY ?"),
        # nobody can tell how these belong together
        ("2021, 4x p.a.", f"{F21} ? | W - - FREQ=MONTHLY;INTERVAL=3 ?"),
    ],
)
def test_a_rhythm_is_put_together_as_said(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart
