"""``invoke serve`` as whoever writes sees it: the open page follows what is saved and tells what is wrong."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch
from tests.building import ROOT
from tests.making import ARCHIVE, front_matter, write_archive

RECORD = "characters/pilot.md"
PATIENCE = 60_000
"""Milliseconds for a build on a machine that does other things as well; no test is about time."""


@dataclass(frozen=True)
class Served:
    """An archive that is served, and its address."""

    content: Path
    address: str

    def save(self, body: str, **changed: object) -> None:
        """Write the record of one character with other words or keys."""
        values = {**ARCHIVE[RECORD], **changed}
        self.content.joinpath(RECORD).write_text(front_matter(values, body), "utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An archive in a folder of its own, served from there."""
    folder = tmp_path_factory.mktemp("served")
    content = write_archive(folder)
    folder.joinpath("pelicanconf.py").write_text('SITENAME = "Fog"\nFILM = "tin-harbour"\n', "utf-8")
    command = [sys.executable, "-m", "invoke", "serve", "--port", "0", "--content", str(content)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        line = next((line for line in server.stdout if line.startswith("Serving ")), "")
        yield Served(content, line.split(" at ")[1].split(" (")[0])
        server.terminate()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    watch = Watch(served.address)
    context = browser.new_context()
    opened = context.new_page()
    watch.over(opened)
    opened.goto(f"{served.address}characters/pilot.html")
    yield opened
    context.close()
    assert (watch.said, watch.asked_elsewhere) == ([], [])


def test_the_open_page_has_what_was_saved(page: Page, served: Served) -> None:
    """Words, and what other pages follow from."""
    served.save("She waits for the fog to lift.\n")
    expect(page.get_by_text("She waits for the fog to lift.")).to_be_visible(timeout=PATIENCE)
    served.save("She waits.\n", name="The Night Pilot")
    expect(page.get_by_role("heading", level=1)).to_have_text("The Night Pilot", timeout=PATIENCE)
    served.save("")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("The Night Pilot", timeout=PATIENCE)


def test_what_is_wrong_stands_above_the_last_good_page_until_it_is_mended(page: Page, served: Served) -> None:
    served.save("[[nobody at all]]\n", sumary="A slip.")
    told = page.locator(".served-faults li")
    expect(told).to_have_count(2, timeout=PATIENCE)
    expect(told.nth(0)).to_contain_text("UNKNOWN-KEY 'sumary' is no key here; ")
    expect(told.nth(1)).to_contain_text("UNKNOWN-ID [[nobody at all]] leads nowhere")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.reload()
    expect(told).to_have_count(2)
    served.save("")
    expect(page.locator(".served-faults")).to_have_count(0, timeout=PATIENCE)


def test_the_site_itself_knows_nothing_of_the_server(served: Served) -> None:
    site = served.content.parent / "output"
    assert [file for file in site.rglob("*.html") if b"/-/" in file.read_bytes()] == []


@pytest.mark.parametrize("path", ["nowhere.html", "%2e%2e/pelicanconf.py", "-/server.py", "-/../desk.py"])
def test_nothing_outside_the_site_is_served(served: Served, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(served.address + path, timeout=30)  # noqa: S310 our own server
    assert refused.value.code == 404
    assert b"SITENAME" not in refused.value.read()


@pytest.mark.parametrize("path", ["people/nobody.html", "people/nobody", "nobody/"])
def test_the_page_for_the_lost_has_its_styles_and_links_wherever_they_are(served: Served, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(served.address + path, timeout=30)  # noqa: S310 our own server
    page = refused.value.read()
    assert b'href="/theme/css/' in page
    assert b'="./' not in page


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    port = served.address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "invoke", "serve", "--port", port, "--content", str(served.content)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert f"port {port} cannot be listened at" in done.stderr
