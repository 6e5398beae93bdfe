"""A county's settings on the page: colours, logo, links, own CSS, under a policy that still lets nothing be loaded."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.domain.beigabe import Beigabe
from konzept.domain.einstellungen import Einstellungen
from konzept.domain.gestaltung import Gestaltung, Lizenz, Verweise
from konzept.domain.plan import Plan
from konzept.load import load_plan
from konzept.render.konzept_html import konzept_html
from konzept.render.sachstandsbericht_html import sachstandsbericht_html
from konzept.render.seitengestaltung import Seitengestaltung, seitengestaltung
from konzept.render.templates import Templates
from konzept.reports.konzept import konzeptbericht
from konzept.reports.sachstandsbericht import sachstandsbericht

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
CSS = b'.titel > h1 { color: #fff; } @media (width < 40rem) { a::after { content: "\\201C<"; } }'
HAUS = Plan(
    einstellungen=Einstellungen(
        koerperschaft="Musterkreis",
        gestaltung=Gestaltung(akzent="#004b93", logo="l.svg", logo_text='Wappen "alt"', css="s.css"),
        verweise=Verweise(
            impressum="https://musterkreis.example/?a=1&b=2", barrierefreiheit="https://b.example"
        ),
        lizenz=Lizenz(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
    ),
    beigaben={"l.svg": Beigabe(LOGO), "s.css": Beigabe(CSS)},
)


@cache
def muster() -> Plan:
    return load_plan(ROOT / "beispiele" / "musterkreis").plan


def bericht(templates: Templates) -> str:
    plan = muster()
    stand = sachstandsbericht(plan, plan.fassung_nach_id["2025"], date(2025, 6, 30), None)
    return sachstandsbericht_html(stand, templates, nur_aenderungen=False)


def konzept(templates: Templates) -> str:
    return konzept_html(konzeptbericht(muster(), muster().fassung_nach_id["2025"]), templates)


SEITEN = [bericht, konzept]


def policy(html: str) -> str:
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    return str(found)


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("seite", SEITEN)
def test_the_policy_names_each_style_and_lets_pictures_in_that_are_in_the_page(
    seite: Callable[[Templates], str],
) -> None:
    html = seite(Templates(gestaltung=seitengestaltung(HAUS)))
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert len(styles) == 2
    assert f"style-src {' '.join(repr(digest(style)) for style in styles)}; img-src data:;" in policy(html)
    assert policy(html).startswith("default-src 'none'; ")
    assert re.findall(r'<(?:img|link|script|iframe)[^>]*(?:src|href)="(?!data:)', html) == []


@pytest.mark.parametrize("seite", SEITEN)
def test_logo_links_and_licence_are_on_the_page(seite: Callable[[Templates], str]) -> None:
    html = seite(Templates(gestaltung=seitengestaltung(HAUS)))
    adresse = "data:image/svg+xml;base64," + base64.b64encode(LOGO).decode()
    assert f'<img src="{adresse}" alt="Wappen &#34;alt&#34;">' in html
    assert 'aria-label="Musterkreis"><div><img' in html
    fuss = html[html.index("<footer>") :]
    assert re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', fuss) == [
        ("https://musterkreis.example/?a=1&amp;b=2", "Impressum"),
        ("https://b.example", "Barrierefreiheit"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
    ]


def test_colours_hold_on_screens_and_on_paper_and_the_own_css_comes_last() -> None:
    stil = seitengestaltung(HAUS).stil
    assert "@media screen { :root { --akzent: #004b93;" in stil
    assert "@media screen and (prefers-color-scheme: dark) { :root { --akzent: #" in stil
    assert "@media print { :root { --akzent: #004b93; --akzent-stark: #004b93; } }" in stil
    assert stil.endswith(CSS.decode())


@pytest.mark.parametrize("seite", SEITEN)
def test_a_plan_without_settings_has_the_page_as_it_is_shipped(seite: Callable[[Templates], str]) -> None:
    leer = seitengestaltung(Plan())
    assert leer == Seitengestaltung()
    assert seite(Templates(gestaltung=leer)) == seite(Templates())
    assert "img-src" not in policy(seite(Templates()))
    assert '<section class="hausmarke"' not in seite(Templates())


def test_css_cannot_end_its_element() -> None:
    """The checks refuse it; should it come here all the same, it stays CSS."""
    html = bericht(Templates(gestaltung=Seitengestaltung(stil="</style><script>alert(1)</script><!-- ")))
    assert "<script>alert" not in html.replace("<\\/style><script>alert(1)<\\/script>", "")
    assert html.count("</style>") == 2
    assert "<!--" not in html


@pytest.mark.parametrize(
    ("stil", "quellen"),
    [
        ("a{color:red}", ""),
        ("a{background:url(data:image/png;base64,AA)}", " img-src data:;"),
        ("@font-face{src:url(data:font/woff2;base64,AA)}", " img-src data:; font-src data:;"),
    ],
)
def test_only_what_the_style_embeds_is_let_in(stil: str, quellen: str) -> None:
    assert Seitengestaltung(stil=stil).werte()["quellen"] == quellen


def test_a_png_is_told_from_an_svg() -> None:
    png = b"\x89PNG\r\n\x1a\n\x00"
    plan = Plan(einstellungen=HAUS.einstellungen, beigaben={"l.svg": Beigabe(png)})
    assert seitengestaltung(plan).logo == "data:image/png;base64," + base64.b64encode(png).decode()
