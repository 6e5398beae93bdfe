"""The server on its port: who is let in, what is answered, what is never answered, and how a change is told."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from konzept.preview.buehne import Stand
from konzept.preview.lauf import BelegtError, horche
from konzept.preview.zugang import ist_dieser_rechner

from .conftest import Kleinbuch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from konzept.render.templates import Templates

    from .conftest import Betrieb

    Betreibe = Callable[..., AbstractContextManager[Betrieb]]


class Bruechig(Kleinbuch):
    """Documents of which one cannot be made, for a reason nobody foresaw."""

    def seite(self, pfad: str, vorlagen: Templates) -> str:
        if pfad == "synopse":
            raise ZeroDivisionError
        return super().seite(pfad, vorlagen)


@pytest.fixture(scope="module")
def ordner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one file that counts, and one beside it that must never be seen."""
    root = tmp_path_factory.mktemp("plan")
    (root / "data").mkdir()
    (root / "data" / "konzept.yaml").write_text("land: Musterland\n", encoding="utf-8")
    (root / "geheim.txt").write_text("geheim\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def betrieb(ordner: Path, betreibe: Betreibe) -> Iterator[Betrieb]:
    with betreibe(ordner, lambda: Stand(buch=Bruechig())) as laufend:
        yield laufend


def test_a_page_comes_with_headers_that_keep_it_to_itself(betrieb: Betrieb) -> None:
    status, kopf, seite = betrieb.frage()
    assert status == 200
    assert "Ein Satz." in seite
    assert {name: wert for name, wert in kopf.items() if name not in {"date", "content-length"}} == {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_the_names_of_this_machine_are_let_in(betrieb: Betrieb, name: str) -> None:
    host = f"{name}:{betrieb.port}"
    assert betrieb.frage(Host=host)[0] == 200
    assert betrieb.frage(Host=host, Origin=f"http://{host}")[0] == 200


def test_a_name_that_was_made_to_lead_here_is_refused(betrieb: Betrieb) -> None:
    port = betrieb.port
    for host in (
        "fremd.example",
        f"fremd.example:{port}",
        f"127.0.0.1.fremd.example:{port}",
        f"localhost.:{port}",
        f"fremd@127.0.0.1:{port}",
        f"127.0.0.1:{port},fremd.example",
        "127.0.0.1",
        f"127.0.0.1:{port + 1}",
        f"0.0.0.0:{port}",
        "",
    ):
        status, kopf, text = betrieb.frage(Host=host)
        assert (status, kopf["x-content-type-options"], "Ein Satz." in text) == (421, "nosniff", False), host


def test_two_hosts_or_none_are_refused(betrieb: Betrieb) -> None:
    host = f"Host: 127.0.0.1:{betrieb.port}\r\n"
    assert roh(betrieb, f"GET / HTTP/1.1\r\n{host}Host: fremd.example\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert roh(betrieb, "GET / HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert roh(betrieb, "GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 421")
    # an address with another name in it is a question to a proxy, and this is none
    assert roh(betrieb, f"GET http://fremd.example/ HTTP/1.1\r\n{host}\r\n").startswith(b"HTTP/1.1 404")


def test_a_foreign_page_is_refused(betrieb: Betrieb) -> None:
    for herkunft in ("http://fremd.example", "null", f"https://127.0.0.1:{betrieb.port}", "http://127.0.0.1"):
        for pfad in ("/", "/vorschau/ereignisse"):
            assert betrieb.frage(pfad, Origin=herkunft)[0] == 403, herkunft


@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "UNSINN"])
def test_only_reading_is_answered(betrieb: Betrieb, methode: str) -> None:
    status, kopf, text = betrieb.frage("/", methode)
    assert (status, kopf["allow"]) == (405, "GET, HEAD")
    assert text == "Die Vorschau zeigt nur; ändern lässt sich hier nichts.\n"


def test_head_gives_the_headers_alone(betrieb: Betrieb) -> None:
    for pfad in ("/", "/synopse2", "/vorschau/ereignisse"):
        status, kopf, text = betrieb.frage(pfad, "HEAD")
        assert (status, text) == (404 if pfad == "/synopse2" else 200, "")
        assert kopf["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "pfad",
    [
        "/geheim.txt",
        "/../geheim.txt",
        "/..%2fgeheim.txt",
        "/%2e%2e/geheim.txt",
        "/..%5cgeheim.txt",
        "/data/konzept.yaml",
        "/data/",
        "//",
        "/./",
        "/konzept",
        "/%00",
        "/%ff",
        "/Synopse",
        "/synopse/",
        "/vorschau",
        "/vorschau/",
        "/vorschau/ereignisse/",
        "/favicon.ico",
        "/" + "a" * 5000,
    ],
)
def test_what_is_no_document_is_not_there(betrieb: Betrieb, pfad: str) -> None:
    status, _, text = betrieb.frage(pfad)
    assert status == 404
    assert "Diese Seite gibt es nicht" in text
    assert "geheim" not in text
    assert "Musterland" not in text


def test_headers_beyond_measure_are_refused_and_the_server_goes_on(betrieb: Betrieb) -> None:
    ohne_ende = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{betrieb.port}\r\nX-Lang: " + "a" * 100_000
    assert roh(betrieb, ohne_ende).startswith(b"HTTP/1.1 400")
    assert roh(betrieb, "UNSINN\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert betrieb.frage()[0] == 200


def test_many_ask_at_once(betrieb: Betrieb) -> None:
    with ThreadPoolExecutor(16) as viele:
        antworten = list(viele.map(lambda _: betrieb.frage(), range(48)))
    assert {(status, seite) for status, _, seite in antworten} == {(200, betrieb.frage()[2])}


def test_an_error_nobody_foresaw_is_told_and_the_server_goes_on(betrieb: Betrieb) -> None:
    status, kopf, text = betrieb.frage("/synopse")
    assert (status, text) == (500, "Damit hat niemand gerechnet.\n")
    assert kopf["cache-control"] == "no-store"
    assert [type(error) for error in betrieb.ungluecke] == [ZeroDivisionError]
    assert betrieb.frage()[0] == 200


def test_a_change_is_told_to_all_who_listen(tmp_path: Path, betreibe: Betreibe) -> None:
    datei = tmp_path / "data" / "konzept.yaml"
    datei.parent.mkdir()
    datei.write_text("Erster Text.", encoding="utf-8")
    with betreibe(tmp_path, lambda: Stand(buch=Kleinbuch(datei.read_text(encoding="utf-8")))) as betrieb:
        with betrieb.strom() as einer, betrieb.strom() as anderer:
            vorher = einer()
            assert anderer() == vorher
            assert f'data-stand="{vorher}"' in betrieb.frage()[2]
            datei.write_text("Zweiter Text.", encoding="utf-8")
            nachher = einer()
            assert anderer() == nachher != vorher
            seite = betrieb.frage()[2]
            assert "Zweiter Text." in seite
            assert f'data-stand="{nachher}"' in seite
        # who comes later is told at once what is shown, and does not wait for the next change
        with betrieb.strom() as spaeter:
            assert spaeter() == nachher
    assert [stand.kennung for stand in betrieb.gelesen] == [vorher, nachher]


def test_the_end_of_the_server_is_the_end_of_the_stream(ordner: Path, betreibe: Betreibe) -> None:
    with betreibe(ordner, Stand) as betrieb:
        strom = betrieb.strom()
        naechstes = strom.__enter__()
        assert naechstes() is not None
    assert naechstes() is None
    strom.__exit__(None, None, None)
    with pytest.raises(ConnectionRefusedError):
        betrieb.frage()


def test_an_error_of_the_watch_ends_the_preview(ordner: Path) -> None:
    from konzept.preview.lauf import Lesung, Vorschau

    class Kaputt(Lesung):
        def ordner(self) -> frozenset[Path]:
            raise ZeroDivisionError

    with horche("127.0.0.1", 0) as leitung:
        vorschau = Vorschau(Kaputt(ordner, Stand), leitung, "127.0.0.1", lambda _: None, str)
        with pytest.raises(ZeroDivisionError):
            vorschau.laufe()


def test_a_port_is_nobody_elses() -> None:
    with horche("localhost", 0) as leitung:
        assert leitung.getsockname()[0] == "127.0.0.1"
        port = leitung.getsockname()[1]
        with pytest.raises(BelegtError, match=f"Der Port {port} ist schon belegt."):
            horche("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "erwartet"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("localhost", True),
        ("::1", True),
        ("", False),
        ("0.0.0.0", False),  # noqa: S104  this is what must be refused
        ("::", False),
        ("192.168.1.5", False),
        ("::ffff:127.0.0.1", False),
        ("2130706433", False),
        ("127.1", False),
        ("fremd.example", False),
        ("localhost.fremd.example", False),
    ],
)
def test_only_this_machine_is_an_interface(host: str, *, erwartet: bool) -> None:
    assert ist_dieser_rechner(host) is erwartet


def roh(betrieb: Betrieb, anfrage: str) -> bytes:
    """Send bytes as they are, and return what comes back until the server is done."""
    with socket.create_connection(("127.0.0.1", betrieb.port), timeout=20) as leitung:
        leitung.sendall(anfrage.encode())
        return leitung.recv(4096)
