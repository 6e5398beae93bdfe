"""The documents that the preview shows: those of ``konzept render`` that are pages, each at an address of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from konzept.cli.render_auftrag import Auftrag
    from konzept.preview.stellen import Seitenplan
    from konzept.render.templates import Templates

TITEL: Mapping[Dokument, str] = {
    Dokument.KONZEPT: "Konzept",
    Dokument.KURZFASSUNG: "Kurzfassung",
    Dokument.MASSNAHMENBLATT: "Maßnahmenblätter",
    Dokument.ZUSTAENDIGKEITEN: "Zuständigkeiten",
    Dokument.ZEITPLAN: "Zeitplan",
    Dokument.BESCHLUSSVORLAGE: "Beschlussvorlage",
    Dokument.SACHSTANDSBERICHT: "Sachstandsbericht",
    Dokument.SYNOPSE: "Synopse",
    Dokument.VERBLEIB: "Verbleib",
    Dokument.EVALUATION: "Evaluation",
}
"""The names of the documents in the list; that of the Sprachfassung is the name of its language."""


@dataclass(frozen=True)
class Planbuch:
    """The documents of one Fassung of a sound plan, by their paths (konzept.preview.buehne.Buch)."""

    seitenplan: Seitenplan
    titel: Mapping[str, str]
    auftraege: Mapping[str, tuple[Dokument, Auftrag]]
    vorlagen: Templates

    def seite(self, pfad: str, vorlagen: Templates) -> str:
        """Make the page of a known path with these templates; raises TemplateError."""
        dokument, auftrag = self.auftraege[pfad]
        inhalt = DOKUMENTE[dokument].ausgefuehrt(replace(auftrag, templates=vorlagen), Format.HTML).inhalt
        return inhalt if isinstance(inhalt, str) else inhalt.decode("utf-8")


def planbuch(auftrag: Auftrag) -> Planbuch:
    """Return the documents that can be made of the Fassung: no Synopse without a Vorgänger, a page per language."""
    from konzept.cli.render_berichte import konzept
    from konzept.preview.buehne import START
    from konzept.preview.stellen import seitenplan
    from konzept.render.sprachfassung_words import sprachname
    from konzept.reports.sprachfassung import sprachen

    titel: dict[str, str] = {}
    auftraege: dict[str, tuple[Dokument, Auftrag]] = {}

    def nimm(pfad: str, name: str, dokument: Dokument, auftrag: Auftrag) -> None:
        titel[pfad] = name
        auftraege[pfad] = (dokument, auftrag)

    for dokument, art in DOKUMENTE.items():
        if dokument is Dokument.SPRACHFASSUNG:
            for sprache in sprachen(auftrag.fassung):
                nimm(
                    f"{dokument}/{sprache}", sprachname(sprache), dokument, replace(auftrag, sprache=sprache)
                )
        elif Format.HTML in art.formate and (
            dokument is not Dokument.SYNOPSE or auftrag.plan.vorgaenger(auftrag.fassung)
        ):
            pfad = START if dokument is Dokument.KONZEPT else dokument.value
            nimm(pfad, TITEL[dokument], dokument, auftrag)
    return Planbuch(seitenplan(konzept(auftrag)), titel, auftraege, auftrag.templates)
