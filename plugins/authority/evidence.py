"""What the words beside a mention say of its kind: evidence that one of several candidates is meant."""

from __future__ import annotations

import re

from plugins.archive.entity import Kind
from plugins.authority.surroundings import Surroundings
from plugins.lexicon.english import ENGLISH
from plugins.quotations.saying import SAYS

Evidence = tuple[Kind, str]
"""A kind, and the words that speak for it."""

_BY = re.compile(
    r"\b(?:played|voiced|portrayed|performed|directed|written|produced|shot|edited|scored|composed|photographed"
    r"|designed|sung|created|starring|stars|starred|featuring|co-starring|interviewed)(?: by)?,? (?:\w+ )?$"
)
_BY_STRICT = re.compile(
    r"\b(?:(?:played|voiced|portrayed|performed|directed|written|produced|shot|edited|scored|composed"
    r"|photographed|designed|sung|created) by|starring|featuring|co-starring|casting|cast) $"
)
_PART = re.compile(
    r"(?:\b(?:plays?|played|playing|portrays?|portrayed|portraying|voices|voicing|embodies|embodying"
    r"|(?:role|part|character|figure) of|(?:named|called|name is|name of))|(?<!such)(?<!well)(?<!same) as) "
    r"(?:the |a |an )?(?:[\w-]+ ){0,2}[\"']?$"
)
_PART_NEAR = re.compile(
    r"(?:\b(?:plays?|played|playing|portrays?|portrayed|portraying|voices|voicing|embodies|embodying"
    r"|(?:role|part|character|figure) of|(?:named|called))|(?<!such)(?<!well)(?<!same) as) [\"']?$"
)
_PART_OF_SOMEBODY = re.compile(r"\bas (?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?'s?|his|her|their|the|a|an) (?:[\w-]+,? ){1,5}$")
_PLAYED = re.compile(r"[\"']?,? (?:\(|who is |is |was |as )?(?:\w+ly )?(?:played|voiced|portrayed|embodied|performed) by\b")
_ACTS = re.compile(
    r"'s (?:character|role|performance|portrayal|turn|acting|voice|voice work|casting|career|filmography|Oscar)\b"
    r"| (?:plays|played|portrays|portrayed|voices|voiced|co-stars|stars as|delivers|gives a)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:sequel to|director of|star of|stars of|premiere of|set of|sets of|making of|script of|script for"
    r"|release of|starr?(?:ed|ing) in|appear(?:ed|s|ing) in|scenes? (?:from|in)|version of|cut of|remake of"
    r"|screening of|audition(?:ed|ing)? for|read for|prepping for|adaptation of|writing|directing|directed|rewatch(?:ed|ing)"
    r"|end of|opening of|like) [\"'_*]?$"
)
_BODY = re.compile(r"'s (?:body|face|eyes|hands?|head|house|wife|husband|mother|father|own|life|mind|shoulders?)\b")


def evidence_of(here: Surroundings) -> tuple[Evidence, ...]:
    """The kinds that the words beside a mention speak for, the surest first.

    A title shows by its quotation marks, its year and the words ``film``, ``song`` and their like before it;
    a person by a job, by speaking, by acting; a character by ``as`` and ``plays``, and by ``played by``.
    """
    return tuple(_found(here))


def _found(here: Surroundings) -> list[Evidence]:
    found: list[Evidence] = []
    before, after, word = here.before, here.after, here.word_before
    if here.is_dated:
        found.append((Kind.WORK, "a year in brackets follows"))
    if word in ENGLISH.characters:
        found.append((Kind.CHARACTER, f"after “{word}”"))
    elif word in ENGLISH.works and not re.search(r"\bplay $", before):
        found.append((Kind.WORK, f"after “{word}”"))
    elif word in ENGLISH.jobs | ENGLISH.honorifics:
        found.append((Kind.PERSON, f"after “{word}”"))
    if _PLAYED.match(after):
        found.append((Kind.CHARACTER, "“played by” follows"))
    if _BY_STRICT.search(before) or re.search(r"\((?:\w+ly )?(?:voiced by |played by )$", before):
        found.append((Kind.PERSON, f"after “{_last_words(before)}”"))
    if _ACTS.match(after):
        found.append((Kind.PERSON, f"before “{_first_words(after)}”"))
    if _PART_NEAR.search(before) or _PART_OF_SOMEBODY.search(before):
        found.append((Kind.CHARACTER, f"after “{_last_words(before)}”"))
    if here.is_quoted or here.is_emphasised:
        found.append((Kind.WORK, "in marks of its own"))
    if _TITLE_BEFORE.search(before):
        found.append((Kind.WORK, f"after “{_last_words(before)}”"))
    if here.word_after.lower() in SAYS or word in SAYS:
        found.append((Kind.PERSON, "beside a verb of saying"))
    if _BODY.match(after):
        found.append((Kind.PERSON, f"before “{_first_words(after)}”"))
    return found


def _last_words(before: str) -> str:
    return " ".join(before.split()[-2:])


def _first_words(after: str) -> str:
    return " ".join(after.lstrip("'s").split()[:2]).strip(" ,.;:")
