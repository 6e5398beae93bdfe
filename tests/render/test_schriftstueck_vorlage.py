"""A county's own template: its head, foot and styles stay, the content takes its place, an unfit file is refused."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import docx
import odfdo
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konzept.render import schriftstueck_vorlage
from konzept.render.docx import docx_bytes, docx_hat_marke
from konzept.render.odt import odt_bytes, odt_hat_marke
from konzept.render.schriftstueck import (
    Ausrichtung,
    Inhaltsverzeichnis,
    Liste,
    Schriftstueck,
    Spalte,
    Tabelle,
    Ueberschrift,
    absatz,
    worte,
    zelle,
)
from konzept.render.schriftstueck_vorlage import MARKE, VorlageError
from konzept.render.schriftstueck_zip import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STUECK = Schriftstueck(
    "Bericht",
    (
        Ueberschrift(1, worte("Kapitel"), "kapitel"),
        absatz("Inhalt"),
        Liste(((absatz("Punkt"),),), nummeriert=True),
        Tabelle((Spalte(), Spalte()), ((zelle("a"), zelle("b")),)),
    ),
    kopfzeile="unser Kopf",
    fusszeile="unser Fuß",
)
WRITERS = {"odt": odt_bytes, "docx": docx_bytes}


def odt_letter(lines: tuple[str, ...] = ("Anschrift", MARKE, "Gruß"), mimetype: str = "") -> bytes:
    """Make a letter as LibreOffice keeps it: a style of its own, a head, a first page of its own, a user's field."""
    letter = odfdo.Document("text")
    letter.body.clear()
    for number, line in enumerate(lines):
        letter.body.append(odfdo.Paragraph(line, style="Erster" if not number else "Standard"))
    for style in (
        '<style:style style:name="Erster" style:family="paragraph" style:master-page-name="Erste_20_Seite"/>',
        '<style:style style:name="KzAbsatz1" style:family="paragraph"/>',
    ):
        letter.insert_style(style, automatic=True)
    letter.insert_style(
        '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph">'
        '<style:text-properties fo:color="#123456"/></style:style>'
    )
    page = letter.styles.get_master_page()
    assert page is not None
    page.append(odfdo.Element.from_tag("<style:header><text:p>Landkreis</text:p></style:header>"))
    letter.meta.title = "Briefkopf"
    letter.meta.set_user_defined_metadata("Zeichen", "10-2")
    target = io.BytesIO()
    letter.save(target)
    if not mimetype:
        return target.getvalue()
    parts = unpacked(target.getvalue())
    old = parts["mimetype"]
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(old, mimetype.encode())
    return packed({**parts, "mimetype": mimetype.encode()}, first=("mimetype",))


def docx_letter(lines: tuple[str, ...] = ("Anschrift", MARKE, "Gruß")) -> bytes:
    """Make a letter as Word keeps it: German ids of styles, a head, a list and a bookmark of its own."""
    letter = docx.Document()
    for line in lines:
        letter.add_paragraph(line)
    style = letter.styles["Heading 1"]
    style.element.set(qn("w:styleId"), "berschrift1")
    letter.styles["Normal"].font.size = Pt(12)
    mark = OxmlElement("w:bookmarkStart", {qn("w:id"): "7", qn("w:name"): "Kapitel"})
    letter.paragraphs[0]._p.append(mark)
    letter.paragraphs[0]._p.append(OxmlElement("w:bookmarkEnd", {qn("w:id"): "7"}))
    section = letter.sections[0]
    section.header.paragraphs[0].text = "Landkreis"
    section.page_width, section.page_height = Mm(210), Mm(297)
    letter.core_properties.title = "Briefkopf"
    target = io.BytesIO()
    letter.save(target)
    return target.getvalue()


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def odt_lines(document: odfdo.Document) -> list[str]:
    return [
        "".join(str(part) for part in line.xpath("descendant::text()"))
        for line in document.body.get_elements("descendant::text:p | descendant::text:h")
    ]


def test_an_odt_template_keeps_what_is_the_countys(tmp_path: Path) -> None:
    made = odfdo.Document(io.BytesIO(odt_bytes(STUECK, written(tmp_path, "brief.odt", odt_letter()))))
    assert odt_lines(made) == ["Anschrift", "Bericht", "Kapitel", "Inhalt", "Punkt", "a", "b", "Gruß"]
    heads = made.styles.get_elements("//style:header/text:p")
    assert [head.inner_text for head in heads] == ["Landkreis"]
    assert made.styles.get_elements("//style:footer") == []
    heading = made.get_style("paragraph", "Heading_20_1")
    assert heading is not None
    assert [part.get_attribute("fo:color") for part in heading.children] == ["#123456"]
    assert (made.meta.title, made.meta.language) == ("Bericht", "de-DE")
    assert made.meta.user_defined_metadata == {"Zeichen": "10-2"}
    assert "Thumbnails/thumbnail.png" not in made.get_parts()


def test_what_an_odt_template_lacks_comes_without_fonts_and_colours(tmp_path: Path) -> None:
    made = odfdo.Document(io.BytesIO(odt_bytes(STUECK, written(tmp_path, "brief.odt", odt_letter()))))
    added = made.get_style("paragraph", "Herkunft")
    assert added is not None
    properties = added.get_elements("style:text-properties")[0]
    assert properties.get_attribute("fo:font-weight") == "bold"
    assert (properties.get_attribute("fo:color"), properties.get_attribute("fo:font-family")) == (None, None)
    new = made.get_style("text", "Neu")
    assert new is not None
    assert new.get_elements("style:text-properties")[0].get_attribute("fo:color") == "#0b5d50"


def test_an_odt_marker_that_begins_a_page_of_its_own_hands_that_on(tmp_path: Path) -> None:
    made = odfdo.Document(io.BytesIO(odt_bytes(STUECK, written(tmp_path, "a.odt", odt_letter((MARKE,))))))
    first = made.body.children[0]
    assert first.inner_text == "Bericht"
    style = made.content.get_style("paragraph", str(first.get_attribute("text:style-name")))
    assert style is not None
    assert style.get_attribute("style:master-page-name") == "Erste_20_Seite"
    names = [found.get_attribute("style:name") for found in made.content.get_elements("//style:style")]
    assert len(names) == len(set(names))


def test_a_docx_template_keeps_what_is_the_countys(tmp_path: Path) -> None:
    made = docx.Document(io.BytesIO(docx_bytes(STUECK, written(tmp_path, "brief.docx", docx_letter()))))
    lines = [part.text for part in made.paragraphs]
    assert lines == ["Anschrift", "Bericht", "Kapitel", "Inhalt", "Punkt", "", "Gruß"]
    assert [part.text for part in made.sections[0].header.paragraphs] == ["Landkreis"]
    assert made.sections[0].footer.is_linked_to_previous
    heading = made.paragraphs[2].style
    assert heading
    assert (heading.style_id, heading.name) == ("berschrift1", "Heading 1")
    assert made.styles["Normal"].font.size == Pt(12)
    assert made.core_properties.title == "Bericht"
    assert made.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["de-DE"]
    marks = made.element.xpath("//w:bookmarkStart")
    assert [(mark.get(qn("w:id")), mark.get(qn("w:name"))) for mark in marks] == [
        ("7", "Kapitel"),
        ("8", "kapitel_2"),
    ]
    numbers = made.element.xpath("//w:body//w:numId/@w:val")
    known = made.part.numbering_part.element.xpath("w:num/@w:numId")
    assert len(known) == len(set(known))
    assert set(numbers) <= set(known)


@pytest.mark.parametrize("form", WRITERS)
def test_without_a_marker_the_content_comes_at_the_end(form: str, tmp_path: Path) -> None:
    letter = odt_letter(("Anschrift",)) if form == "odt" else docx_letter(("Anschrift",))
    data = WRITERS[form](STUECK, written(tmp_path, f"brief.{form}", letter))
    if form == "odt":
        assert odt_lines(odfdo.Document(io.BytesIO(data)))[:3] == ["Anschrift", "Bericht", "Kapitel"]
    else:
        made = docx.Document(io.BytesIO(data))
        assert [part.text for part in made.paragraphs][:3] == ["Anschrift", "Bericht", "Kapitel"]
        assert made.element.body[-1].tag == qn("w:sectPr")


@pytest.mark.parametrize("form", WRITERS)
def test_the_pages_of_a_template_lie_as_the_document_needs_them(form: str, tmp_path: Path) -> None:
    letter = written(tmp_path, f"brief.{form}", odt_letter() if form == "odt" else docx_letter())
    for ausrichtung in Ausrichtung:
        data = WRITERS[form](Schriftstueck("T", ausrichtung=ausrichtung), letter)
        if form == "odt":
            page = odfdo.Document(io.BytesIO(data)).styles.get_elements("//style:page-layout-properties")[0]
            width, height = (
                float(str(page.get_attribute(f"fo:page-{side}"))[:-2]) for side in ("width", "height")
            )
        else:
            section = docx.Document(io.BytesIO(data)).sections[0]
            width, height = float(section.page_width or 0), float(section.page_height or 0)
        assert (width > height) == (ausrichtung is Ausrichtung.QUER)


def test_templates_of_both_programs_become_documents(tmp_path: Path) -> None:
    kind = "application/vnd.oasis.opendocument.text"
    path = written(tmp_path, "brief.ott", odt_letter(mimetype=f"{kind}-template"))
    assert unpacked(odt_bytes(STUECK, path))["mimetype"].decode() == kind
    parts = unpacked(docx_letter())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")
    made = docx_bytes(STUECK, written(tmp_path, "brief.dotx", packed(parts)))
    assert b"template.main" not in unpacked(made)["[Content_Types].xml"]
    assert docx.Document(io.BytesIO(made)).paragraphs[1].text == "Bericht"


def test_a_docx_template_without_numberings_and_properties_gets_them(tmp_path: Path) -> None:
    parts = unpacked(docx_letter())
    relations = "word/_rels/document.xml.rels"
    cut = {
        name: part for name, part in parts.items() if name not in {"word/numbering.xml", "docProps/core.xml"}
    }
    for name, kind in ((relations, b"numbering"), ("_rels/.rels", b"core-properties")):
        pieces = cut[name].split(b"<Relationship ")
        cut[name] = b"<Relationship ".join(piece for piece in pieces if b"/" + kind + b'"' not in piece)
        if not cut[name].endswith(b"</Relationships>"):
            cut[name] += b"</Relationships>"
    made = docx.Document(io.BytesIO(docx_bytes(STUECK, written(tmp_path, "a.docx", packed(cut)))))
    assert made.part.numbering_part.element.xpath("w:num")
    assert made.core_properties.title == "Bericht"


def test_a_docx_template_is_asked_to_fill_in_the_contents_in_the_right_place(tmp_path: Path) -> None:
    stueck = Schriftstueck("T", (Inhaltsverzeichnis(),))
    made = docx.Document(io.BytesIO(docx_bytes(stueck, written(tmp_path, "a.docx", docx_letter()))))
    names = [part.tag.partition("}")[2] for part in made.settings.element]
    assert names.index("updateFields") == names.index("compat") - 1


def test_an_odt_template_may_lack_whole_sections(tmp_path: Path) -> None:
    parts = unpacked(odt_letter((MARKE,)))
    for name, section in (
        ("content.xml", b"automatic-styles"),
        ("styles.xml", b"styles"),
        ("styles.xml", b"font-face-decls"),
    ):
        begin, end = b"<office:" + section + b">", b"</office:" + section + b">"
        before, _, rest = parts[name].partition(begin)
        assert rest
        parts[name] = before + rest.partition(end)[2]
    parts.pop("settings.xml")
    made = odfdo.Document(io.BytesIO(odt_bytes(STUECK, written(tmp_path, "a.odt", packed(parts)))))
    assert [child.tag for child in made.content.root.children] == [
        *("office:scripts", "office:font-face-decls", "office:automatic-styles", "office:body"),
    ]
    sections = [child.tag for child in made.styles.root.children]
    assert sections == ["office:styles", "office:automatic-styles", "office:master-styles"]
    assert made.get_style("paragraph", "Heading_20_1")


def test_a_docx_template_may_lack_its_section(tmp_path: Path) -> None:
    parts = unpacked(docx_letter(("Anschrift",)))
    whole = parts["word/document.xml"]
    begin, end = whole.index(b"<w:sectPr"), whole.index(b"</w:sectPr>") + len(b"</w:sectPr>")
    parts["word/document.xml"] = whole[:begin] + whole[end:]
    made = docx.Document(io.BytesIO(docx_bytes(STUECK, written(tmp_path, "a.docx", packed(parts)))))
    assert [part.text for part in made.paragraphs][:2] == ["Anschrift", "Bericht"]


def refused(form: str, path: Path) -> str:
    with pytest.raises(VorlageError) as caught:
        WRITERS[form](STUECK, path)
    return f"{caught.value} {caught.value.hint}".strip().replace(str(path.parent) + os.sep, "")


ODT_NEEDED = "Gebraucht wird eine Textdatei von LibreOffice Writer (.odt oder .ott)."
WRONG = "Die Vorlage »x« hat das falsche Format."
OLD = "Die Vorlage »x« ist eine alte Office-Datei oder mit einem Kennwort geschützt."
DOCX_NEEDED = "Gebraucht wird eine Word-Datei (.docx oder .dotx)."


@pytest.mark.parametrize(
    ("form", "data", "expected"),
    [
        ("odt", lambda: b"", f"Die Vorlage »x« ist keine Office-Datei oder beschädigt. {ODT_NEEDED}"),
        (
            "docx",
            lambda: b"PK\x03\x04",
            f"Die Vorlage »x« ist keine Office-Datei oder beschädigt. {DOCX_NEEDED}",
        ),
        (
            "odt",
            docx_letter,
            f"{WRONG} {ODT_NEEDED} Das ist eine Word-Datei; sie passt zu --format docx.",
        ),
        (
            "docx",
            odt_letter,
            f"{WRONG} {DOCX_NEEDED} Das ist eine OpenDocument-Datei; sie passt zu --format odt.",
        ),
        (
            "odt",
            lambda: odt_letter(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            f"{WRONG} {ODT_NEEDED}",
        ),
        ("docx", lambda: packed({"a": b""}), f"{WRONG} {DOCX_NEEDED}"),
        (
            "docx",
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            f"{OLD} {DOCX_NEEDED} Speichern Sie die Datei ohne Kennwort in diesem Format.",
        ),
        (
            "odt",
            lambda: odt_letter((MARKE, "x", f" {MARKE} ")),
            "In der Vorlage steht »{{inhalt}}« 2-mal. Lassen Sie die Marke einmal stehen.",
        ),
        (
            "docx",
            lambda: docx_letter((MARKE, MARKE, MARKE)),
            "In der Vorlage steht »{{inhalt}}« 3-mal. Lassen Sie die Marke einmal stehen.",
        ),
        (
            "docx",
            lambda: packed(
                {
                    **unpacked(docx_letter()),
                    "[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml",
                }
            ),
            "Die Vorlage »x« enthält Makros. Speichern Sie sie ohne Makros als .docx oder .dotx.",
        ),
        (
            "odt",
            lambda: packed(
                {**unpacked(odt_letter()), "META-INF/manifest.xml": b"<manifest:encryption-data/>"}
            ),
            "Die Vorlage »x« ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort.",
        ),
    ],
)
def test_an_unfit_template_is_refused_with_a_sentence(
    form: str, data: Callable[[], bytes], expected: str, tmp_path: Path
) -> None:
    assert refused(form, written(tmp_path, "x", data())) == expected


BROKEN = "Öffnen Sie die Datei mit dem Programm, aus dem sie stammt, und speichern Sie sie neu."


def outcome(form: str, path: Path) -> str:
    """Return what to do about a template that is refused, or nothing; the document needs every part of it."""
    try:
        WRITERS[form](Schriftstueck("T", (Inhaltsverzeichnis(), *STUECK.bloecke)), path)
    except VorlageError as error:
        return error.hint
    return ""


@pytest.mark.parametrize(
    ("form", "part"),
    [
        *(("odt", part) for part in ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")),
        *(("docx", part) for part in ("[Content_Types].xml", "word/document.xml", "word/styles.xml")),
        *(("docx", part) for part in ("word/settings.xml", "word/numbering.xml", "_rels/.rels")),
    ],
)
@pytest.mark.parametrize("content", [b"", b"<a>", b"<a/>", b'<a xmlns="urn:x">\xff</a>'])
def test_a_broken_part_is_refused_or_does_no_harm(
    form: str, part: str, content: bytes, tmp_path: Path
) -> None:
    letter = odt_letter() if form == "odt" else docx_letter()
    path = written(tmp_path, "x", packed({**unpacked(letter), part: content}))
    assert outcome(form, path) in {"", BROKEN}


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=30))
def test_no_damage_to_a_template_ends_in_anything_but_a_sentence(
    form: str, damage: list[tuple[float, int]], tmp_path: Path
) -> None:
    """The damage is done to the largest part, uncompressed, so that the zip file itself stays readable."""
    parts = unpacked(odt_letter() if form == "odt" else docx_letter())
    name = "content.xml" if form == "odt" else "word/document.xml"
    broken = bytearray(parts[name])
    for place, value in damage:
        broken[int(place * len(broken))] = value
    assert outcome(form, written(tmp_path, "x", packed({**parts, name: bytes(broken)}))) in {"", BROKEN}


def test_what_is_no_readable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused("odt", tmp_path / "fehlt.odt") == "Die Vorlage »fehlt.odt« gibt es nicht."
    (tmp_path / "ordner").mkdir()
    assert refused("odt", tmp_path / "ordner") == "Die Vorlage »ordner« ist keine Datei."
    os.mkfifo(tmp_path / "rohr")
    assert refused("docx", tmp_path / "rohr") == "Die Vorlage »rohr« ist keine Datei."
    monkeypatch.setattr(schriftstueck_vorlage, "MAX_VORLAGE", 10)
    path = written(tmp_path, "x", bytes(11))
    assert refused("odt", path) == "Die Vorlage »x« ist größer als 0 MiB."


def test_a_template_cannot_make_us_read_other_files(tmp_path: Path) -> None:
    secret = written(tmp_path, "geheim", b"geheim-123")
    parts = unpacked(odt_letter())
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    content = parts["content.xml"].replace(b"?>", b"?>" + entity, 1).replace(b"Anschrift", b"&x;")
    path = written(tmp_path, "x.odt", packed({**parts, "content.xml": content}))
    try:
        data = odt_bytes(STUECK, path)
    except VorlageError:
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"geheim-123" not in b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(
    ("zeilen", "hat_marke"),
    [
        (("Anschrift", MARKE, "Gruß"), True),
        (("Anschrift", f"  {MARKE} "), True),
        (("Anschrift", "Gruß"), False),
        # in the middle of other words nothing takes its place
        ((f"Text: {MARKE}",), False),
    ],
)
def test_whether_a_template_names_the_place_of_the_content(
    tmp_path: Path,
    zeilen: tuple[str, ...],
    hat_marke: bool,  # noqa: FBT001  a column of the table above
) -> None:
    assert odt_hat_marke(written(tmp_path, "brief.odt", odt_letter(zeilen))) is hat_marke
    assert docx_hat_marke(written(tmp_path, "brief.docx", docx_letter(zeilen))) is hat_marke
