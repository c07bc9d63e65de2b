"""Plain prose past the rules that look for marks: most paragraphs and lines have none.

The tokens are those that markdown-it-py makes without these rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

INLINE_MARKS = re.compile(r"[\n\r\0\\`*_\[<&]")
"""Where something else than text can begin in a line; a line without any is text alone."""

_TO_NORMALIZE = re.compile(r"[\r\0]")

_CODE = 4
"""Spaces before a line from which on it is code."""


TokenOf = Callable[[re.Match[str]], Token]
"""The token of a link between brackets."""


def quickened(parser: MarkdownIt, link: re.Pattern[str], token_of: TokenOf) -> MarkdownIt:
    """The parser, with quick rules for plain prose before its own.

    ``link`` are links between brackets that the parser has a rule for, and which may stand in plain prose.
    """
    parser.block.ruler.before("table", "plain_paragraph", _plain_paragraph)
    parser.core.ruler.at("normalize", _normalize)
    parser.core.ruler.at("inline", partial(_inline, link, token_of))
    return parser


def _plain_paragraph(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A paragraph whose lines all begin with letters: nothing else begins with one, and none ends it."""
    if silent or state.sCount[start] - state.blkIndent >= _CODE:
        return False
    line = start
    while line < state.lineMax and not state.isEmpty(line):
        if state.sCount[line] < 0 or not state.src[state.bMarks[line] + state.tShift[line]].isalpha():
            return False
        line += 1
    content = mdTrim(state.getLines(start, line, state.blkIndent, False))
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    inside = state.push("inline", "", 0)
    inside.map, inside.content, inside.children = [start, line], content, []
    state.push("paragraph_close", "p", -1)
    return True


def _normalize(state: StateCore) -> None:
    if _TO_NORMALIZE.search(state.src):
        normalize(state)


def _inline(link: re.Pattern[str], token_of: TokenOf, state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            token.children = _plain_line(token.content, link, token_of)
            if token.children is None:
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _plain_line(line: str, link: re.Pattern[str], token_of: TokenOf) -> list[Token] | None:
    """A line of text and links alone; None where it has other marks, as a picture has before its brackets."""
    found: list[Token] = []
    at = 0
    while mark := INLINE_MARKS.search(line, at):
        opened = link.match(line, mark.start())
        if opened is None or line[max(at, mark.start() - 1) : mark.start()] == "!":
            return None
        if at < opened.start():
            found.append(_text(line[at : opened.start()]))
        found.append(token_of(opened))
        at = opened.end()
    if at < len(line):
        found.append(_text(line[at:]))
    return found


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
