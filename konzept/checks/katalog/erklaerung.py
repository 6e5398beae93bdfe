"""What the catalogue says of one code: why it matters, and how it is wrong and right in a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from konzept.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Erklaerung:
    """One code of the catalogue.

    ``schwere`` is the severity a finding of this code has where ``regeln`` sets no other. ``warum`` is one or two
    German sentences on why it matters to the people who work with the plan. ``falsch`` is a stretch of the smallest
    example (``tests/errors/<code>``), verbatim with its indent; put ``richtig`` in its place, and the finding is gone
    (a test does so). Both are empty where no text of a file is at fault (a folder, a size, a missing file); then
    ``abhilfe`` says in a sentence what to do. Beside them it says what else there is to know. ``kurz`` names the fault
    in a few words, without a full stop, for lists; without it they show the beginning of ``warum``.
    """

    code: str
    schwere: Severity
    warum: str
    falsch: str = ""
    richtig: str = ""
    abhilfe: str = ""
    kurz: str = ""
