"""The extraction: what it reads from a line, what it refuses, and that the committed table is its work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .extract_facts import REPARATUREN, Quelle, QuelleError, Reparaturen, Tabelle, Zielleser
from .plan import FAKTEN, FAKTEN_DATEI, QUELLTEXT

SKRIPT = Path(__file__).with_name("extract_facts.py")


class Schlusszeile:
    """A plugin of one line: says at the end of the run what the table was held against."""

    def __init__(self, text: str) -> None:
        """Take the line."""
        self.text = text

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the line."""
        terminalreporter.write_line(self.text)


def ziehe_aus(quelle: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the script on ``quelle`` the way its documentation says."""
    return subprocess.run([sys.executable, str(SKRIPT), str(quelle)], capture_output=True, check=False)


def lies(*zeilen: str) -> Tabelle:
    """Return the one goal in ``zeilen``."""
    [ziel] = Zielleser(Quelle("", Reparaturen(REPARATUREN))).lies(list(zeilen))
    return ziel


def test_tabelle_ist_der_auszug_der_quelle(pytestconfig: pytest.Config) -> None:
    """Re-extract where the source is at hand; elsewhere say that the committed table stands for it."""
    if QUELLTEXT.is_file():
        lauf = ziehe_aus(QUELLTEXT)
        assert (lauf.returncode, lauf.stderr) == (0, b"")
        assert lauf.stdout == FAKTEN_DATEI.read_bytes()
        meldung = f"Quelle 001: neu ausgezogen, gleich {FAKTEN_DATEI.name}"
    else:
        assert FAKTEN["quelle"]["datei"] == QUELLTEXT.name
        meldung = f"Quelle 001 liegt nicht bei: geprüft gegen die eingecheckte Tabelle {FAKTEN_DATEI.name}"
    pytestconfig.pluginmanager.register(Schlusszeile(meldung))


def test_unlesbare_quelle_gibt_keine_tabelle(tmp_path: Path) -> None:
    """A text of another shape ends with 1 and a sentence, not with a table or a traceback."""
    fremd = tmp_path / "fremd.txt"
    fremd.write_text("# Ein anderes Konzept\n", encoding="utf-8")
    lauf = ziehe_aus(fremd)
    assert (lauf.returncode, lauf.stdout) == (1, b"")
    assert "Überschrift fehlt" in lauf.stderr.decode()
    assert b"Traceback" not in lauf.stderr


def test_termin_unter_allen_zeilen_gilt_fuer_das_ziel() -> None:
    """One Termin below the last Maßnahme belongs to the goal."""
    ziel = lies("### Handlungsziel 9.1", "#### A", "Maßnahme 1\tx", "Maßnahme 2\ty", "Termin\tbald")
    assert ziel["termine"] == [{"wortlaut": "bald", "gilt_fuer": "Handlungsziel"}]


def test_termin_je_zeile_gilt_fuer_die_zeile() -> None:
    """Where each Maßnahme has a Termin, none belongs to the goal."""
    ziel = lies("### Handlungsziel 9.1", "A", "Maßnahme 1\tx", "Termin\tbald", "Maßnahme 2\ty", "Termin\tnie")
    assert [t["gilt_fuer"] for t in ziel["termine"]] == ["Zeile 1", "Zeile 2"]


@pytest.mark.parametrize(
    ("massnahme", "koerper", "teile"),
    [
        ("1. a 2. b", "1. Amt 2. Verein", [("1", "a", "Amt"), ("2", "b", "Verein")]),
        ("1. a 2. b", "Amt und Verein", []),
        ("a; b", "1. Amt 2. Verein", []),
        ("1. a 2. b", "1. Amt 3. Verein", []),
        ("1. a", "1. Amt", []),
        ("a", "Amt", []),
    ],
)
def test_geteilt_wird_nur_was_beide_spalten_zaehlen(
    massnahme: str, koerper: str, teile: list[tuple[str, str, str]]
) -> None:
    """A row is split only where both columns number their parts alike."""
    ziel = lies("Handlungsziel 9.1\t", "A\t", f"Maßnahme (n)\t{massnahme}", f"Zuständigkeiten\t{koerper}")
    gefunden = ziel["massnahmen"][0].get("teile", [])
    assert [(t["nummer"], t["text"], t["zustaendigkeiten"]) for t in gefunden] == teile


def test_auszeichnung_symbole_und_lesefehler_verschwinden() -> None:
    """Tags, list marks, footnote calls, icons and misreadings leave the text; links are kept apart."""
    ziel = lies(
        "<b>Handlungsziel 9.1</b>\t",
        "<b>🚩 Ein Ziel im IIm-Kreis</b>\t",
        "Maßnahme\t<p>A <i>b</i> &amp; c</p><ul><li>➤ d <sup>1</sup></li></ul>"
        ' <a href="http://e.de">e.de</a>',
        "<sup>1</sup> Siehe unten",
    )
    assert ziel["titel"] == ["Ein Ziel im Ilm-Kreis"]
    assert ziel["massnahmen"][0]["text"] == ["A b & c", "d", "e.de"]
    assert ziel["massnahmen"][0]["verweise"] == ["http://e.de"]


@pytest.mark.parametrize(
    "zeilen",
    [
        ("Ein Satz vor dem ersten Ziel",),
        ("### Handlungsziel 9.1", "A", "Massnahme 1\tx"),
        ("### Handlungsziel 9.1", "A", "Termin\tohne Maßnahme"),
        ("### Handlungsziel 9.1", "A", "Maßnahme\tx", "Zuständigkeiten\ty", "Zuständigkeiten\tz"),
        ("### Handlungsziel 9.1", "A", "Maßnahme\tx", "Eine Zeile ohne Spalten"),
        ("### Handlungsziel 9.1", "A", "Maßnahme\t<table>x</table>"),
    ],
)
def test_unverstandene_zeilen_beenden_den_auszug(zeilen: tuple[str, ...]) -> None:
    """No line is dropped in silence."""
    with pytest.raises(QuelleError):
        lies(*zeilen)


def test_reparatur_ohne_fundstelle_ist_ein_fehler(tmp_path: Path) -> None:
    """The list of repairs holds nothing that the source does not need."""
    liste = tmp_path / "reparaturen.tsv"
    liste.write_text("stelle\taus\tzu\tgrund\n9.1 Titel\tX\tY\terfunden\n", encoding="utf-8")
    reparaturen = Reparaturen(liste)
    reparaturen.anwenden("X", "9.2 Titel")
    with pytest.raises(QuelleError, match="Reparatur ohne Fundstelle"):
        reparaturen.bericht("X")
