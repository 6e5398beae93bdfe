"""The writers of the formats that many documents share: from one Schriftstueck, or from one book of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.cli.render_auftrag import Bericht, Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.cli.render_auftrag import Auftrag, Schreiber
    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.tabellenwerk import Tabellenwerk


def papiere(stueck: Callable[[Bericht, Auftrag], Schriftstueck]) -> dict[Format, Schreiber[Bericht]]:
    """Return the writers of PDF and of the formats of offices for a report that becomes one Schriftstueck."""

    def pdf(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.pdf import pdf_bytes

        return pdf_bytes(stueck(bericht, auftrag), _haus(auftrag))

    return {Format.PDF: pdf, **bueropapiere(stueck)}


def bueropapiere(stueck: Callable[[Bericht, Auftrag], Schriftstueck]) -> dict[Format, Schreiber[Bericht]]:
    """Return the writers of the formats of offices alone."""

    def odt(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.odt import odt_bytes

        return odt_bytes(stueck(bericht, auftrag), auftrag.vorlage, _haus(auftrag))

    def docx(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.docx import docx_bytes

        return docx_bytes(stueck(bericht, auftrag), auftrag.vorlage, _haus(auftrag))

    return {Format.ODT: odt, Format.DOCX: docx}


def seiten_und_papiere(
    stueck: Callable[[Bericht, Auftrag], Schriftstueck],
) -> dict[Format, Schreiber[Bericht]]:
    """Return the writers of every format that a Schriftstueck can take: page, Markdown, and what goes on paper."""

    def html(bericht: Bericht, auftrag: Auftrag) -> str:
        from konzept.render.schriftstueck_html import schriftstueck_html

        return schriftstueck_html(stueck(bericht, auftrag), auftrag.templates)

    def md(bericht: Bericht, auftrag: Auftrag) -> str:
        from konzept.render.schriftstueck_md import schriftstueck_md

        return schriftstueck_md(stueck(bericht, auftrag))

    return {Format.HTML: html, Format.MD: md, **papiere(stueck)}


def tabellen(werk: Callable[[Bericht, Auftrag], Tabellenwerk]) -> dict[Format, Schreiber[Bericht]]:
    """Return the writers of spreadsheets for a report that becomes one book of tables."""

    def ods(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.ods import ods_bytes

        return ods_bytes(werk(bericht, auftrag), _haus(auftrag))

    def xlsx(bericht: Bericht, auftrag: Auftrag) -> bytes:
        from konzept.render.xlsx import xlsx_bytes

        return xlsx_bytes(werk(bericht, auftrag), _haus(auftrag))

    def csv(bericht: Bericht, auftrag: Auftrag) -> str:
        from konzept.render.tabellenwerk_csv import tabellenwerk_csv

        return tabellenwerk_csv(werk(bericht, auftrag))

    return {Format.ODS: ods, Format.XLSX: xlsx, Format.CSV: csv}


def _haus(auftrag: Auftrag) -> Papiergestaltung:
    """Return the county's colours and logo for paper."""
    from konzept.render.papiergestaltung import papiergestaltung

    return papiergestaltung(auftrag.plan)
