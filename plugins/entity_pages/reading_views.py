"""What the template of a source sees: its text as a page to read, or what rests on a text that is not shown.

Anchors are ids on the page: ``p12`` is a paragraph, ``w525`` the cited words that begin at code point 525,
``n525`` the notes about them, ``corrected-1`` the words that the text's first erratum corrects.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.entity_pages.views import Piece, Ref


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces of a text: all of them cited by the same notes, or none of them.

    ``anchor`` is empty where the same words began in an earlier run. ``note`` is the anchor of the notes
    about them, empty for words that nothing rests on. ``is_name`` says that every word of it is a linked
    name, so that the way to the notes needs a sign of its own.
    """

    pieces: tuple[Piece, ...]
    anchor: str = ""
    note: str = ""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction at the words that it corrects. ``number`` is the paragraph of the erratum.

    ``strikes`` is false where the text does not show which words of the sentence are wrong. ``reads`` are
    the erratum's words in their place, None where it gives none. ``is_carried_out`` says that the text as
    it was saved has the right words already.
    """

    anchor: str
    number: int
    strikes: bool
    reads: str | None
    is_carried_out: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring runs: all of them corrected by the same erratum, or none of them."""

    runs: tuple[Run, ...]
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a paragraph opens with: the name before a turn, the job before a credit.

    ``before`` and ``after`` are the signs around it in the text. A ``supplied`` one does not stand there:
    other turns of the same speaker have it. An ``unnamed`` one is the word question or answer, where the
    text names nobody.
    """

    stretches: tuple[Stretch, ...]
    before: str = ""
    after: str = ""
    supplied: bool = False
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What rests on a passage: what it says, and of whom. ``claims`` are ids of claims that say the same."""

    claims: tuple[str, ...]
    subject: Ref
    label: str
    value: Markup
    status: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes about the same words. ``lemma`` is those words, shortened.

    It is empty where the claims point at the paragraph as a whole. ``words`` is empty where the page has no
    place of its own for the words.
    """

    anchor: str
    words: str
    lemma: str
    notes: tuple[MarginNote, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """The notes of one paragraph, in the order of its words: those with room beside it, and the others."""

    beside: tuple[NoteGroup, ...] = ()
    folded: tuple[NoteGroup, ...] = ()

    @property
    def more(self) -> int:
        """How many notes are folded."""
        return sum(len(group.notes) for group in self.folded)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a source's reading page. ``number`` is None for a line that goes on from the one before."""

    number: int | None
    label: str
    rule: str
    stretches: tuple[Stretch, ...]
    head: Head | None = None
    margin: Margin = Margin()

    @property
    def anchor(self) -> str:
        return f"p{self.number}"

    @property
    def words(self) -> str:
        """The paragraph without its marks, its head left out."""
        return "".join(
            piece.text for stretch in self.stretches for run in stretch.runs for piece in run.pieces
        )


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that belong together: a turn of a conversation, a quotation, a list; else one by itself.

    ``kind`` is ``question``, ``answer``, ``quotation``, ``list``, ``lead`` for the first paragraph of the
    text, or the label of the one paragraph.
    """

    kind: str
    rows: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment with what others answered to it."""

    rows: tuple[Paragraph, ...]
    replies: tuple[Comment, ...] = ()
    below: int = 0
    """How many comments answer it, answers to answers included."""

    opening: str = ""
    """Its first words."""


@dataclass(frozen=True, slots=True)
class ErratumRow:
    """An erratum as a paragraph, and the places that it corrects: the paragraph of each, and its anchor."""

    row: Paragraph
    corrects: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the text's register, with the paragraphs in which it stands."""

    ref: Ref
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that is shown, in the parts of its page. All but ``parts`` may be empty.

    ``minutes`` is how long it takes to read, None for a script that puts no space between words.
    ``keeps_lines`` says that the text's line ends are its author's.
    """

    lang: str | None
    direction: str | None
    minutes: int | None
    keeps_lines: bool
    sections: tuple[Paragraph, ...]
    headline: Paragraph | None
    bylines: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    notes: tuple[Paragraph, ...]
    errata: tuple[ErratumRow, ...]
    credits: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]
    set_apart: tuple[Paragraph, ...]
    whole: tuple[MarginNote, ...]
    register: tuple[Named, ...]

    @property
    def headings(self) -> tuple[Paragraph, ...]:
        return tuple(row for part in self.parts if part.kind == "heading" for row in part.rows)

    @property
    def comment_count(self) -> int:
        return sum(1 + thread.below for thread in self.comments)


@dataclass(frozen=True, slots=True)
class CitedParagraph:
    """What rests on one paragraph of a source whose text is not the page, and whom it names.

    ``number`` is None for claims that point at the source as a whole. ``corrects`` and ``corrected_by``
    are the paragraphs that an erratum in this one corrects, and those of the errata that correct it.
    ``speakers`` are those who say something in it. ``url`` is the page that tells the notes, from the site's
    root, where the page of the source has an overview; else it is empty.
    """

    number: int | None
    anchor: str
    notes: tuple[MarginNote, ...]
    names: tuple[Ref, ...] = ()
    speakers: tuple[Ref, ...] = ()
    corrects: tuple[int, ...] = ()
    corrected_by: tuple[int, ...] = ()
    url: str = ""

    @property
    def about(self) -> dict[Ref, tuple[str, ...]]:
        """What the notes are about, in their order, each with what they say of it (profession, genre)."""
        found: dict[Ref, dict[str, None]] = {}
        for note in self.notes:
            found.setdefault(note.subject, {})[note.label] = None
        return {subject: tuple(labels) for subject, labels in found.items()}
