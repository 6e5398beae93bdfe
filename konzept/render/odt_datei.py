"""An OpenDocument file from a document: the styles it needs, its pages, its blocks and its properties put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.odt_automatik import Automatik
from konzept.render.odt_bild import setze_logo
from konzept.render.odt_inhalt import OdtInhalt
from konzept.render.odt_paket import OdtPaket
from konzept.render.odt_seite import seitenformat, seitenvorlage
from konzept.render.odt_stile import (
    PUNKTLISTE,
    VERZEICHNISSPRUNG,
    ZAHLENLISTE,
    absatzstil,
    listenstil,
    notenordnung,
    vorgaben,
    zeichenstil,
)
from konzept.render.odt_vokabular import kodiert
from konzept.render.odt_vorlagenseite import textbreite, umgelegt
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.schriftstueck_aufbau import aufbau
from konzept.render.schriftstueck_baum import aufgeloest
from konzept.render.schriftstueck_formate import formate
from konzept.render.schriftstueck_gestalt import BLAETTER, ZEICHENFORMATE, sprache_und_land
from konzept.render.schriftstueck_text import lesbar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.schriftstueck_formate import Format
    from konzept.render.schriftstueck_gestalt import Zeichenformat
    from konzept.render.schriftstueck_vorlage import Vorlage

_GERMAN = {
    "Title": "Titel",
    "Subtitle": "Untertitel",
    "Text body": "Textkörper",
    **{f"Heading {level}": f"Überschrift {level}" for level in range(1, 7)},
}
"""What Word calls its styles in the OpenDocument files that it writes."""


def odt_datei(stueck: Schriftstueck, vorlage: Vorlage | None, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a document as OpenDocument text, into a template if there is one; raises VorlageError, ValueError.

    ``haus`` gives colours and logo; a template has its own letterhead, and the logo stays out of it.
    """
    package = OdtPaket.aus(vorlage) if vorlage else OdtPaket.neu()
    sheet = BLAETTER[stueck.ausrichtung]
    if vorlage is None:
        width: float = sheet.textbreite
        running_head = _one_line(stueck.kopfzeile)
        package.ergaenze("office:styles", vorgaben(stueck.sprache))
        layout = seitenformat(sheet, kopfzeile=bool(running_head))
        package.ergaenze("office:automatic-styles", [layout])
        package.ergaenze("office:master-styles", [seitenvorlage(running_head, _one_line(stueck.fusszeile))])
    else:
        layouts = package.vorlagenseiten()
        umgelegt(layouts, stueck.ausrichtung)
        width = textbreite(layouts, sheet.textbreite)
    names = _names(package)
    wanted = haus.formate(leicht=stueck.leicht), (*haus.zeichenformate(), VERZEICHNISSPRUNG)
    package.ergaenze("office:styles", _missing(package, wanted, names, width, schlicht=vorlage is not None))
    if vorlage is None:
        package.ergaenze("office:styles", [notenordnung(names)])
    content = aufbau(stueck)
    marker = package.marke() if vorlage else None
    automatic = Automatik(package.automatische_namen())
    writer = OdtInhalt(content, names, automatic, width, package.seite_der_marke(marker))
    writer.akzent = haus.akzent
    place = package.baustelle(marker)
    writer.schreibe(place)
    if haus.logo and vorlage is None:
        part = f"Pictures/logo.{haus.logo.art}"
        package.bild(part, haus.logo.medientyp, haus.logo.daten)
        setze_logo(place, haus.logo, part, names, automatic)
    aufgeloest(place)
    package.ergaenze("office:automatic-styles", automatic.stile, "content.xml")
    language, country = sprache_und_land(stueck.sprache)
    package.eigenschaften(stueck, language if country == "none" else f"{language}-{country}")
    return package.gepackt()


def _one_line(text: str) -> str:
    return " ".join(lesbar(text).split())


def _kinds() -> Iterator[tuple[str, str]]:
    """Yield the kind and our name of every style that a document needs."""
    yield from (("paragraph", form.odf) for form in formate())
    yield from (("text", form.odf) for form in (*ZEICHENFORMATE, VERZEICHNISSPRUNG))
    yield from (("text:list-style", name) for name in (PUNKTLISTE, ZAHLENLISTE))


def _names(package: OdtPaket) -> dict[str, str]:
    """Return what the document calls each of our styles: by its own name, if it has it, else as we do."""
    known = package.stilnamen()
    names: dict[str, str] = {}
    for kind, name in _kinds():
        candidates = (kodiert(name), name, _GERMAN.get(name, name))
        found = (known[kind, one.casefold()] for one in candidates if (kind, one.casefold()) in known)
        names[name] = next(found, kodiert(name))
    return names


def _missing(
    package: OdtPaket,
    wanted: tuple[Iterable[Format], Iterable[Zeichenformat]],
    names: dict[str, str],
    width: float,
    *,
    schlicht: bool,
) -> list[Knoten]:
    """Return the styles that the document does not have yet."""
    forms, scripts = wanted
    there = {(kind, name) for (kind, _), name in package.stilnamen().items()}
    styles = [
        absatzstil(form, names, width, schlicht=schlicht)
        for form in forms
        if ("paragraph", names[form.odf]) not in there
    ]
    styles += [zeichenstil(form) for form in scripts if ("text", names[form.odf]) not in there]
    lists = (PUNKTLISTE, ZAHLENLISTE)
    return styles + [listenstil(name) for name in lists if ("text:list-style", names[name]) not in there]
