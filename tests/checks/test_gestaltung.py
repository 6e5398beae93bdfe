"""Logos and style sheets that would run or load something are refused; colours are judged where they are used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konzept.checks.gestaltung import MAX_BEIGABE, adressen, dateien, farben
from konzept.checks.logo import logo_mangel
from konzept.checks.stilblatt import stil_mangel
from konzept.diagnostics import SourceMap
from konzept.domain.beigabe import Beigabe
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.gestaltung import Gestaltung, Lizenz, Verweise
from konzept.domain.plan import Plan

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 17


def svg(inhalt: str, angaben: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {angaben}>{inhalt}</svg>'.encode()


@pytest.mark.parametrize(
    "bild",
    [
        pytest.param(PNG, id="png"),
        pytest.param(svg("<path d='M0 0h8'/>"), id="path"),
        pytest.param(b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n' + svg(""), id="declaration"),
        pytest.param(svg("<style>.a{fill:url(#b)}</style><use href='#a'/>"), id="inner references"),
        pytest.param(svg("<image href='data:image/png;base64,AAAA'/>"), id="an embedded picture"),
        pytest.param(svg("<g fill='url(#v)'/>"), id="a gradient"),
        pytest.param(svg("<text>on click: url</text>"), id="words"),
    ],
)
def test_a_picture_that_only_draws_is_fine(bild: bytes) -> None:
    assert logo_mangel(bild) == ""


@pytest.mark.parametrize(
    ("bild", "worin"),
    [
        (b"", "weder PNG noch SVG"),
        (b"GIF89a", "weder PNG noch SVG"),
        (b"\x89PNG\r\n\x1a\nxx", "beschädigt"),
        (b"<html><svg/></html>", "weder PNG noch SVG"),
        (b"<svg/>", "weder PNG noch SVG"),  # without its namespace a browser shows nothing
        (svg("<script>1</script>"), "script"),
        (svg("<s:SCRIPT xmlns:s='x'/>"), "SCRIPT"),
        (svg("<foreignObject/>"), "foreignObject"),
        (svg("", "onload='x()'"), "onload"),
        (svg("<image href='https://x.example/a.png'/>"), "href"),
        (svg("<image xmlns:l='http://www.w3.org/1999/xlink' l:href='//x.example/a.png'/>"), "href"),
        (svg("<use href='data:image/svg+xml;base64,AA'/>"), "href"),
        (svg("<g style='fill:url(https://x.example)'/>"), "style"),
        (svg("<style>@import 'x.css';</style>"), "Stil"),
        (svg("<style>a{b:url( 'https://x')}</style>"), "Stil"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "DOCTYPE"),
        (svg("<path>"), "wohlgeformt"),
        (b"<?xml version='1.0' encoding='x-nie'?>" + svg(""), "wohlgeformt"),
    ],
)
def test_a_picture_that_runs_or_loads_is_refused(bild: bytes, worin: str) -> None:
    assert worin in logo_mangel(bild)


@pytest.mark.parametrize(
    "css",
    [
        "",
        "\ufeff.titel > h1 { color: #123; }",
        "@media (width < 40rem) { a::before { content: '→'; } }",
        ".a { background: url(data:image/png;base64,AAAA); }",
        '.a { background: url( "data:image/png;base64,AAAA" ); mask: url(#m); }',
    ],
)
def test_a_style_that_loads_nothing_is_fine(css: str) -> None:
    assert stil_mangel(css.encode()) == ""


@pytest.mark.parametrize(
    "css",
    [
        "@import 'a.css';",
        "@IMPORT url(a.css);",
        "@\\69mport 'a.css';",
        ".a{background:url(https://x.example/a.png)}",
        ".a{background:URL( 'a.png' )}",
        ".a{background:u\\72l(a.png)}",
        ".a{background:ur\\l(a.png)}",
        ".a{background:url(/*data:*/a.png)}",
        ".a{content:'/*'} .b{background:url(a.png)} .c{content:'*/'}",
        ".a{background:image-set('a.png' 1x)}",
        "</style><script>1</script>",
        "<!-- -->",
        "a\0b",
    ],
)
def test_a_style_that_loads_something_is_refused(css: str) -> None:
    assert stil_mangel(css.encode()) != ""


def test_a_style_in_another_encoding_is_refused() -> None:
    assert "UTF-8" in stil_mangel("ä".encode("latin-1"))


@given(st.binary(max_size=200))
def test_any_bytes_are_judged(inhalt: bytes) -> None:
    assert isinstance(logo_mangel(inhalt), str)
    assert isinstance(logo_mangel(svg("")[:-6] + inhalt), str)
    assert isinstance(stil_mangel(inhalt), str)


def plan(**werte: str) -> Plan:
    return Plan(einstellungen=Einstellungen(gestaltung=Gestaltung.model_validate(werte)))


@pytest.mark.parametrize(
    ("feld", "wert", "code"),
    [
        ("akzent", "#0b5d50", None),
        ("akzent", "#767676", "kontrast-zu-gering"),  # 4.54 on white, 4.17 on the ground of quotations
        ("akzent", "rot", "farbe-ungueltig"),
        ("akzent_dunkel", "#0b5d50", "kontrast-zu-gering"),
        ("akzent_dunkel", "#7fd1bf", None),
        ("band", "#767676", None),  # white on it: 4.54
        ("band", "#777777", "kontrast-zu-gering"),  # 4.48
        ("band", "#ffd500", "kontrast-zu-gering"),
    ],
)
def test_a_colour_is_judged_on_the_grounds_it_meets(feld: str, wert: str, code: str | None) -> None:
    assert [befund.code for befund in farben(plan(**{feld: wert}), SourceMap())] == ([code] if code else [])


def test_a_contrast_just_missed_is_not_rounded_up() -> None:
    (befund,) = farben(plan(band="#777777"), SourceMap())
    assert "4,47 : 1" in befund.meldung


@pytest.mark.parametrize(
    ("groesse", "codes"), [(MAX_BEIGABE, []), (MAX_BEIGABE + 1, ["beigabe-unbrauchbar"])]
)
def test_a_logo_may_be_so_large(groesse: int, codes: list[str]) -> None:
    beigaben = {"l.png": Beigabe(PNG.ljust(groesse, b"\0"))}
    geladen = Plan(einstellungen=plan(logo="l.png", logo_text="x").einstellungen, beigaben=beigaben)
    assert [befund.code for befund in dateien(geladen, SourceMap())] == codes


@pytest.mark.parametrize(
    ("adresse", "gut"),
    [
        ("https://www.ilm-kreis.de/Impressum", True),
        ("HTTP://ilm-kreis.de", True),
        ("javascript:alert(1)", False),
        ("//ilm-kreis.de", False),
        ("https://", False),
        ("https://ilm kreis.de", False),
        ('https://a"b', False),
        ("mailto:a@b.de", False),
    ],
)
def test_addresses_are_whole_ones_of_the_web(adresse: str, gut: bool) -> None:  # noqa: FBT001  a column of the table
    einstellungen = Einstellungen(verweise=Verweise(impressum=adresse), lizenz=Lizenz(name="x", url=adresse))
    gefunden = [befund.code for befund in adressen(Plan(einstellungen=einstellungen), SourceMap())]
    assert gefunden == ([] if gut else ["adresse-ungueltig"] * 2)
