"""The forms in which a sentence says who plays whom, the surest first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.credits.phrases import (
    ACTED,
    ACTING,
    ACTS,
    ADVERBS,
    CHOSEN,
    COMING,
    FREE,
    GIVES_VOICE,
    HUMAN,
    IN_THE_PART,
    INTRODUCED,
    NO_OTHER,
    PARTS,
    PEOPLE,
    STARS_AS,
    TO_PART,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form. Groups of its pattern: ``who`` and ``part`` hold names, ``said`` the words of a part without
    one; ``it`` and ``they`` are pronouns for a part and for a person named before.

    ``reason`` says what stands there. ``alone`` forms give people without a part.
    """

    reason: str
    pattern: re.Pattern[str]
    alone: bool = False
    hedged: bool = False
    """Whether words like ``in a way`` behind it make a comparison of it."""
    owning: bool = False
    """Whether the person may be the part's maker just as well: ``Ines Varga's Odile``."""


def _form(reason: str, pattern: str, **more: bool) -> Form:
    return Form(reason, re.compile(pattern), **more)


_PART = rf"{TO_PART}(?P<part>{PARTS}){NO_OTHER}"
_WHO = rf"{INTRODUCED}(?P<who>{PEOPLE}){NO_OTHER}"
_BE = r"(?:'s|'re| is| are| was| were| has been| have been| will be| would be| gets| being| to be)"
_BY = rf"{ADVERBS}{ACTED}(?:,? {FREE}{{1,50}}?,?)? by {_WHO}"
_APPOSITION = (
    rf"(?:, (?:an?|the|his|her|their|its|now|once|another|ⓒ's) (?:(?!\b(?:with|for|by|is|was|are|were|has|had|falls|plays)\b)"
    rf"{FREE}){{1,90}}?,?)"
)
_OF = r"(?: (?:of|from|in|at) [^.;:!?()ⓟⓒ,]{1,40})"
_VERB = rf"{ADVERBS}(?:{COMING}|{ACTS}|{STARS_AS}|{IN_THE_PART}|{GIVES_VOICE})"
_LIKE = r"(?: (?!(?:and|but|or|with|to|in|of|by|for|who|that|than|as|is|was|an?|the|his|her|their|from|at|on)\b)[\w'-]+,?)"
"""A word between an article and the noun of a described part."""

_AS_TOO = r"(?<!such)(?<!well)(?<!same)(?<!known)(?<!dressed)(?<!disguised)(?<!billed)(?<!selves)(?<!self)"
_ENDS = r"(?=[,.;:!?)\"'—–]|$| (?:in|and|who|with|for|at|on|opposite|when|but|while|from|alongside|or|is|was|–|-) )"

FORMS = (
    _form(
        "a part with its performer in brackets",
        rf"(?P<part>{PARTS}),? \((?:[^()ⓟⓒ]{{0,60}}?\b(?:{ACTED} (?:{FREE}{{1,40}} )?by|voice of|voice:?|voiced:) "
        rf"|(?:that's|he's|she's|i\.e\.) )?{INTRODUCED}(?P<who>{PEOPLE}){NO_OTHER}[^()]{{0,160}}\)",
    ),
    _form(
        "a performer with the part in brackets",
        rf"(?P<who>ⓟ),? \((?:as |playing |who plays )?{TO_PART}(?P<part>{PARTS}){NO_OTHER}[^()ⓟ]{{0,60}}\)",
    ),
    _form("dots lead to its performer", r"(?P<part>ⓒ) ?(?:\.{2,}|…+|(?:\. ){2,}) ?(?P<who>ⓟ)"),
    _form("dots lead to the part", r"(?P<who>ⓟ) ?(?:\.{2,}|…+|(?:\. ){2,}) ?(?P<part>ⓒ)"),
    _form("before “played by”", rf"(?P<part>{PARTS})(?!')(?:,? who)?,?{_BE}? {_BY}"),
    _form("before “played by”", rf"(?P<part>{PARTS})(?!')(?:,? who)?, {_BY}"),
    _form("before “played by”", rf"(?P<part>ⓒ)(?!'){_OF}?{_APPOSITION}{_BE}? {_BY}"),
    _form("before “whom … plays”", rf"(?P<part>ⓒ),? (?:whom|that|who) {_WHO} {ADVERBS}{ACTS}\b"),
    _form(
        "after a verb of playing",
        rf"(?P<who>{PEOPLE})(?:,? who|, {FREE}{{1,90}}?,(?: who)?|'s)? {_VERB} (?:both )?{_PART}",
    ),
    _form(
        "after a verb of playing",
        rf"(?P<who>{PEOPLE}){NO_OTHER}{FREE}{{0,90}}?,? {ACTING} {_PART}",
    ),
    _form("chosen to play the part", rf"\b{CHOSEN} {INTRODUCED}(?P<who>ⓟ) to (?:play|voice|portray|be) {_PART}"),
    _form("chosen for the part", rf"\b{CHOSEN} {INTRODUCED}(?P<who>ⓟ) (?:as|in the (?:role|part) of|for) {_PART}"),
    _form(
        "a performance of the part",
        rf"(?P<who>ⓟ)'s? (?:[\w'-]+,? ){{0,5}}?(?:work|performance|turn|role|portrayal|voice|part|embodiment|"
        rf"interpretation|appearance|cameo) (?:as|of|for) {_PART}",
    ),
    _form(
        "in a performance",
        rf"\b[Ii]n {INTRODUCED}(?P<who>ⓟ)'s? (?:[\w'-]+,? ){{0,4}}?(?:performance|hands|portrayal|interpretation),? "
        rf"(?:(?P<it>he|she|it)\b|{_PART})",
    ),
    _form(
        "after “as”",
        rf"(?P<who>ⓟ),?{NO_OTHER}(?: \([^()]*\))?(?:,? who)?(?:, {FREE}{{1,90}},)? as {_PART}"
        r"(?! (?:would|does|did|had|could|can|will|might)\b)",
    ),
    _form("after “as”", rf"(?P<who>ⓟ){NO_OTHER}(?:,? who)?(?:, {FREE}{{1,90}},)? {FREE}{{1,70}}?{_AS_TOO} as {_PART}{_ENDS}"),
    _form("before “as”", rf"(?:^|[;,—–] |\b(?:[Bb]ut|[Aa]nd) )[Aa]s {_PART},? {FREE}{{0,120}}?,? (?:(?P<they>he|she)\b|(?P<who>ⓟ){NO_OTHER})"),
    _form("is the part", rf"(?P<who>ⓟ)(?:,? who|, {FREE}{{1,70}},)? (?:is|was|were|are|becomes|became) (?:{ADVERBS})(?!not\b){_PART}", hedged=True),
    _form("is its performer", rf"(?P<part>ⓒ)(?:,? who|, {FREE}{{1,70}},)? (?:is|was) {ADVERBS}(?:really |actually |in fact )?(?!not\b){_WHO}", hedged=True),
    _form("whose the part is", rf"(?P<who>ⓟ), whose {TO_PART}(?P<part>ⓒ){NO_OTHER}", owning=True),
    _form("a performer’s possessive", rf"(?P<who>ⓟ)(?:'s?)? (?:[a-z-]+,? ){{0,2}}(?P<part>ⓒ){NO_OTHER}", owning=True),
    _form("gives the part something", rf"(?P<who>ⓟ) (?:gives|brings|lends|makes|takes) (?P<part>ⓒ) (?:an?|the|some|more|less|his|her|somewhere|into)\b", owning=True),
    _form("gives the part something", rf"(?P<who>ⓟ) (?:brings|lends) {FREE}{{1,60}} to (?P<part>ⓒ){NO_OTHER}", owning=True),
    _form("a pronoun before “played by”", rf"\b(?P<it>[Hh]e|[Ss]he|[Ii]t|[Tt]hey){_BE} {_BY}"),
    _form("plays whom the text has named", rf"(?P<who>ⓟ)(?:,? who|, {FREE}{{1,70}},)? {ADVERBS}{ACTS} (?P<it>him|her|it)\b(?! [a-z]+(?:er|or|ing|e)\b(?! than))"),
    _form("in the part that the text has named", rf"(?P<who>ⓟ){NO_OTHER}(?:,? who)? {FREE}{{1,60}}? in (?P<it>the (?:role|part))\b(?! of)"),
    _form("plays the part that the text has named", rf"(?P<who>ⓟ)(?:,? who)? {ADVERBS}{ACTS} (?P<it>(?:the|this|that) (?:role|part|character))\b(?! of)"),
    _form("is whom the text has named", rf"\b(?P<it>[Hh]e|[Ss]he) (?:is|was) {ADVERBS}(?:really |actually )?(?P<who>ⓟ){NO_OTHER}"),
    _form("a described part with its performer in brackets", rf"(?P<said>\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|ⓒ's?){_LIKE}{{0,6}}? {HUMAN})(?: {FREE}{{1,50}})? \((?:{FREE}{{0,40}} by )?{INTRODUCED}(?P<who>{PEOPLE}){NO_OTHER}[^()]{{0,120}}\)"),
    _form("a described part before “played by”", rf"(?P<said>\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|ⓒ's?){_LIKE}{{0,6}}? {HUMAN})(?:,? {FREE}{{1,50}}?)?,?(?: who)?{_BE}? {_BY}"),
    _form("a described part before “who is”", rf"(?P<said>\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er){_LIKE}{{0,6}}? {HUMAN})(?: {FREE}{{1,50}}?)?, who (?:is|was) {ADVERBS}{_WHO}"),
    _form("plays a described part", rf"(?P<who>ⓟ)(?:,? who|, {FREE}{{1,70}},(?: who)?)? {ADVERBS}{ACTS} (?P<said>(?:an?|the|his|her|their|ⓒ's?){_LIKE}{{0,6}}? {HUMAN})\b(?!-)"),
    _form("as a described part", rf"(?P<who>ⓟ)(?:, {FREE}{{1,70}},)? (?:{ADVERBS}{STARS_AS}|as) (?P<said>(?:an?|the|his|her|their|ⓒ's?){_LIKE}{{0,6}}? {HUMAN})\b(?!-)"),
    _form("several parts before “played by”", rf"(?:are|were)(?: all| both)? {_BY}", alone=True),
    _form("in a list of the cast", rf"\b(?:[Ss]tars|[Ss]tarring|[Cc]o-starring|[Cc]o-stars|[Ff]eatur(?:ing|ed)|[Cc]ast (?:also )?includ(?:es|ing)|[Aa]lso (?:stars|starring|features|featuring)|[Aa]longside|[Ii]ntroduc(?:es|ing)) {INTRODUCED}(?P<who>{PEOPLE}){NO_OTHER}", alone=True),
    _form("in a work", rf"(?P<who>{PEOPLE})(?:,? who)? {ADVERBS}(?:stars?|starred|co-stars?|co-starred|appears?|appeared|features?) (?:in|opposite ⓟ in)\b", alone=True),
)  # fmt: skip

GAPPED = re.compile(rf"(?:,|;)? (?:and )?(?P<who>ⓟ)(?:, {FREE}{{1,60}},)? {TO_PART}(?P<part>ⓒ){NO_OTHER}")
"""A second pair that leaves out the verb of the first: ``ⓟ plays ⓒ and ⓟ ⓒ``."""

HEDGES = re.compile(
    r",? (?:in (?:some|many|a) ways?|in a sense|of sorts|at heart|too|reborn|incarnate|all over|minus|without|squared|to a t"
    r"|after all|like|as well)\b|-like|-esque",
    re.IGNORECASE,
)
"""Words behind ``ⓟ is ⓒ`` that make a comparison of it."""

NOT_PLAYED = re.compile(
    r"\b(?:read(?:ing|s)? for|auditioned|auditions|auditioning|tested|screen-tested|considered|wanted|wants|wanting"
    r"|hoped|hoping|offered|turned down|declined|refused|passed on|rejected|approached|almost|nearly|could have|should have"
    r"|might have|would have|never|not|n't|wished|dreamt|dreamed|rumou?red|instead of|rather than|imagine[sd]?"
    r"|first choice|was going to|were going to|if only|like|as if|as though|pleaded|begged|lobbied|compare[sd]?|likened"
    r"|understudied|mistaken|mistook|resembles?|impression of|asked)\b",
    re.IGNORECASE,
)
"""Words between two names that tell of a part that was not played."""
