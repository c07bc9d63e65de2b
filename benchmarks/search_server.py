"""A static server that compresses as servers do, counts what it sends, and can be as slow as a network."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TEXT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""Types that are sent compressed. Everything else is sent as it is, Pagefind's own compressed files too."""

GZIP_LEVEL = 6

SMALLEST_COMPRESSED = 256
"""Bytes below which servers do not compress, because it gains nothing."""

PAUSE, QUIET = 0.005, 4
"""Seconds between two looks, and how many looks in a row have to find no request open."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One response: the path that was asked for, and the bytes of its body and of its status and headers."""

    path: str
    body: int
    headers: int


class StaticServer(ThreadingHTTPServer):
    """Serves the files that a folder has now, on a free port of this machine.

    ``delay`` is seconds before each response; it may be changed at any time.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.delay = 0.0
        # Compressed beforehand, as servers of static files do, so that no answer waits for it.
        self.files = {
            f"/{file.relative_to(folder).as_posix()}": as_sent(file.read_bytes(), file.suffix)
            for file in folder.rglob("*")
            if file.is_file()
        }
        self._sent: list[Sent] = []
        self._open = 0
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """The address of the folder, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @contextmanager
    def answering(self) -> Iterator[None]:
        """A request is open as long as the block."""
        with self._lock:
            self._open += 1
        try:
            yield
        finally:
            with self._lock:
                self._open -= 1

    def note(self, sent: Sent) -> None:
        with self._lock:
            self._sent.append(sent)

    def take(self) -> tuple[Sent, ...]:
        """The responses since the last call, those still on their way included; pages do not count."""
        quiet = 0
        while quiet < QUIET:
            time.sleep(PAUSE)
            quiet = 0 if self._open else quiet + 1
        with self._lock:
            sent, self._sent = self._sent, []
        return tuple(one for one in sent if not one.path.endswith((".html", "/", ".ico")))


@contextmanager
def serving(folder: Path) -> Iterator[StaticServer]:
    """A server of the folder that runs as long as the block."""
    with StaticServer(folder) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def as_sent(data: bytes, suffix: str) -> tuple[bytes, list[tuple[str, str]]]:
    """A file's bytes as they go over the wire, and the headers that say so."""
    kind = [("Content-Type", TEXT_TYPES.get(suffix, "application/octet-stream"))]
    if suffix in TEXT_TYPES and len(data) >= SMALLEST_COMPRESSED:
        return gzip.compress(data, GZIP_LEVEL, mtime=0), [*kind, ("Content-Encoding", "gzip")]
    return data, kind


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Without these, the end of a response waits for the other side to confirm its beginning.
    disable_nagle_algorithm = True
    wbufsize = -1
    server: StaticServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        with self.server.answering():
            time.sleep(self.server.delay)
            if path in self.server.files:
                self._answer(path, "200 OK", *self.server.files[path])
            else:
                self._answer(path, "404 Not Found", b"", [])

    def _answer(self, path: str, status: str, body: bytes, headers: list[tuple[str, str]]) -> None:
        lines = [f"{name}: {value}\r\n" for name, value in [*headers, ("Content-Length", str(len(body)))]]
        head = f"HTTP/1.1 {status}\r\n{''.join(lines)}\r\n".encode("ascii")
        # Noted before it is written: whoever has read the response finds it counted.
        self.server.note(Sent(path, len(body), len(head)))
        self.wfile.write(head + body)
        self.wfile.flush()
