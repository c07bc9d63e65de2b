"""The server counts what it sends, as it sends it, and is as slow as it is told to be."""

from __future__ import annotations

import gzip
import http.client
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.search_server import StaticServer, as_sent, serving

SCRIPT = b"wait();\n" * 400
PACKED = os.urandom(900)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StaticServer]:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "shard.js").write_bytes(SCRIPT)
    (tmp_path / "search" / "small.js").write_bytes(b"go();")
    (tmp_path / "index.pf_index").write_bytes(PACKED)
    (tmp_path / "page.html").write_bytes(b"<!doctype html>" * 40)
    with serving(tmp_path) as running:
        yield running


@pytest.fixture
def connection(server: StaticServer) -> Iterator[http.client.HTTPConnection]:
    opened = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    yield opened
    opened.close()


def got(connection: http.client.HTTPConnection, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection.request("GET", path)
    response = connection.getresponse()
    return response, response.read()


def test_text_is_sent_compressed_and_counted_as_sent(
    server: StaticServer, connection: http.client.HTTPConnection
) -> None:
    response, body = got(connection, "/search/shard.js?4f2a")
    assert response.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(body) == SCRIPT
    (sent,) = server.take()
    assert (sent.path, sent.body) == ("/search/shard.js", len(body))
    assert sent.body < len(SCRIPT) / 10


def test_what_is_compressed_already_is_sent_as_it_is(
    server: StaticServer, connection: http.client.HTTPConnection
) -> None:
    response, body = got(connection, "/index.pf_index")
    assert response.getheader("Content-Encoding") is None
    assert body == PACKED
    assert [one.body for one in server.take()] == [len(PACKED)]


def test_the_bytes_of_the_head_are_counted_apart(
    server: StaticServer, connection: http.client.HTTPConnection
) -> None:
    response, _ = got(connection, "/search/small.js")
    lines = [f"{name}: {value}" for name, value in response.getheaders()]
    head = "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""])
    (sent,) = server.take()
    assert (sent.body, sent.headers) == (len(b"go();"), len(head))


def test_what_was_taken_is_not_counted_again_and_pages_never(
    server: StaticServer, connection: http.client.HTTPConnection
) -> None:
    got(connection, "/search/small.js")
    assert len(server.take()) == 1
    got(connection, "/page.html")
    assert server.take() == ()


def test_one_connection_serves_many_requests_and_a_missing_file_too(
    server: StaticServer, connection: http.client.HTTPConnection
) -> None:
    assert got(connection, "/search/none.js")[0].status == 404
    socket = connection.sock
    assert got(connection, "/search/small.js")[0].status == 200
    assert connection.sock is socket
    assert [one.path for one in server.take()] == ["/search/none.js", "/search/small.js"]


def test_nothing_outside_the_folder_is_served(connection: http.client.HTTPConnection) -> None:
    assert got(connection, "/../secret.txt")[0].status == 404


def test_every_answer_can_be_delayed(server: StaticServer, connection: http.client.HTTPConnection) -> None:
    server.delay = 0.05
    began = time.perf_counter()
    got(connection, "/search/small.js")
    assert time.perf_counter() - began >= 0.05


def test_the_same_bytes_are_compressed_to_the_same_bytes() -> None:
    assert as_sent(SCRIPT, ".js") == as_sent(SCRIPT, ".js")
