"""Words behind a command that invoke would not take as they are meant: many of them, or a late ``--help``."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from typing import Any

from invoke.parser.argument import Argument
from invoke.tasks import Task

from commands.places import HERE


def asks_for_help(command: str, first: str) -> bool:
    """Whether a positional word is the flag for help, which invoke takes for it; help is then printed."""
    asks = first in {"--help", "-h"}
    if asks:
        subprocess.run([sys.executable, "-m", "invoke", "--help", command], cwd=HERE, check=True)  # noqa: S603
    return asks


class TaskOfWords(Task[Any]):
    """A command whose ``words`` are all the words after it that are no options."""

    taken = "words"
    """What the command calls them."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        arguments = super().get_arguments(ignore_unknown_help)
        options = [one for one in arguments if one.name != self.taken]
        told = next(one.help for one in arguments if one.name == self.taken)
        return [_Words(self.taken, self._count(options), told or ""), *options]

    def _count(self, options: list[Argument]) -> int:
        """How many words of this process's call are no options."""
        typed = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        with_value = {
            f"--{name}" if len(name) > 1 else f"-{name}"
            for one in options
            if one.takes_value
            for name in one.names
        }
        typed = typed[: typed.index("--")] if "--" in typed else typed
        words = [word for before, word in pairwise(["", *typed]) if before not in with_value]
        return sum(not word.startswith("-") for word in words)


class TaskOfFiles(TaskOfWords):
    """A command whose ``files`` are all the words after it that are no options."""

    taken = "files"


class _Words(Argument):
    """A positional that takes as many words as it is told; invoke's own takes one."""

    def __init__(self, name: str, words: int, text: str) -> None:
        super().__init__(name, kind=list, positional=True, help=text)
        self._words = words
        self._taken: list[str] = []

    @property
    def value(self) -> Any:
        """None, which means to invoke that more is to come, until all words are there."""
        return self._taken if len(self._taken) >= self._words else None

    @value.setter
    def value(self, word: str) -> None:
        self._taken = [*self._taken, word]
