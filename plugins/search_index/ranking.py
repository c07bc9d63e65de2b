"""The constants of the ranking, each with its reason. They go into the manifest, for ``client/rank.js``."""

from __future__ import annotations

RANKING = {
    # How soon more of the same word stops counting. A word in a title counts three times, so it lies above
    # the usual 1.2 for running text alone.
    "k1": 2.0,
    # What another form of a word counts beside the one that was typed.
    "form": 0.7,
    # What a word counts that only begins with what was typed. With 1, "her" would bring up pages full of
    # "here"; with 0, nothing would come before a word is finished.
    "prefix": 0.5,
    # What a word counts that is spelt otherwise than what was typed, where no page has that.
    "spelling": 0.5,
    # To what power the share of the query's worth that a page has is taken, for queries of up to `few` words;
    # with more it falls with the square of their number. Who types three words means all of them; a question
    # of fifteen is answered by a page that has the telling half.
    "coverage": 1.0,
    "few": 3,
    # How many of the best pages are looked at for words that stand near each other.
    "reranked": 50,
    # Two neighbours of the query that stand near each other in a page: beside the two words' own worth.
    "near": 0.7,
}
