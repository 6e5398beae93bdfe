"""Laws of the comparison, on generated plans of any shape."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.element import Ebene
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld, Handlungsziel, Massnahme
from konzept.domain.plan import Plan
from konzept.reports.diff import vergleiche
from konzept.reports.diff_codes import Code
from konzept.reports.diff_teile import Teilaenderung, Teilpaar, Teilwechsel
from konzept.reports.diff_werte import Aenderung, Art, FeldAenderung, Terminwechsel, Vergleich

WORTE = st.sampled_from(
    [
        "Kurse",
        "kurse",
        "Kurse werden geprüft",
        "Kurse werden angeboten.",
        "Kurse – für alle",
        "Kurse - für alle",
        "*",
    ]
)
TERMINE = st.sampled_from(
    [
        "bis Ende 2022",
        "bis Ende 2023",
        "Bis Ende  2023",
        "fortlaufend",
        "ab 2021",
        "jährlich",
        "alle 2 Jahre",
        "nach Bedarf",
        "2020–2023",
        "2021–2025",
        "Prüfung 2021, Beginn des Schuljahres 2021/22",
        "Prüfung 2022, Beginn des Schuljahres 2022/23, danach fortlaufend",
        "Prüfung 2022, Zwischenbericht 2023, Umsetzung bis 30.06.2024",
        {"text": "alle 2 Jahre", "turnus_ab": 2021},
        {"text": "alle 2 Jahre", "turnus_ab": 2022},
        {"text": "nach Bedarf", "teile": [{"art": "faellig", "ende": "2024-02-29"}]},
    ]
)
ROLLEN = st.sampled_from(["federfuehrend", "mitwirkend", "unterstuetzend"])
ZUSTAENDIG = st.fixed_dictionaries({"akteur": st.sampled_from(["amt", "verein", "schule"]), "rolle": ROLLEN})
MASSNAHMENFELDER = st.fixed_dictionaries(
    {"text": WORTE},
    optional={
        "titel": WORTE,
        "termin": TERMINE,
        "zustaendigkeiten": st.lists(ZUSTAENDIG, max_size=3),
        "foerderungen": st.lists(
            st.fixed_dictionaries({"programm": st.sampled_from(["p", "q"])}), max_size=2
        ),
        "indikatoren": st.lists(st.fixed_dictionaries({"titel": WORTE, "zielwert": WORTE}), max_size=2),
        "hinweise": st.lists(WORTE, max_size=2),
        "kosten": WORTE,
    },
)
ZIELFELDER = st.fixed_dictionaries(
    {"titel": WORTE},
    optional={"termin": TERMINE, "leitziele": st.lists(st.sampled_from(["l1", "l2"]), max_size=2)},
)


@st.composite
def fassungen(draw: st.DrawFn, name: str = "2020") -> Fassung:
    """Draw a Fassung out of a small stock of ids, so that two of them share many."""
    felder: list[dict[str, Any]] = [
        {"id": f"f{nummer}", "nummer": str(draw(st.integers(1, 12))), "titel": draw(WORTE), "massnahmen": []}
        for nummer in draw(st.lists(st.integers(1, 3), unique=True, min_size=1))
    ]
    behaelter: list[dict[str, Any]] = list(felder)
    for nummer in draw(st.lists(st.integers(1, 4), unique=True)):
        feld = draw(st.sampled_from(felder))
        ziel = {**draw(ZIELFELDER), "id": f"z{nummer}", "massnahmen": []}
        ziel["nummer"] = f"{feld['nummer']}.{draw(st.integers(1, 12))}"
        feld.setdefault("handlungsziele", []).append(ziel)
        behaelter.append(ziel)
    for nummer in draw(st.lists(st.integers(1, 6), unique=True)):
        label = draw(st.sampled_from([None, "1", "2"]))
        massnahme = {**draw(MASSNAHMENFELDER), "id": f"m{nummer}", "nummer": label}
        draw(st.sampled_from(behaelter))["massnahmen"].append(massnahme)
    return Fassung(
        id=name,
        rahmen=Rahmen.model_validate({"titel": "P", "art": "K", "stand": "2020"}),
        handlungsfelder=tuple(Handlungsfeld.model_validate(feld) for feld in felder),
        dateien=tuple(f"{feld['id']}.yaml" for feld in felder),
    )


def vergleich(alt: Fassung, neu: Fassung) -> Vergleich:
    return vergleiche(Plan(fassungen=(alt, neu)), alt, neu)


@settings(deadline=None)
@given(fassungen())
def test_a_fassung_does_not_differ_from_itself(a: Fassung) -> None:
    ergebnis = vergleich(a, a)
    assert ergebnis.liste() == ()
    assert all(konto.posten == {"fortgefuehrt": konto.alt, "offen": 0} for konto in ergebnis.bilanz.values())


@settings(deadline=None)
@given(fassungen("2018"), fassungen("2020"))
def test_every_id_is_accounted_for_exactly_once(a: Fassung, b: Fassung) -> None:
    ergebnis = vergleich(a, b)
    ids = {stelle.id for stelle in (*a.stellen(), *b.stellen())}
    assert Counter(eine.id for eine in ergebnis.aenderungen) == Counter([*ids, "2020"])
    assert sum(sum(arten.values()) for arten in ergebnis.zaehlung.values()) == len(ids) + 1
    alte = Counter(stelle.ebene for stelle in a.stellen())
    for ebene, konto in ergebnis.bilanz.items():
        assert konto.alt == alte[ebene] == sum(konto.posten.values())


SPIEGEL_ART = {Art.NEU: Art.ENTFALLEN, Art.ENTFALLEN: Art.NEU}
SPIEGEL_CODE = {
    Code.ABGESCHWAECHT: Code.VERBINDLICHER,
    Code.FRIST_AUFGEGEBEN: Code.FRIST_GESETZT,
    **{
        code: Code(code.value.removesuffix("-neu") + "-entfallen")
        for code in Code
        if code.value.endswith("-neu")
    },
}
SPIEGEL_TEIL = {
    Teilaenderung.NEU: Teilaenderung.ENTFALLEN,
    Teilaenderung.ENTFALLEN: Teilaenderung.NEU,
}
SPIEGEL_CODE |= {rechts: links for links, rechts in SPIEGEL_CODE.items()}


def gespiegelt(eine: Aenderung) -> Aenderung:
    return replace(
        eine,
        art=SPIEGEL_ART.get(eine.art, eine.art),
        titel="",
        nummer_alt=eine.nummer_neu,
        nummer_neu=eine.nummer_alt,
        eltern_alt=eine.eltern_neu,
        eltern_neu=eine.eltern_alt,
        felder=tuple(_gespiegelt(feld) for feld in eine.felder),
        zieltermin=eine.zieltermin
        and replace(eine.zieltermin, alt=eine.zieltermin.neu, neu=eine.zieltermin.alt),
    )


def _gespiegelt(feld: FeldAenderung) -> FeldAenderung:
    wechsel = feld.wechsel
    if wechsel:
        wechsel = Terminwechsel(
            *_umgekehrt(wechsel.monate, wechsel.tage),
            wechsel.arten_neu,
            wechsel.arten_alt,
            teile=tuple(_teil_gespiegelt(eines) for eines in wechsel.teile),
            mehrteilig=wechsel.mehrteilig,
            turnus_alt=wechsel.turnus_neu,
            turnus_neu=wechsel.turnus_alt,
        )
    code = SPIEGEL_CODE.get(feld.code, feld.code)
    return replace(feld, alt=feld.neu, neu=feld.alt, code=code, wechsel=wechsel)


def _umgekehrt(monate: int | None, tage: int | None) -> tuple[int | None, int | None]:
    return -monate if monate else monate, -tage if tage else tage


def _teil_gespiegelt(eines: Teilwechsel) -> Teilwechsel:
    paar = eines.paar
    return Teilwechsel(
        SPIEGEL_TEIL.get(eines.was, eines.was),
        Teilpaar(paar.nummer_neu, paar.nummer_alt, paar.neu, paar.alt),
        *_umgekehrt(eines.monate, eines.tage),
    )


def ohne_richtung(eine: Aenderung) -> Aenderung:
    """Leave out what is told from one side only: the title shown, how often an end was put off, the order of parts."""
    felder = (
        replace(
            feld,
            wechsel=replace(
                feld.wechsel, aufschuebe=0, diesmal=True, teile=tuple(sorted(feld.wechsel.teile, key=str))
            ),
        )
        if feld.wechsel
        else feld
        for feld in eine.felder
    )
    return replace(eine, titel="", felder=tuple(sorted(felder, key=str)))


@settings(deadline=None)
@given(fassungen("2018"), fassungen("2020"))
def test_the_other_way_round_is_the_mirror_image(a: Fassung, b: Fassung) -> None:
    hin, zurueck = (
        {eine.id: ohne_richtung(eine) for eine in ergebnis.aenderungen if eine.ebene is not Ebene.FASSUNG}
        for ergebnis in (vergleich(a, b), vergleich(b, a))
    )
    assert hin.keys() == zurueck.keys()
    for name, eine in hin.items():
        assert ohne_richtung(gespiegelt(eine)) == zurueck[name]


@settings(deadline=None)
@given(fassungen("2018"), fassungen("2020"), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_files(a: Fassung, b: Fassung, zufall: Any) -> None:
    def gemischt(eine: Fassung) -> Fassung:
        felder = [
            feld.model_copy(
                update={"handlungsziele": tuple(zufall.sample(feld.handlungsziele, len(feld.handlungsziele)))}
            )
            for feld in eine.handlungsfelder
        ]
        zufall.shuffle(felder)
        return replace(
            eine, handlungsfelder=tuple(felder), dateien=tuple(f"{feld.id}.yaml" for feld in felder)
        )

    assert vergleich(gemischt(a), gemischt(b)).aenderungen == vergleich(a, b).aenderungen


@settings(deadline=None)
@given(fassungen("2018"), st.data())
def test_renumbering_alone_is_only_umnummeriert(a: Fassung, data: st.DataObject) -> None:
    def neu(alte: str | None) -> str | None:
        return data.draw(st.sampled_from(["1", "2", "7.1", "7.10"])) if alte else None

    def massnahmen(alle: tuple[Massnahme, ...]) -> tuple[Massnahme, ...]:
        return tuple(eine.model_copy(update={"nummer": neu(eine.nummer)}) for eine in alle)

    def ziele(alle: tuple[Handlungsziel, ...]) -> tuple[Handlungsziel, ...]:
        return tuple(
            eins.model_copy(update={"nummer": neu(eins.nummer), "massnahmen": massnahmen(eins.massnahmen)})
            for eins in alle
        )

    felder = tuple(
        feld.model_copy(
            update={
                "nummer": neu(feld.nummer),
                "massnahmen": massnahmen(feld.massnahmen),
                "handlungsziele": ziele(feld.handlungsziele),
            }
        )
        for feld in a.handlungsfelder
    )
    b = replace(a, id="2020", handlungsfelder=felder)
    alte = {stelle.id: stelle.gegenstand.nummer for stelle in a.stellen()}
    neue = {stelle.id: stelle.gegenstand.nummer for stelle in b.stellen()}
    ergebnis = vergleich(a, b)
    assert {eine.art for eine in ergebnis.liste()} <= {Art.UMNUMMERIERT}
    assert {eine.id for eine in ergebnis.liste()} == {name for name in alte if alte[name] != neue[name]}


@settings(deadline=None)
@given(fassungen("2018"), fassungen("2020"))
def test_a_partial_old_fassung_makes_nothing_new(a: Fassung, b: Fassung) -> None:
    teilweise = replace(a, rahmen=a.rahmen.model_copy(update={"vollstaendig": False}))
    ergebnis = vergleich(teilweise, b)
    assert Art.NEU not in {eine.art for eine in ergebnis.aenderungen}
    unbekannt = {s.id for s in b.stellen()} - {s.id for s in a.stellen()}
    assert {eine.id for eine in ergebnis.aenderungen if eine.art is Art.NICHT_BELEGT} == unbekannt
