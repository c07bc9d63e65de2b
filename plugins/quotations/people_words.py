"""Words that stand for people without a name, and what tells of them: tables, in English."""

from __future__ import annotations

from plugins.quotations.saying import words

NO_RIVAL = frozenset({"star", "icon", "legend", "head", "chair", "guide", "fan"})
"""Roles that are other things too."""

MEN = words(
    "man guy boy husband brother father dad son uncle grandfather fiancé boyfriend cameraman chairman",
)
"""Whom ``she`` never means."""

WOMEN = words(
    "woman girl lady actress wife sister mother mom mum daughter aunt grandmother widow fiancée girlfriend",
    "camerawoman chairwoman spokeswoman stuntwoman",
)
"""Whom ``he`` never means."""

ARTICLES = frozenset({"the", "a", "an"})
"""Before a name that nothing is known of: it is a prize’s, a band’s or a place’s."""

PEOPLE = (
    MEN
    | WOMEN
    | words(
        "kid person someone somebody teenager child other stranger idol hero rival neighbour neighbor",
        "pilot sailor soldier captain king queen prince princess beggar thief cop guard guest client",
        "customer patient waiter waitress bartender farmer baker butcher fisher hunter miner clerk",
        "judge priest monk nun pope saint ghost god master servant maid butler cook chef tramp tourist",
        "traveller traveler passenger victim killer interpreter messenger recruit scout spy pupil",
        "mentor tutor trainer coach athlete player runner skater surfer banker broker dealer buyer",
        "seller lender landlord tenant lover bride groom baby sibling parent grandparent relative elder",
        "orphan survivor witness suspect prisoner leader ruler emperor ambassador delegate deputy",
    )
)
"""Who may be meant besides those whom a text names; roles on a film are in ``saying.ROLES``."""

PERSONAL_ENDINGS = ("man", "woman", "ist", "ician", "maker", "keeper", "master", "person")
"""Of further words for people: ``the fisherman``, ``a guitarist``."""

PLAYING = words(
    "plays played playing stars starred starring portrays portrayed portraying voices voiced role part scene",
    "character protagonist",
)
"""Words of a sentence in which somebody plays somebody."""

MALE, FEMALE = "he", "she"

GENDERED = {
    MALE: frozenset({"mr", "sir", "herr", "señor", "monsieur"}),
    FEMALE: frozenset({"mrs", "ms", "miss", "dame", "actress", "frau", "señora", "madame"}),
}
"""Words at once before a name that say of which gender its bearer is."""
