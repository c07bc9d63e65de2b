"""Contributors' Markdown as HTML: CommonMark, tables, footnotes, and [[wiki links]].

Raw HTML is not passed through: it is shown as the text it is. What comes out is sanitised all the same
(``allowed.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from plugins.markdown_it.allowed import clean, is_allowed_address, is_own_picture
from plugins.markdown_it.plain_prose import INLINE_MARKS, quickened

WIKI_LINK = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
"""``[[id]]``, ``[[Name]]`` or ``[[id|label]]``. The lengths keep a page of brackets cheap to read."""


_TO_PICTURES = re.compile(r'(?<= )src="(?:\.\./)?images/')

MOST_WORDS_OF_ID = 12
"""As many words of a heading are in its id."""

READ_LATELY = 8
"""How many bodies' tokens are held: what is asked of a page at one time is read once."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a wiki link leads: an address relative to the page it stands on, and how it is printed."""

    url: str
    name: str
    is_title: bool = False
    lang: str | None = None


FindTarget = Callable[[str], LinkTarget | None]
"""What a wiki link's first part means; None when nothing answers, and the words are left as text."""


SizeOf = Callable[[str], tuple[int, int] | None]
"""Width and height of the picture at an address, in pixels; None where nobody knows them."""


def render(
    markdown: str, find_target: FindTarget, size_of: SizeOf = lambda _: None, root: str | None = None
) -> Markup:
    """The HTML of a page's body. ``root`` is the way up to the site's root, for pictures; None leaves them.

    In a record ``../images`` is the way to the pictures, as editors follow it; a page may lie elsewhere.
    """
    env = {"find_target": find_target, "size_of": size_of, "root": root}
    html = _PARSER.renderer.render(body_tokens(markdown), _PARSER.options, env)
    return Markup(clean(html))  # noqa: S704 sanitised


def render_inline(markdown: str, find_target: FindTarget) -> Markup:
    """The HTML of one line, without a paragraph around it."""
    if not INLINE_MARKS.search(markdown):
        return Markup(clean(escapeHtml(markdown)))  # noqa: S704 sanitised
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
    found: list[WikiLink] = []
    line = counted = 0
    for match in WIKI_LINK.finditer(markdown) if "[[" in markdown else ():
        line += markdown.count("\n", counted, match.start())
        counted = match.start()
        column = counted - markdown.rfind("\n", 0, counted) - 1
        found.append(WikiLink(match[1].strip(), match[2], line, column))
    return found


def plain_text(markdown: str, find_target: FindTarget) -> str:
    """The words of a body without its marks, paragraphs separated by a blank line."""
    return "\n\n".join(
        _words(token.children, find_target) for token in body_tokens(markdown) if token.type == "inline"
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: its words, its level from 1 to 6, and the id by which an address names it."""

    words: str
    level: int
    id: str


def headings(markdown: str) -> tuple[Heading, ...]:
    """The headings of a body, in order. Ids are unique in the body.

    >>> headings("## Rights\\n\\n## Rights\\n")[1]
    Heading(words='Rights', level=2, id='h-rights-1')
    """
    tokens = body_tokens(markdown)
    return tuple(
        Heading(_words(inside.children, lambda _: None), int(token.tag[1:]), str(token.attrs["id"]))
        for token, inside in pairwise(tokens)
        if token.type == "heading_open"
    )


def _words(tokens: Iterable[Token] | None, find_target: FindTarget) -> str:
    return "".join(_WORDS[token.type](token, find_target) for token in tokens or () if token.type in _WORDS)


_WORDS: dict[str, Callable[[Token, FindTarget], str]] = {
    "softbreak": lambda _, __: " ",
    "hardbreak": lambda _, __: " ",
    "text": lambda token, _: token.content,
    "code_inline": lambda token, _: token.content,
    "wiki_link": lambda token, find_target: _label(token, find_target(token.meta["target"])),
}
"""What is left of each token of a line without its marks; of others nothing."""


def _label(token: Token, target: LinkTarget | None) -> str:
    """The words of a wiki link: those that were written for it, else the name that it leads to."""
    written: str | None = token.meta["label"]
    return written or (target.name if target else str(token.meta["target"]))


@lru_cache(maxsize=READ_LATELY)
def body_tokens(markdown: str) -> tuple[Token, ...]:
    """A body in the tokens of markdown-it-py, which know nothing of where wiki links lead.

    They are shared: whoever asks leaves them as they are.
    """
    return tuple(_PARSER.parse(markdown))


def _wiki_link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    match = WIKI_LINK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("wiki_link", "", 0).meta = _meta(match)
    state.pos = match.end()
    return True


def _link_token(match: re.Match[str]) -> Token:
    return Token("wiki_link", "", 0, meta=_meta(match))


def _meta(match: re.Match[str]) -> dict[str, str | None]:
    return {"target": match[1].strip(), "label": match[2]}


def _render_wiki_link(
    _renderer: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, env: EnvType
) -> str:
    token = tokens[place]
    target: LinkTarget | None = env["find_target"](token.meta["target"])
    label = escapeHtml(_label(token, target))
    if target is None:
        return label
    if target.is_title:
        # Other words for a foreign title are the contributor's own.
        is_foreign = target.lang and label == escapeHtml(target.name)
        lang = f' lang="{escapeHtml(target.lang or "")}"' if is_foreign else ""
        label = f"<cite{lang}>{label}</cite>"
    return f'<a href="{escapeHtml(target.url)}">{label}</a>'


def _render_picture(
    renderer: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    """A picture of the archive's own, brought when it is needed; of any other the words that stand for it."""
    token = tokens[place]
    address = str(token.attrs.get("src") or "")
    if is_own_picture(address):
        size = env["size_of"](address) if "size_of" in env else None
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        html = renderer.image(tokens, place, options, env)
        if env.get("root") is not None:
            html = _TO_PICTURES.sub(f'src="{env["root"]}images/', html, count=1)
        return html.replace("<img", f'<img loading="lazy"{room}', 1)
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
    # Raw HTML is shown as text: these rules would look for it and answer no.
    parser.disable(["html_block", "html_inline"])
    parser.validateLink = is_allowed_address  # type: ignore[method-assign, assignment]
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    parser.add_render_rule("wiki_link", _render_wiki_link)
    parser.add_render_rule("image", _render_picture)
    for cell in ("th_open", "td_open"):
        parser.add_render_rule(cell, _render_cell)
    return parser


_LINE_PARSER = _parser()
"""For one line: a footnote would have no place to stand."""


def id_of_heading(words: str) -> str:
    """The id of a heading: its first words, behind a letter that sets it apart from a section's own id."""
    return "-".join(["h", *re.findall(r"\w+", words.casefold())[:MOST_WORDS_OF_ID]])


def _name_headings(state: StateCore) -> None:
    """Gives headings their ids; those of the same words are numbered.

    ``mdit_py_plugins.anchors`` does it too, but takes a quarter of a minute for a page of equal headings:
    it counts from the first number for each.
    """
    numbers: Counter[str] = Counter()
    given: set[str] = set()
    for token, inside in pairwise(state.tokens):
        if token.type != "heading_open":
            continue
        shown = (one.content for one in inside.children or () if one.type in {"text", "code_inline"})
        of_words = name = id_of_heading("".join(shown))
        while name in given:
            numbers[of_words] += 1
            name = f"{of_words}-{numbers[of_words]}"
        given.add(name)
        token.attrSet("id", name)


def _page_parser() -> MarkdownIt:
    parser = quickened(_parser(), WIKI_LINK, _link_token).use(footnote_plugin)
    parser.core.ruler.push("heading_ids", _name_headings)
    return parser


_PARSER = _page_parser()

MOST_NESTED: int = _PARSER.options.maxNesting
"""How deep blocks may stand in each other; what is deeper is left out."""
