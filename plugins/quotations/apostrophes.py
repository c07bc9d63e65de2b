"""Words that an apostrophe begins or ends, and that look as if a quotation did."""

from __future__ import annotations

import re

_ELIDED = re.compile(
    r"(?:tis|twas|twere|twill|tisn|twasn|em|til|cause|cuz|cos|coz|bout|round|neath|tween|gainst|nuff|nother"
    r"|nuther|cept|fraid|spect|scuse|ere|ello|hood|n|\d\ds?)(?![^\W_])",
    re.IGNORECASE,
)
"""Words that begin with an apostrophe; programs set it as an opening mark (``‘90s``, ``rock ‘n’ roll``)."""

_CLIPPED = re.compile(r"(?:[^\W\d_]{2,}in|an|o|th|ol|mo|fo|wi|lil|[^\W\d_]*s)$", re.IGNORECASE)
"""Words that an apostrophe may end: ``nothin’``, ``ol’``, ``the boys’``."""

LONGEST_WORD = 16
"""Code points before an apostrophe that are looked at."""


def begins_clipped(text: str, start: int, end: int) -> bool:
    """Whether a word that only an apostrophe begins stands at an offset: ``tis``, ``90s``, ``n``."""
    return _ELIDED.match(text, start, end) is not None


def ends_clipped(text: str, start: int, end: int) -> bool:
    """Whether the word between two offsets, or the last of several, is one that an apostrophe may end."""
    return _CLIPPED.search(text, max(start, end - LONGEST_WORD), end) is not None
