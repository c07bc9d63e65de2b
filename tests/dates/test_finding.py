"""The dates that a text speaks of: found in its words, counted from its own times, and never too precise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.annotation import Link
from plugins.archive.date_expression import DateBasis, DateExpression, DateStatus, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.dates.finding import find_dates
from plugins.dates.happenings import JOINS, Phase
from plugins.dates.makes import MAKES
from plugins.dates.phrases import RULES
from plugins.dates.texts import read_texts
from tests.drawers import POSITIVE, cases, drawer
from tests.durations import grows_like_a_line
from tests.making import document, documents, record, records, span_of

WORDS = st.lists(
    st.sampled_from(
        [
            *("June", "9", ",", "2012", "1999", "spring", "the", "last", "next", "three", "days", "years"),
            *("ago", "later", "before", "in", "on", "of", "May", "’99", "“", "”", ".", "It’s", "is", "will"),
            *("from", "to", "and", "between", "by", "not", "until", "Christmas", "Friday", "a", "decade"),
            *(
                "eighties",
                "century",
                "week",
                "for",
                "over",
                "almost",
                "early",
                "(",
                ")",
                "\n\n",
                "0000",
                "9999",
            ),
            *("31", "-", "/", "2100", "open", "opened", "said", "been", "has", "had", "first", "turn"),
        ]
    ),
    max_size=24,
).map(" ".join)

TEXTS = st.one_of(st.text(max_size=200), WORDS)


@dataclass(frozen=True)
class Links:
    """Spans that name something."""

    made: tuple[Link, ...] = ()


OWN_DATES = st.sampled_from(
    [
        None,
        "2013-09-16",
        "2013-10",
        "2013",
        "0000",
        "9999",
        "9999-12-31",
        "2013-21",
        "198X",
        "[..2009]",
        "XXXX-02",
    ]
)


def dates(text: str, published: str | None = None, names: tuple[Span, ...] = ()) -> list[DateExpression]:
    return list(find_dates(document(text), Edtf.parse(published) if published else None, names))


def the_one(text: str, published: str | None = None) -> DateExpression:
    (found,) = dates(text, published)
    return found


def in_words_of(case: dict[str, Any]) -> str:
    """A case's text without its brackets, its lines as paragraphs."""
    lines = case["text"]
    marked = lines if isinstance(lines, str) else "\n\n".join(lines)
    return re.sub(r"[\[\]]", "", marked)


def found_in(case: dict[str, Any]) -> list[DateExpression]:
    """The dates of a case's text, read with the other texts and the records that it names."""
    text = in_words_of(case)
    if not {"others", "works", "film", "characters"} & case.keys():
        return dates(text, case["published"])
    names: dict[str, str] = dict.fromkeys(case.get("works", ()), "works")
    names |= dict.fromkeys(case.get("characters", ()), "characters")
    texts = [{**case, "text": text}, *case.get("others", ())]
    made = [record(id_of(name), folder, year=_year_in(case, name)) for name, folder in names.items()]
    made += [
        record(f"text-{number}", "sources", published=one.get("published"), film=_film_in(one))
        for number, one in enumerate(texts)
    ]
    read = [
        document_of(one["text"], f"text-{number}", one.get("segment")) for number, one in enumerate(texts)
    ]
    found = read_texts(documents(*read), records(*made), Links(tuple(links_in(read, names))))
    return list(found.by_source["text-0"])


def id_of(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def _year_in(case: dict[str, Any], name: str) -> str | None:
    year: str | None = case.get("works", {}).get(name)
    return year


def _film_in(text: dict[str, Any]) -> str | None:
    return id_of(text["film"]) if text.get("film") else None


def document_of(text: str, source: str, label: str | None) -> Document:
    """A text cut into its segments, or as one of a certain kind."""
    if label is None:
        return document(text, source)
    segment = Segment(source, Span(0, len(text)), 1, Label(label), "a test says so")
    return Document(source, Rights.SUMMARY, Original("0" * 64, text), (segment,))


def links_in(texts: list[Document], names: dict[str, str]) -> Iterator[Link]:
    """A link wherever a name stands."""
    for one in texts:
        for name in names:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", one.text):
                yield Link(one.source, Span(*match.span()), id_of(name), "a test says so", "tests/1", 1.0)


@cases("dates_in_texts")
def test_dates_of_a_text_are_those_of_the_cases(case: dict[str, Any]) -> None:
    """The words in brackets, each with its date, its status and how it is known."""
    lines = case["text"]
    marked = lines if isinstance(lines, str) else "\n\n".join(lines)
    text = in_words_of(case)
    found = found_in(case)
    shown = text
    for one in reversed(found):
        shown = f"{shown[: one.span.start]}[{one.quote}]{shown[one.span.end :]}"
    assert shown == marked
    assert ([f"{one.edtf or 'words'} {one.status} {one.basis}" for one in found] or None) == case["expected"]


@settings(deadline=None)
@given(TEXTS, OWN_DATES)
def test_whatever_the_text_its_dates_stand_in_it(text: str, published: str | None) -> None:
    """Spans hold the quoted words, in order, none inside another, every date is EDTF."""
    place = 0
    for one in dates(text, published):
        assert one.span.start >= place
        place = one.span.end
        assert one.quote == text[one.span.start : one.span.end] != ""
        assert one.sentence.contains(one.span)
        assert one.derivation
        assert (one.precision is None) == (one.edtf is None)
        for step in one.derivation:
            assert step.says
            assert step.span is None or step.span.end <= len(text)
        if one.edtf is not None:
            assert Edtf.parse(one.edtf.written) == one.edtf


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_without_a_date_of_its_own_a_text_gives_no_year_that_it_does_not_name(text: str) -> None:
    """What day it is today makes no difference, since nothing asks."""
    years = set(re.findall(r"[0-9]{4}", text))
    for one in dates(text):
        if (
            one.edtf is not None
            and one.basis is DateBasis.STATED
            and re.fullmatch("[0-9-]+", one.edtf.written)
        ):
            assert one.edtf.written[:4] in years


@pytest.mark.parametrize(
    "piece",
    [
        "On July 9, 2012, it opened and three days later, almost a year ago, ",
        "1999 ",
        "“",
        "(",
        "a decade ",
        "from 1999 to ",
        "the the the the last ",
        "It’s July 9, 2012. ",
        "very, very ",
        "when shooting began in May 2012 and ended in August, since the film opened ",
        "As soon as he finished the script, six months after the shoot, ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    """A hostile text is read as any other: eight times the length is not sixty-four times the work."""

    def prepared(length: int) -> Callable[[], object]:
        text = piece * (length // len(piece))
        whole = Document(
            "x",
            Rights.FULL,
            Original("", text),
            (Segment("x", Span(0, len(text)), 1, Label.BODY, "paragraph"),),
        )
        return lambda: find_dates(whole, Edtf.parse("2013-09-16"))

    assert grows_like_a_line(prepared, 4_000, 32_000)


def test_every_date_says_how_it_came_about() -> None:
    """Step by step, each with the words that it rests on."""
    text = "It’s July 9, 2012, and Varga is on the pier.\n\nIn three days they will sail."
    found = dates(text, "2013-09-16")[1]
    assert [(one.says, one.span and one.span.of(text)) for one in found.derivation] == [
        ("the passage’s scene: 2012-07-09", "July 9, 2012"),
        ("“In three days” from there", "In three days"),
    ]
    assert found.sentence.of(text) == "In three days they will sail."


def test_a_date_that_rests_on_the_record_says_so_without_a_span() -> None:
    first, second = the_one("It opens September 27.", "2013-09-16").derivation[1:]
    assert (first.says, first.span) == ("the text’s own date: 2013-09-16", None)
    assert second.says == "the next one from there: 2013-09-27"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It opened on 3 May 2004.", Precision.DAY),
        ("It opened in May 2004.", Precision.MONTH),
        ("It opened in spring 2004.", Precision.SEASON),
        ("It opened in 2004.", Precision.YEAR),
        ("It opened in the 1960s.", Precision.DECADE),
        ("It stood there in the 19th century.", Precision.CENTURY),
        ("By May 2004 it had opened.", Precision.MONTH),
        ("It ran from 1999 to 2003.", Precision.YEAR),
    ],
)
def test_a_date_has_the_precision_of_its_longest_part(text: str, precision: Precision) -> None:
    assert the_one(text).precision is precision


def test_what_stays_words_has_no_precision() -> None:
    found = the_one("It opened last week.")
    assert (found.edtf, found.precision) == (None, None)


def test_a_number_in_a_name_is_no_date() -> None:
    """The span of a linked work closes it to dates."""
    text = "Varga saw it in 1917, as in all of 1917."
    assert [one.span.start for one in dates(text)] == [16, 35]
    assert [one.span.start for one in dates(text, None, (span_of(text, "1917"),))] == [35]


def test_a_comment_does_not_know_the_date_of_the_text_above_it() -> None:
    """Whoever writes “last year” there may write years later."""
    text = "It opened last year.\n\nComments\n\nLotte says:\nMay 2, 2020 at 10:15 am\nI saw it last year."
    segments = (
        Segment("x", span_of(text, "It opened last year."), 1, Label.BODY, "paragraph"),
        Segment("x", span_of(text, "I saw it last year."), 2, Label.COMMENT, "comment"),
    )
    whole = Document("x", Rights.FULL, Original("", text), segments)
    found = find_dates(whole, Edtf.parse("2013"))
    assert [one.edtf and one.edtf.written for one in found] == ["2012", None]


def test_a_note_below_a_text_stands_in_no_scene() -> None:
    """Its “last year” is that of the issue."""
    text = "It’s June 2004, and the fog is thick.\n\nA correction: it opened last year, not this."
    segments = (
        Segment("x", span_of(text, "It’s June 2004, and the fog is thick."), 1, Label.BODY, "paragraph"),
        Segment("x", Span(text.index("A corr"), len(text)), 2, Label.ERRATUM, "erratum"),
    )
    whole = Document("x", Rights.FULL, Original("", text), segments)
    found = find_dates(whole, Edtf.parse("2013-09-16"))
    assert [one.edtf and one.edtf.written for one in found] == ["2004-06", "2012"]


@pytest.mark.parametrize("published", ["9999-12-31", "0000", "9999"])
def test_counting_beyond_the_calendar_gives_no_date(published: str) -> None:
    text = (
        "It will open in three days, next year, in ten years. It was shot thirty centuries ago, last winter."
    )
    for one in dates(text, published):
        assert one.edtf is None or Edtf.parse(one.edtf.written) == one.edtf


def test_a_day_that_never_was_is_none() -> None:
    assert dates("It opened on 30 February 2004.") == []


def test_residue_and_metadata_are_not_read() -> None:
    text = "Posted 3 May 2004"
    whole = Document(
        "x",
        Rights.FULL,
        Original("", text),
        (Segment("x", Span(0, len(text)), 1, Label.METADATA, "posted"),),
    )
    assert find_dates(whole) == ()


def test_the_status_follows_the_calendar_where_the_words_are_silent() -> None:
    """What lies behind a text's own date has not happened yet, whatever its verbs."""
    assert the_one("The festival of 2016 has a new tent.", "2013-09-16").status is DateStatus.ANNOUNCED
    assert the_one("The festival of 2012 has a new tent.", "2013-09-16").status is DateStatus.HAPPENED


def test_every_form_of_the_table_has_a_case() -> None:
    """A rule that no case needs may be wrong for years before anybody sees it."""
    used = {
        step.rule
        for name in POSITIVE
        for case in drawer("dates_in_texts", name)
        for one in found_in(case)
        for step in one.derivation
    }
    assert sorted({rule.name for rule in RULES} - used) == []


def test_every_form_of_the_table_is_made_by_something() -> None:
    assert {rule.makes for rule in RULES} | {"milestone"} == set(MAKES)


def test_every_phase_and_join_of_milestones_has_a_case() -> None:
    """As with forms: words that no case needs may be wrong for years."""
    said = [
        step.says
        for name in POSITIVE
        for case in drawer("dates_in_texts", name)
        for one in found_in(case)
        for step in one.derivation
        if "milestone" in step.rule
    ]
    assert [
        join for join in sorted(set(JOINS.values())) if not any(one.startswith(f"{join} ") for one in said)
    ] == []
    assert [phase for phase in Phase if not any(f"{phase} of " in one for one in said)] == []


def test_in_a_list_of_dates_each_has_the_words_between_its_neighbours() -> None:
    """No verb governs forty lines of a table."""
    text = "It will be shown in May 1962" + ", May 1962" * 60 + "."
    found = find_dates(document(text))
    assert len(found) == 61
    assert [one.status for one in found].count(DateStatus.ANNOUNCED) == 1
