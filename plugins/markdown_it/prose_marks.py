"""Raw HTML, marks of a wiki, pictures, and links that lead nowhere, of a body, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from markdown_it.token import Token

from plugins.markdown_it.allowed import is_allowed_address, is_own_picture
from plugins.markdown_it.render import WIKI_LINK, body_tokens
from plugins.markdown_it.yaml_lines import SHOWN

ELEMENTS = re.compile(
    r"a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|canvas|center|cite|code|dd|del"
    r"|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe"
    r"|img|input|ins|kbd|li|link|main|mark|meta|nav|object|ol|option|p|pre|q|s|samp|script|section|select"
    r"|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead"
    r"|title|tr|tt|u|ul|var|video",
    re.IGNORECASE,
)
"""Names of elements. What else stands between < and > is somebody's way of writing."""

NAMES_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif)\Z", re.IGNORECASE)
"""The end of the name of a picture's file."""

_TAG = re.compile(r"<(?:(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])|(?P<comment>!--))")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_PICTURE = re.compile(
    r"!\[(?P<label>[^\]\n]{0,500})\]\([ \t]{0,9}<?(?P<address>[^)\s>]{0,500})[^)\n]{0,500}\)"
)
_OPENED = re.compile(r"\[\[(?P<written>[^\[\]\n]{0,80})")
_FOOTNOTE = re.compile(r"(?P<opens>^[ >]{0,9})?\[\^(?P<sign>[^\[\]\s]{1,80})\](?P<colon>:)?", re.MULTILINE)
_NOWHERE = re.compile(r"(?<![!\\])\[(?P<label>[^\[\]\n]*)\]\((?P<address>[^)\n]{0,500})\)")
_FILE = re.compile(r"(?![a-z]+:|//)[^\s#?]+\.md(?:#\S*)?", re.IGNORECASE)
"""A file of the archive, as editors lead to it."""

_PLACE = re.compile(
    r"<?(?P<path>(?![a-z][a-z0-9+.-]*:|[#?<])[^<>\"]*[^<>\"\s])>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?",
    re.IGNORECASE,
)
"""A place of the site, or what is taken for one: all that has no scheme, and leads out of its own page."""


def _as_footnote(found: re.Match[str]) -> str:
    """How a wiki's footnote is written, with its own words, and a number that no other has."""
    number = next(one for one in count(1) if f"[^{one}]" not in found.string)
    words = (found["words"] or "words").strip()
    return f"write [^{number}] in its place, and on a line of its own below the text [^{number}]: {words}"


_OF_A_WIKI: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"^(={2,6})[ \t]{0,9}(?P<words>[^=\s][^=\n]{0,200}?)[ \t]{0,9}\1[ \t]*$", re.MULTILINE),
        lambda found: f"write {'#' * len(found[1])} {found['words']}",
    ),
    (
        re.compile(r"\{\{[ \t]*[^\W\d_][^{}|\n]{0,60}"),
        lambda _: "take it out up to its }}, and write what it tells into the front matter, or in words",
    ),
    (
        re.compile(r"'{3}(?P<words>[^'\s][^'\n]{0,200})'{3}"),
        lambda found: f"write **{found['words'].strip()}**",
    ),
    (
        re.compile(r"<ref(?=[\s>/])[^<>\n]{0,200}>?(?:(?P<words>[^<\n]{1,500})</ref>)?", re.IGNORECASE),
        _as_footnote,
    ),
)
"""What wikis have for headings, templates, bold words and footnotes, and what to write."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to look at, by what it is, with line and column from 0.

    ``words`` are an element's name (``html``), a picture's address (``picture``), what is wrong with a link
    (``link``), the file that a link leads to (``file``), the place of the site that it leads to
    (``place``), what a wiki has for something (``wiki``).
    ``label`` are the words of a picture or a link, and what to write in the place of a wiki's mark.
    """

    code: str
    line: int
    column: int
    words: str
    label: str = ""


def marks_of(body: str) -> Iterator[Mark]:
    """The marks of a body, each kind in the order of the text; none of what stands as code.

    >>> [(one.code, one.line, one.words) for one in marks_of("`<b>`\\n![](../images/a.png) <b>Fog</b>")]
    [('html', 1, 'b'), ('picture', 1, '../images/a.png')]
    """
    # Most bodies have nothing of the kind, and need not be parsed to know what of them is code.
    if next(_marks(body), None) is not None:
        yield from _marks(_without_code(body))


def _marks(text: str) -> Iterator[Mark]:
    for found in _TAG.finditer(text):
        name = found["name"] or found["comment"]
        if found["comment"] or ELEMENTS.fullmatch(name):
            yield Mark("html", *_place(text, found.start()), name)
    for found in _PICTURE.finditer(text):
        yield Mark("picture", *_place(text, found.start()), found["address"], found["label"])
    yield from _of_a_wiki(text)
    yield from _links(text)
    yield from _footnotes(text)


def _of_a_wiki(text: str) -> Iterator[Mark]:
    """The first of each kind of mark that wikis have and Markdown has not."""
    for pattern, instead in _OF_A_WIKI:
        if found := pattern.search(text):
            yield Mark("wiki", *_place(text, found.start()), found[0].strip()[:SHOWN], instead(found))


def _links(text: str) -> Iterator[Mark]:
    for found in _OPENED.finditer(text):
        if link := WIKI_LINK.match(text, found.start()):
            at = found.start()
            before = text[max(at - 2, 0) : at]
            if before.endswith("!") and before != "\\!" and not NAMES_PICTURE.search(link[1]):
                message = f"a page cannot be shown within another; take the ! away: {link[0]}"
                yield Mark("link", *_place(text, found.start() - 1), message)
            continue
        written = found["written"]
        target, bar, label = written.partition("|")
        closed = text.startswith("]]", found.end())
        if closed and bar and target.strip():
            message = f"the link has a | and no words behind it; write [[{target}|words]], or [[{target}]]"
        elif closed:
            message = f"the link [[{written}]] names nothing; write the id of a record between the brackets"
        else:
            whole = f"[[{target.strip()}|{label.strip() or 'words'}]]" if bar else f"[[{target.strip()}]]"
            message = f"the link is not closed on its line; write {whole}"
        yield Mark("link", *_place(text, found.start()), message)
    for found in _NOWHERE.finditer(text):
        if not found["address"].strip():
            message = f"the link ({found['label']}) leads nowhere; write its address between ( and )"
            yield Mark("link", *_place(text, found.start()), message)
        elif not found["label"].strip():
            message = "the link has no words; write between [ and ] what it leads to"
            yield Mark("link", *_place(text, found.start()), message)
        elif file := _FILE.fullmatch(found["address"].strip()):
            yield Mark("file", *_place(text, found.start()), file[0], found["label"])
        elif (place := _PLACE.fullmatch(found["address"].strip())) and not is_own_picture(place["path"]):
            yield Mark("place", *_place(text, found.start()), place["path"], found["label"])
        elif not is_allowed_address(address := found["address"].strip(" <")):
            message = f"no link may lead to {address[:SHOWN]}, and the page shows it as plain text"
            yield Mark("link", *_place(text, found.start()), f"{message}; write an https:// address")


def _footnotes(text: str) -> Iterator[Mark]:
    """Footnotes of which one half is missing: the sign in the text, or the words below it."""
    signs: dict[str, re.Match[str]] = {}
    words: dict[str, re.Match[str]] = {}
    for found in _FOOTNOTE.finditer(text):
        (words if found["opens"] is not None and found["colon"] else signs).setdefault(found["sign"], found)
    for sign, found in signs.items():
        if sign not in words:
            message = (
                f"the footnote [^{sign}] has no words; write them below the text, on a line of their own"
            )
            yield Mark("link", *_place(text, found.start("sign") - 2), f"{message}: [^{sign}]: words")
    for sign, found in words.items():
        if sign not in signs:
            message = (
                f"nothing leads to the footnote [^{sign}]; write [^{sign}] in the text, where it belongs"
            )
            yield Mark("link", *_place(text, found.start("sign") - 2), message)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def _without_code(body: str) -> str:
    """A body with spaces in the place of all code, so that everything else stays where it is."""
    lines = body.split("\n")
    for token in _blocks(body_tokens(body)):
        first, last = token.map or (0, 0)
        lines[first:last] = [" " * len(line) for line in lines[first:last]]
    text = "\n".join(lines)
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _blocks(tokens: tuple[Token, ...]) -> Iterator[Token]:
    return (token for token in tokens if token.type in {"fence", "code_block"})
