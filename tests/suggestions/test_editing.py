"""Adding to a file that somebody wrote leaves every byte of theirs where it is."""

from __future__ import annotations

import pytest

from plugins.markdown_it.front_matter import read_yaml
from plugins.suggestions.editing import Uneditable, with_entries, with_page_variants, with_variants
from plugins.suggestions.entries import as_line

OLD = "- {id: wax, name: Wax, variants: []}  # a band"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "- {id: bo}\n"),
        ("# nothing yet\n", "# nothing yet\n- {id: bo}\n"),
        (f"{OLD}\n", f"{OLD}\n- {{id: bo}}\n"),
        (OLD, f"{OLD}\n- {{id: bo}}\n"),
        (f"{OLD}\r\n", f"{OLD}\r\n- {{id: bo}}\r\n"),
        ("\ufeff- {id: wax}\n", "\ufeff- {id: wax}\n- {id: bo}\n"),
        ("  - id: wax\n    name: Wax\n", "  - id: wax\n    name: Wax\n  - {id: bo}\n"),
        ('[{"id": "wax"}]', '[{"id": "wax"}, {id: bo}]'),
        ('[\n  {"id": "wax"},\n]\n', '[\n  {"id": "wax"},\n  {id: bo},\n]\n'),
        ("[]\n", "[{id: bo}]\n"),
    ],
)
def test_an_entry_goes_to_the_end_of_its_list(before: str, after: str) -> None:
    assert with_entries(before, [{"id": "bo"}]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {id: bo, variants: []}\n", '- {id: bo, variants: ["Bø"]}\n'),
        ('- {id: bo, variants: ["B"], note: x}\n', '- {id: bo, variants: ["B", "Bø"], note: x}\n'),
        ("- {id: bo, variants: [B, ]}\n", '- {id: bo, variants: [B, "Bø", ]}\n'),
        ("- {id: bo, aliases: [B]}\n", '- {id: bo, aliases: [B, "Bø"]}\n'),
        ("- {id: bo, variants: B}\n", '- {id: bo, variants: ["B", "Bø"]}\n'),
        ("- {id: bo, variants: null}\n", '- {id: bo, variants: ["Bø"]}\n'),
        ("- {id: bo, variants: }\n", '- {id: bo, variants: ["Bø"] }\n'),
        ("- {id: bo, name: Bo, note: x}\n", '- {id: bo, name: Bo, variants: ["Bø"], note: x}\n'),
        ('[{"id": "bo", "name": "Bo"}]', '[{"id": "bo", "name": "Bo", "variants": ["Bø"]}]'),
        (
            "- id: bo\n  variants:\n    - B  # short\n  note: x\n",
            '- id: bo\n  variants:\n    - B  # short\n    - "Bø"\n  note: x\n',
        ),
        ("- id: bo\n  variants:\n  - B", '- id: bo\n  variants:\n  - B\n  - "Bø"\n'),
        (
            "- id: bo\n  name: Bo # him\n  note: x\n",
            '- id: bo\n  name: Bo # him\n  variants: ["Bø"]\n  note: x\n',
        ),
    ],
)
def test_a_variant_goes_behind_those_of_its_record(before: str, after: str) -> None:
    """However the entry is set: on one line or several, with a list, a single text, nothing, no such key."""
    assert with_variants(f"# people\n{before}" if before[0] == "-" else before, {"bo": ["Bø"]}) == (
        f"# people\n{after}" if before[0] == "-" else after
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Bo\nsummary: x\n", 'name: Bo\nvariants: ["Bø"]\nsummary: x\n'),
        ("name: Bo\nsort-name: Bo\nsummary: x\n", 'name: Bo\nsort-name: Bo\nvariants: ["Bø"]\nsummary: x\n'),
        ("variants:\n- B\nname: Bo\n", 'variants:\n- B\n- "Bø"\nname: Bo\n'),
        ("variants: # none\nname: Bo\n", 'variants: ["Bø"] # none\nname: Bo\n'),
        ("variants: 'B'\nname: Bo\n", "variants: ['B', \"Bø\"]\nname: Bo\n"),
    ],
)
def test_a_page_keeps_its_body_and_the_rest_of_its_front_matter(before: str, after: str) -> None:
    for end in ("\n", "\r\n"):
        page, wanted = (
            f"---\n{head}---\n---\nvariants: none\n".replace("\n", end) for head in (before, after)
        )
        assert with_page_variants(page, ["Bø"]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "- {id: bo, variants: [}\n",
        "- {id: bo, variants: |\n  B\n",
        "name: Bo\n",
        "- {id: wax}\n",
        "- &a {id: bo}\n- *a\n",
        "- {id: bo}\n- {id: bo, name: B}\n",
    ],
)
def test_a_file_with_a_fault_is_not_touched(text: str) -> None:
    with pytest.raises(Uneditable):
        with_variants(text, {"bo": ["Bø"]})


def test_what_goes_on_behind_its_list_is_not_added_to() -> None:
    with pytest.raises(Uneditable, match="add it by hand"):
        with_entries("- {id: wax}\n...\n", [{"id": "bo"}])


@pytest.mark.parametrize(
    "name",
    [
        "Jo Ruiz",
        "2563",
        "No",
        "null",
        "Synecdoche, New York",
        "Say: “Her” # 2",
        "- [x]",
        "'tis",
        "K. K.",
        "黒沢 清",
        "a\\b",
    ],
)
def test_a_line_says_just_what_it_was_given(name: str) -> None:
    values = {"id": "x", "name": name, "variants": [name, "B"], "entity": None}
    assert read_yaml(f"- {as_line(values)}\n", "")[0] == [values]
