"""What the rights do not allow appears in no byte of the public edition, with the originals at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import pelicanconf
from plugins.search_index.analyzer import terms
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.originals import originals_of
from tests.site.positions import runs_in, texts_of
from tests.site.words import readings_of, runs_of, sentences_of, words_of

CHANCE = 8
"""Words in a row that two writers on the same film may share by chance; nine have not been seen to."""

SENTENCE = 6
"""A sentence shorter than this ("He writes letters.") may be anybody's."""


@pytest.fixture(scope="module")
def originals(public: Site, library: Path) -> dict[str, str]:
    return originals_of(public.folder, library)


@pytest.fixture(scope="module")
def rights(public: Site) -> dict[str, str]:
    return {source["id"]: source["rights"] for source in read(public.folder, "sources.json")}


@pytest.fixture(scope="module")
def read_words(public: Site) -> dict[str, list[tuple[str, ...]]]:
    """The words of every file of the site, in each of its readings."""
    return {name: [words_of(text) for text in readings_of(public.folder / name)] for name in public.files}


def shared_runs(
    text: str, site: dict[str, list[tuple[str, ...]]], length: int, allowed: set[tuple[str, ...]]
) -> set[tuple[str, str]]:
    """Runs of the text found in the site, each with the file that has it, the allowed ones left out."""
    runs = set(runs_of(words_of(text), length)) - allowed
    return {
        (name, " ".join(run))
        for name, readings in site.items()
        for words in readings
        for run in runs_of(words, length)
        if run in runs
    }


def titles(site: Site, length: int) -> set[tuple[str, ...]]:
    """A title is a fact about a text, not a sentence of it."""
    printed = [source["title"] or "" for source in read(site.folder, "sources.json")]
    return {run for title in printed for run in runs_of(words_of(title), length)}


def test_no_sentence_of_a_summarised_source_is_in_any_file(
    public: Site,
    originals: dict[str, str],
    rights: dict[str, str],
    read_words: dict[str, list[tuple[str, ...]]],
) -> None:
    """No page, preview, data file or search file: our abstract stands for the text."""
    printed = {words_of(source["title"] or "") for source in read(public.folder, "sources.json")}
    for source in (source for source, text in originals.items() if rights[source] == "summary"):
        sentences = sentences_of(originals[source], SENTENCE) - printed
        lengths = sorted({len(sentence) for sentence in sentences})
        for name, readings in read_words.items():
            found = {
                run for words in readings for length in lengths for run in runs_of(words, length)
            } & sentences
            assert (source, name, {" ".join(run) for run in found}) == (source, name, set())


def test_no_run_of_a_summarised_source_is_longer_than_chance(
    public: Site,
    originals: dict[str, str],
    rights: dict[str, str],
    read_words: dict[str, list[tuple[str, ...]]],
) -> None:
    for source, text in originals.items():
        if rights[source] in {"summary", "link"}:
            assert (source, shared_runs(text, read_words, CHANCE + 1, titles(public, CHANCE + 1))) == (
                source,
                set(),
            )


def test_no_quote_is_longer_than_the_limit(
    originals: dict[str, str], rights: dict[str, str], read_words: dict[str, list[tuple[str, ...]]]
) -> None:
    """Short quotes within the limit that pelicanconf.py sets."""
    length = pelicanconf.EXCERPT_WORDS + 1
    for source, text in originals.items():
        if rights[source] != "full":
            assert (source, shared_runs(text, read_words, length, set())) == (source, set())


def test_all_quotes_of_a_source_together_stay_within_its_share(
    public: Site,
    originals: dict[str, str],
    rights: dict[str, str],
    read_words: dict[str, list[tuple[str, ...]]],
) -> None:
    """Many short quotes could still give a text away."""
    length = CHANCE + 1
    for source in (source for source in originals if rights[source] == "excerpt"):
        found = {run for _, run in shared_runs(originals[source], read_words, length, titles(public, length))}
        words = words_of(originals[source])
        quoted: set[int] = set()
        for start, run in enumerate(runs_of(words, length)):
            if " ".join(run) in found:
                quoted.update(range(start, start + length))
        assert len(quoted) / len(words) <= pelicanconf.EXCERPT_SHARE, source


def test_short_quotes_of_an_excerpted_source_are_shown(public: Site, rights: dict[str, str]) -> None:
    """Rights forbid; they also allow: with the original at hand its few words stand at the note."""
    assert rights["new-york-profile"] == "excerpt"
    quotes = [quote.get_text() for quote in public.pages["films/her.html"].select(".passages q")]
    assert quotes != []
    assert max(len(words_of(quote)) for quote in quotes) <= pelicanconf.EXCERPT_WORDS


def test_nothing_of_a_readers_comment_is_published(
    public: Site,
    originals: dict[str, str],
    rights: dict[str, str],
    read_words: dict[str, list[tuple[str, ...]]],
) -> None:
    """Whoever wrote under a review was not asked."""
    comments = [
        originals[segment["source"]][segment["start"] : segment["end"]]
        for segment in read(public.folder, "segments.jsonl")
        if segment["label"] == "comment" and rights[segment["source"]] != "full"
    ]
    assert comments != []
    for comment in comments:
        assert shared_runs(comment, read_words, SENTENCE, set()) == set()


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
    for source in (source for source in originals if rights[source] != "full"):
        limit = pelicanconf.EXCERPT_WORDS if rights[source] == "excerpt" else CHANCE
        runs = set(runs_of(tuple(terms(originals[source])), limit + 1)) - titles(public, limit + 1)
        found = {
            " ".join(run) for text in indexed.values() for run in runs_in(text, limit + 1) if run in runs
        }
        assert (source, found) == (source, set())
