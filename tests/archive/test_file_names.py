"""Names that a file can have on every machine."""

from __future__ import annotations

import pytest

from plugins.archive.file_names import LONGEST, usable, why_unusable


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9", "a" * (LONGEST + 1)])
def test_what_no_file_can_be_called_gets_another_name_that_one_can(name: str) -> None:
    assert why_unusable(name)
    assert why_unusable(usable(name)) is None
    assert usable(name).startswith(name[:3])


@pytest.mark.parametrize("name", ["icon", "con-artist", "aux-2", "com", "lpt10", "a" * LONGEST])
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert usable(name) == name


def test_two_long_names_with_the_same_beginning_stay_two() -> None:
    first, second = ("the-" * 40 + end for end in ("harbour", "quay"))
    assert usable(first) != usable(second)


def test_a_name_is_not_cut_between_a_hyphen_and_a_hyphen() -> None:
    assert "--" not in usable("a" * 90 + "-" + "b" * 90)
