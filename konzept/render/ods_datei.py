"""A spreadsheet of OpenDocument from a workbook: styles, pages, sheets, what stays when one scrolls, its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from konzept.render.ods_blatt import schreibe_bereiche, schreibe_blatt
from konzept.render.ods_paket import OdsPaket
from konzept.render.ods_stile import seitenformat, seitenvorlage, tabellenstile, vorgabe, zellstile
from konzept.render.ods_vokabular import ODS
from konzept.render.papiergestaltung import HAUSFARBEN
from konzept.render.schriftstueck_gestalt import sprache_und_land
from konzept.render.schriftstueck_text import lesbar
from konzept.render.tabellenwerk import Spaltenart

if TYPE_CHECKING:
    from konzept.render.papiergestaltung import Papiergestaltung
    from konzept.render.schriftstueck_baum import Knoten
    from konzept.render.tabellenwerk import Blatt, Tabellenwerk


def ods_datei(werk: Tabellenwerk, haus: Papiergestaltung = HAUSFARBEN) -> bytes:
    """Write a workbook as spreadsheet; every sheet has its head, its filter and its print set-up."""
    package = OdsPaket()
    columns = [spalte for blatt in werk.blaetter for spalte in blatt.spalten]
    stellen = frozenset(spalte.nachkomma for spalte in columns if spalte.art is Spaltenart.ZAHL)
    head = _one_line(werk.kopfzeile or werk.titel)
    package.ergaenze("office:styles", [vorgabe(werk.sprache)])
    foot = _one_line(werk.metadaten.stand)
    seiten = frozenset(blatt.seiten for blatt in werk.blaetter)
    package.ergaenze("office:automatic-styles", map(seitenformat, sorted(seiten)))
    package.ergaenze("office:master-styles", [seitenvorlage(number, head, foot) for number in sorted(seiten)])
    styles = [
        *zellstile(stellen, werk.sprache, haus.akzent_stark),
        *tabellenstile(frozenset(spalte.breite for spalte in columns), seiten),
    ]
    package.ergaenze("office:automatic-styles", styles, "content.xml")
    body = ODS.wurzel("office:spreadsheet")
    for blatt in werk.blaetter:
        schreibe_blatt(body, blatt)
    schreibe_bereiche(body, werk.blaetter)
    package.ergaenze("office:spreadsheet", list(body), "content.xml")
    package.ergaenze("office:settings", [_ansicht(werk.blaetter)], "settings.xml")
    language, country = sprache_und_land(werk.sprache)
    package.eigenschaften(werk, language if country == "none" else f"{language}-{country}")
    return package.gepackt()


def _one_line(text: str) -> str:
    return " ".join(lesbar(text).split())


def _ansicht(blaetter: tuple[Blatt, ...]) -> Knoten:
    """Return the settings of the window: the first sheet is open, the titles stay, in LibreOffice's own words."""
    views = ODS.wurzel("config:config-item-set", {"config:name": "ooo:view-settings"})
    indexed = ODS.kind(views, "config:config-item-map-indexed", {"config:name": "Views"})
    view = ODS.kind(indexed, "config:config-item-map-entry")
    _item(view, "ViewId", "string", "view1")
    tables = ODS.kind(view, "config:config-item-map-named", {"config:name": "Tables"})
    for blatt in blaetter:
        entry = ODS.kind(tables, "config:config-item-map-entry", {"config:name": blatt.name})
        frozen = 2
        _item(entry, "VerticalSplitMode", "short", frozen)
        _item(entry, "VerticalSplitPosition", "int", 1)
        _item(entry, "HorizontalSplitMode", "short", frozen if blatt.fest else 0)
        _item(entry, "HorizontalSplitPosition", "int", blatt.fest)
        _item(entry, "ActiveSplitRange", "short", 3 if blatt.fest else 2)
        _item(entry, "PositionBottom", "int", 1)
        _item(entry, "PositionRight", "int", blatt.fest)
    _item(view, "ActiveTable", "string", blaetter[0].name)
    return views


def _item(eltern: Knoten, name: str, kind: str, value: str | int) -> None:
    attributes = {"config:name": name, "config:type": kind}
    ODS.kind(eltern, "config:config-item", attributes, str(value))
