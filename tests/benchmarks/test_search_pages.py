"""The pages that a search is measured on are the same each time, and have the statistics of real ones."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest

from benchmarks.film_prose import made_up_names
from benchmarks.search_material import NAME, WORD, Film, learned, read_films
from benchmarks.search_pages import film_pages, read_pages, write_pages
from benchmarks.search_words import TOPICS, Vocabulary, zipf_weights
from plugins.search_index.page import SearchPage

PAGES = 1_500

FILMS = (
    Film(
        "The Tin Harbour",
        "1931",
        "Ines Varga",
        ("Bram Quist", "Lotte Maes"),
        "drama",
        ("Bram sails to the harbour. The harbour is of tin, and Bram is not.", "He sails home to the sea."),
    ),
    Film("The Tin Harbour", "1931", "", (), "", ("A second harbour of the same name.",)),
)


@pytest.fixture(scope="module")
def pages() -> tuple[SearchPage, ...]:
    return film_pages(PAGES)


@pytest.fixture(scope="module")
def words(pages: Sequence[SearchPage]) -> Counter[str]:
    return Counter(word for page in pages for word in re.findall(r"\w+", page.body.lower()))


def test_the_same_pages_come_each_time_and_fewer_are_the_first_of_more(pages: Sequence[SearchPage]) -> None:
    assert film_pages(40) == pages[:40]


def test_another_seed_makes_other_pages(pages: Sequence[SearchPage]) -> None:
    others = film_pages(3, seed=7)
    assert not {one.body for one in others} & {one.body for one in pages}


def test_every_page_has_an_address_a_title_and_people(pages: Sequence[SearchPage]) -> None:
    assert len({page.url for page in pages}) == PAGES
    assert all(1 <= len(page.title.split()) <= 5 for page in pages)
    assert all(2 <= len(page.people) <= 7 for page in pages)
    assert all("\n\n" in page.body or len(page.body.split()) < 400 for page in pages)


def test_people_are_shared_between_films(pages: Sequence[SearchPage]) -> None:
    films = Counter(name for page in pages for name in page.people)
    assert films.most_common(1)[0][1] > 5
    assert sum(count == 1 for count in films.values()) > len(films) / 4


def test_pages_are_as_long_as_real_ones_and_as_unequal(pages: Sequence[SearchPage]) -> None:
    lengths = sorted(len(page.body.split()) for page in pages)
    assert 400 < fmean(lengths) < 460
    assert lengths[PAGES // 2] < fmean(lengths) - 30
    assert lengths[-1] > 1_500


def test_words_follow_zipf_with_a_long_tail(words: Counter[str]) -> None:
    """About half of all different words come once, and the commonest make up most of the text."""
    once = sum(count == 1 for count in words.values())
    assert 20_000 < len(words) < 40_000
    assert 0.4 < once / len(words) < 0.6
    ranked = [count for _, count in words.most_common()]
    assert 0.45 < sum(ranked[:100]) / words.total() < 0.65
    assert 5 < ranked[200] / ranked[2_000] < 20


def test_a_page_keeps_to_its_topic_and_its_characters(pages: Sequence[SearchPage]) -> None:
    """Words of middle frequency stand in fewer pages than they would if every page drew from all alike."""
    standing = Counter(word for page in pages for word in set(re.findall(r"\w+", page.body.lower())))
    written = Counter(word for page in pages for word in re.findall(r"\w+", page.body.lower()))
    middling = [word for word, count in written.items() if 50 <= count <= 200]
    assert len(middling) > 500
    assert fmean(standing[word] / written[word] for word in middling) < 0.8


def test_films_of_a_file_come_first_and_teach_their_words(tmp_path: Path) -> None:
    file = tmp_path / "films.jsonl.gz"
    records = [
        {
            "title": one.title,
            "year": one.year,
            "director": one.director,
            "cast": ", ".join(one.cast),
            "genre": one.genre,
            "plot": "\r\n".join(one.paragraphs),
        }
        for one in FILMS
    ]
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(one)}\n" for one in records)
    assert read_films(file) == FILMS
    first, second, made_up = film_pages(3, FILMS)
    assert (first.title, first.people) == ("The Tin Harbour", ("Ines Varga", "Bram Quist", "Lotte Maes"))
    assert first.summary == "A drama film by Ines Varga"
    assert first.body == "\n\n".join(FILMS[0].paragraphs)
    assert (first.url, second.url) == ("films/the-tin-harbour-1931.html", "films/the-tin-harbour-1931-2.html")
    assert "harbour" in made_up.body


def test_a_sentence_keeps_its_small_words_and_gives_up_the_others() -> None:
    small = "the he to says and is "
    text = f"{small * 8}. He sails home to the sea. Bram says he sails to the Quist."
    material = learned([Film("Sea", "1931", "", (), "", (text,))])
    assert ("", "He", " ", WORD, " ", WORD, " ", "to", " ", "the", " ", WORD, ".") in material.sentences
    assert (
        "",
        NAME,
        " ",
        "says",
        " ",
        "he",
        " ",
        WORD,
        " ",
        "to",
        " ",
        "the",
        " ",
        NAME,
        ".",
    ) in material.sentences


def test_pages_are_read_as_they_were_written(tmp_path: Path) -> None:
    pages = film_pages(2, FILMS)
    write_pages(pages, tmp_path / "pages.json")
    assert read_pages(tmp_path / "pages.json") == pages


def test_invented_words_follow_the_known_and_are_the_same_in_any_order() -> None:
    known = ("harbour", "lantern", "orchard", "corridor")
    spelling = [word for name in made_up_names(200).forms for word in name.form.split()]
    forwards, backwards = (Vocabulary(known, spelling, 3_000, tail=100) for _ in range(2))
    words = [forwards.word(place) for place in range(3_000)]
    assert tuple(words[:4]) == known
    assert [backwards.word(place) for place in reversed(range(3_000))] == words[::-1]
    assert len(set(words)) > 2_500


def test_topics_have_words_of_their_own() -> None:
    words = Vocabulary([f"word{place}" for place in range(40_000)], ("spelling",), 40_000, tail=3_000)
    chance = random.Random(1)  # noqa: S311 no secret
    drawn = [{words.draw_of_topic(topic, chance) for _ in range(200)} for topic in range(TOPICS)]
    assert all(len(one) > 20 for one in drawn)
    assert not any(one & other for one, other in pairwise(drawn))


def test_shares_fall_off_faster_in_the_tail() -> None:
    weights = zipf_weights(range(100_000), tail=1_000)
    assert weights == sorted(weights, reverse=True)
    assert weights[100] / weights[1_000] < weights[5_000] / weights[50_000]
