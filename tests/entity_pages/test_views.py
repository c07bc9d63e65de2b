"""The views of a small archive: notes, facts, lists and the pages that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.claim import Claim
from plugins.archive.entity import Kind
from plugins.archive.settings import Edition
from plugins.archive.span import Pointer, Span
from plugins.entity_pages.facts import PageFacts, label_of
from plugins.entity_pages.lists import letters, listing, together, ways_in
from plugins.entity_pages.mentioned import mentioned
from plugins.entity_pages.notes import WHOLE_PARAGRAPH, NoteBook
from plugins.entity_pages.reading import pieces
from plugins.entity_pages.site import Site, root_of
from plugins.entity_pages.views import Marker, PageView
from tests.making import REVIEW, flow_over, link, write_archive


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def site(content: Path) -> Site:
    found: Site = flow_over(content).sound_value("site")
    return found


@pytest.fixture(scope="module")
def private(content: Path) -> Site:
    found: Site = flow_over(content, Edition.PRIVATE).sound_value("site")
    return found


@pytest.fixture(scope="module")
def pages(content: Path) -> dict[str, PageView]:
    return {page.url: page for page in flow_over(content).sound_value("pages")}


def claim(value: str, paragraph: int | None) -> Claim:
    return Claim("tin-harbour", "budget", value, Pointer("harbour-review", paragraph))


def at(number: int, paragraph: int) -> Marker:
    """The marker of a passage whose words are not shown."""
    return Marker(number, f"sources/harbour-review.html#p{paragraph}")


def test_a_date_among_the_facts_is_told_in_words(tmp_path: Path) -> None:
    """As those of events are; two years may be two, and stay as they were written."""
    facts = [("born", "1931-06-03"), ("died", "1998~"), ("active", "1950/1970"), ("home", "Szeged")]
    told = "".join(f"  - {{property: {name}, value: {value}}}\n" for name, value in facts)
    page = f"---\nname: Lotte Maes\nsummary: A critic.\nfacts:\n{told}---\n"
    site = flow_over(write_archive(tmp_path, {"people/lotte-maes.md": page})).sound_value("site")
    found = PageFacts(site, NoteBook(site), "people/lotte-maes.html").facts("lotte-maes")
    assert [fact.values[0].html for fact in found] == [
        '<time datetime="1931-06-03">3 June 1931</time>',
        "about 1998",
        "1950/1970",
        "Szeged",
    ]


def test_the_same_passage_has_one_number_however_often_it_is_cited(site: Site) -> None:
    book = NoteBook(site)
    assert book.cite([claim("much", 2), claim("little", 3)]).notes == (at(1, 2), at(2, 3))
    assert book.cite([claim("more", 3), claim("much", 2)]).notes == (at(1, 2), at(2, 3))
    assert [(one.number, one.paragraph) for one in book.notes()] == [(1, 2), (2, 3)]


def test_an_editors_decision_has_an_id_and_no_note(site: Site) -> None:
    cited = NoteBook(site).cite([own := Claim("tin-harbour", "budget", "much", None)])
    assert (cited.claims, cited.notes) == ((own.id,), ())


def test_a_note_says_why_it_shows_no_words(site: Site, private: Site) -> None:
    whole, part = claim("much", None), claim("much", 2)
    for where in (site, private):
        book = NoteBook(where)
        book.cite([whole, part])
        assert [one.withheld for one in book.notes()] == [None, WHOLE_PARAGRAPH]


@pytest.mark.parametrize(
    ("name", "label"),
    [("running-time", "Running time"), ("", ""), ("relation-to-Odile", "Relation to Odile")],
)
def test_a_property_is_a_label(name: str, label: str) -> None:
    assert label_of(name) == label


def test_the_cast_has_each_part_with_its_performer(site: Site) -> None:
    rows = PageFacts(site, NoteBook(site), "").cast("tin-harbour")
    assert {(row.person.id, row.character.id if row.character else None, row.mode) for row in rows} == {
        ("bram-oster", "pilot", "screen"),
        ("nadia-bell", "odile", "voice"),
    }


def test_the_crew_stands_by_job(site: Site) -> None:
    groups = PageFacts(site, NoteBook(site), "").crew("tin-harbour")
    assert [(group.label, [row.person.id for row in group.rows]) for group in groups] == [
        ("Director", ["ines-varga"])
    ]


def test_a_listing_is_in_the_order_of_an_index(site: Site) -> None:
    assert [card.ref.id for card in listing(Kind.PERSON, site)] == ["bram-oster", "nadia-bell", "ines-varga"]


def test_who_is_named_in_one_paragraph_stands_together(site: Site) -> None:
    assert {(card.ref.id, card.count) for card in together("bram-oster", site)} == {
        ("nadia-bell", 1),
        ("odile", 1),
        ("pilot", 1),
    }


def test_every_name_is_filed_once_and_under_its_letter(site: Site) -> None:
    filed = [(group.letter, entry.ref.id) for group in letters(site) for entry in group.entries]
    assert ("T", "tin-harbour") in filed
    assert ("V", "ines-varga") in filed
    assert len(filed) == len(set(filed)) == len(site.archive.of(*(set(Kind) - {Kind.PAGE})))


def test_mentions_show_their_sentence_only_where_the_text_is_shown(site: Site, private: Site) -> None:
    [group] = [one for one in mentioned("bram-oster", site) if one.places]
    assert group.places[0].sentence == ()
    [group] = [one for one in mentioned("bram-oster", private) if one.places]
    assert "".join(piece.text for piece in group.places[0].sentence).startswith("Bram Oster as the Pilot")


@given(
    words=st.lists(
        st.sampled_from(["Ines Varga", "Varga builds", "Odile", "Pilot hardly", "tin"]), max_size=5
    )
)
def test_pieces_together_are_the_text(site: Site, words: list[str]) -> None:
    links = [link(REVIEW, one, "odile", "harbour-review") for one in words]
    made = pieces(REVIEW, Span(5, 170), links, site)
    assert "".join(piece.text for piece in made) == REVIEW[5:170]


def test_no_address_has_two_pages(content: Path, pages: dict[str, PageView]) -> None:
    assert len(flow_over(content).sound_value("pages")) == len(pages)


def test_every_way_in_leads_to_a_page(site: Site, pages: dict[str, PageView]) -> None:
    assert {card.ref.url for card in ways_in(site)} <= set(pages)


def test_every_number_on_a_page_has_its_note(pages: dict[str, PageView]) -> None:
    film = pages["films/tin-harbour.html"]
    numbers = {one.number for fact in film.facts for value in fact.values for one in value.cited.notes}
    assert numbers
    assert numbers <= {note.number for note in film.notes}


@pytest.mark.parametrize(
    ("url", "root"), [("index.html", ""), ("people/x.html", "../"), ("a/b/c.html", "../../")]
)
def test_the_way_to_the_root_is_as_long_as_the_address(url: str, root: str) -> None:
    assert root_of(url) == root


def test_every_list_can_be_gone_through_from_page_to_page(site: Site) -> None:
    """In its own order, from the first to the last; what is in no list leads nowhere."""
    people = [one.id for one in site.archive.of(Kind.PERSON) if one.has_page and not one.is_stub]
    assert len(people) > 1
    way: list[str | None] = [people[0]]
    while way[-1] is not None:
        way.append(site.neighbours[way[-1]][1])
    assert way == [*people, None]
    assert site.neighbours[people[0]][0] is None
