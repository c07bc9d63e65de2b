"""The headers that docs/security.md gives to hosts are those under which the browser tests run."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import HEADERS
from tests.building import ROOT

DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")

BLOCKS = re.findall(r"^```\n(.*?)^```$", DOCUMENT[DOCUMENT.index("## Headers") :], re.DOTALL | re.MULTILINE)


def test_the_table_has_each_header_with_its_value() -> None:
    for name, value in HEADERS.items():
        assert f"| `{name}` | `{value}` |" in DOCUMENT


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(maxsplit=1)[0])
def test_every_piece_for_a_host_has_all_of_them(block: str) -> None:
    for name, value in HEADERS.items():
        assert name in block
        assert value in block


def test_there_are_pieces_for_several_kinds_of_hosts() -> None:
    assert len(BLOCKS) >= 4
