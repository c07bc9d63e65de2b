"""By what hits can be narrowed: which values are listed, and for which pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.facets import FACETS, Facet, facet_shard
from plugins.search_index.page import SearchPage
from tests.search_index.reading import bits_of, parameter

BY_NAME = {facet.name: facet for facet in FACETS}
SOURCES = st.lists(st.lists(st.sampled_from(("One", "Two", "Three", "Ünder")), max_size=3).map(tuple))


def read(facet: Facet, pages: list[SearchPage]) -> dict[str, list[int]]:
    """The documents of each value, out of the shard."""
    shard = facet_shard(facet, pages)
    bits = bits_of(shard["data"])
    found = {}
    for value in shard["values"]:
        count = bits.gamma()
        documents = [-1]
        for _ in range(count):
            documents.append(documents[-1] + bits.rice(parameter(len(pages), count)) + 1)
        found[value] = documents[1:]
    return found


@given(SOURCES)
def test_each_value_has_its_documents(sources: list[tuple[str, ...]]) -> None:
    pages = [SearchPage(f"{at}.html", "A", "page", sources=one) for at, one in enumerate(sources)]
    expected = {
        value: [at for at, one in enumerate(sources) if value in one]
        for value in sorted({value for one in sources for value in one})
    }
    assert read(BY_NAME["source"], pages) == expected


def test_a_person_on_one_page_alone_narrows_nothing() -> None:
    pages = [
        SearchPage("a.html", "A", "work", people=("Ines Varga", "Tom Lind")),
        SearchPage("b.html", "B", "work", people=("Ines Varga",)),
    ]
    assert read(BY_NAME["person"], pages) == {"Ines Varga": [0, 1]}


def test_a_persons_own_page_is_one_of_theirs() -> None:
    pages = [
        SearchPage("a.html", "A", "work", people=("Ines Varga",)),
        SearchPage("b.html", "Ines Varga", "person", people=("Ines Varga",)),
        SearchPage("c.html", "Ines Varga", "work"),
    ]
    assert read(BY_NAME["person"], pages) == {"Ines Varga": [0, 1]}


def test_a_page_without_a_year_is_in_none() -> None:
    pages = [SearchPage("a.html", "A", "work"), SearchPage("b.html", "B", "work", year="1999")]
    assert read(BY_NAME["year"], pages) == {"1999": [1]}
