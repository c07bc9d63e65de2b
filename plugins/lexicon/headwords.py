"""The form of an English word under which a dictionary has it."""

from __future__ import annotations

from functools import cache


@cache
def headword(word: str) -> str:
    """``letters`` is filed as ``letter``; a word that no dictionary knows, as it stands.

    In small letters, as given. Read from simplemma's list, so nothing is guessed from endings alone:
    ``press`` is no plural.
    """
    import simplemma

    return simplemma.lemmatize(word, "en", greedy=False).lower()
