"""An edit of a few pages out of what the last whole export has left: the bytes of a whole export, or None."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search_index import edit, journal, left, rooms, splicing, state, term_shards
from plugins.search_index.edit import export_edit
from plugins.search_index.export import export
from plugins.search_index.filing import build_in
from plugins.search_index.page import SearchPage
from tests.search_index.contract import SMALL_SHARDS

Change = Callable[[SearchPage, str, int], SearchPage]

_COMMON = "the of and a in to on her his their under before"
_SPOKEN = """
letter letters lettered lamp lamps harbour signal signals tower watch keeper's keeper tide 1957 4
"""
_FRESH = "zeppelin lampish letterings tides watching 灯台 été o'clock tower2 q"
COMMON, SPOKEN, FRESH = (told.split() for told in (_COMMON, _SPOKEN, _FRESH))
WORDS = (*COMMON, *SPOKEN, *FRESH)

FEW_ASIDE = 300
"""Bits of places that stand with their term in these tests: some terms of small pages have more."""


def page_of(number: int) -> SearchPage:
    """A made-up page, with a word of its own that stands there so often that its place rests on it."""
    chance = random.Random(number)  # noqa: S311 made-up pages, no secret
    own = f"own{'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10]} " * 200
    spoken = [*COMMON, *SPOKEN]
    sentences = (
        " ".join(chance.choice(spoken) for _ in range(chance.randrange(3, 14))).capitalize() + "."
        for _ in range(chance.randrange(4, 20))
    )
    return SearchPage(
        url=f"made-up/{number:02}.html",
        title=f"The {chance.choice(SPOKEN)} {number}",
        kind=chance.choice(("person", "work")),
        names=(chance.choice(SPOKEN),) * (number % 2),
        headings=("Before the tide",) * (number % 3),
        people=("Ines Varga", "Tom Lind")[: number % 3],
        year=str(1950 + number % 7) if number % 4 else None,
        body=f"{' '.join(sentences)}\n\n{own}",
        anchors=("first",) * (number % 2),
        sources=("One", "Two")[: number % 3],
        unshown="under the lamp" if number % 5 == 0 else "",
    )


PAGES = tuple(page_of(number) for number in range(40))


def in_the_body(page: SearchPage, at: int, words: Sequence[str], instead: int) -> SearchPage:
    """Words put into the first paragraph, instead of some that stood there."""
    first, _, rest = page.body.partition("\n\n")
    told = first.split(" ")
    place = at % (len(told) + 1)
    told[place : place + instead] = words
    return replace(page, body=f"{' '.join(told)}\n\n{rest}")


CHANGES: dict[str, Change] = {
    "a word more": lambda page, word, at: in_the_body(page, at, [word], 0),
    "a word less": lambda page, _, at: in_the_body(page, at, [], 1),
    "another word": lambda page, word, at: in_the_body(page, at, [word], 1),
    "many words less": lambda page, _, at: in_the_body(page, at, [], 9),
    "the same word often": lambda page, word, at: in_the_body(page, at, [word] * 30, 0),
    "a paragraph more": lambda page, word, at: replace(page, body=f"{word} {at}.\n\n{page.body}"),
    "another title": lambda page, word, *_: replace(page, title=f"{page.title} {word}"),
    "a name": lambda page, word, at: replace(page, names=(*page.names, f"A-{word} {at}")),
    "no names": lambda page, *_: replace(page, names=()),
    "a heading": lambda page, word, *_: replace(page, headings=(word, *page.headings)),
    "a long heading": lambda page, word, at: replace(page, headings=(f"{word} " * (at + 30),)),
    "a summary": lambda page, word, at: replace(page, summary=f"{word} {at}"),
    "a person": lambda page, word, *_: replace(page, people=(*page.people, f"Ines {word}")),
    "no people": lambda page, *_: replace(page, people=()),
    "a year": lambda page, _, at: replace(page, year=str(1900 + at)),
    "no year": lambda page, *_: replace(page, year=None),
    "a type": lambda page, word, *_: replace(page, type=word),
    "an anchor": lambda page, word, at: replace(page, anchors=(word, f"p{at}")),
    "a source": lambda page, word, *_: replace(page, sources=(*page.sources, word)),
    "a language": lambda page, *_: replace(page, lang="ja"),
    "a text that is not shown": lambda page, word, *_: replace(page, unshown=f"{page.unshown} {word}"),
}

EDITS = st.lists(
    st.tuples(
        st.integers(0, len(PAGES) - 1),
        st.sampled_from(sorted(CHANGES)),
        st.sampled_from(WORDS),
        st.integers(0, 60),
    ),
    min_size=1,
    max_size=6,
)


def edited(
    edits: Sequence[tuple[int, str, str, int]], pages: Sequence[SearchPage] = PAGES
) -> list[SearchPage]:
    now = list(pages)
    for number, name, word, at in edits:
        now[number] = CHANGES[name](now[number], word, at)
    return now


def whole(pages: Sequence[SearchPage], folder: Path | None = None) -> dict[str, bytes]:
    return export(pages, shard_bytes=SMALL_SHARDS, state=folder)


def after(folder: Path, pages: Sequence[SearchPage], last: str) -> dict[str, bytes] | None:
    return export_edit(folder, pages, last, shard_bytes=SMALL_SHARDS)


def forget_edits(folder: Path) -> None:
    (folder / journal.NAME).unlink(missing_ok=True)


@pytest.fixture(scope="module", autouse=True)
def few_aside() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (term_shards, splicing):
            patch.setattr(module, "ASIDE_BITS", FEW_ASIDE)
        yield


@pytest.fixture(scope="module", params=[None, 8_000], ids=["whole texts", "telling sentences"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where a whole export of PAGES has left what it knew."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param:
            patch.setattr(rooms, "ROOM", request.param)
        kept = tmp_path_factory.mktemp("state")
        files = whole(PAGES, kept)
        assert "search/positions-1.js" in files
        (kept / "build").write_text(build_in(files), "ascii")
        yield kept


@pytest.fixture
def last(folder: Path) -> str:
    forget_edits(folder)
    return (folder / "build").read_text("ascii")


@given(edits=EDITS)
@settings(max_examples=60, deadline=None)
def test_an_edit_gives_the_bytes_of_a_whole_export(
    folder: Path, edits: list[tuple[int, str, str, int]]
) -> None:
    forget_edits(folder)
    now = edited(edits)
    changed = [page for page, before in zip(now, PAGES, strict=True) if page != before]
    assert after(folder, changed, (folder / "build").read_text("ascii")) == whole(now)


@pytest.mark.parametrize("name", CHANGES)
def test_each_kind_of_edit_needs_no_whole_export(name: str, folder: Path, last: str) -> None:
    now = edited([(7, name, "zeppelin", 3)])
    assert now[7] != PAGES[7]
    assert after(folder, [now[7]], last) == whole(now)


def test_edits_upon_edits(folder: Path, last: str) -> None:
    """Each is told what has changed since the one before, and that is taken back at last."""
    now = list(PAGES)
    for edits in ([(3, "a word more", "lamp", 2)], [(3, "a name", "tide", 1), (9, "no people", "", 0)]):
        before, now = now, edited(edits, now)
        changed = [page for page, other in zip(now, before, strict=True) if page != other]
        files = after(folder, changed, last)
        assert files == whole(now)
        last = build_in(files)
    files = after(folder, [PAGES[3], PAGES[9]], last)
    assert files == whole(PAGES)


def test_an_edit_that_changes_nothing(folder: Path, last: str) -> None:
    assert after(folder, [PAGES[0]], last) == whole(PAGES)


def test_a_word_in_one_page_moves_what_another_one_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The word is less rare then, and another sentence of the other page tells more."""
    monkeypatch.setattr(rooms, "ROOM", 100)
    one = "The zeppelin under the lamp. The harbour, the harbour of the keeper. And " + "the " * 30
    pages = [
        SearchPage(f"{at}.html", f"Page {at}", "page", body=text)
        for at, text in enumerate((one, "Tide " * 30, "Lamp " * 30, "Harbour " * 30))
    ]
    last = build_in(whole(pages, tmp_path))
    now = [pages[0], replace(pages[1], body=f"{pages[1].body} zeppelin zeppelin"), *pages[2:]]
    files = after(tmp_path, [now[1]], last)
    assert files == whole(now)
    assert b"The zeppelin" in whole(pages)["search/documents-0.js"]


REFUSED: dict[str, Sequence[SearchPage]] = {
    "a new page": [SearchPage("new.html", "New", "page")],
    "the same page twice": [PAGES[1], PAGES[1]],
    "another term tells most": [replace(PAGES[1], body="beacon " * 70)],
    "nothing tells anything": [replace(PAGES[1], body="")],
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_edit_that_moves_more_than_its_terms_is_refused(name: str, folder: Path, last: str) -> None:
    assert after(folder, REFUSED[name], last) is None
    assert after(folder, [], last) == whole(PAGES), "and it is not noted"


def test_another_room_for_excerpts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "ROOM", sum(len(page.body) for page in PAGES[:3]) + 3 * rooms.BESIDE)
    last = build_in(whole(PAGES[:3], tmp_path))
    assert after(tmp_path, [replace(PAGES[2], body=PAGES[2].body[1:])], last) is not None
    assert after(tmp_path, [replace(PAGES[2], body=f"{PAGES[2].body} the")], last) is None


def test_what_was_left_for_other_files_is_not_used(folder: Path, last: str) -> None:
    files = after(folder, edited([(3, "a word more", "lamp", 2)])[3:4], last)
    assert files is not None
    assert after(folder, [], last) is None
    assert after(folder, [], build_in(files)) == files


def test_too_many_edited_pages_are_refused(folder: Path, last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edit, "MOST", 2)
    assert after(folder, PAGES[:2], last) is not None
    assert after(folder, PAGES[2:3], last) is None


def test_without_anything_left_there_is_no_edit(tmp_path: Path, last: str) -> None:
    assert after(tmp_path, [PAGES[0]], last) is None


def test_other_settings_are_refused(folder: Path, last: str) -> None:
    assert export_edit(folder, [], last, "de", SMALL_SHARDS) is None
    assert export_edit(folder, [], last, shard_bytes=SMALL_SHARDS + 1) is None


def test_other_code_is_refused(folder: Path, last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whoosh.versionstring", lambda: "0")
    assert after(folder, [], last) is None


def copied(folder: Path, to: Path, change: Callable[[bytes], bytes]) -> Path:
    for name in (left.NAME, journal.NAME):
        if (folder / name).exists():
            (to / name).write_bytes(change((folder / name).read_bytes()))
    return to


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b"\0",
        lambda data: data.replace(b" 1 ", b" 2 ", 1),
        lambda data: b"\x80\x04" + data,
    ],
    ids=["empty", "shorter", "half", "longer", "another form", "pickled"],
)
def test_a_damaged_file_is_refused(
    folder: Path, last: str, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    assert after(copied(folder, tmp_path, lambda data: data), [], last) is not None
    assert after(copied(folder, tmp_path, change), [], last) is None


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), of_edits=st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_flipped_bit_changes_no_byte_of_the_files(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, place: float, bit: int, of_edits: bool
) -> None:
    """Where it is read, nothing is made of it; elsewhere it does not matter."""
    forget_edits(folder)
    now = edited([(3, "a word more", "lampish", 2)])
    files = after(folder, now[3:4], (folder / "build").read_text("ascii"))
    assert files is not None
    work = copied(folder, tmp_path_factory.mktemp("damaged"), lambda data: data)
    damaged = work / (journal.NAME if of_edits else left.NAME)
    data = bytearray(damaged.read_bytes())
    data[int(place * len(data))] ^= 1 << bit
    damaged.write_bytes(data)
    assert after(work, [], build_in(files)) in (None, files)


def test_edits_of_an_earlier_export_are_forgotten(tmp_path: Path) -> None:
    pages = list(PAGES[:5])
    last = build_in(whole(pages, tmp_path))
    assert after(tmp_path, edited([(3, "a word more", "lamp", 2)])[3:4], last)
    other = [replace(pages[0], title="Another"), *pages[1:]]
    last = build_in(whole(other, tmp_path))
    assert after(tmp_path, [], last) == whole(other)


def test_where_nothing_can_be_left_files_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"a file stands where the folder should")
    assert whole(PAGES[:3], tmp_path / "taken") == whole(PAGES[:3])
    assert after(tmp_path / "taken", [], build_in(whole(PAGES[:3]))) is None


def test_an_archive_without_pages_leaves_something_too(tmp_path: Path) -> None:
    last = build_in(whole((), tmp_path))
    assert after(tmp_path, [], last) == whole(())


def test_a_section_is_checked_when_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "stored"
    state.write_stored(file, {"of": "two"}, {"one": b"first", "two": b"second"})
    file.write_bytes(file.read_bytes().replace(b"second", b"sekond"))
    stored = state.Stored(file)
    assert (stored.about, bytes(stored.bytes_of("one"))) == ({"of": "two"}, b"first")
    with pytest.raises(state.Unusable, match=r"^the section two is damaged$"):
        stored.bytes_of("two")
