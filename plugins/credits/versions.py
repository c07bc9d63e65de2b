"""Performers of a part in another version of the film: a remake, a play, a series of the same story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from plugins.credits.draft import Draft
from plugins.credits.outcome import PLAIN

_ANOTHER = re.compile(
    r"(?i)\b(?:remakes?|remade|remaking|parod(?:y|ies)|spoofs?|biopics?|revivals?|sequels?|opera|ballet"
    r"|versions?\b(?! (?:was|had been) (?:announced|planned|begun|started|abandoned))"
    r"|musical|on (?:the )?stage|in the theat(?:re|er)|on (?:the )?radio|on television"
    r"|(?:TV|television) (?:film|series|play))\b"
)
"""Words of a sentence that may speak of another version."""

NOWHERE = ("",)
"""The works of a credit that belongs to none that the text is about."""


def set_versions_apart(cast: Sequence[Draft]) -> None:
    """Give no work to whoever plays a part where the text may speak of another version of it.

    That is so only where somebody else plays the same part in a sentence without such words: the one
    performer of a part may well be told of beside the play that the film was.
    """
    by_part: dict[str, list[Draft]] = defaultdict(list)
    for one in cast:
        if one.character and not one.works and one.outcome.status == PLAIN.status:
            by_part[one.character.entity].append(one)
    for drafts in by_part.values():
        plainly = {one.person for one in drafts if not _may_be_another(one)}
        for one in drafts:
            if plainly and one.person not in plainly:
                one.works = NOWHERE


def _may_be_another(one: Draft) -> bool:
    sentence = one.passage.around(one.at, one.at)
    return _ANOTHER.search(one.passage.text, sentence.start, sentence.end) is not None
