"""What the templates see of sources that differ; the views of pages themselves are in ``views.py``."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.entity_pages.views import Cited, DateWords, Ref


@dataclass(frozen=True, slots=True)
class Witness:
    """A passage that states one side of a disagreement.

    ``quote`` is None where its words are not at hand or may not be shown. ``corrected`` leads to where the
    source takes it back. An echo was written from another witness; what is read, a program found in the text.
    """

    source: Ref
    published: DateWords | None
    paragraph: int | None
    url: str
    quote: str | None
    corrected: str | None = None
    is_echo: bool = False
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class DisagreementSide:
    """One value among those that differ. ``label`` is empty, or the property that it is told beside.

    Of a conflict, ``is_in_conflict`` are the values that cannot all be right; others may fit each of them.
    """

    label: str
    html: Markup
    status: str
    remarks: tuple[str, ...]
    witnesses: tuple[Witness, ...]
    is_settled: bool
    is_in_conflict: bool
    cited: Cited


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided of a disagreement."""

    who: str
    when: DateWords | None
    why: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A topic whose sources differ. ``further`` are the other relations of two sides, with reasons."""

    anchor: str
    subject: Ref
    topic: str
    relation: str
    word: str
    reason: str
    sides: tuple[DisagreementSide, ...]
    further: tuple[tuple[str, str], ...]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class DisagreementGroup:
    """Disagreements that mean much the same to a reader."""

    anchor: str
    label: str
    line: str
    rows: tuple[Disagreement, ...]
