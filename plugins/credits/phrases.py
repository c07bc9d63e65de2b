"""Pieces of the patterns by which credits are found: what may stand beside a name, and between two."""

from __future__ import annotations

import re

from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words

HUMANS = (
    words(
        "man woman boy girl child kid lad lass guy bloke fellow chap gentleman lady youth teenager teen baby toddler",
        "infant twin widow widower bride groom husband wife mother father mum mom dad papa mama brother sister son",
        "daughter uncle aunt cousin nephew niece grandmother grandfather grandma grandpa stepmother stepfather",
        "girlfriend boyfriend lover fiancé fiancée ex ex-wife ex-husband friend neighbour neighbor roommate flatmate",
        "stranger colleague boss rival nemesis interest sidekick villain hero heroine protagonist antagonist",
        "robber thief burglar gangster hitman killer murderer assassin crook dealer addict fugitive prisoner convict",
        "inmate warden guard cop policeman policewoman detective inspector sheriff spy agent soldier sailor pilot",
        "captain lieutenant sergeant colonel general officer commander veteran doctor surgeon nurse dentist patient",
        "therapist psychiatrist psychologist lawyer attorney judge priest nun monk vicar pastor rabbi teacher tutor",
        "professor student pupil schoolboy schoolgirl headmaster headmistress principal scientist inventor engineer",
        "mechanic driver chauffeur cabbie taxi-driver waiter waitress barman barmaid bartender landlord landlady",
        "maid butler housekeeper nanny governess cook chef baker butcher grocer farmer shepherd fisherman miner",
        "worker labourer carpenter builder plumber electrician clerk secretary receptionist salesman saleswoman",
        "shopkeeper businessman businesswoman banker tycoon millionaire billionaire heir heiress king queen prince",
        "princess duke duchess count countess baron baroness lord emperor president senator mayor politician",
        "minister diplomat ambassador spinster bachelor orphan runaway drifter loner misfit tramp beggar vagrant",
        "witch wizard ghost vampire monster alien robot android creature puppet doll clown magician fortune-teller",
        "psychic medium prophet painter sculptor artist poet novelist author playwright journalist reporter",
        "photographer musician singer pianist violinist dancer ballerina actor actress starlet model athlete boxer",
        "wrestler footballer coach surrogate smuggler surveyor ornithologist librarian beekeeper villager peasant",
        "nobleman knight warrior samurai cowboy outlaw bounty-hunter cowherd governor guardian caretaker janitor",
        "cleaner postman conductor choreographer impresario matriarch patriarch in-law mother-in-law father-in-law",
        "stepson stepdaughter stepbrother stepsister godfather godmother confidante confidant accomplice partner",
        "suitor admirer stalker hostage victim witness suspect survivor castaway visitor guest host hostess escort",
        "prostitute stripper sex-worker hustler gambler con-man conman bookie",
    )
    | ENGLISH.ranks
)
"""What somebody in a story is called who has no name."""

CREW_WORDS = words(
    "director directors filmmaker writer screenwriter producer cinematographer editor composer designer",
    "co-writer co-director dp cameraman auteur star author novelist critic studio company distributor",
)
"""What is no part when it stands before a name in brackets: ``the director (Ines Varga)``."""

HUMAN = "(?:" + "|".join(sorted(map(re.escape, HUMANS), key=len)[::-1]) + ")s?"

ADVERBS = (
    r"(?:[a-z'-]+ly |also |once |then |now |both |first |originally |initially |here |being |later |again "
    r"|memorably |too |still |just |so |very |rather |quite |at first |in turn |at last |already )*"
)

ACTED = (
    r"(?:played|voiced|portrayed|performed|embodied|acted|essayed|inhabited|incarnated|impersonated|sung"
    r"|given voice|given (?:a )?(?:body|life)|brought to life|taken)"
)
"""Participles before ``by`` and a performer."""

ACTS = (
    r"(?:plays?|played|portrays?|portrayed|voices?|voiced|embod(?:y|ies|ied)|inhabits?|inhabited|essays|essayed"
    r"|impersonates?|impersonated|incarnates)"
)
"""Finite forms of the same."""

ACTING = r"(?:playing|portraying|voicing|embodying|inhabiting|impersonating)"

STARS_AS = (
    r"(?:stars?|starred|co-stars?|co-starred|appears?|appeared|returns?|returned|features?|featured|cameos"
    r"|guest-stars|turns up|turned up|pops up|popped up|shows up|is back|are back|is cast|are cast|was cast|were cast"
    r"|makes (?:his|her|their) (?:\w+ )?debut|made (?:his|her|their) (?:\w+ )?debut"
    r"|makes (?:his|her|their) (?:\w+ )?film debut|shines?|shone|excels?|excelled|impresses|impressed"
    r"|rounds? out the cast|steals scenes|reprises (?:his|her|their) (?:role|part)"
    r"|reprised (?:his|her|their) (?:role|part)) as"
)

IN_THE_PART = (
    r"(?:in|for|takes?|took|takes? on|took on|takes? over|landed|lands?|gets?|got|won|wins?|has|had|fills|handles)"
    r" (?:the|a|his|her) (?:[a-z-]+ ){0,3}(?:role|part) of"
)

GIVES_VOICE = (
    r"(?:lends?|lent|gives?|gave) (?:(?:his|her|their) )?(?:[a-z-]+ )?(?:voice|vocals|tones) to"
    r"|(?:provides?|provided|supplies|supplied|does|did|is|was) (?:the|his|her) (?:[a-z-]+ )?voice (?:of|for|to)"
    r"|as the voice of"
)

COMING = (
    r"(?:will(?: also| next)? (?:play|portray|voice|be|star as|appear as|co-star as|feature as)|'ll (?:play|be)"
    r"|would (?:be|play|star as)|(?:is|are|was|were) (?:set|due|slated|expected|signed|tapped|confirmed|about|hired|lined up)"
    r" to (?:play|portray|voice|star as|be)|(?:is|are) to (?:play|portray|voice|star as)"
    r"|(?:is|are) going to (?:play|be|voice)|has been cast as|have been cast as|has signed (?:on )?(?:to play|as)"
    r"|has (?:joined|boarded)(?: the cast| the film)? as|(?:is|are) (?:attached|on board) (?:to play|as)"
    r"|joins?(?: the cast| the film)? as|boards as)"
)
"""Verbs of a part that is still to be played."""

CHOSEN = (
    r"(?:cast|casts|casting|hired?|hires|chose|chooses|picked|picks|signed|signs|tapped|taps|found|brought in"
    r"|recruited|persuaded|convinced|got|gets|drawn to|turned to|lured|enlisted|selected|used)"
)
"""Verbs before ``X to play Y`` after which X did."""

INTRODUCED = (
    r"(?:(?:the|an?|his|her|their|our|its|newcomer|newcomers|debutant|first-timer|veteran|veterans|that|fellow|actor|actress"
    r"|actors|actresses|comedian|singer|co-star|singer-songwriter|rapper|playwright|one-time|former|non-professional"
    r"|real-life|British|American|French|German|Italian|Spanish|Irish|Scottish|Welsh|Danish|Swedish|Australian)\b"
    r"(?:,? (?!and\b|or\b|who\b|with\b|by\b)[\w'-]+){0,6}?,? )?"
)
"""What may introduce a performer: ``the British actress ⓟ``; with a space at its end, or nothing."""

_DETERMINED = r"(?:the|an?|his|her|their|its|our|ⓒ's?|ⓟ's?|that|this|one|another|young|old|little|poor|both)"
_WORD = (
    r"(?!(?:and|or|with|to|in|of|by|for|who|that|than|whose|which|at|on|from|but|as|is|was|are|were|has|had)\b)[\w'-]+"
)
TO_PART = rf"(?:{_DETERMINED} )?(?:{_WORD},? ){{0,6}}?(?:named |called )?"
"""What may stand before a part: ``Theodore's empathetic friend ⓒ``; with a space at its end, or nothing."""

NO_OTHER = r"(?!'s? |'s?,|s?-)"
"""After a name: it is not the owner of what follows."""

FREE = r"[^.;:!?()ⓟⓒ]"
"""What may stand inside a clause: anything but another name of its people."""

SAME = r"(?:(?:, | and |, and |,? & |,? as well as |/)(?=[ⓟⓒ]))"
PEOPLE = rf"ⓟ(?:(?:, | and |, and | & |/)ⓟ)*"
PARTS = rf"ⓒ(?:(?:, | and |, and | & |/)ⓒ)*"
