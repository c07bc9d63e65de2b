"""Built sites and ``invoke rights``: clean as they come, and not when anything is planted in a copy."""

from __future__ import annotations

import base64
import gzip
import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.archive.source import Rights
from plugins.search_index.export import export
from plugins.search_index.page import SearchPage
from tests.building import build, invoke
from tests.leaks.conftest import scan
from tests.leaks.planting import css, entities, javascript, png
from tests.making import REVIEW, document, write_archive

WORDS = " ".join(REVIEW.split()[6:36])
"""30 words of the small archive's one review, whose rights are excerpt."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of a small archive, and the content it was built from."""
    folder = tmp_path_factory.mktemp("small")
    content = write_archive(folder)
    build(folder / "site", "--content", str(content))
    return folder / "site", content


@pytest.fixture
def copy(small: tuple[Path, Path], tmp_path: Path) -> Path:
    """A copy of it, to plant leaks in."""
    return Path(shutil.copytree(small[0], tmp_path / "site"))


Change = Callable[[bytes], bytes]


def instead(old: str, new: str) -> Change:
    """The first ``old`` replaced; it has to be there."""

    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return change


def index_file(name: str) -> bytes:
    """A file of an index of the words, as the search would write it."""
    return export((SearchPage("a.html", "Fog", "page", body=WORDS),))[f"search/{name}.js"]


DATA_URI = f'<a href="data:text/plain;base64,{base64.b64encode(WORDS.encode()).decode()}">x</a></main>'

PLANTED: dict[str, tuple[str, Change, str]] = {
    "the body of a page": ("index.html", instead("</main>", f"<p>{WORDS}</p></main>"), "html text"),
    "a page, word by word": (
        "index.html",
        instead("</main>", "".join(f"<b>{one}</b>" for one in WORDS.split(" ")) + "</main>"),
        "html text",
    ),
    "an attribute": ("index.html", instead("<main", f'<main title="{entities(WORDS)}"'), "attribute title"),
    "a comment of a page": ("index.html", instead("</main>", f"<!-- {WORDS} --></main>"), "comment"),
    "json-ld": (
        "index.html",
        instead("</head>", f"<script type='application/ld+json'>{json.dumps(WORDS)}</script></head>"),
        "script",
    ),
    "the preview data of a script": (
        "previews.js",
        lambda _: f"window.previews = {{'a.html': '{javascript(WORDS)}'}};".encode(),
        "text",
    ),
    "a feed": (
        "feed.atom",
        lambda _: f"<feed><content>&lt;p&gt;{entities(WORDS)}&lt;/p&gt;</content></feed>".encode(),
        "html text",
    ),
    "a data file": (
        "data/claims.jsonl",
        lambda data: data + json.dumps({"note": WORDS}).encode(),
        "json string",
    ),
    "the documents of the search": (
        "search/documents-9.js",
        lambda _: index_file("documents-0"),
        "search index, body of “Fog”",
    ),
    "a packed copy": ("index.html.gz", lambda _: gzip.compress(WORDS.encode()), "gzip > text"),
    "a data uri": ("index.html", instead("</main>", DATA_URI), "base64 > text"),
    "the content of a style sheet": (
        "theme/css/extra.css",
        lambda _: f'.a::before {{ content: "{css(WORDS)}"; }}'.encode(),
        "style sheet",
    ),
    "a picture's metadata": (
        "theme/photo.png",
        lambda _: png(b"zTXt", b"Comment\0\0" + zlib.compress(WORDS.encode())),
        "zlib > text",
    ),
    "a file without an ending": ("notes", lambda _: WORDS.encode("utf-16"), "text"),
}
"""Where words are planted: the file, what becomes of it, and how the report should call it."""


@pytest.mark.parametrize("where", PLANTED)
def test_a_planted_leak_is_found_with_file_and_run(copy: Path, where: str) -> None:
    name, change, reading = PLANTED[where]
    file = copy / name
    file.write_bytes(change(file.read_bytes() if file.is_file() else b""))
    found = scan(copy, document(REVIEW, "harbour-review", Rights.EXCERPT)).leaks
    assert [(leak.file, leak.reading, leak.words, leak.quoted) for leak in found] == [
        (name, reading, 30, "varga builds a … it runs for")
    ]


def test_a_leak_in_terms_and_positions_is_found_when_they_are_put_together(copy: Path) -> None:
    """Under any name, whatever comes first; no word of it stands beside another in the files."""
    (copy / "search" / "y.js").write_bytes(index_file("terms-0"))
    (copy / "search" / "z.js").write_bytes(index_file("manifest"))
    (leak,) = scan(copy, document(REVIEW, "harbour-review", Rights.EXCERPT)).leaks
    assert (leak.file, leak.index, leak.words) == ("search/y.js", True, 30)
    assert leak.reading == "search index, document 0 body, put together again"


def test_the_command_finds_a_clean_site_clean(small: tuple[Path, Path]) -> None:
    site, content = small
    status, said, complained = invoke("rights", "--output", str(site), "--content", str(content))
    assert (status, complained) == (0, "")
    first, second = said.splitlines()
    assert first.startswith("Scanned ")
    assert "public edition" in first
    assert second.startswith("  harbour-review  excerpt  ")


def test_the_command_tells_a_leak_and_ends_with_1(small: tuple[Path, Path], copy: Path) -> None:
    (copy / "notes.txt").write_text(f"Remember:\n  {WORDS}")
    status, said, _ = invoke("rights", "--output", str(copy), "--content", str(small[1]))
    assert status == 1
    share, leak, *_ = said.splitlines()
    assert share.startswith("notes.txt:1:1: LEAKED-SHARE all files together show 63.8 % of harbour-review, ")
    assert leak.startswith("notes.txt:2:3: LEAKED-RUN text: 30 words in a row (varga builds a … it runs for)")


@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", "{"), ("github", "::error file=notes.txt,line=1,col=1,title=LEAKED-SHARE::")],
)
def test_the_command_tells_programs_too(small: tuple[Path, Path], copy: Path, form: str, begins: str) -> None:
    (copy / "notes.txt").write_text(f"Remember:\n  {WORDS}")
    asked = ("rights", "--output", str(copy), "--content", str(small[1]), "--format", form)
    status, said, _ = invoke(*asked)
    assert (status, said.startswith(begins)) == (1, True)
    if form == "json":
        codes = [one["code"] for one in json.loads(said)["problems"]]
        assert codes == ["LEAKED-SHARE", "LEAKED-RUN"]


def test_the_command_names_a_text_that_is_not_at_hand(small: tuple[Path, Path], tmp_path: Path) -> None:
    content = shutil.copytree(small[1], tmp_path / "content")
    (content / "sources" / "harbour-review.txt").unlink()
    status, said, _ = invoke("rights", "--output", str(small[0]), "--content", str(content))
    assert status == 0
    assert said.splitlines()[1] == "  harbour-review  not at hand, not compared"


def test_the_private_edition_is_refused(small: tuple[Path, Path], tmp_path: Path) -> None:
    site, content = tmp_path / "site", small[1]
    build(site, "--content", str(content), "--edition", "private")
    status, said, _ = invoke("rights", "--output", str(site), "--content", str(content))
    codes = [line.split()[1] for line in said.splitlines() if line[0] != " "]
    assert (status, codes[0]) == (1, "PRIVATE-EDITION")
    assert {"LEAKED-RUN", "LEAKED-SHARE"} <= set(codes)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "nowhere"], "nowhere is no folder; `invoke build` makes the site"),
        (["--format", "xml"], "--format is 'xml'; it is text, json, github"),
        (["--edition", "secret"], "--edition is 'secret'; it is public or private"),
        (["--output", "docs", "--library", "nowhere"], "nowhere is no folder"),
        (["--output", "docs", "--content", "nowhere"], "nowhere is no folder"),
    ],
)
def test_a_fault_in_the_call_is_one_line_and_status_2(arguments: list[str], message: str) -> None:
    assert invoke("rights", *arguments) == (2, "", f"{message}\n")


def test_the_public_edition_of_this_archive_is_clean(public_with_library: Path, library: Path) -> None:
    """With the originals at hand, which is when it could leak."""
    status, said, _ = invoke("rights", "--output", str(public_with_library), "--library", str(library))
    assert status == 0, said
    assert "not at hand" not in said


def test_the_private_edition_of_this_archive_is_not(private_site: Path, library: Path) -> None:
    """It holds every text that is not free, whole or nearly: dashes alone are no words."""
    asked = ("rights", "--output", str(private_site), "--library", str(library), "--format", "json")
    status, said, _ = invoke(*asked)
    report = json.loads(said)
    assert status == 1
    assert {one["code"] for one in report["problems"]} == {
        "PRIVATE-EDITION",
        "LEAKED-RUN",
        "LEAKED-SHARE",
        "LEAKED-INDEX",
    }
    assert all(one["shown"] >= 0.98 * one["words"] for one in report["sources"])
