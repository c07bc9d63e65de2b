"""Contents cut into files: which runs of neighbours each file holds, and what the manifest says of them."""

from __future__ import annotations

from codecs import BOM_UTF16_LE
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from plugins.search_index.bits import Numbers, gamma, in_a_row, lay, packed, spelt_out
from plugins.search_index.contents import Contents
from plugins.search_index.cutting import Run, crossings, cuts
from plugins.search_index.documents import documents_shard
from plugins.search_index.entries import Entries
from plugins.search_index.fields import Field, Form
from plugins.search_index.forms import to_the_one_before
from plugins.search_index.in_turn import Doing, in_turn
from plugins.search_index.lengths import as_text, length_codes
from plugins.search_index.ranking import RANKING
from plugins.search_index.separators import separators
from plugins.search_index.shard import Tail, build_of, encode_shard, tail_of

FOLDER = "search"
"""Where the files stand, relative to the site's root. The client looks for them there."""

FORMAT = "intertitle-search"
VERSION = 2
"""Raised with every change that an older client cannot read; it then says so instead of guessing."""

SHARD = 3 * 1024
"""About how many bytes a shard has at least. Smaller ones cost requests, larger ones bytes that a query
does not need: it reads one or two shards of terms, and about ten of documents."""

FILES = {"terms": 610, "positions": 20, "documents": 440, "spelling": 22}
"""How many shards of each kind there are at most; in large archives they grow instead. With the few others
there are never more than 1,100 files."""

HEAD = 6
"""About how many bytes a term itself takes beside its entry."""

Making = Callable[[int, int], dict[str, Any]]
"""Gives the value of a shard that holds the neighbours from the first number up to the second."""


@dataclass(frozen=True, slots=True)
class Filed:
    """All files but for their build: what each ends with, by its name; and for each kind its runs."""

    tails: Mapping[str, Tail]
    runs: Mapping[str, Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Former:
    """How the files were before an edit: by kind, first and end of their runs, and those of facets by name.

    ``origins`` tells for each kind the number that each neighbour had then, -1 for what is new or has
    changed; the others are in the same order as they were.
    """

    tails: Mapping[tuple[str, int, int], Tail]
    facets: Mapping[str, Tail]
    origins: Mapping[str, Numbers]

    def tail(self, kind: str, first: int, end: int) -> Tail | None:
        """That of the same neighbours, if a file had them all and no other."""
        origin = self.origins[kind]
        begin, last = int(origin[first]), int(origin[end - 1])
        if begin < 0 or last - begin != end - first - 1 or np.any(origin[first:end] < 0):
            return None
        return self.tails.get((kind, begin, last + 1))


Job = tuple[Making, int, int]


def filed(contents: Contents, size: int, former: Former | None = None, do: Doing = in_turn) -> Filed:
    """The files of an index, each of about ``size`` bytes at least.

    Those of ``former`` that have not changed are taken as they are; ``do`` makes the others.
    """
    runs = runs_of(contents, size)
    making = _making(contents)
    tails: dict[str, Tail] = {}
    jobs: dict[str, Job] = {}
    for kind, of_kind in runs.items():
        for number, (first, end) in enumerate(of_kind):
            name = f"{kind}-{number}"
            if former and (tail := former.tail(kind, first, end)):
                tails[name] = tail
            else:
                jobs[name] = (making[kind], first, end)
    tails |= zip(jobs, do(_made, list(jobs.values())), strict=True)
    for name, value in contents.facets.items():
        kept = former.facets[name] if former and value is None else None
        tails[f"facet-{name}"] = kept or tail_of(value)
    tails["manifest"] = tail_of(_manifest(contents, runs))
    return Filed(tails, runs)


def files_from(tails: Mapping[str, Tail]) -> dict[str, bytes]:
    """Every file by its path in the output."""
    build = build_of(tails)
    return {f"{FOLDER}/{name}.js": encode_shard(name, build, tails[name]) for name in sorted(tails)}


def build_in(files: Mapping[str, bytes]) -> str:
    """The build that is told in the files of an index."""
    manifest = files[f"{FOLDER}/manifest.js"]
    text = manifest.decode("utf-16" if manifest.startswith(BOM_UTF16_LE) else "utf-8")
    return text.partition('"build":"')[2].partition('"')[0]


def runs_of(contents: Contents, size: int) -> dict[str, list[Run]]:
    """For each kind of files which neighbours each holds."""
    taken = np.diff(contents.entries.begins) + HEAD
    bound = crossings(to_the_one_before(contents.family))
    far = np.diff(contents.places.begins) + HEAD
    documents = [len(document.encode()) for document in contents.documents]
    spelling = [len(one) // 2 + 2 for one in contents.spelling]
    return {
        "terms": cuts(taken, size, FILES["terms"], bound),
        "positions": cuts(far, size, FILES["positions"]),
        "documents": cuts(documents, size // 2, FILES["documents"]),
        "spelling": cuts(spelling, size, FILES["spelling"]),
    }


def _made(job: Job) -> Tail:
    making, first, end = job
    return tail_of(making(first, end))


def _making(contents: Contents) -> dict[str, Making]:
    return {
        "terms": lambda first, end: _entries(
            contents.terms[first:end],
            contents.entries,
            first,
            end,
            to_the_one_before(contents.family[first:end]),
        ),
        "positions": lambda first, end: _entries(contents.far[first:end], contents.places, first, end),
        "documents": lambda first, end: documents_shard(contents.documents[first:end]),
        "spelling": lambda first, end: _strings(contents.spelling[first:end]),
    }


def _entries(
    terms: Sequence[str], entries: Entries, first: int, end: int, back: Numbers | None = None
) -> dict[str, Any]:
    """Terms; for each its entry's size, and how far back the one before of its family is; the entries."""
    heads = [spelt_out(terms), gamma(np.diff(entries.begins[first : end + 1]) + 1)]
    heads += [gamma(back + 1)] if back is not None else []
    begin = 0
    words = []
    for codes in heads:
        at, codes = in_a_row(codes)
        words.append((at + begin, codes))
        begin += int(codes.size.sum())
    return {"terms": len(terms), "data": packed(lay(words, begin) + entries.of(first, end))}


def _strings(strings: Sequence[str]) -> dict[str, Any]:
    words = in_a_row(spelt_out(strings))
    return {"terms": len(strings), "data": packed(lay([words], int(words[1].size.sum())))}


def _manifest(contents: Contents, runs: Mapping[str, Sequence[Run]]) -> dict[str, Any]:
    lengths = contents.lengths[_text_field(contents.fields)]
    return {
        "format": FORMAT,
        "version": VERSION,
        "documents": len(contents.documents),
        "language": contents.language,
        "ranking": RANKING,
        "fields": [
            _field_entry(field, of_field)
            for field, of_field in zip(contents.fields, contents.lengths, strict=True)
        ],
        **contents.kinds,
        "lengths": as_text(length_codes(lengths).tolist()),
        "shards": {
            "terms": _begins(contents.terms, runs["terms"]),
            "positions": _begins(contents.far, runs["positions"]),
            "documents": as_text(end - first for first, end in runs["documents"]),
            "spelling": _begins(contents.spelling, runs["spelling"]),
        },
        "facets": list(contents.facets),
    }


def _begins(strings: Sequence[str], runs: Sequence[Run]) -> list[str]:
    """For each file of sorted strings what begins it."""
    return separators([(strings[first], strings[end - 1]) for first, end in runs])


def _text_field(fields: Sequence[Field]) -> int:
    return next(which for which, field in enumerate(fields) if field.form is Form.TEXT)


def _field_entry(field: Field, lengths: Numbers) -> dict[str, Any]:
    return {
        "name": field.name,
        "form": field.form.value,
        "weight": field.weight,
        "b": field.b,
        "terms": int(lengths.sum()),
        "documents": int(np.count_nonzero(lengths)),
    }
