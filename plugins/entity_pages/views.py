"""What templates see: plain values, every fact with its claims, every link relative to the root.

Nothing here reads a record or a text; ``pages.py`` fills these in. ``Markup`` marks HTML that our
own renderer made; every other string is escaped by the template.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.entity_pages.passage_groups import PassageGroup, passage_groups

if TYPE_CHECKING:
    # They are made of this module's own: the other way round would be a circle.
    from plugins.entity_pages.data_page import ShownFile
    from plugins.entity_pages.disagreement_views import DisagreementGroup, Witness
    from plugins.entity_pages.making_drawing import MakingDrawing
    from plugins.entity_pages.neighbourhood import Side
    from plugins.entity_pages.news_views import News
    from plugins.entity_pages.reading_views import CitedParagraph, Reading
    from plugins.entity_pages.review_views import ReviewComparison
    from plugins.entity_pages.says_views import Says
    from plugins.entity_pages.search_views import IndexLetter, SearchView
    from plugins.entity_pages.timeline_views import Timeline

NOTHING = Markup("")
"""The body of a page that has none."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to something with a name. ``url`` is relative to the site's root."""

    id: str
    url: str
    name: str
    kind: str
    type: str | None = None
    lang: str | None = None
    summary: str = ""
    is_stub: bool = False


@dataclass(frozen=True, slots=True)
class StubNote:
    """How a stub came to be. ``file`` is the record that would take its place.

    ``texts`` counts those that name it; ``confidence`` lies between 0 and 1. A text that stands without a
    record of its own has neither, and no reasons.
    """

    kind: str
    file: str
    texts: int = 0
    reasons: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One passage that the page rests on. ``number`` counts from 1 in the order of first use.

    ``quote`` is None where the text is not at hand or its rights do not allow it; ``withheld`` says
    which of the two in a sentence. ``url`` leads to the paragraph on the source's page.
    """

    number: int
    source: Ref
    paragraph: int | None
    url: str
    quote: str | None
    withheld: str | None


@dataclass(frozen=True, slots=True)
class Marker:
    """The number of a note behind what rests on it.

    ``url`` is the paragraph on the source's page, from the site's root, where the note cannot show its words;
    None where it shows them: either way the passage is one click away.
    """

    number: int
    url: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a fact comes from: claim ids, and the markers of the notes of this page."""

    claims: tuple[str, ...]
    notes: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a property. ``witnesses`` are the passages that state it, told where sources differ.

    ``is_settled`` is true where a person holds it to be right.
    """

    html: Markup
    witnesses: tuple[Witness, ...]
    status: str
    note: str | None
    cited: Cited
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """That the values of a fact differ: in a word or two, and where it is told at length, from the root.

    ``is_open`` where they may not all be right and nobody has said which is; ``is_settled`` where a person
    has said so.
    """

    word: str
    url: str
    is_open: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A property with all its values, and what their difference is, or None."""

    property: str
    label: str
    values: tuple[FactValue, ...]
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class CreditRow:
    """A line of a cast or crew list, seen from either side."""

    person: Ref
    work: Ref
    role: str
    character: Ref | None
    part: str | None
    status: str
    mode: str | None
    note: str | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class CreditGroup:
    """Credits under one heading: a role (crew), a work (a person's page), or the cast."""

    label: str
    rows: tuple[CreditRow, ...]


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date for people and machines. ``machine`` is None when HTML's <time> has no such value."""

    words: str
    edtf: str
    machine: str | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An entry of the timeline. ``date`` is None for undated events.

    ``shape`` is how its date is drawn (see ``drawn_dates.Shape``), or ``undated``. ``sources`` are the ids of
    those that tell of it. ``quote`` are the words in the place of a summary that nobody has written.
    """

    ref: Ref
    date: DateWords | None
    status: str
    phase: str
    basis: str
    derivation: str | None
    people: tuple[Ref, ...]
    characters: tuple[Ref, ...]
    works: tuple[Ref, ...]
    place: Ref | None
    summary: str
    shape: str
    sources: tuple[str, ...]
    cited: Cited
    quote: str | None = None

    @property
    def takers_part(self) -> tuple[Ref, ...]:
        """Everybody and everything that the event concerns, its place last."""
        return (*self.people, *self.characters, *self.works, *((self.place,) if self.place else ()))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: plain, or linked to an entity. ``mark`` highlights a name in its sentence."""

    text: str
    ref: Ref | None = None
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph that names the entity. ``sentence`` is empty where it may not be shown."""

    url: str
    paragraph: int
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """Where one source (or one page of the archive, then without places) names the entity."""

    source: Ref
    places: tuple[Place, ...]
    count: int

    @property
    def quoted(self) -> tuple[Place, ...]:
        """The places whose sentence may be shown."""
        return tuple(one for one in self.places if one.sentence)

    @property
    def bare(self) -> tuple[Place, ...]:
        """The places of which only the paragraph is told."""
        return tuple(one for one in self.places if not one.sentence)


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A name in a text that was given to nobody: whom it may mean, and why nothing decides."""

    url: str
    paragraph: int
    sentence: tuple[Piece, ...]
    candidates: tuple[Ref, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """The open places of one source, in the order of its text."""

    source: Ref
    places: tuple[OpenPlace, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a review praises or minds, in the archive's words."""

    html: Markup
    cited: Cited


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A review on the page of reviews. ``verdict_claim`` is the id of the claim that the verdict is."""

    ref: Ref
    facts: SourceFacts
    verdict: str | None
    verdict_claim: str
    praises: tuple[Point, ...]
    minds: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """The record of a source. None means that it is not recorded, and is printed so.

    ``claims`` maps title, author, outlet and published to the id of the claim that says it. ``author_sorted``
    is how an index has an author who has a record, ``url`` where it was published; both may be empty.
    ``lang`` is the language of a foreign title.
    """

    title: str | None
    author: str | None
    outlet: str | None
    published: DateWords | None
    kind: str
    rights: str
    rights_sentence: str
    sha256: str
    at_hand: bool
    words: int | None
    claims: dict[str, str]
    author_sorted: str = ""
    url: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of an index: a link with a line about it, and how many of something it has."""

    ref: Ref
    line: str
    count: int = 0
    counted: str = "mention"


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The entries of the A to Z under one letter."""

    letter: str
    anchor: str
    entries: tuple[LetterEntry, ...]


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """A name of the A to Z; a record without a page has its note and mentions right there."""

    ref: Ref
    sort_name: str
    anchor: str
    note: Markup | None
    cited: Cited | None
    mentioned: tuple[MentionGroup, ...]


@dataclass(frozen=True)
class PageView:
    """One page of the site: its address, its template, and everything the template prints.

    Fields that a template does not use stay empty. ``crumbs`` lead from the home page here; ``shared`` lead
    to the pages that tell the bearers of its name apart. ``contents`` are the ids and words of the
    sections of its prose, as far as its margin tells them. ``undecided`` is for the private edition.
    ``stubs`` counts those among what a gathering page lists.
    """

    url: str
    template: str
    title: str
    description: str
    entity: Ref | None = None
    crumbs: tuple[Ref, ...] = ()
    lead: str = ""
    body: Markup = NOTHING
    contents: tuple[tuple[str, str], ...] = ()
    variants: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    cast: tuple[CreditRow, ...] = ()
    crew: tuple[CreditGroup, ...] = ()
    credits: tuple[CreditGroup, ...] = ()
    event: EventRow | None = None
    previous: Ref | None = None
    next: Ref | None = None
    events: tuple[EventRow, ...] = ()
    timeline: Timeline | None = None
    making: MakingDrawing | None = None
    source: SourceFacts | None = None
    reading: Reading | None = None
    rests: tuple[CitedParagraph, ...] = ()
    names: tuple[Card, ...] = ()
    neighbourhood: tuple[Side, ...] = ()
    shared: tuple[Ref, ...] = ()
    stub: StubNote | None = None
    undecided: tuple[OpenGroup, ...] = ()
    review: ReviewCard | None = None
    reviews: tuple[ReviewCard, ...] = ()
    compared: ReviewComparison | None = None
    says: Says | None = None
    cards: tuple[Card, ...] = ()
    disagreements: tuple[DisagreementGroup, ...] = ()
    news: News | None = None
    letters: tuple[LetterGroup, ...] = ()
    search: SearchView | None = None
    word_index: tuple[IndexLetter, ...] = ()
    data: tuple[ShownFile, ...] = ()
    mentioned: tuple[MentionGroup, ...] = ()
    notes: tuple[Note, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    stubs: int = 0
    film: Ref | None = None

    @property
    def passages(self) -> tuple[PassageGroup, ...]:
        """The notes as the foot of the page lists them."""
        return passage_groups(self.notes)
