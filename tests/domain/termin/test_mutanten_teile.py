"""What is one part of a Termin and what are two, and which word beside a date counts, found by mutation testing.

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


# One part or two: what stands between two dates decides.
@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        ("ab 2021, bis 2023", "Z 2021-01-01 2023-12-31"),
        ("Beginn 2021, Projektende 2023", "Z 2021-01-01 2023-12-31"),
        ("Start 2021, Abschluss bis 2023", f"{F21} | F - 2023-12-31"),
        ("Start 2021, Bericht 2023", f"{F21} | F 2023-01-01 2023-12-31"),
        ("Start 2021, Ende 2023 und 2024", f"{F21} | F - 2023-12-31 | F - 2024-12-31"),
        ("2021, Ende 2023", f"{F21} | F - 2023-12-31"),
        ("Bericht 2021. Umsetzung 2022", f"{F21} | {F22}"),
        ("Bericht 2021. Umsetzung fortlaufend", f"{F21} | L"),
        ("fortlaufend z. B. ab 2021", "L 2021-01-01"),
        ("fortlaufend Abt. 5 ab 2021", "L 2021-01-01"),
        ("fortlaufend ggf. ab 2021", "L 2021-01-01 ?"),
        ("fortlaufend, Konzept ab 2021", "L | L 2021-01-01"),
        ("fortlaufend, Konzept 2021", f"L | {F21}"),
        ("fortlaufend Konzept 2021", f"L ? | {F21} ?"),
        ("fortlaufend in 2021", "L 2021-01-01 ?"),
        ("fortlaufend 2021 und 2022", "L 2021-01-01 ?"),
        ("fortlaufend Anfang 2021", "L 2021-01-01 ?"),
        ("fortlaufend ab Anfang 2021", "L 2021-01-01 ?"),
        ("fortlaufend frühestens 2021", "L 2021-01-01 ?"),
        ("fortlaufend ab ca. 2021", "L 2021-01-01 ?"),
        ("fortlaufend ohne Ende", "L"),
        ("fortlaufend, nicht 2021", f"L ? | {F21} ?"),
        ("2021 oder fortlaufend", "L 2021-01-01 ?"),
        ("fortlaufend im März", "L | U ?"),
        ("Beginn 2021, fortlaufend", "L 2021-01-01"),
        ("laufende Beratung ab 2021", "L 2021-01-01"),
        ("laufende Beratung 2021–2023", "Z 2021-01-01 2023-12-31"),
        ("laufende Beratung 2021", f"L ? | {F21} ?"),
        ("Beratung bis 2023 laufend", "Z - 2023-12-31"),
        ("fortlaufend bis März und Juni 2023", "Z - 2023-06-30 ?"),
        ("fortlaufend bis Anfang 2023", "Z - 2023-03-31 ?"),
        ("ab 2021 bis März und Juni 2023", "Z 2021-01-01 2023-06-30 ?"),
        ("ab Anfang 2021 bis 2023", "Z 2021-01-01 2023-12-31 ?"),
        ("seit 2021 bis Anfang 2023", "Z 2021-01-01 2023-03-31 ?"),
        ("Konzept bis Anfang 2025, Start ca. 2026", "F - 2025-03-31 ? | F 2026-01-01 2026-12-31 ?"),
        ("Konzept bis 2022, Umsetzung ab Anfang 2023", "F - 2022-12-31 | L 2023-01-01 ?"),
        ("Konzept bis Januar und Februar 2025, Start 2026",
         "F - 2025-01-31 | F - 2025-02-28 | F 2026-01-01 2026-12-31"),
        ("Start 01.04.2025, Konzept bis 31.03.2025", "F - 2025-04-01 | F - 2025-03-31"),
        ("Start 31.03.2025, bis 31.03.2025", "Z 2025-03-31 2025-03-31"),
        ("Konzept 2021; nach Kräften", f"{F21} | U"),
        ("Konzept 2021; ; Bericht 2022", f"{F21} | {F22}"),
        ("Konzept (intern; extern) 2021", F21),
        ("Konzept 2021, Umsetzung", f"{F21} | X"),
        ("Konzept 2021, danach Umsetzung", f"{F21} | U"),
        ("2021, danach Umsetzung", f"{F21} | U"),
        ("2021, danach weiter", F21),
        ("2021, Umsetzung", F21),
        ("Konzept 2021, umsetzen", F21),
        ("Konzept fortlaufend, Umsetzung", "L"),
        ("1) Konzept 2021 2) Bericht 2022", f"{F21} | {F22}"),
        ("Konzept: 1) 2021 2) Umsetzung 2022", f"{F21} | {F22}"),
        ("2021 Beratung 2022", f"{F21} | {F22}"),
        ("im März, im September", "U ?"),
        ("drei Jahre, nach Bedarf", "U"),
        ("zeitnah, nach Bedarf", "U"),
        ("fällig vom 01.01.2021 bis 31.03.2021", "F 2021-01-01 2021-03-31"),
        ("fällig ab 2021", "L 2021-01-01"),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one_part(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart


# A word beside a date that makes it doubtful, and its neighbours that do not.
@pytest.mark.parametrize(
    ("wortlaut", "lesart"),
    [
        ("Konzept vor allem 2021", F21),
        ("nach und nach ab 2021", "L 2021-01-01"),
        ("Beratung ab und zu 2021", F21),
        ("10 min 2021", F21),
        ("min. 2021", f"{F21} ?"),
        ("erstmals 2021, ggf. 2022", f"{F21} ? | {F22} ?"),
        ("entweder 2021 oder 2022", f"{F21} ? | {F22} ?"),
        ("Konzept oder Bericht 2021", F21),
        ("Bericht oder Konzept bis 2021", "F - 2021-12-31"),
        ("Konzept ≤ 2021", f"{F21} ?"),
        ("I 2021", f"{F21} ?"),
        ("Phase I 2021", F21),
        ("A 2021", f"{F21} ?"),
        ("Haushalt 17, 2021", f"{F21} ?"),
        ("verschoben auf 2021", F21),
        ("auf 2021 verschoben", F21),
        ("2021 verschoben", f"{F21} ?"),
        ("2020 verschoben in 2021", f"F 2020-01-01 2020-12-31 ? | {F21} ?"),
        ("ursprünglich 2020, auf 2021 verschoben", f"{F21} ?"),
        ("ursprünglich 2020, 2021", f"F 2020-01-01 2020-12-31 ? | {F21}"),
        ("zweimal 2021", f"{F21} ?"),
        ("einmal 2021", F21),
        ("diesmal 2021", F21),
        ("1 x 2021", F21),
        ("2 × 2021", f"{F21} ?"),
        ("Plan - 20 Plätze 2021", F21),
        ("20 2021", f"{F21} ?"),
        ("Bericht im Mai, Umsetzung 2021", f"U ? | {F21}"),
        ("2021, nach Bedarf", f"{F21} ?"),
        ("bis 2021, nach Bedarf", "F - 2021-12-31 ?"),
        ("bis 2023 Beratung nach Bedarf", "F - 2023-12-31 ?"),
        ("bei Bedarf Beratung bis 2023", "F - 2023-12-31 ?"),
        ("kurzfristig Beratung bis 2023", "F - 2023-12-31"),
        ("drei Jahre Beratung bis 2023", "F - 2023-12-31 ?"),
        ("2021, drei Jahre", f"{F21} ?"),
        ("2021, zwei Tage", F21),
        ("2021, im Folgejahr", f"{F21} | U ?"),
        ("2021 (noch offen)", f"{F21} ?"),
        ("2021 (mehrdeutig)", f"{F21} ?"),
        ("nach Bedarf (mehrdeutig)", "U ?"),
        ("Krimskrams (mehrdeutig)", "X ?"),
        ("31.02.2021 (mehrdeutig)", "X ?"),
        ("31.02.2021, Bericht 2022", f"X ? | {F22} ?"),
        ("Bericht 2022, 31.02.2021", f"{F22} ? | X ?"),
        ("2021 voraussichtlich", F21),
        ("voraussichtlich nach Bedarf", "U"),
    ],
)
def test_a_word_beside_a_date_counts_where_it_can_change_it(wortlaut: str, lesart: str) -> None:
    assert _lesart(wortlaut) == lesart
