"""The timeline as a built page: its drawing and its lists hold the same, and each entry leads on."""

from __future__ import annotations

from tests.site.crawl import Site
from tests.site.open_data import read


def test_every_event_of_the_data_is_an_entry_and_a_mark(any_site: Site) -> None:
    """In the list once, and once in each drawing, which leads to the list."""
    events = sorted(one["id"] for one in read(any_site.folder, "events.json"))
    page = any_site.pages["timeline.html"]
    assert sorted(str(one["id"]) for one in page.select(".event")) == [f"e-{one}" for one in events]
    for drawing in (".drawing-wide", ".drawing-tall"):
        assert sorted(str(mark["href"]) for mark in page.select(f"{drawing} .mark")) == [
            f"#e-{one}" for one in events
        ]


def test_the_drawing_is_passed_over_by_screen_readers_and_by_the_keyboard(any_site: Site) -> None:
    """The lists say the same in words, once."""
    page = any_site.pages["timeline.html"]
    assert all(drawing["aria-hidden"] == "true" for drawing in page.select(".drawing"))
    assert all(mark["tabindex"] == "-1" for mark in page.select(".drawing a"))


def test_nothing_announced_stands_among_what_happened(any_site: Site) -> None:
    page = any_site.pages["timeline.html"]
    apart = {str(one["id"]) for one in page.select(".planned .event, .phase-undated .event")}
    for entry in page.select(".event"):
        assert "event-happened" in entry["class"] or entry["id"] in apart


def test_a_long_timeline_has_dates_and_names_and_a_page_for_each_phase(site: Site) -> None:
    """So that it can be seen through. What it leaves out stands at the same anchors there."""
    page = site.pages["timeline.html"]
    told = [one for url, one in site.pages.items() if url.startswith("timeline/")]
    assert list(page.select(".event-summary")) == []
    assert sorted(str(one["id"]) for one in page.select(".event")) == sorted(
        str(one["id"]) for phase in told for one in phase.select(".event")
    )
    assert all(event.select_one(".event-summary") for phase in told for event in phase.select(".event"))
    heads = [heading.a for heading in page.select(".phase > h2:not(#undated)")]
    assert {str(head["href"]) for head in heads if head} <= {f"./{one.url}" for one in told}
    assert all(heads)
