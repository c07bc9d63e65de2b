"""The private edition is a reading copy: whole texts, numbered and linked, and never for publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.sources.blocks import find_blocks
from tests.building import CONTENT, ROOT
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.originals import originals_of
from tests.site.reading import paragraphs_of


@pytest.fixture(scope="module")
def originals(private: Site, library: Path) -> dict[str, str]:
    return originals_of(private, library)


def test_every_original_is_readable_to_its_last_word(private: Site, originals: dict[str, str]) -> None:
    """Take away what the archive adds, and each paragraph is a block of the text, to the letter."""
    for source, text in originals.items():
        shown = paragraphs_of(private.pages[f"sources/{source}.html"].html)
        blocks = [" ".join(span.of(text).split()) for span in find_blocks(text)]
        assert (source, shown) == (source, dict(enumerate(blocks, 1)))


def test_paragraphs_are_numbered_and_can_be_linked(private: Site, originals: dict[str, str]) -> None:
    """The number that a pointer names is the number beside the paragraph, whatever fold it lies in."""
    for source in originals:
        paragraphs = list(private.pages[f"sources/{source}.html"].select(".paragraph"))
        numbers = sorted(int(str(paragraph["id"]).removeprefix("p")) for paragraph in paragraphs)
        assert numbers == list(range(1, len(numbers) + 1))
        for paragraph in paragraphs:
            assert [str(link["href"]) for link in paragraph.select("a.paragraph-number")] == [
                f"#{paragraph['id']}"
            ]


def test_a_text_says_its_language(private: Site, originals: dict[str, str]) -> None:
    """As the record has it, so that it is read aloud and hyphenated in its own."""
    for source in originals:
        record = (CONTENT / "sources" / f"{source}.md").read_text("utf-8")
        [lang] = [line.removeprefix("lang: ") for line in record.splitlines() if line.startswith("lang: ")]
        page = private.pages[f"sources/{source}.html"]
        assert {str(text.get("lang")) for text in page.select(".paragraph-text")} == {lang}, source


def test_cited_words_lead_to_their_notes_and_back(private: Site, originals: dict[str, str]) -> None:
    for source in originals:
        page = private.pages[f"sources/{source}.html"]
        cited = {str(words["id"]) for words in page.select(".cited[id]")}
        assert {str(lemma["href"]) for lemma in page.select("a.lemma")} == {f"#{one}" for one in cited}
        there = {str(link["href"]) for link in page.select("a.cited-words, a.cited-sign")}
        assert {f"#n{one.removeprefix('w')}" for one in cited} == there


def test_names_in_every_text_are_linked(private: Site, originals: dict[str, str]) -> None:
    """To the pages of the people, characters and works that they name."""
    for source in originals:
        linked = list(private.pages[f"sources/{source}.html"].select(".paragraph-text a[href]"))
        mentions = [one for one in read(private.folder, "mentions.jsonl") if one["source"] == source]
        assert len(linked) >= len(mentions) > 0, source


def test_comments_are_nested_as_their_threads_were(private: Site) -> None:
    """Each thread is a fold, closed until a reader opens it, and answers are lists in lists."""
    page = private.pages["sources/blog-review.html"]
    threads = list(page.select("details.thread"))
    assert len(threads) > 1
    assert not any(thread.has_attr("open") for thread in threads)
    assert list(page.select(".comment .comment .paragraph"))
    assert {str(one["id"]) for one in page.select(".comment .paragraph")} == {
        str(one["id"]) for one in page.select(".label-comment")
    }


def test_what_stands_around_a_text_is_folded_with_its_label_and_its_rule(private: Site) -> None:
    for url in ("sources/comfort-review.html", "sources/new-york-profile.html"):
        folded = list(private.pages[url].select("details.set-apart .paragraph"))
        assert folded
        for paragraph in folded:
            assert [one.get_text() for one in paragraph.select(".apart-reason .label")]
            assert [one.get_text() for one in paragraph.select(".apart-reason code")]


def test_every_page_says_that_it_is_not_for_publishing(private: Site) -> None:
    for url, page in private.pages.items():
        assert "private copy, do not publish" in page.text.lower(), url
        robots = [str(meta["content"]) for meta in page.select('head > meta[name="robots"]')]
        assert (url, [content for content in robots if "noindex" in content]) == (url, robots)
        assert len(robots) == 1


def test_git_ignores_what_must_not_be_uploaded_by_mistake() -> None:
    """The private edition's own folder, and the originals."""
    ignored = Path(ROOT, ".gitignore").read_text("utf-8").splitlines()
    assert {"/output-private/", "/library/*", "!/library/README.md"} <= set(ignored)
