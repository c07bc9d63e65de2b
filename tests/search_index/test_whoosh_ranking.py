"""Whoosh's own searcher and one that knows the exported files alone give the same hits, order and scores."""

from __future__ import annotations

import json
import subprocess
from codecs import BOM_UTF16_LE
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from whoosh.util.numeric import byte_to_length, length_to_byte

from plugins.search_index.client import client_script
from plugins.search_index.export import files_of
from plugins.search_index.fields import Field
from plugins.search_index.inverted import put_together
from plugins.search_index.page import SearchPage
from plugins.search_index.parts import Part
from plugins.search_index.whoosh_index import make_postings
from tests.building import ROOT
from tests.search_index.whoosh_itself import COUNTED, FIELD_BOOST, STEMMED, Whoosh
from tests.search_index.whoosh_queries import made_up_pages, made_up_queries
from tests.test_client import find_node

QUERIES = 200

WAYS: tuple[dict[str, Any], ...] = (
    {"fieldBoost": FIELD_BOOST},
    {"fieldBoost": FIELD_BOOST, "B": 0.4, "K1": 2.0, "fieldB": {"title": 0.9, "people": 0.0}},
)
"""Whoosh's BM25F as it is, and with other figures."""

NEAR = 1e-9

LENGTHS = (*range(3000), *range(3000, 140_000, 97), 106_373, 106_374)


@pytest.mark.parametrize("fields", [COUNTED, STEMMED], ids=["our analyzer", "another"])
def test_the_files_rank_as_whoosh_ranks_its_own_index(fields: Sequence[Field], tmp_path: Path) -> None:
    pages = made_up_pages()
    queries = made_up_queries(pages, fields, QUERIES)
    ordered, files = exported(pages, fields)
    assert {"search/positions-0.js", "search/terms-3.js"} <= files.keys()
    ours = told_by_node(files, queries)["ranked"]
    whoosh = Whoosh(ordered, fields, str(tmp_path))
    with_hits = 0
    for ways, lists in zip(WAYS, ours, strict=True):
        for query, hits, expected in zip(queries, lists, whoosh.ranked(queries, ways), strict=True):
            assert [document for document, _ in hits] == [document for document, _ in expected], query
            differences = [abs(one - other) for (_, one), (_, other) in zip(hits, expected, strict=True)]
            assert max(differences, default=0.0) < NEAR, query
            with_hits += bool(hits)
    whoosh.close()
    assert with_hits > QUERIES * len(WAYS) * 0.8, "so few lists prove little"


def test_lengths_are_remembered_as_whoosh_remembers_them() -> None:
    _, files = exported(made_up_pages()[:3], COUNTED)
    expected = [byte_to_length(length_to_byte(length)) for length in LENGTHS]
    assert told_by_node(files, [])["lengths"] == expected


def test_no_reader_loads_what_ranks_as_whoosh() -> None:
    assert b"openAsWhoosh" not in client_script()


def exported(
    pages: Sequence[SearchPage], fields: Sequence[Field]
) -> tuple[list[SearchPage], dict[str, bytes]]:
    """The pages in the order of their numbers as documents, and the files."""
    part = Part(make_postings(pages, fields), range(len(pages)), [()] * len(pages))
    index = put_together([part], fields)
    ordered = [pages[number] for number in index.page.tolist()]
    return ordered, files_of(index, ordered, list(part.passages), fields)


def told_by_node(files: dict[str, bytes], queries: list[dict[str, Any]]) -> dict[str, Any]:
    """What ``tests/js/whoosh.js`` makes of these files, and of nothing else."""
    node = find_node()
    if node is None:
        pytest.skip("needs node, on the PATH or in Playwright's wheel")
    texts = {path: decoded(content) for path, content in files.items()}
    asked = json.dumps({"files": texts, "queries": queries, "ways": WAYS, "lengths": LENGTHS})
    program = ROOT / "tests" / "js" / "whoosh.js"
    done = subprocess.run([node, program], input=asked.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def decoded(content: bytes) -> str:
    """A file's text as a browser reads it."""
    return content.decode("utf-16" if content.startswith(BOM_UTF16_LE) else "utf-8")
