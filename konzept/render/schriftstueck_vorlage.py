"""A county's own template (Briefkopf) for a document: read from its file, or refused with a sentence."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from konzept.render.schriftstueck_zip import UnfitPackageError, unpacked

if TYPE_CHECKING:
    from pathlib import Path

MARKE = "{{inhalt}}"
"""The paragraph of a template that the content takes the place of."""

MAX_VORLAGE = 20 * 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Vorlagenart(StrEnum):
    """The two families of templates, by the format that needs them."""

    ODT = "odt"
    DOCX = "docx"


_NEEDED = {
    Vorlagenart.ODT: "eine Textdatei von LibreOffice Writer (.odt oder .ott)",
    Vorlagenart.DOCX: "eine Word-Datei (.docx oder .dotx)",
}
_OTHER = {
    Vorlagenart.ODT: "Das ist eine Word-Datei; sie passt zu --format docx.",
    Vorlagenart.DOCX: "Das ist eine OpenDocument-Datei; sie passt zu --format odt.",
}


class VorlageError(Exception):
    """A template cannot be used; the message is a German sentence, ``hint`` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Vorlage:
    """A template as read: its file's name for messages, its bytes, its parts by name."""

    name: str
    daten: bytes
    teile: dict[str, bytes]

    def beschaedigt(self) -> VorlageError:
        """Return what to raise where a part of the template cannot be understood."""
        return VorlageError(
            f"Die Vorlage »{self.name}« ist beschädigt.",
            "Öffnen Sie die Datei mit dem Programm, aus dem sie stammt, und speichern Sie sie neu.",
        )


def lies_vorlage(pfad: Path, art: Vorlagenart) -> Vorlage:
    """Read a template for the format ``art``; raises VorlageError for what is missing, broken or of the wrong kind."""
    data = _data(pfad)
    name = str(pfad)
    needed = f"Gebraucht wird {_NEEDED[art]}."
    if data.startswith(_OLD_OFFICE):
        raise VorlageError(
            f"Die Vorlage »{name}« ist eine alte Office-Datei oder mit einem Kennwort geschützt.",
            f"{needed} Speichern Sie die Datei ohne Kennwort in diesem Format.",
        )
    try:
        vorlage = Vorlage(name, data, unpacked(data))
    except UnfitPackageError:
        raise VorlageError(f"Die Vorlage »{name}« ist keine Office-Datei oder beschädigt.", needed) from None
    found = _kind(vorlage)
    if found is not art:
        hint = _OTHER[art] if found else ""
        raise VorlageError(f"Die Vorlage »{name}« hat das falsche Format.", f"{needed} {hint}".strip())
    return vorlage


def _data(pfad: Path) -> bytes:
    try:
        state = pfad.stat()
        if not stat.S_ISREG(state.st_mode):
            raise VorlageError(f"Die Vorlage »{pfad}« ist keine Datei.")
        if state.st_size > MAX_VORLAGE:
            raise VorlageError(f"Die Vorlage »{pfad}« ist größer als {MAX_VORLAGE // 2**20} MiB.")
        return pfad.read_bytes()
    except FileNotFoundError:
        raise VorlageError(f"Die Vorlage »{pfad}« gibt es nicht.") from None
    except (OSError, ValueError) as error:
        raise VorlageError(f"Die Vorlage »{pfad}« lässt sich nicht lesen.") from error


def _kind(vorlage: Vorlage) -> Vorlagenart | None:
    """Tell the family of a package by its parts; a table or a presentation is of none."""
    if vorlage.teile.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.text"):
        return Vorlagenart.ODT
    if "word/document.xml" in vorlage.teile and "[Content_Types].xml" in vorlage.teile:
        return Vorlagenart.DOCX
    return None
