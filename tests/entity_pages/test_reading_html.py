"""The template of a reading page: what a browser, a screen reader and whoever copies the text get."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.archive.settings import Edition
from plugins.archive.source import Role
from tests.entity_pages.sample import BLOCKS, page_of, render, sample_archive, sample_site
from tests.site.reading import paragraphs_of


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    content = sample_archive(tmp_path_factory.mktemp("archive"), "summary", {"lang": "en-GB"})
    return render(page_of(sample_site(content, Edition.PRIVATE, {17: Role.QUOTATION}))).html


@pytest.fixture(scope="module")
def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> BeautifulSoup:
    """The page of the same text in the public edition, which may not show it."""
    content = sample_archive(tmp_path_factory.mktemp("archive"), "summary")
    return BeautifulSoup(render(page_of(sample_site(content)), "public").html, "html.parser")


def one(soup: BeautifulSoup | Tag, css: str) -> Tag:
    [found] = soup.select(css)
    return found


def text_of(element: Tag) -> str:
    return " ".join(element.get_text().split())


def test_without_what_the_archive_adds_the_page_is_the_text_to_the_letter(html: str) -> None:
    """Labels of speakers and signs around them included: they are hidden or set off, never left out."""
    assert paragraphs_of(html) == {number: words for number, (words, _, _) in enumerate(BLOCKS, 1)}


def test_every_link_on_the_page_leads_to_an_element_of_it(soup: BeautifulSoup) -> None:
    ids = [str(element["id"]) for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    inside = {str(link["href"])[1:] for link in soup.select('a[href^="#"]')}
    assert inside <= set(ids)


def test_every_paragraph_has_its_number_as_a_link_to_itself(soup: BeautifulSoup) -> None:
    for number in range(1, len(BLOCKS) + 1):
        link = one(soup, f"#p{number} a.paragraph-number")
        assert (link["href"], text_of(link)) == (f"#p{number}", f"paragraph {number}")


def test_the_headline_is_the_pages_heading_and_chapters_stand_below_the_text(soup: BeautifulSoup) -> None:
    assert [text_of(heading) for heading in soup.select("h1")] == ["The Fog Was Real"]
    assert [text_of(heading) for heading in soup.select("article h3")] == ["What the pilot heard"]


def test_the_text_says_its_language(soup: BeautifulSoup) -> None:
    assert {str(text.get("lang")) for text in soup.select(".paragraph-text")} == {"en-GB"}


def test_questions_and_answers_are_told_apart_without_colour(soup: BeautifulSoup) -> None:
    """By the name before each turn, which screen readers have too."""
    turns = [(turn["class"][1], text_of(one(turn, ".speaker"))) for turn in soup.select(".turn")]
    assert [(kind, who.rstrip(": ")) for kind, who in turns] == [
        ("turn-question", "THE QUAY"),
        ("turn-answer", "INES VARGA (director)"),
        ("turn-question", "THE QUAY"),
        ("turn-answer", "INES VARGA"),
        ("turn-answer", "INES VARGA"),
    ]
    assert [bool(turn.select(".supplied")) for turn in soup.select(".turn")] == [
        False,
        False,
        True,
        True,
        True,
    ]


def test_a_correction_is_heard_as_well_as_seen(soup: BeautifulSoup) -> None:
    corrected = one(soup, "#p6 .paragraph-text")
    assert "struck out by the publisher: ninety days end of the words struck out" in text_of(corrected)
    assert "the correction reads: sixty days end of the correction" in text_of(corrected)
    assert text_of(one(corrected, "del")).count("ninety days") == 1
    assert text_of(one(corrected, "a.corrected")) == "corrected"


def test_a_correction_leads_to_its_erratum_and_back(soup: BeautifulSoup) -> None:
    assert [str(link["href"]) for link in soup.select("a.corrected")] == ["#p21", "#p21"]
    back = [str(link["href"]) for link in soup.select("#p21 .corrects a")]
    assert back == ["#corrected-1", "#corrected-2"]
    assert one(soup, "#corrected-1").name == "del"
    assert soup.select("#corrected-2 del") == []


def test_a_public_page_tells_of_a_correction_in_our_own_words(told: BeautifulSoup) -> None:
    assert "p6 was corrected by its publisher: see p21" in text_of(one(told, ".rests #p6"))
    assert "correction of p6" in text_of(one(told, ".rests #p21"))
    assert "ninety days in a hall" not in told.get_text()


def test_cited_words_and_notes_lead_to_each_other(soup: BeautifulSoup) -> None:
    cited = {str(words["id"]).removeprefix("w") for words in soup.select(".cited[id]")}
    assert len(cited) == 6
    for start in cited:
        assert str(one(soup, f"#n{start} > a.lemma")["href"]) == f"#w{start}"
        assert soup.select(f'a[href="#n{start}"]')


def test_no_link_stands_in_a_link(soup: BeautifulSoup) -> None:
    assert soup.select("a a") == []


def test_words_that_are_a_name_keep_its_link_and_have_a_sign_for_their_notes(soup: BeautifulSoup) -> None:
    name = one(soup, "#p9 .cited > a:not([class])")
    assert text_of(name) == "Bram Oster"
    assert text_of(one(soup, "#p9 .cited-sign")).startswith("what rests on this name")


def test_each_note_carries_its_claims_and_names_its_subject(soup: BeautifulSoup) -> None:
    notes = soup.select(".margin-notes > li")
    assert len(notes) == 9
    assert all(note.get("data-claims") and note.select("a[href]") for note in notes)


def test_threads_are_closed_folds_with_lists_in_lists(soup: BeautifulSoup) -> None:
    first, second = soup.select("details.thread")
    assert not first.has_attr("open")
    assert text_of(one(first, "summary")) == "Piet says: 2 replies"
    assert text_of(one(second, "summary")) == "First! no reply"
    inner = one(first, "ol > li > ol > li > ol > li")
    assert text_of(one(inner, ".paragraph-text")) == "So does mine."


def test_what_is_set_apart_says_its_label_and_its_rule(soup: BeautifulSoup) -> None:
    fold = one(soup, "details.set-apart")
    assert text_of(one(fold, "summary")) == (
        "Captions, facts about the page, what the page left around the text 3 paragraphs"
    )
    reasons = [text_of(reason) for reason in fold.select(".apart-reason")]
    assert reasons == [f"{label} by the rule by-hand" for label in ("metadata", "caption", "residue")]


def test_credits_are_a_list_of_terms(soup: BeautifulSoup) -> None:
    found = one(soup, "dl.credit-list")
    assert [text_of(one(term, ".paragraph-text")) for term in found.select("dt")] == [
        "Directed by",
        "Running Time:",
    ]
    assert [text_of(who) for who in found.select("dd.paragraph-text")] == ["Ines Varga", "90 minutes"]


def test_a_quotation_is_set_as_one(soup: BeautifulSoup) -> None:
    assert [str(row["id"]) for row in soup.select("blockquote .paragraph")] == ["p17"]
