"""A real yaml-language-server shows the German texts, offers words and pieces, and what it puts in is sound."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from konzept.render.schema import MODELS, schema_json
from konzept.render.schema_bausteine import EINTRAEGE

if TYPE_CHECKING:
    from .conftest import LanguageServer

ROOT = Path(__file__).parent.parent.parent
SHIPPED = sorted([*ROOT.glob("data/**/*.yaml"), *ROOT.glob("beispiele/*/data/**/*.yaml")])
HEAD = 'id: feld\nnummer: "1"\ntitel: Sprache\n'
MASSNAHME = f"{HEAD}massnahmen:\n  - id: kurse\n    text: Kurse anbieten\n"
MELDUNG = (
    "eintraege:\n  - am: 2021-06-30\n    erfasst: 2021-07-02\n    massnahme: kurse\n    stand: laufend\n"
)
NUMBERS = count()

pytestmark = pytest.mark.editor


class Typed:
    """A text as it stands while somebody types, with the cursor where ``|`` is."""

    def __init__(self, server: LanguageServer, folder: Path, kind: str, text: str) -> None:
        text = f"# yaml-language-server: $schema={folder}/{kind}.json\n{text}"
        (folder / f"{kind}.json").write_text(schema_json(kind), encoding="utf-8")
        before, after = text.split("|")
        self.server = server
        self.path = folder / f"{next(NUMBERS)}.yaml"
        self.text = before + after
        self.line, self.column = before.count("\n"), len(before) - before.rfind("\n") - 1
        server.open(self.path, self.text)

    def hover(self) -> str:
        return self.server.hover(self.path, self.line, self.column)

    def offers(self) -> dict[str, dict[str, Any]]:
        items = self.server.complete(self.path, self.line, self.column)
        labels = [item["label"] for item in items]
        assert len(set(labels)) == len(labels), "an offer stands there twice"
        return dict(zip(labels, items, strict=True))

    def with_offer(self, label: str) -> str:
        """Return the text with an offer put in as an editor does: later lines indented as the first, places filled."""
        edit = self.offers()[label]["textEdit"]
        lines = self.text.split("\n")
        start, end = edit["range"]["start"], edit["range"]["end"]
        line = lines[start["line"]]
        indent = " " * (len(line) - len(line.lstrip(" ")))
        new = re.sub(
            r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}|\$\d+", lambda m: m[1] or m[2] or "", edit["newText"]
        )
        new = new.replace("\n", f"\n{indent}")
        lines[start["line"]] = line[: start["character"]] + new + line[end["character"] :]
        return "\n".join(lines)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_of_the_shipped_files_is_marked(path: Path, server: LanguageServer) -> None:
    assert server.open(path) == []


def test_the_schemas_are_found_and_nothing_is_fetched_from_elsewhere(server: LanguageServer) -> None:
    """Schemas that could not be loaded would mark nothing either."""
    text = SHIPPED[0].read_text(encoding="utf-8") + "\nunbekannt: 1\n"
    marks = server.open(SHIPPED[0].with_name("probe.yaml"), text)
    assert [mark["message"].partition(" (")[0] for mark in marks] == ["Dieses Feld gibt es hier"]
    assert set(server.asked_for) <= {"workspace/configuration", "client/registerCapability"}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("data/konzept.yaml", "Einstellungen des Plans"),
        ("data/fassungen/2099.yaml", "Fassung"),
        ("data/handlungsfelder/2099/9-neu.yaml", "Handlungsfeld"),
        ("beispiele/neu/data/sachstand/2099.yaml", "Sachstand"),
        ("data/indikatoren/2099.yaml", "Werte der Indikatoren"),
    ],
)
def test_a_new_file_gets_its_schema_by_its_place(place: str, kind: str, server: LanguageServer) -> None:
    marks = server.open(ROOT / place, "unbekannt: 1\n")
    assert any(mark["message"].startswith(f"Dieses Feld gibt es hier ({kind}) nicht.") for mark in marks)


@pytest.mark.parametrize(
    ("kind", "text", "title", "words"),
    [
        ("handlungsfeld", f"{HEAD}mass|nahmen: []\n", "Maßnahmen", "unmittelbar unter dem Handlungsfeld"),
        ("handlungsfeld", 'id: feld\nnum|mer: "1"\n', "Nummer", "**Pflichtfeld**"),
        ("handlungsfeld", f"{MASSNAHME}    ter|min: fortlaufend\n", "Termin", "sie geht der des Ziels vor"),
        ("handlungsfeld", f"{MASSNAHME}    ter|min:\n", "Termin", "sie geht der des Ziels vor"),
        ("handlungsfeld", f"{MASSNAHME}    ter|min: {{text: a}}\n", "Termin", "sie geht der des Ziels vor"),
        ("handlungsfeld", f"{MASSNAHME}    hinweise: [erst|ens]\n", "Hinweise", ""),
        (
            "handlungsfeld",
            f"{MASSNAHME}    zustaendigkeiten: [job|center]\n",
            "Zuständigkeit",
            "federführend",
        ),
        (
            "handlungsfeld",
            f"{MASSNAHME}    zustaendigkeiten: [{{akteur: a, rol|le: foerdernd}}]\n",
            "Rolle",
            "* `foerdernd`: gibt Geld oder eine Richtlinie",
        ),
        (
            "handlungsfeld",
            f"{MASSNAHME}    besch|luss: {{gremium: K}}\n",
            "Beschluss",
            "eigener Beschluss über diese",
        ),
        ("sachstand", MELDUNG.replace("laufend", "lau|fend"), "Stand", "* `laufend`: wird fortlaufend getan"),
        ("akteure", "akteure: [{id: a, name: b, ar|t: gruppe}]\n", "Art", "* `gruppe`: Gruppe ohne Namen"),
        (
            "fassung",
            'verbleib: {"2018": {eintraege: [{id: a, verb|leib: ersetzt}]}}\n',
            "Verbleib",
            "* `ersetzt`: durch",
        ),
        (
            "konzept",
            "bezeichnungen: {leit|ziel: {einzahl: a, mehrzahl: b}}\n",
            "leitziel",
            "statt »Leitziel«",
        ),
        ("indikatoren", "werte: [{indikator: a, am: 2024, we|rt: 5}]\n", "Wert", "ohne Tausenderpunkt"),
    ],
)
def test_over_a_field_stands_its_german_text(
    kind: str, text: str, title: str, words: str, server: LanguageServer, tmp_path: Path
) -> None:
    shown = Typed(server, tmp_path, kind, text).hover()
    assert shown.startswith(f"#### {title}\n")
    assert words in shown


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_of_a_file_is_offered_with_its_text(
    kind: str, server: LanguageServer, tmp_path: Path
) -> None:
    offers = Typed(server, tmp_path, kind, "|\n").offers()
    for name in MODELS[kind].model_fields:
        shown = offers[name]["documentation"]
        assert len(shown["value"] if isinstance(shown, dict) else shown) > 10, name
        assert offers[name]["insertText"].startswith(f"{name}:"), name


@pytest.mark.parametrize(
    ("kind", "text", "word", "explained"),
    [
        (
            "handlungsfeld",
            f"{MASSNAHME}    zustaendigkeiten: [{{akteur: a, rolle: |}}]\n",
            "mitwirkend",
            "arbeitet mit",
        ),
        ("handlungsfeld", f"{MASSNAHME}    textart: |\n", "wortlaut", "der beschlossene Wortlaut"),
        ("handlungsfeld", f"{MASSNAHME}    querbezuege:\n      - art: |\n", "siehe", "siehe auch"),
        ("sachstand", MELDUNG.replace("laufend", "|"), "umgesetzt", "fertig"),
        ("akteure", "akteure:\n  - art: |\n", "verwaltung", "Teil der eigenen Verwaltung"),
        (
            "fassung",
            'verbleib:\n  "2018":\n    eintraege:\n      - verbleib: |\n',
            "einmalig",
            "war einmalig",
        ),
        ("konzept", "berichtsrhythmus: |\n", "jaehrlich", "einmal im Jahr"),
        ("konzept", "regeln:\n  termin-unlesbar: |\n", "aus", "den Befund nicht zeigen"),
    ],
)
def test_the_words_of_a_choice_are_offered_and_explained(
    kind: str, text: str, word: str, explained: str, server: LanguageServer, tmp_path: Path
) -> None:
    offers = Typed(server, tmp_path, kind, text).offers()
    assert explained in str(offers[word]["documentation"])
    assert "null" not in offers


PLACES = {
    "Neuer Akteur": ("akteure", "akteure:", "  "),
    "Neue Ausnahme": ("konzept", "ausnahmen:", "  "),
    "Neues Handlungsziel": ("handlungsfeld", f"{HEAD}handlungsziele:", "  "),
    "Neuer Indikator": ("handlungsfeld", f"{MASSNAHME}    indikatoren:", "      "),
    "Neue Maßnahme": ("handlungsfeld", f"{HEAD}massnahmen:", "  "),
    "Neue Meldung": ("sachstand", "eintraege:", "  "),
    "Neuer Wert": ("indikatoren", "werte:", "  "),
    "Neuer Querbezug": ("handlungsfeld", f"{MASSNAHME}    querbezuege:", "      "),
    "Neuer Verbleib": (
        "fassung",
        'titel: T\nart: A\nstand: 2020\nverbleib:\n  "2018":\n    eintraege:',
        "      ",
    ),
    "Verbleib mit Zielen": (
        "fassung",
        'titel: T\nart: A\nstand: 2020\nverbleib:\n  "2018":\n    eintraege:',
        "      ",
    ),
    "Zuständigkeit mit Rolle": ("handlungsfeld", f"{MASSNAHME}    zustaendigkeiten:", "      "),
}
"""Where each piece belongs: the kind of file, the text up to the key of the list, the indent of its entries."""


def test_every_piece_has_its_place() -> None:
    assert {piece.name for pieces in EINTRAEGE.values() for piece in pieces} == set(PLACES)


@pytest.mark.parametrize("label", PLACES)
@pytest.mark.parametrize("beginning", [" |", "\n{indent}|", "\n{indent}- |"], ids=["key", "line", "dash"])
def test_a_piece_put_in_is_sound(label: str, beginning: str, server: LanguageServer, tmp_path: Path) -> None:
    """Behind the key, in the line below, behind the dash: the text that results has nothing marked."""
    kind, text, indent = PLACES[label]
    typed = Typed(server, tmp_path, kind, f"{text}{beginning.format(indent=indent)}\n")
    result = typed.with_offer(label)
    assert len(result.splitlines()) > len(typed.text.splitlines())
    assert server.open(tmp_path / "filled.yaml", result) == [], result


@pytest.mark.parametrize("label", PLACES)
def test_a_second_piece_below_the_first_is_sound(label: str, server: LanguageServer, tmp_path: Path) -> None:
    kind, text, indent = PLACES[label]
    first = Typed(server, tmp_path, kind, f"{text}\n{indent}- |\n").with_offer(label).split("\n", 1)[1]
    second = Typed(server, tmp_path, kind, f"{first.rstrip()}\n{indent}- |\n").with_offer(label)
    assert server.open(tmp_path / "filled.yaml", second) == [], second


@pytest.mark.parametrize("label", ["Termin mit Teilen", "Termin mit Turnus"])
@pytest.mark.parametrize("beginning", [" |", "\n      |"], ids=["key", "line"])
def test_a_termin_put_in_is_sound(label: str, beginning: str, server: LanguageServer, tmp_path: Path) -> None:
    result = Typed(server, tmp_path, "handlungsfeld", f"{MASSNAHME}    termin:{beginning}\n").with_offer(
        label
    )
    assert server.open(tmp_path / "filled.yaml", result) == [], result
