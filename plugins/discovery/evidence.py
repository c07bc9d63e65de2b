"""What the words beside a run, and its form, say of its kind, with a weight and a reason for each.

The weights are whole and half steps: 3 is what film writing says in so many words (“directed by X”), 2 what
it says mostly, 1 what goes with it. They were set on texts about a dozen films and are checked on others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.discovery.runs import Run
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name, is_often_given, is_surname
from plugins.quotations.saying import SAYS


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a run is of a kind (None: of no kind that is looked for), with the weight and in what words."""

    kind: Kind | None
    weight: float
    reason: str


_IN_TITLES = frozenset("is are was the a an of and in on to for with my your not be do does who what that".split())
"""Small words that have a capital inside titles alone: ``Jeffrey Bernard Is Unwell``."""


LED_ON = "capitals joined by small words"
"""The reason of a title that reaches over small words; it counts where it does reach."""


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda one: (-len(one), one)))


_JOB = _any(ENGLISH.jobs)
_WORK = _any(ENGLISH.works)
_MADE_BY = (
    "directed|written|produced|shot|photographed|edited|scored|composed|designed|lensed|adapted|choreographed"
    "|narrated|created|penned|helmed|played|voiced|portrayed|performed|sung|drawn|built|painted|conceived|made"
)
_MADE = (
    "directed|directs|directing|wrote|writes|writing|made|makes|making|shot|shoots|shooting|watched|watching|saw|seen"
    "|seeing|rewatched|rewatching|filmed|filming|remade|adapting|adapted|produced|producing|edited|scored|scoring"
    "|released|releasing|promoting|prepping|financed|financing|screened|showing|showed|loved|loves|hated|cut"
)
_IN_WORK = (
    r"(?:starr?(?:s|ed|ing)?|appear(?:s|ed|ing)?|role|roles|part|parts|turn|performance|performances|cameo|scene|scenes"
    r"|debut|acted|acting|sang|danced|seen|cast|character|characters|lead|moments?) in"
)
_OF_WORK = (
    r"(?:director|writer|star|stars|maker|makers|creator|author|premiere|screening|screenings|adaptation|version|cut|set"
    r"|success|making|end|release|restoration|title|print|script|screenplay|ending|opening|rest|much|most|half|heart|tone"
    r"|look|production|poster|trailer|shoot|cast|story|world|fan|fans|influence|shadow|remake|reissue|prints) of"
)
_TO_WORK = (
    r"(?:sequel|follow-up|prequel|prologue|answer|tribute|homage|compared|contribution|rights|back) to"
    r"|(?:read|reads|auditioned|audition|auditions|prepping|preparing|script|screenplay|score|music|songs?|nominated"
    r"|won|win|awards?|Oscar|Bear|Palme|Lion|known|famous|acclaim|costumes|posters?|best|remembered) for"
    r"|(?:work|works|worked|working|collaborated|collaboration|together|met|started|began|shoot) on"
    r"|(?:scenes?|shots?|image|images|stills?|music|actor|actress|song|lines?|quote) from|(?:such|just) as|credits include"
)

_PERSON_BEFORE = (
    (re.compile(rf"\b(?:{_MADE_BY}) by (?:the )?$"), 3.0),
    (re.compile(r"\b(?:starring|co-starring|featuring|stars|co-stars)(?: the)? $", re.IGNORECASE), 2.5),
    (re.compile(r"(?:^|[.:;|/] )[Bb]y:? $|^(?:Words|Text|Interview|Review|Story|Reporting|Posted|Written|Reviewed) by:? $"), 3.0),
    (re.compile(r"\b(?:[Pp]hoto(?:graph|graphy|graphs)?s?|[Ii]mages?|[Pp]ictures?|[Ii]llustration|[Gg]rooming|[Ss]tyling|[Mm]ake-?up|[Hh]air)(?: by|:| ©| courtesy of)+ (?:© ?)?$"), 3.0),
    (re.compile(r"\b(?:opposite|alongside|interviewed|introduces?|introducing|hired|hires|recruited|tapped) $"), 2.0),
    (re.compile(r"\bby $"), 1.5),
    (re.compile(r"\b(?!film|movie|novel|song|in|of)[a-z]+ \($"), 1.0),
    (re.compile(r"\b(?:thanks? to|with help from|collaborat\w+ with|work(?:s|ed|ing)? with|spoke (?:to|with)|talks? to|met|married(?: to)?|friends? with|asked|told|tells|asks) $"), 1.0),
)
_PERSON_AFTER = (
    (re.compile(r",? (?:aged? )?\d{2}(?:,| years)"), 3.0),
    (re.compile(rf",? (?:who |also )?(?:[\w']+ly )?(?:plays|portrays|voices|stars as|co-stars|stars opposite|directs|directed|wrote|co-wrote|composed|edited|photographed|designed|produced|choreographed|starred|won an|won the|was born|died|narrates)\b"), 2.0),
    (re.compile(rf",(?: the| an?| his| her| its| their| our| my| then| now| former| [A-Z][\w.]+'s)(?: (?!and\b|who\b|is\b|was\b)[\w'-]+){{0,4}}? (?:{_JOB})\b"), 2.5),
    (re.compile(rf", (?:[\w-]+ )?(?:{_JOB})\b(?: (?:of|and|on|at|,)|,|\.)"), 2.5),
    (re.compile(r"'s? (?:\w+ )?(?:performance|portrayal|character|role|turn|acting|voice|casting|direction|camera|cinematography|camerawork|score|script|screenplay|editing|costumes|costume|sets?|production design|choreography|filmography|film|films|movie|movies|debut|feature|features|oeuvre|career|photographs?|music|lens|adaptation|new|latest|first|second|third|last|early)\b"), 1.5),
    (re.compile(r"'s? (?:character|performance|portrayal|voice work|acting|direction)\b"), 1.0),
)
_CHARACTER_BEFORE = (
    (re.compile(r"\b(?:plays|played|playing|play|portrays|portrayed|portraying|portray|voices|voicing|embodies|embodying) (?:the )?(?:young |older |old |little )?[\"']?$"), 3.0),
    (re.compile(r"\b(?:role|part|character|figure|person) of (?:the )?[\"']?$"), 2.5),
    (re.compile(rf"\b(?:{_any(ENGLISH.characters)}),? (?:the )?[\"']?$"), 2.5),
    (re.compile(r"\b(?:named|called|nicknamed|named after|whose name is|name is|(?:names|calls) (?:her|him|it|them)sel(?:f|ves)) [\"']?$"), 2.5),
    (re.compile(r"(?:\b[A-Z][\w.'-]+|\b(?:cast|starring|stars?|starred|returns?|him|her|appears?|miscast|herself|himself|turn|performance|convincing|terrific|wonderful|superb|excellent|brilliant|perfect|great|good)),? as (?:the )?(?:young |older |old )?[\"']?$"), 3.0),
    (re.compile(r"\bas (?:the |a |an |his |her |their |[A-Z][\w'-]+(?: [A-Z][\w'-]+)?'s? )(?:[a-z][\w-]*,? ){1,5}$"), 2.5),
    (re.compile(r"\b[A-Z][\w'-]+, who (?:is|was) $"), 2.0),
    (re.compile(r"\b(?:follows|story of|tale of|cent(?:er|re)s on|concerns|life of|named for) (?:the )?(?:young )?$"), 2.5),
)
_PLAYED = re.compile(r"[\"']?,? (?:\(|who is |is |was )?(?:\w+ly )?(?:played|voiced|portrayed|embodied) by\b")
_BRACKET = re.compile(r"[\"']?,? \((?:[\w ]{0,20}by |an? [\w, -]{0,30}|the [\w -]{0,20})?([A-Z][^()]{2,60})\)")
_ACTS = re.compile(
    r"(?:,? who)? (?!(?:%s|is|was|has|does|directs|stars|plays|portrays|voices|appears|co-stars|makes|films|shoots|edits"
    r"|writes|works|uses|lives|gives|calls|brings|describes|delivers|returns|remains|seems|becomes|wants|likes|loves"
    r"|knows|goes|comes|gets|sees|opens|premieres|screens|runs|follows|tells)\b)[a-z]{2,}(?<!s)s\b(?! of| and [A-Z])"
    r"|'s (?:mother|father|wife|husband|son|daughter|life|face|body|apartment|house|room|bed|hands?|eyes|heart|boss)\b"
    % "|".join(sorted(SAYS))
)
_KIN_AFTER = re.compile(
    r",(?: the| an?| his| her| their)(?: (?!and\b|who\b|is\b|was\b)[\w'-]+){0,3}? (?:boy|girl|son|daughter|wife|husband"
    r"|brother|sister|mother|father|lover|maid|servant|neighbou?r|cousin|niece|nephew|uncle|aunt|grandmother|grandfather"
    r"|housekeeper|roommate|boss|girlfriend|boyfriend|child|teenager|detective|policeman|cop|soldier|waitress)\b"
)
_STORY_AFTER = re.compile(
    rf",(?: the| an?| his| her| its| their)(?: [\w'-]+){{0,4}}? (?:{_any(ENGLISH.characters)})\b"
)
_KIN_BEFORE = re.compile(
    r"\b(?:boy|girl|son|daughter|wife|husband|brother|sister|mother|father|lover|maid|servant|neighbou?r|cousin|niece"
    r"|nephew|uncle|aunt|grandmother|grandfather|widow|housekeeper|roommate|boss|fianc[ée]e?|girlfriend|boyfriend"
    r"|stepmother|stepfather|twin|baby|child|teenager|detective|policeman|cop|soldier|waitress|shopgirl|schoolgirl),? $"
)
_YEAR = re.compile(r"[\"'_*]?,? [(\[](?:[A-Z][\w. /]+,? )?(?:18|19|20)\d\d\b")
_WORK_AFTER = re.compile(
    rf" (?:franchise|trilogy|series|movies?|films?|sequels?|saga|remake|soundtrack|screenplay|script|album|premiere|shoot"
    r"|director|trailer|poster|set|cast|crew|score|book|novel|video|production|picture)\b"
)
_SERIES_AFTER = re.compile(r" (?:franchise|trilogy|series|saga|remake|sequels?|soundtrack|films|movies)\b")
_PREDICATE = re.compile(
    rf",? (?:which )?(?:premieres|premiered|opens|opened|grossed|screens|screened|(?:is|was) (?:\w+ )?(?:released|screened|shot|filmed|based|set|nominated|an? (?:[\w-]+,? ){{0,6}}(?:{_WORK}))|won|wins|follows|tells|stars|centres|centers|runs|played at|earned)\b"
)
_WORK_BEFORE = (
    (re.compile(rf"\b(?:{_WORK})(?:(?<!s),)? (?:called |titled |entitled |named )?[\"']?$", re.IGNORECASE), 2.5),
    (re.compile(r"\b(?:films?|works|movies|credits|titles|pictures|features|hits|classics) (?:include|includes|included|including|like|such as|are|were) [\"']?$"), 2.5),
    (re.compile(rf"\b(?:{_IN_WORK}|{_OF_WORK}|{_TO_WORK}) [\"']?$"), 2.0),
    (re.compile(rf"\b(?:{_MADE}) [\"']?$"), 1.0),
    (re.compile(r"\b(?:since|before|after|during|between|than|until|unlike|like|into|through|throughout) $"), 0.5),
    (re.compile(r"\b[Ii]n $"), 0.5),
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|from|near|outside|around|across|toward|towards|via|leaving|visiting|downtown|central|born in|moved to) $"
)
_LISTED = re.compile(r"(?:, | and | & |, and )$")


def evidence(run: Run) -> Iterator[Evidence]:
    """Everything that one run shows, in no particular order."""
    if run.passage.headline and not run.looks_personal and not _YEAR.match(run.after):
        return
    yield from _of_form(run)
    if run.is_elsewhere_named:
        return
    yield from _of_person(run)
    yield from _of_character(run)
    yield from _of_work(run)


def _of_form(run: Run) -> Iterator[Evidence]:
    if run.ends_otherwise:
        yield Evidence(None, 4.0, f"ends with “{run.words[-1]}”")
    if run.ends_like_a_place:
        yield Evidence(None, 2.5, f"ends with “{run.words[-1]}”")
    if not run.is_single and run.tokens[-1].low in ENGLISH.calendar and not run.looks_personal:
        yield Evidence(None, 2.5, f"ends with “{run.words[-1]}”")
    if run.is_elsewhere_named:
        yield Evidence(None, 4.0, "a place, a day or a term")
    elif run.looks_personal:
        yield Evidence(Kind.PERSON, 2.0, "a given name and another")
    first = run.tokens[0]
    if run.is_single and first.is_acronym and len(first.word) <= 5:
        yield Evidence(None, 1.5, "capitals only")
    if _opens_title(run):
        yield Evidence(Kind.WORK, 2.0, "a small word with a capital in mid-sentence")
    elif run.is_unknown_pair and not run.looks_personal:
        placed = re.search(r"\b(?:[Ii]n|[Aa]t|near) $", run.before)
        weight = (1.0 if placed else 2.0) + (0.5 if is_surname(run.words[-1]) or is_given_name(run.words[-1]) else 0.0)
        yield Evidence(Kind.PERSON, weight, "two words of no dictionary")
    if "of" in run.words[1:-1] and first.low not in ENGLISH.organisations | ENGLISH.ranks | ENGLISH.jobs:
        yield Evidence(Kind.WORK, 1.0, "two capitals joined by “of”")
    if _begins_title(run):
        sure = len(run.tokens) > 2 or run.tokens[0].low in ENGLISH.function
        yield Evidence(Kind.WORK, 2.0 if sure or run.word_before else 1.5, "a word of every day with a capital in mid-sentence")
    if not run.passage.headline and any(token.low in _IN_TITLES for token in run.tokens[1:-1]):
        yield Evidence(Kind.WORK, 2.5, "a small word with a capital inside")
    if _leads_on(run):
        yield Evidence(Kind.WORK, 2.0, LED_ON)


def _leads_on(run: Run) -> bool:
    """Whether small words join words of every day with capitals: ``Portrait of a Lady on Fire``."""
    if run.passage.headline or not run.is_common or run.tokens[-1].possessive or run.lead or run.ends_otherwise:
        return False
    if run.is_single and run.tokens[0].low in ENGLISH.function | ENGLISH.jobs | ENGLISH.organisations | ENGLISH.ranks:
        return False
    found = re.match(r"(?: (?:of|the|a|an|in|on|to|for|with|and the|by)){1,3} ([A-Z]\w+)(?! [A-Z])", run.after)
    if found is None or " and " in found[0]:
        return False
    low = found[1].lower()
    if low in ENGLISH.organisations | ENGLISH.terms | ENGLISH.calendar | ENGLISH.peoples | ENGLISH.jobs:
        return False
    return is_common(found[1]) and not is_often_given(found[1])


def _opens_title(run: Run) -> bool:
    """A function word alone with a capital, from which small words lead to the next: ``Where the Wild``."""
    if not run.is_single or run.opens or run.passage.headline or run.tokens[0].low in {"i", "i'm", "ok", "god"}:
        return False
    if run.tokens[0].low not in ENGLISH.function:
        return False
    return bool(re.match(r"(?: (?:the|a|an|of|to|my|your|in|on|with|for|her|his|and|is|it|we)){1,3} [A-Z]", run.after))


def _begins_title(run: Run) -> bool:
    """Words of every day whose capitals nothing but a title explains."""
    first = run.tokens[0]
    if run.opens or run.passage.headline or run.ends_otherwise or run.is_elsewhere_named or run.is_single:
        return False
    if run.word_before in {"the", "a", "an", "this", "that", "its", "our", "their"} or run.lead:
        return False
    if first.low in ENGLISH.jobs | ENGLISH.ranks | ENGLISH.honorifics | ENGLISH.peoples | ENGLISH.calendar:
        return False
    if first.low == "i" or run.looks_personal:
        return False
    if any(not is_common(one) and (is_given_name(one) or is_surname(one)) for one in run.words[:1] + run.words[-1:]):
        return first.low in ENGLISH.function
    return first.low in ENGLISH.function or is_common(first.word)


def _of_person(run: Run) -> Iterator[Evidence]:
    before, after = run.before, run.after
    if run.is_single and run.tokens[0].low in ENGLISH.function:
        return
    if run.word_before in ENGLISH.jobs or re.search(rf"\b(?:{_JOB}), $", before):
        yield Evidence(Kind.PERSON, 3.0, f"after “{run.word_before}”")
    elif run.lead in ENGLISH.honorifics - {"dr", "doctor"}:
        yield Evidence(Kind.PERSON, 1.0, f"after “{run.lead}”")
    elif run.tokens[0].low in ENGLISH.honorifics and not run.is_single:
        yield Evidence(Kind.CHARACTER, 2.0, f"“{run.words[0]}” and one name")
    for pattern, weight in _PERSON_BEFORE:
        if not run.lead and (found := pattern.search(before)):
            yield Evidence(Kind.PERSON, weight, f"after “{found[0].strip()}”")
            break
    for pattern, weight in _PERSON_AFTER:
        if found := pattern.match(after):
            if run.is_single and re.match(r"'s? (?:\w+ )?(?:debut|films?|movies?|feature|direction|performance)\b", after):
                weight = 2.5
            yield Evidence(Kind.PERSON, weight, f"before “{found[0].strip()}”")
            break
    if run.word_after in SAYS or (run.word_before in SAYS and not run.lead):
        yield Evidence(Kind.PERSON, 2.5, "beside a verb of saying")
    if run.passage.segment.label.value in {"byline", "photo-credit", "credit-block"}:
        yield Evidence(Kind.PERSON, 1.5 if run.looks_personal else 0.5, "in a line of credits")


def _of_character(run: Run) -> Iterator[Evidence]:
    before, after = run.before, run.after
    if run.lead in ENGLISH.characters:
        yield Evidence(Kind.CHARACTER, 2.5, f"after “{run.lead}”")
    if not run.lead:
        for pattern, weight in _CHARACTER_BEFORE:
            found = pattern.search(before)
            if found and not re.search(rf"\b(?:{_WORK}) (?:called|named|titled) [\"']?$", before):
                if not re.search(r"\b(?:such|known|well|credited|same|far|soon|billed|long) as $", before):
                    if run.looks_personal and found[0].startswith(("play ", "plays ", "played ")) and not re.match(r",? (?:an?|the|who|whose)\b", after):
                        weight = 2.0
                    yield Evidence(Kind.CHARACTER, weight, f"after “{found[0].strip()}”")
                    break
    if run.tokens[0].low in ENGLISH.ranks and not run.is_single:
        yield Evidence(Kind.CHARACTER, 2.0, f"“{run.words[0]}”")
    if (re.search(r"\bas $", before) or re.search(r"(?:^|[.!?] )As $", before) and re.match(r", (?:who|an?|the)\b", after)) and not run.passage.headline and not re.match(r"'s|,? \w+(?:s|ed)\b", after):
        if not re.search(r"\b(?:such|known|well|credited|same|far|soon|billed|long|just|much|many) as $", before):
            yield Evidence(Kind.CHARACTER, 3.0, "after “as”")
    if run.is_single and (found := _KIN_BEFORE.search(before)):
        yield Evidence(Kind.CHARACTER, 2.5, f"after “{found[0].strip()}”")
    if run.is_single and not run.opens and not run.passage.headline and is_often_given(run.surface):
        if not run.is_common and run.word_before not in {"the", "a", "an"}:
            yield Evidence(Kind.CHARACTER, 1.5, "a given name alone")
    if _ACTS.match(after) and not run.passage.headline:
        yield Evidence(Kind.CHARACTER, 0.75, "acts in the present tense")
    if run.is_single and not run.is_common and re.match(r", (?:an?|the|his|her|their) [a-z]", after):
        yield Evidence(Kind.CHARACTER, 2.5 if is_given_name(run.surface) else 1.0, "a description follows")
    if run.is_single and (found := _KIN_AFTER.match(after)):
        yield Evidence(Kind.CHARACTER, 2.5, f"before “{found[0].strip()}”")
    if found := _STORY_AFTER.match(after):
        yield Evidence(Kind.CHARACTER, 2.5, f"before “{found[0].strip()}”")
    if _PLAYED.match(after):
        yield Evidence(Kind.CHARACTER, 3.5, "“played by” follows")


def _of_work(run: Run) -> Iterator[Evidence]:
    before, after = run.before, run.after
    personal = run.looks_personal or (run.is_single and is_given_name(run.surface) and not run.is_common)
    if _YEAR.match(after):
        yield Evidence(Kind.WORK, 3.0, "a year in brackets follows")
    if run.lead in ENGLISH.works:
        yield Evidence(Kind.WORK, 2.5, f"after “{run.lead}”")
    for pattern, weight in _WORK_BEFORE:
        if not run.lead and (found := pattern.search(before)):
            yield Evidence(Kind.WORK, weight / (4 if personal else 1), f"after “{found[0].strip()}”")
            break
    if run.is_single and run.tokens[0].low in ENGLISH.function:
        return
    if not personal and (found := _SERIES_AFTER.match(after)):
        yield Evidence(Kind.WORK, 2.5, f"before “{found[0].strip()}”")
    elif not personal and (found := _WORK_AFTER.match(after)):
        yield Evidence(Kind.WORK, 1.5, f"before “{found[0].strip()}”")
    if found := _PREDICATE.match(after):
        yield Evidence(Kind.WORK, 0.5 if personal else 1.5, f"before “{found[0].strip()}”")
    if run.is_single and _PLACE_BEFORE.search(before):
        yield Evidence(None, 1.0, "after a preposition of place")
    if run.is_single and run.is_common and not run.opens and not run.passage.headline and not personal:
        if re.search(r"\b(?:in|of|for|on|to|with|from|after|before|since|than|like|and|watching|is|was) $|'s $", before):
            yield Evidence(Kind.WORK, 1.5, "a word of every day with a capital in mid-sentence")
