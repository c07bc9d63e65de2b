"""What the rights do not allow appears in no byte of the public edition, with the originals at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import pelicanconf
from plugins.search_index.analyzer import terms
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.originals import originals_of
from tests.site.positions import runs_in, texts_of
from tests.site.words import holds, is_row_of, readings_of, runs_of, sentences_of, shared_runs, words_of

CHANCE = 8
"""Words in a row that two writers on the same film may share by chance; nine have not been seen to."""

SENTENCE = 6
"""A sentence shorter than this ("He writes letters.") may be anybody's."""


@pytest.fixture(scope="module")
def originals(public: Site, library: Path) -> dict[str, str]:
    return originals_of(public, library)


@pytest.fixture(scope="module")
def rights(public: Site) -> dict[str, str]:
    return {source["id"]: source["rights"] for source in read(public.folder, "sources.json")}


@dataclass(frozen=True)
class Copy:
    """Words of an original that stand in a file of the site.

    Facts are nobody's sentence: a title is no copy, nor is a row of names.
    """

    source: str
    file: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file} has {len(self.words)} words of {self.source}: {' '.join(self.words)}"


@pytest.fixture(scope="module")
def copies(public: Site, originals: dict[str, str], rights: dict[str, str]) -> list[Copy]:
    """Everything that any file has in common with a text that is not ours to publish whole."""
    runs = {
        source: set(runs_of(words_of(text), SENTENCE))
        for source, text in originals.items()
        if rights[source] != "full"
    }
    printed = [words_of(source["title"] or "") for source in read(public.folder, "sources.json")]
    names = {words_of(entity["name"]) for entity in read(public.folder, "entities.json")}
    return [
        Copy(source, name, words)
        for name in public.files
        for reading in {words_of(text) for text in readings_of(public.folder / name)}
        for source, known in runs.items()
        for words in shared_runs(reading, known, SENTENCE)
        if not any(holds(title, words) for title in printed) and not is_row_of(names, words)
    ]


def test_no_sentence_of_a_summarised_source_is_in_any_file(
    originals: dict[str, str], rights: dict[str, str], copies: list[Copy]
) -> None:
    """No page, preview, data file or search file: our abstract stands for the text."""
    for source in (source for source in originals if rights[source] == "summary"):
        sentences = sentences_of(originals[source], SENTENCE)
        found = [copy for copy in copies if copy.source == source]
        whole = [str(copy) for copy in found if any(holds(copy.words, sentence) for sentence in sentences)]
        assert whole == []


def test_no_run_of_a_summarised_source_is_longer_than_chance(
    rights: dict[str, str], copies: list[Copy]
) -> None:
    """Nor is a sentence there with its first or its last words left out."""
    summarised = [copy for copy in copies if rights[copy.source] in {"summary", "link"}]
    assert [str(copy) for copy in summarised if len(copy.words) > CHANCE] == []


def test_no_quote_is_longer_than_the_limit(copies: list[Copy]) -> None:
    """Short quotes within the limit that pelicanconf.py sets."""
    assert [str(copy) for copy in copies if len(copy.words) > pelicanconf.EXCERPT_WORDS] == []


def test_all_quotes_of_a_source_together_stay_within_its_share(
    originals: dict[str, str], rights: dict[str, str], copies: list[Copy]
) -> None:
    """Many short quotes could still give a text away."""
    for source in (source for source in originals if rights[source] == "excerpt"):
        words = words_of(originals[source])
        known = {run for copy in copies if copy.source == source for run in runs_of(copy.words, SENTENCE)}
        starts = [start for start, run in enumerate(runs_of(words, SENTENCE)) if run in known]
        quoted = {start + step for start in starts for step in range(SENTENCE)}
        assert len(quoted) / len(words) <= pelicanconf.EXCERPT_SHARE, source


def test_short_quotes_of_an_excerpted_source_are_shown(public: Site, rights: dict[str, str]) -> None:
    """Rights forbid; they also allow: with the original at hand its few words stand at the note."""
    assert rights["new-york-profile"] == "excerpt"
    quotes = [quote.get_text() for quote in public.pages["films/her.html"].select(".passages q")]
    assert quotes != []
    assert max(len(words_of(quote)) for quote in quotes) <= pelicanconf.EXCERPT_WORDS


def test_nothing_of_a_readers_comment_is_published(
    public: Site, originals: dict[str, str], rights: dict[str, str], copies: list[Copy]
) -> None:
    """Whoever wrote under a review was not asked."""
    comments = {
        source: [words_of(comment) for comment in comments_of(public, source, originals[source])]
        for source in originals
        if rights[source] != "full"
    }
    assert any(comments.values())
    found = [str(copy) for copy in copies if any(holds(words, copy.words) for words in comments[copy.source])]
    assert found == []


def comments_of(site: Site, source: str, text: str) -> Iterator[str]:
    for segment in read(site.folder, "segments.jsonl"):
        if (segment["source"], segment["label"]) == (source, "comment"):
            yield text[segment["start"] : segment["end"]]


def test_the_public_edition_names_no_folder_of_the_machine(public: Site, library: Path) -> None:
    """Where somebody keeps the originals is nobody's business, nor is it reproducible."""
    for name in public.files:
        assert str(library).encode() not in (public.folder / name).read_bytes(), name


def test_the_search_index_put_together_again_gives_away_no_more_than_the_pages(
    public: Site, originals: dict[str, str], rights: dict[str, str]
) -> None:
    """A positional index of a text is a copy of the text."""
    indexed = texts_of(public.folder)
    # The archive's own texts are whole in it, so the reading is right.
    essay = terms(originals["archive-essay"])
    assert any(set(essay) <= set(text.values()) for text in indexed.values())
    printed = [tuple(terms(source["title"] or "")) for source in read(public.folder, "sources.json")]
    for source in (source for source in originals if rights[source] != "full"):
        length = (pelicanconf.EXCERPT_WORDS if rights[source] == "excerpt" else CHANCE) + 1
        allowed = {run for title in printed for run in runs_of(title, length)}
        runs = set(runs_of(tuple(terms(originals[source])), length)) - allowed
        found = {" ".join(run) for text in indexed.values() for run in runs_in(text, length) if run in runs}
        assert (source, found) == (source, set())
