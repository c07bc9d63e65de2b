"""What is sure enough, written without a question, until nothing is left of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.suggestions.asking import reason_to_accept
from plugins.suggestions.entries import Signature
from plugins.suggestions.suggestion import Suggestion
from plugins.suggestions.writing import Written, write_changes

MOST_ROUNDS = 20
"""A new record earns its short forms, and those may lead to more; some rounds bring that to its end."""


def apply_surest(
    content: Path, find: Callable[[], Sequence[Suggestion]], least: float, signature: Signature
) -> Iterator[Written]:
    """Write every suggestion that is sure enough, then those that follow from them, and so on.

    ``find`` looks anew at what stands in ``content``. So a second call finds nothing to do.

    Raises:
        SettingFault: a file cannot be written. What was written before stays.
    """
    for _ in range(MOST_ROUNDS):
        sure = [one for one in find() if one.is_applied_from(least)]
        changes = [
            (change, replace(signature, why=signature.why or reason_to_accept(one)))
            for one in sure
            for change in one.accept
        ]
        written = write_changes(content, changes)
        if written.files or written.left:
            yield written
        if not written.files:
            return
