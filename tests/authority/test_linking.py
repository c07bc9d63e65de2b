"""Which entity a mention means: the only one, the one that the text or a person decided, or nobody yet."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.archive.annotation import Form, Mention
from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.authority.linking import Links, link_mentions
from plugins.authority.names import Bearer, Name, Names
from plugins.authority.record import Judgement, Records
from plugins.mentions.all_mentions import find_all_mentions
from tests.drawers import cases
from tests.making import document, documents, records, span_of

TEXT = "Bell rang for Varga. Then Bell slept."
NOBODY = records()
NAMES = Names(
    (
        Name("Bell", ("nadia-bell", "the-bell")),
        Name("Varga", ("ines-varga", "river")),
    ),
    {
        one.id: one
        for one in (
            Bearer("ines-varga", Kind.PERSON, "Ines Varga"),
            Bearer("nadia-bell", Kind.PERSON, "Nadia Bell"),
            Bearer("river", Kind.PLACE, "Varga"),
            Bearer("the-bell", Kind.WORK, "The Bell"),
        )
    },
)


def mention(words: str, *candidates: str) -> Mention:
    return Mention("review", span_of(TEXT, words), candidates, "mentions/2")


def linked(*mentions: Mention, by: Records = NOBODY, text: str = TEXT) -> Links:
    return link_mentions(mentions, NAMES, by, documents(document(text)))


def decided(words: str, entity: str | None) -> Records:
    judgement = Judgement("review", span_of(TEXT, words), entity, "a test", "2026", "so it is")
    return records(judgements=[judgement])


def of_text(text: str, *bearers: Bearer) -> list[tuple[str, str, str]]:
    """Names found in a text and linked: the words, the entity or nothing, the reason."""
    names = Names(tuple(Name(one.name, (one.id,)) for one in bearers), {one.id: one for one in bearers})
    texts = documents(document(text))
    links = link_mentions(find_all_mentions(texts, names), names, NOBODY, texts)
    made = [(one.span, one.entity, one.reason) for one in links.made]
    undecided = [(one.span, "", one.reason) for one in links.undecided]
    return [(span.of(text), entity, reason) for span, entity, reason in sorted(made + undecided)]


@cases("pronouns")
def test_a_title_that_is_a_pronoun_is_linked_as_the_cases_have_it(case: dict[str, Any]) -> None:
    text = document(case["text"])
    film = Bearer("film", Kind.WORK, case["title"], type="film")
    names = Names((Name(case["title"], ("film",)),), {"film": film})
    links = link_mentions(find_all_mentions(documents(text), names), names, NOBODY, documents(text))
    marks = {one.span: "[]" for one in links.made} | {one.span: "{}" for one in links.undecided}
    marked, position = "", 0
    for span, pair in sorted(marks.items()):
        marked += text.text[position : span.start] + pair[0] + span.of(text.text) + pair[1]
        position = span.end
    assert marked + text.text[position:] == case["expected"]


def test_the_only_record_with_a_name_is_meant() -> None:
    assert [(one.entity, one.reason) for one in linked(mention("Varga", "ines-varga")).made] == [
        ("ines-varga", "the only record with this name")
    ]


def test_of_several_candidates_none_is_guessed() -> None:
    links = linked(mention("Bell", "nadia-bell", "the-bell"))
    assert links.made == ()
    assert [(one.candidates, one.reason) for one in links.undecided] == [
        (("nadia-bell", "the-bell"), "several records answer to this name")
    ]


@pytest.mark.parametrize(
    ("text", "entity", "reason"),
    [
        ("They saw the film Varga.", "film", "a work: after “film”"),
        ("They saw Varga (1999) twice.", "film", "a work: a year in brackets follows"),
        ("Fog, as director Varga has it.", "maker", "a person: after “director”"),
        ("“Fog,” Varga said.", "maker", "a person: beside “said”"),
    ],
)
def test_the_words_beside_a_name_decide_and_are_the_reason(text: str, entity: str, reason: str) -> None:
    made = of_text(text, Bearer("film", Kind.WORK, "Varga"), Bearer("maker", Kind.PERSON, "Varga"))
    assert made == [("Varga", entity, reason)]


def test_a_short_form_is_linked_with_less_confidence_than_a_listed_name() -> None:
    text = "Ines Varga waits for Varga."
    names = Names((Name("Ines Varga", ("v",)),), {"v": Bearer("v", Kind.PERSON, "Ines Varga")})
    texts = documents(document(text))
    links = link_mentions(find_all_mentions(texts, names), names, NOBODY, texts)
    assert [(one.reason, one.confidence) for one in links.made] == [
        ("the only record with this name", 1.0),
        ("the surname of somebody the text names in full", 0.95),
    ]


def test_people_are_called_by_their_surnames_in_prose() -> None:
    people = Bearer("adams", Kind.PERSON, "Amy Adams"), Bearer("amy", Kind.CHARACTER, "Amy")
    assert of_text("Amy Adams came. They met Amy. “And Amy?”", *people)[1:] == [
        ("Amy", "amy", "people are called by their surnames here"),
        ("Amy", "", "several records answer to this name"),
    ]


def test_a_part_is_known_by_who_plays_it() -> None:
    people = Bearer("adams", Kind.PERSON, "Amy Adams"), Bearer("bell", Kind.PERSON, "Nadia Bell")
    parts = (
        Bearer("one", Kind.CHARACTER, "Odile", performers=("adams",)),
        Bearer("two", Kind.CHARACTER, "Odile", performers=("bell",)),
    )
    names = Names(
        (Name("Amy Adams", ("adams",)), Name("Nadia Bell", ("bell",)), Name("Odile", ("one", "two"))),
        {one.id: one for one in (*people, *parts)},
    )
    text = "Odile (Amy Adams), Nadia Bell’s Odile, Odile, played by Amy Adams, and Odile."
    texts = documents(document(text))
    links = link_mentions(find_all_mentions(texts, names), names, NOBODY, texts)
    assert [one.entity for one in links.made if one.span.of(text) == "Odile"] == ["one", "two", "one"]
    assert [one.span.of(text) for one in links.undecided] == ["Odile"]


def test_a_judgement_wins_over_the_program() -> None:
    links = linked(mention("Varga", "ines-varga"), by=decided("Varga", "river"))
    assert [(one.entity, one.maker) for one in links.made] == [("river", "a test")]
    assert links.made[0].reason == "decided by a test, 2026: so it is"


def test_a_word_that_names_nothing_is_neither_linked_nor_undecided() -> None:
    links = linked(mention("Bell", "nadia-bell", "the-bell"), by=decided("Bell", None))
    assert (links.made, links.undecided) == ((), ())


def test_a_judgement_also_settles_a_mention_that_overlaps_its_span() -> None:
    links = linked(mention("Varga", "river"), by=decided("for Varga", "ines-varga"))
    assert [one.entity for one in links.made] == ["ines-varga"]


def test_a_judgement_on_a_text_that_is_not_at_hand_rests() -> None:
    links = link_mentions((), NAMES, decided("Varga", "ines-varga"), documents())
    assert (links.made, links.problems) == ((), ())


def test_a_judgement_beyond_the_end_of_its_text_is_a_fault_at_its_place() -> None:
    judgement = Judgement("review", Span(30, 99), "x", "a test", "2026", "why", "judgements.yaml", 7, 3)
    links = linked(by=records(judgements=[judgement]))
    assert [str(one) for one in links.problems] == [
        "judgements.yaml:7:3: QUOTE-NOT-FOUND review ends at 37, before 99; mend start and end"
    ]


def test_links_come_in_the_order_of_the_text() -> None:
    text = "Varga rang for Bell, and Varga slept."
    texts = documents(document(text))
    only = Names((Name("Bell", ("nadia-bell",)), Name("Varga", ("ines-varga",))), NAMES.bearers)
    links = link_mentions(find_all_mentions(texts, only), only, NOBODY, texts)
    assert [one.span.of(text) for one in links.made] == ["Varga", "Bell", "Varga"]


def test_a_label_in_capitals_is_linked_as_a_label() -> None:
    label = Mention("review", span_of(TEXT, "Bell"), ("nadia-bell",), "mentions/2", Form.SPEAKER)
    assert [one.reason for one in linked(label).made] == [
        "the speaker’s label of somebody the text names in full"
    ]
