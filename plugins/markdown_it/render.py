"""Contributors' Markdown as HTML: CommonMark, tables, footnotes, and [[wiki links]].

Raw HTML is not passed through: it is shown as the text it is. What comes out is sanitised all the same
(``allowed.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from plugins.markdown_it.allowed import clean, is_allowed_address, is_own_picture

WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
"""``[[id]]``, ``[[Name]]`` or ``[[id|label]]``. The lengths keep a page of brackets cheap to read."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a wiki link leads: an address relative to the page it stands on, and how it is printed."""

    url: str
    name: str
    is_title: bool = False
    lang: str | None = None


FindTarget = Callable[[str], LinkTarget | None]
"""What a wiki link's first part means; None when nothing answers, and the words are left as text."""


def render(markdown: str, find_target: FindTarget) -> Markup:
    """The HTML of a page's body."""
    return Markup(clean(_PARSER.render(markdown, {"find_target": find_target})))  # noqa: S704 sanitised


def render_inline(markdown: str, find_target: FindTarget) -> Markup:
    """The HTML of one line, without a paragraph around it."""
    html = _LINE_PARSER.renderInline(markdown, {"find_target": find_target})
    return Markup(clean(html))  # noqa: S704 sanitised


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A wiki link as it was written, with its line in the body, counted from 0, and column from 0."""

    target: str
    label: str | None
    line: int
    column: int


def find_wiki_links(markdown: str) -> list[WikiLink]:
    """Every wiki link of a text in order, also in places where Markdown will show it as code."""
    found = []
    for number, line in enumerate(markdown.split("\n")):
        for match in WIKI_LINK.finditer(line):
            found.append(WikiLink(match[1].strip(), match[2], number, match.start()))
    return found


def plain_text(markdown: str, find_target: FindTarget) -> str:
    """The words of a body without its marks, paragraphs separated by a blank line."""
    words: list[str] = []
    for token in _PARSER.parse(markdown, {"find_target": find_target}):
        if token.type == "inline":
            words.append("".join(_words(child) for child in token.children or ()))
    return "\n\n".join(words)


def headings(markdown: str) -> tuple[str, ...]:
    """The headings of a body, in order."""
    tokens = _PARSER.parse(markdown, {"find_target": lambda _: None})
    return tuple(
        "".join(_words(child) for child in tokens[place + 1].children or ())
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    )


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type in {"text", "code_inline", "wiki_link"}:
        return token.content
    return ""


def _wiki_link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    match = WIKI_LINK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("wiki_link", "", 0)
        target = state.env["find_target"](match[1].strip())
        token.content = match[2] or (target.name if target else match[1].strip())
        token.meta = {"target": target}
    state.pos = match.end()
    return True


def _render_wiki_link(
    _renderer: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType
) -> str:
    token = tokens[place]
    target: LinkTarget | None = token.meta["target"]
    label = escapeHtml(token.content)
    if target is None:
        return label
    if target.is_title:
        lang = f' lang="{escapeHtml(target.lang)}"' if target.lang else ""
        label = f"<cite{lang}>{label}</cite>"
    return f'<a href="{escapeHtml(target.url)}">{label}</a>'


def _render_picture(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    """A picture of the archive's own; of any other the words that stand for it."""
    token = tokens[place]
    if is_own_picture(str(token.attrs.get("src") or "")):
        return renderer.image(tokens, place, options, env)
    return escapeHtml(renderer.renderInlineAsText(token.children or (), options, env))


def _render_cell(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    """The beginning of a cell, aligned by a class: a page's policy forbids styles within elements."""
    token = tokens[place]
    alignment = str(token.attrs.pop("style", "")).partition(":")[2]
    if alignment:
        token.attrSet("class", f"align-{alignment}")
    return renderer.renderToken(tokens, place, options, env)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parser.validateLink = is_allowed_address  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.add_render_rule("wiki_link", _render_wiki_link)
    parser.add_render_rule("image", _render_picture)
    for cell in ("th_open", "td_open"):
        parser.add_render_rule(cell, _render_cell)
    return parser


_LINE_PARSER = _parser()
"""For one line: a footnote would have no place to stand."""

_PARSER = _parser().use(footnote_plugin)
