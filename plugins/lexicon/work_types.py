"""What sorts of works are called: two words of one line may call the same work."""

from __future__ import annotations

from functools import cache

_LINES = (
    "film films movie movies picture pictures flick feature features short shorts documentary documentaries"
    " doc drama dramas comedy comedies thriller thrillers western musical musicals romance biopic blockbuster"
    " sequel prequel remake reboot adaptation mockumentary featurette animation franchise trilogy saga"
    " production",
    "song songs single track tracks ballad anthem tune hymn",
    "album albums record score soundtrack",
    "video videos clip music-video",
    "book books novel novels novella memoir memoirs biography autobiography comic comics manga story stories",
    "essay essays article poem poems",
    "play plays musical musicals opera operetta ballet",
    "series miniseries sitcom soap show programme episode production",
    "painting paintings photograph picture print portrait sculpture installation",
    "game videogame",
)
"""Words that call works, a sort to a line. Of those on no line (a hit, a classic) nobody knows the sort."""


@cache
def types_called(word: str) -> frozenset[str]:
    """The types that a word may call a work of; empty for a word that tells no type.

    >>> "book" in types_called("novel"), "film" in types_called("novel"), types_called("classic")
    (True, False, frozenset())
    """
    return frozenset(other for line in _LINES if word in line.split() for other in line.split())
