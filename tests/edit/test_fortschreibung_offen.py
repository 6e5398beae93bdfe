"""What ``fortschreiben`` announces as open is what validate lists, one for one, and can be worked off to nothing.

How they are matched: each remark »Offen« or »Vorschlag« of the command is met by exactly one finding of the new
files, either ``entscheidung-offen`` on the line of its comment, or one of the other decisions below it, at what the
comment speaks of. No such finding is left over.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.checks.run import run_checks
from konzept.diagnostics import Befund, Severity, sorted_findings
from konzept.edit.fortschreibung import Auftrag, Fortschreibung, fortschreiben
from konzept.edit.fortschreibung_remark import Kind, Remark
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
INSTEAD = {
    "angabe-offen": Kind.OFFEN,
    "termin-veraltet": Kind.OFFEN,
    "querbezug-nicht-fortgefuehrt": Kind.OFFEN,
    "handlungsziel-ohne-massnahme": Kind.OFFEN,
    "erledigtes-fortgefuehrt": Kind.VORSCHLAG,
}
"""The findings that stand in for a comment, and the kind of comment they stand in for."""


def ilm_kreis(root: Path) -> Auftrag:
    shutil.copytree(ROOT / "data", root / "data")
    return Auftrag("2020", "2024", date(2023, 11, 30), date(2024, 1, 1))


def musterkreis(root: Path) -> Auftrag:
    shutil.copytree(MUSTERKREIS / "data", root / "data")
    return Auftrag("2025", "2028", date(2027, 11, 30), date(2028, 1, 1))


def musterkreis_2022(root: Path) -> Auftrag:
    """Lay out the Musterkreis as it was before its Fortschreibung of 2025, with what was done by then."""
    musterkreis(root)
    for name in ("fassungen/2025.yaml", "sachstand/2025.yaml"):
        (root / "data" / name).unlink()
    shutil.rmtree(root / "data/handlungsfelder/2025")
    shutil.rmtree(root / "data/indikatoren")  # their ids are those of 2025
    konzept = root / "data/konzept.yaml"
    konzept.write_text(konzept.read_text("utf-8").replace('fassung: "2025"', 'fassung: "2022"'), "utf-8")
    return Auftrag("2022", "2025", date(2024, 12, 31), date(2025, 1, 1))


def musterkreis_2022_ohne(root: Path) -> Auftrag:
    auftrag = musterkreis_2022(root)
    return Auftrag(auftrag.alt, auftrag.neu, auftrag.stichtag, auftrag.ab_datum, ohne_erledigte=True)


def with_links(root: Path) -> Auftrag:
    """Lay it out with Querbezüge to what is taken out, in both ways of writing, and a goal that is left empty."""
    auftrag = musterkreis_2022_ohne(root)
    with (root / "data/handlungsfelder/2022/4-wohnen.yaml").open("a", encoding="utf-8") as feld:
        feld.write("querbezuege:\n  - {ziel: jobmesse, art: siehe}\n  - art: analog\n    ziel: lernraeume\n")
    with (root / "data/sachstand/2022.yaml").open("a", encoding="utf-8") as log:
        log.write(
            "  - {am: 2024-12-01, erfasst: 2024-12-30, massnahme: schutzkonzept, stand: umgesetzt, text: Ja.}\n"
        )
    return auftrag


PLANS = [ilm_kreis, musterkreis, musterkreis_2022, musterkreis_2022_ohne, with_links]
ANNOUNCED = {
    # how many »Offen« and »Vorschlag« the command announces
    "ilm_kreis": (11, 0),
    "musterkreis_2022": (27, 6),
    "musterkreis_2022_ohne": (28, 0),
}


def open_remarks(made: Fortschreibung) -> list[tuple[str, int, Remark]]:
    return [
        (datei.name, line, remark)
        for datei in made.dateien
        for line, remark in datei.remarks
        if remark.kind in {Kind.OFFEN, Kind.VORSCHLAG}
    ]


def decisions(root: Path, auftrag: Auftrag) -> list[Befund]:
    """Return what validate lists as to be decided in the files of the new Fassung."""
    loaded = load_plan(root)
    findings = sorted_findings([*loaded.findings, *run_checks(loaded.plan, loaded.source)])
    assert [befund for befund in findings if befund.schwere is Severity.FEHLER] == []
    new = (f"data/fassungen/{auftrag.neu}.yaml", f"data/handlungsfelder/{auftrag.neu}/")
    return [
        befund
        for befund in findings
        if befund.ort.datei.startswith(new) and befund.code in {"entscheidung-offen", *INSTEAD}
    ]


@pytest.mark.parametrize("prepare", PLANS)
def test_validate_lists_what_the_command_announces(
    prepare: Callable[[Path], Auftrag], tmp_path: Path
) -> None:
    auftrag = prepare(tmp_path)
    made = fortschreiben(tmp_path, load_plan(tmp_path), auftrag, write=True)
    remarks = open_remarks(made)
    findings = decisions(tmp_path, auftrag)
    counts = tuple(
        sum(remark.kind is kind for _, _, remark in remarks) for kind in (Kind.OFFEN, Kind.VORSCHLAG)
    )
    assert counts == ANNOUNCED.get(prepare.__name__, counts)
    assert len(findings) == len(remarks)
    # what the command says of validate at its end is the same list
    assert [one for one in made.findings if one.code in {"entscheidung-offen", *INSTEAD}] == findings

    left = list(remarks)
    for befund in reversed(findings):
        if befund.code == "entscheidung-offen":
            (one,) = [one for one in left if one[:2] == (befund.ort.datei, befund.ort.zeile)]
            quoted = befund.meldung.partition(": ")[2]
            assert " ".join(one[2].sentence.split()).startswith(quoted)
        else:
            above = [
                one
                for one in left
                if one[0] == befund.ort.datei
                and one[1] < befund.ort.zeile
                and one[2].kind is INSTEAD[befund.code]
            ]
            one = max(above, key=lambda found: found[1])
            comment = len(one[2].lines("        "))
            # the thing stands right below its comment, at most with the lines of a Termin or an item between
            assert befund.ort.zeile - one[1] - comment <= 7
        left.remove(one)
    assert left == []


@pytest.mark.parametrize("prepare", PLANS)
def test_a_newcomer_works_the_list_down_to_nothing(
    prepare: Callable[[Path], Auftrag], tmp_path: Path
) -> None:
    """Who does what each finding says, one after the other and nothing else, has a sound Fassung at the end."""
    auftrag = prepare(tmp_path)
    fortschreiben(tmp_path, load_plan(tmp_path), auftrag, write=True)
    rounds = 0
    while listed := decisions(tmp_path, auftrag):
        for befund in reversed(listed):  # from the bottom, so that the lines above stay where they are
            follow(befund, tmp_path, auftrag)
        rounds += 1
        assert rounds < 10, listed[0]
    loaded = load_plan(tmp_path)
    codes = {befund.code for befund in run_checks(loaded.plan, loaded.source)}
    assert "verbleib-offen" not in codes
    new = [tmp_path / f"data/fassungen/{auftrag.neu}.yaml"]
    new += sorted((tmp_path / f"data/handlungsfelder/{auftrag.neu}").iterdir())
    text = "\n".join(path.read_text("utf-8") for path in new)
    assert re.findall(r"# (?:Offen|Vorschlag): ", text) == []


def follow(befund: Befund, root: Path, auftrag: Auftrag) -> None:
    """Do what the remedy of one finding says, as a person with an editor would."""
    path, frame = root / befund.ort.datei, root / f"data/fassungen/{auftrag.neu}.yaml"
    lines = path.read_text("utf-8").splitlines()
    at = befund.ort.zeile - 1
    match befund.code:
        case "entscheidung-offen":  # »Entscheiden Sie; dann löschen Sie den Kommentar.«
            last = next(i for i in range(at, len(lines)) if re.search(r"[.?!]$", lines[i]))
            del lines[at : last + 1]
        case "angabe-offen":  # »… gibt es keine, löschen Sie die Zeile.«
            del lines[at]
        case "termin-veraltet":  # »Legen Sie den Termin neu fest …«
            at = line_above(lines, at, "termin:")
            lines[at : end_of(lines, at)] = [f"{' ' * indent(lines[at])}termin: fortlaufend"]
        case "querbezug-nicht-fortgefuehrt":  # »Streichen Sie den Querbezug …«
            at = line_above(lines, at, "- ")
            del lines[at : end_of(lines, at)]
            if lines[-1] == "querbezuege:":
                del lines[-1]
        case "erledigtes-fortgefuehrt" | "handlungsziel-ohne-massnahme":
            # »Nehmen Sie die Maßnahme (oder das Ziel) heraus und ergänzen Sie ihren Verbleib.«
            name = lines[at].partition("- id: ")[2]
            del lines[at : end_of(lines, at)]
            account_for(name, frame)
        case code:
            raise AssertionError(code)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def line_above(lines: list[str], at: int, begins: str) -> int:
    return next(i for i in range(at, -1, -1) if lines[i].lstrip().startswith(begins))


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def end_of(lines: list[str], at: int) -> int:
    """Return where a key or an item ends: at the next line that is not further in."""
    following = range(at + 1, len(lines))
    return next((i for i in following if lines[i] and indent(lines[i]) <= indent(lines[at])), len(lines))


def account_for(name: str, frame: Path) -> None:
    """Delete the »# « before one entry of the Verbleib, or write one at its end."""
    lines = frame.read_text("utf-8").splitlines()
    if f"      # - id: {name}" not in lines:
        lines.append(f"      - {{id: {name}, verbleib: umgesetzt, begruendung: Alles getan.}}")
    else:
        at = lines.index(f"      # - id: {name}")
        lines[at] = lines[at].replace("# ", "", 1)
        while at + 1 < len(lines) and lines[at + 1].startswith("      #   "):
            at += 1
            lines[at] = lines[at].replace("# ", "", 1)
    frame.write_text("\n".join(lines) + "\n", "utf-8")


ONE_DAY = "15.09.2022"


@pytest.mark.parametrize(
    ("termin", "reports", "asked"),
    [
        (ONE_DAY, [], True),
        ("bis Ende 2022", [], True),
        (ONE_DAY, ["keine-rueckmeldung"], True),
        # somebody has said that it goes on, or is late
        (ONE_DAY, ["laufend"], False),
        (ONE_DAY, ["zurueckgestellt"], False),
        # a rhythm, a stretch of time, several days, or not passed
        ("jährlich bis 2022", [], False),
        ("2022", [], True),
        ("2021 bis 2022", [], False),
        ("Auswahl bis 31.03.2022, Druck bis 31.08.2022", [], False),
        ("Auswahl bis 31.03.2022, dann fortlaufend", [], False),
        ("bis Ende 2025", [], False),
    ],
)
def test_what_was_to_happen_on_one_day_may_have_been_a_one_off(
    termin: str, reports: list[str], *, asked: bool, tmp_path: Path
) -> None:
    remarks = remarks_on_jobmesse(tmp_path, termin, reports)
    assert [remark for remark in remarks if "einmalig" in remark] == (
        [remark for remark in remarks if "Termin" in remark] if asked else []
    )
    assert len([remark for remark in remarks if "einmalig" in remark]) == asked


def test_what_was_reported_as_done_may_have_been_a_one_off(tmp_path: Path) -> None:
    """The question stands where its Verbleib is proposed; its Termin only says that it has passed."""
    proposal, termin = remarks_on_jobmesse(tmp_path, ONE_DAY, ["umgesetzt"])
    assert proposal.endswith("Ist »umgesetzt« richtig, oder war sie einmalig?")
    assert termin == "Der Termin ist am 15.9.2022 abgelaufen; neu festlegen oder streichen."


def test_of_a_goal_all_its_massnahmen_count(tmp_path: Path) -> None:
    auftrag = musterkreis_2022(tmp_path)
    feld = tmp_path / "data/handlungsfelder/2022/3-arbeit.yaml"
    text = feld.read_text("utf-8")
    # the goal gets the Termin of the Jobmesse, which then has none of its own
    text = text.replace(f"        termin: {ONE_DAY}\n", "", 1)
    feld.write_text(re.sub(r"(?m)^    termin: .*$", f"    termin: {ONE_DAY}", text, count=1), "utf-8")
    log = tmp_path / "data/sachstand/2022.yaml"

    def asked() -> bool:
        made = fortschreiben(tmp_path, load_plan(tmp_path), auftrag, write=False)
        (arbeit,) = [one for one in made.dateien if one.name.endswith("3-arbeit.yaml")]
        goal = next(remark for _, remark in arbeit.remarks if "am 15.9.2022" in remark.sentence)
        return "einmalig" in goal.sentence

    assert asked() is False  # one of its Maßnahmen goes on
    log.write_text("eintraege: []\n", "utf-8")
    assert asked() is True


def remarks_on_jobmesse(root: Path, termin: str, reports: list[str]) -> list[str]:
    """Return what is remarked on the Jobmesse, with this Termin and a log of nothing but these reports on it."""
    auftrag = musterkreis_2022(root)
    feld = root / "data/handlungsfelder/2022/3-arbeit.yaml"
    feld.write_text(feld.read_text("utf-8").replace(f"termin: {ONE_DAY}", f"termin: {termin}"), "utf-8")
    entries = "".join(
        f"  - {{am: 2022-10-0{i}, erfasst: 2022-10-09, massnahme: jobmesse, stand: {stand}}}\n"
        for i, stand in enumerate(reports, start=1)
    )
    log = f"eintraege:\n{entries}" if reports else "eintraege: []\n"
    (root / "data/sachstand/2022.yaml").write_text(log, "utf-8")
    made = fortschreiben(root, load_plan(root), auftrag, write=False)
    (arbeit,) = [one for one in made.dateien if one.name.endswith("3-arbeit.yaml")]
    lines = arbeit.after.splitlines()
    start = lines.index("      - id: jobmesse")
    stop = lines.index("      - id: unternehmensnetzwerk")
    return [remark.sentence.strip() for line, remark in arbeit.remarks if start - 4 < line <= stop]


def test_a_link_that_was_dead_before_stays_open(tmp_path: Path) -> None:
    """2025 names something of 2022 that it does not hold: that is open in the next Fassung as well."""
    auftrag = musterkreis(tmp_path)
    feld = tmp_path / "data/handlungsfelder/2025/5-wohnen.yaml"
    with feld.open("a", encoding="utf-8") as stream:
        stream.write("querbezuege:\n  - {ziel: jobmesse, art: siehe}\n  - {ziel: arbeit, art: siehe}\n")
    made = fortschreiben(tmp_path, load_plan(tmp_path), auftrag, write=True)
    sentences = [remark.sentence for _, _, remark in open_remarks(made) if "Querbezug" in remark.sentence]
    assert sentences == ["»jobmesse« steht nur noch in der Fassung 2022; ist der Querbezug noch richtig?"]
    assert len(decisions(tmp_path, auftrag)) == len(open_remarks(made))


def test_a_comment_that_was_open_before_is_listed_in_both(tmp_path: Path) -> None:
    """It was not announced, because it is no new question; the new file carries it on like every other line."""
    auftrag = ilm_kreis(tmp_path)
    feld = tmp_path / "data/handlungsfelder/2020/6-kultur.yaml"
    feld.write_text(feld.read_text("utf-8").replace("titel:", "# Offen: Gut so?\ntitel:", 1), "utf-8")
    made = fortschreiben(tmp_path, load_plan(tmp_path), auftrag, write=True)
    listed = decisions(tmp_path, auftrag)
    assert len(listed) == len(open_remarks(made)) + 1
    assert [one.meldung for one in listed if one.ort.datei.endswith("6-kultur.yaml")] == [
        "Noch zu entscheiden: Gut so?"
    ]
