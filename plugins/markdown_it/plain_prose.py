"""Plain prose past the rules that look for marks: most paragraphs and lines have none.

The tokens are those that markdown-it-py makes without these rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, heading, list_block
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

INLINE_MARKS = re.compile(r"[\n\r\0\\`*_\[<&]")
"""Where something else than text can begin in a line; a line without any is text alone."""

_CODE = 4
"""Spaces before a line from which on it is code."""

_WORDS = r"(?:[^\s#>*+_0-9`~\[|:=<-]|\[\[)"
"""How a line begins that begins no block: without its marks. Two brackets begin none, as one does."""

_BEGINS_WITH_WORDS = re.compile(_WORDS).match
_BEGINS_ITEM = re.compile(rf"[-*+] {_WORDS}").match
"""An item of a list. Without words behind the mark it may be a rule."""

_BELOW_HEAD = re.compile(r"[|:]|-(?![ \t])").match
"""The line that makes a table of the one above; behind a minus and a space stands an item."""


TokenOf = Callable[[re.Match[str]], Token]
"""The token of a link between brackets."""


def quickened(parser: MarkdownIt, link: re.Pattern[str], token_of: TokenOf) -> MarkdownIt:
    """The parser, with quick rules for plain prose before its own.

    ``link`` are links between brackets that the parser has a rule for, and which may stand in plain prose.
    """
    parser.block.ruler.before("table", "plain_block", _plain_block)
    parser.core.ruler.at("normalize", _normalize)
    parser.core.ruler.at("inline", partial(_inline, link, token_of))
    return parser


def _plain_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph of plain lines; a heading or a list whose mark tells what it is."""
    if silent or state.sCount[start] - state.blkIndent >= _CODE:
        return False
    at = state.bMarks[start] + state.tShift[start]
    if _BEGINS_WITH_WORDS(state.src, at):
        return _plain_paragraph(state, start)
    if _may_head_table(state, start, at):
        return False
    if state.src[at] == "#":
        return heading(state, start, end, False)
    return bool(_BEGINS_ITEM(state.src, at)) and list_block(state, start, end, False)


def _plain_paragraph(state: StateBlock, start: int) -> bool:
    """A paragraph of lines that begin with words, up to an empty one or an item of a list."""
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        at = state.bMarks[line] + state.tShift[line]
        if state.sCount[line] < 0:
            return False
        if not _BEGINS_WITH_WORDS(state.src, at):
            if _ends_paragraph(state, line, at):
                break
            return False
        line += 1
    content = mdTrim(state.getLines(start, line, state.blkIndent, False))
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    inside = state.push("inline", "", 0)
    inside.map, inside.content, inside.children = [start, line], content, []
    state.push("paragraph_close", "p", -1)
    return True


def _ends_paragraph(state: StateBlock, line: int, at: int) -> bool:
    """Whether a line is an item of the list in which the paragraph before it stands."""
    is_beside = state.sCount[line] < state.blkIndent and state.sCount[line] - state.listIndent < _CODE
    return is_beside and bool(_BEGINS_ITEM(state.src, at)) and not _may_head_table(state, line, at)


def _may_head_table(state: StateBlock, line: int, at: int) -> bool:
    """Whether a line, which begins ``at`` a letter of the text, has cells and something like a rule below."""
    if "|" not in state.src[at : state.eMarks[line]] or line + 1 >= state.lineMax:
        return False
    below = state.bMarks[line + 1] + state.tShift[line + 1]
    return bool(_BELOW_HEAD(state.src, below))


def _normalize(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
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
