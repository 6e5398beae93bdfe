"""What ``validate --fix`` repairs and what it leaves: faults with their exact result, alone and in a whole plan."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept.domain.verlesungen import berichtigt
from konzept.edit.fault import EditError
from konzept.edit.reparatur import Reparatur, reparieren
from konzept.edit.reparatur_beweis import beweise_datei, beweise_plan
from konzept.edit.reparatur_einzug import einzug
from konzept.edit.reparatur_lesung import lesen
from konzept.edit.reparatur_ocr import lesefehler
from konzept.edit.reparatur_schnitt import Art, Schnitt, gespleisst
from konzept.edit.reparatur_zeichen import zeichen
from konzept.load import load_plan
from konzept.load.plan_files import FilesOnDisk
from konzept.load.yaml_tree import PARSERS

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
FIELD = "data/handlungsfelder/2020/1-soziales.yaml"
SHIPPED = Path(__file__).parent.parent.parent

BOTH_PARSERS = pytest.mark.parametrize("parser", PARSERS)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def repair(root: Path, *, ocr: bool = False, write: bool = True) -> Reparatur:
    return reparieren(root, lambda _: True, ocr=ocr, write=write)


SIGNS = {
    "nothing wrong": ("a: ü\n", "a: ü\n"),
    "CRLF": ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    "CR": ("a: 1\rb: 2\r", "a: 1\nb: 2\n"),
    "mixed line ends": ("a: 1\r\nb: 2\nc: 3\rd: 4", "a: 1\nb: 2\nc: 3\nd: 4\n"),
    "two ends in a row are two": ("a: 1\r\r\nb: 2\n", "a: 1\n\nb: 2\n"),
    "blanks behind key, value, comment, dash": (
        "a:  \n  -  \n  - x   \n# k \t \nb: 1 # k \n",
        "a:\n  -\n  - x\n# k\nb: 1 # k\n",
    ),
    "blanks on an empty line": ("a: 1\n   \nb: 2\n", "a: 1\n\nb: 2\n"),
    "a text over several lines": ('a: "x  \n   \n  y"\nb: u  \n  v\n', 'a: "x\n\n  y"\nb: u\n  v\n'),
    "a protected blank": ('a: "x\\ \n  y"\n', 'a: "x\\ \n  y"\n'),
    "a protected line end": ('a: "x\\\r\n  y"\r\n', 'a: "x\\\n  y"\n'),
    "a block keeps its blanks": ("a: |  \n  x  \n\n  y\n", "a: |\n  x  \n\n  y\n"),
    "a folded block too": ("a: >-\n  x  \n  y \n", "a: >-\n  x  \n  y \n"),
    "a line of margin in a block": ("a: |\n  x\n \n  \n  y\n", "a: |\n  x\n\n\n  y\n"),
    "a line of more than margin": ("a: |\n  x\n   \n  y\n", "a: |\n  x\n   \n  y\n"),
    "a tab in a block": ("a: |\n  x\n  \t\n  y\n", "a: |\n  x\n  \t\n  y\n"),
    "a block that tells its margin": ("a: |1\n   \n  x\n", "a: |1\n   \n  x\n"),
    "a block behind an anchor": ("a: &n |\n  x\n  \nb: 1 \n", "a: &n |\n  x\n  \nb: 1\n"),
    "blanks behind a block": ("a: |\n  x\n# k \nb: 1 \n", "a: |\n  x\n# k\nb: 1\n"),
    "no last line end": ("a: 1\n# k", "a: 1\n# k\n"),
    "blanks at the very end": ("a: 1\n  ", "a: 1\n"),
    "no last line end, a block": ("a: |\n  x", "a: |\n  x"),
    "no last line end, a block without it": ("a: |-\n  x", "a: |-\n  x\n"),
    "an empty file": ("", ""),
    "NFD in value, key and comment": (nfd("ä: für # Öl\n"), "ä: für # Öl\n"),
    "NFD in a block": (nfd("a: |\n  für  \n"), "a: |\n  für  \n"),
    "CRLF and NFD": (nfd("a: Förderung\r\nb: Träger\r\n"), "a: Förderung\nb: Träger\n"),
    "accents in another order": ("a: o\u0301\u0323\n", "a: \u1ecd\u0301\n"),
    "an escape stays an escape": ('a: "u\\u0308 \\xe4"\n', 'a: "u\\u0308 \\xe4"\n'),
    "an accent behind an escape": ('a: "\\x4e\u0301 e\u0301"\n', 'a: "\\x4e\u0301 \u00e9"\n'),
    "an accent behind a line end": ('a: "x\\n\u0301"\n', 'a: "x\\n\u0301"\n'),
    "what NFC would make a sign of YAML": ("a: \u1fef e\u0301\n", "a: \u1fef \u00e9\n"),
    "no ss and no ß": ("a: dass daß Strasse Straße\n", "a: dass daß Strasse Straße\n"),
    "no odd blank in a text": ("a: z.\u00a0B.\u202fso\n", "a: z.\u00a0B.\u202fso\n"),
}


@BOTH_PARSERS
@pytest.mark.parametrize(("text", "expected"), SIGNS.values(), ids=SIGNS)
def test_signs_are_put_right_where_no_data_change(text: str, expected: str, parser: Any) -> None:
    lesung = lesen(text, "x.yaml", parser)
    assert lesung.lesbar
    repaired = gespleisst(text, zeichen(lesung))
    assert repaired == expected
    beweise_datei(lesung, lesen(repaired, "x.yaml", parser), "x.yaml")


ODD = "\u00a0"
INDENTATION = {
    "a list": (
        f"a:\n  - id: x\n{ODD}{ODD}{ODD} b: y\n",
        "a:\n  - id: x\n    b: y\n",
    ),
    "behind a dash": (f"a:\n  -{ODD}id: x\n    b: y\n", "a:\n  - id: x\n    b: y\n"),
    "every odd kind": ("a:\n\u2003\u202f- id: x\n\u3000\u2007  b: y\n", "a:\n  - id: x\n    b: y\n"),
    "with CR": (f"a:\r  - id: x\r{ODD}   b: y\r", "a:\r  - id: x\r    b: y\r"),
    "a key below a key": (f"a:\n{ODD}{ODD}b: y\n", "a:\n  b: y\n"),
    "a list below a key": (f"a:\n{ODD}{ODD}- b: y\n", "a:\n  - b: y\n"),
    "the margin of a block, not its text": (
        f"a:\n  - b: |\n      x\n{ODD}     {ODD}y\n    c: z\n",
        f"a:\n  - b: |\n      x\n      {ODD}y\n    c: z\n",
    ),
}
NO_INDENTATION = {
    "readable": f"a:\n  b: x{ODD}\n",
    "a key that is read rightly": f"a:\n  b: x\n  {ODD}c: y\n",
    "not readable afterwards either": f"a:\n  - id: x\n{ODD}   b: [y\n",
    "a tab": "a:\n  - id: x\n\tb: y\n",
    "no odd blank": "a: [x\n",
    "a text would change": f"a: x\n\n{ODD}b: y\n  z\n {ODD}w\n",
}


@pytest.mark.parametrize(("text", "expected"), INDENTATION.values(), ids=INDENTATION)
def test_an_odd_indentation_is_made_plain_where_the_file_becomes_readable(text: str, expected: str) -> None:
    assert gespleisst(text, einzug(lesen(text, "x.yaml"), "x.yaml")) == expected


@pytest.mark.parametrize("text", NO_INDENTATION.values(), ids=NO_INDENTATION)
def test_an_odd_indentation_is_left_where_it_is_none_or_would_not_help(text: str) -> None:
    assert einzug(lesen(text, "x.yaml"), "x.yaml") == ()


MISREAD = {
    "in every style": (
        "a: IIm-Kreis\nb: 'IImenau'\nc: \"im IIm-Kreis\"\nd: |\n  Die AkteurlInnen\n",
        "a: Ilm-Kreis\nb: 'Ilmenau'\nc: \"im Ilm-Kreis\"\nd: |\n  Die AkteurInnen\n",
    ),
    "several in a line": ("a: [IIm, SchülerlInnen]\n", "a: [Ilm, SchülerInnen]\n"),
    "ligatures": ("a: tre\ufb00en, \ufb01nden\n", "a: treffen, finden\n"),
    "words that are right": ("a: EnkelInnen und Illusion\n", "a: EnkelInnen und Illusion\n"),
    "keys and comments": ("IIm-Kreis: 1 # IIm-Kreis\n", "IIm-Kreis: 1 # IIm-Kreis\n"),
    "ids": ("a: lnfo-stelle\n", "a: lnfo-stelle\n"),
    "addresses": (
        "a: https://example.de/IIm-Kreis und IIm@example.de im IIm-Kreis\n",
        "a: https://example.de/IIm-Kreis und IIm@example.de im Ilm-Kreis\n",
    ),
    "code is spelt as it likes": ("a: Im `IIm` und IIm\n", "a: Im `IIm` und Ilm\n"),
    "code over two lines, and in a folded text": (
        "a: >\n  `IIm\n  Kreis` im\n  IIm-Kreis\n",
        "a: >\n  `IIm\n  Kreis` im\n  Ilm-Kreis\n",
    ),
    "a backtick that is an apostrophe": ("a: geht`s im IIm, gibt`s\n", "a: geht`s im Ilm, gibt`s\n"),
    "a backtick that is written as a code": ('a: "\\x60 IIm \\x60 IIm"\n', 'a: "\\x60 IIm \\x60 Ilm"\n'),
    "behind an escape that parts words": ('a: "x\\nIIm-Kreis"\n', 'a: "x\\nIlm-Kreis"\n'),
    "beside an escape that may be a letter": ('a: "\\x49IIm-Kreis"\n', 'a: "\\x49IIm-Kreis"\n'),
    "a word that goes on in the next line": ('a: "x\\\n  IIm-Kreis y"\n', 'a: "x\\\n  IIm-Kreis y"\n'),
    "an accent behind": ("a: \ufb01\u0301x\n", "a: \ufb01\u0301x\n"),
    "ss and ß": ("a: dass daß Strasse\n", "a: dass daß Strasse\n"),
}


@BOTH_PARSERS
@pytest.mark.parametrize(("text", "expected"), MISREAD.values(), ids=MISREAD)
def test_known_misreadings_are_put_right_in_values_only(text: str, expected: str, parser: Any) -> None:
    lesung = lesen(text, "x.yaml", parser)
    repaired = gespleisst(text, lesefehler(lesung))
    assert repaired == expected
    beweise_datei(lesung, lesen(repaired, "x.yaml", parser), "x.yaml", ocr=True)


def test_a_file_with_everything_wrong_is_as_it_should_be_and_counted(root: Path) -> None:
    (root / FIELD).write_bytes(
        (
            f"\ufeff\ufeff# {nfd('Öl')} IIm  \r\nid: soziales\nnummer: '7'\r\ntitel: {nfd('Für')} den IIm-Kreis \n"
            "einleitung: |\n  Text  \n\nmassnahmen:\n  - id: beratung\n"
            f"{ODD}   text: Beratung anbieten\n    termin: fortlaufend\n    zustaendigkeiten: [jobcenter]"
        ).encode()
    )
    done = repair(root, ocr=True)
    assert (root / FIELD).read_bytes().decode() == (
        "# Öl IIm\nid: soziales\nnummer: '7'\ntitel: Für den Ilm-Kreis\n"
        "einleitung: |\n  Text  \n\nmassnahmen:\n  - id: beratung\n"
        "    text: Beratung anbieten\n    termin: fortlaufend\n    zustaendigkeiten: [jobcenter]\n"
    )
    assert [(one.name, dict(one.anzahlen)) for one in done.dateien] == [
        (
            FIELD,
            {
                Art.BOM: 1,
                Art.ZEILENENDE: 2,
                Art.EINZUG: 1,
                Art.LEERZEICHEN: 2,
                Art.NFC: 2,
                Art.SCHLUSS: 1,
                Art.OCR: 1,
            },
        )
    ]
    assert load_plan(root).findings == []
    assert repair(root, ocr=True) == Reparatur((), ())


def test_misreadings_stay_without_being_asked_for(root: Path) -> None:
    path = root / FIELD
    path.write_text(path.read_text(encoding="utf-8").replace("Soziales", "IIm-Kreis"), encoding="utf-8")
    assert repair(root) == Reparatur((), ())
    assert [one.name for one in repair(root, ocr=True).dateien] == [FIELD]


CANNOT_BE_TOUCHED = {
    "cp1252": ("titel: Für\r\n".encode("cp1252"), "zeichensatz", 1),
    "UTF-16": ("titel: Für\r\n".encode("utf-16"), "zeichensatz", 1),
    "a control character": (b"id: x \r\ntitel: a\x00b\r\n", "steuerzeichen", 2),
    "no YAML": (b"id: x \r\ntitel: [a\r\n", "yaml-fehler", 2),
    "a second document": (b"id: x \r\n---\r\nid: y\r\n", "yaml-mehrere-dokumente", 2),
    "too deep": (b"id: " + b"[" * 30 + b"]" * 30 + b"\r\n", "datei-zu-tief", 1),
}


@pytest.mark.parametrize(("raw", "code", "line"), CANNOT_BE_TOUCHED.values(), ids=CANNOT_BE_TOUCHED)
def test_what_cannot_be_read_is_left_alone_and_named_and_the_rest_repaired(
    raw: bytes, code: str, line: int, root: Path
) -> None:
    broken = root / "data/handlungsfelder/2020/2-neu.yaml"
    broken.write_bytes(raw)
    field = (root / FIELD).read_bytes()
    (root / FIELD).write_bytes(field.replace(b"\n", b"\r\n"))
    done = repair(root)
    assert broken.read_bytes() == raw
    assert (root / FIELD).read_bytes() == field
    assert [(one.code, one.ort.zeile) for one in done.ausgelassen] == [(code, line)]
    assert [one.name for one in done.dateien] == [FIELD]


def test_a_file_that_cannot_be_opened_is_named(root: Path) -> None:
    (root / "data/handlungsfelder/2020/2-neu.yaml").mkdir()
    assert [one.code for one in repair(root).ausgelassen] == ["datei-unlesbar"]


def test_a_doubtful_indentation_is_kept_where_the_loader_likes_it_as_well_and_the_rest_is_repaired(
    root: Path,
) -> None:
    field = (root / FIELD).read_text(encoding="utf-8")
    # read as a working group without anything beside a field »x«; a group that holds a field is as wrong
    wrong = f"{field}arbeitskreis:\n{ODD}{ODD}x: y"
    (root / FIELD).write_text(f"{wrong}  \n", encoding="utf-8")
    before = [befund.code for befund in load_plan(root).findings]
    done = repair(root)
    assert dict(done.dateien[0].anzahlen) == {Art.LEERZEICHEN: 1}
    assert (root / FIELD).read_text(encoding="utf-8") == f"{wrong}\n"
    assert [befund.code for befund in load_plan(root).findings] == before


def test_a_readable_but_wrong_indentation_is_mended_where_it_takes_a_fehler_away(root: Path) -> None:
    field = (root / FIELD).read_text(encoding="utf-8")
    wrong = f"{field}texte:\n{ODD}{ODD}en: Social affairs\n"
    (root / FIELD).write_text(wrong, encoding="utf-8")
    # read as a field »en« of the Handlungsfeld, which there is not
    assert [befund.code for befund in load_plan(root).findings] == ["feld-unbekannt"]
    assert dict(repair(root).dateien[0].anzahlen) == {Art.EINZUG: 2}
    loaded = load_plan(root)
    assert loaded.findings == []
    assert loaded.plan.fassungen[0].handlungsfelder[0].texte == {"en": "Social affairs"}


def test_only_what_is_chosen_is_repaired(root: Path) -> None:
    for path in root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = reparieren(root, lambda name: name.startswith("data/handlungsfelder/"), ocr=False, write=True)
    assert [one.name for one in done.dateien] == [FIELD]
    crlf = sorted(p.name for p in root.rglob("*.yaml") if b"\r" in p.read_bytes())
    assert crlf == ["2020.yaml", "akteure.yaml", "konzept.yaml"]


def test_without_writing_nothing_is_written(root: Path) -> None:
    (root / FIELD).write_bytes((root / FIELD).read_bytes().replace(b"\n", b"\r\n"))
    before = {path: path.stat().st_mtime_ns for path in sorted(root.rglob("*"))}
    assert repair(root, write=False).dateien
    assert {path: path.stat().st_mtime_ns for path in sorted(root.rglob("*"))} == before


def test_the_shipped_plan_has_nothing_to_repair() -> None:
    assert repair(SHIPPED, ocr=True, write=False) == Reparatur((), ())


def test_cuts_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at 1"):
        gespleisst("abc", [Schnitt(0, 2, "", Art.NFC), Schnitt(1, 3, "", Art.NFC)])


CHANGED = {
    "a value": ("a: b\n", "a: c\n"),
    "a key": ("a: b\n", "c: b\n"),
    "one more": ("a: b\n", "a: b\nc: d\n"),
    "a style": ("a: b\n", "a: 'b'\n"),
    "no longer readable": ("a: b\n", "a: [b\n"),
    "a misreading where none is meant": ("a: IIm\n", "a: Ilm\n"),
}


@pytest.mark.parametrize(("old", "new"), CHANGED.values(), ids=CHANGED)
def test_the_proof_refuses_any_other_change_of_a_file(old: str, new: str) -> None:
    with pytest.raises(EditError, match=r"würde ändern, was in x\.yaml steht; es wurde nichts geschrieben"):
        beweise_datei(lesen(old, "x.yaml"), lesen(new, "x.yaml"), "x.yaml")


def test_the_proof_with_misreadings_refuses_other_words() -> None:
    with pytest.raises(EditError, match="würde ändern"):
        beweise_datei(lesen("a: IIm\n", "x"), lesen("a: Elm\n", "x"), "x", ocr=True)


@pytest.mark.parametrize("ocr", [False, True])
def test_the_proof_refuses_another_plan(root: Path, *, ocr: bool) -> None:
    old = (root / FIELD).read_bytes()
    worse = {FIELD: old.replace(b"nummer", b"numer")}
    with pytest.raises(EditError, match="einen Fehler mehr"):
        beweise_plan(FilesOnDisk(root), {}, worse, ocr=ocr)
    other = {FIELD: old.replace(b"Beratung", b"Hilfe")}
    if ocr:
        beweise_plan(FilesOnDisk(root), {}, other, ocr=True)
    else:
        with pytest.raises(EditError, match="den Plan ändern"):
            beweise_plan(FilesOnDisk(root), {}, other, ocr=False)


def test_a_repair_that_grows_a_file_beyond_the_limit_is_refused(root: Path) -> None:
    # U+0958 is two characters in NFC: 6 bytes in the place of 3
    line = "# " + "\u0958" * 1000 + "\n"
    field = (root / FIELD).read_text(encoding="utf-8")
    (root / FIELD).write_text(field + line * 500, encoding="utf-8")
    with pytest.raises(EditError, match="einen Fehler mehr"):
        repair(root)
    assert (root / FIELD).read_text(encoding="utf-8") == field + line * 500


def test_a_repair_that_would_change_data_is_never_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the repair itself, planted here, is caught by the proof."""
    path = root / FIELD
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    def greedy(lesung: Any) -> list[Schnitt]:
        return [*zeichen(lesung), Schnitt(4, 5, "S", Art.NFC)]

    monkeypatch.setattr("konzept.edit.reparatur.zeichen", greedy)
    with pytest.raises(EditError, match="würde ändern"):
        repair(root)
    assert path.read_bytes() == before


PIECES = st.sampled_from(
    [
        *("a", "e", "b: ", "\n", "\n  ", "\n    ", "\r\n", "\r", "|", "|-", "|+", ">", "- ", '"', "'", "\\"),
        *("\\x4e", "\\u0308", "\t", "  ", " ", "# ", "u\u0308", "\u0301", "\u1fef", "[", "]", ", ", "&x "),
        *("IIm-Kreis", "lnfo", "AkteurlInnen", "\ufb01", "\u00a0", "?", "---", "k: |\n  t  \n   \n\n"),
        *('q: "x  \n  y\\ \n z"\n', "\\\n", "\\n"),
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join), st.sampled_from(PARSERS))
def test_whatever_is_readable_is_repaired_once_and_means_the_same(text: str, parser: Any) -> None:
    lesung = lesen(text, "x", parser)
    if not lesung.lesbar:
        return
    once = lesen(gespleisst(text, zeichen(lesung)), "x", parser)
    beweise_datei(lesung, once, "x")
    assert not list(zeichen(once))
    twice = lesen(gespleisst(once.text, lesefehler(once)), "x", parser)
    beweise_datei(once, twice, "x", ocr=True)
    assert not [*zeichen(twice), *lesefehler(twice)]
    for cut in lesefehler(once):
        assert cut.neu == berichtigt(once.text[cut.start : cut.stop])


WORDS = st.sampled_from(["Träger", "Förderung", "im Ilm-Kreis", "für Mädchen", "z.\u00a0B. Café", "Öl"])


@st.composite
def planted(draw: st.DrawFn) -> tuple[str, str]:
    """Give a sound file, and the same with faults planted that a repair has to take out again without a trace."""
    clean: list[str] = []
    faulty: list[str] = []

    def add(line: str, *, content: bool = False) -> None:
        blanks = "" if content else draw(st.sampled_from(["", "", " ", "\t", "   "]))
        end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
        clean.append(line + "\n")
        faulty.append((nfd(line) if draw(st.booleans()) else line) + blanks + end)

    add("# yaml-language-server: $schema=../../../schema/handlungsfeld.json")
    add("id: soziales")
    add('nummer: "7"')
    add(f"titel: {draw(WORDS)} \\u00fc")
    if draw(st.booleans()):
        add("einleitung: |")
        for _ in range(draw(st.integers(1, 3))):
            add(f"  {draw(WORDS)}{draw(st.sampled_from(['', '  ']))}", content=True)
            add(draw(st.sampled_from(["", " ", "  "])), content=True)
            clean[-1] = "\n"  # the margin belongs to no line
    add("massnahmen:")
    for number in range(draw(st.integers(1, 3))):
        add(f"  - id: beratung-{number}  # {draw(WORDS)}")
        add(f'    text: "{draw(WORDS)} \\u0308 {draw(WORDS)}')
        add(f'      und {draw(WORDS)}"')
        add("    termin: fortlaufend")
        add("    zustaendigkeiten: [jobcenter]")
    text = "".join(faulty)
    if draw(st.booleans()):
        text = text.rstrip("\r\n \t")
    return "".join(clean), draw(st.sampled_from(["", "\ufeff"])) + text


@settings(max_examples=25)
@given(planted())
def test_planted_faults_are_taken_out_and_every_other_byte_stays(
    tmp_path_factory: pytest.TempPathFactory, texts: tuple[str, str]
) -> None:
    clean, faulty = texts
    root = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("plan") / "plan"))
    (root / FIELD).write_bytes(clean.encode())
    wanted = load_plan(root)
    assert wanted.findings == []
    (root / FIELD).write_bytes(faulty.encode())
    assert load_plan(root).plan == wanted.plan
    repair(root)
    assert (root / FIELD).read_bytes().decode() == clean
    assert repair(root) == Reparatur((), ())


def test_a_text_is_read_no_oftener_than_it_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is what takes the time where a file has thousands of faults: once as it is, once for each change."""
    path = root / FIELD
    path.write_text(path.read_text(encoding="utf-8").replace("Soziales", "Soziales "), encoding="utf-8")
    read: dict[str, int] = {}

    def counting(text: str, datei: str) -> Any:
        read[datei] = read.get(datei, 0) + 1
        return lesen(text, datei)

    monkeypatch.setattr("konzept.edit.reparatur.lesen", counting)
    done = reparieren(root, lambda _: True, ocr=False, write=False)
    assert [one.name for one in done.dateien] == [FIELD]
    assert read.pop(FIELD) == 2
    assert set(read.values()) == {1}
