"""What holds for every wording and every part: nothing raises, nothing is lost, what we write we read alike."""

from __future__ import annotations

import sys
from datetime import MAXYEAR, date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from konzept.domain.kalender import jahresspanne
from konzept.domain.termin import Rhythmus, Takt, Teil, TerminArt, lies_termin, schreibe_termin
from konzept.domain.termin.grammatik.leser import Leser
from konzept.domain.termin.grammatik.regeln import finde
from konzept.domain.termin.grammatik.zeichen import saeubern, zerlege
from konzept.domain.termin.lesen import MAX_ZEICHEN

_WORTLISTE = """
bis ab seit von vom zum zur im in den Jahren Jahr Ende Anfang Mitte Beginn des der 2021 2022 2021/22 21 '21 1.
2. 31. 12. 31.12.2021 01.01.- 1.1) a) ( ) , ; : - – / + ? ... und oder bzw. sowie Q3 III. IV Quartal Halbjahr
Schuljahr Kita-Jahr Sommer Winter Herbst März Mai/Juni September KW 37/2021 09/2021 2021-09 jährlich
halbjährlich alle zwei 2-3 Jahre 2x pro Monat einmal zweimal mal Turnus 2-Jahres-Turnus regelmäßig jeweils
erstmals danach fortlaufend laufend kurzfristig nach Bedarf offen Konzept Umsetzung Prüfung Sitzung spätestens
frühestens nicht vor über hinaus ff. zwischen Zeitraum Laufzeit voraussichtlich etwa ca. mindestens 0 99 1900
9999 0000 x × § • € mehrdeutig fällig unlesbar
"""
WOERTER = [*_WORTLISTE.split(), "\n", "\n- "]
ALPHABET = st.sampled_from(WOERTER)
WORTLAUTE = st.lists(ALPHABET, min_size=1, max_size=14).map(" ".join) | st.lists(ALPHABET, max_size=10).map(
    "".join
)
TAGE = st.dates(date(1, 1, 1), date(MAXYEAR, 12, 31))


@given(st.text())
@example("")
@example("\x00\ud800")
@example("9" * 5000)
@example("٣.٤.٢٠٢١")
def test_any_text_gives_a_part_and_never_raises(text: str) -> None:
    teile = lies_termin(text)
    assert teile
    assert all(isinstance(teil, Teil) for teil in teile)


@settings(max_examples=300)
@given(WORTLAUTE)
def test_any_mixture_of_time_words_gives_parts(text: str) -> None:
    for teil in lies_termin(text):
        assert teil.art is not TerminArt.FAELLIG or teil.ende is not None
        assert teil.art is not TerminArt.ZEITRAUM or teil.ende is not None
        assert teil.art is TerminArt.WIEDERKEHREND or teil.rrule is None
        assert teil.art is not TerminArt.UNBESTIMMT or (teil.beginn, teil.ende) == (None, None)
        assert teil.mehrdeutig or teil.art is not TerminArt.WIEDERKEHREND or teil.rrule is not None
        assert not teil.mehrdeutig or teil.hinweis
        assert teil.gelesen or teil.art is TerminArt.UNBESTIMMT
        if teil.rrule is not None:
            assert Rhythmus.parse(teil.rrule).bis == teil.ende
        if not teil.mehrdeutig and teil.beginn is not None and teil.ende is not None:
            assert teil.beginn <= teil.ende


@settings(max_examples=200)
@given(WORTLAUTE)
def test_what_is_read_is_written_so_that_it_reads_alike(text: str) -> None:
    teile = lies_termin(text)
    geschrieben = schreibe_termin(teile)
    assert [teil.kern for teil in lies_termin(geschrieben)] == [teil.kern for teil in teile]
    assert schreibe_termin(lies_termin(geschrieben)) == geschrieben


@settings(max_examples=200)
@given(WORTLAUTE)
@example("1., 2. und 4. Quartal 2022")
def test_no_word_of_the_wording_is_lost(text: str) -> None:
    """Every digit and capital stands in the parts in its order; a bare number takes its unit along."""
    sauber = saeubern(text)
    stuecke = [teil.text for teil in lies_termin(text)]
    assert all(stueck in sauber for stueck in stuecke)
    rest = iter("".join(stuecke))
    assert all(zeichen in rest for zeichen in sauber if zeichen.isdigit() or zeichen.isupper())


@settings(max_examples=300)
@given(WORTLAUTE, st.sampled_from([" ", "  ", "\u00a0", "\u202f"]))
def test_blanks_around_and_invisible_signs_change_nothing(text: str, leer: str) -> None:
    def kerne(wortlaut: str) -> list[object]:
        return [teil.kern for teil in lies_termin(wortlaut)]

    assert kerne(f"{leer}{text}{leer}") == kerne(text)
    assert kerne("\u200b".join(text)) == kerne(text)


@st.composite
def teile(draw: st.DrawFn) -> Teil:
    """Draw any part that a wording can stand for."""
    art = draw(st.sampled_from(TerminArt))
    mehrdeutig = draw(st.booleans())
    beginn, ende = sorted((draw(TAGE), draw(TAGE)))
    match art:
        case TerminArt.FAELLIG:
            anfang = draw(st.sampled_from([None, beginn, jahresspanne(ende.year)[0]]))
            return Teil("", art, anfang, ende, mehrdeutig=mehrdeutig)
        case TerminArt.ZEITRAUM:
            return Teil("", art, draw(st.sampled_from([None, beginn])), ende, mehrdeutig=mehrdeutig)
        case TerminArt.LAUFEND:
            return Teil("", art, draw(st.sampled_from([None, beginn])), mehrdeutig=mehrdeutig)
        case TerminArt.WIEDERKEHREND:
            anfang, schluss = draw(st.sampled_from([None, beginn])), draw(st.sampled_from([None, ende]))
            regel = draw(rhythmen(schluss))
            return Teil(
                "", art, anfang, schluss, None if regel is None else str(regel), mehrdeutig or regel is None
            )
        case _:
            return Teil("", art, mehrdeutig=mehrdeutig, gelesen=draw(st.booleans()))


@st.composite
def rhythmen(draw: st.DrawFn, schluss: date | None) -> Rhythmus | None:
    """Draw any rhythm, or none."""
    takt = draw(st.sampled_from([None, *Takt]))
    if takt is None:
        return None
    monate: tuple[int, ...] = ()
    tag = None
    if takt is Takt.JAHR:
        monate = tuple(sorted(draw(st.sets(st.integers(1, 12), max_size=4))))
        if len(monate) == 1:
            tag = draw(st.none() | st.integers(1, 28))
    abstand = st.integers(1, 999).filter(lambda n: takt is not Takt.TAG or n % 7)  # 14 days are two weeks
    return Rhythmus(takt, draw(abstand), monate, tag, schluss)


@settings(max_examples=300)
@given(st.lists(teile(), min_size=1, max_size=4))
def test_any_part_is_written_so_that_it_reads_alike(liste: list[Teil]) -> None:
    assert [teil.kern for teil in lies_termin(schreibe_termin(liste))] == [teil.kern for teil in liste]


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, min_size=1, max_size=120), st.integers(1, 8))
def test_work_grows_with_the_length_and_not_faster(worte: list[str], mal: int) -> None:
    leser = Leser(zerlege(" ".join(worte * mal)))
    finde(leser)
    assert leser.anwendungen <= ANWENDUNGEN_JE_ZEICHEN * (len(leser) + 1)


ANWENDUNGEN_JE_ZEICHEN = 75
"""More than there are rules: each is applied to each piece once at most."""


def test_deep_brackets_and_long_rows_are_linear_too() -> None:
    for muster in (
        "(",
        "2021, ",
        "1.",
        "a-",
        "2021/",
        "bis ",
        "1x ",
        "Ende ",
        "2021 und ",
        "und ",
        "März/",
        "..",
        "2021–",
    ):
        klein, gross = (Leser(zerlege(muster * n)) for n in (100, 1000))
        for leser in (klein, gross):
            finde(leser)
            assert leser.anwendungen <= ANWENDUNGEN_JE_ZEICHEN * (len(leser) + 12)


def _aufrufe(text: str) -> int:
    """Count the function calls of one whole reading, which no busy machine changes."""
    zahl = 0

    def zaehle(_rahmen: object, ereignis: str, _wert: object) -> None:
        nonlocal zahl
        zahl += ereignis == "call"

    lies_termin("2021")  # whatever is imported or kept only once is not counted
    davor = sys.getprofile()
    sys.setprofile(zaehle)
    try:
        lies_termin(text)
    finally:
        sys.setprofile(davor)
    return zahl


@pytest.mark.parametrize(
    "muster",
    [
        "2021, ", "Konzept 2021, ", "1.1. 2021 ", "1.1) 2021 ", "(2021) ", "jährlich ", "nach Bedarf, ", "Wort ", "( ",
        "2021 oder ", "ca. 5 Jahre ", "Q1/2021 – ", "in diesem Jahr (", "montags und ", "2021; ", "bis 2021 danach ",
    ],
)  # fmt: skip
def test_the_whole_reading_grows_with_the_length_and_not_faster(muster: str) -> None:
    klein, gross = (MAX_ZEICHEN // 16 // len(muster), MAX_ZEICHEN // 4 // len(muster))
    verhaeltnis = _aufrufe(muster * gross) / _aufrufe(muster * klein)
    assert verhaeltnis < 1.5 * gross / klein


def test_a_text_too_long_for_a_termin_is_not_read() -> None:
    (teil,) = lies_termin("2021 " * MAX_ZEICHEN)
    assert not teil.gelesen
    assert teil.art is TerminArt.UNBESTIMMT
