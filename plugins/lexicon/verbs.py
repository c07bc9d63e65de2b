"""Finite verbs of English, by what a name before them may be."""

from __future__ import annotations

from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common

BE_AND_HAVE = words("is isn't was wasn't has hasn't had hadn't does doesn't did didn't")
MODALS = words("will won't would wouldn't can can't could couldn't may might must should")

PREDICATES = words(
    "arrives follows explores becomes begins remains seems belongs opens premieres stars tells asks",
    "imagines earns grosses features centres centers concerns contains deserves differs invites manages",
    "proves suggests unfolds depicts examines portrays describes introduces reminds refuses succeeds fails",
    "grows goes gets comes came opened premiered arrived followed won became began told",
)
"""Verbs that are no plural of a noun, and that stand after the title of a film."""

GOING = words("goes comes went came gets got arrives arrived follows followed grows begins began")
"""Those of them before which a preposition may stand."""

ALSO_NOUNS = words(
    "stands springs rests presents offers shows takes plays works runs turns moves looks feels leads ends",
    "starts makes marks finds keeps lives plans promises draws holds brings opens closes returns captures",
    "reveals",
)
"""Third persons that are plurals of nouns too: verbs where an object, a preposition or an adverb follows."""

PAST = words(
    "took gave made came went got saw knew thought felt found left kept held brought built bought sold sent",
    "spent stood sat ran rode drove wrote spoke broke chose fell flew grew drew threw wore won lost met led",
    "heard told said became began sang drank swam rose shot cut put set let hit read dug fought caught",
    "taught slept wept swept paid laid hung struck stuck spun shook woke",
)
"""Past forms of the commonest irregular verbs; those of regular ones end in -ed."""

SAYS_ONLY = words(
    "says tells writes thinks recalls explains adds admits insists argues agrees asks remembers believes",
)
"""Third persons of verbs of saying that are no plural of a noun, as ``notes`` and ``claims`` are."""


def is_finite(word: str) -> bool:
    """Whether a word is a verb that somebody is the subject of, and cannot be a plural of a noun.

    >>> is_finite("stepped"), is_finite("took"), is_finite("says"), is_finite("claims"), is_finite("red")
    (True, True, True, False, False)
    """
    return word in PAST or word in SAYS_ONLY or (word.endswith("ed") and len(word) > 4 and is_common(word))
