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

WORDS = st.lists(
    st.sampled_from(["siren", "sirens", "gull", "gulls", "fog"]) | st.text(min_size=1, max_size=5)
)


def without_s(word: str) -> str:
    return word.removesuffix("s") or word


def nobody(word: str) -> str:
    raise AssertionError(f"{word} is looked up again")


@given(WORDS)
def test_what_was_asked_for_is_known_to_the_next_build(words: list[str]) -> None:
    first = Headwords(without_s)
    found = [first(word) for word in words]
    second = Headwords.from_bytes(nobody, first.as_bytes())
    assert [second(word) for word in words] == found == [without_s(word) for word in words]


def test_what_nobody_asks_for_any_more_is_forgotten() -> None:
    first = Headwords(without_s)
    first("sirens"), first("gulls")
    second = Headwords.from_bytes(without_s, first.as_bytes())
    second("gulls")
    assert Headwords.from_bytes(nobody, second.as_bytes())("gulls") == "gull"
    with pytest.raises(AssertionError, match="sirens"):
        Headwords.from_bytes(nobody, second.as_bytes())("sirens")


@pytest.mark.parametrize(
    "written", [None, b"{}", b'{"by":"another dictionary","own":["sirens"],"others":{}}']
)
def test_what_another_dictionary_told_is_asked_again(written: bytes | None) -> None:
    assert Headwords.from_bytes(without_s, written)("sirens") == "siren"


def test_a_changed_table_of_words_is_another_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Headwords(without_s)
    first("sirens")
    written = first.as_bytes()
    monkeypatch.setattr(module, "digest_of_code", lambda *_: "another")
    assert Headwords.from_bytes(str, written)("sirens") == "sirens"


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
