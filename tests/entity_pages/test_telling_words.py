"""Which words an archive's index has, as the index of a book would."""

from __future__ import annotations

import random

import pytest

from plugins.entity_pages import telling_words as telling
from plugins.entity_pages.telling_words import MOST_PAGES, SHOWN, chosen, count_words, telling_words
from plugins.incremental.workers import CORES
from plugins.lexicon.dictionary import headword
from plugins.search_index.page import SearchPage


def page(name: str, body: str = "", kind: str = "event", **more: object) -> SearchPage:
    return SearchPage(f"{name}.html", name, kind, body=body, **more)  # type: ignore[arg-type]


def told(*pages: SearchPage) -> dict[str, list[str]]:
    """Words with the addresses that they lead to."""
    found = telling_words(pages, headword)
    return {one.word: [place.url for place in one.places] for one in found}


def test_a_word_leads_to_the_pages_that_it_tells_most_about() -> None:
    words = told(
        page("quay", "The lamp stands on the quay."),
        page("fog", "A lamp, and beside it a lamp. Only the lamp was real."),
        page("tide"),
    )
    assert words["lamp"] == ["fog.html", "quay.html"]


def test_forms_of_a_word_are_one_entry_under_the_form_of_dictionaries() -> None:
    words = told(page("quay", "The harbour sleeps."), page("fog", "In both harbours. The harbour."))
    assert words == {"harbour": ["fog.html", "quay.html"]}


def test_words_of_every_day_head_no_entry() -> None:
    words = told(*(page(name, "The thing is that everybody said the same thing.") for name in "abc"))
    assert words == {}


def test_a_word_of_too_many_pages_tells_nothing_of_any() -> None:
    many = [page(f"p{number}", "The harbour.") for number in range(MOST_PAGES + 1)]
    assert told(*many) == {}
    assert list(told(*many[:MOST_PAGES], page("other"))) == ["harbour"]


def test_of_many_pages_a_few_are_shown() -> None:
    some = [page(f"p{number}", "The harbour.") for number in range(MOST_PAGES)]
    assert len(told(*some, page("other"))["harbour"]) == SHOWN


def test_a_word_of_one_page_is_there_when_the_page_is_about_it() -> None:
    words = told(page("fog", "A siren. The siren, and again the siren. A gull."), page("tide"))
    assert words == {"siren": ["fog.html"]}


def test_what_is_done_is_no_thing_and_heads_no_entry() -> None:
    """A word is a thing when it follows a small word that stands before things."""
    bodies = ("They quarrel nightly and whispered.", "Now they quarrel nightly and whispered.")
    words = told(*(page(str(number), body) for number, body in enumerate(bodies)))
    assert words == {}


def test_names_have_their_own_entries_and_are_none_of_these() -> None:
    """Parts of people's names never, capital words in other names neither, but small ones of a title do."""
    words = told(
        page("Ines Varga", "By Varga, with the harbour.", kind="person"),
        page("The Tin Harbour", "A film by Varga for Cormorant.", kind="work"),
        page("Cormorant", "The company of Varga in the harbour: Cormorant.", kind="organisation"),
    )
    assert set(words) == {"harbour"}


def test_a_capital_word_that_is_no_name_of_the_archive_keeps_its_capital() -> None:
    words = told(page("a", "It was shot in Ostend."), page("b", "The bench stood in Ostend."))
    assert words == {"Ostend": ["a.html", "b.html"]}


def test_a_word_leads_to_the_first_paragraph_that_has_it() -> None:
    one = page("talk", "We met.\n\nThe fog.\n\nThe fog, and a siren.", anchors=("p1", "p2", "p3"))
    other = page("quay", "In the fog.")
    siren = page("night", "Under the fog a siren.")
    words = told(one, other, siren)
    assert words["siren"] == ["talk.html#p3", "night.html"]


def test_texts_that_may_only_be_found_give_no_word() -> None:
    words = told(page("a", unshown="the siren the siren the siren"), page("b", unshown="the siren"))
    assert words == {}


def test_pages_in_another_language_and_about_the_archive_give_none() -> None:
    words = told(
        page("a", "Le phare dans le brouillard.", lang="fr"),
        page("b", "Le phare et le brouillard.", lang="fr"),
        page("c", "The siren.", kind="page"),
        page("d", "The siren.", kind="page"),
    )
    assert words == {}


def test_a_large_archive_keeps_the_most_telling_words() -> None:
    """Those that crowd on few pages before those that are strewn over more."""
    crowded = page("a", "The siren. The siren. The siren. The siren. A gull.")
    pages = (crowded, page("b", "The siren. A gull."), page("c", "A gull."), page("d"))
    assert [one.word for one in telling_words(pages, headword, most=1)] == ["siren"]


def test_an_empty_archive_has_no_words() -> None:
    assert telling_words(()) == ()


@pytest.mark.parametrize("cores", ["2", "5"])
def test_words_are_counted_on_all_cores_as_on_one(monkeypatch: pytest.MonkeyPatch, cores: str) -> None:
    """Rare words, things and others, and some that are on too many pages only if all are counted together."""
    chance = random.Random(7)  # noqa: S311 made-up texts
    vocabulary = [f"{''.join(chance.choices('aeiou', k=3))}{number % 26 * 'x'}q" for number in range(300)]
    weights = [1 / (number + 1) for number in range(300)]
    pages = [
        page(
            f"p{number}",
            "".join(
                chance.choice(("the ", "")) + f"{word} " for word in chance.choices(vocabulary, weights, k=40)
            ),
        )
        for number in range(60)
    ]
    monkeypatch.setenv(CORES, "1")
    alone = count_words(pages)
    monkeypatch.setenv(CORES, cores)
    monkeypatch.setattr(telling, "_PAGES_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(telling, "_WORDS_WORTH_A_PROCESS", 1)
    together = count_words(pages)
    assert together == alone
    assert chosen(together, pages) == chosen(alone, pages) != ()
    assert len(alone.many) > 10 < len(alone.told)
