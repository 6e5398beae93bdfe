"""Each way to call the sample app wrongly, with the exact German answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from konzept.cli.surface import english, usage_errors
from konzept.cli.surface.english import SENTENCES, in_german
from konzept.cli.surface.failure import Failure, WrongCall
from konzept.cli.surface.vendored import (
    BadArgumentUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

FORM = "Erlaubt: text, html oder md."
WRONG = {
    # the call: the sentence
    "gibtsnicht": "Den Befehl »gibtsnicht« gibt es nicht.",
    "dif 1 2": "Den Befehl »dif« gibt es nicht. Meinten Sie »diff«?",
    "DIFF 1 2": "Den Befehl »DIFF« gibt es nicht. Meinten Sie »diff«?",
    "end": "Den Befehl »end« gibt es nicht.",  # »ende« is hidden
    "gruppe": "Es fehlt ein Befehl.",
    "gruppe darn": "Den Befehl »darn« gibt es nicht. Meinten Sie »darin«?",
    "gruppe darin x y": "Der Aufruf enthält überzählige Angaben: »x y«.",
    "diff 1 2 3": "Der Aufruf enthält überzählige Angaben: »3«.",
    "--versoin": "Die Option »--versoin« gibt es nicht. Meinten Sie »--version«?",
    "werte --zal 3": "Die Option »--zal« gibt es nicht. Meinten Sie »--zahl«?",
    "werte --Zahl 3": "Die Option »--Zahl« gibt es nicht. Meinten Sie »--zahl«?",
    "werte -zahl 3": "Die Option »-z« gibt es nicht.",
    "werte -G": "Die Option »-G« gibt es nicht.",
    "werte -x": "Die Option »-x« gibt es nicht.",
    "werte --gehiem": "Die Option »--gehiem« gibt es nicht.",
    "werte --geheim": "Die Option »--geheim« braucht einen Wert: TEXT.",
    "werte --zahl": "Die Option »--zahl« braucht einen Wert: ZAHL von 1 bis 12.",
    "werte -g": "Die Option »-g« braucht einen Wert: ZAHL.",
    "werte --quartal": "Die Option »--quartal« braucht einen Wert: QUARTAL.",
    "werte --paar 1": "Die Option »--paar« braucht 2 Werte: ZAHL ZAHL.",
    "werte --art": "Die Option »--art« braucht einen Wert: text, html oder md.",
    "werte --ordner": "Die Option »--ordner« braucht einen Wert: ORDNER.",
    "werte --streng=ja": "Die Option »--streng« nimmt keinen Wert.",
    "werte --keine-farbe=1": "Die Option »--keine-farbe« nimmt keinen Wert.",
    "werte --zahl drei": "Falscher Wert für »--zahl«: »drei« ist keine ganze Zahl. Erlaubt: von 1 bis 12.",
    "werte --zahl=1=2": "Falscher Wert für »--zahl«: »1=2« ist keine ganze Zahl. Erlaubt: von 1 bis 12.",
    "werte --zahl 13": "Falscher Wert für »--zahl«: 13 liegt nicht im erlaubten Bereich."
    " Erlaubt: von 1 bis 12.",
    "werte --ab 0": "Falscher Wert für »--ab«: 0 liegt nicht im erlaubten Bereich. Erlaubt: ab 1.",
    "werte --hoechstens 9.6": "Falscher Wert für »--hoechstens«: 9.6 liegt nicht im erlaubten Bereich."
    " Erlaubt: höchstens 9.5.",
    "werte --ganz 1.5": "Falscher Wert für »--ganz«: »1.5« ist keine ganze Zahl.",
    "werte --komma x": "Falscher Wert für »--komma«: »x« ist keine Zahl.",
    "werte --hoechstens x": "Falscher Wert für »--hoechstens«: »x« ist keine Zahl. Erlaubt: höchstens 9.5.",
    "werte --art htlm": f"Falscher Wert für »--art«: »htlm« ist nicht vorgesehen. {FORM} Meinten Sie »html«?",
    "werte -a HTML": f"Falscher Wert für »--art«: »HTML« ist nicht vorgesehen. {FORM} Meinten Sie »html«?",
    "werte --art xyz": f"Falscher Wert für »--art«: »xyz« ist nicht vorgesehen. {FORM}",
    "werte --tag heute": "Falscher Wert für »--tag«: »heute« ist kein Datum in der erwarteten Form."
    " Erlaubt: JJJJ-MM-TT oder TT.MM.JJJJ.",
    "werte --ordner nix": "Falscher Wert für »--ordner«: Den Ordner »nix« gibt es nicht.",
    "werte --ordner da.txt": "Falscher Wert für »--ordner«: »da.txt« ist eine Datei und kein Ordner.",
    "werte --datei nix": "Falscher Wert für »--datei«: Die Datei »nix« gibt es nicht.",
    "werte --datei .": "Falscher Wert für »--datei«: ».« ist ein Ordner und keine Datei.",
    "werte --pfad nix": "Falscher Wert für »--pfad«: Den Pfad »nix« gibt es nicht.",
    "werte --kennung 12": "Falscher Wert für »--kennung«: »12« ist keine UUID.",
    "werte --paar 1 x": "Falscher Wert für »--paar«: »x« ist keine ganze Zahl.",
    "werte --quartal Qx": "Falscher Wert für »--quartal«: »Qx« ist kein gültiger Wert.",
    "werte --nie x": "Falscher Wert für »--nie«: Mit x geht es nicht.",
    "werte --ein nix": "Falscher Wert für »--ein«: Die Datei »nix« lässt sich nicht öffnen.",
    "werte a b": "Der Aufruf enthält überzählige Angaben: »a b«.",
    "diff": "Das Argument »ALT« fehlt.",
    "diff 1": "Das Argument »NEU« fehlt.",
    "zwei": "Das Argument »EINS« fehlt.",
    "zwei x a": "Das Argument »ZWEI« braucht 2 Werte.",
    "dateien": "Das Argument »PAAR« fehlt.",
    "dateien 1": "Das Argument »PAAR« braucht 2 Werte.",
    "pflicht": f"Das Argument »FORM« fehlt. {FORM}",
    "pflicht text true": f"Die Option »--stand« fehlt. {FORM}",
    "pflicht text vielleicht": "Falscher Wert für »WAHR«: »vielleicht« ist weder »true« noch »false«.",
    "pflicht txt true": f"Falscher Wert für »FORM«: »txt« ist nicht vorgesehen. {FORM} Meinten Sie »text«?",
    "ende 2": "Das geht so nicht.\nHilfe: Lassen Sie es.",
    "ende deutsch": "So nicht.",
    "-C": "Die Option »-C« braucht einen Wert: ORDNER.",
    "-C nix werte": "Falscher Wert für »-C«: Den Ordner »nix« gibt es nicht.",
    "-C da.txt werte": "Falscher Wert für »-C«: »da.txt« ist eine Datei und kein Ordner.",
    "werte -C .": "Die Option »-C« gehört vor den Befehl, gleich hinter »konzept«.",
    "gruppe darin --version": "Die Option »--version« gehört vor den Befehl, gleich hinter »konzept«.",
    "--show-completion": "Die Option »--show-completion« braucht einen Wert:"
    " bash, zsh, fish oder powershell.",
}
USAGE = {
    "": "konzept [OPTIONEN] BEFEHL …",
    "werte": "konzept werte [OPTIONEN]",
    "diff": "konzept diff [OPTIONEN] ALT NEU",
    "dateien": "konzept dateien [OPTIONEN] PAAR PAAR [MEHR …]",
    "zwei": "konzept zwei [OPTIONEN] EINS ZWEI ZWEI",
    "pflicht": "konzept pflicht [OPTIONEN] --stand text|html|md FORM WAHR",
    "ende": "konzept ende [OPTIONEN] ART",
    "gruppe": "konzept gruppe [OPTIONEN] BEFEHL …",
    "gruppe darin": "konzept gruppe darin [OPTIONEN]",
}

# typer has these sentences, but no call of ours can bring them about; or it depends on the user's rights.
OUT_OF_REACH = {
    "Takes {} values but {} given.": ("Takes 2 values but 3 given.", "Nötig sind 2 Werte, nicht 3."),
    "Value must be an iterable.": ("Value must be an iterable.", "Nötig ist eine Liste von Werten."),
    "{} {} is not readable.": ("File 'a' is not readable.", "»a« darf nicht gelesen werden."),
    "{} {} is not writable.": ("Path 'a' is not writable.", "»a« darf nicht geschrieben werden."),
    "Argument {} takes {} values.": ("Argument 'a' takes 2 values.", "Das Argument »a« braucht 2 Werte."),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "da.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_call_is_answered_in_german(call: Callable[..., Any], line: str) -> None:
    words = line.split()
    about = next(name for name in (" ".join(words[:2]), words[0], "") if name in USAGE)
    result = call(*words)
    path = f"konzept {about}".strip()
    assert result.err == f"Fehler: {WRONG[line]}\nAufruf: {USAGE[about]}\nMehr dazu: {path} --help\n"
    assert result.out == ""
    assert result.code == 2


@pytest.mark.parametrize(("value", "count"), [("1", 1), ("1 2 3", 3)])
def test_a_variable_with_too_few_or_many_values(call: Callable[..., Any], value: str, count: int) -> None:
    result = call("werte", env={"PROBE_PAAR": value})
    assert result.err.startswith(f"Fehler: Falscher Wert für »--paar«: Nötig sind 2 Werte, nicht {count}.\n")


def test_a_file_that_cannot_be_written(call: Callable[..., Any]) -> None:
    result = call("werte", "--aus", "nix/x")
    assert (result.err, result.code) == ("Fehler: Die Datei »nix/x« lässt sich nicht öffnen.\n", 1)


def test_a_failure_is_shown_as_it_stands(call: Callable[..., Any]) -> None:
    """It may quote anything, even what looks like a sentence of typer."""
    result = call("ende", "3")
    assert (
        result.err == "Fehler: Hier ist kein Plan, obwohl 'x' is not a valid int.\nHilfe: Nennen Sie ihn.\n"
    )
    assert result.code == 3
    assert usage_errors.told(Failure("'x' is not a valid int.")) == "Fehler: 'x' is not a valid int."


def test_every_sentence_of_typer_was_met(call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    met = set(OUT_OF_REACH)

    def noting(text: str) -> tuple[str, str] | None:
        found = english.recognised(text)
        if found is not None:
            met.add(found[0])
        return in_german(text)

    monkeypatch.setattr(usage_errors, "in_german", noting)
    for line in WRONG:
        call(*line.split())
    call("werte", "--aus", "nix/x")
    call("werte", env={"PROBE_PAAR": "1"})
    assert met == set(SENTENCES)


@pytest.mark.parametrize(("text", "german"), OUT_OF_REACH.values())
def test_what_is_out_of_reach_is_german_too(text: str, german: str) -> None:
    found = in_german(text)
    assert found is not None
    assert found[0] == german


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (NoSuchOption("--x"), "Die Option »--x« gibt es nicht."),
        (MissingParameter(), "Es fehlt eine Angabe."),
        (BadParameter("'x' is not a valid float."), "»x« ist keine Zahl."),
        (BadParameter("Ganz anders."), "Ganz anders."),
        (BadArgumentUsage("Argument 'a' takes 2 values."), "Das Argument »a« braucht 2 Werte."),
        (UsageError("Missing command."), "Es fehlt ein Befehl."),
    ],
)
def test_errors_that_know_no_command(error: UsageError, text: str) -> None:
    assert usage_errors.told(error) == f"Fehler: {text}"


def test_nothing_a_terminal_obeys_is_repeated(call: Callable[..., Any]) -> None:
    result = call("werte", "--art", "\x1b[31mrot\u202e")
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err
    assert r"»\x1b[31mrot\u202e« ist nicht vorgesehen." in result.err
    assert r"»--\x1b[2J« gibt es nicht." in call("werte", "--\x1b[2J").err
    assert r"»a\nb« gibt es nicht." in call("a\nb").err
    assert r"»a\x07b«" in call("diff", "1", "2", "a\x07b").err


def test_a_pasted_page_is_cut(call: Callable[..., Any]) -> None:
    assert len(call("werte", "--zahl", "9" * 100_000 + "x").err) < 500
    assert len(call("werte", "x" * 100_000).err) < 500
    assert len(call("werte", "--" + "x" * 100_000).err) < 500


@pytest.mark.parametrize(
    "value", ["'", '"', "''", "\\", "' is not a valid int.", "{}", "{0}", "%s", "(1, 2)", ""]
)
def test_odd_values_come_back_whole(call: Callable[..., Any], value: str) -> None:
    sentence = f"Falscher Wert für »--ganz«: »{value}« ist keine ganze Zahl."
    assert call("werte", "--ganz", value).err.splitlines()[0] == f"Fehler: {sentence}"


@pytest.mark.parametrize("error", [Failure("\x1b[31mx", "\x9by"), WrongCall("\x1b[31mx", "\x9by")])
def test_nothing_a_terminal_would_obey_is_in_a_message(error: Failure | WrongCall) -> None:
    """Whatever a command quotes: it is made harmless once, where it is told."""
    assert usage_errors.told(error) == "Fehler: \\x1b[31mx\nHilfe: \\x9by"
