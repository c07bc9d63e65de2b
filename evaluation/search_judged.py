"""Questions with judged answers, in the layout of the Cranfield collection.

A folder holds three files, found by their beginnings, all in ASCII or UTF-8:

- ``*.all*``: the texts. ``.I 1`` begins one and is its number; then ``.T`` its title and ``.W`` its words,
  on lines of their own. Other parts (``.A``, ``.B``) are passed over.
- ``*.qry``: the questions, in the same way, with ``.W``. Their numbers are not used: the judgements count
  questions as they come, from 1.
- ``*qrel*``: the judgements, one a line: question, text, code. Code 5 says that the text does not answer;
  every other code, -1 among them, that it does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation.gold import UnreadableGold, digest_of_files
from evaluation.search_measures import Wanted, average_precision, is_empty, ndcg
from evaluation.search_questions import Collection, Column, Question
from plugins.search_index.page import SearchPage

PLACES = 100
"""How far an answer is read for the mean average precision."""

NO_ANSWER = "5"
"""The code of a text that was judged and does not answer."""

WHOLE = "whole questions"

_PARTS = re.compile(r"^\.([A-Z])(?:[ \t]+(\d+))?[ \t]*$", re.MULTILINE)

_COLUMNS = (
    Column(WHOLE, "nDCG@10", ndcg, 0.53),
    Column(WHOLE, f"MAP@{PLACES}", average_precision),
    Column(WHOLE, "empty", is_empty),
)


def read_judged(folder: Path) -> Collection:
    """The texts and the judged questions of a folder; questions without an answer are left out.

    Raises:
        UnreadableGold: a file is missing, or a judgement names what is not there.
    """
    texts, asked, judged = (_only_file(folder, pattern) for pattern in ("*.all*", "*.qry", "*qrel*"))
    pages = tuple(_page(number, parts) for number, parts in _records(texts))
    answers = _answers(judged, {page.url for page in pages})
    questions = [
        # The space says that the last word is typed to its end.
        Question(f"{_joined(parts['W'])} ", answers[place], WHOLE)
        for place, (_, parts) in enumerate(_records(asked), 1)
        if answers.get(place)
    ]
    if not questions:
        raise UnreadableGold(f"{judged} judges no question of {asked.name}")
    digest = digest_of_files((one.name, one.read_bytes()) for one in (texts, asked, judged))
    about = f"{len(pages)} texts, {len(questions)} questions"
    return Collection(folder.name, about, digest, pages, questions, _COLUMNS, PLACES, missed_beyond=10)


def _only_file(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise UnreadableGold(f"{folder} holds {len(found)} files {pattern}; there must be one")
    return found[0]


def _records(file: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each record's number with its parts by their letter, in the order of the file."""
    number, parts = "", dict[str, str]()
    text = file.read_text("utf-8")
    marks = [*_PARTS.finditer(text)]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        if mark[1] == "I":
            if parts:
                yield number, parts
            number, parts = mark[2], {}
        else:
            parts[mark[1]] = text[mark.end() : end]
    if parts:
        yield number, parts


def _page(number: str, parts: Mapping[str, str]) -> SearchPage:
    title, body = _joined(parts.get("T", "")), _joined(parts.get("W", ""))
    return SearchPage(number, title or f"Text {number}", "page", body=body)


def _joined(lines: str) -> str:
    return " ".join(lines.split())


def _answers(file: Path, known: set[str]) -> dict[int, Wanted]:
    """The texts that answer, by the question's place."""
    found: dict[int, set[str]] = defaultdict(set)
    for line in file.read_text("utf-8").splitlines():
        if not line.strip():
            continue
        try:
            question, text, code = line.split()
        except ValueError:
            raise UnreadableGold(f"{file}: {line!r} is no judgement: question, text, code") from None
        if text not in known:
            raise UnreadableGold(f"{file}: {line!r} judges a text that is not there")
        if code != NO_ANSWER:
            found[int(question)].add(text)
    return {question: frozenset(texts) for question, texts in found.items()}
