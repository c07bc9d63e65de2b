"""How many units a phrase counts, and what a date says that was counted from another."""

from __future__ import annotations

from dataclasses import replace

from plugins.archive.date_expression import DateBasis, DerivationStep
from plugins.dates.course import ENTRY, SCENE, TEXT, Anchor
from plugins.dates.extents import Extent
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved
from plugins.dates.words import SEVERAL, UNITS, Count, Unit, read_count

NO_MOMENT = "the text has no date that this could be counted from"
NOTHING_TOLD = "no date is told before it that this could be counted from"


def counted(phrase: Phrase, anchor: Anchor, extent: Extent | None, *, moves: bool = True) -> Resolved:
    """A date counted from an anchor."""
    said = " ".join(phrase.held["whole"].split())
    step = DerivationStep(f"“{said}” from there", phrase.rule, phrase.span)
    return Resolved(
        extent,
        DateBasis.RELATIVE,
        (anchor.step(phrase.rule), step),
        moves and extent is not None,
        from_text=anchor.kind in {TEXT, ENTRY, SCENE},
    )


def unit_of(phrase: Phrase) -> Unit:
    """The unit that a phrase counts in; a year for what has none."""
    return UNITS[phrase.get("unit") or phrase.get("longunit") or "year"]


def count_of(one: Circumstances) -> Count:
    """How many units, with the words that make it more, less or about.

    A plural without a number is several, a single unit one.
    """
    phrase, kinds = one.phrase, one.modifiers.kinds
    said = phrase.get("count")
    is_plural = phrase.held["whole"].casefold().split()[0].endswith("s")
    count = read_count(said) if said else (SEVERAL if is_plural else Count(1, 1))
    count = count or SEVERAL
    if phrase.get("half"):
        count = Count(count.least + 0.5, None if count.most is None else count.most + 0.5, count.about)
    if (more := phrase.get("or")) and count.most is not None:
        extra = {"two": 1.0, "three": 2.0, "more": None, "so": 0.0}[more.removeprefix("or ")]
        most = None if extra is None else count.most + extra
        count = Count(count.least, most, count.about or extra == 0)
    rough = phrase.get("rough")
    if "more" in kinds or rough in {"more than", "over", "at least"}:
        return Count(count.least, None)
    if count.most is not None and ("less" in kinds or rough in {"less than", "under"}):
        return Count(0, count.most)
    return replace(count, about=count.about or bool(rough) or "about" in kinds)


def is_behind_its_scene(one: Circumstances, anchor: Anchor, sign: int) -> bool:
    """Whether something past would be later than the scene in which it is told: it counts from elsewhere."""
    return sign > 0 and anchor.kind == SCENE and one.tenses.is_over and not one.tenses.looks_ahead
