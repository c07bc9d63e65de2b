"""What each data file holds, told once: the page of the data prints it, and docs/data.md says the same."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "data"
"""Where the files stand in a site."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file. ``holds`` is a sentence, ``noun`` what one of its records is called.

    ``fields`` are those of a record with what each says, in Markdown, in the order in which they are written.
    """

    name: str
    holds: str
    noun: str
    fields: tuple[tuple[str, str], ...]
    version: int = 1

    @property
    def nouns(self) -> str:
        """What several of its records are called."""
        return f"{self.noun[:-1]}ies" if self.noun.endswith("y") else f"{self.noun}s"

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.name}"

    @property
    def format(self) -> str:
        """The form of the file in words."""
        return FORMATS[self.name.rpartition(".")[2]]


FORMATS = {
    "json": "JSON: an object with one list",
    "jsonl": "JSON Lines: one record in each line after the first",
    "jsonld": "JSON-LD: one annotation page",
}
"""By the end of a file's name."""

CATALOGUE = (
    DataFile(
        "sources.json",
        "The texts that the archive knows of, each with its record and its rights.",
        "source",
        (
            ("`id`", "the record's id"),
            ("`kind`", "interview, profile, review, essay, history, news, obituary, report, other"),
            ("`title`", "as printed, or null"),
            ("`author`, `outlet`", "who wrote it and who published it, or null"),
            ("`published`", "EDTF or null"),
            ("`rights`", "full, excerpt, summary, link"),
            ("`file`", "the name under which the original was saved, or null"),
            ("`sha256`", "of the original's bytes, or null"),
            ("`url`", "the source's page"),
        ),
    ),
    DataFile(
        "segments.jsonl",
        "What each text at hand was cut into: its paragraphs, with what each of them is.",
        "segment",
        (
            ("`source`, `start`, `end`", "where"),
            (
                "`label`",
                "heading, section, byline, body, question, answer, caption, photo-credit, credit-"
                "block, film-facts, erratum, note, comment, metadata, residue",
            ),
            ("`rule`", "the rule that gave the label"),
            (
                "`speaker`",
                "of a turn, as the text labels it there or in an earlier turn of the same speaker, or null",
            ),
            (
                "`entity`",
                "the person or the paper that the speaker's label was linked to, or that bears it"
                " as a name, or null",
            ),
            ("`parent`", "of a comment that answers another: the `paragraph` of the other, or null"),
            ("`paragraph`", "the number of its first block, from 1: what `p23` in a pointer means"),
            ("`depth`", "a comment's depth, from 1; 0 for everything else"),
            ("`text`", "only where it may be shown"),
        ),
    ),
    DataFile(
        "quotations.jsonl",
        "Words in quotation marks, each with its speaker where the text names one.",
        "quotation",
        (
            ("`source`, `start`, `end`", "where"),
            ("`speaker_start`, `speaker_end`", "where the text names who says it, or null"),
            (
                "`by`",
                "how the words beside it tell the speaker: `name`; `pronoun` (“he says”) or "
                "`role` (“says the director”), where the name, a linked one, is what they surely "
                "mean; null without a speaker",
            ),
            ("`entity`", "what that name was linked to, or null"),
            ("`closed`", "false where no mark ends it before its paragraph does"),
            ("`text`", "only where it may be shown"),
        ),
    ),
    DataFile(
        "mentions.jsonl",
        "The names in the texts, each with the entity that it was linked to, and why.",
        "mention",
        (
            ("`source`, `start`, `end`", "where; the bare name, without a possessive ending"),
            ("`entity`", "the id of what is meant"),
            ("`kind`", "its kind, as in `entities.json`"),
            ("`maker`", "the program and its version, or the person who decided"),
            ("`confidence`", "from 0 to 1"),
            ("`reason`", "in a sentence"),
            ("`text`", "only where it may be shown"),
        ),
    ),
    DataFile(
        "undecided.jsonl",
        "The names in the texts that were left to people, with those who may be meant.",
        "name",
        (
            ("`source`, `start`, `end`", "where"),
            ("`candidates`", "the ids of those who may be meant"),
            ("`reason`", "in a sentence"),
            ("`text`", "only where it may be shown"),
        ),
    ),
    DataFile(
        "entities.json",
        "Everything that has a name here: people, characters, works, events, places and so on.",
        "entity",
        (
            ("`id`", "the record's name, or a stub's"),
            ("`kind`", "person, character, work, event, source, organisation, place, term, page"),
            ("`type`", "the kind more closely (film, song, review), or null"),
            ("`name`, `variants`", "what it is called, and other names of it"),
            ("`url`", "relative to the site; names without a page lead into the A to Z"),
            ("`summary`", "one line in the archive's words"),
            ("`stub`", "true where a program stands in for a record that nobody has written yet"),
        ),
    ),
    DataFile(
        "credits.json",
        "Who worked on what or played whom, and what became of it.",
        "credit",
        (
            ("`film`", "the id of the work"),
            ("`person`", "the id of a person or a group"),
            ("`role`", "in lower case; `cast` for parts"),
            ("`character`", "an id, or null"),
            ("`part`", "the name of a part that has no record, or null"),
            ("`status`", "final, replaced, cut, uncredited, consulted, announced"),
            ("`mode`", "screen, voice, or null for not said"),
            ("`cites`", "pointers, as contributors write them"),
            ("`claims`", "the ids of the claims that state it"),
        ),
    ),
    DataFile(
        "events.json",
        "What happened, was announced or was called off, with dates as exact as their sources.",
        "event",
        (
            ("`id`, `label`", "the event's name in the archive, and what it is called"),
            ("`date`", "EDTF, or null for undated"),
            ("`status`", "happened, announced, cancelled"),
            ("`basis`", "stated, relative, inferred"),
            ("`derivation`", "how a relative or inferred date was reached, or null"),
            (
                "`phase`",
                "background, development, preparation, shooting, post-production, recasting, "
                "release, reception; `unsorted` for a stub",
            ),
            ("`people`", "the ids of those who took part"),
            ("`cites`, `claims`", "pointers, as contributors write them; ids"),
            (
                "`stub`",
                "true where a program read the date in a text and nobody has recorded the event: "
                "its label names the paragraph",
            ),
        ),
    ),
    DataFile(
        "claims.jsonl",
        "Everything that the archive says, claim by claim, each with the passage that it rests on.",
        "claim",
        (
            ("`id`", "a hash of subject, property, value, status, pointer and qualifiers"),
            ("`subject`", "an id"),
            ("`property`", "what is said of it"),
            ("`value`", "in the archive's words, at the precision of the source"),
            ("`original`", "the source's words, where they may be shown, else null"),
            (
                "`status`",
                "asserted, announced, cancelled, approximate, opinion, retracted; for credits and"
                " events their own",
            ),
            ("`source`", "an id, or null for an editor's decision"),
            ("`paragraph`, `start`, `end`", "where, or null"),
            ("`digest`", "the first 12 hexadecimal digits of the sha256 of the words at the span, or null"),
            ("`maker`", "editor, or a program and its version"),
            (
                "`qualifiers`",
                "what the value needs to be read alone: person, role, character, mode, basis, phase, place",
            ),
            ("`about`", "the ids of what the claim speaks of besides its subject"),
            ("`aspects`", "of a point of a review the aspects of the film that it is about, else none"),
            ("`note`", "the contributor's remark, or null"),
            (
                "`corrected_by`",
                "a pointer to the words with which the source itself takes back the passage, or null",
            ),
        ),
    ),
    DataFile(
        "disagreements.json",
        "Every property on which the values differ, with what that means and what was decided.",
        "difference",
        (
            ("`subject`, `property`", "what the claims are about"),
            ("`of`", "of a credit the job (`producer`) or the part (`cast: samantha`), else null"),
            ("`relation`", "the weightiest among the sides, or what a person decided"),
            ("`reason`", "why, in a sentence"),
            (
                "`sides`",
                "the values, in order: `property`, `value`, `status`, `relation` (agreement or "
                "single-source), `sources`, `echoes` (those of them that were written from others"
                " of them), `claims`",
            ),
            (
                "`pairs`",
                "sides that stand in a relation of their own: `sides` (two places in the list "
                "above, from 0), `relation`, `reason`, `within` (sources that state both)",
            ),
            (
                "`settled`",
                "what a person decided, or null: `sides` (the places of those that hold), "
                "`relation` or null, `who`, `when`, `why`",
            ),
        ),
        version=2,
    ),
    DataFile(
        "annotations.jsonld",
        "Mentions and claims as W3C Web Annotations, which other programs can lay over the texts.",
        "annotation",
        (
            ("`id`, `type`", "its name on this page, and `Annotation`"),
            ("`motivation`", "identifying or describing"),
            ("`body`", "the address of what is meant, or the claim in a `TextualBody`"),
            ("`target`", "the source's page, and selectors that lead to the place"),
        ),
    ),
)
"""The files in the order of docs/data.md: from the texts to what was made of them."""
