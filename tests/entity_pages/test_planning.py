"""Pages that are planned and not yet made: nothing is held, and what they share is there before they part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.entity_pages import tables
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.site import Site
from plugins.entity_pages.tables import DEEP, Tables, pages_as_files
from plugins.entity_pages.views import PageView
from plugins.incremental.build import Build
from plugins.incremental.reads import prepare
from tests.making import flow_over, write_archive


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    found: Site = flow_over(write_archive(tmp_path_factory.mktemp("archive"))).sound_value("site")
    return found


def planned(site: Site, *urls: str) -> tuple[Pages, list[str]]:
    """Pages at some addresses, and those whose views have been made, in the order of making."""
    made: list[str] = []

    def plan(url: str) -> PagePlan:
        def build(_: Site) -> PageView:
            made.append(url)
            return PageView(url, "page.html", "Tin", "")

        return PagePlan(url, "page.html", build)

    return Pages(tuple(map(plan, urls)), site), made


def test_a_page_is_made_when_it_is_asked_for_and_not_before(site: Site) -> None:
    pages, made = planned(site, "a.html", "b.html", "c.html")
    assert len(pages) == 3
    assert pages.addresses == {"a.html", "b.html", "c.html"}
    assert made == []
    assert pages[1].url == "b.html"
    assert made == ["b.html"]
    assert [page.url for page in pages[1:]] == ["b.html", "c.html"]


def test_a_view_is_held_by_nobody(site: Site) -> None:
    pages, made = planned(site, "a.html")
    assert pages[0] is not pages[0]
    assert made == ["a.html", "a.html"]


def test_pages_are_equal_if_all_their_views_are(site: Site) -> None:
    assert planned(site, "a.html", "b.html")[0] == planned(site, "a.html", "b.html")[0]
    assert planned(site, "a.html", "b.html")[0] != planned(site, "a.html", "c.html")[0]
    assert planned(site, "a.html")[0] != planned(site, "a.html", "b.html")[0]


def test_plans_say_where_and_how_a_page_is_printed(site: Site) -> None:
    plans = build_pages(site).plans
    assert [plan.url for plan in plans] == sorted({plan.url for plan in plans})
    for plan in plans:
        view = plan.view(site)
        assert (view.url, view.template) == (plan.url, plan.template)


def test_after_preparing_no_page_makes_an_index(tmp_path: Path) -> None:
    """Else every process that renders a share of the pages would make its own."""
    site: Site = flow_over(write_archive(tmp_path)).sound_value("site")
    prepare(site, DEEP)
    shared = (site, site.archive, site.relations)
    made = [{name: id(vars(one)[name]) for name in vars(one)} for one in shared]
    for page in build_pages(site):
        assert page.url
    assert [{name: id(vars(one)[name]) for name in vars(one)} for one in shared] == made


def test_a_page_of_data_is_made_where_there_are_data(site: Site) -> None:
    without = replace(site, settings=replace(site.settings, data=False))
    assert "data.html" in {plan.url for plan in build_pages(site).plans}
    assert "data.html" not in {plan.url for plan in build_pages(without).plans}


def test_all_templates_are_read_before_many_pages_are_made_and_before_few_they_are_not(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERTITLE_CORES", "1")
    monkeypatch.setattr(tables, "MANY", 3)
    for count, expected in ((2, ["a.html", "b.html"]), (3, ["templates", "a.html", "b.html", "c.html"])):
        seen: list[str] = []
        pages, _ = planned(site, *("a.html", "b.html", "c.html")[:count])

        def write(plan: PagePlan, _: Tables, seen: list[str] = seen) -> None:
            seen.append(plan.url)

        def read(seen: list[str] = seen) -> None:
            seen.append("templates")

        pages_as_files(pages, Tables(site, {}, {}), write, Build(), tmp_path, "", read)
        assert seen == expected
