"""The report file: enough to find the fault, nothing of the plan."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from konzept.cli.surface.crash_report import report_text, write_report

PLAN = "Jobcenter Ilm-Kreis"


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    """Return ``error`` as it comes out of a function, with its stack."""
    if cause is not None:
        error.__cause__ = cause
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def test_the_report_tells_where() -> None:
    text = report_text(raised(KeyError(PLAN)), ["due", "--year", "2021"])
    assert text.startswith("Fehlerbericht von konzept. Er enthält keine Daten des Plans.\n")
    assert "Aufruf: konzept due --year …\n" in text
    assert "\nKeyError\n" in text
    assert "test_crash_report.py:" in text
    assert "    raise error\n" in text


@pytest.mark.parametrize(
    "argv",
    [
        ["sachstand", "id", "--text", PLAN, f"--beleg={PLAN}"],
        ["termin", PLAN],
        [PLAN],
        [f"--{PLAN}"],
        ["-C", f"/home/{PLAN}"],
    ],
)
def test_no_value_of_the_call(argv: list[str]) -> None:
    assert PLAN not in report_text(raised(ValueError(PLAN)), argv)


def test_no_value_of_the_plan() -> None:
    inner = raised(UnicodeDecodeError("utf-8", PLAN.encode(), 0, 1, PLAN))
    outer = raised(OSError(5, PLAN, PLAN), raised(ValueError(PLAN), inner))
    text = report_text(raised(ExceptionGroup(PLAN, [outer, KeyError(PLAN)])), [])
    assert PLAN not in text
    assert [kind for kind in ("ExceptionGroup", "OSError: errno 5", "KeyError") if kind not in text] == []


def test_the_chain_is_told() -> None:
    cause = raised(LookupError(PLAN))
    text = report_text(raised(RuntimeError(PLAN), cause), [])
    assert text.index("\nRuntimeError\n") < text.index("Ausgelöst durch:\nLookupError\n")
    second = raised(RuntimeError())
    assert "Behandeln" not in report_text(second, [])
    second.__context__ = cause
    assert "Beim Behandeln von:\nLookupError\n" in report_text(second, [])
    second.__suppress_context__ = True
    assert "Behandeln" not in report_text(second, [])


def test_a_chain_that_bites_its_tail() -> None:
    first, second = raised(KeyError()), raised(ValueError())
    first.__cause__, second.__cause__ = second, first
    assert report_text(first, []).count("KeyError") == 1


def test_what_speaks_of_code_is_told() -> None:
    text = report_text(raised(AttributeError("'NoneType' object has no attribute 'titel'")), [])
    assert "\nAttributeError: 'NoneType' object has no attribute 'titel'\n" in text


def test_an_error_of_another_library_bears_its_name_only() -> None:
    namesake = type("TypeError", (Exception,), {})
    text = report_text(raised(namesake(PLAN)), [])
    assert PLAN not in text
    assert ".TypeError\n" in text


def test_no_folder_of_this_machine() -> None:
    text = report_text(raised(ImportError(f"cannot import name 'x' from 'y' ({sys.prefix}/lib/y.py)")), [])
    assert sys.prefix not in text
    assert str(Path(__file__).parents[3]) not in text


def test_code_from_nowhere_bears_its_last_name() -> None:
    code = compile("raise KeyError", "/home/erika/probe.py", "exec")
    with pytest.raises(KeyError) as caught:
        exec(code)  # noqa: S102  code that lies in none of the folders we know
    assert "\n  probe.py:1 in <module>\n" in report_text(caught.value, [])
    assert "erika" not in report_text(caught.value, [])


def test_a_deep_stack_is_shortened() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    text = report_text(caught.value, [])
    assert len(text.splitlines()) < 100
    assert "weitere …" in text


def test_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first, second = (write_report(raised(KeyError("\udcff")), []) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first != second
    assert first.name.startswith("konzept-fehlerbericht-")
    assert first.suffix == ".txt"
    assert b"\r" not in first.read_bytes()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nix"))
    assert write_report(raised(KeyError()), []) is None
