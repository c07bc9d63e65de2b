"""What HTML of a page's body may hold: elements, attributes and addresses. Everything else is taken off.

The renderer writes nothing else today, and shows raw HTML as the text it is. So this is a second wall: what
a fault in the renderer, in a plugin of it or in a rule of ours lets through does not reach a page.
docs/security.md shows the lists, and a test holds it to them.
"""

from __future__ import annotations

import re

import nh3

ELEMENTS = frozenset(
    {
        "a",
        "blockquote",
        "br",
        "cite",
        "code",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
    }
    | {"p", "pre", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
"""What CommonMark, tables, footnotes and wiki links are written with."""

ATTRIBUTES = {
    "a": frozenset({"class", "href", "id", "title"}),
    "cite": frozenset({"lang"}),
    "code": frozenset({"class"}),
    **{f"h{level}": frozenset({"id"}) for level in range(1, 7)},
    "hr": frozenset({"class"}),
    "img": frozenset({"alt", "height", "loading", "src", "title", "width"}),
    "li": frozenset({"class", "id"}),
    "ol": frozenset({"class", "start"}),
    "section": frozenset({"class"}),
    "sup": frozenset({"class"}),
    "td": frozenset({"class"}),
    "th": frozenset({"class"}),
}
"""The attributes of each element: none that runs, none that styles."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""How an address may begin; one without a scheme is relative to its page."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OWN_PICTURE = re.compile(r"(?:\.\./)?images/(?!.*\.\.)[^\\:?#]+")

_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags={"script", "style"},
    attributes={element: set(names) for element, names in ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    generic_attribute_prefixes=set(),
    link_rel=None,
)


def clean(html: str) -> str:
    """HTML with nothing but what is allowed; an element that is not keeps its words, scripts do not.

    What is allowed already comes back byte for byte, up to the spelling of references.

    >>> clean('<p onclick="go()">Fog <b>and <script>go()</script></b><a href="javascript:go()">tin</a></p>')
    '<p>Fog and <a>tin</a></p>'
    """
    # A text without this sign has no element, and with no element nothing can run.
    return _CLEANER.clean(html) if "<" in html else html


def is_allowed_address(address: str) -> bool:
    """Whether a link may lead there: http, https, mailto, or a place of this archive.

    Refuses addresses that begin with two slashes: they name a host without looking as if they did, and a
    folder opened from a disk would look for it among its files.

    >>> [is_allowed_address(one) for one in ("../people/amy.html", "HTTPS://tin.example", "data:,x", "//tin")]
    [True, True, False, False]
    """
    scheme = _SCHEME.match(address)
    if scheme:
        return scheme[1].lower() in SCHEMES
    return not address.startswith(("//", "/\\", "\\"))


def is_own_picture(address: str) -> bool:
    """Whether a picture is one of the archive's own, in ``content/images``.

    A picture from elsewhere would tell its host who reads the page, and may be gone tomorrow.

    >>> [is_own_picture(one) for one in ("../images/set.png", "https://tin.example/set.png", "../../set.png")]
    [True, False, False]
    """
    return _OWN_PICTURE.fullmatch(address) is not None
