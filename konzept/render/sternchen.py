"""The star within a word, which texts of counties use for persons of every gender, and which is no mark of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline


def lies_stern_im_wort(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  so the parser calls it
    """Take a lone star between two letters or digits for itself (a rule of markdown-it); True if it did.

    CommonMark would pair two of them: of »Schüler*innen und Lehrer*innen« it makes »Schüler«, »innen und Lehrer« in
    italics, »innen«. A star that ends what one at the beginning of a word began stays a mark: »*Kreis*verwaltung«.
    """
    text, stelle = state.src, state.pos
    if text[stelle] != "*" or not 0 < stelle < state.posMax - 1:
        return False
    if not (text[stelle - 1].isalnum() and text[stelle + 1].isalnum()):
        return False
    letzter = next((eines for eines in reversed(state.delimiters) if eines.marker == ord("*")), None)
    if letzter and letzter.open and letzter.length == 1:
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
