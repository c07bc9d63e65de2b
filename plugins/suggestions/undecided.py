"""Mentions that no rule could decide, with the candidates as answers: ``UNDECIDED-MENTION``."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.authority.schema import SuggestionCode
from plugins.suggestions.material import UNRECORDED, Material
from plugins.suggestions.refusing import refusal_of_mention
from plugins.suggestions.suggestion import Choice, NewJudgement, Spot, Suggestion

NOTHING = "it names nothing"


def undecided_mentions(material: Material) -> Iterator[Suggestion]:
    """A suggestion for each mention that is left to people, in no order. A yes is none of its answers."""
    for one in material.links.undecided:
        spot = Spot(one.source, one.span)
        # No candidate is likelier than the rest, and that the words name nothing is as likely as one of them.
        confidence = round(1 / (len(one.candidates) + (len(one.candidates) == 1)), 2)
        yield Suggestion(
            at=material.place(spot),
            code=SuggestionCode.UNDECIDED_MENTION,
            name=material.words(spot),
            reason=one.reason,
            confidence=confidence,
            does="write the judgement that you choose",
            refusals=(refusal_of_mention(SuggestionCode.UNDECIDED_MENTION, material, spot),),
            spots=(spot,),
            records=one.candidates,
            choices=tuple(
                Choice(material.described(entity), (NewJudgement(spot, entity),)) for entity in one.candidates
            ),
            nothing=Choice(NOTHING, (NewJudgement(spot, None),)),
            blocked="" if material.is_recorded(one.source) else UNRECORDED,
        )
