"""The quick rules for plain prose change nothing but the time."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plugins.markdown_it.plain_prose import quickened
from plugins.markdown_it.render import WIKI_LINK, _link_token, _parser

PIECES = [
    *("a", "Ā", "漢", "1", "1.", "- ", "* ", "> ", "# ", "    ", "\t", " ", "  ", "\n", "\n\n", "\n \n"),
    *("\r\n", "\r", "===", "---", "|", "a|b", "-|-", "```", "~~~", "[", "]", "[a]: b", "[^1]", "[^1]: "),
    *("(b)", "*a*", "_", "`", "\\", "<", "&amp;", "&", "!", "\0", "\u00a0", "\u2028", "x\n", "b  \n"),
    *("word word word", "words, and more; so it was.", "[[odile]]"),
    *("[[tin harbour|The Tin *Harbour*]]", "[[a|b", "[[", "]]"),
    *("\n- word", "\n* [[odile]], words", "\n  - b", "\n+ “c”", "\n## a b", "\n1. d", "\n- [[a|b]]", "\n:-|"),
]
"""What begins, ends or fills blocks and lines."""


OWN = _parser().use(footnote_plugin)
QUICK = quickened(_parser(), WIKI_LINK, _link_token).use(footnote_plugin)


def told(tokens: list[Token]) -> list[Any]:
    return [token.as_dict() for token in tokens]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_body_has_the_tokens_that_it_has_without_the_quick_rules(body: str) -> None:
    assert told(QUICK.parse(body)) == told(OWN.parse(body))
