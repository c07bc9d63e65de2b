"""Each plugin alone in a site of stock Pelican: it works, or it says what it needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pelicanconf
from plugins.archive.givers import GIVERS
from plugins.citing.stage import STAGES as CITING
from plugins.open_data.stage import STAGES as DATA
from plugins.previews.stage import STAGES as PREVIEWS
from plugins.search_index.stage import STAGES as SEARCH
from plugins.stages import STAGES
from tests.building import ROOT
from tests.stock import pelican, write_site

WORK_ALONE = ("incremental", "markdown_it", "mentions", "search_index")
"""What gives a stock site something."""

WITH_OTHERS = tuple(
    name for one in pelicanconf.PLUGINS if (name := one.removeprefix("plugins.")) not in WORK_ALONE
)


def built(folder: Path, plugin: str, *settings: str) -> Path:
    """The output of a stock site with one plugin, which was built without a complaint."""
    write_site(folder, *settings)
    done = pelican(folder, [f"plugins.{plugin}"])
    assert (done.returncode, "WARNING" in done.stdout, done.stderr) == (0, False, ""), (
        done.stdout + done.stderr
    )
    return folder / "output"


def readme(plugin: str) -> str:
    return (ROOT / "plugins" / plugin / "README.md").read_text("utf-8")


def test_the_search_finds_articles_and_pages_of_a_stock_site(tmp_path: Path) -> None:
    """The browser's part of this promise is in tests/browser/test_search_alone.py."""
    output = built(tmp_path, "search_index")
    documents = (output / "search" / "documents-0.js").read_text("utf-8")
    for title in ("A lamp that speaks", "Fog by the bucket", "The Tin Harbour", "Ines Varga"):
        assert f'"{title}"' in documents
    assert "Not yet" not in documents
    assert 'id="search-page-box"' in (output / "search.html").read_text("utf-8")


def test_a_stock_site_without_search_has_no_search_page(tmp_path: Path) -> None:
    output = built(tmp_path, "search_index", "SEARCH = False")
    assert not (output / "search.html").exists()
    assert not (output / "search").exists()


def test_a_theme_may_have_a_search_page_of_its_own(tmp_path: Path) -> None:
    """And the box is a template that any theme includes."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "search_index.html").write_text(
        "{% include 'search_box.html' %}<p>Ours.</p>", "utf-8"
    )
    output = built(tmp_path, "search_index", "THEME_TEMPLATES_OVERRIDES = ['own']")
    page = (output / "search.html").read_text("utf-8")
    assert "<p>Ours.</p>" in page
    assert 'src="./search/start.js" data-style="search/search.css"' in page


def test_names_of_pages_and_authors_become_links(tmp_path: Path) -> None:
    output = built(tmp_path, "mentions")
    lamp = (output / "a-lamp-that-speaks.html").read_text("utf-8")
    assert 'reel of <a href="./pages/the-tin-harbour.html">The Tin Harbour</a> the lamp' in lamp
    assert '<a href="./pages/ines-varga.html">Ines Varga</a> wrote' in lamp
    fog = (output / "fog-by-the-bucket.html").read_text("utf-8")
    assert 'Ask <a href="./author/jo-ruiz.html">Jo Ruiz</a>.' in fog


def test_a_name_is_linked_once_and_never_in_links_headings_and_code(tmp_path: Path) -> None:
    """Nor on its own page, nor where it is a word of every day, as the title of the page About."""
    output = built(tmp_path, "mentions")
    body = (output / "a-lamp-that-speaks.html").read_text("utf-8").partition("<main>")[2]
    assert body.count('href="./pages/the-tin-harbour.html"') == 1
    assert "<code>The Tin Harbour</code>" in body
    assert "<p>About the ending" in body
    own = (output / "pages" / "ines-varga.html").read_text("utf-8").partition("<main>")[2]
    assert 'href="../pages/ines-varga.html">Ines' not in own.partition("</header>")[2]


def test_templates_are_told_who_is_mentioned_and_how_often(tmp_path: Path) -> None:
    """The surname of a person counts after the whole name."""
    (tmp_path / "own").mkdir()
    listed = "{% for one in article.mentions %}{{ one.name }}|{{ one.url }}|{{ one.times }};{% endfor %}"
    (tmp_path / "own" / "article.html").write_text(listed, "utf-8")
    output = built(tmp_path, "mentions", "THEME_TEMPLATES_OVERRIDES = ['own']")
    told = (output / "a-lamp-that-speaks.html").read_text("utf-8")
    assert "The Tin Harbour|pages/the-tin-harbour.html|4;" in told
    assert "Ines Varga|pages/ines-varga.html|2;" in told


def test_a_maintainer_lists_names_and_says_whose_are_looked_for(tmp_path: Path) -> None:
    names = "MENTION_NAMES = {'quarry': 'https://film.example/quarry', 'fog': '{filename}/making/fog.rst'}"
    output = built(tmp_path, "mentions", names, "MENTIONS_OF = []")
    film = (output / "pages" / "the-tin-harbour.html").read_text("utf-8")
    assert 'in a <a href="https://film.example/quarry">quarry</a>.' in film
    lamp = (output / "a-lamp-that-speaks.html").read_text("utf-8").partition("<main>")[2]
    assert "pages/the-tin-harbour.html" not in lamp


@pytest.mark.parametrize("plugin", ["mentions", "search_index"])
def test_the_settings_of_the_readme_are_those_of_a_newcomer(plugin: str, tmp_path: Path) -> None:
    """Copied as they are, they build."""
    [written] = re.findall(r"^```python\n(.*?)^```", readme(plugin), re.S | re.M)
    assert "PLUGINS = " in written
    output = built(tmp_path, plugin, written)
    assert (output / "a-lamp-that-speaks.html").is_file()


@pytest.mark.parametrize("plugin", ["incremental", "markdown_it"])
def test_further_plugins_do_no_harm_by_themselves(plugin: str, tmp_path: Path) -> None:
    """What markdown_it reads has front matter between two lines of hyphens."""
    write_site(tmp_path)
    for file in (tmp_path / "content").rglob("*.md"):
        head, _, body = file.read_text("utf-8").partition("\n\n")
        if plugin == "markdown_it":
            file.write_text(f"---\n{head}\n---\n\n{body}", "utf-8")
    done = pelican(tmp_path, [f"plugins.{plugin}"])
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "lamp speaks" in (tmp_path / "output" / "a-lamp-that-speaks.html").read_text("utf-8")


@pytest.mark.parametrize("plugin", [one for one in WITH_OTHERS if one != "changes"])
def test_a_plugin_without_what_it_needs_says_so_in_one_line(plugin: str, tmp_path: Path) -> None:
    """And not in a traceback; its README names the same plugins."""
    write_site(tmp_path)
    done = pelican(tmp_path, [f"plugins.{plugin}"])
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert done.returncode == 1
    assert len(said) == 1, said
    assert said[0].startswith(f"plugins.{plugin} needs plugins.")
    needed = set(re.findall(r"plugins\.(\w+)", said[0].partition(":")[0])) - {plugin}
    section = re.search(r"^## By itself\n(.*?)(?=^## |\Z)", readme(plugin), re.S | re.M)
    assert section
    assert set(re.findall(r"`plugins\.(\w+)`", section[1])) == needed


@pytest.mark.parametrize(
    "folder", [one.name for one in sorted((ROOT / "plugins").iterdir()) if (one / "README.md").is_file()]
)
def test_every_readme_says_how_the_plugin_works_by_itself(folder: str) -> None:
    assert "\n## By itself\n" in readme(folder)


def test_the_table_of_givers_is_that_of_the_stages() -> None:
    """`build` is given by incremental, and no stage makes it."""
    stages = (*STAGES, *CITING, *DATA, *PREVIEWS, *SEARCH)
    made = {one.gives: one.name.partition(":")[0] for one in stages}
    assert made | {"build": "incremental"} == GIVERS


def test_names_may_have_marks_and_addresses_spaces(tmp_path: Path) -> None:
    """Kinds of quotation marks are one; a translation is found and linked as well."""
    write_site(tmp_path)
    pages = tmp_path / "content" / "pages"
    (pages / "quay nine.md").write_text("Title: Quay “Nine”\n\nIt stands.\n", "utf-8")
    (tmp_path / "content" / "brume.md").write_text(
        'Title: La brume\nDate: 2022-05-06\nLang: fr\nSlug: fog-by-the-bucket\n\nPrès de Quay "Nine" & co.\n',
        "utf-8",
    )
    done = pelican(tmp_path, ["plugins.mentions", "plugins.search_index"])
    assert (done.returncode, "WARNING" in done.stdout) == (0, False), done.stdout
    french = (tmp_path / "output" / "fog-by-the-bucket-fr.html").read_text("utf-8")
    assert '<a href="./pages/quay-nine.html">Quay "Nine"</a> &amp; co' in french
    documents = (tmp_path / "output" / "search" / "documents-0.js").read_text("utf-8")
    assert '"La brume"' in documents
