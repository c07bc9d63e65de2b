"""No word is looked up twice in two builds, and none is filed otherwise for that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entity_pages import headwords as module
from plugins.entity_pages.headwords import HEADWORDS, Headwords
from plugins.entity_pages.telling_state import told_words
from plugins.entity_pages.telling_words import telling_words
from plugins.search_index.page import SearchPage

WORDS = st.lists(st.sampled_from(["siren", "sirens", "gull", "gulls", "fog"]) | st.text(max_size=5))


def without_s(word: str) -> str:
    """``s`` itself is filed under nothing."""
    return word.removesuffix("s")


def nobody(word: str) -> str:
    raise AssertionError(f"{word!r} is looked up again")


@given(WORDS)
def test_what_was_asked_for_is_known_to_the_next_build(words: list[str]) -> None:
    first = Headwords(without_s)
    found = [first(word) for word in (*words, "s")]
    second = Headwords.from_bytes(nobody, first.as_bytes())
    assert [second(word) for word in (*words, "s")] == found == [*map(without_s, words), ""]


def test_what_nobody_asks_for_any_more_is_forgotten() -> None:
    first = Headwords(without_s)
    for word in ("sirens", "gulls"):
        first(word)
    second = Headwords.from_bytes(without_s, first.as_bytes())
    second("gulls")
    assert Headwords.from_bytes(nobody, second.as_bytes())("gulls") == "gull"
    with pytest.raises(AssertionError, match="sirens"):
        Headwords.from_bytes(nobody, second.as_bytes())("sirens")


OURS = Headwords(str).as_bytes()


@pytest.mark.parametrize(
    "written",
    [
        *(None, b"", b"{}", b"[]", b"null", b"no JSON"),
        b'{"by":"another dictionary","own":["sirens"],"others":{}}',
        OURS.replace(b'"own":[]', b'"own":null'),
        OURS.replace(b',"others":{}', b""),
    ],
)
def test_what_another_version_told_is_asked_again(written: bytes | None) -> None:
    assert written != OURS
    assert Headwords.from_bytes(without_s, written)("sirens") == "siren"


def test_what_is_known_rests_on_the_dictionary_and_on_the_code_that_asks_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []

    def digest_of_code(*plugins: str) -> str:
        asked.append(plugins)
        return "digest"

    monkeypatch.setattr(module, "digest_of_code", digest_of_code)
    Headwords(str).as_bytes()
    assert asked == [("entity_pages", "lexicon")]


def page(url: str, body: str) -> SearchPage:
    return SearchPage(f"{url}.html", "Fog", "event", body=body)


@pytest.mark.parametrize("cores", ["1", "2"])
def test_the_index_of_words_is_the_same_with_what_is_known_and_without(
    monkeypatch: pytest.MonkeyPatch, cores: str
) -> None:
    """The second build has a word more, and only that is looked up."""
    monkeypatch.setenv("INTERTITLE_CORES", cores)
    monkeypatch.setattr("plugins.entity_pages.telling_words._WORDS_WORTH_A_PROCESS", 1)
    pages = [page("a", "The sirens. A siren."), page("b", "The siren. A gull."), page("c", "The gulls.")]
    known = told_words(pages, without_s).state[HEADWORDS]
    more = [*pages, page("d", "The lanterns. The lantern, the lantern.")]

    def asked(word: str) -> str:
        assert word.startswith("lantern"), f"{word} is looked up again"
        return without_s(word)

    told = told_words(more, asked, known)
    assert told.words == telling_words(more, without_s)
    assert [one.word for one in told.words] == ["gull", "lantern", "siren"]
    assert told == told_words(more, without_s)
