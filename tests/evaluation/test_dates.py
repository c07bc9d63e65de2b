"""What read dates are worth: right within what the annotation accepts, too precise, or facts too soon."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation.archive_events import HAD, RIGHT, OwnEvents, counts_of_own, own_events
from evaluation.date_meaning import days_left_open, meaning
from evaluation.dated_event import GoldEvent
from evaluation.dates import (
    ALONE,
    ELSEWHERE,
    TOO_SOON,
    UNDATED,
    OfDates,
    floors_of_dates,
    judge,
    measure_dates,
)
from evaluation.dates_report import dates_as_json, dates_as_text
from evaluation.figures import Ratio
from evaluation.floors import below, read_floors
from evaluation.gold import UnreadableGold
from plugins.archive.claim import Claim
from plugins.archive.edtf import Edtf
from plugins.archive.entity import Event
from plugins.archive.settings import Settings
from plugins.archive.span import Pointer, Span
from plugins.dates.finding import find_dates
from tests.building import ROOT
from tests.making import REVIEW, document, span_of, write_archive

SOURCE = "harbour-review"
GOLD = "INTERTITLE_GOLD"

TEXT = (
    "They shot it in June 2003.\n\nIt was cut for a year. It opened on 3 May 2004, and it will close in 2006."
)

Measure = Callable[..., OfDates]


def event(surface: str, *accepted: str, **more: Any) -> GoldEvent:
    return GoldEvent("e1", "something", SOURCE, span_of(TEXT, surface), surface, accepted, **more)


def judged(surface: str, *accepted: str, **more: Any) -> Any:
    whole = document(TEXT, SOURCE)
    return judge(event(surface, *accepted, **more), whole, find_dates(whole, Edtf.parse("2005")))


def test_a_date_in_the_events_own_words_is_right() -> None:
    one = judged("opened on 3 May 2004", "2004-05-03")
    assert (one.is_right, one.scope, one.match.quote) == (True, "span", "3 May 2004")


@pytest.mark.parametrize(
    ("surface", "accepted", "scope"),
    [("It opened", "2004-05-03", "sentence"), ("It was cut", "2004-05-03", "paragraph")],
)
def test_a_date_beside_the_event_is_right_too_and_told_apart(surface: str, accepted: str, scope: str) -> None:
    """The narrowest stretch in which it stands is told, since a wider one proves less."""
    one = judged(surface, accepted)
    assert (one.is_right, one.scope) == (True, scope)


def test_a_date_in_another_paragraph_is_none_of_the_event() -> None:
    one = judged("It was cut", "2003-06")
    assert (one.is_right, one.scope) == (False, "paragraph")
    assert [found.quote for found in one.found] == ["3 May 2004", "2006"]


def test_other_accepted_dates_are_as_right() -> None:
    assert judged("opened on 3 May 2004", "2004", "2004-05-03").is_right


def test_a_date_that_is_more_precise_than_all_accepted_ones_is_too_precise() -> None:
    """One that is as precise and wrong is only wrong."""
    assert [one.quote for one in judged("opened on 3 May 2004", "2004").too_precise] == ["3 May 2004"]
    assert judged("opened on 3 May 2004", "2004-05-04").too_precise == ()
    assert judged("It was cut", "2004").too_precise == ()


def test_what_is_announced_and_shown_as_a_fact_is_an_error() -> None:
    shown = judged("opened on 3 May 2004", "2004-05-03", is_announced=True)
    told = judged("will close in 2006", "2006", is_announced=True)
    assert (shown.is_shown_too_soon, told.is_shown_too_soon) == (True, False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("?2013-11-02", "2013-11-02?", True),
        ("[2003, 2004]", "[2003,2004]", True),
        ("2013/..", "2013/", True),
        ("[..2010]", "../2010", False),
        ("2010/2011", "[2010..2011]", False),
        ("2013-06~", "2013-06", False),
        ("2013-22", "2013-06", False),
        ("[2011..2012-07-09]", "[2011..2012]", False),
    ],
)
def test_dates_are_compared_by_what_they_mean(one: str, other: str, same: bool) -> None:
    assert meaning(one) is not None
    assert (meaning(one) == meaning(other)) is same


@pytest.mark.parametrize("written", ["", "soon", "2013-13", "[soon..2010]"])
def test_what_is_no_date_means_nothing(written: str) -> None:
    assert meaning(written) is None


def test_a_shorter_time_leaves_less_open() -> None:
    """A day, a month, a season, a year, a decade; a bound leaves everything open."""
    told = ["2013-06-21", "2013-06", "2013-22", "2013", "201X"]
    assert sorted(told, key=days_left_open) == told
    assert {days_left_open(one) for one in ("[..2013]", "2013/..", "XXXX", "XXXX-06")} == {float("inf")}


def test_leaving_an_event_undated_is_right_where_the_annotation_says_so() -> None:
    """It is counted by itself, so that nobody takes silence for reading."""
    whole = document("Odile won a prize. They shot it in June 2003.", SOURCE)
    dates = find_dates(whole)
    won = GoldEvent("e1", "x", SOURCE, Span(0, 17), "Odile won a prize", ("[2003..]", "XXXX"))
    left = judge(won, whole, dates)
    assert (left.is_right, left.is_left_undated, left.match) == (True, True, None)
    assert OfDates("d", (), (left,), 1, 0).counts[UNDATED] == Ratio(1, 1)
    assert not judge(replace(won, accepted=("[2003..]",)), whole, dates).is_right


def test_an_event_whose_sentence_has_another_date_is_not_left_undated() -> None:
    whole = document("Odile won a prize in June 2003.", SOURCE)
    won = GoldEvent("e1", "x", SOURCE, Span(0, 17), "Odile won a prize", ("XXXX",))
    assert not judge(won, whole, find_dates(whole)).is_right


def own(*accepted: str, date: str | None = "2004-10", status: str = "happened", **more: Any) -> OwnEvents:
    """What the archive has for an event, of which one event rests on words around its span."""
    pointer = Pointer("ours", 1, Span(5, 15), "0" * 12)
    claim = Claim("premiere", "date", date or "", pointer, status)
    made = Event(
        "premiere", "Premiere", Edtf.parse(date) if date else None, status, "release", "stated", None,
        (), (), (), None, "", (claim,),
    )  # fmt: skip
    annotated = GoldEvent("e1", "x", "017", Span(10, 20), "x", accepted, **more)
    return own_events(annotated, (made,), {"ours": "017"})


def test_the_archives_own_event_is_the_one_that_points_into_the_same_words() -> None:
    """Or into words that the annotation names as further evidence; elsewhere it is another."""
    assert own("2004-10").right is not None
    assert own("2004").right is None
    event = own("2004-10").event
    made = own("2004-10").events
    away = replace(event, span=Span(90, 99))
    assert own_events(away, made, {"ours": "017"}).events == ()
    assert own_events(replace(away, more=(("017", Span(0, 6)),)), made, {"ours": "017"}).events == made
    assert own_events(event, made, {"ours": "018"}).events == ()


@pytest.mark.parametrize(
    ("measured", "too_precise", "too_soon"),
    [
        (own("2004"), True, False),
        (own("2004-11"), False, False),
        (own("2004-10", is_announced=True), False, True),
        (own("2004-10", is_announced=True, status="announced"), False, False),
        (own("XXXX", date=None), False, False),
    ],
)
def test_what_the_archives_own_events_are_worth(
    measured: OwnEvents, too_precise: bool, too_soon: bool
) -> None:
    assert (measured.too_precise, measured.is_shown_too_soon) == (too_precise, too_soon)


def test_the_archives_own_events_have_figures_and_floors_of_their_own() -> None:
    measured = OfDates("d", (), (), 0, 0, (own("2004-10"), own("2004")))
    counts = counts_of_own(measured.own)
    assert (counts[HAD], counts[RIGHT]) == (Ratio(2, 2), Ratio(1, 2))
    floors = floors_of_dates(measured).by_measurement["the archive’s events"]
    assert (floors[HAD], floors[RIGHT], floors["the archive’s dates, not too precise"]) == (1.0, 0.5, 0.5)
    lines = [line.strip() for line in dates_as_text(measured).splitlines()]
    assert "dated otherwise (1)" in lines
    assert "premiere: 2004-10 (happened, stated)" in lines
    assert json.loads(dates_as_json(measured))["own_events"][0]["right"]


def row(surface: str, date: str, **more: Any) -> dict[str, Any]:
    start = REVIEW.index(surface)
    return {
        "id": surface,
        "label": surface,
        "source": SOURCE,
        "start": start,
        "end": start + len(surface),
        "surface": surface,
        "date": date,
        "accept_dates": [],
        **more,
    }


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    content = write_archive(tmp_path, {"authority/judgements.yaml": "[]"})
    folder = tmp_path / "gold"
    folder.mkdir()

    def measured(*rows: dict[str, Any], library: Path | None = None) -> OfDates:
        (folder / "events.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in rows), "utf-8")
        return measure_dates(folder, [library or content / "sources"], Settings(content))

    return measured


def test_the_archives_texts_are_measured_with_their_own_dates(measure: Measure) -> None:
    """A text that says nothing of when is right where the annotation says so too."""
    found = measure(
        row("It runs for ninety minutes", "2004"),
        row("Odile", "2004", needs_cross_source=True),
        row("a whole port", "2004", basis="relative, cross-source"),
    )
    assert (found.counts[ALONE], found.counts[ELSEWHERE]) == (Ratio(0, 1), Ratio(0, 2))
    assert found.counts["right"] == Ratio(0, 3)


def test_an_event_after_its_texts_own_date_is_announced(measure: Measure) -> None:
    (found,) = measure(row("Odile", "2004-12")).events
    assert found.event.is_announced
    (found,) = measure(row("Odile", "2004-10")).events
    assert not found.event.is_announced
    (found,) = measure(row("Odile", "2004-10", explanation="future tense")).events
    assert found.event.is_announced


def test_a_text_that_is_not_at_hand_is_missed_and_told(measure: Measure, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    found = measure(row("Odile", "2004"), library=library)
    assert found.absent == (SOURCE,)
    assert dates_as_text(found).startswith(f"Not at hand, so that all in them is missed: {SOURCE}\n")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"surface": "Odille"}, f"{SOURCE}:130 has 'Odile', not 'Odille'"),
        ({"date": "soon"}, "line 1 of events.jsonl lacks something: ValueError(\"'soon' is no EDTF date\")"),
        ({"end": 3}, "line 1 of events.jsonl lacks something: ValueError("),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused(
    measure: Measure, changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(UnreadableGold, match=f"^{re.escape(message)}"):
        measure({**row("Odile", "2004"), **changed})


def test_a_folder_without_events_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match="holds no annotation that can be read"):
        measure_dates(tmp_path, [], Settings(write_archive(tmp_path)))


def test_the_report_tells_each_miss_with_what_was_found_and_why() -> None:
    """Programs read the same."""
    whole = document(TEXT, SOURCE)
    found = find_dates(whole, Edtf.parse("2005"))
    missed = judge(event("opened on 3 May 2004", "2004"), whole, found)
    measured = OfDates("d", (), (missed,), len(found), 0)
    lines = [line.strip() for line in dates_as_text(measured).splitlines()]
    start = TEXT.index("opened on")
    assert f"{SOURCE}:{start} e1 “opened on 3 May 2004”  expected 2004" in lines
    assert "in its span: “3 May 2004” 2004-05-03 (happened, stated: as the words have it)" in lines
    assert "too precise (1)" in lines
    (told,) = json.loads(dates_as_json(measured))["events"]
    assert (told["right"], told["found"][0]["edtf"]) == (False, "2004-05-03")


def test_floors_hold_what_must_not_get_worse() -> None:
    """Among them that nothing announced is shown as a fact."""
    good = judge(event("opened on 3 May 2004", "2004-05-03"), (whole := document(TEXT)), find_dates(whole))
    floors = floors_of_dates(OfDates("d", (), (good,), 1, 0)).by_measurement["dates"]
    assert floors[ALONE] == floors["right"] == floors["not too precise"] == 1.0
    assert "announced, shown as announced" in floors
    assert TOO_SOON not in floors


def test_spans_of_events_that_begin_between_segments_are_looked_at_alone() -> None:
    whole = document(TEXT, SOURCE)
    between = GoldEvent("e1", "x", SOURCE, Span(26, 28), "\n\n", ("2003",))
    assert judge(between, whole, find_dates(whole)).scope is None


@pytest.mark.skipif(not os.environ.get(GOLD), reason=f"{GOLD} names no folder with an annotation")
def test_annotated_originals_are_dated_no_worse_than_before(library: Path) -> None:
    settings = Settings(ROOT / "content", (library,))
    measured = floors_of_dates(measure_dates(Path(os.environ[GOLD]), [library], settings))
    pinned = read_floors()["dates"]
    assert measured.digest == pinned.digest, "the annotation has changed: pin it anew"
    assert below(measured, pinned) == ()
