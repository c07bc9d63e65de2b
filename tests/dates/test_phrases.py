"""Which sentences are searched with the patterns for dates."""

from __future__ import annotations

from plugins.archive.span import Span
from plugins.dates.phrases import RULES, words_had
from plugins.quotations.sentences import find_sentences
from tests.drawers import DRAWERS, drawer

UNMARKED = str.maketrans("", "", "[]")
TEXTS = sorted(
    {
        "\n".join([case["text"]] if isinstance(case["text"], str) else case["text"]).translate(UNMARKED)
        for name in DRAWERS
        for case in drawer("dates_in_texts", name)
    }
)
SENTENCES = sorted({one.of(text) for text in TEXTS for one in find_sentences(text, Span(0, len(text)))})
PATTERNS = [pattern for rule in RULES for pattern in rule.patterns]


def needs_no_more(needs: int, text: str) -> bool:
    return not needs & ~words_had(text, Span(0, len(text)))


def test_a_sentence_has_the_words_of_every_pattern_that_finds_something_in_it() -> None:
    """The oracle tries every pattern on every sentence of the cases."""
    matched = 0
    for pattern in PATTERNS:
        for text in SENTENCES:
            if pattern.made.search(text):
                matched += 1
                assert needs_no_more(pattern.needs, text), (pattern.made.pattern, text)
    assert matched > len(PATTERNS)


def test_hardly_a_pattern_is_tried_on_a_sentence_without_its_words() -> None:
    tried = [
        one for one in PATTERNS if needs_no_more(one.needs, "They may have marched for the summit by day.")
    ]
    assert len(tried) < len(PATTERNS) / 3
