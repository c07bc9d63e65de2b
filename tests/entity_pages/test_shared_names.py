"""Names that several answer to, and the addresses of their pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authority.record import Record
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.lists import letters
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.shared_names import address_of_name, shared_names
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView
from tests.making import flow_over, front_matter, record, records, write_archive

NORA = record("nora", "characters", name="Nora")
QUILL = record("nora-quill", "people", name="Nora Quill")


def names(*made: Record) -> dict[str, tuple[str, ...]]:
    return {one.name: one.bearers for one in shared_names(records(*made))}


def test_a_name_means_its_bearer_first_and_then_who_has_it_as_a_word() -> None:
    assert names(NORA, QUILL) == {"Nora": ("nora", "nora-quill")}


def test_a_name_of_one_is_not_shared() -> None:
    assert names(QUILL, record("ida", "people", name="Ida Brandt")) == {}


def test_what_is_no_name_of_anybody_is_not_shared() -> None:
    """Two people of one given name have no name in common that a record gives."""
    assert names(QUILL, record("nora-moe", "people", name="Nora Moe")) == {}


def test_sources_and_events_share_no_names() -> None:
    assert names(NORA, record("text", "sources", name="Nora")) == {}


def test_spellings_of_one_address_are_one_name() -> None:
    drop = record("drop", "works", name="Drop")
    loud = record("the-drop", "works", name="The Drop", variants=["DROP"])
    assert names(drop, loud) == {"Drop": ("drop", "the-drop")}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Nora", "names/nora.html"),
        ("K. K. Barrett", "names/k-k-barrett.html"),
        ("Amélie’s House", "names/amelies-house.html"),
        ("Нора", "names/c4628562.html"),
        ("Нора 2", "names/2-adf716e0.html"),
    ],
)
def test_an_address_is_made_of_the_names_words(name: str, address: str) -> None:
    """A digest stands for letters that it cannot have."""
    assert address_of_name(name) == address


@given(st.text(max_size=12))
def test_an_address_is_plain_and_the_same_each_time(name: str) -> None:
    """It opens on every host and disk: small letters, digits, hyphens, in one folder."""
    address = address_of_name(name)
    assert address == address_of_name(name)
    stem = address.removeprefix("names/").removesuffix(".html")
    assert stem
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small archive, with a second Odile."""
    marsh = front_matter({"name": "Odile Marsh", "summary": "A lampmaker."})
    content = write_archive(tmp_path_factory.mktemp("archive"), {"people/odile-marsh.md": marsh})
    found: Site = flow_over(content).sound_value("site")
    return found


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, PageView]:
    return {page.url: page for page in build_pages(site)}


def test_a_shared_name_has_a_page_with_one_line_for_each(pages: dict[str, PageView]) -> None:
    page = pages["names/odile.html"]
    assert page.title == "Odile may mean …"
    assert [(card.ref.id, card.line) for card in page.cards] == [
        ("odile", "A voice in the lamp."),
        ("odile-marsh", "A lampmaker."),
    ]


def test_each_bearers_page_leads_to_the_others(pages: dict[str, PageView]) -> None:
    for url in ("characters/odile.html", "people/odile-marsh.html"):
        assert [ref.url for ref in pages[url].shared] == ["names/odile.html"]
    assert pages["people/nadia-bell.html"].shared == ()


def test_the_a_to_z_and_the_search_have_the_name(site: Site) -> None:
    filed = {entry.ref.url: entry.ref.type for group in letters(site) for entry in group.entries}
    assert filed["names/odile.html"] == "2 of this name"
    [found] = [page for page in findable_pages(site) if page.url == "names/odile.html"]
    assert found.summary == "Odile (character); Odile Marsh (person)"


def test_no_two_pages_are_called_alike(tmp_path: Path) -> None:
    """Of namesakes the kind tells one from the other, and where it does not, the id."""
    namesakes = {
        f"{folder}/{key}.md": front_matter({"name": "Odile", "summary": "Another."})
        for folder, key in (("people", "odile-one"), ("people", "odile-two"), ("works", "odile-song"))
    }
    pages = flow_over(write_archive(tmp_path, namesakes)).sound_value("pages")
    titles = {page.url: page.title for page in pages}
    assert titles["works/odile-song.html"] == "Odile (work)"
    assert titles["people/odile-two.html"] == "Odile (person), odile-two"
    assert len(set(titles.values())) == len(titles)
