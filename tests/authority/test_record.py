"""What the records of an archive tell together."""

from __future__ import annotations

import pytest

from tests.making import record, records


@pytest.mark.parametrize(
    ("named", "subject"), [("fog", "fog"), ("", "drop"), ("nothing", "drop"), ("tin-song", "drop")]
)
def test_the_subject_is_the_film_that_is_named_or_the_first(named: str, subject: str) -> None:
    """A work is none, whatever it is called."""
    found = records(record("fog", "films"), record("drop", "films"), record("tin-song", "works"))
    assert found.subject(named) == subject


def test_an_archive_without_a_film_has_no_subject() -> None:
    assert records(record("tin-song", "works")).subject("tin-song") == ""
