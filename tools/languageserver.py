"""The YAML language server that editors run, spoken to as an editor does.

Only the few messages are known that `tests/editor` needs.
"""

from __future__ import annotations

import json
import os
import subprocess
from itertools import count
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self, cast

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / ".node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 120.0  # seconds for a whole run, after which a server that hangs is ended
CAN: dict[str, Any] = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}
# Without this the server would look for schemas on the internet.
SETTINGS: dict[str, Any] = {"yaml": {"schemaStore": {"enable": False}}}

Message = dict[str, Any]


class ServerError(RuntimeError):
    """What the server refused, or that it ended, or did not answer in time."""


class LanguageServer:
    """A server for one folder, which is the project that the editor has open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._diagnostics: dict[str, list[Message]] = {}

    def __enter__(self) -> Self:
        words = ["node", str(PROGRAM), "--stdio"]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - no words of a reader
        self._into = cast("IO[bytes]", self._process.stdin)
        self._out = cast("IO[bytes]", self._process.stdout)
        self._watch = Timer(PATIENCE, self._process.kill)
        self._watch.start()
        where = self._folder.as_uri()
        opened = {"processId": os.getpid(), "rootUri": where, "capabilities": CAN}
        self.ask("initialize", {**opened, "workspaceFolders": [{"uri": where, "name": "project"}]})
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def opened(self, path: Path, text: str) -> str:
        """Open a file with this text, which need not be on disk, and return how later questions name it."""
        place = path.as_uri()
        self._diagnostics.pop(place, None)
        document = {"uri": place, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return place

    def diagnostics(self, place: str) -> list[Message]:
        """Return what the editor underlines in an open file."""
        while place not in self._diagnostics:
            self._heed(self._received())
        return self._diagnostics[place]

    def ask(self, method: str, params: Message) -> Any:  # noqa: ANN401 - each method has its own answer
        """Return the answer to a request.

        Raises:
            ServerError: If there is none, or it is an error.
        """
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._received()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise ServerError(message["error"])
                return message["result"]
            self._heed(message)

    def _heed(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:  # a request of the server's own, for settings or without an answer
            asked = (message.get("params") or {}).get("items")
            told = None if asked is None else [SETTINGS.get(item.get("section", "")) for item in asked]
            self._send({"id": message["id"], "result": told})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        self._into.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._into.flush()

    def _received(self) -> Message:
        length = 0
        while line := self._out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise ServerError("the language server ended, or did not answer in time")
        message: Message = json.loads(self._out.read(length))
        return message
