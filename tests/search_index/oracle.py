"""Ranking, slow and obvious: docs/index-format.md's formulas over the pages themselves, no index.

Shares with the plugin only the analyzer, the table of fields, the stems and the constants, so that it
disagrees when the index, its export or the client is wrong. It refuses queries whose last word begins more
terms than the client would look at: which of them those are depends on the files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log, log2

from plugins.search_index.analyzer import terms
from plugins.search_index.fields import FIELDS, Field, Form
from plugins.search_index.forms import families, stems_of
from plugins.search_index.page import SearchPage
from plugins.search_index.ranking import RANKING

Text = list[list[tuple[int, str]]]
"""One page: for each field its terms with their positions."""

MOST_LONGER = 20
WINDOW = 8


@dataclass(frozen=True)
class Hit:
    url: str
    score: float
    signal: int


@dataclass(frozen=True)
class Word:
    """A word of a query: the terms that it stands for with their weights, and which of them continue it."""

    typed: str
    stands_for: dict[str, float]
    longer: frozenset[str]
    spelt: bool


class Oracle:
    """All pages, as a reader with much patience sees them."""

    def __init__(self, pages: tuple[SearchPage, ...]) -> None:
        self._pages = sorted(pages, key=lambda page: page.url)
        self._texts = [[field.placed(field.text(page)) for field in FIELDS] for page in self._pages]
        self._lexicon = sorted({term for text in self._texts for field in text for _, term in field})
        stems = families(self._lexicon, stems_of(self._lexicon))
        self._family = {term: int(stem) for term, stem in zip(self._lexicon, stems, strict=True)}
        lengths = [[len(text[which]) for text in self._texts] for which in range(len(FIELDS))]
        self._average = [sum(one) / max(1, sum(map(bool, one))) for one in lengths]

    def ranked(self, typed: str) -> list[Hit]:
        """Every page that answers words and phrases in quotation marks, best first."""
        query = terms(typed)
        growing = bool(query) and typed[-1].isalnum()
        words = [self._word(word, growing and at == len(query) - 1) for at, word in enumerate(query)]
        quoted = [terms(part) for part in typed.split('"')[1:-1:2]]
        phrases = [part for part in quoted if len(part) > 1]
        inside = {word for phrase in phrases for word in phrase}
        plain = [one for one in words if one.typed not in inside]
        hits = self._scored(plain, phrases, words)
        return self._scored(words, [], words) if phrases and not hits else hits

    def _scored(self, words: list[Word], phrases: list[list[str]], whole: list[Word]) -> list[Hit]:
        clauses: dict[str, tuple[int, list[float]]] = {}
        for word in words:
            times = clauses[word.typed][0] + 1 if word.typed in clauses else 1
            clauses[word.typed] = (times, self._amounts(self._count_of(word.stands_for)))
        told = [(times, amounts, False) for times, amounts in clauses.values()]
        told += [(1, self._amounts(_count_of_phrase(phrase)), True) for phrase in phrases]
        power = RANKING["coverage"] * min(1, RANKING["few"] / max(len(told), 1)) ** 2
        told = [one for one in told if any(one[1]) or one[2]]
        worths = [times * self._rarity(sum(amount > 0 for amount in amounts)) for times, amounts, _ in told]
        k1 = RANKING["k1"]
        hits = []
        for number, page in enumerate(self._pages):
            here = [amounts[number] for _, amounts, _ in told]
            if not any(here) or any(must and not one for (_, _, must), one in zip(told, here, strict=True)):
                continue
            score = sum(w * (k1 + 1) * amount / (amount + k1) for w, amount in zip(worths, here, strict=True))
            covered = sum(worth for worth, amount in zip(worths, here, strict=True) if amount)
            score *= (covered / sum(worths)) ** power
            hits.append((Hit(page.url, score, self._signal(number, whole)), number))
        place = {number: at for at, number in enumerate(self._order())}
        near = self._nearness(words)
        first = sorted(hits, key=lambda one: (-one[0].signal, -one[0].score, place[one[1]]))
        assert len(first) <= RANKING["reranked"]
        all_of_them = [(Hit(hit.url, hit.score + near[number], hit.signal), number) for hit, number in first]
        return [
            hit
            for hit, _ in sorted(all_of_them, key=lambda one: (-one[0].signal, -one[0].score, place[one[1]]))
        ]

    def _word(self, typed: str, growing: bool) -> Word:
        stands_for = {typed: 1.0} if typed in self._family else {}
        if stands_for:
            family = self._family[typed]
            forms = {t for t in self._lexicon if self._family[t] == family and t != typed}
            stands_for |= dict.fromkeys(forms, RANKING["form"])
        longer = (
            {t for t in self._lexicon if t.startswith(typed) and t not in stands_for} if growing else set()
        )
        assert len(longer) <= MOST_LONGER, typed
        stands_for |= dict.fromkeys(sorted(longer), RANKING["prefix"])
        spelt = not stands_for
        if spelt:
            stands_for = {term: RANKING["spelling"] / slips for term, slips in self._slips_of(typed)}
        return Word(typed, stands_for, frozenset(longer), spelt)

    def _slips_of(self, typed: str) -> list[tuple[str, int]]:
        if len(typed) < 3 or any(one.isdigit() for one in typed):
            return []
        half = max(1, (len(typed) - 1) // 2)
        most = 2 if len(typed) >= 8 else 1
        found = []
        for term in self._lexicon:
            bearing = max(
                sum(any(t == term for _, t in text[w]) for text in self._texts) for w in range(len(FIELDS))
            )
            named = any(
                t == term
                for text in self._texts
                for w, field in enumerate(FIELDS)
                if field.form is Form.NAMES
                for _, t in text[w]
            )
            likely = len(term) >= 3 and not any(one.isdigit() for one in term) and (named or bearing > 2)
            near = term[:half] == typed[:half] or term[-half:] == typed[-half:]
            slips = _slips(typed, term)
            if likely and near and slips <= most:
                often = min(9, floor(log2(bearing)))
                found.append((slips, -(often + 3 * (term[0] == typed[0])), term))
        least = min((slips for slips, _, _ in found), default=0)
        return [(term, slips) for slips, _, term in sorted(found) if slips == least][:6]

    def _amounts(self, count: Callable[[list[tuple[int, str]]], list[tuple[int, float]]]) -> list[float]:
        """For each page the counts, weighed by field and length, summed over fields."""
        return [
            sum(
                self._amount(which, text[which], count(text[which]))
                for which in range(len(FIELDS))
                if text[which]
            )
            for text in self._texts
        ]

    def _amount(self, which: int, text: list[tuple[int, str]], found: list[tuple[int, float]]) -> float:
        """``found`` are the places of matches with their weights."""
        field = FIELDS[which]
        by_term: dict[str, list[tuple[int, float]]] = {}
        for place, weight in found:
            term = next((term for at, term in text if at == place), "")
            by_term.setdefault(term, []).append((place, weight))
        total = 0.0
        for ones in by_term.values():
            length = _length(field, text, ones[0][0])
            weight = sum(one for _, one in ones) if field.form is not Form.WORDS else ones[0][1]
            total += weight * field.weight / (1 - field.b + field.b * length / self._average[which])
        return total

    @staticmethod
    def _count_of(stands_for: dict[str, float]) -> Callable[[list[tuple[int, str]]], list[tuple[int, float]]]:
        return lambda text: [(place, stands_for[term]) for place, term in text if term in stands_for]

    def _rarity(self, bearing: int) -> float:
        return log(1 + (len(self._pages) - bearing + 0.5) / (bearing + 0.5))

    def _nearness(self, words: list[Word]) -> list[float]:
        """What each page gains for neighbours of the query that stand near each other."""
        gained = [0.0] * len(self._pages)
        distinct = list(dict.fromkeys(word.typed for word in words))
        known = [(at, next(w for w in words if w.typed == typed)) for at, typed in enumerate(distinct)]
        known = [(at, word) for at, word in known if word.stands_for]
        for (at, one), (to, other) in pairwise(known):
            first, second = next(iter(one.stands_for)), next(iter(other.stands_for))
            bearing = max(
                sum(any(t == term for _, t in text[which]) for text in self._texts)
                for term in (first, second)
                for which in range(len(FIELDS))
            )
            for number, text in enumerate(self._texts):
                shift = min((_shift(field, first, second, to - at) for field in text), default=WINDOW)
                if shift < WINDOW:
                    gained[number] += RANKING["near"] * self._rarity(bearing) / (1 + shift)
        return gained

    def _signal(self, number: int, words: list[Word]) -> int:
        """6 the film so called, 5 a title, 4 a name; 3, 2 but for its last word's end; 1 a beginning."""
        best = 0
        for which, field in enumerate(FIELDS):
            if field.form is not Form.NAMES:
                continue
            values: dict[int, list[str]] = {}
            for place, term in self._texts[number][which]:
                values.setdefault(place // 32, []).append(term)
            for value in values.values():
                best = max(best, self._value_signal(value, words, field.name == "title", self._pages[number]))
        return best

    @staticmethod
    def _value_signal(value: list[str], words: list[Word], is_title: bool, page: SearchPage) -> int:
        if not words or len(value) < len(words):
            return 0
        here = list(zip(value, words, strict=False))
        if any(term not in word.stands_for for term, word in here):
            return 0
        exact = all(term == word.typed or term in word.longer for term, word in here)
        grown = any(term in word.longer for term, word in here)
        if exact and grown:
            exact = all(term == word.typed for term, word in here)
        if len(value) > len(words):
            return int(exact)
        if not exact:
            return 3 if is_title else 2
        return 4 if not is_title else 6 if page.type == "film" else 5

    def _order(self) -> list[int]:
        """The numbers of the pages, sorted by the term that tells most about each."""
        bearing = {
            term: min(
                len(self._pages),
                sum(any(t == term for _, t in field) for text in self._texts for field in text),
            )
            for term in self._lexicon
        }
        total = len(self._pages)
        key = []
        for number, text in enumerate(self._texts):
            best: tuple[float, int] = (0.0, len(self._lexicon))
            for which, field in enumerate(text):
                for term in {t for _, t in field}:
                    if not total / 400 <= bearing[term] <= total / 5:
                        continue
                    amount = sum(t == term for _, t in field) * FIELDS[which].weight
                    worth = round(amount * 4) * round(log2(total / bearing[term]) * 256)
                    if worth > 0:
                        best = min(best, (-worth, self._lexicon.index(term)))
            key.append((best[1], number))
        return [number for _, number in sorted(key)]


def ranked(pages: tuple[SearchPage, ...], typed: str) -> list[Hit]:
    """Every page that answers, best first."""
    return Oracle(pages).ranked(typed)


def _count_of_phrase(phrase: list[str]) -> Callable[[list[tuple[int, str]]], list[tuple[int, float]]]:
    def count(text: list[tuple[int, str]]) -> list[tuple[int, float]]:
        there = set(text)
        return [
            (place, 1.0)
            for place, _ in text
            if all((place + step, term) in there for step, term in enumerate(phrase))
        ]

    return count


def _length(field: Field, text: list[tuple[int, str]], place: int) -> float:
    """How long a field is to the ranking, or of a name the value in which a word stands."""
    if field.form is Form.TEXT:
        return floor(2 ** (round(log2(len(text)) * 2) / 2) + 0.5)
    if field.form is Form.NAMES:
        return sum(at // 32 == place // 32 for at, _ in text)
    if field.form is Form.LIST:
        return (3 * 2.0 ** (len(text).bit_length() - 1) - 1) / 2
    return 0


def _shift(field: list[tuple[int, str]], first: str, second: str, apart: int) -> int:
    ones = [place for place, term in field if term == first]
    others = [place for place, term in field if term == second]
    return min((abs(other - one - apart) for one in ones for other in others), default=WINDOW)


def _slips(one: str, other: str) -> int:
    """Letters too many, too few, wrong, or two in the wrong order."""
    table = {
        (row, at): row + at
        for row in range(len(one) + 1)
        for at in range(len(other) + 1)
        if not row or not at
    }
    for row in range(1, len(one) + 1):
        for at in range(1, len(other) + 1):
            ways = [table[row - 1, at] + 1, table[row, at - 1] + 1]
            ways.append(table[row - 1, at - 1] + (one[row - 1] != other[at - 1]))
            if row > 1 and at > 1 and one[row - 1] == other[at - 2] and one[row - 2] == other[at - 1]:
                ways.append(table[row - 2, at - 2] + 1)
            table[row, at] = min(ways)
    return table[len(one), len(other)]
