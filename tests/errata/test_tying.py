"""Errata, tied to the one sentence that they correct, or to none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Erratum, Label
from plugins.errata.tying import TEXT, tie_errata
from plugins.sources.segments import segment
from tests.drawers import cases
from tests.durations import grows_like_a_line
from tests.labelled import labelled

WORDS = st.sampled_from(
    [
        *("An earlier version", "misstated", "misspelled", "said", "that", "Correction:", "as", "not", "but"),
        *("Varga’s age", "She is", "43", "34", ", not", "; it was", ".", "*", "thirty-four", "the film"),
        *("Oslo", "Bergen", "shot in", "“Wax”"),
    ]
)
LINES = st.lists(st.one_of(st.lists(WORDS).map(" ".join), st.text(max_size=40)), max_size=5)


def in_words(text: str, erratum: Erratum) -> str:
    """The passage with what is wrong in brackets, and what is right after ``>``; else the reason."""
    if erratum.passage is None:
        words = erratum.reason
    elif erratum.struck is None:
        words = erratum.passage.of(text)
    else:
        passage, struck = erratum.passage, erratum.struck
        before, after = text[passage.start : struck.start], text[struck.end : passage.end]
        words = f"{before}[{struck.of(text)}]{after}"
    reads = f" > {erratum.reads.of(text)}" if erratum.reads else ""
    return words + reads + (" (already corrected)" if erratum.passage and not erratum.struck else "")


@cases("errata")
def test_an_erratum_is_tied_as_the_cases_say(case: dict[str, Any]) -> None:
    """The last line is the erratum, unless the labels say of it what it is."""
    labels = {len(case["text"]): "erratum"} | {int(at): one for at, one in case.get("labels", {}).items()}
    text, segments = labelled(case["text"], labels)
    assert [in_words(text, one) for one in tie_errata(text, segments)] == case["expected"]


@given(LINES, LINES)
def test_the_spans_of_an_erratum_lie_where_they_must(lines: list[str], errata: list[str]) -> None:
    """Passages in the article, struck words in the passage, the right words in the erratum itself."""
    article = len([line for line in lines if line.strip()])
    labels = dict.fromkeys(range(article + 1, article + len(errata) + 1), "erratum")
    text, segments = labelled([*lines, *errata], labels)
    spans = [one.span for one in segments if one.label is Label.ERRATUM]
    printed = [one.span for one in segments if one.label in TEXT]
    for one in tie_errata(text, segments):
        assert one.span in spans
        assert one.reason
        assert one.passage is not None or one.struck is None
        if one.passage is not None:
            assert sum(span.contains(one.passage) for span in printed) == 1
        if one.struck is not None:
            assert one.passage is not None
            assert one.passage.contains(one.struck)
            assert len(one.struck)
        assert one.reads is None or (one.span.contains(one.reads) and len(one.reads))


@given(LINES)
def test_every_erratum_is_accounted_for_in_order(errata: list[str]) -> None:
    text, segments = labelled(errata, dict.fromkeys(range(1, len(errata) + 1), "erratum"))
    tied = [one.span for one in tie_errata(text, segments)]
    assert sorted(set(tied)) == [one.span for one in segments]
    assert tied == sorted(tied)


def test_a_reason_never_quotes_the_text() -> None:
    """Reasons are published where the text may not be."""
    text, segments = labelled(
        ["Hoyt lit it.", "An earlier version misspelled a name. It is Hoyte, not Hoyt."], {2: "erratum"}
    )
    (tied,) = tie_errata(text, segments)
    assert tied.reason == "the one passage with the wrong words"


def test_time_grows_with_the_text_and_with_its_errata() -> None:
    """Four times the sentences and four times the errata that all have the same words: no product of both."""

    def prepared(times: int) -> Callable[[], object]:
        lines = ["Varga, 34, shot the film in Oslo with fog and tin."] * 40 * times
        errata = ["An earlier version misstated Varga’s age. She is 43, not 34."] * 2 * times
        labels = dict.fromkeys(range(len(lines) + 1, len(lines) + len(errata) + 1), "erratum")
        text, segments = labelled([*lines, *errata], labels)
        assert {one.reason for one in tie_errata(text, segments)} == {"several passages say this"}
        return lambda: tie_errata(text, segments)

    assert grows_like_a_line(prepared, 10, 40)


def test_a_text_with_more_errata_than_an_article_has_is_not_tied_throughout() -> None:
    lines = ["It runs 125 minutes.", *["Correction: the film’s running time is 126 minutes, not 125."] * 201]
    text, segments = labelled(lines, dict.fromkeys(range(2, 203), "erratum"))
    tied = tie_errata(text, segments)
    assert (len(tied), tied[-1].reason) == (201, "more corrections than an article has")
    assert tied[0].passage is not None


def test_the_correction_at_the_end_of_a_profile_is_tied_to_its_one_sentence(library: Path) -> None:
    """The song and the band were swapped there: the clause that names both must be reworded."""
    (file,) = library.glob("001_*.txt")
    text = file.read_bytes().decode("utf-8")
    (tied,) = tie_errata(text, segment("profile", text))
    assert tied.passage is not None
    assert tied.struck is not None
    assert tied.reads is not None
    assert {"Wax", "California"} <= set(
        tied.struck.of(text).replace("’s", "").replace("“", "").replace("”", "").split()
    )
    assert text.count(tied.struck.of(text)) == 1
    assert len(tied.struck) < 80 < len(tied.passage)
    assert "Jonze" in tied.passage.of(text)
    assert all(name in tied.reads.of(text) for name in ("Wax", "California"))
