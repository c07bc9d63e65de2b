"""The names of any text: where they stand, and that looking for them always ends soon."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.discovery.finding import find_names
from plugins.mentions.folding import folded_form
from tests.discovery.reading import names_in
from tests.durations import grows_like_a_line
from tests.making import document

PIECES = [
    *("Ines Varga", "Varga", "Odile", "Nadia Bell", "K. K. Maes", "Rope Year", "“Rope Year”", "ROPE"),
    *(
        "O’Dare’s",
        " plays ",
        " directed by ",
        " as ",
        " and ",
        " of the ",
        "’s ",
        " says ",
        "INES VARGA: ",
        "Mr. ",
    ),
    *(
        " (",
        ")",
        ", ",
        ". ",
        "\n",
        "\n\n",
        "“",
        "”",
        "‘",
        "’",
        "_",
        "«",
        "—",
        "-",
        " .... ",
        " (2004)",
        "2004",
    ),
    *("\u200b", "e\u0301"),
]

any_text = st.lists(st.sampled_from(PIECES)).map("".join) | st.text(max_size=200)


@settings(deadline=None)
@given(any_text)
def test_every_sighting_lies_in_the_text_and_reads_as_its_surface(text: str) -> None:
    for name in find_names(document(text)):
        assert name.name == name.surfaces[0]
        assert list(name.surfaces[1:]) == sorted(set(name.surfaces[1:]) - {name.name})
        assert list(name.sightings) == sorted(set(name.sightings))
        for seen in name.sightings:
            assert 0 <= seen.span.start < seen.span.end <= len(text)
            there = folded_form(seen.span.of(text))
            assert there == folded_form(seen.surface) or there.upper() == folded_form(seen.surface).upper()
            assert seen.surface in name.surfaces


@settings(deadline=None)
@given(any_text)
def test_a_name_has_a_reason_and_more_for_its_kind_than_against(text: str) -> None:
    found = find_names(document(text))
    assert list(found) == sorted(found, key=lambda one: (one.kind.value, one.name, one.surfaces))
    for name in found:
        assert name.reasons
        assert name.weight >= 2.0
        assert name.weight >= name.rival


@settings(deadline=None)
@given(any_text)
def test_the_same_text_has_the_same_names_every_time(text: str) -> None:
    assert find_names(document(text)) == find_names(document(text))


@pytest.mark.parametrize(
    "text", ["", " ", "Varga", "Nobody rows in fog.", "THE PORT", "…", "Varga. Bell. Quill."]
)
def test_a_capital_alone_is_never_enough(text: str) -> None:
    assert names_in(text) == []


def test_a_name_of_a_headline_is_found_where_it_is_a_full_one() -> None:
    text = "Ines Varga Leaves The Port\n\nNobody knows why the boats are gone, and nobody asks."
    assert "person: Ines Varga" in "".join(names_in("Director Ines Varga rows.\n\n" + text))


HOSTILE = {
    "brackets": "[",
    "capitals": "A ",
    "names": "Bo ",
    "initials": "A.",
    "titles": "Art of ",
    "honorifics": "Mr. ",
    "emphasis": "*a ",
    "full stops": ". ",
    "hyphens": "Bo-",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    """Eight times the text takes eight times as long; not sixty-four."""

    def prepared(length: int) -> Callable[[], object]:
        one = document(piece * (length // len(piece)))
        return lambda: find_names(one)

    assert grows_like_a_line(prepared, 12_500, 100_000)
