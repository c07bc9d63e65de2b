"""The private edition is a reading copy: whole texts, numbered and linked, and never for publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import ROOT
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.originals import originals_of
from tests.site.words import words_of


@pytest.fixture(scope="module")
def originals(private: Site, library: Path) -> dict[str, str]:
    return originals_of(private.folder, library)


def test_every_original_is_readable_to_its_last_word(private: Site, originals: dict[str, str]) -> None:
    """In the order of the text, with what was set apart shown below it."""
    for source, text in originals.items():
        page = private.pages[f"sources/{source}.html"]
        shown = [words_of(block.get_text()) for block in page.select(".paragraph .paragraph-text")]
        for paragraph in text.splitlines():
            assert not words_of(paragraph) or any(_holds(block, words_of(paragraph)) for block in shown), (
                source,
                paragraph,
            )


def _holds(block: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(block)} "


def test_paragraphs_are_numbered_and_can_be_linked(private: Site, originals: dict[str, str]) -> None:
    """The number that a pointer names is the number beside the paragraph."""
    for source in originals:
        paragraphs = list(private.pages[f"sources/{source}.html"].select(".paragraph"))
        numbers = sorted(int(str(paragraph["id"]).removeprefix("p")) for paragraph in paragraphs)
        assert numbers == list(range(1, len(numbers) + 1))
        for paragraph in paragraphs:
            assert [str(link["href"]) for link in paragraph.select("a.paragraph-number")] == [
                f"#{paragraph['id']}"
            ]


def test_names_in_every_text_are_linked(private: Site, originals: dict[str, str]) -> None:
    """To the pages of the people, characters and works that they name."""
    for source in originals:
        linked = list(private.pages[f"sources/{source}.html"].select(".paragraph-text a[href]"))
        mentions = [one for one in read(private.folder, "mentions.jsonl") if one["source"] == source]
        assert len(linked) >= len(mentions) > 0, source


def test_comments_are_nested_as_their_threads_were(private: Site) -> None:
    depths = {
        name
        for block in private.pages["sources/blog-review.html"].select(".paragraph")
        for name in block.get("class") or ()
        if name.startswith("depth-")
    }
    assert {"depth-1", "depth-2"} <= depths


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
