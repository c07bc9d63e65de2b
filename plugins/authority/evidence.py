"""What the words beside a mention say of its kind: evidence that one of several candidates is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer
from plugins.authority.surroundings import Surroundings
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.verbs import is_finite
from plugins.lexicon.work_types import types_called
from plugins.quotations.saying import SAYS

PERSON = frozenset({Kind.PERSON})
CHARACTER = frozenset({Kind.CHARACTER})
WORK = frozenset({Kind.WORK})
SPEAKING = ANIMATE | {Kind.ORGANISATION}
TELLING = SPEAKING | WORK
"""A film too asks, suggests and reminds."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """That the words beside a mention speak for some kinds, and so against all others, and which they are.

    ``types`` are the types of works that they speak for; empty where any will do. ``sure`` evidence is
    against an only candidate too. ``performing`` tells that nobody but a performer can be meant.
    """

    kinds: frozenset[Kind]
    words: str
    types: frozenset[str] = frozenset()
    sure: bool = False
    performing: bool = False

    def speaks_for(self, bearer: Bearer) -> bool:
        """Whether a bearer may be meant. A work whose record gives no type may be of any."""
        if bearer.kind is Kind.TERM:
            # A term may be anything: a figure of another film, a machine that answers.
            return True
        if bearer.kind not in self.kinds:
            return False
        return not (self.types and bearer.type) or not self.types.isdisjoint(bearer.type.split())


ACTING = words("actor actors actress actresses star stars costar co-star co-stars")
FILM_JOBS = ACTING | words(
    "director directors co-director filmmaker filmmakers film-maker film-makers auteur helmer producer",
    "producers co-producer screenwriter screenwriters cinematographer cinematographers dp",
)
"""Jobs of those who make films. All others (``game designer Amy``) are had in stories as well."""

PEOPLE = words(
    "man woman boy girl kid child teenager somebody someone person guy neighbour neighbor widow widower",
    "friend stranger soldier doctor nurse teacher clerk thief cop detective machine robot computer",
)
"""What those in stories are called: ``a girl called May``."""

OF_PEOPLE = words(
    "says said laughs laughed chuckles chuckled smiles smiled sighs sighed grins grinned shrugs shrugged",
    "jokes joked quips quipped replies replied whispers whispered murmurs murmured mutters muttered mumbles",
    "mumbled shouts shouted cries cried yells yelled screams screamed exclaims exclaimed groans groaned",
    "moans moaned gasps gasped writes wrote remembers remembered admits admitted agrees agreed confides",
    "confided tweets tweeted",
)
"""Verbs of saying for what no film does, whatever is written of films."""

QUALITIES = words("classic hit epic single short special comic musical western record score print story")
"""Words for works that are used otherwise too: ``the classic Malkovich stare``."""

_PLAYING = "plays?|played|playing|portrays?|portrayed|portraying|voices|voicing|embodies|embodying"
_STARRING = r"(?:cast|starring|stars?|starred|returns?|appears?|turn|performance|miscast|(?:her|him)self)"
_WHOSE = r"(?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?'s?|his|her|their|the|a|an)"
_NOUNS = r"(?:(?!(?:of|in|on|at|to|by|for|from|with|around|about|and|that|who|as)\b)[\w-]+,? ){1,4}"

_BEFORE = (
    (Evidence(PERSON, "", performing=True), r"\b(?:(?:played|voiced|portrayed) by|starring|casting|cast) $"),
    (Evidence(PERSON, ""), r"\b(?:directed|produced|scored|edited|photographed) by $"),
    (Evidence(ANIMATE, ""), r"\b(?:performed|written|shot|composed|designed|sung|created) by $"),
    (Evidence(CHARACTER, ""), rf"\b(?:{_PLAYING}|(?:role|character|figure) of|the part of) [\"']?$"),
    (Evidence(CHARACTER, ""), rf"(?:\b{_STARRING}|[A-Z][\w'-]+\)?,?) as (?:{_WHOSE} {_NOUNS})?[\"']?$"),
    (
        Evidence(WORK, ""),
        r"\b(?:sequel to|(?:director|stars?|premiere|sets?|making|script|release|remake|screening) of"
        r"|adaptation of|script for|(?:starr?(?:ed|ing)|appear(?:ed|s|ing)) in|scenes? (?:in|from)"
        r"|audition(?:ed|ing)? for|read for|prepping for|rewatch(?:ed|ing)) [\"'_*]?$",
    ),
)
"""What words before a mention speak for, the surest first."""

_PLAYED = (
    r"[\"']?,? (?:\(|who is |is |was |as )?(?:\w+ly )?(?:played|voiced|portrayed|embodied|performed) by\b"
)
_AFTER = (
    (Evidence(CHARACTER, "", sure=True), _PLAYED),
    (
        Evidence(PERSON, "", sure=True, performing=True),
        r"'s (?:performance|portrayal|acting|casting|filmography)\b",
    ),
    (Evidence(ANIMATE, ""), rf" (?:{_PLAYING}|co-stars|stars as) "),
    (
        Evidence(ANIMATE, "", sure=True),
        r"'s (?:body|face|eyes|hands?|wife|husband|mother|father|shoulders?)\b",
    ),
)
"""What words after a mention speak for, the surest first."""

_BEFORE_PATTERNS = tuple((one, re.compile(pattern)) for one, pattern in _BEFORE)
_AFTER_PATTERNS = tuple((one, re.compile(pattern)) for one, pattern in _AFTER)
_NAMED = re.compile(r"([\w'-]+),? (?:who is |is )?(called|named|titled|entitled) [\"'_*]?$")

_IN_OTHER_WORDS = re.compile(r"[\"'_*]?, (?:the|a|an|his|her|their) ([\w'-]+) (?:that|which|by|in which)\b")
"""A noun that says what has just been named: ``Amy, the film that nobody saw``."""

_JOB = "|".join(sorted(map(re.escape, ENGLISH.jobs)))
_TOLD_APART_BEFORE = re.compile(
    r"\b(?:the elder|the younger|the other|another|both|two|no relation (?:of|to)|no kin to) $"
)
_TOLD_APART_AFTER = re.compile(
    r"(?:,? (?:the elder|the younger|no relation)\b"
    rf"| the (?:{_JOB}|son|daughter|father|mother|brother|sister)\b)"
)

PLAYS = re.compile(rf"(?:,? (?:as|(?:{_PLAYING})|in the (?:role|part) of)|['’]s) [“\"'‘]?")
"""What stands between a performer and the part."""

_BY = r"(?:who is |is |was )?(?:\w+ly )?(?:played|voiced|portrayed|embodied|performed) by "
PLAYED_BY = re.compile(rf"[”\"'’]?(?:,? \((?:{_BY})?|,? {_BY})")
"""What stands between a part and its performer."""


_TAG = re.compile(r"[\"',.!?…-] ?([\w'-]+) $")
"""The verb between what is said and a name; no farther back than a sign before it."""


def evidence_of(here: Surroundings) -> Iterator[Evidence]:
    """What the words beside a mention speak for, the surest first.

    A title shows by its quotation marks, its year and the words ``film``, ``song`` and their like before it;
    a person by a job and by acting; a character by ``as`` and ``plays``, and by ``played by``; who speaks
    is no film.
    """
    if here.is_dated:
        yield Evidence(WORK, "a year in brackets follows", sure=True)
    yield from _by_what_it_is_called(here)
    if (noun := _IN_OTHER_WORDS.match(here.after)) and noun[1] not in QUALITIES and types_called(noun[1]):
        yield Evidence(WORK, f"before “{noun[1]}”", types_called(noun[1]))
    for one, pattern in _AFTER_PATTERNS:
        if found := pattern.match(here.after):
            said = found[0].removeprefix("'s").strip(" ,(\"'")
            yield replace(one, words=f"before “{said}”")
            break
    if here.word_before not in ENGLISH.jobs and not (here.word_before == "as" and is_finite(here.word_after)):
        for one, pattern in _BEFORE_PATTERNS:
            if pattern.search(here.before):
                yield replace(one, words=f"after “{' '.join(here.before.split()[-2:])}”")
                break
    if (here.is_quoted and not here.is_said and not here.is_bracketed) or here.is_emphasised:
        yield Evidence(WORK, "in marks of its own")
    # “…,” says Varga; but who “wrote Malkovich” says nothing.
    tag = _TAG.search(here.before, max(0, here.before.rfind(" ", 0, -2) - 1))
    ahead = tag[1].lower() if tag else ""
    for verb in (here.word_after.lower(), ahead):
        if verb in SAYS:
            yield Evidence(SPEAKING if verb in OF_PEOPLE else TELLING, f"beside “{verb}”", sure=True)


def is_told_apart(here: Surroundings) -> bool:
    """Whether the words beside a short name tell its bearer from another: ``the elder Varga``."""
    if re.search(r"\bboth $", here.before) and here.after.startswith(" and "):
        return False
    return bool(_TOLD_APART_BEFORE.search(here.before) or _TOLD_APART_AFTER.match(here.after))


def may_perform(here: Surroundings) -> bool:
    """Whether the name's bearer plays something: a part, if a performer is meant, or a song."""
    return bool(re.match(rf" (?:{_PLAYING}|co-stars|stars)\b", here.after))


def _by_what_it_is_called(here: Surroundings) -> Iterator[Evidence]:
    """Evidence by the noun before: ``the film Amy``, ``a girl called Amy``, ``director Anderson``."""
    word, marked = here.word_before, here.is_quoted or here.is_emphasised
    if named := _NAMED.search(here.before):
        noun, why = named[1].lower(), f"after “{named[1]} {named[2]}”"
        if noun in ENGLISH.characters:
            yield Evidence(CHARACTER, why)
        elif types_called(noun) or named[2] in {"titled", "entitled"}:
            yield Evidence(WORK, why, types_called(noun), sure=True)
        elif noun in PEOPLE | ENGLISH.jobs:
            yield Evidence(ANIMATE, why, sure=True)
        return
    why = f"after “{word}”"
    if word in ENGLISH.characters:
        yield Evidence(CHARACTER, why)
    elif types_called(word) and word not in ENGLISH.plays:
        # “Best Picture Oscar” is a name, and “the film Malkovich made” has a clause behind it and no title.
        is_noun = re.search(rf"\b{re.escape(word)}[ \"'_*]+$", here.before) and word not in QUALITIES
        if marked or (is_noun and not is_finite(here.word_after)):
            yield Evidence(WORK, why, types_called(word), sure=True)
    elif word in FILM_JOBS:
        yield Evidence(PERSON, why, sure=True, performing=word in ACTING)
    elif word in ENGLISH.jobs | ENGLISH.honorifics:
        yield Evidence(ANIMATE, why, sure=True)
