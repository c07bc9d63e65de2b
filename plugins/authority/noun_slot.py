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
from plugins.lexicon.tables import words
from plugins.lexicon.verbs import (
    ALSO_NOUNS,
    BE_AND_HAVE,
    GOING,
    MODALS,
    PREDICATES,
    is_finite,
)
from plugins.lexicon.words import is_common
from plugins.quotations.saying import SAYS


class Slot(Enum):
    """What a word is where it stands."""

    NAME = "name"
    WORD = "word"
    DOUBT = "doubt"


SUBJECT_PRONOUNS = words("i we you he she it they who what this that these those one")
"""Forms that stand as a subject themselves: at a sentence's start nothing tells them from a title."""

OBJECT_PRONOUNS = words("me us him them whom")
DETERMINERS = words("her his my our your their its")
"""Forms before which, and after which, a noun may stand: ``her hair``."""

PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | DETERMINERS | {"hers", "mine", "ours", "yours", "theirs"}

PREPOSITIONS = words(
    "up down in out off on over under after before through into inside outside beyond above below",
)
"""Words that are no subject of a verb, but for verbs of going: ``Up goes the house``."""

ADVERBS = words(
    "also never not always still often rarely ultimately simply really thus then soon instead only",
)

_AFTER_VERB = words(
    "a an the its his her their our us you no one two as from on to at in into with through up out off for",
    "like how what why where that itself him them me",
)
_CLOSED = (
    ENGLISH.function
    - DETERMINERS
    - words("first second third last next other own few many more most one two")
) | words("that which who")

_DATING = words(
    "in on since until till by last next this early late mid before after through during every each of a",
    "one",
)
_TIMES = words("at morning afternoon evening night")
_MAKER = re.compile(r"[\"'_*]?, by [A-Z]")
_SUBJECT = re.compile(r", (?:who|whose|whom|now \d|aged|\d\d\b)")
_CALLED_FILM = re.compile(
    r" (?:is|was|isn't|wasn't) (?:also |not |still )?(?:an?|the|his|her|their|my|our) (?:[\w'-]+,? ){0,4}?"
    r"(?:film|movie|picture|documentary|sequel|remake|thriller|western)"
    r"(?:[.,;:!?)]|$| (?:about|that|which|of|with|by|in|from|made|for|where|whose|and|set|to)\b)"
)


def slot_of_pronoun(here: Surroundings) -> Slot:
    """Whether a capital pronoun is a title: sure only where a pronoun of its form cannot stand.

    Refuses every pronoun before a capital, in headlines, and alone in quotation marks, where it may be
    the word itself; of those that may open a sentence as subjects, all that do.
    """
    word = here.words.lower()
    if word == "i":
        return Slot.WORD
    if here.is_dated or here.word_before in ENGLISH.works:
        return Slot.NAME
    if here.is_emphasised:
        return Slot.DOUBT if here.opens_sentence and word in SUBJECT_PRONOUNS else Slot.NAME
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
    if here.word_before in {"a", "an", "the"}:
        # “The It girl”, and just as well “the It remake”.
        return Slot.DOUBT
    if word not in DETERMINERS:
        return Slot.NAME
    if not following or following.lower() in _CLOSED | BE_AND_HAVE | MODALS or following[0].isdigit():
        return Slot.NAME
    if following.endswith(("s", "ed")) or _subject_slot(here, of_determiner=False) is Slot.NAME:
        return Slot.NAME
    behind = re.match(r" \w+ ([\w']+)", here.after)
    is_adverb = following.endswith("ly") and behind is not None and behind[1] in _CLOSED
    return Slot.NAME if is_adverb else Slot.DOUBT


def slot_of_word(here: Surroundings, *, is_title: bool, known_here: bool) -> Slot:
    """Whether a capital word of every day is the name that it may be.

    ``known_here`` tells that the text has named it before beyond doubt.
    """
    if here.is_said and is_title:
        return Slot.DOUBT
    if here.is_quoted or here.is_emphasised or here.is_dated:
        return Slot.NAME
    if here.after.startswith(("'s ", "' ")) and (known_here or not here.opens_sentence):
        # “Heat’s rising” at a sentence’s start has a verb, and no possessive.
        return Slot.NAME
    low = here.words.lower()
    if low in ENGLISH.calendar and (here.word_before in _DATING or here.word_after in _TIMES):
        return Slot.WORD
    if here.headline:
        return Slot.NAME if not is_title and known_here else Slot.DOUBT
    if not here.opens_sentence:
        return Slot.DOUBT if low in ENGLISH.calendar and not known_here else Slot.NAME
    if is_title and (_CALLED_FILM.match(here.after) or _MAKER.match(here.after)):
        return Slot.NAME
    following = here.word_after
    if low in PREPOSITIONS:
        return Slot.NAME if following in BE_AND_HAVE | PREDICATES - GOING else Slot.DOUBT
    if following in PREDICATES:
        return Slot.NAME
    return Slot.NAME if known_here and _has_finite_verb(here) else Slot.DOUBT


def slot_of_sign(here: Surroundings, *, known_here: bool) -> Slot:
    """Whether a letter or a number is the title that it may be: only where something says that it is one.

    A text that has said so of a letter may repeat it without; numbers stay in doubt.
    """
    if here.is_dated or here.is_emphasised or here.word_before in ENGLISH.works:
        return Slot.NAME
    if _MAKER.match(here.after) and here.word_before not in _DATING:
        return Slot.NAME
    if here.is_quoted:
        return Slot.DOUBT if here.is_said else Slot.NAME
    if not known_here:
        return Slot.WORD
    is_one_of_many = re.search(r"\b(?:an?|the|letters?|[A-Z] (?:to|or|and)) $", here.before)
    if is_one_of_many or here.headline or here.words.isdecimal():
        return Slot.DOUBT
    return Slot.NAME


def is_word_too(words: str) -> bool:
    """Whether a name of one word is also a word of every day or of the calendar."""
    return words.lower() in ENGLISH.calendar or is_common(words)


def is_sign(words: str) -> bool:
    """Whether a name is one letter, or a number in figures."""
    return words.isdecimal() or (len(words) == 1 and words.isalpha() and words.upper() != words.lower())


def has_no_capitals(words: str) -> bool:
    """Whether a name is written in a script that has no capitals to show one."""
    return words.isalpha() and words.upper() == words.lower()


def _has_finite_verb(here: Surroundings) -> bool:
    """Whether a verb or a clause follows of which somebody known is the subject, and no plural of a noun."""
    verb = here.word_after
    if not verb:
        return bool(_SUBJECT.match(here.after))
    if is_finite(verb) or verb in BE_AND_HAVE | MODALS:
        return True
    following = re.match(r" [\w']+ ([\w']+)", here.after)
    return verb in ALSO_NOUNS | SAYS and following is not None and following[1] in _AFTER_VERB


def _subject_slot(here: Surroundings, *, of_determiner: bool) -> Slot:
    """Whether a finite verb follows whose subject the word can only be as a name."""
    found = re.match(r" ([\w']+)(?: ([\w']+))?(?: ([\w']+))?", here.after)
    if found is None:
        return Slot.DOUBT if here.after[:1] in {",", ")", ";"} and not of_determiner else Slot.WORD
    verb, following = found[1], (found[2] or "").lower()
    if verb in ADVERBS or (verb.endswith("ly") and is_common(verb)):
        verb, following = following, (found[3] or "").lower()
        if _is_third_person(verb) or verb in BE_AND_HAVE | MODALS:
            return Slot.NAME
        return Slot.WORD if of_determiner else Slot.DOUBT
    if verb in BE_AND_HAVE or verb in PREDICATES:
        return Slot.NAME
    if verb in MODALS:
        return (
            Slot.NAME if following in {"be", "have", "not", "also", "never", "open", "make"} else Slot.DOUBT
        )
    if verb in ALSO_NOUNS:
        return Slot.NAME if following in _AFTER_VERB else Slot.DOUBT
    if verb in SUBJECT_PRONOUNS:
        # No noun that a determiner could go with: an object in front (“Her we never see”), or a title.
        return Slot.DOUBT
    return Slot.WORD if of_determiner else Slot.DOUBT


def _is_third_person(word: str) -> bool:
    """Whether a word may be a verb in the third person; it may be a plural too."""
    return (
        word in PREDICATES or word in ALSO_NOUNS or (word.endswith("s") and is_common(word) and len(word) > 3)
    )
