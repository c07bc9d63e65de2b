"""Names that are also words: where only a name can stand, and where nobody can tell.

A capital proves nothing at a sentence's start or in a headline. In mid-sentence it is strong evidence, but
not enough for a pronoun: ``Her Majesty``, and titles that no record knows, have it too. What decides is
the slot: only a noun is the object of a preposition or the subject of a finite verb.
"""

from __future__ import annotations

import re
from enum import Enum

from plugins.authority.surroundings import Surroundings
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name


class Slot(Enum):
    """What a word is where it stands."""

    NAME = "name"
    WORD = "word"
    DOUBT = "doubt"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


SUBJECT_PRONOUNS = _words("i we you he she it they who what this that these those one")
"""Forms that stand as a subject themselves: at a sentence's start nothing tells them from a title."""

OBJECT_PRONOUNS = _words("me us him them whom")
DETERMINERS = _words("her his my our your their its")
"""Forms before which, and after which, a noun may stand: ``her hair``."""

PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | DETERMINERS | {"hers", "mine", "ours", "yours", "theirs"}

BE_AND_HAVE = _words("is isn't was wasn't has hasn't had hadn't does doesn't did didn't")
MODALS = _words("will won't would wouldn't can can't could couldn't may might must should")

ADVERBS = _words("also never not always still often rarely ultimately simply really thus then soon instead only")

PREDICATES = _words(
    "arrives follows explores becomes begins remains seems belongs opens premieres stars tells asks imagines",
    "earns grosses features centres centers concerns contains deserves differs invites manages proves suggests",
    "unfolds depicts examines portrays describes introduces reminds refuses succeeds fails grows goes gets",
    "comes came opened premiered arrived followed won became began told",
)
"""Finite verbs that are no plural of a noun, and that stand after the title of a film."""

ALSO_NOUNS = _words(
    "stands springs rests presents offers shows takes plays works runs turns moves looks feels leads ends starts",
    "makes marks finds keeps lives plans promises draws holds brings opens closes returns captures reveals",
)
"""Third persons that are plurals of nouns too: verbs where an object, a preposition or an adverb follows."""

_AFTER_VERB = _words(
    "a an the its his her their our us you no one two as from on to at in into with through up out off for",
    "like like like how what why where that itself him them me",
)
_CLOSED = (
    ENGLISH.function - DETERMINERS - _words("first second third last next other own few many more most one two")
) | _words("that which who")

_LOCATIVE = _words("in to from at near around across outside through leaving visiting toward towards of")
_DATING = _words("in on since until till by last next this early late mid before after through during every each of")


def slot_of_pronoun(here: Surroundings) -> Slot:
    """Whether a capital pronoun is a title: sure only where a pronoun of its form cannot stand.

    Refuses every pronoun before a capital, in headlines, and alone in quotation marks, where it may be
    the word itself; of those that may open a sentence as subjects, all that do.
    """
    word = here.words.lower()
    if word == "i":
        return Slot.WORD
    if here.is_dated or here.is_emphasised or here.word_before in ENGLISH.works:
        return Slot.NAME
    if here.is_quoted:
        return Slot.DOUBT
    if here.after.startswith(("'s ", "'s,", "'s.")) and word not in SUBJECT_PRONOUNS:
        return Slot.NAME
    if here.opens_sentence:
        if word in SUBJECT_PRONOUNS:
            return Slot.WORD
        return _subject_slot(here, of_determiner=word in DETERMINERS)
    if here.headline:
        return Slot.DOUBT
    following = here.word_after
    if following[:1].isupper():
        return Slot.WORD
    if word not in DETERMINERS:
        return Slot.NAME
    if not following or following.lower() in _CLOSED | BE_AND_HAVE | MODALS or following[0].isdigit():
        return Slot.NAME
    if following.endswith(("s", "ed")) or _subject_slot(here, of_determiner=False) is Slot.NAME:
        return Slot.NAME
    is_adverb = following.endswith("ly") and re.match(r" \w+ (?:%s)\b" % "|".join(sorted(_CLOSED)), here.after)
    return Slot.NAME if is_adverb else Slot.DOUBT


def slot_of_word(here: Surroundings, *, is_title: bool, known_here: bool) -> Slot:
    """Whether a capital word of every day is the name that it may be.

    ``known_here`` tells that the text has named it before beyond doubt.
    """
    if here.is_quoted or here.is_emphasised or here.is_dated or here.after.startswith(("'s ", "' ")):
        return Slot.NAME
    low = here.words.lower()
    if low in ENGLISH.calendar and here.word_before in _DATING | {"of"}:
        return Slot.WORD
    if here.headline:
        return Slot.NAME if not is_title and known_here else Slot.DOUBT
    if not here.opens_sentence:
        return Slot.NAME
    following = here.word_after
    if following in PREDICATES or (following.endswith("ed") and following in PREDICATES):
        return Slot.NAME
    if following in BE_AND_HAVE or following in ALSO_NOUNS or _is_finite(following):
        return Slot.NAME if known_here else Slot.DOUBT
    if not following:
        return Slot.DOUBT
    return Slot.WORD if not known_here and low in _CLOSED else Slot.DOUBT


def slot_of_place(here: Surroundings) -> Slot:
    """Whether a name that a place has too is a person's here: in doubt after ``in``, ``to``, ``from``."""
    return Slot.DOUBT if here.word_before in _LOCATIVE - {"of", "to", "from", "at", "near"} else Slot.NAME


def is_word_too(words: str) -> bool:
    """Whether a name of one word is also a word of every day or of the calendar."""
    low = words.lower()
    return low in ENGLISH.calendar or is_common(words)


def is_rare_as_word(words: str) -> bool:
    """Whether a given name is so much a name that its everyday sense need not be feared."""
    return is_given_name(words) and not is_common(words)


def _subject_slot(here: Surroundings, *, of_determiner: bool) -> Slot:
    """Whether a finite verb follows whose subject the word can only be as a name."""
    found = re.match(r" ([\w']+)(?: ([\w']+))?(?: ([\w']+))?", here.after)
    if found is None:
        return Slot.DOUBT if here.after[:1] in {",", ")", ";"} and not of_determiner else Slot.WORD
    verb, following = found[1], (found[2] or "").lower()
    if verb in ADVERBS or (verb.endswith("ly") and is_common(verb)):
        verb, following = following, (found[3] or "").lower()
        if _is_finite(verb) or verb in BE_AND_HAVE | MODALS:
            return Slot.NAME
        return Slot.WORD if of_determiner else Slot.DOUBT
    if verb in BE_AND_HAVE or verb in PREDICATES:
        return Slot.NAME
    if verb in MODALS:
        return Slot.NAME if following in {"be", "have", "not", "also", "never", "open", "make"} else Slot.DOUBT
    if verb in ALSO_NOUNS:
        return Slot.NAME if following in _AFTER_VERB else Slot.DOUBT
    return Slot.WORD if of_determiner else Slot.DOUBT


def _is_finite(word: str) -> bool:
    return word in PREDICATES or word in ALSO_NOUNS or (word.endswith("s") and is_common(word) and len(word) > 3)
