"""A Word file from a document: the styles it needs, its pages, its blocks and its properties put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from konzept.render.docx_bild import setze_logo
from konzept.render.docx_fussnoten import Fussnoten
from konzept.render.docx_inhalt import DocxInhalt, Umgebung
from konzept.render.docx_listen import Listen, ergaenzte_listen
from konzept.render.docx_paket import DocxPaket
from konzept.render.docx_seite import einstellungen, fusszeile, kopfzeile
from konzept.render.docx_stile import absatzstil, sprache_gesetzt, vorgaben, zeichenstil
from konzept.render.docx_vokabular import kennung, lesezeichen
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.schriftstueck import Inhaltsverzeichnis
from konzept.render.schriftstueck_aufbau import aufbau
from konzept.render.schriftstueck_baum import aufgeloest
from konzept.render.schriftstueck_gestalt import BLAETTER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck import Schriftstueck
    from konzept.render.schriftstueck_vorlage import Vorlage


def docx_datei(stueck: Schriftstueck, vorlage: Vorlage | None, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a document as Word file, into a template if there is one; raises VorlageError, ValueError.

    ``haus`` gives colours and logo, a PNG; a template has its own letterhead, and the logo stays out of it.
    """
    package = DocxPaket.aus(vorlage) if vorlage else DocxPaket.neu()
    sheet = BLAETTER[stueck.ausrichtung]
    marker = package.marke() if vorlage else None
    if vorlage:
        package.umgelegt(stueck.ausrichtung)
    width = package.breite(marker) if vorlage else float(sheet.textbreite)
    if vorlage:
        sprache_gesetzt(package.stile, stueck.sprache)
    else:
        package.stile.insert(0, vorgaben(stueck.sprache))
    names = _styles(package, haus, width, leicht=stueck.leicht, schlicht=vorlage is not None)
    if vorlage is None:
        head, foot = kopfzeile(names, stueck.kopfzeile), fusszeile(names, stueck.fusszeile)
        package.seite(sheet, head, foot)
    content = aufbau(stueck)
    highest = package.groesste
    lists = Listen(
        highest(package.listen, "w:abstractNum", "w:abstractNumId") + 1,
        max(highest(package.listen, "w:num", "w:numId"), 0) + 1,
    )
    bookmark = highest(package.rumpf, "w:bookmarkStart", "w:id") + 1
    notes = Fussnoten(names, package.erste_fussnote(), bookmark + len(content.anker))
    bookmarks = _bookmarks(content.anker, package.lesezeichen())
    surroundings = Umgebung(names, lists, bookmarks, bookmark, package.beziehung, notes, haus.akzent)
    place = package.baustelle(marker)
    DocxInhalt(content, surroundings, width).schreibe(place)
    if haus.logo and vorlage is None:
        setze_logo(place, haus.logo, package.bild(haus.logo.daten), names)
    aufgeloest(place)
    has_contents = any(isinstance(block, Inhaltsverzeichnis) for block in content.bloecke)
    settings = () if vorlage else einstellungen(stueck.sprache)
    package.einstellungen(settings, felder_erneuern=has_contents)
    if notes.noten:
        there = replace(surroundings, beziehung=package.beziehung_der_fussnoten)
        notes.schreibe(package.fussnoten, DocxInhalt(content, there, width).fussnote)
    ergaenzte_listen(package.listen, lists)
    package.eigenschaften(stueck)
    return package.gepackt()


def _styles(
    package: DocxPaket, haus: Papiergestaltung, width: float, *, leicht: bool, schlicht: bool
) -> dict[str, str]:
    """Return the ids of our styles by their ``odf`` names, after adding those that the document does not have."""
    known = package.stilnamen()
    forms, scripts = haus.formate(leicht=leicht), haus.zeichenformate()
    wanted = [("paragraph", form.odf, form.docx) for form in forms]
    wanted += [("character", script.odf, script.docx) for script in scripts]
    names = {odf: known.get((kind, docx.casefold()), kennung(docx)) for kind, odf, docx in wanted}
    for form in forms:
        if ("paragraph", form.docx.casefold()) not in known:
            package.stile.append(absatzstil(form, names, width, schlicht=schlicht))
    for script in scripts:
        if ("character", script.docx.casefold()) not in known:
            package.stile.append(zeichenstil(script))
    return names


def _bookmarks(anker: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Give each anchor a bookmark that nobody else has; Word does not tell capitals from small letters."""
    names: dict[str, str] = {}
    for one in anker:
        name = first = lesezeichen(one)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first[: 40 - len(str(number)) - 1]}_{number}"
        taken.add(name.casefold())
        names[one] = name
    return names
