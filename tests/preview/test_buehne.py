"""What is shown: the newest sound state with the newest findings, and a page that says why where there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from konzept.diagnostics import Befund, Location, Severity, SourceMap, Verwandt
from konzept.preview.befunde import befundliste, zahlen
from konzept.preview.buehne import START, Buehne, Stand
from konzept.render.templates import TemplateError

from .conftest import Kleinbuch

if TYPE_CHECKING:
    from pathlib import Path

    from konzept.render.templates import Templates

DATEI = "data/handlungsfelder/2025/1.yaml"
ZEILEN = ["id: feld", "massnahmen:", "  - id: a", "    text: Ein Wort zu viel"]
QUELLTEXT = SourceMap(lines={DATEI: ZEILEN})


def befund(schwere: Severity = Severity.FEHLER, zeile: int = 4, datei: str = DATEI, **werte: Any) -> Befund:
    eins = Befund("code", schwere, Location(datei, zeile, 11, 3), "Die Meldung.", "Die Abhilfe.", ZEILEN[3])
    return replace(eins, **werte)


def text(seite: str) -> str:
    """Return the words of the preview's bar and of the page, without style and script."""
    baum = html5lib.parse(seite, namespaceHTMLElements=False)
    for eltern in baum.iter():
        for kind in [kind for kind in eltern if kind.tag in {"style", "script"}]:
            eltern.remove(kind)
    return " ".join("".join(baum.itertext()).split())


def test_a_sound_plan_is_shown_with_its_findings_and_documents() -> None:
    stand = Stand("k1", (befund(Severity.WARNUNG),), QUELLTEXT, Kleinbuch())
    antwort = Buehne(stand).seite(START)
    assert antwort.status == 200
    assert text(antwort.seite) == (
        "Konzept – Vorschau Zum Inhalt springen Vorschau 2025 Konzept Konzept Synopse 1 Warnung "
        "Warnung Die Meldung. 4 text: Ein Wort zu viel Hilfe: Die Abhilfe. "
        f"{DATEI}:4 [code] Konzept Ein Satz. Vorschau von konzept"
    )
    assert '<a href="#massnahme-a">data/' in antwort.seite
    assert '<a href="/" aria-current="page">Konzept</a>' in antwort.seite
    assert '<a href="/#massnahme-a">data/' in Buehne(stand).seite("synopse").seite


def test_a_fault_leaves_the_last_sound_page_with_a_banner_and_the_new_findings() -> None:
    buehne = Buehne(Stand("k1", buch=Kleinbuch("Der gute Satz.")))
    assert "keine Befunde" in text(buehne.seite(START).seite)
    buehne.zeige(Stand("k2", (befund(), befund(zeile=1)), QUELLTEXT))
    seite = buehne.seite(START).seite
    worte = text(seite)
    assert "Achtung: Der Plan hat 2 Fehler. Gezeigt ist der letzte Stand ohne Fehler." in worte
    assert "Der gute Satz." in worte
    assert 'data-stand="k2"' in seite
    buehne.zeige(Stand("k3", buch=Kleinbuch("Der bessere Satz.")))
    worte = text(buehne.seite(START).seite)
    assert "Der bessere Satz." in worte
    assert "Achtung" not in worte


def test_a_plan_that_never_was_sound_shows_its_findings_alone() -> None:
    buehne = Buehne(Stand("k1", (befund(),), QUELLTEXT))
    antwort = buehne.seite(START)
    assert antwort.status == 200
    assert text(antwort.seite).startswith(
        "Der Plan lässt sich noch nicht zeigen – Vorschau Zum Inhalt springen Vorschau 1 Fehler Der Plan lässt sich "
        "noch nicht zeigen Beheben Sie, was unten als Fehler steht; diese Seite lädt sich dann neu. Fehler Die Meldung."
    )
    assert antwort.seite.count("Die Meldung.") == 1
    assert buehne.seite("synopse").status == 404


def test_a_hindrance_that_is_no_finding_is_said() -> None:
    buehne = Buehne(Stand("k1", hindernis="Die Fassung »2031« gibt es nicht."))
    assert "Die Fassung »2031« gibt es nicht." in text(buehne.seite(START).seite)
    buehne = Buehne(Stand("k1", buch=Kleinbuch()))
    buehne.zeige(Stand("k2", hindernis="Die Fassung »2031« gibt es nicht."))
    assert "Achtung: Die Fassung »2031« gibt es nicht. Gezeigt ist der letzte Stand ohne Fehler." in text(
        buehne.seite(START).seite
    )


@pytest.mark.parametrize("pfad", ["fehlt", "../x", "?", "<script>", "synopse/"])
def test_a_path_that_is_no_document_says_nothing_of_itself(pfad: str) -> None:
    antwort = Buehne(Stand("k1", buch=Kleinbuch())).seite(pfad)
    assert antwort.status == 404
    assert "Diese Seite gibt es nicht" in text(antwort.seite)
    assert pfad == "?" or pfad not in antwort.seite.partition("<body>")[2]


class MitSchlechterVorlage(Kleinbuch):
    """Documents whose template is at fault."""

    def seite(self, pfad: str, vorlagen: Templates) -> str:  # noqa: ARG002  as every book has it
        raise TemplateError(
            "Die Vorlage »templates/html/konzept.j2.html«, Zeile 3, ist nicht richtig geschrieben."
        )


def test_a_template_at_fault_is_named() -> None:
    buehne = Buehne(Stand("k1", buch=MitSchlechterVorlage()))
    worte = text(buehne.seite(START).seite)
    assert (
        "Diese Seite lässt sich nicht zeigen Die Vorlage »templates/html/konzept.j2.html«, Zeile 3" in worte
    )


def test_a_template_of_the_plan_without_place_for_the_preview_is_shown_as_it_is(tmp_path: Path) -> None:
    from konzept.render.templates import Templates

    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "seite.j2.html").write_text(
        "Eigene Seite: {% block inhalt %}{% endblock %}", "utf-8"
    )
    antwort = Buehne(Stand("k1", buch=Kleinbuch(vorlagen=Templates(tmp_path)))).seite(START)
    assert antwort.status == 200
    assert antwort.seite.startswith("Eigene Seite:")


def test_each_page_is_made_once_for_each_state(monkeypatch: pytest.MonkeyPatch) -> None:
    gemacht: list[str] = []
    echt = Kleinbuch.seite

    def seite(buch: Kleinbuch, pfad: str, vorlagen: Templates) -> str:
        gemacht.append(pfad)
        return echt(buch, pfad, vorlagen)

    monkeypatch.setattr(Kleinbuch, "seite", seite)
    buehne = Buehne(Stand("k1", buch=Kleinbuch()))
    for pfad in (START, START, "synopse", START):
        buehne.seite(pfad)
    assert gemacht == [START, "synopse"]
    buehne.zeige(Stand("k2", buch=Kleinbuch()))
    buehne.seite(START)
    assert gemacht == [START, "synopse", START]


def test_the_policy_names_just_the_scripts_that_stand_there() -> None:
    seite = Buehne(Stand("k1", buch=Kleinbuch())).seite(START).seite
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', seite)
    assert found
    teile = dict(teil.strip().partition(" ")[::2] for teil in found[1].split(";"))
    assert teile["default-src"] == "'none'"
    assert teile["connect-src"] == "'self'"
    assert re.fullmatch(r"'sha256-[\w+/=]{44}'", teile["script-src"])
    assert "unsafe" not in found[1]
    assert "*" not in found[1]


BOESE = "</script><img src=x onerror=alert(1)>{{ 7 * 7 }}\u202e"


def test_what_a_finding_quotes_is_text() -> None:
    eins = befund(meldung=BOESE, hilfe=BOESE, auszug=BOESE, verwandte=(Verwandt(Location(BOESE), BOESE),))
    for stand in (Stand("k1", (eins,), QUELLTEXT), Stand("k1", (eins,), QUELLTEXT, Kleinbuch())):
        koerper = Buehne(stand).seite(START).seite.partition("<body>")[2]
        assert "<img" not in koerper
        assert "</script>" not in koerper
        assert "\u202e" not in koerper
        assert "{{ 7 * 7 }}" in koerper


@pytest.mark.parametrize(
    ("schweren", "worte"),
    [
        ("", "keine Befunde"),
        ("f", "1 Fehler"),
        ("ff", "2 Fehler"),
        ("wh", "1 Warnung, 1 Hinweis"),
        ("fwwhh", "1 Fehler, 2 Warnungen, 2 Hinweise"),
    ],
)
def test_the_number_of_findings(schweren: str, worte: str) -> None:
    arten = {"f": Severity.FEHLER, "w": Severity.WARNUNG, "h": Severity.HINWEIS}
    assert zahlen([befund(arten[eine]) for eine in schweren]) == worte


def test_the_gravest_come_first_and_many_of_a_kind_are_counted() -> None:
    viele = [befund(Severity.HINWEIS, zeile) for zeile in range(1, 40)]
    liste = befundliste([*viele, befund(datei="z.yaml")], lambda _: None)
    assert [eintrag["wort"] for eintrag in liste] == ["Fehler", *["Hinweis"] * 11]
    assert liste[-1]["meldung"].startswith("Ab hier 29 weitere Befunde dieser Art")


@pytest.mark.parametrize(
    ("zeile", "spalte", "laenge", "teile"),
    [
        ("    text: Ein Wort", 11, 3, ("text: ", "Ein", " Wort")),
        ("Ein Wort", 1, 99, ("", "Ein Wort", "")),
        ("Ein Wort", 99, 1, ("Ein Wort", "", "")),
        ("a" * 100 + "X" + "b" * 100, 101, 1, ("… " + "a" * 60, "X", "b" * 99 + " …")),
        ("X" * 500, 1, 500, ("", "X" * 160, " …")),
    ],
)
def test_the_quoted_line_is_cut_around_the_stretch(
    zeile: str, spalte: int, laenge: int, teile: tuple[str, str, str]
) -> None:
    eins = befund(auszug=zeile, ort=Location(DATEI, 4, spalte, laenge))
    auszug = befundliste([eins], lambda _: None)[0]["auszug"]
    assert (auszug["davor"], auszug["stelle"], auszug["danach"]) == teile
