"""The archive of everything hostile, read as files: nothing outside, nothing more than our pages have."""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from tests.building import ROOT

FEWEST_PAGES = 200

OURS = frozenset({"application/ld+json", None})
"""The types of script elements: data for programs, and the scripts of the site's own files."""

HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(hostile_site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address, as Python's own parser reads it."""
    found = {
        file.relative_to(hostile_site).as_posix(): BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for file in sorted(hostile_site.rglob("*.html"))
    }
    assert len(found) >= FEWEST_PAGES
    return found


def elements(pages: dict[str, BeautifulSoup]) -> list[tuple[str, Tag]]:
    return [(url, element) for url, page in pages.items() for element in page.find_all()]


def test_no_page_has_a_script_or_a_style_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    found = [
        (url, str(element)[:80])
        for url, element in elements(pages)
        if element.name
        in {"style", "iframe", "object", "embed", "base", "template", "frame", "foreignobject"}
        or (element.name == "script" and element.get("type") not in OURS)
        or (element.name == "script" and not element.get("src") and element.get("type") is None)
    ]
    assert found == []


def test_no_element_has_an_attribute_that_runs_or_styles(pages: dict[str, BeautifulSoup]) -> None:
    found = [
        (url, element.name, name)
        for url, element in elements(pages)
        for name in element.attrs
        if HANDLER.fullmatch(name) or name in {"style", "srcdoc", "formaction", "ping"}
    ]
    assert found == []


def test_every_address_is_the_sites_own_or_one_that_markdown_may_have(
    pages: dict[str, BeautifulSoup],
) -> None:
    schemes = {
        match[1].lower()
        for _, element in elements(pages)
        for name in ("href", "src", "action", "xlink:href", "data", "poster")
        if (match := re.match(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", str(element.get(name, "")), re.IGNORECASE))
    }
    assert schemes <= {"http", "https", "mailto"}
    loaded = [
        (url, str(element)[:80])
        for url, element in elements(pages)
        for name in ("src", "srcset", "poster", "data")
        if re.match(r"//|[a-z]+:", str(element.get(name, "")))
    ]
    assert loaded == []


def test_every_page_begins_with_the_same_policy(pages: dict[str, BeautifulSoup]) -> None:
    """Before anything that it governs, and it allows nothing inline."""
    found = set()
    for page in pages.values():
        charset, policy = page.select("head > *")[:2]
        assert charset.get("charset") == "utf-8"
        assert policy.get("http-equiv") == "Content-Security-Policy"
        found.add(str(policy["content"]))
    [policy_of_all] = found
    assert not re.search(r"unsafe|\*|data:|https?:", policy_of_all)
    document = " ".join((ROOT / "docs" / "security.md").read_text("utf-8").split())
    assert policy_of_all in document


def test_what_programs_read_is_data_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    blocks = [
        (url, script.get_text())
        for url, page in pages.items()
        for script in page.select('script[type="application/ld+json"]')
    ]
    assert len(blocks) > FEWEST_PAGES / 2
    assert [url for url, text in blocks if re.search("[<>&]", text) or not json.loads(text)] == []


def test_no_template_reads_what_a_text_says(hostile_site: Path) -> None:
    """Seven times seven is nowhere worked out, and no file of the machine is in a page."""
    for file in hostile_site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "root:x:0" not in text
        assert not re.search(r"(?<![\d.])49(?![\d.])(?=[^<>]*</(?:p|h1|li)>)", text), file


SCRIPTS = {
    *("search/start.js", "search/client.js", "search/page.js", "search/marks.js"),
    *("previews/start.js", "previews/previews.js", "cite/start.js"),
}
"""What is code in the folders of the plugins that hand data over to the browser."""


@pytest.mark.parametrize("folder", ["search", "previews", "cite"])
def test_files_that_the_browser_reads_only_hand_over_data(hostile_site: Path, folder: str) -> None:
    """Each is one call with JSON in it, so that no word of a text is code."""
    files = (hostile_site / folder).glob("*.js")
    data = [one for one in files if f"{folder}/{one.name}" not in SCRIPTS]
    assert data != []
    for file in data:
        written = file.read_bytes()
        text = written.decode("utf-16" if written.startswith(codecs.BOM_UTF16_LE) else "utf-8")
        call = re.fullmatch(
            r'Intertitle\.(?:shards|previews|citing)\.receive\("?([a-z0-9-]+)"?,(.*)\);?\n?', text
        )
        assert call is not None, file.name
        assert (call[1], bool(json.loads(call[2]))) == (file.stem, True)


def test_the_feed_is_xml_in_which_every_word_is_text(hostile_site: Path) -> None:
    """Its summaries are HTML once more, and that is escaped in its turn."""
    feed = ElementTree.parse(hostile_site / "changes.xml").getroot()  # noqa: S314 our own
    atom = "{http://www.w3.org/2005/Atom}"
    told = [one.text or "" for one in feed.iter() if one.tag in {f"{atom}content", f"{atom}summary"}]
    assert "onerror" in "".join(told)
    elements = {one.name for text in told for one in BeautifulSoup(text, "html.parser").find_all()}
    assert elements <= {"p", "h3", "ul", "li", "a", "b", "em", "strong", "code"}
    links = [one.get("href", "") for one in feed.iter(f"{atom}link")]
    assert [one for one in links if "script" in one] == []


def test_no_file_has_a_name_that_some_machine_cannot_have(hostile_site: Path) -> None:
    paths = [one.relative_to(hostile_site).as_posix() for one in hostile_site.rglob("*")]
    parts = {part for path in paths for part in path.split("/")}
    assert [one for one in parts if not re.fullmatch(r"[.]?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*", one)] == []
    assert [one for one in parts if len(one) > 120] == []
    assert [one for one in parts if re.fullmatch(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", one)] == []
    assert [one for one, count in Counter(path.casefold() for path in paths).items() if count > 1] == []


def test_nothing_is_written_beside_the_site(hostile_site: Path) -> None:
    """The archive, its library and its output are all that a build of it leaves."""
    left = {one.name for one in (hostile_site.parent / "hostile-archive").iterdir()}
    assert left == {"content", "library"}
    assert not [one for one in hostile_site.parent.iterdir() if "evil" in one.name]
