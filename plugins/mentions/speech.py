"""Whether words in quotation marks are what somebody says, and no title."""

from __future__ import annotations

import re

from plugins.quotations.saying import SAYS

# The verb comes within five words, if there is one: “the cook of the ship shouts”.
_CLOSING = re.compile(r"[,.!?]?[\"']+ ((?:[\w'.-]+ ?){1,5})")
_OPENING = re.compile(r"((?:[\w'-]+ )?[\w'-]+)[,:] [\"']$")


def is_said(before: str, after: str) -> bool:
    """Whether a verb of saying stands beside words in marks.

    ``before`` ends with the opening mark, and ``after`` begins with what closes them, straight marks both.

    >>> is_said('"', '," the cook shouts.'), is_said('She saw "', '" twice.')
    (True, False)
    """
    behind = _CLOSING.match(after)
    if behind and any(word.rstrip(".") in SAYS for word in behind[1].split()):
        return True
    ahead = _OPENING.search(before)
    return bool(ahead and not SAYS.isdisjoint(ahead[1].split()))
