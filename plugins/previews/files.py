"""The files that the browser reads previews from, each loaded when a link into it is first looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rjsmin import jsmin

from plugins.archive.script_data import script_data
from plugins.previews.preview import Preview

FOLDER = "previews"

SHARD = 64
"""Pages of one file: some 12 KB, of which 4 KB are sent. A reader looks at neighbours of what he reads, and
addresses are spread over the files, so larger ones would bring more that nobody asks for."""

MOST_SHARDS = 256
"""Files at most; in an archive of more pages each of them grows."""

_BASIS, _PRIME = 0x811C9DC5, 0x01000193
_CLIENT = Path(__file__).with_name("client")


def preview_files(previews: Sequence[Preview]) -> dict[str, bytes]:
    """All files by their paths.

    Every page loads ``previews/start.js``; that brings ``previews.js``, and that the numbered ones. Each of
    these has one statement that hands over what is known of its pages, by address, in JSON:
    ``[kind, name, line, told, lang, is_work]``, empty values at the end left out.
    """
    count = how_many_shards(len(previews))
    shards: dict[int, dict[str, list[str | int]]] = defaultdict(dict)
    for one in sorted(previews, key=lambda preview: preview.url):
        shards[shard_of(one.url, count)][one.url] = _row(one)
    files = {f"{FOLDER}/{number}.js": _statement(number, rows) for number, rows in sorted(shards.items())}
    return files | {f"{FOLDER}/{name}.js": _script(name, count) for name in ("previews", "start")}


def how_many_shards(pages: int) -> int:
    """A power of two, so that a page more seldom moves what others load.

    >>> [how_many_shards(pages) for pages in (0, 64, 65, 171, 1_000_000)]
    [1, 1, 2, 4, 256]
    """
    count = 1
    while count * SHARD < pages and count < MOST_SHARDS:
        count *= 2
    return count


def shard_of(address: str, count: int) -> int:
    """Which of ``count`` files knows of an address: its FNV-1a hash of 32 bits (Fowler, Noll, Vo) in UTF-8.

    ``client/previews.js`` computes the same; ``tests/contract/previews.json`` holds both to it.
    """
    value = _BASIS
    for byte in address.encode():
        value = ((value ^ byte) * _PRIME) & 0xFFFFFFFF
    return value % count


def _row(one: Preview) -> list[str | int]:
    row: list[str | int] = [one.kind, one.name, one.line, one.told, one.lang, int(one.is_work)]
    while row and not row[-1]:
        row.pop()
    return row


def _statement(number: int, rows: Iterable[object]) -> bytes:
    return f"Intertitle.previews.receive({number},{script_data(rows)});\n".encode()


@cache
def _script(name: str, count: int) -> bytes:
    """A script without its comments and indents; the number of files stands where it names ``SHARDS``."""
    written = jsmin((_CLIENT / f"{name}.js").read_text("utf-8"))
    return f"{written.replace('SHARDS', str(count))}\n".encode()
