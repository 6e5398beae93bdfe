"""Streams whose data end like a line: told apart by a CRLF, with every object still found at its place."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from konzept.render.pdf_enden import mit_klaren_enden


def made_up(*daten: bytes) -> bytes:
    """Make a PDF whose objects from number 3 on are these streams."""
    objekte = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    objekte += [b"<</Length %d>>\nstream\n%s\nendstream" % (len(eines), eines) for eines in daten]
    pdf, orte = b"%PDF-1.7\n", []
    for nummer, objekt in enumerate(objekte, 1):
        orte.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (nummer, objekt)
    start = len(pdf)
    zeilen = b"".join(b"%010d 00000 n \n" % ort for ort in orte)
    zahl = len(orte) + 1
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%s" % (zahl, zeilen)
    return pdf + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (zahl, start)


@pytest.mark.parametrize(
    ("daten", "dazu"),
    [
        ((b"abc",), 0),
        ((b"abc\n",), 0),
        ((b"abc\r",), 1),
        ((b"eins\r", b"zwei", b"drei\r\r", b"\r\nendstream\r"), 3),
        ((), 0),
    ],
)
def test_every_stream_keeps_its_data_and_is_found(daten: tuple[bytes, ...], dazu: int) -> None:
    pdf = made_up(*daten)
    klar = mit_klaren_enden(pdf)
    assert len(klar) == len(pdf) + dazu
    reader = PdfReader(io.BytesIO(klar), strict=True)
    for nummer, eines in enumerate(daten, 3):
        stream = reader.get_object(nummer)
        assert isinstance(stream, StreamObject)
        assert stream.get_data() == eines
    assert mit_klaren_enden(pdf) == klar


def test_what_is_no_pdf_of_ours_stays_as_it_is() -> None:
    assert mit_klaren_enden(b"") == b""
    assert (
        mit_klaren_enden(b"<</Length 1>>\nstream\n\r\nendstream") == b"<</Length 1>>\nstream\n\r\nendstream"
    )
