"""A real yaml-language-server for the tests that are marked ``editor``, spoken to as an editor does: LSP over stdio.

The server is no part of the project. The tests run where ``-m editor`` asks for them; then the server is the
program that the variable KONZEPT_SPRACHSERVER names, or the yaml-language-server of the path.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class LanguageServer:
    """One running server; ``root`` is the folder that the editor has open, ``settings`` are by section."""

    def __init__(self, program: str, root: Path, settings: dict[str, Any]) -> None:
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._settings = settings
        self._number = self._version = 0
        self.root = root
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.asked_for: list[str] = []
        markdown = {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}}
        self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": "plan"}],
                # no locale: as in an editor that was not set to German, where the server's own words are English
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {"completion": markdown, "hover": {"contentFormat": ["markdown"]}},
                },
            },
        )
        self.notify("initialized", {})

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Show a file (or what is typed in it) to the server, and return what it marks."""
        uri = path.as_uri()
        if text is None:
            text = path.read_text(encoding="utf-8")
        if uri in self.diagnostics:
            del self.diagnostics[uri]
            self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
            self._await_marks(uri)
        self.diagnostics.pop(uri, None)
        self._version += 1  # the server remembers what it read by the version
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return self._await_marks(uri)

    def _await_marks(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self.diagnostics:
            self._take()
        return self.diagnostics[uri]

    def hover(self, path: Path, line: int, character: int) -> str:
        """Return what the editor shows over a place (both from 0)."""
        answer = self.request("textDocument/hover", self._at(path, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def complete(self, path: Path, line: int, character: int) -> list[dict[str, Any]]:
        """Return what the editor offers at a place (both from 0)."""
        answer = self.request("textDocument/completion", self._at(path, line, character))
        return list(answer["items"])

    def stop(self) -> None:
        self.request("shutdown", None)
        self.notify("exit", None)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._process.wait(timeout=30)

    def request(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def notify(self, method: str, params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _at(self, path: Path, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """Read one message; answer what the server asks of an editor, keep what it marks."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method and "id" in message:
            self.asked_for.append(method)
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section", "")) for item in message["params"]["items"]]


def by_section(settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings as an editor hands them on: ``yaml.hover`` is ``hover`` of the section ``yaml``."""
    sections: dict[str, Any] = {}
    for name, value in settings.items():
        *outer, last = [name] if name.startswith("[") else name.split(".")
        here = sections
        for part in outer:
            here = here.setdefault(part, {})
        here[last] = value
    return sections


@pytest.fixture(scope="session")
def server(root: Path) -> Iterator[LanguageServer]:
    """Start the server once, in the folder of the project, with the settings that are shipped for VS Code."""
    program = os.environ.get("KONZEPT_SPRACHSERVER") or shutil.which("yaml-language-server")
    assert program, (
        "Keinen Sprachserver gefunden: KONZEPT_SPRACHSERVER nennt das Programm yaml-language-server."
    )
    shipped = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    running = LanguageServer(program, root, by_section(shipped))
    yield running
    running.stop()
