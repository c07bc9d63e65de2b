"""Damaged, missing or old files of the index: the reader is told, and all that needs others goes on."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.searching import use_search_page
from tests.browser.test_search import PAGE_BOX, RESULTS, STATUS

WORD, OTHER = "trailer", "barrett"
"""Two words of the bundled archive whose postings are in different files."""

DAMAGES: dict[str, tuple[Callable[[bytes], bytes | None], str]] = {
    "missing": (lambda _: None, "could not be loaded"),
    "empty": (lambda _: b"", "damaged or incomplete"),
    "cut in the middle": (lambda whole: whole[: len(whole) // 4 * 2], "damaged or incomplete"),
    "cut within a character": (lambda whole: whole[: len(whole) // 4 * 2 + 1], "damaged or incomplete"),
    "a page of an error": (lambda _: b"<!doctype html><title>Not found</title>", "damaged or incomplete"),
}
"""What becomes of a file, and how a reader is told."""


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which files may be damaged."""
    return Path(shutil.copytree(site, tmp_path_factory.mktemp("faults") / "site"))


class Index:
    """The files of an index; what was done to them can be undone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: dict[Path, bytes] = {}

    def damage(self, name: str, damage: Callable[[bytes], bytes | None]) -> None:
        file = self.folder / name
        self.kept.setdefault(file, file.read_bytes())
        left = damage(self.kept[file])
        file.unlink() if left is None else file.write_bytes(left)

    def mend(self) -> None:
        for file, whole in self.kept.items():
            file.write_bytes(whole)


@pytest.fixture
def index(copy: Path) -> Iterator[Index]:
    files = Index(copy / "search")
    yield files
    files.mend()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that may complain of what is damaged."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def files_for(page: Page, copy: Path, family: str, *calls: str) -> list[set[str]]:
    """The files of a family that calls of the search load one after the other, each in a fresh page."""
    loaded: list[set[str]] = []
    for call in calls:
        asked: list[str] = []
        listener = lambda request, asked=asked: asked.append(request.url)  # noqa: E731
        page.on("request", listener)
        page.goto(f"{copy.as_uri()}/search.html")
        use_search_page(page)
        page.evaluate(f"async () => {{ await Intertitle.search.{call}; }}")
        page.remove_listener("request", listener)
        names = (re.sub(r".*/|\?.*", "", url) for url in asked)
        loaded.append({name for name in names if name.startswith(family)})
    return loaded


def ask(page: Page, copy: Path, query: str) -> None:
    page.goto(f"{copy.as_uri()}/search.html?q={query}")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_of_one_word_costs_that_word_until_it_is_mended(
    reader: Page, copy: Path, index: Index, damage: str
) -> None:
    """Another word is found meanwhile, and "Try again" finds what has come back."""
    changed, sentence = DAMAGES[damage]
    of_word, of_other = files_for(reader, copy, "terms-", f'find("{WORD} ")', f'find("{OTHER} ")')
    [name, *_] = sorted(of_word - of_other)
    index.damage(name, changed)
    ask(reader, copy, f"{WORD}+")
    expect(reader.locator(STATUS)).to_contain_text(sentence)
    expect(reader.locator("#search-said")).to_contain_text(sentence)
    expect(reader.locator(RESULTS)).to_have_count(0)
    reader.get_by_role("button", name="Try again").click()
    expect(reader.locator(STATUS)).to_contain_text(sentence)
    reader.locator(PAGE_BOX).fill(f"{OTHER} ")
    expect(reader.locator(RESULTS).first).to_be_visible()
    expect(reader.get_by_role("button", name="Try again")).to_have_count(0)
    reader.locator(PAGE_BOX).fill(f"{WORD} ")
    expect(reader.locator(STATUS)).to_contain_text(sentence)
    index.mend()
    reader.get_by_role("button", name="Try again").click()
    expect(reader.locator(STATUS)).to_contain_text(re.compile(r"^\d+ pages for"))


def test_below_the_header_a_damaged_file_is_told_too(reader: Page, copy: Path, index: Index) -> None:
    of_word, of_other = files_for(reader, copy, "terms-", f'find("{WORD} ")', f'find("{OTHER} ")')
    index.damage(sorted(of_word - of_other)[0], lambda whole: whole[:100])
    reader.goto(f"{copy.as_uri()}/index.html")
    reader.locator("#search-box").fill(f"{WORD} ")
    expect(reader.locator(".search-note")).to_contain_text("damaged or incomplete")
    reader.locator("#search-box").fill(f"{OTHER} ")
    expect(reader.get_by_role("option").first).to_be_visible()


def test_the_first_results_stay_when_only_later_ones_are_missing(
    reader: Page, copy: Path, index: Index
) -> None:
    few, more = files_for(reader, copy, "documents-", 'find("voice", {limit: 3})', 'find("voice")')
    assert more > few
    index.damage(min(more - few), lambda whole: whole[:50])
    ask(reader, copy, "voice")
    expect(reader.locator(STATUS)).to_contain_text("damaged or incomplete")
    expect(reader.locator(RESULTS)).to_have_count(3)
    index.mend()
    reader.get_by_role("button", name="Try again").click()
    expect(reader.locator(RESULTS)).to_have_count(10)


def test_files_of_spelling_are_missed_only_by_slips(reader: Page, copy: Path, index: Index) -> None:
    for file in (copy / "search").glob("spelling-*.js"):
        index.damage(file.name, lambda _: None)
    ask(reader, copy, OTHER)
    expect(reader.locator(RESULTS).first).to_be_visible()
    ask(reader, copy, "voyce")
    expect(reader.locator(STATUS)).to_contain_text("could not be loaded")
    index.mend()
    reader.get_by_role("button", name="Try again").click()
    expect(reader.locator(".search-told")).to_contain_text("\u201cvoice\u201d instead of \u201cvoyce\u201d")


def test_a_filter_whose_file_is_missing_can_be_taken_away(reader: Page, copy: Path, index: Index) -> None:
    index.damage("facet-person.js", lambda whole: whole[:90])
    ask(reader, copy, "voice&person=Spike+Jonze")
    expect(reader.locator(STATUS)).to_contain_text("damaged or incomplete")
    reader.get_by_role("button", name="Remove the filter Person: Spike Jonze").click()
    expect(reader.locator(RESULTS).first).to_be_visible()


def test_an_index_of_another_version_is_loaded_anew(reader: Page, copy: Path, index: Index) -> None:
    """Asking again would find the same files: the page itself has to come again."""
    old = b'Intertitle.shards.receive("manifest",{"format":"intertitle-search","version":1});'
    index.damage("manifest.js", lambda _: old)
    ask(reader, copy, OTHER)
    expect(reader.locator(STATUS)).to_contain_text("another version")
    index.mend()
    reader.get_by_role("button", name="Reload the page").click()
    expect(reader.locator(RESULTS).first).to_be_visible()
