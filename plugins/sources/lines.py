"""Short lines that stand by themselves: what looks like a heading, a byline or a magazine's section."""

from __future__ import annotations

import re

from plugins.sources.rules import DATE, LISTS, WORDS
from plugins.sources.speakers import is_in_capitals, is_name

LONGEST_HEADING = 140
"""Code points. The longest headline measured in the first archive has 80."""

LONGEST_QUESTION = 5
"""Words of a heading that asks (``Why tin?``). Longer questions belong to the text."""

LONGEST_LINE = 80
"""Code points of a line of verse, of a list or of a menu."""

LONGEST_BYLINE = 120
"""Code points of a line that names its writers."""

FILE_NAME = re.compile(
    r"(?:IMG|DSC|DSCN|MV5B|tumblr|screen ?shot)[ _-]?\w*|[\w-]{1,60}\.(?:jpe?g|png|gif|webp)", re.IGNORECASE
)
"""What a picture leaves of itself where a page is saved as text."""

_OPENING, _CLOSING = "“‘«「『", "”’»」』"
_NO_TITLES_END = ".!…:;,\"'。！、"
_SPOKEN_IN_CAPITALS = re.compile(r"(?P<name>[^\W\d_][^:a-z]{1,40}): .*[a-z].*")

_BYLINE = re.compile(
    rf"(?:(?:(?:{WORDS['byline_lead']}) )?(?:(?:posted|published|filed) )?(?:on )?(?:{DATE}.{{0,20}} )?"
    rf"(?:{WORDS['by']})\s+"
    rf"|(?:{WORDS['written_by']})(?: by)? ?[:：=＝]\s*)(?P<names>.{{2,90}})",
    re.IGNORECASE,
)
_BYLINE_TAIL = re.compile(
    rf"(?:,? ?(?:[|•·,/-] ?|on |am |le |el )?(?:{DATE}.{{0,40}}))$|(?:,? ?(?:[|•·/@]| - ) ?.{{2,50}})$"
    rf"|,? (?:{WORDS['office']})$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[—–―-]{1,2}\s?|~\s?)(?P<name>[^.!?:]{2,30}(?:\.[^.!?:]{1,30}){0,3})")
_BAR = re.compile(r"[|·•>›»]|\s/\s")
_BESIDE_WRITER = re.compile(rf"(?:photo|foto|illustration|words|text|{DATE})", re.IGNORECASE)
_ARTICLES = LISTS["articles"]
_BETWEEN_WRITERS = re.compile(r",? (?:and|und|et|y|e|&|with|mit|avec) |, |、|・")
_NOBODYS = frozenset(["the archive", "staff", "the editors", "our staff", "admin", "the staff"])


def is_heading(words: str) -> bool:
    """Whether a block stands like a heading: short, one line, capital first, and no sentence's end.

    Refuses what ends in a full stop or a comma, what stands in quotation marks as a whole, questions of
    more than a few words, and a turn of a scene (``BELL: Who asked?``).
    """
    line = words.rstrip()
    if not 0 < len(line) <= LONGEST_HEADING or "\n" in line or "\r" in line or line[0].islower():
        return False
    if not (line[0].isalnum() or line[0] in _OPENING + "\"'¿¡#《【") or line[-1] in _NO_TITLES_END:
        return False
    if line[-1] in _CLOSING and (_is_one_quotation(line) or line[-2:-1] in set(".,!?。")):
        return False
    if line[-1] in "?？" and len(line.split()) > LONGEST_QUESTION:
        return False
    spoken = _SPOKEN_IN_CAPITALS.fullmatch(line)
    return spoken is None or is_known_section(spoken["name"])


def _is_one_quotation(line: str) -> bool:
    """Whether a line is one quotation, and no title that begins with one and ends with another."""
    return line[0] in _OPENING and not any(mark in line[1:-1] for mark in _CLOSING if mark not in "’")


def is_deck(words: str) -> bool:
    """Whether a line under a headline is its standfirst: longer than a title, and mostly small words."""
    parts = words.split()
    return len(parts) >= 8 and 2 * sum(part[0].islower() for part in parts) >= len(parts)


def is_caption_line(words: str) -> bool:
    """Whether a short line says who is seen in what: ``Nadia Bell as the pilot in Tin``.

    It begins with a name and ends with one or a title, and is no title itself: small words stand between.
    """
    line = words.strip().rstrip(".")
    parts = line.split()
    if not 5 <= len(parts) <= 18 or len(line) > LONGEST_HEADING or not parts[-1][0].isupper():
        return False
    name = next((at for at, word in enumerate(parts) if not word[0].isupper()), 0)
    if name < 2 or line[-1] in "!?:,;" or parts[name] not in _SEEN:
        return False
    if not any(word in _WHERE for word in parts[name:-1]):
        return False
    return parts[name] in {"as", "at"} or sum(word.islower() and word not in _LINKING for word in parts) >= 2


_SEEN = frozenset({"as", "in", "at", "with", "and", "on"})
_WHERE = frozenset({"in", "at", "of", "on", "from"})
_LINKING = LISTS["particles"] | frozenset("a an the and of in at on as with to from for".split())  # noqa: SIM905


def is_quoted_title(words: str) -> bool:
    """Whether a short line stands in quotation marks as a whole, as headlines of interviews do."""
    line = words.strip()
    return (
        8 < len(line) <= LONGEST_HEADING
        and line[0] in _OPENING + "\"'"
        and line[-1] in _CLOSING + "\"'"
        and line[-2] not in ".,"
        and not any(sign in line[1:-1] for sign in "“”「」")
    )


def writers_in(folded: str) -> list[str]:
    """The names in a byline, in order; a whole line that is none of the known forms is one name."""
    match = _BYLINE.fullmatch(folded)
    named = folded.partition(" | ")[0] if match is None else match["names"]
    names = _BYLINE_TAIL.sub("", named).strip(" .")
    return [part.strip() for part in _BETWEEN_WRITERS.split(names) if part.strip()]


def is_byline(folded: str) -> bool:
    """Whether a block names who wrote the text: ``By Ines Varga``, ``Words: Bram Oster | 3 May 2011``.

    What follows ``by`` must be names; ``By the end of the film`` is none. Also a signature under a text:
    ``- I. Varga``.
    """
    if len(folded) > LONGEST_BYLINE:
        return False
    signed = _SIGNED.fullmatch(folded)
    if signed is not None:
        return is_name(signed["name"]) and len(signed["name"]) > 3
    first, bar, rest = folded.partition(" | ")
    if bar and is_lone_name(first) and _BESIDE_WRITER.match(rest):
        return True
    if _BYLINE.fullmatch(folded) is None:
        return False
    writers = writers_in(folded)
    return bool(writers) and all(_is_writer(writer) for writer in writers)


def is_lone_name(words: str) -> bool:
    """Whether a line is a person's name and nothing else: two to four words, no article before them."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and is_name(words) and parts[0].casefold() not in _ARTICLES


def is_navigation(folded: str) -> bool:
    """Whether a line is a row of a page's links: short items between bars, one of them a known link's."""
    if _BAR.search(folded) is None:
        words = folded.casefold().split()
        return len(words) > 3 and words[0] in _LINKS and _LINKS.issuperset(words)
    items = [item.strip() for item in re.split(r"[|·•>›»]|(?<=\w)\s+/\s+", folded) if item.strip()]
    return all(len(item.split()) <= 4 for item in items) and any(
        item.casefold().rstrip(" ()0123456789") in _LINKS for item in items
    )


_LINKS = LISTS["links"] | LISTS["sections"]


def _is_writer(part: str) -> bool:
    return is_name(part) or is_in_capitals(part) or part.casefold() in _NOBODYS


def is_section(words: str) -> bool:
    """Whether a line is a magazine's section: ``profile``, ``FILM REVIEW``, ``Interviews``."""
    few = words.split()
    if not few or len(few) > 4 or not words[-1].isalnum():
        return False
    return (len(few) <= 3 and words.islower()) or is_known_section(words)


def is_known_section(words: str) -> bool:
    """Whether a line is one of the names that magazines give their sections."""
    few = words.split()
    sections = LISTS["sections"]
    if not few or "-".join(few).casefold() in sections:
        return bool(few)
    return all(word.casefold().strip("/|&·-") in sections | {"", "the", "and", "of"} for word in few)
