"""The timeline: its lists by phase, its scale, and a drawing in which no two names lie on each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.claim import Claim
from plugins.archive.edtf import Edtf
from plugins.archive.entity import Event
from plugins.entity_pages.drawn_dates import DrawnDate, drawn_date
from plugins.entity_pages.time_scale import time_scale
from plugins.entity_pages.timeline_drawing import TALL, WIDE, draw_timeline
from plugins.entity_pages.timeline_rows import DOT, Format, shortened, width_of
from plugins.entity_pages.timeline_views import Mark, Timeline, TimelineDrawing
from plugins.entity_pages.views import EventRow
from tests.making import flow_over, front_matter, write_archive


def event(name: str, date: str | None, status: str = "happened") -> Event:
    claims: tuple[Claim, ...] = ()
    edtf = Edtf.parse(date) if date else None
    return Event(name, name, edtf, status, "shooting", "stated", None, (), (), (), None, "", claims)


def drawing(*events: Event, form: Format = WIDE) -> TimelineDrawing:
    found = draw_timeline([("shooting", "Shooting", events)], form)
    assert found is not None
    return found


def drawn(written: str) -> DrawnDate:
    found = drawn_date(Edtf.parse(written))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("2012-06-21", "day"),
        ("2012-06-21?", "about"),
        ("2012-06", "within"),
        ("2013-21", "within"),
        ("2013", "within"),
        ("199X", "within"),
        ("[1969,1970]", "within"),
        ("[2011..2012]", "within"),
        ("2012-06/2012-07", "lasting"),
        ("2012~", "about"),
        ("2012~/2013~", "about"),
        ("[..2009]", "until"),
        ("../2009", "until"),
        ("[2009..]", "since"),
        ("2009/..", "since"),
        ("2009/", "since"),
        ("/2009", "until"),
    ],
)
def test_a_date_is_drawn_as_exactly_as_it_is_known(written: str, shape: str) -> None:
    assert drawn(written).shape == shape


@pytest.mark.parametrize("written", [None, "XXXX-11-20", "XXXX-11"])
def test_what_tells_no_year_has_no_place_on_the_scale(written: str | None) -> None:
    assert drawn_date(Edtf.parse(written) if written else None) is None


def test_neighbouring_times_leave_no_gap_between_them() -> None:
    """A month ends where the next begins, also a February, and a year where the next year does."""
    assert drawn("2012-02").last == drawn("2012-03").first
    assert drawn("2013-02").last == drawn("2013-03").first
    assert drawn("2012").last == drawn("2013").first
    assert drawn("2012-12-31").last == drawn("2013").first


def test_a_year_is_as_wide_as_what_happened_in_it() -> None:
    scale = time_scale([drawn("2012-01-05"), drawn("2012-06-21"), drawn("2013-03-01")], 100)
    assert scale is not None
    busy, calm = scale.steps
    assert (busy.year, calm.year) == (2012, 2013)
    assert busy.width > calm.width
    assert busy.width + calm.width == pytest.approx(100)


def test_silent_years_are_folded_into_one_step() -> None:
    scale = time_scale([drawn("1969"), drawn("2009"), drawn("2011")], 100)
    assert scale is not None
    assert [(one.year, one.count) for one in scale.steps] == [
        (1969, 1),
        (1970, 39),
        (2009, 1),
        (2010, 1),
        (2011, 1),
    ]


def test_nothing_dated_is_no_drawing() -> None:
    assert time_scale([], 100) is None
    assert draw_timeline([("shooting", "Shooting", [event("a", None)])], WIDE) is None


DATES = st.one_of(
    st.none(),
    st.integers(1895, 2040).map(str),
    st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1895, 2040), st.integers(1, 12)),
    st.builds(lambda year, month: f"{year}-{month:02}-15", st.integers(2000, 2003), st.integers(1, 12)),
    st.builds(lambda year, more: f"{year}/{year + more}", st.integers(1950, 2000), st.integers(0, 30)),
    st.integers(1950, 2000).map(lambda year: f"[..{year}]"),
    st.integers(1950, 2000).map(lambda year: f"{year}~"),
)
EVENTS = st.lists(st.tuples(DATES, st.integers(1, 60)), min_size=1, max_size=40)


def room(mark: Mark) -> tuple[float, float]:
    """What a mark and its name take up along the scale."""
    name = width_of(mark.name)
    if mark.ends_there:
        return mark.name_at - name, mark.end
    return mark.start, mark.name_at + name if mark.name else mark.end


@settings(deadline=None)  # a busy machine is no fault of the layout
@given(EVENTS, st.sampled_from([WIDE, TALL]))
def test_no_two_marks_and_names_lie_on_each_other(found: list[tuple[str | None, int]], form: Format) -> None:
    events = [event(f"{place:02}" + "n" * letters, date) for place, (date, letters) in enumerate(found)]
    if not any(one.date for one in events):
        return
    (lane,) = drawing(*events, form=form).lanes
    assert {mark.event for mark in lane.marks} == {one.id for one in events}
    by_row: dict[float, list[Mark]] = {}
    for mark in lane.marks:
        assert mark.end - mark.start >= DOT - 0.001
        assert lane.start <= mark.across <= lane.start + lane.size
        by_row.setdefault(mark.across, []).append(mark)
    for marks in by_row.values():
        rooms = sorted(room(mark) for mark in marks if mark.shape != "undated")
        assert all(one[1] <= other[0] + 0.001 for one, other in pairwise(rooms))


def test_the_order_of_events_changes_nothing() -> None:
    events = [event("b", "2012"), event("a", "2012"), event("c", None), event("d", "2012-06-21")]
    assert drawing(*events) == drawing(*reversed(events))


def test_a_crowded_phase_is_drawn_without_names() -> None:
    few, many = ([event(f"event {place}", "2012-06-21") for place in range(count)] for count in (14, 15))
    assert all(mark.name for mark in drawing(*few).lanes[0].marks)
    assert not any(mark.name for mark in drawing(*many).lanes[0].marks)


def test_a_crowd_without_dates_stands_in_columns() -> None:
    """So that a lane stays as high as a screen, and nothing lies outside the room behind the scale."""
    found = drawing(event("dated", "2012"), *(event(f"event {place}", None) for place in range(200)))
    behind = [mark for mark in found.lanes[0].marks if mark.shape == "undated"]
    assert not any(mark.name for mark in behind)
    assert len({(mark.start, mark.across) for mark in behind}) == 200
    assert max(mark.end for mark in behind) <= found.length + found.undated
    assert found.size < WIDE.length


def test_a_name_near_the_end_of_the_scale_stands_before_its_mark() -> None:
    early, late = drawing(event("first day", "2012-01-02"), event("last day", "2012-12-30")).lanes[0].marks
    assert (early.ends_there, late.ends_there) == (False, True)
    assert late.name_at < late.start


def test_what_has_no_date_stands_behind_the_scale() -> None:
    found = drawing(event("dated", "2012"), event("undated", None, "announced"))
    mark = found.lanes[0].marks[-1]
    assert (mark.event, mark.shape, mark.status) == ("undated", "undated", "announced")
    assert mark.start > found.length


def test_the_busiest_years_have_their_numbers() -> None:
    found = drawing(event("a", "1999"), *(event(f"b{one}", "2000-05-01") for one in range(12)), form=TALL)
    assert [tick.label for tick in found.ticks if tick.label] == ["1999", "2000"]


def test_a_long_name_is_cut_between_words() -> None:
    assert shortened("A short name", 40) == "A short name"
    assert shortened("The train, the bridge", 12) == "The train…"
    assert len(shortened("n" * 60, 40)) == 40
    assert shortened("東" * 30, 40) == "東" * 19 + "…"


EVENT = {
    "status": "happened",
    "phase": "shooting",
    "summary": "Something.",
    "cite": "harbour-review p1",
}


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    """That of an archive with five more events."""
    more: dict[str, dict[str, Any]] = {
        "2004-first-day": {"date": "2004-03-02", "people": ["ines-varga"], "works": ["tin-harbour"]},
        "2004-rescue": {"date": "2004-04", "status": "cancelled"},
        "fog-machine": {"date": None, "people": ["bram-oster"]},
        "opening": {"date": "XXXX-11-20", "status": "announced", "phase": "release"},
        "second-opening": {"date": "2004-12", "status": "announced", "phase": "release"},
    }
    pages = {
        f"events/{name}.md": front_matter({"name": name, **EVENT, **values}) for name, values in more.items()
    }
    content = write_archive(tmp_path_factory.mktemp("archive"), pages)
    page = next(one for one in flow_over(content).sound_value("pages") if one.url == "timeline.html")
    assert page.timeline is not None
    found: Timeline = page.timeline
    return found


def ids(rows: Iterable[EventRow]) -> list[str]:
    return [row.ref.id for row in rows]


def test_what_was_announced_or_called_off_stands_apart(timeline: Timeline) -> None:
    assert [(one.label, ids(one.happened), ids(one.planned)) for one in timeline.phases] == [
        ("Shooting", ["2004-first-day"], ["2004-rescue"]),
        ("Release", ["2004-premiere"], ["second-opening"]),
    ]


def test_what_tells_no_year_has_a_section_of_its_own(timeline: Timeline) -> None:
    """A day without a year is shown with its words, and is no place in time."""
    assert [(one.label, ids(one.rows)) for one in timeline.undated] == [
        ("Shooting", ["fog-machine"]),
        ("Release", ["opening"]),
    ]
    (opening,) = timeline.undated[1].rows
    assert opening.date is not None
    assert opening.date.words == "20 November of an unknown year"
    assert (timeline.count, timeline.undated_count) == (6, 2)


def test_a_timeline_of_few_events_tells_them_itself(timeline: Timeline) -> None:
    assert timeline.pages == {}


def test_every_event_is_in_both_drawings(timeline: Timeline) -> None:
    listed = {
        *(row.ref.id for one in timeline.phases for row in (*one.happened, *one.planned)),
        *(row.ref.id for one in timeline.undated for row in one.rows),
    }
    for found in (timeline.wide, timeline.tall):
        assert found is not None
        assert {mark.event for lane in found.lanes for mark in lane.marks} == listed


def test_the_timeline_is_narrowed_down_by_who_takes_part_phase_and_status(timeline: Timeline) -> None:
    """A single source is no choice; nor is the film, which everything is about."""
    assert {
        one.name: [(choice.group, choice.value, choice.count) for choice in one.choices]
        for one in timeline.filters
    } == {
        "who": [
            ("People", "bram-oster", 1),
            ("People", "ines-varga", 2),
            ("Characters", "pilot", 1),
            ("Places", "ostend", 1),
        ],
        "phase": [("", "shooting", 3), ("", "release", 3)],
        "status": [("", "happened", 3), ("", "announced", 2), ("", "cancelled", 1)],
    }
