"""Templates: the plan's own win, values are data, and a bad template ends in one German sentence."""

from __future__ import annotations

import mmap
import os
from typing import TYPE_CHECKING

import pytest

from konzept.render import templates as door
from konzept.render.markdown_text import markdown_escape
from konzept.render.templates import TemplateError, Templates, own_folder
from konzept.render.templates_child import MAX_MEMORY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "html").mkdir()
    (tmp_path / "md").mkdir()
    return tmp_path


def write(folder: Path, text: str, name: str = "html/t.j2.html") -> Templates:
    (folder / name).write_text(text, encoding="utf-8")
    return Templates(folder)


def test_the_programs_own_templates_are_found() -> None:
    assert (own_folder() / "html" / "konzept.j2.html").is_file()
    assert (own_folder() / "md" / "konzept.j2.md").is_file()


def test_the_plans_template_wins_and_may_include_ours(folder: Path) -> None:
    ours = Templates(None).render("html/konzept.css", {})
    assert write(folder, "eigen", "html/konzept.css").render("html/konzept.css", {}) == "eigen"
    assert write(folder, "{% include 'html/a.css' %}!").plan == folder
    (folder / "html" / "konzept.css").unlink()
    assert write(folder, "{% include 'html/konzept.css' %}").render("html/t.j2.html", {}) == ours


def test_values_are_escaped_by_the_kind_of_the_template(folder: Path) -> None:
    value = '<b>"*x*" & {{ y }}'
    assert (
        write(folder, "{{ w }}").render("html/t.j2.html", {"w": value})
        == "&lt;b&gt;&#34;*x*&#34; &amp; {{ y }}"
    )
    markdown = write(folder, "{{ w }}", "md/t.j2.md").render("md/t.j2.md", {"w": value})
    assert markdown == r'\<b\>"\*x\*" & {{ y }}'
    assert markdown == markdown_escape(value)
    other = write(folder, "{{ w }}", "html/t.txt").render("html/t.txt", {"w": "<b>"})
    assert other == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "a\n{{ fehlt }}",
            "»templates/html/t.j2.html«, Zeile 2, ist nicht richtig: Den Namen »fehlt« gibt es hier nicht.",
        ),
        ("a\n\n{% if %}", "»templates/html/t.j2.html«, Zeile 3, ist nicht richtig geschrieben"),
        ("{{ w.__class__.__mro__ }}", "greift auf etwas zu, das Vorlagen nicht dürfen"),
        ("{{ w.append(1) }}", "Zeile 1"),
        ("{% include 'html/x.html' %}", "»templates/html/x.html« gibt es nicht."),
        ("{% include '../../etc/passwd' %}", "gibt es nicht."),
        ("{% for i in range(10**9) %}{% endfor %}", "rechnet mit zu großen Zahlen"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "ruft sich ohne Ende selbst auf"),
        ("{{ 1 / 0 }}", "lässt sich nicht ausführen"),
        ("{{ 'a' * 10**11 }}", "braucht zu viel Speicher"),
    ],
)
def test_a_bad_template_is_one_german_sentence(folder: Path, text: str, sentence: str) -> None:
    with pytest.raises(TemplateError) as caught:
        write(folder, text).render("html/t.j2.html", {"w": []})
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("Die Vorlage »")
    assert "\n" not in str(caught.value)


def test_what_the_process_has_reserved_already_does_not_count(folder: Path) -> None:
    with mmap.mmap(-1, 2 * MAX_MEMORY):  # a preview with its threads has as much
        assert write(folder, "Eigene {{ w }}").render("html/t.j2.html", {"w": "Seite"}) == "Eigene Seite"


LOOP = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
FLOOD = "{% for i in range(99999) %}{% for j in range(99999) %}{{ 'x' * 999 }}{% endfor %}{% endfor %}"


def test_a_template_without_end_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MAX_SECONDS", 1.0)
    with pytest.raises(TemplateError, match=r"braucht länger als 1 Sekunden|zu viel Speicher oder Zeit"):
        write(folder, LOOP).render("html/t.j2.html", {})


def test_a_template_that_floods_is_stopped(folder: Path) -> None:
    with pytest.raises(TemplateError, match=r"schreibt mehr als 32 MiB|schreibt zu viel"):
        write(folder, FLOOD).render("html/t.j2.html", {})


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("fremd") / "geheim"
    secret.write_text("geheim", encoding="utf-8")
    (folder / "html" / "t.j2.html").symlink_to(secret)
    with pytest.raises(TemplateError, match="führt aus dem Ordner der Vorlagen hinaus"):
        Templates(folder).render("html/t.j2.html", {})


def test_a_template_in_another_encoding_names_its_line(folder: Path) -> None:
    (folder / "html" / "t.j2.html").write_bytes(b"gut\n\xe4")
    with pytest.raises(TemplateError, match="Zeile 2, ist nicht in UTF-8"):
        Templates(folder).render("html/t.j2.html", {})


def test_a_huge_template_is_refused(folder: Path) -> None:
    with pytest.raises(TemplateError, match="größer als 1 MiB"):
        write(folder, "x" * (1024 * 1024 + 1)).render("html/t.j2.html", {})


def test_a_template_cannot_change_the_values(folder: Path) -> None:
    werte = {"w": ["a"]}
    with pytest.raises(TemplateError, match="Zeile 1"):
        write(folder, "{{ w.append('b') }}").render("html/t.j2.html", werte)
    assert werte == {"w": ["a"]}


def test_no_template_runs_longer_than_the_answer_may_take() -> None:
    """Any input is answered within ten seconds (robustheit.md §3)."""
    assert door.MAX_SECONDS == 8


def test_the_one_that_was_stopped_is_named_as_the_plan_knows_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "MAX_SECONDS", 1.0)
    with pytest.raises(TemplateError, match=r"^Die Vorlage »templates/md/t\.j2\.md« "):
        write(folder, LOOP, "md/t.j2.md").render("md/t.j2.md", {})


def test_a_fifo_is_refused_at_once_and_not_passed_over(folder: Path) -> None:
    """Reading it would wait for ever; the program's own in its place would hide that the plan wanted another."""
    os.mkfifo(folder / "md" / "konzept.j2.md")
    with pytest.raises(TemplateError, match=r"»templates/md/konzept.j2.md« ist keine gewöhnliche Datei\.$"):
        Templates(folder).render("md/konzept.j2.md", {})


def test_a_folder_with_the_name_of_a_template_is_refused(folder: Path) -> None:
    (folder / "html" / "t.j2.html").mkdir()
    with pytest.raises(TemplateError, match="ist keine gewöhnliche Datei"):
        Templates(folder).render("html/t.j2.html", {})


def test_a_link_to_nothing_is_refused(folder: Path) -> None:
    (folder / "html" / "t.j2.html").symlink_to("fehlt")
    with pytest.raises(TemplateError, match="lässt sich nicht lesen"):
        Templates(folder).render("html/t.j2.html", {})
