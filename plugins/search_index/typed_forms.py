"""How people type a title or a name that is set otherwise: *walle*, *mash*, *thx1138*, *others*."""

from __future__ import annotations

import re

from plugins.search_index.analyzer import fold, terms

ARTICLES = frozenset(
    ("the", "a", "an", "le", "la", "les", "el", "los", "las", "il", "gli", "der", "das", "het")
)
"""What stands before a title and is left out in lists. Those that are also words of another kind in English
are not among them: *Die Hard* is not looked for as *hard*."""

_BETWEEN = re.compile(r"(?<=[^\W_])[^\w\s]+(?=[^\W_])")
"""Signs between two letters: a dash, a dot, a star."""
_FIGURE = re.compile(r"(?<=[^\W\d_])\s+(?=\d)")
"""A space before a figure."""
_ELIDED = re.compile(r"^[ld]'(?=[^\W_])")


def typed_forms(name: str) -> tuple[str, ...]:
    """Other ways in which a name may be typed, those that come to the same terms left out.

    >>> typed_forms("WALL·E"), typed_forms("THX 1138"), typed_forms("The Others"), typed_forms("Her")
    (('walle',), ('thx1138',), ('others',), ())
    """
    folded = " ".join(fold(name).split())
    first, _, rest = folded.partition(" ")
    forms = (
        _BETWEEN.sub("", folded),
        _FIGURE.sub("", folded),
        rest if first in ARTICLES else "",
        _ELIDED.sub("", folded),
    )
    known = {tuple(terms(name)), ()}
    other = []
    for form in forms:
        if (typed := tuple(terms(form))) not in known:
            known.add(typed)
            other.append(" ".join(typed))
    return tuple(other)
