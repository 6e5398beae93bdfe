"""Whether the bytes of a logo are a picture that a page may hold: PNG, or SVG that only draws."""

from __future__ import annotations

import re
from xml.parsers import expat

from konzept.domain.beigabe import PNG_KENNUNG

_PNG_KOPF = b"\x00\x00\x00\rIHDR"
_SVG = "http://www.w3.org/2000/svg"
_EIGENES = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_ADRESSE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import", re.IGNORECASE)
_VERBOTEN = frozenset({"script", "foreignobject", "iframe", "handler", "listener"})


def logo_mangel(inhalt: bytes) -> str:
    """Return a German sentence on what is wrong with a logo; empty if nothing is."""
    if inhalt.startswith(PNG_KENNUNG):
        return "" if inhalt[len(PNG_KENNUNG) :].startswith(_PNG_KOPF) else "Das PNG ist beschädigt."
    if b"<svg" not in inhalt:
        return "Das ist weder PNG noch SVG."
    return _svg_mangel(inhalt)


class _UngeeignetError(Exception):
    """What an SVG holds that a logo must not; the message is a German sentence."""


def _svg_mangel(inhalt: bytes) -> str:
    leser = expat.ParserCreate(namespace_separator=" ")
    leser.StartDoctypeDeclHandler = _doctype
    leser.StartElementHandler = _Elemente().beginnt
    leser.CharacterDataHandler = _zeichen
    leser.buffer_text = True
    try:
        leser.Parse(inhalt, True)  # noqa: FBT003  expat knows its second parameter by place only
    except _UngeeignetError as error:
        return str(error)
    except (expat.ExpatError, ValueError, LookupError):  # the two others: encodings that Python does not know
        return "Das SVG ist kein wohlgeformtes XML."
    return ""


class _Elemente:
    def __init__(self) -> None:
        self.erstes = True

    def beginnt(self, name: str, angaben: dict[str, str]) -> None:
        raum, _, kurz = name.rpartition(" ")
        if self.erstes and (raum, kurz) != (_SVG, "svg"):
            raise _UngeeignetError("Das ist weder PNG noch SVG.")
        self.erstes = False
        if kurz.casefold() in _VERBOTEN:
            raise _UngeeignetError(f"Das SVG enthält ein Element »{kurz}«.")
        for angabe, wert in angaben.items():
            eigen = angabe.rpartition(" ")[2].casefold()
            if eigen.startswith("on"):
                raise _UngeeignetError(f"Das SVG enthält ein Skript (»{eigen}«).")
            verweist = eigen in {"href", "src"} and kurz.casefold() != "a"
            if (verweist and not _EIGENES.match(wert.strip())) or _ADRESSE.search(wert):
                raise _UngeeignetError(f"Das SVG verweist auf etwas außerhalb (»{eigen}«).")


def _doctype(*_: object) -> None:
    raise _UngeeignetError("Das SVG enthält eine DOCTYPE-Angabe; speichern Sie es als »einfaches SVG«.")


def _zeichen(text: str) -> None:
    if _ADRESSE.search(text):
        raise _UngeeignetError("Das SVG lädt in einem Stil etwas von außerhalb.")
