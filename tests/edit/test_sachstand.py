"""A report reaches the log exactly as given, nothing else changes; what cannot be proved is not written."""

from __future__ import annotations

import shutil
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konzept import output
from konzept.domain.sachstand import Erfuellung, Meldung, Stand
from konzept.domain.saetze import HOECHSTENS, satzzahl
from konzept.edit import sachstand as edit
from konzept.edit.fault import EditError, UnsuitableError
from konzept.edit.sachstand import append_meldung, clean_text
from konzept.load import load_plan
from konzept.load.file_text import CONTROL

if TYPE_CHECKING:
    from konzept.edit.sachstand import Appended

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
LOG = "data/sachstand/2020.yaml"
ENTRY = "- am: 2021-01-01\r\n  erfasst: 2021-01-02\r\n  massnahme: beratung\r\n  stand: geplant\r\n"
OLD = f"# Kopf\r\neintraege:\r\n{ENTRY}# Ende"
DAY = date(2021, 6, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "plan"))


def with_log(root: Path, text: str) -> Path:
    path = root / LOG
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def meldung(**fields: Any) -> Meldung:
    return Meldung(**{"am": DAY, "erfasst": DAY, "massnahme": "beratung", "stand": Stand.LAUFEND, **fields})


def append(root: Path, new: Meldung, *, write: bool = True) -> Appended:
    loaded = load_plan(root)
    return append_meldung(root, loaded, loaded.plan.fassungen[0], new, write=write)


def log_of(root: Path) -> tuple[Meldung, ...]:
    loaded = load_plan(root)
    assert loaded.findings == []
    found = loaded.plan.fassungen[0].sachstand
    assert found is not None
    return found.eintraege


def litter(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} - {
        path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*")
    }


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_any_text_reaches_the_log_as_it_was_given(
    tmp_path_factory: pytest.TempPathFactory, text: str, beleg: str, termin: str
) -> None:
    root = Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("plan") / "plan"))
    with_log(root, OLD)
    before = log_of(root)
    expected = [unicodedata.normalize("NFC", raw).strip() for raw in (text, beleg, termin)]
    if not all(expected) or any(CONTROL.search(raw) for raw in expected):
        with pytest.raises(UnsuitableError):
            [clean_text(raw, "Der Text") for raw in (text, beleg, termin)]
        return
    words = [clean_text(raw, "Der Text") for raw in (text, beleg, termin)]
    assert words == expected
    new = meldung(text=words[0][:400].strip(), beleg=words[1], neuer_termin=words[2])
    if satzzahl(new.text or "") > HOECHSTENS:
        with pytest.raises(UnsuitableError, match="Sätze"):
            append(root, new)
        return
    append(root, new)
    assert log_of(root) == (*before, new)


def test_only_lines_are_added(root: Path) -> None:
    path = with_log(root, OLD)
    new = meldung(
        text="Läuft: ja",
        von="jobcenter",
        erfuellt=(Erfuellung(teil=1), Erfuellung(teil=1)),
        neuer_termin="2023",
    )
    done = append(root, new)
    assert done.zeile == 8
    added = (
        "- am: 2021-06-30\r\n  erfasst: 2021-06-30\r\n  massnahme: beratung\r\n  stand: laufend\r\n"
        '  text: "Läuft: ja"\r\n  von: jobcenter\r\n  erfuellt:\r\n    - {teil: 1}\r\n    - {teil: 1}\r\n'
        '  neuer_termin: "2023"\r\n'
    )
    assert path.read_bytes().decode() == OLD + "\r\n" + added
    assert [line for line in done.diff.splitlines()[2:] if line[0] not in "+ @"] == []
    assert litter(root) == {LOG}


def test_a_new_log_has_the_schema_line_of_its_neighbour(root: Path) -> None:
    frame = root / "data/fassungen/2020.yaml"
    head = "# yaml-language-server: $schema=../../../../schema/fassung.json\n"
    frame.write_text(head + frame.read_text(encoding="utf-8"), encoding="utf-8")
    append(root, meldung(text="x"))
    lines = (root / LOG).read_text(encoding="utf-8").splitlines()
    assert lines[:3] == [head.replace("fassung", "sachstand").strip(), "eintraege:", "  - am: 2021-06-30"]


def test_a_new_log_without_such_a_neighbour(root: Path) -> None:
    done = append(root, meldung(text="x"))
    assert done.before is None
    assert done.after.startswith(
        "# yaml-language-server: $schema=../../schema/sachstand.json\neintraege:\n  - am:"
    )
    assert done.diff.startswith("--- /dev/null\n+++ data/sachstand/2020.yaml\n@@ -0,0 +1,7 @@\n+# yaml")


def test_an_empty_log_is_healed(root: Path) -> None:
    with_log(root, "# noch nichts\n")
    append(root, meldung(text="x"))
    assert log_of(root) == (meldung(text="x"),)


def test_without_write_nothing_happens(root: Path) -> None:
    done = append(root, meldung(text="x"), write=False)
    assert "+    text: x\n" in done.diff
    assert litter(root) == set()
    assert not (root / "data/sachstand").exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"erfasst": date(2021, 1, 1), "am": date(2021, 1, 1)},
            "steht schon ein Eintrag, der am 2021-01-02 erfasst",
        ),
        ({"am": date(2021, 7, 1)}, "spricht vom 2021-07-01, wurde aber schon am 2021-06-30 erfasst"),
        ({"text": "Eins. Zwei. Drei. Vier."}, "4 Sätze"),
        ({"erfuellt": (Erfuellung(teil=2),)}, "einen Teil 2 gibt es nicht"),
        ({"erfuellt": (Erfuellung(teil=1, frist=DAY),)}, "keine Frist am 2021-06-30"),
    ],
)
def test_what_does_not_suit_the_plan_is_refused(root: Path, fields: dict[str, Any], sentence: str) -> None:
    path = with_log(root, OLD)
    with pytest.raises(UnsuitableError, match=sentence) as caught:
        append(root, meldung(**fields))
    assert caught.value.hint
    assert path.read_bytes().decode() == OLD
    assert litter(root) == {LOG}


@pytest.mark.parametrize("fields", [{"massnahme": "fehlt"}, {"von": "fehlt"}, {"text": "a" * 200_001}])
def test_a_new_error_is_refused(root: Path, fields: dict[str, Any]) -> None:
    path = with_log(root, OLD)
    with pytest.raises(EditError, match="einen neuen Fehler"):
        append(root, meldung(**fields))
    assert path.read_bytes().decode() == OLD


def test_old_errors_elsewhere_do_not_stand_in_the_way(root: Path) -> None:
    (root / "data/handlungsfelder/2020/2.yaml").write_text("id: x\n", encoding="utf-8")
    append(root, meldung(text="x"))
    assert (root / LOG).exists()


@pytest.mark.parametrize(
    "text", ["eintraege: [\n", "eintraege:\n  - {am: x}\n", "\x00", "eintraege:\n  - a: *b\n"]
)
def test_a_broken_log_is_left_alone(root: Path, text: str) -> None:
    path = with_log(root, text)
    with pytest.raises(EditError, match=r"hat Fehler|lässt sich nicht lesen"):
        append(root, meldung(text="x"))
    assert path.read_bytes() == text.encode()


def test_a_setting_that_the_splice_would_break_is_left_alone(root: Path) -> None:
    entry = "  - am: 2021-01-01\n    erfasst: 2021-01-02\n    massnahme: beratung\n    stand: geplant\n"
    text = f'eintraege:\n{entry}    text: "a\n# b"\n'
    path = with_log(root, text)
    with pytest.raises(EditError, match="lässt sich so, wie die Datei gesetzt ist, kein Eintrag anfügen"):
        append(root, meldung(text="x"))
    assert path.read_bytes().decode() == text


def test_a_report_after_the_end_is_written_with_a_warning(root: Path) -> None:
    with_log(root, OLD.replace("geplant", "umgesetzt"))
    done = append(root, meldung(text="x"))
    assert [befund.code for befund in done.findings] == ["meldung-nach-abschluss"]
    assert len(log_of(root)) == 2


def test_the_countys_rules_hold(root: Path) -> None:
    (root / "data/konzept.yaml").write_text("regeln:\n  meldung-nach-abschluss: fehler\n", encoding="utf-8")
    with_log(root, OLD.replace("geplant", "umgesetzt"))
    with pytest.raises(EditError, match="meldung-nach-abschluss"):
        append(root, meldung(text="x"))
    (root / "data/konzept.yaml").write_text("regeln:\n  sachstand-zu-lang: aus\n", encoding="utf-8")
    append(root, meldung(text="Eins. Zwei. Drei. Vier."))
    assert len(log_of(root)) == 2


def test_a_fault_while_writing_leaves_the_log_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_log(root, OLD)
    real = output._replace

    def full(target: Path, data: bytes) -> None:
        if target == path:
            raise OSError(28, "No space left on device")
        real(target, data)

    monkeypatch.setattr("konzept.output._replace", full)
    with pytest.raises(EditError, match="lässt sich nicht schreiben"):
        append(root, meldung(text="x"))
    assert path.read_bytes().decode() == OLD
    assert litter(root) == {LOG}


def test_a_change_by_someone_who_knows_no_lock_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_log(root, OLD)
    real = edit._brought

    def save_in_an_editor(*args: Any) -> Any:
        path.write_bytes(b"eintraege:\n")
        return real(*args)

    monkeypatch.setattr("konzept.edit.sachstand._brought", save_in_an_editor)
    with pytest.raises(EditError, match="eben von einem anderen Programm geändert"):
        append(root, meldung(text="x"))
    assert path.read_bytes() == b"eintraege:\n"


@pytest.mark.parametrize("raw", ["", " \n", "\udcff"])
def test_no_text_is_refused(raw: str) -> None:
    with pytest.raises(UnsuitableError, match="Der Beleg"):
        clean_text(raw, "Der Beleg")
