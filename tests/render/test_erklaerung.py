"""The explanation of a code in its three formats: laid out for 80 columns, nothing lost, YAML as it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from konzept.diagnostics import Severity
from konzept.render.erklaerung_blatt import Blatt
from konzept.render.erklaerung_json import erklaerung_json, erklaerungsliste_json
from konzept.render.erklaerung_md import erklaerung_md, erklaerungsliste_md, markdown_code
from konzept.render.erklaerung_text import erklaerung_text, erklaerungsliste_text

WARNUNG = Blatt(
    code="termin-kurz",
    schwere=Severity.WARNUNG,
    familie="Termine",
    warum="Ohne Jahr weiß niemand, wann es so weit ist. Darum wird auch niemand daran erinnert, und am Ende fragt "
    "der Kreistag.",
    falsch="    termin: im Mai\n      # bald",
    richtig="    termin: Mai 2021",
    abhilfe="Steht es *noch* nicht fest, lassen Sie es weg.",
    kurz="Ein Monat ohne Jahr",
    verwandte=("termin-lang",),
    ausnehmbar=True,
)
FEHLER = Blatt(
    code="id-falsch",
    schwere=Severity.FEHLER,
    familie="ids",
    warum="Die id ist falsch geschrieben. Mehr ist nicht zu sagen.",
    abhilfe="Berichtigen Sie sie.",
)


def test_a_warning_as_text() -> None:
    assert (
        erklaerung_text(WARNUNG)
        == """\
termin-kurz: Warnung: Ein Monat ohne Jahr.

Ohne Jahr weiß niemand, wann es so weit ist. Darum wird auch niemand daran
erinnert, und am Ende fragt der Kreistag.

Falsch:
 | termin: im Mai
 |   # bald

Richtig:
 | termin: Mai 2021

Hilfe: Steht es *noch* nicht fest, lassen Sie es weg.

Abschalten: Trifft der Befund auf Ihren Plan nicht zu, gewichten Sie ihn in
data/konzept.yaml anders:
 | regeln:
 |   termin-kurz: aus  # oder hinweis, warnung, fehler

Trifft er nur an einer Stelle nicht zu, nehmen Sie diese aus, mit Grund und
letztem Tag:
 | ausnahmen:
 |   - code: termin-kurz
 |     datei: data/…    # Datei oder Ordner; ohne gilt sie überall
 |     id: …            # dieser Eintrag und was unter ihm steht
 |     bis: JJJJ-MM-TT  # der letzte Tag
 |     grund: …

Verwandt: termin-lang (Termine).
"""
    )


def test_a_fehler_has_no_switch_and_no_exception() -> None:
    assert (
        erklaerung_text(FEHLER)
        == """\
id-falsch: Fehler

Die id ist falsch geschrieben. Mehr ist nicht zu sagen.

Hilfe: Berichtigen Sie sie.

Abschalten: Ein Fehler lässt sich nicht abschalten: Solange er besteht, ist
nicht sicher, was der Plan sagt, und es wird kein Dokument ausgegeben.
"""
    )


def test_what_cannot_be_excepted_can_still_be_switched_off() -> None:
    text = erklaerung_text(replace(WARNUNG, ausnehmbar=False))
    assert "regeln:" in text
    assert "ausnahmen:" not in text
    assert "ausnahmen:" not in erklaerung_md(replace(WARNUNG, ausnehmbar=False))


def test_control_characters_are_shown_not_sent() -> None:
    for write in (erklaerung_text, erklaerung_md):
        text = write(replace(WARNUNG, falsch="titel: A\x1b[31m\x07"))
        assert "A\\x1b[31m\\x07" in text
        assert "\x1b" not in text


def test_the_list_names_the_beginning_of_why_where_there_are_no_short_words() -> None:
    assert (
        erklaerungsliste_text([WARNUNG, FEHLER])
        == """\
Termine
  termin-kurz  Warnung  Ein Monat ohne Jahr

ids
  id-falsch    Fehler   Die id ist falsch geschrieben.

Mehr zu einem davon: »konzept explain KÜRZEL«.
"""
    )


def test_a_narrow_terminal_has_the_words_below() -> None:
    lange = replace(WARNUNG, code="ein-sehr-langes-kuerzel")
    assert erklaerungsliste_text([lange], 40).splitlines()[:3] == [
        "Termine",
        "  ein-sehr-langes-kuerzel  Warnung",
        "    Ein Monat ohne Jahr",
    ]


@pytest.mark.parametrize("width", [0, 40, 57, 80, 200])
def test_no_line_of_words_is_too_long(width: int) -> None:
    lines = (erklaerung_text(WARNUNG, width) + erklaerungsliste_text([WARNUNG, FEHLER], width)).splitlines()
    assert [line for line in lines if len(line) > max(width, 40) and not line.startswith(" |")] == []


def test_a_warning_as_markdown() -> None:
    text = erklaerung_md(WARNUNG)
    assert text.startswith("# termin-kurz\n\n**Warnung:** Ein Monat ohne Jahr.\n\nOhne Jahr weiß niemand,")
    assert "Falsch:\n\n```yaml\n    termin: im Mai\n      # bald\n```\n\nRichtig:\n" in text
    html = MarkdownIt("js-default").render(text)
    assert html.count('<pre><code class="language-yaml">') == 4
    assert "Steht es *noch* nicht fest" in html


def test_the_list_as_markdown_is_a_table_per_family() -> None:
    html = MarkdownIt("js-default").render(erklaerungsliste_md([WARNUNG, FEHLER]))
    assert html.count("<table>") == 2
    assert "<td><code>id-falsch</code></td>\n<td>Fehler</td>\n<td>Die id ist falsch geschrieben.</td>" in html


def test_a_fence_is_longer_than_what_it_holds() -> None:
    text = markdown_code("a\n````\nb", "text")
    assert text == "`````text\na\n````\nb\n`````"


def test_json_is_verbatim() -> None:
    assert json.loads(erklaerung_json(WARNUNG)) == {
        "code": "termin-kurz",
        "schwere": "warnung",
        "familie": "Termine",
        "kurz": "Ein Monat ohne Jahr",
        "warum": WARNUNG.warum,
        "falsch": "    termin: im Mai\n      # bald",
        "richtig": "    termin: Mai 2021",
        "abhilfe": "Steht es *noch* nicht fest, lassen Sie es weg.",
        "abschaltbar": True,
        "ausnehmbar": True,
        "verwandte": ["termin-lang"],
    }
    liste = json.loads(erklaerungsliste_json([WARNUNG, FEHLER]))
    assert [one["code"] for one in liste["befunde"]] == ["termin-kurz", "id-falsch"]
    assert [one["abschaltbar"] for one in liste["befunde"]] == [True, False]
