"""Every PDF: both standards kept, every word there in its order, bookmarks, language, title, tables, pages of A4."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import Dokument
from tests.pdf_standards import faults

from .stuecke import bare, documents, headings, missing, rows, tables, text, written

if TYPE_CHECKING:
    from konzept.render.schriftstueck import Schriftstueck

NOT_ON_PAPER: dict[Dokument, set[str]] = {
    Dokument.KONZEPT: {"Umfang"},  # on paper »40 Menschen« stands behind the time without a name
    Dokument.SYNOPSE: {"fett", "Zeichen"},  # paper underlines what is new, and explains it in other words
}
"""Words that only the Markdown has, by document."""


def streams(made: bytes) -> list[tuple[int, bytes]]:
    """Return of every stream the length it names, and what stands from its beginning to »endstream«."""
    begins = re.finditer(rb"/Length (\d+)[^>]*(?:>>[^>]*)*?>>\s*?stream\r?\n", made)
    return [(int(b[1]), made[b.end() : made.index(b"endstream", b.end() + int(b[1]))]) for b in begins]


def wrong_lengths(made: bytes) -> list[int]:
    """Return the lengths that are not those of their streams; only one line end stands before »endstream«."""
    assert len(streams(made)) == made.count(b"endstream")
    return [length for length, body in streams(made) if body[length:] not in {b"\n", b"\r\n"}]


def words(reader: PdfReader, stueck: Schriftstueck) -> str:
    """Return the bare words of all pages without what stands above and below each."""
    found = []
    for number, one in enumerate(reader.pages, 1):
        on_page = bare(one.extract_text())
        foot = bare(f"{stueck.fusszeile}Seite {number} / {len(reader.pages)}")
        assert on_page.endswith(foot), f"page {number}"
        head = bare(stueck.kopfzeile) if number > 1 else ""
        assert on_page.startswith(head), f"page {number}"
        found.append(on_page[len(head) : len(on_page) - len(foot)])
    return "".join(found)


def elements(reader: PdfReader) -> list[str]:
    """Return the kinds of all structure elements in the order of reading."""
    found: list[str] = []
    waiting: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, dict):
            found += [str(node["/S"])[1:]] if "/S" in node else []
            below = node.get("/K", [])
            waiting += reversed(below) if isinstance(below, list) else [below]
        elif isinstance(node, list):
            waiting += reversed(node)
    return found


def bookmarks(outline: Any, level: int = 1) -> list[tuple[int, str]]:
    """Return level and words of each bookmark."""
    found: list[tuple[int, str]] = []
    for one in outline:
        found += bookmarks(one, level + 1) if isinstance(one, list) else [(level, bare(one["/Title"]))]
    return found


@pytest.mark.parametrize(("plan", "dokument", "sprache"), documents(Format.PDF))
def test_each_document(plan: str, dokument: Dokument, sprache: str) -> None:
    werk = written(plan, dokument, sprache, Format.PDF)
    stueck = werk.gemeint
    reader = PdfReader(io.BytesIO(werk.datei))
    assert faults(werk.datei) == []
    assert wrong_lengths(werk.datei) == []
    found = words(reader, stueck)
    assert missing(rows(stueck), found) == []
    meant = headings(stueck)
    assert [title for _, title in bookmarks(reader.outline)] == [title for _, title in meant]
    told = reader.metadata
    assert told is not None
    assert told.title == stueck.titel
    assert str(reader.root_object["/Lang"]).split("-")[0] == stueck.sprache
    day = stueck.metadaten.datum
    assert told.creation_date_raw == (f"D:{day:%Y%m%d}000000Z" if day else "D:19700101000000Z")
    millimetres = {
        tuple(round(float(points) / 72 * 25.4) for points in one.mediabox[2:]) for one in reader.pages
    }
    assert millimetres == {(297, 210) if stueck.ausrichtung.value == "quer" else (210, 297)}
    kinds = elements(reader)
    boards = tables(stueck.bloecke)
    assert kinds.count("Table") == len(boards)
    assert kinds.count("THead") == sum(bool(board.kopfzeilen) for board in boards)
    assert kinds.count("TH") >= sum(len(row) for board in boards for row in board.kopfzeilen)


@pytest.mark.parametrize(("plan", "dokument", "sprache"), documents(Format.PDF, Format.MD))
def test_no_word_of_the_markdown_is_missing_on_paper(plan: str, dokument: Dokument, sprache: str) -> None:
    """Read off what is set on pages: that all of it is there says the test above."""
    stueck = written(plan, dokument, sprache, Format.PDF, really=False).gemeint
    on_paper = "".join(bare(one.worte) for row in rows(stueck) for cell in row for one in cell)
    markdown = text(plan, dokument, sprache, Format.MD)
    lost = {word for word in plain_words(markdown) if bare(word) not in on_paper}
    assert lost - NOT_ON_PAPER.get(dokument, set()) == set()


def plain_words(markdown: str) -> set[str]:
    """Return the words of a Markdown text without its signs and addresses."""
    without = re.sub(r"\]\(<?[^)\s]*>?\)", "] ", markdown)
    without = re.sub(r"<(https?:[^>]*)>", r"\1", re.sub(r"\\([^\w\s])", r"\1", without)).replace("<br>", " ")
    return set(re.findall(r"[^\W_]+", without))
