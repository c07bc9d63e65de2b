"""What the words beside a mention say of its kind: evidence that one of several candidates is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.authority.names import Bearer
from plugins.authority.surroundings import Surroundings
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.work_types import types_called
from plugins.quotations.saying import SAYS

PERSON = frozenset({Kind.PERSON})
CHARACTER = frozenset({Kind.CHARACTER})
WORK = frozenset({Kind.WORK})
ANIMATE = PERSON | CHARACTER
SPEAKING = ANIMATE | {Kind.ORGANISATION}
TELLING = SPEAKING | WORK
"""A film too asks, suggests and reminds."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """That the words beside a mention speak for some kinds, and so against all others, and which they are.

    ``types`` are the types of works that they speak for; empty where any will do.
    """

    kinds: frozenset[Kind]
    words: str
    types: frozenset[str] = frozenset()

    def speaks_for(self, bearer: Bearer) -> bool:
        """Whether a bearer may be meant. A work whose record gives no type may be of any."""
        if bearer.kind not in self.kinds:
            return False
        return not (self.types and bearer.type) or bearer.type in self.types


FILM_JOBS = words(
    "actor actors actress actresses star stars costar co-star co-stars comedian performer director",
    "directors co-director filmmaker filmmakers film-maker film-makers auteur helmer producer producers",
    "co-producer screenwriter screenwriters cinematographer cinematographers dp composer composers",
)
"""Jobs of those who make films. All others (``game designer Amy``) are had in stories as well."""

OF_PEOPLE = words(
    "says said laughs laughed chuckles chuckled smiles smiled sighs sighed grins grinned shrugs shrugged",
    "jokes joked quips quipped replies replied whispers whispered murmurs murmured mutters muttered mumbles",
    "mumbled shouts shouted cries cried yells yelled screams screamed exclaims exclaimed groans groaned",
    "moans moaned gasps gasped writes wrote remembers remembered admits admitted agrees agreed confides",
    "confided thinks thought tweets tweeted nods nodded",
)
"""What no film does, whatever is written of films."""

_PLAYING = "plays?|played|playing|portrays?|portrayed|portraying|voices|voicing|embodies|embodying"
_MADE_BY = (
    "played|voiced|portrayed|performed|directed|written|produced|shot|edited|scored|composed|photographed|designed"
    "|sung|created"
)
_IN_MARKS = r"[\"'_*]?$"

_BEFORE = (
    (PERSON, re.compile(rf"\b(?:(?:{_MADE_BY}) by|starring|featuring|co-starring|casting|cast) $")),
    (CHARACTER, re.compile(rf"(?:\b(?:{_PLAYING}|(?:role|part|character|figure) of|named|called)) [\"']?$")),
    # “such as”, “as well as” and “as tired as” compare.
    (
        CHARACTER,
        re.compile(r"(?<!such)(?<!well)(?<!same)(?<!\bas \w{3})(?<!\bas \w{4})(?<!\bas \w{5}) as [\"']?$"),
    ),
    (
        CHARACTER,
        re.compile(
            r"(?<!such) as (?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?'s?|his|her|their|the|a|an) (?:[\w-]+,? ){1,5}$"
        ),
    ),
    (
        WORK,
        re.compile(
            r"\b(?:sequel to|(?:director|stars?|premiere|sets?|making|script|release|version|cut|remake) of"
            r"|(?:screening|adaptation|end|opening) of|script for|(?:starr?(?:ed|ing)|appear(?:ed|s|ing)) in"
            r"|scenes? (?:in|from)|audition(?:ed|ing)? for|read for|prepping for|writing|directing|directed"
            r"|rewatch(?:ed|ing)|like) " + _IN_MARKS
        ),
    ),
)
"""What words before a mention speak for, the surest first."""

_TOLD_APART_BEFORE = re.compile(
    r"\b(?:the elder|the younger|the other|another|both|two|no relation (?:of|to)|no kin to) $"
)
_JOB = "|".join(sorted(map(re.escape, ENGLISH.jobs)))
_TOLD_APART_AFTER = re.compile(
    r"(?:,? (?:the elder|the younger|no relation)\b"
    rf"| the (?:{_JOB}|son|daughter|father|mother|brother|sister)\b)"
)

_PLAYED = re.compile(
    r"[\"']?,? (?:\(|who is |is |was |as )?(?:\w+ly )?(?:played|voiced|portrayed|embodied|performed) by\b"
)

PLAYS = re.compile(rf"(?:,? (?:as|(?:{_PLAYING})|in the (?:role|part) of)|['’]s) [“\"'‘]?")
"""What stands between a performer and the part."""

_BY = r"(?:who is |is |was )?(?:\w+ly )?(?:played|voiced|portrayed|embodied|performed) by "
PLAYED_BY = re.compile(rf"[”\"'’]?(?:,? \((?:{_BY})?|,? {_BY})")
"""What stands between a part and its performer."""

_AFTER = (
    (CHARACTER, _PLAYED),
    (
        PERSON,
        re.compile(
            r"'s (?:character|role|performance|portrayal|turn|acting|voice|casting|career|filmography)\b"
        ),
    ),
    (PERSON, re.compile(r" (?:plays|played|portrays|portrayed|voices|voiced) (?:the |a |an )?[\"']?[A-Z]")),
    (PERSON, re.compile(r" (?:co-stars|stars as|gives a \w+ performance)\b")),
    (
        ANIMATE,
        re.compile(
            r"'s (?:body|face|eyes|hands?|head|house|wife|husband|mother|father|own|life|mind|shoulders?)\b"
        ),
    ),
)
"""What words after a mention speak for, the surest first."""


def evidence_of(here: Surroundings) -> Iterator[Evidence]:
    """What the words beside a mention speak for, the surest first.

    A title shows by its quotation marks, its year and the words ``film``, ``song`` and their like before it;
    a person by a job, by speaking, by acting; a character by ``as`` and ``plays``, and by ``played by``.
    """
    if here.is_dated:
        yield Evidence(WORK, "a year in brackets follows")
    yield from _by_the_word_before(here)
    for kinds, pattern in _AFTER:
        if found := pattern.match(here.after):
            yield Evidence(kinds, f"before “{_plain(found[0])}”")
            break
    if here.word_before not in ENGLISH.jobs:
        for kinds, pattern in _BEFORE:
            if pattern.search(here.before):
                yield Evidence(kinds, f"after “{' '.join(here.before.split()[-2:])}”")
                break
    if (here.is_quoted and not here.is_said and not here.is_bracketed) or here.is_emphasised:
        yield Evidence(WORK, "in marks of its own")
    for verb in (
        here.word_after.lower(),
        here.word_before if here.before.endswith(f"{here.word_before} ") else "",
    ):
        if verb in SAYS:
            yield Evidence(SPEAKING if verb in OF_PEOPLE else TELLING, f"beside “{verb}”")


def is_told_apart(here: Surroundings) -> bool:
    """Whether the words beside a short name tell its bearer from another: ``the elder Varga``."""
    return bool(_TOLD_APART_BEFORE.search(here.before) or _TOLD_APART_AFTER.match(here.after))


def is_played(here: Surroundings) -> bool:
    """Whether ``played by`` follows, and so a part is named."""
    return bool(_PLAYED.match(here.after))


def _by_the_word_before(here: Surroundings) -> Iterator[Evidence]:
    word = here.word_before
    why = f"after “{word}”"
    if word in ENGLISH.characters:
        yield Evidence(CHARACTER, why)
    elif word in ENGLISH.works and word not in ENGLISH.plays:
        yield Evidence(WORK, why, types_called(word))
    elif word in FILM_JOBS:
        yield Evidence(PERSON, why)
    elif word in ENGLISH.jobs | ENGLISH.honorifics:
        yield Evidence(ANIMATE, why)


def _plain(words: str) -> str:
    return words.lstrip("'s").strip(" ,.;:(\"'")
