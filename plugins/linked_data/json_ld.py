"""A thing as the text of a script element: the same text for the same thing, with nothing that ends it."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from plugins.incremental.as_json import as_json

ADDRESSES = frozenset({"@id", "url"})
"""Keys whose values are addresses, from the site's root on."""

_TO_ESCAPE = re.compile("[<>&\u2028\u2029]")
"""Signs that would end a script element, begin a comment or a reference in it, or break a line of it."""


def json_ld(thing: dict[str, Any], root: str) -> Markup:
    """A thing with its addresses from ``root`` on: the way up from a page, or the site's own address.

    >>> json_ld({"@type": "Movie", "url": "films/her.html", "name": "</script>"}, "..")
    Markup('{"@type":"Movie","url":"../films/her.html","name":"\\\\u003c/script\\\\u003e"}')
    """
    written = as_json(_rooted(thing, root)).decode()
    escaped = _TO_ESCAPE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
    return Markup(escaped)  # noqa: S704 every sign of HTML is written as an escape


def _rooted(value: Any, root: str) -> Any:
    if isinstance(value, dict):
        return {
            key: f"{root}/{one}" if key in ADDRESSES else _rooted(one, root) for key, one in value.items()
        }
    if isinstance(value, list):
        return [_rooted(one, root) for one in value]
    return value
