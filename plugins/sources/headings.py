"""What stands like a heading, wherever it stands."""

from __future__ import annotations

LONGEST_HEADING = 140
"""Code points. The longest headline measured in the first archive has 80."""

_SENTENCE_END = ".!…:;,”\"’'»。！"


def is_heading(words: str) -> bool:
    """Whether a block stands like a heading: short, one line, capital first, and no sentence's end.

    Refuses anything that ends in a full stop, a quotation mark or a comma, and long questions. A title
    in capitals or quotation marks is none for its marks alone.
    """
    stripped = words.rstrip()
    return (
        0 < len(stripped) <= LONGEST_HEADING
        and "\n" not in stripped
        and "\r" not in stripped
        and (not stripped[0].islower())
        and (stripped[0].isalnum() or stripped[0] in "“\"‘'«¿¡#")
        and stripped[-1] not in _SENTENCE_END.replace("”", "").replace("’", "").replace("»", "")
        and not (stripped[-1] in "”’»" and (stripped[0] in "“‘«" or stripped[-2:-1] in {".", ",", "!", "?"}))
        and not (stripped[-1] in "?？" and len(stripped.split()) > 8)
    )
