"""A plan read from git: the same as from disk, whatever the repository holds, and nothing there is ever changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from hashlib import sha1
from pathlib import Path

import pytest

from konzept.domain.plan import KONZEPT_DATEI
from konzept.load import LoadedPlan, load_plan
from konzept.load import revision_git as door
from konzept.load.plan_loader import load_tree
from konzept.load.revision import RevisionError, open_revision

SOUND = Path(__file__).parent.parent / "errors" / "_grundplan"
MUSTERKREIS = Path(__file__).parents[2] / "beispiele" / "musterkreis"
FIELD = "data/handlungsfelder/2020/1-soziales.yaml"
WHO = {
    "GIT_AUTHOR_NAME": "Amt",
    "GIT_AUTHOR_EMAIL": "amt@example.org",
    "GIT_COMMITTER_NAME": "Amt",
    "GIT_COMMITTER_EMAIL": "amt@example.org",
    "GIT_AUTHOR_DATE": "2019-05-06T12:00:00+0000",
    "GIT_COMMITTER_DATE": "2024-02-29T23:30:00-0500",
}


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let git see neither the settings of this machine nor a repository above the test's folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), "-c", "protocol.file.allow=always", *words]
    done = subprocess.run(command, env=os.environ | WHO, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip()


def commit(folder: Path, *tags: str) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Stand")
    for tag in tags:
        git(folder, "tag", tag)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan in a repository of its own: v1, and behind it a second commit with another title."""
    folder = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    git(folder, "init", "--quiet", "--initial-branch", "haupt")
    commit(folder, "v1")
    retitle(folder, "Soziales", "Anderes")
    commit(folder, "v2")
    return folder


def retitle(folder: Path, old: str, new: str) -> None:
    file = folder / FIELD
    file.write_text(file.read_text("utf-8").replace(f"titel: {old}", f"titel: {new}"), "utf-8")


def load(root: Path, name: str) -> LoadedPlan:
    return load_tree(open_revision(root, name)[1])


def title(root: Path, name: str) -> str:
    return load(root, name).plan.fassungen[0].handlungsfelder[0].titel


def refusal(root: Path, name: str) -> str:
    with pytest.raises(RevisionError) as caught:
        open_revision(root, name)
    return f"{type(caught.value).__name__}: {caught.value} {caught.value.hilfe}"


def everything(folder: Path) -> dict[str, bytes | None]:
    """Return every name below a folder with what it holds, links as where they lead."""
    found: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.fsencode(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def fake_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called git in front of the real one, which the script finds as $GIT."""
    real = shutil.which("git")
    program = tmp_path / "davor" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nGIT={real}\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("v1", "Soziales"),
        ("v2", "Anderes"),
        ("annotiert", "Soziales"),
        ("haupt", "Anderes"),
        ("zweig", "Soziales"),
        ("refs/tags/v1", "Soziales"),
        ("HEAD", "Anderes"),
        ("@", "Anderes"),
        ("HEAD~1", "Soziales"),
        ("v2^", "Soziales"),
        ("@{1}", "Soziales"),
        ("haupt@{0}", "Anderes"),
        (":/Stand", "Anderes"),
        ("v1^{/Stand}", "Soziales"),
        ("v2-0-gKURZ", "Anderes"),
        ("KURZ", "Anderes"),
        ("LANG", "Anderes"),
    ],
)
def test_whatever_git_takes_for_a_commit_is_taken(plan: Path, name: str, expected: str) -> None:
    git(plan, "branch", "zweig", "v1")
    git(plan, "tag", "--annotate", "--message", "Beschluss", "annotiert", "v1")
    full = git(plan, "rev-parse", "HEAD")
    name = name.replace("KURZ", full[:8]).replace("LANG", full)
    assert title(plan, name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "fehlt",
        "HEAD~2",
        "--all",
        "--git-dir",
        "--show-toplevel",
        "-C/",
        "-h",
        "^v1",
        "v1..v2",
        "v1...v2",
        "v1 v2",
        "v1\n--all",
        "\x1b[31m",
        "\udcff",
        "v1\x00",
        "",
        "~",
        "@{u}",
        "0" * 40,
        ":/gibtesnicht",
        "x" * 5000,
    ],
)
def test_what_names_no_revision_is_refused_in_german(plan: Path, name: str) -> None:
    said = refusal(plan, name)
    assert said.startswith("UnknownRevisionError: Die Revision »")
    assert "gibt es in diesem git-Repository nicht. »git tag« nennt" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("name", ["v1:data", f"v1:{KONZEPT_DATEI}", "v1^{tree}", "HEAD:./data", "BLOB"])
def test_a_folder_or_file_in_git_is_no_revision(plan: Path, name: str) -> None:
    said = refusal(plan, name.replace("BLOB", git(plan, "rev-parse", f"v1:{FIELD}")))
    assert "nennt in git etwas anderes als eine Revision" in said


def test_the_beginning_of_two_hashes_is_ambiguous(plan: Path) -> None:
    seen: dict[str, str] = {}
    for number in range(2000):
        digest = sha1(f"blob {len(str(number))}\0{number}".encode(), usedforsecurity=False).hexdigest()
        twin = seen.setdefault(digest[:4], str(number))
        if twin != str(number):
            break
    else:
        pytest.fail("no two numbers whose hashes begin alike")
    for text in (twin, str(number)):
        (plan / "zahl").write_text(text, encoding="utf-8")
        git(plan, "hash-object", "-w", "zahl")
    said = refusal(plan, digest[:4])
    assert said.endswith("ist in git mehrdeutig: Mehrere Revisionen beginnen so. Nennen Sie mehr Zeichen.")


def test_the_commit_is_named_with_the_day_its_own_zone_had(plan: Path) -> None:
    revision, _ = open_revision(plan, "v1")
    assert revision.name == "v1"
    assert revision.commit == git(plan, "rev-parse", "v1")
    assert revision.datum == date(2024, 2, 29)  # 1 March in UTC


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_day_does_not_depend_on_where_one_looks_from(
    plan: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    assert open_revision(plan, "v1")[0].datum == date(2024, 2, 29)


@pytest.mark.parametrize("moment", ["99999999999999 +0000", "x", "1 +0"])
def test_a_commit_without_a_sound_day_has_none(plan: Path, moment: str) -> None:
    raw = git(plan, "cat-file", "commit", "v1")
    broken = "\n".join(
        f"committer Amt <amt@example.org> {moment}" if line.startswith("committer ") else line
        for line in raw.splitlines()
    )
    path = plan / "commit.txt"
    path.write_text(f"{broken}\n", encoding="utf-8")
    name = git(plan, "hash-object", "-t", "commit", "-w", "--literally", str(path))
    revision, _ = open_revision(plan, name)
    assert (revision.commit, revision.datum) == (name, None)


@pytest.mark.parametrize("sample", [SOUND, MUSTERKREIS, MUSTERKREIS.parents[1]])
def test_git_and_disk_give_the_same_plan_findings_and_places(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(sample / "data", folder / "data")
    git(tmp_path, "init", "--quiet", str(folder))
    commit(folder, "v1")
    assert load(folder, "v1") == load_plan(folder)


def test_the_same_limits_and_findings_as_on_disk(plan: Path) -> None:
    fields = plan / "data/handlungsfelder/2020"
    (fields / "gross.yaml").write_bytes(b"#" * (2 * 1024 * 1024 + 1))
    (fields / "latin.yaml").write_bytes("titel: Köln\n".encode("latin-1"))
    (fields / "steuerzeichen.yaml").write_bytes(b"titel: a\x00b\n")
    (fields / "utf16.yaml").write_bytes("titel: a\n".encode("utf-16"))
    (fields / "leer.yaml").write_bytes(b"")
    (fields / "kaputt.yaml").write_bytes(b"id: [")
    (fields / "andere.yml").write_bytes(b"id: x\n")
    (fields / ".versteckt.yaml").write_bytes(b"id: [")
    (fields / "notiz.txt").write_bytes(b"\xff")
    (fields / 'mit "Zeichen" und\nZeile.yaml').write_bytes(b"id: [")
    (fields / os.fsdecode(b"kein-utf8-\xff.yaml")).write_bytes(b"id: [")
    (fields / "ordner.yaml").mkdir()
    (fields / "ordner.yaml" / "x").write_bytes(b"")
    deep = plan / "data" / "/".join("abcdefghijkl")
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_bytes(b"")
    commit(plan, "v3")
    from_disk = load_plan(plan)
    assert load(plan, "v3") == from_disk
    assert len({befund.ort.datei for befund in from_disk.findings}) >= 10


def test_the_bytes_are_those_that_were_committed(plan: Path) -> None:
    """Line ends and filters belong to a work tree; the repository's settings start no program."""
    marker = plan.parent / "gelaufen"
    (plan / ".gitattributes").write_text("*.yaml text eol=crlf filter=eigen\n", encoding="utf-8")
    commit(plan, "v3")
    git(plan, "rm", "-r", "--quiet", "--cached", ".")
    git(plan, "reset", "--hard", "--quiet")
    assert b"\r\n" in (plan / FIELD).read_bytes()
    git(plan, "config", "filter.eigen.smudge", f"touch {marker}")
    git(plan, "config", "diff.eigen.textconv", f"touch {marker}")
    tree = open_revision(plan, "v3")[1]
    assert b"\r\n" not in tree.read(FIELD)
    assert not marker.exists()


def test_what_is_not_committed_plays_no_part(plan: Path) -> None:
    retitle(plan, "Anderes", "Ungespeichert")
    git(plan, "add", "--all")
    (plan / "data/akteure.yaml").unlink()
    (plan / "data/konzept.yaml").write_text("[", encoding="utf-8")
    assert title(plan, "v2") == "Anderes"
    assert load(plan, "v2").findings == []


def test_a_plan_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    top = tmp_path / "haus"
    for name in ("eins", "zwei ü [x]"):
        shutil.copytree(SOUND, top / "pläne" / name)
    git(tmp_path, "init", "--quiet", str(top))
    retitle(top / "pläne/eins", "Soziales", "Eins")
    commit(top, "v1")
    assert title(top / "pläne/eins", "v1") == "Eins"
    assert title(top / "pläne/zwei ü [x]", "v1") == "Soziales"


def test_a_plan_that_came_later_is_not_in_the_revision(plan: Path) -> None:
    later = Path(shutil.copytree(SOUND, plan / "spaeter"))
    said = refusal(later, "v1")
    assert said.startswith("RevisionError: In der Revision »v1« gibt es den Plan »spaeter« nicht")
    assert "git ls-tree -r --name-only v1" in said


def test_another_work_tree_of_the_repository(plan: Path) -> None:
    other = plan.parent / "andere"
    git(plan, "worktree", "add", "--quiet", str(other), "v1")
    assert title(other, "v2") == "Anderes"
    assert title(other, "HEAD") == "Soziales"


def test_a_plan_that_is_a_submodule_is_read_from_its_own_repository(plan: Path, tmp_path: Path) -> None:
    top = tmp_path / "oben"
    git(tmp_path, "init", "--quiet", str(top))
    git(top, "submodule", "--quiet", "add", str(plan), "plan")
    commit(top, "oben-1")
    assert title(top / "plan", "v1") == "Soziales"
    assert "gibt es in diesem git-Repository nicht" in refusal(top / "plan", "oben-1")


def test_data_that_is_a_submodule_is_refused(plan: Path, tmp_path: Path) -> None:
    data = tmp_path / "daten"
    shutil.move(plan / "data", data)
    git(tmp_path, "init", "--quiet", str(data))
    commit(data)
    git(plan, "rm", "-r", "--quiet", "--cached", ".")
    git(plan, "submodule", "--quiet", "add", str(data), "data")
    commit(plan, "v3")
    assert load_plan(plan).read
    assert "ist der Ordner data/ des Plans eine Verknüpfung oder ein Submodul" in refusal(plan, "v3")


def test_data_that_is_a_link_is_refused(plan: Path) -> None:
    (plan / "data").rename(plan / "daten")
    (plan / "data").symlink_to("daten")
    commit(plan, "v3")
    assert load_plan(plan).read
    assert "eine Verknüpfung oder ein Submodul" in refusal(plan, "v3")


def test_links_inside_are_named_not_followed(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "1.yaml").write_text("id: geheim\n", encoding="utf-8")
    fields = plan / "data/handlungsfelder"
    (fields / "2024").symlink_to("2020")
    (fields / "2028").symlink_to("../../../geheim")
    (fields / "2020" / "2.yaml").symlink_to("../../../../geheim/1.yaml")
    (fields / "2020" / "3.yaml").symlink_to("1-soziales.yaml")
    (plan / "data" / "LIESMICH").symlink_to("akteure.yaml")
    (plan / "data" / "nirgends").symlink_to("gibt-es-nicht")
    (plan / "data" / "kreis").symlink_to("kreis")
    commit(plan, "v3")
    found = {befund.ort.datei: (befund.code, befund.meldung) for befund in load(plan, "v3").findings}
    folder = "Dieser Ordner wird nicht gelesen: Er ist eine Verknüpfung oder liegt zu tief."
    file = "Das ist in git eine Verknüpfung, keine Datei."
    assert found == {
        "data/handlungsfelder/2024": ("ordner-nicht-gelesen", folder),
        "data/handlungsfelder/2028": ("ordner-nicht-gelesen", folder),
        "data/handlungsfelder/2020/2.yaml": ("datei-unlesbar", file),
        "data/handlungsfelder/2020/3.yaml": ("datei-unlesbar", file),
    }


def test_a_submodule_inside_is_named(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "fremd"
    git(tmp_path, "init", "--quiet", str(other))
    commit(other)
    git(plan, "submodule", "--quiet", "add", str(other), "data/handlungsfelder/2024")
    git(plan, "submodule", "--quiet", "add", str(other), "data/handlungsfelder/2020/2.yaml")
    commit(plan, "v3")
    assert {befund.ort.datei: befund.code for befund in load(plan, "v3").findings} == {
        "data/handlungsfelder/2024": "ordner-nicht-gelesen",
        "data/handlungsfelder/2020/2.yaml": "datei-unlesbar",
    }


def test_the_surroundings_lead_to_no_other_repository(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(SOUND, tmp_path / "anderer"))
    retitle(other, "Soziales", "Falsch")
    git(tmp_path, "init", "--quiet", str(other))
    commit(other, "v1")
    log = tmp_path / "spur"
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_COMMON_DIR": str(other / ".git"),
        "GIT_INDEX_FILE": str(log),
        "GIT_OBJECT_DIRECTORY": str(other / ".git/objects"),
        "GIT_NAMESPACE": "anderer",
        "GIT_PREFIX": "woanders/",
        "GIT_TRACE": str(log),
        "GIT_TRACE2_EVENT": str(log),
        "GIT_CONFIG_PARAMETERS": f"'core.worktree={other}'",
        "GIT_CONFIG": str(log),
        "GIT_DEFAULT_HASH": "sha256",
    }.items():
        monkeypatch.setenv(name, value)
    assert load(plan, "v1").plan.fassungen[0].handlungsfelder[0].titel == "Soziales"
    assert not log.exists()


def test_settings_of_the_repository_start_no_program(plan: Path, tmp_path: Path) -> None:
    marker = tmp_path / "gelaufen"
    hooks = tmp_path / "haken"
    hooks.mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
        (hooks / hook).chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "pager.ls-tree",
        "core.editor",
        "core.sshCommand",
        "alias.ls-tree",
    ):
        git(plan, "config", name, f"touch {marker}")
    git(plan, "config", "core.hooksPath", str(hooks))
    assert title(plan, "v1") == "Soziales"
    assert not marker.exists()


def test_a_hash_stands_for_what_was_committed_under_it(plan: Path) -> None:
    git(plan, "replace", "v1", "v2")
    assert title(plan, "v1") == "Soziales"


def test_nothing_is_written_anywhere(plan: Path) -> None:
    retitle(plan, "Anderes", "Ungespeichert")
    os.utime(plan / "data/akteure.yaml", (1, 1))  # a stale index is what git likes to refresh
    git(plan, "pack-refs", "--all")
    before = everything(plan)
    for name in ("v1", "HEAD~1", "@{1}", "fehlt", "v1:data"):
        try:
            load(plan, name)
        except RevisionError:
            continue
    assert everything(plan) == before
    assert any(name.startswith(".git/") for name in before)


def test_a_shallow_clone_says_so(plan: Path, tmp_path: Path) -> None:
    clone = tmp_path / "flach"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-tags", f"file://{plan}", str(clone))
    assert title(clone, "HEAD") == "Anderes"
    for name in ("v1", "HEAD~1"):
        said = refusal(clone, name)
        assert "Es ist flach geklont: Ältere Stände fehlen." in said
        assert "git fetch --unshallow --tags" in said


def test_an_incomplete_clone_fetches_nothing(plan: Path, tmp_path: Path) -> None:
    clone = tmp_path / "teil"
    git(plan, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{plan}", str(clone))
    before = everything(clone)
    said = refusal(clone, "v1")
    assert "fehlt ein Teil der Revision; geholt wird nichts." in said
    assert everything(clone) == before


def test_a_lost_object_is_no_traceback(plan: Path) -> None:
    lost = git(plan, "rev-parse", f"v1:{FIELD}")
    (plan / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert "fehlt ein Teil der Revision" in refusal(plan, "v1")
    assert title(plan, "v2") == "Anderes"


def test_a_repository_with_longer_hashes(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    git(folder, "init", "--quiet", "--object-format", "sha256")
    full = commit(folder, "v1")
    assert len(full) == 64
    assert open_revision(folder, "v1")[0].commit == full
    assert title(folder, full) == "Soziales"


def test_without_a_repository(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    said = refusal(folder, "v1")
    assert said.startswith("UnknownRevisionError: Der Plan in »")
    assert "liegt in keinem git-Repository" in said
    assert "git init" in said


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SOUND, tmp_path / "plan"))
    git(folder, "init", "--quiet")
    assert "Die Revision »HEAD« gibt es in diesem git-Repository nicht." in refusal(folder, "HEAD")


def test_the_store_of_git_is_no_folder_for_a_plan(plan: Path) -> None:
    inside = Path(shutil.copytree(SOUND, plan / ".git" / "plan"))
    assert "in der Ablage von git selbst" in refusal(inside, "v1")


def test_without_the_program(plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said = refusal(plan, "v1")
    assert "Das Programm git ist hier nicht zu finden" in said
    assert "Installieren Sie git, oder vergleichen Sie Fassungen ohne »@«." in said


def test_a_program_that_does_not_start(plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_git(tmp_path, monkeypatch, "")
    (tmp_path / "davor" / "git").write_bytes(b"\x7fELF kaputt")
    assert "Das Programm git lässt sich nicht starten." in refusal(plan, "v1")


def test_a_program_that_hangs_is_stopped(plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_git(tmp_path, monkeypatch, "exec sleep 30")
    monkeypatch.setattr(door, "TIME_LIMIT", 0.2)
    assert "Sekunden nicht geantwortet" in refusal(plan, "v1")


def test_a_folder_of_somebody_else(plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_git(tmp_path, monkeypatch, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec $GIT "$@"')
    said = refusal(plan, "v1")
    assert "git verweigert das Lesen" in said
    assert "gehört einem anderen Benutzer" in said
    assert "git config --global --add safe.directory" in said


def test_a_folder_one_trusts_is_read(plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_git(tmp_path, monkeypatch, 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec $GIT "$@"')
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(plan))
    assert title(plan, "v1") == "Soziales"


def test_any_other_refusal_is_told_in_gits_own_words(
    plan: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_git(tmp_path, monkeypatch, "echo 'fatal: out of cheese' >&2; exit 128")
    said = refusal(plan, "v1")
    assert said.startswith("RevisionError: git kann das Repository nicht lesen: fatal: out of cheese")
    assert "git fsck" in said
