"""Ranking, slow and obvious: docs/index-format.md's formulas over the pages themselves, no index.

Shares with the plugin only the analyzer and the table of fields, so that it disagrees when the index,
its export or the client is wrong.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log

from plugins.search_index.analyzer import fold, folded_name, placed_terms, terms
from plugins.search_index.fields import FIELDS, K1, PREFIX_WEIGHT
from plugins.search_index.page import SearchPage

Text = list[list[tuple[int, str]]]
"""One page: for each field its terms with their positions."""


@dataclass(frozen=True)
class Hit:
    url: str
    score: float
    signal: int


def ranked(pages: tuple[SearchPage, ...], typed: str) -> list[Hit]:
    """Every page that answers, best first."""
    ordered = sorted(pages, key=lambda page: page.url)
    texts = [[placed_terms(field.text(page)) for field in FIELDS] for page in ordered]
    typed_terms = terms(typed)
    growing = bool(typed_terms) and fold(typed)[-1] not in ' \t\n"'
    clauses = [*_word_clauses(texts, typed_terms, growing)]
    phrases = [_phrase_amounts(texts, phrase) for phrase in _phrases(typed)]
    hits = _scored(ordered, texts, clauses, phrases, folded_name(typed), growing)
    if not hits and phrases:
        hits = _scored(ordered, texts, clauses, [], folded_name(typed), growing)
    return sorted(hits, key=lambda hit: (-hit.signal, -hit.score, hit.url))


def _word_clauses(texts: list[Text], typed: list[str], growing: bool) -> list[tuple[int, list[float]]]:
    whole = typed[:-1] if growing else typed
    words = [(word, False, times) for word, times in Counter(whole).items()]
    words += [(typed[-1], True, 1)] if growing else []
    lexicon = {term for text in texts for field in text for _, term in field}
    clauses = []
    for word, prefix, times in words:
        stands_for = {word: 1.0} if word in lexicon else {}
        if prefix or not stands_for:
            stands_for |= {term: PREFIX_WEIGHT for term in lexicon if term.startswith(word) and term != word}
        counts = [[sum(stands_for.get(term, 0.0) for _, term in field) for field in text] for text in texts]
        clauses.append((times, _amounts(texts, counts)))
    return clauses


def _amounts(texts: list[Text], counts: list[list[float]]) -> list[float]:
    """For each page the counts, weighed by field and length, summed over fields."""
    averages = [sum(len(text[which]) for text in texts) / len(texts) for which in range(len(FIELDS))]
    return [
        sum(
            field.weight * count / (1 - field.b + field.b * len(text[which]) / averages[which])
            for which, (field, count) in enumerate(zip(FIELDS, counts_here, strict=True))
            if count
        )
        for text, counts_here in zip(texts, counts, strict=True)
    ]


def _phrases(typed: str) -> list[list[str]]:
    parts = fold(typed).split('"')
    return [terms(part) for part in parts[1:-1:2] if len(terms(part)) > 1]


def _phrase_amounts(texts: list[Text], phrase: list[str]) -> list[float]:
    def count(field: list[tuple[int, str]]) -> float:
        places = set(field)
        return float(
            sum(all((start + step, term) in places for step, term in enumerate(phrase)) for start, _ in field)
        )

    return _amounts(texts, [[count(field) for field in text] for text in texts])


def _scored(
    pages: list[SearchPage],
    texts: list[Text],
    words: list[tuple[int, list[float]]],
    phrases: list[list[float]],
    name: str,
    growing: bool,
) -> list[Hit]:
    clauses = [(times, amounts) for times, amounts in words if any(amounts)]
    clauses += [(1, amounts) for amounts in phrases]
    total = len(texts)
    worths = []
    for times, amounts in clauses:
        bearing = sum(amount > 0 for amount in amounts)
        worths.append(times * log(1 + (total - bearing + 0.5) / (bearing + 0.5)))
    hits = []
    for number, page in enumerate(pages):
        here = [amounts[number] for _, amounts in clauses]
        if not any(here) or any(amounts[number] == 0 for amounts in phrases):
            continue
        score = sum(
            worth * (K1 + 1) * amount / (amount + K1) for worth, amount in zip(worths, here, strict=True)
        )
        covered = sum(worth for worth, amount in zip(worths, here, strict=True) if amount)
        hits.append(Hit(page.url, score * covered / sum(worths), _signal(page, name, growing)))
    return hits


def _signal(page: SearchPage, name: str, growing: bool) -> int:
    """5 the film so called, 4 a title, 3 a name; 2 one that the growing word completes, 1 a beginning."""
    title, *names = (folded_name(one) for one in (page.title, *page.names))
    if name in (title, *names):
        return 3 if name != title else 5 if page.type == "film" else 4
    rest = [one.removeprefix(name) for one in (title, *names) if one.startswith(name)]
    if growing and any(" " not in one for one in rest):
        return 2
    return int(any(growing or one.startswith(" ") for one in rest))
