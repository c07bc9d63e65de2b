"""Who published a text, as the text says it: kinds of evidence, weighed, and never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field, on_one_line
from plugins.importing.spelling import SMALL_WORDS, title_spelled

MOST_ASKERS = 20
"""Labels of asking turns that are looked at. A talk has few who ask."""

LONGEST_NAME = 60
"""Code points of a site's name."""

_AROUND = frozenset({Label.RESIDUE, Label.NOTE, Label.METADATA})
"""Where a page speaks of itself."""

LONGEST_LINE = 600
"""Code points of a line that is searched for an outlet; what is longer is prose."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name where an outlet's may stand. ``certain`` evidence is enough by itself."""

    name: str
    span: Span
    rule: str
    certain: bool

    @property
    def key(self) -> str:
        """What two spellings of a name share: letters and digits, no article, no ending of an address."""
        name = re.sub(rf"^the\s+|^www\.|\.(?:{_ENDINGS})$", "", self.name.casefold())
        return "".join(sign for sign in name if sign.isalnum())


_ENDINGS = r"com|org|net|tv|co\.uk|de|fr|es|it|info|us"
_NO_NAME = (
    r"(?!(?:19|20)[0-9]{2}\b|[0-9]{1,2}(?:st|nd|rd|th)?\s|(?i:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|English|French|German|Spanish|Italian|Norwegian|Swedish|Danish|Dutch|Japanese"
    r"|Vol(?:ume)?|No|Page|Issue|Part)\b)"
)
"""What follows ``appeared in`` and is no outlet: a date, a language, a page."""

_WORD = rf"{_NO_NAME}(?:(?:[A-Z]\.)+|[A-Z0-9À-ÖØ-Þ](?:[\w’'!-]|\.(?=\w))*)"
_TITLE = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+(?:{SMALL_WORDS}\s+)*(?:&\s+)?{_WORD})*"
_NAME = rf"(?:{_TITLE}|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)?\.(?:{_ENDINGS}))\b"
_SIGN = r"(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*){1,2}"

_APPEARED = (
    r"\b(?:(?P<first>originally|first|previously)\s+)?(?:appear(?:s|ed)|published|printed|ran|erschien(?:en)?"
    r"|paru(?:e)?|publi(?:é|ée|cado|cada)|pubblicat[oa])\b[^.!?]{0,80}?\b(?:in|on|at|by|auf|dans|sur|en|su)\s+"
)
_FIRST_PUBLICATION = re.compile(
    rf"{_APPEARED}(?P<name>{_NAME})|\b(?:issue|edition|pages)\s+of\s+(?P<issue>{_NAME})"
)
_COPYRIGHT = re.compile(rf"{_SIGN}(?:[0-9]{{4}}(?:\s*[–-]\s*[0-9]{{4}})?,?\s+(?:by\s+)?)?(?P<name>{_NAME})")
_FOLLOW = re.compile(rf"\A(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Jj]oin)\s+(?P<name>{_NAME})\s+on\s+[A-Z]")
_PHOTO_OF = re.compile(rf"/\s*(?P<name>{_NAME})[.)\s]*$")
_PAGE_TITLE = re.compile(rf"\A.{{4,160}}\s[|–—-]\s(?P<name>{_NAME})\s*$")

_COMPANY = re.compile(
    r"\b(?:llc|l\.l\.c|inc|incorporated|ltd|limited|gmbh|corp|corporation|company|s\.?a|plc|pictures|studios?"
    r"|productions?|bros|releasing|wordpress|blogger|tumblr|all\s+rights)\.?$",
    re.IGNORECASE,
)
"""The end of a company's name: it owns a page or a film, and its paper may be called otherwise."""

_PAPER_WORD = re.compile(
    r"weekly|magazine|times|review|journal|gazette|herald|tribune|guardian|observer|news|daily|chronicle|bulletin"
    r"|quarterly|monthly|telegraph|examiner|inquirer|dispatch|digest|(?:fan)?zine|blog|radio|network|zeitung"
    r"|zeitschrift|anzeiger|rundschau|tage?blatt|cahiers|quotidien|revista|diario|periódico|noticias|rivista"
    r"|giornale|cinema|screen|movies?|films?|podcast"
)
"""Words that papers and sites have in their names and people do not (as they have Post, Press or Sun)."""

_ASKER = re.compile(
    r"interviewer|moderator|host|audience|questions?|questioner|reporter|journalist|press|editor|writer|critic|qa?|a"
    r"|fan|student|answers?|caller|voice|(?:wo)?man|(?:fe)?male|director|member|speaker|narrator|all|everyone"
)
"""Labels that say what somebody is."""


def find_outlet(text: str, segments: tuple[Segment, ...], authors: frozenset[str]) -> tuple[Detected, ...]:
    """The outlet with the words that name it, or the candidates where the text names several.

    Nothing for a name that only may be an outlet's and has no second witness: the label of an asking
    turn may be a person's, the holder of a copyright too. ``authors``, case-folded, are no outlets.
    """
    found = [one for one in _evidence(text, segments) if one.key and one.name.casefold() not in authors]
    by_name = _grouped(found)
    sure = [ones for ones in by_name if _suffices(ones)]
    if len(sure) == 1:
        best = min(sure[0], key=lambda one: (not one.certain, -len(one.name), one.span))
        return (Detected(Field.OUTLET, best.name, best.span, best.rule),)
    return tuple(Detected(Field.OUTLET_CANDIDATE, ones[0].name, ones[0].span, ones[0].rule) for ones in sure)


def _grouped(found: list[Evidence]) -> list[list[Evidence]]:
    """Evidence for the same name together, initials (``EW``) with the name that they stand for."""
    whole = {
        "".join(word[0] for word in one.name.casefold().split() if word[0].isalnum()): one.key
        for one in found
        if " " in one.name
    }
    groups: dict[str, list[Evidence]] = {}
    for one in found:
        groups.setdefault(whole.get(one.key, one.key), []).append(one)
    return list(groups.values())


def _suffices(ones: list[Evidence]) -> bool:
    """Certain evidence, or two kinds of it; the pictures and the copyright of a studio are no two."""
    rules = {one.rule for one in ones}
    return any(one.certain for one in ones) or (
        len(rules) > 1 and rules != {"copyright-line", "photo-credit"}
    )


def _evidence(text: str, segments: tuple[Segment, ...]) -> Iterator[Evidence]:
    yield from _asking(text, segments)
    yield from _site(text, segments)
    for segment in segments:
        if len(segment.span) > LONGEST_LINE:
            continue
        if segment.label in {Label.NOTE, Label.METADATA, Label.BYLINE}:
            yield from _first_publication(segment, text)
        if segment.label in {Label.METADATA, Label.RESIDUE}:
            yield from _names(_COPYRIGHT, segment, text, "copyright-line")
            yield from _names(_FOLLOW, segment, text, "follow-line")
        if segment.label in {Label.METADATA, Label.RESIDUE, Label.HEADING}:
            yield from _names(_PAGE_TITLE, segment, text, "page-title")
        if segment.label in {Label.CAPTION, Label.PHOTO_CREDIT}:
            yield from _names(_PHOTO_OF, segment, text, "photo-credit")


def _site(text: str, segments: tuple[Segment, ...]) -> Iterator[Evidence]:
    """The name above a page's links, and its witnesses in the lines around the text."""
    above = next((one for one in segments if one.rule == "site-name"), None)
    if above is None or len(above.span) > LONGEST_LINE:
        return
    name = re.split(r"\s+[|–—-]\s+|:\s", above.span.of(text))[0].strip()
    if not name or len(name) > LONGEST_NAME:
        return
    yield Evidence(
        on_one_line(name), Span(above.span.start, above.span.start + len(name)), "site-name", False
    )
    for segment in segments:
        if segment is not above and segment.label in _AROUND and len(segment.span) <= LONGEST_LINE:
            start = segment.span.of(text).find(name)
            if start >= 0:
                span = Span(segment.span.start + start, segment.span.start + start + len(name))
                yield Evidence(on_one_line(name), span, "site-line", certain=False)


def _first_publication(segment: Segment, text: str) -> Iterator[Evidence]:
    """Outlets of a note on where the text appeared; a posting line must say that it was there first."""
    words = segment.span.of(text)
    for match in _FIRST_PUBLICATION.finditer(words):
        if segment.label is Label.NOTE or match["first"] or "originally" in words.casefold():
            yield from _named(match, "issue" if match["issue"] else "name", segment, "first-publication")


def _names(pattern: re.Pattern[str], segment: Segment, text: str, rule: str) -> Iterator[Evidence]:
    for match in pattern.finditer(segment.span.of(text)):
        yield from _named(match, "name", segment, rule)


def _named(match: re.Match[str], group: str, segment: Segment, rule: str) -> Iterator[Evidence]:
    written = re.sub(r"[’']s?$", "", match[group])
    if not _COMPANY.search(written):
        start = segment.span.start + match.start(group)
        certain = rule == "first-publication" or (rule in _OWNED and looks_like_an_outlet(written))
        yield Evidence(on_one_line(written), Span(start, start + len(written)), rule, certain)


_OWNED = frozenset({"copyright-line", "follow-line"})


def looks_like_an_outlet(name: str) -> bool:
    """Whether a name cannot be a person's: it has an article, a word of papers, or is an address."""
    words = [word.strip(".,").casefold() for word in name.split()]
    if len(words) == 1:
        return re.fullmatch(rf".+\.(?:{_ENDINGS})", words[0]) is not None
    return words[0] == "the" or any(_PAPER_WORD.fullmatch(word) for word in words)


def _asking(text: str, segments: tuple[Segment, ...]) -> Iterator[Evidence]:
    """The labels of the turns that ask, each at the first place where it stands."""
    seen: set[str] = set()
    for segment in segments:
        speaker = segment.speaker
        if segment.label is not Label.QUESTION or speaker is None or speaker in seen:
            continue
        if len(seen) == MOST_ASKERS:
            return
        seen.add(speaker)
        words = re.findall(r"\w+", speaker.casefold())
        start = text.find(speaker, segment.span.start, segment.span.end)
        if start >= 0 and len(speaker) > 2 and words and not _ASKER.fullmatch(words[-1]):
            span = Span(start, start + len(speaker))
            name = title_spelled(speaker, text)
            yield Evidence(name, span, "asking-label", looks_like_an_outlet(speaker))
