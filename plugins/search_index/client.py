"""The script that reads the index in the browser: the modules of ``client/``, as one file.

One file is one request, and modules of the browser's own would not load from ``file://``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rjsmin import jsmin

ANSWERING = (
    *("analyzer", "bits", "dictionary", "postings", "query", "rank", "excerpt"),
    *("shards", "spelling", "terms", "facets", "search"),
)
"""From a query to its hits, in the order in which they build upon each other."""

TELLING = ("address", "choices", "wording", "hits", "marking")
"""What a reader is told and where links lead: pure, and tested without a page."""

SHOWING = ("nodes", "box", "filters", "visits", "advice", "results", "highlight", "ui")
"""What touches the page."""

MODULES = (*ANSWERING, *TELLING, *SHOWING)

_FOLDER = Path(__file__).with_name("client")


@cache
def client_script() -> bytes:
    """The bytes of ``search/client.js``: what the modules do, without their comments and indents."""
    whole = "".join((_FOLDER / f"{name}.js").read_text("utf-8") for name in MODULES)
    return f"{jsmin(whole)}\n".encode()
