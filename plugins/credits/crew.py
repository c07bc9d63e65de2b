"""The forms in which a sentence says who did which job on a film."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.credits.jobs import DOES, DONE_BY, NOUN, THING, any_of, roles_of_label, roles_of_noun, roles_of_thing, roles_of_verb
from plugins.credits.phrases import FREE, INTRODUCED, NO_OTHER


@dataclass(frozen=True, slots=True)
class CrewForm:
    """One form. ``who`` holds the names, ``job`` the words of the job, ``object`` the works it was done on;
    ``lead`` is what determines the job: ``his``, ``the film's``; ``too`` is somebody who did it as well.

    ``roles`` reads the job. A ``sure`` form tells a job on the film whatever the job is; in others that is
    known of crafts only, and of whoever a determiner ties to the film.
    """

    reason: str
    pattern: re.Pattern[str]
    roles: Callable[[str], tuple[str, ...]]
    sure: bool = False
    passive: bool = False
    """Whether what stands before the form must be the film, its title or a new clause."""


_WHO = r"(?P<who>[ⓟⓞ](?:(?:, | and |, and | & |/)[ⓟⓞ])*)"
_ONE = r"(?P<who>[ⓟⓞ])"
_THE = (
    r"(?:the|our|my|his|her|their|its|this|(?:the|this|that) (?:film|movie|picture|production|documentary|drama|comedy)'s|ⓦ's?|ⓟ's?|ⓞ's?)"
)
_LEAD = rf"(?P<lead>\b(?i:{_THE}) (?:(?!(?:and|or|of|by|with|to|in|who|is|was|from|for)\b)[\w'-]+,? ){{0,4}}?)"
_NOUNS = rf"(?P<job>(?i:{NOUN}(?:(?:,|,? and| &|/|-turned| turned) ?(?:[\w-]+ ){{0,2}}?{NOUN})*))"
_FELLOW = r"(?: and (?:[\w-]+ ){0,3}(?:colleague|collaborator|partner|friend|ally|accomplice))?"
_NOT_OWNER = r"(?!'s?\b|-|\w)(?! of (?!photography))"
_ASIDE = rf"(?:,? who|, {FREE}{{1,90}}?,(?: who)?)?"
_FILM = (
    r"(?:it(?! (?:up|back|off|out|down|over))\b|(?:the|this|that) (?:whole )?(?:film|movie|picture|feature|thing|production|documentary|project|adaptation)\b(?!s|'s|-)"
    r"|(?:his|her|their) (?:newest|latest|new) (?:film|movie|feature)\b)"
)
_WORKS = r"(?P<object>(?:(?:the|his|her|a|an|both) )?(?:ⓟ(?:'s?)? )?(?:(?!(?:and|or|with|for|of|from|in|by|to|that|which)\b)[\w'-]+ ){0,3}?ⓦ(?:(?:, | and |, and )(?:ⓟ(?:'s?)? )?(?:the )?ⓦ)*)"
_AUX = (
    r"(?:(?:has|had|have|will|would|is|was|are|were|also|then|once|later|himself|herself|both|either|to|started|began|be|been|going|being"
    r"|agreed|agrees|wanted|wants|hopes|said they|said she|said he|attached|set|due|hired|signed(?: on)?|[a-z]+ly) )*"
)
_VERBS = rf"(?P<job>{DOES}(?:(?:,| and|, and| as well as)(?: also| co-)? ?{DOES})*)"
_MADE = r"(?:wrote|writes|written|writing|penned|co-wrote|composed|composes|supplied|supplies|provided|provides|made|makes|did|created|creates|designed|designs|recorded|contributes|contributed|arranged)"
_OWNED = any_of([
    "score", "music", "soundtrack", "cinematography", "camerawork", "camera work", "camera", "photography", "editing", "script", "screenplay",
    "production design", "costumes", "costume design", "choreography", "lyrics", "sound design", "direction", "art direction", "lensing",
])  # fmt: skip
_GIVEN = any_of([
    "score", "music", "soundtrack", "cinematography", "camerawork", "photography", "editing", "script", "screenplay", "teleplay", "production design",
    "set design", "costumes", "costume design", "choreography", "lyrics", "sound design", "art direction", "clothes", "theme", "sets", "visual effects", "animation",
])  # fmt: skip
_ITS = r"(?:the|a|an|his|her|its|all the|most of the|their|another|some) (?:[\w'-]+,? ){0,3}?"


def _of_verbs(words: str) -> tuple[str, ...]:
    return _each(re.findall(DOES, words) or [words], roles_of_verb)


def _of_nouns(words: str) -> tuple[str, ...]:
    return _each([one[0] for one in re.finditer(NOUN, words, re.IGNORECASE)], roles_of_noun)


def _of_things(words: str) -> tuple[str, ...]:
    return roles_of_thing(words)


def _of_label(words: str) -> tuple[str, ...]:
    return tuple(role for role in roles_of_label(words) if role != "cast")


def _each(words: list[str], read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for word in words for role in read(word)))


def _story(_: str) -> tuple[str, ...]:
    return ("story",)


FORMS = (
    CrewForm("a speaker’s job in brackets", re.compile(rf"^{_ONE} \((?P<job>[^()ⓒⓟ:]{{2,60}})\) ?:"), _of_label, sure=True),
    CrewForm("a job before its holder", re.compile(rf"{_LEAD}?(?<![\w'-]){_NOUNS}{_FELLOW}(?:(?P<comma>,)? {INTRODUCED}){_WHO}(?(comma)(?=[,.;:!?)]|$| \(| and\b))"), _of_nouns),
    CrewForm("a job behind its holder", re.compile(rf"{_WHO}(?:,? (?:who )?(?:is|was|are|were|as)|,| again)? {_LEAD}{_NOUNS}{_NOT_OWNER}"), _of_nouns),
    CrewForm("a job behind its holder", re.compile(rf"{_WHO}{_ASIDE} (?:is|was|are|were) (?P<lead>an? )(?P<job>(?:executive|associate|co-)[ -]?producers?)\b"), _of_nouns),
    CrewForm("a job that somebody has", re.compile(rf"{_LEAD}(?P<job>(?i:{NOUN}))(?: (?:is|was|were|are)|,) (?:an? [\w -]{{1,40}}, )?{_WHO}(?=[,.;:!?)]|$| (?:and|until|who)\b)"), _of_nouns),
    CrewForm("a job on a work", re.compile(rf"{_WHO},? (?P<lead>(?:the )?)(?P<job>(?i:{NOUN}(?:(?:,| and|/) {NOUN})*)) (?:of|on|for|behind) (?P<object>ⓦ(?:(?:, | and |, and )ⓦ)*)"), _of_nouns, sure=True),
    CrewForm("done by", re.compile(rf"(?<![\w'-])(?P<job>(?i:{DONE_BY})(?:(?:,| and|, and|/)(?: also)? ?{DONE_BY})*)(?: {FREE}{{1,25}}?)? by {INTRODUCED}{_WHO}{NO_OTHER}"), _of_verbs, sure=True, passive=True),
    CrewForm("did it", re.compile(rf"{_WHO}{_ASIDE} {_AUX}{_VERBS} (?:and [a-z]+ )?{_FILM}(?: with {INTRODUCED}(?P<too>ⓟ(?:(?:, | and )ⓟ)*))?"), _of_verbs, sure=True),
    CrewForm("did a work", re.compile(rf"{_WHO}{_ASIDE} {_AUX}{_VERBS} {_WORKS}(?: with {INTRODUCED}(?P<too>ⓟ))?"), _of_verbs, sure=True),
    CrewForm("a work that somebody did", re.compile(rf"(?P<object>ⓦ)(?:\)|,)?[^.;:!?()ⓟⓒⓦ]{{0,90}},? (?:that|which) (?:ⓟ |)?{_ONE} {_AUX}{_VERBS}(?! by\b)(?: with {INTRODUCED}(?P<too>ⓟ))?"), _of_verbs, sure=True),
    CrewForm("did part of it", re.compile(rf"{_WHO}{_ASIDE} {_AUX}{_MADE}(?: out| up)? {_ITS}(?P<job>{_GIVEN})\b(?!-)(?: (?:for|of|to) (?P<object>ⓦ))?(?:,? with {INTRODUCED}(?P<too>ⓟ(?:(?:, | and )ⓟ)*))?"), _of_things),
    CrewForm("the first that somebody did", re.compile(rf"\bis (?:only )?the (?:first|second|third|fourth|fifth)(?: (?:film|movie|feature|one))?(?: that| which)? {_ONE} (?:has|had) (?P<job>(?:both )?{DOES}[^.;:ⓟ]{{0,40}}?(?: and| as well as) {DOES}|{DOES})"), _of_verbs, sure=True),
    CrewForm("shot in some way", re.compile(rf"{_WHO}{_ASIDE} {_AUX}(?P<job>shot|filmed|shoots|shoot) (?:entirely |mostly )?(?:in|on) (?:\w+ )?(?:digital|8K|4K|16mm|35mm|65mm|70mm|black|colou?r|location|film\b|video|natural)"), _of_verbs),
    CrewForm("will do it", re.compile(rf"{_WHO}{_ASIDE} (?:will|is|are|also|is attached to|are attached to|is set to|also will)? ?(?P<job>produces|producing|produce|edit|edits|editing|shoot|shoots|direct|directs|directing|score|scores|co-finances?|finances?)(?: the \w+)?(?=,? (?:with|for|from|on|in|alongside|early|later|next)\b|[.;]|$)(?:,? (?:with|alongside) {INTRODUCED}(?P<too>ⓟ))?"), _of_verbs),
    CrewForm("somebody’s work on it", re.compile(rf"(?<!screenwriter )(?P<who>[ⓟⓞ])'s? (?:(?!(?:and|or|of|by|with|to|in|who|from|for)\b)[\w'-]+,? ){{0,4}}?(?P<job>{_OWNED})\b(?!-|s\b)(?! (?:of|for) (?!ⓦ|the))"), _of_things),
    CrewForm("work on it by", re.compile(rf"(?<![\w'-])(?P<job>(?i:{_GIVEN}))(?: (?:(?:is|was|were|are|will be|comes?|came|will come) )?(?:by|from|courtesy of)|, by|, from) {INTRODUCED}{_WHO}{NO_OTHER}"), _of_things),
    CrewForm("work on it with", re.compile(rf"(?<![\w'-])(?P<job>(?i:{_GIVEN})) (?:for|to|of) (?P<object>ⓦ|the film|the movie) (?:with|by|from) {INTRODUCED}{_WHO}{NO_OTHER}"), _of_things, sure=True),
    CrewForm("work that earned a prize", re.compile(rf"(?<![\w'-])(?P<job>(?i:{_GIVEN})),? which (?:has )?(?:earned|won|brought|got|gave) {_ONE}"), _of_things, sure=True),
    CrewForm("a story by", re.compile(rf"\b(?:from|based on|on) an? (?:original )?(?P<job>story) by {INTRODUCED}{_WHO}"), _story, sure=True),
    CrewForm("at the camera", re.compile(rf"{_WHO} (?:(?:is |was )?(?:at|behind)|shared|shares|operates|handles|held|mans) the (?P<job>camera)\b(?!s)"), _of_things),
    CrewForm("distributes it", re.compile(rf"(?P<who>ⓞ)(?:,? which)? (?:will |is to |is set to |plans to |has |is |said (?:they|it) (?:wanted|wants?) to )*(?P<job>distribut(?:e|es|ed|ing)|releas(?:e|es|ed|ing)|opens?|opening) (?:it\b|the (?:film|movie|picture)\b|(?P<object>ⓦ))"), lambda _: ("distributor",), sure=True),
    CrewForm("released through", re.compile(r"\b(?:opens?|released?|out|arrives?|in cinemas|in theaters)\b[^.;:ⓟ]{0,70} (?P<job>through|via) (?P<who>ⓞ)"), lambda _: ("distributor",), sure=True),
    CrewForm("pays for it", re.compile(rf"(?P<who>[ⓟⓞ])(?:, who [^.;]{{1,160}},)? {_AUX}(?:offered to )?(?P<job>financ(?:e|es|ed|ing)|bankroll(?:s|ed)?|funds?|funded|co-financ(?:es?|ed)) (?:it\b|the (?:film|movie|picture|project)\b|(?P<object>ⓦ))"), lambda _: ("financier",), sure=True),
    CrewForm("advised on it", re.compile(rf"(?P<who>[ⓟⓞ]){_ASIDE} {_AUX}(?P<job>advised|advises|consulted|consults)(?: ⓟ)? on (?:the (?:film|script|movie|production|picture)\b|(?P<object>ⓦ))"), lambda _: ("consultant",), sure=True),
)  # fmt: skip

OTHER_OBJECTS = re.compile(
    r"\b(?:poems?|novels?|novellas?|books?|plays?|songs?|letters?|articles?|essays?|tales?|photographs?|photos?|portraits?|paintings?|videos?|shorts?"
    r"|series|episodes?|albums?|notes?|prints?|reviews?|texts?|films|movies|pictures|adverts?|commercials?|stories|lines|jokes?|posters?|stage|record"
    r"|(?:another|first|second|third|other|earlier|previous|short|last|next|debut) (?:film|movie|feature|picture)|a (?:film|movie|short|feature))"
    r"(?:,| that| which| was| were| is| are| be| been| had been)*(?: [a-z]+ly)? $",
    re.IGNORECASE,
)
"""What stands before “written by” and is no film, or another one."""

THIS_OBJECT = re.compile(
    r"(?:^|[,;:(—–] ?|\b(?:film|movie|picture|feature|drama|comedy|thriller|documentary|debut|western|musical|epic|romance|adaptation|script|screenplay"
    r"|score|music|chase|scene|sequence|shot|it|they|and|was|is|been|were|beautifully|[a-z]+ly|ⓦ(?: ?\([^)]*\))?),? )"
    r"(?:which (?:was|is) |that (?:was|is) |was |is |has been |had been |were )?(?:[a-z]+ly )?$",
    re.IGNORECASE,
)
"""What may stand before “directed by”: a clause’s beginning, the film, its title, or what it is made of."""

NOT_OF_THE_FILM = re.compile(
    r"\b(?:photo(?:s|graph|graphs|graphed|graphy)?|picture[sd]?:|portrait|grooming|styling|styled|stylist|interview(?:ed)?|reviewed|reported"
    r"|compiled|words|text|illustration|(?:starr?\w*|appear\w*|cast|credited|billed|plays?|played|playing) as|borrowed from|lent by|named after)\b[^.;ⓟ]{0,12}$"
    r"|\b(?:inspired|influence[sd]?|like|unlike|admires?|worship\w*|homage|reminiscent|recalls?|echo\w*|fan of|friend of|friends|peers|colleagues"
    r"|compare[sd]?|likened|according to|lent|lend|borrowed|heard of|novelist|author|based on (?:the|a) (?:novel|book|play)|neighbou?r|former"
    r"|dinner with)\b[^.;ⓟ]{0,40}$",
    re.IGNORECASE,
)
"""Words before a job that tell of somebody else than the film’s crew."""
