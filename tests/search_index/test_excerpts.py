"""What excerpts are cut from: the whole text where there is room, and else the sentences that tell most."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.excerpts import Passage, material, rarities
from plugins.search_index.page import SearchPage
from plugins.search_index.whoosh_index import make_postings
from tests.durations import stopped_after

BODY = (
    "The ferry was late. Ines Varga waited on the quay. Nobody came!\n\n"
    "Then the fog lifted. The lighthouse burned again, and she wrote it down.\n\n"
    "It was the end of it."
)
RARITY = {"varga": 6, "ines": 6, "lighthouse": 5, "fog": 3, "burned": 4, "quay": 3}

SENTENCES = st.lists(
    st.text(st.sampled_from("ab c"), min_size=1, max_size=9).map(lambda text: f"{text}. "), max_size=9
)
BODIES = st.lists(SENTENCES.map("".join), max_size=5).map("\n\n".join)


def kept(
    body: str, room: int | None, rarity: Mapping[str, int] = RARITY, anchors: tuple[str, ...] = ()
) -> list[Passage]:
    return material(SearchPage("a.html", "A", "page", body=body, anchors=anchors), room, rarity)


def texts(body: str, room: int | None) -> list[str]:
    return [text for _, text in kept(body, room)]


@pytest.mark.parametrize("room", [None, len(BODY), len(BODY) + 1])
def test_a_text_is_whole_where_there_is_room(room: int | None) -> None:
    assert texts(BODY, room) == BODY.split("\n\n")


def test_the_sentences_are_kept_that_hold_what_is_rare_elsewhere() -> None:
    assert texts(BODY, 40) == ["Ines Varga waited on the quay."]


def test_sentences_keep_their_order_and_neighbours_stay_together() -> None:
    assert texts(BODY, 110) == [
        "Ines Varga waited on the quay.",
        "Then the fog lifted. The lighthouse burned again, and she wrote it down.",
    ]


def test_each_passage_has_the_anchor_of_its_paragraph() -> None:
    assert [anchor for anchor, _ in kept(BODY, 110, anchors=("p1", "p2"))] == ["p1", "p2"]
    assert [anchor for anchor, _ in kept(BODY, None, anchors=("p1",))] == ["p1", "", ""]


def test_a_word_that_was_said_counts_less_than_a_new_one() -> None:
    """Two sentences about the fog would be found by one word."""
    body = "The fog and the fog. A fog, that fog. Some reeds over there."
    passages = [text for _, text in kept(body, 48, {"fog": 3, "reeds": 2})]
    assert passages == ["A fog, that fog. Some reeds over there."]


def test_a_sentence_that_is_longer_than_the_room_ends_at_a_word_and_says_so() -> None:
    [text] = texts("Varga " * 400, 50)
    assert text == "Varga " * 7 + "Varga…"


def test_a_long_run_without_a_space_is_cut_all_the_same() -> None:
    assert texts("x" * 5000, 50) == ["x" * 49 + "…"]


def test_sentences_end_in_other_scripts_too() -> None:
    body = "霧が晴れた。灯台がまた燃えた。彼女はそれを書いた。"
    assert texts(body, 10) == ["霧が晴れた。"]


def test_a_text_of_spaces_alone_has_nothing_to_show() -> None:
    assert kept(" \n " * 90, 20) == []


@given(BODIES, st.integers(1, 60))
def test_never_more_than_the_room_and_never_nothing(body: str, room: int) -> None:
    passages = texts(body, room)
    assert sum(map(len, passages)) <= room
    assert bool(passages) == bool(body.strip())


@given(BODIES, st.integers(8, 60))
def test_what_is_kept_stands_in_the_text_in_that_order(body: str, room: int) -> None:
    at = 0
    for text in texts(body, room):
        at = body.index(text.removesuffix("…"), at) + len(text.removesuffix("…"))


@pytest.mark.parametrize("room", [2_000, 700_000])
def test_a_text_of_a_megabyte_is_read_to_its_end(room: int) -> None:
    """Each sentence is not asked again whenever another is taken: that would be a hundred million times."""
    words = [f"{one}{other}{third}" for one in "abcdef" for other in "ghijkl" for third in "mnopqr"]
    body = " ".join(
        f"{' '.join(words[(start * 7 + step * step) % 216] for step in range(12))}."
        for start in range(20_000)
    )
    with stopped_after():
        passages = kept(body, room, {word: len(words) - at for at, word in enumerate(words)})
    assert 0.9 * room < sum(len(text) for _, text in passages) <= room


def test_a_word_tells_more_the_fewer_pages_have_it() -> None:
    pages = [SearchPage(f"{one}.html", one, "page", body=f"the {one} the") for one in ("fog", "quay")]
    rarity = rarities(make_postings(pages), len(pages))
    assert rarity["fog"] == rarity["quay"] > rarity["the"] > 0
