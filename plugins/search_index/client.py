"""The scripts that read the index in the browser: the modules of ``client/``, as few files.

One file is one request, and modules of the browser's own would not load from ``file://``. Every page has the
small one that brings the others when somebody searches; the search page has its own, and so has a page that a
result led to. ``client/whoosh.js`` is in none of them: tests rank
with it as Whoosh does.
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

ON_EVERY_PAGE = ("start",)
"""What brings the rest."""

IN_THE_BOX = ("address", "wording", "hits", "nodes", "announcer", "box")
"""Suggestions below the box in the header."""

WHERE_A_RESULT_LED = ("marking", "highlight", "marks")
"""Marks on a page whose address has words of a search."""

ON_THE_SEARCH_PAGE = ("choices", "filters", "narrowing", "visits", "advice", "results", "page")
"""Results with their filters and their history."""

SCRIPTS = {
    "start": ON_EVERY_PAGE,
    "client": (*ANSWERING, *IN_THE_BOX),
    "page": ON_THE_SEARCH_PAGE,
    "marks": WHERE_A_RESULT_LED,
}
"""The modules of each file, by its name without ``.js``."""

_FOLDER = Path(__file__).with_name("client")


@cache
def client_script(name: str = "client") -> bytes:
    """The bytes of a script: what its modules do, without their comments and indents."""
    whole = "".join((_FOLDER / f"{module}.js").read_text("utf-8") for module in SCRIPTS[name])
    return f"{jsmin(whole)}\n".encode()


def client_files(folder: str) -> dict[str, bytes]:
    """All scripts, by their paths below the site's root."""
    return {f"{folder}/{name}.js": client_script(name) for name in SCRIPTS}
