"""The next Fassung says what the last one said, but for what has to change; it is there whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from konzept.checks.run import run_checks
from konzept.diagnostics import Severity
from konzept.edit.fault import EditError, UnsuitableError
from konzept.edit.fortschreibung import Auftrag, Fortschreibung, NeueDatei, fortschreiben
from konzept.edit.fortschreibung_fields import without
from konzept.edit.fortschreibung_remark import Kind
from konzept.load import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from konzept.domain.fassung import Fassung
    from konzept.load import LoadedPlan

ROOT = Path(__file__).parent.parent.parent
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
PLANS = {
    "ilm-kreis": (ROOT, "2020", "2024", date(2024, 1, 1)),
    "musterkreis": (MUSTERKREIS, "2025", "2028", date(2028, 1, 1)),
    "konstanz": (ROOT / "beispiele" / "konstanz-2016", "2016", "2020", date(2020, 1, 1)),
    "leitlinien": (ROOT / "beispiele" / "handlungsleitlinien", "2016", "2020", date(2020, 1, 1)),
}
DONE = {
    "willkommensmappe": ("umgesetzt", "umgesetzt"),
    "sprachlern-app": ("entfallen", "eingestellt"),
    "jobmesse": ("umgesetzt", "umgesetzt"),
    "betriebspatenschaften": ("entfallen", "eingestellt"),
    "lernraeume": ("umgesetzt", "umgesetzt"),
    "bewohnervertretung": ("entfallen", "eingestellt"),
}
"""What the log of the Musterkreis for 2022 calls done by the end of 2024, and what becomes of it."""

SILVESTER = date(2024, 12, 31)


def copy_of(source: Path, target: Path) -> Path:
    shutil.copytree(source / "data", target / "data")
    return target


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return the Musterkreis as it was before its Fortschreibung of 2025."""
    root = copy_of(MUSTERKREIS, tmp_path)
    (root / "data/fassungen/2025.yaml").unlink()
    (root / "data/sachstand/2025.yaml").unlink()
    shutil.rmtree(root / "data/handlungsfelder/2025")
    shutil.rmtree(root / "data/indikatoren")  # their ids are those of 2025
    replace_in(root / "data/konzept.yaml", 'fassung: "2025"', 'fassung: "2022"')
    return root


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def make(
    root: Path,
    alt: str,
    neu: str,
    *,
    ab: date | None = None,
    stichtag: date = SILVESTER,
    ohne: bool = False,
    write: bool = True,
) -> Fortschreibung:
    return fortschreiben(root, load_plan(root), Auftrag(alt, neu, stichtag, ab, ohne), write=write)


def snapshot(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def faults(loaded: LoadedPlan) -> list[str]:
    findings = [*loaded.findings, *run_checks(loaded.plan, loaded.source)]
    return [befund.meldung for befund in findings if befund.schwere is Severity.FEHLER]


def without_remarks(datei: NeueDatei) -> list[str]:
    """Return the lines of a new file without the remarks that were put in, line ends kept."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", datei.after)
    for line, remark in reversed(datei.remarks):
        margin = re.match(r"[ \t]*", lines[line - 1])
        expected = remark.lines(margin.group() if margin else "")
        assert [row.rstrip("\r\n") for row in lines[line - 1 : line - 1 + len(expected)]] == expected
        del lines[line - 1 : line - 1 + len(expected)]
    return lines


def without_reasons(text: str) -> str:
    """Return a file without the reasons for its changes, which a new Fassung does not take over."""
    return re.sub(r"(?m)^( *)begruendung:.*(?:\r?\n(?: *\r?\n)*\1 +.*)*\r?\n", "", text)


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_every_line_stays_but_for_the_frame_and_the_remarks(name: str, eol: str, tmp_path: Path) -> None:
    source, alt, neu, ab = PLANS[name]
    root = copy_of(source, tmp_path)
    for path in root.rglob("*.yaml"):
        # also without an end of the last line, as some editors leave it
        path.write_bytes(path.read_bytes().rstrip(b"\n").replace(b"\n", eol.encode()))
    before = snapshot(root)
    made = make(root, alt, neu, ab=ab)
    after = snapshot(root)
    assert {file: after[file] for file in before} == before
    assert sorted(set(after) - set(before)) == sorted(datei.name for datei in made.dateien)
    for datei in made.dateien:
        assert after[datei.name] == datei.after.encode()
        assert "\n" not in datei.after.replace(eol, "")
        # the schema is named by a relative path, which leads to the same place from a file as deep
        assert datei.after.split(eol)[0] == datei.before.split(eol)[0]
        assert datei.name.count("/") == datei.vorlage.count("/")
        if not datei.name.startswith("data/fassungen/"):
            assert "".join(without_remarks(datei)) == without_reasons(before[datei.vorlage].decode())
    loaded = load_plan(root)
    assert faults(loaded) == []
    old, new = (loaded.plan.fassung_nach_id[one] for one in (alt, neu))
    assert [without(feld, frozenset()) for feld in old.handlungsfelder] == [*new.handlungsfelder]
    assert [stelle.id for stelle in old.stellen()] == [stelle.id for stelle in new.stellen()]
    assert new.sachstand is None


@pytest.mark.parametrize("name", PLANS)
def test_the_frame_is_set_to_its_own_time(name: str, tmp_path: Path) -> None:
    source, alt, neu, ab = PLANS[name]
    root = copy_of(source, tmp_path)
    make(root, alt, neu, ab=ab)
    plan = load_plan(root).plan
    old, new = (plan.fassung_nach_id[one].rahmen for one in (alt, neu))
    art = {"musterkreis": "2. Fortschreibung", "ilm-kreis": "2. Fortschreibung"}.get(
        name, "1. Fortschreibung"
    )
    assert (new.art, str(new.stand), str(new.gilt_von), new.gilt_bis) == (art, str(ab), str(ab), None)
    assert (new.vorgaenger, new.beschluss, new.vorlage, new.beratungsfolge) == (alt, None, None, ())
    assert {key: liste.eintraege for key, liste in new.verbleib.items()} == {alt: ()}
    changed = {
        *("art", "stand", "gilt_von", "gilt_bis", "vorgaenger"),
        *("beschluss", "vorlage", "beratungsfolge", "verbleib", "leitziele"),
    }
    assert [ziel.model_copy(update={"begruendung": None}) for ziel in old.leitziele] == [*new.leitziele]
    for field in set(type(old).model_fields) - changed:
        assert getattr(new, field) == getattr(old, field), field


def test_without_a_day_the_beginning_stays_open(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    made = make(root, "2020", "2024", stichtag=date(2023, 11, 30))
    assert (str(made.fassung.rahmen.stand), made.fassung.rahmen.gilt_von) == ("2023-11-30", None)
    assert "\ngilt_von:\n# Offen: Bis wann die Fassung gilt" in made.dateien[0].after
    assert [(befund.code, befund.auszug) for befund in made.findings if befund.code == "angabe-offen"] == [
        ("angabe-offen", "gilt_von:"),
        ("angabe-offen", "gilt_bis:"),
        ("angabe-offen", "beschluss:"),
    ]


def test_what_is_done_is_proposed(first: Path) -> None:
    made = make(first, "2022", "2025", ab=date(2025, 1, 1))
    texts = [
        remark.sentence
        for datei in made.dateien
        for _, remark in datei.remarks
        if remark.kind is Kind.VORSCHLAG
    ]
    assert [
        (text.split("«")[0][1:], re.findall(r"am (\S+) als (\w+) gemeldet", text)[0]) for text in texts
    ] == [
        ("willkommensmappe", ("21.11.2022", "umgesetzt")),
        ("sprachlern-app", ("6.12.2023", "entfallen")),
        ("jobmesse", ("16.9.2022", "umgesetzt")),
        ("betriebspatenschaften", ("13.6.2024", "entfallen")),
        ("lernraeume", ("20.3.2023", "umgesetzt")),
        ("bewohnervertretung", ("20.6.2023", "entfallen")),
    ]
    assert len(list(made.fassung.massnahmen())) == 44
    codes = [befund.code for befund in made.findings]
    assert codes.count("erledigtes-fortgefuehrt") == 6
    assert {"termin-veraltet", "angabe-offen", "entscheidung-offen"} <= set(codes)
    assert {"verbleib-offen", "querbezug-nicht-fortgefuehrt"} & set(codes) == set()


def test_a_proposal_is_taken_by_deleting_what_its_comments_say(first: Path) -> None:
    """The entry in brackets of comment is the entry that --ohne-erledigte writes."""
    make(first, "2022", "2025", ab=date(2025, 1, 1))
    frame = first / "data/fassungen/2025.yaml"
    text = frame.read_text(encoding="utf-8")
    head, block = text.split("    eintraege:\n", 1)
    block = "\n".join(line.replace("# ", "", 1) for line in block.splitlines()[1:])
    frame.write_text(f"{head}    eintraege:\n{block}\n", encoding="utf-8")
    taken = load_plan(first).plan.fassung_nach_id["2025"].rahmen.verbleib
    frame.unlink()
    shutil.rmtree(first / "data/handlungsfelder/2025")
    written = make(first, "2022", "2025", ab=date(2025, 1, 1), ohne=True).fassung.rahmen.verbleib
    assert taken == written
    assert [one.id for one in taken["2022"].eintraege] == list(DONE)


def test_what_is_done_is_taken_out_and_accounted_for(first: Path) -> None:
    made = make(first, "2022", "2025", ab=date(2025, 1, 1), ohne=True)
    loaded = load_plan(first)
    old, new = (loaded.plan.fassung_nach_id[one] for one in ("2022", "2025"))
    assert faults(loaded) == []
    gone = {stelle.id for stelle in old.stellen()} - {stelle.id for stelle in new.stellen()}
    assert gone == set(DONE)
    entries = new.rahmen.verbleib["2022"].eintraege
    assert {one.id: one.verbleib.value for one in entries} == {name: kind for name, (_, kind) in DONE.items()}
    assert entries[0].begruendung == (
        "Am 21.11.2022 als umgesetzt gemeldet: Die Mappe liegt in acht Sprachen in allen Bürgerbüros aus."
    )
    assert entries[0].quelle == (
        "Sachstand der Fassung 2022, erfasst am 22.11.2022 (Pressemitteilung vom 21.11.2022)"
    )
    assert {befund.code for befund in run_checks(loaded.plan, loaded.source)} & {
        "verbleib-offen",
        "verbleib-ohne-begruendung",
        "erledigtes-fortgefuehrt",
    } == set()
    for datei in made.dateien[1:]:
        old_lines = datei.before.splitlines(keepends=True)
        kept = without_remarks(datei)
        rest = iter(old_lines)
        assert all(line in rest for line in kept), datei.name  # in their order, none added
        assert len(old_lines) - len(kept) == sum(lines_of(old, name, datei.vorlage, first) for name in DONE)


def lines_of(fassung: Fassung, name: str, datei: str, root: Path) -> int:
    """Count the lines of a Maßnahme by the indentation of the file."""
    stelle = next(stelle for stelle in fassung.massnahmen() if stelle.id == name)
    if stelle.pfad[0] != datei:
        return 0
    lines = (root / datei).read_text(encoding="utf-8").splitlines()
    start = lines.index(f"      - id: {name}")
    behind = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith("       ")), len(lines))
    return behind - start


@pytest.mark.parametrize(
    ("stichtag", "expected"),
    [
        (date(2022, 9, 18), set()),
        (date(2022, 9, 19), {"jobmesse"}),  # reported on the 16th, written down on the 19th
        (date(2024, 1, 7), {"jobmesse", "willkommensmappe", "lernraeume", "bewohnervertretung"}),
        (SILVESTER, set(DONE)),
    ],
)
def test_only_what_was_known_on_the_day_counts(stichtag: date, expected: set[str], first: Path) -> None:
    made = make(first, "2022", "2025", ab=date(2025, 1, 1), stichtag=stichtag, ohne=True)
    assert {one.id for one in made.fassung.rahmen.verbleib["2022"].eintraege} == expected


def log_entry(am: str, stand: str, **more: str) -> str:
    fields = {"am": am, "erfasst": "2024-12-30", "massnahme": "jobmesse", "stand": stand, **more}
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}\n"


@pytest.mark.parametrize(
    ("entries", "there"),
    [
        (log_entry("2024-12-01", "laufend"), True),  # taken back
        (
            log_entry("2022-01-01", "laufend"),
            False,
        ),  # speaks of an earlier day than the report that it is done
        (log_entry("2024-12-01", "keine-rueckmeldung"), False),  # no answer is no report
        (
            log_entry("2024-12-01", "laufend") + log_entry("2024-12-01", "entfallen"),
            False,
        ),  # the last of a day
    ],
)
def test_the_latest_report_decides(entries: str, *, there: bool, first: Path) -> None:
    with (first / "data/sachstand/2022.yaml").open("a", encoding="utf-8") as log:
        log.write(entries)
    made = make(first, "2022", "2025", ab=date(2025, 1, 1), ohne=True)
    assert ("jobmesse" in {stelle.id for stelle in made.fassung.massnahmen()}) is there


def test_passed_termine_are_marked_above_them(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    made = make(root, "2020", "2024", ab=date(2024, 1, 1), stichtag=date(2023, 11, 30))
    marked = {
        datei.after.splitlines()[line - 1 + len(remark.lines("    "))].strip(): remark.sentence
        for datei in made.dateien[1:]
        for line, remark in datei.remarks
    }
    assert marked == {
        "termin: Prüfung 2021, Beginn des Schuljahres 2021/22": (
            "Der Termin ist abgelaufen, »Prüfung 2021« am 31.12.2021 und »Beginn des Schuljahres 2021/22« "
            "wohl am 1.8.2021; neu festlegen oder streichen."
        ),
        "termin: Fertigstellung Konzept 2018, Durchführung fortlaufend": (
            "Vom Termin ist abgelaufen: »Fertigstellung Konzept 2018« am 31.12.2018; neu festlegen oder streichen."
        ),
    }


@pytest.mark.parametrize(
    ("ab", "stichtag", "marked"),
    [
        (date(2021, 12, 31), date(2021, 6, 30), False),  # the last day of »Prüfung 2021« is not over
        (date(2022, 1, 1), date(2021, 6, 30), True),  # over before the new Fassung begins
        (date(2021, 6, 30), date(2022, 1, 1), True),  # over on the Stichtag
        (None, date(2021, 12, 31), False),
        (None, date(2022, 1, 1), True),
    ],
)
def test_a_termin_has_passed_on_the_day_behind_its_last(
    ab: date | None, stichtag: date, *, marked: bool, tmp_path: Path
) -> None:
    root = copy_of(ROOT, tmp_path)
    made = make(root, "2020", "2024", ab=ab, stichtag=stichtag, write=False)
    assert ("»Prüfung 2021« am 31.12.2021" in made.dateien[2].after) is marked


@pytest.mark.parametrize(("stichtag", "named"), [(date(2025, 3, 31), False), (date(2025, 4, 1), True)])
def test_a_new_termin_that_was_reported_is_named(stichtag: date, *, named: bool, tmp_path: Path) -> None:
    root = copy_of(MUSTERKREIS, tmp_path)
    made = make(root, "2025", "2028", ab=date(2028, 1, 1), stichtag=stichtag)
    sentences = [remark.sentence for datei in made.dateien for _, remark in datei.remarks]
    veroeffentlichung = next(one for one in sentences if "Veröffentlichung bis 31.03.2025" in one)
    assert veroeffentlichung.endswith("streichen. Gemeldet ist »bis 30.09.2025«.") is named


def test_what_is_reported_as_done_is_said_of_a_passed_termin(first: Path) -> None:
    made = make(first, "2022", "2025", ab=date(2025, 1, 1))
    (wohnen,) = [datei for datei in made.dateien if datei.name.endswith("4-wohnen.yaml")]
    part, whole = (remark.sentence for _, remark in wohnen.remarks if remark.kind is Kind.OFFEN)
    assert part.startswith(
        "Vom Termin ist abgelaufen: »Überarbeitung bis 30.06.2023« am 30.6.2023 (erfüllt laut"
    )
    assert part.endswith(
        "Meldung vom 5.10.2023); neu festlegen oder streichen."
    )  # without the Termin it was moved to
    assert whole == (
        "Der Termin ist am 31.12.2022 abgelaufen (erfüllt laut Meldung vom 20.3.2023); neu festlegen oder streichen."
    )


def test_why_the_old_fassung_changed_something_stays_with_it(tmp_path: Path) -> None:
    """The new Fassung has said no reason yet; that of the old one would be printed beside what it never spoke of."""
    root = copy_of(MUSTERKREIS, tmp_path)
    made = make(root, "2025", "2028", ab=date(2028, 1, 1))
    plan = load_plan(root).plan
    old, new = plan.fassung_nach_id["2025"], plan.fassung_nach_id["2028"]
    reasons = [stelle.id for stelle in old.stellen() if stelle.gegenstand.begruendung]
    assert len(reasons) > 20
    assert [stelle.id for stelle in new.stellen()] == [stelle.id for stelle in old.stellen()]
    assert not any(stelle.gegenstand.begruendung for stelle in new.stellen())
    said = [
        remark.sentence
        for datei in made.dateien
        for _, remark in datei.remarks
        if remark.kind is Kind.HERAUSGENOMMEN
    ]
    assert said == ["Die Begründung der Fassung 2025; dort steht sie weiter."] * len(reasons)


def test_links_to_what_is_taken_out_and_goals_left_empty_are_marked(first: Path) -> None:
    feld = first / "data/handlungsfelder/2022/4-wohnen.yaml"
    with (first / "data/sachstand/2022.yaml").open("a", encoding="utf-8") as log:
        log.write(log_entry("2024-12-01", "umgesetzt").replace("jobmesse", "schutzkonzept"))
    with feld.open("a", encoding="utf-8") as stream:
        stream.write(
            "querbezuege:\n  - {ziel: wohnraumlotsen, art: siehe}\n  - {ziel: lernraeume, art: analog}\n"
        )
    made = make(first, "2022", "2025", ab=date(2025, 1, 1), ohne=True)
    (wohnen,) = [datei for datei in made.dateien if datei.name.endswith("4-wohnen.yaml")]
    offen = {wohnen.after.splitlines()[line]: remark.sentence for line, remark in wohnen.remarks}
    assert offen["  - {ziel: lernraeume, art: analog}"] == (
        "»lernraeume« steht nur noch in der Fassung 2022; ist der Querbezug noch richtig?"
    )
    assert offen["  - id: unterkuenfte"] == (
        "»unterkuenfte« hat keine Maßnahme mehr; eine neue aufnehmen oder das Handlungsziel streichen."
    )
    assert "    massnahmen: []\n      # Herausgenommen: »Schutzkonzept" in wohnen.after
    assert "handlungsziel-ohne-massnahme" in [befund.code for befund in made.findings]


STYLED = {
    "brackets": '{id: f, nummer: "1", titel: F, massnahmen: [{id: a, text: "A, B"}, {id: b, text: B, termin: 2020}]}',
    "json": '{"id": "f", "nummer": "1", "titel": "F",\n "massnahmen": [\n  {"id": "a", "text": "A"},\n'
    '  {"id": "b", "text": "B", "termin": "2020"}\n ]}',
    "dash alone": 'id: f\nnummer: "1"\ntitel: F\nmassnahmen:\n-\n  id: a\n  text: A\n-  # b\n  termin: 2020\n'
    "  id: b\n  text: |\n    # B",
    "decomposed": 'id: f\nnummer: "1"\ntitel: "U\u0308bergang"\nmassnahmen:\n  # u\u0308ber a\n'
    "  - {id: a, text: Fu\u0308hrung}\n  # zu b\n  - id: b\n    termin: 2020\n    text: B\n",
}
FRAMES = {
    "brackets": '{titel: P, art: Konzept, stand: 2020, gilt_bis: "2023", beschluss: {gremium: K}, quelle: x}',
    "json": '{\n  "titel": "P 2020",\n  "art": "1. Fortschreibung",\n  "stand": "2020",\n  "gilt_von": "2020",\n'
    '  "vorgaenger": "2016",\n  "vorlage": {"nummer": "1"},\n  "beratungsfolge": [{"gremium": "K"}],\n'
    '  "verbleib": {"2016": {"eintraege": []}}\n}',
    "dash alone": "# Kopf\n---\nstand: 2020\nart: >-\n  Erste\n  Fortschreibung\ntitel: 'P'\nbeschluss:\n  gremium: K\n"
    "  # innen\n# außen\nvollstaendig: true\nvorwort: |+\n  V\n\n...\n",
    "decomposed": 'titel: "U\u0308bergang"\nart: "Rahmenkonzept"   # so\nstand: "2020"\nabkuerzungen:\n  a: b\n'
    "vollstaendig: ja\nverbleib: {}",
}


@pytest.mark.parametrize(("bom", "eol"), [("", "\n"), ("\ufeff", "\r\n")])
@pytest.mark.parametrize("ohne", [False, True])
@pytest.mark.parametrize(("field", "frame"), list(zip(STYLED, FRAMES, strict=True)))
def test_every_way_of_writing_is_carried_on(
    field: str, frame: str, eol: str, bom: str, *, ohne: bool, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    for name, text in {
        "konzept.yaml": "land: L\n",
        "fassungen/2016.yaml": "{titel: P, art: Konzept, stand: 2016}\n",
        "fassungen/2020.yaml": bom + FRAMES[frame].replace("\n", eol),
        "handlungsfelder/2020/f.yaml": bom + STYLED[field].replace("\n", eol),
        "sachstand/2020.yaml": "eintraege: [{am: 2021-01-01, erfasst: 2021-01-01, massnahme: a, stand: umgesetzt}]\n",
    }.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(text.encode("utf-8"))
    made = make(tmp_path, "2020", "2024", ab=date(2024, 1, 1), ohne=ohne)
    loaded = load_plan(tmp_path)
    assert faults(loaded) == []
    new = loaded.plan.fassung_nach_id["2024"]
    assert [stelle.id for stelle in new.massnahmen()] == (["b"] if ohne else ["a", "b"])
    assert [one.id for one in new.rahmen.verbleib["2020"].eintraege] == (["a"] if ohne else [])
    for datei in made.dateien:
        assert datei.after.startswith(bom)
        assert "\n" not in datei.after.replace(eol, "") or "\n" not in datei.before
    remarks = [remark.sentence for datei in made.dateien for _, remark in datei.remarks]
    assert sum("ist am 31.12.2020 abgelaufen;" in one for one in remarks) == 1
    assert sum("am 1.1.2021 als umgesetzt gemeldet" in one for one in remarks) == 1


def broken_names(root: Path) -> None:
    (root / "data/fassungen/2024.yaml").write_text("x", encoding="utf-8")


def dangling_frame(root: Path) -> None:
    (root / "data/fassungen/2024.yaml").symlink_to("fehlt")


def dangling_folder(root: Path) -> None:
    (root / "data/handlungsfelder/2024").symlink_to("fehlt")


def folder(root: Path) -> None:
    (root / "data/handlungsfelder/2024").mkdir()


def log(root: Path) -> None:
    (root / "data/sachstand/2024.yaml").write_text("eintraege: []\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (broken_names, "data/fassungen/2024.yaml gibt es schon; es wird nichts überschrieben"),
        (dangling_frame, "data/fassungen/2024.yaml gibt es schon"),
        (
            dangling_folder,
            "Den Ordner data/handlungsfelder/2024 gibt es schon, aber ohne data/fassungen/2024.yaml",
        ),
        (folder, "Den Ordner data/handlungsfelder/2024 gibt es schon"),
        (log, "data/sachstand/2024.yaml gibt es schon"),
    ],
)
def test_nothing_is_overwritten(prepare: Callable[[Path], None], sentence: str, tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    loaded = load_plan(root)
    prepare(root)
    before = snapshot(root)
    with pytest.raises(UnsuitableError, match=re.escape(sentence)):
        fortschreiben(root, loaded, Auftrag("2020", "2024", SILVESTER), write=True)
    assert snapshot(root) == before


@pytest.mark.parametrize(
    ("alt", "neu", "ab", "sentence"),
    [
        ("2020", "2020", None, "kann nicht sich selbst fortschreiben"),
        ("2020", "2024_neu", None, "»2024_neu« ist als Name einer Fassung nicht erlaubt"),
        ("2020", "../2024", None, "nicht erlaubt"),
        ("2020", "a" * 101, None, "nicht erlaubt"),
        ("2020", "", None, "nicht erlaubt"),
        ("2018", "2024", None, "Die Fassung 2018 ist schon fortgeschrieben: Auf sie folgt 2020."),
        ("2020", "2024", date(2020, 11, 2), "begänne am 2.11.2020, die Fassung 2020 aber erst am 2.11.2020"),
    ],
)
def test_what_does_not_suit_the_plan_is_refused(
    alt: str, neu: str, ab: date | None, sentence: str, tmp_path: Path
) -> None:
    root = copy_of(ROOT, tmp_path)
    before = snapshot(root)
    with pytest.raises(UnsuitableError, match=re.escape(sentence)) as caught:
        make(root, alt, neu, ab=ab)
    assert caught.value.hint
    assert snapshot(root) == before


def test_a_fassung_known_in_parts_is_carried_on_in_parts(tmp_path: Path) -> None:
    """Nobody knows what else was in it: a new one that called itself complete would drop that in silence."""
    root = copy_of(ROOT, tmp_path)
    for path in (root / "data/fassungen/2020.yaml", root / "data/sachstand/2020.yaml"):
        path.unlink()
    shutil.rmtree(root / "data/handlungsfelder/2020")
    replace_in(root / "data/konzept.yaml", 'fassung: "2020"', 'fassung: "2018"')
    made = make(root, "2018", "2024")
    assert made.fassung.rahmen.vollstaendig is False
    assert (
        "# Offen: Die Fassung 2018 ist nur teilweise dokumentiert, diese deshalb auch. "
        "Ist sie vollständig, löschen Sie die\n# Zeile.\nvollstaendig: false\n"
    ) in made.dateien[0].after


def retitle(root: Path) -> None:
    replace_in(root / "data/handlungsfelder/2020/6-kultur.yaml", "titel: Kultur", "titel: Die Kultur")


def shorten(root: Path) -> None:
    (root / "data/handlungsfelder/2020/2-sprache.yaml").write_bytes(b"id: x\nnummer: 2\ntitel: X\n")


def garble(root: Path) -> None:
    (root / "data/fassungen/2020.yaml").write_bytes(b"\xff")


def add_a_file(root: Path) -> None:
    (root / "data/handlungsfelder/2020/7.yaml").write_bytes(b'id: x\nnummer: "7"\ntitel: X\n')


def report(root: Path) -> None:
    with (root / "data/sachstand/2020.yaml").open("a", encoding="utf-8") as log:
        log.write(log_entry("2024-12-01", "umgesetzt").replace("jobmesse", "vereinsplattform"))


@pytest.mark.parametrize("change", [retitle, shorten, garble, add_a_file, report])
def test_a_change_by_someone_else_in_between_is_noticed(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    root = copy_of(ROOT, tmp_path)
    loaded = load_plan(root)
    change(root)
    before = snapshot(root)
    with pytest.raises(EditError, match="wurden eben geändert"):
        fortschreiben(root, loaded, Auftrag("2020", "2024", SILVESTER), write=True)
    assert snapshot(root) == before


def test_a_fault_of_the_plan_is_named_and_nothing_written(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    replace_in(root / "data/akteure.yaml", "id: jugendamt\n", "id: jugendaemter\n")
    before = snapshot(root)
    with pytest.raises(EditError, match=r"einen Fehler: Den Akteur »jugendamt« gibt es nicht"):
        make(root, "2020", "2024")
    assert snapshot(root) == before


def test_a_rule_of_the_county_does_not_stand_in_the_way(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    with (root / "data/konzept.yaml").open("a", encoding="utf-8") as konzept:
        konzept.write("regeln: {angabe-offen: fehler, termin-veraltet: aus}\n")
    made = make(root, "2020", "2024", ab=date(2024, 1, 1))
    assert {(befund.code, befund.schwere.value) for befund in made.findings} >= {("angabe-offen", "fehler")}
    assert "termin-veraltet" not in {befund.code for befund in made.findings}


def test_a_way_of_writing_that_cannot_be_proved_is_left_alone(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    path = root / "data/fassungen/2020.yaml"
    replace_in(path, "beratungsfolge:\n", "? beratungsfolge\n:\n")
    before = snapshot(root)
    with pytest.raises(EditError, match="kein Doppelpunkt in derselben Zeile"):
        make(root, "2020", "2024")
    assert snapshot(root) == before


def test_a_dry_run_proves_the_same_and_leaves_nothing(first: Path) -> None:
    before = snapshot(first)
    shown = make(first, "2022", "2025", ab=date(2025, 1, 1), write=False)
    assert snapshot(first) == before
    assert shown == make(first, "2022", "2025", ab=date(2025, 1, 1))


def test_files_of_the_old_fassung_behind_links_become_files(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path / "plan")
    path = root / "data/handlungsfelder/2020/6-kultur.yaml"
    path.rename(tmp_path / "kultur.yaml")
    path.symlink_to(tmp_path / "kultur.yaml")
    make(root, "2020", "2024")
    new = root / "data/handlungsfelder/2024/6-kultur.yaml"
    assert not new.is_symlink()
    assert new.read_bytes() == (tmp_path / "kultur.yaml").read_bytes()


def test_the_diff_shows_the_remarks_only(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    made = make(root, "2020", "2024", ab=date(2024, 1, 1), write=False)
    assert [
        len(datei.diff.splitlines()) for datei in made.dateien if datei.name.endswith("6-kultur.yaml")
    ] == [0]
    (sprache,) = [datei for datei in made.dateien if datei.name.endswith("2-sprache.yaml")]
    lines = sprache.diff.splitlines()
    assert lines[:2] == [
        "--- data/handlungsfelder/2020/2-sprache.yaml",
        "+++ data/handlungsfelder/2024/2-sprache.yaml",
    ]
    first, second = (line for line in lines[3:] if not line.startswith(" "))
    assert first.startswith(
        "+    # Offen: Der Termin ist abgelaufen, »Prüfung 2021« am 31.12.2021 und »Beginn"
    )
    assert second == "+    # 1.8.2021; neu festlegen oder streichen."


def test_the_folder_gets_the_mode_the_umask_allows(tmp_path: Path) -> None:
    root = copy_of(ROOT, tmp_path)
    make(root, "2020", "2024")
    modes = {
        oct((root / name).stat().st_mode & 0o777)
        for name in ("data/handlungsfelder/2024/6-kultur.yaml", "data/fassungen/2024.yaml")
    }
    mask = os.umask(0)
    os.umask(mask)
    assert modes == {oct(0o666 & ~mask)}
    assert (root / "data/handlungsfelder/2024").stat().st_mode & 0o777 == 0o777 & ~mask
