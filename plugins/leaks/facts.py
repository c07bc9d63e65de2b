"""What is nobody's sentence: the title of a text, and names one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.leaks.protected import UNKNOWN, Protected, Run
from plugins.leaks.words import terms_of

LONGEST_NAME = 30
"""Terms. What is longer was not meant as a name or title, and would let a paragraph through."""


class Facts:
    """The names and titles of an archive, in the codes of its protected texts.

    ``names`` are those of anything that has a record, with their variants. ``titles`` has, for the id
    of each source, what it is called; a part of a title is a fact too, in a run from that source.
    """

    def __init__(
        self, protected: Protected, names: Iterable[str], titles: Mapping[str, Iterable[str]]
    ) -> None:
        self._protected = protected
        self._explained: dict[tuple[int, int], bool] = {}
        self._names = {codes for name in names if (codes := self._codes_of(name))}
        self._longest = max(map(len, self._names), default=0)
        self._titles = {
            source: [codes for one in known if (codes := self._codes_of(one))]
            for source, known in titles.items()
        }

    def _codes_of(self, name: str) -> str:
        """The codes of a name, or nothing where no text can hold it."""
        codes = self._protected.codes_of(terms_of(name))
        return "" if UNKNOWN in codes or len(codes) > LONGEST_NAME else codes

    def explain(self, run: Run) -> bool:
        """Whether the run is a part of its text's own title, or a row of names with nothing between them.

        A text's own title counts as a name in such a row: its writer and its paper stand beside it.
        """
        place = (run.start, run.end)
        if place not in self._explained:
            self._explained[place] = self._is_part_of_title(run) or self._is_row(run)
        return self._explained[place]

    def _is_part_of_title(self, run: Run) -> bool:
        codes = self._protected.codes_at(run.start, run.end)
        return any(codes in title for title in self._titles.get(self._protected.text_of(run).source, ()))

    def _is_row(self, run: Run) -> bool:
        codes = self._protected.codes_at(run.start, run.end)
        titles = frozenset(self._titles.get(self._protected.text_of(run).source, ()))
        longest = max(self._longest, *map(len, titles), 0)
        ends = {0}
        for end in range(1, len(codes) + 1):
            names = (codes[start:end] for start in range(max(0, end - longest), end) if start in ends)
            if any(name in self._names or name in titles for name in names):
                ends.add(end)
        return len(codes) in ends
