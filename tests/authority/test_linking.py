"""Which entity a mention means: the only one, the one that a person decided, or nobody yet."""

from __future__ import annotations

from typing import Any

from plugins.archive.annotation import Mention
from plugins.archive.span import Span
from plugins.authority.linking import link_mentions
from plugins.authority.names import Name
from plugins.authority.record import Judgement, Records
from plugins.mentions.finding import NameMatcher, find_all_mentions, find_mentions
from tests.drawers import cases
from tests.making import document, documents, records, span_of

TEXT = "Bell rang for Varga. Then Bell slept."
NOBODY = records()


def mention(words: str, *candidates: str) -> Mention:
    return Mention("review", span_of(TEXT, words), candidates, "mentions/1")


def decided(words: str, entity: str | None) -> Records:
    judgement = Judgement("review", span_of(TEXT, words), entity, "a test", "2026", "so it is")
    return records(judgements=[judgement])


@cases("pronouns")
def test_a_title_that_is_a_pronoun_is_linked_as_the_cases_have_it(case: dict[str, Any]) -> None:
    text = document(case["text"])
    matcher = NameMatcher([Name(case["title"], ("film",), quoted=False)])
    links = link_mentions(tuple(find_mentions(text, matcher)), NOBODY, documents(text))
    marks = {one.span: "[]" for one in links.made} | {one.span: "{}" for one in links.undecided}
    marked, position = "", 0
    for span, pair in sorted(marks.items()):
        marked += text.text[position : span.start] + pair[0] + span.of(text.text) + pair[1]
        position = span.end
    assert marked + text.text[position:] == case["expected"]


def test_the_only_record_with_a_name_is_meant() -> None:
    links = link_mentions((mention("Varga", "ines-varga"),), NOBODY, documents(document(TEXT)))
    assert [(one.entity, one.reason) for one in links.made] == [
        ("ines-varga", "the only record with this name")
    ]


def test_of_several_candidates_none_is_guessed() -> None:
    links = link_mentions((mention("Bell", "nadia-bell", "the-bell"),), NOBODY, documents(document(TEXT)))
    assert links.made == ()
    assert [(one.candidates, one.reason) for one in links.undecided] == [
        (("nadia-bell", "the-bell"), "several records answer to this name")
    ]


def test_a_judgement_wins_over_the_program() -> None:
    links = link_mentions(
        (mention("Varga", "ines-varga"),), decided("Varga", "river"), documents(document(TEXT))
    )
    assert [(one.entity, one.maker) for one in links.made] == [("river", "a test")]
    assert links.made[0].reason == "decided by a test, 2026: so it is"


def test_a_word_that_names_nothing_is_neither_linked_nor_undecided() -> None:
    links = link_mentions((mention("Bell", "a", "b"),), decided("Bell", None), documents(document(TEXT)))
    assert (links.made, links.undecided) == ((), ())


def test_a_judgement_also_settles_a_mention_that_overlaps_its_span() -> None:
    links = link_mentions(
        (mention("Varga", "river"),), decided("for Varga", "ines-varga"), documents(document(TEXT))
    )
    assert [one.entity for one in links.made] == ["ines-varga"]


def test_a_judgement_on_a_text_that_is_not_at_hand_rests() -> None:
    links = link_mentions((), decided("Varga", "ines-varga"), documents())
    assert (links.made, links.problems) == ((), ())


def test_a_judgement_beyond_the_end_of_its_text_is_a_fault_at_its_place() -> None:
    judgement = Judgement("review", Span(30, 99), "x", "a test", "2026", "why", "judgements.yaml", 7, 3)
    links = link_mentions((), records(judgements=[judgement]), documents(document(TEXT)))
    assert [str(one) for one in links.problems] == [
        "judgements.yaml:7:3: QUOTE-NOT-FOUND review ends at 37, before 99; mend start and end"
    ]


def test_links_come_in_the_order_of_the_text() -> None:
    texts = documents(document(TEXT))
    names = (Name("Varga", ("ines-varga",), False), Name("Bell", ("nadia-bell",), False))
    links = link_mentions(find_all_mentions(texts, names), NOBODY, texts)
    assert [one.span.of(TEXT) for one in links.made] == ["Bell", "Varga", "Bell"]
