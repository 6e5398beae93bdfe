"""What a document is made of before it has a format: headings, paragraphs, lists, tables and runs as plain values.

Whoever makes a document builds a Schriftstueck; odt.py and docx.py write it. Texts are never markup: what stands in
a Lauf is shown as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date


class Ausrichtung(StrEnum):
    """How the pages lie."""

    HOCH = "hoch"
    QUER = "quer"


class Laufart(StrEnum):
    """What a run of words is, apart from being bold or italic."""

    NORMAL = "normal"
    NEU = "neu"
    ENTFALLEN = "entfallen"
    LEISE = "leise"
    CODE = "code"


class Absatzart(StrEnum):
    """What a paragraph is; the first three make the head of a document."""

    HERKUNFT = "herkunft"
    TITEL = "titel"
    UNTERTITEL = "untertitel"
    NORMAL = "normal"
    KLEIN = "klein"
    VERMERK = "vermerk"
    KENNZAHL = "kennzahl"
    ZITAT = "zitat"
    CODE = "code"


class Ton(StrEnum):
    """The ground of a cell. It only repeats what the words of the cell say (WCAG 1.4.1)."""

    OHNE = "ohne"
    FLAECHE = "flaeche"
    NEU = "neu"
    ENTFALLEN = "entfallen"
    GRUEN = "gruen"
    GELB = "gelb"
    ROT = "rot"
    GRAU = "grau"
    BLAU = "blau"


class Seite(StrEnum):
    """On which side of its column a cell stands."""

    LINKS = "links"
    MITTE = "mitte"
    RECHTS = "rechts"


@dataclass(frozen=True, slots=True, eq=False)
class Fussnote:
    """A note to which runs refer; one with the same words is another. Its blocks hold no notes."""

    bloecke: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Lauf:
    """Words in one script; ``verweis`` links them to ``#anker`` or to an address with one of the allowed schemes.

    A line feed in the text is a line break, a tabulator a tabulator. A link to an anchor that the document does not
    have is written as plain words. A run with a ``fussnote`` is the reference to it; its text is what stands there
    where notes have no place: their words in brackets.
    """

    text: str
    fett: bool = False
    kursiv: bool = False
    gestrichen: bool = False
    art: Laufart = Laufart.NORMAL
    verweis: str | None = None
    fussnote: Fussnote | None = None


Laeufe: TypeAlias = tuple[Lauf, ...]


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """A heading of ``stufe`` 1 to 6."""

    stufe: int
    laeufe: Laeufe
    anker: str | None = None

    def __post_init__(self) -> None:
        """Refuse a level that no format has."""
        if not 1 <= self.stufe <= 6:  # noqa: PLR2004  headings have six levels in HTML, too
            raise ValueError(f"a heading of level {self.stufe}")


@dataclass(frozen=True, slots=True)
class Absatz:
    """A paragraph.

    ``marken``: where it holds both new and dropped words, words say which is which (schriftstueck_text.mit_marken);
    false for one that says so itself, as a legend does.
    """

    laeufe: Laeufe
    art: Absatzart = Absatzart.NORMAL
    anker: str | None = None
    marken: bool = True


@dataclass(frozen=True, slots=True)
class Liste:
    """A list; each entry has blocks of its own, so that lists may stand in lists."""

    eintraege: tuple[tuple[Block, ...], ...]
    nummeriert: bool = False
    beginn: int = 1


@dataclass(frozen=True, slots=True)
class Zelle:
    """A cell; ``spanne`` columns wide and ``hoehe`` rows high. ``kopf`` makes it the header of its row or column.

    ``beisammen`` keeps its row on one page with the next, which it heads.
    """

    bloecke: tuple[Block, ...] = ()
    kopf: bool = False
    spanne: int = 1
    hoehe: int = 1
    ton: Ton = Ton.OHNE
    beisammen: bool = False

    def __post_init__(self) -> None:
        """Refuse a cell without an extent."""
        if self.spanne < 1 or self.hoehe < 1:
            raise ValueError(f"a cell of {self.spanne} columns and {self.hoehe} rows")


Zeile: TypeAlias = tuple[Zelle, ...]


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column; ``breite`` is its share of the table's width."""

    breite: int = 1
    seite: Seite = Seite.LINKS

    def __post_init__(self) -> None:
        """Refuse a column without a width."""
        if self.breite < 1:
            raise ValueError(f"a column of width {self.breite}")


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table as wide as the text; ``kopfzeilen`` come again on every page, only high rows are split between pages.

    ``beschreibung`` says in a sentence what the table holds, for those who do not see it.
    """

    spalten: tuple[Spalte, ...]
    zeilen: tuple[Zeile, ...]
    kopfzeilen: tuple[Zeile, ...] = ()
    beschriftung: str = ""
    beschreibung: str = ""


@dataclass(frozen=True, slots=True)
class Seitenumbruch:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Trennlinie:
    """A line across, as Markdown's ``---``."""


@dataclass(frozen=True, slots=True)
class Inhaltsverzeichnis:
    """The table of contents, down to headings of ``stufen``."""

    titel: str = "Inhalt"
    stufen: int = 3


@dataclass(frozen=True, slots=True)
class Sprachtext:
    """Blocks in another language than the document (WCAG 2.2, 3.1.2); page breaks and contents have no place in it.

    ``sprache`` is a tag of BCP 47, ``rechts`` says that it is written from right to left.
    """

    bloecke: tuple[Block, ...]
    sprache: str
    rechts: bool = False


Block: TypeAlias = (
    Ueberschrift | Absatz | Liste | Tabelle | Seitenumbruch | Trennlinie | Inhaltsverzeichnis | Sprachtext
)


@dataclass(frozen=True, slots=True)
class Metadaten:
    """What is told about the document: printed above and below its title, and kept in the file's properties.

    ``datum`` is the day the document speaks of, never the day it was made; without it the file bears no date.
    """

    koerperschaft: str = ""
    stand: str = ""
    beschreibung: str = ""
    schlagworte: tuple[str, ...] = ()
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Schriftstueck:
    """A whole document; its head (body, title, subtitle, stand) is made of the fields, not of ``bloecke``.

    ``kopfzeile`` stands above every page but the first, ``fusszeile`` to the left of the page number on every page.
    ``sprache`` is a language of ISO 639-1. ``leicht`` sets it as texts in Leichte Sprache are set: in large type with
    wide lines, no word divided at the end of a line.
    """

    titel: str
    bloecke: tuple[Block, ...] = ()
    untertitel: str = ""
    metadaten: Metadaten = field(default_factory=Metadaten)
    ausrichtung: Ausrichtung = Ausrichtung.HOCH
    sprache: str = "de"
    kopfzeile: str = ""
    fusszeile: str = ""
    leicht: bool = False


def worte(*teile: str | Lauf) -> Laeufe:
    """Return runs from plain words and runs; empty ones are left out."""
    laeufe = (Lauf(teil) if isinstance(teil, str) else teil for teil in teile)
    return tuple(lauf for lauf in laeufe if lauf.text)


def absatz(*teile: str | Lauf, art: Absatzart = Absatzart.NORMAL) -> Absatz:
    """Return a paragraph of plain words and runs."""
    return Absatz(worte(*teile), art)


LEGENDE = Absatz(
    (
        Lauf("Unterstrichen", art=Laufart.NEU),
        Lauf(": neu. "),
        Lauf("Durchgestrichen", art=Laufart.ENTFALLEN),
        Lauf(": entfällt."),
    ),
    Absatzart.KLEIN,
    marken=False,
)
"""What the marks of changed words mean; it stands before the first of them."""


def zelle(*teile: str | Lauf, kopf: bool = False, spanne: int = 1, ton: Ton = Ton.OHNE) -> Zelle:
    """Return a cell with one paragraph of plain words and runs."""
    return Zelle((absatz(*teile),), kopf=kopf, spanne=spanne, ton=ton)
