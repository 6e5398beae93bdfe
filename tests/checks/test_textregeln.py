"""The rules on wording beyond their smallest examples: what each finds, and what it must leave alone."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.checks.textregeln import JE_TEXT, wortlaut
from konzept.diagnostics import Befund, SourceMap
from konzept.domain.akteur import Akteur
from konzept.domain.fassung import Fassung, Rahmen
from konzept.domain.handlungsfeld import Handlungsfeld
from konzept.domain.plan import Plan
from konzept.domain.verlesungen import verlesenes

RAHMEN = {"titel": "Plan", "art": "Konzept", "stand": "2020"}
LISTE = {"IKW": "Interkulturelle Woche"}


def plan(*texte: str, massnahme: dict[str, Any] | None = None, **rahmen: Any) -> Plan:
    """Return a plan with one Maßnahme per text; ``massnahme`` are further fields of the first."""
    massnahmen = [{"id": f"m-{i}", "text": text} for i, text in enumerate(texte)]
    if massnahme:
        massnahmen[0] |= massnahme
    feld = {"id": "feld", "nummer": "1", "titel": "Feld", "massnahmen": massnahmen}
    fassung = Fassung(
        "2020",
        Rahmen.model_validate(RAHMEN | rahmen),
        (Handlungsfeld.model_validate(feld),),
        datei="data/fassungen/2020.yaml",
        dateien=("data/handlungsfelder/2020/1.yaml",),
    )
    akteur = Akteur.model_validate({"id": "awo", "name": "AWO Musterkreis", "kurz": "AWO", "art": "verein"})
    return Plan(fassungen=(fassung,), akteure=(akteur,))


def findings(one: Plan) -> list[Befund]:
    return list(wortlaut(one, SourceMap()))


def codes(*texte: str, **weiteres: Any) -> list[str]:
    return [befund.code for befund in findings(plan(*texte, **weiteres))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # misread letters
        ("Im IIm-Kreis", "text-verlesen"),
        ("in IImenau", "text-verlesen"),
        ("AkteurlInnen einladen", "text-verlesen"),
        ("Iaufende Beratung", "text-verlesen"),
        ("in der lnnenstadt", "text-verlesen"),
        ("\ufb01nanziell fördern", "text-verlesen"),
        ("Schulform II, Stufe IIa, Band III", None),
        ("EnkelInnen und SpanierInnen", None),
        ("auf www.llm-kreis.example", None),
        # symbols
        ("\uf0a7 Punkt", "text-symbol"),
        ("verloren\ufffd", "text-symbol"),
        ("– Punkt → Ziel • ✓", None),
        # blanks
        ("zwei  Worte", "text-leerzeichen"),
        ("Satz.  Satz", "text-leerzeichen"),
        ("-   Liste\n1.  Punkt", None),
        ("| Spalte   | Spalte |", None),
        ("Zeilenende  \nnächste Zeile\n  eingerückt", None),
        # HTML
        ("Text<br />Text", "text-html"),
        ("Text <b>fett</b>", "text-html"),
        ("Kinder &amp; Eltern", "text-html"),
        ("a&nbsp;b", "text-html"),
        ("Wert < 5 und > 3, Kinder & Eltern; AT&T", None),
        ("<https://musterkreis.example>", None),
        # mail
        ("bei erika.muster@musterkreis.example", "person-mail"),
        ("bei poststelle@musterkreis.example", None),
        ("bei integration@musterkreis.example", None),
        ("bei e.muster@musterkreis.example", "person-mail"),
        ("bei Erika_Muster-Mann@musterkreis.example", "person-mail"),
        ("bei inklusion@kreis-x.example", None),  # one word is a role, or cannot be told from one
        ("bei kultur2020@kreis-x.example", None),
        ("bei team.migration@kreis-x.example", None),
        ("bei koordination_asyl@kreis-x.example", None),
        ("@musterkreis auf dem Netz", None),
        # telephone
        ("unter 03628 738-0", "person-telefon"),
        ("unter (03628) 738123", "person-telefon"),
        ("unter 03628/738 123", "person-telefon"),
        ("unter +49 3628 738123", "person-telefon"),
        ("unter 0049 3628 738123", "person-telefon"),
        ("Tel. 738123", "person-telefon"),
        ("Telefon: 738 12-3", "person-telefon"),
        ("am 01.03.2022 bis 03.04.2022", None),
        ("Drucksache 0114/2016 und KT/2024/096", None),
        ("Vorlage 0114-2016", None),
        ("2020/21, 2021/22 und 1998 2005", None),
        ("07743 Jena, 98693 Ilmenau", None),
        ("10.000 Euro, 1.250,50 Euro", None),
        ("mobile Beratung ab 2022", None),
        ("DE02 1203 0000 0000 2020 51", None),
        # names
        ("Herr Mustermann berät", "person-name"),
        ("Frau Dr. Muster-Mann berät", "person-name"),
        ("Frau Landrätin Mustermann", "person-name"),
        ("Frau Landrätin begrüßt", None),
        ("Frauen beraten, Herren auch", None),
        ("Frau und Beruf", None),
    ],
)
def test_a_text_is_found_fault_with_or_left_alone(text: str, code: str | None) -> None:
    assert sorted(set(codes(text))) == ([code] if code else [])


def test_what_is_never_published_may_name_persons() -> None:
    intern = {"intern": "Frau Mustermann, 03628 738-0, erika@musterkreis.example"}
    assert codes("Beratung", massnahme=intern) == []


def test_each_word_is_named_once_per_text() -> None:
    assert codes("IIm-Kreis und IIm-Kreis") == ["text-verlesen"]
    assert codes("IIm-Kreis", "IIm-Kreis") == ["text-verlesen", "text-verlesen"]


@pytest.mark.parametrize(
    ("falsch", "richtig"),
    [
        *(("IIm", "Ilm"), ("llm", "Ilm"), ("1lm", "Ilm"), ("I1menau", "Ilmenau"), ("lImenau", "Ilmenau")),
        *(("SchülerlInnen", "SchülerInnen"), ("AkteurIInnen", "AkteurInnen"), ("Akteurlnnen", "AkteurInnen")),
        *(("lntegration", "Integration"), ("lhre", "Ihre"), ("Iokal", "lokal"), ("Iandrat", "landrat")),
        *(("tre\ufb00en", "treffen"), ("o\ufb03ziell", "offiziell"), ("Sto\ufb04ager", "Stofflager")),
        *(("ver\ufb02ochten", "verflochten"), ("ln\ufb01nitiv", "Infinitiv")),
    ],
)
def test_each_known_pair_is_found_and_put_right(falsch: str, richtig: str) -> None:
    assert list(verlesenes(f"Das {falsch}-Wort")) == [(4, falsch, richtig)]


@given(st.text(alphabet="Il1mnhr Ilena-AkturSch\ufb01", max_size=40))
def test_what_is_put_right_is_right(text: str) -> None:
    for start, falsch, richtig in verlesenes(text):
        assert text[start : start + len(falsch)] == falsch
        assert richtig != falsch
        assert list(verlesenes(richtig)) == []


@given(st.text(max_size=60))
def test_whatever_a_rule_finds_raised_its_suspicion(text: str) -> None:
    """The first look may let too much through, but must not miss what the rule itself would find."""
    from konzept.checks.texte import Textort

    for verdacht, regel in JE_TEXT:
        if list(regel(Textort(("d",), text), SourceMap())):
            assert verdacht.search(text)


@pytest.mark.parametrize("text", ["a" * 50_000, "0" * 50_000, "1 " * 25_000, "<" * 50_000])
@pytest.mark.parametrize("tail", ["", "@", "  ", "-0", "Tel. 0", "Frau M", "&"])
def test_no_rule_takes_long_over_a_long_text(text: str, tail: str) -> None:
    start = time.process_time()
    codes(text + tail, tail + text, text.replace("1", tail) + "x", abkuerzungen=LISTE)
    assert time.process_time() - start < 5


# --- one way of writing within a Fassung


@pytest.mark.parametrize(
    ("texte", "wort"),
    [
        (("SchülerInnen", "AkteurInnen", "Lehrer*innen"), "Lehrer*innen"),
        (("Schüler:innen", "Leser:innen", "Lehrer_innen"), "Lehrer_innen"),
        (("Schüler*innen", "LehrerInnen"), "LehrerInnen"),
        (("Schüler\\*innen", "Leser*innen"), None),
        (("SchülerInnen", "Innenstadt", "Termin: in zwei Wochen"), None),
        (("SchülerInnen", "Leserinnen und Leser"), None),
    ],
)
def test_the_less_usual_way_to_write_of_persons_is_named(texte: tuple[str, ...], wort: str | None) -> None:
    gefunden = [befund.meldung for befund in findings(plan(*texte)) if befund.code == "text-genderform"]
    assert len(gefunden) == (wort is not None)
    assert all(f"»{wort}«" in meldung for meldung in gefunden)


def test_straight_quotes_are_named_only_beside_others() -> None:
    gerade = 'Das Netz "Schule"'
    assert codes(gerade) == []
    assert codes(gerade, "Das Netz „Schule“") == ["text-anfuehrung"]
    assert codes(gerade, "Das Netz »Schule«") == ["text-anfuehrung"]
    assert codes('Rohre von 15"', "Das Netz „Schule“") == []
    assert codes("Das „Netz“", massnahme={"texte": {"en": 'The "net"'}}) == []


@pytest.mark.parametrize(
    ("text", "gemischt"),
    [
        ('Das Netz „Schule" lädt ein', True),
        ("Das Netz „Schule” lädt ein", True),
        ("Das Netz »Schule“ lädt ein", True),
        ('Das Netz »Schule ohne Rassismus"', True),
        # one in the other, inches, and a pair over several words
        ("Das Netz „Schule »ohne« Rassismus“", False),
        ("Das Netz »Schule „ohne“ Rassismus«", False),
        ('Der Bildschirm „24" groß“', False),
        ("Das Netz „Schule ohne Rassismus“ und „Kita“", False),
    ],
)
def test_a_quotation_ends_as_it_began(text: str, *, gemischt: bool) -> None:
    assert codes(text) == (["text-anfuehrung"] if gemischt else [])


# --- abbreviations


@pytest.mark.parametrize(
    ("text", "fehlt"),
    [
        ("Der ÖPNV fährt zur IKW", ["ÖPNV"]),
        ("nach AsylbLG und BAföG", ["AsylbLG", "BAföG"]),
        ("mehrere MBEs und eine MBE", ["MBE"]),
        ("ÖPNV-Anbindung", ["ÖPNV"]),
        ("der Personennahverkehr (ÖPNV) und wieder der ÖPNV", []),
        ("ALLER Menschen, also aller", []),
        ("bei der AWO und der EU im 2. Quartal, Stufe II und XIV", []),
        ("SchülerInnen und BürgerInnenbeteiligung", []),
        ("WhatsApp und McDonald", []),
        # units and signs of chemistry are the same everywhere
        ("CO₂ und CO2-Ausstoß, CO₂eq, NO2, PM10 und CO", []),
        ("5 MWp, 20 kWh, 3 GWh/a, 8 kWp und 2 MW", []),
        ("in MV und TA", ["MV", "TA"]),
        # misread: said once, as text-verlesen
        ("im IIm-Kreis", []),
    ],
)
def test_an_abbreviation_that_is_used_is_listed(text: str, fehlt: list[str]) -> None:
    gefunden = [
        befund.meldung.split("»")[1].split("«")[0]
        for befund in findings(plan(text, "IKW", abkuerzungen=LISTE))
        if befund.code == "abkuerzung-fehlt"
    ]
    assert gefunden == fehlt


def test_a_fassung_without_a_list_needs_none() -> None:
    assert codes("Der ÖPNV fährt") == []


@pytest.mark.parametrize(
    ("kurz", "text", "weiteres", "unbenutzt"),
    [
        ("IKW", "Die IKW feiern", {}, False),
        ("IKW", "Die IKWs feiern", {}, False),
        ("IKW", "Die IKWo feiert", {}, True),
        ("IKW", "Die IKW-Tage feiern", {}, False),
        ("IKW", "Feiern", {}, True),
        ("e.V.", "Der Verein e.V. feiert", {}, False),
        ("e.V.", "Der Verein feiert", {}, True),
        ("AWO", "Beratung", {}, False),  # the name of a body
        ("IKW", "Feiern", {"vollstaendig": "false"}, False),
        ("IKW", "Feiern", {"textart": "zusammenfassung"}, False),
    ],
)
def test_an_abbreviation_that_is_listed_is_used(
    kurz: str, text: str, weiteres: dict[str, Any], *, unbenutzt: bool
) -> None:
    one = plan(text, abkuerzungen={kurz: "Langform"}, **weiteres)
    assert ("abkuerzung-unbenutzt" in [befund.code for befund in findings(one)]) == unbenutzt
