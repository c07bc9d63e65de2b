"""Whatever a contributor writes into a record, the answer is a list of faults and never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.archive.errors import ContentFaults, Problem
from plugins.authority.schema import AUTHORITY_FILES, FOLDERS, JUDGEMENT_KEYS, Key, Shape
from tests.making import ARCHIVE, AUTHORITY, flow_over, front_matter, write_archive

A_LIST, A_MAPPING = ["a", "b"], {"a": "b"}

WRONG: dict[Shape, tuple[Any, ...]] = {
    Shape.TEXT: (A_LIST, A_MAPPING, True, []),
    Shape.TEXTS: (A_MAPPING, True, [A_LIST], [A_MAPPING], [None]),
    Shape.DATE: (A_LIST, A_MAPPING, True, "yesterday", ""),
    Shape.CITES: (A_MAPPING, True, "two words", [A_MAPPING], [A_LIST], "nobody p1", f"review p{'1' * 5000}"),
    Shape.ID: (A_LIST, A_MAPPING, False, "nobody", ""),
    Shape.IDS: (A_MAPPING, True, "nobody", [A_LIST], [A_MAPPING], [None]),
    Shape.TOPICS: (A_MAPPING, True, "imagery", ["image", "nobody"], [A_LIST], [A_MAPPING], [None]),
    Shape.LANGUAGE: (A_LIST, A_MAPPING, True, "German", "5 stars", ""),
    Shape.ADDRESS: (A_LIST, A_MAPPING, True, "tin.example", "javascript:alert(1)", "https://", ""),
    Shape.DIGEST: (A_LIST, A_MAPPING, True, "abc", "0" * 63),
    Shape.NUMBER: (A_LIST, A_MAPPING, True, "-1", "many", "9" * 5000),
    Shape.ITEMS: ("text", A_MAPPING, True, ["text"], [A_LIST], [None]),
}
"""What a key of each shape must refuse."""

Way = tuple[str | int, ...]


def ways(keys: dict[str, Key], way: Way = ()) -> Iterator[tuple[Way, Key]]:
    """Every key, and every key of the entries in a list."""
    for name, key in keys.items():
        yield (*way, name), key
        if key.items:
            yield from ways(key.items, (*way, name, 0))


def with_value(values: Any, way: Way, wrong: Any) -> Any:
    """A copy of a record with another value at the end of a way."""
    changed = copy.deepcopy(values)
    target = changed
    for number, step in enumerate(way[:-1]):
        if isinstance(step, str):
            target = target.setdefault(step, [{}] if isinstance(way[number + 1], int) else {})
        else:
            target = target[step]
    target[way[-1]] = wrong
    return changed


def faults(content: Path) -> tuple[Problem, ...]:
    """What is wrong with a content folder, up to its pages and data; anything raised but faults fails."""
    flow = flow_over(content)
    try:
        for name in ("archive", "pages", "search_pages", "data_files"):
            flow.sound_value(name)
    except ContentFaults as found:
        return found.problems
    return ()


def example(folder: str) -> tuple[str, dict[str, Any]]:
    """The record of a folder that has the most keys, with its file."""
    of_folder = [(path, values) for path, values in ARCHIVE.items() if path.startswith(f"{folder}/")]
    return max(of_folder, key=lambda one: len(one[1]))


PAGE_KEYS = [
    pytest.param(folder, way, key, id=f"{folder} {'.'.join(map(str, way))}")
    for folder, kind in FOLDERS.items()
    if folder != "works"
    for way, key in ways(kind.keys)
]
"""Works have the keys of films."""
SHORT_KEYS = [
    pytest.param(file, way, key, id=f"{file} {'.'.join(map(str, way))}")
    for file, keys in {
        "places.yaml": AUTHORITY_FILES["places.yaml"].keys,
        "judgements.yaml": JUDGEMENT_KEYS,
    }.items()
    for way, key in ways(keys)
]


def test_the_example_archive_is_without_fault(tmp_path: Path) -> None:
    """Otherwise the tests below would pass for no reason."""
    assert faults(write_archive(tmp_path)) == ()


@pytest.mark.parametrize(("folder", "way", "key"), PAGE_KEYS)
def test_a_wrong_value_in_a_record_is_a_fault_in_that_file(
    folder: str, way: Way, key: Key, tmp_path: Path
) -> None:
    path, values = example(folder)
    content = write_archive(tmp_path)
    for wrong in WRONG[key.shape]:
        (content / path).write_text(front_matter(with_value(values, way, wrong)), "utf-8")
        found = faults(content)
        assert f"content/{path}" in {one.path for one in found}, f"{wrong!r} passed"
        assert all(one.line > 0 and one.col > 0 and "\n" not in one.message for one in found)


@pytest.mark.parametrize(("file", "way", "key"), SHORT_KEYS)
def test_a_wrong_value_in_a_short_record_is_a_fault_in_that_file(
    file: str, way: Way, key: Key, tmp_path: Path
) -> None:
    entry = AUTHORITY[file][0]
    content = write_archive(tmp_path)
    for wrong in WRONG[key.shape]:
        (content / "authority" / file).write_text(json.dumps([with_value(entry, way, wrong)]), "utf-8")
        assert f"content/authority/{file}" in {one.path for one in faults(content)}, f"{wrong!r} passed"


def test_keys_that_are_shared_are_tried_once() -> None:
    """What is not tried above is the same table."""
    assert FOLDERS["works"].keys is FOLDERS["films"].keys
    assert len({id(kind.keys) for kind in AUTHORITY_FILES.values()}) == 1


@pytest.mark.parametrize("file", AUTHORITY)
@pytest.mark.parametrize("text", ["id: x\nname: X", "X", "- X", "- [id, x]", "-", "- - - X", "'"])
def test_an_authority_file_that_is_no_list_of_entries_is_a_fault(
    file: str, text: str, tmp_path: Path
) -> None:
    content = write_archive(tmp_path, {f"authority/{file}": text})
    assert f"content/authority/{file}" in {one.path for one in faults(content)}


@pytest.mark.parametrize("file", AUTHORITY)
@pytest.mark.parametrize("text", ["", "# nobody yet\n", "[]", "---\n"])
def test_an_authority_file_may_be_empty(file: str, text: str, tmp_path: Path) -> None:
    content = write_archive(tmp_path, {f"authority/{file}": text, "events/2004-premiere.md": ""})
    assert f"content/authority/{file}" not in {one.path for one in faults(content)}


values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.sampled_from(["drop", "2004"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_record_of_any_keys_and_values_makes_a_traceback(data: st.DataObject, tmp_path: Path) -> None:
    folder = data.draw(st.sampled_from(sorted(FOLDERS)))
    path, valid = example(folder)
    keys = st.sampled_from([*FOLDERS[folder].keys, "id", ""])
    written = {**valid, **data.draw(st.dictionaries(keys, values, max_size=4))}
    content = write_archive(tmp_path, {path: front_matter(written)})
    assert all(one.code and one.message for one in faults(content))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=200),
    path=st.sampled_from([*ARCHIVE, *(f"authority/{name}" for name in AUTHORITY)]),
    opening=st.sampled_from([b"", b"---\n", b"---\nname: ", b"- ", b"\xef\xbb\xbf---\n", b"\xff\xfe"]),
)
def test_no_bytes_of_a_file_make_a_traceback(data: bytes, path: str, opening: bytes, tmp_path: Path) -> None:
    content = write_archive(tmp_path, {path: opening + data + b"\n---\n"})
    assert all(one.code and one.message for one in faults(content))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_no_bytes_of_an_original_make_a_traceback(data: bytes, tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"sources/harbour-review.txt": data})
    assert {one.code for one in faults(content)} >= {"ORIGINAL-CHANGED"}
