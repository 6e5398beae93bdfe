"""Which documents there are and in which formats: one dict, each writer with the imports that only it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from konzept.cli import render_berichte as berichte
from konzept.cli import render_formate as formate
from konzept.cli import render_formate_stuecke as stuecke
from konzept.cli import render_formate_tabellen as werke
from konzept.cli.render_auftrag import Dokumentart, Format
from konzept.cli.render_schreiber import bueropapiere, papiere, seiten_und_papiere, tabellen

if TYPE_CHECKING:
    from collections.abc import Mapping


class Dokument(StrEnum):
    """The documents that can be made of a Fassung."""

    KONZEPT = "konzept"
    KURZFASSUNG = "kurzfassung"
    MASSNAHMENBLATT = "massnahmenblatt"
    ZUSTAENDIGKEITEN = "zustaendigkeiten"
    ZEITPLAN = "zeitplan"
    BESCHLUSSVORLAGE = "beschlussvorlage"
    SACHSTANDSBERICHT = "sachstandsbericht"
    SYNOPSE = "synopse"
    VERBLEIB = "verbleib"
    EVALUATION = "evaluation"
    SPRACHFASSUNG = "sprachfassung"


BESCHREIBUNGEN: Mapping[Dokument, str] = {
    Dokument.KONZEPT: "der ganze Plan",
    Dokument.KURZFASSUNG: "der Plan auf zwei Seiten",
    Dokument.MASSNAHMENBLATT: "eine Seite je Maßnahme",
    Dokument.ZUSTAENDIGKEITEN: "wer was tut, Stelle für Stelle",
    Dokument.ZEITPLAN: "wann was ansteht",
    Dokument.BESCHLUSSVORLAGE: "was Ausschuss und Kreistag beraten",
    Dokument.SACHSTANDSBERICHT: "wie es steht",
    Dokument.SYNOPSE: "alt und neu nebeneinander, mit Begründung",
    Dokument.VERBLEIB: "was nicht fortgeführt wird und warum",
    Dokument.EVALUATION: "was erreicht ist und was sich verschoben hat",
    Dokument.SPRACHFASSUNG: "die Texte in einer anderen Sprache oder in Leichter Sprache",
}
"""What each document holds, in a few words, for the help and the documentation."""

DOKUMENTE: Mapping[Dokument, Dokumentart[Any]] = {
    Dokument.KONZEPT: Dokumentart(
        berichte.konzept,
        {
            Format.HTML: formate.konzept_html,
            Format.MD: formate.konzept_md,
            Format.JSON: formate.konzept_json,
            **papiere(formate.konzept_papier),
            **tabellen(werke.konzept),
        },
    ),
    Dokument.KURZFASSUNG: Dokumentart(
        berichte.kurzfassung,
        {
            **seiten_und_papiere(stuecke.kurzfassung),
            Format.JSON: stuecke.kurzfassung_json,
            **bueropapiere(stuecke.kurzfassung_im_buero),
        },
    ),
    Dokument.MASSNAHMENBLATT: Dokumentart(
        berichte.massnahmenblaetter,
        {**seiten_und_papiere(stuecke.massnahmenblatt), Format.JSON: stuecke.massnahmenblatt_json},
    ),
    Dokument.ZUSTAENDIGKEITEN: Dokumentart(
        berichte.zustaendigkeiten,
        {
            **seiten_und_papiere(stuecke.zustaendigkeiten),
            Format.JSON: stuecke.zustaendigkeiten_json,
            **tabellen(werke.zustaendigkeiten),
        },
    ),
    Dokument.ZEITPLAN: Dokumentart(
        berichte.zeitplan,
        {
            **seiten_und_papiere(stuecke.zeitplan),
            Format.JSON: stuecke.zeitplan_json,
            **tabellen(werke.zeitplan),
        },
    ),
    Dokument.BESCHLUSSVORLAGE: Dokumentart(
        berichte.beschlussvorlage,
        {**seiten_und_papiere(stuecke.beschlussvorlage), Format.JSON: stuecke.beschlussvorlage_json},
    ),
    Dokument.SACHSTANDSBERICHT: Dokumentart(
        berichte.sachstandsbericht,
        {
            Format.HTML: formate.sachstandsbericht_html,
            Format.MD: formate.sachstandsbericht_md,
            Format.JSON: formate.sachstandsbericht_json,
            **papiere(formate.sachstandsbericht_papier),
            **tabellen(werke.sachstandsbericht),
        },
    ),
    Dokument.SYNOPSE: Dokumentart(
        berichte.synopse,
        {
            Format.HTML: formate.synopse_html,
            Format.MD: formate.synopse_md,
            Format.JSON: formate.synopse_json,
            **papiere(formate.synopse_papier),
        },
        berichte.offen_in_synopse,
    ),
    Dokument.VERBLEIB: Dokumentart(
        berichte.verbleib,
        {
            Format.HTML: formate.verbleib_html,
            Format.MD: formate.verbleib_md,
            Format.JSON: formate.verbleib_json,
            **papiere(formate.verbleib_papier),
            **tabellen(werke.verbleib),
        },
        berichte.offen_im_verbleib,
    ),
    Dokument.EVALUATION: Dokumentart(
        berichte.evaluation,
        {
            Format.HTML: formate.evaluation_html,
            Format.MD: formate.evaluation_md,
            Format.JSON: formate.evaluation_json,
            **papiere(formate.evaluation_papier),
            **tabellen(werke.evaluation),
        },
    ),
    Dokument.SPRACHFASSUNG: Dokumentart(
        berichte.sprachfassung,
        {
            **seiten_und_papiere(stuecke.sprachfassung),
            Format.HTML: formate.sprachfassung_html,
            Format.JSON: stuecke.sprachfassung_json,
        },
        hinweis=berichte.luecken_der_sprachfassung,
    ),
}

OPTIONEN: Mapping[str, frozenset[Dokument]] = {
    "--stichtag": frozenset(
        {
            Dokument.KONZEPT,
            Dokument.KURZFASSUNG,
            Dokument.MASSNAHMENBLATT,
            Dokument.ZUSTAENDIGKEITEN,
            Dokument.ZEITPLAN,
            Dokument.SACHSTANDSBERICHT,
            Dokument.EVALUATION,
        }
    ),
    "--massnahme": frozenset({Dokument.MASSNAHMENBLATT}),
    "--akteur": frozenset({Dokument.MASSNAHMENBLATT, Dokument.ZUSTAENDIGKEITEN}),
    "--je-akteur": frozenset({Dokument.ZUSTAENDIGKEITEN}),
    "--seit": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--nur-aenderungen": frozenset({Dokument.SACHSTANDSBERICHT}),
    "--gegen": frozenset({Dokument.SYNOPSE}),
    "--sprache": frozenset({Dokument.SPRACHFASSUNG}),
}
"""The options that only some documents have a use for."""
