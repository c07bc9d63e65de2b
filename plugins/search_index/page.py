"""What the search knows of one page of the site."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.packed_text import PackedText

FILM = "film"
"""The ``type`` of a page about a film: among pages that bear the same title, the film comes first."""


@dataclass(frozen=True)
class SearchPage:
    """One findable page, or one part of a page. All texts are plain text, without HTML.

    Everything given here but ``unshown`` becomes public: the index holds every word with its place, and the
    body itself, from which excerpts are cut. So ``body`` is only what the rights of its source allow.

    ``url`` is relative to the site's root and may carry a ``#fragment``. ``kind`` is what readers are
    told that they found: person, character, work, event, source, page. ``type`` says it more closely
    (film, song, interview) or is None. ``names`` are the other forms of the title. ``facts`` are what the
    page calls its facts, and what readers call such facts who ask for them. A blank line in ``body``
    parts two paragraphs; no phrase reaches across it. ``anchors`` has for each paragraph of the body the
    fragment at which it stands on the page, without ``#``, or "" where it has none; it may be shorter
    than the body. ``people`` are names, in order of importance. ``sources`` are the titles of the texts
    that the page rests on. ``year`` is None when it is not recorded. ``summary`` is one line. ``lang`` is
    the BCP 47 tag of the body, empty for the language of the site.

    ``unshown`` is a text that may be found and must not be shown. Of it the index holds which words it
    has, and neither their places nor how often: its sentences cannot be put together again.
    """

    url: str
    title: str
    kind: str
    type: str | None = None
    names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    body: PackedText = PackedText()  # noqa: RUF009 a descriptor, which dataclasses ask for its default
    people: tuple[str, ...] = ()
    year: str | None = None
    summary: str = ""
    lang: str = ""
    anchors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unshown: str = ""

    def __post_init__(self) -> None:
        if not self.url or not self.title.strip():
            raise ValueError(f"a findable page has an address and a title: {self.url!r}, {self.title!r}")
