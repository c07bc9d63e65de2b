"""What saved pages leave around a text, and how a block shows what it is: a table with reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.source import Label


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that a whole block must match, and the label that it gives."""

    name: str
    label: Label
    pattern: re.Pattern[str]

    def fits(self, block: str) -> bool:
        return self.pattern.fullmatch(block) is not None


def _rule(name: str, label: Label, pattern: str) -> Rule:
    return Rule(name, label, re.compile(pattern, re.IGNORECASE | re.DOTALL))


RULES: tuple[Rule, ...] = (
    # Comment forms of blog software: the block is nothing but the form's own words.
    _rule("comment-form", Label.RESIDUE, r"leave a (reply|comment)( cancel reply)?"),
    _rule("comment-form", Label.RESIDUE, r"(please )?log in using one of these methods.{0,80}"),
    _rule("comment-form", Label.RESIDUE, r"you are commenting using your .{0,80}"),
    _rule("comment-form", Label.RESIDUE, r"(your )?(facebook|twitter|google|wordpress\.com) (photo|account)"),
    _rule("comment-form", Label.RESIDUE, r"connecting to %s"),
    _rule("comment-form", Label.RESIDUE, r"(all )?comments (are|have been) (closed|disabled)\.?"),
    _rule("comment-form", Label.RESIDUE, r"this site uses akismet to reduce spam\..{0,80}"),
    _rule("comment-form", Label.RESIDUE, r"notify me of new (comments|posts) (via|by) email\.?"),
    # Buttons and links of the page around the text.
    _rule("share-button", Label.RESIDUE, r"(share( this)?|tweet|pin it|print|email|like this)[:.]?"),
    _rule("page-link", Label.RESIDUE, r"(watch|see|view) the (trailer|video|clip)( right)? (here|below)\.?"),
    _rule(
        "page-link", Label.RESIDUE, r"(click|read|continue reading)( here)?( for)? ?(more|to read more)?\.?"
    ),
    _rule("log-in", Label.RESIDUE, r"(sign|log) (in|up|out)( / *change \))?( to .{0,60})?"),
    # A correction says that it is one.
    _rule(
        "erratum",
        Label.ERRATUM,
        r"[*†]?\s*(correction[:,]|(the original|an earlier) version of this "
        r"|this (article|story|post) (has been|was) (corrected|amended)).+",
    ),
    _rule(
        "first-publication",
        Label.NOTE,
        r"[*†]?\s*this (article|story|interview) (originally|first) appeared .+",
    ),
    _rule("image-rights", Label.NOTE, r"(all )?(images?|photos?|stills?) (via|courtesy of|by|©) .{1,80}"),
    # A caption is short, and its photographer stands in it.
    _rule("caption", Label.CAPTION, r".{0,200}\bphoto(graph)?( by)?: .{1,120}"),
    # The lines of a credit block begin with the job.
    _rule(
        "credit-line",
        Label.CREDIT_BLOCK,
        r"(directed|written|produced|edited|screenplay|story|music|score|cinematography|photographed)"
        r"( and \w+)? by:? [^.]{1,160}",
    ),
    _rule(
        "credit-line",
        Label.CREDIT_BLOCK,
        r"(starring|(cast|director|writer|screenwriter|producers?|cinematographer):) [^.]{1,200}",
    ),
    _rule(
        "film-fact",
        Label.CREDIT_BLOCK,
        r"(release (year|date)|running time|runtime|rated|rating|country|distributor|studio): .{1,80}",
    ),
    _rule("page-fact", Label.METADATA, r"[•·▪]\s.{1,60}"),
)

CLOSING_RULES: tuple[Rule, ...] = (
    # Before the bullets that close a saved page, the page's own line about the release.
    _rule("page-fact", Label.METADATA, r"[•·▪]\s.{1,60}"),
    _rule(
        "release-line",
        Label.NOTE,
        r".{1,60} (arrives|opens|is out|hits|is released) (in|to|at) (theaters|theatres|cinemas)\b.{0,60}",
    ),
)
"""Rules for the last blocks of a text only, tried from the end upwards until none fits."""

COMMENT = re.compile(r"\d{1,4}\.\s")
"""How a reader's comment begins where the page numbered them."""

LONGEST_HEADING = 120
"""Code points. The longest headline measured in the first archive has 80."""


def is_heading(block: str) -> bool:
    """Whether a block stands like a heading: short, capital first, and no sentence's end.

    Refuses anything that ends in a full stop, a quotation mark or a comma, and one-line turns.
    """
    return (
        len(block) <= LONGEST_HEADING
        and "\n" not in block
        and (block[0].isupper() or block[0].isdigit())
        and block[-1] not in ".!…,;:”\"’'"
        and not (block[-1] == "?" and len(block.split()) > 8)
        and turn_of(block) is None
    )


def is_byline(block: str) -> bool:
    """Whether a block names the writer (``By the archive``); right after a heading it does nothing else."""
    return re.fullmatch(r"[Bb]y [^.!?:;]{2,60}", block) is not None


def is_section_label(block: str) -> bool:
    """Whether the first block is a magazine's section (``profile``), not a title: lower case, short."""
    return len(block.split()) <= 3 and block == block.lower() and block[-1].isalpha()


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks in a labelled turn, and whether it is the outlet or interviewer asking."""

    speaker: str
    asks: bool


_TURN = re.compile(r"([A-Z][A-Z.’'& -]{1,40}): \S")


def turn_of(block: str) -> Turn | None:
    """The turn that a block is, by a label in capitals before a colon; None for any other block."""
    match = _TURN.match(block)
    if match is None:
        return None
    speaker = match[1].strip()
    return Turn(speaker, asks=_is_interviewer(speaker, block))


def _is_interviewer(speaker: str, block: str) -> bool:
    """An outlet asks: a label that begins with an article or names a paper, or ``Q``."""
    return bool(
        re.search(r"\b(Q|INTERVIEWER|WEEKLY|MAGAZINE|TIMES|POST|REVIEW|JOURNAL|PRESS)\b", speaker)
    ) or (block.rstrip().endswith("?"))
