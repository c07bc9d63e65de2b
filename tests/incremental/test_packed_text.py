"""A text that is held packed is the text that was given, whoever holds it and wherever it goes."""

from __future__ import annotations

import copy
import pickle
from dataclasses import asdict, dataclass, fields, replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental.packed_text import PackedText


@dataclass(frozen=True)
class Sheet:
    title: str
    body: PackedText = PackedText()  # noqa: RUF009 a descriptor, which dataclasses ask for its default


TEXTS = st.text(st.characters(exclude_categories=()))


@given(TEXTS)
def test_what_is_read_is_what_was_given(text: str) -> None:
    sheet = Sheet("a", text)
    assert sheet.body == text
    assert asdict(sheet) == {"title": "a", "body": text}
    assert sheet == Sheet("a", text) == copy.copy(sheet) == pickle.loads(pickle.dumps(sheet))  # noqa: S301


def test_a_field_without_a_text_is_empty() -> None:
    assert Sheet("a").body == ""
    assert [one.default for one in fields(Sheet)][1] == ""


def test_a_changed_copy_has_its_own_text() -> None:
    sheet = Sheet("a", "fog — and rope")
    assert replace(sheet, title="b").body == "fog — and rope"
    assert replace(sheet, body="tin").body == "tin"
    assert sheet.body == "fog — and rope"


def test_a_text_of_many_letters_takes_one_byte_for_each_of_most_of_them() -> None:
    text = "A harbour of tin, “as if”. " * 200
    held = vars(Sheet("a", text)).values()
    assert sum(one.__sizeof__() for one in held) < 0.6 * text.__sizeof__()
