"""The forms in which one text may be read: escapes undone, markup left out, strings put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.leaks import escapes, markup, pdf, strings
from plugins.leaks.reading import Edits, Reading, derived

ROUNDS = 4
"""Times that escapes are undone: escaped HTML, in XML, in a string of JSON takes three."""

NUMEROUS = 60
"""Letters for each digit up to which numbers may stand between most words."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way of reading a text.

    It can change only what has one of its ``signs``; and where undoing escapes has brought none of them to
    light, the form of the escaped text is the same. ``numbered`` forms are also read without numbers;
    ``joining`` ones bring letters together. ``unmarked`` ones are not for pages.
    """

    name: str
    edits: Edits
    signs: str
    numbered: bool = False
    joining: bool = False
    unmarked: bool = False


FORMS = (
    Form("html text", markup.shown_in_blocks, "<"),
    Form("html text", markup.shown_with_spaces, "<", numbered=True),
    Form("html text", markup.shown_without_spaces, "<"),
    Form("markup left out", markup.any_tag_as_space, "<"),
    Form("markup left out", markup.any_tag_as_nothing, "<", joining=True),
    Form("strings joined", strings.joints_left_out, "\"'`", joining=True),
    Form("strings", strings.values_with_spaces, "\"'"),
    Form("strings", strings.values_without_spaces, "\"'", joining=True, unmarked=True),
    Form("keys", strings.keys, '"'),
    Form("quoted-printable", escapes.quoted_printable_undone, "=", joining=True),
    Form("style sheet", escapes.css_escapes_undone, "\\", joining=True),
    Form("hyphens joined", escapes.hyphens_joined, "-"),
    Form("pdf text", pdf.pdf_text, "(", joining=True),
)


def forms_of(root: Reading) -> Iterator[Reading]:
    """The text itself, also with its escapes undone, then every other form; some may be the same."""
    bases = (root, *_unescaped(root))
    yield from bases
    before = ""
    for base in bases:
        marked = "</" in base.text
        for form in (*FORMS, *_fields(base.text)):
            if _may_change(base.text, before, form.signs) and not (marked and form.unmarked):
                yield from _read_in(base, form)
        before = base.text
    if "</" not in before:
        # Of markup, numbers are left out of what it shows.
        yield from _without_numbers(bases[-1])


def _fields(text: str) -> Iterator[Form]:
    """A form for each field of records: the strings in it alone."""
    return (Form(f"strings of {key}", edits, '"') for key, edits in strings.fields(text))


def _may_change(text: str, before: str, signs: str) -> bool:
    return any(text.count(sign) != before.count(sign) for sign in signs)


def _read_in(base: Reading, form: Form) -> Iterator[Reading]:
    """A text in another form, with the escapes undone that it may still have."""
    found = derived(base, form.edits, form.name, form.joining)
    if found is None:
        return
    rounds = list(_unescaped(found)) or [found]
    yield from rounds
    if form.numbered:
        yield from _without_numbers(rounds[-1])


def _unescaped(reading: Reading) -> Iterator[Reading]:
    """The reading with its escapes undone once, twice and so on, until none is left."""
    for _ in range(ROUNDS):
        found = derived(reading, escapes.escapes_undone)
        if found is None:
            return
        yield found
        reading = found


def _without_numbers(reading: Reading) -> Iterator[Reading]:
    digits = sum(map(reading.text.count, "0123456789"))
    if digits * NUMEROUS > len(reading.text):
        found = derived(reading, strings.numbers_left_out, "numbers left out", joining=False)
        if found is not None:
            yield found
