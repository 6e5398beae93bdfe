"""``konzept preview`` on real plans: the same pages as ``render``, its refusals, its ends, and a plan that breaks."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Semaphore, Thread
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from konzept.__main__ import _load_app
from konzept.cli.preview import Leser, _unglueck
from konzept.cli.preview_dokumente import TITEL
from konzept.cli.render_auftrag import Format
from konzept.cli.render_dokumente import DOKUMENTE, Dokument
from konzept.cli.surface.entry import run
from konzept.preview.buehne import START, Buehne, Stand
from konzept.preview.lauf import Lesung, Vorschau, horche
from konzept.preview.zugang import ist_dieser_rechner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent.parent
MUSTERKREIS = ROOT / "beispiele" / "musterkreis"
LEITLINIEN = ROOT / "beispiele" / "handlungsleitlinien"
"""The smallest plan: what is read again and again is quickly read."""
FELD = "data/handlungsfelder/2016/1-handlungsleitlinien.yaml"
WARTEN = 20.0


@pytest.fixture(scope="module")
def stand() -> Stand:
    """Return the state of the Musterkreis, which has one Hinweis on a Maßnahme of the newest Fassung."""
    return Leser(MUSTERKREIS, None, None)()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LEITLINIEN, tmp_path / "plan"))


def call(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = run(_load_app, ["-C", str(MUSTERKREIS), "preview", *args], guarded=False)
    out, err = capsys.readouterr()
    assert out == ""
    return code, " ".join(err.split())


@pytest.mark.parametrize("pfad", [START, "kurzfassung"])
def test_a_page_is_what_render_makes_and_the_previews_own(
    pfad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    aufruf = ["-C", str(LEITLINIEN), "render", pfad or "konzept", "--format", "html"]
    assert run(_load_app, aufruf, guarded=False) == 0
    gemacht = capsys.readouterr().out.split("\n")
    gezeigt = Buehne(Leser(LEITLINIEN, None, None)()).seite(pfad).seite.split("\n")
    richtlinie = next(zeile for zeile in gemacht if "Content-Security-Policy" in zeile)
    # the policy names one style and one script more; what else is more stands in two places: style and script in
    # the head, the bar behind the first link
    eigenes = (("<style>/* What »konzept preview«", "</head>"), ('<section id="vorschau"', "</section>"))
    text = "\n".join(gezeigt)
    for anfang, ende in eigenes:
        von = text.index(anfang)
        bis = text.index(ende, von)
        text = text[:von] + text[bis + (len(ende) + 1 if ende == "</section>" else 0) :]
    assert [zeile for zeile in text.split("\n") if "Content-Security-Policy" not in zeile] == [
        zeile for zeile in gemacht if zeile != richtlinie
    ]


def test_every_document_that_is_a_page_has_its_address(stand: Stand) -> None:
    assert stand.buch is not None
    seiten = {dokument for dokument, art in DOKUMENTE.items() if Format.HTML in art.formate}
    assert set(TITEL) == seiten - {Dokument.SPRACHFASSUNG}
    assert list(stand.buch.titel.items()) == [
        ("", "Konzept"),
        *((dokument.value, titel) for dokument, titel in TITEL.items() if dokument is not Dokument.KONZEPT),
        ("sprachfassung/leicht", "Leichte Sprache"),
        ("sprachfassung/en", "Englisch"),
    ]


def test_without_a_predecessor_there_is_no_synopse() -> None:
    buch = Leser(MUSTERKREIS, "2022", None)().buch
    assert buch is not None
    assert "synopse" not in buch.titel
    assert "verbleib" in buch.titel


def test_a_finding_stands_under_the_heading_of_its_massnahme(stand: Stand) -> None:
    seite = Buehne(stand).seite(START).seite
    stelle = seite.index('id="massnahme-orientierungskurse"')
    rest = seite[stelle:]
    assert rest.index('class="v-befunde"') < rest.index("</article>")
    assert "[foerderung-endet-vorher]" in rest[: rest.index("</article>")]


def geschrieben(datei: Path, text: str) -> None:
    """Replace a file as a whole: one that is written in its place may be read while it is empty, a state too many."""
    neu = datei.with_name(".neu")
    neu.write_text(text, encoding="utf-8")
    neu.replace(datei)


def gebrochen(plan: Path, alt: str, neu: str, datei: str = FELD) -> None:
    text = (plan / datei).read_text(encoding="utf-8")
    assert alt in text
    geschrieben(plan / datei, text.replace(alt, neu, 1))


@contextmanager
def laufend(plan: Path) -> Iterator[tuple[Callable[[], str], Callable[[], str]]]:
    """Run a preview; gives how to get its first page, and how to wait for the next state."""
    gelesen = Semaphore(0)
    with horche("127.0.0.1", 0) as leitung:
        port = leitung.getsockname()[1]
        vorschau = Vorschau(
            Lesung(plan, Leser(plan, None, None)), leitung, "127.0.0.1", lambda _: gelesen.release(), str
        )
        thread = Thread(target=vorschau.laufe)
        thread.start()

        def hole() -> str:
            verbindung = HTTPConnection("127.0.0.1", port, timeout=WARTEN)
            verbindung.request("GET", "/")
            antwort = verbindung.getresponse()
            seite = antwort.read().decode("utf-8")
            verbindung.close()
            assert antwort.status == 200
            return seite

        def naechste() -> str:
            assert gelesen.acquire(timeout=WARTEN)
            return hole()

        try:
            assert gelesen.acquire(timeout=WARTEN)
            yield hole, naechste
        finally:
            vorschau.beende()
            thread.join(WARTEN)


def test_a_plan_breaks_vanishes_and_is_mended_while_it_is_shown(plan: Path) -> None:
    gut = "</h1>"
    with laufend(plan) as (hole, naechste):
        assert "v-achtung" not in hole().partition("<body>")[2]
        # no YAML any more: the last sound page, the finding at the Maßnahme whose lines it stands in
        gebrochen(plan, "rolle: mitwirkend}", "rolle: [mitwirkend}")
        seite = naechste().partition("<body>")[2]
        assert "Gezeigt ist der letzte Stand ohne Fehler." in seite
        assert gut in seite
        assert "[yaml-" in seite
        gebrochen(plan, "rolle: [mitwirkend}", "rolle: mitwirkend}")
        assert "v-achtung" not in naechste().partition("<body>")[2]
        # the whole folder gone
        (plan / "data").rename(plan / "weg")
        seite = naechste().partition("<body>")[2]
        assert "Gezeigt ist der letzte Stand ohne Fehler." in seite
        assert gut in seite
        (plan / "weg").rename(plan / "data")
        assert "v-achtung" not in naechste().partition("<body>")[2]


def test_settings_style_and_logo_are_followed(plan: Path) -> None:
    (plan / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', "utf-8")
    (plan / "eigen.css").write_text("main { --eins: 1; }", "utf-8")
    text = (plan / "data/konzept.yaml").read_text(encoding="utf-8")
    gestaltung = "\ngestaltung:\n  logo: logo.svg\n  logo_text: Wappen\n  css: eigen.css\n"
    with laufend(plan) as (hole, naechste):
        assert "data:image/svg" not in hole()
        geschrieben(plan / "data/konzept.yaml", text + gestaltung)
        seite = naechste()
        assert "data:image/svg" in seite
        assert "--eins: 1" in seite
        geschrieben(plan / "eigen.css", "main { --zwei: 2; }")
        assert "--zwei: 2" in naechste()


@pytest.mark.filterwarnings(
    "ignore:.*multi-threaded:DeprecationWarning"
)  # a plan's own templates run in a fork
def test_a_template_of_the_plan_is_followed(plan: Path) -> None:
    vorlage = plan / "templates" / "html" / "konzept.css"
    with laufend(plan) as (hole, naechste):
        hole()
        vorlage.parent.mkdir(parents=True)
        vorlage.write_text("main { --eins: 1; }", "utf-8")
        seite = naechste()
        while "--eins: 1" not in seite:  # the file may have been seen while it was still empty
            seite = naechste()
        assert "--eins: 1" in seite
        assert 'id="vorschau"' in seite


def test_a_plan_that_is_broken_from_the_beginning_is_no_end(plan: Path) -> None:
    gebrochen(plan, "rolle: mitwirkend", "rolle: mitwirkent")
    with laufend(plan) as (hole, naechste):
        assert "Der Plan lässt sich noch nicht zeigen" in hole()
        gebrochen(plan, "rolle: mitwirkent", "rolle: mitwirkend")
        assert "Der Plan lässt sich noch nicht zeigen" not in naechste()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "fremd.example", ""])  # noqa: S104  refused
def test_other_interfaces_are_refused(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert not ist_dieser_rechner(host)
    code, err = call(capsys, "--host", host)
    assert code == 2
    assert (
        f"Die Vorschau gibt es nur auf diesem Rechner; »{host}« ist keine Adresse, die nur er erreicht."
        in err
    )
    assert "Lassen Sie »--host« weg" in err


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as leitung:
        port = str(leitung.getsockname()[1])
        hilfe = "Hilfe: Nennen Sie mit »--port« einen anderen; »--port 0« nimmt irgendeinen freien."
        assert call(capsys, "--port", port) == (1, f"Fehler: Der Port {port} ist schon belegt. {hilfe}")


@pytest.mark.parametrize("port", ["-1", "65536", "viele"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--port", port)[0] == 2


def test_a_fassung_that_does_not_exist_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    code, err = call(capsys, "--port", "0", "--fassung", "2024")
    assert code == 2
    assert "Die Fassung »2024« gibt es nicht." in err


def test_without_a_plan_there_is_nothing_to_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(_load_app, ["-C", str(tmp_path), "preview"], guarded=False) == 3
    assert "liegt ein Plan" in capsys.readouterr().err


@pytest.mark.parametrize("bibliothek", ["uvicorn", "starlette", "watchfiles"])
def test_without_the_extra_the_way_to_it_is_said(
    bibliothek: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("konzept.preview.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == bibliothek]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Fehlend(bibliothek), *sys.meta_path])
    satz = f"Fehler: Für die Vorschau fehlt die Bibliothek »{bibliothek}«."
    assert call(capsys) == (1, f'{satz} Hilfe: Nachinstallieren mit: pip install "konzept[preview]"')


class Fehlend:
    """An importer that knows one library as missing."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, *_: object) -> None:
        if name.partition(".")[0] == self.name:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


@pytest.mark.parametrize("da", [True, False])
def test_the_browser_is_shown_the_page_and_ctrl_c_is_the_end(
    *, da: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seiten: list[str] = []

    def oeffne(adresse: str) -> bool:
        with urlopen(adresse, timeout=WARTEN) as antwort:  # noqa: S310  the address the preview itself has named
            seiten.append(antwort.read().decode("utf-8"))
        return da

    monkeypatch.setattr("webbrowser.open", oeffne)
    # whoever says what the browser did ends the preview as Ctrl-C does
    echt = Thread.run

    def run_thread(thread: Thread) -> None:
        echt(thread)
        if seiten and thread.daemon:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Thread, "run", run_thread)
    code = run(_load_app, ["-C", str(LEITLINIEN), "preview", "--port", "0", "--oeffnen"], guarded=False)
    out, err = capsys.readouterr()
    assert (code, out, len(seiten)) == (0, "", 1)
    assert 'id="vorschau"' in seiten[0]
    assert ("Es fand sich kein Browser; öffnen Sie die Adresse selbst." in err) is not da


def test_an_error_nobody_foresaw_leaves_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    satz = _unglueck(ZeroDivisionError())
    assert satz == "Im Programm ist etwas geschehen, das nicht vorgesehen war (ZeroDivisionError)."
    err = capsys.readouterr().err
    assert err.startswith(f"Fehler: {satz} Der Bericht dazu liegt in »")
    Path(err.partition("»")[2].partition("«")[0]).unlink()


def test_an_order_to_end_is_followed_even_while_somebody_listens() -> None:
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "konzept",
            "-C",
            str(ROOT / "beispiele/handlungsleitlinien"),
            "preview",
            "--port",
            "0",
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        erste = process.stderr.readline()
        adresse = erste.removeprefix("Die Vorschau: http://").rstrip("/\n")
        verbindung = HTTPConnection(adresse, timeout=WARTEN)
        verbindung.request("GET", "/vorschau/ereignisse")
        assert verbindung.getresponse().readline() == b"retry: 1000\n"
        process.terminate()
        out, err = process.stdout.read(), process.stderr.read()
        process.wait(WARTEN)
    verbindung.close()
    assert (process.returncode, out) == (0, "")
    assert err == "Sie folgt jeder Änderung am Plan. Strg+C beendet sie.\nGelesen: keine Befunde.\n"
