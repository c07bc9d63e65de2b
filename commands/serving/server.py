"""A server for one site and one person: files as a host would give them, and pages that listen for news."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from invoke.exceptions import Exit

from commands.serving.desk import Desk

OURS = "/-/"
"""Where the server's own files are; no page of a site has such an address."""

CLIENT = Path(__file__).parent / "client"

FILES = {"reload.js": "text/javascript", "faults.css": "text/css"}

LISTENING = f'<script defer src="{OURS}reload.js"></script>'.encode()

PULSE = 15.0
"""Seconds after which a page that listens is told that the server is still there."""


@contextmanager
def serving(folder: Path, port: int, desk: Desk) -> Iterator[str]:
    """While the block runs, the folder is served to this machine alone; gives the address.

    Raises:
        Exit: the port is taken, or nobody may listen there; with status 2.
    """
    try:
        server = _Server(("127.0.0.1", port), partial(_Handler, desk=desk, directory=str(folder)))
    except OSError as fault:
        raise Exit(
            f"port {port} cannot be listened at ({fault.strerror}); say --port with another", 2
        ) from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}/"
        finally:
            server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nothing to tell of."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: Any, desk: Desk, **named: Any) -> None:
        self._desk = desk
        super().__init__(*given, **named)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == f"{OURS}news":
            self._tell_news()
        elif path.startswith(OURS) and path.removeprefix(OURS) in FILES:
            name = path.removeprefix(OURS)
            self._answer(CLIENT.joinpath(name).read_bytes(), FILES[name])
        elif (page := self._page(path)) is not None:
            self._answer(*page)
        else:
            super().do_GET()

    def _page(self, path: str) -> tuple[bytes, str, HTTPStatus] | None:
        """A page with the script that listens; None for files of other kinds, which are given as they are."""
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        if file.suffix not in {"", ".html"} or (not file.suffix and file.exists()):
            return None
        with suppress(OSError, ValueError):
            newer = self._desk.page(file.relative_to(self.directory).as_posix())
            return _listening(newer or file.read_bytes()), "text/html", HTTPStatus.OK
        lost = Path(str(self.directory), "404.html")
        with suppress(OSError):
            # Its links begin at the site's root, which a site without an address cannot name.
            found = lost.read_bytes().replace(b'="./', b'="/')
            return _listening(found), "text/html", HTTPStatus.NOT_FOUND
        return _listening(_WAITING), "text/html", HTTPStatus.NOT_FOUND

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell_news(self) -> None:
        """Server-sent events, as the HTML standard has them: the state now, and each change of it."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with suppress(OSError):
            while True:
                known, message = self._desk.news()
                self.wfile.write(f"data: {message}\n\n".encode())
                self.wfile.flush()
                while not self._desk.wait(known, PULSE):
                    self.wfile.write(b": still here\n\n")
                    self.wfile.flush()

    def end_headers(self) -> None:
        """No answer is kept by the browser: the next one may be another site's."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *given: Any) -> None:  # noqa: A002 the name is the library's
        """Requests are not told: what is said here is what builds say."""


def _listening(page: bytes) -> bytes:
    before, body, after = page.rpartition(b"</body>")
    return before + LISTENING + body + after if body else page + LISTENING


_WAITING = (
    b'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>'
    b"<body><p>There is no site yet.</p></body></html>"
)
