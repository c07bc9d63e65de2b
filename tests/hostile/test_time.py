"""Whatever a text is made of, reading it comes to an end.

How time grows with the length is measured by ``invoke bench reading``. Here a text that grows with its
square, or worse, is stopped: a limit many times what a line takes, of the processor's time, which a busy
machine does not use up.
"""

from __future__ import annotations

import pytest

from benchmarks.reading import PIECES, READERS, SHORT, over_and_over
from tests.durations import stopped_after

MEGABYTE = 1_000_000


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_over_and_over_is_read_to_its_end(piece: str, reader: str) -> None:
    with stopped_after():
        READERS[reader](over_and_over(PIECES[piece], SHORT))()


@pytest.mark.parametrize("piece", ["[", "[[", '"', "“", "'", "1", " ", "A", "\n", "[[a|"])
@pytest.mark.parametrize("reader", ["quotations", "wiki links"])
def test_a_megabyte_of_one_sign_is_read_to_its_end(piece: str, reader: str) -> None:
    with stopped_after():
        READERS[reader](over_and_over(piece, MEGABYTE))()
